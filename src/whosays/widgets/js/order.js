// A list to put in order: each item has two buttons, which need no mouse.

import { make } from "./dom.js";

// Returns the ids with one of them moved, or as they are where it stands at the end already.
export function moved(ids, id, by) {
  const from = ids.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= ids.length) return ids;
  const rest = ids.filter((other) => other !== id);
  return [...rest.slice(0, to), id, ...rest.slice(to)];
}

// Returns the order that was kept, or the first one where what was kept is not an order of these.
export function orderIn(value, ids) {
  const fits = Array.isArray(value) && value.length === ids.length && ids.every((id) => value.includes(id));
  return fits ? [...value] : [...ids];
}

const WAYS = [
  { by: -1, sign: "↑", way: "up" },
  { by: 1, sign: "↓", way: "down" },
];

export function orderField(control, changed) {
  const first = control.options.map(([id]) => id);
  const list = make("ol", { class: "whosays-order", "data-control": control.id });
  let ids = first;
  const button = (id, text, { by, sign, way }) => {
    const names = { "data-id": id, "data-by": String(by), "aria-label": `Move ${way}: ${text}` };
    return make("button", { type: "button", ...names, onclick: () => move(id, by) }, sign);
  };
  const item = (id) => {
    const [, text] = control.options.find(([other]) => other === id);
    return make("li", {}, make("span", {}, text), ...WAYS.map((way) => button(id, text, way)));
  };
  const draw = (next) => {
    ids = next;
    list.replaceChildren(...ids.map(item));
  };
  const move = (id, by) => {
    const next = moved(ids, id, by);
    if (next === ids) return;
    draw(next);
    list.querySelector(`[data-id="${id}"][data-by="${by}"]`).focus(); // so that the key can be pressed again
    changed();
  };
  draw(first);
  return {
    node: make("fieldset", {}, make("legend", {}, control.label), list),
    read: () => [...ids],
    write: (value) => draw(orderIn(value, first)),
  };
}
