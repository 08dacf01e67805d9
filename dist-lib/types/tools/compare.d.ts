import { type Tool } from './tool.ts';
export declare const comm: Tool;
export declare const join: Tool;
