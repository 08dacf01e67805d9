import { T as SysError, i as files, l as now } from "./sys-DzG-ihIq.js";
import { t as formatDate } from "./datetext-QImhSZTU.js";
import { r as options, t as extraOperand } from "./options-DE9P4iOL.js";
import { t as Failure } from "./tool-C9Ng63UA.js";
// src/tools/date.ts
/** date: virtual time, and what `-d` names. */
var MONTHS = [
	"jan",
	"feb",
	"mar",
	"apr",
	"may",
	"jun",
	"jul",
	"aug",
	"sep",
	"oct",
	"nov",
	"dec"
];
var DAYS = [
	"sun",
	"mon",
	"tue",
	"wed",
	"thu",
	"fri",
	"sat"
];
var UNITS = {
	sec: 1e3,
	second: 1e3,
	min: 6e4,
	minute: 6e4,
	hour: 36e5,
	day: 864e5,
	week: 6048e5,
	fortnight: 12096e5
};
/**
* Milliseconds since the epoch of a date in words or numbers: `2026-11-24T09:00:00Z`, `24 Nov 2026 09:00`, `@1700000000`,
* `tomorrow`, `2 hours ago`, `next friday`, and several of them in a row. Undefined when it is no date.
*/
function parseDate(text, today) {
	let rest = text.trim().toLowerCase();
	const epoch = /^@(-?\d+(?:\.\d+)?)$/.exec(rest);
	if (epoch) return Number(epoch[1]) * 1e3;
	const start = new Date(today);
	let date = [
		start.getUTCFullYear(),
		start.getUTCMonth(),
		start.getUTCDate()
	];
	let clock;
	let moved = 0;
	let months = 0;
	let zone = 0;
	let relative = false;
	const dated = (year, month, day) => {
		date = [
			year,
			month,
			day
		];
		clock ??= 0;
	};
	const rules = [
		[/^(\d{4})-(\d{1,2})-(\d{1,2})(?:t(?=\d))?/, (m) => dated(Number(m[1]), Number(m[2]) - 1, Number(m[3]))],
		[/^(\d{1,2})\/(\d{1,2})\/(\d{4})/, (m) => dated(Number(m[3]), Number(m[1]) - 1, Number(m[2]))],
		[/^(\d{4})(\d{2})(\d{2})(?!\d)/, (m) => dated(Number(m[1]), Number(m[2]) - 1, Number(m[3]))],
		[/^(\d{1,2}):(\d{2})(?::(\d{2})([.,]\d+)?)?\s*(am|pm)?/, (m) => {
			const hour = m[5] ? Number(m[1]) % 12 + (m[5] === "pm" ? 12 : 0) : Number(m[1]);
			if (hour > 24 || Number(m[2]) > 59 || Number(m[3] ?? 0) > 60) return false;
			clock = ((hour * 60 + Number(m[2])) * 60 + Number(m[3] ?? 0)) * 1e3 + Math.floor(Number((m[4] ?? ".0").replace(",", ".")) * 1e3);
		}],
		[/^(\d{1,2})\s*(am|pm)/, (m) => void (clock = (Number(m[1]) % 12 + (m[2] === "pm" ? 12 : 0)) * 36e5)],
		[/^(?:utc|gmt|z)(?![a-z])/, () => void 0],
		[/^([-+])(\d{2}):?(\d{2})(?!\d)/, (m) => clock === void 0 ? false : void (zone = (m[1] === "-" ? -1 : 1) * (Number(m[2]) * 60 + Number(m[3])) * 6e4)],
		[/^([-+]?\s*\d+|a|an|next|last|this)?\s*(sec|second|min|minute|hour|day|week|fortnight|month|year)s?(?![a-z])(\s+ago(?![a-z]))?/, (m) => {
			const word = (m[1] ?? "1").replace(/\s/g, "");
			const count = (word === "last" ? -1 : word === "this" ? 0 : /^(a|an|next)$/.test(word) ? 1 : Number(word)) * (m[3] ? -1 : 1);
			relative = true;
			if (m[2] === "month" || m[2] === "year") months += count * (m[2] === "year" ? 12 : 1);
			else moved += count * UNITS[m[2]];
		}],
		[/^(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?(?:[\s,-]+(\d{4})(?!:|\d))?/, (m) => MONTHS.includes(m[2]) ? dated(Number(m[3] ?? date[0]), MONTHS.indexOf(m[2]), Number(m[1])) : false],
		[/^([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?!:|\d)(?:,?\s+(\d{4})(?!:|\d))?/, (m) => MONTHS.includes(m[1]) ? dated(Number(m[3] ?? date[0]), MONTHS.indexOf(m[1]), Number(m[2])) : false],
		[/^(now|today|yesterday|tomorrow|midnight|noon)(?![a-z])/, (m) => {
			relative = true;
			if (m[1] === "yesterday") moved -= 864e5;
			if (m[1] === "tomorrow") moved += 864e5;
			if (m[1] === "midnight") clock = 0;
			if (m[1] === "noon") clock = 432e5;
		}],
		[/^(next|last|this)?\s*([a-z]{3})[a-z]*,?/, (m) => {
			const day = DAYS.indexOf(m[2]);
			if (day < 0) return false;
			if (clock !== void 0 && m[1] === void 0 && date[2] !== start.getUTCDate()) return;
			weekdayShift = (day - new Date(Date.UTC(...date)).getUTCDay() + 7) % 7 || (m[1] === "next" ? 7 : 0);
			if (m[1] === "last") weekdayShift -= 7;
			clock ??= 0;
		}],
		[/^(\d{4})(?!:|\d)/, (m) => clock !== void 0 ? void (date = [
			Number(m[1]),
			date[1],
			date[2]
		]) : false]
	];
	let weekdayShift = 0;
	let explicit = false;
	while (rest !== "") if (!rules.find(([pattern, apply]) => {
		const match = pattern.exec(rest);
		if (!match || match[0] === "") return false;
		const before = `${date}`;
		if (apply(match) === false) return false;
		if (`${date}` !== before || /\d{4}-|\/\d|^\d{8}/.test(match[0])) explicit = true;
		rest = rest.slice(match[0].length).replace(/^[\s,]+/, "");
		return true;
	})) return void 0;
	if (explicit) weekdayShift = 0;
	if (date[1] > 11 || date[1] < 0 || date[2] < 1 || date[2] > new Date(Date.UTC(date[0], date[1] + 1, 0)).getUTCDate()) return void 0;
	if (clock === void 0 && !relative && text.trim() === "") clock = 0;
	const time = clock ?? today - Date.UTC(start.getUTCFullYear(), start.getUTCMonth(), start.getUTCDate());
	const result = Date.UTC(date[0], date[1] + months, date[2] + weekdayShift) + time + moved - zone;
	return Number.isNaN(new Date(result).getTime()) ? void 0 : result;
}
var ISO = {
	"": "%Y-%m-%d",
	date: "%Y-%m-%d",
	hours: "%Y-%m-%dT%H%:z",
	minutes: "%Y-%m-%dT%H:%M%:z",
	seconds: "%Y-%m-%dT%H:%M:%S%:z",
	ns: "%Y-%m-%dT%H:%M:%S,%N%:z"
};
var date = function* (call) {
	const given = options(call, "u,utc,universal d,date: f,file: I,iso-8601:: R,rfc-email,rfc-2822 rfc-3339: r,reference: s,set:");
	const current = yield* now();
	if (given.has("s")) throw new Failure("cannot set date: Operation not permitted");
	const [first, extra] = given.operands;
	if (extra !== void 0) throw extraOperand(call, extra);
	if (first !== void 0 && !first.startsWith("+")) throw new Failure(/^\d+$/.test(first) ? "cannot set date: Operation not permitted" : `invalid date ${call.quote(first)}`);
	let format = first?.slice(1) ?? "%a %b %e %H:%M:%S %Z %Y";
	if (given.has("I")) {
		const found = ISO[given.get("I") ?? ""];
		if (found === void 0) throw new Failure(`invalid argument ${call.quote(given.get("I") ?? "")} for ${call.quote("--iso-8601")}`);
		format = found;
	}
	if (given.has("R")) format = "%a, %d %b %Y %H:%M:%S %z";
	if (given.has("rfc-3339")) format = (ISO[given.get("rfc-3339") ?? ""] ?? "%Y-%m-%d").replace("T", " ").replace(",", ".");
	let time = current;
	const text = given.get("d");
	if (text !== void 0) {
		time = parseDate(text, current);
		if (time === void 0) throw new Failure(`invalid date ${call.quote(text)}`);
	}
	const file = given.get("r");
	if (file !== void 0) {
		const entry = yield* files((fs, cwd) => fs.stat(fs.resolve(cwd, file)));
		if (!entry) throw new Failure(`${file}: ${new SysError("ENOENT").message}`);
		time = entry.modified;
	}
	call.put(`${formatDate(format, time)}\n`);
	return 0;
};
export { date, parseDate };
