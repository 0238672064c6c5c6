// A text in which words are marked and labelled: by mouse, by touch, or by keyboard alone.

const HELP = `Arrow keys move from word to word, up and down from sentence to sentence; with Shift they select. The number
of a label marks what is selected. Delete takes the last mark on a word away, U undoes. With the mouse, drag over the words; by
touch, tap the first word, then “Select to here”, then the last.`;

function marker(spec, changed) {
  const labels = spec.controls[0].options;
  const words = spec.passage.flatMap(({ start, text, words }, paragraph) => {
    const letters = Array.from(text);
    return words.map(([a, b], n) => ({
      start: a, end: b, paragraph, text: letters.slice(a - start, b - start).join(""),
      before: letters.slice(n ? words[n - 1][1] - start : 0, a - start).join(""),
      after: n === words.length - 1 ? letters.slice(b - start).join("") : "",
    }));
  });
  const stops = spec.stops.map((at) => words.findIndex((word) => word.start >= at)).filter((n) => n >= 0);
  let marks = [], undo = [], anchor = 0, cursor = 0, extending = false, dragging = false;

  const id = newId();
  const box = make("div", { class: "whosays-text", role: "listbox", tabindex: "0", "aria-multiselectable": "true", "aria-label": "The text to mark", "aria-describedby": `${id}-help` });
  const list = make("ul", { class: "whosays-marks" });
  const live = make("p", { class: "whosays-live", role: "status", "aria-live": "polite" });
  const options = words.map((word, n) => make("span", { role: "option", id: `${id}-${n}`, "data-n": String(n), "aria-selected": "false" }, word.text));
  const range = () => [Math.min(anchor, cursor), Math.max(anchor, cursor)];
  const name = (label) => labels.find(([value]) => value === label)?.[1] ?? label;
  const number = (label) => labels.findIndex(([value]) => value === label) + 1;
  const on = (n) => marks.filter((mark) => mark.start < words[n].end && words[n].start < mark.end);
  const textOf = (mark) => words.filter((word) => mark.start < word.end && word.start < mark.end).map((word) => word.text).join(" ");

  function fill() {
    const paragraphs = spec.passage.map((_, p) => {
      const parts = options.filter((_, n) => words[n].paragraph === p);
      const named = parts.flatMap((option) => { const word = words[Number(option.dataset.n)]; return [word.before, option, word.after]; });
      return make("div", { role: "group", "aria-label": `Paragraph ${p + 1}` }, ...named);
    });
    box.replaceChildren(...paragraphs);
  }

  function draw() {
    const [first, last] = range();
    options.forEach((option, n) => {
      const here = on(n);
      const closing = here.filter((mark) => n + 1 === words.length || words[n + 1].start >= mark.end);
      option.setAttribute("aria-selected", String(n >= first && n <= last));
      option.classList.toggle("whosays-cursor", n === cursor);
      option.dataset.marks = [...new Set(here.map((mark) => number(mark.label)))].join(" ");
      option.dataset.tags = closing.map((mark) => number(mark.label)).join(" ");
      if (here.length) option.setAttribute("aria-label", `${words[n].text}, ${here.map((mark) => name(mark.label)).join(", ")}`);
      else option.removeAttribute("aria-label");
    });
    box.setAttribute("aria-activedescendant", `${id}-${cursor}`);
    for (const button of bar.querySelectorAll("[aria-pressed]")) button.setAttribute("aria-pressed", String(extending));
  }

  function drawList() {
    const row = (mark) => make("li", {},
      make("span", { class: "whosays-badge", "data-label": String(number(mark.label)) }, String(number(mark.label))), ` ${name(mark.label)}: “${textOf(mark)}” `,
      make("input", { type: "text", value: mark.reason ?? "", placeholder: "Why? (if you like)", "aria-label": `Why you marked “${textOf(mark)}” as ${name(mark.label)}`,
        onchange: (event) => { mark.reason = event.target.value; changed(); } }),
      make("button", { type: "button", "aria-label": `Take the mark on “${textOf(mark)}” away`, onclick: () => { put(marks.filter((other) => other !== mark), "Taken away."); box.focus(); } }, "Take away"));
    list.replaceChildren(...(marks.length ? marks.map(row) : [make("li", {}, "Nothing is marked yet.")]));
  }

  function put(next, told) {
    undo.push(marks);
    marks = next.sort((a, b) => a.start - b.start || a.end - b.end);
    live.textContent = told;
    draw();
    drawList();
    changed();
  }

  function label(value) {
    const [first, last] = range();
    const mark = { start: words[first].start, end: words[last].end, label: value };
    const double = marks.some((other) => other.start === mark.start && other.end === mark.end && other.label === value);
    if (!double) put([...marks, mark], `Marked “${textOf(mark)}” as ${name(value)}.`);
    anchor = cursor;
    extending = false;
    draw();
  }

  function remove() {
    const [first, last] = range();
    const hit = marks.filter((mark) => mark.start < words[last].end && words[first].start < mark.end);
    if (!hit.length) { live.textContent = "No mark stands on these words."; return; }
    const gone = hit.reduce((a, b) => (b.end - b.start <= a.end - a.start ? b : a));
    put(marks.filter((mark) => mark !== gone), `Took away ${name(gone.label)}: “${textOf(gone)}”.`);
  }

  function takeBack() {
    if (!undo.length) { live.textContent = "There is nothing to undo."; return; }
    marks = undo.pop();
    live.textContent = "Undone.";
    draw();
    drawList();
    changed();
  }

  function go(to, extend) {
    cursor = Math.max(0, Math.min(words.length - 1, to));
    if (!extend && !extending) anchor = cursor;
    draw();
    options[cursor].scrollIntoView({ block: "nearest" });
  }

  const sentence = (by) => {
    const here = stops.filter((stop) => stop <= cursor).length - 1;
    return stops[Math.max(0, Math.min(stops.length - 1, by < 0 && stops[here] < cursor ? here : here + by))] ?? 0;
  };
  const keys = {
    ArrowRight: () => cursor + 1, ArrowLeft: () => cursor - 1, ArrowDown: () => sentence(1), ArrowUp: () => sentence(-1),
    Home: () => stops.filter((stop) => stop <= cursor).pop() ?? 0, End: () => (stops.find((stop) => stop > cursor) ?? words.length) - 1,
  };

  box.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const chosen = labels[Number(event.key) - 1];
    if (keys[event.key]) go(keys[event.key](), event.shiftKey);
    else if (chosen) label(chosen[0]);
    else if (event.key === "Delete" || event.key === "Backspace") remove();
    else if (event.key.toLowerCase() === "u") takeBack();
    else return;
    event.preventDefault();
  });
  const at = (event) => Number(document.elementFromPoint(event.clientX, event.clientY)?.closest?.("[data-n]")?.dataset.n ?? NaN);
  box.addEventListener("pointerdown", (event) => {
    const n = at(event);
    if (Number.isNaN(n)) return;
    dragging = event.pointerType === "mouse";
    go(n, event.shiftKey || extending);
    extending = false;
    draw();
    box.focus({ preventScroll: true });
    event.preventDefault();
  });
  box.addEventListener("pointermove", (event) => { const n = at(event); if (dragging && !Number.isNaN(n)) go(n, true); });
  const letGo = () => { dragging = false; };
  box.addEventListener("pointerup", letGo);
  box.addEventListener("pointerleave", letGo);

  const tool = (text, does, more = {}) => make("button", { type: "button", onclick: () => { does(); box.focus(); }, ...more }, ...[text].flat());
  const bar = make("div", { class: "whosays-bar", role: "toolbar", "aria-label": "Labels and tools" },
    ...labels.map(([value, text], n) => tool([make("span", { class: "whosays-badge", "data-label": String(n + 1), "aria-hidden": "true" }, String(n + 1)), ` ${text}`], () => label(value))),
    tool("Select to here", () => { extending = !extending; draw(); }, { "aria-pressed": "false" }),
    tool("Take away", remove), tool("Undo", takeBack));

  fill();
  draw();
  drawList();
  return {
    nodes: [
      make("figure", { class: "whosays-marker" }, bar, box, make("figcaption", {}, spec.source + "." + (spec.invented ? " We made this text up." : ""))),
      make("details", {}, make("summary", {}, "How to mark, with the keyboard too"), make("p", {}, HELP)),
      make("p", { id: `${id}-help`, class: "whosays-unseen" }, HELP), live,
      make("fieldset", {}, make("legend", {}, "Your marks"), list),
    ],
    read: () => marks.map((mark) => ({ ...mark })),
    write(value) {
      marks = Array.isArray(value) ? value.filter((mark) => words.some((word) => mark.start < word.end && word.start < mark.end)).map((mark) => ({ ...mark })) : [];
      undo = [];
      draw();
      drawList();
    },
  };
}

export default { render: exercise(marker) };
