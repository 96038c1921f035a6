// Shortcuts of a single key. They can be switched off, and do nothing in text fields and while a dialog is open.
const handlers = new Map();

const TYPED_IN = "input:not([type=radio], [type=checkbox], [type=submit], [type=button]), textarea, select, [contenteditable]";

/** The handler answers whether it did something: then the browser does nothing of its own. */
export function onKey(key, handler) {
  handlers.set(key, handler);
}

function meant(event) {
  return (
    document.documentElement.dataset.keys !== "off" &&
    !event.defaultPrevented &&
    !event.isComposing &&
    !event.ctrlKey &&
    !event.altKey &&
    !event.metaKey &&
    !event.target.closest?.(TYPED_IN) &&
    !document.querySelector("dialog[open]")
  );
}

document.addEventListener("keydown", (event) => {
  if (meant(event) && handlers.get(event.key)?.()) {
    event.preventDefault();
  }
});
