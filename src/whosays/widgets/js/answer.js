// An answer as Python keeps it: the value of the one control that is called answer, or else the values of all
// controls by their names, or null where there are none because code makes the answer.

function isSingle(controls) {
  return controls.length === 1 && controls[0].id === "answer";
}

export function answerOf(controls, values) {
  if (!controls.length) return null;
  return isSingle(controls) ? values[0] : Object.fromEntries(controls.map(({ id }, n) => [id, values[n]]));
}

// Returns the value of each control; undefined where the answer has none.
export function valuesIn(controls, answer) {
  return controls.map(({ id }) => (isSingle(controls) ? answer : answer?.[id]));
}
