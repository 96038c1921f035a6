// Puts an offered text into its field at once. Without script the button sends the form, and the page comes back with it.
for (const button of document.querySelectorAll("[data-insert]")) {
  button.addEventListener("click", (event) => {
    event.preventDefault();
    const choice = document.getElementById(button.dataset.from);
    const field = document.getElementById(button.dataset.insert);
    if (choice.value) {
      const text = choice.selectedOptions[0].textContent;
      const typed = field.value.trim();
      field.value = typed ? `${typed}\n${text}` : text;
      field.focus();
    }
  });
}
