/** nginx: serves the container's files as its configuration says, logs as the official image does. */
import type { Program } from '../../kernel/types.ts';
import type { Server } from './family.ts';
export declare const programs: Readonly<Record<string, Program>>;
export declare const servers: Readonly<Record<string, Server>>;
