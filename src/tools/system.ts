/** What a system says of itself: stty, getconf, locale, whereis, uuidgen; and tsort. */
import { isatty, random, tty } from '../kernel/sys.ts';
import { allLines } from './lines.ts';
import { extraOperand, options, usageError } from './options.ts';
import { Failure, type Tool } from './tool.ts';

/** What `stty` prints of a terminal as the page has it. */
const SETTINGS = `line = 0;
intr = ^C; quit = ^\\; erase = ^?; kill = ^U; eof = ^D; eol = <undef>; eol2 = <undef>; swtch = <undef>; start = ^Q; stop = ^S; susp = ^Z;
rprnt = ^R; werase = ^W; lnext = ^V; discard = ^O; min = 1; time = 0;
-parenb -parodd -cmspar cs8 -hupcl -cstopb cread -clocal -crtscts
-ignbrk -brkint -ignpar -parmrk -inpck -istrip -inlcr -igncr icrnl ixon -ixoff -iuclc -ixany -imaxbel iutf8
opost -olcuc -ocrnl onlcr -onocr -onlret -ofill -ofdel nl0 cr0 tab0 bs0 vt0 ff0
isig icanon iexten echo echoe echok -echonl -noflsh -xcase -tostop -echoprt echoctl echoke -flusho -extproc
`;

const WORDS = new Set([...SETTINGS.matchAll(/(?<=[ \n]-?)[a-z]+\d*(?=[ \n])/g)].map(([word]) => word));

export const stty: Tool = function* (call) {
  const args = call.args.filter((arg) => arg !== '-a' && arg !== '--all');
  if (!(yield* isatty(0))) throw new Failure("'standard input': Inappropriate ioctl for device");
  const { rows, columns } = yield* tty({ get: 'size' });
  const [word] = args;
  if (word === 'size') call.put(`${rows} ${columns}\n`);
  else if (word === '-g') call.put('500:5:bf:8a3b:3:1c:7f:15:4:0:1:0:11:13:1a:0:12:f:17:16:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0\n');
  else if (word === undefined)
    call.put(
      call.args.length > 0 ? `speed 38400 baud; rows ${rows}; columns ${columns}; ${SETTINGS}` : 'speed 38400 baud; line = 0;\niutf8\n',
    );
  else if (word === 'raw' || word === 'cbreak') yield* tty({ set: 'raw' });
  else if (['sane', '-raw', 'cooked', '-cbreak'].includes(word)) yield* tty({ set: 'cooked' });
  else {
    const bad = args.find((arg) => !WORDS.has(arg.replace(/^-/, '')) && !/^[\da-f:]+$/.test(arg) && !/^(?:rows|cols|columns)$/.test(arg));
    if (bad !== undefined) throw new Failure(usageError(call, `invalid argument '${bad}'`));
  }
  return 0;
};

const LIMITS: Readonly<Record<string, string | number>> = {
  PAGE_SIZE: 4096,
  PAGESIZE: 4096,
  ARG_MAX: 2_097_152,
  NPROCESSORS_CONF: 2,
  NPROCESSORS_ONLN: 2,
  _NPROCESSORS_CONF: 2,
  _NPROCESSORS_ONLN: 2,
  OPEN_MAX: 1_048_576,
  CLK_TCK: 100,
  LONG_BIT: 64,
  PATH_MAX: 4096,
  NAME_MAX: 255,
  HOST_NAME_MAX: 64,
  GNU_LIBC_VERSION: 'glibc 2.39',
  PATH: '/bin:/usr/bin',
};

export const getconf: Tool = function* (call) {
  const [name, ...rest] = options(call, 'a v:').operands;
  if (call.args.includes('-a')) {
    for (const [key, value] of Object.entries(LIMITS)) call.put(`${key.padEnd(35)}${value}\n`);
    return 0;
  }
  if (name === undefined || rest.length > 1)
    throw new Failure('Usage: getconf [-v specification] variable_name [pathname]\n       getconf -a [pathname]', 2, true);
  const value = LIMITS[name];
  if (value === undefined) throw new Failure(`Unrecognized variable \`${name}'`, 2);
  call.put(`${value}\n`);
  yield* call.flush();
  return 0;
};

const CATEGORIES = [
  'CTYPE',
  'NUMERIC',
  'TIME',
  'COLLATE',
  'MONETARY',
  'MESSAGES',
  'PAPER',
  'NAME',
  'ADDRESS',
  'TELEPHONE',
  'MEASUREMENT',
  'IDENTIFICATION',
];

// biome-ignore lint/correctness/useYield: a tool that waits for nothing
export const locale: Tool = function* (call) {
  const given = options(call, 'a,all-locales m,charmaps k c');
  const { env } = call.process;
  if (given.has('a')) call.put('C\nC.utf8\nPOSIX\n');
  else if (given.operands[0] === 'charmap') call.put('UTF-8\n');
  else {
    const language = env['LANG'] ?? '';
    call.put(`LANG=${language}\nLANGUAGE=${env['LANGUAGE'] ?? ''}\n`);
    for (const category of CATEGORIES) {
      const own = env['LC_ALL'] ? undefined : env[`LC_${category}`];
      call.put(`LC_${category}=${own ?? `"${env['LC_ALL'] || language || 'POSIX'}"`}\n`);
    }
    call.put(`LC_ALL=${env['LC_ALL'] ?? ''}\n`);
  }
  return 0;
};

// biome-ignore lint/correctness/useYield: a tool that waits for nothing
export const whereis: Tool = function* (call) {
  const given = options(call, 'b m s u');
  if (given.operands.length === 0) throw new Failure("not enough arguments\nTry 'whereis --help' for more information.");
  for (const name of given.operands) call.put(`${name}:${call.process.machine.program(name) ? ` /usr/bin/${name}` : ''}\n`);
  return 0;
};

export const uuidgen: Tool = function* (call) {
  options(call, 'r,random t,time');
  const digits: string[] = [];
  while (digits.length < 32) digits.push(Math.floor((yield* random()) * 16).toString(16));
  digits[12] = '4';
  digits[16] = '89ab'[Number.parseInt(digits[16] as string, 16) % 4] as string;
  call.put(`${digits.join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}\n`);
  return 0;
};

/** Names in an order in which each stands before what it points to. */
export const tsort: Tool = function* (call) {
  const given = options(call, '');
  if (given.operands[1] !== undefined) throw extraOperand(call, given.operands[1]);
  const [lines, code] = yield* allLines(call, given.operands);
  if (code !== 0) return code;
  const source = given.operands[0] ?? '-';
  const words = lines.join(' ').split(/\s+/).filter(Boolean);
  if (words.length % 2 === 1) throw new Failure(`${source}: input contains an odd number of tokens`);
  const after = new Map<string, string[]>(words.map((word) => [word, []]));
  const waiting = new Map<string, number>(words.map((word) => [word, 0]));
  for (let i = 0; i < words.length; i += 2) {
    const [from, to] = [words[i] as string, words[i + 1] as string];
    if (from === to) continue;
    after.get(from)?.unshift(to);
    waiting.set(to, (waiting.get(to) ?? 0) + 1);
  }
  let status = 0;
  const free = [...waiting]
    .filter(([, count]) => count === 0)
    .map(([word]) => word)
    .sort();
  while (waiting.size > 0) {
    const next = free.shift();
    if (next === undefined) {
      status = 1;
      yield* call.warn(`${source}: input contains a loop:`);
      const circle = loopIn(after, waiting);
      for (const word of circle) yield* call.warn(word);
      const [last = '', first = ''] = [circle.at(-1), circle[0]];
      after.set(
        last,
        (after.get(last) ?? []).filter((word) => word !== first),
      );
      const left = (waiting.get(first) ?? 1) - 1;
      waiting.set(first, left);
      if (left === 0) free.push(first);
      continue;
    }
    call.put(`${next}\n`);
    waiting.delete(next);
    for (const word of after.get(next) ?? []) {
      const left = (waiting.get(word) ?? 1) - 1;
      waiting.set(word, left);
      if (left === 0) free.push(word);
    }
  }
  return status;
};

/** Words that follow each other round. */
function loopIn(after: ReadonlyMap<string, readonly string[]>, left: ReadonlyMap<string, number>): string[] {
  const path: string[] = [];
  let word = [...left.keys()][0];
  // Each word that is left is behind one that is left: going back meets one for the second time.
  while (word !== undefined && !path.includes(word)) {
    path.unshift(word);
    const behind: string = word;
    word = [...left.keys()].find((one) => after.get(one)?.includes(behind));
  }
  return path.slice(0, path.indexOf(word ?? '') + 1);
}
