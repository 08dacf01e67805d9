// Durations and times as kubectl and the API server print them. All are milliseconds; a time counts from 1970 UTC.

export class DurationError extends Error {}

const SECOND = 1000;
const UNITS: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  μs: 1e-3,
  ms: 1,
  s: SECOND,
  m: 60 * SECOND,
  h: 3600 * SECOND,
};
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** Go's Duration is 63 bits of nanoseconds. */
const MAX_MS = 2 ** 63 / 1e6;

/** Age with two or three significant figures: 119s, 2m5s, 3h20m, 2d3h (k8s.io/apimachinery/pkg/util/duration). */
export function humanDuration(ms: number): string {
  const seconds = Math.trunc(ms / SECOND);
  if (seconds < -1) return '<invalid>';
  if (seconds < 0) return '0s';
  if (seconds < 120) return `${seconds}s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 10) return pair(minutes, 'm', seconds % 60, 's');
  if (minutes < 180) return `${minutes}m`;
  const hours = Math.floor(minutes / 60);
  if (hours < 8) return pair(hours, 'h', minutes % 60, 'm');
  if (hours < 48) return `${hours}h`;
  const days = Math.floor(hours / 24);
  if (hours < 24 * 8) return pair(days, 'd', hours % 24, 'h');
  if (days < 365 * 2) return `${days}d`;
  const years = Math.floor(days / 365);
  return days < 365 * 8 ? pair(years, 'y', days % 365, 'd') : `${years}y`;
}

function pair(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large}${largeUnit}` : `${large}${largeUnit}${small}${smallUnit}`;
}

/** Age in one unit: 45s, 3m, 5h, 7d, 2y. */
export function shortHumanDuration(ms: number): string {
  const seconds = Math.trunc(ms / SECOND);
  if (seconds < -1) return '<invalid>';
  if (seconds < 0) return '0s';
  if (seconds < 60) return `${seconds}s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)}m`;
  const hours = Math.floor(seconds / 3600);
  if (hours < 24) return `${hours}h`;
  return hours < 24 * 365 ? `${Math.floor(hours / 24)}d` : `${Math.floor(hours / 24 / 365)}y`;
}

/** Milliseconds of a Go duration such as 1m30s or 1.5h, with Go's error texts. */
export function parseGoDuration(text: string): number {
  const unsigned = text.replace(/^[-+]/, '');
  if (unsigned === '0') return 0;
  let [rest, total] = [unsigned, 0];
  do {
    const found = /^(\d*)(?:\.(\d*))?([^\d.]*)/.exec(rest) as RegExpExecArray;
    const [all, whole = '', fraction = '', unit = ''] = found;
    if (whole === '' && fraction === '') throw new DurationError(`time: invalid duration ${JSON.stringify(text)}`);
    if (unit === '') throw new DurationError(`time: missing unit in duration ${JSON.stringify(text)}`);
    if (!Object.hasOwn(UNITS, unit))
      throw new DurationError(`time: unknown unit ${JSON.stringify(unit)} in duration ${JSON.stringify(text)}`);
    total += Number(`${whole || '0'}.${fraction || '0'}`) * (UNITS[unit] as number);
    if (total >= MAX_MS) throw new DurationError(`time: invalid duration ${JSON.stringify(text)}`);
    rest = rest.slice(all.length);
  } while (rest !== '');
  return text.startsWith('-') && total !== 0 ? -total : total;
}

/** As Go prints a Duration: 0s, 19ms, 1.5s, 1m30s, 2h0m0s. */
export function formatGoDuration(ms: number): string {
  if (ms < 0) return `-${formatGoDuration(-ms)}`;
  if (ms === 0) return '0s';
  const nanos = Math.round(ms * 1e6);
  if (nanos < 1000) return `${nanos}ns`;
  if (nanos < 1e6) return `${trimZeros(nanos / 1e3, 3)}µs`;
  if (nanos < 1e9) return `${trimZeros(nanos / 1e6, 6)}ms`;
  const seconds = Math.floor(ms / SECOND);
  const rest = trimZeros((seconds % 60) + (ms - seconds * SECOND) / SECOND, 9);
  const minutes = Math.floor(seconds / 60);
  if (minutes === 0) return `${rest}s`;
  return minutes < 60 ? `${minutes}m${rest}s` : `${Math.floor(minutes / 60)}h${minutes % 60}m${rest}s`;
}

function trimZeros(value: number, decimals: number): string {
  return value.toFixed(decimals).replace(/\.?0+$/, '');
}

/** Milliseconds of an RFC 3339 time such as 2026-11-24T02:22:57Z. */
export function parseTime(text: string): number {
  const shape = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[-+]\d\d:\d\d)$/;
  const ms = shape.test(text) ? Date.parse(text) : Number.NaN;
  // What is no day of its month is one of the next to JavaScript.
  const sameDay = !Number.isNaN(ms) && new Date(Date.parse(`${text.slice(0, 10)}T00:00:00Z`)).getUTCDate() === Number(text.slice(8, 10));
  if (!sameDay) throw new DurationError(`parsing time ${JSON.stringify(text)}${unreadable(text)}`);
  return ms;
}

/** The parts of Go's layout, each with what it reads. */
const LAYOUT: readonly (readonly [element: string, shape: RegExp])[] = [
  ['2006', /^\d{4}/],
  ['-', /^-/],
  ['01', /^\d\d/],
  ['-', /^-/],
  ['02', /^\d\d/],
  ['T', /^[Tt]/],
  ['15', /^\d\d/],
  [':', /^:/],
  ['04', /^\d\d/],
  [':', /^:/],
  ['05', /^\d\d(?:\.\d+)?/],
  ['Z07:00', /^(?:[Zz]|[-+]\d\d:\d\d)/],
];

/** Why a text is no time: where reading it ends, or what is out of range. */
function unreadable(text: string): string {
  const limits: Readonly<Record<string, readonly [word: string, least: number, most: number]>> = {
    '01': ['month', 1, 12],
    '02': ['day', 1, 31],
    '15': ['hour', 0, 23],
    '04': ['minute', 0, 59],
    '05': ['second', 0, 59],
  };
  let rest = text;
  for (const [element, shape] of LAYOUT) {
    const found = shape.exec(rest)?.[0];
    if (found === undefined) return ` as "2006-01-02T15:04:05Z07:00": cannot parse ${JSON.stringify(rest)} as ${JSON.stringify(element)}`;
    const limit = limits[element];
    if (limit && (Number(found) < limit[1] || Number(found) >= limit[2] + 1)) return `: ${limit[0]} out of range`;
    rest = rest.slice(found.length);
  }
  return rest === '' ? ': day out of range' : `: extra text: ${JSON.stringify(rest)}`;
}

/** RFC 3339 with whole seconds: metadata.creationTimestamp and its like. */
export function formatTime(ms: number): string {
  const second = Math.floor(ms / SECOND);
  const known = formatted[second & (FORMATTED - 1)];
  if (known?.second === second) return known.text;
  const text = `${new Date(second * SECOND).toISOString().slice(0, 19)}Z`;
  formatted[second & (FORMATTED - 1)] = { second, text };
  return text;
}

/** The last answers: much happens within the same few seconds. */
const FORMATTED = 64;
const formatted: ({ readonly second: number; readonly text: string } | undefined)[] = Array.from({ length: FORMATTED });

/** RFC 3339 with six decimals: eventTime, Lease times. */
export function formatMicroTime(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 23)}000Z`;
}

/** As describe prints times: `Tue, 24 Nov 2026 02:22:57 +0000`. */
export function formatRFC1123Z(ms: number): string {
  const date = new Date(ms);
  const day = String(date.getUTCDate()).padStart(2, '0');
  const clock = date.toISOString().slice(11, 19);
  return `${DAYS[date.getUTCDay()]}, ${day} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()} ${clock} +0000`;
}
