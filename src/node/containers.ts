/** One container's way through pulling, creating, starting, ending and starting again. The kubelet calls `step` when its time has come. */
import type { Kernel } from '../kernel/kernel.ts';
import { signalNumber } from '../kernel/signals.ts';
import type { Tty } from '../kernel/tty.ts';
import type { ExitStatus, FdTarget, Machine, Program } from '../kernel/types.ts';
import type { Pod } from '../kinds/objects.ts';
import type { Container, LifecycleHandler } from '../kinds/types.gen.ts';
import type { World } from '../world/world.ts';
import { countRestart, doubled, restartAt } from './backoff.ts';
import { ConfigError, environment, expand } from './env.ts';
import { formatPulled, type Recorder } from './events.ts';
import type { ResolvedImage } from './images/image.ts';
import { type ImageCatalog, InvalidReference } from './images/reference.ts';
import type { LifecycleHooks } from './lifecycle.ts';
import type { Logs } from './logs.ts';
import { ContainerMachine, startError } from './machine.ts';
import { nodeFiles } from './node-files.ts';
import type { Probes } from './probes.ts';
import { isPresent, startPull } from './pull.ts';
import { type ContainerState, containerState, machineId, type PodState, podOf, podState, type Terminated } from './state.ts';
import { isAlive, specsOf, willRestart } from './status.ts';
import { draw, RESYNC, TIMING } from './timing.ts';

export const LOG_SINK = 'log';

/** The least time that a container has between its stop signal and its end, however short its grace is. */
const MIN_GRACE_MS = 2000;

/** Why a container waits that ran, or tried to, and is started again. */
const RESTARTED: ReadonlySet<string> = new Set(['CrashLoopBackOff', 'PostStartHookError', 'RunContainerError']);

export interface ContainerDependencies {
  readonly world: World;
  readonly kernel: Kernel;
  readonly logs: Logs;
  readonly catalog: ImageCatalog;
  readonly recorder: Recorder;
  readonly probes: Probes;
  /** Generic programs by name. */
  readonly programs: () => Readonly<Record<string, Program>>;
  /** The Pod's worker should look again at that time. */
  readonly wake: (state: PodState, at: number) => void;
  /** What listens in the container is closed. */
  readonly closePorts: (uid: string, container?: string) => void;
  readonly hooks: LifecycleHooks;
}

/** The far end of a container's standard input, for attach: its terminal, or a pipe. */
export type ContainerInput = { readonly tty: Tty } | { readonly pipe: ReturnType<Kernel['hostPipe']> };

export class Containers {
  private readonly deps: ContainerDependencies;
  /** Inputs of running containers by machine id. A restored container has none: its reader is at the end. */
  private readonly inputs = new Map<string, ContainerInput>();

  constructor(deps: ContainerDependencies) {
    this.deps = deps;
  }

  /** Does what is due, and goes on until something has to be waited for (its time is in `at`). */
  step(pod: Pod, state: PodState, container: ContainerState): void {
    const spec = specsOf(pod).find(({ name }) => name === container.name);
    if (!spec) return;
    const { now } = this.deps.world;
    if (container.phase === 'running') return this.followSpec(pod, state, container, spec);
    if (container.at !== undefined && container.at > now) return;
    container.at = undefined;
    switch (container.phase) {
      case 'waiting':
        if (!state.ending) this.begin(pod, state, container, spec);
        break;
      case 'pulling':
        this.pulled(pod, state, container, spec);
        break;
      case 'creating':
        this.create(pod, state, container, spec);
        break;
      case 'starting':
        this.start(pod, state, container, spec);
        break;
      case 'stopping':
        if (container.unsignalled) this.signalStop(pod, state, container, true);
        else this.deps.kernel.signal(machineId(state, container), container.pid, 'SIGKILL');
        break;
      case 'exited':
        this.noticeExit(pod, state, container);
        break;
      case 'ended':
        if (!state.ending && container.ended && willRestart(pod, container)) this.restart(pod, state, container);
        break;
    }
  }

  // Images

  private begin(pod: Pod, state: PodState, container: ContainerState, spec: Container): void {
    const { world, recorder } = this.deps;
    if (RESTARTED.has(container.reason)) return this.restart(pod, state, container);
    const given = spec.image ?? '';
    if (
      container.reason === 'ErrImagePull' ||
      (container.reason === 'ImagePullBackOff' && world.now < container.pull.since + container.pull.backoffMs)
    ) {
      return this.backOffPull(pod, container, given);
    }
    const found = this.find(pod, container, given);
    if (!found) return;
    const policy = spec.imagePullPolicy ?? (/:latest$|^[^:]*$/.test(given.replace(/^[^/]*:\d+\//, '')) ? 'Always' : 'IfNotPresent');
    const present = !('error' in found) && isPresent(world, state.node, found.ref);
    if (present && policy !== 'Always') {
      recorder.container(
        pod,
        container,
        'Normal',
        'Pulled',
        `Container image "${given}" already present on machine and can be accessed by the pod`,
      );
      return this.have(container, found, spec);
    }
    if (policy === 'Never') {
      const message = `Container image "${given}" is not present with pull policy of Never`;
      recorder.container(pod, container, 'Warning', 'ErrImageNeverPull', message);
      recorder.container(pod, container, 'Warning', 'Failed', 'Error: ErrImageNeverPull');
      return this.wait(container, 'ErrImageNeverPull', message, draw(world.random, RESYNC));
    }
    this.missPullSecrets(pod);
    recorder.container(pod, container, 'Normal', 'Pulling', `Pulling image "${given}"`);
    const { from, until } = startPull(world, state.node, found);
    container.pull = { since: world.now, from, backoffMs: container.pull.backoffMs, ...('error' in found && { error: found.error }) };
    container.image = given;
    container.phase = 'pulling';
    container.at = until;
  }

  /** The image of that name; undefined (and waiting) when the name is no name. */
  private find(pod: Pod, container: ContainerState, given: string): ResolvedImage | { readonly error: string } | undefined {
    try {
      return this.deps.catalog.find(given);
    } catch (error) {
      if (!(error instanceof InvalidReference)) throw error;
      const message = `Failed to apply default image tag "${given}": couldn't parse image name "${given}": ${error.message}`;
      this.deps.recorder.container(pod, container, 'Warning', 'InspectFailed', message);
      this.deps.recorder.container(pod, container, 'Warning', 'Failed', 'Error: InvalidImageName');
      this.wait(container, 'InvalidImageName', message, draw(this.deps.world.random, RESYNC));
      return undefined;
    }
  }

  private pulled(pod: Pod, state: PodState, container: ContainerState, spec: Container): void {
    const { world, recorder } = this.deps;
    const { pull } = container;
    if (state.ending) {
      container.phase = 'waiting';
      return;
    }
    if (pull.error !== undefined) {
      recorder.container(pod, container, 'Warning', 'Failed', `Failed to pull image "${container.image}": ${pull.error}`);
      recorder.container(pod, container, 'Warning', 'Failed', 'Error: ErrImagePull');
      container.pull = { ...pull, since: world.now, backoffMs: doubled(pull.backoffMs) };
      return this.wait(container, 'ErrImagePull', pull.error, draw(world.random, TIMING.look));
    }
    const found = this.find(pod, container, container.image);
    if (!found || 'error' in found) return;
    recorder.container(
      pod,
      container,
      'Normal',
      'Pulled',
      formatPulled(container.image, world.now - pull.from, world.now - pull.since, found.size),
    );
    container.pull = { since: 0, from: 0, backoffMs: 0 };
    this.have(container, found, spec);
  }

  private backOffPull(pod: Pod, container: ContainerState, given: string): void {
    const { world, recorder } = this.deps;
    const { pull } = container;
    recorder.container(pod, container, 'Normal', 'BackOff', `Back-off pulling image "${given}"`);
    recorder.container(pod, container, 'Warning', 'Failed', 'Error: ImagePullBackOff');
    const until = pull.since + pull.backoffMs;
    this.wait(container, 'ImagePullBackOff', `Back-off pulling image "${given}": ErrImagePull: ${pull.error ?? ''}`, 0);
    container.at = Math.max(world.now, Math.min(until, world.now + draw(world.random, RESYNC)));
  }

  private have(container: ContainerState, image: ResolvedImage, spec: Container): void {
    container.image = spec.image ?? '';
    container.imageRef = image.ref;
    container.imageID = image.id;
    container.phase = 'creating';
    container.at = this.deps.world.now + draw(this.deps.world.random, TIMING.create);
  }

  private wait(container: ContainerState, reason: string, message: string | undefined, ms: number): void {
    container.phase = 'waiting';
    container.reason = reason;
    container.message = message;
    container.at = this.deps.world.now + ms;
  }

  // Starting

  private create(pod: Pod, state: PodState, container: ContainerState, spec: Container): void {
    const { world, recorder } = this.deps;
    if (state.ending) {
      container.phase = 'waiting';
      return;
    }
    try {
      this.checkUser(pod, spec);
      if (spec.env || spec.envFrom) environment({ world, pod, ip: state.ip }, spec, this.image(spec));
      this.checkSeccomp(pod, spec);
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      recorder.container(pod, container, 'Warning', 'Failed', `Error: ${error.message}`);
      return this.wait(container, error.reason, error.message, draw(world.random, RESYNC));
    }
    recorder.container(pod, container, 'Normal', 'Created', 'Container created');
    container.phase = 'starting';
    container.at = world.now + draw(world.random, TIMING.start);
  }

  private checkUser(pod: Pod, spec: Container): void {
    const nonRoot = spec.securityContext?.runAsNonRoot ?? pod.spec.securityContext?.runAsNonRoot;
    const uid = spec.securityContext?.runAsUser ?? pod.spec.securityContext?.runAsUser;
    if (!nonRoot) return;
    const about = `(pod: "${pod.metadata.name}_${pod.metadata.namespace}(${pod.metadata.uid})", container: ${spec.name})`;
    if (uid === 0) throw new ConfigError(`container's runAsUser breaks non-root policy ${about}`);
    if (uid === undefined && (this.image(spec).image.user?.uid ?? 0) === 0)
      throw new ConfigError(`container has runAsNonRoot and image will run as root ${about}`);
  }

  /** A profile of the node's own must be in the kubelet's folder; the runtime says so when it makes the container. */
  private checkSeccomp(pod: Pod, spec: Container): void {
    const { localhostProfile } = spec.securityContext?.seccompProfile ?? pod.spec.securityContext?.seccompProfile ?? {};
    if (localhostProfile === undefined) return;
    const path = `/var/lib/kubelet/seccomp/${localhostProfile}`;
    if (nodeFiles(this.deps.world, pod.spec.nodeName ?? '')[path]?.kind === 'file') return;
    throw new ConfigError(
      `failed to create containerd container: cannot load seccomp profile "${path}": open ${path}: no such file or directory`,
      'CreateContainerError',
    );
  }

  private image(spec: Container): ResolvedImage {
    const found = this.deps.catalog.find(spec.image ?? '');
    if ('error' in found) throw new ConfigError(found.error);
    return found;
  }

  private start(pod: Pod, state: PodState, container: ContainerState, spec: Container): void {
    const { world, kernel, recorder, probes, logs } = this.deps;
    if (state.ending) {
      container.phase = 'waiting';
      return;
    }
    if (container.ended || container.last) {
      logs.remove(`${state.uid}/${container.name}/${container.restarts - 1}`);
      if (container.ended) container.restarts++;
      container.last = container.ended ?? container.last;
      container.ended = undefined;
    }
    container.restarting = undefined;
    container.files = {};
    container.requests = 0;
    container.work = undefined;
    container.load = undefined;
    container.oom = undefined;
    container.hooked = undefined;
    container.hookError = undefined;
    container.unsignalled = undefined;
    container.id = world.random.hex(64);
    container.message = undefined;
    const image = this.image(spec);
    const machine = this.register(pod, state, container, spec, image);
    container.user = machine.user?.uid || machine.user?.gid || (machine.user?.groups.length ?? 0) > 1 ? machine.user : undefined;
    const env = environment({ world, pod, ip: state.ip }, spec, image);
    const argv = commandOf(spec, image, env);
    const problem = argv[0] === undefined ? 'no command specified' : startError(machine, argv[0]);
    if (problem !== undefined) return this.startFailed(pod, state, container, problem);
    recorder.container(pod, container, 'Normal', 'Started', 'Container started');
    container.phase = 'running';
    container.reason = '';
    container.startedAt = world.now;
    container.pinned = undefined;
    container.started = spec.startupProbe === undefined;
    container.ready = container.kind !== 'init' && container.started && spec.readinessProbe === undefined;
    container.probes = {};
    const input = this.openInput(state, container, spec);
    const tty = input && 'tty' in input ? input.tty : undefined;
    const terminal: FdTarget | undefined = tty && { kind: 'tty', tty: tty.id };
    const stdin = spec.stdin ? (terminal ?? (input && 'pipe' in input ? input.pipe.read : undefined)) : undefined;
    const sink = (stream: 'stdout' | 'stderr'): FdTarget => ({
      kind: 'sink' as const,
      name: LOG_SINK,
      id: `${state.uid}/${container.name}/${container.restarts}/${stream}`,
    });
    container.pid = kernel.spawnOn(machine.id, {
      program: argv[0] as string,
      argv,
      env,
      cwd: spec.workingDir ?? image.image.workdir ?? '/',
      stdio: [stdin ?? { kind: 'null' }, terminal ?? sink('stdout'), terminal ?? sink('stderr')],
      first: true,
      ...(tty && { tty }),
    });
    if (spec.lifecycle?.postStart) return this.postStart(pod, state, container, spec, spec.lifecycle.postStart);
    probes.start(state, container, spec);
  }

  /** The kubelet waits for the hook before it looks at the Pod again; when it fails, the container is ended. */
  private postStart(pod: Pod, state: PodState, container: ContainerState, spec: Container, handler: LifecycleHandler): void {
    const { world, probes, recorder } = this.deps;
    const { restarts } = container;
    container.hooked = true;
    this.deps.hooks.run(pod, state, container, handler, (error) => {
      if (container.restarts !== restarts || container.phase !== 'running') return;
      if (error === undefined) {
        container.hooked = undefined;
        probes.start(state, container, spec);
      } else {
        // The event tells nothing of why: it might be a secret.
        recorder.container(pod, container, 'Warning', 'FailedPostStartHook', 'PostStartHook failed');
        container.hookError = error;
        const graceMs = (pod.spec.terminationGracePeriodSeconds ?? 30) * 1000;
        this.stop(podOf(world, state) ?? pod, state, container, graceMs, 'FailedPostStartHook');
      }
      this.deps.wake(state, container.at ?? world.now);
    });
  }

  /** Tells of pull secrets that are not there; the pull is tried without them. */
  private missPullSecrets(pod: Pod): void {
    const { world, recorder } = this.deps;
    const { namespace = '' } = pod.metadata;
    const missing = (pod.spec.imagePullSecrets ?? [])
      .map(({ name = '' }) => name)
      .filter((name) => !world.store.get('secrets', namespace, name));
    if (missing.length === 0) return;
    const text = `Unable to retrieve some image pull secrets (${missing.join(', ')}); attempting to pull the image may not succeed.`;
    recorder.pod(pod, 'Warning', 'FailedToRetrieveImagePullSecret', text);
  }

  /** The terminal or the input pipe of a container that asks for one. */
  private openInput(state: PodState, container: ContainerState, spec: Container): ContainerInput | undefined {
    const { kernel, logs } = this.deps;
    const id = `${state.uid}/${container.name}/${container.restarts}`;
    if (!spec.tty && !spec.stdin) return undefined;
    const input: ContainerInput = spec.tty ? { tty: kernel.openTty() } : { pipe: kernel.hostPipe() };
    if ('tty' in input) input.tty.onOutput((text) => logs.append(id, 'stdout', text));
    this.inputs.set(machineId(state, container), input);
    return input;
  }

  /** Where attach sends what is typed; undefined when the container takes no input. */
  inputOf(state: PodState, container: ContainerState): ContainerInput | undefined {
    return this.inputs.get(machineId(state, container));
  }

  private closeInput(id: string): void {
    const input = this.inputs.get(id);
    this.inputs.delete(id);
    if (input && 'tty' in input) this.deps.kernel.closeTty(input.tty);
    else input?.pipe.end();
  }

  /** Makes the container's machine known to the kernel; again after a restore. */
  register(pod: Pod, state: PodState, container: ContainerState, spec: Container, image = this.image(spec)): Machine {
    const { uid } = state;
    const { name } = container;
    const restart = container.restarts;
    const machine = new ContainerMachine({
      world: this.deps.world,
      pod,
      state,
      container,
      spec,
      image,
      argv: () => commandOf(spec, image, environment({ world: this.deps.world, pod, ip: state.ip }, spec, image)),
      programs: this.deps.programs(),
      onExit: (status) => this.exited(uid, name, restart, status),
    });
    this.deps.kernel.register(machine);
    return machine;
  }

  private startFailed(pod: Pod, state: PodState, container: ContainerState, problem: string): void {
    const { world, kernel, recorder } = this.deps;
    const message = `failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: ${problem}`;
    recorder.container(pod, container, 'Warning', 'Failed', `Error: ${message}`);
    kernel.unregister(machineId(state, container));
    container.ended = { exitCode: 128, reason: 'StartError', message, startedAt: 0, finishedAt: world.now, containerID: container.id };
    container.ready = false;
    if (willRestart(pod, container)) return this.wait(container, 'RunContainerError', message, draw(world.random, TIMING.look));
    container.phase = 'ended';
    container.reason = '';
  }

  // Ending

  /** The container's process 1 ended. */
  private exited(uid: string, name: string, restart: number, status: ExitStatus): void {
    const { world } = this.deps;
    const state = podState(world, uid);
    const container = state && containerState(state, name);
    if (!state || !container || container.restarts !== restart || (container.phase !== 'running' && container.phase !== 'stopping')) return;
    const stopped = container.phase === 'stopping';
    container.phase = 'exited';
    container.ended = terminatedBy(status, container, world.now);
    container.at = world.now + (stopped ? 0 : draw(world.random, TIMING.noticeExit));
    this.deps.closePorts(uid, name);
    this.deps.wake(state, container.at);
  }

  private noticeExit(pod: Pod, state: PodState, container: ContainerState): void {
    const { world, kernel, logs, probes } = this.deps;
    container.phase = 'ended';
    container.reason = '';
    container.started = false;
    container.ready = container.kind === 'init' && container.ended?.exitCode === 0;
    container.ended = this.withMessage(pod, state, container);
    probes.stopContainer(state, container);
    this.closeInput(machineId(state, container));
    kernel.unregister(machineId(state, container));
    logs.end(`${state.uid}/${container.name}/${container.restarts}`);
    container.hooked = undefined;
    if (!state.ending && willRestart(pod, container) && container.hookError !== undefined)
      return this.wait(container, 'PostStartHookError', container.hookError, draw(world.random, TIMING.look));
    if (!state.ending && willRestart(pod, container))
      container.at = world.now + (container.restarting ? 0 : draw(world.random, TIMING.look));
  }

  /** What the container left in its termination log. */
  private withMessage(pod: Pod, state: PodState, container: ContainerState): Terminated | undefined {
    const spec = specsOf(pod).find(({ name }) => name === container.name);
    const machine = this.deps.kernel.machine(machineId(state, container));
    const path = spec?.terminationMessagePath ?? '/dev/termination-log';
    let message = machine?.files.exists(path) && !machine.files.isDirectory(path) ? machine.files.read(path) : '';
    if (message === '' && spec?.terminationMessagePolicy === 'FallbackToLogsOnError' && container.ended?.exitCode !== 0) {
      message = this.deps.logs.read(`${state.uid}/${container.name}/${container.restarts}`, { tailLines: 80 }).slice(-2048);
    }
    return container.ended && { ...container.ended, ...(message && { message: message.slice(0, 4096) }) };
  }

  /** Starts an ended container again, or waits for its back-off. */
  private restart(pod: Pod, state: PodState, container: ContainerState): void {
    const { world, recorder } = this.deps;
    const finishedAt = container.ended?.finishedAt ?? 0;
    const at = restartAt(container, finishedAt);
    if (at > world.now) {
      recorder.container(
        pod,
        container,
        'Warning',
        'BackOff',
        `Back-off restarting failed container ${container.name} in pod ${state.name}_${state.namespace}(${state.uid})`,
      );
      const wait =
        container.backoffMs < 60_000
          ? `${container.backoffMs / 1000}s`
          : `${Math.floor(container.backoffMs / 60_000)}m${(container.backoffMs % 60_000) / 1000}s`;
      this.wait(
        container,
        'CrashLoopBackOff',
        `back-off ${wait} restarting failed container=${container.name} pod=${state.name}_${state.namespace}(${state.uid})`,
        0,
      );
      container.at = Math.min(at, world.now + draw(world.random, RESYNC));
      return;
    }
    countRestart(container, finishedAt, world.now);
    const reason = container.reason;
    container.phase = 'waiting';
    container.reason = '';
    const spec = specsOf(pod).find(({ name }) => name === container.name);
    if (spec) this.begin(pod, state, container, spec);
    if (container.reason === '') container.reason = reason;
  }

  /**
   * Asks a running container to stop; after the grace it is killed. `why` is the text of the Killing event. The stop signal follows the
   * preStop hook and, where the container has to wait for others (`waits`), its turn (source: kuberuntime's killContainer).
   */
  stop(pod: Pod, state: PodState, container: ContainerState, graceMs: number, why: string, waits = false): void {
    const { world, recorder } = this.deps;
    if (container.phase !== 'running') {
      if (
        container.phase === 'waiting' ||
        container.phase === 'pulling' ||
        container.phase === 'creating' ||
        container.phase === 'starting'
      ) {
        container.phase = 'waiting';
        container.at = undefined;
      }
      return;
    }
    recorder.container(pod, container, 'Normal', 'Killing', why);
    container.phase = 'stopping';
    container.at = world.now + Math.max(graceMs, MIN_GRACE_MS);
    const preStop = graceMs > 0 ? specsOf(pod).find(({ name }) => name === container.name)?.lifecycle?.preStop : undefined;
    container.unsignalled = { hook: preStop !== undefined, turn: waits };
    if (!preStop) return this.signalStop(pod, state, container);
    const { restarts } = container;
    this.deps.hooks.run(pod, state, container, preStop, (error) => {
      if (container.restarts !== restarts || !container.unsignalled) return;
      if (error !== undefined) recorder.container(pod, container, 'Warning', 'FailedPreStopHook', 'PreStopHook failed');
      container.unsignalled = { ...container.unsignalled, hook: false };
      this.signalStop(pod, state, container);
    });
  }

  /** Those that a stopping container waited for have ended. */
  takeTurn(pod: Pod, state: PodState, container: ContainerState): void {
    if (!container.unsignalled?.turn) return;
    container.unsignalled = { ...container.unsignalled, turn: false };
    this.signalStop(pod, state, container);
  }

  /** Sends the stop signal, unless something has to be waited for; at the end of the grace nothing is (`late`). */
  private signalStop(pod: Pod, state: PodState, container: ContainerState, late = false): void {
    const { world, kernel, catalog } = this.deps;
    const waits = container.unsignalled;
    if (!waits || (!late && (waits.hook || waits.turn))) return;
    container.unsignalled = undefined;
    container.at = Math.max(container.at ?? 0, world.now + MIN_GRACE_MS);
    const spec = specsOf(pod).find(({ name }) => name === container.name);
    // The image that runs: the spec may name another by now, even one that cannot be had.
    const running = catalog.find(container.image);
    const stop = spec?.lifecycle?.stopSignal ?? ('error' in running ? undefined : running.image.stopSignal) ?? 'SIGTERM';
    kernel.signal(machineId(state, container), container.pid, stop as 'SIGTERM');
  }

  /** The spec of a running container changed: only its image can. */
  private followSpec(pod: Pod, state: PodState, container: ContainerState, spec: Container): void {
    if (state.ending || container.image === (spec.image ?? '') || container.image === '') return;
    this.stop(
      pod,
      state,
      container,
      (pod.spec.terminationGracePeriodSeconds ?? 30) * 1000,
      `Container ${container.name} definition changed, will be restarted`,
    );
    container.restarting = true;
  }

  /** All machines of a Pod are gone; its logs stay until the Pod does. */
  close(state: PodState): void {
    for (const container of state.containers) {
      const id = machineId(state, container);
      const machine = this.deps.kernel.machine(id);
      if (machine) this.deps.kernel.unregister(id);
      this.closeInput(id);
      this.deps.logs.end(`${state.uid}/${container.name}/${container.restarts}`);
    }
    this.deps.closePorts(state.uid);
  }

  remove(state: PodState): void {
    for (const { name, restarts } of state.containers) {
      for (const restart of [restarts, restarts - 1]) this.deps.logs.remove(`${state.uid}/${name}/${restart}`);
    }
  }

  /** The node lost power: what ran ended without a word; it is noticed when the node is back. */
  crash(state: PodState): void {
    const { world, kernel } = this.deps;
    for (const container of state.containers) {
      const alive = isAlive(container.phase);
      container.at = undefined;
      if (alive) {
        container.phase = 'exited';
        container.ended = {
          exitCode: 255,
          reason: 'Unknown',
          startedAt: container.startedAt,
          finishedAt: world.now,
          containerID: container.id,
        };
        container.at = 0;
        container.backoffMs = 0;
      } else if (container.phase !== 'ended') {
        container.phase = 'waiting';
      }
      kernel.unregister(machineId(state, container));
    }
    this.deps.closePorts(state.uid);
  }
}

/** argv of the container: command and args replace the image's, with references to its variables filled in. */
function commandOf(spec: Container, image: ResolvedImage, env: Readonly<Record<string, string>>): string[] {
  const filled = (words: readonly string[]): string[] => words.map((word) => expand(word, (name) => env[name]));
  const { entrypoint = [], cmd = [] } = image.image;
  if (spec.command?.length) return filled([...spec.command, ...(spec.args ?? [])]);
  return [...entrypoint, ...(spec.args?.length ? filled(spec.args) : cmd)];
}

function terminatedBy(status: ExitStatus, container: ContainerState, now: number): Terminated {
  const signal = status.signal && status.code > 128 ? signalNumber(status.signal) : undefined;
  const reason = container.oom ? 'OOMKilled' : status.code === 0 ? 'Completed' : 'Error';
  const isNamed = signal && status.signal !== 'SIGKILL' && status.signal !== 'SIGTERM';
  const end: Terminated = { exitCode: status.code, reason, startedAt: container.startedAt, finishedAt: now, containerID: container.id };
  return isNamed ? { ...end, signal } : end;
}
