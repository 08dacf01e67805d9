/** The interactive loop (to come). */
import type { Sys } from '../../kernel/types.ts';
import type { Shell } from '../shell.ts';
export function* interact(_shell: Shell, _login: boolean): Sys<number> {
  return 0;
}
