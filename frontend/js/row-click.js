// A click anywhere in a row of a list with the class list-open opens the page of the row. Links, boxes and selected text keep
// their own meaning.

const OWN = "a, button, input, label, select, summary, details";

document.querySelector(".list-open tbody")?.addEventListener("click", (event) => {
  const link = event.target.closest("tr")?.querySelector("a.resource-name");
  if (!link || event.target.closest(OWN) || !window.getSelection().isCollapsed) {
    return;
  }
  if (event.ctrlKey || event.metaKey) {
    window.open(link.href, "_blank", "noopener");
  } else {
    link.click();
  }
});
