import { announce } from "./announce.js";

const SHOWN_MS = 1500;

async function copy(button) {
  await navigator.clipboard.writeText(button.dataset.copy);
  const icon = button.querySelector(".bi");
  icon.classList.replace("bi-copy", "bi-check2");
  setTimeout(() => icon.classList.replace("bi-check2", "bi-copy"), SHOWN_MS);
  announce(button.dataset.copied);
}

// The clipboard exists only where the page came over https or from this machine.
export function offerCopies(root) {
  if (!navigator.clipboard) {
    return;
  }
  for (const button of root.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(button));
  }
}

offerCopies(document);
