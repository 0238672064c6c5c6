// Questions made of fields: radio buttons, check boxes, menus, lines, texts, and a list to put in order.

import { answerOf, valuesIn } from "./answer.js";
import { exercise } from "./exercise.js";
import { anyOfField, lineField, menuField, numberField, oneOfField, textField } from "./fields.js";
import { orderField } from "./order.js";
import { isTable, tableOf } from "./table.js";

const FIELDS = {
  radio: oneOfField,
  checks: anyOfField,
  select: menuField,
  line: lineField,
  number: numberField,
  text: textField,
  order: orderField,
};

export function form({ controls }, changed) {
  const fields = controls.map((control) => FIELDS[control.kind](control, changed));
  const nodes = fields.map((field) => field.node);
  return {
    nodes: isTable(controls) ? [tableOf(controls, nodes)] : nodes,
    read() {
      return answerOf(
        controls,
        fields.map((field) => field.read()),
      );
    },
    write(answer) {
      valuesIn(controls, answer).forEach((value, n) => fields[n].write(value));
    },
  };
}

export default { render: exercise(form) };
