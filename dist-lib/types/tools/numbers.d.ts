import { type Tool } from './tool.ts';
export declare const seq: Tool;
export declare const expr: Tool;
