// The table of files: a row each, sorted by any column, walked through with the keyboard.

import { MARKS, bar, dot, genreName, tagName, verdictWord } from "./names.js";
import { listed, percent, say } from "./texts.js";

const LEFT_OUT = ["BUTTON", "INPUT", "SELECT", "TEXTAREA"]; // whose keys are their own

export class Table {
  /** @param {{opened: (row) => void, played: (row) => void, removed: (row) => void}} told */
  constructor(section, told) {
    this.rows = [];
    this.current = null;
    this.told = told;
    this.body = section.querySelector("tbody");
    this.heads = [...section.querySelectorAll("th[data-sort]")];
    this.sort = { by: null, up: true };
    for (const head of this.heads) {
      head.querySelector("button").addEventListener("click", () => this.sortBy(head.dataset.sort));
    }
    this.body.addEventListener("keydown", (event) => this.pressed(event));
  }

  /** Add a row: {name, file, state, share, result, problem}. */
  add(row) {
    row.number = this.rows.length ? Math.max(...this.rows.map((one) => one.number)) + 1 : 0;
    row.element = document.createElement("tr");
    row.element.className = "file";
    row.element.setAttribute("role", "row");
    row.element.tabIndex = this.rows.length ? -1 : 0;
    row.element.addEventListener("click", () => this.open(row));
    this.rows.push(row);
    this.body.append(row.element);
    this.show(row);
  }

  /** Draw a row as it stands now. */
  show(row) {
    const cells = [playCell(row, () => this.told.played(row)), nameCell(row)];
    if (row.result && !row.problem) {
      cells.push(genreCell(row.result), confidenceCell(row.result), tagsCell(row.result));
    } else {
      cells.push(stateCell(row));
    }
    row.element.replaceChildren(...cells);
  }

  showAll() {
    for (const row of this.rows) this.show(row);
  }

  remove(row) {
    const order = this.shown();
    const next = order[order.indexOf(row) + 1] ?? order[order.indexOf(row) - 1] ?? null;
    this.rows = this.rows.filter((one) => one !== row);
    row.element.remove();
    if (this.current === row) {
      this.current = null;
      if (next) this.open(next);
    }
  }

  open(row, focus = true) {
    if (this.current) this.mark(this.current, false);
    for (const one of this.rows) one.element.tabIndex = one === row ? 0 : -1;
    this.current = row;
    this.mark(row, true);
    if (focus) row.element.focus({ preventScroll: true });
    row.element.scrollIntoView({ block: "nearest" });
    this.told.opened(row);
  }

  sortBy(name) {
    this.sort = { by: name, up: this.sort.by === name ? !this.sort.up : name !== "confidence" };
    for (const head of this.heads) {
      const isIt = head.dataset.sort === name;
      if (isIt) head.setAttribute("aria-sort", this.sort.up ? "ascending" : "descending");
      else head.removeAttribute("aria-sort");
    }
    this.arrange();
  }

  /** Put rows in their order, and what is opened among them behind its own. */
  arrange() {
    for (const row of this.shown()) this.body.append(row.element);
    if (this.current) this.told.opened(this.current);
  }

  shown() {
    const { by, up } = this.sort;
    const order = [...this.rows].sort((a, b) => (by ? compare(a, b, by) * (up ? 1 : -1) : 0) || a.number - b.number);
    return order;
  }

  mark(row, isCurrent) {
    row.element.setAttribute("aria-selected", String(isCurrent));
  }

  pressed(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (LEFT_OUT.includes(event.target.tagName) && !["ArrowUp", "ArrowDown"].includes(event.key)) return;
    if (event.target.tagName === "INPUT") return;
    const order = this.shown();
    const at = order.findIndex((row) => row.element === event.target.closest("tr.file"));
    if (at < 0) return;
    const steps = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1, Home: -at, End: order.length - 1 - at };
    if (event.key in steps) {
      const next = order[Math.min(order.length - 1, Math.max(0, at + steps[event.key]))];
      this.open(next);
    } else if (event.key === "Enter") this.open(order[at]);
    else if (event.key === " ") this.told.played(order[at]);
    else if (event.key === "Delete") this.told.removed(order[at]);
    else return;
    event.preventDefault();
  }
}

function compare(a, b, by) {
  if (by === "name") return a.name.localeCompare(b.name, undefined, { numeric: true });
  if (by === "confidence") return (a.result?.confidence ?? -1) - (b.result?.confidence ?? -1);
  return genreKey(a).localeCompare(genreKey(b));
}

/** Genres that are sure come first, then those that are only suggested, then what has none. */
function genreKey(row) {
  const best = row.result?.candidates[0]?.genre;
  if (!best) return "2";
  return (row.result.genre ? "0" : "1") + genreName(best);
}

function cell(name, ...content) {
  const made = document.createElement("td");
  made.className = name;
  made.setAttribute("role", "gridcell");
  made.append(...content);
  return made;
}

function playCell(row, play) {
  const button = document.createElement("button");
  button.textContent = row.isPlaying ? "⏸" : "▶";
  button.setAttribute("aria-label", say(row.isPlaying ? "pause_file" : "play_file", { name: row.name }));
  button.tabIndex = -1;
  button.addEventListener("click", (event) => {
    event.stopPropagation();
    play();
  });
  return cell("play", button);
}

function nameCell(row) {
  const made = cell("name", row.name);
  made.title = row.name;
  return made;
}

function genreCell(result) {
  const best = result.candidates[0]?.genre;
  const line = document.createElement("div");
  line.className = "genre";
  if (result.genre) {
    line.append(dot(result.genre), genreName(result.genre));
  } else {
    const doubt = document.createElement("span");
    doubt.className = result.verdict === "unlike" ? "doubt novel" : "doubt";
    doubt.textContent = `${MARKS[result.verdict] ?? ""} ${verdictWord(result.verdict)}`;
    const name = document.createElement("em");
    name.textContent = best ? genreName(best) : "";
    line.append(doubt, name);
  }
  return cell("genre-cell", line);
}

function confidenceCell(result) {
  const meter = document.createElement("div");
  meter.className = "meter";
  const number = document.createElement("span");
  number.className = "number";
  number.textContent = percent(result.confidence);
  meter.append(bar(result.confidence, result.verdict), number);
  return cell("confidence", meter);
}

function tagsCell(result) {
  const names = listed(result.tags.map((tag) => tagName(tag.name)));
  const made = cell("tags", names);
  made.title = names;
  return made;
}

function stateCell(row) {
  const made = cell("state", row.problem ? row.problem() : stateText(row));
  made.classList.toggle("bad", Boolean(row.problem));
  made.colSpan = 3;
  return made;
}

function stateText(row) {
  if (row.state === "sending") return say("state_sending", { share: percent(row.share ?? 0) });
  return say(`state_${row.state}`);
}
