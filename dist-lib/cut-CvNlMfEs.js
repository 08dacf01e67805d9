import { a as eachLine, i as bytesOf, n as allLines, o as textOf, r as byteLength, t as Lines } from "./lines-C_9WBvXS.js";
import { a as usageError, i as parseCount, r as options } from "./options-DE9P4iOL.js";
import { t as Failure } from "./tool-C9Ng63UA.js";
// src/tools/cut.ts
/** cut, paste, fold and column: text in columns. */
function parseRanges(call, list, fields) {
	const bad = (message) => {
		throw new Failure(usageError(call, message));
	};
	return list.split(/[, \t]/).map((part) => {
		const match = /^(\d*)(-?)(\d*)$/.exec(part);
		if (!match || part === "") return bad(part === "" ? fields ? "fields are numbered from 1" : "byte/character positions are numbered from 1" : `invalid ${fields ? "field" : "byte/character"} ${/-/.test(part) ? "range" : fields ? "value" : "position"} ${call.quote(part)}`);
		const [, low = "", dash, high = ""] = match;
		if (part === "-") bad("invalid range with no endpoint: -");
		const from = low === "" ? 1 : Number(low);
		const to = dash === "" ? from : high === "" ? Number.POSITIVE_INFINITY : Number(high);
		if (from === 0) bad(fields ? "fields are numbered from 1" : "byte/character positions are numbered from 1");
		if (to < from) bad("invalid decreasing range");
		return [from, to];
	});
}
var cut = function* (call) {
	const given = options(call, "b,bytes: c,characters: f,fields: d,delimiter: s,only-delimited n complement output-delimiter: z,zero-terminated");
	const kinds = given.given.filter(([key]) => "bcf".includes(key));
	const [kind, list] = kinds[0] ?? [];
	if (kind === void 0 || list === void 0) throw new Failure(usageError(call, "you must specify a list of bytes, characters, or fields"));
	if (kinds.length > 1) throw new Failure(usageError(call, "only one list may be specified"));
	const delimiter = given.get("d") ?? "	";
	if ([...delimiter].length > 1) throw new Failure(usageError(call, "the delimiter must be a single character"));
	if (given.has("d") && kind !== "f") throw new Failure(usageError(call, "an input delimiter may be specified only when operating on fields"));
	const ranges = parseRanges(call, list, kind === "f");
	const complement = given.has("complement");
	const chosen = (position) => ranges.some(([from, to]) => position >= from && position <= to) !== complement;
	const joiner = given.get("output-delimiter") ?? (kind === "f" ? delimiter : "");
	const end = given.has("z") ? "\0" : "\n";
	return yield* call.eachFile(given.operands, (fd) => eachLine(call, fd, (line) => {
		if (kind === "f") {
			const parts = line.split(delimiter === "" ? "\0" : delimiter);
			if (parts.length > 1) call.put(parts.filter((_, i) => chosen(i + 1)).join(joiner) + end);
			else if (!given.has("s")) call.put(line + end);
			return;
		}
		if (kind === "b" && byteLength(line) !== line.length) call.put(textOf(bytesOf(line).filter((_, i) => chosen(i + 1))) + end);
		else if (joiner === "") call.put([...line].filter((_, i) => chosen(i + 1)).join("") + end);
		else call.put(`${ranges.map(([from, to]) => [...line].slice(from - 1, to).join("")).join(joiner)}${end}`);
	}, end));
};
var paste = function* (call) {
	const given = options(call, "d,delimiters: s,serial z,zero-terminated");
	const delimiters = [...(given.get("d") ?? "	").replace(/\\([nt0\\])/g, (_, c) => ({
		n: "\n",
		t: "	",
		"0": "\0",
		"\\": "\\"
	})[c])].map((c) => c === "\0" ? "" : c);
	const delimiter = (i) => delimiters[i % Math.max(1, delimiters.length)] ?? "";
	const paths = given.operands.length > 0 ? given.operands : ["-"];
	if (given.has("s")) return yield* call.eachFile(paths, function* (fd) {
		const parts = [];
		yield* eachLine(call, fd, (line) => parts.push(line));
		call.put(`${parts.map((part, i) => part + (i < parts.length - 1 ? delimiter(i) : "")).join("")}\n`);
	});
	const sources = [];
	const stdin = new Lines(call, 0);
	for (const path of paths) {
		const fd = yield* call.openOrWarn(path);
		if (fd === void 0) return 1;
		sources.push(fd === 0 ? stdin : new Lines(call, fd));
	}
	for (;;) {
		const row = [];
		for (const source of sources) row.push(yield* source.next());
		if (row.every((part) => part === null)) return 0;
		call.put(`${row.map((part, i) => (part ?? "") + (i < row.length - 1 ? delimiter(i) : "")).join("")}\n`);
	}
};
var fold = function* (call) {
	const given = options(call, "w,width: s,spaces b,bytes c,characters", { digits: "w" });
	const width = parseCount(given.get("w") ?? "80");
	if (!width) throw new Failure(`invalid number of columns: ${call.quote(given.get("w") ?? "")}`);
	return yield* call.eachFile(given.operands, (fd) => eachLine(call, fd, (line, terminated) => {
		let part = "";
		let column = 0;
		const advance = (c) => c === "	" && !given.has("b") ? 8 - column % 8 : 1;
		for (const c of line) {
			if (column + advance(c) > width && part !== "") {
				const at = given.has("s") ? part.lastIndexOf(" ") + 1 || part.length : part.length;
				call.put(`${part.slice(0, at)}\n`);
				part = part.slice(at);
				column = [...part].length;
			}
			column += advance(c);
			part += c;
		}
		call.put(part + (terminated ? "\n" : ""));
	}));
};
var column = function* (call) {
	const given = options(call, "t,table s,separator: o,output-separator: c,output-width: x,fillrows N,table-columns: R,table-right: n,table-name: e L,keep-empty-lines");
	const [lines, code] = yield* allLines(call, given.operands);
	const kept = lines.filter((line) => line.trim() !== "");
	const separator = given.get("s");
	if (given.has("t")) {
		const rows = kept.map((line) => separator === void 0 ? line.trim().split(/[ \t]+/) : line.split(new RegExp(`[${separator.replace(/[\\\]^-]/g, "\\$&")}]`)));
		if (given.has("N")) rows.unshift(given.get("N").split(","));
		const widths = [];
		for (const row of rows) row.forEach((cell, i) => widths[i] = Math.max(widths[i] ?? 0, [...cell].length));
		const right = new Set((given.get("R")?.split(",") ?? []).map((name) => /^\d+$/.test(name) ? Number(name) - 1 : rows[0]?.indexOf(name) ?? -1));
		const pad = (cell, i) => " ".repeat(widths[i] - [...cell].length);
		for (const row of rows) {
			const cells = widths.map((_, i) => {
				const cell = row[i] ?? "";
				return right.has(i) ? pad(cell, i) + cell : i === widths.length - 1 ? cell : cell + pad(cell, i);
			});
			call.put(`${cells.join(given.get("o") ?? "  ")}\n`);
		}
		return code;
	}
	const total = parseCount(given.get("c") ?? call.process.env.COLUMNS ?? "80") ?? 80;
	const cell = (Math.floor(Math.max(0, ...kept.map((line) => [...line].length)) / 8) + 1) * 8;
	const columns = Math.max(1, Math.floor(total / cell));
	const rows = Math.ceil(kept.length / columns);
	for (let r = 0; r < rows; r++) {
		const row = [];
		for (let c = 0; c < columns; c++) {
			const item = kept[given.has("x") ? r * columns + c : c * rows + r];
			if (item !== void 0 && (given.has("x") || c * rows + r < kept.length)) row.push(item);
		}
		call.put(`${row.map((item, i) => i === row.length - 1 ? item : item + "	".repeat(Math.ceil((cell - [...item].length) / 8))).join("")}\n`);
	}
	return code;
};
export { column, cut, fold, paste };
