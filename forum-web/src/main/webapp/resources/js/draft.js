// Nothing typed is lost. Every form with data-draft is kept in localStorage under that name at once, and with
// data-draft-server soon after on the server too, until it is posted. The server settles who writes where: a second window
// at the same place gets a draft of its own, and both are told.
import { call } from "./api.js";

const prefix = "hilft-draft:";
const posted = "hilft-posted:"; // in this window: what was posted under that name, which Back brings again
const days = 14;
const soon = 400; // after the last key, into this browser (ms)
const pause = 1200; // after that, to the server
const again = 15_000; // when the server was out of reach
const patience = 10_000;

const done = new Set([...document.querySelectorAll("[data-draft-done]")].map((one) => one.dataset.draftDone));
for (const name of done) arrived(name);
for (const form of document.querySelectorAll("form[data-draft]")) enhance(form);

export function forget(name) {
  try {
    localStorage.removeItem(prefix + name);
  } catch {
    // A browser without storage has nothing to forget.
  }
}

function arrived(name) {
  try {
    const local = localStorage.getItem(prefix + name);
    if (local) sessionStorage.setItem(posted + name, local);
  } catch {
    // A browser without storage brings it again, and the server writes it once.
  }
  forget(name);
}

/** Keeps the form's text; gives what to call when the text has been posted without leaving the page by the form. */
export function enhance(form) {
  const fields = () => [...form.elements].filter((one) => one.name && one.matches("textarea, select, input:not([type=hidden], [type=submit], [type=file])"));
  const state = form.querySelector("[data-draft-saved]");
  const refused = form.dataset.refused === "true";
  const returned = performance.getEntriesByType("navigation")[0]?.type === "back_forward";
  const onServer = form.dataset.draftServer === "true";
  // The browser's list of what was typed before is in the way of ours. Without script it stays, since with it Back brings
  // the text again.
  for (const one of fields()) if (!one.hasAttribute("autocomplete")) one.autocomplete = "off";
  let writer = crypto.randomUUID();
  const draft = { id: Number(form.elements.draftId?.value ?? 0), version: Number(form.elements.draftVersion?.value ?? 0) };
  const prefilled = draft.id > 0;
  const untouched = JSON.stringify(values());
  let kept = true;
  let dirty = false; // there is something the server does not have
  let waiting;
  let sending;
  let busy = null;
  let left = false;
  let toldOfBegun = false;

  const before = early();
  begin();
  goOnBehind(before);
  form.addEventListener("input", (event) => {
    if (event.isTrusted || event.detail !== "draft") typed();
  });
  form.addEventListener("submit", (event) => {
    clearTimeout(waiting);
    clearTimeout(sending);
    keep();
    // A save on its way arrives before the post, which then knows what to throw away.
    if (busy && !event.defaultPrevented) {
      event.preventDefault();
      event.submitter?.dispatchEvent(new CustomEvent("hilft:sending", { bubbles: true }));
      busy.finally(() => form.requestSubmit(event.submitter));
      return;
    }
    left = !event.defaultPrevented;
    // Pictures on their way may still hold it back; what holds back a second press does not.
    setTimeout(() => {
      if (!event.defaultPrevented || form.dataset.sent) return;
      left = false;
      later();
    });
  });
  if (!returned) {
    // whoever opens the form anew, perhaps with what they have just taken back, goes on with it
    if (!done.has(name())) unmark();
  } else {
    // some browsers bring the text again only now
    if (document.readyState === "complete") clear();
    else addEventListener("load", () => setTimeout(clear), { once: true });
  }
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    clear();
    left = false;
    writer = crypto.randomUUID(); // the old name may have been inherited
  });
  addEventListener("pagehide", () => {
    if (form.dataset.unneeded) {
      forget(name());
      return;
    }
    if (left) return;
    if (waiting) keep();
    if (!onServer || (!dirty && !busy)) return;
    // No answer is heard any more: whoever goes on in this browser inherits the name, and so what was saved under it.
    write(false, writer);
    if (dirty) send(true);
  });
  // What is kept costs nothing to leave, and nobody is asked; only where it is kept nowhere a warning is due.
  addEventListener("beforeunload", (event) => {
    if (!left && !kept && (dirty || !onServer) && fields().some(changed)) event.preventDefault();
  });
  addEventListener("storage", (event) => {
    if (event.key !== key() || dirty || JSON.stringify(values()) !== untouched) return;
    const local = read();
    if (local) goOnWith(local);
  });
  addEventListener("online", later);

  return {
    async posted() {
      left = true;
      clearTimeout(waiting);
      clearTimeout(sending);
      await busy;
      forget(name());
      if (draft.id) await call("DELETE", `/me/drafts/${draft.id}`, undefined, { patience, alive: true }).catch(() => {});
    },
  };

  // A question that another page proposes is kept beside the one that was begun before, until each has its place on the server.
  function name() {
    return form.dataset.proposed || form.dataset.draft;
  }

  function key() {
    return prefix + name();
  }

  function values() {
    return Object.fromEntries(fields().filter(hasValue).map((one) => [one.name, one.value]));
  }

  function typed() {
    clearTimeout(waiting);
    waiting = setTimeout(keep, soon);
    if (onServer) say("saving");
  }

  function begin() {
    const local = read();
    if (form.dataset.proposed) {
      busy = putAside().finally(() => {
        busy = null;
        later();
      });
    }
    if (refused && !returned) {
      // What the server sent back is as new as anything that is kept.
      if (local?.id && !prefilled) Object.assign(draft, { id: local.id, version: local.version });
      tell();
      dirty = onServer;
      later();
    } else if (prefilled) {
      if (local && !local.synced && JSON.stringify(local.values) !== untouched) goOnWith(local);
      else say("saved");
    } else if (local?.synced && !onServer) {
      // it belongs to whoever was signed in here, and waits for them on the server
      return;
    } else if (local) {
      // the server has been told of it and does not have it any more: it was posted or thrown away elsewhere
      if (local.synced && onServer && !refused && !form.dataset.draftLook) forget(name());
      else goOnWith(local);
    } else if (form.dataset.typed) {
      typed();
    }
    if (onServer && form.dataset.draftLook && !prefilled) whenNear(look);
  }

  // What had been begun at the place stays reachable: among the drafts if the server can have it, else where it is.
  async function putAside() {
    const begun = read(prefix + form.dataset.draft);
    if (!begun || begun.synced) {
      if (onServer && (await isBegun())) await tellOfBegun("/drafts", state.dataset.drafts);
      return;
    }
    let link = "/ask";
    let linkText = form.dataset.begunLink;
    if (onServer) {
      try {
        await call("POST", "/me/drafts", { place: form.dataset.draft, writer: begun.heir ?? crypto.randomUUID(), id: begun.id, version: begun.version, ...textOf(begun.values) }, { patience });
        forget(form.dataset.draft);
        link = "/drafts";
        linkText = state.dataset.drafts;
      } catch {
        // It stays in this browser.
      }
    }
    tellOfBegun(link, linkText);
  }

  async function isBegun() {
    try {
      return (await call("GET", `/me/drafts?place=${encodeURIComponent(form.dataset.draft)}`, undefined, { patience })).items.length > 0;
    } catch {
      return false; // told when the proposal is saved
    }
  }

  // Once, whether it was in this browser or on the server alone.
  async function tellOfBegun(link, linkText) {
    if (toldOfBegun) return;
    toldOfBegun = true;
    const { toast } = await import("./toast.js");
    toast(form.dataset.begun, { link, linkText, stays: true, before: form.firstElementChild });
  }

  // What was typed before this ran; a browser that goes back fills in what may have been posted.
  function early() {
    const texts = returned || refused ? [] : fields().filter((one) => one.tagName !== "SELECT" && changed(one));
    return texts.map((one) => [one, one.value]);
  }

  // Whoever began to write before the scripts had come goes on behind the draft that came with them.
  function goOnBehind(texts) {
    for (const [field, text] of texts) {
      if (field.tagName !== "TEXTAREA" || field.value.includes(text)) continue;
      field.value = text.startsWith(field.value) ? text : `${field.value}\n\n${text}`;
    }
    if (texts.length) typed();
  }

  function read(from = key()) {
    try {
      const local = JSON.parse(localStorage.getItem(from));
      return local && Date.now() - local.at < days * 86_400_000 ? local : null;
    } catch {
      return null;
    }
  }

  function goOnWith(local) {
    draft.id = local.id ?? draft.id;
    draft.version = local.version ?? draft.version;
    fill(local.values, local.base);
    const folded = form.closest("details");
    if (folded) folded.open = true;
    if (local.heir) {
      writer = local.heir;
      write(false);
    }
    dirty = onServer && !local.synced;
    say(local.synced ? "saved" : "local");
    later();
  }

  function fill(from, base) {
    for (const one of fields()) {
      const value = from[one.name];
      if (value === undefined) continue;
      if (one.type === "radio" || one.type === "checkbox") one.checked = one.value === value;
      else one.value = value;
      one.dispatchEvent(new CustomEvent("input", { bubbles: true, detail: "draft" }));
    }
    // against the version it began with: what others have saved since is a conflict, and not overwritten
    if (form.elements.version && base) form.elements.version.value = base;
    tell();
  }

  // Who comes back to a form whose text is published finds it as it was before they wrote, ready for another text.
  function clear() {
    let sent;
    try {
      sent = sessionStorage.getItem(posted + name());
    } catch {
      return;
    }
    if (!sent || JSON.stringify(JSON.parse(sent).values) !== JSON.stringify(values())) return;
    unmark();
    clearTimeout(waiting);
    clearTimeout(sending);
    dirty = false;
    for (const one of fields()) {
      if (one.tagName === "SELECT") one.selectedIndex = Math.max(0, [...one.options].findIndex((option) => option.defaultSelected));
      else if (one.type === "radio" || one.type === "checkbox") one.checked = one.defaultChecked;
      else one.value = prefilled || refused ? "" : one.defaultValue;
      one.dispatchEvent(new CustomEvent("input", { bubbles: true, detail: "draft" }));
    }
    if (form.elements.once) form.elements.once.value = `form-${crypto.randomUUID()}`;
    Object.assign(draft, { id: 0, version: 0 });
    tell();
    forget(name());
    if (state) state.hidden = true;
  }

  function unmark() {
    try {
      sessionStorage.removeItem(posted + name());
    } catch {
      // Without storage there is no mark.
    }
  }

  function tell() {
    if (form.elements.draftId) form.elements.draftId.value = draft.id || "";
    if (form.elements.draftVersion) form.elements.draftVersion.value = draft.id ? draft.version : "";
  }

  function base() {
    return form.elements.version ? Number(form.elements.version.value) : undefined;
  }

  function isEmpty() {
    return fields().every((one) => one.tagName === "SELECT" || !one.value.trim());
  }

  function keep() {
    waiting = undefined;
    const nothing = prefilled ? isEmpty() : !fields().some(changed);
    if (nothing && !refused) {
      write(null);
      if (state) state.hidden = true;
      if (draft.id && !left) empty();
      return;
    }
    dirty = onServer;
    write(false);
    if (!onServer) say("local");
    later();
  }

  function write(synced, heir) {
    try {
      if (synced === null) localStorage.removeItem(key());
      else localStorage.setItem(key(), JSON.stringify({ at: Date.now(), values: values(), base: base(), synced, heir, ...draft }));
      kept = true;
    } catch {
      kept = false;
    }
  }

  // Its author has taken every word back.
  async function empty() {
    await busy;
    const { id } = draft;
    dirty = false;
    Object.assign(draft, { id: 0, version: 0 });
    tell();
    await call("DELETE", `/me/drafts/${id}`, undefined, { patience }).catch(() => {});
  }

  function later(wait = pause) {
    if (!onServer || !dirty || left) return;
    clearTimeout(sending);
    sending = setTimeout(save, wait);
  }

  function save() {
    if (busy || !dirty || left) return;
    busy = send(false).finally(() => {
      busy = null;
    });
  }

  async function send(alive) {
    dirty = false;
    say("saving");
    try {
      const text = { ...textOf(values()), base: base() };
      took(await call("POST", "/me/drafts", { place: form.dataset.draft, writer, ...draft, ...text }, { patience, alive }));
      later();
    } catch (problem) {
      dirty = true;
      if (problem.status === 401) say("signedOut");
      else if (problem.status && problem.status < 500 && problem.status !== 429) say("local", problem.errors?.[0]?.message ?? problem.message);
      else {
        say("local");
        later(again);
      }
    }
  }

  function took(saved) {
    for (const line of form.querySelectorAll("[data-log-in]")) line.hidden = true;
    Object.assign(draft, { id: saved.id, version: saved.version });
    tell();
    if (saved.place !== form.dataset.draft) {
      form.dataset.draft = saved.place;
      warn("moved");
    } else if (saved.setAside) {
      if (form.dataset.proposed) tellOfBegun("/drafts", state.dataset.drafts);
      else warn("other");
    }
    if (form.dataset.proposed) goOnFrom(saved.place);
    if (waiting || dirty) return;
    write(true);
    say("saved");
  }

  // Whoever loads the page anew goes on with what they have made of the proposal.
  function goOnFrom(place) {
    const address = new URL(location.href);
    address.searchParams.delete("about");
    address.searchParams.set("draft", place);
    history.replaceState(history.state, "", address);
  }

  // The page is the same for many readings, so it does not know; whoever comes near the form is likely to write.
  async function look() {
    const before = JSON.stringify(values());
    let found;
    try {
      [found] = (await call("GET", `/me/drafts?place=${encodeURIComponent(form.dataset.draft)}`, undefined, { patience })).items;
    } catch {
      return;
    }
    if (dirty || busy || left || waiting || JSON.stringify(values()) !== before) return;
    if (found && (found.id !== draft.id || found.version !== draft.version)) {
      Object.assign(draft, { id: found.id, version: found.version });
      fill(found, found.base);
      write(true);
      say("saved");
    } else if (!found && draft.id) {
      Object.assign(draft, { id: 0, version: 0 });
      for (const one of fields()) if ("defaultValue" in one) one.value = one.defaultValue;
      tell();
      write(null);
      if (state) state.hidden = true;
    }
  }

  function whenNear(then) {
    let once = () => {
      once = () => {};
      near.disconnect();
      then();
    };
    const near = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && once(), { rootMargin: "400px" });
    near.observe(form);
    form.addEventListener("focusin", () => once(), { once: true });
  }

  function say(what, text) {
    if (!state) return;
    state.hidden = false;
    state.dataset.state = what;
    state.querySelector("[data-draft-words]").textContent = text ?? state.dataset[what];
  }

  async function warn(what) {
    if (!state) return;
    const { toast } = await import("./toast.js");
    const foot = form.querySelector(":scope > .button-row");
    toast(state.dataset[what], { link: "/drafts", linkText: state.dataset.drafts, stays: true, before: foot });
  }
}

function textOf({ title, category, tags, reason, body }) {
  return { title, category, tags, reason, body };
}

function hasValue(field) {
  return field.type === "radio" || field.type === "checkbox" ? field.checked : true;
}

function changed(field) {
  if (field.type === "radio" || field.type === "checkbox") return field.checked !== field.defaultChecked;
  if (field.tagName === "SELECT") return [...field.options].some((one) => one.selected !== one.defaultSelected) && field.value !== "";
  return field.value !== field.defaultValue;
}
