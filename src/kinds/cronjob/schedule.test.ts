import { describe, expect, test } from 'vitest';
import { nextTime, parseSchedule, ScheduleError } from './schedule.ts';

describe('schedules', () => {
  test.each([
    ['*/5 * * * *', '2026-11-24T09:01:00Z', '2026-11-24T09:05:00Z'],
    ['0 0 1 1 *', '2026-11-24T09:00:00Z', '2027-01-01T00:00:00Z'],
    ['30 8 * * mon-fri', '2026-11-27T09:00:00Z', '2026-11-30T08:30:00Z'],
    ['0 0 13 * 5', '2026-11-24T00:00:00Z', '2026-11-27T00:00:00Z'],
    ['@hourly', '2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z'],
    ['@every 90s', '2026-11-24T09:00:00Z', '2026-11-24T09:01:30Z'],
    ['0 0 29 2 *', '2026-11-24T09:00:00Z', '2028-02-29T00:00:00Z'],
  ])('%s after %s is %s', (text, after, next) => expect(nextTime(parseSchedule(text), Date.parse(after))).toBe(Date.parse(next)));

  test('may never be due', () => expect(nextTime(parseSchedule('0 0 30 2 *'), 0)).toBeUndefined());

  test.each([
    ['bogus', 'expected exactly 5 fields, found 1: [bogus]'],
    ['70 * * * *', 'end of range (70) above maximum (59): 70'],
    ['* * 0 * *', 'beginning of range (0) below minimum (1): 0'],
    ['5-1 * * * *', 'beginning of range (5) beyond end of range (1): 5-1'],
    ['x * * * *', 'failed to parse int from x: strconv.Atoi: parsing "x": invalid syntax'],
    ['*/0 * * * *', 'step of range should be a positive number: */0'],
    ['@never', 'unrecognized descriptor: @never'],
  ])('%s: %s', (text, message) => expect(() => parseSchedule(text)).toThrow(new ScheduleError(message)));
});
