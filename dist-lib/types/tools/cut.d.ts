import { type Tool } from './tool.ts';
export declare const cut: Tool;
export declare const paste: Tool;
export declare const fold: Tool;
export declare const column: Tool;
