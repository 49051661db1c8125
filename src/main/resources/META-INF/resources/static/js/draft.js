// A draft that saves itself: two seconds after typing stops, and when a field is left. What is not saved yet is kept in this
// browser as well, so that it survives a closed tab, an expired sign-in and a server that restarts.
const PAUSE = 2000;
const RETRY = 15000;

export const keepDraft = form => {
  const state = document.querySelector("[data-save-state]");
  const key = `isnad-draft:${form.dataset.person}:${form.dataset.claim}`;
  const version = form.elements.namedItem("version");
  const compare = document.querySelector("[data-compare]");
  const signIn = document.querySelector("[data-sign-in]");
  const offer = document.getElementById("kept");

  const fields = () => Object.fromEntries([...new FormData(form)].filter(([name]) => name !== "csrf-token" && name !== "version"));
  const same = (one, other) => JSON.stringify(Object.entries(one).filter(([, v]) => v).sort())
    === JSON.stringify(Object.entries(other).filter(([, v]) => v).sort());

  // Saving by itself needs no button; without this script the button is there.
  for (const button of document.querySelectorAll("[data-save]")) button.hidden = true;

  let saved = fields();
  let timer = 0;
  let sending = false;
  let again = false;
  let stopped = false;

  const show = (name, time) => {
    const text = document.createElement("span");
    text.textContent = state.dataset[name] + (time ? ` ${new Intl.DateTimeFormat(state.dataset.lang, { timeStyle: "medium" }).format(time)}` : "");
    const old = state.querySelector("svg");
    const icon = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    icon.setAttribute("class", name === "saved" ? "i" : "i i-todo");
    icon.setAttribute("viewBox", "0 0 24 24");
    icon.setAttribute("aria-hidden", "true");
    const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
    use.setAttribute("href", `/static/img/icons.svg#${name === "saved" || name === "saving" ? "cloud" : "warning"}`);
    icon.append(use);
    old?.remove();
    state.replaceChildren(icon, text);
    state.dataset.now = name;
    compare.hidden = name !== "elsewhere" && name !== "refused";
    signIn.hidden = name !== "signedOut";
  };

  // Another tab or a full storage must not stop anybody from writing.
  const keep = () => {
    try {
      localStorage.setItem(key, JSON.stringify({ version: version.value, at: Date.now(), fields: fields() }));
    } catch { /* The draft still goes to the server. */ }
  };
  const forget = () => localStorage.removeItem(key);

  const body = () => {
    const values = new URLSearchParams();
    for (const [name, value] of new FormData(form)) values.append(name, value);
    values.append("quietly", "1");
    return values;
  };

  const send = async () => {
    clearTimeout(timer);
    if (stopped || same(fields(), saved)) return;
    if (sending) { again = true; return; }
    sending = true;
    const sent = fields();
    show("saving");
    let outcome;
    try {
      const answer = await fetch(form.getAttribute("action"), {
        method: "POST", body: body(), redirect: "manual", headers: { "X-Requested-With": "JavaScript" },
      });
      outcome = answer.status;
      if (answer.status === 204) {
        version.value = answer.headers.get("ETag").replace(/^W\//, "").replaceAll('"', "");
        saved = sent;
        if (same(fields(), saved)) forget(); else keep();
        show("saved", new Date());
      } else if (answer.status === 412 || answer.status === 409 || answer.status === 404) {
        // Somebody else's words are there now, or the claim is no longer ours: only the person can decide.
        stopped = true;
        show("elsewhere");
      } else if (answer.status === 422) {
        show("refused");
      } else if (answer.type === "opaqueredirect" || [401, 403, 499].includes(answer.status)) {
        show("signedOut");
        timer = setTimeout(send, RETRY);
      } else {
        show("kept");
        timer = setTimeout(send, RETRY);
      }
    } catch {
      outcome = 0;
      show("kept");
      timer = setTimeout(send, RETRY);
    } finally {
      sending = false;
    }
    if (again) {
      again = false;
      if (outcome === 204) later();
    }
  };

  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(send, PAUSE);
  };

  const typed = event => {
    if (event.target.form !== form) return;
    keep();
    later();
  };
  document.addEventListener("input", typed);
  document.addEventListener("change", typed);
  form.addEventListener("focusout", () => { if (!same(fields(), saved)) send(); });
  addEventListener("online", send);
  addEventListener("pagehide", () => {
    if (!stopped && !leaving && !sending && !same(fields(), saved)) navigator.sendBeacon(form.getAttribute("action"), body());
  });

  // A full submit carries everything itself; nothing else may be under way with the same version.
  let leaving = false;
  form.addEventListener("submit", event => {
    if (sending && !leaving) {
      event.preventDefault();
      const button = event.submitter;
      leaving = true;
      const wait = setInterval(() => {
        if (sending) return;
        clearInterval(wait);
        form.requestSubmit(button);
      }, 50);
      return;
    }
    leaving = true;
    clearTimeout(timer);
    stopped = true;
    keep();
  });

  // What this browser kept and the server never got is offered, never put in silently.
  const kept = () => {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  };
  const address = new URLSearchParams(location.search);
  if (["saved", "submitted", "discard"].some(done => address.has(done))) forget();
  // Blocks mean that something was erased since: what this browser kept of it must not bring it back.
  const erased = Object.values(saved).some(value => /^[\u2588\s]*\u2588[\u2588\s]*$/.test(value));
  if (erased && kept()?.version !== version.value) forget();
  const words = kept();
  if (words && !same(words.fields, saved)) {
    offer.hidden = false;
    offer.querySelector("[data-kept-text]").textContent = [words.fields.summary, words.fields.rationale].filter(Boolean).join("\n");
    offer.querySelector("[data-restore]").addEventListener("click", () => {
      for (const [name, value] of Object.entries(words.fields)) {
        const field = form.elements.namedItem(name);
        if (field) field.value = value;
      }
      // On top of what they were written: if another draft was saved since, the server shows both.
      version.value = words.version;
      offer.hidden = true;
      form.dispatchEvent(new Event("input", { bubbles: true }));
      keep();
      send();
    });
    offer.querySelector("[data-discard]").addEventListener("click", () => {
      forget();
      offer.hidden = true;
    });
  } else if (words) {
    forget();
  }
};
