import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import {
  aboutCourse,
  freshen,
  hasOldQuestions,
  isOld,
  nameOfCopy,
  takeNewer,
} from "../../src/whosays/site/static/newer.js";

const ABOUT = { build: "two", files: ["a.json", "b.js"], versions: { "notebooks/01_who.ipynb": "v2" } };
let stored, fetched;

beforeEach(() => {
  stored = {};
  fetched = [];
  globalThis.localStorage = {
    getItem: (name) => stored[name] ?? null,
    setItem: (name, value) => (stored[name] = value),
  };
  globalThis.fetch = async (address, options) => {
    fetched.push([new URL(address).pathname.split("/").at(-1), options.cache]);
    return { ok: true, json: async () => ABOUT };
  };
});

function panelOf(path, version, cells = []) {
  const sharedModel = { getMetadata: () => version && { version } };
  return { context: { path, model: { sharedModel, toJSON: () => ({ cells }) }, save: async () => {} } };
}

test("what the course is now is asked past the cache of the browser", async () => {
  assert.equal(await aboutCourse(), ABOUT);
  assert.deepEqual(fetched, [["course.json", "no-cache"]]);
});

test("without an answer the course is as it was", async () => {
  globalThis.fetch = async () => ({ ok: false });
  assert.equal(await aboutCourse(), null);
});

test("on the first visit nothing is old", async () => {
  assert.equal(await freshen(ABOUT), false);
  assert.deepEqual([stored, fetched], [{ "whosays-build": "two" }, []]);
});

test("what changed since the last visit is fetched anew, once", async () => {
  stored["whosays-build"] = "one";
  assert.equal(await freshen(ABOUT), true);
  assert.deepEqual(fetched, [
    ["a.json", "reload"],
    ["b.js", "reload"],
  ]);
  assert.equal(await freshen(ABOUT), false);
  assert.equal(fetched.length, 2);
});

test("a lesson of another version is old, one that the course does not have is not", () => {
  assert.equal(isOld(panelOf("notebooks/01_who.ipynb", "v1"), ABOUT), true);
  assert.equal(isOld(panelOf("notebooks/01_who.ipynb"), ABOUT), true);
  assert.equal(isOld(panelOf("notebooks/01_who.ipynb", "v2"), ABOUT), false);
  assert.equal(isOld(panelOf("notebooks/mine.ipynb", "v1"), ABOUT), false);
});

test("a question of an earlier visit is found among what cells show", () => {
  const cell = (type) => ({ outputs: [{ data: { [type]: {} } }] });
  const odd = [{}, { outputs: [{ name: "stdout", text: "" }] }, cell("text/plain")];
  assert.equal(hasOldQuestions(panelOf("x", "v1", odd)), false);
  const widget = cell("application/vnd.jupyter.widget-view+json");
  assert.equal(hasOldQuestions(panelOf("x", "v1", [...odd, widget])), true);
});

test("taking the newer lesson keeps the reader's as a copy with the day in its name", async () => {
  const done = [];
  const contents = {
    get: async () => ({ content: "mine" }),
    save: async (path, { content }) => done.push(["save", path, content]),
    delete: async (path) => done.push(["delete", path]),
  };
  globalThis.location = { reload: () => done.push(["reload"]) };
  const panel = panelOf("notebooks/01_who.ipynb", "v1");
  panel.context.save = async () => done.push(["save mine"]);
  await takeNewer({ serviceManager: { contents } }, panel);
  const copy = nameOfCopy("notebooks/01_who.ipynb", new Date());
  assert.deepEqual(done, [
    ["save mine"],
    ["save", copy, "mine"],
    ["delete", "notebooks/01_who.ipynb"],
    ["reload"],
  ]);
  const day = new Date("2026-03-04T05:06:07Z");
  assert.equal(nameOfCopy("notebooks/a.ipynb", day), "notebooks/a (my copy of 2026-03-04).ipynb");
});
