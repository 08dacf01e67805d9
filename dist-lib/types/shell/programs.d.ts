/** The programs that come with a shell: itself, and those of its builtins that also exist as programs (`xargs echo`, `kubectl exec POD -- echo`). */
import type { Program } from '../kernel/types.ts';
import { type Dialect } from './shell.ts';
/**
 * By name, for a machine of that kind: `bash` for the laptop (where `sh` is bash's too), `dash` for Debian images (with bash
 * beside it as `bash`), `ash` for busybox and Alpine (no bash).
 */
export declare function shellPrograms(dialect: Dialect): Record<string, Program>;
