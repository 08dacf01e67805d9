import { h as readAll, m as read } from "./sys-DzG-ihIq.js";
// src/tools/lines.ts
/** Reading line by line, as soon as lines come. */
/** The lines of a descriptor. Output of the call goes out before the reader waits, so that filters stream. */
var Lines = class {
	fd;
	call;
	end;
	chunk = "";
	at = 0;
	/** Did the last line end with the delimiter? */
	terminated = true;
	constructor(call, fd, end = "\n") {
		this.call = call;
		this.fd = fd;
		this.end = end;
	}
	/** The next line without its delimiter; null at the end. */
	*next() {
		let from = this.at;
		for (;;) {
			const end = this.chunk.indexOf(this.end, from);
			if (end >= 0) {
				const line = this.chunk.slice(this.at, end);
				this.at = end + this.end.length;
				return line;
			}
			yield* this.call.flush();
			const more = yield* read(this.fd);
			const rest = this.chunk.slice(this.at);
			this.at = 0;
			this.chunk = rest + (more ?? "");
			from = rest.length;
			if (more !== null) continue;
			this.chunk = "";
			if (rest === "") return null;
			this.terminated = false;
			return rest;
		}
	}
};
/** Calls `each` for every line; a result of false ends it. */
function* eachLine(call, fd, each, end = "\n") {
	const lines = new Lines(call, fd, end);
	for (let line = yield* lines.next(); line !== null; line = yield* lines.next()) if (each(line, lines.terminated) === false) return;
}
/** All lines of all operands, without their newlines; the second value is the exit code. */
function* allLines(call, operands, end = "\n", failed = 1) {
	const lines = [];
	return [lines, yield* call.eachFile(operands, function* (fd) {
		const text = yield* readAll(fd);
		if (text === "") return;
		const parts = text.split(end);
		if (parts.at(-1) === "") parts.pop();
		for (const part of parts) lines.push(part);
	}, failed)];
}
var encoder = new TextEncoder();
var LONE = /(?<![\ud800-\udbff])[\udc80-\udcff]/;
function bytesOf(text) {
	if (!LONE.test(text)) return encoder.encode(text);
	const bytes = [];
	for (const c of text) {
		const code = c.codePointAt(0);
		if (code >= 56448 && code <= 56575) bytes.push(code - 56320);
		else for (const byte of encoder.encode(c)) bytes.push(byte);
	}
	return Uint8Array.from(bytes);
}
/** Length in UTF-8 bytes. */
function byteLength(text) {
	let length = text.length;
	for (let i = 0; i < text.length; i++) {
		const c = text.charCodeAt(i);
		if (c < 128) continue;
		if (c < 2048) length += 1;
		else if (c >= 55296 && c < 56320 && i + 1 < text.length) {
			length += 2;
			i++;
		} else if (c < 56448 || c > 56575) length += 2;
	}
	return length;
}
/** Text of bytes. */
function textOf(bytes) {
	try {
		return new TextDecoder("utf-8", {
			ignoreBOM: true,
			fatal: true
		}).decode(bytes);
	} catch {
		return decodeLoosely(bytes);
	}
}
function decodeLoosely(bytes) {
	const parts = [];
	for (let i = 0; i < bytes.length;) {
		const first = bytes[i];
		const length = first < 128 ? 1 : first >= 240 && first < 245 ? 4 : first >= 224 ? 3 : first >= 194 ? 2 : 0;
		let c = "";
		try {
			if (length > 0 && i + length <= bytes.length && first < 245) c = new TextDecoder("utf-8", {
				ignoreBOM: true,
				fatal: true
			}).decode(bytes.subarray(i, i + length));
		} catch {}
		parts.push(c || String.fromCharCode(56320 + first));
		i += c === "" ? 1 : length;
	}
	return parts.join("");
}
export { eachLine as a, bytesOf as i, allLines as n, textOf as o, byteLength as r, Lines as t };
