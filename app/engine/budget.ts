/**
 * How long one frame may compute before the page gets its turn; the cluster's clock then falls behind a little. What is left has to do for
 * drawing, which takes one machine three times as long as another: so a late frame makes the next ones cheaper, and those on time give it
 * back little by little.
 */

/** Milliseconds a frame. */
export const MOST = 6;
const LEAST = 2;
/** From one frame to the next, when none was missed: at sixty a second, and some. */
const ON_TIME_MS = 20;
const LESS = 0.7;
const MORE_MS = 0.05;

/** The budget (ms) of the next frame, by that of the last one and the time since that. */
export function budgetAfter(budget: number, elapsed: number): number {
  return elapsed > ON_TIME_MS ? Math.max(LEAST, budget * LESS) : Math.min(MOST, budget + MORE_MS);
}
