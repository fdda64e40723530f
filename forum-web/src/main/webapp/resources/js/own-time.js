// An event is told by the clocks of its place; whoever is elsewhere reads their own time beside it.
const language = document.documentElement.lang || "de";
const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
const style = { dateStyle: "medium", timeStyle: "short" };

for (const place of document.querySelectorAll("[data-own-time]")) {
  const moment = new Date(place.dataset.ownTime);
  const there = new Intl.DateTimeFormat(language, { ...style, timeZone: place.dataset.zone }).format(moment);
  const here = new Intl.DateTimeFormat(language, { ...style, timeZone: own }).format(moment);
  if (here !== there) place.textContent = `· ${place.dataset.words} ${here}`;
}
