// Says something to screen readers without moving the focus.
export function announce(text) {
  const region = document.querySelector("[data-live]");
  if (region) {
    region.textContent = text;
  }
}
