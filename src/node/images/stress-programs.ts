/** stress, vish/stress and stress-ng take CPU and memory; hpa-example computes something with every request. */
import { now, sleep, write } from '../../kernel/sys.ts';
import type { Process, Program, Sys } from '../../kernel/types.ts';
import { awaitSignal, listen, use } from './daemon.ts';
import type { Server } from './family.ts';
import { httpDate, respond } from './http.ts';

const UNITS: Readonly<Record<string, number>> = { '': 1, b: 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 };
const SECONDS: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, h: 3600, d: 86_400 };
const DEFAULT_VM_BYTES = '256M';

function amount(text: string, units: Readonly<Record<string, number>>): number {
  const [, digits = '0', unit = ''] = /^(\d+(?:\.\d+)?)\s*([a-z]*)$/i.exec(text.trim()) ?? [];
  return Number(digits) * (units[unit.toLowerCase().replace(/i?b?$/, '') || ''] ?? 1);
}

/** Long options with values (`--vm 1`, `--vm=1`), short ones by the names that the program gives them. */
function options(argv: readonly string[], short: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (let at = 1; at < argv.length; at++) {
    const word = argv[at] as string;
    if (!word.startsWith('-')) continue;
    const [name = '', value] = word.replace(/^--?/, '').split('=');
    const next = argv[at + 1];
    const takes = value === undefined && next !== undefined && !next.startsWith('-');
    found.set(short[name] ?? name, value ?? (takes ? (argv[++at] as string) : ''));
  }
  return found;
}

const SHORT = { c: 'cpu', m: 'vm', i: 'io', d: 'hdd', t: 'timeout', v: 'verbose' };

/** `stress --cpu 2 --vm 1 --vm-bytes 250M --vm-hang 1 --timeout 60s` */
function* stress(process: Process): Sys<number> {
  const given = options(process.argv, SHORT);
  const count = (name: string): number => Number(given.get(name) ?? 0);
  const [cpu, io, vm, hdd] = ['cpu', 'io', 'vm', 'hdd'].map(count) as [number, number, number, number];
  if (cpu + io + vm + hdd === 0) {
    yield* write(
      1,
      "`stress' imposes certain types of compute stress on your system\n\nUsage: stress [OPTION [ARG]] ...\n -c, --cpu N        spawn N workers spinning on sqrt()\n -m, --vm N         spawn N workers spinning on malloc()/free()\n     --vm-bytes B   malloc B bytes per vm worker (default is 256MB)\n -t, --timeout N    timeout after N seconds\n\nExample: stress --cpu 8 --io 4 --vm 2 --vm-bytes 128M --timeout 10s\n",
    );
    return 1;
  }
  yield* write(1, `stress: info: [${process.pid}] dispatching hogs: ${cpu} cpu, ${io} io, ${vm} vm, ${hdd} hdd\n`);
  // A worker that holds its memory (--vm-hang) sleeps, others copy it about all the time.
  const busy = cpu + (given.has('vm-hang') || given.has('vm-keep') ? 0.05 * vm : vm);
  const began = yield* now();
  yield* use({ cpu: busy, memory: vm * amount(given.get('vm-bytes') || DEFAULT_VM_BYTES, UNITS) });
  const limit = given.get('timeout');
  const signal = yield* awaitSignal(['SIGTERM', 'SIGINT'], limit ? amount(limit, SECONDS) * 1000 : undefined);
  yield* use({ cpu: 0, memory: 0 });
  if (signal) return 1;
  yield* write(1, `stress: info: [${process.pid}] successful run completed in ${Math.round(((yield* now()) - began) / 1000)}s\n`);
  return 0;
}

/** `stress-ng --cpu 1 --vm 1 --vm-bytes 1G --timeout 60s` */
function* stressNg(process: Process): Sys<number> {
  const given = options(process.argv, SHORT);
  const [cpu, vm] = [Number(given.get('cpu') ?? 0), Number(given.get('vm') ?? 0)];
  const hogs = [...(cpu > 0 ? [`${cpu} cpu`] : []), ...(vm > 0 ? [`${vm} vm`] : [])];
  if (hogs.length === 0) {
    yield* write(2, 'stress-ng: error: no stress workers invoked\n');
    return 1;
  }
  yield* write(2, `stress-ng: info:  [${process.pid}] dispatching hogs: ${hogs.join(', ')}\n`);
  yield* use({ cpu: cpu + vm, memory: amount(given.get('vm-bytes') || DEFAULT_VM_BYTES, UNITS) * Math.min(vm, 1) });
  const seconds = amount(given.get('timeout') || '86400', SECONDS);
  const signal = yield* awaitSignal(['SIGTERM', 'SIGINT'], seconds * 1000);
  yield* use({ cpu: 0, memory: 0 });
  yield* write(2, `stress-ng: info:  [${process.pid}] ${signal ? 'unsuccessful' : 'successful'} run completed in ${seconds.toFixed(2)}s\n`);
  return signal ? 3 : 0;
}

/** Google's stress: `-cpus 2 -mem-total 150Mi -mem-alloc-size 10Mi -mem-alloc-sleep 1s`; it takes memory step by step. */
function* vishStress(process: Process): Sys<number> {
  const given = options(process.argv, {});
  const cpus = Number(given.get('cpus') ?? 0);
  const total = amount(given.get('mem-total') ?? '0', UNITS);
  const step = amount(given.get('mem-alloc-size') ?? '4Ki', UNITS);
  const pause = amount(given.get('mem-alloc-sleep') ?? '1ms', { ms: 0.001, m: 60, s: 1, '': 1 }) * 1000;
  const time = new Date(yield* now()).toISOString().slice(11, 23);
  const line = (text: string): string => `I1124 ${time}000       1 main.go:26] ${text}\n`;
  yield* write(
    2,
    line(
      `Allocating "${given.get('mem-total') ?? '0'}" memory, in "${given.get('mem-alloc-size') ?? '4Ki'}" chunks, with a ${given.get('mem-alloc-sleep') ?? '1ms'} sleep between allocations`,
    ),
  );
  for (let worker = 0; worker < cpus; worker++) yield* write(2, line('Spawning a thread to consume CPU'));
  // Small steps are taken together: nobody could see them one by one.
  const steps = Math.min(100, Math.max(1, Math.ceil(total / Math.max(step, 1))));
  for (let done = 1; done <= steps && total > 0; done++) {
    yield* use({ cpu: cpus, memory: (total * done) / steps });
    yield* sleep(Math.max(1, (pause * Math.ceil(total / Math.max(step, 1))) / steps));
  }
  yield* use({ cpu: cpus, memory: total });
  yield* write(2, line(`Allocated "${given.get('mem-total') ?? '0'}" memory`));
  yield* awaitSignal(['SIGTERM', 'SIGINT']);
  return 2;
}

function* apache(): Sys<number> {
  if (!(yield* listen(80, 'hpa-example'))) {
    yield* write(2, '(98)Address already in use: AH00072: make_sock: could not bind to address [::]:80\n');
    return 1;
  }
  const name =
    "AH00558: apache2: Could not reliably determine the server's fully qualified domain name, using 127.0.0.1. Set the 'ServerName' directive globally to suppress this message\n";
  yield* write(2, name + name);
  yield* awaitSignal(['SIGTERM', 'SIGINT', 'SIGWINCH']);
  return 0;
}

/** A loop of square roots, then OK!. */
const hpaExample: Server = (request, { now: time, client }) => ({
  response: {
    ...respond(
      200,
      [
        ['Date', httpDate(time)],
        ['Server', 'Apache/2.4.10 (Debian)'],
        ['X-Powered-By', 'PHP/5.6.14'],
        ['Content-Type', 'text/html; charset=UTF-8'],
      ],
      'OK!',
    ),
    delayMs: 12,
  },
  stdout: `${client} - - [${new Date(time)
    .toUTCString()
    .slice(5, 25)
    .replaceAll(' ', '/')
    .replace(/\/(\d\d:)/, ':$1')} +0000] "${request.method} ${request.path} HTTP/1.1" 200 183 "-" "Wget"\n`,
});

export const programs: Readonly<Record<string, Program>> = {
  stress,
  'stress-ng': stressNg,
  '/stress': vishStress,
  'apache2-foreground': apache,
};

export const servers: Readonly<Record<string, Server>> = { 'hpa-example': hpaExample };
