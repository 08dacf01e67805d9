/** debug: an ephemeral container in a Pod, a copy of a Pod, or a Pod on a node */
import type { CommandBody } from '../cli/command.ts';
export declare const debug: CommandBody;
