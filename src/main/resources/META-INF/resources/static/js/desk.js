// What every page of the desk needs in the browser. Everything works without it, more slowly.
import "./swaps.js";
import "./shortcuts.js";
import "./menus.js";
import "./waiting.js";
