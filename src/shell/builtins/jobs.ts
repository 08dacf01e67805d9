/** jobs, fg, bg, wait, kill, disown. */
import { SysError } from '../../kernel/error.ts';
import { processes, kill as send, wait as waitCall, write, yieldNow } from '../../kernel/sys.ts';
import type { Signal, Sys } from '../../kernel/types.ts';
import { findJob, foreground, type Job, jobCode, jobLine, noteEnded, poll, removeJob, resume } from '../jobs.ts';
import type { Shell } from '../shell.ts';
import { numberOfSignal, SIGNALS, signalNamed } from '../signals.ts';
import { invoke } from '../simple.ts';

export function* jobs(shell: Shell, argv: string[]): Sys<number> {
  if (argv[1] === '-x') {
    const args = argv.slice(2).map((arg) => (arg.startsWith('%') ? String(findJob(shell, arg)?.pids[0] ?? arg) : arg));
    return args[0] === undefined ? 0 : yield* invoke(shell, args[0], args);
  }
  yield* poll(shell);
  const flags = argv
    .slice(1)
    .filter((arg) => arg.startsWith('-'))
    .join('');
  const specs = argv.slice(1).filter((arg) => !arg.startsWith('-'));
  for (const spec of specs) {
    if (findJob(shell, spec)) continue;
    yield* shell.complain(`jobs: ${spec}: no such job`);
    return 1;
  }
  const shown = specs.length > 0 ? specs.map((spec) => findJob(shell, spec)) : shell.jobs.filter((job) => job.listed);
  for (const job of shown) {
    if (!job || (flags.includes('r') && job.state !== 'running') || (flags.includes('s') && job.state !== 'stopped')) continue;
    yield* write(1, flags.includes('p') ? `${job.pids[0]}\n` : `${jobLine(shell, job, flags.includes('l'))}\n`);
    job.notified = true;
  }
  if (shell.level > 0 && shown.length === 0) for (const line of shell.jobLines) yield* write(1, `${line}\n`);
  for (const job of [...shell.jobs]) if (job.state === 'done' && job.notified) removeJob(shell, job);
  return 0;
}

export function* fg(shell: Shell, argv: string[]): Sys<number> {
  if (!shell.jobControl) {
    yield* shell.complain('fg: no job control');
    return 1;
  }
  yield* poll(shell);
  const job = findJob(shell, argv[1]);
  if (!job || job.state === 'done') {
    yield* shell.complain(`fg: ${argv[1] ?? 'current'}: no such job`);
    return 1;
  }
  yield* write(1, `${job.text}\n`);
  yield* resume(job);
  return yield* foreground(shell, job);
}

export function* bg(shell: Shell, argv: string[]): Sys<number> {
  if (!shell.jobControl) {
    yield* shell.complain('bg: no job control');
    return 1;
  }
  yield* poll(shell);
  const job = findJob(shell, argv[1]);
  if (!job || job.state === 'done') {
    yield* shell.complain(`bg: ${argv[1] ?? 'current'}: no such job`);
    return 1;
  }
  if (job.state === 'running') {
    yield* shell.complain(`bg: job ${job.id} already in background`);
    return 0;
  }
  yield* resume(job);
  yield* write(1, `[${job.id}]+ ${job.text} &\n`);
  return 0;
}

export function* wait(shell: Shell, argv: string[]): Sys<number> {
  const { flags, named, targets } = waitOptions(argv);
  const bad = [...flags].find((letter) => !'nfp'.includes(letter));
  if (bad !== undefined || (flags.includes('p') && named === undefined)) {
    yield* shell.complain(`wait: -${bad ?? 'p'}: ${bad === undefined ? 'option requires an argument' : 'invalid option'}`);
    yield* write(2, 'wait: usage: wait [-fn] [-p var] [id ...]\n');
    return 2;
  }
  if (named !== undefined) shell.variables.unset(named);
  shell.waiting = true;
  try {
    if (flags.includes('n')) return yield* waitAny(shell, targets, named);
    if (targets.length === 0) {
      while (shell.jobs.some((job) => job.state === 'running')) yield* waitOne(shell, undefined);
      for (const job of [...shell.jobs]) if (job.state === 'done') removeJob(shell, job);
      return 0;
    }
    let code = 0;
    for (const target of targets) {
      if (named !== undefined) shell.variables.set(named, String(findJob(shell, target)?.pids.at(-1) ?? target));
      code = yield* waitTarget(shell, target);
    }
    return code;
  } catch (error) {
    // A trapped signal ends wait at once.
    if (error instanceof SysError && error.errno === 'EINTR' && error.signal) return 128 + numberOfSignal(error.signal);
    throw error;
  } finally {
    shell.waiting = false;
  }
}

/** Waits for a child (or any); false when there is none. */
function* waitOne(shell: Shell, pid: number | undefined): Sys<boolean> {
  try {
    const ended = yield* waitCall(pid);
    if (ended) noteEnded(shell, ended);
    return true;
  } catch (error) {
    if (!(error instanceof SysError) || error.errno !== 'ECHILD') throw error;
    for (const job of shell.jobs) if (pid === undefined || job.pids.includes(pid)) job.state = 'done';
    return false;
  }
}

function waitOptions(argv: readonly string[]): { flags: string; named: string | undefined; targets: string[] } {
  let flags = '';
  let named: string | undefined;
  let i = 1;
  for (; /^-[a-z]/.test(argv[i] ?? ''); i++) {
    const letters = (argv[i] as string).slice(1);
    flags += letters.replace(/p.*/, 'p');
    if (letters.includes('p')) named = letters.replace(/^.*?p/, '') || argv[++i];
  }
  return { flags, named, targets: argv.slice(argv[i] === '--' ? i + 1 : i) };
}

/** Waits for the next of the jobs (of those named, where some are) to end, and says in a variable which it was. */
function* waitAny(shell: Shell, targets: readonly string[], named: string | undefined): Sys<number> {
  const meant = (job: Job): boolean => targets.length === 0 || targets.some((target) => findJob(shell, target) === job);
  for (;;) {
    const done = shell.jobs.find((job) => job.state === 'done' && meant(job));
    if (done) {
      removeJob(shell, done);
      if (named !== undefined) shell.variables.set(named, String(done.pids.at(-1)));
      return jobCode(shell, done);
    }
    if (!shell.jobs.some((job) => job.state === 'running' && meant(job)) || !(yield* waitOne(shell, undefined))) return 127;
  }
}

function* waitTarget(shell: Shell, target: string): Sys<number> {
  const job = findJob(shell, target);
  if (job) {
    while (job.state === 'running')
      yield* waitOne(
        shell,
        job.pids.find((pid) => !job.codes.has(pid)),
      );
    const code = jobCode(shell, job);
    for (const pid of job.pids) shell.ended.set(pid, job.codes.get(pid) ?? 0);
    removeJob(shell, job);
    return code;
  }
  if (target.startsWith('%')) {
    yield* shell.complain(`wait: ${target}: no such job`);
    return 127;
  }
  if (!/^\d+$/.test(target)) {
    yield* shell.complain(`wait: \`${target}': not a pid or valid job spec`);
    return 1;
  }
  const known = shell.ended.get(Number(target));
  if (known !== undefined) return known;
  if (yield* waitOne(shell, Number(target))) return shell.ended.get(Number(target)) ?? 127;
  yield* shell.complain(`wait: pid ${target} is not a child of this shell`);
  return 127;
}

export function* disown(shell: Shell, argv: string[]): Sys<number> {
  const specs = argv.slice(1).filter((arg) => !arg.startsWith('-'));
  const all = argv.includes('-a');
  for (const job of all ? [...shell.jobs] : specs.length > 0 ? specs.map((spec) => findJob(shell, spec)) : [findJob(shell, undefined)]) {
    if (job) {
      removeJob(shell, job);
      continue;
    }
    yield* shell.complain(`disown: ${specs[0] ?? 'current'}: no such job`);
    return 1;
  }
  return 0;
}

/** What signal 0 asks: does the process, or one of the group `-pid`, still run? bash waits for its children as soon as they end. */
function* isThere(pid: number): Sys<boolean> {
  return (yield* processes()).some((one) => one.state !== 'zombie' && (pid < 0 ? one.group === -pid : one.pid === pid));
}

export function* kill(shell: Shell, argv: string[]): Sys<number> {
  const args = argv.slice(1);
  if (args.length === 0) {
    if (shell.dialect === 'ash') {
      yield* shell.complain('you need to specify whom to kill');
      return 1;
    }
    yield* write(2, 'kill: usage: kill [-s sigspec | -n signum | -sigspec] pid | jobspec ... or kill -l [sigspec]\n');
    return 2;
  }
  if (args[0] === '-l' || args[0] === '-L') return yield* listSignals(shell, args.slice(1));
  let name = 'SIGTERM';
  if (args[0] === '-s' || args[0] === '-n') {
    name = args[1] ?? '';
    args.splice(0, 2);
  } else if (/^-\w/.test(args[0] as string) && args[0] !== '--') {
    name = (args.shift() as string).slice(1);
  }
  if (args[0] === '--') args.shift();
  if (args.length === 0) return yield* kill(shell, ['kill']);
  const signal = signalNamed(name);
  if (!signal) {
    yield* shell.complain(`kill: ${name}: invalid signal specification`);
    return 1;
  }
  let code = 0;
  for (const target of args) {
    const job = target.startsWith('%') ? findJob(shell, target) : undefined;
    if (target.startsWith('%') && !job) {
      yield* shell.complain(`kill: ${target}: no such job`);
      code = 1;
      continue;
    }
    if (!job && !/^-?\d+$/.test(target)) {
      yield* shell.complain(`kill: ${target}: arguments must be process or job IDs`);
      code = 1;
      continue;
    }
    const pids = job ? (job.group ? [-job.group] : job.pids) : [Number(target)];
    for (const pid of pids) {
      try {
        if (signal !== 'EXIT') yield* send(pid, signal as Signal);
        else if (!(yield* isThere(pid))) throw new SysError('ESRCH');
        if (job?.state === 'stopped' && (signal === 'SIGTERM' || signal === 'SIGHUP')) yield* send(pid, 'SIGCONT');
      } catch (error) {
        if (!(error instanceof SysError)) throw error;
        yield* shell.complain(`kill: (${pid}) - ${error.message}`);
        code = 1;
      }
    }
  }
  // A signal to this very shell is handled before the next command.
  yield* yieldNow();
  return code;
}

export function* listSignals(shell: Shell, args: string[]): Sys<number> {
  if (args.length === 0) {
    const cells = Object.entries(SIGNALS).map(([number, name]) => `${number.padStart(2)}) ${name}`);
    // The numbers of real-time signals are known by name only here.
    for (let i = 0; i <= 30; i++)
      cells.push(`${34 + i}) SIGRT${i <= 15 ? `MIN${i === 0 ? '' : `+${i}`}` : `MAX${i === 30 ? '' : i - 30}`}`);
    for (let i = 0; i < cells.length; i += 5) yield* write(1, `${cells.slice(i, i + 5).join('\t')}${i + 5 > cells.length ? '\t' : ''}\n`);
    return 0;
  }
  for (const arg of args) {
    const name = signalNamed(/^\d+$/.test(arg) && Number(arg) > 128 ? String(Number(arg) - 128) : arg);
    if (!name) {
      yield* shell.complain(`kill: ${arg}: invalid signal specification`);
      return 1;
    }
    yield* write(1, /^\d+$/.test(arg) ? `${name.replace(/^SIG/, '')}\n` : `${numberOfSignal(name)}\n`);
  }
  return 0;
}
