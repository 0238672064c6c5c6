import assert from "node:assert/strict";
import { test } from "node:test";

import { addAnswers, loadAnswers, saveAnswers } from "../../src/whosays/site/static/answers.js";
import { written } from "../../src/whosays/site/static/answer_file.js";
import { newPage, StubNode } from "./page_stub.mjs";

const [LOG, OTHER] = ["notebooks/answers/01_who.jsonl", "exercises/answers/e1.jsonl"];

// The storage of a browser as JupyterLite gives it: folders list their files, what is missing is thrown.
function contentsOf(files) {
  return {
    files,
    saved: [],
    async get(path) {
      if (path in files) return { content: files[path] };
      const inside = Object.keys(files).filter((name) => name.startsWith(`${path}/`));
      if (!inside.length) throw new Error("not found");
      return { content: inside.map((name) => ({ path: name })) };
    },
    async save(path, { type, content }) {
      this.saved.push([path, type]);
      if (type === "file") files[path] = content;
    },
  };
}

function clicked(more = {}) {
  newPage();
  const links = [];
  document.createElement = (tag) => {
    const node = Object.assign(new StubNode(tag), more);
    links.push(node);
    return node;
  };
  return links;
}

test("the answers of both folders are saved as one file, and nothing else is", async (t) => {
  const links = clicked();
  let blob;
  t.mock.method(URL, "createObjectURL", (made) => ((blob = made), "blob:1"));
  t.mock.method(URL, "revokeObjectURL", () => {});
  const files = { [LOG]: "a\n", [OTHER]: "b\n", "notebooks/answers/notes.txt": "c" };
  assert.match(await saveAnswers(contentsOf(files)), /^Saved as my-answers\.json/);
  assert.equal(await blob.text(), written({ [LOG]: "a\n", [OTHER]: "b\n" }));
  assert.equal(links[0].download, "my-answers.json");
});

test("where there are no answers, that is told and nothing is saved", async () => {
  assert.equal(await saveAnswers(contentsOf({})), "There are no answers yet.");
});

test("answers are added to those that are here, into a folder that is made first", async () => {
  const contents = contentsOf({ [LOG]: '{"time":"1"}\n' });
  const count = await addAnswers(
    contents,
    written({ [LOG]: '{"time":"1"}\n{"time":"2"}\n', [OTHER]: "{}\n" }),
  );
  assert.equal(count, 2);
  assert.equal(contents.files[LOG], '{"time":"1"}\n{"time":"2"}\n');
  assert.deepEqual(contents.saved.slice(2), [
    ["exercises/answers", "directory"],
    [OTHER, "file"],
  ]);
});

test("a log that the browser holds as bytes is read as text", async () => {
  const contents = contentsOf({});
  const bytes = btoa(String.fromCharCode(...new TextEncoder().encode('{"time":"1","answer":"é"}\n')));
  contents.get = async () => ({ content: bytes, format: "base64" });
  assert.equal(await addAnswers(contents, written({ [LOG]: '{"time":"2"}\n' })), 1);
  assert.equal(contents.files[LOG], '{"time":"1","answer":"é"}\n{"time":"2"}\n');
});

test("a reader who chooses no file changes nothing", async () => {
  const contents = contentsOf({});
  const made = clicked();
  const loading = loadAnswers(contents);
  made[0].happen("cancel");
  assert.equal(await loading, null);
  assert.deepEqual(contents.saved, []);
});

test("a file that is chosen is read and added", async () => {
  const contents = contentsOf({});
  const made = clicked({ files: [new Blob([written({ [LOG]: "{}\n" })])] });
  const loading = loadAnswers(contents);
  made[0].happen("change");
  assert.equal(await loading, 1);
});
