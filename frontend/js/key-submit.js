// Ctrl+Enter and Command+Enter in a text submit its form, as a click on the main button would.
document.addEventListener("keydown", (event) => {
  const form = event.target.closest?.("main textarea")?.form;
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing || event.repeat || !form) {
    return;
  }
  event.preventDefault();
  form.requestSubmit(form.querySelector("button[type=submit].btn-primary"));
});
