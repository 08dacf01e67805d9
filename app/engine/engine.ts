/**
 * The page's side of the engine: one cluster, its terminals, and the loop that gives it real time.
 * Panels read the cluster itself; `useEngine` tells them when it changed (at most once a frame).
 */
import { create } from 'zustand';
import { type Begun, type Cluster, createCluster, scenarios, type Terminal } from '../../src/session/index.ts';
import { parameters } from '../base/state.ts';
import { showPanel } from '../panels/panels.ts';
import { budgetAfter, MOST } from './budget.ts';
import { editFilesOf } from './editor.ts';
import { keepFiles } from './files.ts';

/** A cluster to be drawn, and what panels depend on. */
export interface Shown {
  readonly cluster: Cluster;
  /** Changes with every write to the cluster. */
  readonly revision: number;
  /** Number of traces so far: changes with every request over the network. */
  readonly requests: number;
  /** Virtual time in whole seconds. */
  readonly second: number;
}

/** A moment of the past, in a cluster that stands still there. */
export interface Past extends Shown {
  /** Virtual time, ms since the epoch. */
  readonly time: number;
}

interface EngineState extends Shown {
  /** What panels show instead of the present. While it is there, the present stands still. */
  readonly past: Past | undefined;
  readonly paused: boolean;
  readonly speed: number;
  /** The line that is being typed in the terminal in front. */
  readonly typing: string;
  readonly scenario: string;
  readonly terminals: readonly OpenTerminal[];
  readonly activeTerminal: number;
}

export interface OpenTerminal {
  readonly id: number;
  readonly terminal: Terminal;
}

let nextTerminal = 1;

async function begin(scenario: string): Promise<EngineState> {
  const nodes = Number(parameters.get('nodes') ?? 1);
  const cluster = await createCluster({
    scenario,
    onDemand: true,
    nodes: Number.isInteger(nodes) && nodes >= 1 && nodes <= 50 ? nodes : 1,
  });
  keepFiles(cluster);
  return stateOf(cluster, scenario);
}

function stateOf(cluster: Cluster, scenario: string, begun: readonly (Begun | undefined)[] = [undefined]): EngineState {
  editFilesOf(cluster);
  const terminals = begun.map((one) => ({ id: nextTerminal++, terminal: atPresent(cluster.openTerminal(80, 24, one)) }));
  return { cluster, scenario, terminals, past: undefined, typing: '', activeTerminal: terminals[0]?.id ?? 0, ...observe(cluster) };
}

/** The terminal is at the present always: whoever types into it is back there. */
function atPresent(terminal: Terminal): Terminal {
  const { input } = terminal;
  return Object.assign(terminal, {
    input(text: string) {
      showPresent();
      upToNow();
      input(text);
      awake(); // what is being typed is told, though nothing may be due
    },
  });
}

function observe(cluster: Cluster): Omit<Shown, 'cluster'> & Pick<EngineState, 'paused' | 'speed'> {
  const { clock, store } = cluster.world;
  return {
    revision: store.revision,
    requests: cluster.requestCount(),
    second: Math.floor(clock.now / 1000),
    paused: clock.paused,
    speed: clock.speed,
  };
}

const asked = parameters.get('scenario') ?? 'empty';
/** The scenario that the address asks for, where there is none of that name. */
export const unknownScenario = scenarios.some(({ id }) => id === asked) ? undefined : asked;

const initial = await begin(unknownScenario === undefined ? asked : 'empty');

export const useEngine = create<EngineState>()(() => initial);

/** Something of the cluster as it is shown: now, or at the moment of the past that somebody looks at. */
export const useShown = <T>(pick: (shown: Shown) => T): T => useEngine((state) => pick(shownIn(state)));

/** The cluster that panels show. */
export const shownIn = (state: EngineState): Shown => state.past ?? state;

/** Shows a cluster that stands at a moment of the past. */
export function showPast(cluster: Cluster): void {
  useEngine.setState({ past: { cluster, time: cluster.world.now, ...observe(cluster) } });
}

/** The panels show the cluster as it is now, and it goes on. */
export function showPresent(): void {
  if (useEngine.getState().past) useEngine.setState({ past: undefined });
}

/** Tells the panels what is new. */
export function publish(): void {
  const state = useEngine.getState();
  const typing = state.terminals.find(({ id }) => id === state.activeTerminal)?.terminal.typing ?? '';
  const seen = { ...observe(state.cluster), typing };
  if (Object.entries(seen).some(([key, value]) => state[key as keyof typeof seen] !== value)) useEngine.setState(seen);
}

/** Begins to fetch what the first command needs, while it is being typed; where that fails, the command itself tries again. */
export function prepareForCommands(): void {
  useEngine
    .getState()
    .cluster.preload()
    .catch(() => {});
}

/** Gives the cluster the time of one frame, real ms; `until` says that the frame's time to compute is over. */
type Driver = (cluster: Cluster, elapsed: number, until: () => boolean) => void;

const DRIVE: Driver = (cluster, elapsed, until) => cluster.tick(elapsed, until);
let drive = DRIVE;

/** Has somebody else give the cluster its time (a replay, which must not miss a moment); without one, it is as usual again. */
export function driveBy(driver: Driver = DRIVE): void {
  drive = driver;
  awake();
}

/** Without a frame for so long nobody sees the page: it is behind another tab, or in a frame that is scrolled away. */
const UNSEEN_MS = 400;
/** What is due within so long is waited for frame by frame. */
const SOON_MS = 40;

let before = performance.now();
/** The next frame and the next alarm that were asked for; 0: none. */
let [frame, alarm] = [0, 0];
/** How long a frame may compute, ms, and whether it follows on one: after a rest it is not late. */
let [budget, isNext] = [MOST, false];

/** Starts giving the cluster time: frame by frame while something happens, else (a page at rest costs nothing) when the next thing does. */
export function startEngine(): void {
  follow(useEngine.getState().cluster);
  useEngine.subscribe((state, old) => {
    if (state.cluster !== old.cluster) follow(state.cluster);
    else if (state.past !== old.past || state.paused !== old.paused || state.speed !== old.speed) awake();
  });
}

/** A cluster that gets something to do earlier than was planned for is looked at with the next frame. */
function follow({ world }: Cluster): void {
  before = performance.now();
  world.timers.onSooner = awake;
  awake();
}

function awake(): void {
  if (frame !== 0) return;
  clearTimeout(alarm);
  askForFrame();
}

function askForFrame(): void {
  frame = requestAnimationFrame(goOn);
  alarm = window.setTimeout(() => goOn(), UNSEEN_MS);
}

/** @param drawn the browser is about to draw: when; undefined: nobody sees the page */
function goOn(drawn?: number): void {
  cancelAnimationFrame(frame);
  clearTimeout(alarm);
  askForFrame(); // first, so that a bug in what follows does not end time; and what is set meanwhile wakes nobody
  if (isNext && drawn !== undefined) budget = budgetAfter(budget, performance.now() - before);
  isNext = drawn !== undefined;
  catchUp();
  publish();
  plan();
}

/** Gives the cluster the time that has passed, as far as a frame may take. */
function catchUp(): void {
  const now = performance.now();
  const elapsed = now - before;
  before = now;
  const { cluster, past } = useEngine.getState();
  if (!past) drive(cluster, elapsed, () => performance.now() - now > budget);
}

/** Before something comes from outside: to a cluster at rest it must not seem to come earlier than it does. */
function upToNow(): void {
  if (frame === 0) catchUp();
}

function plan(): void {
  cancelAnimationFrame(frame);
  clearTimeout(alarm);
  frame = 0;
  const rest = restMs(useEngine.getState());
  if (rest <= SOON_MS) return askForFrame();
  isNext = false;
  alarm = window.setTimeout(() => goOn(), rest);
}

/** Real ms until something happens: in the cluster, or that another second has passed. */
function restMs({ cluster, past }: EngineState): number {
  const { clock, timers } = cluster.world;
  if (drive !== DRIVE || cluster.kernel.awaiting) return 0;
  if (past || clock.paused) return 1000;
  const second = 1000 - (clock.now % 1000);
  return Math.min(second, (timers.nextAt() ?? Number.POSITIVE_INFINITY) - clock.now) / clock.speed;
}

export function setPaused(paused: boolean): void {
  upToNow();
  useEngine.getState().cluster.world.clock.paused = paused;
  publish();
}

export function setSpeed(speed: number): void {
  upToNow();
  useEngine.getState().cluster.world.clock.speed = speed;
  publish();
}

/** Goes on to the next thing that happens in the cluster, also while paused. */
export function step(): void {
  useEngine.getState().cluster.step();
  publish();
}

/** A fresh cluster with that scenario; the old one and its terminals are gone. */
export async function restart(scenario: string): Promise<void> {
  replaceSession(await begin(scenario));
}

/**
 * Goes on with a cluster that somebody else made (a lesson, a saved session); the old one and its terminals are gone.
 * @param begun what each terminal goes on from; one fresh terminal without
 */
export function adoptCluster(cluster: Cluster, scenario: string, begun: readonly Begun[] = []): void {
  replaceSession(stateOf(cluster, scenario, begun.length > 0 ? begun : undefined));
}

function replaceSession(next: EngineState): void {
  for (const { terminal } of useEngine.getState().terminals) terminal.close();
  useEngine.setState(next);
}

export function openTerminal(): OpenTerminal {
  const { cluster, terminals } = useEngine.getState();
  const added = { id: nextTerminal++, terminal: atPresent(cluster.openTerminal()) };
  useEngine.setState({ terminals: [...terminals, added], activeTerminal: added.id });
  return added;
}

/** Closes one; the last one is replaced by a new one. */
export function closeTerminal(id: number): void {
  const { terminals, activeTerminal } = useEngine.getState();
  const at = terminals.findIndex((open) => open.id === id);
  if (at < 0) return;
  terminals[at]?.terminal.close();
  const rest = terminals.filter((open) => open.id !== id);
  useEngine.setState({ terminals: rest, activeTerminal: id === activeTerminal ? (rest[Math.max(0, at - 1)]?.id ?? 0) : activeTerminal });
  if (rest.length === 0) openTerminal();
}

export function activateTerminal(id: number): void {
  useEngine.setState({ activeTerminal: id });
}

/** Types text into the terminal in front, as if by keyboard. */
export function typeText(text: string): void {
  const { terminals, activeTerminal } = useEngine.getState();
  terminals.find((open) => open.id === activeTerminal)?.terminal.input(text);
}

/** Puts a command on the prompt of the terminal in front, to be run by the person; brings the terminal forward on a phone. */
export function suggest(command: string): void {
  // Ctrl-E and Ctrl-U first: what stood there is replaced.
  typeText(`\x05\x15${command}`);
  showPanel('terminal');
  focusTerminal();
}

/** Types a command into a terminal whose shell waits for one (the one in front if it does, else a new one) and runs it. */
export function runCommand(command: string): void {
  const { terminals, activeTerminal } = useEngine.getState();
  const waiting = terminals.filter(({ terminal }) => terminal.atPrompt);
  const free = waiting.find(({ id }) => id === activeTerminal) ?? waiting[0];
  if (free) activateTerminal(free.id);
  else openTerminal();
  typeText(`${free ? '\x05\x15' : ''}${command}\r`);
  showPanel('terminal');
  focusTerminal();
}

/** A frame in another page takes the keyboard only when somebody is in it: else that page would lose it, and jump. */
export const mayTakeFocus = (): boolean => self === top || document.hasFocus();

/** Gives the keyboard to the terminal in front. */
export function focusTerminal(): void {
  if (mayTakeFocus()) document.querySelector<HTMLTextAreaElement>('.terminal-screen:not([hidden]) textarea')?.focus();
}
