// The composer of an answer stays at the foot of the window while somebody goes up in the thread to read, once they have begun
// to write; folded away, or where a window is too small for both, a button leads back to what is written.
const section = document.querySelector("[data-stays]");
const form = section.querySelector("form");
const field = form.querySelector("textarea");
const fold = section.querySelector("[data-fold]");
const back = section.querySelector("[data-back]");
const large = matchMedia("(min-width: 720px) and (min-height: 600px)");
const place = document.createElement("i"); // where it stands by itself; its height tells nothing of whether it floats
let open = false;
let below = false;

place.className = "answer-place";
place.setAttribute("aria-hidden", "true");
section.before(place);
new IntersectionObserver(([seen]) => {
  below = !seen.isIntersecting && seen.boundingClientRect.top > 0;
  show();
}).observe(place);

form.addEventListener("focusin", () => set(true));
// before the composer writes the quote, so that nothing scrolls away from what is read
section.addEventListener("quote", () => set(true), { capture: true });
form.addEventListener("input", show);
form.addEventListener("focusout", ({ relatedTarget }) => {
  if (!field.value.trim() && !section.contains(relatedTarget)) set(false);
});
section.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !event.isComposing && isFloating()) close();
});
fold.addEventListener("click", close);
back.addEventListener("click", (event) => {
  event.preventDefault();
  set(true);
  if (!isFloating()) section.scrollIntoView({ block: "start" });
  field.focus({ preventScroll: true });
});
large.addEventListener("change", show);
// Whatever else is gone to is seen: it does not lie below the composer.
document.addEventListener("focusin", ({ target }) => {
  if (section.contains(target)) return;
  requestAnimationFrame(() => {
    if (document.activeElement === target && isFloating() && isCovered(target)) set(false);
  });
});

set(section.contains(document.activeElement));

function close() {
  set(false);
  field.blur();
  back.focus({ preventScroll: true });
}

function set(wanted) {
  open = wanted;
  show();
}

function show() {
  section.classList.toggle("is-open", open);
  section.classList.toggle("is-away", open && below);
  fold.hidden = !isFloating();
  back.hidden = !below || isFloating() || !field.value.trim();
}

function isFloating() {
  return open && below && large.matches;
}

function isCovered(target) {
  const box = target.getBoundingClientRect();
  return target.matches("textarea, input, select") || box.bottom > section.getBoundingClientRect().top;
}
