// The time of a cluster whose clients are real programs that a test waits for. One rule: what a client does costs what it would cost our
// own kubectl (so much to start, so much for a request), and only what it waits for takes real time. So a busy machine, on which programs
// start and think slowly, sees what an idle one sees.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { ROUND_TRIP_MS, START_MS } from '../src/kubectl/latency.ts';
import type { ClusterServer } from '../src/serve/server.ts';
import type { World } from '../src/world/world.ts';

/** A client from which nothing has come, to which nothing has gone, and which has not wanted the processor for so long waits, real ms. */
const PATIENCE_MS = 150;
const LOOK_EVERY_MS = 15;

export class ClientTime {
  private readonly world: World;
  private readonly clients = new Set<Socket>();
  private readonly programs = new Set<string>();
  private readonly timer: NodeJS.Timeout;
  private traffic = 0;
  /** The moment of this machine that the world's present stands for. */
  private anchor = performance.now();
  private waiting = false;
  private looking = false;

  constructor(world: World, server: ClusterServer) {
    this.world = world;
    // The server's own real time stands still: this moves the clock.
    world.clock.paused = true;
    server.http.on('connection', (socket: Socket) => {
      this.clients.add(socket);
      socket.on('close', () => this.clients.delete(socket));
    });
    for (const event of ['request', 'upgrade']) server.http.prependListener(event, () => this.took(ROUND_TRIP_MS));
    this.timer = setInterval(() => void this.look(), LOOK_EVERY_MS);
  }

  /** A program starts, as the process `pid` of this machine. */
  started(pid: string): void {
    this.programs.add(pid);
    this.took(START_MS);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private took(ms: number): void {
    this.world.advance(this.waiting ? Math.floor(performance.now() - this.anchor) + ms : ms);
    this.hold();
  }

  private hold(): void {
    this.waiting = false;
    this.anchor = performance.now();
  }

  /** Brings the clock to where waiting clients are, event by event: the first that a client hears of has it stand still again. */
  private async look(): Promise<void> {
    if (this.looking) return;
    this.looking = true;
    for (;;) {
      if (this.heard() || this.clients.size === 0 || (!this.waiting && this.thinking())) this.hold();
      const behind = performance.now() - this.anchor;
      this.waiting ||= behind >= PATIENCE_MS;
      const step = Math.max(0, (this.world.timers.nextAt() ?? Number.POSITIVE_INFINITY) - this.world.now);
      if (!this.waiting || step > behind) break;
      this.world.advance(step);
      this.anchor += step;
      // What a channel carries is written a moment later.
      await new Promise(setImmediate);
    }
    this.looking = false;
  }

  /** Whether a program runs, or would if the machine were not busy. Only Linux tells; elsewhere the patience has to do. */
  private thinking(): boolean {
    for (const pid of this.programs) {
      const threads = `/proc/${pid}/task`;
      try {
        // The name in brackets may hold anything.
        const busy = (thread: string) => /\) [RD] [^)]*$/.test(readFileSync(`${threads}/${thread}/stat`, 'utf8'));
        if (readdirSync(threads).some(busy)) return true;
      } catch {
        if (!existsSync(threads)) this.programs.delete(pid);
      }
    }
    return false;
  }

  private heard(): boolean {
    let traffic = 0;
    for (const { bytesRead, bytesWritten } of this.clients) traffic += bytesRead + bytesWritten;
    const heard = traffic !== this.traffic;
    this.traffic = traffic;
    return heard;
  }
}
