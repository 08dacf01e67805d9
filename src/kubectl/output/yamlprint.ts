// YAML as sigs.k8s.io/yaml prints it (go.yaml.in/yaml/v2 underneath): sorted keys, lists not indented under their key,
// strings quoted only where they would read as something else, long lines folded after column 80.
import { goSort } from '../../api/values/go-sort.ts';
import { formatGoFloat } from './gofmt.ts';
import { readsAsString } from './yamlresolve.ts';

const WIDTH = 80;
/** Longer keys are written with `? ` in front. */
const LONGEST_SIMPLE_KEY = 128;

/** `value` as a YAML document, ended with a newline; fields that are undefined are left out. */
export function printYaml(value: unknown): string {
  const writer = new Writer();
  writer.node(value, -1, 'root');
  return `${writer.out}${writer.out.endsWith('\n') ? '' : '\n'}`;
}

/** Where a node stands: at the start, after `key:`, after `- ` or `? `, or as a key. */
type Place = 'root' | 'value' | 'item';

class Writer {
  out = '';
  /** Code points since the last newline. */
  column = 0;

  /** `indent` is the column of the block around the node, -1 outside of all. */
  node(value: unknown, indent: number, place: Place): void {
    const inner = indent < 0 ? 0 : indent + 2;
    const fields = typeof value === 'object' && value !== null && !Array.isArray(value) ? entries(value) : [];
    if (Array.isArray(value) && value.length > 0) {
      this.sequence(value, place === 'value' ? indent : inner, place);
    } else if (fields.length > 0) {
      this.mapping(fields, inner, place);
    } else {
      if (place === 'value') this.put(' ');
      this.scalar(value, indent + (indent < 0 ? 3 : 2), false);
    }
  }

  private sequence(items: readonly unknown[], indent: number, place: Place): void {
    items.forEach((item, index) => {
      if (index > 0 || place === 'value') this.newline(indent);
      this.put('- ');
      this.node(item, indent, 'item');
    });
  }

  private mapping(fields: readonly (readonly [string, unknown])[], indent: number, place: Place): void {
    fields.forEach(([key, value], index) => {
      if (index > 0 || place === 'value') this.newline(indent);
      if (/[\n\r\x85\u2028\u2029]/.test(key) || utf8Length(key) > LONGEST_SIMPLE_KEY) {
        this.put('? ');
        this.scalar(key, indent + 2, false);
        this.newline(indent);
        this.put(':');
        if (value !== null && typeof value === 'object' && Object.keys(value).length > 0) {
          this.put(' ');
          this.node(value, indent, 'item');
        } else {
          this.node(value, indent, 'value');
        }
        return;
      }
      this.scalar(key, indent, true);
      this.put(':');
      this.node(value, indent, 'value');
    });
  }

  /** `indent` is where further lines of the scalar start. */
  private scalar(value: unknown, indent: number, isKey: boolean): void {
    if (typeof value === 'string') this.string(value, indent, isKey);
    else if (typeof value === 'number') this.put(formatNumber(value));
    else if (Array.isArray(value)) this.put('[]');
    else this.put(value !== null && typeof value === 'object' ? '{}' : String(value ?? null));
  }

  private string(text: string, indent: number, isKey: boolean): void {
    const shape = analyze(text);
    if (text.includes('\n')) {
      if (shape.block && !isKey) this.literal(text, indent);
      else this.doubleQuoted(text, indent, isKey);
    } else if (!readsAsString(text)) this.doubleQuoted(text, indent, isKey);
    else if (shape.plain && !(text === '' && isKey)) this.folded(text, indent, isKey, false);
    else if (shape.single) this.folded(text, indent, isKey, true);
    else this.doubleQuoted(text, indent, isKey);
  }

  private literal(text: string, indent: number): void {
    const first = /^[ \n\r\x85\u2028\u2029]/.test(text) ? '2' : '';
    const chomp = !/[\n\r\x85\u2028\u2029]$/.test(text) ? '-' : /^[\s\S]$|[\n\r\x85\u2028\u2029]{2}$/.test(text) ? '+' : '';
    this.put(`|${first}${chomp}\n`);
    const lines = text.split('\n');
    lines.forEach((line, index) => {
      this.out += (line === '' ? '' : ' '.repeat(indent) + line) + (index < lines.length - 1 ? '\n' : '');
    });
  }

  /** Plain or single-quoted, with a new line in place of the first single blank after column 80. */
  private folded(text: string, indent: number, isKey: boolean, quoted: boolean): void {
    if (quoted) this.put("'");
    const chars = [...text];
    let spaces = false;
    chars.forEach((char, index) => {
      const inner = !quoted || (index > 0 && index < chars.length - 1);
      if (char === ' ' && !isKey && !spaces && this.column > WIDTH && inner && chars[index + 1] !== ' ') this.newline(indent);
      else this.put(quoted && char === "'" ? "''" : char);
      spaces = char === ' ';
    });
    if (quoted) this.put("'");
  }

  private doubleQuoted(text: string, indent: number, isKey: boolean): void {
    this.put('"');
    const chars = [...text];
    let spaces = false;
    chars.forEach((char, index) => {
      if (char === ' ' && !isKey && !spaces && this.column > WIDTH && index > 0 && index < chars.length - 1) {
        this.newline(indent);
        if (chars[index + 1] === ' ') this.put('\\');
      } else this.put(escapeChar(char));
      spaces = char === ' ';
    });
    this.put('"');
  }

  private put(text: string): void {
    this.out += text;
    this.column = text.endsWith('\n') ? 0 : this.column + [...text].length;
  }

  private newline(indent: number): void {
    if (!this.out.endsWith('\n')) this.out += '\n';
    this.out += ' '.repeat(indent);
    this.column = indent;
  }
}

function formatNumber(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 2 ** 64 ? String(value) : formatGoFloat(value);
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** The fields of a mapping in the order of Go's yaml: letters after other characters, digits by their number. */
function entries(value: object): (readonly [string, unknown])[] {
  const fields = Object.entries(value).filter(([, part]) => part !== undefined);
  return goSort(
    fields.sort(([a], [b]) => (a < b ? -1 : 1)),
    ([a], [b]) => compareKeys(a, b) < 0,
  );
}

function compareKeys(a: string, b: string): number {
  if (a === b) return 0;
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  if (at === a.length || at === b.length) return a.length - b.length;
  const [left, right] = [a[at] as string, b[at] as string];
  const [leftLetter, rightLetter] = [/\p{L}/u.test(left), /\p{L}/u.test(right)];
  if (leftLetter !== rightLetter) return rightLetter ? -1 : 1;
  if (!leftLetter) {
    // A zero inside a longer number is a digit like others, not the start of a number.
    const inNumber = (left === '0' || right === '0') && /[1-9]\d*$/.test(a.slice(0, at)) ? '1' : '';
    const [leftDigits, rightDigits] = [digitsAt(a, at), digitsAt(b, at)];
    const difference = BigInt(`${inNumber}${leftDigits}` || '0') - BigInt(`${inNumber}${rightDigits}` || '0');
    if (difference !== 0n) return difference < 0n ? -1 : 1;
    if (leftDigits.length !== rightDigits.length) return leftDigits.length - rightDigits.length;
  }
  return left < right ? -1 : 1;
}

function digitsAt(text: string, at: number): string {
  return /^\d*/.exec(text.slice(at))?.[0] ?? '';
}

/** Which styles a scalar can take. */
function analyze(text: string): { plain: boolean; single: boolean; block: boolean } {
  const special = /[^\n\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd]/u.test(text);
  const spaceBreak = / [\n\r\x85\u2028\u2029]/.test(text);
  const breakSpace = /[\n\r\x85\u2028\u2029] /.test(text);
  const edges = /^[ \n\r\x85\u2028\u2029]|[ \n\r\x85\u2028\u2029]$/.test(text);
  const indicators = /^(---|\.\.\.)|^[#,[\]{}&*!|>'"%@`]|^[?:-](?=[ \t\n]|$)|:(?=[ \t\n]|$)|[ \t\n]#/.test(text);
  const single = !special && !spaceBreak && !breakSpace;
  return {
    plain: single && !edges && !indicators && !/[\n\r\x85\u2028\u2029]/.test(text),
    single,
    block: text !== '' && !special && !spaceBreak && !text.endsWith(' '),
  };
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\0': '0',
  '\x07': 'a',
  '\b': 'b',
  '\t': 't',
  '\n': 'n',
  '\v': 'v',
  '\f': 'f',
  '\r': 'r',
  '\x1b': 'e',
  '"': '"',
  '\\': '\\',
  '\x85': 'N',
  '\u2028': 'L',
  '\u2029': 'P',
};

/** A character as it stands in double quotes. */
export function escapeChar(char: string): string {
  if (Object.hasOwn(ESCAPES, char)) return `\\${ESCAPES[char]}`;
  if (/[\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd]/u.test(char)) return char;
  const hex = (char.codePointAt(0) as number).toString(16).toUpperCase();
  if (hex.length <= 2) return `\\x${hex.padStart(2, '0')}`;
  return hex.length <= 4 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}
