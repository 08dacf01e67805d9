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

  /** What real milliseconds are worth now. A tab that slept is not caught up beyond ten seconds. */
  virtual(realMs: number): number {
    return this.paused ? 0 : Math.min(realMs, 10_000) * this.speed;
  }
}
