/** csplit: a file in pieces, by line numbers and patterns. */
import { files, readAll } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import { missingOperand, options } from './options.ts';
import { compile } from './regex/match.ts';
import { RegexError } from './regex/parse.ts';
import { type Call, Failure, type Tool } from './tool.ts';

/** Where a piece ends, as an operand says it. */
interface Cut {
  readonly operand: string;
  /** Ends before this line; else before the next one that matches. */
  readonly line?: number;
  readonly pattern?: { readonly exec: (text: string) => unknown };
  /** Lines from the match. */
  readonly offset: number;
  /** `%...%`: no file is made of what is before. */
  readonly skips: boolean;
  /** How often it is used again; Infinity: as often as it can be. */
  repeat: number;
}

export const csplit: Tool = function* (call) {
  const given = options(call, 'f,prefix: n,digits: b,suffix-format: k,keep-files s,q,quiet,silent z,elide-empty-files suppress-matched');
  const [path, ...operands] = given.operands;
  if (path === undefined) throw missingOperand(call);
  if (operands.length === 0) throw missingOperand(call, path);
  const cuts = readCuts(call, operands);
  const fd = yield* call.openOrWarn(path);
  if (fd === undefined) return 1;
  const text = yield* readAll(fd);
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const pieces: string[] = [];
  let problem: string | undefined;
  let at = 0;
  /** The first line that a pattern looks at: a match that began a piece does not end it. */
  let from = 0;
  const matched = given.has('suppress-matched');
  const cut = (one: Cut, round: number): string | undefined => {
    let end: number;
    let next: number;
    if (one.line !== undefined) {
      end = one.line * (round + 1) - 1;
      next = end;
      if (end >= lines.length) return `${call.quote(one.operand)}: line number out of range${round > 0 ? ` on repetition ${round}` : ''}`;
    } else {
      let found = from;
      while (found < lines.length && !one.pattern?.exec((lines[found] as string).replace(/\n$/, ''))) found++;
      if (found >= lines.length) return `${call.quote(one.operand)}: match not found${round > 0 ? ` on repetition ${round}` : ''}`;
      end = found + one.offset;
      next = found + 1;
      if (end < at || end > lines.length) return `${call.quote(one.operand)}: line number out of range`;
    }
    if (!one.skips) pieces.push(lines.slice(at, end).join(''));
    at = matched ? end + 1 : end;
    from = Math.max(next, at);
    return undefined;
  };
  for (const one of cuts) {
    for (let round = 0; round <= one.repeat && problem === undefined; round++) {
      const why = cut(one, round);
      if (why === undefined) continue;
      if (one.repeat !== Number.POSITIVE_INFINITY || round === 0) problem = why;
      break;
    }
    if (problem !== undefined) break;
  }
  pieces.push(lines.slice(at).join(''));
  const kept = given.has('z') ? pieces.filter((piece) => piece !== '') : pieces;
  if (!given.has('s')) for (const piece of kept) call.put(`${new TextEncoder().encode(piece).length}\n`);
  // What was written before a mistake was noticed is removed again.
  const keep = problem === undefined || given.has('k');
  yield* writePieces(kept, given.get('f') ?? 'xx', Number(given.get('n') ?? 2), given.get('b'), keep);
  if (problem === undefined) return 0;
  yield* call.warn(problem);
  return 1;
};

function readCuts(call: Call, operands: readonly string[]): Cut[] {
  const cuts: Cut[] = [];
  for (const operand of operands) {
    const repeat = /^\{(\d+|\*)\}$/.exec(operand)?.[1];
    if (repeat !== undefined) {
      const last = cuts.at(-1);
      if (last) last.repeat = repeat === '*' ? Number.POSITIVE_INFINITY : Number(repeat);
      continue;
    }
    const by = /^([/%])(.*)\1([-+]?\d+)?$/s.exec(operand);
    if (by) {
      try {
        const pattern = compile(by[2] as string, 'basic');
        cuts.push({ operand, pattern, offset: Number(by[3] ?? 0), skips: by[1] === '%', repeat: 0 });
      } catch (error) {
        if (error instanceof RegexError) throw new Failure(`${call.quote(by[2] as string)}: invalid regular expression: ${error.message}`);
        throw error;
      }
      continue;
    }
    if (/^[/%]/.test(operand)) throw new Failure(`${operand}: closing delimiter '${operand[0]}' missing`);
    if (!/^\d+$/.test(operand)) throw new Failure(`${call.quote(operand)}: invalid pattern`);
    if (Number(operand) === 0) throw new Failure(`${operand}: line number must be greater than zero`);
    cuts.push({ operand, line: Number(operand), offset: 0, skips: false, repeat: 0 });
  }
  return cuts;
}

function* writePieces(pieces: readonly string[], prefix: string, digits: number, format: string | undefined, keep: boolean): Sys<void> {
  const suffix = (index: number): string =>
    format === undefined
      ? String(index).padStart(digits, '0')
      : format.replace(/%(0?)(\d*)[diu]/, (_all, zero: string, width: string) =>
          String(index).padStart(Number(width || 0), zero ? '0' : ' '),
        );
  yield* files((fs, cwd) => {
    for (const [index, piece] of pieces.entries()) {
      const path = fs.resolve(cwd, `${prefix}${suffix(index)}`);
      if (keep) fs.write(path, piece);
      else if (fs.exists(path)) fs.remove(path);
    }
  });
}
