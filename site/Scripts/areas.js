// Townships and villages by what somebody types: characters, pinyin, initials, old names. One file of the site, fetched once, on first use.

const most = 40;
const district = "120119";
let waiting = null;
let known = null;

/** Fetches the names; answers { districts, endings, areas }. A failed fetch is tried again at the next call. */
export async function loadAreas(address) {
  if (!waiting) { waiting = fetch(address).then(function (answer) { return answer.json(); }); }
  try {
    known = known || prepare(await waiting);
    return known;
  } catch (offline) {
    waiting = null;
    throw offline;
  }
}

/** The area with a 9- or 12-digit code, or null. */
export function areaOf(names, code) {
  return names.byCode[code] || null;
}

/** Areas for a text, best first, townships before villages; all townships for an empty text. `more` counts those left out. */
export function findAreas(names, text) {
  const wanted = spellings(names, text);
  const found = wanted.length ? names.areas.map(function (area) { return { area: area, match: best(area, wanted) }; })
    .filter(function (one) { return one.match; }) : names.townships.map(function (area) { return { area: area, match: { rank: 0 } }; });
  found.sort(function (a, b) { return a.match.rank - b.match.rank || a.area.name.length - b.area.name.length || a.area.order - b.area.order; });
  return { areas: found.slice(0, most).map(option), more: Math.max(0, found.length - most) };
}

/** Villages for a text, best first, of one township when its code is given; without one, townships that fit come along, to be chosen first. */
export function findVillages(names, text, township) {
  const wanted = spellings(names, text);
  const inside = names.areas.filter(function (area) { return township ? area.township && area.township.code === township : true; });
  if (!wanted.length) { return { areas: township ? inside.map(function (area) { return option({ area: area, match: {} }); }) : [], more: 0 }; }
  const found = inside.map(function (area) { return { area: area, match: best(area, wanted) }; }).filter(function (one) { return one.match; });
  found.sort(function (a, b) { return a.match.rank - b.match.rank || a.area.name.length - b.area.name.length || a.area.order - b.area.order; });
  return { areas: found.slice(0, most).map(option), more: Math.max(0, found.length - most) };
}

function option(one) {
  const area = one.area;
  const hint = area.township ? area.township.name : "整个" + (/街道$/.test(area.name) ? "街道" : /[镇乡]$/.test(area.name) ? area.name.slice(-1) : "区域");
  return { value: area.code, label: area.name, hint: one.match.alias ? "也叫" + one.match.alias : hint, area: area };
}

function prepare(file) {
  const byCode = {};
  const townships = file.townships.map(function (row, i) { return keep(byCode, row, null, i); });
  const villages = file.villages.map(function (row, i) { return keep(byCode, row, byCode[row[0].slice(0, 9)], 1000 + i); });
  (file.aliases || []).forEach(function (pair) { if (byCode[pair[1]]) { byCode[pair[1]].aliases.push(pair[0]); } });
  return { byCode: byCode, townships: townships, areas: townships.concat(villages), districts: file.districts || [], endings: file.endings || [] };
}

function keep(byCode, row, township, order) {
  const syllables = row[2].split(" ");
  const area = {
    code: row[0], name: row[1], township: township, order: order, aliases: [], syllables: syllables,
    initials: syllables.map(function (one) { return one.charAt(0); }).join("")
  };
  byCode[area.code] = area;
  return area;
}

// "蓟县 城关镇" → 城关镇; "某某小区" → 某某小区, 某某社区 and 某某.
function spellings(names, text) {
  let word = text.toLowerCase().replace(/[\s'’·，,]+/g, "").replace(/ü/g, "v");
  names.districts.slice().sort(function (a, b) { return b.length - a.length; }).forEach(function (name) {
    if (word.length > name.length && word.indexOf(name) === 0) { word = word.slice(name.length); }
  });
  if (!word || names.districts.indexOf(word) >= 0 || word === district) { return []; }
  const all = [word];
  names.endings.forEach(function (pair) {
    const stem = word.slice(0, -pair[0].length);
    if (stem && word.slice(-pair[0].length) === pair[0]) { all.push(stem + pair[1], stem); }
  });
  return all;
}

function best(area, wanted) {
  let found = null;
  wanted.forEach(function (word, i) {
    const match = /^[a-z0-9]+$/.test(word) ? byPinyin(area, word) : byName(area, word);
    if (match && (!found || match.rank + i < found.rank)) { found = { rank: match.rank + i, alias: match.alias }; }
  });
  return found;
}

function byName(area, word) {
  const rank = rankOf(area.name, word);
  if (rank !== null) { return { rank: rank }; }
  for (let i = 0; i < area.aliases.length; i++) {
    const other = rankOf(area.aliases[i], word);
    if (other !== null) { return { rank: other + 1, alias: area.aliases[i] }; }
  }
  return null;
}

function rankOf(name, word) {
  if (name === word) { return 0; }
  const at = name.indexOf(word);
  return at < 0 ? null : at === 0 ? 10 : 30;
}

function byPinyin(area, word) {
  if (area.initials === word) { return { rank: 5 }; }
  for (let i = 0; i < area.syllables.length; i++) {
    if (area.syllables.slice(i).join("").indexOf(word) === 0) { return { rank: i ? 35 : 10 }; }
  }
  const at = area.initials.indexOf(word);
  return at < 0 ? null : { rank: at === 0 ? 20 : 40 };
}
