/**
 * How jq programs run: filters in continuation passing style, on a machine that keeps the alternatives still to be tried.
 * So a filter may give any number of results, endless ones too, without deep recursion, and others get their turn meanwhile.
 */
import { yieldNow } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import type { Value } from './json.ts';
import { JqError, type Path, roomFor } from './paths.ts';

/** What to do next; null: this way has ended, try the last alternative. */
export type Next = (() => Next) | null;

/** Takes a result. The path is there where one is asked for. */
export type Continue = (value: Value, path: Path | undefined) => Next;
export type Fail = (error: Value) => Next;

/** What a name stands for, the latest first. */
export interface Scope {
  readonly value: Value;
  /** An argument of a function: a filter with its own scope. */
  readonly filter?: Filter;
  readonly scope?: Scope | undefined;
  readonly next: Scope | undefined;
}

export type Filter = (run: Machine, scope: Scope | undefined, value: Value, path: Path | undefined, then: Continue, fail: Fail) => Next;

const TURN = 2000;

/** What programs can ask of the tool that runs them. */
export interface Host {
  /** The next input; fails with `break` at the end. */
  input(): Sys<Value>;
  now(): Sys<Value>;
  /** Text for standard error. */
  note(text: string): void;
  /** Ends the program with an exit code and what goes to standard error. */
  halt(code: number, message?: Value): void;
  readonly env: Readonly<Record<string, string>>;
  /** Name of the file that is read, or null. */
  filename(): Value;
  /** Lines read of it. */
  line(): number;
}

export class Machine {
  readonly host: Host;
  /** Alternatives, the next one last, each with how many calls were open when it was made. */
  readonly forks: { readonly alternative: () => Next; readonly depth: number }[] = [];
  /** Calls that are open. */
  depth = 0;
  private asked: { readonly ask: () => Sys<Value>; readonly then: (value: Value) => Next; readonly fail: Fail } | undefined;

  constructor(host: Host) {
    this.host = host;
  }

  /** Tries `alternative` after what comes now. */
  fork(alternative: () => Next): void {
    roomFor(this.forks.push({ alternative, depth: this.depth }));
  }

  /** Opens a call; gives how many were open before. */
  enter(): number {
    roomFor(this.depth + 1);
    return this.depth++;
  }

  /** Gives up the alternatives since there were `height` of them. */
  cut(height: number): void {
    this.forks.length = height;
  }

  /** Goes on with what a system call answers. */
  ask(ask: () => Sys<Value>, then: (value: Value) => Next, fail: Fail): Next {
    this.asked = { ask, then, fail };
    return () => null;
  }

  /** Runs to the end of all alternatives; `flush` is called now and then. */
  *run(start: () => Next, flush: () => Sys<boolean>): Sys<void> {
    let next: Next = start;
    for (let steps = 1; ; steps++) {
      if (!next) {
        const fork = this.forks.pop();
        if (!fork) return;
        this.depth = fork.depth;
        next = fork.alternative;
      }
      nesting = 0;
      next = next();
      if (this.asked) {
        const { ask, then, fail } = this.asked;
        this.asked = undefined;
        next = yield* guardedSys(ask, then, fail);
      }
      if (yield* flush()) return;
      if (steps % TURN === 0) yield* yieldNow();
    }
  }
}

function* guardedSys(ask: () => Sys<Value>, then: (value: Value) => Next, fail: Fail): Sys<Next> {
  try {
    const value = yield* ask();
    return () => then(value);
  } catch (error) {
    if (!(error instanceof JqError)) throw error;
    return () => fail(error.value);
  }
}

/** How many results were handed on within this step. Many go on in a step of their own, so that the stack does not overflow. */
let nesting = 0;
const MOST_NESTED = 200;

/** The value of `work`, or the error that it throws, as a step. */
export function attempt(work: () => Value, then: (value: Value) => Next, fail: Fail): Next {
  let value: Value;
  try {
    value = work();
  } catch (error) {
    if (!(error instanceof JqError)) throw error;
    return fail(error.value);
  }
  return ++nesting > MOST_NESTED ? () => then(value) : then(value);
}
