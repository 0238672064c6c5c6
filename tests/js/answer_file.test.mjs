import assert from "node:assert/strict";
import { test } from "node:test";

import { filesIn, together, written } from "../../src/whosays/site/static/answer_file.js";

const LOG = "notebooks/answers/01_who.jsonl";
const line = (time, more = {}) => JSON.stringify({ time, ...more });

test("what was written can be read again", () => {
  const files = { [LOG]: `${line("2026-01-01")}\n`, "exercises/answers/e1.jsonl": "" };
  assert.deepEqual(filesIn(written(files)), Object.entries(files));
});

test("a file of another kind is refused in a sentence", () => {
  for (const text of ["", "not JSON", "[]", "null", "3", "{}", '{"whosays": 2}', '{"whosays": 1}']) {
    assert.throws(() => filesIn(text), /this is no file of answers saved here/, text);
  }
});

test("only logs are put back, and only where logs are kept", () => {
  const odd = [
    "notebooks/01_who.ipynb",
    "notebooks/answers/01_who.ipynb",
    "notebooks/answers/../01_who.jsonl",
    "notebooks/answers/deeper/01_who.jsonl",
    "answers/01_who.jsonl",
    "/notebooks/answers/01_who.jsonl",
    "notebooks/answers/.jsonl",
    "01_who.jsonl",
  ];
  const files = Object.fromEntries(odd.map((path) => [path, ""]));
  assert.deepEqual(filesIn(written(files)), []);
  assert.deepEqual(filesIn(written({ [LOG]: 3 })), []);
});

test("two logs together hold every line once, by time", () => {
  const [a, b, c] = ["2026-01-01", "2026-01-02", "2026-01-03"].map((time) => line(time));
  assert.deepEqual(together(`${a}\n${c}\n`, `${a}\n${b}\n`), { text: `${a}\n${b}\n${c}\n`, added: 1 });
});

test("the same file again adds nothing", () => {
  const log = `${line("2026-01-01")}\n${line("2026-01-02")}\n`;
  assert.deepEqual(together(log, log), { text: log, added: 0 });
  assert.deepEqual(together("", log), { text: log, added: 2 });
  assert.deepEqual(together(log, ""), { text: log, added: 0 });
});

test("lines of the same time keep their order, and a broken line is kept, too", () => {
  const [a, b] = [line("2026-01-01", { n: 1 }), line("2026-01-01", { n: 2 })];
  assert.equal(together(`${a}\n${b}\n`, "").text, `${a}\n${b}\n`);
  assert.deepEqual(together(`${a}\n`, '{"ti\n'), { text: `{"ti\n${a}\n`, added: 1 });
});
