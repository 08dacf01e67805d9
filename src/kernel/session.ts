/** The near end of a session on another machine (kubectl exec, minikube ssh): joins this process's streams with those of its program. */
import type { Channel } from './channel.ts';
import { SysError } from './error.ts';
import { kill, read, receive, signals, spawn, tty, wait, write } from './sys.ts';
import type { Sys } from './types.ts';

/** The far end: text flows through channels; `exit` receives the one exit code and closes. */
export interface FarSession {
  readonly stdin: Channel<string>;
  readonly stdout: Channel<string>;
  readonly stderr: Channel<string>;
  readonly exit: Channel<{ readonly code: number; readonly message?: string }>;
  resize(columns: number, rows: number): void;
  /** Hang up: what runs there gets SIGHUP. */
  close(): void;
}

export interface StreamOptions {
  /** Pass what is typed or piped in on to the far end. */
  readonly stdin: boolean;
  /** The far end has a terminal, and so have we: keys go there as they are pressed. */
  readonly raw: boolean;
}

/** Runs a session to its end. `argv` names this process's helpers. */
export function* joinSession(
  session: FarSession,
  argv: readonly string[],
  { stdin, raw }: StreamOptions,
): Sys<{ readonly code: number; readonly message?: string }> {
  const helpers: number[] = [];
  const start = function* (body: () => Sys<void>): Sys<void> {
    helpers.push(
      yield* spawn({
        program: function* () {
          yield* body();
          return 0;
        },
        argv,
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
    return (yield* receive(session.exit)) ?? { code: 0 };
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
function* copyAll(session: FarSession, raw: boolean): Sys<void> {
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

function* sendSize(session: FarSession): Sys<void> {
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

function* copyIn(session: FarSession): Sys<void> {
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
