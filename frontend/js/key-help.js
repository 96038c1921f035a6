// The question mark, or the link to the page of the shortcuts, opens them in a dialog.
import { onKey } from "./keys.js";

const help = document.querySelector("[data-keys-help]");

function show() {
  help?.showModal();
  return Boolean(help);
}

onKey("?", show);

if (help) {
  document.querySelector("[data-keys-link]")?.addEventListener("click", (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      show();
    }
  });
}
