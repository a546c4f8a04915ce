// The page: files in, rows out. Nothing here comes from anywhere but the server it came from.

import { asCsv, asJson, save } from "./downloads.js";
import { Detail } from "./detail.js";
import { chosenFiles, droppedFiles } from "./files.js";
import { keepVocabulary } from "./names.js";
import { ask, classify, keepToken } from "./server.js";
import { Table } from "./table.js";
import { beginTexts, languageTag, say } from "./texts.js";

const APPEARANCE = "musicreclass.appearance";
const MOST_AT_ONCE = 4; // more would only wait in the server
const by = (id) => document.getElementById(id);

let limits = { file_bytes: Infinity, parallel: 2 };
let stopping = new AbortController();
let atWork = 0;

const detail = new Detail({ changed: (row) => table.show(row) });
const table = new Table(by("rows"), {
  opened: (row) => detail.open(row),
  played: (row) => {
    if (table.current !== row) table.open(row, false);
    detail.toggle(row);
  },
  removed: remove,
});

await beginTexts(by("language"), showTexts);
beginAppearance();
beginDrops();
await beginServer();

by("choose-files").addEventListener("click", () => by("files").click());
by("choose-folder").addEventListener("click", () => by("folder").click());
for (const id of ["files", "folder"]) {
  by(id).addEventListener("change", () => {
    add(chosenFiles(by(id)));
    by(id).value = "";
  });
}
by("stop").addEventListener("click", () => {
  stopping.abort();
  stopping = new AbortController();
  for (const row of table.rows) if (!isOver(row)) change(row, { state: "stopped" });
});
by("again").addEventListener("click", () => {
  for (const row of table.rows) if (isVain(row)) change(row, { state: "waiting", problem: null });
  work();
});
by("clear").addEventListener("click", () => {
  by("stop").click();
  for (const row of [...table.rows]) remove(row);
});
by("csv").addEventListener("click", () => save("genres.csv", "text/csv", asCsv(results())));
by("json").addEventListener("click", () => save("genres.json", "application/json", asJson(results())));
by("token-form").addEventListener("submit", async (event) => {
  event.preventDefault();
  keepToken(by("token").value);
  by("token").value = "";
  await beginServer(true);
  for (const row of table.rows) if (row.isUnknown) change(row, { state: "waiting", problem: null, isUnknown: false });
  work();
});

/** Ask the server what it takes; where it wants a token, so does the page. */
async function beginServer(isSecond = false) {
  const about = await ask("/api/v1/about");
  by("token-form").hidden = about.status !== 401;
  by("token-wrong").hidden = about.status !== 401 || !isSecond;
  if (about.status === 401) return by("token").focus();
  limits = about.content.limits;
  keepVocabulary((await ask("/api/v1/vocabulary")).content);
  showTexts();
}

function beginAppearance() {
  const chooser = by("appearance");
  chooser.value = localStorage.getItem(APPEARANCE) ?? "system";
  const wear = () => (document.documentElement.dataset.appearance = chooser.value);
  chooser.addEventListener("change", () => {
    localStorage.setItem(APPEARANCE, chooser.value);
    wear();
  });
  wear();
}

function beginDrops() {
  let depth = 0; // events come for each element below the pointer
  const show = (by_) => by("over").classList.toggle("on", (depth = Math.max(0, depth + by_)) > 0);
  addEventListener("dragenter", () => show(1));
  addEventListener("dragleave", () => show(-1));
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", async (event) => {
    event.preventDefault();
    depth = 0;
    show(0);
    add(await droppedFiles(event.dataTransfer));
  });
}

function add(found) {
  for (const { file, name } of found) {
    const row = { file, name, state: "waiting", share: 0, result: null, problem: null };
    if (file.size > limits.file_bytes) row.problem = () => tooLarge();
    table.add(row);
  }
  if (found.length && !table.current) table.open(table.rows[0], false);
  if (table.sort.by) table.arrange();
  showProgress();
  work();
}

/** Let the server have as many files at a time as it works on, and one more on its way. */
function work() {
  const most = Math.min(MOST_AT_ONCE, limits.parallel + 1);
  while (atWork < most) {
    const row = table.shown().find((one) => one.state === "waiting" && !one.problem);
    if (!row) break;
    atWork++;
    answer(row).finally(() => {
      atWork--;
      showProgress();
      work();
    });
  }
}

async function answer(row) {
  const { signal } = stopping;
  change(row, { state: "sending", share: 0 });
  try {
    const sent = (share) => change(row, share < 1 ? { share } : { state: "working" });
    const { status, content } = await classify(row.file, { signal, sent });
    const result = content.results?.[0];
    if (result) {
      const said = result.problem_said ?? result.problem;
      result.path = row.name; // of what lay in a folder, with the way there
      const problem = result.candidates.length || !said ? null : () => said;
      change(row, { state: "done", result, problem });
    } else if (status === 401) {
      change(row, { state: "done", problem: () => say("token_needed"), isUnknown: true });
      by("token-form").hidden = false;
    } else {
      const said = content.detail;
      change(row, { state: "vain", problem: () => said ?? say("unreachable") });
    }
  } catch (error) {
    if (error.name !== "AbortError") throw error;
    change(row, { state: "stopped" });
  }
}

function change(row, what) {
  Object.assign(row, what);
  if (!table.rows.includes(row)) return;
  table.show(row);
  if (table.sort.by && what.result) table.arrange();
  else if (table.current === row && (what.result || what.problem !== undefined)) detail.show();
  showProgress();
}

function remove(row) {
  detail.forget(row);
  table.remove(row);
  showProgress();
}

function isOver(row) {
  return row.state === "done" || row.state === "vain" || Boolean(row.problem);
}

function isVain(row) {
  return row.state === "vain" || row.state === "stopped";
}

function results() {
  return table.shown().map((row) => row.result).filter(Boolean);
}

function showProgress() {
  const { rows } = table;
  const done = rows.filter(isOver).length;
  const isBusy = rows.some((row) => ["waiting", "sending", "working"].includes(row.state) && !row.problem);
  by("rows").hidden = !rows.length;
  by("drop").classList.toggle("small", rows.length > 0);
  by("progress").textContent = rows.length ? say("progress", { done, total: rows.length }) : "";
  by("stop").hidden = !isBusy;
  by("again").hidden = isBusy || !rows.some(isVain);
  for (const id of ["csv", "json"]) by(id).disabled = !rows.some((row) => row.result);
  if (!rows.length) detail.close();
}

function showTexts() {
  by("limits").textContent = Number.isFinite(limits.file_bytes) ? say("limits", limitWords()) : "";
  table.showAll();
  detail.show();
  showProgress();
}

function tooLarge() {
  return say("too_large", limitWords());
}

function limitWords() {
  const number = new Intl.NumberFormat(languageTag());
  return {
    megabytes: number.format(Math.round(limits.file_bytes / 1048576)),
    minutes: number.format(Math.round(limits.sound_seconds / 60)),
  };
}
