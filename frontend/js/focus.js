// After a step, focus goes to what came of it: the summary of errors or the banner.
document.querySelector("[data-focus]")?.focus();
