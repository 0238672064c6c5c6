import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { answerOf, valuesIn } from "../../src/whosays/widgets/js/answer.js";
import { form } from "../../src/whosays/widgets/js/form.js";
import { gridOf, isTable } from "../../src/whosays/widgets/js/table.js";
import { newPage, StubNode } from "./page_stub.mjs";

beforeEach(() => newPage());

const control = (id, kind, more = {}) => ({ id, kind, label: `Label of ${id}`, options: [], ...more });
const OPTIONS = [
  ["x", "One"],
  ["y", "Other"],
];

function formOf(...controls) {
  const made = form({ controls }, () => {});
  const root = new StubNode("form");
  root.append(...made.nodes);
  return { ...made, root };
}

test("one control called answer is the answer itself", () => {
  assert.equal(answerOf([{ id: "answer" }], ["x"]), "x");
  assert.deepEqual(valuesIn([{ id: "answer" }], "x"), ["x"]);
});

test("several controls make an answer with a value under each of their names", () => {
  assert.deepEqual(answerOf([{ id: "a" }, { id: "b" }], ["x", null]), { a: "x", b: null });
  assert.deepEqual(answerOf([{ id: "a" }], ["x"]), { a: "x" });
});

test("where code makes the answer there is none to read", () => {
  assert.equal(answerOf([], []), null);
  assert.equal(formOf().read(), null);
});

test("an answer of another kind leaves the controls empty", () => {
  assert.deepEqual(valuesIn([{ id: "a" }, { id: "b" }], null), [undefined, undefined]);
  assert.deepEqual(valuesIn([{ id: "a" }, { id: "b" }], "x"), [undefined, undefined]);
});

test("one of several is read as its name, and as null while none is chosen", () => {
  const made = formOf(control("answer", "radio", { options: OPTIONS }));
  assert.equal(made.read(), null);
  made.write("y");
  assert.equal(made.read(), "y");
  made.write(null);
  assert.equal(made.read(), null);
});

test("any of several are read as a list", () => {
  const made = formOf(control("answer", "checks", { options: OPTIONS }));
  assert.deepEqual(made.read(), []);
  made.write(["x", "y", "gone"]);
  assert.deepEqual(made.read(), ["x", "y"]);
  for (const odd of [null, "x", 3]) {
    made.write(odd);
    assert.deepEqual(made.read(), []);
  }
});

test("lines, numbers, texts and menus are read as they were written", () => {
  const kinds = ["line", "number", "text", "select"];
  const made = formOf(...kinds.map((kind) => control(kind, kind, { options: OPTIONS })));
  made.write({ line: "at least", number: 59, text: "Two\nlines", select: "x" });
  assert.deepEqual(made.read(), { line: "at least", number: 59, text: "Two\nlines", select: "x" });
  made.write({});
  assert.deepEqual(made.read(), { line: "", number: "", text: "", select: "" });
});

test("what was read can be put back, whatever the controls are", () => {
  const controls = [
    control("a", "radio", { options: OPTIONS }),
    control("b", "checks", { options: OPTIONS }),
    control("c", "order", { options: OPTIONS }),
    control("d", "text"),
  ];
  const one = formOf(...controls);
  one.write({ a: "x", b: ["y"], c: ["y", "x"], d: "Because." });
  const other = formOf(...controls);
  other.write(one.read());
  assert.deepEqual(other.read(), { a: "x", b: ["y"], c: ["y", "x"], d: "Because." });
});

test("every control has a name for those who do not see where it stands", () => {
  const made = formOf(control("a", "line"), control("b", "select", { options: OPTIONS }));
  for (const node of made.root.querySelectorAll("[data-control]")) {
    assert.equal(node.getAttribute("aria-label"), `Label of ${node.dataset.control}`);
  }
});

const CELLS = [
  control("r1:who", "select", { row: "He said so", column: "Who" }),
  control("r1:how", "select", { row: "He said so", column: "How" }),
  control("r2:how", "select", { row: "It is known", column: "How" }),
];

test("cells find their controls by row and column, and a cell may have none", () => {
  assert.deepEqual(gridOf(CELLS), {
    columns: ["Who", "How"],
    rows: [
      { name: "He said so", cells: [0, 1] },
      { name: "It is known", cells: [-1, 2] },
    ],
  });
});

test("controls make a table only where every one of them has a row", () => {
  assert.equal(isTable(CELLS), true);
  assert.equal(isTable([...CELLS, control("why", "text")]), false);
  assert.equal(isTable([]), false);
});

test("a table is read like any other form, and its rows and columns are named", () => {
  const made = formOf(...CELLS);
  made.write({ "r2:how": "known" });
  assert.deepEqual(made.read(), { "r1:who": "", "r1:how": "", "r2:how": "known" });
  const names = (selector) => made.root.querySelectorAll(selector).map((node) => node.textContent);
  assert.deepEqual(names("[scope=col]"), ["Words", "Who", "How"]);
  assert.deepEqual(names("[scope=row]"), ["He said so", "It is known"]);
  assert.equal(made.root.querySelectorAll("td select").length, 3);
  assert.deepEqual(names("td span"), ["Who", "How", "How"]);
  assert.deepEqual(made.root.querySelectorAll("td")[2].children, []);
});
