// How sure the reader is, in steps of ten per cent.

import { make, newId } from "./dom.js";

const STEPS = [50, 60, 70, 80, 90, 100];
const IN_WORDS = { 50: " (a guess)", 100: " (certain)" };

// Returns the control: its node, read() for the number or null, and write() to put one back.
export function confidenceOf(spec) {
  if (!spec.confident) return { node: null, read: () => null, write() {} };
  const name = newId();
  const boxes = STEPS.map((step) => make("input", { type: "radio", name, value: String(step) }));
  const labels = STEPS.map((step, n) => make("label", {}, boxes[n], ` ${step}`, IN_WORDS[step] ?? ""));
  const legend = make("legend", {}, "How sure are you, in per cent?");
  return {
    node: make("fieldset", { class: "whosays-sure" }, legend, ...labels),
    read: () => Number(boxes.find((box) => box.checked)?.value) || null,
    write(value) {
      for (const box of boxes) box.checked = box.value === String(value);
    },
  };
}
