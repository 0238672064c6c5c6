import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { marker } from "../../src/whosays/widgets/js/marker.js";
import { buttonOf, newPage } from "./page_stub.mjs";
import { passage, specOf } from "./passages.mjs";

const OPTIONS = [
  ["cue", "Cue"],
  ["hedge", "Hedge"],
];
const SPEC = specOf({
  type: "marks",
  passage: passage("Kept 😀 “here”: they said.", "So cafe\u0301s shut."),
  stops: [0, 26],
  controls: [{ id: "answer", kind: "marks", label: "Your marks", options: OPTIONS }],
});
let body, made, changes;

beforeEach(() => {
  body = newPage();
  changes = 0;
  made = marker(SPEC, () => changes++);
  body.append(...made.nodes);
});

const text = () => body.querySelector("[role=listbox]");
const words = () => body.querySelectorAll("[role=option]");
const told = () => body.querySelector(".whosays-live").textContent;
const rows = () => body.querySelectorAll(".whosays-marks li").map((row) => row.textContent);
const selected = () => words().filter((word) => word.getAttribute("aria-selected") === "true");
const press = (key, more = {}) => text().happen("keydown", { key, ...more });

test("the text reads as it stands in the article", () => {
  const lines = text().querySelectorAll("[role=group]");
  assert.deepEqual(
    lines.map((line) => line.textContent),
    ["Kept 😀 “here”: they said.", "So cafe\u0301s shut."],
  );
});

test("words are marked by keyboard alone", () => {
  for (const key of ["ArrowRight", "ArrowRight"]) press(key);
  press("ArrowRight", { shiftKey: true });
  assert.equal(press("2").prevented, true);
  assert.equal(told(), "Marked “they said” as Hedge.");
  assert.deepEqual(made.read(), [{ start: 15, end: 24, label: "hedge" }]);
  assert.deepEqual(rows(), ["2 Hedge: “they said” Take away"]);
  press("Delete");
  assert.equal(told(), "Took away Hedge: “they said”.");
  press("U");
  assert.equal(told(), "Undone.");
  assert.equal(changes, 3);
});

test("keys that mean nothing here, and commands, are left to others", () => {
  for (const key of ["x", "Tab", "Enter", "3"]) assert.equal(press(key).prevented, false, key);
  for (const command of ["ctrlKey", "metaKey", "altKey"]) {
    assert.equal(press("1", { [command]: true }).prevented, false);
  }
  assert.deepEqual(made.read(), []);
});

test("a word tells its labels, and the last word of a mark bears its number", () => {
  press("1");
  press("ArrowRight", { shiftKey: true });
  press("2");
  const [first, second, third] = words();
  assert.equal(first.getAttribute("aria-label"), "Kept, Cue, Hedge");
  assert.deepEqual([first.dataset.marks, first.dataset.tags], ["1 2", "1"]);
  assert.deepEqual([second.dataset.marks, second.dataset.tags], ["2", "2"]);
  assert.equal(third.getAttribute("aria-label"), null);
});

test("a reader of screens is told where the cursor is", () => {
  press("ArrowDown");
  assert.equal(text().getAttribute("aria-activedescendant"), words()[4].getAttribute("id"));
  assert.equal(words()[4].seen, 1);
});

function point(name, n, more = {}) {
  words().forEach((word, at) => (word.at = [at, 0]));
  return text().happen(name, { clientX: n, clientY: 0, ...more });
}

test("a mouse drags over words", () => {
  point("pointerdown", 3, { pointerType: "mouse" });
  point("pointermove", 1);
  point("pointerup", 1);
  point("pointermove", 0);
  assert.deepEqual(
    selected().map((word) => word.textContent),
    ["here", "they", "said"],
  );
  assert.equal(document.activeElement, text());
});

test("a finger taps the first word and the last", () => {
  point("pointerdown", 1, { pointerType: "touch" });
  point("pointermove", 4);
  assert.equal(selected().length, 1);
  const extend = buttonOf(body, "Select to here");
  extend.click();
  assert.equal(extend.getAttribute("aria-pressed"), "true");
  point("pointerdown", 3, { pointerType: "touch" });
  assert.equal(selected().length, 3);
  assert.equal(extend.getAttribute("aria-pressed"), "false");
});

test("a pointer beside the words does nothing", () => {
  assert.equal(point("pointerdown", 99).prevented, false);
});

test("buttons do what keys do, and give the focus back to the text", () => {
  buttonOf(body, "1 Cue").click();
  assert.equal(document.activeElement, text());
  buttonOf(body, "Take the mark on “Kept” away").click();
  assert.deepEqual([made.read(), told()], [[], "Took away Cue: “Kept”."]);
  buttonOf(body, "Undo").click();
  assert.equal(made.read().length, 1);
  buttonOf(body, "Take away").click();
  assert.deepEqual(rows(), ["Nothing is marked yet."]);
});

test("a reason is kept with its mark, and moving the cursor leaves one half written alone", () => {
  press("1");
  const reason = body.querySelector(".whosays-marks input");
  press("ArrowRight");
  assert.equal(body.querySelector(".whosays-marks input"), reason);
  reason.value = "It names somebody.";
  reason.happen("change");
  assert.equal(made.read()[0].reason, "It names somebody.");
});

test("marks kept before are put back, with their reasons", () => {
  made.write([{ start: 8, end: 12, label: "cue", reason: "so" }]);
  assert.deepEqual(rows(), ["1 Cue: “here” Take away"]);
  assert.equal(body.querySelector(".whosays-marks input").value, "so");
  assert.equal(changes, 0);
});
