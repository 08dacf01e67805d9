import type { CommandBody } from '../cli/command.ts';
export declare const scale: CommandBody;
