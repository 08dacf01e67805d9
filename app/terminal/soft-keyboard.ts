/**
 * On-screen keyboards press no keys: they compose words in a text field, correct them, and take back what they wrote. xterm learns of a word
 * when it is finished, and nothing of changes to one before it. So the field is followed, and each change of its text becomes keys at once:
 * the shell suggests and completes while a word is still being composed.
 */
import type { Terminal as Xterm } from '@xterm/xterm';

const BACKSPACE = '\x7f';
/** What such a keyboard says in place of a key. */
const NO_KEY = 229;

/**
 * The keys that turn one text before the cursor into another.
 * @param line what really stands before the cursor, where that is known: keys that came from elsewhere may have changed it, and then a word
 *   is not replaced by its correction
 */
export function keysBetween(before: string, after: string, line: string | undefined): string {
  let same = 0;
  while (same < before.length && before[same] === after[same]) same++;
  if (/[\ud800-\udbff]/.test(before[same - 1] ?? '')) same--; // half a character
  const [gone, come] = [before.slice(same), after.slice(same)];
  if (come !== '' && line !== undefined && !line.endsWith(gone)) return enter(after.slice(before.length));
  return BACKSPACE.repeat([...gone].length) + enter(come);
}

const enter = (text: string): string => text.replaceAll('\n', '\r');

/** Types what an on-screen keyboard writes into a terminal's text field; `line` as in `keysBetween`. Keys that are pressed stay with xterm. */
export function followSoftKeyboard(xterm: Xterm, line: () => string | undefined): void {
  const { element, textarea: field } = xterm;
  if (!element || !field) return;
  let typed = '';
  /** A key is down: what comes of it is xterm's. */
  let pressed = false;
  const listen = (type: string, hear: (event: Event) => void): void =>
    element.addEventListener(type, (event) => event.target === field && hear(event), true); // before xterm hears of it
  // xterm empties the field after a line.
  listen('beforeinput', () => {
    typed = field.value;
  });
  listen('input', (event) => {
    if (pressed) return;
    event.stopPropagation();
    const keys = keysBetween(typed, field.value, line());
    typed = field.value;
    if (keys !== '') xterm.input(keys);
    if (keys.includes('\r')) field.value = '';
  });
  for (const type of ['compositionstart', 'compositionupdate', 'compositionend']) listen(type, (event) => event.stopPropagation());
  listen('keydown', (event) => {
    pressed = (event as KeyboardEvent).keyCode !== NO_KEY;
    if (!pressed) event.stopPropagation();
  });
  listen('keyup', () => {
    pressed = false;
  });
}
