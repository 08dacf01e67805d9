import { type Tool } from './tool.ts';
export declare const df: Tool;
export declare const du: Tool;
export declare const tree: Tool;
export declare const file: Tool;
export declare const mount: Tool;
