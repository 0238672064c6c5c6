// A link from one notebook to another leads to the list of files; this leads on to the notebook itself. It is no
// module: a module waits for the page, and the list would be seen first.

(() => {
  const path = new URLSearchParams(location.search).get("path") ?? "";
  if (path.endsWith(".ipynb")) location.replace(`../notebooks/index.html?path=${encodeURIComponent(path)}`);
})();
