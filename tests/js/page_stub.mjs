// As much of a page as the front ends ask for, made by hand so that no test needs a browser or a package.

const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

// Returns what tests one simple selector, such as li, .name, [role=status], [data-by="1"] or input:checked.
function fits(node, selector) {
  const parts = selector.match(/^[\w-]+|\.[\w-]+|\[[^\]]+\]|:checked/g) ?? [];
  return parts.every((part) => {
    if (part === ":checked") return node.checked;
    if (part.startsWith(".")) return node.classList.contains(part.slice(1));
    if (!part.startsWith("[")) return node.tag === part;
    const [, name, value] = part.match(/^\[([\w-]+)(?:="?([^"]*)"?)?\]$/);
    return value === undefined ? node.getAttribute(name) !== null : node.getAttribute(name) === value;
  });
}

export class StubNode {
  attributes = {};
  listeners = {};
  children = []; // nodes and texts
  parentElement = null;
  dataset = {};
  style = {};
  checked = false;
  hidden = false;
  seen = 0; // how often it was brought into view

  constructor(tag) {
    this.tag = tag;
  }

  get classList() {
    const names = () => (this.attributes.class ?? "").split(" ").filter(Boolean);
    const put = (list) => (this.attributes.class = list.join(" "));
    const remove = (name) => put(names().filter((other) => other !== name));
    return {
      contains: (name) => names().includes(name),
      add: (name) => put([...new Set([...names(), name])]),
      remove,
      toggle: (name, on) => (on ? put([...new Set([...names(), name])]) : remove(name)),
    };
  }

  setAttribute(name, value) {
    this.attributes[name] = String(value);
    if (name.startsWith("data-")) this.dataset[camel(name.slice(5))] = String(value);
    if (name === "value") this.value = value;
  }

  getAttribute(name) {
    if (name.startsWith("data-")) return this.dataset[camel(name.slice(5))] ?? null;
    return this.attributes[name] ?? null;
  }

  removeAttribute(name) {
    delete this.attributes[name];
    if (name === "value") delete this.value;
  }

  get textContent() {
    return this.children.map((child) => child.textContent ?? child).join("");
  }

  set textContent(text) {
    this.replaceChildren(text);
  }

  append(...children) {
    for (const child of children) if (child instanceof StubNode) child.parentElement = this;
    this.children.push(...children.map((child) => (child instanceof StubNode ? child : String(child))));
  }

  replaceChildren(...children) {
    this.children = [];
    this.append(...children);
  }

  replaceWith(other) {
    const { children } = this.parentElement;
    other.parentElement = this.parentElement;
    children[children.indexOf(this)] = other;
  }

  // Every node below this one, in the order of the page.
  all() {
    const nodes = this.children.filter((child) => child instanceof StubNode);
    return nodes.flatMap((node) => [node, ...node.all()]);
  }

  matches(selector) {
    const [last, ...above] = selector.split(" ").reverse();
    if (!fits(this, last)) return false;
    return !above.length || Boolean(this.parentElement?.closest(above.reverse().join(" ")));
  }

  closest(selectors) {
    if (selectors.split(", ").some((selector) => this.matches(selector))) return this;
    return this.parentElement?.closest(selectors) ?? null;
  }

  querySelectorAll(selector) {
    return this.all().filter((node) => node.matches(selector));
  }

  querySelector(selector) {
    return this.querySelectorAll(selector)[0] ?? null;
  }

  addEventListener(name, listener) {
    (this.listeners[name] ??= []).push(listener);
  }

  // Has an event happen here, and returns it; it does not bubble.
  happen(name, event = {}) {
    const made = { target: this, currentTarget: this, prevented: false, stopped: false, ...event };
    made.preventDefault = () => (made.prevented = true);
    made.stopPropagation = () => (made.stopped = true);
    for (const listener of this.listeners[name] ?? []) listener(made);
    return made;
  }

  focus() {
    globalThis.document.activeElement = this;
  }

  scrollIntoView() {
    this.seen++;
  }

  click() {
    this.happen("click");
  }
}

// Puts a new, empty page where a browser has its own.
export function newPage() {
  const body = new StubNode("body");
  globalThis.document = {
    body,
    activeElement: body,
    createElement: (tag) => new StubNode(tag),
    elementFromPoint: (x, y) => body.all().find((node) => node.at?.[0] === x && node.at?.[1] === y) ?? null,
  };
  globalThis.window = { matchMedia: () => ({ matches: false }), dispatchEvent() {} };
  return body;
}

// Returns the first button under a node that bears a name, as a reader finds it.
export function buttonOf(node, name) {
  return node.querySelectorAll("button").find((button) => {
    return (button.getAttribute("aria-label") ?? button.textContent).trim() === name;
  });
}
