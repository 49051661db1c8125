// Keyboard shortcuts. A key is named by its place on the keyboard, so the letters printed on a Latin keyboard work under an
// Arabic layout too. Off inside fields and when switched off in the sheet.
//
// data-key="KeyN"        pressing it clicks this link or button, or focuses this field
// data-key-focus         only focuses it
// data-list, data-row    J and K move the cursor through the rows; Enter opens the row's first link;
//                        a row's own data-key elements answer only while the cursor is on it
const OFF = "isnad-keys-off";
const on = () => localStorage.getItem(OFF) === null;
const sheet = document.getElementById("keys");
let leader = 0;

const inField = target => target.closest("input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable]");
const rows = () => [...document.querySelectorAll("[data-list] [data-row]")].filter(row => row.getClientRects().length);
const cursor = () => document.querySelector("[data-row].is-cursor");

const mark = row => {
  for (const other of document.querySelectorAll("[data-row].is-cursor")) {
    other.classList.remove("is-cursor");
    other.removeAttribute("aria-current");
  }
  row.classList.add("is-cursor");
  row.setAttribute("aria-current", "true");
};

const moveTo = row => {
  if (!row) return;
  mark(row);
  row.querySelector("a[href], button, input")?.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
};

// Whoever comes to a row by Tab finds its keys answering, and shown.
document.addEventListener("focusin", event => {
  const row = event.target.closest("[data-list] [data-row]");
  if (row && row !== cursor()) mark(row);
});

const move = step => {
  const all = rows();
  if (!all.length) return false;
  const at = all.indexOf(cursor());
  moveTo(all[Math.min(Math.max(at + step, 0), all.length - 1)]);
  return true;
};

const act = code => {
  const visible = element => element.getClientRects().length > 0;
  const here = cursor()?.querySelector(`[data-key~="${code}"]`);
  const element = here && visible(here) ? here
    : [...document.querySelectorAll(`[data-key~="${code}"]`)].find(e => visible(e) && !e.closest("[data-row]"));
  if (!element) return false;
  if (element.matches("input:not([type=checkbox], [type=radio]), textarea, select") || "keyFocus" in element.dataset) {
    element.focus();
  } else {
    element.focus();
    element.click();
  }
  return true;
};

const goTo = code => {
  const section = { KeyQ: "QUEUE", KeyT: "TRIAGE", KeyA: "APPROVALS", KeyH: "HISTORY", KeyL: "AUDIT" }[code];
  const link = section && document.querySelector(`[data-goto="${section}"]`);
  link?.click();
  return Boolean(link);
};

const handle = event => {
  if (leader && Date.now() - leader < 1500) {
    leader = 0;
    return goTo(event.code);
  }
  switch (event.code) {
    case "KeyG": leader = Date.now(); return true;
    case "KeyJ": return move(1);
    case "KeyK": return move(-1);
    case "Slash":
      if (!event.shiftKey) return act("Slash");
      sheet?.togglePopover();
      return true;
    default: return !event.shiftKey && act(event.code);
  }
};

document.addEventListener("keydown", event => {
  if (event.ctrlKey && event.code === "Enter" && !event.altKey && !event.metaKey) {
    const submit = document.querySelector('[data-key~="CtrlEnter"]');
    if (on() && submit) { event.preventDefault(); submit.focus(); submit.click(); }
    return;
  }
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.repeat && event.code !== "KeyJ" && event.code !== "KeyK") return;
  if (inField(event.target) || !on() || sheet?.matches(":popover-open") && event.code !== "Slash") return;
  if (handle(event)) event.preventDefault();
});

const toggle = document.querySelector("[data-keys-on]");
if (toggle) {
  toggle.checked = on();
  toggle.addEventListener("change", () => {
    if (toggle.checked) localStorage.removeItem(OFF); else localStorage.setItem(OFF, "1");
  });
}
