// Buttons that copy the text of an element of the page.
import { all, find } from "./dom.js";

all("[data-copy-from]").forEach(function (button) {
  button.addEventListener("click", async function () {
    const words = find("[role=status]", button.parentNode);
    try {
      await navigator.clipboard.writeText(document.getElementById(button.getAttribute("data-copy-from")).innerText.trim());
      words.textContent = "已复制";
    } catch (refused) {
      words.textContent = "这台设备不让复制，请长按文字选取";
    }
  });
});
