// Selects all rows of a list at once, and says how many are selected. Without script each row is selected by itself.

const BOXES = "tbody input[type=checkbox]";

function offer(all) {
  const table = all.closest("table");
  const count = table.closest("form")?.querySelector("[data-selected]");
  const boxes = () => [...table.querySelectorAll(BOXES)];
  const tell = () => {
    const chosen = boxes().filter((box) => box.checked).length;
    all.checked = chosen > 0 && chosen === boxes().length;
    all.indeterminate = chosen > 0 && !all.checked;
    if (count) {
      count.textContent = chosen > 0 ? `(${chosen})` : "";
    }
  };
  all.addEventListener("change", () => {
    for (const box of boxes()) {
      box.checked = all.checked;
    }
    tell();
  });
  table.addEventListener("change", tell);
  // a browser that goes back keeps what was selected
  window.addEventListener("pageshow", tell);
  all.hidden = false;
  tell();
}

document.querySelectorAll("[data-select-all]").forEach(offer);
