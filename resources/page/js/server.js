// Requests to the server: with the token where it wants one, and in the person's language.

import { languageTag } from "./texts.js";

const KEPT = "musicreclass.token";
const MOST_TRIES = 200; // while the server is busy; each waits as long as it says

let token = sessionStorage.getItem(KEPT) ?? "";

/** Keep the token for as long as the tab is open. */
export function keepToken(given) {
  token = given;
  sessionStorage.setItem(KEPT, given);
}

/** Return what the server answers to a question; its status is that of the answer. */
export async function ask(path) {
  const response = await fetch(path, { headers: headers() });
  return { status: response.status, content: await response.json() };
}

/**
 * Send a file, and return what is said of it; again and again while the server is busy.
 *
 * @param {File} file
 * @param {{signal: AbortSignal, sent: (share: number) => void}} follow
 */
export async function classify(file, follow) {
  const path = "/api/v1/classify?segments=true&spectrogram=true";
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const answer = await post(path, file, follow);
    if (answer.status !== 429 && answer.status !== 503) return answer;
    if (answer.status === 503 && !answer.retry) return answer;
    await pause(1000 * (answer.retry || 2), follow.signal);
  }
  return { status: 429, content: {} };
}

function post(path, file, { signal, sent }) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    form.append("files", file, file.name);
    request.open("POST", path);
    for (const [name, value] of Object.entries(headers())) request.setRequestHeader(name, value);
    request.responseType = "json";
    request.upload.onprogress = (event) => sent(event.total ? event.loaded / event.total : 0);
    request.onload = () =>
      resolve({
        status: request.status,
        content: request.response ?? {},
        retry: Number(request.getResponseHeader("Retry-After")),
      });
    request.onerror = () => resolve({ status: 0, content: {} });
    request.onabort = () => reject(new DOMException("stopped", "AbortError"));
    signal.addEventListener("abort", () => request.abort(), { once: true });
    if (signal.aborted) request.abort();
    else request.send(form);
  });
}

function headers() {
  const given = { "Accept-Language": languageTag() };
  return token ? { ...given, Authorization: `Bearer ${token}` } : given;
}

function pause(milliseconds, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    const stop = () => {
      clearTimeout(timer);
      reject(new DOMException("stopped", "AbortError"));
    };
    signal.addEventListener("abort", stop, { once: true });
  });
}
