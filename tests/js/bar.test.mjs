import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { barOf } from "../../src/whosays/site/static/bar.js";
import { buttonOf, newPage, StubNode } from "./page_stub.mjs";

let node, bar;

beforeEach(() => {
  const body = newPage();
  node = new StubNode("div");
  const told = new StubNode("p");
  told.setAttribute("role", "status");
  node.append(told, new StubNode("progress"), new StubNode("menu"));
  body.append(node);
  bar = barOf(node);
});

const told = () => node.querySelector("[role=status]").textContent;

test("how far loading is shows as a number, as unknown, or not at all", () => {
  const progress = node.querySelector("progress");
  bar.say("Opening", 30);
  assert.deepEqual([told(), progress.hidden, progress.value], ["Opening", false, 30]);
  progress.setAttribute("value", 30);
  bar.say("Starting", null);
  assert.deepEqual([progress.hidden, progress.getAttribute("value")], [false, null]);
  bar.say("Ready");
  assert.equal(progress.hidden, true);
});

test("buttons take the place of those before", () => {
  bar.offer(["One", async () => {}], ["Two", async () => {}]);
  bar.offer(["Three", async () => bar.say("Done")]);
  assert.equal(node.querySelectorAll("li").length, 1);
  buttonOf(node, "Three").click();
  assert.equal(told(), "Done");
});

test("what fails is told in a sentence", async () => {
  bar.offer(["Load", () => Promise.reject(new Error("this is no file of answers saved here"))]);
  buttonOf(node, "Load").click();
  await new Promise((done) => setImmediate(done));
  assert.equal(told(), "That did not work: this is no file of answers saved here");
});

test("the bar makes room for itself, and gives it back", () => {
  globalThis.Event = class {};
  bar.show();
  assert.equal(document.body.classList.contains("whosays-with-bar"), true);
  bar.hide();
  assert.equal(node.hidden, true);
  assert.equal(document.body.classList.contains("whosays-with-bar"), false);
});
