// New answers while the thread is read: a button counts them, and nothing moves until it is pressed. Then they are put
// where a fresh page has them; what stands on another page is gone to.
import { refreshTimes } from "./time.js";

const bar = document.querySelector("[data-thread]");
const button = bar.querySelector("a");
const thread = Number(bar.dataset.thread);
let since = Number(bar.dataset.since);
let fresh = [];

document.addEventListener("hilft:answers", ({ detail }) => {
  if (detail.question !== thread) return;
  fresh = detail.answers.filter((one) => one.at > since && !document.getElementById(`answer-${one.id}`));
  show();
});

function show() {
  const count = fresh.length;
  button.hidden = count === 0;
  if (count === 0) return;
  button.href = `/answers/${fresh.at(-1).id}`;
  button.querySelector("span").textContent = (count === 1 ? bar.dataset.one : bar.dataset.many).replace("{0}", count);
}

button.addEventListener("click", async (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || !document.getElementById("answers")) return;
  event.preventDefault();
  const href = button.href;
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" }, credentials: "same-origin" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const first = insert(page);
    if (!answer.ok || !first) throw new Error("elsewhere");
    first.scrollIntoView({ block: "start" });
    first.focus({ preventScroll: true });
  } catch {
    location.assign(href);
  }
});

function insert(page) {
  let first;
  for (const { id, at } of fresh.toReversed()) {
    const post = page.getElementById(`answer-${id}`);
    if (!post) return undefined;
    since = Math.max(since, at);
    const copy = document.importNode(post, true);
    copy.classList.add("is-fresh");
    copy.tabIndex = -1;
    place(copy, post);
    refreshTimes(copy);
    first ??= copy;
  }
  const heading = document.querySelector("#answers h2");
  if (heading) heading.textContent = page.querySelector("#answers h2")?.textContent ?? heading.textContent;
  fresh = [];
  show();
  return first;
}

// Before the next one that is here already, else behind the last.
function place(copy, post) {
  for (let next = post.nextElementSibling; next; next = next.nextElementSibling) {
    const here = next.id.startsWith("answer-") && document.getElementById(next.id);
    if (here) return here.before(copy);
  }
  const all = document.querySelectorAll("article.post");
  all[all.length - 1].after(copy);
}
