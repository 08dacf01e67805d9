import { type Waited } from '../kernel/sys.ts';
import type { Signal, Sys } from '../kernel/types.ts';
import { type Shell } from './shell.ts';
export interface Job {
    readonly id: number;
    /** Its process group; 0 without job control. */
    readonly group: number;
    readonly pids: readonly number[];
    readonly text: string;
    /** Codes of the members that ended. */
    readonly codes: Map<number, number>;
    state: 'running' | 'stopped' | 'done';
    /** The signal that ended the last member. */
    signal?: Signal | undefined;
    /** Its current state was shown. */
    notified: boolean;
    /** Started by `&` or stopped: has a number the user knows. */
    listed: boolean;
}
/** Starts shell text in a child shell; returns its pid. */
export declare function spawnSubshell(shell: Shell, code: string, fds: Readonly<Record<number, number>>, group?: number): Sys<number>;
/** Waits for one child that is no job; its code. */
export declare function waitFor(shell: Shell, pid: number): Sys<number>;
export declare function addJob(shell: Shell, job: Omit<Job, 'id' | 'codes' | 'state' | 'notified'>): Job;
/** Notes what became of a child. */
export declare function noteEnded(shell: Shell, ended: Waited): void;
/** The code of a job that ended: its last member's, or with pipefail the last that failed. */
export declare function jobCode(shell: Shell, job: Job): number;
/** Runs a job in the foreground until it ends or stops; its code. */
export declare function foreground(shell: Shell, job: Job): Sys<number>;
export declare function removeJob(shell: Shell, job: Job): void;
/** Learns which children ended or stopped meanwhile. */
export declare function poll(shell: Shell): Sys<void>;
/** Before a prompt: tells of background jobs that ended or stopped. */
export declare function notify(shell: Shell): Sys<void>;
/** `[1]+  Running                 sleep 100 &` */
export declare function jobLine(shell: Shell, job: Job, pids?: boolean): string;
/** `%+` and `%-`: stopped jobs before running ones, newest first. */
export declare function currentJobs(shell: Shell): Job[];
/** The job that `%1`, `%+`, `%-`, `%name`, `%?text` or nothing names. */
export declare function findJob(shell: Shell, spec: string | undefined): Job | undefined;
/** Lets a stopped job go on. */
export declare function resume(job: Job): Sys<void>;
