// While a title is typed, threads that may already hold the answer appear below it.
import { call } from "./api.js";
import { icon } from "./search.js";

for (const panel of document.querySelectorAll("[data-similar]")) {
  const field = document.getElementById(panel.dataset.similar);
  let waiting;
  let asked = "";
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, 350);
  });
  look();

  async function look() {
    const text = field.value.trim();
    if (text === asked) return;
    asked = text;
    if (text.length < 8) {
      panel.hidden = true;
      return;
    }
    try {
      const { items } = await call("GET", `/similar?limit=4&text=${encodeURIComponent(text)}`);
      if (asked === text) show(items);
    } catch {
      panel.hidden = true;
    }
  }

  function show(items) {
    panel.querySelector("ul").replaceChildren(...items.map((item) => {
      const anchor = document.createElement("a");
      anchor.href = item.url;
      anchor.target = "_blank";
      anchor.rel = "noopener";
      if (item.solved) anchor.className = "is-solved";
      anchor.append(icon(item.solved ? "circle-check" : "message-circle"), item.title);
      const line = document.createElement("li");
      line.append(anchor);
      return line;
    }));
    panel.hidden = items.length === 0;
  }
}
