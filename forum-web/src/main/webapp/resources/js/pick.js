// Says on the button how many members are ticked; the form works without it.
for (const form of document.querySelectorAll("form[data-pick]")) {
  const words = form.querySelector(".bulkbar button span");
  const none = words.textContent;
  const count = () => {
    const picked = form.querySelectorAll("input[name=guest]:checked").length;
    words.textContent = picked ? form.dataset.pick.replace("{0}", picked) : none;
  };
  form.addEventListener("change", count);
  addEventListener("pageshow", count);
  count();
}
