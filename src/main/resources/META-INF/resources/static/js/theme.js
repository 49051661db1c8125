// Runs before the first paint, so it is no module: light or dark as chosen, else as the system prefers; and the browser's
// time zone for the server. Both are cookies because the server writes the page.
{
  const root = document.documentElement;
  const keep = (name, value) => {
    document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=31536000; samesite=lax`
      + (location.protocol === "https:" ? "; secure" : "");
  };
  const chosen = document.cookie.match(/(?:^|; )isnad-theme=(light|dark)/)?.[1];
  root.dataset.bsTheme = chosen ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const known = () => document.cookie.includes(`isnad-zone=${encodeURIComponent(zone)}`);
  if (zone && !known()) {
    keep("isnad-zone", zone);
    // The page was written for another zone. Asked for once more, before anything of it is seen: only where the cookie stays.
    if (root.dataset.zone && root.dataset.zone !== zone && known()) location.reload();
  }

  addEventListener("DOMContentLoaded", () => {
    for (const button of document.querySelectorAll("[data-theme-toggle]")) {
      button.hidden = false;
      button.addEventListener("click", () => {
        root.dataset.bsTheme = root.dataset.bsTheme === "dark" ? "light" : "dark";
        keep("isnad-theme", root.dataset.bsTheme);
      });
    }
  });
}
