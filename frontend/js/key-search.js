// The slash goes to the search of the page.
import { onKey } from "./keys.js";

onKey("/", () => {
  const field = document.querySelector("[role=search] input[type=search]");
  field?.focus();
  field?.select();
  return Boolean(field);
});
