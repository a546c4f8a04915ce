// All that is known of one file: its sound, its spectrogram, its genre over time, what it may be.

import { MARKS, bar, dot, genreColour, genreName, tagName, verdictWord } from "./names.js";
import { clock, listed, percent, say } from "./texts.js";

const MOST_CANDIDATES = 5;
const SEEK_SECONDS = 5;
const LEAST_SEEN = 0.03; // of the strip that a genre covers, to be named below it
const by = (id) => document.getElementById(id);

export class Detail {
  /** @param {{changed: (row) => void}} told */
  constructor(told) {
    this.told = told;
    this.row = null;
    this.playing = null; // the row whose sound is loaded
    this.panel = by("detail");
    this.audio = by("audio");
    this.narrow = matchMedia("(max-width: 999px)");
    this.narrow.addEventListener("change", () => this.settle());
    by("play").addEventListener("click", () => this.toggle(this.row));
    by("seek").addEventListener("input", () => this.seek(Number(by("seek").value)));
    for (const pane of document.querySelectorAll(".pane")) {
      pane.addEventListener("click", (event) => this.seekIn(pane, event));
    }
    for (const name of ["play", "pause", "ended", "timeupdate", "durationchange"]) {
      this.audio.addEventListener(name, () => this.showSound());
    }
    this.audio.addEventListener("error", () => this.refuse());
    document.addEventListener("keydown", (event) => this.pressed(event));
  }

  open(row) {
    this.row = row;
    this.show();
  }

  close() {
    this.row = null;
    this.panel.hidden = true;
    this.settle();
  }

  /** Forget a row whose file nobody wants any more. */
  forget(row) {
    if (this.playing === row) {
      this.audio.pause();
      URL.revokeObjectURL(this.audio.src);
      this.audio.removeAttribute("src");
      this.playing = null;
    }
    if (this.row === row) this.close();
  }

  /** Play a file, or pause it. */
  toggle(row) {
    if (this.playing !== row) {
      const before = this.playing;
      if (before) {
        before.isPlaying = false;
        this.told.changed(before);
        URL.revokeObjectURL(this.audio.src);
      }
      this.playing = row;
      this.audio.src = URL.createObjectURL(row.file);
      row.isUnplayable = false;
    }
    if (this.audio.paused) this.audio.play().catch(() => {});
    else this.audio.pause();
  }

  show() {
    const row = this.row;
    if (!row) return;
    this.panel.hidden = false;
    this.settle();
    by("detail-name").textContent = row.name;
    by("detail-problem").hidden = !row.problem;
    by("detail-problem").textContent = row.problem?.() ?? "";
    const result = row.problem ? null : row.result;
    this.showPicture(result);
    this.showCandidates(result);
    by("verdict").textContent = result ? this.verdict(result) : "";
    const names = result?.tags.map((tag) => tagName(tag.name)) ?? [];
    by("sounds").textContent = names.length ? say("sounds_like", { tags: listed(names) }) : "";
    this.showSound();
  }

  /** Lie beside the table, or, where the page is narrow, behind the row that it is about. */
  settle() {
    document.querySelector("tr.opened")?.remove();
    const main = document.querySelector("main");
    if (this.narrow.matches && this.row?.element.isConnected) {
      const line = document.createElement("tr");
      line.className = "opened";
      line.setAttribute("role", "row");
      const cell = document.createElement("td");
      cell.setAttribute("role", "gridcell");
      cell.colSpan = 5;
      cell.append(this.panel);
      line.append(cell);
      this.row.element.after(line);
    } else {
      main.append(this.panel);
    }
    main.classList.toggle("full", !this.panel.hidden);
  }

  verdict(result) {
    const mark = MARKS[result.verdict] ? `${MARKS[result.verdict]} ` : "";
    const seconds = clock(result.seconds_heard);
    return say("heard", { verdict: mark + verdictWord(result.verdict), seconds });
  }

  showPicture(result) {
    const picture = result?.spectrogram;
    by("picture").hidden = !picture;
    by("legend").replaceChildren();
    if (!picture) return;
    this.seconds = picture.seconds;
    by("spectrogram").src = picture.png;
    by("spectrogram").alt = say("spectrogram_of", { name: this.row.name });
    by("hz").replaceChildren(
      ...picture.hz
        .filter(({ hz }) => [500, 1000, 2000, 4000, 8000].includes(hz))
        .map(({ hz, height }) => {
          const mark = document.createElement("span");
          mark.textContent = hz >= 1000 ? `${hz / 1000}k` : String(hz);
          mark.style.bottom = `${100 * height}%`;
          return mark;
        }),
    );
    by("times").replaceChildren(
      ...[0.25, 0.5, 0.75].map((share) => {
        const mark = document.createElement("span");
        mark.textContent = clock(share * picture.seconds);
        mark.style.left = `${100 * share}%`;
        return mark;
      }),
    );
    this.drawStrip(result.timeline ?? []);
  }

  drawStrip(timeline) {
    const canvas = by("strip");
    const width = (canvas.width = Math.max(1, Math.round(canvas.clientWidth * devicePixelRatio)));
    const height = (canvas.height = Math.round(26 * devicePixelRatio));
    const pen = canvas.getContext("2d");
    const seen = new Map();
    for (const { start, end, genres } of timeline) {
      const left = Math.round((start / this.seconds) * width); // no seams between stretches
      const wide = Math.max(1, Math.round((end / this.seconds) * width) - left);
      let foot = height;
      for (const { genre, confidence } of genres) {
        const high = confidence * height;
        pen.fillStyle = genreColour(genre);
        pen.fillRect(left, foot - high, wide, high);
        foot -= high;
        seen.set(genre, (seen.get(genre) ?? 0) + confidence * (end - start));
      }
    }
    const whole = [...seen.values()].reduce((sum, one) => sum + one, 0);
    const most = [...seen].sort((a, b) => b[1] - a[1]).filter(([, one]) => one > LEAST_SEEN * whole);
    const names = most.map(([genre]) => genreName(genre));
    canvas.setAttribute("aria-label", say("strip_of", { genres: listed(names) }));
    by("legend").replaceChildren(
      ...most.map(([genre]) => {
        const line = document.createElement("li");
        line.append(dot(genre), genreName(genre));
        return line;
      }),
    );
  }

  showCandidates(result) {
    by("candidates-title").hidden = !result;
    const best = result?.candidates.slice(0, MOST_CANDIDATES) ?? [];
    by("candidates").replaceChildren(
      ...best.flatMap(({ genre, confidence }) => {
        const name = document.createElement("dt");
        name.textContent = genreName(genre);
        const share = document.createElement("dd");
        share.append(bar(confidence, "sure", genreColour(genre)));
        const number = document.createElement("dd");
        number.className = "number";
        number.textContent = percent(confidence);
        return [name, share, number];
      }),
    );
  }

  showSound() {
    const isLoaded = this.playing && this.playing === this.row;
    const isPlaying = Boolean(this.playing) && !this.audio.paused;
    if (this.playing && this.playing.isPlaying !== isPlaying) {
      this.playing.isPlaying = isPlaying;
      this.told.changed(this.playing);
    }
    if (!this.row) return;
    const known = this.row.result?.spectrogram?.seconds ?? 0;
    const total = isLoaded && Number.isFinite(this.audio.duration) ? this.audio.duration : known;
    const now = isLoaded ? this.audio.currentTime : 0;
    by("play").textContent = isLoaded && isPlaying ? "⏸" : "▶";
    by("play").setAttribute("aria-label", say(isLoaded && isPlaying ? "pause" : "play"));
    by("now").textContent = clock(now);
    by("total").textContent = clock(total);
    by("seek").max = String(total || 1);
    by("seek").value = String(now);
    by("seek").setAttribute("aria-label", say("seek"));
    by("seek").setAttribute("aria-valuetext", clock(now));
    by("unplayable").hidden = !this.row.isUnplayable;
    for (const head of document.querySelectorAll(".head")) {
      head.style.display = isLoaded && total ? "block" : "none";
      head.style.left = `${(100 * now) / (total || 1)}%`;
    }
  }

  seek(seconds) {
    if (this.playing !== this.row) this.toggle(this.row);
    const set = () => (this.audio.currentTime = seconds);
    if (this.audio.readyState > 0) set();
    else this.audio.addEventListener("loadedmetadata", set, { once: true });
  }

  seekIn(pane, event) {
    if (!this.row || !this.seconds) return;
    const { left, width } = pane.getBoundingClientRect();
    this.seek(((event.clientX - left) / width) * this.seconds);
  }

  refuse() {
    if (this.playing && this.audio.getAttribute("src")) {
      this.playing.isUnplayable = true;
      this.showSound();
    }
  }

  pressed(event) {
    const steps = { ArrowLeft: -SEEK_SECONDS, ArrowRight: SEEK_SECONDS };
    if (!(event.key in steps) || ["INPUT", "SELECT"].includes(event.target.tagName)) return;
    if (this.playing) this.audio.currentTime = Math.max(0, this.audio.currentTime + steps[event.key]);
  }
}
