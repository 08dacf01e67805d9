import { type Tool } from './tool.ts';
export declare const ps: Tool;
export declare const pgrep: Tool;
export declare const pkill: Tool;
export declare const pidof: Tool;
export declare const killall: Tool;
export declare const uptime: Tool;
export declare const free: Tool;
export declare const top: Tool;
