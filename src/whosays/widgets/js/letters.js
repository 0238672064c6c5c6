// Places in a text. They count characters as Python does, one for each code point; JavaScript would count an emoji
// twice. Letters with a separate accent count as two in both.

// Returns the characters of a passage from one place of the whole text to another.
export function cut({ start, text }, from, to = Infinity) {
  return Array.from(text)
    .slice(from - start, to - start)
    .join("");
}

// Returns the passage in pieces that lie inside or outside of the spans, which may overlap.
export function pieces({ start, text }, spans) {
  const found = [];
  Array.from(text).forEach((letter, n) => {
    const inside = spans.some(([from, to]) => from <= start + n && start + n < to);
    const last = found.at(-1);
    if (last && last.inside === inside) last.words += letter;
    else found.push({ words: letter, inside });
  });
  return found;
}
