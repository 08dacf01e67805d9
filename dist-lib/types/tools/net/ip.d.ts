/** ip, ifconfig and hostname's addresses: the one interface that a machine here has. */
import type { Sys } from '../../kernel/types.ts';
import { type Call, type Tool } from '../tool.ts';
/** The address under which others reach this machine. */
export declare function ownAddress(call: Call): Sys<string>;
export declare const ip: Tool;
export declare const ifconfig: Tool;
