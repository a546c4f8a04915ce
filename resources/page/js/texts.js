// What the page says, in the language that somebody reads: a file for each in /texts.

const KEPT = "musicreclass.language";
const TAGS = { zh_TW: "zh-Hant", zh_CN: "zh-Hans" }; // of HTML, where they are others

let texts = {};
export let language = "en";

/** Fill the chooser, and load the language that was chosen or that the browser asks for. */
export async function beginTexts(chooser, changed) {
  const known = await (await fetch("/languages.json")).json();
  for (const [code, name] of Object.entries(known)) {
    const option = new Option(name, code);
    option.lang = TAGS[code] ?? code;
    chooser.add(option);
  }
  chooser.value = chosen(known);
  chooser.addEventListener("change", async () => {
    localStorage.setItem(KEPT, chooser.value);
    await load(chooser.value);
    changed();
  });
  await load(chooser.value);
}

/** Return a text, with values in their braces. */
export function say(name, values = {}) {
  const text = texts[name] ?? name;
  return text.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
}

/** Return the language as HTTP and HTML call it. */
export function languageTag() {
  return TAGS[language] ?? language;
}

/** Return some words as a list. */
export function listed(words) {
  return words.join(say("list_separator"));
}

/** Return a share as people read it. */
export function percent(share) {
  return new Intl.NumberFormat(languageTag(), { style: "percent" }).format(share);
}

/** Return seconds as minutes and seconds, with hours where there are any. */
export function clock(seconds) {
  const whole = Math.max(0, Math.floor(seconds || 0));
  const parts = [Math.floor(whole / 60) % 60, whole % 60];
  const hours = Math.floor(whole / 3600);
  const [minutes, rest] = [String(parts[0]), String(parts[1]).padStart(2, "0")];
  return hours ? `${hours}:${minutes.padStart(2, "0")}:${rest}` : `${minutes}:${rest}`;
}

async function load(code) {
  const [own, english] = await Promise.all(
    [code, "en"].map(async (one) => (await fetch(`/texts/${one}.json`)).json()),
  );
  texts = { ...english, ...own };
  language = code;
  document.documentElement.lang = languageTag();
  for (const element of document.querySelectorAll("[data-text]")) {
    element.textContent = say(element.dataset.text);
  }
  for (const element of document.querySelectorAll("[data-name]")) {
    element.setAttribute("aria-label", say(element.dataset.name));
  }
}

function chosen(known) {
  const kept = localStorage.getItem(KEPT);
  if (kept in known) return kept;
  for (const wanted of navigator.languages) {
    const tag = wanted.replaceAll("-", "_").toLowerCase();
    const exact = Object.keys(known).find((code) => code.toLowerCase() === tag);
    if (exact) return exact;
    if (tag.startsWith("zh")) return /hant|_tw|_hk|_mo/.test(tag) ? "zh_TW" : "zh_CN";
    const near = Object.keys(known).find((code) => code === tag.split("_")[0]);
    if (near) return near;
  }
  return "en";
}
