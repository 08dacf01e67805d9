import { C as write, T as SysError, m as read, u as open, w as yieldNow } from "./sys-DzG-ihIq.js";
import { a as eachLine, i as bytesOf, n as allLines } from "./lines-C_9WBvXS.js";
import { i as parseCount, r as options } from "./options-DE9P4iOL.js";
import { t as Failure } from "./tool-C9Ng63UA.js";
// src/tools/cat.ts
/** cat, tac, rev, nl, tee, yes: text passed on. */
var cat = function* (call) {
	const given = options(call, "A,show-all b,number-nonblank e E,show-ends n,number s,squeeze-blank t T,show-tabs u v,show-nonprinting");
	const is = (letters) => [...letters].some((letter) => given.has(letter));
	if (!is("AbeEnstTv")) return yield* call.eachFile(given.operands, function* (fd) {
		for (let text = yield* read(fd); text !== null; text = yield* read(fd)) yield* write(1, text);
	});
	const visible = (byte) => {
		if (byte >= 128) return `M-${visible(byte - 128)}`;
		return byte === 127 ? "^?" : byte < 32 ? `^${String.fromCharCode(byte + 64)}` : String.fromCharCode(byte);
	};
	const show = (c) => [...bytesOf(c)].map(visible).join("");
	let lineStart = true;
	let number = 0;
	let blank = false;
	return yield* call.eachFile(given.operands, (fd) => eachLine(call, fd, (line, terminated) => {
		const wasBlank = blank;
		blank = line === "";
		if (is("s") && blank && wasBlank) return;
		const numbered = is("b") ? line !== "" : is("n");
		let text = is("Aetv") ? line.replace(/[^\x20-\x7e\t]/gu, show) : line;
		if (is("AtT")) text = text.replaceAll("	", "^I");
		call.put(`${numbered && lineStart ? `${String(++number).padStart(6)}\t` : ""}${text}${terminated ? `${is("AeE") ? "$" : ""}\n` : ""}`);
		lineStart = terminated;
	}));
};
var tac = function* (call) {
	const given = options(call, "");
	return yield* call.eachFile(given.operands, function* (fd) {
		const lines = [];
		yield* eachLine(call, fd, (line, terminated) => lines.push(line + (terminated ? "\n" : "")));
		call.put(lines.reverse().join(""));
	});
};
var rev = function* (call) {
	const given = options(call, "");
	return yield* call.eachFile(given.operands, (fd) => eachLine(call, fd, (line, terminated) => call.put([...line].reverse().join("") + (terminated ? "\n" : ""))));
};
var nl = function* (call) {
	const given = options(call, "b,body-numbering: w,number-width: s,number-separator: v,starting-line-number: i,line-increment: n,number-format:");
	const style = given.get("b") ?? "t";
	const width = parseCount(given.get("w") ?? "6") ?? 6;
	const separator = given.get("s") ?? "	";
	const format = given.get("n") ?? "rn";
	const step = Number(given.get("i") ?? 1);
	let number = Number(given.get("v") ?? 1);
	const [lines, code] = yield* allLines(call, given.operands);
	for (const line of lines) if (style === "a" || style === "t" && line !== "") {
		const text = format === "ln" ? String(number).padEnd(width) : String(number).padStart(width, format === "rz" ? "0" : " ");
		call.put(`${text}${separator}${line}\n`);
		number += step;
	} else call.put(`${" ".repeat(width + separator.length)}${line}\n`);
	return code;
};
var tee = function* (call) {
	const given = options(call, "a,append i,ignore-interrupts p");
	const targets = [];
	let code = 0;
	for (const path of given.operands) try {
		targets.push(yield* open(path, given.has("a") ? "a" : "w"));
	} catch (error) {
		if (!(error instanceof SysError)) throw error;
		yield* call.warn(`${path}: ${error.message}`);
		code = 1;
	}
	for (let text = yield* read(0); text !== null; text = yield* read(0)) {
		yield* write(1, text);
		for (const fd of targets) yield* write(fd, text);
	}
	return code;
};
var yes = function* (call) {
	const line = `${call.args.length > 0 ? call.args.join(" ") : "y"}\n`;
	if (line.length > 65536) throw new Failure("argument list too long");
	for (;;) {
		yield* write(1, line);
		yield* yieldNow();
	}
};
export { cat, nl, rev, tac, tee, yes };
