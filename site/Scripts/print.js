// Buttons that print the page. In WeChat, which cannot print, the button says what else to do.
import { all } from "./dom.js";

all("[data-print]").forEach(function (button) {
  button.addEventListener("click", function () {
    if (/MicroMessenger/i.test(navigator.userAgent)) { button.textContent = "微信里不能打印，请截图，或用浏览器打开"; return; }
    window.print();
  });
});
