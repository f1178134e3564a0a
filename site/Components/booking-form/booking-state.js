// What the modules of the booking share while the page is open: the answers, the catalogue, and errors that wait for their question.
import { get } from "./api.js";
import { recall } from "./booking-answers.js";

/** `later` holds errors to show once the question they belong to is open. */
export const state = { answers: recall(), catalogue: null, later: null };

/** The catalogue, fetched once. */
export async function theCatalogue() {
  if (!state.catalogue) { state.catalogue = await get("/bookings/catalogue"); }
  return state.catalogue;
}
