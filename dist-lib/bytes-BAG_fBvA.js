import { t as __exportAll } from "./rolldown-runtime-D8jQpDG7.js";
import { t as sha256 } from "./sha256-Q5xFXfs-.js";
import { T as SysError, h as readAll, i as files } from "./sys-DzG-ihIq.js";
import { i as bytesOf, n as allLines, o as textOf } from "./lines-C_9WBvXS.js";
import { i as parseCount, r as options, t as extraOperand } from "./options-DE9P4iOL.js";
import { t as Failure } from "./tool-C9Ng63UA.js";
// src/tools/bytes.ts
/** base64, md5sum, sha1sum, sha256sum: bytes as text. */
var bytes_exports = /* @__PURE__ */ __exportAll({
	base64: () => base64,
	decodeBase64: () => decodeBase64,
	digests: () => digests,
	encodeBase64: () => encodeBase64,
	md5sum: () => md5sum,
	sha1sum: () => sha1sum,
	sha256sum: () => sha256sum
});
/** UTF-8 bytes of the text in base64. */
function encodeBase64(text) {
	let binary = "";
	for (const byte of bytesOf(text)) binary += String.fromCharCode(byte);
	return btoa(binary);
}
/** Text of base64; undefined when it is none. */
function decodeBase64(text) {
	try {
		return textOf(Uint8Array.from(atob(text), (c) => c.charCodeAt(0)));
	} catch {
		return;
	}
}
var base64 = function* (call) {
	const given = options(call, "d,D,decode i,ignore-garbage w,wrap:");
	if (given.operands[1] !== void 0) throw extraOperand(call, given.operands[1]);
	const width = parseCount(given.get("w") ?? "76");
	if (width === void 0) throw new Failure(`invalid wrap size: ${call.quote(given.get("w") ?? "")}`);
	return yield* call.eachFile(given.operands, function* (fd) {
		const text = yield* readAll(fd);
		if (!given.has("d")) {
			const encoded = encodeBase64(text);
			if (width === 0) call.put(encoded);
			else for (let i = 0; i < encoded.length; i += width) call.put(`${encoded.slice(i, i + width)}\n`);
			return;
		}
		const clean = given.has("i") ? text.replace(/[^A-Za-z0-9+/=]/g, "") : text.replace(/\n/g, "");
		const decoded = clean.length % 4 === 0 && !/=[^=]/.test(clean) ? decodeBase64(clean) : void 0;
		if (decoded !== void 0) return call.put(decoded);
		const right = /^(?:[A-Za-z0-9+/]{4})*/.exec(clean)?.[0] ?? "";
		const tail = clean.slice(right.length).replace(/[^A-Za-z0-9+/].*$/s, "");
		call.put(decodeBase64(right + (tail.length >= 2 ? tail : "")) ?? "");
		throw new Failure(call.busybox ? "truncated input" : "invalid input");
	});
};
/** The message with its padding as 32 bit words. */
function words(bytes, littleEndian) {
	const padded = new Uint8Array((bytes.length + 8 >> 6) * 64 + 64);
	padded.set(bytes);
	padded[bytes.length] = 128;
	const view = new DataView(padded.buffer);
	view.setBigUint64(padded.length - 8, BigInt(bytes.length) * 8n, littleEndian);
	return view;
}
var rotate = (x, n) => x << n | x >>> 32 - n;
var hex = (state, littleEndian = false) => state.map((word) => (word >>> 0).toString(16).padStart(8, "0")).map((text) => littleEndian ? (text.match(/../g) ?? []).reverse().join("") : text).join("");
var MD5_SHIFTS = [
	7,
	12,
	17,
	22,
	5,
	9,
	14,
	20,
	4,
	11,
	16,
	23,
	6,
	10,
	15,
	21
];
var md5 = (bytes) => {
	const view = words(bytes, true);
	let [a0, b0, c0, d0] = [
		1732584193,
		4023233417,
		2562383102,
		271733878
	];
	for (let block = 0; block < view.byteLength; block += 64) {
		let [a, b, c, d] = [
			a0,
			b0,
			c0,
			d0
		];
		for (let i = 0; i < 64; i++) {
			const round = i >> 4;
			const f = round === 0 ? b & c | ~b & d : round === 1 ? d & b | ~d & c : round === 2 ? b ^ c ^ d : c ^ (b | ~d);
			const g = round === 0 ? i : round === 1 ? (5 * i + 1) % 16 : round === 2 ? (3 * i + 5) % 16 : 7 * i % 16;
			const sum = f + a + Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32) + view.getUint32(block + g * 4, true) | 0;
			[a, d, c, b] = [
				d,
				c,
				b,
				b + rotate(sum, MD5_SHIFTS[round * 4 + i % 4]) | 0
			];
		}
		[a0, b0, c0, d0] = [
			a0 + a | 0,
			b0 + b | 0,
			c0 + c | 0,
			d0 + d | 0
		];
	}
	return hex([
		a0,
		b0,
		c0,
		d0
	], true);
};
var sha1 = (bytes) => {
	const view = words(bytes, false);
	const state = [
		1732584193,
		4023233417,
		2562383102,
		271733878,
		3285377520
	];
	const w = /* @__PURE__ */ new Int32Array(80);
	for (let block = 0; block < view.byteLength; block += 64) {
		for (let i = 0; i < 80; i++) w[i] = i < 16 ? view.getInt32(block + i * 4) : rotate(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16] | 0, 1);
		let [a, b, c, d, e] = state;
		for (let i = 0; i < 80; i++) {
			const [f, k] = i < 20 ? [b & c | ~b & d, 1518500249] : i < 40 ? [b ^ c ^ d, 1859775393] : i < 60 ? [b & c | b & d | c & d, 2400959708] : [b ^ c ^ d, 3395469782];
			[a, b, c, d, e] = [
				rotate(a, 5) + f + e + k + w[i] | 0,
				a,
				rotate(b, 30),
				c,
				d
			];
		}
		[
			a,
			b,
			c,
			d,
			e
		].forEach((value, i) => state[i] = state[i] + value | 0);
	}
	return hex(state);
};
/** Digests by name: hex text of bytes. */
var digests = {
	md5,
	sha1,
	sha256
};
var digestTool = (digest) => (call) => {
	const given = options(call, "b,binary t,text c,check tag z,zero quiet status ignore-missing w,warn s");
	if (given.has("c")) return check(call, given, digest);
	return call.eachFile(given.operands, function* (fd, path) {
		call.put(`${digest(bytesOf(yield* readAll(fd)))}  ${path}${given.has("z") ? "\0" : "\n"}`);
	});
};
/** -c: do the files have the sums that a list says? */
function* check(call, given, digest) {
	let [wrong, missing, right, bad] = [
		0,
		0,
		0,
		0
	];
	const silent = given.has("status") || call.busybox && given.has("s");
	const [lines, code] = yield* allLines(call, given.operands);
	if (code !== 0) return code;
	for (const line of lines) {
		const [, sum, path = ""] = /^\\?([\da-fA-F]{32,})[ ][ *](.*)$/.exec(line) ?? [];
		if (sum === void 0) {
			bad++;
			continue;
		}
		const text = yield* files((fs, cwd) => fs.stat(fs.resolve(cwd, path))?.text);
		if (text === void 0) {
			if (given.has("ignore-missing")) continue;
			yield* call.warn(call.unreadable(path, new SysError("ENOENT")));
			if (!silent) call.put(`${path}: FAILED open or read\n`);
			missing++;
		} else if (digest(bytesOf(text)) === sum.toLowerCase()) {
			right++;
			if (!silent && !given.has("quiet")) call.put(`${path}: OK\n`);
		} else {
			wrong++;
			if (!silent) call.put(`${path}: FAILED\n`);
		}
	}
	const plural = (count, one, many) => `WARNING: ${count} ${count === 1 ? one : many}`;
	if (right + wrong + missing === 0) throw new Failure(`${given.operands[0] === void 0 || given.operands[0] === "-" ? "'standard input'" : given.operands[0]}: no properly formatted checksum lines found`);
	if (!silent) {
		if (bad > 0) yield* call.warn(plural(bad, "line is improperly formatted", "lines are improperly formatted"));
		if (missing > 0) yield* call.warn(plural(missing, "listed file could not be read", "listed files could not be read"));
		if (wrong > 0) yield* call.warn(plural(wrong, "computed checksum did NOT match", "computed checksums did NOT match"));
	}
	return wrong + missing > 0 ? 1 : 0;
}
var md5sum = digestTool(md5);
var sha1sum = digestTool(sha1);
var sha256sum = digestTool(sha256);
export { encodeBase64 as i, decodeBase64 as n, digests as r, bytes_exports as t };
