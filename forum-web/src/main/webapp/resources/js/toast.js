let region;

function regionOfToasts() {
  if (!region) {
    region = document.createElement("div");
    region.className = "toasts";
    region.setAttribute("role", "status");
    document.body.append(region);
  }
  return region;
}

export function toast(text, { link, linkText, undo, undoText, stays = false } = {}) {
  const box = document.createElement("div");
  box.className = "toast";
  const words = document.createElement("span");
  words.textContent = text;
  box.append(words);
  if (link) {
    const anchor = document.createElement("a");
    anchor.href = link;
    anchor.textContent = linkText;
    box.append(anchor);
  }
  if (undo) {
    const form = document.createElement("form");
    form.method = "post";
    form.action = undo;
    const button = document.createElement("button");
    button.className = "toast-undo";
    button.textContent = undoText;
    form.append(button);
    box.append(form);
  }
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = "×";
  close.setAttribute("aria-label", document.body.dataset.close);
  close.addEventListener("click", () => box.remove());
  box.append(close);
  regionOfToasts().append(box);
  if (!stays) setTimeout(() => box.remove(), 7000);
}
