// Answers while typing: a listbox below the search field, with what was searched lately before anything is typed; without an
// answer from the server the form still works.
import { call } from "./api.js";

for (const form of document.querySelectorAll("form[data-search]")) enhance(form);

function enhance(form) {
  const field = form.querySelector("input[type=search]");
  const list = document.createElement("div");
  list.className = "search-results";
  list.id = `${field.id}-results`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", field.getAttribute("aria-label") ?? form.dataset.search);
  list.hidden = true;
  form.append(list);
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);
  field.setAttribute("aria-expanded", "false");
  field.autocomplete = "off";

  let waiting;
  let asked = "";
  let chosen = -1;

  field.addEventListener("input", () => {
    clearTimeout(waiting);
    const query = field.value.trim();
    if (!query) return showRecent();
    if (query.length < 3) return close();
    waiting = setTimeout(() => ask(query), 160);
  });
  field.addEventListener("focus", () => {
    if (!field.value.trim()) showRecent();
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" && list.hidden && !field.value.trim()) showRecent();
    const options = [...list.querySelectorAll("[role=option]")];
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && options.length && !list.hidden) {
      event.preventDefault();
      choose(options, (chosen + (event.key === "ArrowDown" ? 1 : -1) + options.length) % options.length);
    } else if (event.key === "Enter" && chosen >= 0 && !list.hidden) {
      event.preventDefault();
      location.href = options[chosen].href;
    }
  });
  form.addEventListener("focusout", (event) => {
    if (!form.contains(event.relatedTarget)) close();
  });

  async function ask(query) {
    asked = query;
    try {
      const found = await call("GET", `/search?q=${encodeURIComponent(query)}&limit=6&facets=false`);
      if (asked === query && field.value.trim() === query) show(found.items, query);
    } catch {
      close();
    }
  }

  function show(items, query) {
    open([...items.map(option), all(query)]);
  }

  async function showRecent() {
    close();
    const { recent } = await import("./recent.js");
    const searches = recent();
    if (!searches.length || field.value.trim() || document.activeElement !== field) return;
    open(searches.slice(0, 5).map((query) => anchor(address(query), "history", query)));
  }

  function open(options) {
    chosen = -1;
    field.removeAttribute("aria-activedescendant");
    list.replaceChildren(...options);
    [...list.querySelectorAll("[role=option]")].forEach((one, place) => {
      one.id = `${list.id}-${place}`;
    });
    list.hidden = false;
    field.setAttribute("aria-expanded", "true");
  }

  function option(item) {
    const one = anchor(item.url, item.solved ? "circle-check" : "message-circle", item.title);
    if (item.solved) one.classList.add("is-solved");
    return one;
  }

  function all(query) {
    const one = anchor(address(query), "search", `${form.dataset.search} ${query}`);
    one.classList.add("is-all");
    return one;
  }

  function anchor(href, symbol, text) {
    const one = document.createElement("a");
    one.href = href;
    one.setAttribute("role", "option");
    one.tabIndex = -1;
    one.append(icon(symbol), text);
    return one;
  }

  function choose(options, place) {
    chosen = place;
    options.forEach((one, index) => one.setAttribute("aria-selected", String(index === place)));
    field.setAttribute("aria-activedescendant", options[place].id);
  }

  function close() {
    asked = "";
    chosen = -1;
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  }
}

export function address(query) {
  return `/search?q=${encodeURIComponent(query)}`;
}

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `${new URL("../part/icons.svg", import.meta.url).pathname}#${name}`);
  svg.append(use);
  return svg;
}
