// Where a key leads in a text: from word to word, or from sentence to sentence.

// Returns the number of the first word of each sentence, given where the sentences begin.
export function firstWords(words, starts) {
  return starts.map((at) => words.findIndex((word) => word.start >= at)).filter((n) => n >= 0);
}

// Up leads to the start of this sentence first, as it does in a text editor, and then to the one before.
function sentence(firsts, cursor, by) {
  const here = firsts.filter((first) => first <= cursor).length - 1;
  const next = by < 0 && firsts[here] < cursor ? here : here + by;
  return firsts[Math.max(0, Math.min(firsts.length - 1, next))] ?? 0;
}

const STEPS = {
  ArrowRight: (cursor) => cursor + 1,
  ArrowLeft: (cursor) => cursor - 1,
  ArrowDown: (cursor, firsts) => sentence(firsts, cursor, 1),
  ArrowUp: (cursor, firsts) => sentence(firsts, cursor, -1),
  Home: (cursor, firsts) => firsts.findLast((first) => first <= cursor) ?? 0,
  End: (cursor, firsts, count) => (firsts.find((first) => first > cursor) ?? count) - 1,
};

// Returns the number of the word that a key leads to among *count* words; undefined for a key that leads nowhere.
export function whereTo(key, cursor, firsts, count) {
  const to = STEPS[key]?.(cursor, firsts, count);
  return to === undefined ? undefined : Math.max(0, Math.min(count - 1, to));
}
