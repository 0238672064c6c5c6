// A text in which words are marked and labelled: by mouse, by touch, or by keyboard alone.

import { make, newId } from "./dom.js";
import { exercise } from "./exercise.js";
import { labelsOf } from "./labels.js";
import { markList } from "./mark_list.js";
import { markedText } from "./marked_text.js";
import { Marking } from "./marking.js";
import { markingKeys } from "./marking_keys.js";
import { firstWords } from "./moving.js";
import { captionOf } from "./passage.js";
import { listenToPointer } from "./pointing.js";
import { toolbarOf } from "./toolbar.js";
import { wordsOf } from "./words.js";

const HELP = [
  "Arrow keys move from word to word, up and down from sentence to sentence; with Shift they select.",
  "The number of a label marks what is selected. Delete takes the last mark on a word away, U undoes.",
  "With the mouse, drag over the words;",
  "by touch, tap the first word, then “Select to here”, then the last.",
].join(" ");

// Returns the parts that show a marking, and draw() for all of them.
function partsOf(marking, words, labels, does) {
  const id = newId();
  const text = markedText(words, labels, id);
  const withFocus = (act) => {
    does(act);
    text.node.focus();
  };
  const list = markList(words, labels, {
    because: (mark, reason) => marking.because(mark, reason),
    takeAway: (mark) => withFocus(() => marking.takeAway(mark)),
  });
  const bar = toolbarOf(marking, labels, withFocus);
  const live = make("p", { class: "whosays-live", role: "status", "aria-live": "polite" });
  let listed;
  const draw = () => {
    bar.draw();
    text.draw(marking);
    if (listed !== marking.marks) list.draw(marking); // drawn anew, it would lose a reason half written
    listed = marking.marks;
  };
  return { id, text, list, bar, live, draw };
}

function nodesOf(spec, { id, text, list, bar, live }) {
  const summary = make("summary", {}, "How to mark, with the keyboard too");
  return [
    make("figure", { class: "whosays-marker" }, bar.node, text.node, captionOf(spec)),
    make("details", {}, summary, make("p", {}, HELP)),
    make("p", { id: `${id}-help`, class: "whosays-unseen" }, HELP),
    live,
    make("fieldset", {}, make("legend", {}, "Your marks"), list.node),
  ];
}

// Has the text follow keys and pointer.
function listen(parts, marking, keys) {
  const step = (n, extend) => {
    marking.go(n, extend);
    parts.draw();
    parts.text.show(n);
  };
  const press = (n, extend) => {
    step(n, extend);
    marking.extending = false;
    parts.draw();
    parts.text.node.focus({ preventScroll: true });
  };
  parts.text.node.addEventListener("keydown", keys(step));
  listenToPointer(parts.text.node, { press, drag: (n) => step(n, true) });
}

export function marker(spec, changed) {
  const words = wordsOf(spec.passage);
  const labels = labelsOf(spec.controls[0].options);
  const marking = new Marking(words, labels, changed);
  const does = (act) => {
    const told = act();
    if (told) parts.live.textContent = told;
    parts.draw();
  };
  const parts = partsOf(marking, words, labels, does);
  const place = { firsts: firstWords(words, spec.stops), count: words.length };
  listen(parts, marking, (step) => markingKeys(marking, labels, place, { step, does }));
  parts.draw();
  return {
    nodes: nodesOf(spec, parts),
    read: () => marking.read(),
    write(answer) {
      marking.write(answer);
      parts.draw();
    },
  };
}

export default { render: exercise(marker) };
