/** What a command and its flags are, as data: parsing, help and completion all come from this one description. */
import type { Sys } from '../../kernel/types.ts';
import type { Candidate, CompletionContext } from '../completion/candidates.ts';
import type { Invocation } from '../invocation.ts';

/** pflag's value types. `array` keeps each value whole; `slice` also splits at commas; `count` counts its uses. */
export type FlagType = 'bool' | 'string' | 'int' | 'duration' | 'array' | 'slice' | 'count';

export interface Flag {
  readonly name: string;
  readonly shorthand?: string;
  readonly type: FlagType;
  /** As help prints it; missing: the type's zero value. */
  readonly default?: string;
  /** Help shows the default as it is, as it does for what is no plain string in Go. */
  readonly unquoted?: boolean;
  readonly usage: string;
  /** The value of the flag given without one (`--dry-run` means `unchanged`). Always `true` for bool. */
  readonly noValue?: string;
  readonly hidden?: boolean;
  /** What to use instead: printed on use. */
  readonly deprecated?: string;
  readonly required?: boolean;
  /** Each value is `key=value`. */
  readonly pairs?: boolean;
  /** What else is wrong with a value, if anything. */
  readonly check?: (text: string) => string | undefined;
  /** The variable that must be `true` for the flag to be there: alpha ones are asked for. */
  readonly gate?: string;
  /** Values that completion offers. */
  readonly values?: readonly string[] | ((context: CompletionContext) => Sys<readonly Candidate[]>);
}

/** What a list of commands says of one, and the names it is found by. */
export interface CommandHead {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly short: string;
  /** Mistyped names for which this command is suggested. */
  readonly suggestFor?: readonly string[];
  /** Heading under which `kubectl --help` lists it. */
  readonly group?: string;
  readonly hidden?: boolean;
}

/** What only the command itself needs: its flags, help and work. */
export interface CommandBody {
  /** What follows `kubectl <parents>` in the usage line: `get TYPE [NAME] [flags]`. */
  readonly usage: string;
  /** The text that opens its help; missing: `short`. */
  readonly long?: string;
  /** Pairs of comment and command line. */
  readonly examples?: readonly (readonly [comment: string, line: string])[];
  readonly flags?: readonly Flag[];
  /** Flags that its subcommands have too. */
  readonly persistentFlags?: readonly Flag[];
  readonly commands?: readonly Command[];
  /** Where its help goes when a subcommand is missing; default stderr. */
  readonly helpTo?: 'stdout';
  /** Whatever is given instead of a subcommand, it shows its help and ends well. */
  readonly anyHelp?: boolean;
  /** The exit code for wrong flags, where 1 means something else. */
  readonly flagErrorCode?: number;
  /** Arguments after the first positional one are not parsed as flags. */
  readonly noInterspersed?: boolean;
  /** Does the work; ends with an exit code (nothing: 0). Missing: prints help and fails, as a command that needs a subcommand does. */
  // biome-ignore lint/suspicious/noConfusingVoidType: a command may end without a value
  readonly run?: (invocation: Invocation) => Sys<number | void>;
  /** Candidates for the argument being typed. */
  readonly complete?: (context: CompletionContext) => Sys<readonly Candidate[]>;
}

export interface Command extends CommandHead, CommandBody {}

/** A command found on the command line, with those above it: [kubectl, create, deployment]. */
export type CommandPath = readonly Command[];

/** `kubectl create deployment` */
export function pathText(path: CommandPath): string {
  return path.map((command) => command.name).join(' ');
}

/** The flags a command accepts: its own, then those it inherits. */
export function flagsOf(path: CommandPath): { readonly own: readonly Flag[]; readonly inherited: readonly Flag[] } {
  const command = path[path.length - 1] as Command;
  return {
    own: [...(command.flags ?? []), ...(path.length > 1 ? (command.persistentFlags ?? []) : [])],
    inherited: path.slice(0, path.length > 1 ? -1 : undefined).flatMap((parent) => parent.persistentFlags ?? []),
  };
}

/** What help shows as the default. */
export function defaultText(flag: Flag): string {
  if (flag.default !== undefined) return flag.default;
  if (flag.type === 'bool') return 'false';
  if (flag.type === 'int' || flag.type === 'count') return '0';
  if (flag.type === 'duration') return '0s';
  return flag.type === 'string' ? '' : '[]';
}

/** The value of a flag that is given without one; undefined when it needs a value. */
export function valueWithout(flag: Flag): string | undefined {
  return flag.type === 'bool' ? 'true' : flag.type === 'count' ? '+1' : flag.noValue;
}
