/** Keys that the terminal keeps from its program: copy, paste, find, leaving; and Ctrl held by a button on a touch screen. */
import type { Terminal as Xterm } from '@xterm/xterm';
import { create } from 'zustand';

/** What a touch screen's row of keys holds down for the next key. */
export const useHeld = create<{ readonly ctrl: boolean }>()(() => ({ ctrl: false }));

/** What was typed, with the held Ctrl applied to it (and let go). */
export function withHeld(text: string): string {
  if (!useHeld.getState().ctrl || text.length !== 1) return text;
  useHeld.setState({ ctrl: false });
  const code = text.toUpperCase().charCodeAt(0);
  return code >= 0x40 && code < 0x60 ? String.fromCharCode(code & 0x1f) : text;
}

/** Copies what is selected; true when something was. */
export function copySelection(xterm: Xterm): boolean {
  const text = xterm.getSelection();
  if (text === '') return false;
  if (navigator.clipboard) void navigator.clipboard.writeText(text).catch(() => document.execCommand('copy'));
  else document.execCommand('copy'); // an insecure page has no clipboard object: xterm answers the copy event
  return true;
}

const isMac = /Mac|iP/.test(navigator.platform);

/**
 * As in a desktop terminal: Ctrl-C copies while text is selected, Ctrl-Shift-C always, Ctrl-(Shift-)V and Shift-Insert paste, Ctrl-Shift-F
 * finds (with Cmd on a Mac). Escape then Tab leaves the terminal: keyboard users must not be trapped.
 */
export function keyHandler(xterm: Xterm, find: () => void): (event: KeyboardEvent) => boolean {
  let escaped = false;
  return (event) => {
    if (event.type !== 'keydown') return true;
    if (event.key === 'Tab' && escaped) {
      escaped = false;
      return false;
    }
    if (event.key !== 'Shift') escaped = event.key === 'Escape';
    const key = event.key.toLowerCase();
    const command = isMac ? event.metaKey : event.ctrlKey && event.shiftKey;
    if ((command && key === 'f') || (event.ctrlKey && event.shiftKey && key === 'f')) {
      event.preventDefault();
      find();
      return false;
    }
    if ((event.ctrlKey || event.metaKey) && (key === 'c' || key === 'insert')) {
      const wanted = event.shiftKey || event.metaKey || key === 'insert';
      if (!wanted && !xterm.hasSelection()) return true;
      event.preventDefault(); // Ctrl-Shift-C would open the browser's inspector
      if (copySelection(xterm)) xterm.clearSelection();
      return false;
    }
    // The browser's own paste event follows, and xterm takes it.
    return !(((event.ctrlKey || event.metaKey) && key === 'v') || (event.shiftKey && key === 'insert'));
  };
}
