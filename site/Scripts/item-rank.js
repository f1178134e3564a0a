// Why an item is found, the best reason first, and the hits in that order.
const most = 255;

/** The reasons. */
export const whole = 0, wholePinyin = 1, wholeInitials = 2, beginning = 3, pinyinBeginning = 4, initialsBeginning = 5, inside = 6, pinyinInside = 7,
  initialsInside = 8, askedFor = 9, asked = 10, soundsAlike = 11, oneSlip = 12, twoSlips = 13, inOrder = 14;

/** The reason first, then how much more the name holds, where the name comes from, and how far inside it stands. */
export function rank(reason, source, extra, place) {
  return reason * 16777216 + Math.min(extra, most) * 65536 + source * 256 + Math.min(place, most);
}

/** The reason by where a query stands in a name. */
export function choose(atWhole, atBeginning, fromInside, extra, place) {
  return place > 0 ? fromInside : extra === 0 ? atWhole : atBeginning;
}

/** Gathers hits: the best reason of each item counts. */
export function gather(items, names) {
  const best = new Map();
  return {
    add: function (item, i, match, value) {
      const had = best.get(item);
      if (!had || value < had.rank) { best.set(item, { rank: value, name: i, match: match }); }
    },
    count: function () { return best.size; },
    best: function (limit) {
      return Array.from(best).sort(function (a, b) { return a[1].rank - b[1].rank || a[0] - b[0]; }).slice(0, Math.max(limit, 0)).map(function (pair) {
        return { item: items[pair[0]], match: pair[1].match, matched: names[pair[1].name].shown };
      });
    }
  };
}
