/** The tools by name: GNU's manners for the laptop and most images, busybox's for those built on it. */
import type { Program } from '../kernel/types.ts';
import { cat, nl, rev, tac, tee, yes } from './cat.ts';
import { curl } from './curl.ts';
import { column, cut, fold, paste } from './cut.ts';
import { base64, chmod, cp, ls, mkdir, mv, rm, rmdir, touch } from './fileops.ts';
import { grep } from './grep.ts';
import { head, tail } from './head.ts';
import {
  basename,
  clear,
  date,
  dirname,
  env,
  falseTool,
  hostname,
  printenv,
  seq,
  sleepTool,
  trueTool,
  uname,
  watch,
  whoami,
  xargs,
} from './simple.ts';
import { sort, uniq } from './sort.ts';
import { program, type Tool } from './tool.ts';
import { tr } from './tr.ts';
import { wc } from './wc.ts';

const TOOLS: Readonly<Record<string, Tool>> = {
  base64,
  chmod,
  basename,
  cat,
  clear,
  column,
  cp,
  curl,
  cut,
  date,
  dirname,
  egrep: grep,
  env,
  false: falseTool,
  fgrep: grep,
  fold,
  grep,
  head,
  hostname,
  ls,
  mkdir,
  mv,
  nl,
  paste,
  printenv,
  rev,
  rm,
  rmdir,
  seq,
  sleep: sleepTool,
  sort,
  tac,
  tail,
  tee,
  touch,
  tr,
  true: trueTool,
  uname,
  uniq,
  watch,
  wc,
  whoami,
  xargs,
  yes,
};

const table = (busybox: boolean): Readonly<Record<string, Program>> =>
  Object.fromEntries(Object.entries(TOOLS).map(([name, tool]) => [name, program(tool, busybox)]));

export const tools = table(false);
export const busyboxTools = table(true);
