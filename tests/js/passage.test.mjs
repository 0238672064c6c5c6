import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { captionOf, exhibitsOf, passageOf } from "../../src/whosays/widgets/js/passage.js";
import { shown, WRONG } from "./exercise_stub.mjs";
import { newPage } from "./page_stub.mjs";
import { passage, specOf, stateOf } from "./passages.mjs";

beforeEach(() => newPage());

test("what we made up is said to be made up", () => {
  assert.equal(captionOf(specOf()).textContent, "A text.");
  assert.equal(captionOf(specOf({ invented: true })).textContent, "A text. We made this text up.");
});

test("there is no passage where a question has none, or where words of it are to be marked", () => {
  assert.equal(passageOf(specOf(), []), null);
  assert.equal(passageOf(specOf({ type: "marks", passage: passage("They said so.") }), []), null);
});

test("exhibits are shown with their names", () => {
  const [list, none] = [exhibitsOf(specOf({ exhibits: [["Office", "94 <b>"]] })), exhibitsOf(specOf())];
  assert.deepEqual([list.textContent, none], ["Office94 <b>", null]);
});

test("the words that a reply points at are marked in the passage", () => {
  const { el, model } = shown({ passage: passage("They said so.") });
  assert.equal(el.querySelector("mark"), null);
  model.set("state", stateOf({ ...WRONG, spans: [[5, 9]] }));
  assert.equal(el.querySelector("mark").textContent, "said");
  model.set("state", stateOf());
  assert.equal(el.querySelector("mark"), null);
  assert.equal(el.querySelector("blockquote").textContent, "They said so.");
});
