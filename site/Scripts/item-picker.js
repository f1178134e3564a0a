// What is to be taken: the catalogue with search over names and aliases, a picture each, counts, the volume so far against the
// limit, and where that goes which is never taken. Used by the booking and by a change of it.
import { add, all, fill, find, make } from "./dom.js";
import { picture } from "./item-pictures.js";

/** Metres³ as people read them: at most three decimals, no needless zero. */
export function cubic(metres) {
  return String(Math.round(metres * 1000) / 1000);
}

/** What a catalogue says about an item for a class: null when it may be booked, otherwise { reason, goTo, link }. */
export function stopOf(catalogue, item, klass) {
  const rules = classOf(catalogue, klass);
  const refused = rules ? rules.refused.filter(function (one) { return one.items.indexOf(item.code) >= 0 || one.services.indexOf(item.category) >= 0; })[0] : null;
  return refused || item.refusal || null;
}

function classOf(catalogue, klass) {
  return catalogue.classes.filter(function (one) { return one.code === klass; })[0];
}

function limitsOf(catalogue, klass) {
  const rules = classOf(catalogue, klass);
  return rules ? rules.limits : catalogue.limits;
}

/** Lines and volume of counts by code. */
export function totals(catalogue, counts) {
  const chosen = catalogue.items.filter(function (item) { return counts[item.code] > 0; });
  return {
    lines: chosen.map(function (item) { return { code: item.code, name: item.name, unit: item.unit || "件", count: counts[item.code], cubicMetres: item.cubicMetres }; }),
    cubicMetres: chosen.reduce(function (sum, item) { return sum + counts[item.code] * item.cubicMetres; }, 0)
  };
}

/** What is wrong with the counts, in words; null when nothing is. */
export function tooMuch(catalogue, sum, klass) {
  const most = limitsOf(catalogue, klass);
  if (sum.lines.length > most.lines) { return "一次最多 " + most.lines + " 种东西，您选了 " + sum.lines.length + " 种。请减几样，或分两次约。"; }
  if (sum.cubicMetres > most.cubicMetres + 1e-9) { return "一次最多 " + cubic(most.cubicMetres) + " 立方米，您选的约 " + cubic(sum.cubicMetres) + " 立方米。请减几样，或分两次约。"; }
  return null;
}

/** Shows the catalogue in `section`; answers { counts() }. `changed` is told of every change. */
export function itemPicker(section, catalogue, klass, counts, changed) {
  const list = find("[data-catalogue]", section);
  const search = find("[data-item-search]", section);
  const said = find("[data-item-found]", section);
  const bar = find("[data-volume]", section);
  const chosen = Object.assign({}, counts);
  catalogue.items.forEach(function (item) { if (stopOf(catalogue, item, klass)) { delete chosen[item.code]; } });
  search.value = "";
  search.oninput = function () { show(search.value.trim().toLowerCase()); };
  search.onkeydown = function (event) { if (event.key === "Enter" && !event.isComposing) { event.preventDefault(); } };
  show("");
  tell();
  return { counts: function () { return Object.assign({}, chosen); } };

  function show(text) {
    const found = catalogue.items.filter(function (item) { return !text || names(item).some(function (name) { return name.indexOf(text) >= 0; }); });
    const groups = catalogue.categories.map(function (group) {
      return { name: group.name, items: found.filter(function (item) { return item.category === group.code; }) };
    }).filter(function (group) { return group.items.length; });
    const stops = found.filter(function (item) { return stopOf(catalogue, item, klass); });
    fill(list, groups.map(function (group) {
      const open = group.items.filter(function (item) { return !stopOf(catalogue, item, klass); });
      return open.length ? [make("h3", {}, group.name), make("ul", { class: "goods" }, open.map(line))] : null;
    }));
    if (stops.length) {
      const cards = make("ul", { class: "goods" }, stops.map(stopLine));
      add(list, text ? cards : make("details", {}, make("summary", {}, "这 " + stops.length + " 样不能约，另有去处"), cards));
    }
    fill(said, !text ? "" : found.length ? "找到 " + found.length + " 样。"
      : ["单子里没有“" + search.value.trim() + "”。换个叫法，或者", make("a", { href: "/sorting/?q=" + encodeURIComponent(search.value.trim()) }, "查它该往哪儿去"), "。"]);
  }

  function names(item) {
    return [item.name].concat(item.aliases || []).map(function (name) { return name.toLowerCase(); });
  }

  function line(item) {
    const unit = item.unit || "件";
    const id = "item-" + item.code;
    const count = make("input", { id: id, "data-item": item.code, type: "text", inputmode: "numeric", maxlength: "2", autocomplete: "off", value: chosen[item.code] || 0, "aria-describedby": id + "-about" });
    const less = make("button", { type: "button", "data-less": item.code, "aria-label": "少一" + unit + "：" + item.name }, "−");
    const more = make("button", { type: "button", "data-more": item.code, "aria-label": "多一" + unit + "：" + item.name }, "+");
    const advice = make("div", { class: "advice" });
    const row = make("li", {}, picture(item.code, item.category),
      make("div", { class: "what" }, make("label", { for: id }, item.name),
        make("span", { class: "quiet", id: id + "-about" }, "约 " + cubic(item.cubicMetres) + " 立方米")),
      make("div", { class: "stepper" }, less, count, more), advice);
    less.addEventListener("click", function () { set((chosen[item.code] || 0) - 1); });
    more.addEventListener("click", function () { set((chosen[item.code] || 0) + 1); });
    count.addEventListener("focus", function () { count.select(); });
    count.addEventListener("change", function () { set(toNumber(count.value)); });
    draw();
    return row;

    function set(wanted) {
      const now = Math.max(0, Math.min(item.maxPerBooking, wanted));
      if (now) { chosen[item.code] = now; } else { delete chosen[item.code]; }
      draw();
      tell(item.name + " " + now + " " + unit + (wanted > item.maxPerBooking ? "，一次最多这么多" : "") + "。");
      changed(chosen);
    }

    function draw() {
      const now = chosen[item.code] || 0;
      count.value = now;
      disable(less, now === 0);
      disable(more, now >= item.maxPerBooking);
      row.className = now ? "chosen" : "";
      fill(advice, !now ? [] : [
        now >= item.maxPerBooking ? make("p", {}, "一次最多 " + item.maxPerBooking + " " + unit + "。") : null,
        item.reuse ? make("p", {}, make("strong", {}, "先想想："), item.reuse) : null,
        item.prepare ? make("p", {}, make("strong", {}, "来车以前："), item.prepare) : null
      ]);
    }
  }

  // aria-disabled, not disabled: the focus stays on the button that was pressed.
  function disable(button, on) {
    if (on) { button.setAttribute("aria-disabled", "true"); } else { button.removeAttribute("aria-disabled"); }
  }

  function stopLine(item) {
    const why = stopOf(catalogue, item, klass);
    return make("li", { class: "stopped", "data-stop": item.code }, picture(item.code, item.category),
      make("div", { class: "what" }, make("strong", {}, item.name), make("span", { class: "tag" }, "不能约")),
      make("div", { class: "advice" }, make("p", {}, why.reason), make("p", {}, make("strong", {}, "送到哪里："), why.goTo),
        why.link ? make("p", {}, make("a", { href: why.link }, "怎么办", make("span", { class: "unseen" }, "：" + item.name))) : null));
  }

  function tell(first) {
    const sum = totals(catalogue, chosen);
    const wrong = tooMuch(catalogue, sum, klass);
    const pieces = sum.lines.reduce(function (all, one) { return all + one.count; }, 0);
    const words = pieces ? "共 " + sum.lines.length + " 种 " + pieces + " 件，约 " + cubic(sum.cubicMetres) + " 立方米" : "还没有选";
    const most = "最多 " + cubic(limitsOf(catalogue, klass).cubicMetres) + " 立方米";
    fill(bar, [first ? make("span", { class: "unseen" }, first) : null, wrong || words + "，" + most + "。"]);
    bar.classList.toggle("over", Boolean(wrong));
    const meter = find("[data-meter] rect:last-child", section);
    if (meter) { meter.setAttribute("width", Math.min(200, 200 * sum.cubicMetres / limitsOf(catalogue, klass).cubicMetres)); }
  }
}

// Full-width digits count; anything else is none.
function toNumber(text) {
  const digits = text.replace(/[０-９]/g, function (one) { return String.fromCharCode(one.charCodeAt(0) - 0xFEE0); }).replace(/\s/g, "");
  return /^\d{1,4}$/.test(digits) ? Number(digits) : 0;
}

/** The first control of a picker, for errors. */
export function firstItem(section) {
  const first = all("[data-item]", section)[0];
  return first ? first.id : "";
}
