import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import vm from "node:vm";

import { newPage, StubNode } from "./page_stub.mjs";

const STATIC = new URL("../../src/whosays/site/static/", import.meta.url);
const sourceOf = (name) => readFileSync(new URL(name, STATIC), "utf8");
const IDS = ["theme", "lessons", "q", "found", "hits"];
const PARTS = [
  { page: "01.html", title: "Who", heading: "Who", anchor: "", text: "Many said so." },
  {
    page: "02.html",
    title: "How",
    heading: "What many said",
    anchor: "what said",
    text: `${"x ".repeat(50)}${"so ".repeat(90)}`,
  },
  { page: "03.html", title: "When", heading: "Hours", anchor: "hours", text: "Nothing here." },
];

// Runs the script of a page as a browser does, classic and after the page, and returns what can be seen of it.
async function opened(query = "", { wide = false, dark = false, theme = null } = {}) {
  newPage();
  const nodes = Object.fromEntries(IDS.map((id) => [id, new StubNode("div")]));
  const listeners = {};
  const stored = theme ? { "whosays-theme": theme } : {};
  const root = new StubNode("html");
  const page = {
    URLSearchParams,
    document: {
      documentElement: root,
      createElement: (tag) => new StubNode(tag),
      getElementById: (id) => nodes[id],
      querySelectorAll: () => [nodes.lessons],
    },
    localStorage: {
      getItem: (name) => stored[name] ?? null,
      setItem: (name, value) => (stored[name] = value),
    },
    location: { search: query },
    matchMedia: (asked) => ({ matches: asked.includes("dark") ? dark : wide }),
    addEventListener: (name, listener) => (listeners[name] = listener),
    fetch: async () => ({ json: async () => PARTS }),
  };
  const before = Object.keys(page);
  vm.runInNewContext(sourceOf("page.js"), page);
  await new Promise((done) => setImmediate(done));
  const left = Object.keys(page).filter((name) => !before.includes(name));
  return { nodes, root, stored, listeners, left };
}

const found = async (query) => {
  const { nodes } = await opened(query);
  return { told: nodes.found.textContent, hits: nodes.hits.children, q: nodes.q.value };
};

test("the scripts of pages are no modules, for from files browsers load none, and leave no names behind", async () => {
  for (const name of ["page.js", "tree.js"]) assert.doesNotMatch(sourceOf(name), /^(import|export)\b/m);
  assert.deepEqual((await opened()).left, []);
});

test("sections that hold every word are found, those with it in their heading first", async () => {
  const { told, hits, q } = await found("?q=+Many+SAID+");
  assert.equal(told, "2 sections hold “Many SAID”.");
  assert.deepEqual(
    hits.map((hit) => hit.children[0].href),
    ["02.html#what%20said", "01.html"],
  );
  assert.equal(q, "Many SAID");
});

test("a section bears the name of its lesson, once", async () => {
  const { hits } = await found("?q=many");
  assert.deepEqual(
    hits.map((hit) => hit.children[0].textContent),
    ["How: What many said", "Who"],
  );
});

test("words around the first one found are shown, cut between words", async () => {
  const { hits } = await found("?q=so");
  const long = hits.map((hit) => hit.children[1].textContent).find((text) => text.length > 100);
  assert.match(long, /^… x x .* so .* …$/);
  assert.ok(long.length <= 185, long.length);
});

test("one section, and none, are told as such", async () => {
  assert.equal((await found("?q=nothing")).told, "1 section holds “nothing”.");
  assert.equal((await found("?q=nothing+absent")).told, "No sections hold “nothing absent”.");
  assert.equal((await found("?q=absent")).told, "No sections hold “absent”.");
});

test("without a question nothing is searched", async () => {
  for (const query of ["", "?q=", "?q=+++"]) assert.equal((await found(query)).told, "");
});

test("the button turns dark to light and back, and the choice is kept", async () => {
  const { nodes, root, stored } = await opened("", { dark: true });
  assert.equal(root.dataset.theme, undefined);
  nodes.theme.click();
  assert.deepEqual([root.dataset.theme, stored["whosays-theme"]], ["light", "light"]);
  nodes.theme.click();
  assert.deepEqual([root.dataset.theme, stored["whosays-theme"]], ["dark", "dark"]);
  assert.equal((await opened("", { theme: "dark" })).root.dataset.theme, "dark");
});

test("the list of lessons is open where there is room for it, and everything is on paper", async () => {
  assert.equal((await opened("", { wide: true })).nodes.lessons.open, true);
  const { nodes, listeners } = await opened();
  assert.equal(nodes.lessons.open, undefined);
  listeners.beforeprint();
  assert.equal(nodes.lessons.open, true);
  listeners.afterprint();
  assert.equal(nodes.lessons.open, false);
});

test("a link to a notebook leads on from the list of files, and other paths stay in it", () => {
  const to = (search) => {
    let address = null;
    const location = { search, replace: (given) => (address = given) };
    vm.runInNewContext(sourceOf("tree.js"), { URLSearchParams, encodeURIComponent, location });
    return address;
  };
  assert.equal(to("?path=notebooks%2F01%20a.ipynb"), "../notebooks/index.html?path=notebooks%2F01%20a.ipynb");
  assert.equal(to("?path=notebooks"), null);
  assert.equal(to(""), null);
});
