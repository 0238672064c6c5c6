// Takes the answers out of the browser's storage as one file, and puts such a file back.

const FOLDERS = ["notebooks/answers", "exercises/answers"];
const NAME = "my-answers.json";

async function filesIn(contents, folder) {
  try {
    const { content } = await contents.get(folder, { content: true });
    return content.map(({ path }) => path).filter((path) => path.endsWith(".jsonl"));
  } catch {
    return [];
  }
}

async function textOf(contents, path) {
  try {
    const { content, format } = await contents.get(path, { content: true, type: "file" });
    if (format !== "base64") return typeof content === "string" ? content : "";
    return new TextDecoder().decode(Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0)));
  } catch {
    return "";
  }
}

export async function saveAnswers(contents) {
  const files = {};
  for (const folder of FOLDERS)
    for (const path of await filesIn(contents, folder)) files[path] = await textOf(contents, path);
  if (!Object.keys(files).length) return "There are no answers yet.";
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify({ whosays: 1, files })], { type: "application/json" }));
  link.download = NAME;
  link.click();
  URL.revokeObjectURL(link.href);
  return `Saved as ${NAME}, among your downloads.`;
}

function chosenFile() {
  return new Promise((done) => {
    const input = Object.assign(document.createElement("input"), { type: "file", accept: ".json" });
    input.addEventListener("change", () => done(input.files[0]));
    input.addEventListener("cancel", () => done(null));
    input.click();
  });
}

function filesOf(text) {
  const wrong = new Error("this is no file of answers saved here");
  let read;
  try {
    read = JSON.parse(text);
  } catch {
    throw wrong;
  }
  if (read?.whosays !== 1 || typeof read.files !== "object") throw wrong;
  return Object.entries(read.files).filter(([path, lines]) =>
    typeof lines === "string" && FOLDERS.some((folder) => path.startsWith(`${folder}/`)) && /^[\w-]+\.jsonl$/.test(path.split("/").at(-1)));
}

function timeOf(line) {
  try {
    return String(JSON.parse(line).time ?? "");
  } catch {
    return "";
  }
}

// Both logs are only ever added to, so their lines together, by time, are the log of both.
function together(here, there) {
  const lines = [...new Set([...here.split("\n"), ...there.split("\n")])].filter((line) => line.trim());
  const added = lines.length - new Set(here.split("\n").filter((line) => line.trim())).size;
  lines.sort((a, b) => (timeOf(a) < timeOf(b) ? -1 : timeOf(a) > timeOf(b) ? 1 : 0));
  return [lines.map((line) => `${line}\n`).join(""), added];
}

// Returns how many lines were added; null where no file was chosen.
export async function loadAnswers(contents) {
  const file = await chosenFile();
  if (!file) return null;
  let count = 0;
  for (const [path, lines] of filesOf(await file.text())) {
    const [text, added] = together(await textOf(contents, path), lines);
    await contents.save(path.split("/").slice(0, 2).join("/"), { type: "directory" });
    await contents.save(path, { type: "file", format: "text", content: text });
    count += added;
  }
  return count;
}
