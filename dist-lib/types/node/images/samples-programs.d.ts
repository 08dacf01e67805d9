import type { Program } from '../../kernel/types.ts';
import type { Server } from './family.ts';
/** Pi with so many significant digits, rounded (Machin's formula on whole numbers). */
export declare function pi(digits: number): string;
export declare const programs: Readonly<Record<string, Program>>;
export declare const servers: Readonly<Record<string, Server>>;
