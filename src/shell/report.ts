/** What a failed command says, and what of the shell it ends. */
import { needMemory } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import { ArithmeticError } from './arithmetic.ts';
import { TooManyWords } from './brace.ts';
import { Leave, type Shell, ShellError } from './shell.ts';
import { ReadonlyError } from './variables.ts';

/** About what a text takes that is longer than JavaScript's can be, bytes. */
const JAVASCRIPT_STRING = 2 ** 30;

/** Runs something that may fail in expansion: the failure is printed and becomes the status. */
export function* guarded(shell: Shell, run: () => Sys<number>, prefix = '', goesOn = false): Sys<void> {
  try {
    shell.status = yield* run();
  } catch (error) {
    if (goesOn && error instanceof ReadonlyError) {
      yield* shell.complain(error.message);
      shell.status = 1;
      return;
    }
    yield* report(shell, error, prefix);
  }
}

/** Prints a failed command's reason; the status is set, or the shell left where bash would. Anything else is thrown on. */
export function* report(shell: Shell, error: unknown, prefix = ''): Sys<void> {
  if (error instanceof ShellError) {
    if (error.message !== '') yield* shell.complain(error.message);
    if (error.fatal) shell.endScript();
    // Only `bash -c` ends with 127 for it, and not where any failure ends it (`set -e`).
    shell.status =
      error.code === 127 &&
      error.fatal === true &&
      (shell.interactive || !shell.isCommand || shell.options.has('errexit')) &&
      shell.dialect === 'bash'
        ? 1
        : error.code;
    if (error.fatal === 'line') throw new Leave('discard', 1);
    if (error.fatal && !shell.interactive)
      throw new Leave('exit', shell.level > 0 || shell.dialect !== 'bash' ? (shell.dialect === 'bash' ? 1 : 2) : shell.status);
    if (error.fatal) throw new Leave('return', 1);
  } else if (error instanceof ArithmeticError) {
    yield* shell.complain(prefix + error.message);
    shell.endScript();
    shell.status = 1;
    if (prefix === '') throw new Leave('discard', 1);
  } else if (error instanceof ReadonlyError) {
    yield* shell.complain(error.message);
    shell.endScript();
    shell.status = 1;
    throw new Leave('discard', 1);
  } else if (error instanceof TooManyWords) {
    yield* shell.complain(error.message);
    shell.status = 1;
  } else if (error instanceof RangeError) {
    // JavaScript's limits: the longest string, the deepest stack.
    if (!/stack/i.test(error.message)) yield* needMemory(JAVASCRIPT_STRING);
    yield* shell.complain(/stack/i.test(error.message) ? 'maximum nesting level exceeded' : 'cannot allocate memory');
    shell.status = 2;
    throw new Leave(shell.interactive ? 'return' : 'exit', 2);
  } else {
    throw error;
  }
}
