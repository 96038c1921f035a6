// Dates in the reader's own zone; the exact UTC stays in the title and in the text for screen readers.
const local = new Intl.DateTimeFormat(undefined, {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
  timeZoneName: "short",
});

export function localize(root) {
  for (const time of root.querySelectorAll("time[data-local]")) {
    const exact = document.createElement("span");
    exact.className = "visually-hidden";
    exact.textContent = ` (${time.title})`;
    time.replaceChildren(local.format(new Date(time.dateTime)), exact);
  }
}

localize(document);
