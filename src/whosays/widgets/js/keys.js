// Which keys a widget keeps to itself. JupyterLab reads single letters as commands: with a button in focus, x would
// cut the whole cell.

const IN_PANEL = ".jp-OutputArea .jupyter-widgets, .jp-OutputArea .widget-box";

// Saving, running the cell and their like belong to the notebook wherever the focus is.
function isCommand(event) {
  return event.ctrlKey || event.metaKey || event.altKey || (event.shiftKey && event.key === "Enter");
}

// In an exercise every key stays but Escape, which leaves it.
export function staysInExercise(event) {
  return !isCommand(event) && event.key !== "Escape";
}

// A panel is made of the controls of others, who see to Tab as well as to Escape outside of it.
export function staysInPanel(event) {
  const inside = Boolean(event.target.closest?.(IN_PANEL));
  return inside && !isCommand(event) && event.key !== "Escape" && event.key !== "Tab";
}
