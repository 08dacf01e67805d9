/** getopt of util-linux: puts the options of a script in order, quoted for `eval set --`. */
import { options, usageError } from './options.ts';
import { type Call, Failure, type Tool } from './tool.ts';

/** `''`: takes no argument, `:` takes one, `::` may take one. */
type Argument = '' | ':' | '::';

interface Wanted {
  readonly short: ReadonlyMap<string, Argument>;
  readonly long: ReadonlyMap<string, Argument>;
  /** Long options with one dash too (-a). */
  readonly alternative: boolean;
  /** `+` before the letters: options end at the first operand. `-`: operands stay where they are. */
  readonly order: '+' | '-' | '';
}

const shorts = (text: string): Map<string, Argument> =>
  new Map(
    [...text.replace(/^[-+]/, '').matchAll(/([^:])(:{0,2})/g)].map(([, letter, argument]) => [letter as string, argument as Argument]),
  );

const longs = (text: string): [string, Argument][] =>
  text
    .split(/[,\s]+/)
    .filter(Boolean)
    .map((one) => {
      const [, name, argument] = /^(.*?)(:{0,2})$/.exec(one) as RegExpExecArray;
      return [name as string, argument as Argument];
    });

/** Reads parameters as getopt_long does: the words to print, and what is wrong with them. */
class Reader {
  readonly out: string[] = [];
  readonly errors: string[] = [];
  private readonly operands: string[] = [];
  private readonly wanted: Wanted;
  private readonly rest: string[];
  private readonly quote: (text: string) => string;

  constructor(wanted: Wanted, words: readonly string[], quote: (text: string) => string) {
    this.wanted = wanted;
    this.rest = [...words];
    this.quote = quote;
  }

  read(): void {
    for (let word = this.rest.shift(); word !== undefined; word = this.rest.shift()) {
      if (word === '--') break;
      if (word.startsWith('--')) this.long(word.slice(2), '--');
      else if (word.length > 1 && word.startsWith('-')) this.dashed(word);
      else if (this.wanted.order === '+') {
        this.rest.unshift(word);
        break;
      } else if (this.wanted.order === '-') this.out.push(this.quote(word));
      else this.operands.push(word);
    }
    this.out.push('--', ...[...this.operands, ...this.rest].map(this.quote));
  }

  private dashed(word: string): void {
    const letter = word[1] as string;
    if (this.wanted.alternative && (!this.wanted.short.has(letter) || word.length > 2) && this.candidates(word.slice(1)).length > 0)
      this.long(word.slice(1), '-');
    else this.letters(word.slice(1));
  }

  private letters(text: string): void {
    for (let at = 0; at < text.length; at++) {
      const letter = text[at] as string;
      const argument = this.wanted.short.get(letter);
      if (argument === undefined) this.errors.push(`invalid option -- '${letter}'`);
      else if (argument === '') this.out.push(`-${letter}`);
      else {
        const attached = text.slice(at + 1);
        const value = attached !== '' || argument === '::' ? attached : this.rest.shift();
        if (value === undefined) this.errors.push(`option requires an argument -- '${letter}'`);
        else this.out.push(`-${letter}`, this.quote(value));
        return;
      }
    }
  }

  private candidates(text: string): string[] {
    const name = text.split('=')[0] as string;
    const all = [...this.wanted.long.keys()];
    return all.includes(name) ? [name] : all.filter((one) => one.startsWith(name));
  }

  private long(text: string, dashes: string): void {
    const [name = ''] = text.split('=');
    const found = this.candidates(text);
    const [only = ''] = found;
    if (found.length > 1) {
      this.errors.push(`option '${dashes}${name}' is ambiguous; possibilities: ${found.map((one) => `'${dashes}${one}'`).join(' ')}`);
      return;
    }
    const argument = this.wanted.long.get(only);
    const given = text.includes('=') ? text.slice(name.length + 1) : undefined;
    if (argument === undefined) this.errors.push(`unrecognized option '${dashes}${name}'`);
    else if (argument === '' && given !== undefined) this.errors.push(`option '${dashes}${only}' doesn't allow an argument`);
    else if (argument === '') this.out.push(`--${only}`);
    else {
      const value = given ?? (argument === '::' ? '' : this.rest.shift());
      if (value === undefined) this.errors.push(`option '${dashes}${only}' requires an argument`);
      else this.out.push(`--${only}`, this.quote(value));
    }
  }
}

function plan(call: Call): { name: string; quiet: boolean; silent: boolean; wanted: Wanted; words: string[]; quote: boolean } {
  // Without an option of its own getopt is the old one: the letters come first, nothing is quoted.
  if (call.args[0] !== undefined && !call.args[0].startsWith('-')) {
    const order = /^[-+]/.exec(call.args[0])?.[0] ?? '';
    const wanted = { short: shorts(call.args[0]), long: new Map(), alternative: false, order: order as Wanted['order'] };
    return { name: 'getopt', quiet: false, silent: false, wanted, words: call.args.slice(1), quote: false };
  }
  const given = options(call, 'a,alternative l,longoptions: n,name: o,options: q,quiet Q,quiet-output s,shell: T,test u,unquoted', {
    stop: true,
    code: 2,
  });
  const words = [...given.operands];
  if (given.has('T')) throw new Failure('', 4);
  const letters = given.get('o') ?? words.shift();
  if (letters === undefined) throw new Failure(usageError(call, 'missing optstring argument'), 2);
  if (words[0] === '--' && given.get('o') === undefined) words.shift();
  const wanted: Wanted = {
    short: shorts(letters),
    long: new Map(given.all('l').flatMap(longs)),
    alternative: given.has('a'),
    order: (/^[-+]/.exec(letters)?.[0] ?? '') as Wanted['order'],
  };
  return { name: given.get('n') ?? 'getopt', quiet: given.has('q'), silent: given.has('Q'), wanted, words, quote: !given.has('u') };
}

export const getopt: Tool = function* (call) {
  if (call.args.length === 0) throw new Failure(usageError(call, 'missing optstring argument'), 2);
  const { name, quiet, silent, wanted, words, quote } = plan(call);
  const reader = new Reader(wanted, words, quote ? (text) => `'${text.replaceAll("'", "'\\''")}'` : (text) => text);
  reader.read();
  if (!quiet) for (const error of reader.errors) yield* call.note(`${name}: ${error}\n`);
  if (!silent) call.put(` ${reader.out.join(' ')}\n`);
  return reader.errors.length > 0 ? 1 : 0;
};
