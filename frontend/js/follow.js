// Follows a decision until nothing more is to come of it. Without script the page loads itself again. A notice about a
// decision is all that changes on the page of another invitation, so that typed text stays. data-due holds the seconds
// until the next change is due: from then on, the page is read often.
import { announce } from "./announce.js";
import { offerCopies } from "./copy.js";
import { countDown } from "./countdown.js";
import { localize } from "./times.js";

const FIRST_MS = 1000;
const DUE_MS = 1500;
const LONGEST_MS = 30_000;

let pause = FIRST_MS;
let next;
let due;

const followed = () => document.querySelector("[data-follow]");

function plan() {
  clearTimeout(next);
  next = setTimeout(look, pause);
  pause = Math.min(pause * 1.5, followed().dataset.due === "0" ? DUE_MS : LONGEST_MS);
}

/** Follows from the start: the page is new, or the next change is due. */
function follow() {
  pause = FIRST_MS;
  plan();
  clearTimeout(due);
  const seconds = Number(followed().dataset.due ?? 0);
  if (seconds > 0) {
    due = setTimeout(becomeDue, seconds * 1000);
  }
}

function becomeDue() {
  if (followed()) {
    followed().dataset.due = "0";
    follow();
  }
}

async function look() {
  try {
    const answer = await fetch(window.location.href, { headers: { accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!answer.ok || answer.redirected) {
      // the user is signed out or the request failed: a reload of the page shows which
      return;
    }
    if (page.querySelector("[data-follow]")?.dataset.follow !== followed()?.dataset.follow) {
      (isNotice() ? takeNotice : take)(page);
      if (followed()) {
        follow();
      }
      return;
    }
  } catch {
    // the next look may succeed
  }
  if (followed()) {
    plan();
  }
}

const isNotice = () => followed()?.matches(".toast-notice");

function takeNotice(page) {
  const notice = followed();
  const now = page.querySelector(".toast-notice");
  if (!now) {
    delete notice.dataset.follow;
    return;
  }
  notice.classList.replace(`flash-${notice.dataset.tone}`, `flash-${now.dataset.tone}`);
  notice.dataset.tone = now.dataset.tone;
  notice.dataset.due = now.dataset.due ?? "";
  if (now.dataset.follow) {
    notice.dataset.follow = now.dataset.follow;
  } else {
    delete notice.dataset.follow;
  }
  const focused = notice.contains(document.activeElement);
  notice.replaceChildren(...now.childNodes);
  countDown();
  if (focused) {
    notice.querySelector("a")?.focus({ preventScroll: true });
  }
}

/** Shows what is new and leaves the focus where it was, as far as that is still there. */
function take(page) {
  const main = document.querySelector("main");
  const focused = main.contains(document.activeElement) ? document.activeElement : null;
  const link = focused?.getAttribute("href");
  main.replaceChildren(...page.querySelector("main").childNodes);
  document.title = page.title;
  localize(main);
  offerCopies(main);
  countDown();
  if (focused) {
    const links = [...main.querySelectorAll("a")];
    const same = link && links.find((element) => element.getAttribute("href") === link);
    (same || main.querySelector("[data-focus]"))?.focus({ preventScroll: true });
  }
  announce(main.querySelector("h1")?.textContent ?? "");
}

if (followed()) {
  follow();
}
