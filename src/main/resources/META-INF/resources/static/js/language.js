// Switching the language asks for the page anew. What was typed into its forms goes along: it waits in this tab's own storage
// while the switch lasts. A page that answered a form is not asked for anew but the one on which that form was filled in. Where
// something cannot go along, the person is asked first.
const TYPED = "isnad-typed";
const FILLED = "isnad-filled";
const LASTS = 600_000;

const switcher = document.querySelector("form[data-language]");
const answered = switcher?.hidden ?? false;
const here = location.pathname + location.search;
const person = document.querySelector(".who b")?.textContent ?? "";

const read = name => {
  try {
    return JSON.parse(sessionStorage.getItem(name));
  } catch {
    return null;
  }
};
const write = (name, value) => {
  try {
    sessionStorage.setItem(name, JSON.stringify({ ...value, person, time: Date.now() }));
    return true;
  } catch {
    return false;
  }
};

const ticks = field => field.type === "checkbox" || field.type === "radio";
const fields = form => [...form.elements].filter(field => field.matches("input, select, textarea") && field.name
  && field.name !== "csrf-token" && !["file", "submit", "button"].includes(field.type));
const values = form => fields(form).map(field => ticks(field) ? field.checked : field.value);

// The page's forms by what tells them apart in both languages. The draft of a verdict looks after itself.
const forms = () => {
  const seen = new Map();
  return [...document.forms].filter(form => form !== switcher && !form.dataset.claim).map(form => {
    const same = JSON.stringify([form.getAttribute("action"), fields(form).map(field => field.name)]);
    const count = seen.get(same) ?? 0;
    seen.set(same, count + 1);
    return [`${count} ${same}`, form];
  });
};

const untouched = new Map();
const remember = () => {
  for (const [, form] of forms()) {
    if (!untouched.has(form)) untouched.set(form, JSON.stringify(values(form)));
  }
};

const putBack = (form, kept) => fields(form).forEach((field, at) => {
  if (ticks(field)) {
    if (field.checked === kept[at]) return;
    field.checked = kept[at];
  } else {
    if (field.value === kept[at]) return;
    field.value = kept[at];
  }
  for (let closed = field.closest("details:not([open])"); closed; closed = field.closest("details:not([open])")) closed.open = true;
});

if (switcher) {
  switcher.hidden = false;
  // What an answer shows was typed before.
  if (!answered) remember();
  document.addEventListener("htmx:afterSettle", event => {
    if (!answered && event.detail.xhr?.status < 400) remember();
  });

  const kept = read(TYPED);
  sessionStorage.removeItem(TYPED);
  if (kept?.at === here && kept.person === person && Date.now() - kept.time < LASTS) {
    for (const [name, form] of forms()) {
      if (kept.forms[name]) putBack(form, kept.forms[name]);
    }
  }

  const filled = answered ? read(FILLED) : null;

  document.addEventListener("submit", event => {
    const form = forms().find(([, one]) => one === event.target);
    if (!form || form[1].method !== "post") return;
    const at = answered ? filled?.name === form[0] && filled.at : here;
    if (at) write(FILLED, { at, name: form[0] }); else sessionStorage.removeItem(FILLED);
  });

  switcher.addEventListener("submit", event => {
    const typed = forms().filter(([, form]) => untouched.get(form) !== JSON.stringify(values(form)));
    const at = answered ? typed.some(([name]) => name === filled?.name) && filled.at : here;
    const goesAlong = !typed.length || at && write(TYPED, { at, forms: Object.fromEntries(typed.map(([name, form]) => [name, values(form)])) });
    const files = [...document.forms].some(form => [...form.elements].some(field => field.type === "file" && field.files.length));
    if (!goesAlong && !confirm(switcher.dataset.lost) || goesAlong && files && !confirm(switcher.dataset.files)) {
      event.preventDefault();
      sessionStorage.removeItem(TYPED);
      return;
    }
    if (at) switcher.elements.namedItem("back").value = at;
  });
}
