// A form whose answer may take more than a second ("data-wait" holds the words) says that it is being worked on, counts the seconds, and is not
// sent a second time meanwhile.
const PATIENCE = 500;
let timers = [];

const seconds = new Intl.NumberFormat(document.documentElement.lang, { style: "unit", unit: "second" });

const finish = () => {
  timers.forEach((timer) => { clearTimeout(timer); clearInterval(timer); });
  timers = [];
  document.querySelectorAll(".is-waiting").forEach((line) => line.remove());
  document.querySelectorAll("form[data-wait][aria-busy]").forEach((form) => form.removeAttribute("aria-busy"));
};

const show = (form) => {
  const line = document.createElement("p");
  const words = document.createElement("span");
  const count = document.createElement("span");
  line.className = "form-hint is-waiting row-flex";
  words.setAttribute("role", "status");
  line.append(words, count);
  form.append(line);
  words.textContent = form.dataset.wait;
  line.scrollIntoView({ block: "center" });
  const start = Date.now();
  timers.push(setInterval(() => { count.textContent = seconds.format(Math.round((Date.now() - start + PATIENCE) / 1000)); }, 1000));
};

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("form[data-wait]") || event.defaultPrevented) return;
  if (form.hasAttribute("aria-busy")) {
    event.preventDefault();
    return;
  }
  form.setAttribute("aria-busy", "true");
  timers.push(setTimeout(() => show(form), PATIENCE));
});

// The browser may show the page again as it was left.
addEventListener("pageshow", finish);
// Whoever does not want to wait can stop the browser, and try again.
addEventListener("keydown", (event) => { if (event.key === "Escape") finish(); });
