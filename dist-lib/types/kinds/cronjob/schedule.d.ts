/** Schedules in cron's five fields, as robfig/cron reads them, with its error texts. Times are UTC, ms since the epoch. */
export declare class ScheduleError extends Error {
}
/** When it is due: the values each field allows, or a fixed interval. */
export type Schedule = {
    readonly every: number;
} | {
    readonly fields: readonly Field[];
};
interface Field {
    readonly values: ReadonlySet<number>;
    /** Written as * or ?: then the other of the two day fields decides. */
    readonly any: boolean;
}
/** Reads a schedule; throws ScheduleError. */
export declare function parseSchedule(text: string): Schedule;
/**
 * The first time after `after` at which the schedule is due; undefined if there is none for years.
 * @param zone an IANA time zone (default UTC) whose clocks the schedule is about
 */
export declare function nextTime(schedule: Schedule, after: number, zone?: string): number | undefined;
/** Whether the host knows a time zone of that name. */
export declare function isTimeZone(zone: string): boolean;
/** RFC 3339 in a time zone: `2026-11-24T10:00:00+01:00`. */
export declare function formatInZone(time: number, zone?: string): string;
export {};
