/** What the container runtime of a node knows: its sandboxes, containers and images, as a client of its socket would be told. */
import { sha256 } from '../api/values/sha256.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { World } from '../world/world.ts';
import type { Logs } from './logs.ts';
import { nodeImages, type PresentImage } from './pull.ts';
import { machineId, type PodState, podStates, runsOf } from './state.ts';
import { isAlive } from './status.ts';

/** Times in virtual ms. */
export interface Sandbox {
  /** 64 hexadecimal digits. */
  readonly id: string;
  readonly name: string;
  readonly namespace: string;
  readonly createdAt: number;
  readonly ready: boolean;
}

export interface RuntimeContainer {
  readonly id: string;
  /** `docker.io/library/nginx@sha256:...` */
  readonly image: string;
  readonly name: string;
  /** How often it was started before. */
  readonly attempt: number;
  readonly createdAt: number;
  readonly running: boolean;
  readonly sandbox: Sandbox;
  log(tailLines?: number): string;
  /** Ends its first process without asking it. */
  kill(): void;
}

export class Runtime {
  private readonly world: World;
  private readonly kernel: Kernel;
  private readonly logs: Logs;
  private readonly node: string;

  constructor(world: World, kernel: Kernel, logs: Logs, node: string) {
    this.world = world;
    this.kernel = kernel;
    this.logs = logs;
    this.node = node;
  }

  private states(): PodState[] {
    return [...podStates(this.world).peek()].filter(({ node, sandboxAt }) => node === this.node && sandboxAt > 0) as PodState[];
  }

  /** Newest first. */
  sandboxes(): readonly Sandbox[] {
    return this.states().map(sandboxOf).sort(newestFirst);
  }

  /** Newest first: those that run, and of each the last run that ended. */
  containers(): readonly RuntimeContainer[] {
    const found: RuntimeContainer[] = [];
    for (const state of this.states()) {
      const sandbox = sandboxOf(state);
      for (const container of state.containers) {
        const about = { name: container.name, image: container.imageID, sandbox };
        for (const { id, attempt, since } of runsOf(container)) {
          const isNow = id === container.id;
          found.push({
            ...about,
            id,
            attempt,
            createdAt: since,
            // The runtime knows before the kubelet does.
            running: isNow && isAlive(container.phase) && container.phase !== 'exited',
            log: (tailLines) => this.logs.read(`${state.uid}/${container.name}/${attempt}`, tailLines === undefined ? {} : { tailLines }),
            kill: () => void (isNow && this.kernel.signal(machineId(state, container), container.pid, 'SIGKILL')),
          });
        }
      }
    }
    return found.sort(newestFirst);
  }

  images(): readonly PresentImage[] {
    return Object.values(nodeImages(this.world, this.node).present)
      .filter(({ at }) => at <= this.world.now)
      .sort((a, b) => (a.ref < b.ref ? -1 : 1));
  }
}

/** A Pod has one sandbox at a time; one that was made anew has another id. */
function sandboxOf({ uid, name, namespace, sandbox, sandboxAt }: PodState): Sandbox {
  return { id: sha256(new TextEncoder().encode(`${uid}/${sandboxAt}`)), name, namespace, createdAt: sandboxAt, ready: sandbox };
}

const newestFirst = (a: { readonly createdAt: number }, b: { readonly createdAt: number }): number => b.createdAt - a.createdAt;
