/** dd: copies blocks, among them those of /dev/zero. */
import { SysError } from '../kernel/error.ts';
import { files, needMemory, now, readAll, readPath, write } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import { Failure, type Tool } from './tool.ts';

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  c: 1,
  w: 2,
  b: 512,
  kB: 1000,
  k: 1024,
  K: 1024,
  MB: 1e6,
  m: 1024 ** 2,
  M: 1024 ** 2,
  GB: 1e9,
  g: 1024 ** 3,
  G: 1024 ** 3,
};
/** More is not kept in files here. */
const MAX_FILE = 8 * 1024 ** 2;
/** Bytes a virtual millisecond. */
const SPEED = 2_000_000;

export const dd: Tool = function* (call) {
  const given = new Map<string, string>();
  for (const word of call.args) {
    const at = word.indexOf('=');
    if (
      at < 0 ||
      !['if', 'of', 'bs', 'ibs', 'obs', 'count', 'status', 'conv', 'seek', 'skip', 'iflag', 'oflag'].includes(word.slice(0, at))
    )
      throw new Failure(`unrecognized operand ${call.quote(word)}`);
    given.set(word.slice(0, at), word.slice(at + 1));
  }
  const size = numberOf(given.get('bs') ?? given.get('ibs') ?? '512', call.quote);
  const count = given.has('count') ? numberOf(given.get('count') as string, call.quote) : undefined;
  const input = given.get('if');
  const endless = input === '/dev/zero' || input === '/dev/urandom' || input === '/dev/random';
  if (endless && count === undefined)
    throw new Failure(`error writing ${call.quote(given.get('of') ?? 'standard output')}: No space left on device`);
  // One block is in memory at a time.
  yield* needMemory(size);
  const began = yield* now();
  const text = endless ? undefined : (yield* source(input, call.quote)).slice(0, count === undefined ? undefined : size * count);
  const bytes = text === undefined ? size * (count ?? 0) : text.length;
  const output = given.get('of');
  if (output !== '/dev/null') {
    if (bytes > MAX_FILE) throw new Failure(`error writing ${call.quote(output ?? 'standard output')}: No space left on device`);
    const written = text ?? '\0'.repeat(bytes);
    if (output === undefined) yield* write(1, written);
    else yield* files((tree, cwd) => tree.write(tree.resolve(cwd, output), written));
  }
  yield { op: 'sleep', ms: Math.ceil(bytes / SPEED) };
  yield* needMemory(0);
  if (given.get('status') !== 'none') yield* report(call.busybox, bytes, size, (yield* now()) - began, given.get('status') === 'noxfer');
  return 0;
};

function numberOf(text: string, quote: (text: string) => string): number {
  const [, digits, unit = ''] = /^(\d+)([a-zA-Z]*)$/.exec(text) ?? [];
  const factor = UNITS[unit];
  if (digits === undefined || factor === undefined) throw new Failure(`invalid number: ${quote(text)}`);
  return Number(digits) * factor;
}

function* source(path: string | undefined, quote: (text: string) => string): Sys<string> {
  if (path === undefined) return yield* readAll(0);
  try {
    return yield* readPath(path);
  } catch (error) {
    if (error instanceof SysError) throw new Failure(`failed to open ${quote(path)}: ${error.message}`);
    throw error;
  }
}

function* report(busybox: boolean, bytes: number, size: number, ms: number, brief: boolean): Sys<void> {
  const whole = Math.floor(bytes / size);
  const records = `${whole}+${bytes % size > 0 ? 1 : 0}`;
  const seconds = Math.max(ms, 1) / 1000;
  yield* write(2, `${records} records in\n${records} records out\n`);
  if (brief) return;
  const scaled = (value: number, base: number, units: readonly string[]): string => {
    let unit = 0;
    for (; value >= base && unit < units.length - 1; unit++) value /= base;
    return `${busybox || value < 10 ? value.toFixed(1) : Math.round(value)}${busybox ? '' : ' '}${units[unit]}`;
  };
  const si = ['B', 'kB', 'MB', 'GB'];
  const binary = ['B', 'KiB', 'MiB', 'GiB'];
  yield* write(
    2,
    busybox
      ? `${bytes} bytes (${scaled(bytes, 1024, ['B', 'KB', 'MB', 'GB'])}) copied, ${seconds.toFixed(6)} seconds, ${scaled(bytes / seconds, 1024, ['B', 'KB', 'MB', 'GB'])}/s\n`
      : `${bytes} bytes${bytes >= 1000 ? ` (${scaled(bytes, 1000, si)}${bytes >= 1024 ? `, ${scaled(bytes, 1024, binary)}` : ''})` : ''} copied, ${seconds} s, ${scaled(bytes / seconds, 1000, si)}/s\n`,
  );
}
