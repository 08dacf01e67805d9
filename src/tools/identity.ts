/** Who and where am I, and other tools that print a line or two. */
import { files, isatty, tty } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import { ownAddress } from './net/ip.ts';
import { extraOperand, missingOperand, options } from './options.ts';
import { Failure, type Tool } from './tool.ts';

const KERNEL = { s: 'Linux', n: '', r: '6.8.0-51-generic', v: '#52-Ubuntu SMP PREEMPT_DYNAMIC', m: 'x86_64', o: 'GNU/Linux' };

const user = (env: Readonly<Record<string, string>>): string => env['USER'] ?? 'root';

/** The names of users' numbers in /etc/passwd (of groups' in /etc/group). */
export function* namesById(file: 'passwd' | 'group'): Sys<ReadonlyMap<string, string>> {
  const text = yield* files((tree) => (tree.exists(`/etc/${file}`) ? tree.read(`/etc/${file}`) : ''));
  const rows = text.split('\n').map((line) => line.split(':'));
  // The first line of a number counts.
  return new Map(rows.reverse().map(([name = '', , id = '']) => [id, name]));
}

/** The name of a user's or group's number; undefined: it has none. */
function* nameOf(number: number, file: 'passwd' | 'group'): Sys<string | undefined> {
  return (yield* namesById(file)).get(String(number));
}

export const whoami: Tool = function* (call) {
  const [extra] = options(call, '').operands;
  if (extra !== undefined) throw extraOperand(call, extra);
  const own = call.process.machine.user;
  const name = own ? yield* nameOf(own.uid, 'passwd') : user(call.process.env);
  if (name === undefined) throw new Failure(call.busybox ? `unknown uid ${own?.uid}` : `cannot find name for user ID ${own?.uid}`);
  call.put(`${name}\n`);
  yield* call.flush();
  return 0;
};

export const id: Tool = function* (call) {
  const given = options(call, 'u,user g,group G,groups n,name');
  const own = call.process.machine.user;
  if (own && given.operands.length === 0) {
    const shown = function* (number: number, file: 'passwd' | 'group'): Sys<string> {
      const known = yield* nameOf(number, file);
      return known === undefined ? String(number) : `${number}(${known})`;
    };
    const groups: string[] = [];
    for (const one of own.groups) groups.push(given.has('G') ? String(one) : yield* shown(one, 'group'));
    if (given.has('u')) call.put(`${given.has('n') ? ((yield* nameOf(own.uid, 'passwd')) ?? own.uid) : own.uid}\n`);
    else if (given.has('g')) call.put(`${given.has('n') ? ((yield* nameOf(own.gid, 'group')) ?? own.gid) : own.gid}\n`);
    else if (given.has('G')) call.put(`${groups.join(' ')}\n`);
    else call.put(`uid=${yield* shown(own.uid, 'passwd')} gid=${yield* shown(own.gid, 'group')} groups=${groups.join(',')}\n`);
    yield* call.flush();
    return 0;
  }
  const name = user(call.process.env);
  const number = name === 'root' ? 0 : 1000;
  if (given.operands[0] !== undefined && given.operands[0] !== name) throw new Failure(`${call.quote(given.operands[0])}: no such user`);
  const one = given.has('u') || given.has('g') || given.has('G');
  call.put(one ? `${given.has('n') ? name : number}\n` : `uid=${number}(${name}) gid=${number}(${name}) groups=${number}(${name})\n`);
  yield* call.flush();
  return 0;
};

export const hostname: Tool = function* (call) {
  const given = options(call, 's,short f,fqdn,long i,ip-address I,all-ip-addresses d,domain');
  if (given.operands.length > 0) throw new Failure('you must be root to change the host name');
  const { hostname: own } = call.process.machine;
  if (given.has('i') || given.has('I')) call.put(`${yield* ownAddress(call)}\n`);
  else if (given.has('f') || given.has('d')) {
    const full = yield* fullName(own);
    call.put(given.has('f') ? `${full}\n` : full.includes('.') ? `${full.slice(full.indexOf('.') + 1)}\n` : '\n');
  } else call.put(`${own}\n`);
  yield* call.flush();
  return 0;
};

/** The name that /etc/hosts gives first to the machine's own. */
function* fullName(own: string): Sys<string> {
  const text = yield* files((fs) => fs.stat('/etc/hosts')?.text ?? '');
  const line = text.split('\n').find((one) => !one.startsWith('#') && one.split(/\s+/).slice(1).includes(own));
  return line?.split(/\s+/)[1] ?? own;
}

export const uname: Tool = function* (call) {
  const given = options(
    call,
    'a,all s,kernel-name n,nodename r,kernel-release v,kernel-version m,machine p,processor i,hardware-platform o,operating-system',
  );
  const parts: Readonly<Record<string, string>> = { ...KERNEL, n: call.process.machine.hostname };
  const chosen = Object.keys(parts).filter((key) => given.has('a') || given.has(key));
  call.put(`${(chosen.length > 0 ? chosen : ['s']).map((key) => parts[key]).join(' ')}\n`);
  yield* call.flush();
  return 0;
};

/** The laptop's, which has no /proc: as many as its cluster's node. */
const CPUS = 8;

export const nproc: Tool = function* (call) {
  const given = options(call, 'all ignore:');
  const text = (yield* files((fs) => fs.stat('/proc/cpuinfo')?.text)) ?? '';
  const count = text.match(/^processor/gm)?.length ?? CPUS;
  call.put(`${Math.max(1, count - Number(given.get('ignore') ?? 0))}\n`);
  yield* call.flush();
  return 0;
};

export const which: Tool = function* (call) {
  const given = options(call, 'a,all s');
  let code = 0;
  for (const name of given.operands) {
    const paths = name.includes('/')
      ? call.process.machine.program(name)
        ? [name]
        : []
      : yield* files((fs) =>
          (call.process.env['PATH'] ?? '')
            .split(':')
            .map((folder) => `${folder}/${name}`)
            .filter((path) => fs.stat(path)?.kind === 'file' && ((fs.stat(path)?.mode ?? 0) & 0o111) !== 0),
        );
    if (paths.length === 0 && call.process.machine.program(name)) paths.push(`/usr/bin/${name}`);
    if (paths.length === 0) code = 1;
    for (const path of given.has('a') ? paths : paths.slice(0, 1)) if (!given.has('s')) call.put(`${path}\n`);
  }
  yield* call.flush();
  return code;
};

export const trueTool: Tool = function* (call) {
  yield* call.flush();
  return 0;
};

export const falseTool: Tool = function* (call) {
  yield* call.flush();
  return 1;
};

export const basename: Tool = function* (call) {
  const given = options(call, 'a,multiple s,suffix: z,zero', { stop: true });
  const many = given.has('a') || given.has('s');
  const [first, second, extra] = given.operands;
  if (first === undefined) throw missingOperand(call);
  if (!many && extra !== undefined) throw extraOperand(call, extra);
  const suffix = given.get('s') ?? (many ? '' : (second ?? ''));
  for (const path of many ? given.operands : [first]) {
    const name = path.replace(/\/+$/, '').replace(/^.*\//s, '') || (path === '' ? '' : '/');
    call.put(
      `${suffix !== '' && name !== suffix && name.endsWith(suffix) ? name.slice(0, -suffix.length) : name}${given.has('z') ? '\0' : '\n'}`,
    );
  }
  yield* call.flush();
  return 0;
};

export const dirname: Tool = function* (call) {
  const given = options(call, 'z,zero');
  if (given.operands.length === 0) throw missingOperand(call);
  for (const path of given.operands) {
    const trimmed = path.replace(/(?<=.)\/+$/s, '');
    const folder = trimmed.includes('/') ? trimmed.replace(/\/+[^/]*$/, '') || '/' : '.';
    call.put(`${folder}${given.has('z') ? '\0' : '\n'}`);
  }
  yield* call.flush();
  return 0;
};

export const clear: Tool = function* (call) {
  call.put('\x1b[H\x1b[2J\x1b[3J');
  yield* call.flush();
  return 0;
};

export const reset: Tool = function* (call) {
  call.put('\x1bc\x1b[!p\x1b[?3;4l\x1b[4l\x1b>');
  yield* call.flush();
  if (yield* isatty(0)) yield* tty({ set: 'cooked' });
  return 0;
};

const CAPABILITIES: Readonly<Record<string, string>> = {
  clear: '\x1b[H\x1b[2J\x1b[3J',
  bold: '\x1b[1m',
  dim: '\x1b[2m',
  smul: '\x1b[4m',
  rmul: '\x1b[24m',
  rev: '\x1b[7m',
  smso: '\x1b[7m',
  rmso: '\x1b[27m',
  sgr0: '\x1b(B\x1b[m',
  civis: '\x1b[?25l',
  cnorm: '\x1b[?12l\x1b[?25h',
  smcup: '\x1b[?1049h',
  rmcup: '\x1b[?1049l',
  el: '\x1b[K',
  ed: '\x1b[J',
  home: '\x1b[H',
  bel: '\x07',
  colors: '256\n',
};

export const tput: Tool = function* (call) {
  const given = options(call, 'T: V S', { stop: true, code: 2 });
  const [name, first = '0', second = '0'] = given.operands;
  if (!(given.get('T') ?? call.process.env['TERM'])) throw new Failure('No value for $TERM and no -T specified', 2);
  if (name === undefined) throw new Failure('usage: tput [-V] [-S] [-T term] capname', 2, true);
  if (name === 'cols' || name === 'lines') {
    let size = { columns: 80, rows: 24 };
    if (yield* isatty(2)) size = yield* tty({ get: 'size' });
    call.put(`${name === 'cols' ? size.columns : size.rows}\n`);
  } else if (name === 'setaf' || name === 'setab') {
    const color = Number(first) || 0;
    const base = name === 'setaf' ? 3 : 4;
    call.put(color < 8 ? `\x1b[${base}${color}m` : color < 16 ? `\x1b[${base + 6}${color - 8}m` : `\x1b[${base}8;5;${color}m`);
  } else if (name === 'cup') call.put(`\x1b[${(Number(first) || 0) + 1};${(Number(second) || 0) + 1}H`);
  else if (Object.hasOwn(CAPABILITIES, name)) call.put(CAPABILITIES[name] as string);
  else throw new Failure(`unknown terminfo capability '${name}'`, 4);
  yield* call.flush();
  return 0;
};
