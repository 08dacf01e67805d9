/**
 * apk: Alpine's packages as far as there are programs for them; the archive is a host outside, so that DNS and network policies count
 * (source of the words: apk-tools 2.14, without the packages that others need).
 */
import { device, files, sleep } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import type { ConnectResult, NetworkRequest } from '../network/types.ts';
import { options } from './options.ts';
import { ALPINE_PACKAGES, ARCHIVE, lockProblem, presence, put, take } from './packages.ts';
import { type Call, Failure, type Tool } from './tool.ts';

const CACHE = '/var/cache/apk';
const INDEX = `${CACHE}/APKINDEX.tar.gz`;
/** Of the image before anything is installed. */
const [BASE_PACKAGES, BASE_MIB, MIB_EACH] = [16, 8, 1];

export const apk: Tool = function* (call) {
  const given = options(
    call,
    'U,update-cache u,upgrade q,quiet v,verbose f,force no-cache no-progress allow-untrusted X,repository: t,virtual: purge p,root: force-broken-world l,latest rdepends i,interactive',
  );
  const [command = '', ...names] = given.operands;
  switch (command) {
    case 'update': {
      yield* locked();
      const found = yield* fetchIndex(call);
      call.put(
        found
          ? `v3.22.2 [${url('main')}]\nv3.22.2 [${url('community')}]\nOK: ${Object.keys(ALPINE_PACKAGES).length} distinct packages available\n`
          : `2 unavailable, 0 stale; ${Object.keys(ALPINE_PACKAGES).length} distinct packages available\n`,
      );
      return found ? 0 : 2;
    }
    case 'add':
      return yield* add(call, names, {
        fetch: given.has('U') || given.has('no-cache'),
        keep: !given.has('no-cache'),
        quiet: given.has('q'),
        virtual: given.get('t'),
      });
    case 'del':
      return yield* del(call, names);
    case 'upgrade':
      yield* locked();
      if (!(yield* fetchIndex(call))) return 2;
      return yield* summary(call);
    case 'info':
      return yield* info(call, names);
    case 'search': {
      for (const name of Object.keys(ALPINE_PACKAGES))
        if (names.some((one) => name.includes(one.replaceAll('*', '')))) call.put(`${name}\n`);
      return 0;
    }
    case '':
      call.put('apk-tools 2.14.9, compiled for x86_64.\n\nusage: apk [<OPTIONS>...] COMMAND [<ARGUMENTS>...]\n');
      return 1;
    default:
      throw new Failure(`ERROR: '${command}' is not an apk command. See 'apk --help'.`, 1, true);
  }
};

const url = (repository: string): string => `https://${ARCHIVE}/alpine/v3.22/${repository}`;

/** Only root may write its database. */
function* locked(): Sys<void> {
  const problem = yield* lockProblem('/lib/apk/db');
  if (problem) throw new Failure(`ERROR: Unable to lock database: ${problem}\nERROR: Failed to open apk database: ${problem}`, 99, true);
}

/** Whether the archive could be asked. */
function* fetchIndex(call: Call, keep = true): Sys<boolean> {
  const request: NetworkRequest = { op: 'connect', host: ARCHIVE, port: 443, timeoutMs: 30_000 };
  let found = true;
  for (const repository of ['main', 'community']) {
    call.put(`fetch ${url(repository)}/x86_64/APKINDEX.tar.gz\n`);
    yield* call.flush();
    const { failure, elapsedMs } = yield* device<ConnectResult>('network', request);
    yield* sleep(elapsedMs + 300);
    if (!failure) continue;
    found = false;
    const why = failure === 'unresolved' ? 'DNS: transient error (try again later)' : 'operation timed out';
    yield* call.note(`WARNING: fetching ${url(repository)}: ${why}\n`);
  }
  if (found && keep)
    yield* files((tree) => {
      tree.mkdir(CACHE, { parents: true });
      tree.write(INDEX, '');
    });
  return found;
}

interface Adding {
  /** Asks the archive first, whether or not it was asked before. */
  readonly fetch: boolean;
  /** Keeps what it told. */
  readonly keep: boolean;
  readonly quiet: boolean;
  /** The packages belong to one that has no programs of its own. */
  readonly virtual: string | undefined;
}

function* add(call: Call, asked: readonly string[], { fetch, keep, quiet, virtual }: Adding): Sys<number> {
  yield* locked();
  const names = asked.map((name) => name.replace(/[=<>~@].*$/, ''));
  const here = yield* presence(call, ALPINE_PACKAGES, names);
  const known = yield* files((tree) => tree.exists(INDEX));
  const reached = fetch || !known ? yield* fetchIndex(call, keep) : true;
  const missing = names.filter((name) => !Object.hasOwn(ALPINE_PACKAGES, name) || !(reached || here(name)));
  if (missing.length > 0) {
    const lines = missing.map((name) => `  ${name} (no such package):\n    required by: ${virtual ?? 'world'}[${name}]`);
    const note = reached ? '\nNOTE: Drydock has no network: it has the packages of curl, bind-tools, jq and some thirty more' : '';
    throw new Failure(`ERROR: unable to select packages:\n${lines.join('\n')}${note}`, missing.length, true);
  }
  const wanted = [...new Set(names)].filter((name) => !here(name)).sort();
  const all = virtual === undefined ? wanted : [...wanted, virtual];
  for (const [at, name] of all.entries()) {
    yield* call.flush();
    yield* sleep(400);
    yield* put(ALPINE_PACKAGES[name] ?? []);
    if (!quiet) call.put(`(${at + 1}/${all.length}) Installing ${name}\n`);
  }
  if (virtual !== undefined)
    yield* files((tree) => {
      tree.mkdir('/lib/apk/db', { parents: true });
      tree.write(`/lib/apk/db/${virtual}`, names.join(' '));
    });
  if (!quiet && wanted.length > 0) call.put('Executing busybox-1.37.0-r18.trigger\n');
  return quiet ? 0 : yield* summary(call);
}

function* installed(call: Call): Sys<string[]> {
  const names = Object.keys(ALPINE_PACKAGES);
  return names.filter(yield* presence(call, ALPINE_PACKAGES, names));
}

function* summary(call: Call): Sys<number> {
  const { length } = yield* installed(call);
  call.put(`OK: ${BASE_MIB + length * MIB_EACH} MiB in ${BASE_PACKAGES + length} packages\n`);
  return 0;
}

function* del(call: Call, asked: readonly string[]): Sys<number> {
  yield* locked();
  const names: string[] = [];
  for (const name of asked) {
    const members = yield* files((tree) => (name === '' ? undefined : tree.stat(`/lib/apk/db/${name}`)?.text));
    if (members === undefined) names.push(name);
    else names.push(...members.split(' '));
  }
  const there = names.filter(yield* presence(call, ALPINE_PACKAGES, names));
  for (const [at, name] of there.entries()) {
    yield* take(ALPINE_PACKAGES[name] ?? []);
    call.put(`(${at + 1}/${there.length}) Purging ${name}\n`);
  }
  return yield* summary(call);
}

function* info(call: Call, names: readonly string[]): Sys<number> {
  const here = yield* installed(call);
  if (names.length === 0) for (const name of ['alpine-baselayout', 'apk-tools', 'busybox', 'musl', ...here]) call.put(`${name}\n`);
  const found = names.filter((name) => here.includes(name));
  for (const name of found) call.put(`${name} installed\n`);
  return found.length === names.length ? 0 : 1;
}
