// What the picture asks of the browser.
import { type RefObject, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { usePage } from '../base/state.ts';

/** Inner size of an element, px. */
export function useSize(ref: RefObject<HTMLElement | null>): { readonly width: number; readonly height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const read = () =>
      setSize((old) =>
        old.width === element.clientWidth && old.height === element.clientHeight
          ? old
          : { width: element.clientWidth, height: element.clientHeight },
      );
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return size;
}

/** A value that follows the newest one, but changes at most once in `rest` ms. */
export function useRested<T>(value: T, rest: number): T {
  const [shown, setShown] = useState(value);
  const latest = useRef(value);
  latest.current = value;
  const changedAt = useRef(0);
  useEffect(() => {
    const timer = setTimeout(
      () => {
        changedAt.current = performance.now();
        setShown(latest.current);
      },
      Math.max(0, changedAt.current + rest - performance.now()),
    );
    return () => clearTimeout(timer);
  });
  return shown;
}

const REDUCED = matchMedia('(prefers-reduced-motion: reduce)');

/** Whether the page keeps still, by its setting or the system's. */
export function useReducedMotion(): boolean {
  const motion = usePage((state) => state.motion);
  const asked = useSyncExternalStore(
    (changed) => {
      REDUCED.addEventListener('change', changed);
      return () => REDUCED.removeEventListener('change', changed);
    },
    () => REDUCED.matches,
  );
  return motion === 'reduced' || (motion === 'system' && asked);
}

/** Calls when the page's theme may have changed, for what is painted and not styled. */
export function useThemeChange(ref: RefObject<HTMLElement | null>, changed: () => void): void {
  const latest = useRef(changed);
  latest.current = changed;
  useEffect(() => {
    const call = () => latest.current();
    const observer = new MutationObserver(call);
    for (let element: HTMLElement | null = ref.current; element; element = element.parentElement) {
      observer.observe(element, { attributes: true, attributeFilter: ['class', 'data-theme', 'style'] });
    }
    const query = matchMedia('(prefers-color-scheme: dark)');
    query.addEventListener('change', call);
    return () => {
      observer.disconnect();
      query.removeEventListener('change', call);
    };
  }, [ref]);
}
