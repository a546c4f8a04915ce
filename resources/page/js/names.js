// What genres and sound tags are called and coloured, as the window has it.

import { language, say } from "./texts.js";

let vocabulary = { genres: {}, tags: {} };

export function keepVocabulary(known) {
  vocabulary = known;
}

export function genreName(genre) {
  return vocabulary.genres[genre]?.names[language] ?? genre;
}

export function genreColour(genre) {
  return vocabulary.genres[genre]?.colour ?? "#8d95a3";
}

export function tagName(tag) {
  return vocabulary.tags[tag]?.[language] ?? tag;
}

export function dot(genre) {
  const mark = document.createElement("span");
  mark.className = "dot";
  mark.style.background = genreColour(genre);
  return mark;
}

// What is sure has its genre's dot.
export const MARKS = { "not sure": "?", differ: "≠", unlike: "∅" };

export function verdictWord(verdict) {
  return say(`verdict_${verdict.replace(" ", "_")}`);
}

/** Return a bar that says how much of a whole. */
export function bar(share, verdict = "sure", colour = "") {
  const track = document.createElement("div");
  track.className = "track";
  track.classList.toggle("doubtful", verdict === "not sure" || verdict === "differ");
  track.classList.toggle("novel", verdict === "unlike");
  const part = document.createElement("div");
  part.style.width = `${Math.round(100 * share)}%`;
  if (colour) part.style.background = colour;
  track.append(part);
  return track;
}
