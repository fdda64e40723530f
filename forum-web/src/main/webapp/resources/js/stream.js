// What happens while members read, on one connection for all tabs of a browser: the tab that holds the lock has the stream
// and hands on what it hears. Each message becomes an event of every tab's document, hilft:answers or hilft:unread.
const name = "hilft-live";
const again = 60_000;
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

if (navigator.locks && window.BroadcastChannel && window.EventSource) {
  join();
  addEventListener("pagehide", leave);
  addEventListener("pageshow", (event) => event.persisted && join());
}

function join() {
  channel = new BroadcastChannel(name);
  channel.addEventListener("message", ({ data }) => hear(data));
  channel.postMessage({ here: tab, thread });
  wanted.set(tab, thread);
  navigator.locks.request(name, () => new Promise((resolve) => {
    letGo = resolve;
    if (!channel) return resolve();
    channel.postMessage({ who: true });
    // the others' answers come first
    waiting = setTimeout(connect, 200);
  }));
}

function leave() {
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
    if (letGo) later();
  } else if (data.gone) wanted.delete(data.gone);
}

// Threads of tabs that have gone may stay on the stream until it is opened for another reason.
function later() {
  const missing = threads().some((one) => !reading.split(".").includes(String(one)));
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
