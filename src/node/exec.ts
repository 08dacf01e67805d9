/** Sessions in containers: exec starts a program there, attach joins the one that runs. */

import type { RemoteSession } from '../api/types.ts';
import { Channel } from '../kernel/channel.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { ExitStatus, FdTarget } from '../kernel/types.ts';
import type { Random } from '../world/random.ts';
import type { ContainerInput } from './containers.ts';
import type { Logs } from './logs.ts';
import { startError } from './machine.ts';
import { type ContainerState, machineId, type PodState } from './state.ts';

export interface ExecOptions {
  readonly command: readonly string[];
  readonly stdin: boolean;
  readonly tty: boolean;
}

type Session = RemoteSession & { readonly exit: Channel<{ readonly code: number; readonly message?: string }> };

function newSession(more: Pick<RemoteSession, 'resize' | 'close'>): Session {
  return { stdin: new Channel(), stdout: new Channel(), stderr: new Channel(), exit: new Channel(), ...more };
}

function end(session: Session, result: { readonly code: number; readonly message?: string }): void {
  session.stdout.close();
  session.stderr.close();
  session.exit.push(result);
  session.exit.close();
}

/** Runs a command in a running container. What cannot be started ends the session with a message. */
export function execSession(
  kernel: Kernel,
  random: Random,
  state: PodState,
  container: ContainerState,
  options: ExecOptions,
): RemoteSession {
  const id = machineId(state, container);
  const machine = kernel.machine(id);
  const [program = ''] = options.command;
  const problem = machine ? startError(machine, program) : 'container not running';
  if (problem) {
    const session = newSession({ resize: () => {}, close: () => {} });
    const text = `failed to exec in container: failed to start exec "${random.hex(64)}": OCI runtime exec failed: exec failed: unable to start container process: ${problem}`;
    end(session, { code: 1, message: `Internal error occurred: Internal error occurred: error executing command in container: ${text}` });
    return session;
  }
  const env = { ...kernel.environment(id, container.pid), ...(options.tty && { TERM: 'xterm' }) };
  return machineSession(kernel, id, env, options);
}

/** Runs a command on a machine that is no container: a node. */
export function machineSession(kernel: Kernel, id: string, env: Readonly<Record<string, string>>, options: ExecOptions): RemoteSession {
  return options.tty ? withTty(kernel, id, env, options) : withPipes(kernel, id, env, options);
}

function withTty(kernel: Kernel, id: string, env: Readonly<Record<string, string>>, { command, stdin }: ExecOptions): RemoteSession {
  const tty = kernel.openTty();
  const session = newSession({ resize: (columns, rows) => tty.resize(columns, rows), close: () => kernel.closeTty(tty) });
  tty.onOutput((text) => session.stdout.push(text));
  const target: FdTarget = { kind: 'tty', tty: tty.id };
  const onExit = ({ code }: ExitStatus): void => {
    end(session, { code });
    kernel.closeTty(tty);
  };
  kernel.spawnOn(id, {
    program: command[0] as string,
    argv: command,
    env,
    stdio: [stdin ? target : { kind: 'null' }, target, target],
    tty,
    onExit,
  });
  if (stdin) {
    drain(session.stdin, (text) => {
      if (text === null) tty.input('\x04');
      else tty.input(text);
    });
  }
  return session;
}

function withPipes(kernel: Kernel, id: string, env: Readonly<Record<string, string>>, { command, stdin }: ExecOptions): RemoteSession {
  let pid = 0;
  const session = newSession({ resize: () => {}, close: () => void (pid > 0 && kernel.signal(id, pid, 'SIGHUP')) });
  const stdout = kernel.hostPipe((text) => text !== null && session.stdout.push(text));
  const stderr = kernel.hostPipe((text) => text !== null && session.stderr.push(text));
  const input = stdin ? kernel.hostPipe() : undefined;
  pid = kernel.spawnOn(id, {
    program: command[0] as string,
    argv: command,
    env,
    stdio: [input?.read ?? { kind: 'null' }, stdout.write, stderr.write],
    onExit: ({ code }) => end(session, { code }),
  });
  if (input) drain(session.stdin, (text) => (text === null ? input.end() : input.push(text)));
  return session;
}

/** Joins the output of a running container, and its input where it has one. `once`: its input ends with this session (stdinOnce). */
export function attachSession(logs: Logs, logId: string, input: ContainerInput | undefined, once: boolean): RemoteSession {
  const output = logs.follow(logId, { tailLines: 0 });
  const tty = input && 'tty' in input ? input.tty : undefined;
  const session = newSession({ resize: (columns, rows) => tty?.resize(columns, rows), close: () => output.cancel() });
  if (input) {
    drain(session.stdin, (text) => {
      if (text !== null) tty ? tty.input(text) : 'pipe' in input && input.pipe.push(text);
      else if (once && 'pipe' in input) input.pipe.end();
    });
  }
  drain(output, (text) => {
    if (text === null) end(session, { code: 0 });
    else session.stdout.push(text);
  });
  return session;
}

/** Hands on what comes through a channel, now and later; null at its end. */
function drain<T>(channel: Channel<T>, use: (value: T | null) => void): void {
  let ended = false;
  const take = (): void => {
    for (let value = channel.poll(); value !== undefined && !ended; value = channel.poll()) {
      ended = value === null;
      use(value);
    }
  };
  channel.onReady = take;
  take();
}
