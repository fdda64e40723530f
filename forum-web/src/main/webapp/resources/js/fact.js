// Votes, me-too and following without leaving the page. Each is a plain form that works without this;
// data-fact names the resource under /api/v1, data-on says whether the fact stands.
import { call } from "./api.js";
import { toast } from "./toast.js";

document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-fact]");
  if (!form || event.defaultPrevented) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  toggle(form);
}, true);

async function toggle(form) {
  const group = form.closest("[data-fact-group]") ?? form;
  if (group.dataset.busy) return;
  group.dataset.busy = "true";
  const on = form.dataset.on !== "true";
  const value = form.dataset.value ? Number(form.dataset.value) : undefined;
  const undo = apply(form, on);
  const unfollow = follow(form, on);
  try {
    await call(on ? "PUT" : "DELETE", form.dataset.fact, on && value !== undefined ? { value } : undefined);
  } catch (problem) {
    undo();
    unfollow();
    if (problem.status === 401) location.href = `/login?returnTo=${encodeURIComponent(location.pathname + location.search)}`;
    else toast(problem.status ? problem.message : document.body.dataset.unreachable);
  } finally {
    delete group.dataset.busy;
  }
}

// Shown at once and taken back if the server says no.
function apply(form, on) {
  const group = form.closest("[data-fact-group]") ?? form;
  const forms = [...group.querySelectorAll("form[data-fact]")].concat(group === form ? [form] : []);
  const before = forms.map((one) => one.dataset.on);
  const score = group.querySelector("[data-score]");
  const affected = form.dataset.follows === undefined ? null : document.querySelector("[data-me-too]");
  const scoreBefore = score?.textContent;
  let change = 0;
  for (const one of forms) {
    const was = one.dataset.on === "true";
    const is = one === form ? on : on ? false : was;
    if (was !== is) change += (is ? 1 : -1) * Number(one.dataset.value ?? 1);
    mark(one, is);
  }
  if (score) {
    score.dataset.score = String(Number(score.dataset.score) + change);
    score.textContent = new Intl.NumberFormat(document.documentElement.lang).format(Number(score.dataset.score));
  }
  tell(affected, change);
  return () => {
    tell(affected, -change);
    forms.forEach((one, place) => mark(one, before[place] === "true"));
    if (score) {
      score.dataset.score = String(Number(score.dataset.score) - change);
      score.textContent = scoreBefore;
    }
  };
}

// How many have the same problem stands above the thread, too.
function tell(fact, change) {
  if (!fact || change === 0) return;
  const count = Number(fact.dataset.meToo) + change;
  const words = count === 0 ? fact.dataset.none : count === 1 ? fact.dataset.one : fact.dataset.many;
  fact.dataset.meToo = String(count);
  fact.querySelector("span").textContent = words.replace("{0}", new Intl.NumberFormat(document.documentElement.lang).format(count));
}

// Whoever says "me too" follows, and stops following with it unless there was another reason. Gives what takes it back.
function follow(form, on) {
  const other = document.getElementById("follow");
  const { why } = other?.dataset ?? {};
  if (form.dataset.follows === undefined || !other || (other.dataset.on === "true") === on || (!on && why !== "me_too")) return () => {};
  mark(other, on);
  other.dataset.why = on ? "me_too" : "";
  if (on) other.querySelector("p").textContent = form.dataset.follows;
  return () => {
    mark(other, !on);
    other.dataset.why = why;
    if (!on) other.querySelector("p").textContent = form.dataset.follows;
  };
}

function mark(form, on) {
  form.dataset.on = String(on);
  const input = form.querySelector("input[name=on]");
  if (input) input.value = String(!on);
  const button = form.querySelector("button");
  if (button.hasAttribute("aria-pressed")) button.setAttribute("aria-pressed", String(on));
  for (const words of form.querySelectorAll("[data-on]")) words.textContent = on ? words.dataset.on : words.dataset.off;
  const [off, standing] = form.dataset.icons?.split(" ") ?? [];
  const icon = standing && form.querySelector("use");
  if (icon) icon.setAttribute("href", icon.getAttribute("href").replace(/#.*/, `#${on ? standing : off}`));
  button.classList.toggle("is-on", on && button.classList.contains("button"));
}
