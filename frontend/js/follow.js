// Follows a decision until nothing more is to come of it. Without script the page loads itself again.
const FIRST_MS = 1000;
const LONGEST_MS = 30_000;

const followed = document.querySelector("[data-follow]");

async function look(pause) {
  try {
    const answer = await fetch(window.location.href, { headers: { accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (page.querySelector("[data-follow]")?.dataset.follow !== followed.dataset.follow) {
      // the banner of the new page takes the focus and says what has happened
      window.location.reload();
      return;
    }
  } catch {
    // the next look may succeed
  }
  setTimeout(look, pause, Math.min(pause * 1.5, LONGEST_MS));
}

if (followed) {
  setTimeout(look, FIRST_MS, FIRST_MS);
}

// the words stay the server's: only the number in them changes
const left = document.querySelector("[data-countdown]");
if (left) {
  const end = performance.now() + Number(left.dataset.countdown) * 1000;
  setInterval(() => {
    const seconds = Math.max(0, Math.ceil((end - performance.now()) / 1000));
    left.textContent = left.textContent.replace(/\d+/u, String(seconds));
  }, 250);
}
