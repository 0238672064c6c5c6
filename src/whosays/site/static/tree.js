// A link from one notebook to another leads to the list of files; this leads on to the notebook itself.

const path = new URLSearchParams(location.search).get("path") ?? "";
if (path.endsWith(".ipynb")) location.replace(`../notebooks/index.html?path=${encodeURIComponent(path)}`);
