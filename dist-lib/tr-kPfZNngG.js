import { C as write, m as read } from "./sys-DzG-ihIq.js";
import { a as usageError, r as options, t as extraOperand } from "./options-DE9P4iOL.js";
import { t as Failure } from "./tool-C9Ng63UA.js";
// src/tools/tr.ts
/** tr: translates, deletes and squeezes characters. */
var CLASSES = {
	alpha: /[A-Za-z]/,
	digit: /\d/,
	alnum: /[A-Za-z0-9]/,
	upper: /[A-Z]/,
	lower: /[a-z]/,
	space: /[ \t-\r]/,
	blank: /[ \t]/,
	punct: /[!-/:-@[-`{-~]/,
	print: /[ -~]/,
	graph: /[!-~]/,
	cntrl: /[\x00-\x1f\x7f]/,
	xdigit: /[0-9A-Fa-f]/
};
var ESCAPES = {
	n: "\n",
	t: "	",
	r: "\r",
	f: "\f",
	v: "\v",
	a: "\x07",
	b: "\b"
};
var ASCII = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
/** The characters of a set; in the second, `[c*]` fills up to the length of the first. */
function expand(call, text, length) {
	const chars = [];
	for (let i = 0, source = [...text]; i < source.length; i++) {
		const c = source[i];
		if (c !== "\\") {
			chars.push({
				c,
				quoted: false
			});
			continue;
		}
		const octal = /^[0-7]{1,3}/.exec(source.slice(i + 1, i + 4).join(""))?.[0];
		if (octal) {
			chars.push({
				c: String.fromCharCode(Number.parseInt(octal, 8) & 255),
				quoted: true
			});
			i += octal.length;
		} else {
			const next = source[++i] ?? "\\";
			chars.push({
				c: ESCAPES[next] ?? next,
				quoted: true
			});
		}
	}
	const set = [];
	let fill;
	for (let i = 0; i < chars.length; i++) {
		const { c, quoted } = chars[i];
		if (c === "[" && !quoted) {
			const rest = chars.slice(i).map((one) => one.c).join("");
			const named = /^\[:(\w*):\]/.exec(rest);
			const repeat = /^\[([^])\*(\d*)\]/u.exec(rest);
			const equal = /^\[=([^])=\]/u.exec(rest);
			if (named) {
				const test = CLASSES[named[1]];
				if (!test) throw new Failure(`invalid character class ${call.quote(named[1])}`);
				set.push(...ASCII.filter((char) => test.test(char)));
				i += [...named[0]].length - 1;
				continue;
			}
			if (repeat || equal) {
				const match = repeat ?? equal;
				const char = match[1];
				const count = repeat ? Number.parseInt(repeat[2] || "0", repeat[2]?.startsWith("0") ? 8 : 10) : 1;
				if (count === 0) fill = {
					at: set.length,
					c: char
				};
				else for (let n = 0; n < Math.min(count, 65536); n++) set.push(char);
				i += [...match[0]].length - 1;
				continue;
			}
		}
		const dash = chars[i + 1];
		const high = chars[i + 2];
		if (dash?.c === "-" && !dash.quoted && high) {
			const [from, to] = [c.codePointAt(0), high.c.codePointAt(0)];
			if (from > to) throw new Failure(`range-endpoints of '${c}-${high.c}' are in reverse collating sequence order`);
			for (let code = from; code <= to; code++) set.push(String.fromCodePoint(code));
			i += 2;
		} else set.push(c);
	}
	if (fill) set.splice(fill.at, 0, ...new Array(Math.max(0, length - set.length)).fill(fill.c));
	return set;
}
var tr = function* (call) {
	const given = options(call, "c,C,complement d,delete s,squeeze-repeats t,truncate-set1", { stop: true });
	const [first, second, extra] = given.operands;
	const deleting = given.has("d");
	const squeezing = given.has("s");
	if (first === void 0) throw new Failure(usageError(call, "missing operand"));
	if (second === void 0 && deleting === squeezing) throw new Failure(usageError(call, `missing operand after ${call.quote(first)}\nTwo strings must be given when ${deleting ? "both deleting and squeezing repeats" : "translating"}.`));
	if (extra !== void 0) throw extraOperand(call, extra);
	if (second !== void 0 && deleting && !squeezing) throw new Failure(usageError(call, `extra operand ${call.quote(second)}\nOnly one string may be given when deleting without squeezing repeats.`));
	const from = expand(call, first, 0);
	const to = second === void 0 ? [] : expand(call, second, from.length);
	if (second !== void 0 && !deleting && to.length === 0 && !given.has("t")) throw new Failure("when not truncating set1, string2 must be non-empty");
	const inFirst = new Set(from);
	const complement = given.has("c");
	const selected = (c) => inFirst.has(c) !== complement;
	const map = /* @__PURE__ */ new Map();
	if (second !== void 0 && !complement) from.forEach((c, i) => i < to.length || !given.has("t") ? map.set(c, to[i] ?? to.at(-1)) : void 0);
	const translate = (c) => {
		if (second === void 0 || deleting) return c;
		return complement ? selected(c) ? to.at(-1) : c : map.get(c) ?? c;
	};
	const squeezeSet = new Set(second === void 0 ? from : to);
	const squeezed = (c) => squeezing && (second === void 0 ? selected(c) : squeezeSet.has(c));
	let last = "";
	for (let text = yield* read(0); text !== null; text = yield* read(0)) {
		let out = "";
		for (const c of text) {
			if (deleting && selected(c)) continue;
			const result = translate(c);
			if (result === last && squeezed(result)) continue;
			out += result;
			last = result;
		}
		yield* write(1, out);
	}
	return 0;
};
export { tr };
