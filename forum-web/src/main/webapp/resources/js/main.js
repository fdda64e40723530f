// The one entry: small things for every page at once, the rest only where the page has use for it.
import "./theme.js";
import "./time.js";
import "./menu.js";

const parts = {
  "[data-search]": () => import("./search.js"),
  "[data-searched], [data-recent]": () => import("./recent.js"),
  // who listens is there before anything is told; a thread has more who listen
  ".bell": () => import("./bell.js").then(() => document.querySelector("[data-thread]") || import("./stream.js")),
  "[data-composer]": () => import("./composer.js"),
  "form[data-draft], [data-draft-done]": () => import("./draft.js"),
  "form[data-fact]": () => import("./fact.js"),
  "template[data-comment-form], .comments-page": () => import("./comment.js"),
  "[data-quoting]:not([data-quoting='']) [data-composer]": () => import("./quote.js"),
  "[data-templates]": () => import("./template.js"),
  "[data-similar]": () => import("./similar.js"),
  "form[data-measure]": () => import("./measure.js"),
  "[data-live]:not([data-live=''])": () => import("./live.js"),
  "[data-thread]": () => import("./fresh.js").then(() => import("./stream.js")),
  ".row-fresh": () => import("./unread.js"),
  "[data-share]": () => import("./share.js"),
  "form[data-pick]": () => import("./pick.js"),
  "[data-own-time]": () => import("./own-time.js"),
  "[data-flash]": () => import("./toast.js"),
};

const labels = new Map(); // of the buttons that say instead that something is being sent

// Whoever types before the scripts have come is not left out.
document.addEventListener("input", ({ target, isTrusted }) => {
  if (isTrusted && target.form) target.form.dataset.typed = "true";
  limit(target);
});
document.addEventListener("focusin", ({ target }) => limit(target));

function limit(field) {
  if (field.dataset?.most) import("./limit.js").then(({ count }) => count(field));
}

for (const [selector, load] of Object.entries(parts)) {
  if (document.querySelector(selector)) load();
}

// Whoever leaves a shared computer leaves no drafts in it that the server has.
for (const leave of document.querySelectorAll("form[action='/logout']")) {
  leave.addEventListener("submit", () => {
    try {
      for (const key of Object.keys(localStorage)) {
        if (key.startsWith("hilft-draft:") && JSON.parse(localStorage.getItem(key))?.synced) localStorage.removeItem(key);
      }
    } catch {
      // A browser without storage has nothing to leave.
    }
  });
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const field = [...document.querySelectorAll("input[type=search]")].find((input) => input.checkVisibility());
  if (field) {
    event.preventDefault();
    field.focus();
    field.select();
  }
});

// A refused form says why at its top: that is where reading goes on.
document.querySelector("main .notice[role=alert]")?.focus();

// A second press of a submit button must not send the form twice; the server's idempotency key is the real guard.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "true";
  send(event.submitter ?? form.querySelector(".button.is-main"));
});
document.addEventListener("hilft:sending", ({ target }) => send(target));
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  for (const button of document.querySelectorAll("button[aria-busy]")) sent(button);
});

// On a slow line, too, a button shows at once that it was pressed, until the next page comes or sent() is called.
export function send(button) {
  if (!button || button.hasAttribute("aria-busy")) return;
  button.setAttribute("aria-busy", "true");
  if (!button.classList.contains("is-main")) return;
  labels.set(button, [...button.childNodes]);
  button.style.minInlineSize = `${button.offsetWidth}px`;
  button.textContent = document.body.dataset.sending;
}

export function sent(button) {
  button.removeAttribute("aria-busy");
  if (!labels.has(button)) return;
  button.replaceChildren(...labels.get(button));
  button.style.minInlineSize = "";
  labels.delete(button);
}
