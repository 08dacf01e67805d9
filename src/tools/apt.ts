/**
 * apt and apt-get: Debian's packages as far as there are programs for them. The archive is a host outside, so that DNS and network policies count (source of the words: apt 3.0, without its lists of sizes).
 */
import { device, files, isatty, sleep } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import type { ConnectResult, NetworkRequest } from '../network/types.ts';
import { options } from './options.ts';
import { ARCHIVE, lockProblem, DEBIAN_PACKAGES as PACKAGES, presence, put, take } from './packages.ts';
import { type Call, Failure, type Tool } from './tool.ts';

const LISTS = '/var/lib/apt/lists';
const STEPS = ['Reading package lists...', 'Building dependency tree...', 'Reading state information...'];

export const apt: Tool = function* (call) {
  const given = options(
    call,
    'y,yes,assume-yes q,quiet:: qq o,option: t: f,fix-broken d,download-only m,fix-missing allow-unauthenticated no-install-recommends no-install-suggests reinstall purge',
    { code: 100 },
  );
  const [command = '', ...names] = given.operands;
  if (call.name === 'apt' && !(yield* isatty(1))) {
    yield* call.note('\nWARNING: apt does not have a stable CLI interface. Use with caution in scripts.\n');
  }
  const quiet = given.given.some(([key, value]) => key === 'q' && value !== '');
  switch (command) {
    case 'update':
      return yield* update(call, quiet);
    case 'install':
      return yield* install(call, names, quiet);
    case 'remove':
    case 'purge':
      return yield* remove(call, names);
    case 'upgrade':
    case 'dist-upgrade':
    case 'full-upgrade':
    case 'autoremove':
      yield* locked('/var/lib/dpkg');
      call.put(`${STEPS.map((step) => `${step} Done\n`).join('')}0 upgraded, 0 newly installed, 0 to remove and 0 not upgraded.\n`);
      return 0;
    case 'clean':
    case 'autoclean':
      return 0;
    case '':
      throw new Failure(`Usage: ${call.name} [options] update|install|remove [package...]`, 1, true);
    default:
      throw new Failure(`E: Invalid operation ${command}`, 100, true);
  }
};

/** What was said so far is seen while this takes its time. */
function* pause(call: Call, ms: number): Sys<void> {
  yield* call.flush();
  yield* sleep(ms);
}

const ERRNO = { 'Read-only file system': 30, 'Permission denied': 13 } as const;

/** Only who may write here gets further. */
function* locked(folder: string): Sys<void> {
  const problem = yield* lockProblem(folder);
  if (problem)
    throw new Failure(
      `E: Could not open lock file ${folder}/lock - open (${ERRNO[problem]}: ${problem})\nE: Unable to lock directory ${folder}/`,
      100,
      true,
    );
}

function* update(call: Call, quiet: boolean): Sys<number> {
  yield* locked(LISTS);
  const request: NetworkRequest = { op: 'connect', host: ARCHIVE, port: 80, timeoutMs: 30_000 };
  const { failure, elapsedMs } = yield* device<ConnectResult>('network', request);
  yield* pause(call, elapsedMs + 900);
  const url = `http://${ARCHIVE}/debian`;
  if (failure) {
    const why =
      failure === 'unresolved' ? `Temporary failure resolving '${ARCHIVE}'` : `Could not connect to ${ARCHIVE}:80, connection timed out`;
    if (!quiet) call.put(`Ign:1 ${url} stable InRelease\nErr:1 ${url} stable InRelease\n  ${why}\nReading package lists... Done\n`);
    yield* call.note(
      `W: Failed to fetch ${url}/dists/stable/InRelease  ${why}\nW: Some index files failed to download. They have been ignored, or old ones used instead.\n`,
    );
    return 0;
  }
  yield* files((tree) => tree.write(`${LISTS}/${ARCHIVE}_debian_dists_stable_InRelease`, ''));
  if (!quiet)
    call.put(
      `Get:1 ${url} stable InRelease [140 kB]\nGet:2 ${url} stable/main amd64 Packages [9671 kB]\nFetched 9811 kB in 1s (9780 kB/s)\nReading package lists... Done\n`,
    );
  return 0;
}

function* install(call: Call, asked: readonly string[], quiet: boolean): Sys<number> {
  yield* locked('/var/lib/dpkg');
  const names = asked.map((name) => name.replace(/[=/].*$/, ''));
  const here = yield* presence(call, PACKAGES, names);
  const known = yield* files((tree) => tree.exists(`${LISTS}/${ARCHIVE}_debian_dists_stable_InRelease`));
  if (!quiet) call.put(STEPS.map((step) => `${step} Done\n`).join(''));
  const missing = names.filter((name) => !Object.hasOwn(PACKAGES, name) || !(known || here(name)));
  if (missing.length > 0) {
    const note = known
      ? '\nN: Drydock has no network: it has the packages of curl, procps, iputils-ping, dnsutils and some thirty more'
      : '';
    throw new Failure(`${missing.map((name) => `E: Unable to locate package ${name}`).join('\n')}${note}`, 100, true);
  }
  const wanted = [...new Set(names)].filter((name) => !here(name)).sort();
  if (!quiet) {
    for (const name of names) if (here(name)) call.put(`${name} is already the newest version.\n`);
    if (wanted.length > 0) call.put(`The following NEW packages will be installed:\n  ${wanted.join(' ')}\n`);
    call.put(`0 upgraded, ${wanted.length} newly installed, 0 to remove and 0 not upgraded.\n`);
  }
  for (const name of wanted) {
    yield* pause(call, 700);
    call.put(`Selecting previously unselected package ${name}.\nUnpacking ${name} ...\n`);
  }
  for (const name of wanted) {
    yield* pause(call, 200);
    yield* put(PACKAGES[name] ?? []);
    call.put(`Setting up ${name} ...\n`);
  }
  return 0;
}

function* remove(call: Call, names: readonly string[]): Sys<number> {
  yield* locked('/var/lib/dpkg');
  call.put(STEPS.map((step) => `${step} Done\n`).join(''));
  for (const name of names) {
    const programs = PACKAGES[name];
    if (!programs) throw new Failure(`E: Unable to locate package ${name}`, 100, true);
    const removed = yield* take(programs);
    call.put(removed > 0 ? `Removing ${name} ...\n` : `Package '${name}' is not installed, so not removed\n`);
  }
  return 0;
}
