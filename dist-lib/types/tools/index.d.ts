import type { Program } from '../kernel/types.ts';
export declare const tools: Readonly<Record<string, Program>>;
export declare const busyboxTools: Readonly<Record<string, Program>>;
/** Fetches all of them, so that none has to be waited for. */
export declare function loadTools(): Promise<void>;
