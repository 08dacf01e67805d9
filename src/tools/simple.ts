/** Small tools that only print or wait: sleep, clear, seq, env, date and the like. */
import { SysError } from '../kernel/error.ts';
import { now, readLine, signals, sleep, spawn, tty, wait } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import { missingOperand, options } from './options.ts';
import { Failure, type Tool } from './tool.ts';

const UNITS: Readonly<Record<string, number>> = { '': 1000, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

export const sleepTool: Tool = function* (call) {
  const { operands } = options(call, '');
  if (operands.length === 0) throw missingOperand(call);
  let ms = 0;
  for (const operand of operands) {
    const found = /^(\d+\.?\d*|\.\d+|inf(?:inity)?)([smhd]?)$/.exec(operand);
    if (!found) throw new Failure(`invalid time interval ${call.quote(operand)}\nTry 'sleep --help' for more information.`);
    ms += (found[1] as string).startsWith('inf') ? Number.POSITIVE_INFINITY : Number(found[1]) * (UNITS[found[2] as string] as number);
  }
  yield* sleep(ms);
  return 0;
};

export const clear: Tool = function* (call) {
  call.put('\x1b[H\x1b[2J\x1b[3J');
  return yield* done();
};

export const seq: Tool = function* (call) {
  const { operands, get } = options(call, 's,separator: w,equal-width', {
    args: call.args.map((arg) => (/^-[\d.]/.test(arg) ? `\0${arg}` : arg)),
  });
  const numbers = operands.map((operand) => operand.replace('\0', ''));
  if (numbers.length === 0) throw missingOperand(call);
  const bad = numbers.find((text) => Number.isNaN(Number(text)) || text === '');
  if (bad !== undefined) throw new Failure(`invalid floating point argument: ${call.quote(bad)}\nTry 'seq --help' for more information.`);
  const [first, step, last] = (
    numbers.length === 1 ? ['1', '1', ...numbers] : numbers.length === 2 ? [numbers[0], '1', numbers[1]] : numbers
  ) as [string, string, string];
  const digits = Math.max(...[first, step].map((text) => text.split('.')[1]?.length ?? 0));
  const by = Number(step);
  if (by === 0) throw new Failure(`invalid Zero increment value: ${call.quote(step)}\nTry 'seq --help' for more information.`);
  const separator = get('s') ?? '\n';
  let any = false;
  for (let i = 0; ; i++) {
    const value = Number(first) + i * by;
    if (by > 0 ? value > Number(last) + 1e-9 : value < Number(last) - 1e-9) break;
    call.put(`${any ? separator : ''}${value.toFixed(digits)}`);
    any = true;
    if (call.buffered > 4096) yield* call.flush();
  }
  if (any) call.put('\n');
  return 0;
};

export const env: Tool = function* (call) {
  const { operands, has, all } = options(call, 'i,ignore-environment u,unset:', { stop: true, code: 125 });
  const values: Record<string, string> = has('i') ? {} : { ...call.process.env };
  for (const name of all('u')) delete values[name];
  let at = 0;
  for (; at < operands.length && /^[^=]+=/.test(operands[at] as string); at++) {
    const [, name = '', value = ''] = /^([^=]+)=([^]*)$/.exec(operands[at] as string) ?? [];
    values[name] = value;
  }
  const command = operands.slice(at);
  if (command.length > 0) return yield* run(call.name, command, values);
  for (const [name, value] of Object.entries(values)) call.put(`${name}=${value}\n`);
  return 0;
};

/** Runs a command to its end as a child; its exit code, or 127 with the message that there is none. */
export function* run(name: string, command: readonly string[], env?: Readonly<Record<string, string>>): Sys<number> {
  try {
    const pid = yield* spawn({ program: command[0] as string, argv: command, ...(env && { env }) });
    return (yield* wait(pid))?.code ?? 0;
  } catch (error) {
    if (error instanceof SysError && error.errno === 'ENOENT')
      throw new Failure(`${name === 'env' ? `‘${command[0]}’` : command[0]}: No such file or directory`, 127);
    throw error;
  }
}

export const printenv: Tool = function* (call) {
  const { operands } = options(call, '');
  const { env: values } = call.process;
  if (operands.length === 0) for (const [name, value] of Object.entries(values)) call.put(`${name}=${value}\n`);
  for (const name of operands) if (values[name] !== undefined) call.put(`${values[name]}\n`);
  return yield* done(operands.some((name) => values[name] === undefined) ? 1 : 0);
};

export const date: Tool = function* (call) {
  const { operands, has } = options(call, 'u,utc,universal R,rfc-email I,iso-8601::');
  const format =
    operands.find((operand) => operand.startsWith('+'))?.slice(1) ??
    (has('R') ? '%a, %d %b %Y %H:%M:%S +0000' : has('I') ? '%Y-%m-%d' : '%a %b %e %H:%M:%S UTC %Y');
  const time = new Date(yield* now());
  const [, weekday = '', day = '', month = '', year = '', clock = ''] = /^(\w+), (\d+) (\w+) (\d+) ([\d:]+)/.exec(time.toUTCString()) ?? [];
  const [hour = '', minute = '', second = ''] = clock.split(':');
  const values: Record<string, string> = {
    a: weekday,
    b: month,
    h: month,
    d: day,
    e: String(Number(day)).padStart(2),
    Y: year,
    y: year.slice(2),
    m: String(time.getUTCMonth() + 1).padStart(2, '0'),
    H: hour,
    M: minute,
    S: second,
    T: clock,
    F: time.toISOString().slice(0, 10),
    D: `${time.toISOString().slice(5, 7)}/${day}/${year.slice(2)}`,
    R: `${hour}:${minute}`,
    s: String(Math.floor(time.getTime() / 1000)),
    N: String(time.getUTCMilliseconds()).padStart(3, '0').padEnd(9, '0'),
    Z: 'UTC',
    z: '+0000',
    u: String(time.getUTCDay() || 7),
    w: String(time.getUTCDay()),
    n: '\n',
    t: '\t',
    '%': '%',
  };
  call.put(`${format.replace(/%([a-zA-Z%])/g, (whole, letter: string) => values[letter] ?? whole)}\n`);
  return 0;
};

export const whoami: Tool = function* (call) {
  call.put(`${call.process.env['USER'] ?? 'root'}\n`);
  return yield* done();
};

export const hostname: Tool = function* (call) {
  call.put(`${call.process.machine.hostname}\n`);
  return yield* done();
};

export const uname: Tool = function* (call) {
  const { has } = options(call, 'a,all s,kernel-name n,nodename r,kernel-release m,machine');
  const parts = { s: 'Linux', n: call.process.machine.hostname, r: '6.6.87', m: 'x86_64' };
  const chosen = (Object.keys(parts) as (keyof typeof parts)[]).filter((key) => has('a') || has(key));
  call.put(`${(chosen.length > 0 ? chosen : (['s'] as const)).map((key) => parts[key]).join(' ')}\n`);
  return yield* done();
};

export const trueTool: Tool = () => done();
export const falseTool: Tool = () => done(1);

export const basename: Tool = function* (call) {
  const [path, suffix = ''] = options(call, '').operands;
  if (path === undefined) throw missingOperand(call);
  const name = path.replace(/\/+$/, '').replace(/^.*\//, '') || '/';
  call.put(`${suffix !== '' && name !== suffix && name.endsWith(suffix) ? name.slice(0, -suffix.length) : name}\n`);
  return yield* done();
};

export const dirname: Tool = function* (call) {
  const { operands } = options(call, '');
  if (operands.length === 0) throw missingOperand(call);
  for (const path of operands)
    call.put(`${/^(.*?)\/+[^/]+\/*$/.exec(path)?.[1] ?? (path.startsWith('/') ? '/' : '.')}\n`.replace(/^\n$/, '/\n'));
  return yield* done();
};

export const xargs: Tool = function* (call) {
  const { operands, get, has } = options(call, 'n,max-args: I: 0,null t,verbose r,no-run-if-empty', { stop: true });
  const command = operands.length > 0 ? operands : ['echo'];
  let text = '';
  for (let line = yield* readLine(0); line !== null; line = yield* readLine(0)) text += line;
  const replace = get('I');
  const words = has('0')
    ? text.split('\0').filter(Boolean)
    : replace !== undefined
      ? text
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean)
      : [...text.matchAll(/'([^']*)'|"([^"]*)"|\S+/g)].map(([word, one, two]) => one ?? two ?? word);
  const size = replace !== undefined ? 1 : Number(get('n') ?? Math.max(1, words.length));
  if (!(size >= 1)) throw new Failure(`value ${get('n')} for -n option should be >= 1`);
  if (words.length === 0 && (has('r') || replace !== undefined)) return 0;
  let code = 0;
  for (let i = 0; i === 0 || i < words.length; i += size) {
    const part = words.slice(i, i + size);
    const argv = replace !== undefined ? command.map((word) => word.replaceAll(replace, part[0] ?? '')) : [...command, ...part];
    if (has('t')) yield* call.warn(argv.join(' '));
    const ended = yield* run(call.name, argv);
    if (ended !== 0) code = 123;
  }
  return code;
};

export const watch: Tool = function* (call) {
  const { operands, get, has } = options(call, 'n,interval: t,no-title d,differences x,exec', { stop: true });
  if (operands.length === 0) throw new Failure('Usage:\n watch [options] command', 1, true);
  const seconds = Math.max(0.1, Number(get('n') ?? 2) || 2);
  yield* signals(['SIGINT']);
  try {
    for (;;) {
      const { columns } = yield* size();
      const title = `Every ${seconds.toFixed(1)}s: ${operands.join(' ')}`;
      call.put('\x1b[H\x1b[2J');
      if (!has('t')) call.put(`${title.slice(0, columns)}\n\n`);
      yield* call.flush();
      yield* run(call.name, ['bash', '-c', operands.join(' ')]);
      yield* sleep(seconds * 1000);
    }
  } catch (error) {
    if (error instanceof SysError && error.errno === 'EINTR') return 0;
    throw error;
  }
};

function* size(): Sys<{ columns: number; rows: number }> {
  try {
    return yield* tty({ get: 'size' });
  } catch {
    return { columns: 80, rows: 24 };
  }
}

// biome-ignore lint/correctness/useYield: tools are generators, also those that wait for nothing
function* done(code = 0): Sys<number> {
  return code;
}
