// Takes the time and makes the booking: a hold while the form is filled in, then one request under one key, however often it is pressed.
import { send } from "./api.js";
import { keep } from "./booking-answers.js";
import { state, theCatalogue } from "./booking-state.js";
import { plainDigits } from "./floor.js";
import { totals } from "./item-picker.js";

function wish() {
  const body = {
    slot: state.answers.slot.id, village: state.answers.village, address: state.answers.address,
    items: totals(state.catalogue, state.answers.items).lines.map(function (one) { return { code: one.code, count: one.count }; })
  };
  if (state.catalogue.classes) { Object.assign(body, { class: state.answers.klass, access: state.answers.access, floor: state.answers.floor, lift: Boolean(state.answers.lift) }); }
  return body;
}

/** Is this very wish held? */
export function isHeld() {
  return state.answers.hold && state.answers.heldFor === JSON.stringify(wish());
}

/** Takes the time; what was held before goes back. */
export async function hold() {
  await theCatalogue();
  const body = wish();
  const held = await send("POST", "/bookings/holds", body);
  giveBack();
  state.answers.hold = held.hold;
  state.answers.heldFor = JSON.stringify(body);
  state.answers.heldUntil = held.expiresAt;
  state.answers.quote = held.quote;
  keep(state.answers);
}

// A time that is no longer wanted goes back at once; when that fails it runs out by itself.
export function giveBack() {
  if (state.answers.hold && !state.answers.sent) { send("DELETE", "/bookings/holds/" + encodeURIComponent(state.answers.hold)).catch(function () { /* it runs out */ }); }
  delete state.answers.hold;
}

// One key per booking: a second press, or a press after the answer was lost on the way, gets the first answer again. A request whose
// answer never came is asked for first, or a changed note would make a second booking of it.
export async function confirm() {
  if (state.answers.sent) {
    const known = await outcome();
    if (known) { made(known); return; }
  }
  if (!isHeld()) { await hold(); }
  try {
    made(await request());
  } catch (problem) {
    if (problem.code !== "hold_unknown") { throw problem; }
    delete state.answers.hold; // forgotten by the server: take the same time again, silently
    await hold();
    made(await request());
  }
}

async function request() {
  state.answers.key = newKey();
  state.answers.sent = JSON.stringify({ hold: state.answers.hold, phone: state.answers.phone, name: state.answers.name || undefined, note: state.answers.note || undefined });
  keep(state.answers);
  return outcome();
}

// The answer to what was sent; an answer that says no ends the attempt, silence leaves it open.
export async function outcome() {
  const sent = state.answers.sent;
  const now = JSON.stringify({ hold: state.answers.hold, phone: state.answers.phone, name: state.answers.name || undefined, note: state.answers.note || undefined });
  try {
    return await send("POST", "/bookings", JSON.parse(sent), { "Idempotency-Key": state.answers.key });
  } catch (problem) {
    if (problem.status === 0 || problem.status === 429 || problem.status >= 500 || problem.code === "idempotency_key_in_flight") { throw problem; }
    delete state.answers.sent;
    keep(state.answers);
    if (sent !== now) { return null; }
    throw problem;
  }
}

function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.prototype.map.call(bytes, function (byte) { return ("0" + byte.toString(16)).slice(-2); }).join("");
}

// The answers go, the number stays.
export function made(booking) {
  const mobile = /^(86)?1\d{10}$/.test(plainDigits(state.answers.phone || "").replace(/\D/g, ""));
  state.answers = {
    done: {
      reference: booking.reference, label: booking.label, token: booking.manageToken, slot: booking.slot, items: booking.items,
      changeUntil: booking.changeUntil, sample: booking.sample, where: state.answers.villageName, access: state.answers.access, mobile: mobile
    }
  };
  keep(state.answers);
}
