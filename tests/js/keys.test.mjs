import assert from "node:assert/strict";
import { test } from "node:test";

import { staysInExercise, staysInPanel } from "../../src/whosays/widgets/js/keys.js";
import { newPage, StubNode } from "./page_stub.mjs";

const LETTERS = [..."abcdefghijklmnopqrstuvwxyz0123456789"];
const OTHERS = ["Enter", "Delete", "Backspace", "Home", "End", "PageUp", "ArrowDown", "ArrowUp", " "];

function inPanel() {
  const body = newPage();
  const [output, box, slider] = ["div", "div", "span"].map((tag) => new StubNode(tag));
  output.classList.add("jp-OutputArea");
  box.classList.add("widget-box");
  body.append(output);
  output.append(box);
  box.append(slider);
  return { slider, output };
}

test("letters, digits and moving keys stay in an exercise and in a panel", () => {
  const { slider } = inPanel();
  for (const key of [...LETTERS, ...OTHERS]) {
    assert.equal(staysInExercise({ key }), true, key);
    assert.equal(staysInPanel({ key, target: slider }), true, key);
  }
});

test("Escape goes to the notebook", () => {
  const { slider } = inPanel();
  assert.equal(staysInExercise({ key: "Escape" }), false);
  assert.equal(staysInPanel({ key: "Escape", target: slider }), false);
});

test("running a cell and every combination of keys go to the notebook", () => {
  const { slider } = inPanel();
  const commands = [
    { key: "Enter", shiftKey: true },
    { key: "s", ctrlKey: true },
    { key: "s", metaKey: true },
    { key: "b", altKey: true },
  ];
  for (const command of commands) {
    assert.equal(staysInExercise(command), false);
    assert.equal(staysInPanel({ ...command, target: slider }), false);
  }
});

test("a capital letter is no command, so it stays", () => {
  assert.equal(staysInExercise({ key: "A", shiftKey: true }), true);
});

test("keys pressed outside of a panel are nothing to its guard", () => {
  const { output } = inPanel();
  assert.equal(staysInPanel({ key: "x", target: output }), false);
  assert.equal(staysInPanel({ key: "x", target: {} }), false);
});

test("Tab leaves a panel", () => {
  const { slider } = inPanel();
  assert.equal(staysInPanel({ key: "Tab", target: slider }), false);
});
