// u reads the accounts of the page again, as its button Refresh does.
import { onKey } from "./keys.js";

onKey("u", () => {
  const form = document.querySelector("form[data-refresh]");
  form?.requestSubmit();
  return Boolean(form);
});
