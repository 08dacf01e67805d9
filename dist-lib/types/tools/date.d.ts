import { type Tool } from './tool.ts';
/**
 * Milliseconds since the epoch of a date in words or numbers: `2026-11-24T09:00:00Z`, `24 Nov 2026 09:00`, `@1700000000`,
 * `tomorrow`, `2 hours ago`, `next friday`, and several of them in a row. Undefined when it is no date.
 */
export declare function parseDate(text: string, today: number): number | undefined;
export declare const date: Tool;
