/** What bash says of text that it cannot parse. Loaded when there is such text. */
import { load, write } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import { lateCode } from './late.ts';
import type { Problem } from './parse.ts';
import { Leave, type Shell } from './shell.ts';

/**
 * Prints the problem of a text that runs; a script ends with it.
 * @param line the number of lines before the text in its script
 * @param label what the text is: `-c:`, `eval`
 */
export function* reportProblem(shell: Shell, problem: Problem, text: string, line: number, label: string): Sys<void> {
  if (shell.dialect !== 'bash') {
    shell.position = problem.pos;
    const { syntaxMessage } = yield* load(lateCode.words);
    yield* write(
      2,
      `${shell.prefix}${label === 'eval' && shell.dialect === 'dash' ? 'eval: ' : ''}${syntaxMessage(shell.dialect, problem)}\n`,
    );
    shell.status = 2;
    shell.endScript();
    return;
  }
  const conditional = shell.dialect === 'bash' ? conditionalProblem(shell.source, problem.pos) : undefined;
  const atEnd = !conditional && problem.kind === 'unfinished' && (problem.wanted === undefined || problem.atEnd);
  shell.position = conditional?.pos ?? (atEnd ? text.length : problem.pos);
  if (atEnd && !text.endsWith('\n')) shell.sourceLine++;
  const where = shell.sourceFile || `${shell.name}:${label === '' ? '' : ` ${label.replace(/:$/, '')}`}`;
  const prefix = shell.interactive ? shell.prefix : `${where.replace(/:?$/, ':')} line ${shell.line}: `;
  for (const message of conditional?.messages ?? [problem.message]) yield* write(2, `${prefix}${message}\n`);
  if (!conditional && problem.kind === 'syntax' && !shell.interactive && shell.dialect === 'bash')
    yield* write(2, `${prefix}\`${text.split('\n')[shell.line - 1 - line] ?? ''}'\n`);
  // bash gives up on the rest of the text, and leaves the status alone, where the mistake is in a condition.
  if (!conditional || conditional.atEnd || label === 'eval') shell.status = 2;
  if (!shell.interactive && label !== 'eval') throw new Leave('exit', shell.status);
}

interface ConditionalProblem {
  readonly messages: readonly string[];
  readonly pos: number;
  /** The text ended within the condition. */
  readonly atEnd: boolean;
}

const UNARY = /^-[abcdefghknoprstuvwxzGLNORS]$/;
const BINARY = /^(?:==?|!=|=~|<|>|-(?:eq|ne|lt|le|gt|ge|nt|ot|ef))$/;
/** A word: anything in quotes or substitutions counts as one letter. */
const WORD =
  /^(?:\\[^]|'[^']*'|"(?:\\[^]|[^"\\])*"|`[^`]*`|\$\((?:[^()]|\([^()]*\))*\)|\$\{[^}]*\}|\$'(?:\\[^]|[^'\\])*'|[^\s;&|()<>'"\\`])+/;

/** Stands where reading ends. */
class Wrong extends Error {}

/** What is wrong with the `[[` that a problem lies in, in bash's words (`cond_term` in its grammar); undefined: nothing, or it lies in none. */
function conditionalProblem(source: string, before: number): ConditionalProblem | undefined {
  const start = [...source.slice(0, before + 2).matchAll(/(?:^|[\s;&|(!])\[\[(?=\s|$)/g)].at(-1);
  if (!start) return undefined;
  const reader = new ConditionReader(source, start.index + start[0].length);
  const found = reader.read();
  return found && { messages: found, pos: reader.start, atEnd: reader.token === '' };
}

class ConditionReader {
  private readonly source: string;
  private at: number;
  /** Where the token at hand begins. */
  start = 0;
  /** `''`: the end of the text. */
  token = '';
  private isWord = false;
  private readonly messages: string[] = [];

  constructor(source: string, at: number) {
    this.source = source;
    this.at = at;
  }

  /** Messages; empty ones for a mistake that bash is silent about. */
  read(): string[] | undefined {
    try {
      this.either();
    } catch (error) {
      if (!(error instanceof Wrong)) throw error;
      return this.messages;
    }
    if (this.token === ']]') return undefined;
    this.messages.push(`syntax error in conditional expression${this.isWord ? '' : `: unexpected token \`${this.shown()}'`}`);
    return this.messages;
  }

  private next(): void {
    this.at += /^(?:[ \t]|\\\n)*/.exec(this.source.slice(this.at))?.[0].length ?? 0;
    this.start = this.at;
    const rest = this.source.slice(this.at);
    const word = WORD.exec(rest)?.[0];
    this.isWord = word !== undefined && word !== ']]';
    this.token = word ?? /^(?:\n|&&|\|\||.)/.exec(rest)?.[0] ?? '';
    this.at += this.token.length;
  }

  private skipLines(): void {
    do this.next();
    while (this.token === '\n');
  }

  private shown(): string {
    return this.token === '' || this.token === '\n' ? 'newline' : this.token;
  }

  private fail(message: string): never {
    this.messages.push(message);
    throw new Wrong();
  }

  private either(): void {
    this.both();
    if (this.token === '||') this.either();
  }

  private both(): void {
    this.term();
    if (this.token === '&&') this.both();
  }

  private term(): void {
    this.skipLines();
    const first = this.token;
    if (first === ']]') throw new Wrong();
    if (first === '(') return this.group();
    if (first === '!') return this.term();
    if (!this.isWord) this.fail(`unexpected token \`${first === '' ? 'EOF' : this.shown()}' in conditional command`);
    this.next();
    if (UNARY.test(first)) return this.argument('unary');
    if (BINARY.test(this.token)) {
      this.next();
      return this.argument('binary');
    }
    if ([']]', '&&', '||', ')'].includes(this.token)) return;
    this.fail(`${this.isWord ? '' : `unexpected token \`${this.shown()}', `}conditional binary operator expected`);
  }

  private argument(operator: 'unary' | 'binary'): void {
    if (!this.isWord) this.fail(`unexpected argument \`${this.shown()}' to conditional ${operator} operator`);
    this.skipLines();
  }

  private group(): void {
    try {
      this.either();
    } catch (error) {
      if (error instanceof Wrong) this.messages.push("expected `)'");
      throw error;
    }
    if (this.token !== ')') this.fail(`${this.isWord ? '' : `unexpected token \`${this.shown()}', `}expected \`)'`);
    this.skipLines();
  }
}
