import { type Tool } from './tool.ts';
export declare const man: Tool;
export declare const apropos: Tool;
