import { type Tool } from './tool.ts';
export declare const head: Tool;
export declare const tail: Tool;
