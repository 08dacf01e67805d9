/** What is being written between brackets: JSON, and `{name: a, ports: [80]}` in YAML. Half written as it is, it is read sign by sign. */

/** What stands at a place between brackets. */
export interface FlowPlace {
  /** From what holds the outermost bracket down; `-` for an entry of a list. With `value` the last one is what is written. */
  readonly path: readonly string[];
  readonly wants: 'key' | 'value';
  readonly prefix: string;
  readonly siblings: ReadonlySet<string>;
  /** Of the outermost bracket: its own texts and numbers by key. */
  readonly top: ReadonlyMap<string, string>;
  /** The quote that is open before the prefix. */
  readonly open: '' | '"' | "'";
  /** Keys are written in quotes. */
  readonly quotes: boolean;
}

interface Frame {
  readonly list: boolean;
  readonly texts: Map<string, string>;
  readonly keys: Set<string>;
  /** The key whose value comes. */
  key: string | undefined;
}

/** Where a plain text ends. */
const PLAIN = /[^\s,{}[\]:#]+|[:#](?=\S)/y;

/**
 * Reads on from a bracket.
 * @param at of the outermost bracket
 * @param offset what is asked for
 * @returns the place; `end` where brackets closed before it; nothing in comments, and where brackets do not match
 */
export function flowFrom(text: string, at: number, offset: number): FlowPlace | { readonly end: number } | undefined {
  const frames: Frame[] = [];
  let root: Frame | undefined;
  let found:
    | {
        readonly chain: readonly Frame[];
        readonly keys: readonly (string | undefined)[];
        readonly prefix: string;
        readonly open: FlowPlace['open'];
      }
    | undefined;
  let token: string | undefined;
  let quotes = false;
  let own: string | undefined; // what the cursor is in is not there yet
  const stop = (prefix: string, open: FlowPlace['open']): void => {
    found ??= { chain: [...frames], keys: frames.map(({ key }) => key), prefix, open };
  };
  const endValue = (): void => {
    const frame = frames.at(-1);
    if (frame?.key !== undefined && token !== undefined) frame.texts.set(frame.key, token);
    token = undefined;
  };
  for (let i = at; i < text.length; ) {
    const sign = text[i] as string;
    if (i >= offset && frames.length > 0) stop('', '');
    if (sign === '{' || sign === '[') {
      const frame: Frame = { list: sign === '[', texts: new Map(), keys: new Set(), key: undefined };
      root ??= frame;
      frames.push(frame);
      token = undefined;
      i++;
    } else if (sign === '}' || sign === ']') {
      if (frames.at(-1)?.list !== (sign === ']')) break;
      endValue();
      frames.pop();
      i++;
      if (frames.length === 0) {
        if (!found) return { end: i };
        break;
      }
    } else if (sign === ',') {
      endValue();
      const frame = frames.at(-1);
      if (frame) frame.key = undefined;
      i++;
    } else if (sign === ':' && (token !== undefined || /\s/.test(text[i + 1] ?? ' '))) {
      const frame = frames.at(-1);
      if (frame && token !== undefined && !frame.list) {
        frame.key = token;
        if (token !== own) frame.keys.add(token);
      }
      token = undefined;
      i++;
    } else if (sign === '"' || sign === "'") {
      const close = sign === '"' ? /(?:[^"\\\n]|\\.)*/y : /(?:[^'\n]|'')*/y;
      close.lastIndex = i + 1;
      const inner = close.exec(text)?.[0] ?? '';
      const end = i + 1 + inner.length;
      if (offset > i && offset <= end) {
        stop(text.slice(i + 1, offset), sign);
        own = inner;
      }
      if (frames.at(-1)?.list === false && frames.at(-1)?.key === undefined) quotes = true;
      token = inner;
      i = text[end] === sign ? end + 1 : end;
    } else if (/\s/.test(sign)) i++;
    else if (sign === '#' && /\s/.test(text[i - 1] ?? ' ')) {
      const end = text.indexOf('\n', i);
      if (offset > i && (end < 0 || offset <= end)) return undefined;
      i = end < 0 ? text.length : end;
    } else {
      const from = i;
      for (PLAIN.lastIndex = i; PLAIN.exec(text); ) i = PLAIN.lastIndex;
      if (i === from) i++;
      if (offset > from && offset <= i) {
        stop(text.slice(from, offset), '');
        own = text.slice(from, i);
      }
      token = text.slice(from, i);
    }
  }
  if (text.length <= offset && frames.length > 0) stop('', '');
  if (!found || !root) return undefined;
  const { chain, keys } = found;
  const last = chain.at(-1) as Frame;
  const wants = !last.list && keys.at(-1) === undefined ? 'key' : 'value';
  const path = chain.flatMap((frame, index) => (frame.list ? ['-'] : keys[index] === undefined ? [] : [keys[index] as string]));
  return { path, wants, prefix: found.prefix, siblings: last.keys, top: root.texts, open: found.open, quotes };
}
