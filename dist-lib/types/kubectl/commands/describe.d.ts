import type { CommandBody } from '../cli/command.ts';
export declare const describe: CommandBody;
