/** POSIX signals: their numbers and what they do to a process that does not catch them (`man 7 signal`). */
import type { Signal } from './types.ts';

const NUMBERS: Readonly<Record<Signal, number>> = {
  SIGHUP: 1,
  SIGINT: 2,
  SIGQUIT: 3,
  SIGKILL: 9,
  SIGUSR1: 10,
  SIGUSR2: 12,
  SIGPIPE: 13,
  SIGALRM: 14,
  SIGTERM: 15,
  SIGCHLD: 17,
  SIGCONT: 18,
  SIGSTOP: 19,
  SIGTSTP: 20,
  SIGWINCH: 28,
};
/** Nothing; the others end it. */
export const HARMLESS: readonly Signal[] = ['SIGCHLD', 'SIGCONT', 'SIGWINCH'];
export const STOPPING: readonly Signal[] = ['SIGSTOP', 'SIGTSTP'];

/** The signal's number, as in `kill -l` and in exit code 128 + number. */
export function signalNumber(signal: Signal): number {
  return NUMBERS[signal];
}
