import { type Tool } from '../tool.ts';
export declare const nslookup: Tool;
export declare const dig: Tool;
export declare const host: Tool;
export declare const getent: Tool;
