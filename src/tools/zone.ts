/** Time zones as the variable TZ names them: IANA names (from the platform's own data) and POSIX's `EST5`, `UTC-8`. */

import { zoneOffset } from '../api/values/time-zone.ts';

/** What clocks show at a moment: minutes ahead of UTC, and the zone's short name. */
export interface ZoneAt {
  readonly offset: number;
  readonly name: string;
}

export const UTC: ZoneAt = { offset: 0, name: 'UTC' };

/** Short names that the platform does not tell in English: standard time, and summer time where there is one. */
const NAMES: Readonly<Record<string, readonly [string, string?]>> = {
  'Africa/Johannesburg': ['SAST'],
  'Africa/Lagos': ['WAT'],
  'Africa/Nairobi': ['EAT'],
  'Asia/Hong_Kong': ['HKT'],
  'Asia/Jakarta': ['WIB'],
  'Asia/Jerusalem': ['IST', 'IDT'],
  'Asia/Karachi': ['PKT'],
  'Asia/Kolkata': ['IST'],
  'Asia/Calcutta': ['IST'],
  'Asia/Manila': ['PST'],
  'Asia/Seoul': ['KST'],
  'Asia/Shanghai': ['CST'],
  'Asia/Taipei': ['CST'],
  'Asia/Tokyo': ['JST'],
  'Australia/Adelaide': ['ACST', 'ACDT'],
  'Australia/Brisbane': ['AEST'],
  'Australia/Melbourne': ['AEST', 'AEDT'],
  'Australia/Perth': ['AWST'],
  'Australia/Sydney': ['AEST', 'AEDT'],
  'Europe/Dublin': ['GMT', 'IST'],
  'Europe/Lisbon': ['WET', 'WEST'],
  'Europe/London': ['GMT', 'BST'],
  'Europe/Moscow': ['MSK'],
  'Pacific/Auckland': ['NZST', 'NZDT'],
};
/** The rest of Europe by its winter offset. */
const EUROPE: Readonly<Record<number, readonly [string, string]>> = { 0: ['WET', 'WEST'], 60: ['CET', 'CEST'], 120: ['EET', 'EEST'] };

const offsetIn = (zone: string, ms: number): number => Math.round(zoneOffset(zone, ms) / 60_000);

function nameIn(zone: string, ms: number, offset: number): string {
  const year = new Date(ms).getUTCFullYear();
  const winter = Math.min(offsetIn(zone, Date.UTC(year, 0, 1)), offsetIn(zone, Date.UTC(year, 6, 1)));
  const known = NAMES[zone] ?? (zone.startsWith('Europe/') ? EUROPE[winter] : undefined);
  if (known) return (offset > winter ? known[1] : undefined) ?? known[0];
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'short' }).formatToParts(ms);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  if (/^[A-Z]{3,5}$/.test(name)) return name;
  const size = Math.abs(offset);
  const minutes = size % 60 > 0 ? String(size % 60).padStart(2, '0') : '';
  return `${offset < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}${minutes}`;
}

/** The zone that TZ names, at a moment; of what is no zone, UTC under that name, as the C library has it. */
export function zoneAt(tz: string | undefined, ms: number): ZoneAt {
  const text = (tz ?? '').replace(/^:/, '');
  if (text === '' || Number.isNaN(new Date(ms).getTime())) return UTC;
  const posix = /^([A-Za-z]{3,}|<[-+\w]+>)([-+]?)(\d{1,2})(?::(\d{2}))?/.exec(text);
  if (posix && !text.includes('/')) {
    const [, name = '', sign, hours, minutes = '0'] = posix;
    // POSIX counts west.
    const offset = (sign === '-' ? 1 : -1) * (Number(hours) * 60 + Number(minutes));
    if (!/\d[A-Za-z]{3}/.test(text)) return { offset: offset || 0, name: name.replace(/[<>]/g, '') };
  }
  try {
    const offset = offsetIn(text, ms);
    return {
      offset,
      name: /^(?:UTC|GMT|Etc\/(?:UTC|GMT|Universal|Zulu)|Universal|Zulu)$/.test(text)
        ? text.replace(/^Etc\/|^(?:Universal|Zulu)$/, '') || 'UTC'
        : nameIn(text, ms, offset),
    };
  } catch {
    return { offset: 0, name: /^[A-Za-z]{3,}/.exec(text)?.[0] ?? 'UTC' };
  }
}
