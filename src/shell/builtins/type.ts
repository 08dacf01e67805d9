/** type, and what `command -v` says: what the name of a command stands for. */
import { files, load, write } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import { allInPath } from '../external.ts';
import { lateCode } from '../late.ts';
import type { Shell } from '../shell.ts';
import { KEYWORDS } from './control.ts';
import { builtins } from './index.ts';

interface Kind {
  readonly word: 'alias' | 'keyword' | 'function' | 'builtin' | 'file';
  /** As `command -v` prints it. */
  readonly short: string;
  /** As `type` prints it. */
  readonly long: string;
  readonly path?: string;
}

/** Everything that a command name could mean, first what it does mean. */
export function* kinds(shell: Shell, name: string, all = false): Sys<Kind[]> {
  const out: Kind[] = [];
  const alias = shell.aliases.get(name);
  if (alias !== undefined && shell.shopts.has('expand_aliases'))
    out.push({ word: 'alias', short: `alias ${name}='${alias}'`, long: `${name} is aliased to \`${alias}'` });
  if (KEYWORDS.has(name)) out.push({ word: 'keyword', short: name, long: `${name} is a shell keyword` });
  const known = shell.functions.get(name);
  if (known) {
    const { functionText } = yield* load(lateCode.functionText);
    out.push({ word: 'function', short: name, long: `${name} is a function\n${functionText(known.text)}` });
  }
  if ((Object.hasOwn(builtins, name) || name === 'exec') && !shell.disabled.has(name))
    out.push({ word: 'builtin', short: name, long: `${name} is a shell builtin` });
  const hashed = all || shell.dialect !== 'bash' ? undefined : shell.hashed.get(name)?.path;
  if (hashed !== undefined) out.push({ word: 'file', short: hashed, long: `${name} is hashed (${hashed})`, path: hashed });
  const paths = name.includes('/')
    ? (yield* files((fs, cwd) => fs.stat(fs.resolve(cwd, name))?.kind === 'file'))
      ? [name]
      : []
    : yield* allInPath(shell, name);
  for (const path of paths) out.push({ word: 'file', short: path, long: `${name} is ${path}`, path });
  return out;
}

export function* type(shell: Shell, argv: string[]): Sys<number> {
  let i = 1;
  let flags = '';
  for (; /^-[afptP]+$/.test(argv[i] ?? ''); i++) flags += (argv[i] as string).slice(1);
  let code = 0;
  for (const name of argv.slice(i)) {
    let found = yield* kinds(shell, name, flags.includes('a'));
    if (flags.includes('P')) found = found.filter((kind) => kind.path);
    if (flags.includes('f')) found = found.filter((kind) => kind.word !== 'function');
    if (found.length === 0) {
      code = shell.dialect === 'bash' ? 1 : 127;
      if (/[tpP]/.test(flags)) continue;
      if (shell.dialect === 'bash') yield* shell.complain(`type: ${name}: not found`);
      else yield* write(1, `${name}: not found\n`);
    }
    for (const kind of flags.includes('a') ? found : found.slice(0, 1)) {
      if (flags.includes('t')) yield* write(1, `${kind.word}\n`);
      else if (/[pP]/.test(flags)) yield* write(1, kind.path ? `${kind.path}\n` : '');
      else yield* write(1, `${kind.long}\n`);
    }
  }
  return code;
}
