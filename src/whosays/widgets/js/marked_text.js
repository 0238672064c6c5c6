// The text to mark, as a list of words to choose from that reads as running text.

import { make } from "./dom.js";
import { marksOn } from "./marks.js";

function lineOf(options, words, paragraph) {
  const parts = words.flatMap((word, n) =>
    word.paragraph === paragraph ? [word.before, options[n], word.after] : [],
  );
  return make("div", { role: "group", "aria-label": `Paragraph ${paragraph + 1}` }, ...parts);
}

// Draws the labels of one word: a pattern for each, and behind the last word of a mark its number.
function drawMarks(option, word, next, { marks, labels }) {
  const here = marksOn(marks, word);
  const closing = here.filter((mark) => !next || next.start >= mark.end);
  const numbers = (some) => some.map((mark) => labels.number(mark.label));
  option.dataset.marks = [...new Set(numbers(here))].join(" ");
  option.dataset.tags = numbers(closing).join(" ");
  const names = here.map((mark) => labels.name(mark.label)).join(", ");
  if (here.length) option.setAttribute("aria-label", `${word.text}, ${names}`);
  else option.removeAttribute("aria-label");
}

// Returns the text: its node, draw() for a marking, and show() to bring a word into view.
export function markedText(words, labels, id) {
  const options = words.map(({ text }, n) =>
    make("span", { role: "option", id: `${id}-${n}`, "data-n": String(n), "aria-selected": "false" }, text),
  );
  const names = { "aria-label": "The text to mark", "aria-describedby": `${id}-help` };
  const roles = { role: "listbox", tabindex: "0", "aria-multiselectable": "true" };
  const paragraphs = [...new Set(words.map((word) => word.paragraph))];
  const lines = paragraphs.map((paragraph) => lineOf(options, words, paragraph));
  const node = make("div", { class: "whosays-text", ...roles, ...names }, ...lines);
  return {
    node,
    show: (n) => options[n].scrollIntoView({ block: "nearest" }),
    draw({ marks, first, last, cursor }) {
      options.forEach((option, n) => {
        option.setAttribute("aria-selected", String(n >= first && n <= last));
        option.classList.toggle("whosays-cursor", n === cursor);
        drawMarks(option, words[n], words[n + 1], { marks, labels });
      });
      node.setAttribute("aria-activedescendant", `${id}-${cursor}`);
    },
  };
}
