// What the keys are for while the text to mark has the focus.

import { whereTo } from "./moving.js";

// Returns what a key is for, as an act on the marking; null for a key that means nothing here.
export function actOf(event, marking, labels) {
  const label = labels.ofKey(event.key);
  if (label !== undefined) return () => marking.label(label);
  if (event.key === "Delete" || event.key === "Backspace") return () => marking.takeAwaySelected();
  return event.key.toLowerCase() === "u" ? () => marking.undo() : null;
}

// Returns a listener. on has step(n, extend), for the number of a word, and does(act).
export function markingKeys(marking, labels, { firsts, count }, on) {
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = whereTo(event.key, marking.cursor, firsts, count);
    const act = actOf(event, marking, labels);
    if (to !== undefined) on.step(to, event.shiftKey);
    else if (act) on.does(act);
    else return;
    event.preventDefault();
  };
}
