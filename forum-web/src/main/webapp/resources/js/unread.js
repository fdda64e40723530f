// A mark of what is new goes when its thread was read: in this tab, which came back to the list as it was, or in another.
let looking = false;

addEventListener("pageshow", ({ persisted }) => persisted && look());
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && look());
if (performance.getEntriesByType("navigation")[0]?.type === "back_forward") look();

async function look() {
  const marks = document.querySelectorAll(".row-fresh");
  if (looking || !marks.length) return;
  looking = true;
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" }, credentials: "same-origin", redirect: "error" });
    if (answer.ok) {
      const now = new DOMParser().parseFromString(await answer.text(), "text/html");
      const rows = new Map([...now.querySelectorAll(".row-title")].map((title) => [thread(title), title]));
      // what is in the list no more keeps what it had
      for (const mark of marks) if (rows.get(thread(mark.parentElement))?.querySelector(".row-fresh") === null) mark.remove();
    }
  } catch {
    // gone for a moment: the next look may tell
  }
  looking = false;
}

function thread(title) {
  return title.querySelector("a").getAttribute("href");
}
