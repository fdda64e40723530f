// What is said at the foot: by the page that comes after a form, or by a script. Whatever is said can be closed; what can be
// taken back is offered for as long as others are not told of it, and then goes. What stays has a place in the page, where it
// lies over nothing.
let region = document.querySelector(".toasts");

for (const box of document.querySelectorAll("[data-flash] .toast")) {
  const undo = box.querySelector("[data-undo-seconds]");
  closable(box);
  if (undo) end(box, undo.dataset.undoSeconds);
}

function regionOfToasts() {
  if (!region) {
    region = document.createElement("div");
    region.className = "toasts";
    region.setAttribute("role", "status");
    document.body.append(region);
  }
  return region;
}

export function toast(text, { link, linkText, undo, undoText, undoSeconds, stays = false, before } = {}) {
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
  closable(box);
  if (before) {
    box.setAttribute("role", "status");
    before.before(box);
  } else {
    regionOfToasts().append(box);
  }
  if (undo) end(box, undoSeconds);
  else if (!stays) setTimeout(() => box.remove(), 7000);
}

function closable(box) {
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = "×";
  close.setAttribute("aria-label", document.body.dataset.close);
  close.addEventListener("click", () => box.remove());
  box.append(close);
}

// Whoever is at the button by keyboard does not lose their place in the page: the one that closes stays.
function end(box, seconds) {
  setTimeout(() => {
    if (!box.contains(document.activeElement)) {
      box.remove();
      return;
    }
    box.querySelector("form").remove();
    box.querySelector("button").focus();
  }, Number(seconds) * 1000);
}
