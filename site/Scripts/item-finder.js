// Finds things by what people write, without a network: the same search as the API's (api/Sorting/Search), over the same index
// (content/Model/Sorting/SearchIndexFile.cs). A test asks both the same questions. Here every name is looked at; a few thousand take milliseconds.
import { readIndex } from "./item-index.js";
import { different, distance, longestForSlips, ordered, shared } from "./item-letters.js";
import {
  asked, askedFor, beginning, choose, gather, initialsBeginning, initialsInside, inOrder, inside, oneSlip, pinyinBeginning, pinyinInside, rank, soundsAlike, twoSlips,
  whole, wholeInitials, wholePinyin
} from "./item-rank.js";

const longestText = 16;
const betweenWords = /[的了子儿类里上下能怎可会在放要没不还装过吗是有被用和跟与或往去交扔丢卖]/;

/** Makes a finder of the index file's content: { find(query, limit), nearest(query, limit), thing(query), items, rules }. */
export function finder(file) {
  const index = readIndex(file);
  const fold = index.fold, readings = index.readings, items = index.items, names = index.names, byText = index.byText, rules = index.rules;
  const finds = function () { return gather(items, names); };

  /** The best matches, best first: { item, match, matched } with an item of the dictionary, or { rule, match: "rule", matched }. */
  function find(query, limit) {
    const folded = fold(query);
    const text = folded.text, found = finds();
    if (!text) { return []; }
    const isWhole = direct(text, folded.traditional, found), latin = /^[a-z0-9]+$/.test(text) && /[a-z]/.test(text);
    if (latin) {
      spelt(text, found);
      if (!found.count()) { speltWithSlip(text, found); }
    }
    const rule = found.count() ? (isWhole || latin ? -1 : ruleBefore(core(text))) : understand(text, found);
    const hits = found.best(rule < 0 ? limit : limit - 1);
    return rule < 0 ? hits : [{ rule: rules[rule], match: "rule", matched: core(text) }].concat(hits);
  }

  /** The items whose names look most like a query that found nothing. */
  function nearest(query, limit) {
    const text = core(fold(query).text), found = finds(), wanted = different(text);
    names.forEach(function (one, i) {
      const common = shared(text, one.text);
      if (common) { found.add(one.item, i, "fuzzy", 1000 - Math.min(Math.floor(2000 * common / (wanted + one.different)), 1000)); }
    });
    return found.best(limit);
  }

  // 香烟 is no 香烟盒: where names only begin with or hold the query, the rule for its last word is the better answer.
  function ruleBefore(thing) {
    return knownEnding(thing).place === thing.length ? judge(thing, thing.length, null) : -1;
  }

  function direct(text, traditional, found) {
    let isWhole = false;
    names.forEach(function (one, i) {
      const place = one.text.indexOf(text);
      if (place >= 0) {
        const extra = one.text.length - text.length;
        found.add(one.item, i, traditional ? "traditional" : one.source === 2 ? "alias" : "name", rank(choose(whole, beginning, inside, extra, place), one.source, extra, place));
        isWhole = isWhole || extra === 0;
      }
    });
    return isWhole;
  }

  function spelt(letters, found) {
    names.forEach(function (one, i) {
      let start = 0;
      one.syllables.forEach(function (syllable, at) {
        if (one.pinyin.startsWith(letters, start)) {
          const extra = one.pinyin.length - letters.length;
          found.add(one.item, i, "pinyin", rank(choose(wholePinyin, pinyinBeginning, pinyinInside, extra, start), one.source, extra, start));
        }
        if (one.initials.startsWith(letters, at)) {
          const extra = one.initials.length - letters.length;
          found.add(one.item, i, "initials", rank(choose(wholeInitials, initialsBeginning, initialsInside, extra, at), one.source, extra, at));
        }
        start += syllable.length;
      });
    });
  }

  function speltWithSlip(letters, found) {
    if (letters.length < 4 || letters.length > longestForSlips) { return; }
    names.forEach(function (one, i) {
      if (one.pinyin && distance(letters, one.pinyin, 1) <= 1) {
        found.add(one.item, i, "fuzzy", rank(oneSlip, one.source, Math.abs(one.pinyin.length - letters.length), 0));
      }
    });
  }

  // A known name at the end is the answer, unless a word before it changes its state or stuff.
  function understand(question, found) {
    const thing = core(question), known = knownEnding(thing);
    const rule = judge(thing, known.place, known.item < 0 ? null : items[known.item].category);
    if (rule >= 0 && known.place === thing.length && sounding(thing, found)) { return -1; }
    mentioned(thing, found);
    if (known.place < thing.length) {
      byText["$" + thing.slice(known.place)].forEach(function (i) { found.add(names[i].item, i, "question", rank(askedFor, names[i].source, 0, 0)); });
    }
    if (rule >= 0 || found.count()) { return rule; }
    if (thing.length >= 2 && thing.length < question.length) { holding(thing, found); }
    if (!found.count()) { alike(thing, found); }
    return -1;
  }

  function knownEnding(thing) {
    for (let place = 0; place <= thing.length - 2; place++) {
      const named = byText["$" + thing.slice(place)];
      if (named) { return { place: place, item: names[named[0]].item }; }
    }
    return { place: thing.length, item: -1 };
  }

  function judge(thing, known, category) {
    let best = null;
    rules.forEach(function (rule, at) {
      if (category !== null && rule.from.length && rule.from.indexOf(category) < 0) { return; }
      rule.ends.forEach(function (end) {
        if (!thing.endsWith(end)) { return; }
        const before = thing.slice(0, Math.min(known, thing.length - end.length));
        const holds = rule.having.length ? rule.having.some(function (word) { return before.indexOf(word) >= 0; }) : known >= thing.length;
        const one = { rule: at, length: end.length, having: rule.having.length > 0 };
        if (holds && goesFirst(one, best)) { best = one; }
      });
    });
    return best && rules[best.rule].category !== null ? best.rule : -1;
  }

  function mentioned(thing, found) {
    let covered = 0;
    for (let place = 0; place < thing.length; place++) {
      let longest = thing.length - place;
      while (longest > 0 && !byText["$" + thing.substr(place, longest)]) { longest--; }
      if (longest < 2 || place + longest <= covered) { continue; }
      covered = place + longest;
      if (covered < thing.length && !betweenWords.test(thing.slice(covered))) { continue; }
      byText["$" + thing.substr(place, longest)].forEach(function (i) {
        found.add(names[i].item, i, "question", rank(asked, 0, longestForSlips - Math.min(longest, longestForSlips), place));
      });
    }
  }

  function holding(thing, found) {
    names.forEach(function (one, i) {
      const place = one.text.indexOf(thing);
      if (place >= 0) { found.add(one.item, i, "question", rank(asked, one.source, one.text.length - thing.length, place)); }
    });
  }

  function alike(text, found) {
    if (!text || text.length > longestText) { return; }
    sounding(text, found);
    const wanted = different(text), slips = text.length >= 5 ? 2 : 1;
    names.forEach(function (one, i) {
      const common = shared(text, one.text);
      if (common && common >= wanted - slips) { compare(one, i, text, slips, common === wanted, found); }
    });
  }

  function compare(one, i, text, slips, holdsAll, found) {
    const away = distance(text, one.text, slips), extra = Math.abs(one.text.length - text.length);
    const replaced = text.length < 3 && one.text.length <= text.length;
    if (away <= slips && !replaced) {
      found.add(one.item, i, "fuzzy", rank(away <= 1 ? oneSlip : twoSlips, one.source, extra, 0));
    } else if (holdsAll && text.length >= 3 && ordered(text, one.text)) {
      found.add(one.item, i, "fuzzy", rank(inOrder, one.source, extra, 0));
    }
  }

  function sounding(text, found) {
    if (!text || text.length > longestText) { return false; }
    let letters = "";
    for (let i = 0; i < text.length; i++) {
      if (!readings[text[i]]) { return false; }
      letters += readings[text[i]];
    }
    names.forEach(function (one, i) {
      if (one.pinyin === letters && one.text.length === text.length) { found.add(one.item, i, "fuzzy", rank(soundsAlike, one.source, 0, 0)); }
    });
    return found.count() > 0;
  }

  /** The thing a folded question is about: words around it are taken off both ends, again and again. */
  function core(question) {
    let rest = question, changed = true;
    while (changed) {
      changed = false;
      index.around.forEach(function (word) {
        if (rest.startsWith(word)) { rest = rest.slice(word.length); changed = true; }
        if (rest.endsWith(word)) { rest = rest.slice(0, rest.length - word.length); changed = true; }
      });
    }
    return rest || question;
  }

  return { find: find, nearest: nearest, thing: function (query) { return core(fold(query).text); }, items: items, rules: rules };
}

function goesFirst(one, other) {
  if (!other) { return true; }
  if (one.having || other.having) { return one.having && (!other.having || one.rule < other.rule); }
  return one.length !== other.length ? one.length > other.length : one.rule < other.rule;
}
