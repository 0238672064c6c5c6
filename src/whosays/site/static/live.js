// Says on JupyterLite's page what is loading, where answers are kept, and that a lesson has become newer.

import { loadAnswers, saveAnswers } from "./answers.js";
import { aboutCourse, freshen, isOld, takeNewer } from "./newer.js";

const bar = document.getElementById("whosays-bar");
const told = bar.querySelector("[role=status]");
const progress = bar.querySelector("progress");
const actions = bar.querySelector("menu");
const KEPT = "Your answers are kept in this browser, on this computer. Clearing the browser’s data deletes them.";
const AFRESH = "Python has started afresh: run the cells again to see your questions. Your answers are kept in this browser.";
const AFTER_LOADING = "whosays-after-loading";

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

async function until(ready) {
  for (;;) {
    const found = ready();
    if (found) return found;
    await pause(100);
  }
}

function say(text, value) {
  told.textContent = text;
  progress.hidden = value === undefined;
  if (value === null) progress.removeAttribute("value");
  else if (value !== undefined) progress.value = value;
}

function offer(...buttons) {
  actions.replaceChildren(...buttons.map(([text, act]) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = text;
    button.addEventListener("click", () => act().catch((error) => say(`That did not work: ${error.message}`)));
    const item = document.createElement("li");
    item.append(button);
    return item;
  }));
}

async function load(contents) {
  const count = await loadAnswers(contents);
  if (count === null) return;
  sessionStorage.setItem(AFTER_LOADING, count ? "Your answers were added. Run the cells to see them." : "There was nothing new in that file.");
  location.reload();
}

async function hide() {
  bar.hidden = true;
  document.body.classList.remove("whosays-with-bar");
  window.dispatchEvent(new Event("resize"));
}

// Questions of an earlier visit are pictures without a Python behind them, and JupyterLab shows them as loading for ever.
function hasOldQuestions(panel) {
  const outputs = panel.context.model.toJSON().cells.flatMap((cell) => cell.outputs ?? []);
  return outputs.some((output) => output.data && "application/vnd.jupyter.widget-view+json" in output.data);
}

function atRest(app, panel) {
  const contents = app.serviceManager.contents;
  say(sessionStorage.getItem(AFTER_LOADING) ?? (hasOldQuestions(panel) ? AFRESH : KEPT));
  sessionStorage.removeItem(AFTER_LOADING);
  offer(
    ["Save my answers as a file", async () => say(await saveAnswers(contents))],
    ["Load my answers", () => load(contents)],
    ["Hide this", hide],
  );
}

async function start() {
  document.body.classList.add("whosays-with-bar");
  const about = await aboutCourse();
  if (about && await freshen(about)) return location.reload();
  const app = await until(() => window.jupyterapp);
  say("Opening the notebook", 30);
  await app.restored;
  const panel = await until(() => app.shell.currentWidget?.context && app.shell.currentWidget);
  await panel.context.ready;
  window.dispatchEvent(new Event("resize"));
  if (about && isOld(panel, about)) {
    say("There is a newer version of this lesson. Yours is kept as a copy, and your answers stay.");
    offer(["Take the newer version", () => takeNewer(app, panel)], ["Stay with mine", async () => atRest(app, panel)]);
    return;
  }
  say("Starting Python. The first time this takes half a minute or more; you can read on meanwhile.", null);
  await panel.sessionContext.ready;
  await (await until(() => panel.sessionContext.session?.kernel)).info;
  atRest(app, panel);
}

start();
