/** What an interactive shell is made of, as shell text: variables, functions, aliases, the directory. A later shell goes on from it. */
import { SysError } from '../kernel/error.ts';
import { device } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import { declarationOf } from './builtins/declare.ts';
import { quoted } from './quote.ts';
import { runText } from './script.ts';
import type { Shell } from './shell.ts';

/** Start data of a terminal's shell: its name for the device `shell-state`, and the text of the shell before it. */
export interface TerminalInit {
  readonly terminal: string;
  readonly resume: string;
}

/** What the device `shell-state` is told: what makes the shell, a line that runs now, or one that is being typed. */
export type Told = { readonly terminal: string } & ({ readonly text: string } | { readonly line: string } | { readonly typing: string });

/** The shell's own, or made anew by it. */
const OWN =
  /^(?:_|PWD|OLDPWD|SHLVL|RANDOM|SRANDOM|SECONDS|LINENO|COLUMNS|LINES|OPTIND|PIPESTATUS|FUNCNAME|UID|EUID|PPID|GROUPS|DIRSTACK|HISTCMD|EPOCH\w*|BASH\w*|SHELLOPTS)$/;

export function isTerminal(init: unknown): init is TerminalInit {
  return typeof init === 'object' && init !== null && 'terminal' in init;
}

/** Tells the state before each prompt (of it what changed since the shell began), and each line while it is typed and before it runs. */
export class StateTeller {
  private readonly shell: Shell;
  private readonly terminal: string;
  private readonly variables: ReadonlyMap<string, string>;
  private readonly aliases: ReadonlyMap<string, string>;
  private readonly functions: ReadonlySet<string>;
  private typed = '';

  constructor(shell: Shell, { terminal }: TerminalInit) {
    this.shell = shell;
    this.terminal = terminal;
    this.variables = this.declarations();
    this.aliases = new Map(shell.aliases);
    this.functions = new Set(shell.functions.keys());
  }

  *tell(): Sys<void> {
    const { shell } = this;
    const text = [
      ...[...this.declarations()].filter(([name, line]) => this.variables.get(name) !== line).map(([, line]) => line),
      ...[...shell.aliases]
        .filter(([name, value]) => this.aliases.get(name) !== value)
        .map(([name, value]) => `alias ${name}=${quoted(value)}`),
      ...[...shell.functions].filter(([name]) => !this.functions.has(name)).map(([, known]) => known.text),
      `cd ${quoted(shell.process.cwd)}`,
    ].join('\n');
    yield* this.say({ terminal: this.terminal, text });
  }

  *runs(line: string): Sys<void> {
    yield* this.say({ terminal: this.terminal, line });
  }

  *types(line: string): Sys<void> {
    if (line === this.typed) return;
    this.typed = line;
    yield* this.say({ terminal: this.terminal, typing: line });
  }

  private *say(told: Told): Sys<void> {
    try {
      yield* device('shell-state', told);
    } catch (error) {
      if (!(error instanceof SysError)) throw error; // nobody wants to know
    }
  }

  private declarations(): ReadonlyMap<string, string> {
    const names = this.shell.variables.names().filter((name) => !OWN.test(name) && !this.shell.variables.raw(name)?.flags.includes('r'));
    return new Map(names.map((name) => [name, declarationOf(this.shell, name)]));
  }
}

/** Goes on from an earlier shell's state. */
export function* resume(shell: Shell, { resume: text }: TerminalInit): Sys<void> {
  if (text !== '') yield* runText(shell, text);
}
