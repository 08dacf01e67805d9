// What a plain YAML scalar means to Go's yaml (version 2): YAML 1.1 booleans, octal numbers, and so on.

export type Resolved =
  | { readonly tag: 'null'; readonly value: null }
  | { readonly tag: 'bool'; readonly value: boolean }
  | { readonly tag: 'int' | 'float'; readonly value: number }
  | { readonly tag: 'timestamp' | 'str'; readonly value: string };

const WORDS: ReadonlyMap<string, Resolved> = new Map(
  (
    [
      ['y Y yes Yes YES true True TRUE on On ON', { tag: 'bool', value: true }],
      ['n N no No NO false False FALSE off Off OFF', { tag: 'bool', value: false }],
      [' ~ null Null NULL', { tag: 'null', value: null }],
      ['.nan .NaN .NAN', { tag: 'float', value: Number.NaN }],
      ['.inf .Inf .INF +.inf +.Inf +.INF', { tag: 'float', value: Number.POSITIVE_INFINITY }],
      ['-.inf -.Inf -.INF', { tag: 'float', value: Number.NEGATIVE_INFINITY }],
    ] as const
  ).flatMap(([words, resolved]) => words.split(' ').map((word): [string, Resolved] => [word, resolved])),
);

const INTEGER = /^([-+]?)(0[xX][\da-fA-F]+|0[oO]?[0-7]*|0[bB][01]+|[1-9]\d*)$/;
const FLOAT = /^[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?$/;

/** The type and value of a plain scalar; times stay text. */
export function resolve(text: string): Resolved {
  const word = WORDS.get(text);
  if (word) return word;
  if (text.startsWith('.')) {
    return /^\.\d+(_\d+)*([eE][-+]?\d+)?$/.test(text)
      ? { tag: 'float', value: Number(text.replaceAll('_', '')) }
      : { tag: 'str', value: text };
  }
  if (!/^[-+\d]/.test(text)) return { tag: 'str', value: text };
  if (isTimestamp(text)) return { tag: 'timestamp', value: text };
  const plain = text.replaceAll('_', '');
  const integer = INTEGER.exec(plain);
  if (integer && !/^0[oO]$/.test(integer[2] as string)) {
    const digits = (integer[2] as string).replace(/^0(?=[0-7])/, '0o');
    const value = BigInt(digits);
    // Beyond 64 bits decimal digits become a float, others text.
    if (value < 2n ** 64n && (integer[1] !== '-' || value <= 2n ** 63n))
      return { tag: 'int', value: Number(integer[1] === '-' ? -value : value) };
  }
  if (FLOAT.test(plain) && Number.isFinite(Number(plain))) return { tag: 'float', value: Number(plain) };
  return { tag: 'str', value: text };
}

/** False for text that must be quoted to stay text: Go's yaml, or another reader, would take it for something else. */
export function readsAsString(text: string): boolean {
  const base60 = /^[-+]?\d[\d_]*(:[0-5]?\d)+(\.[\d_]*)?$/;
  return resolve(text).tag === 'str' && !base60.test(text);
}

function isTimestamp(text: string): boolean {
  const found = /^(\d{4})-(\d\d?)-(\d\d?)(?:([Tt ])(\d\d?):(\d\d?):(\d\d?)(?:[.,]\d+)?(Z|[-+]\d\d:\d\d)?)?$/.exec(text);
  if (!found) return false;
  const [, year, month, day, separator, hour = '0', minute = '0', second = '0', zone] = found;
  if (separator !== undefined && (separator === ' ') === (zone !== undefined)) return false;
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const inMonth = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= days;
  return inMonth && Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
}
