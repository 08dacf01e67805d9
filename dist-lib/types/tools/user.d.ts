import { type Tool } from './tool.ts';
export declare const sudo: Tool;
export declare const nohup: Tool;
export declare const nice: Tool;
export declare const groups: Tool;
export declare const logname: Tool;
export declare const users: Tool;
export declare const arch: Tool;
export declare const tty: Tool;
export declare const who: Tool;
export declare const sync: Tool;
export declare const unlink: Tool;
/** Files have no owners here: the person who is there may do anything, and root anything to anybody. */
export declare const chown: Tool;
