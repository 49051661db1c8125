// Menus made of <details> close on Escape and when focus or a click goes elsewhere.
const closeAll = except => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (menu !== except) menu.open = false;
  }
};

document.addEventListener("click", event => closeAll(event.target.closest("details.menu")));
document.addEventListener("focusin", event => closeAll(event.target.closest("details.menu")));
document.addEventListener("keydown", event => {
  if (event.key !== "Escape") return;
  const open = document.querySelector("details.menu[open]");
  if (!open) return;
  open.open = false;
  open.querySelector("summary").focus();
});
