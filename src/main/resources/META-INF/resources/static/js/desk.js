// What every page of the desk needs in the browser. Everything works without it, more slowly.
// First: the others find in the forms what it puts back.
import "./language.js";
import "./swaps.js";
import "./shortcuts.js";
import "./menus.js";
import "./waiting.js";
