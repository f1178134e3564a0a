// Buttons that print the page; what is folded on the screen is unfolded on paper. In WeChat, which cannot print, the button says what else to do.
import { all } from "./dom.js";

all("[data-print]").forEach(function (button) {
  button.addEventListener("click", function () {
    if (/MicroMessenger/i.test(navigator.userAgent)) { button.textContent = "微信里不能打印，请截图，或用浏览器打开"; return; }
    window.print();
  });
});

function unfold(open) {
  all("[data-open-on-paper]").forEach(function (details) { details.open = open; });
}
window.addEventListener("beforeprint", function () { unfold(true); });
window.addEventListener("afterprint", function () { unfold(false); });
