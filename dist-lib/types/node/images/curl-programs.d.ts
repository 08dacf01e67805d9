import type { Program } from '../../kernel/types.ts';
export declare const programs: Readonly<Record<string, Program>>;
