// Says on a button how many boxes of its form are selected. Without script the button has no number.
for (const number of document.querySelectorAll("[data-checked]")) {
  const form = number.closest("form");
  const tell = () => {
    number.textContent = ` (${form.querySelectorAll(`input[name=${number.dataset.checked}]:checked`).length})`;
  };
  form.addEventListener("change", tell);
  // a browser that goes back keeps what was selected
  window.addEventListener("pageshow", tell);
  tell();
}
