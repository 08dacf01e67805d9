import type { Program } from '../../kernel/types.ts';
import type { Server } from './family.ts';
export declare const programs: Readonly<Record<string, Program>>;
export declare const servers: Readonly<Record<string, Server>>;
