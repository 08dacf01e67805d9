/** Who completes the arguments of which command. */
import type { Process, Sys } from '../kernel/types.ts';

export interface Candidate {
  readonly value: string;
  readonly description?: string;
  /** More is typed right after it (`deployment/`, `--output=`): no blank follows. */
  readonly open?: boolean;
}

export interface CompletionRequest {
  /** The command and its arguments, without quotes and aliases; the last is the one being typed, up to the cursor. */
  readonly words: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** The shell's own. */
  readonly process: Process;
}

/** Candidates for the last word; those that do not begin with it are left out. Undefined: complete file names. */
export type Completer = (request: CompletionRequest) => Sys<readonly Candidate[] | undefined>;

export const completers = new Map<string, Completer>();

/** Says how the arguments of a command are completed. */
export function registerCompleter(name: string, completer: Completer): void {
  completers.set(name, completer);
}
