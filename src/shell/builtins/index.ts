/** The shell's builtin commands: one table. */
import type { Sys } from '../../kernel/types.ts';
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
  hash,
  letBuiltin,
  returnBuiltin,
  source,
  test,
  type,
} from './control.ts';
import { declare, exportBuiltin, local, readonly, unset } from './declare.ts';
import { cd, dirs, popd, pushd, pwd } from './directories.ts';
import { echo, printf } from './echo.ts';
import { complete, help, history, times, ulimit, umask } from './interactive.ts';
import { bg, disown, fg, jobs, kill, wait } from './jobs.ts';
import { mapfile, read } from './read.ts';
import { getopts, set, shift, shopt } from './set.ts';
import { trap } from './trap.ts';

/** Runs in the shell's process. `argv[0]` is its name. */
export type Builtin = (shell: Shell, argv: string[]) => Sys<number>;

/** Builtins whose arguments may be assignments, arrays included. */
export const DECLARATIONS: ReadonlySet<string> = new Set(['declare', 'typeset', 'export', 'local', 'readonly']);

export const builtins: Readonly<Record<string, Builtin>> = {
  '.': source,
  ':': colon,
  '[': test,
  alias: aliasBuiltin,
  bg,
  break: breakLoop,
  builtin: builtinBuiltin,
  cd,
  command,
  complete,
  continue: breakLoop,
  declare,
  dirs,
  disown,
  echo,
  eval: evalBuiltin,
  exit,
  export: exportBuiltin,
  false: falseBuiltin,
  fg,
  getopts,
  hash,
  help,
  history,
  jobs,
  kill,
  let: letBuiltin,
  local,
  logout: exit,
  mapfile,
  popd,
  printf,
  pushd,
  pwd,
  read,
  readarray: mapfile,
  readonly,
  return: returnBuiltin,
  set,
  shift,
  shopt,
  source,
  test,
  times,
  trap,
  true: colon,
  type,
  typeset: declare,
  ulimit,
  umask,
  unalias,
  unset,
  wait,
};
