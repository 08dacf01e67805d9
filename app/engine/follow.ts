import { startTransition, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type Shown, shownIn, useEngine } from './engine.ts';

/** What takes less, ms, is drawn at once, each time. */
const CHEAP_MS = 2;
/** What takes more is drawn a little at a time, between frames, and rests so long, ms, before the next time; or as long as it took. */
const REST_MS = 90;

/**
 * Says when to draw the cluster anew: at once while that is cheap, else at a distance that leaves the page its frames.
 * The panel itself is not drawn in between.
 * @param watched what of the shown cluster the panel depends on
 * @param least no oftener than once in so long, ms
 * @returns a number that changes when it is time
 */
export function useFollow(watched: (shown: Shown) => unknown, least = 0): number {
  const [turn, setTurn] = useState(0);
  const cost = useRef({ begun: 0, took: 0, ended: 0 });
  cost.current.begun = performance.now();
  const watch = useRef(watched);
  watch.current = watched;
  const drawing = watched(shownIn(useEngine.getState()));
  const drawn = useRef<unknown>(undefined);
  const asked = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each turn
  useLayoutEffect(() => {
    const now = performance.now();
    Object.assign(cost.current, { took: now - cost.current.begun, ended: now });
    drawn.current = drawing;
    asked.current = false;
  }, [turn]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const draw = (): void => {
      timer = undefined;
      asked.current = true;
      const next = (): void => setTurn((old) => old + 1);
      if (cost.current.took < CHEAP_MS) next();
      else startTransition(next);
    };
    const look = (): void => {
      if (timer !== undefined || asked.current || watch.current(shownIn(useEngine.getState())) === drawn.current) return;
      const { took, ended } = cost.current;
      const rest = Math.max(least, took < CHEAP_MS ? 0 : Math.max(REST_MS, took)) - (performance.now() - ended);
      if (rest <= 0) draw();
      else timer = setTimeout(draw, rest);
    };
    look();
    const stop = useEngine.subscribe(look);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [least]);
  return turn;
}
