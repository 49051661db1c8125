// Words of a frozen text, between the browser and the server. The server counts Unicode code points from the beginning of the
// text; the browser counts UTF-16 units inside text nodes. Both meet here and nowhere else: positionOf and rangesOf.
// Marks are painted with the CSS Custom Highlight API, so that no element ever splits a word and Arabic letters stay joined.

const codePoints = text => {
  let count = 0;
  for (const _ of text) count++;
  return count;
};

const units = (text, count) => {
  let at = 0;
  for (const character of text) {
    if (count-- <= 0) break;
    at += character.length;
  }
  return at;
};

const paragraphs = root => [...root.querySelectorAll("p[data-start]")];
const startOf = paragraph => Number(paragraph.dataset.start);

// The code point at which a point of the document lies in the frozen text; null outside of it.
export const positionOf = (root, node, offset) => {
  const inside = paragraphs(root);
  const point = document.createRange();
  point.setStart(node, offset);
  const here = inside.find(paragraph => paragraph.contains(node) || paragraph === node);
  if (here) {
    const before = document.createRange();
    before.setStart(here, 0);
    before.setEnd(node, offset);
    return startOf(here) + codePoints(before.toString());
  }
  // Between two paragraphs (a drag that ends in the margin): the end of the one before.
  const last = inside.filter(paragraph => paragraph.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING).pop();
  return root.contains(node) && last ? startOf(last) + codePoints(last.textContent) : null;
};

// The ranges, one per paragraph, that show the code points from start to end.
export const rangesOf = (root, start, end) => paragraphs(root).flatMap(paragraph => {
  const text = paragraph.textContent;
  const first = startOf(paragraph);
  const from = Math.max(start, first) - first;
  const to = Math.min(end, first + codePoints(text)) - first;
  if (from >= to) return [];
  return [rangeIn(paragraph, units(text, from), units(text, to))];
});

const rangeIn = (paragraph, from, to) => {
  const range = document.createRange();
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  let at = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const next = at + node.length;
    if (at <= from && from < next) range.setStart(node, from - at);
    if (at < to && to <= next) { range.setEnd(node, to - at); break; }
    at = next;
  }
  return range;
};

export const canHighlight = Boolean(globalThis.Highlight && CSS.highlights);

export const paint = (name, ranges, priority = 0) => {
  if (!canHighlight) return;
  const highlight = new Highlight(...ranges);
  highlight.priority = priority;
  CSS.highlights.set(name, highlight);
};

// Replaces the server's marks, which begin and end at words, by the exact words.
export const paintMarks = root => {
  if (!canHighlight) return;
  for (const mark of root.querySelectorAll("mark.m")) mark.replaceWith(...mark.childNodes);
  for (const paragraph of paragraphs(root)) paragraph.normalize();
  const now = [], others = [];
  for (const pin of root.querySelectorAll(".pin[data-start]")) {
    const ranges = rangesOf(root, Number(pin.dataset.start), Number(pin.dataset.end));
    ("now" in pin.dataset ? now : others).push(...ranges);
  }
  paint("claim-other", others, 0);
  // Where marks overlap, this claim's wins.
  paint("claim-now", now, 1);
};

// The frozen text as its characters. What the paragraphs leave out are line ends and blank lines.
const characters = root => {
  let text = "", at = 0;
  for (const paragraph of paragraphs(root)) {
    text += "\n".repeat(startOf(paragraph) - at) + paragraph.textContent;
    at = startOf(paragraph) + codePoints(paragraph.textContent);
  }
  return [...text];
};

// What is selected in the text: positions without the blanks at the ends, and the words; null for nothing.
export const selectedIn = root => {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.startContainer) && !root.contains(range.endContainer)) return null;
  let start = positionOf(root, range.startContainer, range.startOffset) ?? 0;
  let end = positionOf(root, range.endContainer, range.endOffset);
  if (end === null) return null;
  const text = characters(root);
  while (start < end && /\s/u.test(text[start] ?? " ")) start++;
  while (end > start && /\s/u.test(text[end - 1] ?? " ")) end--;
  return start < end ? { start, end, exact: text.slice(start, end).join("") } : null;
};

for (const root of document.querySelectorAll("[data-marks]")) paintMarks(root);

const reader = document.querySelector(".reader");
const now = document.querySelector(".pin[data-now]");
if (reader && now && reader.scrollHeight > reader.clientHeight) {
  reader.scrollTop += now.getBoundingClientRect().top - reader.getBoundingClientRect().top - reader.clientHeight / 3;
}
