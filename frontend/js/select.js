// Selects all rows of a list at once, or with Shift those between two clicks, and says how many are selected. Without script
// each row is selected by itself.

const ROWS = "tbody .cell-select input[type=checkbox]";
const ALL = "tbody input[type=checkbox]";

/** How many invitations are selected: a box may stand for several, and those of them that are ticked singly do not count again. */
function selected(table) {
  const ticked = [...table.querySelectorAll(ALL)].filter((box) => box.checked);
  const groups = new Set(ticked.filter((box) => box.dataset.count).map((box) => box.value));
  return ticked
    .filter((box) => !groups.has(box.dataset.of))
    .reduce((sum, box) => sum + Number(box.dataset.count ?? 1), 0);
}

function offer(all) {
  const form = all.closest("form");
  const table = all.closest("table") ?? form.querySelector("table");
  const count = form?.querySelector("[data-selected]");
  const clear = form?.querySelector("[data-clear-selection]");
  const boxes = () => [...table.querySelectorAll(ROWS)];
  const tell = () => {
    const chosen = boxes().filter((box) => box.checked).length;
    all.checked = chosen > 0 && chosen === boxes().length;
    all.indeterminate = chosen > 0 && !all.checked;
    const invitations = selected(table);
    if (count) {
      count.textContent = (invitations === 1 ? count.dataset.one : count.dataset.many).replace("{0}", invitations);
    }
    if (clear) {
      clear.hidden = invitations === 0;
    }
    for (const action of form?.querySelectorAll("[data-needs-selection]") ?? []) {
      action.disabled = invitations === 0;
    }
  };
  all.addEventListener("change", () => {
    for (const box of boxes()) {
      box.checked = all.checked;
    }
    // on a wide screen the box is in the table, on a narrow one above it: the other one hears of it
    table.dispatchEvent(new Event("change"));
  });
  table.addEventListener("change", tell);
  let last = null;
  table.addEventListener("click", ({ target, shiftKey }) => {
    const rows = boxes();
    const here = rows.indexOf(target);
    const there = rows.indexOf(last);
    if (shiftKey && here >= 0 && there >= 0) {
      for (const box of rows.slice(Math.min(here, there), Math.max(here, there) + 1)) {
        box.checked = target.checked;
      }
      // the browser selects the text in between as well
      window.getSelection().removeAllRanges();
    }
    last = here >= 0 ? target : last;
  });
  clear?.addEventListener("click", () => {
    for (const box of table.querySelectorAll(ALL)) {
      box.checked = false;
    }
    tell();
    if (all.checkVisibility()) {
      all.focus();
    }
  });
  // a browser that goes back keeps what was selected
  window.addEventListener("pageshow", tell);
  (all.closest("label") ?? all).hidden = false;
  tell();
}

document.querySelectorAll("[data-select-all]").forEach(offer);
