// Keeps the assignees up to date on a page that stays open. Without it the page says how it was when it was opened.
import { announce } from "./announce.js";

const EVERY_MS = 3000;
const PATIENCE_MS = 600_000;
let touched = Date.now();
const places = [...document.querySelectorAll("[data-assignee]")];

function address() {
  const parameters = new URLSearchParams(places.map((place) => ["invitation", place.dataset.assignee]));
  return `${places[0].dataset.assignees}?${parameters}`;
}

function draw(place, cell) {
  if (!cell || said(cell) === said(place)) {
    return;
  }
  const moved = holder(cell) !== holder(place);
  place.replaceChildren(...cell.cloneNode(true).childNodes);
  if (moved) {
    announce(`${place.dataset.assigneeOf ?? ""}: ${said(place)}`);
    place.parentElement.querySelector("[data-assignee-changed]")?.removeAttribute("hidden");
    place.parentElement.querySelector("[data-assignee-detail]")?.remove();
  }
}

function said(element) {
  return element.textContent.replaceAll(/\s+/gu, " ").trim();
}

/** The age in the words goes on by itself; only another person is news. */
function holder(element) {
  return said(element).replaceAll(/\d+ (min|h|d) ago|just now/gu, "");
}

async function look() {
  // an idle page sends no request, because requests would keep the session open
  if (document.hidden || Date.now() - touched > PATIENCE_MS) {
    return;
  }
  const answer = await fetch(address(), { headers: { accept: "text/html" }, redirect: "error" });
  if (answer.ok) {
    const cells = new DOMParser().parseFromString(await answer.text(), "text/html");
    places.forEach((place) => draw(place, cells.querySelector(`[data-assignee="${place.dataset.assignee}"]`)));
  }
}

async function follow() {
  try {
    await look();
  } catch {
    // the next request may succeed; until then the page keeps the last known assignees
  }
  setTimeout(follow, EVERY_MS);
}

if (places.length > 0) {
  for (const sign of ["pointermove", "keydown", "scroll"]) {
    document.addEventListener(sign, () => (touched = Date.now()), { passive: true });
  }
  setTimeout(follow, EVERY_MS);
}
