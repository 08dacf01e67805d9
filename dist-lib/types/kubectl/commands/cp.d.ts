/** cp: files to and from containers, through exec and tar's simplest case: one text file, or a folder of them */
import type { CommandBody } from '../cli/command.ts';
export declare const cp: CommandBody;
