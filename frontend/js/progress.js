// Follows a refresh live. The page is complete without it: it then loads itself again and again.

// the words stay the server's: only the first number in them changes
function number(element, value) {
  element.textContent = element.textContent.replace(/[\d.,]+/u, String(value));
}

function follow(panel) {
  const events = new EventSource(panel.dataset.progress);
  const draw = (message) => {
    const progress = JSON.parse(message.data);
    panel.querySelector("[data-bar]").value = progress.done;
    number(panel.querySelector("[data-done]"), progress.done);
    number(panel.querySelector("[data-failed]"), progress.failed);
    number(panel.querySelector("[data-found]"), progress.found);
  };
  events.addEventListener("progress", draw);
  events.addEventListener("complete", (message) => {
    draw(message);
    events.close();
    window.location.assign(panel.dataset.back);
  });
  events.addEventListener("error", () => {
    // refused, because too many streams are open or the session ended: reload as without script
    if (events.readyState === EventSource.CLOSED) {
      setTimeout(() => window.location.reload(), 2000);
    }
  });
}

const panel = document.querySelector("[data-progress]");
if (panel) {
  follow(panel);
}
