// A course that has become newer: what the browser still holds of the old one is fetched anew, and a saved
// notebook, which hides the one of the site, is told from it by its version.

const SEEN = "whosays-build";
const at = (path) => new URL(path, import.meta.url);

export async function aboutCourse() {
  const answer = await fetch(at("course.json"), { cache: "no-cache" });
  return answer.ok ? await answer.json() : null;
}

// Fetches what has changed past the browser's cache. Returns whether the page must be loaded anew.
export async function freshen(about) {
  const seen = localStorage.getItem(SEEN);
  if (seen === about.build) return false;
  if (seen) await Promise.all(about.files.map((path) => fetch(at(path), { cache: "reload" })));
  localStorage.setItem(SEEN, about.build);
  return Boolean(seen);
}

export function isOld(panel, about) {
  const newest = about.versions[panel.context.path];
  return Boolean(newest) && newest !== panel.context.model.sharedModel.getMetadata("whosays")?.version;
}

// Questions of an earlier visit are pictures without a Python behind them, and JupyterLab shows them as loading for
// ever.
export function hasOldQuestions(panel) {
  const outputs = panel.context.model.toJSON().cells.flatMap((cell) => cell.outputs ?? []);
  return outputs.some((output) => output.data && "application/vnd.jupyter.widget-view+json" in output.data);
}

export function nameOfCopy(path, now) {
  return path.replace(/\.ipynb$/, ` (my copy of ${now.toISOString().slice(0, 10)}).ipynb`);
}

export async function takeNewer(app, panel) {
  const contents = app.serviceManager.contents;
  const path = panel.context.path;
  await panel.context.save();
  const { content } = await contents.get(path, { content: true });
  const copy = nameOfCopy(path, new Date());
  await contents.save(copy, { type: "notebook", format: "json", content });
  await contents.delete(path);
  location.reload();
}
