// Counts the seconds down that the server said are left. The words stay the server's: only the last number in them changes,
// and once nothing is left, the words for that time replace them.
function count(left) {
  const end = performance.now() + Number(left.dataset.countdown) * 1000;
  const timer = setInterval(() => {
    const seconds = Math.max(0, Math.ceil((end - performance.now()) / 1000));
    left.textContent = seconds === 0 ? left.dataset.then : left.textContent.replace(/\d+(?=\D*$)/u, String(seconds));
    if (seconds === 0 || !left.isConnected) {
      clearInterval(timer);
    }
  }, 250);
}

export function countDown() {
  document.querySelectorAll("[data-countdown]").forEach(count);
}

countDown();
