/**
 * The blinking of the cursor. As an animation, which it is by xterm's own style, it has the browser draw sixty frames a second for two that
 * differ: here it stands still (terminal.css), and its phase is set.
 */
import type { Terminal as Xterm } from '@xterm/xterm';

const HALF_MS = 500;

/** Blinks while the keyboard is there. Who types sees the cursor. */
export function blink(element: HTMLElement, xterm: Xterm): void {
  let shown = true;
  let timer = 0;
  const show = (next: boolean): void => {
    if (next !== shown) element.style.setProperty('--cursor-phase', next ? '0s' : '-500ms');
    shown = next;
  };
  const start = (): void => {
    show(true);
    clearInterval(timer);
    if (element.contains(document.activeElement)) timer = window.setInterval(() => show(!shown), HALF_MS);
  };
  element.addEventListener('focusin', start);
  element.addEventListener('focusout', () => clearInterval(timer));
  xterm.onData(start);
}
