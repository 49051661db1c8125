// Two drafts side by side: a click takes the saved text over. The browser's own copy has done its work once this page shows it.
for (const button of document.querySelectorAll("[data-take]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const field = document.getElementById(button.dataset.into);
    field.value = document.getElementById(button.dataset.take).value;
    field.focus();
  });
}
const form = document.querySelector("[data-merge]");
form?.addEventListener("submit", () => {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith("isnad-draft:") && key.endsWith(`:${form.dataset.merge}`)) localStorage.removeItem(key);
  }
});
