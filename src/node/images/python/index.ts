/** `python3 -c PROGRAM`, `python3 FILE`, `python3 -` and a program from standard input: the language's core and a few modules. */
import { SysError } from '../../../kernel/error.ts';
import { readAll, readPath, write } from '../../../kernel/sys.ts';
import type { Process, Sys } from '../../../kernel/types.ts';
import { PythonSyntaxError } from './lexer.ts';
import { Interpreter } from './run.ts';
import { Raised, text } from './values.ts';

/** @param args what follows the program's name */
export function* runPython(process: Process, args: readonly string[]): Sys<number> {
  const words = args.filter((one, at) => !(/^-[uBEsSOI]+$/.test(one) && args.slice(0, at).every((before) => before.startsWith('-'))));
  const [first, ...rest] = words;
  let source: string;
  let name = '<string>';
  if (first === '-c') {
    const [program, ...others] = rest;
    if (program === undefined) {
      yield* write(2, 'Argument expected for the -c option\n');
      return 2;
    }
    return yield* runSource(process, program, name, ['-c', ...others]);
  }
  if (first === undefined || first === '-') {
    name = '<stdin>';
    source = yield* readAll(0);
  } else {
    name = first;
    try {
      source = yield* readPath(first);
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      yield* write(
        2,
        `${process.argv[0]}: can't open file '${process.cwd.replace(/\/$/, '')}/${first}': [Errno 2] No such file or directory\n`,
      );
      return 2;
    }
  }
  return yield* runSource(process, source, name, first === undefined ? [''] : words);
}

function* runSource(process: Process, source: string, name: string, argv: readonly string[]): Sys<number> {
  const lines = source.split('\n');
  try {
    yield* new Interpreter(process, argv).run(source);
    return 0;
  } catch (error) {
    if (error instanceof PythonSyntaxError) {
      yield* write(
        2,
        `  File "${name}", line ${error.line}\n    ${(lines[error.line - 1] ?? '').trim()}\n${error.message.includes('indent') ? 'IndentationError' : 'SyntaxError'}: ${error.message}\n`,
      );
      return 1;
    }
    if (!(error instanceof Raised)) throw error;
    if (error.type === 'SystemExit') {
      const [code = null] = error.args;
      if (code === null) return 0;
      if (typeof code === 'bigint' || typeof code === 'boolean') return Number(BigInt(code) & 255n);
      yield* write(2, `${text(code)}\n`);
      return 1;
    }
    const at = error.line ?? 1;
    const shown = (lines[at - 1] ?? '').trim();
    const said = text(error);
    yield* write(
      2,
      `Traceback (most recent call last):\n  File "${name}", line ${at}, in <module>\n${shown && `    ${shown}\n`}${error.type}${said && `: ${said}`}\n`,
    );
    return 1;
  }
}
