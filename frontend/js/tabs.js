// On a narrow screen the tabs scroll sideways: the current one is in view at the start.
const current = document.querySelector(".tabs [aria-current]");
if (current) {
  const tabs = current.parentElement;
  tabs.scrollLeft = current.offsetLeft - tabs.offsetLeft - (tabs.clientWidth - current.offsetWidth) / 2;
}
