// Looking around: zooming, dragging the ground, going from card to card by keys.
import { type KeyboardEvent, type PointerEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { Focus } from './focus.ts';
import { clampZoom, setView, useView } from './view.ts';

/** The wheel rests when it has not turned for so long. */
const WHEEL_REST_MS = 160;

export interface Zooming {
  /** Zooms so that the point at `at` (px in the panel) stays where it is; without one, the top middle does. */
  readonly zoomTo: (zoom: number, at?: { readonly x: number; readonly y: number }) => void;
  /** While the wheel turns: the zoom from before. What is there is scaled, and laid out anew when the wheel rests. */
  readonly before: number | undefined;
}

export function useZoom(scroller: RefObject<HTMLElement | null>): Zooming {
  const [before, setBefore] = useState<number>();
  const zoomTo = useCallback(
    (next: number, at?: { readonly x: number; readonly y: number }) => {
      const element = scroller.current;
      if (!element) return;
      const old = useView.getState().zoom;
      const zoom = clampZoom(next);
      const [x, y] = at ? [at.x, at.y] : [element.clientWidth / 2, 0];
      const [left, top] = [((element.scrollLeft + x) / old) * zoom - x, ((element.scrollTop + y) / old) * zoom - y];
      setView({ zoom });
      requestAnimationFrame(() => element.scrollTo(left, top));
    },
    [scroller],
  );
  useEffect(() => {
    const element = scroller.current;
    let rest: ReturnType<typeof setTimeout> | undefined;
    let frame: number | undefined;
    let turned = 0; // since the last frame
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      turned += event.deltaY;
      const { clientX, clientY } = event;
      frame ??= requestAnimationFrame(() => {
        const bounds = element!.getBoundingClientRect();
        const { zoom } = useView.getState();
        setBefore((known) => known ?? zoom);
        zoomTo(zoom * Math.exp(-turned * 0.0022), { x: clientX - bounds.left, y: clientY - bounds.top });
        frame = undefined;
        turned = 0;
        clearTimeout(rest);
        rest = setTimeout(() => setBefore(undefined), WHEEL_REST_MS);
      });
    };
    element?.addEventListener('wheel', wheel, { passive: false });
    return () => {
      element?.removeEventListener('wheel', wheel);
      if (frame !== undefined) cancelAnimationFrame(frame);
      clearTimeout(rest);
      setBefore(undefined);
    };
  }, [scroller, zoomTo]);
  return { zoomTo, before };
}

/** Dragging the ground scrolls; touch scrolls by itself. */
export function useDrag(scroller: RefObject<HTMLElement | null>) {
  const start = useRef<{ x: number; y: number; left: number; top: number } | undefined>(undefined);
  return {
    onPointerDown(event: PointerEvent) {
      const element = scroller.current;
      if (!element || event.pointerType !== 'mouse' || event.button !== 0 || (event.target as HTMLElement).closest('button, code, a'))
        return;
      start.current = { x: event.clientX, y: event.clientY, left: element.scrollLeft, top: element.scrollTop };
      element.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent) {
      const from = start.current;
      if (from) scroller.current?.scrollTo(from.left - event.clientX + from.x, from.top - event.clientY + from.y);
    },
    onPointerUp() {
      start.current = undefined;
    },
  };
}

/** Arrow keys go to the nearest card in that direction; Escape lets go; + and - zoom. */
export function moveAmongCards(
  event: KeyboardEvent<HTMLElement>,
  setActive: (key: string) => void,
  point: (focus: Focus | undefined) => void,
  zoomTo: (zoom: number) => void,
): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape') point(undefined);
  const { zoom } = useView.getState();
  if (event.key === '+' || event.key === '=') return zoomTo(zoom * 1.2);
  if (event.key === '-') return zoomTo(zoom / 1.2);
  if (event.key === '0') return zoomTo(1);
  const direction = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
  const from = (event.target as HTMLElement).closest<HTMLElement>('[data-nav]');
  if (!direction || !from) return;
  event.preventDefault();
  const a = from.getBoundingClientRect();
  let best: { readonly element: HTMLElement; readonly cost: number } | undefined;
  for (const element of event.currentTarget.querySelectorAll<HTMLElement>('[data-nav]')) {
    if (element === from) continue;
    const b = element.getBoundingClientRect();
    const [dx, dy] = [middle(b.left, b.right) - middle(a.left, a.right), middle(b.top, b.bottom) - middle(a.top, a.bottom)];
    const ahead = dx * direction[0]! + dy * direction[1]!;
    const aside = Math.abs(dx * direction[1]!) + Math.abs(dy * direction[0]!);
    if (ahead < 4 || (direction[0] === 0 && aside > 160)) continue;
    const cost = ahead + aside * 2;
    if (!best || cost < best.cost) best = { element, cost };
  }
  if (!best) return;
  setActive(best.element.dataset['nav']!);
  best.element.focus();
  best.element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

const middle = (a: number, b: number) => (a + b) / 2;
