// src/tools/datetext.ts
/** strftime on virtual time (always UTC: the simulated machines know no other zone). */
var DAYS = [
	"Sunday",
	"Monday",
	"Tuesday",
	"Wednesday",
	"Thursday",
	"Friday",
	"Saturday"
];
var MONTHS = [
	"January",
	"February",
	"March",
	"April",
	"May",
	"June",
	"July",
	"August",
	"September",
	"October",
	"November",
	"December"
];
/** `format` with its % sequences filled in for `ms` since the epoch. */
function formatDate(format, ms) {
	const date = new Date(ms);
	if (Number.isNaN(date.getTime())) return "";
	return format.replace(/%([-_0^]?)(\d*)(:*[a-zA-Z%])/g, (all, flag, width, letter) => {
		const value = field(letter, date, ms);
		if (value === void 0) return all;
		if (typeof value === "string") return flag === "^" ? value.toUpperCase() : value.padStart(Number(width || 0));
		const [number, digits, fill] = value;
		if (flag === "-") return String(number);
		return String(number).padStart(Number(width || digits), flag === "_" ? " " : flag === "0" ? "0" : fill);
	});
}
function field(letter, d, ms) {
	const zero = (number, digits = 2) => [
		number,
		digits,
		"0"
	];
	const day = d.getUTCDay();
	const yearDay = Math.floor((Date.UTC(d.getUTCFullYear(), d.getUTCMonth(), d.getUTCDate()) - Date.UTC(d.getUTCFullYear(), 0, 1)) / 864e5);
	const hour12 = d.getUTCHours() % 12 || 12;
	switch (letter) {
		case "%": return "%";
		case "n": return "\n";
		case "t": return "	";
		case "a": return DAYS[day].slice(0, 3);
		case "A": return DAYS[day];
		case "b":
		case "h": return MONTHS[d.getUTCMonth()].slice(0, 3);
		case "B": return MONTHS[d.getUTCMonth()];
		case "c": return formatDate("%a %b %e %H:%M:%S %Y", ms);
		case "C": return zero(Math.floor(d.getUTCFullYear() / 100));
		case "d": return zero(d.getUTCDate());
		case "D":
		case "x": return formatDate("%m/%d/%y", ms);
		case "e": return [
			d.getUTCDate(),
			2,
			" "
		];
		case "F": return formatDate("%Y-%m-%d", ms);
		case "H": return zero(d.getUTCHours());
		case "I": return zero(hour12);
		case "j": return zero(yearDay + 1, 3);
		case "k": return [
			d.getUTCHours(),
			2,
			" "
		];
		case "l": return [
			hour12,
			2,
			" "
		];
		case "m": return zero(d.getUTCMonth() + 1);
		case "M": return zero(d.getUTCMinutes());
		case "N": return zero((ms % 1e3 + 1e3) % 1e3 * 1e6, 9);
		case "p": return d.getUTCHours() < 12 ? "AM" : "PM";
		case "P": return d.getUTCHours() < 12 ? "am" : "pm";
		case "q": return String(Math.floor(d.getUTCMonth() / 3) + 1);
		case "r": return formatDate("%I:%M:%S %p", ms);
		case "R": return formatDate("%H:%M", ms);
		case "s": return String(Math.floor(ms / 1e3));
		case "S": return zero(d.getUTCSeconds());
		case "T":
		case "X": return formatDate("%H:%M:%S", ms);
		case "u": return String(day || 7);
		case "U": return zero(Math.floor((yearDay + 7 - day) / 7));
		case "w": return String(day);
		case "W": return zero(Math.floor((yearDay + 7 - (day + 6) % 7) / 7));
		case "V": return zero(isoWeek(d).week);
		case "G": return zero(isoWeek(d).year, 4);
		case "y": return zero(d.getUTCFullYear() % 100);
		case "Y": return zero(d.getUTCFullYear(), 1);
		case "z": return "+0000";
		case ":z": return "+00:00";
		case "Z": return "UTC";
		default: return;
	}
}
function isoWeek(d) {
	const thursday = new Date(Date.UTC(d.getUTCFullYear(), d.getUTCMonth(), d.getUTCDate() + 4 - (d.getUTCDay() || 7)));
	const year = thursday.getUTCFullYear();
	return {
		year,
		week: Math.ceil(((thursday.getTime() - Date.UTC(year, 0, 1)) / 864e5 + 1) / 7)
	};
}
export { formatDate as t };
