// Ctrl+Enter and Command+Enter in a form with a text submit it, as a click on the main button would.
document.addEventListener("keydown", (event) => {
  const form = event.target.closest?.("main :is(textarea, input, select)")?.form;
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing || event.repeat || !form?.querySelector("textarea")) {
    return;
  }
  event.preventDefault();
  form.requestSubmit(form.querySelector("button[type=submit].btn-primary"));
});
