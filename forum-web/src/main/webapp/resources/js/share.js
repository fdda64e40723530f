// Sharing without leaving the page: the device's own way where there is one, else the link is copied. Links that carry
// data-share lead to the page with all ways when this does not run.
import { toast } from "./toast.js";

for (const button of document.querySelectorAll("[data-native]")) button.hidden = !navigator.share;

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-share]");
  if (!button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const url = new URL(button.dataset.share, location.href).href;
  const own = navigator.share && (button.matches("[data-native]") || (button.matches("a") && matchMedia("(pointer: coarse)").matches));
  try {
    if (own) await navigator.share({ title: document.title, url });
    else {
      await navigator.clipboard.writeText(url);
      toast(button.dataset.copied);
    }
  } catch (problem) {
    if (problem.name !== "AbortError") toast(url, { stays: true });
  }
  const menu = button.closest("details.menu");
  if (menu) menu.open = false;
});
