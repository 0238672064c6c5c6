// Nodes of the page. Everything the reader sees is put in as text, never as HTML: a case or an answer may hold
// anything.

// Returns an element: a property on… is a listener, every other one an attribute. Children are nodes or texts.
export function make(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null && child !== ""));
  return node;
}

// Each widget loads this text anew, so a counter would give two of them the same number.
export function newId() {
  const numbers = crypto.getRandomValues(new Uint8Array(6));
  return `whosays-${Array.from(numbers, (n) => n.toString(36)).join("")}`;
}

export function bringIntoView(node) {
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  node.scrollIntoView({ block: "nearest", behavior: still ? "auto" : "smooth" });
}
