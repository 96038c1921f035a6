// Keeps what was typed into the other forms of a page when one of them is sent, for the next look at the same thing.
const about = document.querySelector("[data-keep]")?.dataset.keep;
const place = `typed ${about}`;

function keep(event) {
  const typed = {};
  for (const field of document.querySelectorAll("main textarea[id]:not([readonly])")) {
    if (field.form !== event.target && field.value !== field.defaultValue) {
      typed[field.id] = field.value;
    }
  }
  sessionStorage.setItem(place, JSON.stringify(typed));
}

function bringBack() {
  const typed = JSON.parse(sessionStorage.getItem(place) ?? "{}");
  sessionStorage.removeItem(place);
  for (const [id, text] of Object.entries(typed)) {
    const field = document.getElementById(id);
    if (field instanceof HTMLTextAreaElement && !field.readOnly && field.value === "") {
      field.value = text;
    }
  }
}

if (about) {
  bringBack();
  document.addEventListener("submit", keep);
}
