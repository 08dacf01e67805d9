// src/tools/format.ts
var WIDEST = 1e6;
/** A text padded to the width of its conversion. */
function pad(text, { flags, width }) {
	const missing = Math.min(width, WIDEST) - [...text].length;
	if (missing <= 0) return text;
	return flags.includes("-") ? text + " ".repeat(missing) : " ".repeat(missing) + text;
}
/** A number in one of the conversions d i o u x X e E f F g G. */
function formatNumber(value, conversion) {
	const { flags, letter, width } = conversion;
	const integer = "diouxX".includes(letter);
	const precision = conversion.precision === void 0 ? void 0 : Math.min(conversion.precision, integer ? WIDEST : 100);
	if (!Number.isFinite(value)) {
		const word = Number.isNaN(value) ? "nan" : "inf";
		return pad((value < 0 ? "-" : flags.includes("+") ? "+" : "") + (letter < "a" ? word.toUpperCase() : word), conversion);
	}
	const negative = value < 0 || Object.is(value, -0);
	const size = Math.abs(value);
	let digits;
	let prefix = negative && !(integer && Math.trunc(size) === 0) ? "-" : flags.includes("+") ? "+" : flags.includes(" ") ? " " : "";
	if (integer) {
		let whole = BigInt(Math.trunc(size));
		if ("ouxX".includes(letter)) {
			if (negative) whole = (1n << 64n) - whole;
			prefix = "";
		}
		digits = whole.toString(letter === "o" ? 8 : letter === "x" || letter === "X" ? 16 : 10).padStart(precision ?? 1, "0");
		if (precision === 0 && whole === 0n) digits = "";
		if (flags.includes("#") && whole !== 0n) prefix += letter === "o" ? "0" : letter === "x" ? "0x" : letter === "X" ? "0x" : "";
	} else if ("fF".includes(letter)) digits = size >= 1e21 ? `${BigInt(size)}${fraction(precision ?? 6)}` : fixed(size, precision ?? 6);
	else if ("eE".includes(letter)) digits = exponent(size, precision ?? 6);
	else {
		const significant = precision === 0 ? 1 : precision ?? 6;
		const power = size === 0 ? 0 : Number(size.toExponential(significant - 1).split("e")[1]);
		if (power < -4 || power >= significant) digits = exponent(size, significant - 1);
		else digits = fixed(size, Math.max(0, significant - 1 - power));
		if (!flags.includes("#")) digits = digits.replace(/(\.\d*?)0+(e|$)/, "$1$2").replace(/\.(e|$)/, "$1");
	}
	if (letter === "X" || letter === "E" || letter === "G") {
		digits = digits.toUpperCase();
		prefix = prefix.toUpperCase();
	}
	if (flags.includes("0") && !flags.includes("-") && !(integer && precision !== void 0)) digits = digits.padStart(Math.min(width, WIDEST) - prefix.length, "0");
	return pad(prefix + digits, conversion);
}
/** Exact ties go to the even digit, as in C; JavaScript rounds them up. */
function fixed(size, precision) {
	const long = size.toFixed(Math.min(100, precision + 25));
	const cut = long.length - (Math.min(100, precision + 25) - precision);
	const short = long.slice(0, precision === 0 ? cut - 1 : cut);
	return /^\.?50*$/.test(long.slice(short.length)) && /[02468]$/.test(short) ? short : size.toFixed(precision);
}
function fraction(precision) {
	return precision > 0 ? `.${"0".repeat(precision)}` : "";
}
function exponent(size, precision) {
	return size.toExponential(precision).replace(/e([-+])(\d)$/, "e$10$2");
}
/** The conversions in a format, in order, with the text between them: `text` where it is none. */
function* conversions(format) {
	const pattern = /%([-+ #0']*)(\*|\d+)?(?:\.(\*|\d*))?(?:hh|ll|[hlLqjzt])?([a-zA-Z%])/g;
	let at = 0;
	for (const match of format.matchAll(pattern)) {
		if (match.index > at) yield { text: format.slice(at, match.index) };
		at = match.index + match[0].length;
		yield {
			flags: match[1],
			width: match[2] ?? "",
			precision: match[3],
			letter: match[4]
		};
	}
	if (at < format.length) yield { text: format.slice(at) };
}
export { formatNumber as n, pad as r, conversions as t };
