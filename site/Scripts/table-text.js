// Reads a table that someone saved with a spreadsheet: finds out the encoding and the separator, and takes it apart.

/** Bytes → text. UTF-8 when it is flawless UTF-8, else GB18030, which spreadsheet programs in China save by default; UTF-16 by its mark. */
export function decode(buffer) {
  const bytes = new Uint8Array(buffer);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) { return { text: new TextDecoder("utf-16le").decode(buffer), encoding: "UTF-16" }; }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(buffer), encoding: "UTF-8" };
  } catch (other) {
    return { text: new TextDecoder("gb18030").decode(buffer), encoding: "GB18030" };
  }
}

/** Text → rows of { line, cells }. Separator: comma, tab or semicolon, whichever the first line has most of. Empty lines are left out. */
export function parse(text) {
  const plain = text.replace(/^\ufeff/, "");
  const separator = separatorOf(plain.split(/\r?\n/)[0] || "");
  const rows = [];
  let cells = [];
  let cell = "";
  let quoted = false;
  let line = 1;
  let begun = 1;
  function endCell() { cells.push(cell.trim()); cell = ""; }
  function endRow() {
    endCell();
    if (cells.some(function (one) { return one; })) { rows.push({ line: begun, cells: cells }); }
    cells = [];
    begun = line;
  }
  for (let i = 0; i < plain.length; i += 1) {
    const mark = plain[i];
    if (mark === "\n") { line += 1; }
    if (quoted) {
      if (mark === "\"" && plain[i + 1] === "\"") { cell += mark; i += 1; } else if (mark === "\"") { quoted = false; } else { cell += mark; }
    } else if (mark === "\"" && !cell.trim()) { quoted = true; cell = ""; } else if (mark === separator) { endCell(); } else if (mark === "\n") { endRow(); } else if (mark !== "\r") { cell += mark; }
  }
  if (cell || cells.length) { endRow(); }
  return rows;
}

function separatorOf(header) {
  return [",", "\t", ";"].reduce(function (best, one) { return header.split(one).length > header.split(best).length ? one : best; }, ",");
}
