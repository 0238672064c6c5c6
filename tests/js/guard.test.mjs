import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import guard, { tend } from "../../src/whosays/widgets/js/guard.js";
import { newPage, StubNode } from "./page_stub.mjs";

let body, box, el;

beforeEach(() => {
  body = newPage();
  globalThis.MutationObserver = class {
    observe() {}
    disconnect() {}
  };
  [box, el] = [new StubNode("div"), new StubNode("div")];
  body.append(box);
  box.append(el);
});

function put(tag, more = {}) {
  const node = Object.assign(new StubNode(tag), more);
  box.append(node);
  return node;
}

test("what a picture shows is told in words", () => {
  put("img", { alt: "A bar of 3." });
  guard.render({ el });
  assert.equal(el.textContent, "A bar of 3.");
  assert.equal(el.getAttribute("role"), "status");
});

test("the same words are not put in again, for they would be read out again", () => {
  put("img", { alt: "A bar of 3." });
  tend(el);
  const { children } = el;
  tend(el);
  assert.equal(el.children, children);
});

test("a table is told by the number of its rows", () => {
  const body_ = new StubNode("tbody");
  body_.append(new StubNode("tr"), new StubNode("tr"));
  put("table").append(body_);
  tend(el);
  assert.equal(el.textContent, "A table of 2 rows.");
});

test("a slider is named by the label beside it", () => {
  const line = put("div");
  line.classList.add("widget-inline-hbox");
  const [label, handle] = [new StubNode("label"), new StubNode("div")];
  label.textContent = "Reports to show";
  handle.classList.add("noUi-handle");
  line.append(label, handle);
  tend(el);
  assert.equal(handle.getAttribute("aria-label"), "Reports to show");
});

test("one guard watches over the page, however many panels there are", () => {
  guard.render({ el });
  guard.render({ el: put("div") });
  assert.equal(body.listeners.keydown.length, 1);
});
