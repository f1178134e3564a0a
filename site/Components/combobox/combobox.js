// An editable box with a list of suggestions, after the WAI-ARIA Authoring Practices (combobox, list autocomplete, manual selection).
// combobox(input, { suggest, choose, nothing }): `suggest(text)` answers { options: [{ value, label, hint }], more }, at once or later;
// `choose(option)` is told of a choice and of null when the box was emptied; `nothing(text)` says what to do when nothing fits.
import { fill, find, make } from "./dom.js";

const pauseMs = 120;

/** Makes an input (from Combobox.razor) a combobox; answers { show(option), input }. */
export function combobox(input, settings) {
  const list = find("#" + input.id + "-list");
  const status = find("#" + input.id + "-status");
  const clear = find("#" + input.id + "-clear");
  let options = [];
  let active = -1;
  let asked = 0;
  let timer = 0;
  let shown = "";

  input.addEventListener("input", function () { clear.hidden = !input.value; clearTimeout(timer); timer = setTimeout(ask, pauseMs); });
  input.addEventListener("keydown", press);
  input.addEventListener("click", function () { if (list.hidden) { ask(); } });
  input.addEventListener("blur", leave);
  list.addEventListener("mousedown", function (event) { event.preventDefault(); }); // the input keeps the focus
  list.addEventListener("click", function (event) { take(options[indexOf(event.target)]); });
  clear.addEventListener("click", function () { show(null); close(); settings.choose(null); input.focus(); });

  async function ask() {
    const mine = ++asked;
    const text = input.value.trim();
    let found;
    try {
      found = await settings.suggest(text);
    } catch (offline) {
      found = { options: [], words: "名单没有取到，请检查网络再试。" };
    }
    if (mine === asked && document.activeElement === input) { open(found, text); }
  }

  function open(found, text) {
    options = found.options;
    active = -1;
    fill(list, options.map(function (one, i) {
      return make("li", { role: "option", id: input.id + "-" + i, "aria-selected": "false" },
        make("span", {}, one.label), one.hint ? make("span", { class: "hint" }, one.hint) : null);
    }));
    list.hidden = !options.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    input.removeAttribute("aria-activedescendant");
    say(found.words || (options.length
      ? options.length + " 个可选，按上下键挑选" + (found.more ? "；还有 " + found.more + " 个没列出，再多写几个字。" : "。")
      : text ? settings.nothing(text) : ""));
  }

  function close() {
    asked++;
    clearTimeout(timer);
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function leave() {
    close();
    say("");
    if (!input.value.trim() && shown) { show(null); settings.choose(null); }
  }

  function press(event) {
    if (event.isComposing || event.keyCode === 229) { return; } // an input method is at work
    const moves = { ArrowDown: 1, ArrowUp: -1, Down: 1, Up: -1 };
    if (moves[event.key]) {
      event.preventDefault();
      if (event.altKey) { if (event.key.indexOf("Up") >= 0) { close(); } else { ask(); } return; }
      if (list.hidden) { ask().then(function () { move(moves[event.key]); }); } else { move(moves[event.key]); }
    } else if (event.key === "Enter") {
      if (list.hidden) { return; }
      event.preventDefault();
      if (active >= 0) { take(options[active]); } else if (options.length === 1) { take(options[0]); }
    } else if (event.key === "Escape" || event.key === "Esc") {
      event.preventDefault();
      if (!list.hidden) { close(); } else if (input.value) { show(null); settings.choose(null); }
    } else if (event.key === "Home" || event.key === "End" || event.key === "ArrowLeft" || event.key === "ArrowRight") {
      mark(-1);
    }
  }

  function move(step) {
    if (!options.length) { return; }
    const start = active < 0 && step < 0 ? 0 : active;
    mark((start + step + options.length) % options.length);
  }

  function mark(index) {
    if (active >= 0 && list.children[active]) { list.children[active].setAttribute("aria-selected", "false"); }
    active = index;
    if (index < 0) { input.removeAttribute("aria-activedescendant"); return; }
    const one = list.children[index];
    one.setAttribute("aria-selected", "true");
    input.setAttribute("aria-activedescendant", one.id);
    const top = one.offsetTop;
    if (top < list.scrollTop) { list.scrollTop = top; }
    if (top + one.offsetHeight > list.scrollTop + list.clientHeight) { list.scrollTop = top + one.offsetHeight - list.clientHeight; }
  }

  function take(option) {
    if (!option) { return; }
    show(option);
    close();
    say("");
    settings.choose(option);
  }

  function show(option) {
    shown = option ? option.label : "";
    input.value = shown;
    clear.hidden = !shown;
  }

  function indexOf(target) {
    let one = target;
    while (one && one.parentNode !== list) { one = one.parentNode; }
    return Array.prototype.indexOf.call(list.children, one);
  }

  function say(words) {
    status.textContent = words;
  }

  return { show: show, input: input };
}
