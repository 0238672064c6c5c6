// What a question rests on: the passage, with the words that a reply points at, and what else is shown with it.

import { make } from "./dom.js";
import { pieces } from "./letters.js";

export function captionOf(spec) {
  return make("figcaption", {}, `${spec.source}.${spec.invented ? " We made this text up." : ""}`);
}

// Where words are to be marked, the text to mark is the passage.
export function passageOf(spec, spans) {
  if (!spec.passage.length || spec.type === "marks") return null;
  const sentences = spec.passage.map((part) => {
    const inside = pieces(part, spans).map((piece) =>
      piece.inside ? make("mark", {}, piece.words) : piece.words,
    );
    return make("p", {}, ...inside);
  });
  return make("figure", {}, make("blockquote", {}, ...sentences), captionOf(spec));
}

export function exhibitsOf(spec) {
  if (!spec.exhibits.length) return null;
  const row = ([name, text]) => make("div", {}, make("dt", {}, name), make("dd", {}, text));
  return make("dl", {}, ...spec.exhibits.map(row));
}
