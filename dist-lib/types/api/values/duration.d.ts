export declare class DurationError extends Error {
}
/** Age with two or three significant figures: 119s, 2m5s, 3h20m, 2d3h (k8s.io/apimachinery/pkg/util/duration). */
export declare function humanDuration(ms: number): string;
/** Age in one unit: 45s, 3m, 5h, 7d, 2y. */
export declare function shortHumanDuration(ms: number): string;
/** Milliseconds of a Go duration such as 1m30s or 1.5h, with Go's error texts. */
export declare function parseGoDuration(text: string): number;
/** As Go prints a Duration: 0s, 19ms, 1.5s, 1m30s, 2h0m0s. */
export declare function formatGoDuration(ms: number): string;
/** Milliseconds of an RFC 3339 time such as 2026-11-24T02:22:57Z. */
export declare function parseTime(text: string): number;
/** RFC 3339 with whole seconds: metadata.creationTimestamp and its like. */
export declare function formatTime(ms: number): string;
/** RFC 3339 with six decimals: eventTime, Lease times. */
export declare function formatMicroTime(ms: number): string;
/** As describe prints times: `Tue, 24 Nov 2026 02:22:57 +0000`. */
export declare function formatRFC1123Z(ms: number): string;
