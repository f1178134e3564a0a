// 长辈版, remembered on the device. A classic script in the head, so that the page is never first drawn small and then large.
// It is the only script every page loads; without it the page is simply the ordinary one, which is large enough already.
(function () {
  var root = document.documentElement;
  var wish = /[?&]elder=([01])/.exec(location.search);

  function remembered() {
    try { return localStorage.getItem("elder") === "1"; } catch (refused) { return false; }
  }

  function set(on) {
    if (on) { root.setAttribute("data-size", "elder"); } else { root.removeAttribute("data-size"); }
    try { localStorage.setItem("elder", on ? "1" : "0"); } catch (refused) { /* a private window: it holds for this page */ }
    label(on);
  }

  function label(on) {
    var link = document.querySelector("[data-elder]");
    if (!link) { return; }
    link.textContent = on ? "普通版" : "长辈版";
    link.setAttribute("href", on ? "?elder=0" : "?elder=1");
  }

  root.setAttribute("data-scripts", "");
  if (wish) { set(wish[1] === "1"); } else if (remembered()) { root.setAttribute("data-size", "elder"); }
  document.addEventListener("DOMContentLoaded", function () {
    var elder = root.getAttribute("data-size") === "elder";
    label(elder);
    document.querySelector("[data-elder]").addEventListener("click", function (event) {
      event.preventDefault();
      set(root.getAttribute("data-size") !== "elder");
    });
  });
})();
