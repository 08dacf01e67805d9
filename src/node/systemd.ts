/**
 * systemctl, journalctl and service on a node: its kubelet can be stopped and started, with what that does to the node. The other services
 * are only looked at (source of the words: systemd 252, minikube's unit of the kubelet).
 */
import { now, sleep, write } from '../kernel/sys.ts';
import type { Process, Program, Sys } from '../kernel/types.ts';
import { kubeletRuns, setKubelet } from '../kinds/node/power.ts';
import type { Node } from '../kinds/objects.ts';
import type { World } from '../world/world.ts';
import { KUBELET_PID, kubeletCommand, SERVICES, serviceStates } from './host-processes.ts';
import { kubeletLines, type Line, type ServiceState } from './node-journal.ts';

interface Unit {
  readonly description: string;
  readonly docs: string;
  /** Its program with arguments. */
  readonly command: string;
  readonly active: boolean;
  readonly pid: number;
}

const KUBELET = 'kubelet.service';

/** Those besides the kubelet: nothing can be done to them. */
const OTHERS: Readonly<Record<string, Unit>> = {
  'containerd.service': {
    description: 'containerd container runtime',
    docs: 'https://containerd.io',
    command: SERVICES[612] as string,
    active: true,
    pid: 612,
  },
  'docker.service': {
    description: 'Docker Application Container Engine',
    docs: 'https://docs.docker.com',
    command: '/usr/bin/dockerd -H fd:// --containerd=/run/containerd/containerd.sock',
    active: false,
    pid: 0,
  },
  'ssh.service': {
    description: 'OpenBSD Secure Shell server',
    docs: 'man:sshd(8)',
    command: SERVICES[143] as string,
    active: true,
    pid: 143,
  },
};

/** The services of one node. */
class Services {
  readonly world: World;
  readonly node: string;

  constructor(world: World, node: string) {
    this.world = world;
    this.node = node;
  }

  /** What is known of the kubelet's service. The machine may have been off meanwhile: then it was started with it. */
  kubelet(): ServiceState {
    const { world, node } = this;
    const all = serviceStates(world);
    const born = Date.parse(world.store.get<Node>('nodes', '', node)?.metadata.creationTimestamp ?? '') || 0;
    // A node that was deleted and added again is another one.
    if (all[node]?.log[0]?.at !== born) delete all[node];
    const state = (all[node] ??= {
      enabled: true,
      runs: [{ from: born, pid: KUBELET_PID }],
      log: [{ at: born, text: `Started ${KUBELET} - ${DESCRIPTION}.` }],
    });
    if (kubeletRuns(world, node) && !isUp(state)) this.note(state, true);
    return state;
  }

  /** Starts or stops the kubelet, and writes that down. */
  switch(on: boolean): void {
    const state = this.kubelet();
    if (isUp(state) === on) return;
    this.note(state, on);
    this.world.as('systemd', 0, () => setKubelet(this.world, this.node, on));
  }

  private note(state: ServiceState, on: boolean): void {
    const { now: at } = this.world;
    const say = (text: string): void => {
      state.log.push({ at, text });
    };
    if (on) {
      state.runs.push({ from: at, pid: (state.runs.at(-1)?.pid ?? 0) + NEXT_PID });
      say(`Started ${KUBELET} - ${DESCRIPTION}.`);
    } else {
      say(`Stopping ${KUBELET} - ${DESCRIPTION}...`);
      say(`${KUBELET}: Deactivated successfully.`);
      say(`Stopped ${KUBELET} - ${DESCRIPTION}.`);
      const last = state.runs.at(-1);
      if (last) last.to = at;
    }
  }

  get command(): string {
    return kubeletCommand(this.world, this.node);
  }

  lines(): Line[] {
    return kubeletLines(this.world, this.node, this.kubelet());
  }
}

/** How much higher each next kubelet's number is. */
const NEXT_PID = 1311;
const isUp = ({ runs }: ServiceState): boolean => runs.at(-1)?.to === undefined;
const DESCRIPTION = 'kubelet: The Kubernetes Node Agent';

/** `kubelet` as `kubelet.service`. */
const unitName = (given: string): string => (/\.(?:service|socket|target|timer|mount|slice)$/.test(given) ? given : `${given}.service`);

const isRoot = ({ env }: Process): boolean => env['USER'] === 'root';

type Verb = 'start' | 'stop' | 'restart' | 'try-restart' | 'reload';

export const systemctl = (world: World, node: string): Program =>
  function* (process): Sys<number> {
    const services = new Services(world, node);
    const flags = process.argv.slice(1).filter((word) => word.startsWith('-'));
    const [verb = 'list-units', ...units] = process.argv.slice(1).filter((word) => !word.startsWith('-'));
    switch (verb) {
      case 'status': {
        let code = 0;
        for (const unit of units.length > 0 ? units : [KUBELET]) code = Math.max(code, yield* status(services, unitName(unit)));
        return code;
      }
      case 'is-active':
      case 'is-failed': {
        const quiet = flags.includes('-q') || flags.includes('--quiet');
        const states = units.map((unit) => (isActive(services, unitName(unit)) ? 'active' : 'inactive'));
        if (!quiet) for (const state of states) yield* write(1, `${state}\n`);
        if (verb === 'is-failed') return 1;
        return states.includes('active') ? 0 : units.some((unit) => isKnown(unitName(unit))) ? 3 : 4;
      }
      case 'is-enabled': {
        const [unit = ''] = units;
        if (!isKnown(unitName(unit))) {
          yield* write(2, `Failed to get unit file state for ${unitName(unit)}: No such file or directory\n`);
          return 1;
        }
        const enabled = unitName(unit) === KUBELET ? services.kubelet().enabled : OTHERS[unitName(unit)]?.active === true;
        yield* write(1, enabled ? 'enabled\n' : 'disabled\n');
        return enabled ? 0 : 1;
      }
      case 'start':
      case 'stop':
      case 'restart':
      case 'try-restart':
      case 'reload':
        for (const unit of units) {
          const code = yield* change(process, services, verb, unitName(unit));
          if (code !== 0) return code;
        }
        if (units.length === 0) yield* write(2, 'Too few arguments.\n');
        return units.length === 0 ? 1 : 0;
      case 'enable':
      case 'disable':
        return yield* enable(process, services, verb === 'enable', units.map(unitName), flags.includes('--now'));
      case 'daemon-reload':
        if (isRoot(process)) return 0;
        yield* write(2, 'Failed to reload daemon: Interactive authentication required.\n');
        return 1;
      case 'list-units':
        return yield* listUnits(services);
      case 'cat':
        return yield* cat(services, unitName(units[0] ?? ''));
      default:
        yield* write(
          2,
          `systemctl: "${verb}" is not supported here: status, is-active, is-enabled, start, stop, restart, enable, disable, list-units, cat are\n`,
        );
        return 1;
    }
  };

const isKnown = (unit: string): boolean => unit === KUBELET || Object.hasOwn(OTHERS, unit);

function isActive(services: Services, unit: string): boolean {
  return unit === KUBELET ? isUp(services.kubelet()) : OTHERS[unit]?.active === true;
}

/** `Tue 2026-11-24 09:00:00 UTC` */
function longDate(ms: number): string {
  const date = new Date(ms);
  return `${date.toUTCString().slice(0, 3)} ${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** `1min 2s`, as systemd writes a span; whole seconds. */
function span(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const parts = [
    [Math.floor(seconds / 86_400), 'd'],
    [Math.floor((seconds % 86_400) / 3600), 'h'],
    [Math.floor((seconds % 3600) / 60), 'min'],
    [seconds % 60, 's'],
  ] as const;
  const from = parts.findIndex(([count]) => count > 0);
  if (from < 0) return `${ms}ms`;
  return parts
    .slice(from, from + 2)
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count}${unit}`)
    .join(' ');
}

function* status(services: Services, unit: string): Sys<number> {
  if (!isKnown(unit)) {
    yield* write(2, `Unit ${unit} could not be found.\n`);
    return 4;
  }
  const time = yield* now();
  const other = OTHERS[unit];
  const kubelet = other ? undefined : services.kubelet();
  const active = isActive(services, unit);
  const born = services.world.store.get<Node>('nodes', '', services.node)?.metadata.creationTimestamp ?? '';
  const run = kubelet?.runs.at(-1);
  const since = run?.to ?? run?.from ?? (Date.parse(born) || 0);
  const pid = run?.pid ?? other?.pid ?? 0;
  const command = other?.command ?? services.command;
  const enabled = kubelet?.enabled ?? active;
  const name = unit.replace('.service', '');
  const ago = `since ${longDate(since)}; ${span(time - since)} ago`;
  const rows = [
    `${active ? '●' : '○'} ${unit} - ${other?.description ?? DESCRIPTION}`,
    `     Loaded: loaded (/lib/systemd/system/${unit}; ${enabled ? 'enabled' : 'disabled'}; preset: enabled)`,
    ...(kubelet ? ['    Drop-In: /etc/systemd/system/kubelet.service.d', '             └─10-kubeadm.conf'] : []),
    `     Active: ${active ? `active (running) ${ago}` : `inactive (dead)${kubelet ? ` ${ago}` : ''}`}`,
    ...(run && !active ? [`   Duration: ${span(since - run.from)}`] : []),
    `       Docs: ${other?.docs ?? 'http://kubernetes.io/docs/'}`,
    ...(kubelet && !active
      ? [`    Process: ${pid} ExecStart=${command} (code=exited, status=0/SUCCESS)`, `   Main PID: ${pid} (code=exited, status=0/SUCCESS)`]
      : []),
    ...(active
      ? [
          `   Main PID: ${pid} (${name})`,
          '      Tasks: 18 (limit: 18978)',
          '     Memory: 38.2M',
          `        CPU: ${((time - since) / 40_000).toFixed(3)}s`,
          `     CGroup: /system.slice/${unit}`,
          `             └─${pid} ${command}`,
        ]
      : []),
  ];
  yield* write(1, `${rows.join('\n')}\n`);
  if (kubelet) {
    const lines = services.lines().slice(-10);
    yield* write(1, `\n${lines.map((line) => shown(services, line)).join('')}`);
  }
  return active ? 0 : 3;
}

/** `Nov 24 09:00:00 minikube kubelet[1420]: ...` */
function shown({ node }: Services, { at, by, pid, text }: Line): string {
  const [, day, month, , time] = /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(new Date(at).toUTCString()) ?? [];
  return `${month} ${day} ${time} ${node} ${by}[${pid}]: ${text}\n`;
}

function* change(process: Process, services: Services, verb: Verb, unit: string): Sys<number> {
  const what = verb === 'try-restart' ? 'restart' : verb;
  const fail = function* (why: string, code: number): Sys<number> {
    yield* write(2, `Failed to ${what} ${unit}: ${why}\n`);
    return code;
  };
  if (!isRoot(process)) {
    return yield* fail(`Interactive authentication required.\nSee system logs and 'systemctl status ${unit}' for details.`, 1);
  }
  if (!isKnown(unit)) return yield* fail(`Unit ${unit} not ${verb === 'start' || verb === 'restart' ? 'found' : 'loaded'}.`, 5);
  if (unit !== KUBELET) return yield* fail('of the services of a node here only the kubelet can be stopped and started', 1);
  if (verb === 'reload') return yield* fail(`Job type reload is not applicable for unit ${unit}.`, 3);
  if (verb === 'try-restart' && !isUp(services.kubelet())) return 0;
  if (verb !== 'start') services.switch(false);
  yield* sleep(STOP_MS);
  if (verb !== 'stop') services.switch(true);
  return 0;
}

const STOP_MS = 80;

function* enable(process: Process, services: Services, on: boolean, units: readonly string[], atOnce: boolean): Sys<number> {
  for (const unit of units) {
    const link = `/etc/systemd/system/multi-user.target.wants/${unit}`;
    if (!isRoot(process)) {
      yield* write(2, `Failed to ${on ? 'enable' : 'disable'} unit: Interactive authentication required.\n`);
      return 1;
    }
    if (unit !== KUBELET) {
      const why = isKnown(unit)
        ? 'of the services of a node here only the kubelet can be enabled and disabled'
        : `Unit file ${unit} does not exist.`;
      yield* write(2, `Failed to ${on ? 'enable' : 'disable'} unit: ${why}\n`);
      return 1;
    }
    const state = services.kubelet();
    if (state.enabled !== on) yield* write(2, on ? `Created symlink ${link} → /lib/systemd/system/${unit}.\n` : `Removed "${link}".\n`);
    state.enabled = on;
    if (atOnce) services.switch(on);
  }
  return 0;
}

function* listUnits(services: Services): Sys<number> {
  const all = {
    [KUBELET]: DESCRIPTION,
    ...Object.fromEntries(Object.entries(OTHERS).map(([name, { description }]) => [name, description])),
  };
  const rows = Object.entries(all)
    .filter(([name]) => isActive(services, name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const width = Math.max(...rows.map(([name]) => name.length));
  yield* write(1, `  ${'UNIT'.padEnd(width)} LOAD   ACTIVE SUB     DESCRIPTION\n`);
  for (const [name, text] of rows) yield* write(1, `  ${name.padEnd(width)} loaded active running ${text}\n`);
  yield* write(1, `\n${rows.length} loaded units listed.\n`);
  return 0;
}

function* cat(services: Services, unit: string): Sys<number> {
  if (!isKnown(unit)) {
    yield* write(2, `No files found for ${unit}.\n`);
    return 1;
  }
  const other = OTHERS[unit];
  const command = other?.command ?? services.command;
  const rest = other ? '' : 'Wants=network-online.target\nAfter=network-online.target\n';
  yield* write(
    1,
    `# /lib/systemd/system/${unit}\n[Unit]\nDescription=${other?.description ?? DESCRIPTION}\nDocumentation=${other?.docs ?? 'http://kubernetes.io/docs/'}\n${rest}\n[Service]\nExecStart=${command}\nRestart=always\n\n[Install]\nWantedBy=multi-user.target\n`,
  );
  return 0;
}

/** `service kubelet restart`: the older way to say it. */
export const service = (world: World, node: string): Program =>
  function* (process): Sys<number> {
    const [name, verb] = process.argv.slice(1);
    if (name === undefined || verb === undefined) {
      yield* write(2, 'Usage: service < option > | --status-all | [ service_name [ command | --full-restart ] ]\n');
      return 1;
    }
    return yield* systemctl(world, node)({ ...process, argv: ['systemctl', verb, name], env: process.env });
  };

interface JournalOptions {
  readonly units: readonly string[];
  readonly follow: boolean;
  /** How many of the last; undefined: all. */
  readonly count: number | undefined;
  readonly reverse: boolean;
  readonly output: string;
  readonly since: number;
  readonly until: number;
  readonly grep: RegExp | undefined;
  readonly errorsOnly: boolean;
  readonly quiet: boolean;
}

/** Undefined after it was said what is wrong. */
function* readJournalOptions(process: Process): Sys<JournalOptions | undefined> {
  const time = yield* now();
  const units: string[] = [];
  let [follow, reverse, errorsOnly, quiet, end] = [false, false, false, false, false];
  let count: number | undefined;
  let [output, since, until] = ['short', 0, Number.POSITIVE_INFINITY];
  let grep: RegExp | undefined;
  const words = process.argv.slice(1).flatMap((word) => {
    const long = /^(--[\w-]+)=(.*)$/s.exec(word);
    if (long) return [long[1] as string, long[2] as string];
    return [word];
  });
  const set = (name: string, value: string): boolean => {
    if (name === 'u') units.push(unitName(value));
    else if (name === 'n') count = value === 'all' ? undefined : Number(value);
    else if (name === 'o') output = value;
    else if (name === 'S') since = moment(value, time);
    else if (name === 'U') until = moment(value, time);
    else if (name === 'g') grep = new RegExp(value, /[A-Z]/.test(value) ? '' : 'i');
    else if (name === 'p') errorsOnly = /^(?:0|1|2|3|emerg|alert|crit|err|error)$/.test(value);
    return !Number.isNaN(since) && !Number.isNaN(until) && !Number.isNaN(count ?? 0);
  };
  const complain = function* (text: string): Sys<undefined> {
    yield* write(2, `${text}\n`);
    return undefined;
  };
  const LONG: Readonly<Record<string, string>> = {
    '--unit': 'u',
    '--lines': 'n',
    '--output': 'o',
    '--since': 'S',
    '--until': 'U',
    '--grep': 'g',
    '--priority': 'p',
    '--follow': 'f',
    '--reverse': 'r',
    '--quiet': 'q',
    '--pager-end': 'e',
    '--catalog': 'x',
    '--boot': 'b',
    '--no-pager': 'l',
    '--full': 'l',
    '--all': 'a',
    '--no-hostname': 'l',
  };
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    const letters = word.startsWith('--') ? LONG[word] : word.startsWith('-') ? word.slice(1) : undefined;
    if (letters === undefined)
      return yield* complain(
        word.startsWith('-') ? `journalctl: unrecognized option '${word}'` : `Failed to add match '${word}': Invalid argument`,
      );
    for (let at = 0; at < letters.length; at++) {
      const letter = letters[at] as string;
      if ('unoSUgp'.includes(letter)) {
        const value = letters.slice(at + 1) || words[++i];
        if (value === undefined) return yield* complain(`journalctl: option requires an argument -- '${letter}'`);
        if (!set(letter, value))
          return yield* complain(letter === 'n' ? `Failed to parse lines '${value}'` : `Failed to parse timestamp: ${value}`);
        break;
      }
      if (letter === 'f') follow = true;
      else if (letter === 'r') reverse = true;
      else if (letter === 'q') quiet = true;
      else if (letter === 'e') end = true;
      else if (!'xbalk'.includes(letter)) return yield* complain(`journalctl: invalid option -- '${letter}'`);
    }
  }
  if (end) count ??= 1000;
  if (follow) count ??= 10;
  return { units, follow, count, reverse, output, since, until, grep, errorsOnly, quiet };
}

/** A time as --since takes it: `2026-11-24 09:00`, `10 minutes ago`, `-1h`, `today`, `now`. NaN: none. */
function moment(text: string, time: number): number {
  const day = time - (time % 86_400_000);
  const word = { now: time, today: day, yesterday: day - 86_400_000, tomorrow: day + 86_400_000 }[text];
  if (word !== undefined) return word;
  const span = /^-?\s*(\d+)\s*(s|sec|second|m|min|minute|h|hour|d|day)s?(?:\s+ago)?$/.exec(text);
  if (span) return time - Number(span[1]) * ({ s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }[(span[2] as string).charAt(0)] ?? 0);
  const clock = /^\d{1,2}:\d{2}(?::\d{2})?$/.test(text) ? `${new Date(time).toISOString().slice(0, 10)} ${text}` : text;
  return Date.parse(`${clock.replace(' ', 'T')}${/^\d{4}-\d\d-\d\d$/.test(clock) ? 'T00:00' : ''}Z`);
}

export const journalctl = (world: World, node: string): Program =>
  function* (process): Sys<number> {
    const services = new Services(world, node);
    const options = yield* readJournalOptions(process);
    if (!options) return 1;
    if (!isRoot(process)) {
      if (!options.quiet)
        yield* write(
          2,
          "Hint: You are currently not seeing messages from other users and the system.\n      Users in groups 'adm', 'systemd-journal' can see all messages.\n      Pass -q to turn off this notice.\n",
        );
      yield* write(2, 'No journal files were opened due to insufficient permissions.\n');
      return 1;
    }
    const wanted = ({ at, unit, text, by }: Line): boolean =>
      (options.units.length === 0 || options.units.includes(unit)) &&
      at >= options.since &&
      at <= options.until &&
      (options.grep?.test(text) ?? true) &&
      (!options.errorsOnly || (by === 'kubelet' && text.startsWith('E')));
    const print = (lines: readonly Line[]): string =>
      lines.map((line) => (options.output === 'cat' ? `${line.text}\n` : shown(services, line))).join('');
    const all = services.lines().filter(wanted);
    const some = options.count === undefined ? all : all.slice(Math.max(0, all.length - options.count));
    yield* write(1, some.length === 0 && !options.follow ? '-- No entries --\n' : print(options.reverse ? some.toReversed() : some));
    if (!options.follow) return 0;
    for (let told = all.length; ; ) {
      yield* sleep(1000);
      const later = services.lines().filter(wanted);
      // The oldest may have been forgotten meanwhile.
      if (later.length > told) yield* write(1, print(later.slice(told)));
      told = later.length;
    }
  };
