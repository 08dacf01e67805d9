/** Signals that a shell catches, and traps. */
import { SysError } from '../kernel/error.ts';
import { signals } from '../kernel/sys.ts';
import type { Signal, Sys } from '../kernel/types.ts';
import { runText } from './script.ts';
import { Interrupted, Leave, type Shell } from './shell.ts';

/** Names for `trap` and `kill -l`, by number. */
export const SIGNALS: Readonly<Record<number, string>> = {
  1: 'SIGHUP',
  2: 'SIGINT',
  3: 'SIGQUIT',
  4: 'SIGILL',
  5: 'SIGTRAP',
  6: 'SIGABRT',
  7: 'SIGBUS',
  8: 'SIGFPE',
  9: 'SIGKILL',
  10: 'SIGUSR1',
  11: 'SIGSEGV',
  12: 'SIGUSR2',
  13: 'SIGPIPE',
  14: 'SIGALRM',
  15: 'SIGTERM',
  16: 'SIGSTKFLT',
  17: 'SIGCHLD',
  18: 'SIGCONT',
  19: 'SIGSTOP',
  20: 'SIGTSTP',
  21: 'SIGTTIN',
  22: 'SIGTTOU',
  23: 'SIGURG',
  24: 'SIGXCPU',
  25: 'SIGXFSZ',
  26: 'SIGVTALRM',
  27: 'SIGPROF',
  28: 'SIGWINCH',
  29: 'SIGIO',
  30: 'SIGPWR',
  31: 'SIGSYS',
};

const KNOWN = new Set([
  'SIGHUP',
  'SIGINT',
  'SIGQUIT',
  'SIGUSR1',
  'SIGUSR2',
  'SIGPIPE',
  'SIGALRM',
  'SIGTERM',
  'SIGCHLD',
  'SIGCONT',
  'SIGTSTP',
  'SIGWINCH',
]);

/** The signal's full name from `INT`, `SIGINT`, `2`; `EXIT`, `ERR`, `DEBUG`, `RETURN` as they are. */
export function signalNamed(text: string): string | undefined {
  if (/^\d+$/.test(text)) return text === '0' ? 'EXIT' : SIGNALS[Number(text)];
  const name = text.toUpperCase();
  if (['EXIT', 'ERR', 'DEBUG', 'RETURN'].includes(name)) return name;
  const full = name.startsWith('SIG') ? name : `SIG${name}`;
  return Object.values(SIGNALS).includes(full) ? full : undefined;
}

export function numberOfSignal(name: string): number {
  return Number(Object.keys(SIGNALS).find((number) => SIGNALS[Number(number)] === name) ?? 0);
}

/** Tells the kernel which signals this shell catches and ignores now. */
export function* armSignals(shell: Shell): Sys<void> {
  const caught = new Set<Signal>();
  const ignored = new Set<Signal>();
  for (const [name, action] of shell.traps) if (KNOWN.has(name)) (action === '' ? ignored : caught).add(name as Signal);
  if (shell.interactive) {
    for (const name of ['SIGINT', 'SIGWINCH', 'SIGHUP'] as const) if (!ignored.has(name)) caught.add(name);
    for (const name of ['SIGTSTP', 'SIGQUIT', 'SIGTERM'] as const) if (!caught.has(name)) ignored.add(name);
  }
  yield* signals([...caught], [...ignored]);
}

/**
 * Runs a shell's whole life so that no part of it sees an interrupted call: the signal is noted for its trap and the call made
 * again. At a prompt Ctrl-C throws `Interrupted` into whatever runs. What took the shell's place deals with its signals itself.
 */
export function* withSignals(shell: Shell, body: Sys<number>): Sys<number> {
  let step = body.next();
  while (!step.done) {
    let result: unknown;
    try {
      result = yield step.value;
    } catch (error) {
      const signal = error instanceof SysError && error.errno === 'EINTR' ? error.signal : undefined;
      if (!signal || shell.replaced) {
        step = body.throw(error);
        continue;
      }
      const trapped = shell.traps.has(signal);
      if (trapped) shell.pending.push(signal);
      if (signal === 'SIGHUP' && !trapped) step = body.throw(new Leave('exit', 129));
      else if (shell.onSignal?.(signal)) step = body.throw(error);
      else if (shell.interactive && signal === 'SIGINT') step = body.throw(new Interrupted());
      else if (trapped && shell.waiting) step = body.throw(error);
      continue;
    }
    step = body.next(result);
  }
  return step.value;
}

/** Runs the traps of signals that came in; the status stays. */
export function* runTraps(shell: Shell): Sys<void> {
  for (let signal = shell.pending.shift(); signal; signal = shell.pending.shift()) {
    const action = shell.traps.get(signal);
    if (!action) continue;
    yield* runTrap(shell, action, 0);
  }
}

/** Runs a trap's action; the status stays. `line` is what counts as the line before its first: where DEBUG, ERR and RETURN interrupt. */
export function* runTrap(shell: Shell, action: string, line = shell.line - 1): Sys<void> {
  const { status, trapping } = shell;
  shell.trapping = true;
  try {
    yield* runText(shell, action, line, 'eval');
    shell.status = status;
  } finally {
    shell.trapping = trapping;
  }
}

/** The EXIT trap, once. */
export function* runExitTrap(shell: Shell, code: number): Sys<number> {
  const action = shell.traps.get('EXIT');
  if (!action) return code;
  shell.traps.delete('EXIT');
  shell.status = code;
  shell.trapping = true;
  try {
    yield* runText(shell, action, 0, 'eval');
    return code;
  } catch (error) {
    if (error instanceof Leave) return error.how === 'exit' ? error.count : code;
    throw error;
  }
}
