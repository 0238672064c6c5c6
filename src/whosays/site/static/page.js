// Search, dark or light, and what paper needs. Pages read well without any of it.
//
// This is no module: pages may be opened as files, and from files browsers load none. So it is one function, which
// leaves nothing behind in the page.

(() => {
  const root = document.documentElement;

  function useTheme(theme) {
    if (theme) root.dataset.theme = theme;
  }

  function startTheme() {
    useTheme(localStorage.getItem("whosays-theme"));
    const button = document.getElementById("theme");
    button.hidden = false;
    button.addEventListener("click", () => {
      const dark = root.dataset.theme
        ? root.dataset.theme === "dark"
        : matchMedia("(prefers-color-scheme: dark)").matches;
      localStorage.setItem("whosays-theme", dark ? "light" : "dark");
      useTheme(dark ? "light" : "dark");
    });
  }

  function openAll(open) {
    for (const part of document.querySelectorAll("main details")) part.open = open;
  }

  // A few words around the first one that was found.
  function around(text, word) {
    const at = Math.max(0, text.toLowerCase().indexOf(word));
    const from = at < 60 ? 0 : text.indexOf(" ", at - 60) + 1;
    return `${from ? "… " : ""}${text.slice(from, from + 180)}${from + 180 < text.length ? " …" : ""}`;
  }

  function hit({ page, title, heading, anchor, text }, word) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = anchor ? `${page}#${encodeURIComponent(anchor)}` : page;
    link.textContent = heading === title ? title : `${title}: ${heading}`;
    const words = document.createElement("p");
    words.textContent = around(text, word);
    item.append(link, words);
    return item;
  }

  async function search(asked) {
    const words = asked.toLowerCase().split(/\s+/).filter(Boolean);
    const parts = await (await fetch("search.json")).json();
    const holds = ({ heading, text }) =>
      words.every((word) => `${heading} ${text}`.toLowerCase().includes(word));
    const rank = ({ heading }) => words.filter((word) => heading.toLowerCase().includes(word)).length;
    const found = parts.filter(holds).sort((a, b) => rank(b) - rank(a));
    document.getElementById("found").textContent =
      `${found.length || "No"} ${found.length === 1 ? "section holds" : "sections hold"} “${asked}”.`;
    document.getElementById("hits").replaceChildren(...found.map((part) => hit(part, words[0])));
  }

  startTheme();
  if (matchMedia("(min-width: 60rem)").matches) document.getElementById("lessons").open = true;
  addEventListener("beforeprint", () => openAll(true));
  addEventListener("afterprint", () => openAll(false));
  const asked = new URLSearchParams(location.search).get("q")?.trim();
  if (asked) {
    document.getElementById("q").value = asked;
    if (document.getElementById("hits")) search(asked);
  }
})();
