/** Gives a cluster real time: it sleeps until the next thing is due, so an idle cluster costs nothing. */
import type { Cluster } from '../session/index.ts';

/** The longest sleep, ms: a clock that is paused or far from its next timer is looked at now and then. */
const LONGEST_MS = 1000;

export class RealTime {
  private readonly cluster: Cluster;
  private last = performance.now();
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(cluster: Cluster) {
    this.cluster = cluster;
    this.sync();
  }

  /** Brings virtual time up to now: call it before and after every request, so that the cluster sees it at the right moment. */
  sync(): void {
    if (this.stopped) return;
    const now = performance.now();
    const { cluster } = this;
    cluster.tick(now - this.last);
    this.last = now;
    // What a request has just started (a program in a container) begins at once.
    if (!cluster.kernel.awaiting) cluster.world.advance(0);
    this.sleep();
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private sleep(): void {
    clearTimeout(this.timer);
    const { world, kernel } = this.cluster;
    if (kernel.awaiting) {
      // No time passes while code is being loaded.
      void kernel.settled().then(() => {
        this.last = performance.now();
        this.sync();
      });
      return;
    }
    const due = world.timers.nextAt();
    const { paused, speed } = world.clock;
    const ms = due === undefined || paused ? LONGEST_MS : (due - world.now) / speed;
    this.timer = setTimeout(() => this.sync(), Math.min(LONGEST_MS, Math.max(1, Math.ceil(ms))));
  }
}
