/** Parts of the programs that images bring: waiting for a signal, listening, starting another program in one's place. */
import { SysError } from '../../kernel/error.ts';
import { device, signals, sleep, write } from '../../kernel/sys.ts';
import type { Process, Signal, Sys } from '../../kernel/types.ts';

/** What programs of an image ask of the node they run on (device `container`). */
export type ContainerRequest = ListenRequest | UseRequest | RootRequest;

export interface ListenRequest {
  readonly op: 'listen';
  readonly port: number;
  readonly server: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly protocol?: 'TCP' | 'UDP';
  readonly tls?: boolean;
  /** The program has the port already, and serves it anew. */
  readonly again?: boolean;
}

/** How much the container uses from now on, above what its image always does. */
export interface UseRequest {
  readonly op: 'use';
  /** Cores. */
  readonly cpu: number;
  /** Bytes. More than the container's limit gets it killed. */
  readonly memory: number;
}

/** Asks which machine's root a path is: the container's own, or the node's where a volume brings that. Answers its id, or ''. */
export interface RootRequest {
  readonly op: 'root';
  readonly path: string;
}

/** Says how much the container uses from now on. */
export function* use(load: { readonly cpu: number; readonly memory: number }): Sys<boolean> {
  return yield* device<boolean>('container', { op: 'use', ...load } satisfies ContainerRequest);
}

/** Opens a port for a server of `servers.ts`. False when another program of the Pod has it; `again`: it may be the caller's already. */
export function* listen(
  port: number,
  server: string,
  args: Readonly<Record<string, unknown>> = {},
  options: Pick<ListenRequest, 'again' | 'tls'> = {},
): Sys<boolean> {
  return yield* device<boolean>('container', { op: 'listen', port, server, args, ...options } satisfies ContainerRequest);
}

/** Sleeps until one of the signals comes; returns it. */
export function* awaitSignal(caught: readonly Signal[], ms = Number.POSITIVE_INFINITY): Sys<Signal | undefined> {
  yield* signals(caught);
  try {
    yield* sleep(ms);
    return undefined;
  } catch (error) {
    if (error instanceof SysError && error.errno === 'EINTR') return error.signal;
    throw error;
  }
}

/** How the process is listed from now on: `nginx: master process ...`. */
export function title(process: Process, argv: readonly string[]): void {
  process.title = argv;
}

/** Goes on as another program, with this process. */
export function* exec(process: Process, argv: readonly string[]): Sys<number> {
  const program = process.machine.program(argv[0] ?? '');
  if (!program) {
    yield* write(2, `${process.argv[0]}: exec: ${argv[0]}: not found\n`);
    return 127;
  }
  process.argv = argv;
  title(process, argv);
  return yield* program(process);
}
