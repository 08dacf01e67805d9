/** The near end of exec and attach: joins this process's streams with those of a session in a container. */
import type { RemoteSession } from '../api/types.ts';
import { joinSession, type StreamOptions } from '../kernel/session.ts';
import { isatty } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import { CommandError, Exit } from './errors.ts';
import type { Invocation } from './invocation.ts';

/** Whether a TTY that was asked for can be had: stdin must be one. Tells when it cannot. */
export function* usableTty(invocation: Invocation, stdin: boolean, wanted: boolean, quiet: boolean): Sys<boolean> {
  if (!stdin || !wanted) return false;
  if (yield* isatty(0)) return true;
  if (!quiet) yield* invocation.err('Unable to use a TTY - input is not a terminal or the right kind of file\n');
  return false;
}

/** Runs a session to its end. Throws Exit with the remote exit code when that is not 0. */
export function* runSession(invocation: Invocation, session: RemoteSession, options: StreamOptions): Sys<void> {
  const exit = yield* joinSession(session, invocation.process.argv, options);
  if (exit.message !== undefined) throw new CommandError(exit.message);
  if (exit.code !== 0) throw new Exit(exit.code, `command terminated with exit code ${exit.code}`);
}
