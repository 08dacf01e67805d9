/** The names that a shell brings to a machine; kept apart from its code, which is loaded when one of them first runs. */
import type { Dialect } from './shell.ts';
/** Builtins that also exist as programs. */
export declare const BUILTIN_PROGRAMS: string[];
/** The shells of a machine: `shellPrograms` has the same. */
export declare const SHELLS: Readonly<Record<Dialect, readonly string[]>>;
