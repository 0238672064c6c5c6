// The words of a text to mark: where each begins and ends, and what stands between them.

import { cut } from "./letters.js";

// Returns every word with its span, its paragraph, and what stands before it and, at the end of a line, after it.
export function wordsOf(passage) {
  return passage.flatMap((part, paragraph) =>
    part.words.map(([start, end], n) => ({
      start,
      end,
      paragraph,
      text: cut(part, start, end),
      before: cut(part, n ? part.words[n - 1][1] : part.start, start),
      after: n === part.words.length - 1 ? cut(part, end) : "",
    })),
  );
}

export function overlap(a, b) {
  return a.start < b.end && b.start < a.end;
}

export function textOf(words, span) {
  return words
    .filter((word) => overlap(word, span))
    .map((word) => word.text)
    .join(" ");
}

// Returns the span from one word to another, whichever of them is first.
export function spanOf(words, one, other) {
  return { start: words[Math.min(one, other)].start, end: words[Math.max(one, other)].end };
}
