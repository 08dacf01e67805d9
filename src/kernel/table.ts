/** The machines, the processes on them, and their numbers. */
import type { Entries } from '../world/entries.ts';
import type { World } from '../world/world.ts';
import type { SavedPipe } from './pipes.ts';
import { isOutside, type ProcessState, type Running, stateOf } from './process.ts';
import type { Machine, ProcessInfo } from './types.ts';

/** Numbers of processes on nodes begin here. */
const HOST_PIDS = 3000;
/** How many numbers the container runtime uses up when it starts a process among others'. */
const RUNTIME_PIDS = 6;

/** State of the kernel's own, beside its processes. */
interface KernelState {
  /** Of the next process or terminal. */
  nextId: number;
  pipes: readonly SavedPipe[];
}

export function kernelState(world: World): KernelState {
  return world.slot<KernelState>('kernel', () => ({ nextId: 1, pipes: [] }));
}

export class ProcessTable {
  private readonly world: World;
  private readonly machines = new Map<string, Machine>();
  /** Machines whose processes are numbered with others' (`Machine.pids`). */
  private readonly guests = new Map<string, Set<string>>();
  private readonly byId = new Map<number, Running>();
  /** In order of their start. */
  private readonly byMachine = new Map<string, Running[]>();
  /** Machines where children of a process run besides its own, by its id. */
  private readonly abroad = new Map<number, Set<string>>();
  /** Those that may be different from what was saved of them, by id. */
  private readonly unsaved = new Set<number>();
  /** Numbers of what is outside: the next id (they are negative), pids by machine. */
  private readonly outside: { id: number; readonly pids: Map<string, number> } = { id: -1, pids: new Map() };

  constructor(world: World) {
    this.world = world;
  }

  // Machines

  /** Adds a machine, or replaces the one of that id. */
  register(machine: Machine): void {
    this.machines.set(machine.id, machine);
    if (machine.pids !== undefined) this.guests.set(machine.pids, (this.guests.get(machine.pids) ?? new Set()).add(machine.id));
  }

  /** Removes a machine on which nothing runs any more. */
  unregister(id: string): void {
    const space = this.machines.get(id)?.pids;
    if (space !== undefined && this.guests.get(space)?.delete(id) && this.guests.get(space)?.size === 0) this.guests.delete(space);
    this.machines.delete(id);
    this.lastPids.delete(id);
  }

  machine(id: string): Machine | undefined {
    return this.machines.get(id);
  }

  // Numbers

  /** A new id in the kernel, for a process or a terminal; negative when it is outside of the world. */
  newId(outside: boolean): number {
    return outside ? this.outside.id-- : kernelState(this.world).nextId++;
  }

  /** The next process number of a machine, for the process of that id; `parent`: the id of what starts it, 0: it comes from outside. */
  newPid(machine: Machine, parent: number, id: number): number {
    if (machine.host) return HOST_PIDS + id;
    const pids = isOutside(machine.id) ? this.outside.pids : this.lastPids;
    const space = machine.pids ?? machine.id;
    // What comes from outside into numbers that others have leaves a few to the runtime.
    const pid = (pids.get(space) ?? (machine.keeper ? 1 : 0)) + (machine.pids && parent === 0 ? RUNTIME_PIDS : 1);
    pids.set(space, pid);
    return pid;
  }

  /** By machine. */
  private get lastPids(): Entries<number> {
    return this.world.entries('pids', { fixed: true });
  }

  // Processes

  get(id: number): Running | undefined {
    return this.byId.get(id);
  }

  all(): IterableIterator<Running> {
    return this.byId.values();
  }

  add(process: Running): void {
    this.byId.set(process.id, process);
    this.unsaved.add(process.id);
    const there = this.byMachine.get(process.machine);
    if (there) there.push(process);
    else this.byMachine.set(process.machine, [process]);
    const parent = this.byId.get(process.parent);
    if (parent && parent.machine !== process.machine)
      this.abroad.set(parent.id, (this.abroad.get(parent.id) ?? new Set()).add(process.machine));
  }

  remove(process: Running): void {
    this.byId.delete(process.id);
    this.abroad.delete(process.id);
    this.unsaved.add(process.id);
    const left = this.byMachine.get(process.machine)?.filter((one) => one !== process) ?? [];
    if (left.length > 0) this.byMachine.set(process.machine, left);
    else this.byMachine.delete(process.machine);
  }

  /** Has the process saved with the next snapshot: it may have changed. */
  touch(process: Running): void {
    this.unsaved.add(process.id);
  }

  /** The processes of a machine's own. */
  on(machineId: string): Running[] {
    return [...(this.byMachine.get(machineId) ?? [])];
  }

  children({ id, machine }: Running): Running[] {
    const elsewhere = this.abroad.get(id);
    const near = this.on(machine);
    return (elsewhere ? [...near, ...[...elsewhere].flatMap((other) => this.on(other))] : near).filter(({ parent }) => parent === id);
  }

  /** The processes that one of a machine sees: those of all machines that share its numbers, and on a node those of its containers. */
  among(machineId: string): Running[] {
    const { pids: space = machineId, host } = this.machines.get(machineId) ?? {};
    const guests = this.guests.get(space);
    if (!guests && !host) return this.on(machineId);
    const all = new Set([space, ...(guests ?? []), ...(host?.machines() ?? [])]);
    return [...all].flatMap((id) => this.on(id)).sort((a, b) => this.pidOn(machineId, a) - this.pidOn(machineId, b));
  }

  /** The number by which a machine knows a process. */
  pidOn(machineId: string, process: Running): number {
    return this.machines.get(machineId)?.host ? HOST_PIDS + process.id : process.pid;
  }

  /** What `ps` lists on a machine. */
  list(machineId: string): ProcessInfo[] {
    const { keeper, host } = this.machines.get(machineId) ?? {};
    const numberOf = (process: Running | undefined, none: number): number => (process ? this.pidOn(machineId, process) : none);
    const own: ProcessInfo[] = this.among(machineId).map((process) => ({
      pid: this.pidOn(machineId, process),
      ppid: numberOf(this.byId.get(process.parent), host ? 1 : 0),
      group: host
        ? numberOf(
            this.on(process.machine).find(({ pid }) => pid === process.group),
            process.group,
          )
        : process.group,
      ...(host && { user: this.ownerOf(process) }),
      argv: process.own.title ?? process.argv,
      state: process.status ? 'zombie' : process.stopped ? 'stopped' : process.call?.op === 'yield' ? 'running' : 'sleeping',
      startedAt: process.startedAt,
    }));
    if (host) return [...host.services(), ...own].sort((a, b) => a.pid - b.pid);
    if (keeper === undefined) return own;
    const startedAt = Math.min(this.world.now, ...own.map((one) => one.startedAt));
    return [{ pid: 1, ppid: 0, group: 1, argv: [keeper], state: 'sleeping', startedAt }, ...own];
  }

  private ownerOf({ machine, env }: Running): string {
    const uid = this.machines.get(machine)?.user?.uid;
    return uid === undefined ? (env['USER'] ?? 'root') : uid === 0 ? 'root' : String(uid);
  }

  // Snapshots

  /** By id. */
  private get saved(): Entries<ProcessState> {
    return this.world.entries('processes', { fixed: true });
  }

  /** Brings what is saved up to date. */
  save(): void {
    for (const id of this.unsaved) {
      const process = this.byId.get(id);
      if (!process) this.saved.delete(String(id));
      else if (!isOutside(process.machine)) this.saved.set(String(id), stateOf(process));
    }
    this.unsaved.clear();
  }

  /** Drops the processes of the world before. Returns the saved ones, which are to be started again. */
  load(): ProcessState[] {
    for (const process of this.byId.values()) if (!isOutside(process.machine)) this.remove(process);
    return [...this.saved.peek()];
  }
}
