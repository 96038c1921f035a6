// a and r open the decision with that choice made; nothing is ever sent by a key. l inserts the last reason. c claims, where there is something to claim.
import { announce } from "./announce.js";
import { insert } from "./insert.js";
import { onKey } from "./keys.js";
import { currentRow } from "./key-rows.js";

function choose(action) {
  const choice = document.querySelector(`#decide input[name=action][value=${action}]`);
  if (choice) {
    choice.checked = true;
    choice.dispatchEvent(new Event("change", { bubbles: true }));
    document.querySelector("#decide textarea[name=reason]")?.focus();
    return true;
  }
  const link = currentRow()?.querySelector("a.resource-name[href*='/invitations/']");
  if (link) {
    const review = new URL(link.href);
    review.searchParams.set("decide", action);
    review.hash = "decide";
    window.location.assign(review);
  }
  return Boolean(link);
}

onKey("a", () => choose("ACCEPT"));
onKey("r", () => choose("REJECT"));
onKey("l", () => {
  const button = document.querySelector("[data-last-reason]");
  if (button) {
    insert(button);
    announce(button.dataset.text);
  }
  return Boolean(button);
});
onKey("c", () => {
  const form = (currentRow() ?? document).querySelector("form[data-claim]");
  form?.requestSubmit();
  return Boolean(form);
});
