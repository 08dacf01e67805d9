// src/api/values/quantity.ts
var QuantityError = class extends Error {};
var NANO = 10n ** 9n;
var MAX = (2n ** 63n - 1n) * NANO;
var MAX_EXPONENT = 400;
var DECIMAL = {
	n: -9,
	u: -6,
	m: -3,
	"": 0,
	k: 3,
	M: 6,
	G: 9,
	T: 12,
	P: 15,
	E: 18
};
var BINARY = {
	Ki: 10,
	Mi: 20,
	Gi: 30,
	Ti: 40,
	Pi: 50,
	Ei: 60
};
var SHAPE = /^([+-]?)(\d*)(?:\.(\d*))?([eEinumkKMGTP]*[-+]?\d*)$/;
var WRONG_SHAPE = "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";
var WRONG_SUFFIX = "unable to parse quantity's suffix";
/** The quantity written as `text` (or as a bare number in JSON). What is finer than a nano is rounded away from 0. */
function parseQuantity(text) {
	const found = SHAPE.exec(String(text));
	if (!found || text === "") throw new QuantityError(WRONG_SHAPE);
	const [, sign, whole = "", fraction = "", suffix = ""] = found;
	const digits = BigInt(`${whole}${fraction}` || "0");
	const { format, scale } = readSuffix(suffix);
	const exponent = (format === "BinarySI" ? 0 : scale) - fraction.length + 9;
	let nano = format === "BinarySI" ? digits * 2n ** BigInt(scale) : digits;
	nano = exponent >= 0 ? nano * 10n ** BigInt(exponent) : divideUp(nano, 10n ** BigInt(-exponent));
	if (format === "BinarySI" && nano > MAX) nano = MAX;
	return {
		nano: sign === "-" ? -nano : nano,
		format: format === "BinarySI" && nano > 0n && nano < NANO ? "DecimalSI" : format
	};
}
function readSuffix(suffix) {
	if (Object.hasOwn(DECIMAL, suffix)) return {
		format: "DecimalSI",
		scale: DECIMAL[suffix]
	};
	if (Object.hasOwn(BINARY, suffix)) return {
		format: "BinarySI",
		scale: BINARY[suffix]
	};
	const exponent = /^[eE]([-+]?\d+)$/.exec(suffix);
	if (!exponent || Number(exponent[1]) > MAX_EXPONENT) throw new QuantityError(WRONG_SUFFIX);
	return {
		format: "DecimalExponent",
		scale: Math.max(Number(exponent[1]), -400)
	};
}
/** a / b for a of any sign, rounded away from 0. */
function divideUp(a, b) {
	if (a < 0n) return -divideUp(-a, b);
	return (a + b - 1n) / b;
}
/** The canonical text: no fraction, the largest suffix that loses nothing. */
function formatQuantity({ nano, format }) {
	if (nano === 0n) return "0";
	const small = nano > -1024n * NANO && nano < 1024n * NANO;
	if (format === "BinarySI" && !small && nano % NANO === 0n) return withSuffix(nano / NANO, 1024n, 0, 6, binarySuffix);
	const [mantissa, exponent] = [nano, -9];
	const print = format === "DecimalExponent" ? (thousands) => thousands === 0 ? "" : `e${thousands * 3}` : decimalSuffix;
	return withSuffix(mantissa, 1000n, exponent / 3, format === "DecimalExponent" ? MAX_EXPONENT : 6, print);
}
/** Divides by `base` as long as nothing is lost; `power` counts the divisions, up to `max`. */
function withSuffix(amount, base, power, max, suffix) {
	let [rest, at] = [amount, power];
	while (rest % base === 0n && at < max) {
		rest /= base;
		at++;
	}
	return `${rest}${suffix(at)}`;
}
function decimalSuffix(thousands) {
	return [
		"n",
		"u",
		"m",
		"",
		"k",
		"M",
		"G",
		"T",
		"P",
		"E"
	][thousands + 3];
}
function binarySuffix(power) {
	return [
		"",
		"Ki",
		"Mi",
		"Gi",
		"Ti",
		"Pi",
		"Ei"
	][power];
}
/** `text` as the API server gives it back: `1000m` becomes `1`. */
function canonicalQuantity(text) {
	return formatQuantity(parseQuantity(text));
}
/** Below 0 when a is less than b, above 0 when it is more. */
function compareQuantity(a, b) {
	return a.nano < b.nano ? -1 : a.nano > b.nano ? 1 : 0;
}
/** a + b, in the format of a (of b when a is 0). */
function addQuantity(a, b) {
	return {
		nano: a.nano + b.nano,
		format: a.nano === 0n ? b.format : a.format
	};
}
/** a - b, in the format of a (of b when a is 0). */
function subQuantity(a, b) {
	return {
		nano: a.nano - b.nano,
		format: a.nano === 0n ? b.format : a.format
	};
}
/** The amount in whole units, rounded away from 0: bytes of memory, CPUs. */
function quantityValue({ nano }) {
	return Number(divideUp(nano, NANO));
}
/** The amount in thousandths, rounded away from 0: millicores of CPU. */
function quantityMilliValue({ nano }) {
	return Number(divideUp(nano, NANO / 1000n));
}
export { formatQuantity as a, quantityValue as c, compareQuantity as i, subQuantity as l, addQuantity as n, parseQuantity as o, canonicalQuantity as r, quantityMilliValue as s, QuantityError as t };
