// Questions made of fields: radio buttons, check boxes, menus, lines, texts, and a list to put in order.

const kinds = {
  radio: (control) => boxes(control, "radio"),
  checks: (control) => boxes(control, "checkbox"),
  select(control) {
    const options = [["", "choose"], ...control.options].map(([value, label]) => make("option", { value }, label));
    return line(control, make("select", {}, ...options));
  },
  line: (control) => line(control, make("input", { type: "text", autocomplete: "off" })),
  number: (control) => line(control, make("input", { type: "text", inputmode: "numeric", autocomplete: "off", size: "6" })),
  text: (control) => line(control, make("textarea", { rows: "5" })),
  order,
};

function line(control, input) {
  input.setAttribute("aria-label", control.label);
  input.dataset.control = control.id;
  return {
    node: control.row ? input : make("label", { class: "whosays-line" }, control.label, input),
    read: () => input.value,
    write: (value) => { input.value = value ?? ""; },
  };
}

function boxes(control, type) {
  const name = newId();
  const inputs = control.options.map(([value]) => make("input", { type, name, value, "data-control": control.id }));
  const labels = control.options.map(([, label], n) => make("label", {}, inputs[n], make("span", {}, label)));
  const chosen = () => inputs.filter((input) => input.checked).map((input) => input.value);
  const one = type === "radio";
  return {
    node: make("fieldset", {}, make("legend", {}, control.label), ...labels),
    read: () => (one ? chosen()[0] ?? null : chosen()),
    write: (value) => inputs.forEach((input) => { input.checked = (one ? [value] : value ?? []).includes(input.value); }),
  };
}

function order(control, changed) {
  const texts = new Map(control.options);
  const list = make("ol", { class: "whosays-order", "data-control": control.id });
  let ids = control.options.map(([id]) => id);
  const move = (id, by) => {
    const from = ids.indexOf(id), to = from + by;
    if (to < 0 || to >= ids.length) return;
    ids.splice(to, 0, ...ids.splice(from, 1));
    draw();
    list.querySelector(`[data-id="${id}"][data-by="${by}"]`).focus();
    changed();
  };
  const arrow = (id, by, sign, way) =>
    make("button", { type: "button", "data-id": id, "data-by": String(by), "aria-label": `Move ${way}: ${texts.get(id)}`, onclick: () => move(id, by) }, sign);
  const draw = () => list.replaceChildren(...ids.map((id) =>
    make("li", {}, make("span", {}, texts.get(id)), arrow(id, -1, "↑", "up"), arrow(id, 1, "↓", "down"))));
  draw();
  return {
    node: make("fieldset", {}, make("legend", {}, control.label), list),
    read: () => [...ids],
    write: (value) => {
      const fits = Array.isArray(value) && value.length === texts.size && value.every((id) => texts.has(id));
      ids = fits ? [...value] : control.options.map(([id]) => id);
      draw();
    },
  };
}

// A table of controls: rows and columns have names, and each control says both.
function table(controls, parts) {
  const columns = [...new Set(controls.map((control) => control.column))];
  const rows = [...new Set(controls.map((control) => control.row))];
  const cell = (row, column) => {
    const n = controls.findIndex((control) => control.row === row && control.column === column);
    return make("td", {}, ...(n < 0 ? [] : [make("span", { "aria-hidden": "true" }, column), parts[n].node]));
  };
  const head = make("tr", {}, make("th", { scope: "col" }, "Words"), ...columns.map((column) => make("th", { scope: "col" }, column)));
  const body = rows.map((row) => make("tr", {}, make("th", { scope: "row" }, row), ...columns.map((column) => cell(row, column))));
  return make("table", { class: "whosays-table" }, make("thead", {}, head), make("tbody", {}, ...body));
}

function form(spec, changed) {
  const controls = spec.controls;
  const parts = controls.map((control) => kinds[control.kind](control, changed));
  const single = controls.length === 1 && controls[0].id === "answer";
  const inTable = controls.length > 0 && controls.every((control) => control.row);
  return {
    nodes: inTable ? [table(controls, parts)] : parts.map((part) => part.node),
    read() {
      if (!controls.length) return null;
      return single ? parts[0].read() : Object.fromEntries(controls.map(({ id }, n) => [id, parts[n].read()]));
    },
    write: (answer) => parts.forEach((part, n) => part.write(single ? answer : answer?.[controls[n].id])),
  };
}

export default { render: exercise(form) };
