// Applies the filters of the queue at once. A list that changes by the arrow keys waits until the focus leaves it,
// because the person may still be on the way to another value. The focus returns to the same field on the next page.

const FOCUS = "countersign-filter";
const form = document.querySelector(".queue-filters");
let byKeys = null;

function apply(field) {
  sessionStorage.setItem(FOCUS, field.id);
  form.requestSubmit();
}

form?.addEventListener("keydown", (event) => {
  byKeys = event.target.matches("select") && event.key !== "Enter" ? event.target : null;
});
form?.addEventListener("pointerdown", () => {
  byKeys = null;
});
form?.addEventListener("change", (event) => {
  if (event.target.matches("input[type=checkbox]") || (event.target.matches("select") && byKeys !== event.target)) {
    apply(event.target);
  }
});
form?.addEventListener("focusout", (event) => {
  const field = event.target;
  const chosen = field.matches("select") && [...field.options].find((option) => option.defaultSelected);
  if (byKeys === field && field.value !== (chosen?.value ?? "")) {
    apply(field);
  }
});

// the address names only what restricts
form?.addEventListener("formdata", (event) => {
  for (const [name, value] of [...event.formData]) {
    if (value === "") {
      event.formData.delete(name);
    }
  }
});

const last = sessionStorage.getItem(FOCUS);
sessionStorage.removeItem(FOCUS);
if (last) {
  form?.querySelector(`#${CSS.escape(last)}`)?.focus({ preventScroll: true });
}
