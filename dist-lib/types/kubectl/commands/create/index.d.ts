/** create: from files, or one of its subcommands */
import type { CommandBody } from '../../cli/command.ts';
export declare const create: CommandBody;
