import { type Tool } from './tool.ts';
export declare const cat: Tool;
export declare const tac: Tool;
export declare const rev: Tool;
export declare const nl: Tool;
export declare const tee: Tool;
export declare const yes: Tool;
