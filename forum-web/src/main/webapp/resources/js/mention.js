// Naming a member: @ and the beginning of a handle or name, those of the thread first. The list is the text's own listbox: the
// cursor stays in the text, arrows choose, Enter or Tab takes, Escape closes.
import { call } from "./api.js";

const typed = /(^|[\s(>])@([\p{L}\p{N}-]{0,30})$/u;
const pause = 150;
const patience = 3000;
let count = 0;

export function enhance(field, words, question) {
  const list = document.createElement("ul");
  const news = document.createElement("p");
  list.className = "mentions";
  list.id = `mentions-${++count}`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", words.mention);
  list.hidden = true;
  news.className = "visually-hidden";
  news.setAttribute("role", "status");
  field.after(list, news);
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-haspopup", "listbox");

  let waiting;
  let asked = null;
  let chosen = 0;

  field.addEventListener("input", () => {
    clearTimeout(waiting);
    const query = asks();
    if (query === null) close();
    else waiting = setTimeout(() => ask(query), pause);
  });
  field.addEventListener("blur", close);
  field.addEventListener("click", close);
  // before the marks of the composer hear of the key
  field.addEventListener("keydown", (event) => {
    if (list.hidden || event.isComposing || event.ctrlKey || event.metaKey) return;
    const options = list.children;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") choose((chosen + (event.key === "ArrowDown" ? 1 : -1) + options.length) % options.length);
    else if (event.key === "Enter" || event.key === "Tab") take(options[chosen]);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);
  list.addEventListener("pointerdown", (event) => {
    event.preventDefault(); // the cursor stays in the text
    const option = event.target.closest("[role=option]");
    if (option) take(option);
  });

  function asks() {
    if (field.selectionStart !== field.selectionEnd) return null;
    const match = typed.exec(field.value.slice(0, field.selectionStart));
    return match ? match[2] : null;
  }

  async function ask(query) {
    asked = query;
    try {
      const where = question ? `&question=${question}` : "";
      const { items } = await call("GET", `/me/mentionable?q=${encodeURIComponent(query)}${where}`, undefined, { patience });
      if (asked === query && asks() === query && document.activeElement === field) show(items);
    } catch {
      close();
    }
  }

  function show(members) {
    if (!members.length) {
      close();
      return;
    }
    list.replaceChildren(...members.map((member, place) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${place}`;
      option.setAttribute("role", "option");
      option.dataset.handle = member.handle;
      const name = document.createElement("b");
      name.textContent = member.displayName;
      const handle = document.createElement("span");
      handle.textContent = `@${member.handle}`;
      option.append(name, " ", handle);
      return option;
    }));
    list.hidden = false;
    field.setAttribute("aria-controls", list.id);
    list.style.insetBlockStart = `${field.offsetTop + Math.min(below(field), field.offsetHeight)}px`;
    news.textContent = words.mentionFound.replace("#", members.length);
    choose(0);
  }

  function choose(place) {
    chosen = place;
    [...list.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === place)));
    field.setAttribute("aria-activedescendant", list.children[place].id);
    list.children[place].scrollIntoView({ block: "nearest" });
  }

  function take(option) {
    const { handle } = option.dataset;
    const start = field.selectionStart - asks().length - 1;
    const link = `[@${handle}](/members/${handle}) `;
    close();
    field.setSelectionRange(start, field.selectionStart);
    if (document.execCommand("insertText", false, link)) return;
    field.setRangeText(link, field.selectionStart, field.selectionEnd, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function close() {
    clearTimeout(waiting);
    asked = null;
    list.hidden = true;
    list.replaceChildren();
    news.textContent = "";
    field.removeAttribute("aria-activedescendant");
    field.removeAttribute("aria-controls");
  }
}

// How far below the top of the field the line under the cursor begins: the same text in a box of the same shape.
function below(field) {
  const style = getComputedStyle(field);
  const mirror = document.createElement("div");
  for (const name of ["font", "letterSpacing", "padding", "border", "boxSizing", "lineHeight"]) mirror.style[name] = style[name];
  Object.assign(mirror.style, { position: "absolute", visibility: "hidden", whiteSpace: "pre-wrap", overflowWrap: "anywhere", inlineSize: `${field.clientWidth}px` });
  mirror.textContent = field.value.slice(0, field.selectionStart);
  const cursor = mirror.appendChild(document.createElement("span"));
  cursor.textContent = "\u200b";
  document.body.append(mirror);
  const bottom = cursor.offsetTop + cursor.offsetHeight - field.scrollTop + 4;
  mirror.remove();
  return bottom;
}
