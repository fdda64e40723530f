// While a post for a channel is written, the server says how long it is, what it costs and what is wrong with it.
import { call } from "./api.js";

for (const form of document.querySelectorAll("form[data-measure]")) enhance(form);

function enhance(form) {
  const text = form.querySelector("#text");
  const replyTo = form.querySelector("#replyTo");
  const count = form.querySelector("[data-count]");
  const cost = form.querySelector("[data-cost]");
  const preview = document.querySelector("[data-preview-text]");
  const reply = document.querySelector("[data-preview-reply]");
  const number = new Intl.NumberFormat(document.documentElement.lang);
  const money = new Intl.NumberFormat(document.documentElement.lang, { style: "currency", currency: "USD", minimumFractionDigits: 2, maximumFractionDigits: 3 });
  let waiting;
  let asked = `${text.value}\n${replyTo.value}`;

  form.addEventListener("input", () => {
    show();
    clearTimeout(waiting);
    waiting = setTimeout(measure, 350);
  });
  show();

  function show() {
    const parts = text.value.split(form.dataset.link);
    preview.replaceChildren(...parts.flatMap((part, place) => (place === 0 ? [part] : [link(), part])));
    reply.hidden = !replyTo.value.trim();
  }

  function link() {
    const mark = document.createElement("mark");
    mark.className = "linkout-link";
    mark.textContent = form.dataset.link;
    return mark;
  }

  async function measure() {
    const now = `${text.value}\n${replyTo.value}`;
    if (now === asked) return;
    asked = now;
    try {
      const measured = await call("POST", "/link-outs/measure", {
        channel: form.dataset.measure,
        text: text.value,
        replyTo: replyTo.value.trim() || undefined,
      });
      if (asked === now) tell(measured);
    } catch {
      asked = ""; // the server judges again when the form is sent
    }
  }

  function tell(measured) {
    const over = measured.length - measured.max;
    count.textContent = over > 0
      ? fill(count.dataset.over, number.format(over))
      : fill(count.dataset.count, number.format(measured.length), number.format(measured.max));
    count.classList.toggle("is-over", over > 0);
    cost.textContent = fill(cost.dataset.cost, money.format(measured.cost));
    for (const price of document.querySelectorAll("[data-price]")) {
      price.classList.toggle("is-this", Number(price.dataset.price) === measured.cost);
    }
    for (const field of [text, replyTo]) {
      const wrong = measured.problems.find((problem) => problem.field === field.id);
      const line = document.getElementById(`${field.id}-live`);
      document.getElementById(`${field.id}-error`)?.remove();
      field.setAttribute("aria-invalid", String(Boolean(wrong)));
      line.hidden = !wrong;
      line.textContent = wrong ? wrong.message : "";
    }
  }
}

function fill(words, ...values) {
  return words.replace(/\{(\d)\}/g, (_, place) => values[place]);
}
