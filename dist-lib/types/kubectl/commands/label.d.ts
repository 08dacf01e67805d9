import type { CommandBody } from '../cli/command.ts';
export declare const label: CommandBody;
export declare const annotate: CommandBody;
