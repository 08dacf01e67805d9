/** ps, pgrep, pkill, pidof, killall, top, uptime, free, w: what runs on this machine. */
import { SysError } from '../kernel/error.ts';
import { files, isatty, kill, now, processes, read, signals, sleep, tty, write } from '../kernel/sys.ts';
import type { ProcessInfo, Signal, Sys } from '../kernel/types.ts';
import { formatDate } from './datetext.ts';
import { missingOperand, options, usageError } from './options.ts';
import { compile } from './regex/match.ts';
import { RegexError } from './regex/parse.ts';
import { type Call, Failure, type Tool } from './tool.ts';

const SIGNALS: Readonly<Record<string, Signal>> = {
  HUP: 'SIGHUP',
  INT: 'SIGINT',
  QUIT: 'SIGQUIT',
  KILL: 'SIGKILL',
  USR1: 'SIGUSR1',
  USR2: 'SIGUSR2',
  PIPE: 'SIGPIPE',
  ALRM: 'SIGALRM',
  TERM: 'SIGTERM',
  CONT: 'SIGCONT',
  STOP: 'SIGSTOP',
  TSTP: 'SIGTSTP',
};
const NUMBERS: Readonly<Record<string, string>> = {
  1: 'HUP',
  2: 'INT',
  3: 'QUIT',
  9: 'KILL',
  10: 'USR1',
  12: 'USR2',
  13: 'PIPE',
  14: 'ALRM',
  15: 'TERM',
  18: 'CONT',
  19: 'STOP',
  20: 'TSTP',
};

/** The signal that `TERM`, `SIGTERM` or `15` names. */
export const signalOf = (text: string): Signal | undefined => SIGNALS[NUMBERS[text] ?? text.toUpperCase().replace(/^SIG/, '')];

const userOf = ({ process }: Call): string => {
  const uid = process.machine.user?.uid;
  return uid === undefined ? (process.env['USER'] ?? 'root') : uid === 0 ? 'root' : String(uid);
};
/** Of a server that says what it does (`nginx: master process ...`, `redis-server *:6379`) its name. */
const programOf = ({ argv }: ProcessInfo): string => (argv[0] ?? '').replace(/:? .*$/s, '').replace(/^-|^.*\//g, '');
const lineOf = ({ argv }: ProcessInfo): string => argv.join(' ');
const LETTERS = { running: 'R', sleeping: 'S', stopped: 'T', zombie: 'Z' } as const;
/** The machine's memory in MiB, and what of it is in use. */
interface Memory {
  readonly total: number;
  readonly used: number;
  readonly free: number;
  readonly shared: number;
  readonly cache: number;
}

/** As the kernel tells it in /proc/meminfo; MiB. Where there is none, on the laptop, it has what its cluster's node has. */
function* memory(): Sys<Memory> {
  const text = (yield* files((fs) => fs.stat('/proc/meminfo')?.text)) ?? 'MemTotal: 16373952\nMemFree: 4093488\nCached: 4093488';
  const of = (name: string): number => Math.floor(Number(new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(text)?.[1] ?? 0) / 1024);
  const [total, free, cache] = [of('MemTotal'), of('MemFree'), of('Cached') + of('Buffers')];
  return { total, free, cache, used: total - free - cache, shared: 18 };
}

interface Row extends ProcessInfo {
  readonly user: string;
}

/** Rows in order of pid; the asking program itself is one of them. */
function* rows(call: Call): Sys<Row[]> {
  const user = userOf(call);
  return (yield* processes()).map((one) => ({ ...one, user: one.user ?? user })).sort((a, b) => a.pid - b.pid);
}

const clock = (seconds: number): string =>
  `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

/** What busybox's -o knows: the title, its width, and the value; numbers stand to the right. */
const BUSYBOX_COLUMNS: Readonly<Record<string, readonly [title: string, width: number, of: (one: Row, now: number) => string | number]>> = {
  user: ['USER', 8, (one) => one.user],
  group: ['GROUP', 8, (one) => one.user],
  comm: ['COMMAND', 16, programOf],
  args: ['COMMAND', 256, lineOf],
  pid: ['PID', 5, ({ pid }) => pid],
  ppid: ['PPID', 5, ({ ppid }) => ppid],
  pgid: ['PGID', 5, ({ group }) => group],
  tty: ['TT', 6, () => '?'],
  time: ['TIME', 5, () => ' 0:00'],
  etime: ['ELAPSED', 7, ({ startedAt }, now) => clock((now - startedAt) / 1000).padStart(6)],
  rss: ['RSS', 4, () => 4096],
  vsz: ['VSZ', 4, () => 8192],
  stat: ['STAT', 4, ({ state }) => LETTERS[state]],
};

function chosenColumns(list: readonly Row[], wanted: readonly string[], time: number, put: (line: string) => void): number {
  const columns = wanted.map((name) => {
    const column = Object.hasOwn(BUSYBOX_COLUMNS, name) ? BUSYBOX_COLUMNS[name] : undefined;
    if (!column) throw new Failure(`bad -o argument '${name}', supported arguments: ${Object.keys(BUSYBOX_COLUMNS).join(',')}`);
    return column;
  });
  put(columns.map(([title, width]) => title.padEnd(width)).join(' '));
  for (const one of list)
    put(
      columns
        .map(([, width, of]) => {
          const value = of(one, time);
          return typeof value === 'number' ? String(value).padStart(width) : value.slice(0, width).padEnd(width);
        })
        .join(' '),
    );
  return 0;
}

export const ps: Tool = function* (call) {
  const list = yield* rows(call);
  const time = yield* now();
  const self = list.find(({ pid }) => pid === call.process.pid);
  const width = (yield* isatty(1)) ? (yield* tty({ get: 'size' })).columns : Number.POSITIVE_INFINITY;
  const put = (text: string): void => call.put(`${text.slice(0, width).trimEnd()}\n`);
  if (call.busybox) {
    // The standard's letters are taken and change nothing.
    const wanted = options(call, 'o: a A d e f l T w')
      .all('o')
      .flatMap((names) => names.split(','));
    if (wanted.length > 0) return chosenColumns(list, wanted, time, put);
    put('PID   USER     TIME  COMMAND');
    for (const one of list)
      put(`${String(one.pid).padStart(5)} ${one.user.padEnd(8)}  0:00 ${one.state === 'zombie' ? `[${programOf(one)}]` : lineOf(one)}`);
    return 0;
  }
  // BSD's letters stand without a dash, Unix's with one.
  const letters = call.args.filter((arg) => /^-?[a-zA-Z]+$/.test(arg)).join('');
  const wrong = call.args.find((arg) => arg.startsWith('-') && !/^-(?:[aAdefFlLjmNTuUwxHoOpCgG]+.*|-.*)$/.test(arg));
  if (wrong) throw new Failure(`error: unsupported option (BSD syntax)\n\nUsage:\n ps [options]\n\n Try 'ps --help'`, 1, true);
  if (call.args.includes('--help')) options(call, '');
  const value = (name: string): string | undefined => {
    // Its letter may stand behind others: -eo.
    const letter = name.length === 2 ? name[1] : undefined;
    const at = call.args.findIndex(
      (arg) =>
        arg === name || arg === name.replace('-', '') || (letter !== undefined && /^-?[aAdefFlLjxuw]+.$/.test(arg) && arg.endsWith(letter)),
    );
    return at >= 0 ? call.args[at + 1] : call.args.find((arg) => arg.startsWith(name) && arg.length > name.length)?.slice(name.length);
  };
  const pids = (value('-p') ?? value('--pid'))?.split(/[,\s]+/).map(Number);
  const names = value('-C')?.split(',');
  const everything = /[aAex]/.test(letters.replace(/o.*$/, ''));
  const chosen = list.filter((one) =>
    pids
      ? pids.includes(one.pid)
      : names
        ? names.includes(programOf(one))
        : everything
          ? true
          : one.group === self?.group || one.ppid === self?.ppid || one.pid === self?.ppid,
  );
  const code = chosen.length === 0 && (pids || names) ? 1 : 0;
  const format = value('-o') ?? value('--format');
  const terminal = call.process.machine.id === 'laptop' ? 'pts/0' : '?';
  const started = (one: ProcessInfo): string => formatDate('%H:%M', one.startedAt);
  if (format !== undefined) {
    const fields: Readonly<Record<string, readonly [string, (one: Row) => string]>> = {
      pid: ['PID', (one) => String(one.pid)],
      ppid: ['PPID', (one) => String(one.ppid)],
      pgid: ['PGID', (one) => String(one.group)],
      user: ['USER', (one) => one.user],
      comm: ['COMMAND', programOf],
      ucmd: ['CMD', programOf],
      cmd: ['CMD', lineOf],
      args: ['COMMAND', lineOf],
      command: ['COMMAND', lineOf],
      stat: ['STAT', (one) => LETTERS[one.state]],
      state: ['S', (one) => LETTERS[one.state]],
      tty: ['TT', () => terminal],
      time: ['TIME', () => '00:00:00'],
      etime: ['ELAPSED', (one) => clock((time - one.startedAt) / 1000)],
      start: ['STARTED', started],
      pcpu: ['%CPU', () => '0.0'],
      '%cpu': ['%CPU', () => '0.0'],
      pmem: ['%MEM', () => '0.1'],
      '%mem': ['%MEM', () => '0.1'],
      rss: ['RSS', () => '4096'],
      vsz: ['VSZ', () => '8192'],
    };
    const columns = format.split(/[,\s]+/).map((spec) => {
      const [name = '', title] = spec.split('=');
      const field = fields[name.toLowerCase()];
      if (!field) throw new Failure(`error: unknown user-defined format specifier "${name}"\n\nUsage:\n ps [options]`, 1, true);
      return { title: title ?? field[0], of: field[1] };
    });
    const table = chosen.map((one) => columns.map(({ of }) => of(one)));
    const widths = columns.map(({ title }, i) =>
      Math.max(/^P?P(?:G)?ID$/.test(title) ? 7 : title.length, ...table.map((row) => (row[i] as string).length)),
    );
    const numeric = /^(?:PID|PPID|PGID|RSS|VSZ|%CPU|%MEM|ELAPSED)$/;
    const show = (cells: readonly string[]): string =>
      cells
        .map((cell, i) =>
          numeric.test(columns[i]?.title ?? '')
            ? cell.padStart(widths[i] as number)
            : i === cells.length - 1
              ? cell
              : cell.padEnd(widths[i] as number),
        )
        .join(' ');
    if (columns.some(({ title }) => title !== '')) put(show(columns.map(({ title }) => title)));
    for (const row of table) put(show(row));
  } else if (/u/.test(letters) && !call.args.some((arg) => /^-[eAf]/.test(arg))) {
    put('USER         PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND');
    for (const one of chosen)
      put(
        `${one.user.padEnd(10)} ${String(one.pid).padStart(5)}  0.0  0.1   8192  4096 ${terminal.padEnd(8)} ${(LETTERS[one.state] + (one.group === self?.group ? '+' : '')).padEnd(4)} ${started(one)}   0:00 ${lineOf(one)}`,
      );
  } else if (/f/.test(letters)) {
    put('UID          PID    PPID  C STIME TTY          TIME CMD');
    for (const one of chosen)
      put(
        `${one.user.padEnd(8)} ${String(one.pid).padStart(7)} ${String(one.ppid).padStart(7)}  0 ${started(one)} ${terminal.padEnd(8)} 00:00:00 ${lineOf(one)}`,
      );
  } else {
    put('    PID TTY          TIME CMD');
    for (const one of chosen)
      put(`${String(one.pid).padStart(7)} ${terminal.padEnd(8)} 00:00:00 ${programOf(one)}${one.state === 'zombie' ? ' <defunct>' : ''}`);
  }
  return code;
};

/** Processes by pattern, as pgrep and pkill choose them; never themselves. */
function* matching(call: Call, spec: string): Sys<{ found: Row[]; given: ReturnType<typeof options>; signal: Signal }> {
  let signal: Signal = 'SIGTERM';
  const args = call.args.filter((arg) => {
    const name = /^-(?:SIG)?([A-Z][A-Z0-9]*|\d+)$/.exec(arg)?.[1];
    const known = name && signalOf(name);
    if (known) signal = known;
    return !known;
  });
  const given = options(call, spec, { args, code: 2 });
  const [pattern, ...more] = given.operands;
  const narrowed = given.has('u') || given.has('P');
  if (pattern === undefined && !narrowed) throw new Failure(usageError(call, 'no matching criteria specified'), 2);
  if (more.length > 0) throw new Failure(usageError(call, 'only one pattern can be provided'), 2);
  const text = given.get('signal');
  if (text !== undefined) {
    const known = signalOf(text);
    if (!known) throw new Failure(`invalid signal: ${text}`, 2);
    signal = known;
  }
  let test: (one: string) => boolean = () => true;
  if (pattern !== undefined) {
    try {
      const compiled = compile(given.has('x') ? `^(${pattern})$` : pattern, 'extended', { ignoreCase: given.has('i') });
      test = (one) => compiled.test(one);
    } catch (error) {
      if (error instanceof RegexError) throw new Failure(`invalid regular expression: ${error.message}`, 2);
      throw error;
    }
  }
  const parent = given.get('P');
  let found = (yield* rows(call)).filter(
    (one) =>
      one.pid !== call.process.pid &&
      one.state !== 'zombie' &&
      (parent === undefined || String(one.ppid) === parent) &&
      test(given.has('f') ? lineOf(one) : programOf(one)) !== given.has('v'),
  );
  if (given.has('n')) found = found.slice(-1);
  if (given.has('o')) found = found.slice(0, 1);
  return { found, given, signal };
}

const MATCH =
  'f,full x,exact l,list-name a,list-full c,count n,newest o,oldest v,inverse i,ignore-case u,euid: P,parent: d,delimiter: signal: e,echo';

export const pgrep: Tool = function* (call) {
  const { found, given } = yield* matching(call, MATCH);
  if (given.has('c')) call.put(`${found.length}\n`);
  else if (found.length > 0)
    call.put(
      `${found.map((one) => (given.has('a') ? `${one.pid} ${lineOf(one)}` : given.has('l') ? `${one.pid} ${programOf(one)}` : String(one.pid))).join(given.get('d') ?? '\n')}\n`,
    );
  return found.length > 0 ? 0 : 1;
};

export const pkill: Tool = function* (call) {
  const { found, given, signal } = yield* matching(call, MATCH);
  for (const one of found) {
    if (given.has('e')) call.put(`${programOf(one)} killed (pid ${one.pid})\n`);
    yield* send(one.pid, signal);
  }
  if (given.has('c')) call.put(`${found.length}\n`);
  return found.length > 0 ? 0 : 1;
};

function* send(pid: number, signal: Signal): Sys<void> {
  try {
    yield* kill(pid, signal);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
  }
}

export const pidof: Tool = function* (call) {
  const given = options(call, 's x o: q');
  const list = yield* rows(call);
  const found = given.operands.flatMap((name) => list.filter((one) => programOf(one) === name).map(({ pid }) => pid)).reverse();
  if (found.length > 0 && !given.has('q')) call.put(`${(given.has('s') ? found.slice(0, 1) : found).join(' ')}\n`);
  return found.length > 0 ? 0 : 1;
};

export const killall: Tool = function* (call) {
  let signal: Signal = 'SIGTERM';
  const args = call.args.filter((arg) => {
    const known = SIGNALS[NUMBERS[arg.slice(1)] ?? arg.replace(/^-(?:SIG)?/, '')];
    if (arg.startsWith('-') && known) signal = known;
    return !(arg.startsWith('-') && known);
  });
  const given = options(call, 'q,quiet s,signal: v e w i r', { args });
  if (given.operands.length === 0) throw missingOperand(call);
  const list = yield* rows(call);
  let code = 0;
  for (const name of given.operands) {
    const found = list.filter((one) => programOf(one) === name && one.pid !== call.process.pid);
    for (const one of found) yield* send(one.pid, signal);
    if (found.length > 0) continue;
    code = 1;
    if (!given.has('q')) yield* call.note(call.busybox ? `killall: ${name}: no process killed\n` : `${name}: no process found\n`);
  }
  return code;
};

function* uptimeLine(call: Call): Sys<string> {
  const time = yield* now();
  const first = (yield* rows(call))[0]?.startedAt ?? time;
  const minutes = Math.floor((time - first) / 60_000);
  const up =
    minutes < 60
      ? `${minutes} min`
      : minutes < 1440
        ? `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
        : `${Math.floor(minutes / 1440)} day${minutes < 2880 ? '' : 's'}, ${Math.floor((minutes % 1440) / 60)}:${String(minutes % 60).padStart(2, '0')}`;
  return ` ${formatDate('%H:%M:%S', time)} up ${up},  1 user,  load average: 0.18, 0.12, 0.09`;
}

export const uptime: Tool = function* (call) {
  const given = options(call, 'p,pretty s,since');
  if (given.has('s')) call.put(`${formatDate('%Y-%m-%d %H:%M:%S', (yield* rows(call))[0]?.startedAt ?? 0)}\n`);
  else if (given.has('p'))
    call.put(`up ${/up\s+(.*?),\s+1 user/.exec(yield* uptimeLine(call))?.[1]?.replace(/(\d+) min/, '$1 minutes')}\n`);
  else call.put(`${yield* uptimeLine(call)}\n`);
  return 0;
};

export const free: Tool = function* (call) {
  const given = options(call, 'h,human b,bytes k,kibi m,mebi g,gibi t,total w,wide s: c:');
  const show = (mebibytes: number): string => {
    if (given.has('h')) return mebibytes >= 1024 ? `${(mebibytes / 1024).toFixed(1)}Gi` : `${mebibytes}${mebibytes === 0 ? 'B' : 'Mi'}`;
    return String(
      given.has('g')
        ? Math.floor(mebibytes / 1024)
        : given.has('m')
          ? mebibytes
          : given.has('b')
            ? mebibytes * 1024 ** 2
            : mebibytes * 1024,
    );
  };
  const { total, used, free: unused, shared, cache } = yield* memory();
  const margin = call.busybox ? 7 : 8;
  const line = (name: string, numbers: readonly number[]): string =>
    `${name.padEnd(margin)}${numbers.map((number) => show(number).padStart(12)).join('')}\n`;
  call.put(
    `${' '.repeat(margin)}${['total', 'used', 'free', 'shared', 'buff/cache', 'available'].map((name) => name.padStart(12)).join('')}\n`,
  );
  call.put(line('Mem:', [total, used, unused, shared, cache, total - used]) + line('Swap:', [0, 0, 0]));
  return 0;
};

/** One screenful of top. */
function* topText(call: Call, height: number): Sys<string> {
  const list = yield* rows(call);
  const count = (state: ProcessInfo['state']): number => list.filter((one) => one.state === state).length;
  const running = Math.max(1, count('running'));
  const { total, used, free: unused, shared, cache } = yield* memory();
  if (call.busybox) {
    const head = `Mem: ${used * 1024}K used, ${unused * 1024}K free, ${shared * 1024}K shrd, 0K buff, ${cache * 1024}K cached\nCPU:   1% usr   1% sys   0% nic  98% idle   0% io   0% irq   0% sirq\nLoad average: 0.18 0.12 0.09 ${running}/${list.length} ${call.process.pid}\n\x1b[7m  PID  PPID USER     STAT   VSZ %VSZ CPU %CPU COMMAND\x1b[0m\n`;
    return (
      head +
      list
        .slice(0, height - 4)
        .map(
          (one) =>
            `${String(one.pid).padStart(5)} ${String(one.ppid).padStart(5)} ${one.user.padEnd(8)} ${LETTERS[one.state].padEnd(4)}  8192   0%   0   0% ${lineOf(one)}\n`,
        )
        .join('')
    );
  }
  const head =
    `top -${(yield* uptimeLine(call)).replace(/^ /, ' ')}\nTasks: ${String(list.length).padStart(3)} total, ${String(running).padStart(3)} running, ${String(list.length - running - count('stopped') - count('zombie')).padStart(3)} sleeping, ${String(count('stopped')).padStart(3)} stopped, ${String(count('zombie')).padStart(3)} zombie\n` +
    `%Cpu(s):  1.0 us,  0.5 sy,  0.0 ni, 98.5 id,  0.0 wa,  0.0 hi,  0.0 si,  0.0 st\nMiB Mem : ${total.toFixed(1).padStart(8)} total, ${unused.toFixed(1).padStart(8)} free, ${used.toFixed(1).padStart(8)} used, ${cache.toFixed(1).padStart(8)} buff/cache\n` +
    `MiB Swap:      0.0 total,      0.0 free,      0.0 used. ${(total - used).toFixed(1).padStart(8)} avail Mem\n\n\x1b[7m    PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+ COMMAND\x1b[0m\n`;
  return (
    head +
    list
      .slice(0, height - 7)
      .map(
        (one) =>
          `${String(one.pid).padStart(7)} ${one.user.padEnd(8)}  20   0    8192   4096   3072 ${LETTERS[one.state]}   0.0   0.1   0:00.01 ${programOf(one)}\n`,
      )
      .join('')
  );
}

export const top: Tool = function* (call) {
  const given = options(call, 'b n: d: H p: u: o: c s i S E: m');
  const times = given.has('n') ? Number(given.get('n')) : Number.POSITIVE_INFINITY;
  const delay = Number(given.get('d') ?? (call.busybox ? 5 : 3)) * 1000;
  if (Number.isNaN(times) || Number.isNaN(delay))
    throw new Failure(
      call.busybox ? `invalid number '${given.get('n') ?? given.get('d')}'` : `-${given.has('n') ? 'n' : 'd'} argument: invalid number`,
    );
  if (given.has('b') || !(yield* isatty(1))) {
    for (let i = 0; i < times; i++) {
      if (i > 0) {
        call.put('\n');
        yield* call.flush();
        yield* sleep(delay);
      }
      call.put((yield* topText(call, Number.POSITIVE_INFINITY)).replace(/\x1b\[\d*m/g, ''));
      yield* call.flush();
    }
    return 0;
  }
  yield* signals(['SIGINT', 'SIGWINCH']);
  yield* write(1, '\x1b[?1049h\x1b[?25l');
  yield* tty({ set: 'raw' });
  try {
    for (let i = 0; i < times; i++) {
      const { rows: height, columns } = yield* tty({ get: 'size' });
      const text = (yield* topText(call, height)).trimEnd().split('\n').slice(0, height);
      yield* write(
        1,
        `\x1b[H${text.map((line) => `${line.startsWith('\x1b') ? `${line.slice(0, columns + 4)}\x1b[0m` : line.slice(0, columns)}\x1b[K`).join('\r\n')}\x1b[J`,
      );
      if (yield* leaves(delay)) break;
    }
  } finally {
    yield* tty({ set: 'cooked' });
    yield* write(1, '\x1b[?1049l\x1b[?25h');
  }
  return 0;
};

/** Waits for a key or the time; true for q or Ctrl-C. */
function* leaves(ms: number): Sys<boolean> {
  try {
    const key = yield* read(0, undefined, ms);
    return key === null || /[qQ\x03]/.test(key);
  } catch (error) {
    if (!(error instanceof SysError) || (error.errno !== 'EAGAIN' && error.errno !== 'EINTR')) throw error;
    return error.signal === 'SIGINT';
  }
}
