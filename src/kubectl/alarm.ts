/** A limit on how long a program blocks. */
import { SysError } from '../kernel/error.ts';
import { kill, signals, sleep, spawn, wait } from '../kernel/sys.ts';
import type { Process, Sys } from '../kernel/types.ts';

export const TIMED_OUT = Symbol('timed out');

/** Runs `body`; gives TIMED_OUT when it is still blocked after `ms` of virtual time. Infinity: no limit. */
export function* withTimeout<T>(process: Process, ms: number, body: () => Sys<T>): Sys<T | typeof TIMED_OUT> {
  if (ms === Number.POSITIVE_INFINITY) return yield* body();
  yield* signals(['SIGALRM']);
  const timer = yield* spawn({ program: () => ring(process.pid, ms), argv: process.argv });
  try {
    const result = yield* body();
    yield* stop(timer);
    return result;
  } catch (error) {
    yield* stop(timer);
    if (error instanceof SysError && error.errno === 'EINTR') return TIMED_OUT;
    throw error;
  }
}

function* ring(target: number, ms: number): Sys<number> {
  yield* sleep(ms);
  try {
    yield* kill(target, 'SIGALRM');
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
  }
  return 0;
}

function* stop(timer: number): Sys<void> {
  yield* signals([]);
  try {
    yield* kill(timer, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
  }
  yield* wait(timer);
}
