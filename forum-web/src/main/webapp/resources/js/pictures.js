// Pictures by button, paste or drop: each has a line with its progress, and a placeholder in the text until it is there.
const most = 20;
const atOnce = 2;
const light = 1_500_000; // bytes; what is heavier is made smaller here already
const longest = 3200; // pixels, the largest size that the server keeps

export function enhance(composer) {
  const list = composer.querySelector("[data-uploads]");
  const field = composer.querySelector("textarea");
  const form = field.form;
  const news = composer.querySelector("[data-upload-news]");
  const words = list.dataset;
  const queue = [];
  let running = 0;
  addEventListener("beforeunload", (event) => {
    if (running || queue.length) event.preventDefault();
  });
  let sending = null;
  let missing = false; // one was refused while the text waited for it
  const why = document.createElement("p");
  why.className = "composer-why";

  composer.querySelector("[data-without-script]")?.remove();
  forgetInterrupted();

  const chooser = document.createElement("input");
  chooser.type = "file";
  chooser.multiple = true;
  chooser.accept = "image/*";
  chooser.addEventListener("change", () => {
    take([...chooser.files]);
    chooser.value = "";
  });

  field.addEventListener("paste", (event) => {
    const files = pictures(event.clipboardData);
    // Office programs put a picture of the text beside it.
    if (!files.length || event.clipboardData.types.includes("text/plain")) return;
    event.preventDefault();
    take(files);
  });
  composer.addEventListener("dragover", (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    composer.classList.add("is-target");
  });
  composer.addEventListener("dragleave", (event) => {
    if (!composer.contains(event.relatedTarget)) composer.classList.remove("is-target");
  });
  composer.addEventListener("drop", (event) => {
    composer.classList.remove("is-target");
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    take([...event.dataTransfer.files]);
  });

  // A draft may come back with the placeholder of a picture that was on its way when the page was left.
  field.addEventListener("input", (event) => {
    if (!event.isTrusted && !running && !queue.length) forgetInterrupted();
  });

  // The text goes when its pictures are there; main.js must not take the first try for the one that counts.
  form.addEventListener(
    "submit",
    (event) => {
      why.remove();
      if (!running && !queue.length) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      sending = event.submitter ?? form.querySelector(".button.is-main");
      hold(words.waiting);
    },
    { capture: true },
  );

  return { choose: () => chooser.click() };

  function take(files) {
    if (files.length > most) fail(line(words.many));
    for (const file of files.slice(0, most)) {
      const name = file.name.replace(/[[\]()\\\n]/g, " ").trim() || "picture.png";
      const upload = { file, name, line: line(name), placeholder: placeholder(name) };
      upload.stop = button(upload.line, words.cancel, () => cancel(upload));
      queue.push(upload);
      write(upload.placeholder);
    }
    next();
  }

  function placeholder(name) {
    const plain = `![${words.uploading}: ${name}]()`;
    let unique = plain;
    for (let i = 2; field.value.includes(unique); i++) unique = `![${words.uploading}: ${name} (${i})]()`;
    return unique;
  }

  function next() {
    while (running < atOnce && queue.length) {
      running++;
      const upload = queue.shift();
      send(upload)
        .catch((error) => {
          takeBack(upload);
          if (upload.stopped) return upload.line.remove();
          missing ||= Boolean(sending);
          fail(upload.line, error.message, upload.stop);
          if (mayWorkLater(error.status)) offerAgain(upload, error.status);
        })
        .finally(() => {
          running--;
          next();
        });
    }
    list.hidden = !list.children.length;
    if (running || queue.length || !sending) return;
    const button = sending;
    sending = null;
    // Whoever counted on the picture decides; what was refused before they knew.
    if (missing) hold(words.held, button);
    else form.requestSubmit(button);
    missing = false;
  }

  // Said where the hand is, as long as it is so.
  function hold(text, button = sending) {
    why.textContent = text;
    (button.closest(".button-row") ?? button).before(why);
    tell(text);
  }

  async function send(upload) {
    const progress = document.createElement("progress");
    progress.max = 1;
    progress.setAttribute("aria-label", upload.name);
    upload.line.querySelector("span").after(progress);
    const file = await lighten(upload.file);
    for (let tries = 1; ; tries++) {
      if (upload.stopped) throw new Error();
      const answer = await post(upload, file, progress);
      if (answer.status === 201) {
        replace(upload.placeholder, `![${upload.name.replace(/\.[a-z]{3,4}$/i, "")}](${answer.json.url})`);
        upload.line.remove();
        tell(`${words.done}: ${upload.name}`);
        return;
      }
      if (answer.status !== 503 || tries === 5) {
        const reason = answer.json?.errors?.[0]?.message ?? answer.json?.title ?? words.failed;
        throw Object.assign(new Error(reason), { status: answer.status });
      }
      await new Promise((done) => setTimeout(done, 1000 * (answer.wait || 5)));
    }
  }

  function post(upload, file, progress) {
    return new Promise((done) => {
      const request = new XMLHttpRequest();
      request.open("POST", `/api/v1/attachments?name=${encodeURIComponent(upload.name)}`);
      request.setRequestHeader("Accept", "application/json, application/problem+json");
      request.setRequestHeader("Accept-Language", document.documentElement.lang);
      request.setRequestHeader("Content-Type", "application/octet-stream");
      // The last part is the server's, which paints it anew.
      request.upload.onprogress = (event) => (progress.value = (0.9 * event.loaded) / event.total);
      request.onloadend = () => {
        let json = null;
        try {
          json = JSON.parse(request.responseText);
        } catch {
          // Whoever answered was not the forum.
        }
        done({ status: request.status, json, wait: Number(request.getResponseHeader("Retry-After")) });
      };
      upload.request = request;
      request.send(file);
    });
  }

  function cancel(upload) {
    upload.stopped = true;
    upload.request?.abort();
    const waiting = queue.indexOf(upload);
    if (waiting < 0) return;
    queue.splice(waiting, 1);
    takeBack(upload);
    upload.line.remove();
    next();
  }

  function line(text) {
    const item = document.createElement("li");
    const name = document.createElement("span");
    name.textContent = text;
    item.append(name);
    list.append(item);
    list.hidden = false;
    return item;
  }

  function fail(item, reason, stop) {
    stop?.remove();
    item.querySelector("progress")?.remove();
    item.classList.add("is-refused");
    if (reason) item.querySelector("span").append(`: ${reason}`);
    button(item, words.dismiss, () => {
      item.remove();
      why.remove();
      tell("");
      list.hidden = !list.children.length;
      field.focus();
    });
    tell(item.querySelector("span").textContent);
  }

  // The picture is still at hand: it need not be chosen a second time.
  function offerAgain({ file, line: item }, status) {
    const ways = document.createElement("div");
    ways.className = "composer-again";
    item.append(ways);
    if (status === 401) {
      const link = document.createElement("a");
      Object.assign(link, { href: "/login?returnTo=/login-done", target: "_blank", rel: "opener", textContent: words.signIn });
      ways.append(link);
    }
    const again = document.createElement("button");
    again.type = "button";
    again.className = "button is-small";
    again.textContent = words.again;
    again.addEventListener("click", () => {
      item.remove();
      why.remove();
      field.focus();
      take([file]);
    });
    ways.append(again);
  }

  function button(item, label, press) {
    const one = document.createElement("button");
    one.type = "button";
    one.textContent = "×";
    one.setAttribute("aria-label", `${label}: ${item.textContent}`);
    one.addEventListener("click", press);
    item.append(one);
    return one;
  }

  function tell(text) {
    news.textContent = text;
  }

  // On a line of its own, where the cursor is. execCommand keeps the browser's undo.
  function write(text) {
    const before = field.value.slice(0, field.selectionStart);
    const gap = !before || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
    const whole = `${gap}${text}\n\n`;
    const away = document.activeElement !== field;
    if (!away && document.execCommand("insertText", false, whole)) return;
    field.setRangeText(whole, field.selectionStart, field.selectionEnd, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  // The cursor stays in the text where it is, and whoever writes in another field goes on there.
  function replace(from, to) {
    const start = field.value.indexOf(from);
    if (start < 0) return;
    const end = start + from.length;
    const length = to.length - from.length;
    const moved = [field.selectionStart, field.selectionEnd].map((at) => (at >= end ? at + length : at > start ? start + to.length : at));
    const scroll = field.scrollTop;
    let done = false;
    if (document.activeElement === field) {
      field.setSelectionRange(start, end);
      done = document.execCommand(to ? "insertText" : "delete", false, to);
    }
    if (!done) {
      field.setRangeText(to, start, end, "preserve");
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    field.setSelectionRange(...moved);
    field.scrollTop = scroll;
  }

  function takeBack({ placeholder }) {
    const withGap = `${placeholder}\n\n`;
    replace(field.value.includes(withGap) ? withGap : placeholder, "");
  }

  function forgetInterrupted() {
    const left = field.value.replace(/!\[([^\]]*)\]\(\)\n*/g, (all, text) => (text.startsWith(`${words.uploading}: `) ? "" : all));
    if (left !== field.value) field.value = left;
  }
}

// Not what is wrong with the picture, nor that there is no room for it.
function mayWorkLater(status) {
  return status === 0 || status === 401 || status === 429 || (status >= 500 && status !== 507);
}

function pictures(transfer) {
  return [...(transfer?.files ?? [])].filter((file) => file.type.startsWith("image/"));
}

// A photograph of a phone is ten times as large as what is kept of it, and some kinds only the phone itself can read.
async function lighten(file) {
  const known = /^image\/(jpeg|png|gif|webp)$/.test(file.type);
  if (file.type === "image/gif" || file.type === "image/svg+xml" || (known && file.size < light)) return file;
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
    const part = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(bitmap.width * part));
    canvas.height = Math.max(1, Math.round(bitmap.height * part));
    const paper = canvas.getContext("2d");
    paper.fillStyle = "white";
    paper.fillRect(0, 0, canvas.width, canvas.height);
    paper.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    const smaller = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.9));
    return smaller && (smaller.size < file.size || !known) ? smaller : file;
  } catch {
    return file; // the server says what is wrong with it
  }
}
