// What every exercise has in common: the question, the passage it rests on, a button, and what is said back.
// Everything the reader sees is put in as text, never as HTML: a case or an answer may hold anything.

function make(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name in node && typeof value !== "string") node[name] = value;
    else node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null && child !== ""));
  return node;
}

// Each widget loads this text anew, so a counter would give two of them the same number.
const newId = () => `whosays-${Array.from(crypto.getRandomValues(new Uint8Array(6)), (n) => n.toString(36)).join("")}`;

// JupyterLab reads single letters as commands: with a button in focus, x would cut the whole cell.
// Escape leaves the exercise for its cell, from where the arrow keys go on through the notebook.
function guard(event) {
  if (event.key === "Escape") event.currentTarget.closest(".jp-Cell")?.focus();
  const command = event.ctrlKey || event.metaKey || event.altKey || (event.shiftKey && event.key === "Enter");
  if (!command && event.key !== "Escape") event.stopPropagation();
}

// Offsets count characters as Python does; JavaScript would count an emoji twice.
function marked({ start, text }, spans) {
  const letters = Array.from(text);
  const inside = (n) => spans.some(([a, b]) => a <= start + n && start + n < b);
  const parts = [];
  for (let from = 0, to; from < letters.length; from = to) {
    to = from + 1;
    while (to < letters.length && inside(to) === inside(from)) to++;
    const words = letters.slice(from, to).join("");
    parts.push(inside(from) ? make("mark", {}, words) : words);
  }
  return parts;
}

function passageOf(spec, spans) {
  if (!spec.passage.length || spec.type === "marks") return "";
  const note = spec.invented ? " We made this text up." : "";
  const sentences = spec.passage.map((sentence) => make("p", {}, ...marked(sentence, spans)));
  return make("figure", {}, make("blockquote", {}, ...sentences), make("figcaption", {}, spec.source + "." + note));
}

function exhibitsOf(spec) {
  if (!spec.exhibits.length) return "";
  const rows = spec.exhibits.map(([name, text]) => make("div", {}, make("dt", {}, name), make("dd", {}, text)));
  return make("dl", {}, ...rows);
}

function confidenceOf(spec, id) {
  if (!spec.confident) return "";
  const words = { 50: "a guess", 100: "certain" };
  const choices = [50, 60, 70, 80, 90, 100].map((per) =>
    make("label", {}, make("input", { type: "radio", name: id, value: String(per) }), ` ${per}`, words[per] ? ` (${words[per]})` : ""));
  return make("fieldset", { class: "whosays-sure" }, make("legend", {}, "How sure are you, in per cent?"), ...choices);
}

function feedbackOf(state) {
  const tone = { "This holds": "right", "Nothing flagged": "right", Noted: "right", "In part": "part", "Not yet": "wrong" }[state.verdict];
  const sign = { right: "✓", part: "◐", wrong: "✗" }[tone];
  const lines = state.lines.map((line) => make("p", {}, line));
  const said = tone ? make("div", { class: `whosays-said whosays-${tone}` }, make("p", {}, make("strong", {}, `${sign} ${state.verdict}`)), ...lines) : "";
  return [said, state.notice ? make("p", { class: "whosays-notice" }, state.notice) : ""];
}

function historyOf(state) {
  if (state.history.length < 2) return "";
  const tries = state.history.map(({ when, said, verdict }) => make("li", {}, `${when}: ${said}${verdict ? ` — ${verdict}` : ""}`));
  return make("details", {}, make("summary", {}, `Your ${state.history.length} tries`), make("ol", {}, ...tries));
}

function bringIntoView(node) {
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  node.scrollIntoView({ block: "nearest", behavior: still ? "auto" : "smooth" });
}

// build(spec, changed) returns { nodes, read, write }: the controls, their answer, and how to put one back.
function exercise(build) {
  return ({ model, el }) => {
    el.classList.add("whosays");
    el.addEventListener("keydown", guard);
    let controls, waiting, draftTimer, passage, said, asked = false;

    const sure = () => Number(said.form.querySelector(".whosays-sure input:checked")?.value) || null;
    const given = () => ({ answer: controls.read(), confidence: sure() });
    const send = (does, more = {}) => {
      clearTimeout(draftTimer);
      model.send({ do: does, ...more });
    };
    const draft = () => {
      asked = false;  // whoever goes on writing is not to be scrolled away
      clearTimeout(draftTimer);
      draftTimer = setTimeout(() => send("draft", given()), 500);
    };
    const check = (event) => {
      event.preventDefault();
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        said.status.replaceChildren("Python has not answered. If its kernel was stopped, run this cell again: your answers are kept in a file.");
        bringIntoView(said.status);
      }, 4000);
      asked = true;
      send("check", given());
    };

    function show() {
      const state = model.get("state");
      let answered = false;
      clearTimeout(waiting);
      if (said.status.dataset.shows !== JSON.stringify([state.tries, state.lines, state.notice])) {
        said.status.replaceChildren(...feedbackOf(state));
        said.status.dataset.shows = JSON.stringify([state.tries, state.lines, state.notice]);
        answered = asked;
        asked = false;
      }
      const spec = model.get("spec");
      const next = passageOf(spec, state.spans);
      if (passage) passage.replaceWith(next);
      passage = next || passage;
      said.check.textContent = (spec.silent ? "Keep my answer" : spec.scored ? "Check" : "Note it") + (state.tries ? " again" : "");
      said.restart.hidden = !state.tries || !state.afresh;
      said.parallel.hidden = !state.parallel;
      said.back.hidden = !spec.aside;
      said.history.replaceChildren(historyOf(state));
      if (answered) bringIntoView(said.status);  // last, when everything above has its height
    }

    function restore() {
      const { answer, confidence } = model.get("state");
      controls.write(answer);
      const box = confidence && said.form.querySelector(`.whosays-sure input[value="${confidence}"]`);
      for (const other of said.form.querySelectorAll(".whosays-sure input")) other.checked = other === box;
    }

    function draw() {
      const spec = model.get("spec"), title = newId();
      controls = build(spec, draft);
      const button = (name, does) => make("button", { type: "button", onclick: () => send(does) }, name);
      said = {
        check: make("button", { type: "submit", class: "whosays-check" }, "Check"),
        restart: button("Start over", "restart"),
        parallel: button("A question like this one", "parallel"),
        back: button("Back to the first question", "back"),
        status: make("output", { role: "status", "aria-live": "polite" }),
        history: make("div"),
      };
      passage = passageOf(spec, []) || null;
      const prompt = spec.prompt.map((text, n) => make("p", n ? {} : { class: "whosays-prompt" }, text));
      said.form = make("form", { onsubmit: check, onchange: draft },
        make("div", { id: title }, ...prompt), passage, exhibitsOf(spec), ...controls.nodes, confidenceOf(spec, newId()),
        make("div", { class: "whosays-buttons" }, said.check, said.restart, said.parallel, said.back), said.status, said.history);
      el.replaceChildren(make("div", { role: "group", "aria-labelledby": title }, said.form));
      restore();
      show();
    }

    let tries = model.get("state").tries;
    const onState = () => {
      const state = model.get("state");
      if (state.tries === 0 && tries > 0) restore();  // started over
      tries = state.tries;
      show();
    };
    model.on("change:spec", draw);
    model.on("change:state", onState);
    draw();
    return () => {
      clearTimeout(draftTimer);
      clearTimeout(waiting);
      model.off("change:spec", draw);
      model.off("change:state", onState);
    };
  };
}
