// The sheet of one question: what is asked, what it rests on, the controls, the buttons, and what is said back.

import { confidenceOf } from "./confidence.js";
import { bringIntoView, make, newId } from "./dom.js";
import { exhibitsOf, passageOf } from "./passage.js";
import { historyOf, nameOfCheck, replyOf, saidIn } from "./reply.js";

const SILENT =
  "Python has not answered. If its kernel was stopped, run this cell again: your answers are kept in a file.";

function buttonsOf(send) {
  const button = (name, does) => make("button", { type: "button", onclick: () => send(does) }, name);
  return {
    check: make("button", { type: "submit", class: "whosays-check" }, "Check"),
    restart: button("Start over", "restart"),
    parallel: button("A question like this one", "parallel"),
    back: button("Back to the first question", "back"),
  };
}

function partsOf(spec, send) {
  return {
    buttons: buttonsOf(send),
    confidence: confidenceOf(spec),
    passage: passageOf(spec, []),
    status: make("output", { role: "status", "aria-live": "polite" }),
    history: make("div"),
  };
}

// on has send(does), draft() and check(), for what the reader does.
function frameOf(spec, controls, parts, on) {
  const title = newId();
  const submit = (event) => {
    event.preventDefault();
    on.check();
  };
  const prompt = spec.prompt.map((text, n) => make("p", n ? {} : { class: "whosays-prompt" }, text));
  const above = [make("div", { id: title }, ...prompt), parts.passage, exhibitsOf(spec)];
  const buttons = make("div", { class: "whosays-buttons" }, ...Object.values(parts.buttons));
  const below = [parts.confidence.node, buttons, parts.status, parts.history];
  const form = make("form", { onsubmit: submit, onchange: on.draft }, ...above, ...controls.nodes, ...below);
  return make("div", { role: "group", "aria-labelledby": title }, form);
}

function showButtons({ check, restart, parallel, back }, spec, state) {
  check.textContent = nameOfCheck(spec, state);
  restart.hidden = !state.tries || !state.afresh;
  parallel.hidden = !state.parallel;
  back.hidden = !spec.aside;
}

// build(spec, changed) returns { nodes, read, write }: the controls, their answer, and how to put one back.
export function sheetOf(spec, build, on) {
  const controls = build(spec, on.draft);
  const parts = partsOf(spec, on.send);
  let said = "";
  return {
    node: frameOf(spec, controls, parts, on),
    given: () => ({ answer: controls.read(), confidence: parts.confidence.read() }),
    restore({ answer, confidence }) {
      controls.write(answer);
      parts.confidence.write(confidence);
    },
    tellSilence() {
      said = SILENT;
      parts.status.replaceChildren(SILENT);
      bringIntoView(parts.status);
    },
    // Returns whether something else is said now; what is said already is left in place, not to be read out again.
    show(state) {
      const isNew = said !== saidIn(state);
      if (isNew) parts.status.replaceChildren(...replyOf(state));
      said = saidIn(state);
      const passage = passageOf(spec, state.spans);
      parts.passage?.replaceWith(passage);
      parts.passage = passage;
      showButtons(parts.buttons, spec, state);
      parts.history.replaceChildren(...historyOf(state));
      return isNew;
    },
    showReply: () => bringIntoView(parts.status),
  };
}
