import { toast } from "./toast.js";

for (const button of document.querySelectorAll("[data-share]")) {
  button.addEventListener("click", async () => {
    const url = new URL(button.dataset.share, location.href).href;
    try {
      if (navigator.share && matchMedia("(pointer: coarse)").matches) await navigator.share({ title: document.title, url });
      else {
        await navigator.clipboard.writeText(url);
        toast(button.dataset.copied);
      }
    } catch (problem) {
      if (problem.name !== "AbortError") toast(url, { stays: true });
    }
  });
}
