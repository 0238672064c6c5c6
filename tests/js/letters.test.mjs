import assert from "node:assert/strict";
import { test } from "node:test";

import { cut, pieces } from "../../src/whosays/widgets/js/letters.js";

const inside = (part, spans) =>
  pieces(part, spans)
    .filter((piece) => piece.inside)
    .map((piece) => piece.words);

test("an emoji counts as one letter, as it does in Python", () => {
  assert.equal(cut({ start: 0, text: "a 😀 here" }, 4, 8), "here");
  assert.deepEqual(inside({ start: 0, text: "a 😀 here" }, [[4, 8]]), ["here"]);
});

test("a letter with a separate accent counts as two, as it does in Python", () => {
  assert.equal(cut({ start: 0, text: "cafe\u0301 shut" }, 6, 10), "shut");
  assert.equal(cut({ start: 0, text: "caf\u00e9 shut" }, 5, 9), "shut");
});

test("places count from the start of the whole text, not of the passage", () => {
  assert.equal(cut({ start: 100, text: "They said so." }, 105, 109), "said");
  assert.equal(cut({ start: 100, text: "They said so." }, 110), "so.");
});

test("spans that overlap or touch make one piece", () => {
  const part = { start: 0, text: "one two three" };
  const overlapping = [
    [0, 5],
    [4, 7],
  ];
  assert.deepEqual(inside(part, overlapping), ["one two"]);
  const touching = [
    [0, 3],
    [3, 7],
  ];
  assert.deepEqual(inside(part, touching), ["one two"]);
});

test("the pieces together are the passage, whatever the spans are", () => {
  const part = { start: 10, text: "Kept 😀 “here”." };
  const spans = [
    [0, 12],
    [15, 16],
    [20, 900],
    [14, 14],
  ];
  const words = pieces(part, spans).map((piece) => piece.words);
  assert.equal(words.join(""), part.text);
  assert.deepEqual(inside(part, spans), ["Ke", "😀", "re”."]);
});

test("a span before or behind the passage points at nothing in it", () => {
  assert.deepEqual(inside({ start: 50, text: "words" }, [[0, 50]]), []);
  assert.deepEqual(inside({ start: 50, text: "words" }, [[55, 60]]), []);
  assert.deepEqual(pieces({ start: 0, text: "" }, [[0, 1]]), []);
});
