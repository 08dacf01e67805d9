/** What a real kubectl takes, in virtual ms. */

/** Until it has started. */
export const START_MS = 45;
/** A request on its way and back. */
export const ROUND_TRIP_MS = 5;
