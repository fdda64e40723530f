// Sharing without leaving the page: by the device's own way, where there is one, or by copying the link.
import { toast } from "./toast.js";

offerOwn(document);
// posts that arrive while the thread is read have menus, too
document.addEventListener("toggle", ({ target }) => offerOwn(target), true);

function offerOwn(part) {
  for (const button of part.querySelectorAll("[data-native]")) button.hidden = !navigator.share;
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-share]");
  if (!button) return;
  const url = new URL(button.dataset.share, location.href).href;
  const menu = button.closest("details.menu");
  if (menu) {
    menu.querySelector("summary").focus();
    menu.open = false;
  }
  try {
    if (button.matches("[data-native]")) await navigator.share({ title: document.title, url });
    else {
      await navigator.clipboard.writeText(url);
      toast(button.dataset.copied);
    }
  } catch (problem) {
    if (problem.name !== "AbortError") toast(url, { stays: true });
  }
});
