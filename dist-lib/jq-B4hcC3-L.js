import { T as SysError, a as isatty, h as readAll, l as now, m as read, t as close, u as open, w as yieldNow } from "./sys-DzG-ihIq.js";
import { t as Failure } from "./tool-C9Ng63UA.js";
import { i as encodeBase64, n as decodeBase64 } from "./bytes-BAG_fBvA.js";
import { t as formatDate } from "./datetext-QImhSZTU.js";
import { i as bytesOf } from "./lines-C_9WBvXS.js";
import { r as RegexError, t as compile } from "./match-DxLJyz6S.js";
// src/tools/jq/json.ts
var isObject = (value) => value instanceof Map;
var isArray = (value) => Array.isArray(value);
var isTrue = (value) => value !== null && value !== false;
function typeName(value) {
	if (value === null) return "null";
	if (isArray(value)) return "array";
	return isObject(value) ? "object" : typeof value;
}
var RANKS = {
	null: 0,
	boolean: 1,
	number: 3,
	string: 4,
	array: 5,
	object: 6
};
/** Order by code points, which is that of the UTF-8 bytes. */
function compareText(a, b) {
	const length = Math.min(a.length, b.length);
	for (let i = 0; i < length; i++) {
		const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)];
		if (x === y) continue;
		const [high, low] = [x >= 55296 && x < 57344, y >= 55296 && y < 57344];
		return high === low ? x - y : high ? 1 : -1;
	}
	return a.length - b.length;
}
var sortedKeys = (object) => [...object.keys()].sort(compareText);
function compare(a, b) {
	if (typeof a === "number" && typeof b === "number") return a < b || Number.isNaN(a) ? -1 : a === b ? 0 : 1;
	if (typeof a === "string" && typeof b === "string") return compareText(a, b);
	const rank = (value) => value === true ? 2 : RANKS[typeName(value)];
	if (rank(a) !== rank(b)) return rank(a) - rank(b);
	if (isArray(a) && isArray(b)) {
		for (let i = 0; i < a.length && i < b.length; i++) {
			const order = compare(a[i], b[i]);
			if (order !== 0) return order;
		}
		return a.length - b.length;
	}
	if (isObject(a) && isObject(b)) {
		const [keys, others] = [sortedKeys(a), sortedKeys(b)];
		const order = compare(keys, others);
		if (order !== 0) return order;
		for (const key of keys) {
			const difference = compare(a.get(key), b.get(key));
			if (difference !== 0) return difference;
		}
	}
	return 0;
}
/** A number as C's shortest form: exponents from 1e17 for one digit on, and below 0.0001. */
function numberText(value) {
	if (Number.isNaN(value)) return "null";
	if (!Number.isFinite(value)) return value < 0 ? "-1.7976931348623157e+308" : "1.7976931348623157e+308";
	if (value === 0) return Object.is(value, -0) ? "-0" : "0";
	const [, sign = "", whole = "", fraction = "", exponent = ""] = /^(-?)(\d)(?:\.(\d+))?e([-+]\d+)$/.exec(value.toExponential()) ?? [];
	const digits = whole + fraction;
	const point = Number(exponent) + 1;
	if (point <= -4 || point > digits.length + 15) {
		const power = String(Math.abs(point - 1)).padStart(2, "0");
		return `${sign}${whole}${fraction === "" ? "" : `.${fraction}`}e${point > 0 ? "+" : "-"}${power}`;
	}
	if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
	return `${sign}${digits.slice(0, point).padEnd(point, "0")}${digits.length > point ? `.${digits.slice(point)}` : ""}`;
}
var SHORT = {
	"\"": "\\\"",
	"\\": "\\\\",
	"\b": "\\b",
	"	": "\\t",
	"\r": "\\r",
	"\n": "\\n",
	"\f": "\\f"
};
var unicode = (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`;
function quoteText(text, ascii = false) {
	const escaped = text.replace(/["\\\x00-\x1f\x7f]/g, (c) => SHORT[c] ?? unicode(c));
	return `"${ascii ? escaped.replace(/[^\x00-\x7f]/g, unicode) : escaped}"`;
}
var DEEPEST = 256;
var RESET = "\x1B[0m";
var COLOR_ORDER = {
	null: 0,
	boolean: 1,
	number: 3,
	string: 4,
	array: 5,
	object: 6
};
var COMPACT = { indent: "" };
/** The JSON text of a value. */
function print(value, format = COMPACT, depth = 0) {
	const { indent, colors } = format;
	const color = colors?.[value === true ? 2 : COLOR_ORDER[typeName(value)]] ?? "";
	const reset = colors ? RESET : "";
	if (depth > DEEPEST) return `${color}<skipped: too deep>${reset}`;
	if (!isArray(value) && !isObject(value)) return color + (typeof value === "string" ? quoteText(value, format.ascii) : typeof value === "number" ? numberText(value) : String(value)) + reset;
	const line = indent === "" ? "" : `\n${indent.repeat(depth + 1)}`;
	const end = indent === "" ? "" : `\n${indent.repeat(depth)}`;
	if (isArray(value)) {
		if (value.length === 0) return `${color}[]${reset}`;
		return `${color}[${line}${value.map((item) => print(item, format, depth + 1) + color).join(`,${line}`)}${end}${color}]${reset}`;
	}
	if (value.size === 0) return `${color}{}${reset}`;
	return `${color}{${line}${(format.sorted ? sortedKeys(value) : [...value.keys()]).map((key) => {
		return `${`${reset}${colors?.[7] ?? ""}${quoteText(key, format.ascii)}${reset}`}${color}:${indent === "" ? "" : " "}${reset}${print(value.get(key), format, depth + 1)}${color}`;
	}).join(`,${line}`)}${end}${color}}${reset}`;
}
/** The text as messages quote it: cut to fit. */
function shortened(value, most = 14) {
	const text = print(value);
	return text.length <= most ? text : `${text.slice(0, most - 3)}...`;
}
/** `object ({"a":1})`, as messages name a value. */
var described = (value) => `${typeName(value)} (${shortened(value)})`;
/** Why text is no JSON: the reason with the place, as jq words it. */
var JsonError = class extends Error {};
var MOST_NESTED$1 = 1e4;
var ESCAPES = {
	"\"": "\"",
	"\\": "\\",
	"/": "/",
	b: "\b",
	f: "\f",
	n: "\n",
	r: "\r",
	t: "	"
};
/** Takes text in pieces and gives each value at the top as soon as it is complete. */
var JsonReader = class {
	open = [];
	next;
	token = "";
	state = "normal";
	line = 1;
	column = 0;
	/** Values that `text` completes. Throws JsonError; the values before it were passed to `each`. */
	add(text, each) {
		for (let i = 0; i < text.length; i++) {
			if (this.state === "string") {
				const start = i;
				while (i < text.length && text[i] !== "\"" && text[i] !== "\\" && text[i] !== "\n") i++;
				this.token += text.slice(start, i);
				this.column += i - start;
				if (i >= text.length) return;
			}
			this.character(text[i], each);
		}
	}
	/** The end of the text: a number at the top is complete now. */
	end(each) {
		const at = (reason) => new JsonError(`${reason} at EOF at line ${this.line}, column ${this.column}`);
		if (this.state !== "normal") throw at("Unfinished string");
		const problem = this.literal();
		if (problem) throw at(problem);
		if (this.open.length > 0) throw at("Unfinished JSON term");
		this.complete(each);
	}
	character(c, each) {
		this.column++;
		if (c === "\n") {
			this.line++;
			this.column = 0;
		}
		const problem = this.state === "normal" ? this.plain(c, each) : this.inString(c);
		if (problem) throw new JsonError(`${problem} at line ${this.line}, column ${this.column}`);
		this.complete(each);
	}
	plain(c, each) {
		const structure = "[]{},:".includes(c);
		if (!structure && c !== "\"" && c !== " " && c !== "	" && c !== "\n" && c !== "\r") {
			this.token += c;
			return;
		}
		const problem = this.literal();
		if (problem) return problem;
		this.complete(each);
		if (c === "\"") this.state = "string";
		return structure ? this.structure(c) : void 0;
	}
	inString(c) {
		if (c === "\"" && this.state === "string") {
			this.state = "normal";
			const text = unescape(this.token);
			this.token = "";
			return "problem" in text ? text.problem : this.value(text.text);
		}
		this.token += c;
		this.state = c === "\\" && this.state === "string" ? "escape" : "string";
	}
	complete(each) {
		if (this.next === void 0 || this.open.length > 0) return;
		const value = this.next;
		this.next = void 0;
		each(value);
	}
	value(value) {
		if (this.next !== void 0) return "Expected separator between values";
		this.next = value;
	}
	literal() {
		const { token } = this;
		if (token === "") return void 0;
		this.token = "";
		const word = {
			t: "true",
			f: "false",
			n: token[1] === "u" ? "null" : void 0
		}[token[0]];
		if (word !== void 0) return token === word ? this.value(token === "null" ? null : token === "true") : "Invalid literal";
		if (/^[-+]?nan$/i.test(token)) return this.value(NaN);
		if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(token)) return "Invalid numeric literal";
		return this.value(Number(token));
	}
	/** Puts the value that waits into what is open; a problem when there is no place for it. */
	place(separator) {
		const top = this.open.at(-1);
		const value = this.next;
		if (top && "array" in top) top.array.push(value);
		else if (top?.key !== void 0) {
			top.object.set(top.key, value);
			delete top.key;
		} else return separator === "," && !top ? "',' not as part of an object or array" : "Objects must consist of key:value pairs";
		this.next = void 0;
	}
	structure(c) {
		const top = this.open.at(-1);
		switch (c) {
			case "[":
			case "{":
				if (this.open.length >= MOST_NESTED$1) return "Exceeds depth limit for parsing";
				if (this.next !== void 0) return "Expected separator between values";
				this.open.push(c === "[" ? { array: [] } : { object: /* @__PURE__ */ new Map() });
				return;
			case ":":
				if (this.next === void 0) return "Expected string key before ':'";
				if (!top || "array" in top || top.key !== void 0) return "':' not as part of an object";
				if (typeof this.next !== "string") return "Object keys must be strings";
				top.key = this.next;
				this.next = void 0;
				return;
			case ",":
				if (this.next === void 0) return "Expected value before ','";
				return this.place(c);
			case "]":
				if (!top || !("array" in top)) return "Unmatched ']'";
				if (this.next !== void 0) top.array.push(this.next);
				else if (top.array.length > 0) return "Expected another array element";
				this.open.pop();
				this.next = top.array;
				return;
			default:
				if (!top) return "Unmatched '}'";
				if (this.next !== void 0) {
					const problem = "array" in top ? "Objects must consist of key:value pairs" : this.place(c);
					if (problem) return problem;
				} else if ("array" in top || top.key !== void 0) return "Unmatched '}'";
				else if (top.object.size > 0) return "Expected another key-value pair";
				this.open.pop();
				this.next = top.object;
				return;
		}
	}
};
function unescape(raw) {
	if (/[\x00-\x1f]/.test(raw)) return { problem: "Invalid string: control characters from U+0000 through U+001F must be escaped" };
	if (!raw.includes("\\")) return { text: raw };
	let text = "";
	for (let i = 0; i < raw.length; i++) {
		const c = raw[i];
		if (c !== "\\") {
			text += c;
			continue;
		}
		const letter = raw[++i];
		if (letter !== "u") {
			const plain = ESCAPES[letter];
			if (plain === void 0) return { problem: "Invalid escape" };
			text += plain;
			continue;
		}
		const hex = raw.slice(i + 1, i + 5);
		if (hex.length < 4) return { problem: "Invalid \\uXXXX escape" };
		if (!/^[0-9a-fA-F]{4}$/.test(hex)) return { problem: "Invalid characters in \\uXXXX escape" };
		let code = String.fromCharCode(Number.parseInt(hex, 16));
		i += 4;
		if (/[\ud800-\udbff]/.test(code)) {
			const low = /^\\u(d[c-f][0-9a-f]{2})/i.exec(raw.slice(i + 1, i + 7));
			if (!low) return { problem: "Invalid \\uXXXX\\uXXXX surrogate pair escape" };
			code += String.fromCharCode(Number.parseInt(low[1], 16));
			i += 6;
		} else if (/[\udc00-\udfff]/.test(code)) code = "�";
		text += code;
	}
	return { text };
}
/** The one value in a text, as `fromjson` and `--argjson` read it. Throws JsonError. */
function parseJson(text) {
	const values = [];
	try {
		const reader = new JsonReader();
		reader.add(text, (value) => values.push(value));
		reader.end((value) => values.push(value));
		if (values.length !== 1) throw new JsonError(values.length === 0 ? "Expected JSON value" : "Unexpected extra JSON values");
	} catch (error) {
		if (error instanceof JsonError) throw new JsonError(`${error.message} (while parsing '${text}')`);
		throw error;
	}
	return values[0];
}
// src/tools/jq/paths.ts
/** Values by key and by path: what reads, sets and deletes parts of a value. */
/** An error of a jq program: any value, mostly a text. */
var JqError = class extends Error {
	value;
	constructor(value) {
		super(typeof value === "string" ? value : "a jq program failed");
		this.value = value;
	}
};
/** More than a real machine's memory would be; it ends the tool as one without memory ends. */
var LARGEST_ARRAY = 5e6;
function roomFor(length) {
	if (length > LARGEST_ARRAY) throw new RangeError("Invalid array length");
}
var isKey = (key) => typeof key === "string";
/** The part of a text from one code point to another. */
function sliceText(text, from, to) {
	return /[\ud800-\udfff]/.test(text) ? [...text].slice(from, to).join("") : text.slice(from, to);
}
var textLength = (text) => /[\ud800-\udfff]/.test(text) ? [...text].length : text.length;
function sliceBounds(length, slice) {
	const [start, end] = [slice.get("start"), slice.get("end")];
	if (start !== null && typeof start !== "number" || end !== null && typeof end !== "number") throw new JqError("Array/string slice indices must be integers");
	const within = (n) => Math.min(length, Math.max(0, n < 0 ? n + length : n));
	const from = Math.floor(within(start === null || Number.isNaN(start) ? 0 : start));
	const to = Math.ceil(within(end === null || Number.isNaN(end) ? length : end));
	return [from, Math.max(from, to)];
}
/** `value[key]`. Throws JqError. */
function getKey(value, key) {
	if (isObject(value) && isKey(key)) return value.get(key) ?? null;
	if (isArray(value)) {
		if (typeof key === "number") return (Number.isNaN(key) ? void 0 : value[indexIn(value, key)]) ?? null;
		if (isObject(key)) return value.slice(...sliceBounds(value.length, key));
		if (isArray(key)) return indexesOf(value, key);
	}
	if (typeof value === "string" && isObject(key)) return sliceText(value, ...sliceBounds(textLength(value), key));
	if (value === null && (isKey(key) || typeof key === "number" || isObject(key))) return null;
	const shown = isKey(key) && key.length < 30 ? `string "${key}"` : typeName(key);
	throw new JqError(`Cannot index ${typeName(value)} with ${shown}`);
}
function indexIn(array, key) {
	const index = Math.trunc(key);
	return index < 0 ? index + array.length : index;
}
function indexesOf(array, wanted) {
	if (wanted.length === 0) return null;
	const found = [];
	for (let i = 0; i + wanted.length <= array.length; i++) if (wanted.every((item, j) => compare(array[i + j], item) === 0)) found.push(i);
	return found;
}
/** `value` with another value at a key. Throws JqError. */
function setKey(value, key, part) {
	if (isKey(key) && (value === null || isObject(value))) return new Map(value).set(key, part);
	if (typeof key === "number" && (value === null || isArray(value))) {
		if (Number.isNaN(key)) throw new JqError("Cannot set array element at NaN index");
		const copy = value === null ? [] : [...value];
		const index = indexIn(copy, key);
		if (index < 0) throw new JqError("Out of bounds negative array index");
		if (index > 536870911) throw new JqError("Array index too large");
		roomFor(index);
		while (copy.length < index) copy.push(null);
		copy[index] = part;
		return copy;
	}
	if (isObject(key) && (value === null || isArray(value))) {
		const array = value ?? [];
		const [from, to] = sliceBounds(array.length, key);
		if (!isArray(part)) throw new JqError("A slice of an array can only be assigned another array");
		return [
			...array.slice(0, from),
			...part,
			...array.slice(to)
		];
	}
	if (isObject(key) && typeof value === "string") throw new JqError("Cannot update string slices");
	throw new JqError(`Cannot update field at ${typeName(key)} index of ${typeName(value)}`);
}
function hasKey(value, key) {
	if (value === null) return false;
	if (isObject(value) && isKey(key)) return value.has(key);
	if (isArray(value) && typeof key === "number") return key >= 0 && key < value.length;
	throw new JqError(`Cannot check whether ${typeName(value)} has a ${isKey(key) ? "string" : typeName(key)} key`);
}
function pathOf(path) {
	if (!isArray(path)) throw new JqError("Path must be specified as an array");
	return path;
}
function getPath(value, path) {
	let part = value;
	for (const key of pathOf(path)) {
		if (part === null) return null;
		part = getKey(part, key);
	}
	return part;
}
function setPath(value, path, part, from = 0) {
	const keys = pathOf(path);
	if (from >= keys.length) return part;
	const key = keys[from];
	return setKey(value, key, setPath(getKey(value, key), keys, part, from + 1));
}
/** The value without what the paths lead to. */
function deletePaths(value, paths) {
	if (!isArray(paths)) throw new JqError("Paths must be specified as an array");
	for (const path of paths) if (!isArray(path)) throw new JqError(`Path must be specified as array, not ${typeName(path)}`);
	const sorted = [...paths].sort(compare);
	return sorted[0]?.length === 0 ? null : deleteBelow(value, sorted, 0);
}
/** The paths are sorted and alike before `from`; all that goes from one value goes at once, so that places stay what they were. */
function deleteBelow(value, paths, from) {
	const whole = [];
	let result = value;
	for (let i = 0; i < paths.length;) {
		const key = paths[i]?.[from];
		let end = i;
		while (end < paths.length && compare(paths[end]?.[from], key) === 0) end++;
		if (paths[i]?.length === from + 1) whole.push(key);
		else {
			const part = getKey(result, key);
			if (part !== null) result = setKey(result, key, deleteBelow(part, paths.slice(i, end), from + 1));
		}
		i = end;
	}
	return whole.length === 0 ? result : deleteKeys(result, whole);
}
function deleteKeys(value, keys) {
	if (value === null) return null;
	if (isArray(value)) {
		const gone = /* @__PURE__ */ new Set();
		for (const key of keys) if (typeof key === "number") gone.add(indexIn(value, key));
		else if (isObject(key)) {
			const [start, end] = sliceBounds(value.length, key);
			for (let i = start; i < end; i++) gone.add(i);
		} else throw new JqError(`Cannot delete ${typeName(key)} element of array`);
		return value.filter((_item, i) => !gone.has(i));
	}
	if (!isObject(value)) throw new JqError(`Cannot delete fields from ${typeName(value)}`);
	const copy = new Map(value);
	for (const key of keys) {
		if (!isKey(key)) throw new JqError(`Cannot delete ${typeName(key)} field of object`);
		copy.delete(key);
	}
	return copy;
}
function pathKeys(path, value) {
	if (path === "broken") throw new JqError(`Invalid path expression with result ${shortened(value, 29)}`);
	const keys = [];
	for (let at = path; at !== null; at = at.parent) keys.push(at.key);
	return keys.reverse();
}
// src/tools/jq/machine.ts
/**
* How jq programs run: filters in continuation passing style, on a machine that keeps the alternatives still to be tried.
* So a filter may give any number of results, endless ones too, without deep recursion, and others get their turn meanwhile.
*/
var TURN = 2e3;
var Machine = class {
	host;
	/** Alternatives, the next one last, each with how many calls were open when it was made. */
	forks = [];
	/** Calls that are open. */
	depth = 0;
	asked;
	constructor(host) {
		this.host = host;
	}
	/** Tries `alternative` after what comes now. */
	fork(alternative) {
		roomFor(this.forks.push({
			alternative,
			depth: this.depth
		}));
	}
	/** Opens a call; gives how many were open before. */
	enter() {
		roomFor(this.depth + 1);
		return this.depth++;
	}
	/** Gives up the alternatives since there were `height` of them. */
	cut(height) {
		this.forks.length = height;
	}
	/** Goes on with what a system call answers. */
	ask(ask, then, fail) {
		this.asked = {
			ask,
			then,
			fail
		};
		return () => null;
	}
	/** Runs to the end of all alternatives; `flush` is called now and then. */
	*run(start, flush) {
		let next = start;
		for (let steps = 1;; steps++) {
			if (!next) {
				const fork = this.forks.pop();
				if (!fork) return;
				this.depth = fork.depth;
				next = fork.alternative;
			}
			nesting = 0;
			next = next();
			if (this.asked) {
				const { ask, then, fail } = this.asked;
				this.asked = void 0;
				next = yield* guardedSys(ask, then, fail);
			}
			if (yield* flush()) return;
			if (steps % TURN === 0) yield* yieldNow();
		}
	}
};
function* guardedSys(ask, then, fail) {
	try {
		const value = yield* ask();
		return () => then(value);
	} catch (error) {
		if (!(error instanceof JqError)) throw error;
		return () => fail(error.value);
	}
}
/** How many results were handed on within this step. Many go on in a step of their own, so that the stack does not overflow. */
var nesting = 0;
var MOST_NESTED = 200;
/** The value of `work`, or the error that it throws, as a step. */
function attempt(work, then, fail) {
	let value;
	try {
		value = work();
	} catch (error) {
		if (!(error instanceof JqError)) throw error;
		return fail(error.value);
	}
	return ++nesting > MOST_NESTED ? () => then(value) : then(value);
}
// src/tools/jq/operators.ts
/** Arithmetic and comparison. */
var LONGEST_TEXT = 1 << 27;
function merge(a, b) {
	const result = new Map(a);
	for (const [key, value] of b) {
		const before = result.get(key);
		result.set(key, before !== void 0 && isObject(before) && isObject(value) ? merge(before, value) : value);
	}
	return result;
}
function repeated(text, times) {
	if (Number.isNaN(times) || times < 0) return null;
	if (text.length * times > LONGEST_TEXT) throw new RangeError("Invalid string length");
	return text.repeat(Math.trunc(times));
}
function splitText(text, separator) {
	if (text === "") return [];
	return separator === "" ? [...text] : text.split(separator);
}
function add(a, b) {
	if (a === null) return b;
	if (b === null) return a;
	if (typeof a === "number" && typeof b === "number") return a + b;
	if (typeof a === "string" && typeof b === "string") return a + b;
	if (isArray(a) && isArray(b)) {
		roomFor(a.length + b.length);
		return [...a, ...b];
	}
	if (isObject(a) && isObject(b)) return new Map([...a, ...b]);
	throw new JqError(`${described(a)} and ${described(b)} cannot be added`);
}
function subtract(a, b) {
	if (typeof a === "number" && typeof b === "number") return a - b;
	if (isArray(a) && isArray(b)) return a.filter((item) => !b.some((other) => compare(item, other) === 0));
	throw new JqError(`${described(a)} and ${described(b)} cannot be subtracted`);
}
function multiply(a, b) {
	if (typeof a === "number" && typeof b === "number") return a * b;
	if (typeof a === "string" && typeof b === "number") return repeated(a, b);
	if (typeof a === "number" && typeof b === "string") return repeated(b, a);
	if (isObject(a) && isObject(b)) return merge(a, b);
	throw new JqError(`${described(a)} and ${described(b)} cannot be multiplied`);
}
function divide(a, b) {
	if (typeof a === "string" && typeof b === "string") return splitText(a, b);
	const words = `${described(a)} and ${described(b)} cannot be divided`;
	if (typeof a !== "number" || typeof b !== "number") throw new JqError(words);
	if (b === 0) throw new JqError(`${words} because the divisor is zero`);
	return a / b;
}
/** The nearest 64 bit integer towards zero. */
var integer = (n) => n >= 2 ** 63 ? 2n ** 63n - 1n : n <= -(2 ** 63) ? -(2n ** 63n) : BigInt(Math.trunc(n));
function remainder(a, b) {
	const words = `${described(a)} and ${described(b)} cannot be divided (remainder)`;
	if (typeof a !== "number" || typeof b !== "number") throw new JqError(words);
	if (Number.isNaN(a) || Number.isNaN(b)) return NaN;
	if (Math.trunc(b) === 0) throw new JqError(`${words} because the divisor is zero`);
	return Number(integer(a) % integer(b));
}
var OPERATORS$1 = {
	"+": add,
	"-": subtract,
	"*": multiply,
	"/": divide,
	"%": remainder,
	"==": (a, b) => compare(a, b) === 0,
	"!=": (a, b) => compare(a, b) !== 0,
	"<": (a, b) => compare(a, b) < 0,
	"<=": (a, b) => compare(a, b) <= 0,
	">": (a, b) => compare(a, b) > 0,
	">=": (a, b) => compare(a, b) >= 0
};
/** Is `b` in `a`, as `contains` has it? */
function contains(a, b) {
	if (isObject(a) && isObject(b)) return [...b].every(([key, value]) => {
		const own = a.get(key);
		return own !== void 0 && sameKind(own, value) && contains(own, value);
	});
	if (isArray(a) && isArray(b)) return b.every((item) => a.some((own) => sameKind(own, item) && contains(own, item)));
	if (typeof a === "string" && typeof b === "string") return a.includes(b);
	return compare(a, b) === 0;
}
/** true and false are of different kinds to jq. */
var sameKind = (a, b) => kindOf(a) === kindOf(b);
var kindOf = (value) => value === null ? "null" : isArray(value) ? "array" : isObject(value) ? "object" : typeof value === "boolean" ? String(value) : typeof value;
// src/tools/jq/text.ts
/** What jq makes of text: formats (`@csv`, ...), regular expressions, dates. */
var toText = (value) => typeof value === "string" ? value : print(value);
var HTML = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"'": "&apos;",
	"\"": "&quot;"
};
var TSV = {
	"	": "\\t",
	"\r": "\\r",
	"\n": "\\n",
	"\\": "\\\\"
};
var BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
function row(value, name, separator, quoted) {
	if (!isArray(value)) throw new JqError(`${described(value)} cannot be ${name}-formatted, only array`);
	return value.map((cell) => {
		if (cell === null || Number.isNaN(cell)) return "";
		if (typeof cell === "object") throw new JqError(`${described(cell)} is not valid in a csv row`);
		return typeof cell === "string" ? quoted(cell) : print(cell);
	}).join(separator);
}
function shellWord(value) {
	if (typeof value === "object" && value !== null) throw new JqError(`${described(value)} can not be escaped for shell`);
	return typeof value === "string" ? `'${value.replaceAll("'", "'\\''")}'` : print(value);
}
function fromBase64(value) {
	const text = toText(value).replace(/=.*$/s, "");
	if (/[^A-Za-z0-9+/]/.test(text)) throw new JqError(`${described(value)} is not valid base64 data`);
	if (text.length % 4 === 1) throw new JqError(`${described(value)} trailing base64 byte found`);
	return decodeBase64(text.padEnd(Math.ceil(text.length / 4) * 4, "=")) ?? "";
}
function toBase32(text) {
	const digits = ([...bytesOf(text)].map((byte) => byte.toString(2).padStart(8, "0")).join("").match(/.{1,5}/g) ?? []).map((five) => BASE32[Number.parseInt(five.padEnd(5, "0"), 2)]).join("");
	return digits.padEnd(Math.ceil(digits.length / 8) * 8, "=");
}
function fromBase32(value) {
	const bytes = [...toText(value).replace(/=+$/, "")].map((c) => {
		const at = BASE32.indexOf(c);
		if (at < 0) throw new JqError(`${described(value)} is not valid base32 data`);
		return at.toString(2).padStart(5, "0");
	}).join("").match(/.{8}/g) ?? [];
	return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 2)));
}
var FORMATS = {
	text: toText,
	json: (value) => print(value),
	csv: (value) => row(value, "csv", ",", (text) => `"${text.replaceAll("\"", "\"\"")}"`),
	tsv: (value) => row(value, "tsv", "	", (text) => text.replace(/[\t\r\n\\]/g, (c) => TSV[c])),
	html: (value) => toText(value).replace(/[&<>'"]/g, (c) => HTML[c]),
	uri: (value) => [...bytesOf(toText(value))].map((byte) => {
		const c = String.fromCharCode(byte);
		return /[A-Za-z0-9\-_.~]/.test(c) ? c : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
	}).join(""),
	sh: (value) => isArray(value) ? value.map(shellWord).join(" ") : shellWord(value),
	base64: (value) => encodeBase64(toText(value)),
	base64d: fromBase64,
	base32: (value) => toBase32(toText(value)),
	base32d: fromBase32
};
function formatText(name, value) {
	const format = Object.hasOwn(FORMATS, name) ? FORMATS[name] : void 0;
	if (!format) throw new JqError(`${name} is not a valid format`);
	return format(value);
}
/** The words of jq's own library for the mistakes in patterns. */
var ONIGURUMA = {
	"missing closing parenthesis": "end pattern with unmatched parenthesis",
	"Unmatched ) or \\)": "unmatched close parenthesis",
	"missing terminating ] for character class": "premature end of char-class",
	"quantifier does not follow a repeatable item": "target of repeat operator is not specified",
	"Trailing backslash": "end pattern at escape",
	"Invalid range end": "empty range in char class",
	"Invalid back reference": "invalid backref number/name",
	"unrecognized character after (? or (?-": "undefined group option"
};
var compiled = /* @__PURE__ */ new Map();
var MOST_COMPILED = 100;
function patternOf(source, flags) {
	const key = `${flags.replace(/[^ixp]/g, "")}/${source}`;
	let pattern = compiled.get(key);
	if (!pattern) {
		try {
			pattern = compile(source, "perl", {
				ignoreCase: flags.includes("i"),
				extended: flags.includes("x"),
				dotAll: flags.includes("p")
			});
		} catch (error) {
			if (!(error instanceof RegexError)) throw error;
			throw new JqError(`Regex failure: ${ONIGURUMA[error.message] ?? error.message}`);
		}
		if (compiled.size >= MOST_COMPILED) compiled.clear();
		compiled.set(key, pattern);
	}
	return pattern;
}
/** All matches of a pattern (the first, without the flag `g`) as jq's objects. */
function matches(text, source, modifiers) {
	if (typeof text !== "string") throw new JqError(`${described(text)} cannot be matched, as it is not a string`);
	if (typeof source !== "string") throw new JqError(`${described(source)} is not a string`);
	if (modifiers !== null && typeof modifiers !== "string") throw new JqError(`${described(modifiers)} is not a string`);
	const flags = modifiers ?? "";
	if (/[^gixmspln]/.test(flags)) throw new JqError(`${flags} is not a valid modifier string`);
	const pattern = patternOf(source, flags);
	const found = [];
	const offset = (at) => textLength(text.slice(0, at));
	for (let from = 0; from <= text.length;) {
		const match = pattern.exec(text, from);
		if (!match) break;
		const { start, end, groups } = match;
		const empty = start === end;
		from = empty ? end + ((text.codePointAt(end) ?? 0) > 65535 ? 2 : 1) : end;
		if (empty && flags.includes("n")) continue;
		const captures = [];
		for (let i = 1; i <= pattern.groupCount; i++) {
			const group = groups[i];
			const at = empty ? offset(start) : group === void 0 ? -1 : offset(match.starts[i]);
			const string = empty ? "" : group ?? null;
			const name = pattern.names.get(i) ?? null;
			const entries = string ? [
				["offset", at],
				["length", textLength(string)],
				["string", string]
			] : [
				["offset", at],
				["string", string],
				["length", 0]
			];
			captures.push(new Map([...entries, ["name", name]]));
		}
		const string = text.slice(start, end);
		const value = /* @__PURE__ */ new Map([
			["offset", offset(start)],
			["length", textLength(string)],
			["string", string],
			["captures", captures]
		]);
		found.push({
			start,
			end,
			value
		});
		if (!flags.includes("g")) break;
	}
	return found;
}
/** The pieces between matches. */
function splitByPattern(text, source, flags) {
	const pieces = [];
	let from = 0;
	for (const { start, end } of matches(text, source, `g${typeof flags === "string" ? flags : ""}`)) {
		pieces.push(text.slice(from, start));
		from = end;
	}
	return [...pieces, text.slice(from)];
}
var SECONDS = 1e3;
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
/** Seconds since 1970 as [year, month from 0, day, hours, minutes, seconds, day of the week, day of the year]. */
function brokenTime(seconds) {
	if (typeof seconds !== "number") throw new JqError("gmtime() requires numeric inputs");
	const date = /* @__PURE__ */ new Date(Math.floor(seconds) * SECONDS);
	if (Number.isNaN(date.getTime())) throw new JqError("error converting number of seconds since epoch to datetime");
	const year = date.getUTCFullYear();
	const days = Math.floor((date.getTime() - Date.UTC(year, 0, 1)) / 864e5);
	const fraction = seconds - Math.floor(seconds);
	return [
		year,
		date.getUTCMonth(),
		date.getUTCDate(),
		date.getUTCHours(),
		date.getUTCMinutes(),
		date.getUTCSeconds() + fraction,
		date.getUTCDay(),
		days
	];
}
function secondsOf(time) {
	if (!isArray(time)) throw new JqError("mktime requires array inputs");
	if (time.length < 6 || !time.every((part) => typeof part === "number")) throw new JqError("mktime requires parsed datetime inputs");
	const [year, month, day, hours, minutes, seconds] = time;
	return Math.floor(Date.UTC(year, month, day, hours, minutes, seconds) / SECONDS);
}
function timeText(time, format) {
	const parts = typeof time === "number" ? brokenTime(time) : time;
	if (!isArray(parts)) throw new JqError("strftime/1 requires parsed datetime inputs");
	if (typeof format !== "string") throw new JqError("strftime/1 requires a string format");
	const seconds = secondsOf(parts);
	if (Number.isNaN(seconds)) throw new JqError("strftime/1 requires parsed datetime inputs");
	return formatDate(format, seconds * SECONDS);
}
var FIELDS = {
	Y: "(?<Y>[-+]?\\d{1,4})",
	m: "(?<m>\\d{1,2})",
	d: "\\s*(?<d>\\d{1,2})",
	e: "\\s*(?<d>\\d{1,2})",
	H: "\\s*(?<H>\\d{1,2})",
	I: "\\s*(?<H>\\d{1,2})",
	M: "(?<M>\\d{1,2})",
	S: "(?<S>\\d{1,2})",
	j: "(?<j>\\d{1,3})",
	y: "(?<y>\\d{2})",
	s: "(?<s>\\d+)",
	b: `(?<b>${MONTHS.join("|")})[a-z]*`,
	a: `(?:${DAYS.join("|")})[a-z]*`,
	p: "(?<p>[ap]m)",
	Z: "[A-Za-z]+",
	z: "(?:Z|[-+]\\d{2}:?\\d{0,2})",
	n: "\\s*",
	t: "\\s*",
	"%": "%"
};
var SHORTHANDS = {
	T: "%H:%M:%S",
	D: "%m/%d/%y",
	F: "%Y-%m-%d",
	R: "%H:%M",
	c: "%a %b %e %H:%M:%S %Y",
	h: "%b",
	B: "%b",
	A: "%a"
};
/** A text read by a format of strptime, as a broken down time. */
function parseTime(text, format) {
	if (typeof text !== "string" || typeof format !== "string") throw new JqError("strptime/1 requires string inputs and arguments");
	const wrong = new JqError(`date "${text}" does not match format "${format}"`);
	const seen = /* @__PURE__ */ new Set();
	const source = format.replace(/%([TDFRchBA])/g, (_all, letter) => SHORTHANDS[letter]).replace(/%(.)|\s+|[^%\s]/gs, (piece, letter) => {
		if (letter === void 0) return /\s/.test(piece) ? "\\s*" : piece.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
		const field = FIELDS[letter];
		if (field === void 0) throw wrong;
		if (!seen.has(letter)) {
			seen.add(letter);
			return field;
		}
		return field.replace(/\?<\w+>/, "?:");
	});
	let found;
	try {
		found = new RegExp(`^${source}$`, "i").exec(text)?.groups;
	} catch {
		throw wrong;
	}
	if (!found && !new RegExp(`^${source}$`, "i").test(text)) throw wrong;
	const number = (name, otherwise) => found?.[name] === void 0 ? otherwise : Number(found[name]);
	if (found?.["s"] !== void 0) return brokenTime(Number(found["s"]));
	const short = found?.["y"] === void 0 ? 1900 : number("y", 0) + (number("y", 0) < 69 ? 2e3 : 1900);
	const month = found?.["b"] === void 0 ? number("m", 1) - 1 : MONTHS.indexOf(found["b"].toLowerCase());
	const half = found?.["p"] === void 0 ? 0 : found["p"].toLowerCase() === "pm" ? 12 : 0;
	const hours = found?.["p"] === void 0 ? number("H", 0) : number("H", 0) % 12 + half;
	const [minutes, seconds] = [number("M", 0), number("S", 0)];
	if (month < 0 || month > 11 || hours > 23 || minutes > 59 || seconds > 60 || number("d", 1) < 1 || number("d", 1) > 31) throw wrong;
	return brokenTime(Date.UTC(number("Y", short), month, number("j", number("d", 1)), hours, minutes, seconds) / SECONDS);
}
// src/tools/jq/natives.ts
/** The builtins that are not written in jq itself: functions of values, and those that steer the machine or ask the outside. */
function items(value) {
	if (isArray(value)) return value;
	if (isObject(value)) return [...value.values()];
	throw new JqError(`Cannot iterate over ${typeName(value)}${value === null ? " (null)" : ` (${described(value).replace(/^\w+ \(|\)$/g, "")})`}`);
}
function array(value, problem) {
	if (!isArray(value)) throw new JqError(`${described(value)} ${problem}`);
	return value;
}
function text(value, message) {
	if (typeof value !== "string") throw new JqError(message);
	return value;
}
var number = (value) => {
	if (typeof value !== "number") throw new JqError(`${described(value)} number required`);
	return value;
};
var NOT_SORTABLE = "cannot be sorted, as it is not an array";
/** Values with the keys to order them by, in that order; equal ones stay as they were. */
function ordered(values, keys) {
	return array(values, NOT_SORTABLE).map((value, i) => ({
		value,
		key: keys[i]
	})).sort((a, b) => compare(a.key, b.key));
}
function extreme(values, keys, sign) {
	if (!isArray(values)) throw new JqError(`${described(values)} and ${described(keys)} cannot be iterated over`);
	let best = 0;
	const key = (i) => keys[i];
	for (let i = 1; i < values.length; i++) if (compare(key(i), key(best)) < 0 === sign < 0) best = i;
	return values[best] ?? null;
}
function flat(value, depth) {
	return items(value).flatMap((item) => isArray(item) && depth !== 0 ? flat(item, depth - 1) : [item]);
}
function fromJson(value) {
	try {
		return parseJson(value);
	} catch (error) {
		if (error instanceof JsonError) throw new JqError(error.message);
		throw error;
	}
}
function toNumber(value) {
	if (typeof value === "number") return value;
	const parsed = typeof value === "string" ? fromJson(value) : value;
	if (typeof parsed !== "number") throw new JqError(`${described(value)} cannot be parsed as a number`);
	return parsed;
}
function length(value) {
	if (value === null) return 0;
	if (typeof value === "number") return Math.abs(value);
	if (typeof value === "string") return textLength(value);
	if (typeof value === "boolean") throw new JqError(`${described(value)} has no length`);
	return isArray(value) ? value.length : value.size;
}
function keys(value, sorted) {
	if (isArray(value)) return value.map((_item, i) => i);
	if (!isObject(value)) throw new JqError(`${described(value)} has no keys`);
	return sorted ? sortedKeys(value) : [...value.keys()];
}
function indices(value, wanted) {
	if (value === null) return null;
	if (typeof value === "string") {
		if (typeof wanted !== "string") throw new JqError(`Cannot determine indices of ${typeName(wanted)} in string`);
		if (wanted === "") return null;
		const found = [];
		for (let at = value.indexOf(wanted); at >= 0; at = value.indexOf(wanted, at + 1)) found.push(textLength(value.slice(0, at)));
		return found;
	}
	if (!isArray(value)) throw new JqError(`Cannot index ${typeName(value)} with ${typeName(wanted)}`);
	const list = isArray(wanted) ? wanted : [wanted];
	if (list.length === 0) return null;
	return value.flatMap((_item, i) => list.every((item, j) => i + j < value.length && compare(value[i + j], item) === 0) ? [i] : []);
}
function fromEntries(value) {
	const made = /* @__PURE__ */ new Map();
	for (const entry of items(value)) {
		if (entry !== null && !isObject(entry)) throw new JqError(`Cannot index ${typeName(entry)} with string "key"`);
		const first = (names) => names.map((name) => entry?.get(name) ?? null).find(isTrue) ?? null;
		const own = entry?.get("key") ?? null;
		const key = own === null ? first([
			"k",
			"name",
			"Name",
			"K",
			"Key"
		]) : own;
		if (key === null) throw new JqError("Cannot use null (null) as object key");
		const at = [
			"value",
			"v",
			"Value",
			"V"
		].find((name) => entry?.has(name));
		made.set(typeof key === "string" ? key : print(key), at === void 0 ? null : entry?.get(at) ?? null);
	}
	return made;
}
function join(value, separator) {
	const add = OPERATORS$1["+"];
	let joined = null;
	for (const item of items(value)) {
		const piece = typeof item === "boolean" || typeof item === "number" ? toText(item) : item ?? "";
		joined = add(joined === null ? "" : add(joined, separator), piece);
	}
	return joined ?? "";
}
function implode(value) {
	if (!isArray(value)) throw new JqError("implode input must be an array");
	return value.map((code) => {
		if (typeof code !== "number" || Number.isNaN(code)) throw new JqError(`${described(code)} can't be imploded, unicode codepoint needs to be numeric`);
		const whole = Math.trunc(code);
		return whole < 0 || whole > 1114111 || whole >= 55296 && whole <= 57343 ? "�" : String.fromCodePoint(whole);
	}).join("");
}
/** The events of `--stream` and `tostream`: [path, leaf], and [path] at the end of each container. */
function streamEvents(value, path = []) {
	const entries = isArray(value) ? [...value.entries()] : isObject(value) ? [...value.entries()] : [];
	if (entries.length === 0) return [[path, value]];
	return [...entries.flatMap(([key, part]) => streamEvents(part, [...path, key])), [[...path, entries.at(-1)?.[0]]]];
}
function captures(value) {
	const made = /* @__PURE__ */ new Map();
	for (const capture of items(value.get("captures") ?? [])) {
		const name = capture.get("name");
		if (typeof name === "string") made.set(name, capture.get("string") ?? null);
	}
	return made;
}
var trimmed = (name, pattern) => (value) => text(value, `${described(value)} ${name} input must be a string`).replace(pattern, "");
var BLANK = "[\\t\\n\\v\\f\\r \\u0085\\u00a0]+";
var mathFunctions = () => {
	const round = (x) => Math.sign(x) * Math.round(Math.abs(x));
	const even = (x) => Math.abs(x) % 1 === .5 ? 2 * Math.round(x / 2) : Math.round(x);
	const exponentOf = (x) => Math.floor(Math.log2(Math.abs(x)));
	const one = {
		floor: Math.floor,
		ceil: Math.ceil,
		sqrt: Math.sqrt,
		round,
		trunc: Math.trunc,
		fabs: Math.abs,
		cbrt: Math.cbrt,
		sin: Math.sin,
		cos: Math.cos,
		tan: Math.tan,
		asin: Math.asin,
		acos: Math.acos,
		atan: Math.atan,
		sinh: Math.sinh,
		cosh: Math.cosh,
		tanh: Math.tanh,
		asinh: Math.asinh,
		acosh: Math.acosh,
		atanh: Math.atanh,
		exp: Math.exp,
		expm1: Math.expm1,
		log: Math.log,
		log1p: Math.log1p,
		log2: Math.log2,
		log10: Math.log10,
		exp2: (x) => 2 ** x,
		exp10: (x) => 10 ** x,
		rint: even,
		nearbyint: even,
		logb: exponentOf,
		significand: (x) => x === 0 || !Number.isFinite(x) ? x : x / 2 ** exponentOf(x)
	};
	const two = {
		pow: (x, y) => x ** y,
		atan2: Math.atan2,
		fmin: Math.min,
		fmax: Math.max,
		fmod: (x, y) => x % y,
		ldexp: (x, y) => x * 2 ** y,
		scalb: (x, y) => x * 2 ** y,
		scalbln: (x, y) => x * 2 ** y
	};
	return {
		...Object.fromEntries(Object.entries(one).map(([name, f]) => [`${name}/0`, (value) => f(number(value))])),
		...Object.fromEntries(Object.entries(two).map(([name, f]) => [`${name}/2`, (_value, a = null, b = null) => f(number(a), number(b))]))
	};
};
/** By name and number of arguments. The first parameter is the input. */
var NATIVES = {
	...mathFunctions(),
	"not/0": (value) => !isTrue(value),
	"type/0": typeName,
	"length/0": length,
	"utf8bytelength/0": (value) => {
		if (typeof value !== "string") throw new JqError(`${described(value)} only strings have UTF-8 byte length`);
		return new TextEncoder().encode(value).length;
	},
	"keys/0": (value) => keys(value, true),
	"keys_unsorted/0": (value) => keys(value, false),
	"has/1": (value, key = null) => hasKey(value, key),
	"contains/1": (value, part = null) => {
		if (!sameKind(value, part)) throw new JqError(`${described(value)} and ${described(part)} cannot have their containment checked`);
		return contains(value, part);
	},
	"to_entries/0": (value) => {
		if (!isObject(value) && !isArray(value)) throw new JqError(`${described(value)} has no keys`);
		return [...value.entries()].map(([key, part]) => /* @__PURE__ */ new Map([["key", key], ["value", part]]));
	},
	"from_entries/0": fromEntries,
	"tostring/0": toText,
	"tonumber/0": toNumber,
	"tojson/0": (value) => print(value),
	"fromjson/0": (value) => {
		if (typeof value !== "string") throw new JqError(`${described(value)} only strings can be parsed`);
		return fromJson(value);
	},
	"format/1": (value, name = null) => {
		if (typeof name !== "string") throw new JqError(`${described(name)} is not a valid format`);
		return formatText(name, value);
	},
	"startswith/1": (value, start = null) => text(value, "startswith() requires string inputs").startsWith(text(start, "startswith() requires string inputs")),
	"endswith/1": (value, end = null) => text(value, "endswith() requires string inputs").endsWith(text(end, "endswith() requires string inputs")),
	"ltrimstr/1": (value, start) => typeof value === "string" && typeof start === "string" && value.startsWith(start) ? value.slice(start.length) : value,
	"rtrimstr/1": (value, end) => typeof value === "string" && typeof end === "string" && end !== "" && value.endsWith(end) ? value.slice(0, -end.length) : value,
	"trim/0": trimmed("trim", new RegExp(`^${BLANK}|${BLANK}$`, "g")),
	"ltrim/0": trimmed("trim", new RegExp(`^${BLANK}`)),
	"rtrim/0": trimmed("trim", new RegExp(`${BLANK}$`)),
	"ascii_downcase/0": (value) => text(value, "explode input must be a string").replace(/[A-Z]/g, (c) => c.toLowerCase()),
	"ascii_upcase/0": (value) => text(value, "explode input must be a string").replace(/[a-z]/g, (c) => c.toUpperCase()),
	"explode/0": (value) => [...text(value, "explode input must be a string")].map((c) => c.codePointAt(0)),
	"implode/0": implode,
	"split/1": (value, separator = null) => {
		const problem = "split input and separator must be strings";
		return splitText(text(value, problem), text(separator, problem));
	},
	"split/2": (value, pattern = null, flags = null) => splitByPattern(value, pattern, flags),
	"join/1": (value, separator = null) => join(value, separator),
	"indices/1": (value, wanted = null) => indices(value, wanted),
	"_matches/2": (value, pattern = null, flags = null) => matches(value, pattern, flags).map((one) => one.value),
	"_captures/0": captures,
	"_negate/0": (value) => {
		if (typeof value !== "number") throw new JqError(`${described(value)} cannot be negated`);
		return -value;
	},
	"abs/0": (value) => {
		if (typeof value !== "number") throw new JqError(`${described(value)} has no absolute value`);
		return value < 0 ? -value : value;
	},
	"toarray/0": (value) => isArray(value) ? value : [value],
	"sort/0": (value) => [...array(value, NOT_SORTABLE)].sort(compare),
	"_sort_by/1": (value, by = null) => ordered(value, by).map((one) => one.value),
	"_group_by/1": (value, by = null) => {
		const groups = [];
		for (const one of ordered(value, by)) {
			const last = groups.at(-1);
			if (last && compare(last.key, one.key) === 0) last.values.push(one.value);
			else groups.push({
				key: one.key,
				values: [one.value]
			});
		}
		return groups.map((group) => group.values);
	},
	"unique/0": (value) => {
		const sorted = [...array(value, NOT_SORTABLE)].sort(compare);
		return sorted.filter((item, i) => i === 0 || compare(item, sorted[i - 1]) !== 0);
	},
	"min/0": (value) => extreme(value, value, -1),
	"max/0": (value) => extreme(value, value, 1),
	"_min_by/1": (value, by = null) => extreme(value, by, -1),
	"_max_by/1": (value, by = null) => extreme(value, by, 1),
	"reverse/0": (value) => typeof value === "string" ? [...value].reverse().join("") : value === null ? [] : [...array(value, "cannot be reversed, as it is not an array")].reverse(),
	"flatten/0": (value) => flat(value, -1),
	"flatten/1": (value, depth = null) => {
		if (number(depth) < 0) throw new JqError("flatten depth must not be negative");
		return flat(value, Math.trunc(number(depth)));
	},
	"setpath/2": (value, path = null, part = null) => setPath(value, path, part),
	"delpaths/1": (value, paths = null) => deletePaths(value, paths),
	"_events/0": (value) => streamEvents(value),
	"infinite/0": () => Number.POSITIVE_INFINITY,
	"nan/0": () => NaN,
	"isinfinite/0": (value) => Math.abs(number(value)) === Number.POSITIVE_INFINITY,
	"isnan/0": (value) => Number.isNaN(number(value)),
	"isnormal/0": (value) => Number.isFinite(number(value)) && Math.abs(number(value)) >= 2 ** -1022,
	"gmtime/0": brokenTime,
	"localtime/0": brokenTime,
	"mktime/0": secondsOf,
	"strftime/1": (value, format = null) => timeText(value, format),
	"strflocaltime/1": (value, format = null) => timeText(value, format),
	"strptime/1": (value, format = null) => parseTime(value, format),
	"ascii/0": (value) => String.fromCharCode(number(value)),
	"have_decnum/0": () => false,
	"have_literal_numbers/0": () => true
};
var off$1 = (path) => path === void 0 ? void 0 : "broken";
function range(from, to, by) {
	const counted = (step) => (run, scope, value, path, then, fail) => from(run, scope, value, void 0, (first) => to(run, scope, value, void 0, (last) => {
		if (typeof first !== "number" || typeof last !== "number") return fail("Range bounds must be numeric");
		const at = (n) => {
			if (step > 0 ? !(n < last) : step < 0 ? !(n > last) : true) return null;
			run.fork(() => at(n + step));
			return then(n, off$1(path));
		};
		return at(first);
	}, fail), fail);
	if (!by) return counted(1);
	return (run, scope, value, path, then, fail) => by(run, scope, value, void 0, (step) => typeof step === "number" ? counted(step)(run, scope, value, path, then, fail) : fail("Range bounds must be numeric"), fail);
}
/** Gives the value on and does something with it. */
var seen = (act) => () => (run, _scope, value, path, then) => {
	act(run.host, value);
	return then(value, path);
};
var told = (tell) => () => (run, _scope, _value, path, then) => then(tell(run.host), off$1(path));
var NATIVE_FILTERS = {
	"empty/0": () => () => null,
	"error/0": () => (_run, _scope, value, _path, _then, fail) => fail(value),
	"error/1": ([message]) => (run, scope, value, _path, _then, fail) => message(run, scope, value, void 0, (x) => fail(x), fail),
	"select/1": ([test]) => (run, scope, value, path, then, fail) => test(run, scope, value, void 0, (x) => isTrue(x) ? then(value, path) : null, fail),
	"path/1": ([of]) => (run, scope, value, path, then, fail) => of(run, scope, value, null, (x, at) => attempt(() => pathKeys(at, x), (found) => then(found, off$1(path)), fail), fail),
	"getpath/1": ([which]) => (run, scope, value, path, then, fail) => which(run, scope, value, void 0, (at) => {
		if (path === "broken") return fail(`Invalid path expression near attempt to access element ${print(at)} of ${print(value)}`);
		const longer = () => path === void 0 ? void 0 : at.reduce((parent, key) => ({
			parent,
			key
		}), path);
		return attempt(() => getPath(value, at), (x) => then(x, longer()), fail);
	}, fail),
	"range/1": ([to]) => range((_run, _scope, _value, _path, then) => then(0, void 0), to),
	"range/2": ([from, to]) => range(from, to),
	"range/3": ([from, to, by]) => range(from, to, by),
	"first/1": ([of]) => (run, scope, value, path, then, fail) => {
		const height = run.forks.length;
		const one = (x, at) => {
			run.cut(height);
			return then(x, at);
		};
		return of(run, scope, value, path, one, fail);
	},
	"limit/2": ([most, of]) => (run, scope, value, path, then, fail) => most(run, scope, value, void 0, (limit) => {
		const height = run.forks.length;
		if (limit === 0) return null;
		let left = typeof limit === "number" && limit > 0 ? limit : Number.POSITIVE_INFINITY;
		const one = (x, at) => {
			left--;
			if (left <= 0) run.cut(height);
			return then(x, at);
		};
		return of(run, scope, value, path, one, fail);
	}, fail),
	"input/0": () => (run, _scope, _value, path, then, fail) => run.ask(() => run.host.input(), (x) => then(x, off$1(path)), fail),
	"now/0": () => (run, _scope, _value, path, then, fail) => run.ask(() => run.host.now(), (x) => then(x, off$1(path)), fail),
	"debug/0": seen((to, value) => to.note(`${print(["DEBUG:", value])}\n`)),
	"stderr/0": seen((to, value) => to.note(toText(value))),
	"env/0": told(({ env }) => new Map(Object.entries(env))),
	"input_filename/0": told((of) => of.filename()),
	"input_line_number/0": told((of) => of.line()),
	"halt/0": () => (run) => {
		run.host.halt(0);
		return null;
	},
	"halt_error/1": ([code]) => (run, scope, value, _path, _then, fail) => code(run, scope, value, void 0, (x) => {
		if (typeof x !== "number") return fail(`${described(value)} halt_error/1: number required`);
		run.host.halt(Math.trunc(x) & 255, value);
		return null;
	}, fail)
};
[...Object.keys(NATIVES), ...Object.keys(NATIVE_FILTERS)].filter((name) => !name.startsWith("_"));
// src/tools/jq/parse.ts
/** jq's language as a tree, with the messages of its parser. */
/** A program that cannot be parsed. */
var SyntaxProblem = class extends Error {
	problems;
	constructor(problems) {
		super(problems[0]?.message);
		this.problems = problems;
	}
};
var IDENTITY = { t: "identity" };
var KEYWORDS = new Set("as def module import include if then else elif end and or reduce foreach try catch label break __loc__".split(" "));
var OPERATORS = "?// //= |= += -= *= /= %= != == // <= >= .. . ? = ; , : | + - * / % $ < > ( ) [ ] { }".split(" ");
var UPDATES = [
	"=",
	"|=",
	"+=",
	"-=",
	"*=",
	"/=",
	"%=",
	"//="
];
var COMPARISONS = [
	"==",
	"!=",
	"<",
	">",
	"<=",
	">="
];
var CLOSING = {
	"(": ")",
	"[": "]",
	"{": "}"
};
var END = "end of file";
var Parser = class {
	source;
	at = 0;
	peeked;
	brackets = [];
	/** Where the last token starts. */
	last = 0;
	constructor(source) {
		this.source = source;
	}
	program() {
		const definitions = [];
		if (this.is("import", "include", "module")) throw new SyntaxProblem([{
			message: `modules (${this.token.kind}) are not supported here`,
			at: this.token.at
		}]);
		while (this.is("def")) definitions.push(this.definition());
		const main = this.is(END) ? IDENTITY : this.startsExpression() ? this.pipe() : void 0;
		if (!main || !this.is(END)) throw this.unexpected(END);
		return {
			definitions,
			main
		};
	}
	lex() {
		const blank = /(?:[ \n\t\r]|#[^\n]*)*/y;
		blank.lastIndex = this.at;
		this.at += blank.exec(this.source)?.[0].length ?? 0;
		const start = this.at;
		const take = (kind, text) => {
			this.at += text.length;
			this.last = start;
			return {
				kind,
				text,
				at: start
			};
		};
		const rest = (pattern) => {
			pattern.lastIndex = start;
			return pattern.exec(this.source)?.[0];
		};
		if (start >= this.source.length) return {
			kind: END,
			text: "",
			at: this.last
		};
		if (this.source[start] === "\"") return take("QQSTRING_START", "\"");
		const number = rest(/(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y);
		if (number !== void 0) return take("LITERAL", number);
		const field = rest(/\.[a-zA-Z_]\w*/y);
		if (field !== void 0) return take("FIELD", field);
		const word = rest(/(?:[a-zA-Z_]\w*::)*[a-zA-Z_]\w*/y);
		if (word !== void 0) return take(KEYWORDS.has(word) && word !== "__loc__" ? word : "IDENT", word);
		const binding = rest(/\$(?:[a-zA-Z_]\w*::)*[a-zA-Z_]\w*/y);
		if (binding !== void 0) return take(binding === "$__loc__" ? "$__loc__" : "BINDING", binding);
		const format = rest(/@\w+/y);
		if (format !== void 0) return take("FORMAT", format);
		const sign = OPERATORS.find((operator) => this.source.startsWith(operator, start));
		if (sign === void 0) return take("INVALID_CHARACTER", String.fromCodePoint(this.source.codePointAt(start)));
		const closing = CLOSING[sign];
		if (closing) this.brackets.push(closing);
		if (")]}".includes(sign) && this.brackets.pop() !== sign) return take("INVALID_CHARACTER", sign);
		return take(sign, sign);
	}
	get token() {
		this.peeked ??= this.lex();
		return this.peeked;
	}
	is(...kinds) {
		return kinds.includes(this.token.kind);
	}
	next() {
		const { token } = this;
		this.peeked = void 0;
		return token;
	}
	take(kind) {
		if (!this.is(kind)) return false;
		this.peeked = void 0;
		return true;
	}
	expect(kind, expecting) {
		if (!this.is(kind)) throw this.unexpected(expecting);
		return this.next();
	}
	unexpected(expecting) {
		const { kind, at } = this.token;
		return new SyntaxProblem([{
			message: `syntax error, unexpected ${kind.length === 1 ? `'${kind}'` : kind}${expecting === void 0 ? "" : `, expecting ${expecting}`} (Unix shell quoting issues?)`,
			at
		}]);
	}
	startsExpression() {
		return this.is(...[
			".",
			"..",
			"FIELD",
			"IDENT",
			"BINDING",
			"$__loc__",
			"LITERAL",
			"FORMAT",
			"QQSTRING_START",
			"(",
			"[",
			"{",
			"-",
			"$"
		], ...[
			"if",
			"reduce",
			"foreach",
			"try",
			"label",
			"break",
			"def"
		]);
	}
	pipe() {
		if (this.is("def")) return {
			t: "def",
			definition: this.definition(),
			body: this.pipe()
		};
		const left = this.comma();
		return this.take("|") ? {
			t: "pipe",
			left,
			right: this.pipe()
		} : left;
	}
	comma() {
		let left = this.alternative();
		while (this.take(",")) left = {
			t: "comma",
			left,
			right: this.alternative()
		};
		return left;
	}
	alternative() {
		const left = this.update();
		return this.take("//") ? {
			t: "alternative",
			left,
			right: this.alternative()
		} : left;
	}
	update() {
		const left = this.or();
		if (!this.is(...UPDATES)) return left;
		const operator = this.next().kind;
		const right = this.or();
		if (this.is(...UPDATES)) throw this.unexpected();
		return {
			t: "update",
			operator,
			left,
			right
		};
	}
	or() {
		let left = this.and();
		while (this.take("or")) left = {
			t: "or",
			left,
			right: this.and()
		};
		return left;
	}
	and() {
		let left = this.comparison();
		while (this.take("and")) left = {
			t: "and",
			left,
			right: this.comparison()
		};
		return left;
	}
	comparison() {
		const left = this.sum();
		if (!this.is(...COMPARISONS)) return left;
		const operator = this.next().kind;
		const right = this.sum();
		if (this.is(...COMPARISONS)) throw this.unexpected();
		return {
			t: "binary",
			operator,
			left,
			right
		};
	}
	sum() {
		let left = this.product();
		while (this.is("+", "-")) left = {
			t: "binary",
			operator: this.next().kind,
			left,
			right: this.product()
		};
		return left;
	}
	product() {
		let left = this.prefixed();
		while (this.is("*", "/", "%")) left = {
			t: "binary",
			operator: this.next().kind,
			left,
			right: this.prefixed()
		};
		return left;
	}
	prefixed() {
		if (this.take("-")) return {
			t: "negate",
			of: this.product()
		};
		if (this.is("def")) return this.pipe();
		if (this.take("label")) {
			const name = this.expect("BINDING", "BINDING").text;
			this.expect("|", "'|'");
			return {
				t: "label",
				name,
				body: this.pipe()
			};
		}
		const source = this.postfix();
		if (!this.take("as")) return source;
		const patterns = this.patterns();
		this.expect("|", patterns.length > 1 ? void 0 : "?// or '|'");
		return {
			t: "as",
			source,
			patterns,
			body: this.pipe()
		};
	}
	postfix() {
		let of = this.primary();
		for (;;) if (this.is("FIELD")) of = {
			t: "index",
			of,
			key: {
				t: "const",
				value: this.next().text.slice(1)
			}
		};
		else if (this.is("[")) of = this.bracket(of);
		else if (this.take(".")) {
			if (this.is("[")) of = this.bracket(of);
			else if (this.is("QQSTRING_START", "FORMAT")) of = {
				t: "index",
				of,
				key: this.string()
			};
			else throw this.unexpected("FORMAT or QQSTRING_START or '['");
		} else if (this.take("?")) of = {
			t: "try",
			body: of
		};
		else return of;
	}
	/** `[]`, `[key]`, `[from:to]` after a term. */
	bracket(of) {
		this.expect("[");
		if (this.take("]")) return {
			t: "each",
			of
		};
		if (this.take(":")) {
			const to = this.pipe();
			this.expect("]");
			return {
				t: "slice",
				of,
				to
			};
		}
		const key = this.pipe();
		if (this.take(":")) {
			const to = this.is("]") ? void 0 : this.pipe();
			this.expect("]");
			return {
				t: "slice",
				of,
				from: key,
				...to && { to }
			};
		}
		this.expect("]");
		return {
			t: "index",
			of,
			key
		};
	}
	primary() {
		const { kind, text, at } = this.token;
		switch (kind) {
			case ".":
				this.next();
				if (this.is("QQSTRING_START")) return {
					t: "index",
					of: IDENTITY,
					key: this.string()
				};
				return IDENTITY;
			case "..":
				this.next();
				return {
					t: "call",
					name: "recurse",
					args: [],
					at
				};
			case "FIELD":
				this.next();
				return {
					t: "index",
					of: IDENTITY,
					key: {
						t: "const",
						value: text.slice(1)
					}
				};
			case "LITERAL":
				this.next();
				return {
					t: "const",
					value: Number(text)
				};
			case "QQSTRING_START":
			case "FORMAT": return this.string();
			case "BINDING":
				this.next();
				return {
					t: "var",
					name: text,
					at
				};
			case "$__loc__":
				this.next();
				return {
					t: "const",
					value: this.location(at)
				};
			case "IDENT": return this.call();
			case "(": {
				this.next();
				const inner = this.pipe();
				this.expect(")");
				return inner;
			}
			case "[": {
				this.next();
				if (this.take("]")) return { t: "array" };
				const body = this.pipe();
				this.expect("]");
				return {
					t: "array",
					body
				};
			}
			case "{": return this.object();
			case "if": return this.condition();
			case "try": return this.attempt();
			case "reduce":
			case "foreach": return this.loop(kind);
			case "break":
				this.next();
				if (this.is("BINDING")) return {
					t: "break",
					name: this.next().text,
					at
				};
				throw new SyntaxProblem([...this.unexpected().problems, {
					message: "break requires a label to break to",
					at
				}]);
			default: throw this.unexpected();
		}
	}
	location(at) {
		return /* @__PURE__ */ new Map([["file", "<top-level>"], ["line", this.source.slice(0, at).split("\n").length]]);
	}
	call() {
		const { text: name, at } = this.next();
		if (!this.is("(")) {
			if (name === "true" || name === "false") return {
				t: "const",
				value: name === "true"
			};
			return name === "null" ? {
				t: "const",
				value: null
			} : {
				t: "call",
				name,
				args: [],
				at
			};
		}
		this.next();
		const args = [this.pipe()];
		while (this.take(";")) args.push(this.pipe());
		this.expect(")", "';' or ')'");
		return {
			t: "call",
			name,
			args,
			at
		};
	}
	/** A string with what is interpolated, `@format` before it or not; or the format alone. */
	string() {
		let format = "text";
		if (this.is("FORMAT")) {
			format = this.next().text.slice(1);
			if (!this.is("QQSTRING_START")) return {
				t: "format",
				name: format
			};
		}
		this.next();
		const parts = [];
		for (;;) {
			const start = this.at;
			const piece = /(?:[^"\\]|\\[^(])*/y;
			piece.lastIndex = start;
			const raw = piece.exec(this.source)?.[0] ?? "";
			this.at += raw.length;
			if (raw !== "") {
				this.last = start;
				parts.push(this.unescaped(raw, start));
			}
			const c = this.source[this.at];
			if (c === void 0 || c === "\\" && this.at + 1 >= this.source.length) {
				this.at = this.source.length;
				throw this.unexpected("QQSTRING_TEXT or QQSTRING_INTERP_START or QQSTRING_END");
			}
			if (c === "\"") {
				this.at++;
				break;
			}
			this.at += 2;
			this.brackets.push(")");
			parts.push(this.pipe());
			this.expect(")");
		}
		if (parts.every((part) => typeof part === "string")) return {
			t: "const",
			value: parts.join("")
		};
		return {
			t: "string",
			format,
			parts
		};
	}
	unescaped(raw, at) {
		return raw.replace(/(?:\\u[a-zA-Z0-9]{0,4}|\\[^u])+/g, (escapes) => {
			try {
				return parseJson(`"${escapes}"`);
			} catch (error) {
				if (error instanceof JsonError) throw new SyntaxProblem([{
					message: error.message,
					at
				}]);
				throw error;
			}
		});
	}
	object() {
		this.next();
		const pairs = [];
		while (!this.is("}")) {
			pairs.push(this.pair());
			if (!this.take(",")) break;
		}
		this.expect("}", pairs.length > 0 ? "'}'" : void 0);
		return {
			t: "object",
			pairs
		};
	}
	pair() {
		const { kind, text, at } = this.token;
		const constant = (value) => ({
			t: "const",
			value
		});
		const own = (key) => ({
			t: "index",
			of: IDENTITY,
			key
		});
		if (kind === "BINDING") {
			this.next();
			const variable = {
				t: "var",
				name: text,
				at
			};
			return this.take(":") ? [variable, this.objectValue()] : [constant(text.slice(1)), variable];
		}
		if (kind === "$__loc__") {
			this.next();
			return [constant("__loc__"), constant(this.location(at))];
		}
		if (kind === "IDENT" || KEYWORDS.has(kind)) {
			this.next();
			return [constant(text), this.take(":") ? this.objectValue() : own(constant(text))];
		}
		if (kind === "QQSTRING_START" || kind === "FORMAT") {
			const key = this.string();
			return [key, this.take(":") ? this.objectValue() : own(key)];
		}
		if (kind === "LITERAL") {
			this.next();
			const message = "May need parentheses around object key expression";
			if (this.is(":")) throw new SyntaxProblem([{
				message: `syntax error, unexpected LITERAL (Unix shell quoting issues?)`,
				at
			}, {
				message,
				at
			}]);
			throw new SyntaxProblem([{
				message: "syntax error, unexpected LITERAL (Unix shell quoting issues?)",
				at
			}]);
		}
		this.expect("(");
		const key = this.pipe();
		this.expect(")");
		this.expect(":", "':'");
		return [key, this.objectValue()];
	}
	/** A value in an object: a term, or terms piped; no other operator without parentheses. */
	objectValue() {
		const left = this.take("-") ? {
			t: "negate",
			of: this.objectValue()
		} : this.postfix();
		return this.take("|") ? {
			t: "pipe",
			left,
			right: this.objectValue()
		} : left;
	}
	/** Adds jq's second message to a text that ends within a statement. */
	within(start, message, parse) {
		try {
			return parse();
		} catch (error) {
			if (!(error instanceof SyntaxProblem) || error.problems.length > 1 || !this.is(END)) throw error;
			throw new SyntaxProblem([...error.problems, {
				message,
				at: start
			}]);
		}
	}
	condition() {
		const start = this.next().at;
		const test = this.pipe();
		this.expect("then");
		return this.within(start, "Possibly unterminated 'if' statement", () => {
			const then = this.pipe();
			if (this.is("elif")) return {
				t: "if",
				test,
				then,
				otherwise: this.condition()
			};
			const otherwise = this.take("else") ? this.pipe() : IDENTITY;
			this.expect("end");
			return {
				t: "if",
				test,
				then,
				otherwise
			};
		});
	}
	attempt() {
		const start = this.next().at;
		const operand = () => this.take("-") ? {
			t: "negate",
			of: this.postfix()
		} : this.postfix();
		const body = operand();
		if (!this.take("catch")) return {
			t: "try",
			body
		};
		return this.within(start, "Possibly unterminated 'try' statement", () => ({
			t: "try",
			body,
			handler: operand()
		}));
	}
	loop(kind) {
		this.next();
		const source = this.postfix();
		this.expect("as");
		const patterns = this.patterns();
		this.expect("(");
		const init = this.pipe();
		this.expect(";");
		const update = this.pipe();
		const extract = kind === "foreach" && this.take(";") ? this.pipe() : IDENTITY;
		this.expect(")");
		return kind === "reduce" ? {
			t: kind,
			source,
			patterns,
			init,
			update
		} : {
			t: kind,
			source,
			patterns,
			init,
			update,
			extract
		};
	}
	definition() {
		this.next();
		const name = this.is(...KEYWORDS) ? this.next().text : this.expect("IDENT", "IDENT").text;
		const params = [];
		if (this.take("(")) {
			do {
				if (!this.is("IDENT", "BINDING")) throw this.unexpected("BINDING or IDENT");
				params.push(this.next().text);
			} while (this.take(";"));
			this.expect(")", "';' or ')'");
		}
		this.expect(":", params.length > 0 ? "':'" : "':' or '('");
		const body = this.pipe();
		this.expect(";");
		return {
			name,
			params,
			body
		};
	}
	patterns() {
		const patterns = [this.pattern()];
		while (this.take("?//")) patterns.push(this.pattern());
		return patterns;
	}
	pattern() {
		if (this.is("BINDING")) return {
			t: "name",
			name: this.next().text
		};
		if (this.take("[")) {
			const items = [this.pattern()];
			while (this.take(",")) items.push(this.pattern());
			this.expect("]", "',' or ']'");
			return {
				t: "array",
				items
			};
		}
		this.expect("{", "BINDING or '[' or '{'");
		const pairs = [];
		do
			pairs.push(this.patternPair());
		while (this.take(","));
		this.expect("}", "',' or '}'");
		return {
			t: "object",
			pairs
		};
	}
	patternPair() {
		const { kind, text } = this.token;
		if (kind === "BINDING") {
			this.next();
			const key = {
				t: "const",
				value: text.slice(1)
			};
			return this.take(":") ? {
				key,
				name: text,
				value: this.pattern()
			} : {
				key,
				name: text
			};
		}
		let key;
		if (kind === "IDENT" || KEYWORDS.has(kind)) key = {
			t: "const",
			value: this.next().text
		};
		else if (kind === "QQSTRING_START" || kind === "FORMAT") key = this.string();
		else {
			this.expect("(");
			key = this.pipe();
			this.expect(")");
		}
		this.expect(":", "':'");
		return {
			key,
			value: this.pattern()
		};
	}
};
/** Parses a program. Throws SyntaxProblem. */
function parseProgram(source) {
	return new Parser(source).program();
}
// src/tools/jq/prelude.ts
/** The builtins that are written in jq itself. */
var PRELUDE = `
def map(f): [.[] | f];
def map_values(f): .[] |= f;
def recurse(f): def each: ., (f | each); each;
def recurse(f; cond): recurse(f | select(cond));
def recurse: recurse(.[]?);
def values: select(. != null);
def nulls: select(. == null);
def booleans: select(type == "boolean");
def numbers: select(type == "number");
def strings: select(type == "string");
def arrays: select(type == "array");
def objects: select(type == "object");
def iterables: select(type == "array" or type == "object");
def scalars: select(type != "array" and type != "object");
def isfinite: type == "number" and (isinfinite | not);
def finites: select(isfinite);
def normals: select(isnormal);
def add: reduce .[] as $x (null; . + $x);
def add(f): reduce f as $x (null; . + $x);
def del(f): delpaths([path(f)]);
def pick(f): . as $from | reduce path(f) as $p (null; setpath($p; $from | getpath($p)));
def with_entries(f): to_entries | map(f) | from_entries;
def paths: path(..) | select(length > 0);
def paths(f): path(.. | select(f)) | select(length > 0);
def leaf_paths: paths(scalars);
def sort_by(f): _sort_by(map([f]));
def group_by(f): _group_by(map([f]));
def unique_by(f): group_by(f) | map(.[0]);
def min_by(f): _min_by(map([f]));
def max_by(f): _max_by(map([f]));
def index($x): indices($x) | .[0];
def rindex($x): indices($x) | .[-1:][0];
def in(f): . as $x | f | has($x);
def inside(f): . as $x | f | contains($x);
def first: .[0];
def last: .[-1];
def nth($n): .[$n];
def last(f): reduce f as $x (null; $x);
def nth($n; f): if $n < 0 then error("Out of bounds negative array index") else last(limit($n + 1; f)) end;
def isempty(f): first((f | false), true);
def any(f; cond): isempty(first(f | cond | select(.))) | not;
def all(f; cond): isempty(first(f | cond | select(. | not)));
def any(cond): any(.[]; cond);
def all(cond): all(.[]; cond);
def any: any(.[]; .);
def all: all(.[]; .);
def until(cond; f): def again: if cond then . else (f | again) end; again;
def while(cond; f): def again: if cond then ., (f | again) else empty end; again;
def repeat(f): def again: f, again; again;
def inputs: def again: (try [input] catch if . == "break" then null else error end) as $got | if $got then $got[0], again else empty end; again;
def combinations: if length == 0 then [] else .[0][] as $x | (.[1:] | combinations) as $rest | [$x] + $rest end;
def combinations($n): . as $list | [range($n) | $list] | combinations;
def transpose: [range(0; map(length) | max // 0) as $i | [.[][$i]]];
def walk(f): def deep: (if type == "object" then map_values(deep) elif type == "array" then map(deep) else . end) | f; deep;
def halt_error: halt_error(5);
def debug(f): (f | debug | empty), .;
def todate: strftime("%Y-%m-%dT%H:%M:%SZ");
def fromdate: strptime("%Y-%m-%dT%H:%M:%SZ") | mktime;
def todateiso8601: todate;
def fromdateiso8601: fromdate;
def date: todate;
def dateadd(unit; $n): . + $n;
def datesub(unit; $n): . - $n;
def _arguments(f): . as $given | type | if . == "string" then [$given, null] elif . == "array" and ($given | length) > 0 then $given[0:2] + [null] else error(. + " not a string or array") end;
def match($re; $flags): _matches($re; $flags)[];
def match($re): ($re | _arguments(.)) as $a | match($a[0]; $a[1]);
def test($re; $flags): _matches($re; $flags) | length > 0;
def test($re): ($re | _arguments(.)) as $a | test($a[0]; $a[1]);
def capture($re; $flags): match($re; $flags) | _captures;
def capture($re): match($re) | _captures;
def scan($re; $flags): match($re; "g" + $flags) | if (.captures | length) > 0 then [.captures[].string] else .string end;
def scan($re): scan($re; null);
def splits($re; $flags): split($re; $flags)[];
def splits($re): splits($re; null);
def sub($re; f; $flags):
  . as $text
  | (reduce match($re; $flags) as $m ({parts: [], from: 0};
      $text[.from:$m.offset] as $before
      | [$m | _captures | f] as $new
      | reduce range($new | length) as $i (.; .parts[$i] += $before + $new[$i])
      | .from = $m.offset + $m.length)
    | .parts[] + $text[.from:]) // $text;
def sub($re; f): sub($re; f; "");
def gsub($re; f; $flags): sub($re; f; $flags + "g");
def gsub($re; f): sub($re; f; "g");
def tostream: _events[];
def fromstream(f): {done: false, made: null} as $new
  | foreach f as $e ($new;
      (if .done then $new else . end)
      | if ($e | length) == 2 then {done: ($e[0] | length == 0), made: (.made | setpath($e[0]; $e[1]))} else .done = ($e[0] | length == 1) end;
      if .done then .made else empty end);
def truncate_stream(f): . as $n | null | f | . as $e | if (.[0] | length) > $n then setpath([0]; $e[0][$n:]) else empty end;
def bsearch($x):
  (map(select(. < $x)) | length) as $at | if .[$at] == $x and $at < length then $at else -1 - $at end;
def INDEX(f; key): reduce f as $row ({}; .[$row | key | tostring] = $row);
def INDEX(key): INDEX(.[]; key);
def IN(f): any(f == .; .);
def IN(f; g): any(f == g; .);
def JOIN($index; key): [.[] | [., $index[key]]];
def JOIN($index; f; key): f | [., $index[key]];
def JOIN($index; f; key; joined): f | [., $index[key]] | joined;
`;
// src/tools/jq/compile.ts
/** Makes a filter of a program's tree. Names are looked up here, once; at run time a scope is a list, and a name a number of steps in it. */
var stepsTo = (scope, steps) => {
	let at = scope;
	for (let i = 0; i < steps; i++) at = at.next;
	return at;
};
var signature = (name, count) => `${name}/${count}`;
/** A result that did not come by path, where paths are asked for. */
var off = (path) => path === void 0 ? void 0 : "broken";
var Compiler = class {
	problems = [];
	prelude;
	builtins = /* @__PURE__ */ new Map();
	constructor() {
		this.prelude = preludeDefinitions();
	}
	/** A whole program with global variables. The run's scope starts with their values, in the same order. */
	program(main, definitions, variables) {
		let names;
		for (const name of variables) names = {
			kind: "variable",
			name: `$${name}`,
			next: names
		};
		const body = definitions.reduceRight((rest, definition) => ({
			t: "def",
			definition,
			body: rest
		}), main);
		return this.compile(body, names);
	}
	/** `tail`: what the filter gives is what the function around it gives, so that a call there needs no way back. */
	compile(node, names, tail = false) {
		switch (node.t) {
			case "identity": return (_run, _scope, value, path, then) => then(value, path);
			case "const": return (_run, _scope, _value, path, then) => then(node.value, off(path));
			case "format": return (_run, _scope, value, path, then, fail) => attempt(() => formatText(node.name, value), (text) => then(text, off(path)), fail);
			case "string": return this.text(node, names);
			case "index": return this.index(node.of, this.compile(node.key, names), names);
			case "slice": return this.index(node.of, this.sliceKey(node, names), names);
			case "each": return this.each(this.compile(node.of, names));
			case "try": return this.guarded(node, names);
			case "call": return this.call(node, names, tail);
			case "var": return this.variable(node, names);
			case "array": return node.body ? collected(this.compile(node.body, names)) : (_run, _scope, _value, path, then) => then([], off(path));
			case "object": return this.object(node.pairs, names);
			case "negate": {
				const of = this.compile(node.of, names);
				const native = NATIVES["_negate/0"];
				return (run, scope, value, path, then, fail) => of(run, scope, value, void 0, (x) => attempt(() => native(x), (result) => then(result, off(path)), fail), fail);
			}
			case "pipe": {
				const [left, right] = [this.compile(node.left, names), this.compile(node.right, names, tail)];
				return (run, scope, value, path, then, fail) => left(run, scope, value, path, (x, at) => right(run, scope, x, at, then, fail), fail);
			}
			case "comma": {
				const [left, right] = [this.compile(node.left, names, tail), this.compile(node.right, names, tail)];
				return (run, scope, value, path, then, fail) => {
					run.fork(() => right(run, scope, value, path, then, fail));
					return left(run, scope, value, path, then, fail);
				};
			}
			case "and":
			case "or": {
				const [left, right] = [this.compile(node.left, names), this.compile(node.right, names)];
				const decided = node.t === "or";
				return (run, scope, value, path, then, fail) => left(run, scope, value, void 0, (x) => isTrue(x) === decided ? then(decided, off(path)) : right(run, scope, value, void 0, (y) => then(isTrue(y), off(path)), fail), fail);
			}
			case "alternative": {
				const [left, right] = [this.compile(node.left, names), this.compile(node.right, names, tail)];
				return (run, scope, value, path, then, fail) => {
					let found = false;
					run.fork(() => found ? null : right(run, scope, value, path, then, fail));
					const each = (x, at) => {
						if (!isTrue(x)) return null;
						found = true;
						return then(x, at);
					};
					return left(run, scope, value, path, each, fail);
				};
			}
			case "binary": return binary(OPERATORS$1[node.operator], this.compile(node.left, names), this.compile(node.right, names));
			case "update": return this.update(node.operator, this.compile(node.left, names), this.compile(node.right, names));
			case "if": {
				const test = this.compile(node.test, names);
				const [yes, no] = [this.compile(node.then, names, tail), this.compile(node.otherwise, names, tail)];
				return (run, scope, value, path, then, fail) => test(run, scope, value, void 0, (x) => (isTrue(x) ? yes : no)(run, scope, value, path, then, fail), fail);
			}
			case "reduce":
			case "foreach": return this.loop(node, names);
			case "as": {
				const source = this.compile(node.source, names);
				const bind = this.binder(node.patterns, names);
				const body = this.compile(node.body, bind.names, tail);
				return (run, scope, value, path, then, fail) => source(run, scope, value, void 0, (x) => bind.bind(run, scope, x, value, (inner, failed) => body(run, inner, value, path, then, failed), fail), fail);
			}
			case "def": {
				const body = this.compile(node.body, this.define(node.definition, names), tail);
				return (run, scope, value, path, then, fail) => body(run, {
					value: null,
					next: scope
				}, value, path, then, fail);
			}
			case "label": {
				const body = this.compile(node.body, {
					kind: "label",
					name: node.name,
					next: names
				}, tail);
				return (run, scope, value, path, then, fail) => body(run, {
					value: run.forks.length,
					next: scope
				}, value, path, then, fail);
			}
			case "break": {
				const steps = this.find(names, "label", node.name);
				if (!steps) return this.undefined(`$*label-${node.name.slice(1)}`, node.at);
				return (run, scope) => {
					run.cut(stepsTo(scope, steps.steps).value);
					return null;
				};
			}
		}
	}
	find(names, kind, name) {
		let steps = 0;
		for (let at = names; at; at = at.next, steps++) if (at.name === name && (at.kind === kind || kind === "function" && at.kind === "filter")) return {
			steps,
			found: at
		};
	}
	undefined(what, at) {
		this.problems.push({
			message: `${what} is not defined`,
			at
		});
		return () => null;
	}
	variable({ name, at }, names) {
		const place = this.find(names, "variable", name);
		if (place) return (_run, scope, _value, path, then) => then(stepsTo(scope, place.steps).value, off(path));
		return (name === "$ENV" ? NATIVE_FILTERS["env/0"] : void 0)?.([]) ?? this.undefined(name, at);
	}
	define(definition, names) {
		const code = {};
		const own = {
			kind: "function",
			name: signature(definition.name, definition.params.length),
			definition,
			code,
			next: names
		};
		code.filter = this.functionBody(definition, own);
		return own;
	}
	/** The body with its parameters in scope: filters first, then the values of those with `$`. */
	functionBody({ params, body }, names) {
		let inner = names;
		for (const name of params) inner = {
			kind: "filter",
			name: signature(name.replace("$", ""), 0),
			next: inner
		};
		const values = params.flatMap((name, i) => name.startsWith("$") ? [{
			name,
			steps: params.length - 1 - i
		}] : []);
		for (const { name } of values) inner = {
			kind: "variable",
			name,
			next: inner
		};
		const filter = this.compile(body, inner, true);
		if (values.length === 0) return filter;
		const from = (i, run, scope, value, path, then, fail) => {
			const one = values[i];
			if (!one) return filter(run, scope, value, path, then, fail);
			const { filter: argument, scope: own } = stepsTo(scope, one.steps + i);
			const bound = (x) => from(i + 1, run, {
				value: x,
				next: scope
			}, value, path, then, fail);
			return argument(run, own, value, void 0, bound, fail);
		};
		return (run, scope, value, path, then, fail) => from(0, run, scope, value, path, then, fail);
	}
	call(node, names, tail) {
		const { name, at } = node;
		const full = signature(name, node.args.length);
		const place = this.find(names, "function", full);
		if (place?.found.kind === "filter") return (run, scope, value, path, then, fail) => {
			const { filter, scope: own } = stepsTo(scope, place.steps);
			return called(filter, tail, run, own, value, path, then, fail);
		};
		const compiled = (last) => node.args.map((arg) => this.compile(arg, names, last));
		if (place) {
			const { code } = place.found;
			return calling(code, compiled(true), tail, (scope) => stepsTo(scope, place.steps));
		}
		const special = Object.hasOwn(NATIVE_FILTERS, full) ? NATIVE_FILTERS[full] : void 0;
		if (special) return special(compiled(false));
		const native = Object.hasOwn(NATIVES, full) ? NATIVES[full] : void 0;
		if (native) return applied(native, compiled(false));
		const definition = this.prelude.get(full);
		if (!definition) return this.undefined(full, at);
		let builtin = this.builtins.get(full);
		if (!builtin) {
			builtin = { definition };
			this.builtins.set(full, builtin);
			builtin.filter = this.functionBody(definition, void 0);
		}
		return calling(builtin, compiled(true), tail, () => void 0);
	}
	text({ format, parts }, names) {
		const add = OPERATORS$1["+"];
		return parts.map((part) => {
			if (typeof part === "string") return (_run, _scope, _value, path, then) => then(part, off(path));
			const filter = this.compile(part, names);
			return (run, scope, value, path, then, fail) => filter(run, scope, value, void 0, (x) => attempt(() => formatText(format, x), (text) => then(text, off(path)), fail), fail);
		}).reduce((left, right) => binary(add, left, right));
	}
	sliceKey({ from, to }, names) {
		const nothing = (_run, _scope, _value, _path, then) => then(null, void 0);
		const [start, end] = [from ? this.compile(from, names) : nothing, to ? this.compile(to, names) : nothing];
		return (run, scope, value, _path, then, fail) => start(run, scope, value, void 0, (first) => end(run, scope, value, void 0, (last) => then(/* @__PURE__ */ new Map([["start", first], ["end", last]]), void 0), fail), fail);
	}
	index(of, key, names) {
		const base = this.compile(of, names);
		const part = (value, path, at, then, fail) => {
			if (path === "broken") return fail(`Invalid path expression near attempt to access element ${shortened(at)} of ${shortened(value, 29)}`);
			return attempt(() => getKey(value, at), (x) => then(x, path === void 0 ? void 0 : {
				parent: path,
				key: at
			}), fail);
		};
		return (run, scope, value, path, then, fail) => key(run, scope, value, void 0, (at) => base(run, scope, value, path, (x, own) => part(x, own, at, then, fail), fail), fail);
	}
	each(of) {
		return (run, scope, value, path, then, fail) => of(run, scope, value, path, (x, own) => eachOf(run, x, own, then, fail), fail);
	}
	guarded(node, names) {
		const body = this.compile(node.body, names);
		const handler = node.handler && this.compile(node.handler, names);
		return (run, scope, value, path, then, fail) => {
			const height = run.forks.length;
			return body(run, scope, value, path, then, (error) => {
				run.cut(height);
				return handler ? handler(run, scope, error, off(path), then, fail) : null;
			});
		};
	}
	object(pairs, names) {
		const compiled = pairs.map(([key, value]) => [this.compile(key, names), this.compile(value, names)]);
		const from = (i, made, run, scope, value, then, fail) => {
			const pair = compiled[i];
			if (!pair) return then(made);
			const keyed = (key) => {
				if (typeof key !== "string") return fail(`Cannot use ${typeName(key)} (${shortened(key)}) as object key`);
				return pair[1](run, scope, value, void 0, (x) => from(i + 1, new Map(made).set(key, x), run, scope, value, then, fail), fail);
			};
			return pair[0](run, scope, value, void 0, keyed, fail);
		};
		return (run, scope, value, path, then, fail) => from(0, /* @__PURE__ */ new Map(), run, scope, value, (made) => then(made, off(path)), fail);
	}
	loop(node, names) {
		const source = this.compile(node.source, names);
		const init = this.compile(node.init, names);
		const bind = this.binder(node.patterns, names);
		const update = this.compile(node.update, bind.names);
		const extract = node.t === "foreach" ? this.compile(node.extract, bind.names) : void 0;
		return (run, scope, value, path, then, fail) => init(run, scope, value, path, (first, firstPath) => {
			let [state, at] = [first, firstPath];
			if (!extract) run.fork(() => then(state, at));
			const step = (inner, failed) => {
				const [before, beforePath] = [state, at];
				if (!extract) [state, at] = [null, off(path)];
				const updated = (next, nextPath) => {
					[state, at] = [next, nextPath];
					return extract ? extract(run, inner, next, nextPath, then, failed) : null;
				};
				return update(run, inner, before, beforePath, updated, failed);
			};
			return source(run, scope, value, void 0, (x) => bind.bind(run, scope, x, value, step, fail), fail);
		}, fail);
	}
	/** Assignments: `=`, `|=` and those with an operator. */
	update(operator, target, source) {
		if (operator === "|=") return modified(target, (run, scope, before, then, fail) => source(run, scope, before, void 0, then, fail));
		const change = OPERATORS$1[operator.slice(0, -1)];
		return (run, scope, value, path, then, fail) => source(run, scope, value, void 0, (x) => {
			if (operator === "=") return assigned(run, scope, value, target, x, (result) => then(result, off(path)), fail);
			const each = (before) => {
				if (operator === "//=") return isTrue(before) ? before : x;
				return change(before, x);
			};
			const one = (_run, _scope, before, next, failed) => attempt(() => each(before), (result) => next(result, void 0), failed);
			return modified(target, one)(run, scope, value, path, then, fail);
		}, fail);
	}
	/** What binds a pattern's names. Of several patterns (`?//`) the first whose body does not fail counts; all have all names. */
	binder(patterns, names) {
		const all = [];
		const collect = (pattern) => {
			if (pattern.t === "name") all.push(pattern.name);
			else if (pattern.t === "array") pattern.items.forEach(collect);
			else for (const { name, value } of pattern.pairs) {
				if (name !== void 0) all.push(name);
				if (value) collect(value);
			}
		};
		patterns.forEach(collect);
		let inner = names;
		const unique = [...new Set(all)];
		for (const name of unique) inner = {
			kind: "variable",
			name,
			next: inner
		};
		const matchers = patterns.map((pattern) => this.matcher(pattern, names));
		const bind = (run, scope, source, value, then, fail) => {
			const from = (i) => {
				const height = run.forks.length;
				const failed = i + 1 >= matchers.length ? fail : () => {
					run.cut(height);
					return from(i + 1);
				};
				const bound = (found) => {
					let own = scope;
					for (const name of unique) own = {
						value: found.get(name) ?? null,
						next: own
					};
					return then(own, failed);
				};
				return matchers[i](run, scope, source, value, /* @__PURE__ */ new Map(), bound, failed);
			};
			return from(0);
		};
		return {
			names: inner,
			bind
		};
	}
	matcher(pattern, names) {
		if (pattern.t === "name") return (_run, _scope, source, _value, found, then) => then(new Map(found).set(pattern.name, source));
		const parts = pattern.t === "array" ? pattern.items.map((item, i) => ({
			key: constant(i),
			value: this.matcher(item, names)
		})) : pattern.pairs.map(({ key, name, value }) => ({
			key: this.compile(key, names),
			...name !== void 0 && { name },
			...value && { value: this.matcher(value, names) }
		}));
		const from = (i, ...[run, scope, source, value, found, then, fail]) => {
			const part = parts[i];
			if (!part) return then(found);
			const keyed = (key) => {
				if (pattern.t === "object" && typeof key !== "string") return fail(`Cannot index ${typeName(source)} with ${typeName(key)}`);
				return attempt(() => getKey(source, key), (x) => {
					const named = part.name === void 0 ? found : new Map(found).set(part.name, x);
					const rest = (more) => from(i + 1, run, scope, source, value, more, then, fail);
					return part.value ? part.value(run, scope, x, value, named, rest, fail) : rest(named);
				}, fail);
			};
			return part.key(run, scope, value, void 0, keyed, fail);
		};
		return (...given) => from(0, ...given);
	}
};
var constant = (value) => (_run, _scope, _value, _path, then) => then(value, void 0);
var parsedPrelude;
function preludeDefinitions() {
	parsedPrelude ??= new Map(parseProgram(PRELUDE).definitions.map((one) => [signature(one.name, one.params.length), one]));
	return parsedPrelude;
}
/** A call is a step of its own, so that calls do not pile up on the stack. One that is not the last thing to do counts as open. */
function called(filter, tail, ...[run, scope, value, path, then, fail]) {
	if (tail) return () => filter(run, scope, value, path, then, fail);
	const depth = run.enter();
	const back = (x, at) => {
		run.depth = depth;
		return then(x, at);
	};
	return () => filter(run, scope, value, path, back, fail);
}
/** Calls a function: its arguments are filters in the caller's scope. */
function calling(code, args, tail, own) {
	return (run, scope, value, path, then, fail) => {
		let inner = own(scope);
		for (const filter of args) inner = {
			value: null,
			filter,
			scope,
			next: inner
		};
		return called(code.filter, tail, run, inner, value, path, then, fail);
	};
}
/** A function of values for all combinations of its arguments' results; those of the last argument change least often. */
function applied(native, args) {
	const from = (i, values, ...[run, scope, value, path, then, fail]) => {
		const arg = args[i];
		if (arg) return arg(run, scope, value, void 0, (x) => from(i - 1, [x, ...values], run, scope, value, path, then, fail), fail);
		return attempt(() => native(value, ...values), (result) => then(result, off(path)), fail);
	};
	return (...given) => from(args.length - 1, [], ...given);
}
function binary(operator, left, right) {
	return (run, scope, value, path, then, fail) => right(run, scope, value, void 0, (b) => left(run, scope, value, void 0, (a) => attempt(() => operator(a, b), (result) => then(result, off(path)), fail), fail), fail);
}
function collected(body) {
	return (run, scope, value, path, then, fail) => {
		const items = [];
		run.fork(() => then(items, off(path)));
		return body(run, scope, value, void 0, (x) => {
			roomFor(items.push(x));
			return null;
		}, fail);
	};
}
function eachOf(run, value, path, then, fail) {
	if (path === "broken") return fail(`Invalid path expression near attempt to iterate through ${shortened(value, 29)}`);
	if (!isArray(value) && !isObject(value)) return fail(`Cannot iterate over ${typeName(value)}${value === null ? " (null)" : ` (${shortened(value)})`}`);
	const keys = isObject(value) ? [...value.keys()] : void 0;
	const length = keys?.length ?? value.length;
	const from = (i) => {
		if (i >= length) return null;
		if (i + 1 < length) run.fork(() => from(i + 1));
		const key = keys ? keys[i] : i;
		return then(getKey(value, key), path === void 0 ? void 0 : {
			parent: path,
			key
		});
	};
	return from(0);
}
/** The value with `part` at all paths that `target` gives. */
function assigned(run, scope, value, target, part, then, fail) {
	let result = value;
	run.fork(() => then(result));
	const each = (x, path) => attempt(() => setPath(result, pathKeys(path, x), part), (next) => {
		result = next;
		return null;
	}, fail);
	return target(run, scope, value, null, each, fail);
}
/** The value with what `update` makes of each path's value first; what it makes nothing of goes. */
function modified(target, update) {
	return (run, scope, value, path, then, fail) => {
		let result = value;
		const gone = [];
		run.fork(() => attempt(() => deletePaths(result, gone), (kept) => then(kept, off(path)), fail));
		const each = (x, at) => {
			let keys;
			let before;
			try {
				keys = pathKeys(at, x);
				before = getPath(result, keys);
			} catch (error) {
				if (!(error instanceof JqError)) throw error;
				return fail(error.value);
			}
			const height = run.forks.length;
			run.fork(() => {
				gone.push(keys);
				return null;
			});
			const first = (part) => {
				run.cut(height);
				return attempt(() => setPath(result, keys, part), (next) => {
					result = next;
					return null;
				}, fail);
			};
			return update(run, scope, before, first, fail);
		};
		return target(run, scope, value, null, each, fail);
	};
}
// src/tools/jq/index.ts
/** jq, as version 1.7.1. */
var VERSION = "1.7.1";
var HINT = "Use jq --help for help with command-line options,\nor see the jq manpage, or online docs  at https://jqlang.github.io/jq";
var USAGE = `Usage:\tjq [options] <jq filter> [file...]
\tjq [options] --args <jq filter> [strings...]
\tjq [options] --jsonargs <jq filter> [JSON_TEXTS...]

jq is a tool for processing JSON inputs, applying the given filter to
its JSON text inputs and producing the filter's results as JSON on
standard output.

The simplest filter is ., which copies jq's input to its output
unmodified except for formatting.
`;
var OPTIONS = `
  -n  no input: null        -R  lines as strings          -s  all inputs as one array
  -c  one line a value      -r  strings as they are       -j  like -r, without newlines
  -a  ASCII only            -S  sorted keys               -C, -M  with and without colors
  -e  exit code by output   -f FILE  program of a file    --tab, --indent N
  --arg NAME VALUE          --argjson NAME JSON           --slurpfile, --rawfile NAME FILE
  --args, --jsonargs        --stream                      --seq, --raw-output0
`;
var COLORS = [
	"0;90",
	"0;39",
	"0;39",
	"0;39",
	"0;32",
	"1;39",
	"1;39",
	"1;34"
].map((color) => `\x1b[${color}m`);
var LETTERS = "nRscrjaSCMefhV";
var WORDS = {
	"null-input": "n",
	"raw-input": "R",
	slurp: "s",
	"compact-output": "c",
	"raw-output": "r",
	"join-output": "j",
	"ascii-output": "a",
	"sort-keys": "S",
	"color-output": "C",
	"monochrome-output": "M",
	"exit-status": "e",
	"from-file": "f",
	help: "h",
	version: "V"
};
function wrong(message) {
	return new Failure(`jq: ${message}\n${HINT}`, 2, true);
}
function jsonArgument(option, text) {
	try {
		return parseJson(text);
	} catch (error) {
		if (error instanceof JsonError) throw wrong(`invalid JSON text passed to --${option}`);
		throw error;
	}
}
function* readArguments(call) {
	const settings = {
		flags: /* @__PURE__ */ new Set(),
		indent: "  ",
		program: void 0,
		files: [],
		named: /* @__PURE__ */ new Map(),
		positional: []
	};
	const { flags, named } = settings;
	const { args } = call;
	let rest = "files";
	let ended = false;
	for (let i = 0; i < args.length; i++) {
		const arg = args[i];
		if (ended || !/^-[-a-zA-Z]/.test(arg)) {
			if (settings.program === void 0) settings.program = arg;
			else if (rest === "files") settings.files.push(arg);
			else settings.positional.push(rest === "args" ? arg : jsonArgument("jsonargs", arg));
			continue;
		}
		if (arg === "--") {
			ended = true;
			continue;
		}
		if (arg.startsWith("-L")) throw wrong("modules (-L) are not supported here");
		if (!arg.startsWith("--")) {
			for (const letter of arg.slice(1)) {
				if (!LETTERS.includes(letter)) throw wrong(`Unknown option ${arg}`);
				flags.add(letter);
				if (letter === "c") settings.indent = "";
			}
			continue;
		}
		const word = arg.slice(2);
		const short = WORDS[word];
		const needs = (count, words) => {
			if (i + count >= args.length) throw wrong(`--${word} takes ${words}`);
			i += count;
			return args.slice(i - count + 1, i + 1);
		};
		if (short) {
			flags.add(short);
			if (short === "c") settings.indent = "";
		} else if (word === "tab") settings.indent = "	";
		else if (word === "indent") {
			const [text = ""] = needs(1, "one parameter");
			const count = Number.parseInt(text, 10) || 0;
			if (count < -1 || count > 7) throw wrong("--indent takes a number between -1 and 7");
			settings.indent = " ".repeat(Math.max(0, count));
		} else if (word === "arg" || word === "argjson") {
			const [name = "", text = ""] = needs(2, `two parameters (e.g. --${word} varname ${word === "arg" ? "value" : "text"})`);
			if (!named.has(name)) named.set(name, word === "arg" ? text : jsonArgument(word, text));
		} else if (word === "slurpfile" || word === "rawfile") {
			const [name = "", path = ""] = needs(2, `two parameters (e.g. --${word} varname filename)`);
			const value = yield* loadFile(path, word === "rawfile", (reason) => `jq: Bad JSON in --${word} ${name} ${path}: ${reason}`);
			if (!named.has(name)) named.set(name, value);
		} else if (word === "args" || word === "jsonargs") rest = word;
		else if ([
			"stream",
			"seq",
			"raw-output0",
			"unbuffered"
		].includes(word)) flags.add(word);
		else throw wrong(`Unknown option ${arg}`);
	}
	return settings;
}
function* loadFile(path, raw, problem) {
	try {
		const fd = yield* open(path, "r");
		const text = yield* readAll(fd);
		yield* close(fd);
		if (raw) return text;
		const values = [];
		const reader = new JsonReader();
		reader.add(text, (value) => values.push(value));
		reader.end((value) => values.push(value));
		return values;
	} catch (error) {
		if (error instanceof SysError) throw new Failure(problem(`Could not open ${path}: ${error.message}`), 2, true);
		if (error instanceof JsonError) throw new Failure(problem(error.message), 2, true);
		throw error;
	}
}
/** The inputs, one value after the other, as they come. */
var Inputs = class {
	call;
	settings;
	waiting = [];
	files;
	reader = new JsonReader();
	broken;
	line = "";
	rest = "";
	fd;
	ended = false;
	name = null;
	/** Lines read of the current file. */
	lines = 0;
	unreadable = false;
	constructor(call, settings) {
		this.call = call;
		this.settings = settings;
		this.files = settings.files.length > 0 ? [...settings.files] : ["-"];
	}
	/** The next input, or undefined at the end. Throws JsonError. */
	*next() {
		const { flags } = this.settings;
		if (!flags.has("s")) return yield* this.one();
		if (this.ended) return void 0;
		const all = [];
		if (flags.has("R")) {
			let text = "";
			for (let piece = yield* this.piece(); piece !== null; piece = yield* this.piece()) text += piece;
			return text;
		}
		for (let value = yield* this.one(); value !== void 0; value = yield* this.one()) all.push(value);
		return all;
	}
	*one() {
		while (this.waiting.length === 0 && !this.ended) {
			const piece = yield* this.piece();
			if (this.settings.flags.has("R")) this.rawLines(piece);
			else this.parse(piece);
		}
		if (this.waiting.length === 0 && this.broken) {
			const { broken } = this;
			this.broken = void 0;
			throw broken;
		}
		return this.waiting.shift();
	}
	/** What comes before a mistake counts; nothing after it does. */
	parse(piece) {
		try {
			if (piece === null) this.reader.end(this.keep);
			else this.reader.add(this.settings.flags.has("seq") ? piece.replaceAll("", " ") : piece, this.keep);
		} catch (error) {
			if (!(error instanceof JsonError)) throw error;
			this.broken = error;
			this.ended = true;
		}
	}
	keep = (value) => {
		if (this.settings.flags.has("stream")) this.waiting.push(...streamEvents(value));
		else this.waiting.push(value);
	};
	rawLines(piece) {
		const lines = (this.line + (piece ?? "")).split("\n");
		this.line = lines.pop() ?? "";
		this.waiting.push(...lines);
		if (piece === null && this.line !== "") this.waiting.push(this.line);
	}
	/** The next text of the files, a line at most, so that line numbers in messages are right; null at the end of all. */
	*piece() {
		for (;;) {
			if (this.rest !== "") {
				const end = this.rest.indexOf("\n") + 1 || this.rest.length;
				const text = this.rest.slice(0, end);
				this.rest = this.rest.slice(end);
				if (text.endsWith("\n")) this.lines++;
				return text;
			}
			if (this.fd === void 0) {
				const path = this.files.shift();
				if (path === void 0) {
					this.ended = true;
					return null;
				}
				this.fd = yield* this.opened(path);
				continue;
			}
			yield* this.call.flush();
			const text = yield* read(this.fd);
			if (text !== null) this.rest = text;
			else {
				if (this.fd !== 0) yield* close(this.fd);
				this.fd = void 0;
				if (this.files.length > 0) this.lines = 0;
			}
		}
	}
	*opened(path) {
		this.name = path === "-" ? "<stdin>" : path;
		if (path === "-") return 0;
		try {
			return yield* open(path, "r");
		} catch (error) {
			if (!(error instanceof SysError)) throw error;
			this.unreadable = true;
			yield* this.call.note(`jq: error: Could not open file ${path}: ${error.message}\n`);
			return;
		}
	}
	get position() {
		return this.name === null ? "<unknown>" : `${this.name}:${this.lines}`;
	}
};
function compileProblems(source, problems) {
	const texts = problems.map(({ message, at }) => {
		const before = source.slice(0, at);
		const start = before.lastIndexOf("\n") + 1;
		const line = source.slice(start).split("\n")[0];
		return `jq: error: ${message} at <top-level>, line ${before.split("\n").length}:\n${line}${" ".repeat(at - start)}`;
	});
	const count = `jq: ${problems.length} compile ${problems.length > 1 ? "errors" : "error"}`;
	return new Failure([...texts, count].join("\n"), 3, true);
}
var jq = function* (call) {
	const settings = yield* readArguments(call);
	const { flags } = settings;
	if (flags.has("h")) {
		call.put(`jq - commandline JSON processor [version ${VERSION}]\n\n${USAGE}${OPTIONS}`);
		return 0;
	}
	if (flags.has("V")) {
		call.put(`jq-${VERSION}\n`);
		return 0;
	}
	const terminal = yield* isatty(1);
	if (settings.program === void 0 && !(terminal && (yield* isatty(0)))) settings.program = ".";
	if (settings.program === void 0) throw new Failure(`jq - commandline JSON processor [version ${VERSION}]\n\n${USAGE}\nFor listing the command options, use jq --help.`, 2, true);
	let source = settings.program;
	if (flags.has("f")) source = yield* loadFile(source, true, (reason) => `jq: error: ${reason}`);
	const { named, positional } = settings;
	const variables = new Map([...named, ["ARGS", /* @__PURE__ */ new Map([["positional", positional], ["named", named]])]]);
	const compiler = new Compiler();
	let filter;
	try {
		const { definitions, main } = parseProgram(source);
		filter = compiler.program(main, definitions, [...variables.keys()]);
	} catch (error) {
		if (error instanceof SyntaxProblem) throw compileProblems(source, error.problems);
		throw error;
	}
	if (compiler.problems.length > 0) throw compileProblems(source, compiler.problems);
	const noColor = (call.process.env["NO_COLOR"] ?? "") !== "";
	const colored = !flags.has("M") && (flags.has("C") || terminal && !noColor);
	const format = {
		indent: settings.indent,
		sorted: flags.has("S"),
		ascii: flags.has("a"),
		...colored && { colors: COLORS }
	};
	const raw = flags.has("r") || flags.has("j") || flags.has("raw-output0");
	const end = flags.has("raw-output0") ? "\0" : flags.has("j") ? "" : "\n";
	const inputs = new Inputs(call, settings);
	let scope;
	for (const value of variables.values()) scope = {
		value,
		next: scope
	};
	/** Exit code by the last output: 0, 1 for null and false, 4 for none. */
	let last = 4;
	let halted;
	let notes = "";
	const host = {
		*input() {
			const value = yield* guarded(inputs.next());
			if (value === void 0) throw new JqError("break");
			return value;
		},
		*now() {
			return (yield* now()) / 1e3;
		},
		note: (text) => {
			notes += text;
		},
		halt: (code, message) => {
			halted = {
				code,
				...message !== void 0 && { message }
			};
		},
		env: call.process.env,
		filename: () => inputs.name,
		line: () => inputs.lines
	};
	const flush = function* () {
		if (notes !== "") {
			const text = notes;
			notes = "";
			yield* call.note(text);
		}
		if (call.buffered > 8192) yield* call.flush();
		return halted !== void 0;
	};
	/** Runs the program on one input; false when it failed. */
	const process = function* (input) {
		let failure;
		const run = new Machine(host);
		const output = (value) => {
			last = isTrue(value) ? 0 : 1;
			if (flags.has("seq")) call.put("");
			call.put((raw && typeof value === "string" && !flags.has("a") ? value : print(value, format)) + end);
			return null;
		};
		const failed = (error) => {
			run.cut(0);
			failure = { error };
			return null;
		};
		yield* run.run(() => filter(run, scope, input, void 0, output, failed), flush);
		if (!failure) return true;
		const { error } = failure;
		const text = typeof error === "string" ? `: ${error}` : ` (not a string): ${print(error)}`;
		yield* call.note(`jq: error (at ${inputs.position})${text}\n`);
		return false;
	};
	let code = 0;
	try {
		if (flags.has("n")) code = (yield* process(null)) ? 0 : 5;
		else for (let value = yield* inputs.next(); value !== void 0 && !halted; value = yield* inputs.next()) {
			code = (yield* process(value)) ? 0 : 5;
			if (halted) break;
		}
	} catch (error) {
		if (!(error instanceof JsonError)) throw error;
		yield* call.note(`jq: parse error: ${error.message}\n`);
		code = 5;
	}
	yield* call.flush();
	if (halted) {
		const { code: chosen, message } = halted;
		if (message !== void 0 && message !== null) yield* call.note(typeof message === "string" ? message : `${print(message)}\n`);
		return chosen;
	}
	if (inputs.unreadable) return 2;
	return code === 0 && flags.has("e") ? last : code;
};
/** A broken input inside a program is an error that the program can catch. */
function* guarded(reading) {
	try {
		return yield* reading;
	} catch (error) {
		if (error instanceof JsonError) throw new JqError(error.message);
		throw error;
	}
}
export { jq };
