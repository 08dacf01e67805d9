import { n as allLines } from "./lines-C_9WBvXS.js";
import { n as missingOperand, r as options, t as extraOperand } from "./options-DE9P4iOL.js";
import { t as Failure } from "./tool-C9Ng63UA.js";
// src/tools/compare.ts
/** comm and join: two sorted files side by side. */
var comm = function* (call) {
	const given = options(call, "1 2 3 i total nocheck-order check-order output-delimiter: z,zero-terminated");
	const [left, right, extra] = given.operands;
	if (left === void 0) throw missingOperand(call);
	if (right === void 0) throw missingOperand(call, left);
	if (extra !== void 0) throw extraOperand(call, extra);
	const end = given.has("z") ? "\0" : "\n";
	const [a, one] = yield* allLines(call, [left], end);
	if (one !== 0) return one;
	const [b, two] = yield* allLines(call, [right], end);
	if (two !== 0) return two;
	const tab = given.get("output-delimiter") ?? "	";
	const lead = [
		"",
		given.has("1") ? "" : tab,
		(given.has("1") ? "" : tab) + (given.has("2") ? "" : tab)
	];
	const totals = [
		0,
		0,
		0
	];
	const unsorted = [false, false];
	let alone = false;
	const put = (column, line) => {
		totals[column] = totals[column] + 1;
		if (!given.has(String(column + 1))) call.put(`${lead[column]}${line}${end}`);
	};
	const check = function* (side, lines, at) {
		if (call.busybox || given.has("nocheck-order") || !(alone || given.has("check-order")) || unsorted[side] || at === 0 || !(lines[at - 1] > lines[at])) return;
		unsorted[side] = true;
		yield* call.warn(`file ${side + 1} is not in sorted order`);
	};
	for (let i = 0, j = 0; i < a.length || j < b.length;) {
		const [x, y] = [a[i], b[j]];
		if (y === void 0 || x !== void 0 && x < y) {
			put(0, x);
			alone = true;
			i++;
		} else if (x === void 0 || x > y) {
			put(1, y);
			alone = true;
			j++;
		} else {
			put(2, x);
			i++;
			j++;
		}
		if (i < a.length) yield* check(0, a, i);
		if (j < b.length) yield* check(1, b, j);
	}
	if (given.has("total")) call.put(`${totals.join(tab)}${tab}total${end}`);
	if (!unsorted[0] && !unsorted[1]) return 0;
	yield* call.warn("input is not in sorted order");
	return 1;
};
var join = function* (call) {
	const given = options(call, "a: v: 1: 2: j: t: e: o: i,ignore-case check-order nocheck-order header");
	const [left, right, extra] = given.operands;
	if (left === void 0) throw missingOperand(call);
	if (right === void 0) throw missingOperand(call, left);
	if (extra !== void 0) throw extraOperand(call, extra);
	const field = (name) => {
		const text = given.get(name) ?? given.get("j") ?? "1";
		if (!/^[1-9]\d*$/.test(text)) throw new Failure(`invalid field number: ${call.quote(text)}`);
		return Number(text) - 1;
	};
	const [fieldA, fieldB] = [field("1"), field("2")];
	const separator = given.get("t");
	const empty = given.get("e") ?? "";
	const split = (line) => separator === void 0 ? line.trim().split(/[ \t]+/) : line.split(separator);
	const key = (parts, at) => given.has("i") ? (parts[at] ?? "").toLowerCase() : parts[at] ?? "";
	const [linesA, one] = yield* allLines(call, [left]);
	if (one !== 0) return one;
	const [linesB, two] = yield* allLines(call, [right]);
	if (two !== 0) return two;
	const [a, b] = [linesA.map(split), linesB.map(split)];
	const format = given.get("o")?.split(/[ ,]+/);
	const glue = separator ?? " ";
	const put = (x, y) => {
		const common = x ? x[fieldA] : y?.[fieldB];
		const cells = format ? format.map((spec) => {
			if (spec === "0") return common || empty;
			const [, file, column] = /^([12])\.(\d+)$/.exec(spec) ?? [];
			if (file === void 0) throw new Failure(`invalid file number in field spec: ${call.quote(spec)}`);
			return (file === "1" ? x : y)?.[Number(column) - 1] || empty;
		}) : [
			common ?? "",
			...(x ?? []).filter((_, i) => i !== fieldA),
			...(y ?? []).filter((_, i) => i !== fieldB)
		];
		call.put(`${cells.join(glue)}\n`);
	};
	const alone = [...given.all("a"), ...given.all("v")];
	const onlyAlone = given.has("v");
	let i = 0;
	let j = 0;
	let sorted = true;
	let unpaired = false;
	const check = function* (parts, lines, at, path, column) {
		if (given.has("nocheck-order") || !(unpaired || given.has("check-order")) || !sorted || at === 0 || at >= parts.length) return;
		if (!(key(parts[at - 1], column) > key(parts[at], column))) return;
		sorted = false;
		yield* call.warn(`${path}:${at + 1}: is not sorted: ${lines[at]}`);
	};
	while (i < a.length || j < b.length) {
		const [x, y] = [a[i], b[j]];
		const [kx, ky] = [x && key(x, fieldA), y && key(y, fieldB)];
		if (ky === void 0 || kx !== void 0 && kx < ky) {
			unpaired = true;
			if (alone.includes("1")) put(x, void 0);
			i++;
		} else if (kx === void 0 || kx > ky) {
			unpaired = true;
			if (alone.includes("2")) put(void 0, y);
			j++;
		} else {
			let toA = i;
			while (toA < a.length && key(a[toA], fieldA) === kx) toA++;
			let toB = j;
			while (toB < b.length && key(b[toB], fieldB) === kx) toB++;
			if (!onlyAlone) for (let p = i; p < toA; p++) for (let q = j; q < toB; q++) put(a[p], b[q]);
			[i, j] = [toA, toB];
		}
		yield* check(a, linesA, i, left, fieldA);
		yield* check(b, linesB, j, right, fieldB);
	}
	if (sorted) return 0;
	yield* call.warn("input is not in sorted order");
	return 1;
};
export { comm, join };
