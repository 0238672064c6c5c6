// The one file that holds the answers of a browser: what is written into it, and what of it may be put back.

const FOLDERS = ["notebooks/answers", "exercises/answers"];
const NAME = /^[\w-]+\.jsonl$/;

export function foldersOfAnswers() {
  return [...FOLDERS];
}

export function written(files) {
  return JSON.stringify({ whosays: 1, files });
}

// Anybody may have written the file, so only logs go back, and only to where logs are kept.
function isLog(path, lines) {
  const cut = path.lastIndexOf("/");
  return typeof lines === "string" && FOLDERS.includes(path.slice(0, cut)) && NAME.test(path.slice(cut + 1));
}

// Returns the logs in the text of such a file as pairs of path and lines; throws where it is none.
export function filesIn(text) {
  let read = null;
  try {
    read = JSON.parse(text);
  } catch {
    // told below, as for any other file that is not ours
  }
  if (read?.whosays !== 1 || typeof read.files !== "object") {
    throw new Error("this is no file of answers saved here");
  }
  return Object.entries(read.files ?? {}).filter(([path, lines]) => isLog(path, lines));
}

function timeOf(line) {
  try {
    return String(JSON.parse(line).time ?? "");
  } catch {
    return "";
  }
}

function linesOf(log) {
  return log.split("\n").filter((line) => line.trim());
}

// Both logs are only ever added to, so their lines together, by time, are the log of both.
export function together(here, there) {
  const own = new Set(linesOf(here));
  const lines = [...new Set([...own, ...linesOf(there)])];
  const times = new Map(lines.map((line) => [line, timeOf(line)]));
  lines.sort((a, b) => Number(times.get(a) > times.get(b)) - Number(times.get(a) < times.get(b)));
  return { text: lines.map((line) => `${line}\n`).join(""), added: lines.length - own.size };
}
