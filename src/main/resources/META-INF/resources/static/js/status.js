// Says in the page's status line, which assistive technology reads aloud, what just happened.
const place = document.getElementById("toasts");

export const say = (text, kind = "info") => {
  if (!place || !text) return;
  const toast = document.createElement("p");
  toast.className = `toast-line notice-${kind}`;
  toast.textContent = text;
  place.replaceChildren(toast);
  setTimeout(() => toast.remove(), 8000);
};
