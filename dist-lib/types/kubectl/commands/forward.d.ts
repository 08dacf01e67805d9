import type { CommandBody } from '../cli/command.ts';
export declare const proxy: CommandBody;
export declare const portForward: CommandBody;
