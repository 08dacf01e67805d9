import { type Tool } from './tool.ts';
export declare const watch: Tool;
