import type { Command } from '../cli.ts';
export declare const start: Command;
export declare const version: Command;
export declare const profile: Command;
export declare const addons: Command;
export declare const kubectl: Command;
/** Commands of the real one that there is nothing for to do here. */
export declare const unsupported: readonly Command[];
