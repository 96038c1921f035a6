// Menus close on Escape, on a press elsewhere, and when focus leaves them.
function close(menu, focus) {
  menu.open = false;
  if (focus) {
    menu.querySelector("summary").focus();
  }
}

for (const menu of document.querySelectorAll("details.menu")) {
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.open) {
      close(menu, true);
    }
  });
  menu.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) {
      close(menu, false);
    }
  });
  document.addEventListener("pointerdown", (event) => {
    if (!menu.contains(event.target)) {
      close(menu, false);
    }
  });
}
