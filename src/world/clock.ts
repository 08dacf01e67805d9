/** Virtual time. The page tells it how much real time passed; speed and pause decide what that is worth. */
export class Clock {
  /** Milliseconds since the epoch. Moves only in World.advance. */
  now: number;
  paused = false;
  /** Virtual milliseconds a real one is worth: 1, 10, 0.25, ... */
  speed = 1;

  constructor(startTime: number) {
    this.now = startTime;
  }

  /** What is left of real time that made no whole virtual millisecond yet. */
  private rest = 0;

  /** What real milliseconds are worth now, in whole virtual ones. A tab that slept is not caught up beyond ten seconds. */
  virtual(realMs: number): number {
    if (this.paused) return 0;
    const ms = Math.min(realMs, 10_000) * this.speed + this.rest;
    this.rest = ms - Math.floor(ms);
    return Math.floor(ms);
  }
}
