// htmx under a strict content security policy, and what should happen around a partial update: refusals are shown where the
// form is, focus is never lost, failures are said.
import { say } from "./status.js";

const htmx = window.htmx;
if (htmx) {
  Object.assign(htmx.config, {
    includeIndicatorStyles: false,
    allowEval: false,
    allowScriptTags: false,
    selfRequestsOnly: true,
    // Without style: copying that attribute is an inline style, which the policy refuses.
    attributesToSettle: ["class", "width", "height"],
    // Nobody's unpublished text stays in the browser's storage.
    historyCacheSize: 0,
    refreshOnHistoryMiss: true,
  });
}

// Answers that carry a page to show: a field to correct, a rule in the way, another's newer version.
const SHOWN = new Set([403, 404, 409, 412, 422]);

document.addEventListener("htmx:configRequest", event => {
  // Tells the sign-in filter to answer an expired session with a status instead of a redirect to another host.
  event.detail.headers["X-Requested-With"] = "JavaScript";
});

document.addEventListener("htmx:beforeSwap", event => {
  const { xhr } = event.detail;
  if (xhr.status === 401 || xhr.status === 499) {
    event.detail.shouldSwap = false;
    say(document.body.dataset.signedOut, "warn");
  } else if (SHOWN.has(xhr.status)) {
    const answer = new DOMParser().parseFromString(xhr.responseText, "text/html");
    const wanted = event.detail.requestConfig?.elt?.closest("[hx-select]")?.getAttribute("hx-select");
    // A page about something else must not empty the part that was asked for: what it says is said, the part stays.
    event.detail.shouldSwap = !wanted || answer.querySelector(wanted) !== null;
    event.detail.isError = false;
    if (!event.detail.shouldSwap) {
      say([...answer.querySelectorAll("main h1, main h1 + p")].map(part => part.textContent.trim()).join(" "), "bad");
    }
  }
});

document.addEventListener("htmx:sendError", () => say(document.body.dataset.unreachable, "bad"));
document.addEventListener("htmx:responseError", event => {
  if (![401, 499].includes(event.detail.xhr.status)) say(document.body.dataset.unreachable, "bad");
});

document.addEventListener("htmx:afterSettle", event => {
  const part = event.detail.target?.isConnected ? event.detail.target : document.getElementById(event.detail.target?.id);
  if (!part || (document.activeElement && document.activeElement !== document.body)) return;
  const wanted = part.querySelector("[aria-invalid=true], [data-focus]") ?? part.querySelector("h1, h2, h3");
  if (!wanted) return;
  if (!wanted.matches("a[href], button, input, select, textarea, [tabindex]")) wanted.tabIndex = -1;
  wanted.focus({ preventScroll: true });
});
