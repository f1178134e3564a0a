// The crew's page. Everything that is noted goes into the phone's queue first, with the time it happened, and from there to the server: at once when there is
// a connection, later when there is none. "带走今天的清单" keeps the round itself, so that the page opens without a connection.
import { works } from "./round-store.js";
import { session } from "./round-queue.js";
import { busy, isFresh, part } from "./round-page.js";
import { expire, showKept, take, tellKept } from "./round-kept.js";
import { flush, markWaiting, tellQueue } from "./round-sending.js";
import { wireForms } from "./round-form.js";

const retryAfter = 30000;

if (works) { start().catch(function () { part("kept").textContent = "这部手机不能保存清单，请保持联网使用。"; }); }

async function start() {
  part("round-tools").hidden = false;
  part("take").addEventListener("click", busy(part("take"), take));
  part("send").addEventListener("click", busy(part("send"), flush));
  window.addEventListener("online", flush);
  document.addEventListener("visibilitychange", function () { if (!document.hidden) { expire().then(flush); } });
  setInterval(function () { expire().then(flush); }, retryAfter);
  await expire();
  if (isFresh) { await session().catch(function () { return null; }); } else { await showKept(); }
  wireForms();
  await tellKept();
  await tellQueue();
  await markWaiting();
  await flush();
}
