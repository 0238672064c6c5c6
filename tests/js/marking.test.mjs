import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { labelsOf } from "../../src/whosays/widgets/js/labels.js";
import { Marking } from "../../src/whosays/widgets/js/marking.js";
import { marksIn, shortest, withMark } from "../../src/whosays/widgets/js/marks.js";
import { wordsOf } from "../../src/whosays/widgets/js/words.js";
import { passage } from "./passages.mjs";

const WORDS = wordsOf(passage("Kept 😀 “here”: they said", "so cafe\u0301s shut."));
const LABELS = labelsOf([
  ["cue", "Cue"],
  ["hedge", "Hedge"],
]);
let marking, changes;

beforeEach(() => {
  changes = 0;
  marking = new Marking(WORDS, LABELS, () => changes++);
});

function mark(from, to, label) {
  marking.go(from, false);
  marking.go(to, true);
  return marking.label(label);
}

test("what is marked is the span from the first selected word to the last", () => {
  assert.equal(mark(1, 3, "cue"), "Marked “here they said” as Cue.");
  assert.deepEqual(marking.read(), [{ start: 8, end: 24, label: "cue" }]);
});

test("a selection made backwards marks the same words", () => {
  mark(3, 1, "cue");
  assert.deepEqual(marking.read(), [{ start: 8, end: 24, label: "cue" }]);
});

test("marks may overlap and lie in one another, and stand in the order of the text", () => {
  mark(2, 4, "cue");
  mark(1, 2, "hedge");
  mark(2, 2, "hedge");
  assert.deepEqual(
    marking.read().map(({ start, end }) => [start, end]),
    [
      [8, 19],
      [15, 19],
      [15, 27],
    ],
  );
});

test("the same words under the same label are marked once, under another label again", () => {
  mark(1, 2, "cue");
  assert.equal(mark(1, 2, "cue"), "");
  assert.equal(changes, 1);
  mark(1, 2, "hedge");
  assert.equal(marking.marks.length, 2);
});

test("after a mark the next selection begins at the cursor", () => {
  mark(0, 2, "cue");
  assert.deepEqual([marking.first, marking.last], [2, 2]);
});

test("taking away takes the shortest mark on the words, and of equals the last", () => {
  mark(1, 4, "cue");
  mark(2, 2, "hedge");
  marking.go(2, false);
  assert.equal(marking.takeAwaySelected(), "Took away Hedge: “they”.");
  assert.deepEqual(
    marking.read().map(({ label }) => label),
    ["cue"],
  );
  const [a, b] = [
    { start: 0, end: 4, label: "a" },
    { start: 9, end: 13, label: "b" },
  ];
  assert.equal(shortest([a, b]), b);
});

test("where no mark stands there is none to take away, and that is told", () => {
  mark(1, 2, "cue");
  marking.go(0, false);
  assert.equal(marking.takeAwaySelected(), "No mark stands on these words.");
  assert.equal(marking.marks.length, 1);
  assert.equal(changes, 1);
});

test("undo takes back marking and taking away, one by one, down to nothing", () => {
  mark(1, 1, "cue");
  mark(2, 2, "hedge");
  marking.takeAwaySelected();
  assert.equal(marking.undo(), "Undone.");
  assert.equal(marking.marks.length, 2);
  marking.undo();
  marking.undo();
  assert.deepEqual(marking.read(), []);
  assert.equal(marking.undo(), "There is nothing to undo.");
  assert.equal(changes, 6);
});

test("with extending on, moving selects until something is marked", () => {
  marking.go(1, false);
  marking.extend();
  marking.go(3, false);
  assert.deepEqual([marking.first, marking.last], [1, 3]);
  marking.label("cue");
  assert.equal(marking.extending, false);
  marking.go(4, false);
  assert.deepEqual([marking.first, marking.last], [4, 4]);
});

test("a reason goes with its mark", () => {
  mark(1, 1, "cue");
  marking.because(marking.marks[0], "It names somebody.");
  assert.equal(marking.read()[0].reason, "It names somebody.");
  assert.equal(changes, 2);
});

test("an answer that is put back can not be undone, and changes nothing that Python would have to hear", () => {
  mark(1, 1, "cue");
  marking.write([{ start: 0, end: 4, label: "hedge", reason: "so" }]);
  assert.deepEqual(marking.read(), [{ start: 0, end: 4, label: "hedge", reason: "so" }]);
  assert.equal(marking.undo(), "There is nothing to undo.");
  assert.equal(changes, 1);
});

test("of an answer only marks on words of this text are put back", () => {
  const kept = { start: 8, end: 12, label: "cue" };
  assert.deepEqual(marksIn([kept, { start: 900, end: 910, label: "cue" }, null, 3, {}], WORDS), [kept]);
  for (const odd of [null, undefined, "cue", { start: 0, end: 4 }, 7]) {
    assert.deepEqual(marksIn(odd, WORDS), []);
  }
});

test("what was read or put in is a copy, so nobody changes marks from outside", () => {
  const answer = [{ start: 0, end: 4, label: "cue" }];
  marking.write(answer);
  answer[0].label = "hedge";
  marking.read()[0].label = "hedge";
  assert.equal(marking.marks[0].label, "cue");
});

test("a list of marks is never changed in place", () => {
  const marks = Object.freeze([{ start: 5, end: 9, label: "cue" }]);
  const more = withMark(marks, { start: 0, end: 4, label: "cue" });
  assert.equal(marks.length, 1);
  assert.equal(more[0].start, 0);
});

test("labels have numbers from one on, and those are their keys", () => {
  assert.equal(LABELS.number("hedge"), 2);
  assert.equal(LABELS.ofKey("2"), "hedge");
  assert.equal(LABELS.name("hedge"), "Hedge");
  for (const key of ["0", "3", "a", " ", "", "1.5", "-1"]) assert.equal(LABELS.ofKey(key), undefined, key);
  assert.equal(LABELS.name("gone"), "gone");
});
