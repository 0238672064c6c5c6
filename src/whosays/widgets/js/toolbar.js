// The buttons above a text to mark: one for each label, and the tools.

import { make } from "./dom.js";

const NAMES = { class: "whosays-bar", role: "toolbar", "aria-label": "Labels and tools" };

function badge(number) {
  return make("span", { class: "whosays-badge", "data-label": number, "aria-hidden": "true" }, number);
}

// does(act) is called with what a button is for.
export function toolbarOf(marking, labels, does) {
  const button = (inside, act, more = {}) =>
    make("button", { type: "button", onclick: () => does(act), ...more }, ...inside);
  const label = (id) =>
    button([badge(String(labels.number(id))), ` ${labels.name(id)}`], () => marking.label(id));
  const extend = button(["Select to here"], () => marking.extend(), { "aria-pressed": "false" });
  const tools = [
    extend,
    button(["Take away"], () => marking.takeAwaySelected()),
    button(["Undo"], () => marking.undo()),
  ];
  return {
    node: make("div", NAMES, ...labels.ids.map(label), ...tools),
    draw: () => extend.setAttribute("aria-pressed", String(marking.extending)),
  };
}
