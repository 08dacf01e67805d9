/** Children: subshells, jobs, waiting, and the terminal's foreground group. */
import { SysError } from '../kernel/error.ts';
import { kill, spawn, tty, type Waited, wait, write } from '../kernel/sys.ts';
import type { Program, Signal, Sys } from '../kernel/types.ts';
import { Interrupted, type Shell } from './shell.ts';
import { subshell } from './subshell.ts';

export interface Job {
  readonly id: number;
  /** Its process group; 0 without job control. */
  readonly group: number;
  readonly pids: readonly number[];
  readonly text: string;
  /** Codes of the members that ended. */
  readonly codes: Map<number, number>;
  state: 'running' | 'stopped' | 'done';
  /** The signal that ended the last member. */
  signal?: Signal | undefined;
  /** Its current state was shown. */
  notified: boolean;
  /** Started by `&` or stopped: has a number the user knows. */
  listed: boolean;
}

const SIGNAL_TEXTS: Readonly<Partial<Record<Signal, string>>> = {
  SIGHUP: 'Hangup',
  SIGINT: 'Interrupt',
  SIGQUIT: 'Quit',
  SIGKILL: 'Killed',
  SIGUSR1: 'User defined signal 1',
  SIGUSR2: 'User defined signal 2',
  SIGALRM: 'Alarm clock',
  SIGTERM: 'Terminated',
};

/** The program to start for a subshell: by its name where the machine knows it (then a restored world finds it again). */
function self(shell: Shell): string | Program {
  const known = shell.process.machine.program(shell.dialect === 'bash' ? 'bash' : 'sh');
  return known ? (shell.dialect === 'bash' ? 'bash' : 'sh') : (process) => subshell(process);
}

/** Starts shell text in a child shell; returns its pid. */
export function* spawnSubshell(
  shell: Shell,
  code: string,
  fds: Readonly<Record<number, number>>,
  group?: number,
  substituted = false,
): Sys<number> {
  const inherited: Record<number, number> = {};
  for (const fd of [...shell.descriptors, ...shell.substitutions]) inherited[fd] = fd;
  return yield* spawn({
    program: self(shell),
    argv: [shell.dialect === 'bash' ? 'bash' : 'sh'],
    env: shell.environment(),
    cwd: shell.process.cwd,
    fds: { ...inherited, ...fds },
    init: {
      ...shell.fork(code, shell.line - 1, substituted),
      jobLines: shell.jobs.filter((job) => job.listed).map((job) => jobLine(shell, job)),
    },
    ...(group === undefined ? {} : { group }),
  });
}

/** Waits for one child that is no job; its code. */
export function* waitFor(shell: Shell, pid: number): Sys<number> {
  const ended = shell.ended.get(pid);
  if (ended !== undefined) {
    shell.ended.delete(pid);
    return ended;
  }
  const result = yield* wait(pid);
  if (result?.signal === 'SIGINT' && shell.interactive) throw new Interrupted();
  return result?.code ?? 127;
}

export function addJob(shell: Shell, job: Omit<Job, 'id' | 'codes' | 'state' | 'notified'>): Job {
  const id = Math.max(0, ...shell.jobs.filter((other) => other.listed).map((other) => other.id)) + 1;
  const added: Job = { ...job, id, codes: new Map(), state: 'running', notified: false };
  shell.jobs.push(added);
  return added;
}

/** Notes what became of a child. */
export function noteEnded(shell: Shell, ended: Waited): void {
  const job = shell.jobs.find((one) => one.pids.includes(ended.pid));
  if (!job) {
    shell.ended.set(ended.pid, ended.code);
    return;
  }
  job.notified = false;
  if (ended.stopped) {
    job.state = 'stopped';
    return;
  }
  job.codes.set(ended.pid, ended.code);
  if (ended.pid === job.pids.at(-1)) job.signal = ended.signal;
  if (job.codes.size === job.pids.length) job.state = 'done';
}

/** The code of a job that ended: its last member's, or with pipefail the last that failed. */
export function jobCode(shell: Shell, job: Job): number {
  const codes = job.pids.map((pid) => job.codes.get(pid) ?? 0);
  if (shell.options.has('pipefail')) return codes.findLast((code) => code !== 0) ?? 0;
  return codes.at(-1) ?? 0;
}

/** Runs a job in the foreground until it ends or stops; its code. */
export function* foreground(shell: Shell, job: Job): Sys<number> {
  const onTerminal = shell.jobControl && job.group !== 0 && shell.process.terminal !== 0;
  if (onTerminal) yield* tty({ foreground: job.group });
  try {
    while (job.state === 'running') {
      const next = job.pids.find((pid) => !job.codes.has(pid)) as number;
      try {
        const ended = yield* wait(next, { untraced: shell.jobControl });
        if (ended) noteEnded(shell, ended);
      } catch (error) {
        if (!(error instanceof SysError) || error.errno !== 'ECHILD') throw error;
        job.codes.set(next, shell.ended.get(next) ?? 127);
        if (job.codes.size === job.pids.length) job.state = 'done';
      }
    }
  } finally {
    if (onTerminal) {
      yield* tty({ foreground: shell.process.pid });
      yield* tty({ set: 'cooked' });
    }
  }
  if (job.state === 'stopped') {
    job.listed = true;
    job.notified = true;
    yield* write(2, `\n${jobLine(shell, job)}\n`);
    return 148;
  }
  removeJob(shell, job);
  shell.pipeStatus = job.pids.map((pid) => job.codes.get(pid) ?? 0);
  if (job.signal === 'SIGINT' && shell.interactive) {
    shell.status = 130;
    throw new Interrupted();
  }
  if (job.signal && job.signal !== 'SIGINT' && job.signal !== 'SIGPIPE') {
    const text = SIGNAL_TEXTS[job.signal] ?? job.signal;
    if (shell.interactive) yield* write(2, `${text}\n`);
    else yield* write(2, shell.dialect === 'bash' ? `${shell.prefix}${job.pids.at(-1)} ${text.padEnd(23)} ${job.text}\n` : `${text}\n`);
  }
  return jobCode(shell, job);
}

export function removeJob(shell: Shell, job: Job): void {
  const at = shell.jobs.indexOf(job);
  if (at >= 0) shell.jobs.splice(at, 1);
}

/** Learns which children ended or stopped meanwhile. */
export function* poll(shell: Shell): Sys<void> {
  for (;;) {
    try {
      const ended = yield* wait(undefined, { hang: false, untraced: shell.jobControl });
      if (!ended) return;
      noteEnded(shell, ended);
    } catch (error) {
      if (error instanceof SysError && error.errno === 'ECHILD') return;
      throw error;
    }
  }
}

/** Before a prompt: tells of background jobs that ended or stopped. */
export function* notify(shell: Shell): Sys<void> {
  yield* poll(shell);
  for (const job of [...shell.jobs]) {
    if (job.notified || job.state === 'running') continue;
    job.notified = true;
    if (shell.interactive) yield* write(2, `${jobLine(shell, job)}\n`);
    if (job.state === 'done') removeJob(shell, job);
  }
}

/** `[1]+  Running                 sleep 100 &` */
export function jobLine(shell: Shell, job: Job, pids = false): string {
  const code = jobCode(shell, job);
  const state =
    job.state === 'running'
      ? 'Running'
      : job.state === 'stopped'
        ? 'Stopped'
        : job.signal
          ? (SIGNAL_TEXTS[job.signal] ?? job.signal)
          : code === 0
            ? 'Done'
            : `Exit ${code}`;
  const pid = pids ? `${String(job.pids[0]).padEnd(5)} ` : '';
  return `[${job.id}]${mark(shell, job)}  ${pid}${state.padEnd(23)} ${job.text}${job.state === 'running' ? ' &' : ''}`;
}

function mark(shell: Shell, job: Job): string {
  const [current, previous] = currentJobs(shell);
  return job === current ? '+' : job === previous ? '-' : ' ';
}

/** `%+` and `%-`: stopped jobs before running ones, newest first. */
export function currentJobs(shell: Shell): Job[] {
  const listed = shell.jobs.filter((job) => job.listed).reverse();
  return [...listed.filter((job) => job.state === 'stopped'), ...listed.filter((job) => job.state !== 'stopped')];
}

/** The job that `%1`, `%+`, `%-`, `%name`, `%?text` or nothing names. */
export function findJob(shell: Shell, spec: string | undefined): Job | undefined {
  const [current, previous] = currentJobs(shell);
  if (spec === undefined || ['%', '%%', '%+', '+'].includes(spec)) return current;
  if (spec === '%-' || spec === '-') return previous ?? current;
  const text = spec.replace(/^%/, '');
  const listed = shell.jobs.filter((job) => job.listed);
  if (/^\d+$/.test(text))
    return (
      listed.find((job) => job.id === Number(text)) ??
      (spec.startsWith('%') ? undefined : shell.jobs.find((job) => job.pids.includes(Number(text))))
    );
  return text.startsWith('?') ? listed.find((job) => job.text.includes(text.slice(1))) : listed.find((job) => job.text.startsWith(text));
}

/** Lets a stopped job go on. */
export function* resume(job: Job): Sys<void> {
  job.state = 'running';
  job.notified = true;
  if (job.group) yield* kill(-job.group, 'SIGCONT');
  else for (const pid of job.pids) yield* kill(pid, 'SIGCONT');
}

/** Somebody leaves a shell that has stopped jobs: told once, and true where that keeps the shell. */
export function* warnedOfStopped(shell: Shell): Sys<boolean> {
  if (shell.warned || !shell.jobs.some((job) => job.state === 'stopped')) return false;
  shell.warned = true;
  yield* write(2, 'There are stopped jobs.\n');
  return true;
}
