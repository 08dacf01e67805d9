/**
 * The kinds that a fresh cluster writes before any client asked for anything, with no more than these writes of the control plane
 * need (`fresh.ts` in the kind's folder; nothing, where there is none). The page begins with them; `index.ts` has the whole of all.
 */
import type { Kind } from '../api/kind.ts';
export declare const freshKinds: readonly Kind[];
