// The rows as files, in the form of `classify --csv` and `classify --json`.

const CANDIDATES = 3;
// What a spreadsheet takes for a formula, and runs: a name may come from anywhere.
const RUN = /^ *[=+\-@\t\r\n＝＋－＠]/;

/** Return a table as CSV; before what a spreadsheet would run stands an apostrophe. */
export function asCsv(results) {
  const head = ["path", "genre", "confidence", "verdict"];
  for (let rank = 1; rank <= CANDIDATES; rank++) head.push(`candidate_${rank}`, `confidence_${rank}`);
  head.push("seconds_heard", "problem", "tags");
  const rows = results.map((one) => {
    const row = [one.path, one.genre, one.confidence, one.verdict];
    for (let rank = 0; rank < CANDIDATES; rank++) {
      const candidate = one.candidates[rank];
      row.push(candidate?.genre, candidate?.confidence);
    }
    return [...row, one.seconds_heard, one.problem, one.tags.map((tag) => tag.name).join("; ")];
  });
  return [head, ...rows].map((row) => row.map(cell).join(",") + "\n").join("");
}

/** Return what is said of each file as JSON, without pictures. */
export function asJson(results) {
  const plain = results.map(({ spectrogram, timeline, ...rest }) => rest);
  return JSON.stringify(plain, null, 2) + "\n";
}

export function save(name, kind, content) {
  const link = document.createElement("a");
  // A spreadsheet takes what has no mark for the system's old encoding.
  const mark = kind === "text/csv" ? "\ufeff" : "";
  link.href = URL.createObjectURL(new Blob([mark, content], { type: `${kind};charset=utf-8` }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function cell(value) {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(value);
  const text = RUN.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
