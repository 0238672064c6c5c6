// A table of controls: rows and columns have names, and each control says both.

import { make } from "./dom.js";

export function isTable(controls) {
  return controls.length > 0 && controls.every((control) => control.row);
}

// Returns the names of the columns, and for each row its name and the number of the control in each cell, or -1.
export function gridOf(controls) {
  const columns = [...new Set(controls.map((control) => control.column))];
  const names = [...new Set(controls.map((control) => control.row))];
  const rows = names.map((name) => ({
    name,
    cells: columns.map((column) =>
      controls.findIndex((control) => control.row === name && control.column === column),
    ),
  }));
  return { columns, rows };
}

// Returns the table with the nodes of the controls in it; a narrow page shows the name of the column in each cell.
export function tableOf(controls, nodes) {
  const { columns, rows } = gridOf(controls);
  const heading = (scope, name) => make("th", { scope }, name);
  const inside = (n, column) => [make("span", { "aria-hidden": "true" }, columns[column]), nodes[n]];
  const cell = (n, column) => make("td", {}, ...(n < 0 ? [] : inside(n, column)));
  const head = make("tr", {}, heading("col", "Words"), ...columns.map((name) => heading("col", name)));
  const body = rows.map(({ name, cells }) => make("tr", {}, heading("row", name), ...cells.map(cell)));
  return make("table", { class: "whosays-table" }, make("thead", {}, head), make("tbody", {}, ...body));
}
