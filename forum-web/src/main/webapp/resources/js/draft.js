// Nothing typed is lost: every form with data-draft is kept in localStorage under that name until the server has it.
const prefix = "hilft-draft:";
const days = 14;

for (const done of document.querySelectorAll("[data-draft-done]")) forget(done.dataset.draftDone);
for (const form of document.querySelectorAll("form[data-draft]")) enhance(form);

export function forget(name) {
  try {
    localStorage.removeItem(prefix + name);
  } catch {
    // A browser without storage has nothing to forget.
  }
}

export function enhance(form) {
  const key = prefix + form.dataset.draft;
  const fields = () => [...form.elements].filter((one) => one.name && one.matches("textarea, select, input:not([type=hidden], [type=submit], [type=file])"));
  const saved = form.querySelector("[data-draft-saved]");
  const refused = form.dataset.refused === "true";
  const returned = performance.getEntriesByType("navigation")[0]?.type === "back_forward";
  let kept = true;
  let waiting;
  let left = false;

  restore();
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(keep, 400);
  });
  form.addEventListener("submit", () => {
    keep();
    left = true;
  });
  addEventListener("pagehide", () => {
    if (form.dataset.unneeded) forget(form.dataset.draft);
    else if (!left && waiting) keep();
  });
  // The draft is kept, so leaving costs nothing and nobody is asked; only where it cannot be kept a warning is due.
  addEventListener("beforeunload", (event) => {
    if (!left && !kept && fields().some(changed)) event.preventDefault();
  });
  addEventListener("storage", (event) => {
    if (event.key === key && !fields().some(changed)) restore();
  });

  function keep() {
    waiting = undefined;
    const values = Object.fromEntries(fields().filter(hasValue).map((one) => [one.name, one.value]));
    try {
      if (refused || fields().some(changed)) {
        localStorage.setItem(key, JSON.stringify({ at: Date.now(), values }));
        show();
      } else {
        localStorage.removeItem(key);
      }
      kept = true;
    } catch {
      kept = false;
    }
  }

  function restore() {
    let draft;
    try {
      draft = JSON.parse(localStorage.getItem(key));
    } catch {
      return;
    }
    if (!draft || Date.now() - draft.at > days * 86_400_000) return;
    // What the server sent back (a refused form) is as new as the draft: it wins, unless somebody comes back to it later.
    if (refused && !returned) return;
    for (const one of fields()) {
      const value = draft.values[one.name];
      if (value === undefined) continue;
      if (one.type === "radio" || one.type === "checkbox") one.checked = one.value === value;
      else one.value = value;
      one.dispatchEvent(new Event("input", { bubbles: true }));
    }
    show();
  }

  function show() {
    if (saved) saved.hidden = false;
  }
}

function hasValue(field) {
  return field.type === "radio" || field.type === "checkbox" ? field.checked : true;
}

function changed(field) {
  if (field.type === "radio" || field.type === "checkbox") return field.checked !== field.defaultChecked;
  if (field.tagName === "SELECT") return [...field.options].some((one) => one.selected !== one.defaultSelected) && field.value !== "";
  return field.value !== field.defaultValue;
}
