/** The tools by name: GNU's manners for the laptop and most images, busybox's for those built on it. Each file is loaded when first used. */
import { type Lazy, lazy, lazyProgram } from '../kernel/lazy.ts';
import type { Program } from '../kernel/types.ts';
import type { Tool } from './tool.ts';

type Tools = Readonly<Record<string, Tool>>;
/** What a file exports that is a tool. */
type ToolOf<M> = { [K in keyof M]: M[K] extends Tool ? K : never }[keyof M] & string;

interface Entry {
  readonly name: string;
  /** The tool's name in its file. */
  readonly key: string;
  readonly code: Lazy<readonly [typeof import('./tool.ts'), Tools]>;
}

/** The tools of one file: those named as the file exports them, and others as `name: export`. */
function from<M extends object>(
  fetch: () => Promise<M>,
  same: readonly ToolOf<M>[],
  others: Readonly<Record<string, ToolOf<M>>> = {},
): Entry[] {
  const code = lazy(() => Promise.all([import('./tool.ts'), fetch() as Promise<object> as Promise<Tools>]));
  return [...same.map((name) => [name, name] as const), ...Object.entries(others)].map(([name, key]) => ({ name, key, code }));
}

const TOOLS: readonly Entry[] = [
  ...from(() => import('./archive.ts'), ['gunzip', 'gzip', 'tar', 'zcat']),
  ...from(() => import('./awk/index.ts'), ['awk'], { gawk: 'awk', mawk: 'awk' }),
  ...from(() => import('./bc/index.ts'), ['bc']),
  ...from(
    () => import('./bytes.ts'),
    ['base64', 'b2sum', 'md5sum', 'sha1sum', 'sha224sum', 'sha256sum', 'sha384sum', 'sha512sum', 'shasum'],
  ),
  ...from(() => import('./cat.ts'), ['cat', 'nl', 'rev', 'tac', 'tee', 'yes']),
  ...from(() => import('./command.ts'), ['env', 'printenv', 'timeout', 'xargs'], { sleep: 'sleepTool' }),
  ...from(() => import('./curl/index.ts'), ['curl']),
  ...from(() => import('./cut.ts'), ['column', 'cut', 'fold', 'paste']),
  ...from(() => import('./date.ts'), ['date']),
  ...from(() => import('./diff.ts'), ['cmp', 'diff']),
  ...from(() => import('./disk.ts'), ['df', 'du', 'file', 'mount', 'tree']),
  ...from(() => import('./dump.ts'), ['hexdump', 'od', 'strings', 'xxd'], { hd: 'hexdump' }),
  ...from(() => import('./edit.ts'), [], { vi: 'edit', vim: 'edit', nano: 'edit', pico: 'edit', emacs: 'edit', code: 'edit' }),
  ...from(
    () => import('./files.ts'),
    ['chmod', 'cp', 'install', 'ln', 'mkdir', 'mktemp', 'mv', 'readlink', 'realpath', 'rm', 'rmdir', 'touch', 'truncate'],
  ),
  ...from(() => import('./find.ts'), ['find']),
  ...from(() => import('./fmt.ts'), ['fmt']),
  ...from(() => import('./grep.ts'), ['grep'], { egrep: 'grep', fgrep: 'grep' }),
  ...from(() => import('./head.ts'), ['head', 'tail']),
  ...from(
    () => import('./identity.ts'),
    ['basename', 'clear', 'dirname', 'hostname', 'id', 'nproc', 'reset', 'tput', 'uname', 'which', 'whoami'],
    { false: 'falseTool', true: 'trueTool' },
  ),
  ...from(() => import('./jq/index.ts'), ['jq']),
  ...from(() => import('./ls.ts'), ['ls', 'stat']),
  ...from(() => import('./net/dns.ts'), ['dig', 'getent', 'host', 'nslookup']),
  ...from(() => import('./net/probe.ts'), ['nc', 'ping', 'telnet', 'traceroute']),
  ...from(() => import('./net/sockets.ts'), ['netstat', 'ss']),
  ...from(() => import('./net/wget.ts'), ['wget']),
  ...from(() => import('./pager.ts'), ['less'], { more: 'less' }),
  ...from(() => import('./processes.ts'), ['free', 'killall', 'pgrep', 'pidof', 'pkill', 'ps', 'top', 'uptime']),
  ...from(() => import('./sed/index.ts'), ['sed']),
  ...from(
    () => import('./small.ts'),
    [
      'dd',
      'openssl',
      'base32',
      'basenc',
      'sum',
      'getconf',
      'locale',
      'stty',
      'tsort',
      'uuidgen',
      'whereis',
      'cksum',
      'numfmt',
      'apropos',
      'man',
      'ifconfig',
      'ip',
      'apk',
      'apt',
      'comm',
      'csplit',
      'envsubst',
      'expand',
      'expr',
      'factor',
      'getopt',
      'join',
      'patch',
      'seq',
      'shuf',
      'split',
      'unexpand',
      'zgrep',
      'zless',
    ],
    {
      'apt-get': 'apt',
      'ssh-keygen': 'sshKeygen',
      zegrep: 'zgrep',
      zfgrep: 'zgrep',
      zmore: 'zless',
    },
  ),
  ...from(() => import('./sort.ts'), ['sort', 'uniq']),
  ...from(() => import('./tr.ts'), ['tr']),
  ...from(
    () => import('./user.ts'),
    ['arch', 'busybox', 'chgrp', 'chown', 'groups', 'logname', 'nice', 'nohup', 'stdbuf', 'sudo', 'sync', 'tty', 'unlink', 'users', 'who'],
  ),
  ...from(() => import('./watch.ts'), ['watch']),
  ...from(() => import('./wc.ts'), ['wc']),
  ...from(() => import('./yq.ts'), ['yq']),
];

const table = (busybox: boolean): Readonly<Record<string, Program>> =>
  Object.fromEntries(
    TOOLS.map(({ name, key, code }) => [name, lazyProgram(code, ([{ program }, tools]) => program(tools[key] as Tool, busybox))]),
  );

export const tools = table(false);
export const busyboxTools = table(true);

/** Fetches all of them, so that none has to be waited for. */
export async function loadTools(): Promise<void> {
  const loaded = await Promise.all(TOOLS.map(({ code }) => code.load()));
  await loaded[0]?.[0].manual.load();
}
