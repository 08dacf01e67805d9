import { type Tool } from './tool.ts';
type Compare = (a: string, b: string) => number;
/** Version order: runs of digits by value; `~` before everything, letters before other signs (as dpkg). */
export declare const byVersion: Compare;
export declare const sort: Tool;
export declare const uniq: Tool;
export {};
