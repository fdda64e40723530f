// A thread that may hold the answer: its solution is read in place, and said to have helped or to be the same.
import { call } from "./api.js";

const patience = 5000;

export function suggestion(item, template, on) {
  const line = template.content.firstElementChild.cloneNode(true);
  const details = line.querySelector("details");
  const body = line.querySelector(".suggestion-body");
  const words = body.dataset;
  let loading;
  line.dataset.id = item.id;
  line.classList.toggle("is-solved", item.solved);
  line.querySelector(".suggestion-title").textContent = item.title;
  line.querySelector("a").href = item.url;
  line.querySelector("summary").addEventListener("pointerenter", load, { once: true });
  details.addEventListener("toggle", () => {
    if (details.open) {
      load();
      on.open(item);
    }
  });
  deed("solve", on.solve);
  deed("me-too", on.meToo);
  return line;

  function deed(name, does) {
    body.querySelector(`[data-deed="${name}"]`).addEventListener("click", () => does(item));
  }

  function load() {
    loading ??= read().catch(() => {
      by(words.failed);
      loading = undefined;
    });
  }

  async function read() {
    const [question, answers] = await Promise.all([
      call("GET", `/questions/${item.id}`, undefined, { patience }),
      call("GET", `/questions/${item.id}/answers?limit=1`, undefined, { patience }),
    ]);
    line.querySelector(".suggestion-title").lang = question.language;
    const answer = answers.items[0];
    by(answer ? source(question, answer) : words.nothing);
    if (answer?.you.blocked) fold(answer.author);
    text(answer ? answer.bodyHtml : question.bodyHtml, answer ? answer.language : question.language);
    body.querySelector('[data-deed="solve"]').hidden = !answer;
    const meToo = body.querySelector('[data-deed="me-too"]');
    meToo.hidden = on.member && !question.you.maySayMeToo;
    meToo.setAttribute("aria-pressed", String(question.you.meToo));
    meToo.classList.toggle("is-on", question.you.meToo);
  }

  function source(question, answer) {
    const sentence = !answer.accepted ? words.answer : answer.official ? words.official : words.solution;
    return sentence.replace("{0}", name(answer.author)).replace("{1}", name(question.author));
  }

  function name(author) {
    return author.displayName || words.gone;
  }

  function by(sentence) {
    body.querySelector(".suggestion-by").textContent = sentence;
  }

  function text(html, language) {
    const prose = body.querySelector(".prose");
    prose.innerHTML = html; // sanitised by the same renderer that writes the pages
    prose.lang = language;
    prose.hidden = false;
    reach();
  }

  // as on the page of the thread
  function fold(author) {
    const folded = document.createElement("details");
    folded.className = "folded";
    const summary = document.createElement("summary");
    summary.textContent = words.folded.replace("{0}", name(author));
    const prose = body.querySelector(".prose");
    prose.replaceWith(folded);
    folded.append(summary, prose);
    folded.addEventListener("toggle", reach);
  }

  // what is too long scrolls in place, by keyboard too
  function reach() {
    const prose = body.querySelector(".prose");
    if (prose.scrollHeight > prose.clientHeight) {
      prose.tabIndex = 0;
      prose.setAttribute("role", "group");
      prose.setAttribute("aria-label", words.text);
    }
  }
}
