// Keeps what was typed into the other forms of a page when one of them is sent, and into all of them when the next or the
// previous thing is opened, for the next look at the same thing by the same person. Drafts of other people are deleted, and
// all of them at the sign-out.
const PREFIX = "typed ";
const person = document.documentElement.dataset.person;
const about = document.querySelector("[data-keep]")?.dataset.keep;
const own = `${PREFIX}${person} `;
const place = own + about;

function keep(sent) {
  const typed = {};
  for (const field of document.querySelectorAll("main textarea[id]:not([readonly])")) {
    if (field.form !== sent && field.value !== field.defaultValue) {
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

function forget(except) {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(PREFIX) && !(except && key.startsWith(except))) {
      sessionStorage.removeItem(key);
    }
  }
}

function sent(event) {
  if (event.target.matches("[data-sign-out]")) {
    forget();
  } else if (about) {
    keep(event.target);
  }
}

// the keys n and p click these links
function left(event) {
  if (event.target.closest("[data-neighbours] a")) {
    keep();
  }
}

// without a person, the page says that a session ended: the same person may sign in again
if (person) {
  forget(own);
  document.addEventListener("submit", sent);
  if (about) {
    bringBack();
    document.addEventListener("click", left);
  }
}
