// An exercise with one choice, shown in a stub of a page, above a model without Python.

import { exercise } from "../../src/whosays/widgets/js/exercise.js";
import { form } from "../../src/whosays/widgets/js/form.js";
import { newPage, StubNode } from "./page_stub.mjs";
import { specOf, stateOf } from "./passages.mjs";

const OPTIONS = [
  ["x", "One"],
  ["y", "Other"],
];
export const CHOICE = { id: "answer", kind: "radio", label: "Choose", options: OPTIONS };
export const WRONG = { tries: 1, verdict: "Not yet", lines: ["Look again."] };

// A model as a widget has it, without Python: what is sent to it is kept.
function modelOf(spec, state) {
  const values = { spec, state };
  const listeners = {};
  return {
    sent: [],
    listeners,
    get: (name) => values[name],
    on: (name, listener) => (listeners[name] = listener),
    off: (name) => delete listeners[name],
    send(message) {
      this.sent.push(message);
    },
    set(name, value) {
      values[name] = value;
      listeners[`change:${name}`]();
    },
  };
}

export function shown(spec = {}, state = {}) {
  const body = newPage();
  const el = new StubNode("div");
  body.append(el);
  const model = modelOf(specOf({ controls: [CHOICE], ...spec }), stateOf(state));
  const leave = exercise(form)({ model, el });
  const status = () => el.querySelector("output");
  return { model, el, leave, status, check: () => el.querySelector("form").happen("submit") };
}
