/** The names that a shell brings to a machine; kept apart from its code, which is loaded when one of them first runs. */
import type { Dialect } from './shell.ts';

/** Builtins that also exist as programs. */
export const BUILTIN_PROGRAMS = ['[', 'echo', 'kill', 'printf', 'pwd', 'test'];

/** The shells of a machine: `shellPrograms` has the same. */
export const SHELLS: Readonly<Record<Dialect, readonly string[]>> = {
  bash: ['bash', 'sh'],
  dash: ['bash', 'sh', 'dash'],
  ash: ['sh', 'ash'],
};
