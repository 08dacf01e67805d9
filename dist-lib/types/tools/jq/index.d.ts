import { type Tool } from '../tool.ts';
export declare const jq: Tool;
