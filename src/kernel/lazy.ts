/** Code and data that are not in the first bundle: fetched when first needed, from then on there at once. */
import { load } from './sys.ts';
import type { Process, Program, Sys } from './types.ts';

export interface Lazy<T> {
  /** What was loaded; undefined until then. */
  readonly value: T | undefined;
  /** Fetches it; further calls share one fetch, and after a failure the next call tries again. */
  load(): Promise<T>;
}

/** @param fetch an import(), which bundlers make a file of its own */
export function lazy<T>(fetch: () => Promise<T>): Lazy<T> {
  let value: T | undefined;
  let loading: Promise<T> | undefined;
  return {
    get value() {
      return value;
    },
    load() {
      loading ??= fetch().then(
        (found) => {
          value = found;
          return found;
        },
        (error: unknown) => {
          loading = undefined;
          throw error;
        },
      );
      return loading;
    },
  };
}

/** A program whose code is loaded when it first runs. `pick` finds it in the loaded module. */
export function lazyProgram<T>(code: Lazy<T>, pick: (code: T) => Program): Program {
  function* first(process: Process): Sys<number> {
    return yield* pick(yield* load(code))(process);
  }
  return (process) => (code.value === undefined ? first(process) : pick(code.value)(process));
}
