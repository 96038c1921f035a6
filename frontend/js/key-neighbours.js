// n and p open the next and the previous invitation of the queue.
import { onKey } from "./keys.js";

function follow(rel) {
  const link = document.querySelector(`[data-neighbours] a[rel=${rel}]`);
  link?.click();
  return Boolean(link);
}

onKey("n", () => follow("next"));
onKey("p", () => follow("prev"));
