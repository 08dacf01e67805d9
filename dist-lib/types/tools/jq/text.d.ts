import { type Value } from './json.ts';
export declare const toText: (value: Value) => string;
export declare function formatText(name: string, value: Value): string;
interface Found {
    /** In UTF-16 units, for cutting. */
    readonly start: number;
    readonly end: number;
    readonly value: Value;
}
/** All matches of a pattern (the first, without the flag `g`) as jq's objects. */
export declare function matches(text: Value, source: Value, modifiers: Value): Found[];
/** The pieces between matches. */
export declare function splitByPattern(text: Value, source: Value, flags: Value): Value;
/** Seconds since 1970 as [year, month from 0, day, hours, minutes, seconds, day of the week, day of the year]. */
export declare function brokenTime(seconds: Value): Value;
export declare function secondsOf(time: Value): Value;
export declare function timeText(time: Value, format: Value): Value;
/** A text read by a format of strptime, as a broken down time. */
export declare function parseTime(text: Value, format: Value): Value;
export {};
