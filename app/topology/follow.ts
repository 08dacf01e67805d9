import { useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Of a second, the picture's own work takes at most one part in this many; what glides and fades is not held up by it. */
const SHARE = 6;

/**
 * Says when to draw the cluster anew: at once while that is cheap, else at a distance that leaves the page its frames.
 * @returns a number that changes when it is time
 */
export function useFollow(revision: number, requests: number): number {
  const [turn, setTurn] = useState(0);
  const cost = useRef({ begun: 0, took: 0, ended: 0 });
  cost.current.begun = performance.now();
  useLayoutEffect(() => {
    const now = performance.now();
    Object.assign(cost.current, { took: now - cost.current.begun, ended: now });
  }, [turn]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: they say that the cluster changed
  useEffect(() => {
    const { took, ended } = cost.current;
    const rest = took < 2 ? 0 : took * (SHARE - 1) - (performance.now() - ended);
    if (rest <= 0) {
      setTurn((old) => old + 1);
      return;
    }
    const timer = setTimeout(() => setTurn((old) => old + 1), rest);
    return () => clearTimeout(timer);
  }, [revision, requests]);
  return turn;
}
