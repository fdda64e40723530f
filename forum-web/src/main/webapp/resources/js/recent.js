// What this browser searched for lately: kept here alone, shown where nothing has been typed yet, removed one by one or all.
import { address, icon } from "./search.js";

const KEY = "hilft-searches";
const MOST = 8;

export function recent() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY));
    return Array.isArray(kept) ? kept.filter((one) => typeof one === "string").slice(0, MOST) : [];
  } catch {
    return [];
  }
}

function keep(searches) {
  try {
    if (searches.length) localStorage.setItem(KEY, JSON.stringify(searches.slice(0, MOST)));
    else localStorage.removeItem(KEY);
  } catch {
    // a browser that keeps nothing loses nothing
  }
}

const searched = document.querySelector("[data-searched]")?.dataset.searched;
if (searched) keep([searched, ...recent().filter((one) => one !== searched)]);

const section = document.querySelector("[data-recent]");
if (section) {
  const list = section.querySelector("ul");
  section.querySelector("[data-recent-clear]").addEventListener("click", () => {
    keep([]);
    show();
    document.getElementById("search-page")?.focus();
  });
  show();

  function show() {
    list.replaceChildren(...recent().map(line));
    section.hidden = !list.children.length;
  }

  function line(query) {
    const anchor = document.createElement("a");
    anchor.href = address(query);
    anchor.append(icon("history"), query);
    const remove = document.createElement("button");
    remove.type = "button";
    remove.className = "button is-quiet is-round";
    remove.setAttribute("aria-label", `${list.dataset.remove} ${query}`);
    remove.append(icon("x"));
    remove.addEventListener("click", () => {
      const next = remove.closest("li").nextElementSibling ?? remove.closest("li").previousElementSibling;
      keep(recent().filter((one) => one !== query));
      const place = next ? [...list.children].indexOf(next) : -1;
      show();
      (list.children[Math.min(place, list.children.length - 1)]?.querySelector("button")
        ?? document.getElementById("search-page"))?.focus();
    });
    const item = document.createElement("li");
    item.append(anchor, remove);
    return item;
  }
}

// Whoever leaves a shared computer leaves nothing behind.
document.querySelector("form[action='/logout']")?.addEventListener("submit", () => keep([]));
