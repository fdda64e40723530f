// Quotes a post, or what is selected in one, into the answer, with a link to where it stands. A button appears by the selection;
// it follows the selected text in the order of the keyboard, too.
import "./stay.js"; // a quote opens the composer where one reads
import { beginning, escaped, markdownOf } from "./quoted.js";

const form = document.querySelector("[data-quoting]");
const composer = form.querySelector("[data-composer]");
const longest = 1000; // characters of a post that is quoted whole; what was selected is quoted as it is
const button = document.createElement("button");
let chosen = null;

button.type = "button";
button.className = "button is-small quote-button";
button.textContent = form.dataset.quoting;
button.addEventListener("pointerdown", (event) => event.preventDefault()); // the selection stays
button.addEventListener("click", () => {
  if (!chosen) return;
  const { post, text, range } = chosen;
  const markdown = markdownOf(text, range);
  hide();
  getSelection().removeAllRanges();
  quote(post, markdown);
});

document.addEventListener("selectionchange", () => {
  if (document.activeElement !== button) look();
});
addEventListener("scroll", place, { passive: true });
addEventListener("resize", place);
document.addEventListener("keydown", (event) => {
  if (event.key === "Tab" && !event.shiftKey && chosen && document.activeElement === document.body) {
    event.preventDefault();
    button.focus();
  }
  if (event.key === "Escape" && chosen) hide();
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-quote]");
  const source = link && document.getElementById(link.dataset.quote);
  if (!source) return;
  event.preventDefault();
  const selected = selectionIn(source) && markdownOf(source, getSelection().getRangeAt(0));
  quote(source.closest(".post"), selected || beginning(markdownOf(source), longest));
});

look(); // whoever has selected something before this was there

function look() {
  const selection = getSelection();
  const node = selection.rangeCount ? selection.getRangeAt(0).commonAncestorContainer : null;
  const text = node && (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest(".post .post-body > .prose, .comment-body");
  if (!text || !selectionIn(text)) {
    hide();
    return;
  }
  chosen = { post: text.closest(".comment, .post"), text, range: selection.getRangeAt(0) };
  if (button.previousElementSibling !== text) text.after(button);
  place();
}

function selectionIn(source) {
  const selection = getSelection();
  return !selection.isCollapsed && source.contains(selection.anchorNode) && source.contains(selection.focusNode) ? String(selection).trim() : "";
}

function place() {
  if (!chosen) return;
  const lines = chosen.range.getClientRects();
  const last = lines[lines.length - 1] ?? chosen.range.getBoundingClientRect();
  const room = document.documentElement.clientWidth - button.offsetWidth - 8;
  button.style.insetBlockStart = `${last.bottom + 6}px`;
  button.style.left = `${Math.max(8, Math.min(last.right - button.offsetWidth, room))}px`;
}

function hide() {
  chosen = null;
  button.remove();
}

function quote(post, text) {
  const [, type, id] = /^(answer|comment)-(\d+)$/.exec(post.id) ?? [null, "question", form.dataset.question];
  const author = post.querySelector(".comment-author, .author-name")?.textContent.trim() ?? "…";
  const lines = text.split("\n");
  const quoted = [`[${escaped(author)}](/${type}s/${id}):`, "", ...lines].map((line) => `> ${line}`.trimEnd()).join("\n");
  unfold(composer);
  composer.dispatchEvent(new CustomEvent("quote", { detail: quoted }));
}

// Below a thread that was solved long ago the form is folded away.
function unfold(part) {
  const folded = part.closest("details");
  if (folded) folded.open = true;
}
