// Write and preview (by the server's own renderer), and a few Markdown marks by button or key. A comment has the same, smaller.
import { call } from "./api.js";

for (const composer of document.querySelectorAll("[data-composer]")) enhance(composer);

export function enhance(composer) {
  const field = composer.querySelector("textarea");
  const preview = composer.querySelector("[data-preview]");
  const tabs = [...composer.querySelectorAll("[role=tab]")];
  let shown = null;

  for (const tab of tabs) {
    tab.addEventListener("click", () => select(tab));
    tab.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
      const other = tabs[(tabs.indexOf(tab) + 1) % tabs.length];
      select(other);
      other.focus();
    });
  }

  function select(tab) {
    const previews = tab.dataset.tab === "preview";
    for (const one of tabs) {
      one.setAttribute("aria-selected", String(one === tab));
      one.tabIndex = one === tab ? 0 : -1;
    }
    field.hidden = previews;
    preview.hidden = !previews;
    if (previews) render();
    else field.focus();
  }

  // What a button or a key writes is seen.
  function write() {
    if (field.hidden) select(tabs[0]);
  }
  field.addEventListener("invalid", write);
  field.addEventListener("input", () => {
    if (field.hidden) render();
  });

  async function render() {
    const markdown = field.value;
    if (markdown === shown) return;
    if (!markdown.trim()) {
      shown = null;
      preview.textContent = preview.dataset.empty;
      return;
    }
    preview.setAttribute("aria-busy", "true");
    try {
      const { html } = await call("POST", "/text/preview", { markdown, as: composer.dataset.composer });
      if (markdown !== field.value) return; // a later one comes
      preview.innerHTML = html; // sanitised by the same renderer that writes the stored posts
      shown = markdown;
    } catch (problem) {
      if (markdown !== field.value) return;
      preview.textContent = problem.errors?.[0]?.message ?? preview.dataset.failed;
    } finally {
      preview.removeAttribute("aria-busy");
    }
  }

  // Who only reads does not load what pictures need.
  let pictures;
  const withPictures = () => (pictures ??= import("./pictures.js").then((module) => module.enhance(composer)));
  for (const wish of ["focusin", "pointerenter", "dragenter"]) composer.addEventListener(wish, withPictures, { once: true });
  composer.querySelector("[data-picture]").addEventListener("click", async () => {
    write();
    (await withPictures()).choose();
  });

  // Nor what keeps the composer in sight.
  const stays = composer.closest("[data-stays]");
  for (const wish of ["focusin", "input"]) stays?.addEventListener(wish, () => import("./stay.js"), { once: true });

  // Nor what naming a member needs; somebody signed out cannot.
  const words = composer.dataset;
  if (field.form.dataset.draftServer === "true") {
    field.addEventListener("focus", async () => {
      const { enhance: mentions } = await import("./mention.js");
      mentions(field, words, document.querySelector("[data-question]")?.dataset.question);
    }, { once: true });
  }

  const marks = {
    bold: () => wrap("**"),
    italic: () => wrap("*"),
    code: () => (selected().includes("\n") ? wrap("\n```\n") : wrap("`")),
    link: () => insert(`[${selected() || "Text"}](https://)`, -1),
    quote: () => prefix("> "),
    list: () => prefix("- "),
    "list-ordered": () => prefix((line) => `${line + 1}. `),
  };
  composer.querySelector(".composer-tools")?.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-mark]");
    if (!button) return;
    write();
    marks[button.dataset.mark]();
  });
  // With Shift by the key's place, because what it writes differs from keyboard to keyboard.
  const keys = { b: "bold", i: "italic", k: "link", e: "code" };
  const places = { Period: "quote", Digit7: "list-ordered", Digit8: "list" };
  const send = field.form.querySelector(".button.is-main");
  field.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return;
    const mark = event.shiftKey ? places[event.code] : keys[event.key.toLowerCase()];
    if (!mark) return;
    event.preventDefault();
    marks[mark]();
  });
  // From the title, the reason of a change or the preview as well; in a link the key is the browser's.
  field.form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return;
    if (event.target.matches("a")) return;
    event.preventDefault();
    field.form.requestSubmit(send);
  });
  if (/^(Mac|iP)/.test(navigator.platform)) useCommandKey();
  send.setAttribute("aria-keyshortcuts", "Control+Enter Meta+Enter");
  send.after(sendKey());

  function useCommandKey() {
    const command = (text) => text.replace(/(Ctrl|Strg)\+/, "⌘");
    for (const button of composer.querySelectorAll("[data-mark]")) button.title = command(button.title);
    for (const key of composer.querySelectorAll("kbd")) key.textContent = command(key.textContent);
  }

  // Seen beside the button; it is told with it already.
  function sendKey() {
    const key = document.createElement("kbd");
    key.className = "send-key";
    key.setAttribute("aria-hidden", "true");
    key.textContent = composer.querySelector("[data-send-key]").textContent;
    return key;
  }

  function selected() {
    return field.value.slice(field.selectionStart, field.selectionEnd);
  }

  function wrap(mark) {
    const text = selected();
    insert(mark + text + mark, text ? 0 : -mark.length);
  }

  function prefix(mark) {
    const start = field.value.lastIndexOf("\n", field.selectionStart - 1) + 1;
    field.setSelectionRange(start, field.selectionEnd);
    const lines = selected().split("\n");
    insert(lines.map((line, place) => (typeof mark === "string" ? mark : mark(place)) + line).join("\n"), 0);
  }

  // execCommand keeps the browser's own undo, which no other way of writing into a field does.
  function insert(text, back) {
    field.focus();
    if (!document.execCommand("insertText", false, text)) field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
    const end = field.selectionStart + back;
    field.setSelectionRange(end, end);
  }

  // Each quote stands behind what is there, so that several follow each other.
  composer.addEventListener("quote", (event) => {
    write();
    field.setSelectionRange(field.value.length, field.value.length);
    const before = field.value && !field.value.endsWith("\n\n") ? "\n\n" : "";
    insert(`${before}${event.detail}\n\n`, 0);
    field.scrollTop = field.scrollHeight;
    composer.scrollIntoView({ block: composer.closest(".is-away") ? "nearest" : "center" });
  });
}
