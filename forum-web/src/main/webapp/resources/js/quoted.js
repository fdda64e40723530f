// What somebody reads, as Markdown that reads the same: lists keep their numbers and code stays code, and whatever else only
// looks like a mark is none.

/** The text of an element, or the part of it that is within the range. */
export function markdownOf(source, range) {
  return blocks(source, range).trim();
}

/** The beginning of a text, cut between words; a block of code that is cut ends all the same. */
export function beginning(markdown, longest) {
  if (markdown.length <= longest) return markdown;
  const cut = markdown.slice(0, markdown.lastIndexOf(" ", longest)).replace(/\\+$/, "").trimEnd();
  const fence = /^(\s*)(`{3,})[^`]*$/gm;
  const open = [...cut.matchAll(fence)];
  if (open.length % 2) return `${cut}\n${open.at(-1)[1]}${open.at(-1)[2]}\n\n…`;
  const ticks = cut.slice(cut.lastIndexOf("\n") + 1).replace(/\\`/g, "").split("`").length - 1;
  return `${cut}${ticks % 2 ? "`" : ""} …`;
}

/** What was written as it is, even where it looks like a mark. */
export function escaped(text) {
  return escapedStarts(words(text));
}

function words(text) {
  return text.replace(/[\\`*[\]<>|]|~(?=~)|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\$&");
}

function escapedStarts(text) {
  return text
    .replace(/^[ \t]+|[ \t]+$/gm, "")
    .replace(/^(\s*)([#+-]|\d+[.)])(?=\s|$)/gm, (line, blank, mark) => `${blank}${mark.slice(0, -1)}\\${mark.slice(-1)}`)
    .replace(/^(\s*)(?=#{2,6}(?:\s|$)|-{2,}\s*$|=+\s*$)/gm, "$1\\");
}

function blocks(parent, range, gap = "\n\n") {
  const parts = [];
  let line = "";
  const end = () => {
    if (line.trim()) parts.push(escapedStarts(line));
    line = "";
  };
  for (const node of parent.childNodes) {
    if (range && !range.intersectsNode(node)) continue;
    if (isBlock(node)) {
      end();
      const text = block(node, range);
      if (text.trim()) parts.push(text);
    } else {
      line += inline(node, range);
    }
  }
  end();
  return parts.join(gap);
}

function isBlock(node) {
  return /^(P|DIV|H[1-6]|UL|OL|LI|PRE|BLOCKQUOTE|TABLE|DETAILS|SECTION)$/.test(node.nodeName);
}

function block(node, range) {
  switch (node.nodeName) {
    case "PRE":
      return code(raw(node, range).replace(/\n$/, ""));
    case "UL":
    case "OL":
      return items(node, range);
    case "BLOCKQUOTE":
      return blocks(node, range).replace(/^/gm, "> ").replace(/ +$/gm, "");
    case "TABLE":
      return rows(node, range);
    default:
      return blocks(node, range);
  }
}

function code(text) {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return text.trim() ? `${fence}\n${text}\n${fence}` : "";
}

// An item of which only the end is quoted has no number.
function items(list, range) {
  let number = list.nodeName === "OL" ? list.start : NaN;
  const lines = [];
  for (const item of list.children) {
    const mark = Number.isNaN(number) ? "- " : `${number++}. `;
    if (range && !range.intersectsNode(item)) continue;
    const text = blocks(item, range, item.querySelector(":scope > p") ? "\n\n" : "\n");
    if (!text.trim()) continue;
    if (!lines.length && beginsWithin(item, range)) lines.push(text, "");
    else lines.push(mark + text.replace(/\n(?=[^\n])/g, `\n${" ".repeat(mark.length)}`));
  }
  return lines.join("\n");
}

function beginsWithin(item, range) {
  const { startContainer, startOffset } = range ?? {};
  if (!startContainer || !item.contains(startContainer)) return false;
  const before = document.createRange();
  before.setStart(item, 0);
  before.setEnd(startContainer, startOffset);
  return before.toString().trim() !== "";
}

function rows(table, range) {
  return [...table.rows]
    .filter((row) => !range || range.intersectsNode(row))
    .map((row) => [...row.cells].map((cell) => inline(cell, range).trim()).join(" \\| "))
    .map(escapedStarts)
    .join("\n");
}

function inline(node, range) {
  if (range && !range.intersectsNode(node)) return "";
  if (node.nodeName === "BR") return "\n";
  if (node.nodeType === Node.TEXT_NODE) return words(slice(node, range).replace(/\s+/g, " "));
  if (node.nodeName === "CODE") {
    const text = raw(node, range).replace(/\s+/g, " ");
    return text.includes("`") || !text.trim() ? words(text) : `\`${text}\``;
  }
  return [...node.childNodes].map((child) => inline(child, range)).join("");
}

function raw(node, range) {
  if (node.nodeType === Node.TEXT_NODE) return slice(node, range);
  return [...node.childNodes].map((child) => raw(child, range)).join("");
}

function slice(text, range) {
  if (!range) return text.data;
  const start = text === range.startContainer ? range.startOffset : 0;
  const end = text === range.endContainer ? range.endOffset : text.length;
  return range.intersectsNode(text) ? text.data.slice(start, end) : "";
}
