// Asks the device for a passkey, puts its answer into the form, and sends the form.
const supported = Boolean(window.PublicKeyCredential?.parseRequestOptionsFromJSON && navigator.credentials);

async function ask(button) {
  const response = await fetch(button.dataset.options, { headers: { Accept: "application/json" } });
  if (!response.ok) {
    throw new Error(`${button.dataset.options} answered ${response.status}`);
  }
  const options = await response.json();
  const credential =
    button.dataset.passkey === "add"
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  return JSON.stringify(credential);
}

function problemOf(error, { cancelled, known, failed }) {
  return { NotAllowedError: cancelled, AbortError: cancelled, InvalidStateError: known }[error.name] ?? failed;
}

function offer(part) {
  const button = part.querySelector("[data-passkey]");
  const field = part.querySelector("input");
  const [problem, status] = ["alert", "status"].map((role) => part.querySelector(`[role=${role}]`));
  const say = (text) => {
    problem.hidden = !text;
    problem.querySelector("span").textContent = text;
  };
  button.hidden = false;
  button.addEventListener("click", async () => {
    say("");
    if (!supported) {
      say(button.dataset.unsupported);
      return;
    }
    // the server names the problem; a device would keep a passkey that the server then refuses
    if (button.dataset.passkey === "add" && !field.form.elements.label.value.trim()) {
      field.form.requestSubmit();
      return;
    }
    button.disabled = true;
    try {
      field.value = await ask(button);
      if (button.dataset.passkey === "fill") {
        status.textContent = button.dataset.filled;
        status.hidden = false;
      } else {
        field.form.requestSubmit();
      }
    } catch (error) {
      say(problemOf(error, button.dataset));
    } finally {
      button.disabled = false;
    }
  });
}

document.querySelectorAll(".passkey").forEach(offer);
