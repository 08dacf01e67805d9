/** ls and stat: what files there are. */
import type { FileEntry } from '../kernel/files.ts';
import { type Tool } from './tool.ts';
/** `-rw-r--r--` */
export declare function modeText({ kind, mode }: Pick<FileEntry, 'kind' | 'mode'>): string;
/** 1.5K, 20M: at most two significant digits, rounded up. */
export declare function humanSize(bytes: number): string;
export declare const ls: Tool;
export declare const stat: Tool;
