/** One simulated cluster with the learner's laptop beside it: everything put together. The page, the command line and tests use this. */
import { Registry } from '../api/registry.ts';
import type { ApiServer } from '../api/server.ts';
import type { ApiRequest } from '../api/types.ts';
import { Writes } from '../api/writes.ts';
import { bootstrap } from '../controllers/bootstrap.ts';
import { freshControllers } from '../controllers/fresh.ts';
import { runControllers } from '../controllers/run.ts';
import { Channel } from '../kernel/channel.ts';
import { SysError } from '../kernel/error.ts';
import type { FileSystem } from '../kernel/files.ts';
import { Kernel } from '../kernel/kernel.ts';
import { type Lazy, lazy } from '../kernel/lazy.ts';
import { load, readLine, write } from '../kernel/sys.ts';
import type { Tty } from '../kernel/tty.ts';
import type { Process, Program } from '../kernel/types.ts';
import { DEFAULT_ADDONS } from '../kinds/addons.ts';
import { freshKinds } from '../kinds/fresh.ts';
import { DEFAULT_KUBECONFIG } from '../kubectl/kubeconfig.ts';
import type { MinikubeRequest } from '../minikube/types.ts';
import type { Network } from '../network/network.ts';
import { countTraces, tracesOf } from '../network/traces.ts';
import type { NetworkRequest, Trace } from '../network/types.ts';
import type { NodeAgent } from '../node/agent.ts';
import type { Image } from '../node/images/image.ts';
import type { Told } from '../shell/resume.ts';
import { suggestionDevice } from '../shell/suggestion.ts';
import type { EditorAnswer, EditorRequest } from '../tools/edit.ts';
import { History } from '../world/history.ts';
import { World, type WorldSnapshot } from '../world/world.ts';
import { type HeadlessShell, type Listeners, type Output, Runner } from './headless.ts';
import { restoreHome, type SavedFiles, saveHome } from './home.ts';
import { HOME, KUBECONFIG, LAPTOP, laptopEnvironment, registerLaptop } from './laptop.ts';
import { kubectlCode, programs, shellCode } from './programs.ts';
import { countOf, LOOK, noteRead, type Read, readsOf } from './reads.ts';
import type { Rest } from './rest.ts';
import { type Scenario, scenarios } from './scenarios.ts';

export interface ClusterOptions {
  /** Same seed, same history. Default 1. */
  readonly seed?: number;
  /** Default 1: minikube, then minikube-m02, minikube-m03, ... */
  readonly nodes?: number;
  /** minikube's addons that are on from the start; default those of a fresh minikube. */
  readonly addons?: readonly string[];
  /** One of `scenarios`, or one of your own; default `empty`. */
  readonly scenario?: string | Scenario;
  /** Virtual time at the start, ms since the epoch. */
  readonly startTime?: number;
  /** What only clients' requests need is loaded with the first of them, as in a page, and not at once. The history is the same. */
  readonly onDemand?: boolean;
}

/** A terminal with a shell in it. */
export interface Terminal {
  /** Keys as a terminal emulator sends them. */
  input(text: string): void;
  /** Saves (null: leaves as it is) the text in the editor that its program waits for, in place of the learner. */
  edited(saved: string | null): void;
  /** Where the screen's text goes (one listener; undefined: it is kept until there is one). */
  onOutput(listener: ((text: string) => void) | undefined): void;
  /** Somebody else who hears what is shown from now on: recordings, a second window. Answers how to stop. */
  tap(listener: (text: string) => void): () => void;
  /** Whether a shell waits for a line. */
  readonly atPrompt: boolean;
  /** The line that is being typed at its prompt. */
  readonly typing: string;
  /** What its shell is made of, as of its last prompt: shell text that brings it back (`Begun.state`). */
  readonly state: string;
  resize(columns: number, rows: number): void;
  /** Whether what it shows is read out: then its shell offers no lines of the history in grey. */
  speak(on: boolean): void;
  /** Hangs up: what runs in it is ended. */
  close(): void;
}

/** What a terminal goes on from: an earlier one's text and state. */
export interface Begun {
  /** Shown before the first prompt. */
  readonly shown: string;
  readonly state: string;
}

/** Keys that end or stop a program, where it does not read each key itself. */
const SIGNALS = /[\x03\x1a\x1c]/g;

/** Virtual time that a fresh cluster gets to come up, ms. */
const SETTLE_MS = 60_000;

/** What minikube does without changing anything. */
const LOOKS: ReadonlySet<MinikubeRequest['op']> = new Set(['nodes', 'ssh', 'images', 'addons']);

/** The shell's start-up file on the laptop. */
const BASHRC = `# Read by every interactive shell.
PS1='\\[\\e[34m\\]\\w\\[\\e[0m\\] \\[\\e[1;32m\\]\\$\\[\\e[0m\\] '
alias k=kubectl
alias ll='ls -l'
alias ls='ls --color=auto'
alias grep='grep --color=auto'
# kubectl's colours: export NO_COLOR=1 turns them off.
`;

export class Cluster {
  readonly world: World;
  readonly kernel: Kernel;
  /** The past, to be looked at and gone back to. The laptop's files do not go back; a terminal's running command goes on. */
  readonly history: History;
  private readonly rest: Lazy<Rest>;
  private readonly environment: Readonly<Record<string, string>>;
  private readonly runner: Runner;
  private readonly fileListeners = new Set<(path: string) => void>();
  /** By terminal: what its shell said of itself at its last prompt. Ends with the page, as terminals do. */
  private readonly shellStates = new Map<string, string>();
  /** By terminal: the line that is being typed. */
  private readonly typing = new Map<string, string>();
  /** Terminals by name, and those whose shell runs a line: what is typed there, programs read. */
  private readonly ttys = new Map<string, Tty>();
  private readonly running = new Set<string>();
  /** By terminal: how to answer, instead of the learner, the program that waits for an editor. */
  private readonly edits = new Map<string, (saved: string | null) => void>();

  /** See `createCluster`. */
  constructor(options: ClusterOptions, scenario: Scenario) {
    const world = new World(options);
    const kernel = new Kernel(world);
    const writes = new Writes(world, new Registry(freshKinds));
    const rest = lazy(async () => {
      const added = (await import('./rest.ts')).addRest(world, kernel, writes);
      for (const image of this.images()) added.nodes.addImage(image);
      return added;
    });
    // Before the nodes bring back their containers, which run them.
    world.onSnapshot(
      () => {},
      () => {
        for (const image of this.images()) rest.value?.nodes.addImage(image);
      },
    );
    this.world = world;
    this.kernel = kernel;
    this.rest = rest;
    runControllers(world, writes, freshControllers);
    kernel.device(
      'apiserver',
      (request: ApiRequest, process: Process) => {
        const response = this.noted(process, () => this.api.handle(request));
        if (response.status < 400) noteRead(world, request, process);
        return response;
      },
      (request: ApiRequest) => rest.value?.codeFor(request) ?? rest,
    );
    const network = (request: NetworkRequest, process: Process): unknown => {
      if (process.machine.id === LAPTOP) world.input();
      return this.noted(process, () => this.network.device(request, process));
    };
    const minikube = (request: MinikubeRequest, process: Process): unknown => {
      world.input();
      return this.noted(process, () => this.loaded.minikube(request), !LOOKS.has(request.op));
    };
    kernel.device(
      'network',
      network,
      (request: NetworkRequest) =>
        rest.value?.network.codeFor(request) ?? ('request' in request ? rest.value?.codeFor(request.request) : undefined) ?? rest,
    );
    kernel.device('minikube', minikube, rest);
    kernel.device('suggestion', suggestionDevice());
    kernel.device('shell-state', (told: Told) => {
      if ('line' in told) {
        this.history.mark(told.line, told.terminal);
        this.running.add(told.terminal);
      } else if ('typing' in told) this.typing.set(told.terminal, told.typing);
      else {
        this.shellStates.set(told.terminal, told.text);
        this.running.delete(told.terminal);
      }
      return true;
    });
    kernel.onTyped(({ id, takenAt }, text) => this.noteKeys(String(id), text ?? '\x04', takenAt));
    this.registerMachines();
    bootstrap(world, writes, options.nodes ?? 1, options.addons ?? DEFAULT_ADDONS);
    this.environment = laptopEnvironment(scenario.environment);
    this.runner = new Runner(world, kernel);
    this.settle();
    this.images(); // there from the start, so that a restored world is the same as one that went on
    this.images().push(...(scenario.images ?? []));
    this.writeFiles(scenario.files ?? {});
    this.history = new History(world, { resume: () => this.resume(), kept: ['laptop-files', 'minikube-files'] });
  }

  /** Does what a process asks for; where that changes something, the line in its terminal did. */
  private noted<T>({ machine, terminal }: Process, act: () => T, changes = false): T {
    const { store } = this.world;
    const before = store.revision;
    const answer = act();
    if (machine.id === LAPTOP && (changes || store.revision !== before)) this.history.interfere(String(terminal));
    return answer;
  }

  private noteKeys(terminal: string, keys: string, time = this.world.now): void {
    if (this.running.has(terminal)) this.history.typed({ time, keys }, terminal);
  }

  /** The scenario's own images. */
  private images(): Image[] {
    return this.world.slot<{ list: Image[] }>('own-images', () => ({ list: [] })).list;
  }

  /** Writes files of the laptop, by absolute path or from the home folder, with their folders. */
  writeFiles(texts: Readonly<Record<string, string>>): void {
    const { files } = this.kernel.machine(LAPTOP) ?? {};
    for (const [path, text] of Object.entries(texts)) {
      const absolute = files?.resolve(HOME, path) ?? path;
      files?.mkdir(absolute.slice(0, absolute.lastIndexOf('/')) || '/', { parents: true });
      files?.write(absolute, text);
    }
  }

  /** Loads what is otherwise loaded with the first request of a client. Nothing in the world can tell whether it is there. */
  async load(): Promise<void> {
    await (await this.rest.load()).rules.load();
  }

  /** Loads what else is needed to answer a request to `api`. */
  async loadFor(request: ApiRequest): Promise<void> {
    for (let code = this.loaded.codeFor(request); code && !code.value; code = this.loaded.codeFor(request)) await code.load();
  }

  /** Loads that and kubectl: what somebody who types will need in a moment. */
  async preload(): Promise<void> {
    await Promise.all([this.rest.load(), kubectlCode.load()]);
  }

  /** The API server. Like `network` and `nodes`, it is there after `load`, or after a client's first request. */
  get api(): ApiServer {
    return this.loaded.server;
  }

  get network(): Network {
    return this.loaded.network;
  }

  get nodes(): NodeAgent {
    return this.loaded.nodes;
  }

  private get loaded(): Rest {
    if (!this.rest.value) throw new Error('not loaded yet: await cluster.load() first');
    return this.rest.value;
  }

  /** A new terminal with an interactive shell; when the shell is left, another one starts. */
  openTerminal(columns = 80, rows = 24, begun?: Begun): Terminal {
    const tty = this.kernel.openTty(columns, rows, true);
    const { shellStates: states, typing } = this;
    const taps = new Set<(text: string) => void>();
    let screen: ((text: string) => void) | undefined;
    let unseen = begun?.shown ? `${begun.shown.replace(/\r?\n/g, '\r\n')}\r\n` : '';
    const name = String(tty.id);
    let before = begun?.state ?? '';
    this.shellStates.set(name, before);
    this.ttys.set(name, tty);
    let atPrompt = false;
    tty.onOutput((text) => {
      // The line editor turns bracketed paste on while it waits for a line.
      const [on, off] = [text.lastIndexOf('\x1b[?2004h'), text.lastIndexOf('\x1b[?2004l')];
      if (on !== off) atPrompt = on > off;
      if (screen) screen(text);
      else unseen += text;
      for (const tap of taps) tap(text);
    });
    let open = true;
    const start = (): void => {
      if (open) this.startShell(tty, { terminal: name, resume: before }, start);
      before = ''; // only the first goes on from it
    };
    start();
    this.world.advance(0);
    return {
      input: (text) => {
        if (!tty.raw) for (const key of text.match(SIGNALS) ?? []) this.noteKeys(name, key);
        tty.input(text);
        this.kernel.run(); // not what else is due: the echo must not wait for a cluster that is busy
      },
      onOutput: (listener) => {
        screen = listener;
        if (!listener || unseen === '') return;
        const text = unseen;
        unseen = '';
        listener(text);
      },
      edited: (saved) => this.edits.get(name)?.(saved),
      tap: (listener) => {
        taps.add(listener);
        return () => taps.delete(listener);
      },
      get atPrompt() {
        return atPrompt;
      },
      resize: (width, height) => {
        tty.resize(width, height);
        this.world.advance(0);
      },
      speak: (on) => {
        tty.spoken = on;
      },
      get typing() {
        return typing.get(name) ?? '';
      },
      get state() {
        return states.get(name) ?? '';
      },
      close: () => {
        open = false;
        states.delete(name);
        typing.delete(name);
        this.running.delete(name);
        this.ttys.delete(name);
        this.kernel.closeTty(tty);
      },
    };
  }

  /** Ends the lines that shells in terminals run, as Ctrl-C does, and whatever keys their programs take for themselves. */
  interrupt(): void {
    for (const name of this.running) {
      const tty = this.ttys.get(name);
      if (!tty) continue;
      tty.raw = false;
      tty.input('\x03');
    }
    this.kernel.run();
  }

  /** A shell without a screen that keeps its state between calls; each call runs in virtual time as fast as it can. */
  openShell(listeners: Listeners = {}): HeadlessShell {
    return this.runner.openShell(this.environment, listeners);
  }

  /**
   * Says who edits files for `vi`, `nano`, `code` and `kubectl edit`. `open` gets the file and must call `done` once, with the text as it
   * was saved or without one; it answers how to close the editor when the program that waits for it is ended meanwhile.
   */
  onEdit(open: (file: EditorRequest, done: (saved?: string) => void) => () => void): void {
    this.kernel.device('editor', (file: EditorRequest, { terminal }: Process) => {
      const answer = new Channel<EditorAnswer>();
      const from = String(terminal);
      const done = (text?: string): void => {
        this.edits.delete(from);
        if (file.wait) this.history.typed({ time: this.world.now, saved: text ?? null }, from);
        answer.push(text === undefined ? {} : { text });
        this.world.advance(0);
      };
      const close = open(file, done);
      if (file.wait)
        this.edits.set(from, (saved) => {
          close();
          done(saved ?? undefined);
        });
      answer.onCancel = () => {
        this.edits.delete(from);
        close();
      };
      return answer;
    });
  }

  /** Whether some terminal runs a line that was typed. */
  get runsALine(): boolean {
    return this.running.size > 0;
  }

  /** Whether the laptop runs anything besides the shells of its terminals: what a reload of the page would end. */
  get runsPrograms(): boolean {
    return this.kernel.list(LAPTOP).length > this.ttys.size;
  }

  /** The learner's files as they are now; see `SavedFiles`. */
  saveFiles(): SavedFiles {
    return saveHome(this.files);
  }

  /** Puts saved files back and tells of later changes. */
  keepFiles(saved: unknown, changed: () => void): void {
    restoreHome(this.files, saved);
    this.onFileChange((path) => path.startsWith(`${HOME}/`) && changed());
  }

  /** The laptop's files. */
  get files(): FileSystem {
    return (this.kernel.machine(LAPTOP) as { readonly files: FileSystem }).files;
  }

  /** Tells of each file of the laptop that is written or removed, by its path. Answers how to stop. */
  onFileChange(listener: (path: string) => void): () => void {
    this.fileListeners.add(listener);
    return () => this.fileListeners.delete(listener);
  }

  /** What a command prints, found out at once: it takes no virtual time of its own. For the page's look-ups. */
  async look(argv: readonly string[]): Promise<Output> {
    const output = this.runner.start(argv, { ...this.environment, [LOOK]: '1' }, {}, true);
    this.world.advance(0);
    return output;
  }

  /** Gives the cluster real time that passed (the clock decides what it is worth). `until` stops early when it answers true. */
  tick(realMs: number, until: () => boolean = () => false): void {
    if (!this.kernel.awaiting) this.world.tick(realMs, until);
  }

  /** Goes to the next thing that happens, also while paused. */
  step(): void {
    if (!this.kernel.awaiting) this.world.step();
  }

  /** Number of requests over the network so far. */
  requestCount(): number {
    return countTraces(this.world);
  }

  /** The last requests over the network, oldest first. */
  traces(): readonly Trace[] {
    return tracesOf(this.world);
  }

  /** What programs on the laptop read from the API: the last of them, oldest first. */
  reads(): readonly Read[] {
    return readsOf(this.world);
  }

  /** Number of such reads so far. */
  readCount(): number {
    return countOf(this.world);
  }

  /** All state as plain JSON data. Programs in terminals are not part of it. */
  snapshot(): WorldSnapshot {
    return this.world.snapshot();
  }

  /** As `snapshot` without the past, cheap to take: see `World.frozen`. */
  frozen(): ReturnType<World['frozen']> {
    return this.world.frozen();
  }

  /** Goes back to a snapshot's state; terminals stay open at what they show. The cluster must have been loaded (`load`). */
  restore(snapshot: WorldSnapshot): void {
    void this.loaded;
    this.world.travel(() => {
      this.world.restore(snapshot);
      this.resume();
    });
    this.history.restart();
  }

  /**
   * Stands at a moment of another cluster's past, and remembers nothing of its own: for looking at. Answers the revision that it stands at
   * (see `History.goTo`). Both must have been loaded.
   */
  showPastOf(other: Cluster, revision: number, time = 0): number {
    this.history.stop();
    return other.history.show(revision, time, this.world, () => this.resume());
  }

  /** Code of a restored world that is not registered on it once and for all. */
  private resume(): void {
    this.registerMachines();
    this.kernel.resumeRestored();
  }

  private registerMachines(): void {
    registerLaptop(this.world, this.kernel, programs, { [`${HOME}/.bashrc`]: BASHRC, [KUBECONFIG]: DEFAULT_KUBECONFIG });
    this.files.onChange = (path) => {
      for (const listener of this.fileListeners) listener(path);
    };
  }

  private startShell(tty: Tty, init: { terminal: string; resume: string }, onExit: () => void): void {
    const target = { kind: 'tty', tty: tty.id } as const;
    this.kernel.spawnOn(LAPTOP, {
      program: terminalShell,
      argv: ['bash', '-i'],
      env: this.environment,
      cwd: HOME,
      init,
      stdio: [target, target, target],
      tty,
      onExit,
    });
  }

  /** Lets a fresh cluster come up. */
  private settle(): void {
    this.world.advance(SETTLE_MS);
  }

  /** Runs the lines of a scenario's set-up; they must succeed. */
  async prepare(lines: readonly string[]): Promise<void> {
    for (const line of lines) {
      const { code, err } = await this.runner.run(['bash', '-c', line], this.environment);
      if (code !== 0) throw new Error(`scenario set-up failed: ${line}: ${err}`);
    }
  }
}

/** A cluster that has come up, with its scenario's set-up done. */
export async function createCluster(options: ClusterOptions = {}): Promise<Cluster> {
  const { scenario: wanted = 'empty' } = options;
  const scenario = typeof wanted === 'string' ? scenarios.find(({ id }) => id === wanted) : wanted;
  if (!scenario) throw new Error(`unknown scenario "${wanted}"`);
  const cluster = new Cluster(options, scenario);
  if (!options.onDemand) await cluster.load();
  await cluster.prepare(scenario.setup);
  return cluster;
}

/** The shell of a terminal. Where its code cannot be fetched (no network), Enter tries again. */
const terminalShell: Program = function* (process) {
  for (;;) {
    try {
      return yield* (yield* load(shellCode)).bash(process);
    } catch (error) {
      if (shellCode.value || !(error instanceof SysError)) throw error;
      yield* write(2, `bash: ${error.path}. Press Enter to try again.\n`);
      yield* readLine(0);
    }
  }
};
