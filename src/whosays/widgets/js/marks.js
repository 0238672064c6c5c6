// Marks: spans of a text under a label, in the order of the text. They may overlap; no list is ever changed in place.

import { overlap } from "./words.js";

export function marksOn(marks, span) {
  return marks.filter((mark) => overlap(mark, span));
}

// Returns the marks with one more, or as they are where the same words have the same label already.
export function withMark(marks, mark) {
  const isSame = (other) =>
    other.start === mark.start && other.end === mark.end && other.label === mark.label;
  if (marks.some(isSame)) return marks;
  return [...marks, mark].sort((a, b) => a.start - b.start || a.end - b.end);
}

export function withoutMark(marks, mark) {
  return marks.filter((other) => other !== mark);
}

// Returns the shortest of some marks, and among equals the last: the one a reader sees on top.
export function shortest(marks) {
  return marks.reduce((a, b) => (b.end - b.start <= a.end - a.start ? b : a));
}

// Returns those of the marks in an answer that stand on words of this text.
export function marksIn(answer, words) {
  if (!Array.isArray(answer)) return [];
  return answer.filter((mark) => mark && marksOn(words, mark).length).map((mark) => ({ ...mark }));
}
