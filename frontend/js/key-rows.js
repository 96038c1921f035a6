// j and k walk the rows of a list by their links, which Enter opens; x selects the row where it can be selected.
import { onKey } from "./keys.js";

const LINK = "a.resource-name";

const links = () => [...document.querySelectorAll(`table.list tbody tr ${LINK}`)].filter((link) => link.checkVisibility());

/** The row in which the focus is. */
export function currentRow() {
  return document.activeElement?.closest("table.list tbody tr");
}

function walk(step) {
  const all = links();
  const row = currentRow();
  const here = row ? all.findIndex((link) => row.contains(link)) : step > 0 ? -1 : all.length;
  const next = all[here + step];
  next?.focus();
  return next !== undefined;
}

onKey("j", () => walk(1));
onKey("k", () => walk(-1));
onKey("x", () => {
  const box = currentRow()?.querySelector("input[type=checkbox]:not(:disabled)");
  box?.click();
  return Boolean(box);
});
