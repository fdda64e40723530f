// What a question should tell stands in the empty text as soon as the category is chosen; what somebody has written stays.
// Below the category stands what applies in it.
const news = document.querySelector("[data-templates]");
const body = document.getElementById(news.dataset.templates);
const category = body.form.elements.category;
const templates = new Map([...document.querySelectorAll("template[data-template-of]")].map((one) => [one.dataset.templateOf, one.content.textContent]));

category.addEventListener("change", offer);
offer();

function offer() {
  for (const rules of document.querySelectorAll("[data-rules-of]")) rules.dataset.chosen = rules.dataset.rulesOf === category.value;
  const template = templates.get(category.value) ?? "";
  const written = body.value.trim() && ![...templates.values()].some((one) => one.trim() === body.value.trim());
  if (written || body.value === template) return;
  body.value = template;
  news.textContent = template ? news.dataset.taken : "";
  // not typed: nobody would miss it
  body.dispatchEvent(new CustomEvent("input", { bubbles: true, detail: "draft" }));
}
