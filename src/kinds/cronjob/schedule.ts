/** Schedules in cron's five fields, as robfig/cron reads them, with its error texts. Times are UTC, ms since the epoch. */

import { goQuote } from '../../api/go-json.ts';
import { DurationError, parseGoDuration } from '../../api/values/duration.ts';
import { zoneOffset } from '../../api/values/time-zone.ts';

export class ScheduleError extends Error {}

/** When it is due: the values each field allows, or a fixed interval. */
export type Schedule = { readonly every: number } | { readonly fields: readonly Field[] };

interface Field {
  readonly values: ReadonlySet<number>;
  /** Written as * or ?: then the other of the two day fields decides. */
  readonly any: boolean;
}

interface Bounds {
  readonly min: number;
  readonly max: number;
  readonly names: readonly string[];
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const BOUNDS: readonly Bounds[] = [
  { min: 0, max: 59, names: [] },
  { min: 0, max: 23, names: [] },
  { min: 1, max: 31, names: [] },
  { min: 1, max: 12, names: MONTHS },
  { min: 0, max: 6, names: DAYS },
];
const DESCRIPTORS: Readonly<Record<string, string>> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
};
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
/** Nothing matches longer than this: 30 February never comes. */
const YEARS = 5;

/** Reads a schedule; throws ScheduleError. */
export function parseSchedule(text: string): Schedule {
  if (text === '') fail('empty spec string');
  if (text.startsWith('@')) return parseDescriptor(text);
  const words = text.split(/\s+/).filter((word) => word !== '');
  if (words.length !== BOUNDS.length) fail(`expected exactly 5 fields, found ${words.length}: [${words.join(' ')}]`);
  return { fields: words.map((word, index) => parseField(word, BOUNDS[index] as Bounds)) };
}

function parseDescriptor(text: string): Schedule {
  const known = DESCRIPTORS[text];
  if (known) return parseSchedule(known);
  if (!text.startsWith('@every ')) fail(`unrecognized descriptor: ${text}`);
  try {
    return { every: Math.max(1000, Math.floor(parseGoDuration(text.slice(7)) / 1000) * 1000) };
  } catch (error) {
    if (error instanceof DurationError) fail(`failed to parse duration ${text}: ${error.message}`);
    throw error;
  }
}

function parseField(text: string, bounds: Bounds): Field {
  const values = new Set<number>();
  let any = false;
  for (const part of text.split(',').filter((one) => one !== '')) any = addRange(part, bounds, values) || any;
  return { values, any };
}

/** Adds the values of a part such as `5`, `1-5`, `0-59/10`; true when it stands for all. */
function addRange(text: string, { min, max, names }: Bounds, values: Set<number>): boolean {
  const [range = '', step, ...more] = text.split('/');
  const [low = '', high, ...others] = range.split('-');
  const star = low === '*' || low === '?';
  if (others.length > 0) fail(`too many hyphens: ${text}`);
  const start = star ? min : readValue(low, names);
  let end = star ? max : high === undefined ? start : readValue(high, names);
  if (more.length > 0) fail(`too many slashes: ${text}`);
  const by = step === undefined ? 1 : readNumber(step);
  if (step !== undefined && high === undefined) end = max;
  if (start < min) fail(`beginning of range (${start}) below minimum (${min}): ${text}`);
  if (end > max) fail(`end of range (${end}) above maximum (${max}): ${text}`);
  if (start > end) fail(`beginning of range (${start}) beyond end of range (${end}): ${text}`);
  if (by === 0) fail(`step of range should be a positive number: ${text}`);
  for (let value = start; value <= end; value += by) values.add(value);
  return star && by === 1;
}

function readValue(text: string, names: readonly string[]): number {
  const index = names.indexOf(text.toLowerCase());
  if (index < 0) return readNumber(text);
  return names === MONTHS ? index + 1 : index;
}

function readNumber(text: string): number {
  if (!/^[+-]?\d+$/.test(text)) fail(`failed to parse int from ${text}: strconv.Atoi: parsing ${goQuote(text)}: invalid syntax`);
  if (Number(text) < 0) fail(`negative number (${Number(text)}) not allowed: ${text}`);
  return Number(text);
}

/**
 * The first time after `after` at which the schedule is due; undefined if there is none for years.
 * @param zone an IANA time zone (default UTC) whose clocks the schedule is about
 */
export function nextTime(schedule: Schedule, after: number, zone?: string): number | undefined {
  if ('every' in schedule) return Math.floor(after / 1000) * 1000 + schedule.every;
  if (!zone || zone === 'UTC') return nextOnClock(schedule, after);
  // Found as the wall clock shows it; a time that is skipped or comes twice is looked for again from there.
  for (let from = after + zoneOffset(zone, after), tries = 0; tries < 3; tries++) {
    const wall = nextOnClock(schedule, from);
    if (wall === undefined) return undefined;
    const guess = wall - zoneOffset(zone, wall);
    const time = wall - zoneOffset(zone, guess);
    if (time > after && time + zoneOffset(zone, time) === wall) return time;
    from = wall;
  }
  return undefined;
}

/** Whether the host knows a time zone of that name. */
export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** RFC 3339 in a time zone: `2026-11-24T10:00:00+01:00`. */
export function formatInZone(time: number, zone?: string): string {
  const offset = zone && zone !== 'UTC' ? zoneOffset(zone, time) / MINUTE : 0;
  const wall = new Date(time + offset * MINUTE).toISOString().slice(0, 19);
  if (offset === 0) return `${wall}Z`;
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60].map((part) => String(part).padStart(2, '0'));
  return `${wall}${offset < 0 ? '-' : '+'}${hours}:${minutes}`;
}

function nextOnClock(schedule: { readonly fields: readonly Field[] }, after: number): number | undefined {
  const [minutes, hours, days, months, weekdays] = schedule.fields as [Field, Field, Field, Field, Field];
  let time = (Math.floor(after / MINUTE) + 1) * MINUTE;
  const end = after + YEARS * 366 * DAY;
  while (time < end) {
    const date = new Date(time);
    const [day, weekday] = [days.values.has(date.getUTCDate()), weekdays.values.has(date.getUTCDay())];
    const dayFits = days.any || weekdays.any ? day && weekday : day || weekday;
    if (!months.values.has(date.getUTCMonth() + 1)) time = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
    else if (!dayFits) time = (Math.floor(time / DAY) + 1) * DAY;
    else if (!hours.values.has(date.getUTCHours())) time = (Math.floor(time / (60 * MINUTE)) + 1) * 60 * MINUTE;
    else if (!minutes.values.has(date.getUTCMinutes())) time += MINUTE;
    else return time;
  }
  return undefined;
}

function fail(message: string): never {
  throw new ScheduleError(message);
}
