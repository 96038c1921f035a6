// Keeps what was typed into the other forms of a page when one of them is sent, for the next look at the same thing by the
// same person. Drafts of other people are deleted.
const PREFIX = "typed ";
const person = document.documentElement.dataset.person;
const about = document.querySelector("[data-keep]")?.dataset.keep;
const own = `${PREFIX}${person} `;
const place = own + about;

function keep(event) {
  if (event.target.matches("[data-sign-out]")) {
    return;
  }
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

function forgetOthers() {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(PREFIX) && !key.startsWith(own)) {
      sessionStorage.removeItem(key);
    }
  }
}

// without a person, the page says that a session ended: the same person may sign in again
if (person) {
  forgetOthers();
  if (about) {
    bringBack();
    document.addEventListener("submit", keep);
  }
}
