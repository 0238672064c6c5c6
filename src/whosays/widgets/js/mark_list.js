// The list of marks below the text: each with a place for a reason, and a way to take it away.

import { make } from "./dom.js";
import { textOf } from "./words.js";

function rowOf(mark, quoted, labels, on) {
  const name = labels.name(mark.label);
  const number = String(labels.number(mark.label));
  const reason = make("input", {
    type: "text",
    value: mark.reason ?? "",
    placeholder: "Why? (if you like)",
    "aria-label": `Why you marked ${quoted} as ${name}`,
    onchange: (event) => on.because(mark, event.target.value),
  });
  const away = { "aria-label": `Take the mark on ${quoted} away`, onclick: () => on.takeAway(mark) };
  return make(
    "li",
    {},
    make("span", { class: "whosays-badge", "data-label": number }, number),
    ` ${name}: ${quoted} `,
    reason,
    make("button", { type: "button", ...away }, "Take away"),
  );
}

// on has because(mark, reason) and takeAway(mark), for what the reader does in the list.
export function markList(words, labels, on) {
  const node = make("ul", { class: "whosays-marks" });
  const row = (mark) => rowOf(mark, `“${textOf(words, mark)}”`, labels, on);
  return {
    node,
    draw({ marks }) {
      node.replaceChildren(...(marks.length ? marks.map(row) : [make("li", {}, "Nothing is marked yet.")]));
    },
  };
}
