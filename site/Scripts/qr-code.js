// A QR code made in the page (ISO/IEC 18004): bytes, error correction M, versions 1 to 10, which is 213 bytes. A manage link
// carries a token, so it may not be sent anywhere to be drawn. tests/browser reads the codes back with zbar.

const perBlock = [0, 10, 16, 26, 18, 24, 16, 18, 22, 22, 26];
const blocks = [0, 1, 1, 1, 2, 2, 4, 4, 4, 5, 5];
const alignment = [[], [], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38], [6, 24, 42], [6, 26, 46], [6, 28, 50]];
const levelM = 0;

/** The rows of the code, true for dark, without the quiet zone; null when the text is too long. */
export function qrRows(text) {
  const bytes = toBytes(text);
  for (let version = 1; version <= 10; version++) {
    const head = version < 10 ? 12 : 20;
    if (head + bytes.length * 8 <= dataCodewords(version) * 8) { return draw(version, withCorrection(version, packed(version, bytes))); }
  }
  return null;
}

function toBytes(text) {
  return unescape(encodeURIComponent(text)).split("").map(function (letter) { return letter.charCodeAt(0); });
}

function allModules(version) {
  let count = (16 * version + 128) * version + 64;
  if (version > 1) {
    const marks = Math.floor(version / 7) + 2;
    count -= (25 * marks - 10) * marks - 55;
    if (version > 6) { count -= 36; }
  }
  return count;
}

function dataCodewords(version) {
  return Math.floor(allModules(version) / 8) - perBlock[version] * blocks[version];
}

function packed(version, bytes) {
  const bits = [];
  function put(value, length) { for (let i = length - 1; i >= 0; i--) { bits.push((value >>> i) & 1); } }
  const room = dataCodewords(version) * 8;
  put(4, 4);
  put(bytes.length, version < 10 ? 8 : 16);
  bytes.forEach(function (byte) { put(byte, 8); });
  put(0, Math.min(4, room - bits.length));
  put(0, (8 - bits.length % 8) % 8);
  for (let pad = 0xEC; bits.length < room; pad ^= 0xEC ^ 0x11) { put(pad, 8); }
  const words = [];
  for (let i = 0; i < bits.length; i += 8) { words.push(parseInt(bits.slice(i, i + 8).join(""), 2)); }
  return words;
}

// Blocks with their Reed–Solomon remainders, woven together.
function withCorrection(version, data) {
  const count = blocks[version];
  const all = Math.floor(allModules(version) / 8);
  const short = count - all % count;
  const length = Math.floor(all / count) - perBlock[version];
  const divisor = divisorOf(perBlock[version]);
  const parts = [];
  for (let i = 0, at = 0; i < count; i++) {
    const part = data.slice(at, at + length + (i < short ? 0 : 1));
    at += part.length;
    parts.push({ data: part, rest: remainder(part, divisor) });
  }
  const woven = [];
  for (let i = 0; i <= length; i++) { parts.forEach(function (part) { if (i < part.data.length) { woven.push(part.data[i]); } }); }
  for (let i = 0; i < perBlock[version]; i++) { parts.forEach(function (part) { woven.push(part.rest[i]); }); }
  return woven;
}

// In GF(2^8) with x^8 + x^4 + x^3 + x^2 + 1.
function times(a, b) {
  let product = 0;
  for (let i = 7; i >= 0; i--) {
    product = (product << 1) ^ ((product >>> 7) * 0x11D);
    product ^= ((b >>> i) & 1) * a;
  }
  return product;
}

function divisorOf(degree) {
  const result = new Array(degree).fill(0);
  result[degree - 1] = 1;
  for (let i = 0, root = 1; i < degree; i++, root = times(root, 2)) {
    for (let j = 0; j < degree; j++) { result[j] = times(result[j], root) ^ (j + 1 < degree ? result[j + 1] : 0); }
  }
  return result;
}

function remainder(data, divisor) {
  const result = new Array(divisor.length).fill(0);
  data.forEach(function (byte) {
    const factor = byte ^ result.shift();
    result.push(0);
    divisor.forEach(function (word, i) { result[i] ^= times(word, factor); });
  });
  return result;
}

function draw(version, words) {
  const size = version * 4 + 17;
  const dark = square(size);
  const fixed = square(size);
  function set(x, y, on) { dark[y][x] = on; fixed[y][x] = true; }
  drawPatterns(version, size, set, fixed);
  drawWords(size, words, dark, fixed);
  let best = null;
  for (let mask = 0; mask < 8; mask++) {
    const tried = dark.map(function (row, y) { return row.map(function (on, x) { return on !== (!fixed[y][x] && masks[mask](x, y)); }); });
    drawFormat(size, mask, function (x, y, on) { tried[y][x] = on; });
    const points = penalty(tried);
    if (!best || points < best.points) { best = { points: points, rows: tried }; }
  }
  return best.rows;
}

function square(size) {
  return Array.from({ length: size }, function () { return new Array(size).fill(false); });
}

const masks = [
  function (x, y) { return (x + y) % 2 === 0; },
  function (x, y) { return y % 2 === 0; },
  function (x) { return x % 3 === 0; },
  function (x, y) { return (x + y) % 3 === 0; },
  function (x, y) { return (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0; },
  function (x, y) { return x * y % 2 + x * y % 3 === 0; },
  function (x, y) { return (x * y % 2 + x * y % 3) % 2 === 0; },
  function (x, y) { return ((x + y) % 2 + x * y % 3) % 2 === 0; }
];

function drawPatterns(version, size, set, fixed) {
  for (let i = 0; i < size; i++) { set(6, i, i % 2 === 0); set(i, 6, i % 2 === 0); }
  [[3, 3], [size - 4, 3], [3, size - 4]].forEach(function (centre) {
    for (let dy = -4; dy <= 4; dy++) {
      for (let dx = -4; dx <= 4; dx++) {
        const far = Math.max(Math.abs(dx), Math.abs(dy));
        const x = centre[0] + dx;
        const y = centre[1] + dy;
        if (x >= 0 && x < size && y >= 0 && y < size) { set(x, y, far !== 2 && far !== 4); }
      }
    }
  });
  const marks = alignment[version];
  marks.forEach(function (cx) {
    marks.forEach(function (cy) {
      if (fixed[cy][cx] && (cx !== 6 || cy === 6 || cy === size - 7) && (cy !== 6 || cx === size - 7)) { return; } // a corner has its finder
      for (let dy = -2; dy <= 2; dy++) {
        for (let dx = -2; dx <= 2; dx++) { set(cx + dx, cy + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1); }
      }
    });
  });
  drawFormat(size, 0, set);
  if (version >= 7) { drawVersion(version, size, set); }
}

function drawFormat(size, mask, set) {
  const data = levelM << 3 | mask;
  let rest = data;
  for (let i = 0; i < 10; i++) { rest = (rest << 1) ^ ((rest >>> 9) * 0x537); }
  const bits = (data << 10 | rest) ^ 0x5412;
  function bit(i) { return (bits >>> i & 1) === 1; }
  for (let i = 0; i <= 5; i++) { set(8, i, bit(i)); }
  set(8, 7, bit(6));
  set(8, 8, bit(7));
  set(7, 8, bit(8));
  for (let i = 9; i < 15; i++) { set(14 - i, 8, bit(i)); }
  for (let i = 0; i < 8; i++) { set(size - 1 - i, 8, bit(i)); }
  for (let i = 8; i < 15; i++) { set(8, size - 15 + i, bit(i)); }
  set(8, size - 8, true);
}

function drawVersion(version, size, set) {
  let rest = version;
  for (let i = 0; i < 12; i++) { rest = (rest << 1) ^ ((rest >>> 11) * 0x1F25); }
  const bits = version << 12 | rest;
  for (let i = 0; i < 18; i++) {
    const on = (bits >>> i & 1) === 1;
    set(size - 11 + i % 3, Math.floor(i / 3), on);
    set(Math.floor(i / 3), size - 11 + i % 3, on);
  }
}

// Upwards and downwards in columns of two, from the right.
function drawWords(size, words, dark, fixed) {
  let i = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) { right = 5; }
    for (let step = 0; step < size; step++) {
      for (let j = 0; j < 2; j++) {
        const x = right - j;
        const y = ((right + 1) & 2) === 0 ? size - 1 - step : step;
        if (!fixed[y][x] && i < words.length * 8) {
          dark[y][x] = (words[i >>> 3] >>> (7 - (i & 7)) & 1) === 1;
          i++;
        }
      }
    }
  }
}

// The standard's four rules, so that the code has no large plain areas and nothing that looks like a finder.
function penalty(rows) {
  const size = rows.length;
  const columns = rows.map(function (row, x) { return rows.map(function (line) { return line[x]; }); });
  let points = 0;
  let dark = 0;
  rows.concat(columns).forEach(function (line) {
    const text = line.map(function (on) { return on ? "1" : "0"; }).join("");
    (text.match(/0{5,}|1{5,}/g) || []).forEach(function (run) { points += run.length - 2; });
    for (let at = 0; at + 11 <= size; at++) {
      const part = text.substr(at, 11);
      if (part === "10111010000" || part === "00001011101") { points += 40; }
    }
  });
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (rows[y][x]) { dark++; }
      if (x + 1 < size && y + 1 < size && rows[y][x] === rows[y][x + 1] && rows[y][x] === rows[y + 1][x] && rows[y][x] === rows[y + 1][x + 1]) { points += 3; }
    }
  }
  return points + 10 * Math.floor(Math.abs(dark * 20 - size * size * 10) / (size * size));
}
