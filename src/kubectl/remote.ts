/** The near end of exec and attach: joins this process's streams with those of a session in a container. */
import type { RemoteSession } from '../api/types.ts';
import type { Channel } from '../kernel/channel.ts';
import { SysError } from '../kernel/error.ts';
import { isatty, kill, read, receive, signals, spawn, tty, wait, write } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import { CommandError, Exit } from './errors.ts';
import type { Invocation } from './invocation.ts';

export interface StreamOptions {
  /** Pass what is typed or piped in on to the container. */
  readonly stdin: boolean;
  /** The container has a terminal, and so have we: keys go there as they are pressed. */
  readonly raw: boolean;
}

/** Whether a TTY that was asked for can be had: stdin must be one. Tells when it cannot. */
export function* usableTty(invocation: Invocation, stdin: boolean, wanted: boolean, quiet: boolean): Sys<boolean> {
  if (!stdin || !wanted) return false;
  if (yield* isatty(0)) return true;
  if (!quiet) yield* invocation.err('Unable to use a TTY - input is not a terminal or the right kind of file\n');
  return false;
}

/** Runs a session to its end. Throws Exit with the remote exit code when that is not 0. */
export function* runSession(invocation: Invocation, session: RemoteSession, { stdin, raw }: StreamOptions): Sys<void> {
  const helpers: number[] = [];
  const start = function* (body: () => Sys<void>): Sys<void> {
    helpers.push(
      yield* spawn({
        program: function* () {
          yield* body();
          return 0;
        },
        argv: invocation.process.argv,
      }),
    );
  };
  if (raw) {
    yield* tty({ set: 'raw' });
    yield* signals(['SIGWINCH']);
    yield* sendSize(session);
  }
  if (stdin) yield* start(() => copyIn(session));
  else session.stdin.close();
  if (!raw) yield* start(() => copyOut(session.stderr, 2));
  try {
    yield* copyAll(session, raw);
    // What is left of stderr belongs before the exit.
    if (!raw) yield* wait(helpers[helpers.length - 1]);
    const exit = (yield* receive(session.exit)) ?? { code: 0 };
    if (exit.message !== undefined) throw new CommandError(exit.message);
    if (exit.code !== 0) throw new Exit(exit.code, `command terminated with exit code ${exit.code}`);
  } finally {
    session.close();
    for (const pid of helpers) yield* end(pid);
    if (raw) {
      yield* signals([]);
      yield* tty({ set: 'cooked' });
    }
  }
}

/** Standard output until its end; a change of the window's size is passed on meanwhile. */
function* copyAll(session: RemoteSession, raw: boolean): Sys<void> {
  for (;;) {
    try {
      yield* copyOut(session.stdout, 1);
      return;
    } catch (error) {
      if (!raw || !(error instanceof SysError) || error.errno !== 'EINTR') throw error;
      yield* sendSize(session);
    }
  }
}

function* sendSize(session: RemoteSession): Sys<void> {
  const { columns, rows } = yield* tty({ get: 'size' });
  session.resize(columns, rows);
}

function* copyOut(channel: Channel<string>, fd: number): Sys<void> {
  for (;;) {
    const text = yield* receive(channel);
    if (text === null) return;
    yield* write(fd, text);
  }
}

function* copyIn(session: RemoteSession): Sys<void> {
  for (;;) {
    const text = yield* read(0);
    if (text === null) {
      session.stdin.close();
      return;
    }
    session.stdin.push(text);
  }
}

function* end(pid: number): Sys<void> {
  try {
    yield* kill(pid, 'SIGKILL');
    yield* wait(pid);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
  }
}
