// The index file (content/Model/Sorting/SearchIndexFile.cs) taken apart: items, all their names with how they sound, and the rules.
import { different, folder } from "./item-letters.js";

/** { fold, readings, items, names, byText, around, rules }; `byText` finds the places of names by "$" and their folded text. */
export function readIndex(file) {
  const fold = folder(file.traditional);
  const readings = {};
  file.readings.split(" ").forEach(function (line) {
    const at = /^[a-z]+/.exec(line)[0].length;
    line.slice(at).split("").forEach(function (character) { readings[character] = line.slice(0, at); });
  });
  const spoken = {};
  file.spoken.split("|").forEach(function (line) { const at = line.indexOf("="); spoken[line.slice(0, at)] = line.slice(at + 1); });
  const items = [], names = [], byText = {};
  file.items.forEach(function (line, item) {
    const cells = line.split("|");
    [cells[0]].concat(cells.slice(2)).forEach(function (text, i) {
      const part = i > 0 && text.charAt(0) === "+";
      names.push(name(item, part ? text.slice(1) : text, i === 0 ? 0 : part ? 1 : 2));
    });
    const read = readingOf(cells[0]);
    items.push({ id: file.ids[item] || read.replace(/ /g, "-"), name: cells[0], category: file.categories[cells[1]] });
  });
  names.forEach(function (one, i) {
    (byText["$" + one.text] = byText["$" + one.text] || []).push(i);
    for (let at = 0; one.text.length === one.syllables.length && at < one.text.length; at++) {
      readings[one.text[at]] = readings[one.text[at]] || one.syllables[at];
    }
  });
  const around = Array.from(new Set(file.words.split(" ").map(function (word) { return fold(word).text; }))).sort(function (a, b) {
    return b.length - a.length || (a < b ? -1 : a > b ? 1 : 0);
  });
  const rules = file.rules.map(function (line) {
    const cells = line.split("|");
    const list = function (cell) { return cell ? cell.split(" ").map(function (word) { return fold(word).text; }) : []; };
    return { id: cells[0], category: cells[1] === "" ? null : file.categories[cells[1]], having: list(cells[2]), ends: list(cells[3]), from: cells[4] ? cells[4].split(" ") : [], say: cells[5] };
  });
  return { fold: fold, readings: readings, items: items, names: names, byText: byText, around: around, rules: rules };

  function readingOf(text) {
    if (Object.prototype.hasOwnProperty.call(spoken, text)) { return spoken[text]; }
    return text.split("").filter(function (c) { return readings[c]; }).map(function (c) { return readings[c]; }).join(" ");
  }

  function name(item, text, source) {
    const folded = fold(text).text;
    let syllables = readingOf(text).split(" ").filter(Boolean);
    if (!syllables.length && /^[a-z0-9]+$/.test(folded)) { syllables = [folded]; }
    return {
      item: item, text: folded, shown: text, source: source, syllables: syllables, pinyin: syllables.join(""),
      initials: syllables.map(function (one) { return one[0]; }).join(""), different: different(folded)
    };
  }
}
