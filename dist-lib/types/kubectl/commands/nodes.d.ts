import type { CommandBody } from '../cli/command.ts';
export declare const cordon: CommandBody;
export declare const uncordon: CommandBody;
export declare const drain: CommandBody;
