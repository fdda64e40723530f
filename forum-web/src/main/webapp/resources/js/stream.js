// What happens while members read, on one connection for all tabs of a browser: the tab that holds the lock has the stream
// and hands on what it hears. Each message becomes an event of every tab's document, hilft:answers or hilft:unread.
const name = "hilft-live";
const again = 60_000;
const unseen = 300_000; // so long a tab that nobody sees goes on listening, for the number in its title
const mostTries = 5;
const tab = crypto.randomUUID();
const thread = Number(document.querySelector("[data-thread]")?.dataset.thread || 0);
const wanted = new Map();
let channel;
let source;
let letGo;
let reading = "";
let tries = 0;
let waiting;
let away;

if (navigator.locks && window.BroadcastChannel && window.EventSource) {
  join();
  watch();
  document.addEventListener("visibilitychange", watch);
  addEventListener("pagehide", leave);
  addEventListener("pageshow", (event) => event.persisted && join(true));
}

function watch() {
  clearTimeout(away);
  if (document.visibilityState === "hidden") away = setTimeout(leave, unseen);
  else join(true);
}

// Whoever was away missed what the others heard: the stream begins anew for all, which tells what there is.
function join(late = false) {
  if (channel) return;
  channel = new BroadcastChannel(name);
  const mine = channel;
  channel.addEventListener("message", ({ data }) => hear(data));
  channel.postMessage({ here: tab, thread, late });
  wanted.set(tab, thread);
  navigator.locks.request(name, () => new Promise((resolve) => {
    // a tab that left before its turn came leaves its place to the next, even if it has come back since
    if (channel !== mine) return resolve();
    letGo = resolve;
    channel.postMessage({ who: true });
    // the others' answers come first
    waiting = setTimeout(connect, 200);
  }));
}

function leave() {
  clearTimeout(away);
  channel?.postMessage({ gone: tab });
  channel?.close();
  channel = undefined;
  clearTimeout(waiting);
  source?.close();
  source = undefined;
  reading = "";
  wanted.clear();
  letGo?.();
  letGo = undefined;
}

function hear(data) {
  if (data.type) tell(data);
  else if (data.who) channel.postMessage({ here: tab, thread });
  else if (data.here) {
    wanted.set(data.here, data.thread);
    if (letGo) later(data.late);
  } else if (data.gone) wanted.delete(data.gone);
}

// Threads of tabs that have gone may stay on the stream until it is opened for another reason.
function later(late) {
  const missing = late || threads().some((one) => !reading.split(".").includes(String(one)));
  if (missing && source) {
    clearTimeout(waiting);
    waiting = setTimeout(connect, 200);
  }
}

function threads() {
  return [...new Set(wanted.values())].filter(Boolean).slice(-10);
}

function connect() {
  source?.close();
  reading = threads().join(".");
  source = new EventSource(`/live?threads=${reading}`);
  for (const type of ["answers", "unread"]) {
    source.addEventListener(type, (event) => {
      tries = 0;
      const message = { type, detail: JSON.parse(event.data) };
      channel?.postMessage(message);
      tell(message);
    });
  }
  source.addEventListener("error", () => {
    // a stream that only broke off comes back by itself
    if (source?.readyState === EventSource.CLOSED && ++tries < mostTries) waiting = setTimeout(connect, again * tries);
  });
}

function tell({ type, detail }) {
  document.dispatchEvent(new CustomEvent(`hilft:${type}`, { detail }));
}
