/** strftime on virtual time, in UTC or another zone. */
import { UTC, type ZoneAt } from './zone.ts';

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** `format` with its % sequences filled in for `ms` since the epoch. */
export function formatDate(format: string, ms: number, zone: ZoneAt = UTC): string {
  const date = new Date(ms + zone.offset * 60_000);
  if (Number.isNaN(date.getTime())) return '';
  return format.replace(
    /%([-_0^#]?)(\d*)(?:E(?=[cCxXyY])|O(?=[deHImMSuUVwWy]))?(:*[a-zA-Z%])/g,
    (all, flag: string, width: string, letter: string) => {
      const value = field(letter, date, ms, zone);
      if (value === undefined) return all;
      if (typeof value === 'string' && flag === '#') return letter === 'Z' || letter === 'p' ? value.toLowerCase() : value.toUpperCase();
      if (typeof value === 'string') return flag === '^' ? value.toUpperCase() : value.padStart(Number(width || 0));
      const [number, digits, fill] = value;
      // The width of a fraction is how many of its digits are shown.
      if (letter === 'N' && width !== '') return String(number).padStart(9, '0').slice(0, Number(width));
      if (flag === '-') return String(number);
      return String(number).padStart(Number(width || digits), flag === '_' ? ' ' : flag === '0' ? '0' : fill);
    },
  );
}

function field(letter: string, d: Date, ms: number, zone: ZoneAt): string | readonly [number, number, string] | undefined {
  const zero = (number: number, digits = 2): readonly [number, number, string] => [number, digits, '0'];
  const day = d.getUTCDay();
  const yearDay = Math.floor(
    (Date.UTC(d.getUTCFullYear(), d.getUTCMonth(), d.getUTCDate()) - Date.UTC(d.getUTCFullYear(), 0, 1)) / 86_400_000,
  );
  const hour12 = d.getUTCHours() % 12 || 12;
  switch (letter) {
    case '%':
      return '%';
    case 'n':
      return '\n';
    case 't':
      return '\t';
    case 'a':
      return (DAYS[day] as string).slice(0, 3);
    case 'A':
      return DAYS[day] as string;
    case 'b':
    case 'h':
      return (MONTHS[d.getUTCMonth()] as string).slice(0, 3);
    case 'B':
      return MONTHS[d.getUTCMonth()] as string;
    case 'c':
      return formatDate('%a %b %e %H:%M:%S %Y', ms, zone);
    case 'C':
      return zero(Math.floor(d.getUTCFullYear() / 100));
    case 'd':
      return zero(d.getUTCDate());
    case 'D':
    case 'x':
      return formatDate('%m/%d/%y', ms, zone);
    case 'e':
      return [d.getUTCDate(), 2, ' '];
    case 'F':
      return formatDate('%Y-%m-%d', ms, zone);
    case 'H':
      return zero(d.getUTCHours());
    case 'I':
      return zero(hour12);
    case 'j':
      return zero(yearDay + 1, 3);
    case 'k':
      return [d.getUTCHours(), 2, ' '];
    case 'l':
      return [hour12, 2, ' '];
    case 'm':
      return zero(d.getUTCMonth() + 1);
    case 'M':
      return zero(d.getUTCMinutes());
    case 'N':
      return zero((((ms % 1000) + 1000) % 1000) * 1_000_000, 9);
    case 'p':
      return d.getUTCHours() < 12 ? 'AM' : 'PM';
    case 'P':
      return d.getUTCHours() < 12 ? 'am' : 'pm';
    case 'q':
      return String(Math.floor(d.getUTCMonth() / 3) + 1);
    case 'r':
      return formatDate('%I:%M:%S %p', ms, zone);
    case 'R':
      return formatDate('%H:%M', ms, zone);
    case 's':
      return String(Math.floor(ms / 1000));
    case 'S':
      return zero(d.getUTCSeconds());
    case 'T':
    case 'X':
      return formatDate('%H:%M:%S', ms, zone);
    case 'u':
      return String(day || 7);
    case 'U':
      return zero(Math.floor((yearDay + 7 - day) / 7));
    case 'w':
      return String(day);
    case 'W':
      return zero(Math.floor((yearDay + 7 - ((day + 6) % 7)) / 7));
    case 'V':
      return zero(isoWeek(d).week);
    case 'G':
      return zero(isoWeek(d).year, 4);
    case 'y':
      return zero(d.getUTCFullYear() % 100);
    case 'Y':
      return zero(d.getUTCFullYear(), 1);
    case 'z':
      return offsetText(zone.offset, '');
    case ':z':
      return offsetText(zone.offset, ':');
    case '::z':
      return `${offsetText(zone.offset, ':')}:00`;
    case 'Z':
      return zone.name;
    default:
      return undefined;
  }
}

function offsetText(offset: number, between: string): string {
  const size = Math.abs(offset);
  return `${offset < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}${between}${String(size % 60).padStart(2, '0')}`;
}

function isoWeek(d: Date): { year: number; week: number } {
  const thursday = new Date(Date.UTC(d.getUTCFullYear(), d.getUTCMonth(), d.getUTCDate() + 4 - (d.getUTCDay() || 7)));
  const year = thursday.getUTCFullYear();
  return { year, week: Math.ceil(((thursday.getTime() - Date.UTC(year, 0, 1)) / 86_400_000 + 1) / 7) };
}
