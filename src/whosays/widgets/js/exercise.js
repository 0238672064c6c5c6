// What every exercise has in common: a sheet that follows what Python says, and tells it what the reader does.

import { askingOf } from "./asking.js";
import { staysInExercise } from "./keys.js";
import { sheetOf } from "./sheet.js";

// Escape leaves the exercise for its cell, from where the arrow keys go on through the notebook.
function keepKeys(event) {
  if (event.key === "Escape") event.currentTarget.closest(".jp-Cell")?.focus();
  if (staysInExercise(event)) event.stopPropagation();
}

// Returns how a model is rendered whose controls build() makes; sheet.js says what that returns.
export function exercise(build) {
  return ({ model, el }) => {
    el.classList.add("whosays");
    el.addEventListener("keydown", keepKeys);
    return follow(model, el, build);
  };
}

function follow(model, el, build) {
  let sheet, tries;
  const asking = askingOf(
    model,
    () => sheet.given(),
    () => sheet.tellSilence(),
  );
  const show = (state) => {
    asking.heard();
    if (sheet.show(state) && asking.wasAsked()) sheet.showReply();
    tries = state.tries;
  };
  const onSpec = () => {
    sheet = sheetOf(model.get("spec"), build, asking);
    el.replaceChildren(sheet.node);
    sheet.restore(model.get("state"));
    show(model.get("state"));
  };
  const onState = () => {
    const state = model.get("state");
    const startedOver = state.tries === 0 && tries > 0;
    if (startedOver) sheet.restore(state);
    show(state);
  };
  model.on("change:spec", onSpec);
  model.on("change:state", onState);
  onSpec();
  return () => {
    asking.stop();
    model.off("change:spec", onSpec);
    model.off("change:state", onState);
  };
}
