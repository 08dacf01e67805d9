/** date: virtual time, and what `-d` names. */
import { SysError } from '../kernel/error.ts';
import { files, now } from '../kernel/sys.ts';
import { formatDate } from './datetext.ts';
import { extraOperand, options } from './options.ts';
import { Failure, type Tool } from './tool.ts';
import { zoneAt } from './zone.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const UNITS: Readonly<Record<string, number>> = {
  sec: 1000,
  second: 1000,
  min: 60_000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
  fortnight: 1_209_600_000,
};

/**
 * Milliseconds since the epoch of a date in words or numbers: `2026-11-24T09:00:00Z`, `24 Nov 2026 09:00`, `@1700000000`,
 * `tomorrow`, `2 hours ago`, `next friday`, and several of them in a row. Undefined when it is no date. `local` tells how many minutes
 * clocks are ahead of UTC at a moment.
 */
export function parseDate(text: string, today: number, local: (ms: number) => number = () => 0): number | undefined {
  let rest = text.trim().toLowerCase();
  const epoch = /^@(-?\d+(?:\.\d+)?)$/.exec(rest);
  if (epoch) return Number(epoch[1]) * 1000;
  const start = new Date(today + local(today) * 60_000);
  let date: [number, number, number] = [start.getUTCFullYear(), start.getUTCMonth(), start.getUTCDate()];
  let clock: number | undefined;
  let moved = 0;
  let months = 0;
  let zone: number | undefined;
  let relative = false;
  const dated = (year: number, month: number, day: number): void => {
    date = [year, month, day];
    clock ??= 0;
  };
  const rules: [RegExp, (m: RegExpExecArray) => unknown][] = [
    [/^(\d{4})-(\d{1,2})-(\d{1,2})(?:t(?=\d))?/, (m) => dated(Number(m[1]), Number(m[2]) - 1, Number(m[3]))],
    [/^(\d{1,2})\/(\d{1,2})\/(\d{4})/, (m) => dated(Number(m[3]), Number(m[1]) - 1, Number(m[2]))],
    [/^(\d{4})(\d{2})(\d{2})(?!\d)/, (m) => dated(Number(m[1]), Number(m[2]) - 1, Number(m[3]))],
    [
      /^(\d{1,2}):(\d{2})(?::(\d{2})([.,]\d+)?)?\s*(am|pm)?/,
      (m) => {
        const hour = m[5] ? (Number(m[1]) % 12) + (m[5] === 'pm' ? 12 : 0) : Number(m[1]);
        if (hour > 24 || Number(m[2]) > 59 || Number(m[3] ?? 0) > 60) return false;
        clock = ((hour * 60 + Number(m[2])) * 60 + Number(m[3] ?? 0)) * 1000 + Math.floor(Number((m[4] ?? '.0').replace(',', '.')) * 1000);
      },
    ],
    [/^(\d{1,2})\s*(am|pm)/, (m) => void (clock = ((Number(m[1]) % 12) + (m[2] === 'pm' ? 12 : 0)) * 3_600_000)],
    [/^(?:utc|gmt|z)(?![a-z])/, () => void (zone = 0)],
    [
      /^([-+])(\d{2}):?(\d{2})(?!\d)/,
      (m) => (clock === undefined ? false : void (zone = (m[1] === '-' ? -1 : 1) * (Number(m[2]) * 60 + Number(m[3])) * 60_000)),
    ],
    [
      /^([-+]?\s*\d+|a|an|next|last|this)?\s*(sec|second|min|minute|hour|day|week|fortnight|month|year)s?(?![a-z])(\s+ago(?![a-z]))?/,
      (m) => {
        const word = (m[1] ?? '1').replace(/\s/g, '');
        const count = (word === 'last' ? -1 : word === 'this' ? 0 : /^(a|an|next)$/.test(word) ? 1 : Number(word)) * (m[3] ? -1 : 1);
        relative = true;
        if (m[2] === 'month' || m[2] === 'year') months += count * (m[2] === 'year' ? 12 : 1);
        else moved += count * (UNITS[m[2] as string] as number);
      },
    ],
    [
      /^(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?(?:[\s,-]+(\d{4})(?!:|\d))?/,
      (m) => (MONTHS.includes(m[2] as string) ? dated(Number(m[3] ?? date[0]), MONTHS.indexOf(m[2] as string), Number(m[1])) : false),
    ],
    [
      /^([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?!:|\d)(?:,?\s+(\d{4})(?!:|\d))?/,
      (m) => (MONTHS.includes(m[1] as string) ? dated(Number(m[3] ?? date[0]), MONTHS.indexOf(m[1] as string), Number(m[2])) : false),
    ],
    [
      /^(now|today|yesterday|tomorrow)(?![a-z])/,
      (m) => {
        relative = true;
        if (m[1] === 'yesterday') moved -= 86_400_000;
        if (m[1] === 'tomorrow') moved += 86_400_000;
      },
    ],
    [
      /^(next|last|this)?\s*([a-z]{3})[a-z]*,?/,
      (m) => {
        const day = DAYS.indexOf(m[2] as string);
        if (day < 0) return false;
        // A weekday beside a date says nothing new.
        if (clock !== undefined && m[1] === undefined && date[2] !== start.getUTCDate()) return;
        const weekday = new Date(Date.UTC(...date)).getUTCDay();
        weekdayShift = (day - weekday + 7) % 7 || (m[1] === 'next' ? 7 : 0);
        if (m[1] === 'last') weekdayShift -= 7;
        clock ??= 0;
      },
    ],
    [/^(\d{4})(?!:|\d)/, (m) => (clock !== undefined ? void (date = [Number(m[1]), date[1], date[2]]) : false)],
  ];
  let weekdayShift = 0;
  let explicit = false;
  while (rest !== '') {
    const rule = rules.find(([pattern, apply]) => {
      const match = pattern.exec(rest);
      if (!match || match[0] === '') return false;
      const before = `${date}`;
      if (apply(match) === false) return false;
      if (`${date}` !== before || /\d{4}-|\/\d|^\d{8}/.test(match[0])) explicit = true;
      rest = rest.slice(match[0].length).replace(/^[\s,]+/, '');
      return true;
    });
    if (!rule) return undefined;
  }
  if (explicit) weekdayShift = 0;
  if (date[1] > 11 || date[1] < 0 || date[2] < 1 || date[2] > new Date(Date.UTC(date[0], date[1] + 1, 0)).getUTCDate()) return undefined;
  if (clock === undefined && !relative && text.trim() === '') clock = 0;
  const time = clock ?? start.getTime() - Date.UTC(start.getUTCFullYear(), start.getUTCMonth(), start.getUTCDate());
  const result = Date.UTC(date[0], date[1] + months, date[2] + weekdayShift) + time + moved - (zone ?? 0);
  if (Number.isNaN(new Date(result).getTime())) return undefined;
  return zone === undefined ? result - local(result - local(result) * 60_000) * 60_000 : result;
}

const ISO: Readonly<Record<string, string>> = {
  '': '%Y-%m-%d',
  date: '%Y-%m-%d',
  hours: '%Y-%m-%dT%H%:z',
  minutes: '%Y-%m-%dT%H:%M%:z',
  seconds: '%Y-%m-%dT%H:%M:%S%:z',
  ns: '%Y-%m-%dT%H:%M:%S,%N%:z',
};

export const date: Tool = function* (call) {
  const given = options(call, 'u,utc,universal d,date: f,file: I,iso-8601:: R,rfc-email,rfc-2822 rfc-3339: r,reference: s,set:');
  const current = yield* now();
  if (given.has('s')) throw new Failure('cannot set date: Operation not permitted');
  const [first, extra] = given.operands;
  if (extra !== undefined) throw extraOperand(call, extra);
  if (first !== undefined && !first.startsWith('+'))
    throw new Failure(/^\d+$/.test(first) ? 'cannot set date: Operation not permitted' : `invalid date ${call.quote(first)}`);
  let format = first?.slice(1) ?? '%a %b %e %H:%M:%S %Z %Y';
  if (given.has('I')) {
    const found = ISO[given.get('I') ?? ''];
    if (found === undefined) throw new Failure(`invalid argument ${call.quote(given.get('I') ?? '')} for ${call.quote('--iso-8601')}`);
    format = found;
  }
  if (given.has('R')) format = '%a, %d %b %Y %H:%M:%S %z';
  if (given.has('rfc-3339')) format = (ISO[given.get('rfc-3339') ?? ''] ?? '%Y-%m-%d').replace('T', ' ').replace(',', '.');
  const tz = given.has('u') ? undefined : call.process.env['TZ'];
  let time: number | undefined = current;
  const text = given.get('d');
  if (text !== undefined) {
    time = parseDate(text, current, (ms) => zoneAt(tz, ms).offset);
    if (time === undefined) throw new Failure(`invalid date ${call.quote(text)}`);
  }
  const file = given.get('r');
  if (file !== undefined) {
    const entry = yield* files((fs, cwd) => fs.stat(fs.resolve(cwd, file)));
    if (!entry) throw new Failure(`${file}: ${new SysError('ENOENT').message}`);
    time = entry.modified;
  }
  call.put(`${formatDate(format, time, zoneAt(tz, time))}\n`);
  return 0;
};
