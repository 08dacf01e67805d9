import type { Sys } from '../../kernel/types.ts';
import { CommandError, ConnectionError, Exit, StatusError } from '../errors.ts';

/** Completion never complains: what cannot be found out is not offered. */
export function* quietly<T>(look: () => Sys<T>): Sys<T | undefined> {
  try {
    return yield* look();
  } catch (error) {
    if (error instanceof StatusError || error instanceof CommandError || error instanceof ConnectionError || error instanceof Exit)
      return undefined;
    throw error;
  }
}
