/** The nodes put together: podStates, containers, images, logs and what they answer. One for a world. */
import { equal } from '../api/equal.ts';
import type { ApiServer } from '../api/server.ts';
import type { RemoteSession } from '../api/types.ts';
import { Channel } from '../kernel/channel.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { lazy, lazyProgram } from '../kernel/lazy.ts';
import type { Process, Program } from '../kernel/types.ts';
import { setHookDialer } from '../kinds/admissionpolicy/dialer.ts';
import { setMetricsSource } from '../kinds/metrics/source.ts';
import { kubeletRuns } from '../kinds/node/power.ts';
import type { Node, Pod } from '../kinds/objects.ts';
import { MIRROR } from '../kinds/pod/mirror.ts';
import { serveApi } from '../network/apiserver.ts';
import { findListener, listen, type ServerContext as NetworkContext, unlisten } from '../network/listeners.ts';
import type { Network } from '../network/network.ts';
import type { HttpRequest, HttpResponse } from '../network/types.ts';
import type { World } from '../world/world.ts';
import { Containers, LOG_SINK } from './containers.ts';
import { Recorder } from './events.ts';
import { machineSession } from './exec.ts';
import { callHook } from './hook-call.ts';
import type { ContainerRequest, ListenRequest, UseRequest } from './images/daemon.ts';
import type { Server } from './images/family.ts';
import { reasonOf } from './images/http.ts';
import type { Image } from './images/image.ts';
import { images, serverCode, serverOf } from './images/index.ts';
import { GNU } from './images/programs.ts';
import { ImageCatalog, InvalidReference } from './images/reference.ts';
import { Kubelet, type Rejects } from './kubelet.ts';
import { LifecycleHooks } from './lifecycle.ts';
import { Logs } from './logs.ts';
import { manifestsOf, STATIC_PODS } from './manifests.ts';
import { nodeMachine, nodeMachineId } from './node-machine.ts';
import { nodeAddressOf, nodeStatus } from './nodes.ts';
import { Probes } from './probes.ts';
import { nodeImages, type PresentImage } from './pull.ts';
import { Runtime } from './runtime.ts';
import { containerState, machineId, parseMachineId, podOf, podState, podStates } from './state.ts';
import { isAlive, specsOf } from './status.ts';
import { registerSubresources } from './subresources.ts';
import { draw, REPORT_IMAGES_MS, TIMING } from './timing.ts';
import { addWork, limitOf, requestCost, UsageMeter } from './usage.ts';
import { followVolumes } from './volume-refresh.ts';
import type { Reach } from './volume-setup.ts';

const crictlCode = lazy(() => import('./crictl.ts'));
const systemdCode = lazy(() => import('./systemd.ts'));
const staticPodsCode = lazy(() => import('./static-pods.ts'));
const iptablesCode = lazy(() => import('./iptables.ts'));

/** A proxying server's answer passes through at most so many others. */
const MAX_PROXY_DEPTH = 10;

export interface NodeAgentOptions {
  readonly world: World;
  readonly server: ApiServer;
  readonly kernel: Kernel;
  readonly network: Network;
  /** Generic programs that images name (sh, ls, curl, ...). */
  readonly programs: Readonly<Record<string, Program>>;
  /** Why a node refuses a Pod that no scheduler chose it for. */
  readonly rejects?: Rejects;
}

/** A node is a Debian: its tools are GNU's, and it has neither busybox nor Alpine's packages. */
function ofDebian({ busybox: _, apk: __, ...programs }: Readonly<Record<string, Program>>): Record<string, Program> {
  const gnu = Object.entries(programs).filter(([name]) => name.startsWith(GNU));
  return { ...programs, ...Object.fromEntries(gnu.map(([name, program]) => [name.slice(GNU.length), program])) };
}

const isCordoned = (node: Node): boolean => node.spec.unschedulable ?? false;

export class NodeAgent {
  readonly catalog = new ImageCatalog(images);
  readonly logs: Logs;
  private readonly options: NodeAgentOptions;
  private readonly containers: Containers;
  private readonly kubelet: Kubelet;
  private proxyDepth = 0;

  constructor(options: NodeAgentOptions) {
    this.options = options;
    const { world, server, kernel, network } = options;
    const recorder = new Recorder(server);
    this.logs = new Logs(world);
    const probes = new Probes({
      world,
      kernel,
      network,
      recorder,
      changed: (state) => this.kubelet.report(state),
      proceed: (state) => this.kubelet.wakeState(state),
      restart: (pod, state, container, graceMs, why) => {
        this.containers.stop(pod, state, container, graceMs, why);
        this.kubelet.report(state);
        this.kubelet.wakeState(state, container.at ?? world.now);
      },
    });
    this.containers = new Containers({
      world,
      kernel,
      recorder,
      probes,
      logs: this.logs,
      catalog: this.catalog,
      programs: () => options.programs,
      wake: (state, at) => this.kubelet.wakeState(state, at),
      closePorts: (uid, container) => unlisten(world, uid, container === undefined ? {} : { container }),
      hooks: new LifecycleHooks(world, kernel, network),
    });
    followVolumes(world, recorder);
    const reach =
      (node: string): Reach =>
      (host, port) =>
        network.connect({ kind: 'node', name: node }, host, port, { quiet: true }).failure;
    this.kubelet = new Kubelet(world, server, this.containers, probes, recorder, reach, options.rejects);
    kernel.sink(LOG_SINK, (id, text) => {
      const at = id.lastIndexOf('/');
      this.logs.append(id.slice(0, at), id.slice(at + 1) as 'stdout' | 'stderr', text);
    });
    kernel.device('container', ((request: ContainerRequest, process: Process) =>
      request.op === 'listen'
        ? this.listen(request, process)
        : request.op === 'use'
          ? this.use(request, process)
          : this.rootAt(request.path, process)) as never);
    kernel.onBusy((id) => {
      const machine = parseMachineId(id);
      const state = machine && podState(world, machine.uid);
      const container = machine && state && containerState(state, machine.container);
      if (container) addWork(container, world.now, 1);
    });
    setMetricsSource(world, new UsageMeter(world, this.catalog));
    setHookDialer(world, (request) => callHook(world, network, request));
    for (const name of Object.keys(serverCode)) network.server(name, (request, context) => this.answer(serverOf(name), request, context));
    serveApi(network, (request) => server.handle(request));
    registerSubresources(server, { world, kernel, network, logs: this.logs, containers: this.containers });
    world.timers.on('node-power', (what, node) => world.as('kubelet', 0, () => this.powerChanged(node, what === 'kubelet')));
    world.timers.on('node-boot', (what, node) => world.as('kubelet', 0, () => this.booted(node, what !== 'kubelet')));
    world.timers.on('node-schedulable', (_payload, node) => world.as('kubelet', 0, () => this.tellSchedulable(node)));
    world.timers.on(STATIC_PODS, (_payload, node) => world.as('kubelet', 0, () => this.syncStaticPods(node)));
    // Images, and what somebody advertised on the node.
    world.timers.on('node-images', (_payload, node) => world.as('kubelet', 0, () => this.reportNode(node)));
    world.store.subscribe(
      ({ object, previous }) => {
        if (previous && isCordoned(object as Node) !== isCordoned(previous as Node))
          world.timers.set('node-schedulable', object.metadata.name, world.now + draw(world.random, TIMING.nodeStatus));
        const advertised = (previous as Node | undefined)?.status.capacity;
        if (advertised && !equal(advertised, (object as Node).status.capacity))
          world.timers.set('node-images', object.metadata.name, world.now + draw(world.random, TIMING.nodeStatus));
      },
      ['nodes'],
    );
    // A pull that ended shows in the Pod's status; the node tells its images a while later.
    world.store.subscribe(
      ({ object, previous, type }) => {
        const node = (object as Pod).spec.nodeName;
        if (node && object.metadata.annotations?.[MIRROR] !== undefined && (type === 'DELETED' || object.metadata.deletionTimestamp))
          world.timers.set(STATIC_PODS, node, world.now);
        const pulled =
          (object as Pod).status.containerStatuses?.some(({ imageID }) => imageID) &&
          !(previous as Pod | undefined)?.status.containerStatuses?.some(({ imageID }) => imageID);
        if (node && pulled && world.timers.at('node-images', node) === undefined)
          world.timers.set('node-images', node, world.now + REPORT_IMAGES_MS);
      },
      ['pods'],
    );
    world.onSnapshot(
      () => {},
      () => this.restored(),
    );
  }

  /** Adds an image that can be pulled from now on: a lesson's. */
  addImage(image: Image): void {
    this.catalog.add(image);
  }

  /** A shell on a node (minikube ssh). */
  openShell(node: string, command: readonly string[], tty: boolean): RemoteSession {
    const argv = command.length > 0 ? ['bash', '-c', command.join(' ')] : ['bash', ...(tty ? ['-i'] : [])];
    const env = {
      HOME: '/home/docker',
      USER: 'docker',
      PATH: '/usr/local/bin:/usr/bin:/bin:/sbin',
      PWD: '/home/docker',
      ...(tty && { TERM: 'xterm' }),
    };
    return machineSession(this.options.kernel, this.nodeMachine(node), env, { command: argv, stdin: true, tty });
  }

  /** The id of a node's machine, which is made when somebody first works on it. */
  private nodeMachine(node: string): string {
    const id = nodeMachineId(node);
    if (!this.options.kernel.machine(id)) this.registerNode(node);
    return id;
  }

  private registerNode(node: string): void {
    const { world, kernel, programs } = this.options;
    const runtime = new Runtime(world, kernel, this.logs, node);
    const own: Readonly<Record<string, Program>> = {
      crictl: lazyProgram(crictlCode, ({ crictl }) => crictl(runtime)),
      systemctl: lazyProgram(systemdCode, ({ systemctl }) => systemctl(world, node)),
      journalctl: lazyProgram(systemdCode, ({ journalctl }) => journalctl(world, node)),
      service: lazyProgram(systemdCode, ({ service }) => service(world, node)),
      iptables: lazyProgram(iptablesCode, ({ iptables }) => iptables(world, node)),
      'iptables-save': lazyProgram(iptablesCode, ({ iptablesSave }) => iptablesSave(world, node)),
    };
    kernel.register(nodeMachine(world, node, { ...ofDebian(programs), ...own }));
  }

  /** The images that any of the nodes has, each once. */
  imagesOn(nodes: readonly string[]): readonly PresentImage[] {
    const { world } = this.options;
    const found = nodes.flatMap((node) => Object.values(nodeImages(world, node).present).filter(({ at }) => at <= world.now));
    return [...new Map(found.map((image) => [image.ref, image])).values()];
  }

  /** Brings an image to nodes at once. Answers why it cannot be had, or ''. */
  loadImage(given: string, nodes: readonly string[]): string {
    const { world } = this.options;
    let image: ReturnType<ImageCatalog['find']>;
    try {
      image = this.catalog.find(given);
    } catch (error) {
      if (error instanceof InvalidReference) return error.message;
      throw error;
    }
    if ('error' in image) return image.error;
    const { ref, id, size } = image;
    for (const node of nodes) nodeImages(world, node).present[ref] = { ref, id, size, at: world.now };
    return '';
  }

  unloadImage(given: string, nodes: readonly string[]): void {
    const image = this.catalog.find(given);
    if ('error' in image) return;
    for (const node of nodes) delete nodeImages(this.options.world, node).present[image.ref];
  }

  /** A node was switched on or off, or only its kubelet. */
  private powerChanged(node: string, kubeletOnly: boolean): void {
    const { world } = this.options;
    if (kubeletRuns(world, node))
      world.timers.set(
        'node-boot',
        node,
        world.now + draw(world.random, kubeletOnly ? TIMING.kubelet : TIMING.boot),
        kubeletOnly ? 'kubelet' : undefined,
      );
    else {
      world.timers.cancel('node-boot', node);
      if (!kubeletOnly) this.kubelet.nodeStopped(node);
    }
  }

  /** @param machine all of it was off, not only its kubelet */
  private booted(node: string, machine: boolean): void {
    if (!kubeletRuns(this.options.world, node)) return;
    const { world } = this.options;
    const before = world.store.get<Node>('nodes', '', node);
    if (manifestsOf(world, node).length > 0) world.timers.set(STATIC_PODS, node, world.now);
    this.reportNode(node);
    this.kubelet.nodeStarted(node, machine);
    if (before) this.tellStart(before, before.status.conditions?.find(({ type }) => type === 'Ready')?.status !== 'True');
  }

  /** A new node's kubelet has started. */
  joined(node: Node): void {
    this.tellStart(node, true);
  }

  /** The kubelet looks at its manifests; its code for that is loaded when there are any. */
  private syncStaticPods(node: string): void {
    const { world, kernel, server } = this.options;
    if (!kubeletRuns(world, node)) return;
    if (staticPodsCode.value) return staticPodsCode.value.syncStaticPods(world, server, node);
    kernel.need(staticPodsCode);
    world.timers.set(STATIC_PODS, node, world.now);
  }

  private tellStart(node: Node, becameReady: boolean): void {
    this.tellNode(node, 'Starting', 'Starting kubelet.');
    for (const reason of ['NodeHasSufficientMemory', 'NodeHasNoDiskPressure', 'NodeHasSufficientPID']) this.tellNode(node, reason);
    this.tellNode(node, 'NodeAllocatableEnforced', 'Updated Node Allocatable limit across pods');
    if (becameReady) this.tellNode(node, 'NodeReady');
  }

  /** The kubelet noticed that its node was cordoned or uncordoned. */
  private tellSchedulable(name: string): void {
    const node = this.options.world.store.get<Node>('nodes', '', name);
    if (node && kubeletRuns(this.options.world, name)) this.tellNode(node, isCordoned(node) ? 'NodeNotSchedulable' : 'NodeSchedulable');
  }

  private tellNode(node: Node, reason: string, message = `Node ${node.metadata.name} status is now: ${reason}`): void {
    this.options.server.event(node, 'Normal', reason, message, { component: 'kubelet', host: node.metadata.name });
  }

  private reportNode(name: string): void {
    const { world, server } = this.options;
    const node = world.store.get<Node>('nodes', '', name);
    if (node && kubeletRuns(world, name)) server.updateStatus<Node>('nodes', { ...node, status: nodeStatus(world, node) });
  }

  /** A program in a container opens a port. */
  private listen({ port, server, args, protocol = 'TCP', tls, again }: ListenRequest, process: Process): boolean {
    const machine = parseMachineId(process.machine.id);
    if (!machine) return false;
    const { container } = machine;
    if (again && findListener(this.options.world, machine.uid, port, protocol)?.container === container)
      unlisten(this.options.world, machine.uid, { container, port });
    return listen(this.options.world, machine.uid, { port, protocol, server, args, container, pid: process.pid, ...(tls && { tls }) });
  }

  /** A program takes CPU and memory, or gives them back. Beyond its limit of memory the container is killed. */
  private use({ cpu, memory }: UseRequest, process: Process): boolean {
    const { world, kernel } = this.options;
    const machine = parseMachineId(process.machine.id);
    const state = machine && podState(world, machine.uid);
    const container = machine && state && containerState(state, machine.container);
    const pod = state && podOf(world, state);
    const spec = pod && specsOf(pod).find(({ name }) => name === machine?.container);
    if (!state || !container || !spec) return false;
    container.load = { cpu, memory };
    if (memory <= (limitOf(spec, 'memory') ?? Number.POSITIVE_INFINITY)) return true;
    container.oom = true;
    kernel.signal(process.machine.id, container.pid, 'SIGKILL');
    return false;
  }

  /** The machine whose root is at a path of a container: its own, or its node's by a hostPath volume of `/`. */
  private rootAt(path: string, process: Process): string {
    if (path === '/') return process.machine.id;
    const machine = parseMachineId(process.machine.id);
    const state = machine && podState(this.options.world, machine.uid);
    const pod = state && podOf(this.options.world, state);
    const mounts = (pod && specsOf(pod).find(({ name }) => name === machine?.container)?.volumeMounts) ?? [];
    const mount = mounts.find((one) => one.mountPath.replace(/\/+$/, '') === path && !one.subPath);
    const volume = pod?.spec.volumes?.find(({ name }) => name === mount?.name);
    return state && volume?.hostPath && /^\/+$/.test(volume.hostPath.path) ? this.nodeMachine(state.node) : '';
  }

  /** A request reached a server in a container. */
  private answer(server: Server, request: HttpRequest, { listener, place, clientAddress }: NetworkContext): HttpResponse | undefined {
    const { world, kernel, network } = this.options;
    const state = podState(world, place);
    const container = state && containerState(state, listener.container);
    const machine = state && container && kernel.machine(machineId(state, container));
    if (!state || !container || !machine) return undefined;
    container.requests++;
    const pod = podOf(world, state);
    const spec = pod && specsOf(pod).find(({ name }) => name === container.name);
    if (spec) addWork(container, world.now, requestCost(this.catalog, spec));
    const answer = server(request, {
      args: listener.args,
      hostname: machine.hostname,
      podIP: state.ip || nodeAddressOf(world, state.node),
      port: listener.port,
      env: kernel.environment(machine.id, container.pid) ?? {},
      files: machine.files,
      client: clientAddress,
      now: world.now,
      startedAt: container.startedAt,
      requests: container.requests,
    });
    const id = `${state.uid}/${container.name}/${container.restarts}`;
    if (answer.stderr) this.logs.append(id, 'stderr', answer.stderr);
    if (answer.stdout) this.logs.append(id, 'stdout', answer.stdout);
    if (answer.response === 'empty') return undefined;
    if (!answer.proxy || this.proxyDepth >= MAX_PROXY_DEPTH) return answer.response;
    this.proxyDepth++;
    try {
      const result = network.http({ kind: 'pod', namespace: state.namespace, name: state.name, uid: state.uid }, answer.proxy);
      if (result instanceof Channel || !result.response) return answer.response;
      return {
        ...result.response,
        reason: result.response.reason || reasonOf(result.response.status),
        delayMs: result.elapsedMs + (result.response.delayMs ?? 0),
      };
    } finally {
      this.proxyDepth--;
    }
  }

  /** After a restore: the machines of all running containers are registered again, and those of nodes, whose files are others now. */
  private restored(): void {
    const { world, kernel } = this.options;
    for (const { metadata } of world.store.list<Node>('nodes'))
      if (kernel.machine(nodeMachineId(metadata.name))) this.registerNode(metadata.name);
    for (const state of podStates(world).peek()) {
      const pod = podOf(world, state);
      for (const container of state.containers) {
        const spec = pod && specsOf(pod).find(({ name }) => name === container.name);
        if (pod && spec && isAlive(container.phase)) this.containers.register(pod, state, container, spec);
      }
    }
  }
}
