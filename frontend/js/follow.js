// Follows a decision until nothing more is to come of it. Without script the page loads itself again. A notice about a
// decision is all that changes on the page of another invitation, so that typed text stays.
import { announce } from "./announce.js";
import { offerCopies } from "./copy.js";
import { countDown } from "./countdown.js";
import { localize } from "./times.js";

const FIRST_MS = 1000;
const LONGEST_MS = 30_000;

const followed = () => document.querySelector("[data-follow]");

async function look(pause) {
  try {
    const answer = await fetch(window.location.href, { headers: { accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!answer.ok || answer.redirected) {
      // the user is signed out or the request failed: a reload of the page shows which
      return;
    }
    if (page.querySelector("[data-follow]")?.dataset.follow !== followed()?.dataset.follow) {
      (isNotice() ? takeNotice : take)(page);
      pause = FIRST_MS;
    }
  } catch {
    // the next look may succeed
  }
  if (followed()) {
    setTimeout(look, pause, Math.min(pause * 1.5, LONGEST_MS));
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
  setTimeout(look, FIRST_MS, FIRST_MS);
}
