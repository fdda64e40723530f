// How much is unread, as it is told while the page is open: whoever hears of it sends hilft:unread with {unread: n}.
const MOST = 99;
const title = document.title;
const bell = document.querySelector(".bell");
const places = [bell, document.querySelector('.bottombar a[href="/notifications"]')].filter(Boolean);

document.addEventListener("hilft:unread", (event) => {
  const unread = Number(event.detail?.unread);
  if (Number.isInteger(unread) && unread >= 0) show(unread);
});

function show(unread) {
  const short = unread > MOST ? `${MOST}+` : String(unread);
  for (const place of places) {
    let count = place.querySelector(".bell-count");
    if (!count && unread > 0) {
      count = document.createElement("span");
      count.className = "bell-count";
      count.setAttribute("aria-hidden", "true");
      place.querySelector(".icon").after(count);
    }
    if (count) {
      count.textContent = short;
      count.hidden = unread === 0;
    }
  }
  bell.setAttribute("aria-label", label(unread));
  document.title = unread > 0 ? `(${short}) ${title}` : title;
}

function label(unread) {
  if (unread === 0) return bell.dataset.none;
  if (unread === 1) return bell.dataset.one;
  return bell.dataset.many.replace("{0}", new Intl.NumberFormat(document.documentElement.lang).format(unread));
}
