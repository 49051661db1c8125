// Triage by hand and by key: ticking all, the number of ticked claims, assigning one claim through the same dialog as many, and
// a cursor that survives the update of the list.
const boxes = () => [...document.querySelectorAll('input[name="claim"][form="bulk"]')];
const ticked = () => boxes().filter(box => box.checked);
const digits = new Intl.NumberFormat(document.documentElement.lang === "ar" ? "ar-u-nu-arab" : "en");
let resume = null;

const count = () => {
  const place = document.querySelector("[data-selected-count]");
  if (!place) return;
  place.dataset.label ??= place.textContent;
  const n = ticked().length;
  place.textContent = n ? `${place.dataset.label}: ${digits.format(n)}` : place.dataset.label;
  const all = document.querySelector("[data-select-all]");
  if (all) {
    all.checked = n > 0 && n === boxes().length;
    all.indeterminate = n > 0 && n < boxes().length;
  }
};

const start = () => {
  for (const hidden of document.querySelectorAll("[data-select-all], [data-assign]")) hidden.hidden = false;
  count();
};

document.addEventListener("change", event => {
  if (event.target.matches("[data-select-all]")) boxes().forEach(box => { box.checked = event.target.checked; });
  count();
});

document.addEventListener("click", event => {
  const one = event.target.closest("[data-assign]");
  if (!one) return;
  boxes().forEach(box => { box.checked = box.value === one.dataset.assign; });
  count();
  const dialog = document.getElementById("assign");
  dialog.open = true;
  dialog.querySelector("input")?.focus();
  // Else the menus' own listener takes this click for one elsewhere and closes the dialog again.
  event.stopPropagation();
}, true);

document.addEventListener("keydown", event => {
  if (event.key !== "Escape" || document.querySelector("details.menu[open]")) return;
  boxes().forEach(box => { box.checked = false; });
  count();
});

document.addEventListener("htmx:beforeRequest", () => {
  const row = document.querySelector("[data-row].is-cursor");
  resume = row?.nextElementSibling?.id ?? row?.id ?? null;
});

document.addEventListener("htmx:afterSettle", () => {
  start();
  const row = resume && document.getElementById(resume);
  if (row) {
    row.classList.add("is-cursor");
    row.setAttribute("aria-current", "true");
    row.querySelector("button, a[href], input")?.focus();
  }
});

start();
