/**
 * Matching in time linear in the text (Pike's machine), so that no pattern can hang the page, with POSIX's rule that the
 * longest of the leftmost matches wins (Perl's syntax: the first by priority). Patterns for which JavaScript's own matcher is
 * surely as good go to it, as it is faster; so do back references and look-around, which no linear machine can do.
 */
import { type Assertion, type CharSet, type Node, type ParseOptions, parseRegex, RegexError, type Syntax } from './parse.ts';

export interface Match {
  readonly start: number;
  readonly end: number;
  /** Text of the groups from 1; undefined for those that took no part. [0] is the whole. */
  readonly groups: readonly (string | undefined)[];
  /** Start of each group; -1 for those that took no part. */
  readonly starts: readonly number[];
}

export interface Pattern {
  /** The match at or after `from`; null when there is none. `^` matches at the start of the text only. */
  exec(text: string, from?: number): Match | null;
  test(text: string): boolean;
  readonly groupCount: number;
  readonly names: ReadonlyMap<number, string>;
}

export interface PatternOptions extends ParseOptions {
  readonly ignoreCase?: boolean;
}

type Instruction =
  | { readonly op: 'char'; readonly code: number; readonly other: number }
  | { readonly op: 'set'; readonly has: (code: number) => boolean }
  | { readonly op: 'assert'; readonly kind: Assertion }
  | { readonly op: 'save'; readonly slot: number }
  | { readonly op: 'split'; first: number; second: number }
  | { readonly op: 'jump'; to: number }
  | { readonly op: 'match' };

const LARGEST_PROGRAM = 50_000;

/** Compiles a pattern. Throws RegexError, whose message is what the C library says. */
export function compile(source: string, syntax: Syntax, options: PatternOptions = {}): Pattern {
  const parsed = parseRegex(source, syntax, options);
  const ignoreCase = options.ignoreCase || parsed.ignoreCase;
  const traits = { alternation: false, groupRepeat: false, native: false, unbounded: 0 };
  inspect(parsed.root, traits);
  const simple = !traits.alternation && !traits.groupRepeat && traits.unbounded <= 2;
  const matcher =
    traits.native || simple
      ? nativeMatcher(jsSource(parsed.root), ignoreCase)
      : machineMatcher(programOf(parsed.root, ignoreCase), parsed.groups, syntax !== 'perl');
  return {
    exec: (text, from = 0) => matcher(text, from),
    test: (text) => matcher(text, 0) !== null,
    groupCount: parsed.groups,
    names: parsed.names,
  };
}

/** A pattern for plain text, as `grep -F` looks for it. */
export function compileFixed(text: string, ignoreCase: boolean): Pattern {
  const escaped = text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const matcher = nativeMatcher(escaped, ignoreCase);
  return { exec: (line, from = 0) => matcher(line, from), test: (line) => matcher(line, 0) !== null, groupCount: 0, names: new Map() };
}

function inspect(node: Node, traits: { alternation: boolean; groupRepeat: boolean; native: boolean; unbounded: number }): void {
  if (node.t === 'alt') {
    traits.alternation = true;
    for (const option of node.options) inspect(option, traits);
  } else if (node.t === 'seq') for (const part of node.parts) inspect(part, traits);
  else if (node.t === 'repeat') {
    if (node.node.t !== 'char' && node.node.t !== 'set') traits.groupRepeat = true;
    if (node.max > 100) traits.unbounded++;
    inspect(node.node, traits);
  } else if (node.t === 'group') inspect(node.node, traits);
  else if (node.t === 'back' || node.t === 'look' || node.t === 'keep') traits.native = true;
}

// JavaScript's matcher

const JS_ASSERTIONS: Readonly<Record<Assertion, string>> = {
  start: '(?<![^])',
  end: '(?![^])',
  close: '(?=\\n?(?![^]))',
  lineStart: '(?<![^\\n])',
  lineEnd: '(?![^\\n])',
  word: '(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_]))',
  notWord: '(?:(?<=[\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_]))',
  wordStart: '(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_])',
  wordEnd: '(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])',
};

/** What was matched before it is no part of the match (Perl's `\\K`): an empty group whose place tells. */
const KEEP = '(?<kept>)';

function jsSource(node: Node): string {
  switch (node.t) {
    case 'char':
      return `\\u{${node.code.toString(16)}}`;
    case 'set': {
      const { negated, ranges, properties } = node.set;
      const inner =
        ranges.map(([low, high]) => `\\u{${low.toString(16)}}-\\u{${high.toString(16)}}`).join('') +
        properties.map((name) => `\\p{${name}}`).join('');
      return inner === '' ? (negated ? '[^]' : '[]') : `[${negated ? '^' : ''}${inner}]`;
    }
    case 'seq':
      return node.parts.map(jsSource).join('');
    case 'alt':
      return `(?:${node.options.map(jsSource).join('|')})`;
    case 'repeat':
      return `(?:${jsSource(node.node)}){${node.min},${Number.isFinite(node.max) ? node.max : ''}}${node.lazy ? '?' : ''}`;
    case 'group':
      return `(${jsSource(node.node)})`;
    case 'assert':
      return JS_ASSERTIONS[node.kind];
    case 'back':
      return `(?:\\${node.index})`;
    case 'keep':
      return KEEP;
    case 'look':
      return `${node.opening}${jsSource(node.node)})`;
  }
}

type Matcher = (text: string, from: number) => Match | null;

function nativeMatcher(source: string, ignoreCase: boolean): Matcher {
  let regex: RegExp;
  const keeps = source.includes(KEEP);
  const flags = `ug${ignoreCase ? 'i' : ''}${keeps ? 'd' : ''}`;
  try {
    regex = new RegExp(source, flags);
  } catch {
    throw new RegexError('Regular expression too big');
  }
  return (text, from) => {
    regex.lastIndex = from;
    const match = regex.exec(text);
    if (!match) return null;
    const start = match.indices?.groups?.['kept']?.[0] ?? match.index;
    return {
      start,
      end: match.index + match[0].length,
      groups: match,
      get starts() {
        const exact = new RegExp(source, keeps ? flags : `${flags}d`);
        exact.lastIndex = match.index;
        return (exact.exec(text)?.indices ?? []).map((range) => range?.[0] ?? -1);
      },
    };
  };
}

// Pike's machine

/** Is the code point in the set? */
export function setTest(set: CharSet, ignoreCase: boolean): (code: number) => boolean {
  const property = set.properties.length > 0 ? new RegExp(`[${set.properties.map((name) => `\\p{${name}}`).join('')}]`, 'u') : undefined;
  const plain = (code: number): boolean =>
    set.ranges.some(([low, high]) => code >= low && code <= high) ||
    (property !== undefined && code > 127 && property.test(String.fromCodePoint(code)));
  if (!ignoreCase) return (code) => plain(code) !== set.negated;
  return (code) => {
    const c = String.fromCodePoint(code);
    return (plain(code) || plain(c.toLowerCase().codePointAt(0) ?? code) || plain(c.toUpperCase().codePointAt(0) ?? code)) !== set.negated;
  };
}

function programOf(root: Node, ignoreCase: boolean): Instruction[] {
  const program: Instruction[] = [];
  const add = (instruction: Instruction): number => {
    if (program.length >= LARGEST_PROGRAM) throw new RegexError('Regular expression too big');
    return program.push(instruction) - 1;
  };
  const split = (lazy: boolean): { enter: () => void; leave: () => void; at: number } => {
    const at = add({ op: 'split', first: 0, second: 0 });
    const instruction = program[at] as { first: number; second: number };
    return {
      at,
      enter: () => {
        instruction[lazy ? 'second' : 'first'] = program.length;
      },
      leave: () => {
        instruction[lazy ? 'first' : 'second'] = program.length;
      },
    };
  };
  const emit = (node: Node): void => {
    switch (node.t) {
      case 'char': {
        const c = String.fromCodePoint(node.code);
        const other = ignoreCase ? ((c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase()).codePointAt(0) ?? node.code) : node.code;
        add({ op: 'char', code: node.code, other });
        return;
      }
      case 'set':
        add({ op: 'set', has: setTest(node.set, ignoreCase) });
        return;
      case 'seq':
        for (const part of node.parts) emit(part);
        return;
      case 'alt': {
        const jumps: { to: number }[] = [];
        node.options.forEach((option, i) => {
          if (i === node.options.length - 1) return emit(option);
          const choice = split(false);
          choice.enter();
          emit(option);
          jumps.push(program[add({ op: 'jump', to: 0 })] as { to: number });
          choice.leave();
        });
        for (const jump of jumps) jump.to = program.length;
        return;
      }
      case 'repeat': {
        for (let i = 0; i < node.min; i++) emit(node.node);
        if (node.max === Number.POSITIVE_INFINITY) {
          const loop = split(node.lazy);
          loop.enter();
          emit(node.node);
          add({ op: 'jump', to: loop.at });
          loop.leave();
        } else {
          const choices = [];
          for (let i = node.min; i < node.max; i++) {
            const choice = split(node.lazy);
            choice.enter();
            emit(node.node);
            choices.push(choice);
          }
          for (const choice of choices) choice.leave();
        }
        return;
      }
      case 'group':
        add({ op: 'save', slot: node.index * 2 });
        emit(node.node);
        add({ op: 'save', slot: node.index * 2 + 1 });
        return;
      case 'assert':
        add({ op: 'assert', kind: node.kind });
        return;
      default:
        throw new RegexError('Invalid back reference');
    }
  };
  emit(root);
  add({ op: 'match' });
  return program;
}

const isWord = (text: string, at: number): boolean => /[\p{L}\p{N}_]/u.test(text[at] ?? '');

function holds(kind: Assertion, text: string, at: number): boolean {
  switch (kind) {
    case 'start':
      return at === 0;
    case 'end':
      return at === text.length;
    case 'close':
      return at === text.length || (at === text.length - 1 && text[at] === '\n');
    case 'lineStart':
      return at === 0 || text[at - 1] === '\n';
    case 'lineEnd':
      return at === text.length || text[at] === '\n';
    case 'word':
      return isWord(text, at - 1) !== isWord(text, at);
    case 'notWord':
      return isWord(text, at - 1) === isWord(text, at);
    case 'wordStart':
      return !isWord(text, at - 1) && isWord(text, at);
    case 'wordEnd':
      return isWord(text, at - 1) && !isWord(text, at);
  }
}

interface Thread {
  readonly pc: number;
  /** Start and end of the whole and of each group. */
  readonly slots: readonly number[];
}

function machineMatcher(program: readonly Instruction[], groups: number, longest: boolean): Matcher {
  const seen = new Int32Array(program.length).fill(-1);
  let generation = 0;
  const empty = new Array<number>(groups * 2 + 2).fill(-1);

  /** Follows splits, jumps, saves and assertions from `pc` and adds the threads that wait for a character. */
  const follow = (list: Thread[], text: string, at: number, pc: number, slots: readonly number[]): void => {
    const stack: Thread[] = [{ pc, slots }];
    for (let thread = stack.pop(); thread; thread = stack.pop()) {
      if (seen[thread.pc] === generation) continue;
      seen[thread.pc] = generation;
      const instruction = program[thread.pc] as Instruction;
      if (instruction.op === 'jump') stack.push({ pc: instruction.to, slots: thread.slots });
      else if (instruction.op === 'split')
        stack.push({ pc: instruction.second, slots: thread.slots }, { pc: instruction.first, slots: thread.slots });
      else if (instruction.op === 'save') stack.push({ pc: thread.pc + 1, slots: thread.slots.with(instruction.slot, at) });
      else if (instruction.op === 'assert') {
        if (holds(instruction.kind, text, at)) stack.push({ pc: thread.pc + 1, slots: thread.slots });
      } else list.push(thread);
    }
  };

  return (text, from) => {
    let best: readonly number[] | undefined;
    let current: Thread[] = [];
    let at = from;
    generation++;
    for (;;) {
      if (!best) follow(current, text, at, 0, empty.with(0, at));
      if (current.length === 0 && best) break;
      const code = text.codePointAt(at);
      const width = code !== undefined && code > 0xffff ? 2 : 1;
      const next: Thread[] = [];
      generation++;
      for (const thread of current) {
        const start = thread.slots[0] as number;
        if (best && start > (best[0] as number)) continue;
        const instruction = program[thread.pc] as Instruction;
        if (instruction.op === 'match') {
          if (!best || start < (best[0] as number) || at > (best[1] as number)) best = thread.slots.with(1, at);
          if (!longest) break;
        } else if (
          code !== undefined &&
          (instruction.op === 'char'
            ? instruction.code === code || instruction.other === code
            : instruction.op === 'set' && instruction.has(code))
        )
          follow(next, text, at + width, thread.pc + 1, thread.slots);
      }
      current = next;
      if (code === undefined || (best && current.length === 0)) break;
      at += width;
    }
    if (!best) return null;
    const found = best;
    const starts: number[] = [];
    const texts: (string | undefined)[] = [];
    for (let i = 0; i <= groups; i++) {
      const [start = -1, end = -1] = [found[i * 2], found[i * 2 + 1]];
      starts.push(end < 0 ? -1 : start);
      texts.push(end < 0 || start < 0 ? undefined : text.slice(start, end));
    }
    return { start: found[0] as number, end: found[1] as number, groups: texts, starts };
  };
}
