// Marking the words of a claim: with the mouse, a finger, or the keyboard (arrow keys move word by word, Shift extends).
import { paint, rangesOf, selectedIn } from "./marks.js";

const root = document.querySelector("[data-marks]");
const reader = document.querySelector("[data-reader]");
const form = document.getElementById("mark-form");
const bar = document.getElementById("mark-bar");
const chosen = document.getElementById("chosen");
const wording = form.elements.namedItem("text");
const said = document.querySelector("[data-said]");

root.dataset.marking = "";
for (const element of document.querySelectorAll("[data-with-script]")) element.hidden = false;
for (const element of document.querySelectorAll("[data-without-script]")) element.hidden = true;

const selected = () => selectedIn(root);

// The wording follows the marked words until somebody writes their own. Where the words of a claim that is there already are marked,
// there is none to write.
const asWording = words => words.replace(/\s+/gu, " ").trim();
let proposed = asWording(form.elements.namedItem("exact").value) || (wording?.defaultValue ?? "");
const goOn = () => (wording ?? form.querySelector("[type=submit]")).focus();

const show = words => {
  chosen.textContent = words;
  chosen.hidden = false;
  document.querySelector("[data-no-words]").hidden = true;
};

const pin = words => {
  if (!words) return;
  for (const [name, value] of Object.entries(words)) {
    for (const field of document.querySelectorAll(`[data-mark="${name}"]`)) field.value = value;
  }
  show(words.exact);
  if (wording && wording.value.trim() === proposed.trim()) {
    proposed = asWording(words.exact);
    wording.value = proposed;
  }
  paint("claim-chosen", rangesOf(root, words.start, words.end), 2);
  said.textContent = `${said.dataset.chosenWords} ${words.exact}`;
  bar.hidden = true;
};

document.addEventListener("selectionchange", () => { bar.hidden = !selected(); });

bar.querySelector("[data-pin]").addEventListener("pointerdown", event => event.preventDefault());
bar.querySelector("[data-pin]").addEventListener("click", () => {
  pin(selected());
  goOn();
});

// By keyboard: the words of the article, one after the other.
const allWords = () => [...root.querySelectorAll("p[data-start]")].flatMap(paragraph => {
  const segments = new Intl.Segmenter(root.lang || undefined, { granularity: "word" }).segment(paragraph.textContent);
  let at = Number(paragraph.dataset.start);
  return [...segments].flatMap(({ segment, isWordLike }) => {
    const start = at;
    at += [...segment].length;
    return isWordLike ? [{ start, end: at, paragraph }] : [];
  });
});

let list = null, anchor = -1, focus = -1;

const select = () => {
  const [from, to] = anchor <= focus ? [anchor, focus] : [focus, anchor];
  const ranges = rangesOf(root, list[from].start, list[to].end);
  const first = ranges[0], last = ranges[ranges.length - 1];
  getSelection().setBaseAndExtent(first.startContainer, first.startOffset, last.endContainer, last.endOffset);
  rangesOf(root, list[focus].start, list[focus].end)[0].startContainer.parentElement.scrollIntoView({ block: "nearest" });
  said.textContent = getSelection().toString();
};

// The nearest word on the line above or below, by what is seen.
const vertical = step => {
  const box = index => rangesOf(root, list[index].start, list[index].end)[0].getBoundingClientRect();
  const here = box(focus);
  let best = focus, distance = Infinity, line = null;
  for (let i = focus + step; i >= 0 && i < list.length; i += step) {
    const there = box(i);
    if (Math.abs(there.top - here.top) < here.height / 2) continue;
    if (line !== null && Math.abs(there.top - line) > here.height / 2) break;
    line = there.top;
    const off = Math.abs(there.left + there.width / 2 - here.left - here.width / 2);
    if (off < distance) { distance = off; best = i; }
  }
  return best;
};

reader.addEventListener("keydown", event => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const forward = getComputedStyle(root.querySelector("p") ?? root).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
  const backward = forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
  if (![forward, backward, "ArrowUp", "ArrowDown", "Enter"].includes(event.key)) return;
  if (event.key === "Enter") {
    if (event.target !== reader || !selected()) return;
    event.preventDefault();
    pin(selected());
    goOn();
    return;
  }
  event.preventDefault();
  list ??= allWords();
  if (!list.length) return;
  if (focus < 0) {
    anchor = focus = 0;
  } else {
    const steps = {
      [forward]: () => focus + 1, [backward]: () => focus - 1, ArrowUp: () => vertical(-1), ArrowDown: () => vertical(1),
    };
    focus = Math.min(Math.max(steps[event.key](), 0), list.length - 1);
    if (!event.shiftKey) anchor = focus;
  }
  select();
});

// A pointer takes over from the keyboard: the next arrow key starts at the words that it selected.
document.addEventListener("pointerup", () => {
  const words = selected();
  if (!words) return;
  list ??= allWords();
  anchor = focus = list.findIndex(word => word.end > words.start);
});

const from = Number(form.elements.namedItem("start").value), to = Number(form.elements.namedItem("end").value);
if (to > from) {
  paint("claim-chosen", rangesOf(root, from, to), 2);
  if (chosen.hidden) show(form.elements.namedItem("exact").value);
}
