// One asking of a question, known by a random token of the page and by nothing of the person. What becomes of it is told
// in the background; whether that arrives is nothing to wait for.
import { call } from "./api.js";

const place = "hilft-asking";
const readable = 1000; // what stood there for less (ms), nobody has read
const bands = ["none", "suggest", "answer"];

export function asking(form, title) {
  const token = form.elements.token;
  const before = take();
  const seen = new Set();
  let best = 0;
  let told = "";
  let waiting;
  let over = false;

  form.addEventListener("submit", () => {
    tellShown();
    over = true;
  });
  addEventListener("pagehide", () => {
    tellShown();
    if (!over) keep();
  });
  addEventListener("pageshow", () => {
    over = false;
  });

  // The same text on the page again, after logging in for example, is the same asking. Gives what was wanted before.
  function adopt() {
    if (!before || before.title !== title.value.trim()) return undefined;
    token.value = before.token;
    return before.wanted;
  }

  function show(items) {
    clearTimeout(waiting);
    waiting = setTimeout(() => note(items), readable);
  }

  function note(items) {
    for (const item of items) {
      seen.add(item.id);
      best = Math.max(best, bands.indexOf(item.band ?? "suggest"));
    }
  }

  function tellShown() {
    const now = `${best} ${seen.size}`;
    if (seen.size === 0 || now === told) return;
    told = now;
    send({ state: "shown", questions: [...seen], band: bands[best] });
  }

  function tell(state, item) {
    note([item]);
    tellShown();
    send({ state, question: item.id, text: state === "opened" ? title.value.trim().slice(0, 300) : undefined });
  }

  function send(event) {
    const body = { token: token.value, language: document.documentElement.lang, ...event };
    call("POST", "/deflections", body, { alive: true }).catch(() => {});
  }

  function keep(wanted) {
    try {
      const text = title.value.trim();
      if (text) sessionStorage.setItem(place, JSON.stringify({ token: token.value, title: text, wanted }));
    } catch {
      // without storage it is another asking next time
    }
  }

  // Leads to the login and back to what was wanted here.
  function logIn(wanted) {
    tellShown();
    over = true;
    keep(wanted);
    location.href = `/login?returnTo=${encodeURIComponent(location.pathname + location.search)}`;
  }

  function end() {
    over = true;
  }

  return { adopt, show, tell, logIn, end };
}

function take() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(place));
    sessionStorage.removeItem(place);
    return kept;
  } catch {
    return null;
  }
}
