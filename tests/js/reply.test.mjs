import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { historyOf, nameOfCheck, replyOf, saidIn } from "../../src/whosays/widgets/js/reply.js";
import { newPage } from "./page_stub.mjs";
import { specOf, stateOf } from "./passages.mjs";

beforeEach(() => newPage());

const textOf = (nodes) => nodes.map((node) => node.textContent);

test("every verdict has a sign beside its colour", () => {
  const signs = { "This holds": "✓", "Nothing flagged": "✓", Noted: "✓", "In part": "◐", "Not yet": "✗" };
  for (const [verdict, sign] of Object.entries(signs)) {
    assert.deepEqual(textOf(replyOf(stateOf({ verdict }))), [`${sign} ${verdict}`]);
  }
});

test("before the first try nothing is said", () => {
  assert.deepEqual(replyOf(stateOf()), []);
});

test("a notice is told even where there is no verdict", () => {
  assert.deepEqual(textOf(replyOf(stateOf({ notice: "First say how sure you are." }))), [
    "First say how sure you are.",
  ]);
});

test("markup in a reply is text", () => {
  const [said] = replyOf(stateOf({ verdict: "Not yet", lines: ["<img src=x>"] }));
  assert.equal(said.querySelector("img"), null);
  assert.match(said.textContent, /<img src=x>/);
});

test("the same reply to another try is said anew, and a new draft says nothing", () => {
  const one = stateOf({ tries: 1, verdict: "Not yet", lines: ["Look again."] });
  assert.notEqual(saidIn(one), saidIn({ ...one, tries: 2 }));
  assert.notEqual(saidIn(one), saidIn({ ...one, notice: "Not saved yet." }));
  assert.equal(saidIn(one), saidIn({ ...one, answer: "y", confidence: 70 }));
});

test("tries are listed from the second on", () => {
  const tried = { when: "1 May", said: "One", verdict: "Not yet" };
  assert.deepEqual(historyOf({ history: [tried] }), []);
  const [list] = historyOf({ history: [tried, { ...tried, verdict: "" }] });
  assert.equal(list.querySelector("summary").textContent, "Your 2 tries");
  assert.deepEqual(textOf(list.querySelectorAll("li")), ["1 May: One — Not yet", "1 May: One"]);
});

test("the button says what pressing it does", () => {
  assert.equal(nameOfCheck(specOf(), stateOf()), "Check");
  assert.equal(nameOfCheck(specOf(), stateOf({ tries: 1 })), "Check again");
  assert.equal(nameOfCheck(specOf({ scored: false }), stateOf()), "Note it");
  assert.equal(nameOfCheck(specOf({ silent: true, scored: false }), stateOf()), "Keep my answer");
});
