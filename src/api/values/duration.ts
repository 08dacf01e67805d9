// Signatures first; bodies follow.
export class DurationError extends Error {}
export function humanDuration(ms: number): string { throw new DurationError(`${ms}`); }
export function shortHumanDuration(ms: number): string { throw new DurationError(`${ms}`); }
/** Go's time.ParseDuration, in milliseconds (fractions kept). */
export function parseGoDuration(text: string): number { throw new DurationError(text); }
export function formatGoDuration(ms: number): string { throw new DurationError(`${ms}`); }
export function parseTime(text: string): number { throw new DurationError(text); }
export function formatTime(ms: number): string { throw new DurationError(`${ms}`); }
export function formatMicroTime(ms: number): string { throw new DurationError(`${ms}`); }
export function formatRFC1123Z(ms: number): string { throw new DurationError(`${ms}`); }
