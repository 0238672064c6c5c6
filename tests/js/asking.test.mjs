import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";

import { shown, WRONG } from "./exercise_stub.mjs";
import { stateOf } from "./passages.mjs";

beforeEach(() => mock.timers.enable({ apis: ["setTimeout"] }));
afterEach(() => mock.timers.reset());

test("a reply that was asked for comes into view, once", () => {
  const { status, model, check } = shown();
  check();
  model.set("state", stateOf(WRONG));
  assert.equal(status().seen, 1);
  model.set("state", stateOf({ ...WRONG, lines: ["Changed elsewhere."] }));
  assert.equal(status().seen, 1);
});

test("whoever goes on writing after asking is not scrolled away", () => {
  const { el, status, model, check } = shown();
  check();
  el.querySelector("form").happen("change");
  model.set("state", stateOf(WRONG));
  assert.equal(status().seen, 0);
});

test("a draft is sent once the reader pauses, however often something changed", () => {
  const { el, model } = shown();
  el.querySelector("[value=x]").checked = true;
  for (let n = 0; n < 3; n++) el.querySelector("form").happen("change");
  mock.timers.tick(499);
  assert.deepEqual(model.sent, []);
  mock.timers.tick(1);
  assert.deepEqual(model.sent, [{ do: "draft", answer: "x", confidence: null }]);
});

test("a draft still waiting is not sent behind an answer", () => {
  const { el, model, check } = shown();
  el.querySelector("form").happen("change");
  check();
  mock.timers.tick(1000);
  assert.deepEqual(
    model.sent.map((message) => message.do),
    ["check"],
  );
});

test("where Python does not answer, the reader is told what to do", () => {
  const { status, check } = shown();
  check();
  mock.timers.tick(3999);
  assert.equal(status().textContent, "");
  mock.timers.tick(1);
  assert.match(status().textContent, /Python has not answered.*run this cell again/);
  assert.equal(status().seen, 1);
});

test("an answer that comes late takes the place of that", () => {
  const { status, model, check } = shown({}, WRONG);
  check();
  mock.timers.tick(5000);
  model.set("state", stateOf(WRONG));
  assert.equal(status().textContent, "✗ Not yetLook again.");
});

test("an answer in time keeps the reader from being told", () => {
  const { status, model, check } = shown();
  check();
  model.set("state", stateOf(WRONG));
  mock.timers.tick(5000);
  assert.doesNotMatch(status().textContent, /Python/);
});
