// Passages as Python sends them: places count code points, and words are runs of letters.

// Returns the lines as the parts of one passage, each a line below the one before.
export function passage(...lines) {
  let start = 0;
  return lines.map((text) => {
    const words = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((found) => {
      const from = start + Array.from(text.slice(0, found.index)).length;
      return [from, from + Array.from(found[0]).length];
    });
    const part = { start, text, words };
    start += Array.from(text).length + 1;
    return part;
  });
}

// Returns what Python sends of a question, with what a test is about put in.
export function specOf(more = {}) {
  return {
    id: "q",
    type: "choice",
    prompt: ["Who says so?"],
    source: "A text",
    invented: false,
    passage: [],
    stops: [],
    exhibits: [],
    controls: [],
    confident: false,
    scored: true,
    silent: false,
    aside: false,
    ...more,
  };
}

// Returns the state of a session as Python sends it, with what a test is about put in.
export function stateOf(more = {}) {
  return {
    answer: null,
    confidence: null,
    tries: 0,
    notice: "",
    afresh: true,
    history: [],
    verdict: "",
    lines: [],
    spans: [],
    open: false,
    parallel: false,
    ...more,
  };
}
