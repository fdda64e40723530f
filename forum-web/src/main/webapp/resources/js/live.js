// What is still on its way is looked at again every few seconds, while the page is seen; nothing under the hand moves.
import { refreshTimes } from "./time.js";

const parts = ["tabs", "list", "open", "progress"];
const page = document.querySelector("[data-live]");
if (page.dataset.live) setTimeout(look, page.dataset.live * 1000);

async function look() {
  const again = Number(page.dataset.live) * 1000;
  if (document.visibilityState !== "visible") {
    document.addEventListener("visibilitychange", look, { once: true });
    return;
  }
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" }, credentials: "same-origin", redirect: "error" });
    if (answer.ok) {
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const name of parts) renew(document.getElementById(name), fresh.getElementById(name));
      page.dataset.live = fresh.querySelector("[data-live]")?.dataset.live ?? "";
    }
  } catch {
    // gone for a moment: the next look may find it again
  }
  if (page.dataset.live) setTimeout(look, again);
}

function renew(old, fresh) {
  if (!old || !fresh || old.contains(document.activeElement) || old.matches("#list:hover")) return;
  refreshTimes(fresh);
  if (old.innerHTML !== fresh.innerHTML) old.replaceChildren(...fresh.childNodes);
}
