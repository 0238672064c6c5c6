// The labels of a marker. Each has a name and a number, which is its key.

export function labelsOf(options) {
  const ids = options.map(([id]) => id);
  return {
    ids,
    name: (id) => options.find(([other]) => other === id)?.[1] ?? id,
    number: (id) => ids.indexOf(id) + 1,
    ofKey: (key) => ids[Number(key) - 1],
  };
}
