/** Regular expressions of POSIX (basic, extended, with GNU's additions) and of Perl, as a tree. */

export type Syntax = 'basic' | 'extended' | 'perl';

/** A set of characters: ranges of code points and Unicode properties (`L`, `Lu`, ...). */
export interface CharSet {
  readonly negated: boolean;
  readonly ranges: readonly (readonly [number, number])[];
  readonly properties: readonly string[];
}

/** `close` is the end or before a last newline, as Perl's `$`. */
export type Assertion = 'start' | 'end' | 'close' | 'lineStart' | 'lineEnd' | 'word' | 'notWord' | 'wordStart' | 'wordEnd';

export type Node =
  | { readonly t: 'char'; readonly code: number }
  | { readonly t: 'set'; readonly set: CharSet }
  | { readonly t: 'seq'; readonly parts: readonly Node[] }
  | { readonly t: 'alt'; readonly options: readonly Node[] }
  | { readonly t: 'repeat'; readonly node: Node; readonly min: number; readonly max: number; readonly lazy: boolean }
  | { readonly t: 'group'; readonly node: Node; readonly index: number }
  | { readonly t: 'assert'; readonly kind: Assertion }
  | { readonly t: 'back'; readonly index: number }
  | { readonly t: 'keep' }
  | { readonly t: 'look'; readonly opening: string; readonly node: Node };

export interface Parsed {
  readonly root: Node;
  readonly groups: number;
  /** Names of named groups by index. */
  readonly names: ReadonlyMap<number, string>;
  readonly ignoreCase: boolean;
}

export interface ParseOptions {
  /** `\n` and `\t` mean a newline and a tab (sed, awk), not the letters. */
  readonly escapes?: boolean;
  /** `^` and `$` match at every line. */
  readonly multiline?: boolean;
  /** A closing parenthesis without an opening one is an ordinary character (grep -E). */
  readonly looseParenthesis?: boolean;
  /** Perl only: the dot matches a newline. */
  readonly dotAll?: boolean;
  /** Perl only: blanks and comments in the pattern mean nothing. */
  readonly extended?: boolean;
}

/** Why a pattern is none, in the words of the C library. */
export class RegexError extends Error {}

const CLASSES: Readonly<Record<string, string>> = {
  alpha: 'AZaz',
  digit: '09',
  alnum: 'AZaz09',
  upper: 'AZ',
  lower: 'az',
  space: '\t\r  ',
  blank: '\t\t  ',
  punct: '!/:@[`{~',
  print: ' ~',
  graph: '!~',
  cntrl: '\x00\x1f\x7f\x7f',
  xdigit: '09AFaf',
  word: 'AZaz09__',
};
const PROPERTIES: Readonly<Record<string, string[]>> = { alpha: ['L'], alnum: ['L', 'N'], upper: ['Lu'], lower: ['Ll'], word: ['L', 'N'] };
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', f: '\f', v: '\v', a: '\x07', e: '\x1b' };
const LETTERS: Readonly<Record<string, string>> = { w: 'word', s: 'space', d: 'digit', h: 'blank' };
const MOST = 32767;
const NOT_NEWLINE: CharSet = { negated: true, ranges: [[10, 10]], properties: [] };
const EVERYTHING: CharSet = { negated: true, ranges: [], properties: [] };

function classSet(name: string, negated = false, ascii = false): CharSet {
  const pairs = CLASSES[name];
  if (pairs === undefined) throw new RegexError('Invalid character class name');
  const ranges: [number, number][] = [];
  for (let i = 0; i < pairs.length; i += 2) ranges.push([pairs.charCodeAt(i), pairs.charCodeAt(i + 1)]);
  return { negated, ranges, properties: ascii ? [] : (PROPERTIES[name] ?? []) };
}

export function parseRegex(source: string, syntax: Syntax, options: ParseOptions = {}): Parsed {
  return new Parser([...source], syntax, options).parse();
}

class Parser {
  private readonly text: readonly string[];
  private readonly syntax: Syntax;
  private options: ParseOptions;
  private at = 0;
  private groups = 0;
  private depth = 0;
  private readonly closed = new Set<number>();
  private readonly names = new Map<number, string>();
  private ignoreCase = false;

  constructor(text: readonly string[], syntax: Syntax, options: ParseOptions) {
    this.text = text;
    this.syntax = syntax;
    this.options = options;
  }

  parse(): Parsed {
    const root = this.alternatives();
    if (this.at < this.text.length) throw new RegexError('Unmatched ) or \\)');
    return { root, groups: this.groups, names: this.names, ignoreCase: this.ignoreCase };
  }

  private get basic(): boolean {
    return this.syntax === 'basic';
  }

  private ahead(token: string): boolean {
    return [...token].every((c, i) => this.text[this.at + i] === c);
  }

  /** Is the special sign here: `(` in extended syntax, `\(` in basic? */
  private special(sign: string): boolean {
    return this.ahead(this.basic ? `\\${sign}` : sign);
  }

  private take(token: string): boolean {
    if (!this.ahead(token)) return false;
    this.at += token.length;
    return true;
  }

  private takeSpecial(sign: string): boolean {
    return this.take(this.basic ? `\\${sign}` : sign);
  }

  private alternatives(): Node {
    if (++this.depth > 500) throw new RegexError('Regular expression too big');
    const options = [this.sequence()];
    while (this.takeSpecial('|')) options.push(this.sequence());
    this.depth--;
    return options.length === 1 ? (options[0] as Node) : { t: 'alt', options };
  }

  private sequence(): Node {
    const parts: Node[] = [];
    while (
      this.at < this.text.length &&
      !this.special('|') &&
      !(this.special(')') && !(this.options.looseParenthesis && this.depth === 1))
    ) {
      if (this.options.extended && /\s/.test(this.text[this.at] as string)) {
        this.at++;
        continue;
      }
      if (this.options.extended && this.text[this.at] === '#') {
        while (this.at < this.text.length && this.text[this.at] !== '\n') this.at++;
        continue;
      }
      const atom = this.atom(parts.length === 0);
      if (atom) parts.push(this.quantified(atom));
    }
    return parts.length === 1 ? (parts[0] as Node) : { t: 'seq', parts };
  }

  private quantified(atom: Node): Node {
    let node = atom;
    for (;;) {
      let bounds: [number, number] | undefined;
      if (this.ahead('*')) bounds = [0, Number.POSITIVE_INFINITY];
      else if (this.special('+')) bounds = [1, Number.POSITIVE_INFINITY];
      else if (this.special('?')) bounds = [0, 1];
      if (bounds) this.at += this.ahead('*') || !this.basic ? 1 : 2;
      else if (this.special('{')) {
        bounds = this.interval();
        if (!bounds) return node;
      } else return node;
      let lazy = false;
      if (this.syntax === 'perl') {
        lazy = this.take('?');
        if (!lazy) this.take('+');
      }
      if (node.t === 'assert' && this.syntax !== 'perl') continue;
      node = { t: 'repeat', node, min: bounds[0], max: bounds[1], lazy };
    }
  }

  /** `{2}`, `{2,}`, `{,3}`, `{2,3}`; undefined (nothing taken) where the brace is an ordinary character. */
  private interval(): [number, number] | undefined {
    const rest = this.text.slice(this.at, this.at + 20).join('');
    const match = (this.basic ? /^\\\{(\d*)(,?)(\d*)\\\}/ : /^\{(\d*)(,?)(\d*)\}/).exec(rest);
    if (!match || (match[1] === '' && match[3] === '' && match[2] === '')) {
      if (this.basic) throw new RegexError(rest.includes('\\}') ? 'Invalid content of \\{\\}' : 'Unmatched \\{');
      return undefined;
    }
    if (this.syntax === 'perl' && match[1] === '') return undefined;
    this.at += match[0].length;
    const min = Number(match[1] || 0);
    const max = match[2] === '' ? min : match[3] === '' ? Number.POSITIVE_INFINITY : Number(match[3]);
    if (min > max) throw new RegexError('Invalid content of \\{\\}');
    if (min > MOST || (Number.isFinite(max) && max > MOST)) throw new RegexError('Regular expression too big');
    return [min, max];
  }

  private char(c: string): Node {
    return { t: 'char', code: c.codePointAt(0) as number };
  }

  private atom(first: boolean): Node | undefined {
    if (this.takeSpecial('(')) return this.group();
    const c = this.text[this.at++] as string;
    if (c === '\\') return this.escape();
    if (c === '[') return { t: 'set', set: this.bracket() };
    if (c === '.') return { t: 'set', set: this.syntax === 'perl' && !this.options.dotAll ? NOT_NEWLINE : EVERYTHING };
    if (c === '^' && (!this.basic || first)) return { t: 'assert', kind: this.options.multiline ? 'lineStart' : 'start' };
    if (c === '$' && (!this.basic || this.at >= this.text.length || this.special(')') || this.special('|')))
      return { t: 'assert', kind: this.options.multiline ? 'lineEnd' : this.syntax === 'perl' ? 'close' : 'end' };
    if (first && !this.basic && (c === '*' || c === '+' || c === '?')) {
      if (this.syntax === 'perl') throw new RegexError('quantifier does not follow a repeatable item');
      return c === '*' ? undefined : this.char(c);
    }
    return this.char(c);
  }

  private group(): Node | undefined {
    if (this.syntax === 'perl' && this.take('?')) {
      const look = ['<=', '<!', '=', '!'].find((sign) => this.take(sign));
      if (look) return { t: 'look', opening: `(?${look}`, node: this.closing(this.alternatives()) };
      const rest = this.text.slice(this.at, this.at + 80).join('');
      const name = /^P?<([A-Za-z_]\w*)>/.exec(rest) ?? /^'([A-Za-z_]\w*)'/.exec(rest);
      if (name) {
        this.at += name[0].length;
        this.names.set(this.groups + 1, name[1] as string);
        return this.captured();
      }
      const flags = /^([imsx]*)(:|\))/.exec(rest);
      if (!flags) throw new RegexError('unrecognized character after (? or (?-');
      this.at += flags[0].length;
      const set = flags[1] as string;
      if (set.includes('i')) this.ignoreCase = true;
      this.options = {
        ...this.options,
        ...(set.includes('m') && { multiline: true }),
        ...(set.includes('s') && { dotAll: true }),
        ...(set.includes('x') && { extended: true }),
      };
      return flags[2] === ')' ? undefined : this.closing(this.alternatives());
    }
    return this.captured();
  }

  private captured(): Node {
    const index = ++this.groups;
    const node = this.closing(this.alternatives());
    this.closed.add(index);
    return { t: 'group', node, index };
  }

  private closing(node: Node): Node {
    if (!this.takeSpecial(')')) throw new RegexError(this.syntax === 'perl' ? 'missing closing parenthesis' : 'Unmatched ( or \\(');
    return node;
  }

  private escape(): Node | undefined {
    const c = this.text[this.at++];
    if (c === undefined) throw new RegexError('Trailing backslash');
    const perl = this.syntax === 'perl';
    if (/[1-9]/.test(c)) {
      const index = Number(c);
      if (!this.closed.has(index)) throw new RegexError('Invalid back reference');
      return { t: 'back', index };
    }
    const kind = (
      { b: 'word', B: 'notWord', '<': 'wordStart', '>': 'wordEnd', '`': 'start', "'": 'end', A: 'start', z: 'end', Z: 'close' } as Record<
        string,
        Assertion
      >
    )[c];
    if (kind && (perl ? /[bBAzZ]/.test(c) : /[bB<>`']/.test(c))) return { t: 'assert', kind };
    const name = LETTERS[c.toLowerCase()];
    if (name && (perl || /[wWsS]/.test(c))) return { t: 'set', set: classSet(name, c < 'a', perl) };
    if (perl) {
      if (c === 'K') return { t: 'keep' };
      if (c === 'G' || c === 'R' || c === 'X') throw new RegexError(`\\${c} is not supported here`);
      const rest = this.text.slice(this.at, this.at + 40).join('');
      const property = /^(?:\{(\^?)(\w+)\}|([A-Z]))/.exec(rest);
      if ((c === 'p' || c === 'P') && property) {
        this.at += property[0].length;
        const properties = [property[2] ?? (property[3] as string)];
        try {
          new RegExp(`\\p{${properties[0]}}`, 'u');
        } catch {
          throw new RegexError('unknown property name after \\P or \\p');
        }
        return { t: 'set', set: { negated: (c === 'P') !== (property[1] === '^'), ranges: [], properties } };
      }
      if (c === 'Q') {
        const parts: Node[] = [];
        while (this.at < this.text.length && !this.take('\\E')) parts.push(this.char(this.text[this.at++] as string));
        return { t: 'seq', parts };
      }
      if (c === 'E') return undefined;
    }
    return this.char(this.escaped(c));
  }

  /** The character that a backslash and `c` stand for, in and out of brackets. */
  private escaped(c: string): string {
    const plain = this.syntax === 'perl' || this.options.escapes;
    if (plain && c === 'x') {
      const hex = /^(?:\{([0-9a-fA-F]{1,6})\}|([0-9a-fA-F]{1,2}))/.exec(this.text.slice(this.at, this.at + 8).join(''));
      const code = Number.parseInt(hex?.[1] ?? hex?.[2] ?? '', 16);
      if (hex && code <= 0x10ffff) {
        this.at += hex[0].length;
        return String.fromCodePoint(code);
      }
    }
    return (plain ? ESCAPES[c] : undefined) ?? c;
  }

  private bracket(): CharSet {
    const unmatched = (): never => {
      if (this.syntax !== 'perl' && start === this.text.length) throw new RegexError('Invalid regular expression');
      throw new RegexError(this.syntax === 'perl' ? 'missing terminating ] for character class' : 'Unmatched [, [^, [:, [., or [=');
    };
    const start = this.at;
    const negated = this.take('^');
    const ranges: (readonly [number, number])[] = [];
    const properties: string[] = [];
    const add = (set: CharSet): void => {
      if (set.negated) {
        let from = 0;
        for (const [low, high] of [...set.ranges].sort((a, b) => a[0] - b[0])) {
          if (low > from) ranges.push([from, low - 1]);
          from = high + 1;
        }
        ranges.push([from, 0x10ffff]);
        return;
      }
      ranges.push(...set.ranges);
      properties.push(...set.properties);
    };
    /** One end of a range, or undefined where a whole class was added. */
    const element = (): number | undefined => {
      const c = this.text[this.at++];
      if (c === undefined) return unmatched();
      const next = this.text[this.at];
      if (c === '[' && (next === ':' || next === '.' || next === '=')) {
        let end = this.at + 1;
        while (end < this.text.length && !(this.text[end] === next && this.text[end + 1] === ']')) end++;
        if (end >= this.text.length) return this.syntax === 'perl' ? 91 : unmatched();
        const name = this.text.slice(this.at + 1, end).join('');
        this.at = end + 2;
        if (next === ':') {
          add(classSet(name));
          return undefined;
        }
        if ([...name].length !== 1) throw new RegexError('Invalid collation character');
        return name.codePointAt(0);
      }
      if (c === '\\' && (this.syntax === 'perl' || this.options.escapes) && next !== undefined) {
        const name = LETTERS[next.toLowerCase()];
        if (name && (this.syntax === 'perl' || /[wWsS]/.test(next))) {
          this.at++;
          add(classSet(name, next < 'a', true));
          return undefined;
        }
        if (this.syntax === 'perl' || /[\\\]/ntrfvax"]/.test(next)) {
          this.at++;
          return this.escaped(next).codePointAt(0);
        }
      }
      return c.codePointAt(0);
    };
    for (let first = true; first || this.text[this.at] !== ']'; first = false) {
      if (this.at >= this.text.length) unmatched();
      const low = element();
      if (low === undefined) continue;
      if (this.text[this.at] !== '-' || this.text[this.at + 1] === ']' || this.text[this.at + 1] === undefined) {
        ranges.push([low, low]);
        continue;
      }
      this.at++;
      const high = element();
      if (high === undefined || high < low) throw new RegexError('Invalid range end');
      ranges.push([low, high]);
    }
    const inner = this.text.slice(start, this.at);
    if (this.syntax !== 'perl' && inner.length > 2 && inner[0] === ':' && inner.at(-1) === ':')
      throw new RegexError('character class syntax is [[:space:]], not [:space:]');
    this.at++;
    return { negated, ranges, properties };
  }
}
