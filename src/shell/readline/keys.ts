/** Terminal input as keys: printable text, named keys (`C-a`, `M-b`, `up`), pastes. */

export type Key =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'key'; readonly name: string }
  | { readonly kind: 'paste'; readonly text: string };

const FINAL: Readonly<Record<string, string>> = { A: 'up', B: 'down', C: 'right', D: 'left', H: 'home', F: 'end', Z: 'S-tab' };
const TILDE: Readonly<Record<string, string>> = {
  1: 'home',
  2: 'insert',
  3: 'delete',
  4: 'end',
  5: 'pageup',
  6: 'pagedown',
  7: 'home',
  8: 'end',
};
const MODIFIER: Readonly<Record<string, string>> = { 2: 'S-', 3: 'M-', 4: 'M-', 5: 'C-', 6: 'C-', 7: 'C-', 8: 'C-' };
const PASTE_START = '\x1b[200~';
const PASTE_END = '\x1b[201~';

/** Splits chunks of input into keys; a paste may span chunks. */
export class KeyReader {
  private pasting: string | undefined;

  push(chunk: string): Key[] {
    const keys: Key[] = [];
    let rest = chunk;
    while (rest !== '') {
      if (this.pasting !== undefined) {
        const end = rest.indexOf(PASTE_END);
        this.pasting += end < 0 ? rest : rest.slice(0, end);
        if (end < 0) return keys;
        keys.push({ kind: 'paste', text: this.pasting.replace(/\r\n?/g, '\n') });
        this.pasting = undefined;
        rest = rest.slice(end + PASTE_END.length);
        continue;
      }
      if (rest.startsWith(PASTE_START)) {
        this.pasting = '';
        rest = rest.slice(PASTE_START.length);
        continue;
      }
      const text = /^[^\x00-\x1f\x7f]+/.exec(rest)?.[0];
      if (text) {
        keys.push({ kind: 'text', text });
        rest = rest.slice(text.length);
        continue;
      }
      const [name, length] = named(rest);
      if (name) keys.push({ kind: 'key', name });
      rest = rest.slice(length);
    }
    return keys;
  }
}

/** The key at the start of the input and how long it is; no name for what means nothing here. */
function named(input: string): [name: string, length: number] {
  const sequence = /^\x1b(?:\[([\d;?]*)([ -/]*)([@-~])|O([A-Za-z]))/.exec(input);
  if (sequence) {
    const [all, parameters = '', , final = '', single = ''] = sequence;
    const [first = '', modifier = ''] = parameters.split(';');
    const base = final === '~' ? TILDE[first] : FINAL[final || single];
    return [base ? `${MODIFIER[modifier] ?? ''}${base}` : '', all.length];
  }
  const c = input[0] as string;
  if (c === '\x1b') {
    if (input.length === 1) return ['escape', 1];
    const next = String.fromCodePoint(input.codePointAt(1) as number);
    if (next === '\x7f' || next === '\b') return ['M-backspace', 2];
    if (next === '\x1b') return ['escape', 1];
    return next < ' ' ? ['', 2] : [`M-${next}`, 1 + next.length];
  }
  if (c === '\r' || c === '\n') return ['enter', 1];
  if (c === '\t') return ['tab', 1];
  if (c === '\x7f' || c === '\b') return ['backspace', 1];
  if (c === '\x1f') return ['C-_', 1];
  if (c === '\0') return ['C-space', 1];
  return [`C-${String.fromCharCode(c.charCodeAt(0) + 96)}`, 1];
}
