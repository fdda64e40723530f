// How much room is left, once it gets scarce, and how much is too much: nothing is cut while somebody writes or pastes, the
// server refuses it and says so at the field. Seen at once, and told when the typing rests.
const rests = 1000; // ms
const scarce = 10; // the last so many percent

export function count(field) {
  const most = Number(field.dataset.most);
  const place = field.closest(".field");
  // as the server counts: characters, without blanks around them
  const length = field.value.length < most / 2 ? 0 : [...field.value.trim()].length;
  const left = most - length;
  let line = place.querySelector(".field-count");
  if (left > (most * scarce) / 100) {
    line?.remove();
    return;
  }
  line ??= begin(place);
  const words = left < 0 ? document.body.dataset.over : document.body.dataset.left;
  const number = new Intl.NumberFormat(document.documentElement.lang);
  const text = words.replace("{0}", number.format(Math.abs(left))).replace("{1}", number.format(most));
  line.classList.toggle("is-over", left < 0);
  line.firstChild.textContent = text;
  clearTimeout(line.telling);
  line.telling = setTimeout(() => {
    line.lastChild.textContent = text;
  }, rests);
}

function begin(place) {
  const line = document.createElement("p");
  const seen = document.createElement("span");
  const told = document.createElement("span");
  line.className = "field-count";
  seen.setAttribute("aria-hidden", "true");
  told.className = "visually-hidden";
  told.setAttribute("role", "status");
  line.append(seen, told);
  place.append(line);
  return line;
}
