// Puts an offered text into its field at once. Without script the button sends the form, and the page comes back with it.
export function insert(button) {
  const choice = document.getElementById(button.dataset.from);
  const field = document.getElementById(button.dataset.insert);
  const text = button.dataset.text ?? (choice.value && choice.selectedOptions[0].textContent);
  if (text) {
    const typed = field.value.trim();
    field.value = typed ? `${typed}\n${text}` : text;
  }
  return field;
}

for (const button of document.querySelectorAll("[data-insert]")) {
  button.addEventListener("click", (event) => {
    event.preventDefault();
    insert(button).focus();
  });
}
