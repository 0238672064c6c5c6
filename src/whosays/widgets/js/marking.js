// What is selected and what is marked, and what each thing the reader does makes of it. Nothing here is drawn.

import { marksIn, marksOn, shortest, withMark, withoutMark } from "./marks.js";
import { spanOf, textOf } from "./words.js";

// What changes the marks returns a sentence that tells what was done, or "" where nothing was.
export class Marking {
  #words;
  #labels;
  #changed;
  #earlier = [];
  #anchor = 0; // the other end of the selection
  marks = [];
  cursor = 0;
  extending = false; // whether what moves the cursor next selects, even without Shift

  // changed() is called whenever the reader has made the marks others than before.
  constructor(words, labels, changed) {
    this.#words = words;
    this.#labels = labels;
    this.#changed = changed;
  }

  get first() {
    return Math.min(this.#anchor, this.cursor);
  }

  get last() {
    return Math.max(this.#anchor, this.cursor);
  }

  read() {
    return this.marks.map((mark) => ({ ...mark }));
  }

  write(answer) {
    this.marks = marksIn(answer, this.#words);
    this.#earlier = [];
  }

  go(to, extend) {
    this.cursor = to;
    if (!extend && !this.extending) this.#anchor = to;
  }

  // Turns extending on, or off again.
  extend() {
    this.extending = !this.extending;
    return "";
  }

  label(label) {
    const mark = { ...this.#selected(), label };
    const next = withMark(this.marks, mark);
    this.#anchor = this.cursor;
    this.extending = false;
    return next === this.marks
      ? ""
      : this.#put(next, `Marked ${this.#quoted(mark)} as ${this.#labels.name(label)}.`);
  }

  takeAway(mark) {
    const told = `Took away ${this.#labels.name(mark.label)}: ${this.#quoted(mark)}.`;
    return this.#put(withoutMark(this.marks, mark), told);
  }

  takeAwaySelected() {
    const hit = marksOn(this.marks, this.#selected());
    return hit.length ? this.takeAway(shortest(hit)) : "No mark stands on these words.";
  }

  undo() {
    if (!this.#earlier.length) return "There is nothing to undo.";
    this.marks = this.#earlier.pop();
    this.#changed();
    return "Undone.";
  }

  because(mark, reason) {
    mark.reason = reason;
    this.#changed();
  }

  #selected() {
    return spanOf(this.#words, this.first, this.last);
  }

  #quoted(mark) {
    return `“${textOf(this.#words, mark)}”`;
  }

  #put(next, told) {
    this.#earlier.push(this.marks);
    this.marks = next;
    this.#changed();
    return told;
  }
}
