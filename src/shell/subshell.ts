/** A child shell: `(...)`, a stage of a pipeline, `$(...)`, a background command. It starts from its parent's state as data. */
import type { Process, Sys } from '../kernel/types.ts';
import { parse } from './parse.ts';
import { report } from './report.ts';
import { runText } from './script.ts';
import { Leave, Shell, type SubshellInit } from './shell.ts';
import { armSignals, runExitTrap, withSignals } from './signals.ts';

export function isSubshell(init: unknown): init is SubshellInit {
  return typeof init === 'object' && init !== null && 'subshell' in init;
}

export function subshell(process: Process): Sys<number> {
  const init = process.init as SubshellInit;
  const shell = new Shell(process, init.dialect, init);
  return withSignals(shell, run(shell, init));
}

function* run(shell: Shell, init: SubshellInit): Sys<number> {
  if (init.ignoredTraps.length > 0) yield* armSignals(shell);
  // A lone simple command needs no second process: the program takes this one's place.
  const [statement, ...more] = parse(init.code).script.commands;
  shell.tail = more.length === 0 && statement?.command.type === 'Command' && !statement.background;
  return yield* toTheEnd(shell, () => runText(shell, init.code, init.line));
}

/** Runs the shell's work and its EXIT trap; its code. */
export function* toTheEnd(shell: Shell, work: () => Sys<number>): Sys<number> {
  let code: number;
  try {
    code = yield* work();
  } catch (error) {
    if (error instanceof Leave) {
      code = error.count;
      if (error.how === 'break' || error.how === 'continue') code = 0;
    } else {
      try {
        yield* report(shell, error);
      } catch (again) {
        if (!(again instanceof Leave)) throw again;
        shell.status = again.count;
      }
      code = shell.status;
    }
  }
  return yield* runExitTrap(shell, code);
}
