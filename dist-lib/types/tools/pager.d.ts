import { type Tool } from './tool.ts';
export declare const less: Tool;
export declare const more: Tool;
