// Writes content/printables/*.pdf and *.png, and manifest.json that says which drawing each was made of. Run by hand after a sheet changed:
//   node site/tools/printables.mjs [--base-address https://…]
// The files are committed, because neither the site build nor its container has a browser, and a print shop needs files that look the same
// everywhere. tests/unit/Site/PrintablesTests compares the manifest with the drawings and fails when a sheet changed and this was not run.
// Needs the .NET SDK, Chromium and a font with Chinese characters (fonts-noto-cjk). An owner runs it once with the portal's own address: then
// the QR codes in the files lead there instead of to the example.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync, inflateSync } from 'node:zlib';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const target = join(root, 'content', 'printables');
const work = mkdtempSync(join(tmpdir(), 'printables-'));
const papers = { a4: ['210mm', '296.9mm'], a3: ['297mm', '419.9mm'] };
const dotsPerMetre = Math.round(300 / 0.0254);

execFileSync('dotnet', ['run', '--project', join(root, 'site'), '--property:RunAnalyzers=false', '--', 'printables', '--content', join(root, 'content'), '--output', work, ...process.argv.slice(2)], { stdio: 'inherit' });
mkdirSync(target, { recursive: true });

// What did not change is left alone: a PDF made again is never the same to the byte, and every version stays in the repository for good.
const before = existsSync(join(target, 'manifest.json')) ? JSON.parse(readFileSync(join(target, 'manifest.json'), 'utf8')) : {};
const manifest = {};
for (const sheet of JSON.parse(readFileSync(join(work, 'list.json'), 'utf8'))) {
  manifest[sheet.id] = sheet.hash;
  if (before[sheet.id] === sheet.hash) { continue; }
  const svg = readFileSync(join(work, `${sheet.id}.svg`), 'utf8');
  for (const paper of sheet.papers.filter(name => papers[name])) {
    const [width, height] = papers[paper];
    const page = write(`${sheet.id}-${paper}.html`, `@page{size:${paper.toUpperCase()};margin:0}svg{width:${width};height:${height}}`, svg, sheet.id);
    chromium('--no-pdf-header-footer', `--print-to-pdf=${join(target, `${sheet.id}-${paper}.pdf`)}`, page);
  }
  const [width, height] = sheet.papers[0] === 'screen' ? [sheet.width, sheet.height] : [2480, 3508];
  const page = write(`${sheet.id}-png.html`, `svg{width:${width}px;height:${height}px}`, svg, sheet.id);
  const shot = join(work, `${sheet.id}.png`);
  chromium('--hide-scrollbars', `--window-size=${width},${height}`, `--screenshot=${shot}`, page);
  writeFileSync(join(target, `${sheet.id}.png`), smaller(readFileSync(shot)));
  console.log(sheet.id);
}
for (const file of readdirSync(target).filter(name => /\.(pdf|png)$/.test(name) && !(name.replace(/(-a[34])?\.\w+$/, '') in manifest))) { rmSync(join(target, file)); }
writeFileSync(join(target, 'manifest.json'), JSON.stringify(manifest, null, 2) + '\n');
rmSync(work, { recursive: true });

function write(name, css, svg, title) {
  const path = join(work, name);
  writeFileSync(path, `<!DOCTYPE html><html lang="zh-Hans"><meta charset="utf-8"><title>${title}</title><style>body{margin:0}svg{display:block}${css}</style>${svg}</html>`);
  return `file://${path}`;
}

function chromium(...args) {
  execFileSync('chromium', ['--headless', '--no-sandbox', '--disable-gpu', '--force-device-scale-factor=1', ...args], { stdio: 'ignore' });
}

/** The same picture with a palette of its 256 most frequent colours (the rest are soft edges of letters), and 300 dots an inch noted. */
function smaller(png) {
  const { width, height, pixels } = read(png);
  const counts = new Map();
  for (let at = 0; at < pixels.length; at += 3) {
    const key = (pixels[at] << 16) | (pixels[at + 1] << 8) | pixels[at + 2];
    counts.set(key, (counts.get(key) || 0) + 1);
  }
  const palette = new Map([...counts].sort((one, other) => other[1] - one[1]).slice(0, 256).map(([key], index) => [key, index]));
  const known = new Map(palette);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 3;
      const key = (pixels[at] << 16) | (pixels[at + 1] << 8) | pixels[at + 2];
      if (!known.has(key)) { known.set(key, nearest(palette, key)); }
      rows[y * (width + 1) + 1 + x] = known.get(key);
    }
  }
  const colours = Buffer.from([...palette.keys()].flatMap(key => [key >> 16, (key >> 8) & 255, key & 255]));
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0); head.writeUInt32BE(height, 4); head.set([8, 3, 0, 0, 0], 8);
  const density = Buffer.alloc(9);
  density.writeUInt32BE(dotsPerMetre, 0); density.writeUInt32BE(dotsPerMetre, 4); density[8] = 1;
  return Buffer.concat([png.subarray(0, 8), chunk('IHDR', head), chunk('pHYs', density), chunk('PLTE', colours), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

function nearest(palette, key) {
  let best = 0, least = Infinity;
  for (const [other, index] of palette) {
    const far = Math.abs((key >> 16) - (other >> 16)) + Math.abs(((key >> 8) & 255) - ((other >> 8) & 255)) + Math.abs((key & 255) - (other & 255));
    if (far < least) { least = far; best = index; }
  }
  return best;
}

/** Pixels of an 8-bit RGB or RGBA PNG without interlacing, as Chromium writes them. */
function read(png) {
  let at = 8, width = 0, height = 0, channels = 3;
  const data = [];
  while (at < png.length) {
    const length = png.readUInt32BE(at), kind = png.toString('latin1', at + 4, at + 8), body = png.subarray(at + 8, at + 8 + length);
    if (kind === 'IHDR') { width = body.readUInt32BE(0); height = body.readUInt32BE(4); channels = body[9] === 6 ? 4 : 3; }
    if (kind === 'IDAT') { data.push(body); }
    at += length + 12;
  }
  const raw = inflateSync(Buffer.concat(data)), line = width * channels, pixels = Buffer.alloc(width * height * 3);
  let before = Buffer.alloc(line);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (line + 1)], row = Buffer.from(raw.subarray(y * (line + 1) + 1, (y + 1) * (line + 1)));
    for (let x = 0; x < line; x += 1) {
      const left = x >= channels ? row[x - channels] : 0, up = before[x], corner = x >= channels ? before[x - channels] : 0;
      row[x] = (row[x] + [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter]) & 255;
    }
    for (let x = 0; x < width; x += 1) { pixels.set(row.subarray(x * channels, x * channels + 3), (y * width + x) * 3); }
    before = row;
  }
  return { width, height, pixels };
}

function paeth(left, up, corner) {
  const guess = left + up - corner, a = Math.abs(guess - left), b = Math.abs(guess - up), c = Math.abs(guess - corner);
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

function chunk(kind, body) {
  const bytes = Buffer.alloc(body.length + 12);
  bytes.writeUInt32BE(body.length, 0); bytes.write(kind, 4, 'latin1'); body.copy(bytes, 8);
  bytes.writeUInt32BE(crc(bytes.subarray(4, body.length + 8)), body.length + 8);
  return bytes;
}

function crc(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) { value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1; }
  }
  return (value ^ 0xffffffff) >>> 0;
}
