// Says on JupyterLite's page what is loading, where answers are kept, and that a lesson has become newer.

import { loadAnswers, saveAnswers } from "./answers.js";
import { barOf } from "./bar.js";
import { aboutCourse, freshen, hasOldQuestions, isOld, takeNewer } from "./newer.js";

const KEPT =
  "Your answers are kept in this browser, on this computer. Clearing the browser’s data deletes them.";
const AFRESH =
  "Python has started afresh: run the cells again to see your questions. Your answers are kept in this browser.";
const NEWER = "There is a newer version of this lesson. Yours is kept as a copy, and your answers stay.";
const STARTING =
  "Starting Python. The first time this takes half a minute or more; you can read on meanwhile.";
const ADDED = "Your answers were added. Run the cells to see them.";
const AFTER_LOADING = "whosays-after-loading";

const bar = barOf(document.getElementById("whosays-bar"));
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

async function until(ready) {
  for (;;) {
    const found = ready();
    if (found) return found;
    await pause(100);
  }
}

async function load(contents) {
  const count = await loadAnswers(contents);
  if (count === null) return;
  sessionStorage.setItem(AFTER_LOADING, count ? ADDED : "There was nothing new in that file.");
  location.reload();
}

function atRest(app, panel) {
  const contents = app.serviceManager.contents;
  bar.say(sessionStorage.getItem(AFTER_LOADING) ?? (hasOldQuestions(panel) ? AFRESH : KEPT));
  sessionStorage.removeItem(AFTER_LOADING);
  bar.offer(
    ["Save my answers as a file", async () => bar.say(await saveAnswers(contents))],
    ["Load my answers", () => load(contents)],
    ["Hide this", async () => bar.hide()],
  );
}

async function openNotebook() {
  const app = await until(() => window.jupyterapp);
  bar.say("Opening the notebook", 30);
  await app.restored;
  const panel = await until(() => app.shell.currentWidget?.context && app.shell.currentWidget);
  await panel.context.ready;
  window.dispatchEvent(new Event("resize"));
  return { app, panel };
}

async function startPython(app, panel) {
  bar.say(STARTING, null);
  await panel.sessionContext.ready;
  const kernel = await until(() => panel.sessionContext.session?.kernel);
  await kernel.info;
  atRest(app, panel);
}

async function start() {
  bar.show();
  const about = await aboutCourse();
  if (about && (await freshen(about))) {
    location.reload();
    return;
  }
  const { app, panel } = await openNotebook();
  if (!about || !isOld(panel, about)) {
    await startPython(app, panel);
    return;
  }
  bar.say(NEWER);
  bar.offer(
    ["Take the newer version", () => takeNewer(app, panel)],
    ["Stay with mine", async () => atRest(app, panel)],
  );
}

start();
