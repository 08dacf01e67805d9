import type { Program } from '../kernel/types.ts';
/** The shells: in a chunk of their own, which every terminal needs. */
export declare const shellCode: import("../kernel/lazy.ts").Lazy<{
    bash: Program;
    ash: Program;
    fedShell: typeof import("../shell/sh.ts").fedShell;
    dashPrograms: Record<string, Program>;
    ashPrograms: Record<string, Program>;
}>;
export declare const kubectlCode: import("../kernel/lazy.ts").Lazy<typeof import("../kubectl/index.ts")>;
export declare const programs: Readonly<Record<string, Program>>;
/** For images. */
export declare const imageTools: Readonly<Record<string, Program>>;
