// After a step, focus goes to what came of it: the summary of errors or the banner.
const outcome = document.querySelector("[data-focus]");

outcome?.focus();

// As long as styles are missing, a browser may refuse the focus: then once more, unless the person was faster.
addEventListener("load", () => {
  if (document.activeElement === document.body) {
    outcome?.focus();
  }
});
