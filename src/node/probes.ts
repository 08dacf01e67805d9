/**
 * Startup, liveness and readiness probes: a timer each, from the container's start to its end. Each ticks with its period from the moment
 * at which the Pod's sandbox was made; only readiness is asked out of turn, when the container has started (source: pkg/kubelet/prober).
 */
import { Channel } from '../kernel/channel.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { kubeletRuns } from '../kinds/node/power.ts';
import type { Pod } from '../kinds/objects.ts';
import type { Container, HTTPGetAction, Probe } from '../kinds/types.gen.ts';
import { findListener } from '../network/listeners.ts';
import type { Network } from '../network/network.ts';
import type { World } from '../world/world.ts';
import type { Recorder } from './events.ts';
import { execError, startError } from './machine.ts';
import { nodeAddressOf } from './nodes.ts';
import { type ContainerState, containerState, machineId, type PodState, type ProbeType, podOf, podState } from './state.ts';
import { specsOf } from './status.ts';

const TIMER = 'probe';
const TYPES: readonly ProbeType[] = ['startup', 'liveness', 'readiness'];
const DEFAULT_HTTP_PORT = 80;
/** Output of an exec probe is cut there (maxRespBodyLength and its like). */
const MAX_OUTPUT = 10_240;

/** Until the kubelet has seen that a container runs, at least; at most twice that. */
const SEEN_MS = 50;

type Answer = { readonly ok: true } | { readonly ok: false; readonly message: string };
/** `error`: it could not be asked, which counts neither as success nor as failure. */
type Outcome = Answer | { readonly error: string };

export interface ProbeDependencies {
  readonly world: World;
  readonly kernel: Kernel;
  readonly network: Network;
  readonly recorder: Recorder;
  /** Readiness or startup changed: the status must be written. */
  readonly changed: (state: PodState) => void;
  /** Containers that waited for one to start may begin. */
  readonly proceed: (state: PodState) => void;
  /** The container must be killed and started again. */
  readonly restart: (pod: Pod, state: PodState, container: ContainerState, graceMs: number, why: string) => void;
}

export class Probes {
  private readonly deps: ProbeDependencies;

  constructor(deps: ProbeDependencies) {
    this.deps = deps;
    deps.world.timers.on(TIMER, (_payload, key) => deps.world.as('kubelet', 0, () => this.run(key)));
  }

  /** The container started: its probes begin; those after a startup probe wait for it. */
  start(state: PodState, container: ContainerState, spec: Container): void {
    for (const type of TYPES) {
      const probe = probeOf(spec, type);
      if (!probe || (type !== 'startup' && spec.startupProbe)) continue;
      this.schedule(state, container, type, this.first(state, container, type, probe));
    }
  }

  /** Stops a Pod's probes (of some types). */
  stop(state: PodState, types: readonly ProbeType[] = TYPES): void {
    for (const container of state.containers) this.stopContainer(state, container, types);
  }

  stopContainer(state: PodState, container: ContainerState, types: readonly ProbeType[] = TYPES): void {
    for (const type of types) this.deps.world.timers.cancel(TIMER, keyOf(state, container, type));
  }

  /** When a container that has just started is first asked. */
  private first(state: PodState, container: ContainerState, type: ProbeType, probe: Probe): number {
    const { world } = this.deps;
    const from = container.startedAt + (probe.initialDelaySeconds ?? 0) * 1000;
    if (type === 'readiness' && from <= world.now) return world.now + SEEN_MS + world.random.integer(SEEN_MS);
    return tickAfter(state, probe, Math.max(from - 1, world.now));
  }

  private schedule(state: PodState, container: ContainerState, type: ProbeType, at: number): void {
    this.deps.world.timers.set(TIMER, keyOf(state, container, type), at);
  }

  private run(key: string): void {
    const [uid = '', name = '', type = ''] = key.split(' ') as [string, string, ProbeType];
    const found = this.find(uid, name);
    if (!found) return;
    const { pod, state, container, spec } = found;
    const probe = probeOf(spec, type as ProbeType);
    if (!probe || container.phase !== 'running') return;
    this.schedule(state, container, type as ProbeType, tickAfter(state, probe, this.deps.world.now));
    if (!kubeletRuns(this.deps.world, state.node)) return;
    const { restarts } = container;
    this.probe(pod, state, container, probe, (outcome) => {
      const now = this.find(uid, name);
      if (now && now.container.restarts === restarts && now.container.phase === 'running')
        this.judge(now.pod, now.state, now.container, type as ProbeType, probe, outcome);
    });
  }

  private find(
    uid: string,
    name: string,
  ): { readonly pod: Pod; readonly state: PodState; readonly container: ContainerState; readonly spec: Container } | undefined {
    const state = podState(this.deps.world, uid);
    const pod = state && podOf(this.deps.world, state);
    const container = state && containerState(state, name);
    const spec = pod && specsOf(pod).find((one) => one.name === name);
    return state && pod && container && spec ? { pod, state, container, spec } : undefined;
  }

  /** Counts an outcome; acts when a threshold is reached. */
  private judge(pod: Pod, state: PodState, container: ContainerState, type: ProbeType, probe: Probe, outcome: Outcome): void {
    const { recorder, changed } = this.deps;
    const counts = (container.probes[type] ??= { successes: 0, failures: 0 });
    const kind = type.charAt(0).toUpperCase() + type.slice(1);
    if ('error' in outcome)
      return recorder.container(
        pod,
        container,
        'Warning',
        'Unhealthy',
        `${kind} probe errored and resulted in unknown state: ${outcome.error}`,
      );
    if (outcome.ok) {
      counts.successes++;
      counts.failures = 0;
    } else {
      counts.failures++;
      counts.successes = 0;
      recorder.container(pod, container, 'Warning', 'Unhealthy', `${kind} probe failed: ${outcome.message}`);
    }
    const passes = counts.successes >= (probe.successThreshold ?? 1);
    const fails = counts.failures >= (probe.failureThreshold ?? 3);
    if (!passes && !fails) return;
    const before = counts.passing;
    counts.passing = passes;
    if (type === 'readiness') {
      if (container.ready === passes) return;
      container.ready = passes;
      return changed(state);
    }
    if (fails) {
      const seconds = probe.terminationGracePeriodSeconds ?? pod.spec.terminationGracePeriodSeconds ?? 30;
      this.stopContainer(state, container);
      return this.deps.restart(
        pod,
        state,
        container,
        seconds * 1000,
        `Container ${container.name} failed ${type} probe, will be restarted`,
      );
    }
    if (type === 'startup' && before !== true) this.startedUp(pod, state, container);
  }

  private startedUp(pod: Pod, state: PodState, container: ContainerState): void {
    const spec = specsOf(pod).find(({ name }) => name === container.name);
    if (!spec) return;
    container.started = true;
    container.ready = container.kind !== 'init' && spec.readinessProbe === undefined;
    this.stopContainer(state, container, ['startup']);
    for (const type of ['liveness', 'readiness'] as const) {
      const probe = probeOf(spec, type);
      if (probe) this.schedule(state, container, type, this.first(state, container, type, probe));
    }
    this.deps.changed(state);
    if (container.kind === 'sidecar') this.deps.proceed(state);
  }

  private probe(pod: Pod, state: PodState, container: ContainerState, probe: Probe, done: (outcome: Outcome) => void): void {
    const spec = specsOf(pod).find(({ name }) => name === container.name) as Container;
    if (probe.exec) return this.exec(state, container, probe.exec.command ?? [], (probe.timeoutSeconds ?? 1) * 1000, done);
    const host = pod.spec.hostNetwork ? nodeAddressOf(this.deps.world, state.node) : state.ip;
    const timeoutMs = (probe.timeoutSeconds ?? 1) * 1000;
    const named = probe.httpGet?.port ?? probe.tcpSocket?.port ?? DEFAULT_HTTP_PORT;
    const port = portOf(spec, named);
    if (Number.isNaN(port)) return done({ error: `strconv.Atoi: parsing ${JSON.stringify(named)}: invalid syntax` });
    if (probe.httpGet) return done(this.http(state, host, port, probe.httpGet, timeoutMs));
    if (probe.tcpSocket) return done(this.tcp(state, probe.tcpSocket.host || host, port, timeoutMs));
    if (probe.grpc) {
      const outcome = this.tcp(state, host, probe.grpc.port, timeoutMs);
      if (!outcome.ok) {
        const text = `failed to connect service "${host}:${probe.grpc.port}" within ${timeoutMs / 1000}s: context deadline exceeded`;
        return done({ ok: false, message: `timeout: ${text}` });
      }
      // A server that speaks the health protocol says so in its arguments.
      const health = findListener(this.deps.world, state.uid, probe.grpc.port)?.args['grpc'];
      if (health === 'SERVING') return done({ ok: true });
      return done({
        ok: false,
        message:
          health === undefined
            ? 'error: this server does not implement the grpc health protocol (grpc.health.v1.Health): rpc error: code = Unimplemented'
            : `service unhealthy (responded with "${String(health)}")`,
      });
    }
  }

  private http(state: PodState, podHost: string, port: number, action: HTTPGetAction, timeoutMs: number): Answer {
    const host = action.host || podHost;
    const scheme = (action.scheme ?? 'HTTP').toLowerCase() as 'http' | 'https';
    const path = action.path?.startsWith('/') ? action.path : `/${action.path ?? ''}`;
    const url = `${scheme}://${host}:${port}${path}`;
    const own = action.httpHeaders ?? [];
    const result = this.deps.network.http(
      { kind: 'node', name: state.node },
      {
        method: 'GET',
        scheme,
        host,
        port,
        path,
        headers: [
          ['Host', own.find(({ name }) => name.toLowerCase() === 'host')?.value ?? `${host}:${port}`],
          ['User-Agent', 'kube-probe/1.36'],
          ['Accept', '*/*'],
          ...own.filter(({ name }) => name.toLowerCase() !== 'host').map(({ name, value }): [string, string] => [name, value]),
        ],
      },
      { timeoutMs, quiet: true },
    );
    if (result instanceof Channel) return { ok: false, message: `Get "${url}": EOF` };
    const { response, failure } = result;
    if (failure === 'timeout' || (response?.delayMs ?? 0) > timeoutMs)
      return { ok: false, message: `Get "${url}": context deadline exceeded (Client.Timeout exceeded while awaiting headers)` };
    if (failure === 'refused') return { ok: false, message: `Get "${url}": dial tcp ${host}:${port}: connect: connection refused` };
    if (failure === 'unresolved') return { ok: false, message: `Get "${url}": dial tcp: lookup ${host}: no such host` };
    if (!response) return { ok: false, message: `Get "${url}": EOF` };
    if (response.status >= 200 && response.status < 400) return { ok: true };
    return { ok: false, message: `HTTP probe failed with statuscode: ${response.status}` };
  }

  private tcp(state: PodState, host: string, port: number, timeoutMs: number): Answer {
    const { failure } = this.deps.network.connect({ kind: 'node', name: state.node }, host, port, { timeoutMs, quiet: true });
    if (!failure) return { ok: true };
    return { ok: false, message: `dial tcp ${host}:${port}: ${failure === 'refused' ? 'connect: connection refused' : 'i/o timeout'}` };
  }

  private exec(
    state: PodState,
    container: ContainerState,
    command: readonly string[],
    timeoutMs: number,
    done: (outcome: Outcome) => void,
  ): void {
    const { kernel, world } = this.deps;
    const id = machineId(state, container);
    const machine = kernel.machine(id);
    if (!machine) return;
    const problem = startError(machine, command[0] ?? '');
    if (problem) {
      return done({ error: execError(world, problem) });
    }
    let output = '';
    const collect = (text: string | null): void => {
      if (text !== null && output.length < MAX_OUTPUT) output += text;
    };
    const [stdout, stderr] = [kernel.hostPipe(collect), kernel.hostPipe(collect)];
    const startedAt = world.now;
    kernel.spawnOn(id, {
      program: command[0] as string,
      argv: command,
      env: this.envOf(state, container),
      instant: true,
      stdio: [{ kind: 'null' }, stdout.write, stderr.write],
      onExit: ({ code }) => {
        if (world.now - startedAt > timeoutMs)
          return done({ ok: false, message: `command timed out: "${command.join(' ')}" timed out after ${timeoutMs / 1000}s` });
        done(code === 0 ? { ok: true } : { ok: false, message: output });
      },
    });
  }

  /** An exec probe's environment is the container's: that of its first process. */
  private envOf(state: PodState, container: ContainerState): Readonly<Record<string, string>> {
    return this.deps.kernel.environment(machineId(state, container), container.pid) ?? {};
  }
}

function keyOf(state: PodState, container: ContainerState, type: ProbeType): string {
  return `${state.uid} ${container.name} ${type}`;
}

function probeOf(spec: Container, type: ProbeType): Probe | undefined {
  return { startup: spec.startupProbe, liveness: spec.livenessProbe, readiness: spec.readinessProbe }[type];
}

/** The first tick of a probe after a moment, ms. */
function tickAfter({ sandboxAt }: PodState, { periodSeconds = 10 }: Probe, after: number): number {
  const periodMs = periodSeconds * 1000;
  return sandboxAt + (Math.floor((after - sandboxAt) / periodMs) + 1) * periodMs;
}

function portOf(spec: Container, port: string | number): number {
  const named = spec.ports?.find(({ name }) => name === port);
  return named?.containerPort ?? Number(port);
}
