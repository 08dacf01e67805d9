/** The shell's builtin commands: one table. */

import { load } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import { lateCode } from '../late.ts';
import type { Shell } from '../shell.ts';
import { aliasBuiltin, unalias } from './alias.ts';
import {
  breakLoop,
  builtinBuiltin,
  colon,
  command,
  evalBuiltin,
  exit,
  falseBuiltin,
  letBuiltin,
  returnBuiltin,
  source,
  test,
} from './control.ts';
import { declare, exportBuiltin, local, readonly, unset } from './declare.ts';
import { cd, pwd } from './directories.ts';
import { echo } from './echo.ts';
import { help, history } from './interactive.ts';
import { bg, disown, fg, jobs, kill, wait } from './jobs.ts';
import { read } from './read.ts';
import { set, shift, shopt } from './set.ts';
import { trap } from './trap.ts';

/** Runs in the shell's process. `argv[0]` is its name. */
export type Builtin = (shell: Shell, argv: string[]) => Sys<number>;

/** Builtins whose arguments may be assignments, arrays included. */
export const DECLARATIONS: ReadonlySet<string> = new Set(['declare', 'typeset', 'export', 'local', 'readonly']);

/** Code that is loaded when one of these is first used. */
function* rarely(shell: Shell, argv: string[]): Sys<number> {
  const { rare } = yield* load(lateCode.rare);
  return yield* (rare[argv[0] as string] as Builtin)(shell, argv);
}

/** Loaded when first used, as are the rare ones. */
function* printf(shell: Shell, argv: string[]): Sys<number> {
  return yield* (yield* load(lateCode.printf)).printf(shell, argv);
}

export const builtins: Readonly<Record<string, Builtin>> = {
  '.': source,
  ':': colon,
  '[': test,
  alias: aliasBuiltin,
  bg,
  bind: rarely,
  break: breakLoop,
  builtin: builtinBuiltin,
  caller: rarely,
  cd,
  command,
  compgen: rarely,
  complete: rarely,
  compopt: rarely,
  continue: breakLoop,
  declare,
  dirs: rarely,
  disown,
  echo,
  enable: rarely,
  eval: evalBuiltin,
  exit,
  export: exportBuiltin,
  false: falseBuiltin,
  fc: rarely,
  fg,
  getopts: rarely,
  hash: rarely,
  help,
  history,
  jobs,
  kill,
  let: letBuiltin,
  local,
  logout: exit,
  mapfile: rarely,
  popd: rarely,
  printf,
  pushd: rarely,
  pwd,
  read,
  readarray: rarely,
  readonly,
  return: returnBuiltin,
  set,
  shift,
  shopt,
  source,
  suspend: rarely,
  test,
  times: rarely,
  trap,
  true: colon,
  type: rarely,
  typeset: declare,
  ulimit: rarely,
  umask: rarely,
  unalias,
  unset,
  wait,
};
