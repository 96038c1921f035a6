// Times in the zone of the viewer, in the format of the pages. UTC stays in the title and in the text for screen readers.
const local = new Intl.DateTimeFormat("en-US", {
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
  for (const time of root.querySelectorAll("time[title]")) {
    const [utc, own] = [time.title, local.format(new Date(time.dateTime))];
    if (own === utc) {
      continue;
    }
    if (time.matches("[data-local]")) {
      const exact = document.createElement("span");
      exact.className = "visually-hidden";
      exact.textContent = ` (${utc})`;
      time.replaceChildren(own, exact);
    } else {
      time.title = `${own} (${utc})`;
    }
  }
}

localize(document);
