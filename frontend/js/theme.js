// Switches at once and lets the server keep the choice; without an answer the form goes the usual way.
const form = document.querySelector("[data-theme-form]");

function show(theme) {
  if (theme === "system") {
    delete document.documentElement.dataset.theme;
  } else {
    document.documentElement.dataset.theme = theme;
  }
  for (const button of form.querySelectorAll("button")) {
    button.setAttribute("aria-pressed", String(button.value === theme));
  }
}

async function choose(event) {
  event.preventDefault();
  const body = new URLSearchParams(new FormData(form, event.submitter));
  try {
    const answer = await fetch(form.action, { method: "POST", body, redirect: "manual" });
    if (answer.type !== "opaqueredirect") {
      throw new Error(`answered ${answer.status}`);
    }
    show(event.submitter.value);
  } catch {
    form.removeEventListener("submit", choose);
    form.requestSubmit(event.submitter);
  }
}

form?.addEventListener("submit", choose);
