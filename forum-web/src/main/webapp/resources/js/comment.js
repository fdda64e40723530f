// Writing a comment where it is to stand. Without this the same links lead to the page with all comments and its form.
import { call } from "./api.js";
import { enhance as compose } from "./composer.js";
import { enhance as keep } from "./draft.js";
import { send as sending, sent } from "./main.js";

const template = document.querySelector("template[data-comment-form]");
const written = "hilft-comment-written";
let count = 0;

offerUndo();

// Back brings the page as it was left, with the form of a comment that is written by now.
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const form of document.querySelectorAll(".comment-form[data-unneeded]")) form.remove();
});

if (template) {
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-comment]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(link);
  });
}

function open(link) {
  const foot = link.parentElement;
  const known = foot.parentElement.querySelector(".comment-form");
  if (known) {
    known.hidden = false;
    show(known);
    return;
  }
  const form = template.content.firstElementChild.cloneNode(true);
  const path = link.dataset.comment;
  const error = form.querySelector(".field-error");
  number(form, ++count);
  form.dataset.draft = `comment${path.replace(/s?\//g, "-")}`;
  let draft;
  form.addEventListener("submit", (event) => send(event, form, path, error, draft));
  form.elements.body.addEventListener("input", () => refuse(form, error, ""));
  form.querySelector("button[data-cancel]").addEventListener("click", () => {
    form.hidden = true;
    link.focus();
  });
  foot.after(form);
  draft = keep(form);
  compose(form.querySelector("[data-composer]"));
  show(form);
}

// With its foot, where the button is.
function show(form) {
  form.elements.body.focus();
  form.scrollIntoView({ block: "nearest" });
}

// Each form of the page has ids of its own.
function number(form, count) {
  for (const one of form.querySelectorAll("*")) {
    for (const name of ["id", "for", "aria-controls", "aria-describedby"]) {
      const value = one.getAttribute(name);
      if (value) one.setAttribute(name, value.replaceAll("comment-text", `comment-text-${count}`));
    }
  }
}

async function send(event, form, path, error, draft) {
  event.preventDefault();
  const button = form.querySelector(".button.is-main");
  if (button.hasAttribute("aria-busy")) return;
  sending(button);
  const field = form.elements.body;
  const signedOut = form.querySelector("[data-log-in]");
  // a key belongs to one text: when no answer came, the text may be there already, and another one would be refused
  if (form.dataset.keyed !== field.value) {
    form.dataset.keyed = field.value;
    form.dataset.key = crypto.randomUUID();
  }
  try {
    const comment = await call("POST", `${path}/comments`, { body: field.value }, { key: form.dataset.key });
    await draft.posted();
    form.dataset.unneeded = "true";
    remember(comment.id, form.dataset);
    location.assign(comment.url);
  } catch (problem) {
    sent(button);
    if (problem.status) form.dataset.keyed = "";
    // the text stays where it is, and is sent again once they are back
    signedOut.hidden = problem.status !== 401;
    if (!signedOut.hidden) {
      refuse(form, error, "");
      signedOut.querySelector("a").focus();
      return;
    }
    refuse(form, error, problem.errors?.[0]?.message ?? (problem.status ? problem.message : document.body.dataset.unreachable));
    field.focus();
  }
}

// Until it is mended.
function refuse(form, error, reason) {
  error.textContent = reason;
  error.hidden = !reason;
  if (reason) form.elements.body.setAttribute("aria-invalid", "true");
  else form.elements.body.removeAttribute("aria-invalid");
}

// The page that is opened next offers to take it back, as it does after a form; it may be one without this form.
function remember(id, { published, undo, undoSeconds }) {
  try {
    sessionStorage.setItem(written, JSON.stringify({ id, published, undo, undoSeconds }));
  } catch {
    // A browser without storage offers it on the page of the comment alone.
  }
}

async function offerUndo() {
  let comment;
  try {
    comment = JSON.parse(sessionStorage.getItem(written));
    sessionStorage.removeItem(written);
  } catch {
    return;
  }
  if (!comment?.id) return;
  const { toast } = await import("./toast.js");
  const { id, published, undo, undoSeconds } = comment;
  toast(published, { undo: `/forms/undo/comment/${id}`, undoText: undo, undoSeconds });
}
