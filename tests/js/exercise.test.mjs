import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";

import { CHOICE, shown, WRONG } from "./exercise_stub.mjs";
import { buttonOf, StubNode } from "./page_stub.mjs";
import { specOf, stateOf } from "./passages.mjs";

beforeEach(() => mock.timers.enable({ apis: ["setTimeout"] }));
afterEach(() => mock.timers.reset());

test("an answer kept before is put back, with how sure the reader was", () => {
  const { el, model, check } = shown({ confident: true }, { answer: "y", confidence: 80 });
  assert.equal(el.querySelector("[value=y]").checked, true);
  assert.equal(el.querySelector(".whosays-sure input:checked").value, "80");
  check();
  assert.deepEqual(model.sent, [{ do: "check", answer: "y", confidence: 80 }]);
});

test("how sure a reader is goes from a guess to certain, and is null before it was said", () => {
  const { el, model, check } = shown({ confident: true });
  const labels = el.querySelectorAll(".whosays-sure label").map((label) => label.textContent.trim());
  assert.deepEqual(labels, ["50 (a guess)", "60", "70", "80", "90", "100 (certain)"]);
  check();
  assert.equal(model.sent[0].confidence, null);
});

test("where nobody is asked how sure they are, there is nothing to say it with", () => {
  const { el } = shown();
  assert.equal(el.querySelector(".whosays-sure"), null);
});

test("a reply is announced where readers of screens listen", () => {
  const { status, model, check } = shown();
  assert.deepEqual([status().getAttribute("role"), status().getAttribute("aria-live")], ["status", "polite"]);
  check();
  model.set("state", stateOf(WRONG));
  assert.equal(status().textContent, "✗ Not yetLook again.");
});

test("what is said already is left in place when a draft is kept, not to be read out again", () => {
  const { status, model } = shown({}, WRONG);
  const [said] = status().children;
  model.set("state", stateOf({ ...WRONG, answer: "y" }));
  assert.equal(status().children[0], said);
});

test("sending the form does not load the page anew", () => {
  const { check } = shown();
  assert.equal(check().prevented, true);
});

test("starting over empties the controls, and a reply does not touch them", () => {
  const { el, model } = shown({}, { ...WRONG, answer: "y" });
  const box = el.querySelector("[value=x]");
  box.checked = true;
  model.set("state", stateOf({ ...WRONG, tries: 2, answer: "y" }));
  assert.equal(box.checked, true);
  buttonOf(el, "Start over").click();
  assert.deepEqual(model.sent, [{ do: "restart" }]);
  model.set("state", stateOf());
  assert.equal(el.querySelectorAll("input:checked").length, 0);
});

test("another question takes the place of this one, with its own answer", () => {
  const { el, model } = shown({}, WRONG);
  model.set("state", stateOf({ answer: "x" }));
  model.set("spec", specOf({ prompt: ["And this?"], controls: [CHOICE], aside: true }));
  assert.equal(el.querySelector(".whosays-prompt").textContent, "And this?");
  assert.equal(el.querySelector("[value=x]").checked, true);
  assert.equal(buttonOf(el, "Back to the first question").hidden, false);
});

test("Escape leaves for the cell and goes on to the notebook, a letter does neither", () => {
  const { el } = shown();
  const cell = new StubNode("div");
  cell.classList.add("jp-Cell");
  cell.append(el);
  assert.equal(el.happen("keydown", { key: "x" }).stopped, true);
  assert.notEqual(document.activeElement, cell);
  assert.equal(el.happen("keydown", { key: "Escape" }).stopped, false);
  assert.equal(document.activeElement, cell);
});

test("a view that is gone hears and sends nothing any more", () => {
  const { el, model, leave } = shown();
  el.querySelector("form").happen("change");
  leave();
  mock.timers.tick(9000);
  assert.deepEqual([model.sent, model.listeners], [[], {}]);
});

test("a draft that was kept before the first try leaves alone what the reader goes on to choose", () => {
  const { el, model } = shown({}, { answer: "x" });
  const box = el.querySelector("[value=y]");
  box.checked = true;
  model.set("state", stateOf({ answer: "x", notice: "Not saved yet." }));
  assert.equal(box.checked, true);
});

test("only what can be done now is offered", () => {
  const { el, model } = shown();
  const names = ["Start over", "A question like this one", "Back to the first question"];
  const offered = () => names.filter((name) => !buttonOf(el, name).hidden);
  assert.deepEqual(offered(), []);
  model.set("state", stateOf({ ...WRONG, parallel: true }));
  assert.deepEqual(offered(), names.slice(0, 2));
  model.set("state", stateOf({ ...WRONG, afresh: false }));
  assert.deepEqual(offered(), []);
});
