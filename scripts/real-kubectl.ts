// Replays the recordings with the real kubectl, in bash, against `serve`: `npm run recordings:real [-- NAME ...] [-- --diff]`. They must pass
// to the same degree as with our own kubectl (recordings/required.json). Skipped, with a notice, where kubectl cannot be had.
//
// Time: see client-time.ts. `sleep` moves the clock instead of waiting. `minikube` and `curl` run in the engine.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { RecordedStep, Recording } from '../src/serve/replay.ts';
import { ClusterServer } from '../src/serve/server.ts';
import { type ClusterOptions, createCluster } from '../src/session/index.ts';
import { ClientTime } from './client-time.ts';
import { compare, difference, type StepResult } from './compare.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const LANES = 4;
/** A step that takes longer than this never ends. */
const STEP_LIMIT_MS = 180_000;
const HOME = '/home/learner';
/** The address in the recorded cluster's kubeconfig. */
const RECORDED_SERVER = 'https://127.0.0.1:8443';

/** The path of the real kubectl; undefined, with a notice, where it cannot be had. */
export function realKubectl(): string | undefined {
  const { status, stdout, stderr } = spawnSync(join(root, 'scripts/get-kubectl.sh'), { encoding: 'utf8' });
  if (status === 0) return stdout.trim();
  console.log(`SKIPPED: the real kubectl cannot be had here.\n${stderr.trim()}`);
  return undefined;
}

/** A cluster behind `serve` with a bash whose kubectl is the real one. */
export class RealShell {
  private readonly folder = mkdtempSync(join(tmpdir(), 'drydock-real-'));
  private readonly bash: ChildProcess;
  private readonly server: ClusterServer;
  private readonly time: ClientTime;
  private readonly commands: Server;
  private readonly address: string;
  private finished: ((code: number) => void) | undefined;
  private count = 0;

  private constructor(server: ClusterServer, time: ClientTime, port: number, commands: Server, kubectl: string) {
    this.server = server;
    this.time = time;
    this.commands = commands;
    this.address = `http://127.0.0.1:${port}`;
    const bin = join(this.folder, 'bin');
    mkdirSync(bin);
    mkdirSync(join(this.folder, '.kube'));
    writeFileSync(join(this.folder, '.kube/config'), kubeconfig(this.address));
    const commandPort = (commands.address() as AddressInfo).port;
    // These run there; kubectl only costs its start.
    for (const name of ['sleep', 'minikube', 'curl'])
      this.script(join(bin, name), telling(name, '"$@"', commandPort, 'cat <&3; exit "$code"'));
    this.script(join(bin, 'kubectl'), telling('kubectl', '$$', commandPort, `exec 3<&-; exec ${kubectl} "$@"`));
    this.bash = spawn('bash', ['--norc', '--noprofile'], {
      cwd: this.folder,
      env: { HOME: this.folder, PATH: `${bin}:/usr/local/bin:/usr/bin:/bin`, LANG: 'C.UTF-8', TZ: 'UTC' },
      stdio: ['pipe', 'ignore', 'inherit', 'pipe'],
    });
    let text = '';
    this.bash.stdio[3]?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (!text.endsWith('\n')) return;
      const code = Number(text);
      text = '';
      this.finished?.(code);
    });
  }

  static async open(kubectl: string, options: ClusterOptions): Promise<RealShell> {
    // On a whole minute, so that a CronJob is due at the same step of every run; in the past, because `sleep` runs ahead of this machine.
    const startTime = Math.floor(Date.now() / 60_000 - 1) * 60_000;
    const cluster = await createCluster({ ...options, startTime });
    const server = new ClusterServer(cluster);
    const time = new ClientTime(cluster.world, server);
    const port = await server.listen(0);
    const commands = createServer((socket) => {
      let text = '';
      socket.on('data', (chunk: Buffer) => {
        text += chunk.toString();
        if (!text.endsWith('\0\0')) return;
        const argv = text.slice(0, -2).split('\0');
        if (argv[0] === 'kubectl') {
          time.started(argv[1] ?? '');
          socket.end('0\n');
          return;
        }
        const line = argv.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
        void cluster
          .openShell()
          .run(line)
          .then(({ out, code }) => socket.end(`${code}\n${out}`));
      });
    });
    await new Promise<void>((resolve) => commands.listen(0, '127.0.0.1', resolve));
    return new RealShell(server, time, port, commands, kubectl);
  }

  /** Runs shell text to its end; the shell keeps its state. */
  async run(text: string): Promise<Pick<RecordedStep, 'out' | 'err' | 'code'>> {
    const file = join(this.folder, `step-${this.count++}`);
    writeFileSync(file, `${text}\n`);
    const code = await new Promise<number>((resolve, reject) => {
      const limit = setTimeout(() => reject(new Error(`no end after ${STEP_LIMIT_MS / 1000} s: ${text}`)), STEP_LIMIT_MS);
      this.finished = (ended) => {
        clearTimeout(limit);
        resolve(ended);
      };
      this.bash.stdin?.write(`. ${file} >${file}.out 2>${file}.err </dev/null; echo $? >&3\n`);
    });
    const read = (name: string): string =>
      readFileSync(`${file}.${name}`, 'utf8').replaceAll(this.address, RECORDED_SERVER).replaceAll(this.folder, HOME);
    return { out: read('out'), err: read('err'), code };
  }

  async close(): Promise<void> {
    this.bash.stdin?.end();
    this.bash.kill();
    this.commands.close();
    this.time.stop();
    await this.server.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private script(path: string, text: string): void {
    writeFileSync(path, text);
    chmodSync(path, 0o755);
  }
}

function kubeconfig(server: string): string {
  return `apiVersion: v1
kind: Config
clusters: [{name: minikube, cluster: {server: "${server}"}}]
users: [{name: minikube, user: {}}]
contexts: [{name: minikube, context: {cluster: minikube, user: minikube, namespace: default}}]
current-context: minikube
`;
}

/** A script that tells the engine's laptop that a program runs, with some words, and goes on when the answer is there. */
function telling(name: string, words: string, port: number, then: string): string {
  return `#!/bin/bash
exec 3<>/dev/tcp/127.0.0.1/${port}
printf '%s\\0' ${name} ${words} >&3
printf '\\0' >&3
IFS= read -r code <&3
${then}
`;
}

async function replayReal(recording: Recording, kubectl: string): Promise<Recording> {
  const { nodes = 1, scenario = 'empty' } = recording;
  const shell = await RealShell.open(kubectl, { nodes, scenario, addons: [] });
  const steps: RecordedStep[] = [];
  try {
    for (const step of recording.steps) steps.push({ ...step, ...(await shell.run(step.run)) });
  } finally {
    await shell.close();
  }
  return { ...recording, steps };
}

/**
 * Lists are in order of names, and some names end in a hash: of a Pod template that holds the time of `rollout restart`, say. So where a
 * hash is shown, the order of lines may be another on each run.
 */
function orderless(result: StepResult): StepResult {
  const sorted = (text: string): string => text.split('\n').sort().join('\n');
  return { ...result, ok: result.ok || (result.want.includes('-HASH') && sorted(result.want) === sorted(result.got)) };
}

/** Replays a recording on a fresh cluster and compares; `error` says why it could not be replayed to its end, if so. */
async function judge(recording: Recording, kubectl: string): Promise<{ results: StepResult[]; error: string }> {
  const { name } = recording;
  try {
    return { results: compare(recording, await replayReal(recording, kubectl)).map(orderless), error: '' };
  } catch (thrown) {
    const error = `  ${thrown instanceof Error ? thrown.message : thrown}\n`;
    return { results: compare(recording, { name, steps: [] }).map(orderless), error };
  }
}

const count = (results: readonly StepResult[]): number => results.filter(({ ok }) => ok).length;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { diff: { type: 'boolean', default: false }, results: { type: 'string' } },
  });
  const kubectl = realKubectl();
  const finish = (passed: number, failed: number): void => {
    if (values.results) writeFileSync(values.results, JSON.stringify({ passed, failed }));
    if (failed > 0) process.exitCode = 1;
  };
  if (kubectl === undefined) return finish(0, 0);
  const read = (name: string) => JSON.parse(readFileSync(join(root, 'recordings', `${name}.json`), 'utf8'));
  const required: Record<string, number | 'all'> = read('required');
  const duration = ({ steps }: Recording): number => steps.reduce((sum, { ms, run }) => sum + (/^sleep /.test(run) ? 0 : ms), 0);
  const recordings = (positionals.length ? positionals : Object.keys(required)).map(read) as Recording[];
  // The longest first, so that the lanes end together.
  recordings.sort((a, b) => duration(b) - duration(a));
  let passed = 0;
  let failed = 0;
  let total = 0;
  const lane = async (): Promise<void> => {
    for (let recording = recordings.shift(); recording; recording = recordings.shift()) {
      const { name } = recording;
      const least = (steps: number): number => (required[name] === 'all' ? steps : Math.min(required[name] ?? 0, steps));
      const { results, error } = await judge(recording, kubectl);
      const passing = count(results);
      const wanted = least(results.length);
      passed += passing;
      failed += Math.max(0, wanted - passing);
      total += results.length;
      console.log(
        `${passing < wanted ? 'FAIL' : passing === results.length ? 'ok  ' : 'part'} ${name.padEnd(34)} ${passing}/${results.length}`,
      );
      if (error) console.log(error);
      if (values.diff || passing < wanted)
        for (const result of results.filter(({ ok }) => !ok))
          console.log(`  step ${result.index}: ${result.run}\n${difference(result).replace(/^/gm, '    ')}`);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  console.log(`${passed} of ${total} steps as recorded, with the real kubectl; ${failed} fewer than required`);
  finish(passed, failed);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
