// src/api/values/duration.ts
var DurationError = class extends Error {};
var SECOND = 1e3;
var UNITS = {
	ns: 1e-6,
	us: .001,
	µs: .001,
	μs: .001,
	ms: 1,
	s: SECOND,
	m: 60 * SECOND,
	h: 3600 * SECOND
};
var DAYS = [
	"Sun",
	"Mon",
	"Tue",
	"Wed",
	"Thu",
	"Fri",
	"Sat"
];
var MONTHS = [
	"Jan",
	"Feb",
	"Mar",
	"Apr",
	"May",
	"Jun",
	"Jul",
	"Aug",
	"Sep",
	"Oct",
	"Nov",
	"Dec"
];
/** Go's Duration is 63 bits of nanoseconds. */
var MAX_MS = 2 ** 63 / 1e6;
/** Age with two or three significant figures: 119s, 2m5s, 3h20m, 2d3h (k8s.io/apimachinery/pkg/util/duration). */
function humanDuration(ms) {
	const seconds = Math.trunc(ms / SECOND);
	if (seconds < -1) return "<invalid>";
	if (seconds < 0) return "0s";
	if (seconds < 120) return `${seconds}s`;
	const minutes = Math.floor(seconds / 60);
	if (minutes < 10) return pair(minutes, "m", seconds % 60, "s");
	if (minutes < 180) return `${minutes}m`;
	const hours = Math.floor(minutes / 60);
	if (hours < 8) return pair(hours, "h", minutes % 60, "m");
	if (hours < 48) return `${hours}h`;
	const days = Math.floor(hours / 24);
	if (hours < 192) return pair(days, "d", hours % 24, "h");
	if (days < 730) return `${days}d`;
	const years = Math.floor(days / 365);
	return days < 2920 ? pair(years, "y", days % 365, "d") : `${years}y`;
}
function pair(large, largeUnit, small, smallUnit) {
	return small === 0 ? `${large}${largeUnit}` : `${large}${largeUnit}${small}${smallUnit}`;
}
/** Milliseconds of a Go duration such as 1m30s or 1.5h, with Go's error texts. */
function parseGoDuration(text) {
	const unsigned = text.replace(/^[-+]/, "");
	if (unsigned === "0") return 0;
	let [rest, total] = [unsigned, 0];
	do {
		const [all, whole = "", fraction = "", unit = ""] = /^(\d*)(?:\.(\d*))?([^\d.]*)/.exec(rest);
		if (whole === "" && fraction === "") throw new DurationError(`time: invalid duration ${JSON.stringify(text)}`);
		if (unit === "") throw new DurationError(`time: missing unit in duration ${JSON.stringify(text)}`);
		if (!Object.hasOwn(UNITS, unit)) throw new DurationError(`time: unknown unit ${JSON.stringify(unit)} in duration ${JSON.stringify(text)}`);
		total += Number(`${whole || "0"}.${fraction || "0"}`) * UNITS[unit];
		if (total >= MAX_MS) throw new DurationError(`time: invalid duration ${JSON.stringify(text)}`);
		rest = rest.slice(all.length);
	} while (rest !== "");
	return text.startsWith("-") && total !== 0 ? -total : total;
}
/** As Go prints a Duration: 0s, 19ms, 1.5s, 1m30s, 2h0m0s. */
function formatGoDuration(ms) {
	if (ms < 0) return `-${formatGoDuration(-ms)}`;
	if (ms === 0) return "0s";
	const nanos = Math.round(ms * 1e6);
	if (nanos < 1e3) return `${nanos}ns`;
	if (nanos < 1e6) return `${trimZeros(nanos / 1e3, 3)}µs`;
	if (nanos < 1e9) return `${trimZeros(nanos / 1e6, 6)}ms`;
	const seconds = Math.floor(ms / SECOND);
	const rest = trimZeros(seconds % 60 + (ms - seconds * SECOND) / SECOND, 9);
	const minutes = Math.floor(seconds / 60);
	if (minutes === 0) return `${rest}s`;
	return minutes < 60 ? `${minutes}m${rest}s` : `${Math.floor(minutes / 60)}h${minutes % 60}m${rest}s`;
}
function trimZeros(value, decimals) {
	return value.toFixed(decimals).replace(/\.?0+$/, "");
}
/** Milliseconds of an RFC 3339 time such as 2026-11-24T02:22:57Z. */
function parseTime(text) {
	const ms = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[-+]\d\d:\d\d)$/.test(text) ? Date.parse(text) : NaN;
	if (Number.isNaN(ms)) throw new DurationError(`parsing time ${JSON.stringify(text)} as "2006-01-02T15:04:05Z07:00": cannot parse ${JSON.stringify(text)} as "2006"`);
	return ms;
}
/** RFC 3339 with whole seconds: metadata.creationTimestamp and its like. */
function formatTime(ms) {
	const second = Math.floor(ms / SECOND);
	const known = formatted[second & FORMATTED - 1];
	if (known?.second === second) return known.text;
	const text = `${(/* @__PURE__ */ new Date(second * SECOND)).toISOString().slice(0, 19)}Z`;
	formatted[second & FORMATTED - 1] = {
		second,
		text
	};
	return text;
}
/** The last answers: much happens within the same few seconds. */
var FORMATTED = 64;
var formatted = Array.from({ length: FORMATTED });
/** RFC 3339 with six decimals: eventTime, Lease times. */
function formatMicroTime(ms) {
	return `${new Date(ms).toISOString().slice(0, 23)}000Z`;
}
/** As describe prints times: `Tue, 24 Nov 2026 02:22:57 +0000`. */
function formatRFC1123Z(ms) {
	const date = new Date(ms);
	const day = String(date.getUTCDate()).padStart(2, "0");
	const clock = date.toISOString().slice(11, 19);
	return `${DAYS[date.getUTCDay()]}, ${day} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()} ${clock} +0000`;
}
export { formatTime as a, parseTime as c, formatRFC1123Z as i, formatGoDuration as n, humanDuration as o, formatMicroTime as r, parseGoDuration as s, DurationError as t };
