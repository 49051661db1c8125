// The claim workspace in the browser: marks, what is still missing, which evidence is cited, and the draft that saves itself.
import { selectedIn } from "./marks.js";
import { keepDraft } from "./draft.js";
import { say } from "./status.js";

const form = document.getElementById("verdict-form");

const numbers = () => [...document.querySelectorAll("#evidence-list [data-number]")];
const citedIn = text => new Set([...text.matchAll(/\[(\d{1,4})\]/g)].map(match => match[1]));

const met = () => {
  const cited = citedIn(form.elements.namedItem("rationale").value);
  return {
    rating: Boolean(form.querySelector("input[name=rating]:checked")),
    rationale: form.elements.namedItem("rationale").value.trim() !== "",
    evidence: numbers().length > 0,
    cited: numbers().some(piece => cited.has(piece.dataset.number)),
    primary: numbers().some(piece => piece.dataset.source === "PRIMARY"),
  };
};

const check = () => {
  const now = met();
  for (const line of document.querySelectorAll("[data-check]")) line.dataset.met = String(now[line.dataset.check]);
  const language = document.querySelector("[data-save-state]").dataset.lang;
  const number = new Intl.NumberFormat(language);
  const values = Object.values(now);
  for (const place of document.querySelectorAll("[data-checks]")) {
    place.textContent = `${number.format(values.filter(Boolean).length)}/${number.format(values.length)}`;
  }
  cites();
};

// Links to the pieces that the rationale cites, and to those that it does not.
const cites = () => {
  const place = form.querySelector("[data-cites]");
  const cited = citedIn(form.elements.namedItem("rationale").value);
  const groups = [[place.dataset.citedLabel, numbers().filter(piece => cited.has(piece.dataset.number))],
    [place.dataset.notCitedLabel, numbers().filter(piece => !cited.has(piece.dataset.number))]];
  place.replaceChildren();
  for (const [label, pieces] of groups.filter(([, pieces]) => pieces.length)) {
    if (place.hasChildNodes()) place.append(" · ");
    place.append(label);
    for (const piece of pieces) {
      const link = document.createElement("a");
      link.href = `#e${piece.dataset.number}`;
      const bdi = document.createElement("bdi");
      bdi.dir = "ltr";
      bdi.textContent = `[${piece.dataset.number}]`;
      link.append(bdi);
      place.append(" ", link);
    }
  }
  place.hidden = !place.hasChildNodes();
};

if (form) {
  check();
  document.addEventListener("input", check);
  document.addEventListener("change", check);
  document.addEventListener("htmx:afterSettle", event => {
    check();
    if (event.detail.target?.id === "evidence-list" || event.detail.target?.id === "add-evidence") {
      const header = document.querySelector("#evidence-head");
      if (header && !event.detail.xhr?.status?.toString().startsWith("4")) say([...header.querySelectorAll("h2, span span")].map(part => part.textContent.trim()).join(" · "));
    }
  });
  keepDraft(form);
}

// The key for adding evidence goes to the first field of its form, also after that was exchanged.
const first = () => document.querySelector("#add-evidence input[name=url]")?.setAttribute("data-key", "KeyE");
first();
document.addEventListener("htmx:afterSettle", first);

// Words that are selected in the article go along to the page that marks them.
document.querySelector("[data-mark-link]")?.addEventListener("click", event => {
  const words = selectedIn(document.querySelector("[data-marks]"));
  if (!words) return;
  event.preventDefault();
  const address = new URL(event.currentTarget.href);
  address.searchParams.set("start", words.start);
  address.searchParams.set("end", words.end);
  location.assign(address);
});
