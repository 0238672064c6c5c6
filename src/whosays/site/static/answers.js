// Takes the answers out of the browser's storage as one file, and puts such a file back.

import { filesIn, foldersOfAnswers, together, written } from "./answer_file.js";

const NAME = "my-answers.json";

async function logsIn(contents, folder) {
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

function download(text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = NAME;
  link.click();
  URL.revokeObjectURL(link.href);
}

export async function saveAnswers(contents) {
  const files = {};
  for (const folder of foldersOfAnswers()) {
    for (const path of await logsIn(contents, folder)) files[path] = await textOf(contents, path);
  }
  if (!Object.keys(files).length) return "There are no answers yet.";
  download(written(files));
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

// Adds the answers in the text of such a file to those kept here; returns how many lines were new.
export async function addAnswers(contents, file) {
  let count = 0;
  for (const [path, lines] of filesIn(file)) {
    const { text, added } = together(await textOf(contents, path), lines);
    await contents.save(path.slice(0, path.lastIndexOf("/")), { type: "directory" });
    await contents.save(path, { type: "file", format: "text", content: text });
    count += added;
  }
  return count;
}

// Returns how many lines were added; null where no file was chosen.
export async function loadAnswers(contents) {
  const file = await chosenFile();
  return file ? addAnswers(contents, await file.text()) : null;
}
