// What is said back to an answer, and the tries so far.

import { make } from "./dom.js";

const TONES = {
  "This holds": "right",
  "Nothing flagged": "right",
  Noted: "right",
  "In part": "part",
  "Not yet": "wrong",
};
const SIGNS = { right: "✓", part: "◐", wrong: "✗" };

// Returns the same text for two states in which the same is said, so that nothing is read out twice.
export function saidIn({ tries, lines, notice }) {
  return JSON.stringify([tries, lines, notice]);
}

export function replyOf({ verdict, lines, notice }) {
  const tone = TONES[verdict];
  const head = make("p", {}, make("strong", {}, `${SIGNS[tone]} ${verdict}`));
  const said = lines.map((line) => make("p", {}, line));
  return [
    ...(tone ? [make("div", { class: `whosays-said whosays-${tone}` }, head, ...said)] : []),
    ...(notice ? [make("p", { class: "whosays-notice" }, notice)] : []),
  ];
}

// One try is no history.
export function historyOf({ history }) {
  if (history.length < 2) return [];
  const tries = history.map(({ when, said, verdict }) =>
    make("li", {}, `${when}: ${said}${verdict ? ` — ${verdict}` : ""}`),
  );
  return [make("details", {}, make("summary", {}, `Your ${history.length} tries`), make("ol", {}, ...tries))];
}

export function nameOfCheck(spec, { tries }) {
  const name = spec.silent ? "Keep my answer" : spec.scored ? "Check" : "Note it";
  return tries ? `${name} again` : name;
}
