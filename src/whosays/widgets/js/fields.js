// The controls that are filled in or chosen from. Each has a node, read(), and write() to put a value back.

import { make, newId } from "./dom.js";

function line(control, input) {
  input.setAttribute("aria-label", control.label);
  input.dataset.control = control.id;
  return {
    node: control.row ? input : make("label", { class: "whosays-line" }, control.label, input),
    read: () => input.value,
    write(value) {
      input.value = value ?? "";
    },
  };
}

export function menuField(control) {
  const options = [["", "choose"], ...control.options];
  return line(
    control,
    make("select", {}, ...options.map(([value, label]) => make("option", { value }, label))),
  );
}

export function lineField(control) {
  return line(control, make("input", { type: "text", autocomplete: "off" }));
}

export function numberField(control) {
  return line(control, make("input", { type: "text", inputmode: "numeric", autocomplete: "off", size: "6" }));
}

export function textField(control) {
  return line(control, make("textarea", { rows: "5" }));
}

function boxes(control, type) {
  const name = newId();
  const inputs = control.options.map(([value]) =>
    make("input", { type, name, value, "data-control": control.id }),
  );
  const labels = control.options.map(([, label], n) => make("label", {}, inputs[n], make("span", {}, label)));
  return {
    node: make("fieldset", {}, make("legend", {}, control.label), ...labels),
    chosen: () => inputs.filter((input) => input.checked).map((input) => input.value),
    choose(values) {
      for (const input of inputs) input.checked = values.includes(input.value);
    },
  };
}

export function oneOfField(control) {
  const { node, chosen, choose } = boxes(control, "radio");
  return { node, read: () => chosen()[0] ?? null, write: (value) => choose([value]) };
}

export function anyOfField(control) {
  const { node, chosen, choose } = boxes(control, "checkbox");
  return { node, read: chosen, write: (values) => choose(Array.isArray(values) ? values : []) };
}
