// While a question is written, threads that may already hold the answer stand below its title. Nothing here is in the way
// of asking: an answer that is late or does not come changes nothing, and the place is as large empty as it is full.
import { call } from "./api.js";
import { asking } from "./asking.js";
import { suggestion } from "./suggestion.js";
import { toast } from "./toast.js";

const shortest = 10; // characters of a title that are enough to look
const pause = 200; // after the last key (ms)
const patience = 2000;
const room = 3; // threads that are seen at once
const most = 6;
const beginning = 300; // characters of the body that are looked at
const quiet = 800; // before a change is announced (ms)

const panel = document.querySelector("[data-similar]");
const title = document.getElementById(panel.dataset.similar);
const body = document.getElementById(panel.dataset.body);
const form = title.form;
const list = panel.querySelector("ul");
const member = panel.dataset.member === "true";
const left = new URLSearchParams(location.search).get("after"); // the thread that did not help
const mine = asking(form, title);

let waiting;
let running = false;
let asked = "";
let adopted = false;
let announcing;

for (const field of [title, body]) {
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, pause);
  });
  // what came while somebody was reading in the panel was left out, and is asked again when they come back
  field.addEventListener("focus", look);
}
look();

// The blank after the last word stays: it tells that the word is whole.
function question() {
  const text = title.value.trimStart();
  if (text.trimEnd().length < shortest) return "";
  const more = body.value.trim();
  return more ? `${text}\n${more.slice(0, beginning)}` : text;
}

// Never more than one at a time: what was typed meanwhile is asked when the answer is there.
async function look() {
  waiting = undefined;
  if (running) return;
  resume();
  const text = question();
  if (text === asked) return;
  asked = text;
  if (!text) {
    show([]);
    return;
  }
  running = true;
  let items;
  try {
    ({ items } = await call("GET", `/similar?limit=${most}&text=${encodeURIComponent(text)}`, undefined, { patience }));
  } catch {
    // what is shown stays, and the same text may be asked again
    items = undefined;
    asked = "";
  }
  running = false;
  if (question() !== text) {
    if (!waiting) look();
  } else if (items) {
    show(items.filter((item) => item.band !== "none" && String(item.id) !== left));
  }
}

function show(items) {
  const open = [...list.children].filter((line) => line.querySelector("details").open);
  // what somebody reads or has in the hand stays as it is
  if (panel.contains(document.activeElement) || (open.length && document.activeElement !== title)) {
    asked = "";
    return;
  }
  const sorted = [...items.filter((item) => item.solved), ...items.filter((item) => !item.solved)];
  const known = new Map([...list.children].map((line) => [line.dataset.id, line]));
  const lines = sorted.map((item) => known.get(String(item.id)) ?? line(item));
  list.replaceChildren(...open.filter((one) => !lines.includes(one)), ...lines);
  limit(sorted.length);
  const empty = panel.querySelector("[data-similar-empty]");
  empty.hidden = sorted.length > 0;
  empty.textContent = asked ? empty.dataset.similarNew : empty.dataset.similarEmpty;
  panel.classList.toggle("has-found", sorted.length > 0);
  mine.show(sorted.slice(0, room));
  announce(sorted);
}

function line(item) {
  const template = panel.querySelector('[data-template="suggestion"]');
  return suggestion(item, template, { member, open: (one) => mine.tell("opened", one), solve, meToo });
}

function limit(found) {
  const more = panel.querySelector("[data-similar-more]");
  [...list.children].forEach((one, place) => {
    one.hidden = place >= room && !one.querySelector("details").open;
  });
  more.hidden = found <= room;
  more.textContent = more.dataset.similarMore.replace("{0}", found - room);
}

panel.querySelector("[data-similar-more]").addEventListener("click", (event) => {
  const hidden = [...list.children].filter((one) => one.hidden);
  for (const one of hidden) one.hidden = false;
  event.currentTarget.hidden = true;
  hidden[0]?.querySelector("summary").focus();
});

function announce(items) {
  const words = panel.dataset;
  const solved = items.filter((item) => item.solved).length;
  const found = items.length === 1 ? words.one : words.many.replace("{0}", items.length);
  const sentence = items.length ? `${found}, ${solved ? words.solved.replace("{0}", solved) : words.unsolved}` : "";
  const again = document.querySelector("[data-similar-again]");
  again.hidden = !sentence;
  again.querySelector("span").textContent = sentence;
  clearTimeout(announcing);
  announcing = setTimeout(() => {
    const status = panel.querySelector("[role=status]");
    if (status.textContent !== sentence) status.textContent = sentence;
  }, quiet);
}

function solve(item) {
  mine.tell("solved", item);
  thank("solve", item);
}

async function meToo(item) {
  if (!member) {
    mine.logIn(item);
    return;
  }
  try {
    await call("PUT", `/questions/${item.id}/me-too`);
    await call("PUT", `/questions/${item.id}/subscription`);
    mine.tell("me_too", item);
    thank("me-too", item);
  } catch (problem) {
    if (problem.status === 401) mine.logIn(item);
    else if (problem.status) toast(problem.message);
  }
}

// Somebody who had to log in for it has said it already.
function resume() {
  if (adopted || title.value.trim().length < shortest) return;
  adopted = true;
  const wanted = mine.adopt();
  if (wanted && member) meToo(wanted);
}

function thank(what, item) {
  const thanks = panel.querySelector(`[data-template="${what}"]`).content.firstElementChild.cloneNode(true);
  const leave = thanks.querySelector('[data-deed="leave"]');
  if (what === "me-too") leave.href = item.url;
  leave.addEventListener("click", mine.end);
  thanks.querySelector('[data-deed="ask"]').addEventListener("click", () => {
    thanks.remove();
    form.classList.remove("is-answered");
    delete form.dataset.unneeded;
    title.focus();
  });
  panel.append(thanks);
  form.classList.add("is-answered");
  form.dataset.unneeded = "true"; // the draft is forgotten when somebody leaves now
  thanks.querySelector("h2").focus();
}
