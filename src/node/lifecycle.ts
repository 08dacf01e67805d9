/** Lifecycle hooks: what a container is asked after its start and before its end (source: pkg/kubelet/lifecycle). */
import { goQuote } from '../api/go-json.ts';
import { Channel } from '../kernel/channel.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Machine, Program } from '../kernel/types.ts';
import type { Pod } from '../kinds/objects.ts';
import type { HTTPGetAction, LifecycleHandler } from '../kinds/types.gen.ts';
import type { Network } from '../network/network.ts';
import type { World } from '../world/world.ts';
import { execError, startError } from './machine.ts';
import { type ContainerState, machineId, type PodState } from './state.ts';
import { specsOf } from './status.ts';

/** How long after its start a container is asked by a hook. */
const HTTP_HOOK_MS = 40;

export class LifecycleHooks {
  private readonly world: World;
  private readonly kernel: Kernel;
  private readonly network: Network;

  constructor(world: World, kernel: Kernel, network: Network) {
    this.world = world;
    this.kernel = kernel;
    this.network = network;
  }

  /** Runs a hook; `then` follows it, with why it failed. */
  run(pod: Pod, state: PodState, container: ContainerState, handler: LifecycleHandler, then: (error?: string) => void): void {
    const { kernel, world } = this;
    const machine = machineId(state, container);
    const about = `for Container "${container.name}" in Pod "${state.name}_${state.namespace}(${state.uid})" failed - error:`;
    const { httpGet } = handler;
    if (httpGet) {
      // The kubelet first asks the runtime for the Pod's address.
      kernel.spawnOn(machine, {
        program: pause(HTTP_HOOK_MS),
        argv: ['sleep'],
        env: {},
        onExit: () => {
          const error = this.get(state, pod, httpGet);
          then(error && `HTTP lifecycle hook (${httpGet.path ?? ''}) ${about} ${error}`);
        },
      });
      return;
    }
    const argv = handler.sleep ? undefined : (handler.exec?.command ?? []);
    const failed = (error: string, output: string): void =>
      then(`Exec lifecycle hook ([${argv?.join(' ')}]) ${about} ${error}, message: ${goQuote(output)}`);
    const problem = argv && startError(kernel.machine(machine) as Machine, argv[0] ?? '');
    if (problem) return failed(execError(world, problem), '');
    const seconds = handler.sleep?.seconds ?? 0;
    let [out, err] = ['', ''];
    const stdout = kernel.hostPipe((text) => {
      out += text ?? '';
    });
    const stderr = kernel.hostPipe((text) => {
      err += text ?? '';
    });
    kernel.spawnOn(machine, {
      program: argv?.[0] ?? pause(seconds * 1000),
      argv: argv ?? ['sleep', String(seconds)],
      env: { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' },
      stdio: [{ kind: 'null' }, stdout.write, stderr.write],
      onExit: ({ code }) => {
        if (code !== 0 && argv) failed(`command '${argv.join(' ')}' exited with ${code}: ${err}`, out + err);
        else then();
      },
    });
  }

  /** A HTTP hook's request, from the node: why nobody answered it. What was answered does not matter. */
  private get(state: PodState, pod: Pod, httpGet: HTTPGetAction): string | undefined {
    const host = httpGet.host || state.ip;
    const port = Number(
      specsOf(pod)
        .flatMap(({ ports = [] }) => ports)
        .find(({ name }) => name === httpGet.port)?.containerPort ?? httpGet.port,
    );
    const path = httpGet.path?.startsWith('/') ? httpGet.path : `/${httpGet.path ?? ''}`;
    const result = this.network.http(
      { kind: 'node', name: state.node },
      { method: 'GET', scheme: 'http', host, port, path, headers: [['Host', `${host}:${port}`]] },
      { quiet: true },
    );
    if (result instanceof Channel || result.response !== undefined) return undefined;
    const why = result.failure === 'refused' ? 'connect: connection refused' : 'i/o timeout';
    return `Get "http://${host}:${port}${path}": dial tcp ${host}:${port}: ${why}`;
  }
}

/** The sleep hook needs no program in the container. */
function pause(ms: number): Program {
  return function* () {
    yield { op: 'sleep', ms };
    return 0;
  };
}
