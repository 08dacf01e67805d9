import type { Command } from '../cli.ts';
export declare const node: Command;
export declare const ip: Command;
export declare const status: Command;
