import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { moved, orderField, orderIn } from "../../src/whosays/widgets/js/order.js";
import { buttonOf, newPage } from "./page_stub.mjs";

const CONTROL = {
  id: "answer",
  label: "Put them in order",
  options: [
    ["a", "First heard"],
    ["b", "Then printed"],
    ["c", "Last repeated"],
  ],
};
let field, changes;

beforeEach(() => {
  newPage();
  changes = 0;
  field = orderField(CONTROL, () => changes++);
});

const press = (name) => buttonOf(field.node, name).click();

test("an item moves by one place and the others keep their order", () => {
  assert.deepEqual(moved(["a", "b", "c"], "c", -1), ["a", "c", "b"]);
  assert.deepEqual(moved(["a", "b", "c"], "a", 1), ["b", "a", "c"]);
});

test("an item at an end stays there, and the order is the very same", () => {
  const ids = ["a", "b", "c"];
  assert.equal(moved(ids, "a", -1), ids);
  assert.equal(moved(ids, "c", 1), ids);
  assert.equal(moved(ids, "gone", 1), ids);
});

test("a kept order is put back only where it is an order of these items", () => {
  const ids = ["a", "b", "c"];
  assert.deepEqual(orderIn(["c", "a", "b"], ids), ["c", "a", "b"]);
  for (const odd of [null, [], ["a", "b"], ["a", "a", "b"], ["a", "b", "x"], "cab", 3]) {
    assert.deepEqual(orderIn(odd, ids), ids);
  }
});

test("a button moves its item and keeps the focus, so that it can be pressed again", () => {
  press("Move up: Last repeated");
  assert.deepEqual(field.read(), ["a", "c", "b"]);
  assert.equal(document.activeElement.getAttribute("aria-label"), "Move up: Last repeated");
  document.activeElement.click();
  assert.deepEqual(field.read(), ["c", "a", "b"]);
  assert.equal(changes, 2);
});

test("at the top nothing moves, and Python is not told", () => {
  press("Move up: First heard");
  assert.deepEqual(field.read(), ["a", "b", "c"]);
  assert.equal(changes, 0);
});

test("an answer that is put back is shown in its order", () => {
  field.write(["b", "c", "a"]);
  const shown = field.node.querySelectorAll("li span").map((span) => span.textContent);
  assert.deepEqual(shown, ["Then printed", "Last repeated", "First heard"]);
  assert.equal(changes, 0);
});

test("what was read is a copy", () => {
  field.read().pop();
  assert.equal(field.read().length, 3);
});
