import { type Tool } from './tool.ts';
export declare const split: Tool;
export declare const shuf: Tool;
export declare const expand: Tool;
export declare const unexpand: Tool;
export declare const factor: Tool;
