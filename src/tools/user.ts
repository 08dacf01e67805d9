/** Small tools around users, and those that start another program: sudo, nohup, nice, groups, logname, tty, arch, users, who, chown, chgrp, sync, unlink, stdbuf. */
import { SysError } from '../kernel/error.ts';
import { files, isatty, now, signals, spawn, wait } from '../kernel/sys.ts';
import type { Signal, Sys } from '../kernel/types.ts';
import { formatDate } from './datetext.ts';
import { extraOperand, missingOperand, options, usageError } from './options.ts';
import { type Call, Failure, type Tool } from './tool.ts';

const userOf = (call: Call): string => call.process.env['USER'] ?? 'root';

/** Runs a program in the place of the tool; its code. */
function* become(call: Call, argv: readonly string[], env: Readonly<Record<string, string>>, missing: string): Sys<number> {
  yield* call.flush();
  const [name = ''] = argv;
  try {
    const pid = yield* spawn({ program: name.replace(/^.*\//, ''), argv, env });
    return (yield* wait(pid))?.code ?? 0;
  } catch (error) {
    if (!(error instanceof SysError) || error.errno !== 'ENOENT') throw error;
    throw new Failure(missing, 127);
  }
}

export const sudo: Tool = function* (call) {
  const given = options(call, 'E,preserve-env i,login s,shell u,user: n,non-interactive H k K v l b S', { stop: true });
  const assigned: Record<string, string> = {};
  let argv = [...given.operands];
  for (let first = argv[0]; first && /^\w+=/.test(first); first = argv[0]) {
    const [name = '', ...value] = first.split('=');
    assigned[name] = value.join('=');
    argv = argv.slice(1);
  }
  if (argv.length === 0 && (given.has('i') || given.has('s'))) argv = ['bash'];
  if (argv.length === 0) {
    if (given.has('v') || given.has('k') || given.has('K')) return 0;
    throw new Failure('usage: sudo [-EHikns] [-u user] [VAR=value] command [arg ...]', 1, true);
  }
  const user = given.get('u') ?? 'root';
  const env = { ...call.process.env, USER: user, LOGNAME: user, SUDO_USER: userOf(call), ...assigned };
  return yield* become(call, argv, env, `${argv[0]}: command not found`);
};

export const nohup: Tool = function* (call) {
  if (call.args.length === 0) throw missingOperand(call, undefined, 125);
  const argv = call.args[0] === '--' ? call.args.slice(1) : call.args;
  yield* signals([], ['SIGHUP' as Signal]);
  return yield* become(call, argv, call.process.env, `failed to run command ${call.quote(argv[0] ?? '')}: No such file or directory`);
};

export const nice: Tool = function* (call) {
  const given = options(call, 'n,adjustment:', { stop: true, digits: 'n' });
  if (given.operands.length > 0)
    return yield* become(call, given.operands, call.process.env, `${call.quote(given.operands[0] ?? '')}: No such file or directory`);
  call.put('0\n');
  return 0;
};

const printer = (text: (call: Call) => string): Tool =>
  // biome-ignore lint/correctness/useYield: a tool that waits for nothing
  function* (call) {
    options(call, 'a');
    call.put(`${text(call)}\n`);
    return 0;
  };

export const groups = printer(userOf);
export const logname = printer(userOf);
export const users = printer(userOf);
export const arch = printer(() => 'x86_64');

export const tty: Tool = function* (call) {
  const given = options(call, 's,silent,quiet');
  const terminal = yield* isatty(0);
  if (!given.has('s')) call.put(terminal ? '/dev/pts/0\n' : 'not a tty\n');
  return terminal ? 0 : 1;
};

export const who: Tool = function* (call) {
  options(call, 'a b q H u m');
  call.put(`${userOf(call).padEnd(8)} pts/0        ${formatDate('%Y-%m-%d %H:%M', yield* now())}\n`);
  return 0;
};

export const sync: Tool = function* (call) {
  options(call, 'd f');
  yield* call.flush();
  return 0;
};

export const unlink: Tool = function* (call) {
  const [path, extra] = options(call, '').operands;
  if (path === undefined) throw missingOperand(call);
  if (extra !== undefined) throw extraOperand(call, extra);
  try {
    yield* files((fs, cwd) => {
      const absolute = fs.resolve(cwd, path);
      if (fs.isDirectory(absolute)) throw new SysError('EISDIR', path);
      fs.remove(absolute);
    });
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    throw new Failure(call.busybox ? `can't remove file '${path}': ${error.message}` : `cannot unlink '${path}': ${error.message}`);
  }
  return 0;
};

/** Users and groups that messages know besides the person who is there. */
const KNOWN = new Set(['root', 'nobody', 'nogroup', 'daemon', 'bin', 'sys', 'www-data', 'nginx', 'redis', 'postgres', 'mysql']);

/** Files have no owners here: the person who is there may do anything, and root anything to anybody. */
const owning = (what: 'user' | 'group'): Tool =>
  function* (call) {
    const given = options(call, 'R,recursive v,verbose c f h reference:');
    const [owner, ...paths] = given.has('reference') ? [userOf(call), ...given.operands] : given.operands;
    if (owner === undefined) throw missingOperand(call);
    if (paths.length === 0) throw missingOperand(call, owner);
    const [name = '', group = ''] = owner.split(/[:.]/);
    const known = (one: string): boolean => one === '' || one === userOf(call) || KNOWN.has(one) || /^\d+$/.test(one);
    if (!known(name) || !known(group))
      throw new Failure(
        call.busybox ? `unknown ${known(name) ? 'group' : what} ${known(name) ? group : name}` : `invalid ${what}: ${call.quote(owner)}`,
      );
    let code = 0;
    for (const path of paths) {
      const exists = yield* files((fs, cwd) => fs.exists(fs.resolve(cwd, path)));
      const free = userOf(call) === 'root' || ((name === '' || name === userOf(call)) && (group === '' || group === userOf(call)));
      if (exists && free) continue;
      code = 1;
      const reason = exists ? 'Operation not permitted' : 'No such file or directory';
      const changing = `changing ${what === 'user' ? 'ownership' : 'group'} of '${path}': ${reason}`;
      yield* call.warn(call.busybox ? `${path}: ${reason}` : exists ? changing : `cannot access '${path}': ${reason}`);
    }
    return code;
  };

export const chown = owning('user');
export const chgrp = owning('group');

/** Runs one of the applets by name, as their links do. */
export const busybox: Tool = function* (call) {
  const [name, ...rest] = call.args;
  const { machine } = call.process;
  if (name === '--list') {
    for (const applet of machine.programNames()) call.put(`${applet}\n`);
    return 0;
  }
  if (name === undefined || name === '--help') {
    call.put(
      `BusyBox v1.37.0 multi-call binary.\n\nUsage: busybox [function [arguments]...]\n   or: busybox --list\n\nCurrently defined functions:\n\t${machine.programNames().join(', ')}\n`,
    );
    return 0;
  }
  if (!machine.program(name)) throw new Failure(`${name}: applet not found`, 127, true);
  return yield* become(call, [name, ...rest], call.process.env, '');
};

/** Nothing is buffered here that could not go out line by line. */
export const stdbuf: Tool = function* (call) {
  const given = options(call, 'i,input: o,output: e,error:', { stop: true, code: 125 });
  const [name] = given.operands;
  if (name === undefined) throw missingOperand(call, undefined, 125);
  if (given.given.length === 0) throw new Failure(usageError(call, 'you must specify a buffering mode option'), 125);
  return yield* become(call, given.operands, call.process.env, `failed to run command ${call.quote(name)}: No such file or directory`);
};
