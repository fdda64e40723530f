// Pages carry absolute times, so that they can be cached; here they become relative, the exact time stays on hover.
const language = document.documentElement.lang || "de";
const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
const exact = new Intl.DateTimeFormat(language, { dateStyle: "full", timeStyle: "short", timeZone: document.documentElement.dataset.zone || undefined });
const units = [
  ["year", 31536000],
  ["month", 2629800],
  ["week", 604800],
  ["day", 86400],
  ["hour", 3600],
  ["minute", 60],
];

export function refreshTimes(within = document) {
  for (const time of within.querySelectorAll("time[datetime]:not([data-absolute])")) {
    const moment = new Date(time.dateTime);
    if (Number.isNaN(moment.getTime())) continue;
    time.title ||= exact.format(moment);
    time.textContent = sinceThen(moment);
  }
}

function sinceThen(moment) {
  const seconds = (moment - Date.now()) / 1000;
  for (const [unit, length] of units) {
    if (Math.abs(seconds) >= length) return relative.format(Math.trunc(seconds / length), unit);
  }
  return relative.format(0, "second");
}

refreshTimes();
setInterval(refreshTimes, 60_000);
