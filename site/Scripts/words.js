// Dates, distances and opening states as people say them.

const weekdays = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];
const windows = { morning: "上午", afternoon: "下午" };
const categories = {
  recyclable: "可回收物", kitchen: "厨余垃圾", hazardous: "有害垃圾", residual: "其他垃圾",
  bulky: "大件垃圾", construction: "装修垃圾", farm: "农业废弃物", special: "专门渠道"
};

/** "2026-12-03" → 12月3日（周四）. The day itself, whatever zone the device is in. */
export function day(date) {
  const parts = date.split("-").map(Number);
  const weekday = new Date(Date.UTC(parts[0], parts[1] - 1, parts[2])).getUTCDay();
  return parts[1] + "月" + parts[2] + "日（" + weekdays[weekday] + "）";
}

/** "2026-12-03" → 12月3日 星期四, as booking pages say it. */
export function fullDay(date) {
  return day(date).replace("（周", " 星期").replace("）", "");
}

/** A slot in full: 12月3日 星期四 上午 8:00–12:00. */
export function fullSlot(one) {
  return fullDay(one.date) + " " + part(one);
}

/** An instant as a time of day in China: 14:05. */
export function timeOfDay(instant) {
  return new Date(new Date(instant).getTime() + 8 * 3600 * 1000).toISOString().slice(11, 16);
}

/** An instant in words: 12月2日 星期三 16:00. */
export function moment(instant) {
  return fullDay(new Date(new Date(instant).getTime() + 8 * 3600 * 1000).toISOString().slice(0, 10)) + " " + timeOfDay(instant);
}

/** A slot in words: 12月3日（周四）上午 8:00–12:00. */
export function slot(one) {
  return day(one.date) + part(one);
}

/** The part of the day: 上午 8:00–12:00. The word joiners keep the times on one line. */
export function part(one) {
  return (windows[one.window] || one.window) + " " + clock(one.startsAt) + "\u2060–\u2060" + clock(one.endsAt);
}

function clock(time) {
  return time.slice(0, 5).replace(/^0/, "");
}

/** 412 → 420 米, 1870 → 1.9 公里: as exact as a walker can use. */
export function distance(metres) {
  if (metres < 1000) { return Math.max(10, Math.round(metres / 10) * 10) + " 米"; }
  return (metres / 1000).toFixed(metres < 10000 ? 1 : 0) + " 公里";
}

/** Name of a sorting category. */
export function category(code) {
  return categories[code] || code;
}

/** How sure an answer is. */
export function confidence(code) {
  return { official: "官方依据", reference: "参考来源", probable: "待核实" }[code] || code;
}
