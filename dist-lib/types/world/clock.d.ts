/** Virtual time. The page tells it how much real time passed; speed and pause decide what that is worth. */
export declare class Clock {
    /** Milliseconds since the epoch. Moves only in World.advance. */
    now: number;
    paused: boolean;
    /** Virtual milliseconds a real one is worth: 1, 10, 0.25, ... */
    speed: number;
    constructor(startTime: number);
    /** What is left of real time that made no whole virtual millisecond yet. */
    private rest;
    /** What real milliseconds are worth now, in whole virtual ones. A tab that slept is not caught up beyond ten seconds. */
    virtual(realMs: number): number;
}
