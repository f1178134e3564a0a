// Letters and characters compared: what counts as the same, and how far two words are apart. As in api/Sorting/Search.
const longestQuery = 60;
const toneMarks = "āaáaǎaàaēeéeěeèeīiíiǐiìiōoóoǒoòoūuúuǔuùuüvǖvǘvǚvǜvńnňnǹn";

/** Longer words are not looked at for slips. */
export const longestForSlips = 48;

/** Full width to half, capitals to small, traditional to simplified, tone marks off, blanks and punctuation out. */
export function folder(traditional) {
  const simplified = {}, marks = {};
  for (let i = 0; i < traditional.length; i += 2) { simplified[traditional[i]] = traditional[i + 1]; }
  for (let i = 0; i < toneMarks.length; i += 2) { marks[toneMarks[i]] = marks[toneMarks[i].toUpperCase()] = toneMarks[i + 1]; }
  return function (text) {
    let folded = "", changed = false;
    for (let i = 0; i < text.length && folded.length < longestQuery; i++) {
      const c = text[i], code = text.charCodeAt(i);
      const narrow = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : c;
      if (simplified[c]) { folded += simplified[c]; changed = true; }
      else if (/[0-9A-Za-z]/.test(narrow)) { folded += narrow.toLowerCase(); }
      else if (marks[c]) { folded += marks[c]; }
      else if (code >= 0x3400 && code <= 0x4dbf || code >= 0x4e00 && code <= 0x9fff || c === "〇") { folded += c; }
    }
    return { text: folded, traditional: changed };
  };
}

/** How many different characters. */
export function different(text) {
  return new Set(text.split("")).size;
}

/** How many different characters of a text stand in another. */
export function shared(text, other) {
  let common = 0;
  for (let i = 0; i < text.length; i++) {
    if (text.indexOf(text[i]) === i && other.indexOf(text[i]) >= 0) { common++; }
  }
  return common;
}

/** Do all characters of a text stand in another, in this order? */
export function ordered(text, other) {
  let next = 0;
  for (let i = 0; i < other.length && next < text.length; i++) {
    if (other[i] === text[next]) { next++; }
  }
  return next === text.length;
}

/** Insertions, omissions, replacements and swapped neighbours; above the limit it says limit + 1. */
export function distance(left, right, limit) {
  if (Math.abs(left.length - right.length) > limit || left.length > longestForSlips || right.length > longestForSlips) { return limit + 1; }
  let before = [], above = [], row = [];
  for (let j = 0; j <= right.length; j++) { above[j] = j; }
  for (let i = 1; i <= left.length; i++) {
    row = [i];
    for (let j = 1; j <= right.length; j++) {
      let best = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (left[i - 1] === right[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) { best = Math.min(best, before[j - 2] + 1); }
      row[j] = best;
    }
    before = above;
    above = row;
  }
  return Math.min(above[right.length], limit + 1);
}
