/** Parts of the shell that a prompt does without: loaded when first used. */
import { lazy } from '../kernel/lazy.ts';

export const lateCode = {
  /** For Tab. */
  completion: lazy(() => import('./completion.ts')),
  /** For `set -o vi`. */
  vi: lazy(() => import('./readline/vi.ts')),
  /** For `bind` and ~/.inputrc. */
  bindings: lazy(() => import('./readline/bindings.ts')),
  printf: lazy(() => import('./builtins/printf.ts')),
  /** Builtins that few use. */
  rare: lazy(() => import('./builtins/rare.ts')),
  /** For `declare -f` and `type`. */
  functionText: lazy(() => import('./function-text.ts')),
  /** What ash and dash say and lack. */
  words: lazy(() => import('./words.ts')),
  /** For text that cannot be parsed. */
  syntaxError: lazy(() => import('./syntax-error.ts')),
  /** For commands that are not there. */
  absent: lazy(() => import('./absent.ts')),
  /** For `help`. */
  help: lazy(() => import('./help.ts')),
  /** For `[[ x =~ y ]]`. */
  regex: lazy(async () => ({ ...(await import('../tools/regex/match.ts')), ...(await import('../tools/regex/parse.ts')) })),
} as const;

/** Fetches all of it, so that none has to be waited for. */
export async function loadLateCode(): Promise<void> {
  await Promise.all(Object.values(lateCode).map((code) => code.load()));
}
