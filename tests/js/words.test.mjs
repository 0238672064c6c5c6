import assert from "node:assert/strict";
import { test } from "node:test";

import { overlap, spanOf, textOf, wordsOf } from "../../src/whosays/widgets/js/words.js";
import { firstWords, whereTo } from "../../src/whosays/widgets/js/moving.js";
import { passage } from "./passages.mjs";

const PASSAGE = passage("Kept 😀 “here”.", "They said cafe\u0301s shut.");
const WORDS = wordsOf(PASSAGE);

test("words and what stands between them are the text, letter by letter", () => {
  const line = (n) => WORDS.filter(({ paragraph }) => paragraph === n);
  const text = (n) =>
    line(n)
      .map(({ before, text: word, after }) => before + word + after)
      .join("");
  assert.equal(text(0), "Kept 😀 “here”.");
  assert.equal(text(1), "They said cafe\u0301s shut.");
});

test("a word behind an emoji or an accent has the place that Python gives it", () => {
  const here = WORDS.find(({ text }) => text === "here");
  assert.deepEqual([here.start, here.end], [8, 12]);
  const shut = WORDS.find(({ text }) => text === "shut");
  assert.deepEqual([shut.start, shut.end], [32, 36]);
});

test("a selection is the same span in whichever direction it was made", () => {
  assert.deepEqual(spanOf(WORDS, 1, 3), { start: 8, end: 24 });
  assert.deepEqual(spanOf(WORDS, 3, 1), spanOf(WORDS, 1, 3));
  assert.equal(textOf(WORDS, spanOf(WORDS, 3, 1)), "here They said");
});

test("spans that only touch do not overlap", () => {
  assert.equal(overlap({ start: 0, end: 4 }, { start: 4, end: 8 }), false);
  assert.equal(overlap({ start: 4, end: 8 }, { start: 0, end: 4 }), false);
  assert.equal(overlap({ start: 0, end: 5 }, { start: 4, end: 8 }), true);
});

test("a word that is marked in part is told in whole", () => {
  assert.equal(textOf(WORDS, { start: 1, end: 9 }), "Kept here");
});

test("left and right move by a word and stop at the ends", () => {
  assert.equal(whereTo("ArrowRight", 0, [0, 2], 6), 1);
  assert.equal(whereTo("ArrowLeft", 0, [0, 2], 6), 0);
  assert.equal(whereTo("ArrowRight", 5, [0, 2], 6), 5);
});

test("down leads to the next sentence, and stays in the last", () => {
  assert.equal(whereTo("ArrowDown", 1, [0, 2, 4], 6), 2);
  assert.equal(whereTo("ArrowDown", 5, [0, 2, 4], 6), 4);
});

test("up leads to the start of this sentence first, then to the one before", () => {
  assert.equal(whereTo("ArrowUp", 3, [0, 2, 4], 6), 2);
  assert.equal(whereTo("ArrowUp", 2, [0, 2, 4], 6), 0);
  assert.equal(whereTo("ArrowUp", 0, [0, 2, 4], 6), 0);
});

test("home and end lead to the ends of the sentence", () => {
  assert.equal(whereTo("Home", 3, [0, 2, 4], 6), 2);
  assert.equal(whereTo("End", 2, [0, 2, 4], 6), 3);
  assert.equal(whereTo("End", 4, [0, 2, 4], 6), 5);
});

test("other keys lead nowhere", () => {
  for (const key of ["x", "Enter", "Tab", "PageDown", " "]) {
    assert.equal(whereTo(key, 3, [0, 2, 4], 6), undefined, key);
  }
});

test("a sentence begins with its first word, and one without words is passed over", () => {
  assert.deepEqual(firstWords(WORDS, [0, 15, 39]), [0, 2]);
});
