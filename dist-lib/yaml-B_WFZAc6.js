// src/kubectl/output/json.ts
/** Go escapes these in every string, so that JSON can stand inside HTML. */
var ESCAPED = /[<>&\u2028\u2029]/g;
var PLAIN = /^[^"\\<>&\u2028\u2029\0-\x1f\ud800-\udfff]*$/;
/** `value` over several lines, with sorted keys unless told otherwise, and no newline at the end; fields that are undefined are left out. */
function printJson(value, indent = "    ", keysOf = sortedKeys) {
	return write(value, indent, "\n", keysOf);
}
/** `value` on one line, with sorted keys unless told otherwise. */
function marshalJson(value, keysOf = sortedKeys) {
	return write(value, "", "", keysOf);
}
/** The keys of `value` in the order of Go's maps when printed. */
function sortedKeys(value) {
	return Object.keys(value).sort();
}
/** `margin` is what starts a line: a newline and the indentation so far; empty for one-line output. */
function write(value, indent, margin, keysOf) {
	if (typeof value === "string") return quoteJson(value);
	if (typeof value === "bigint") return String(value);
	if (value === null || value === void 0 || typeof value !== "object") return JSON.stringify(value) ?? "null";
	const inner = margin + indent;
	if (Array.isArray(value)) return value.length === 0 ? "[]" : `[${value.map((item) => inner + write(item, indent, inner, keysOf)).join(",")}${margin}]`;
	const fields = value;
	const colon = margin === "" ? ":" : ": ";
	const lines = [];
	for (const key of keysOf(fields)) if (fields[key] !== void 0) lines.push(`${inner}${quoteJson(key)}${colon}${write(fields[key], indent, inner, keysOf)}`);
	return lines.length === 0 ? "{}" : `{${lines.join(",")}${margin}}`;
}
/** `text` as a JSON string. */
function quoteJson(text) {
	if (PLAIN.test(text)) return `"${text}"`;
	return JSON.stringify(text).replace(ESCAPED, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
// src/kubectl/output/gofmt.ts
/** `value` with the whole numbers in it as Go ints: how kubectl decodes an object for jsonpath and columns. */
function withInts(value) {
	if (typeof value === "number") return Number.isInteger(value) && Math.abs(value) < 2 ** 63 ? BigInt(value) : value;
	if (Array.isArray(value)) return value.map(withInts);
	if (value === null || typeof value !== "object") return value;
	return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withInts(part)]));
}
/** The name of the Go type of `value`; `int` names the type that whole numbers have. */
function typeName(value, int = "int") {
	if (value === null || value === void 0) return "<nil>";
	if (typeof value === "boolean") return "bool";
	if (typeof value === "bigint") return int;
	if (typeof value === "number") return "float64";
	if (typeof value === "string") return "string";
	return Array.isArray(value) ? "[]interface {}" : "map[string]interface {}";
}
/** fmt.Sprint: a blank between two operands when neither is a string. */
function sprint(...args) {
	let text = "";
	args.forEach((arg, index) => {
		if (index > 0 && typeof arg !== "string" && typeof args[index - 1] !== "string") text += " ";
		text += formatValue(arg);
	});
	return text;
}
/** fmt.Sprintln: a blank between all operands, and a newline. */
function sprintln(...args) {
	return `${args.map((arg) => formatValue(arg)).join(" ")}\n`;
}
/** `value` as %v prints it. */
function formatValue(value) {
	return typeof value === "string" ? value : formatVerb("v", value, {});
}
/** A string as Go quotes it (%q). */
function quote(text) {
	return `"${Array.from(text, (char) => char === "\"" ? "\\\"" : escapeChar$1(char)).join("")}"`;
}
var NAMED = {
	"\x07": "a",
	"\b": "b",
	"\f": "f",
	"\n": "n",
	"\r": "r",
	"	": "t",
	"\v": "v",
	"\\": "\\"
};
function escapeChar$1(char, ascii = false) {
	if (Object.hasOwn(NAMED, char)) return `\\${NAMED[char]}`;
	const code = char.codePointAt(0);
	if (code < 32 || code === 127) return `\\x${code.toString(16).padStart(2, "0")}`;
	if (code < 127 || !ascii && isPrint(char)) return char;
	return code > 65535 ? `\\U${code.toString(16).padStart(8, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
}
/** unicode.IsPrint: letters, marks, numbers, punctuation, symbols and the plain blank. */
function isPrint(char) {
	return char === " " || /^[\p{L}\p{M}\p{N}\p{P}\p{S}]$/u.test(char);
}
/** A width or precision beyond this is an error in Go, too. */
var MAX_WIDTH = 1e6;
/** fmt.Sprintf, its complaints inside the text included. */
function sprintf(format, args) {
	let [text, next, reordered] = [
		"",
		0,
		false
	];
	const directive = /%([-+# 0]*)(\[\d*\])?(\*|\d+)?(?:(\.)(\[\d*\])?(\*|\d+)?)?(\[\d*\])?([\s\S]?)/gu;
	let last = 0;
	for (let found = directive.exec(format); found; found = directive.exec(format)) {
		text += format.slice(last, found.index);
		last = directive.lastIndex;
		const [all, marks = "", index1, width, dot, index2, precision, index3, verb = ""] = found;
		const flags = {
			plus: marks.includes("+"),
			minus: marks.includes("-"),
			sharp: marks.includes("#"),
			space: marks.includes(" "),
			zero: marks.includes("0") && !marks.includes("-")
		};
		let badIndex = false;
		const choose = (index) => {
			if (index === void 0) return;
			const wanted = Number(index.slice(1, -1)) - 1;
			reordered = true;
			if (index === "[]" || wanted < 0 || wanted >= args.length) badIndex = true;
			else next = wanted;
		};
		choose(index1);
		if (width === "*") {
			const given = takeInt(args[next++]);
			if (given === void 0) text += "%!(BADWIDTH)";
			else {
				flags.width = Math.abs(given);
				if (given < 0) [flags.minus, flags.zero] = [true, false];
			}
		} else if (width !== void 0) flags.width = takeInt(BigInt(width));
		if (dot) {
			choose(index2);
			if (precision === "*") {
				const given = takeInt(args[next++]);
				if (given === void 0 || given < 0) text += "%!(BADPREC)";
				else flags.precision = given;
			} else flags.precision = takeInt(BigInt(precision ?? 0)) ?? 0;
		}
		choose(index3);
		if (all === "%" || verb === "") text += "%!(NOVERB)";
		else if (verb === "%") text += "%";
		else if (badIndex) text += `%!${verb}(BADINDEX)`;
		else if (next >= args.length) text += `%!${verb}(MISSING)`;
		else text += formatVerb(verb, args[next++], flags);
	}
	text += format.slice(last);
	if (reordered || next >= args.length) return text;
	const extra = args.slice(next).map((arg) => arg === null || arg === void 0 ? "<nil>" : `${typeName(arg)}=${formatValue(arg)}`);
	return `${text}%!(EXTRA ${extra.join(", ")})`;
}
function takeInt(value) {
	return typeof value === "bigint" && value <= MAX_WIDTH && value >= -1e6 ? Number(value) : void 0;
}
function formatVerb(verb, value, flags) {
	if (verb === "T") return pad(typeName(value), flags);
	if (value === null || value === void 0) return verb === "v" ? pad("<nil>", flags) : `%!${verb}(<nil>)`;
	if (typeof value === "object") return formatComposite(verb, value, flags);
	const text = formatScalar(verb, value, flags);
	if (text !== void 0) return text;
	return `%!${verb}(${typeName(value)}=${formatValue(value)})`;
}
function formatComposite(verb, value, flags) {
	if (verb === "p") return `%!p(${typeName(value)}=${formatValue(value)})`;
	const part = (item) => formatElement(verb, item, flags);
	const source = verb === "v" && flags.sharp;
	if (Array.isArray(value)) return source ? `[]interface {}{${value.map(part).join(", ")}}` : `[${value.map(part).join(" ")}]`;
	const fields = value;
	const pairs = sortedKeys(fields).map((key) => `${formatVerb(verb, key, flags)}:${part(fields[key])}`);
	return source ? `map[string]interface {}{${pairs.join(", ")}}` : `map[${pairs.join(" ")}]`;
}
function formatElement(verb, item, flags) {
	if (item !== null && item !== void 0) return formatVerb(verb, item, flags);
	return verb === "v" && flags.sharp ? "interface {}(nil)" : "<nil>";
}
function formatScalar(verb, value, flags) {
	switch (typeof value) {
		case "boolean": return verb === "t" || verb === "v" ? pad(String(value), flags) : void 0;
		case "string": return formatString(verb, value, flags);
		case "bigint": return formatInt(verb, value, flags);
		case "number": return formatFloat(verb, value, flags);
		default: return;
	}
}
function pad(text, { width = 0, minus }) {
	const blanks = " ".repeat(Math.max(0, width - [...text].length));
	return minus ? text + blanks : blanks + text;
}
/** Pads with zeros between sign and digits when the flag asks for it. */
function padNumber(sign, digits, flags) {
	if (flags.zero && flags.width !== void 0) return sign + digits.padStart(flags.width - sign.length, "0");
	return pad(sign + digits, flags);
}
function formatString(verb, value, flags) {
	const cut = flags.precision === void 0 ? value : [...value].slice(0, flags.precision).join("");
	const zeros = (text) => flags.zero ? text.padStart(flags.width ?? 0, "0") : pad(text, flags);
	if (verb === "v" && flags.sharp) return pad(quote(value), flags);
	if (verb === "s" || verb === "v") return zeros(cut);
	if (verb === "q") {
		if (flags.sharp && !/[`\x00-\x08\x0a-\x1f\x7f\ufeff]/.test(cut)) return pad(`\`${cut}\``, flags);
		return zeros(flags.plus ? `"${Array.from(cut, (char) => char === "\"" ? "\\\"" : escapeChar$1(char, true)).join("")}"` : quote(cut));
	}
	if (verb !== "x" && verb !== "X") return void 0;
	const bytes = Array.from(new TextEncoder().encode(value), (byte) => byte.toString(16).padStart(2, "0")).slice(0, flags.precision);
	const prefix = flags.sharp && bytes.length > 0 ? "0x" : "";
	const text = flags.space ? bytes.map((byte, index) => (index === 0 ? "" : " ") + prefix + byte).join("") : prefix + bytes.join("");
	return pad(verb === "X" ? text.toUpperCase() : text, flags);
}
var BASES = {
	b: [2, "0b"],
	o: [8, "0"],
	O: [8, "0o"],
	x: [16, "0x"],
	X: [16, "0X"]
};
function formatInt(verb, value, flags) {
	const sign = value < 0n ? "-" : flags.plus && verb !== "q" && verb !== "c" ? "+" : flags.space ? " " : "";
	const size = value < 0n ? -value : value;
	const number = (digits, prefix = "") => {
		if (flags.precision === void 0) return padNumber(sign + (flags.zero ? prefix : ""), (flags.zero ? "" : prefix) + digits, flags);
		if (flags.precision === 0 && value === 0n) return pad("", flags);
		return pad(sign + prefix + digits.padStart(flags.precision, "0"), flags);
	};
	if (verb === "d" || verb === "v") return number(String(size));
	const base = Object.hasOwn(BASES, verb) ? BASES[verb] : void 0;
	if (base) {
		const digits = size.toString(base[0]);
		return number(verb === "X" ? digits.toUpperCase() : digits, flags.sharp || verb === "O" ? base[1] : "");
	}
	const char = value >= 0n && value <= 1114111n ? String.fromCodePoint(Number(value)) : "�";
	if (verb === "c") return pad(char, flags);
	if (verb === "q") return pad(`'${char === "'" ? "\\'" : escapeChar$1(char, flags.plus)}'`, flags);
	if (verb !== "U") return void 0;
	const hex = size.toString(16).toUpperCase().padStart(Math.max(4, flags.precision ?? 4), "0");
	return pad(`U+${value < 0n ? "-" : ""}${hex}${flags.sharp && isPrint(char) ? ` '${char}'` : ""}`, flags);
}
function formatFloat(verb, value, flags) {
	if (!"vbeEfFgGxX".includes(verb)) return void 0;
	const sign = value < 0 || Object.is(value, -0) ? "-" : flags.plus ? "+" : flags.space ? " " : "";
	const size = Math.abs(value);
	if (!Number.isFinite(size)) return pad(Number.isNaN(size) ? "NaN" : `${sign || "+"}Inf`, flags);
	const { precision } = flags;
	let digits;
	if (verb === "f" || verb === "F") digits = fixed(size, precision ?? 6);
	else if (verb === "e" || verb === "E") digits = goExponent(size.toExponential(Math.min(precision ?? 6, 100)));
	else if (verb === "x" || verb === "X") digits = hexFloat(size);
	else if (verb === "b") digits = binaryFloat(size);
	else digits = general(size, precision, verb === "v" && flags.sharp ? 21 : 6);
	return padNumber(sign, verb === "E" || verb === "G" || verb === "X" ? digits.toUpperCase() : digits, flags);
}
function fixed(size, precision) {
	const places = Math.min(precision, 100);
	return (size < 1e21 ? size.toFixed(places) : `${BigInt(size)}${places > 0 ? `.${"0".repeat(places)}` : ""}`) + "0".repeat(Math.min(precision, MAX_WIDTH) - places);
}
/** %g: the shortest digits, with an exponent when it is below -4 or not below `limit`. */
function general(size, precision, limit) {
	const wanted = precision === void 0 ? void 0 : Math.min(Math.max(precision, 1), 100);
	const [mantissa = "0", power = "0"] = (wanted === void 0 ? size.toExponential() : size.toExponential(wanted - 1)).split("e");
	const exponent = Number(power);
	const digits = mantissa.replace(".", "").replace(/0+$/, "") || "0";
	let most = wanted ?? limit;
	if (wanted !== void 0 && wanted > digits.length && digits.length >= exponent + 1) most = digits.length;
	if (exponent < -4 || exponent >= most) return goExponent(`${digits[0]}${digits.length > 1 ? `.${digits.slice(1)}` : ""}e${exponent}`);
	if (exponent < 0) return `0.${"0".repeat(-exponent - 1)}${digits}`;
	const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, "0");
	return digits.length > exponent + 1 ? `${whole}.${digits.slice(exponent + 1)}` : whole;
}
/** 1.5e6 as Go writes it: a sign and at least two digits of exponent. */
function goExponent(text) {
	return text.replace(/e([-+]?)(\d+)$/, (_all, sign, digits) => `e${sign === "-" ? "-" : "+"}${digits.padStart(2, "0")}`);
}
/** The exact value of `size` as `mantissa * 2^exponent` with a mantissa of 53 bits. */
function parts(size) {
	const bits = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer(8));
	bits.setFloat64(0, size);
	const raw = bits.getBigUint64(0);
	const biased = Number(raw >> 52n & 2047n);
	const fraction = raw & 4503599627370495n;
	return biased === 0 ? {
		mantissa: fraction,
		exponent: -1074
	} : {
		mantissa: fraction | 1n << 52n,
		exponent: biased - 1075
	};
}
function binaryFloat(size) {
	const { mantissa, exponent } = parts(size);
	return `${mantissa}p${exponent < 0 ? "-" : "+"}${Math.abs(exponent)}`;
}
function hexFloat(size) {
	if (size === 0) return "0x0p+00";
	let { mantissa, exponent } = parts(size);
	while (mantissa < 1n << 52n) [mantissa, exponent] = [mantissa << 1n, exponent - 1];
	const power = exponent + 52;
	const fraction = (mantissa & 4503599627370495n).toString(16).padStart(13, "0").replace(/0+$/, "");
	return `0x1${fraction ? `.${fraction}` : ""}p${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
}
/** A float64 as strconv prints it in %g, the form of numbers in YAML. */
function formatGoFloat(value) {
	return formatFloat("g", value, {});
}
// src/kubectl/output/gosort.ts
/** Up to this length Go's sort.Sort is an insertion sort. */
var INSERTION = 12;
/**
* Sorts `list` in place as Go's sort.Sort would, which can be seen when `less` is no strict order:
* equal or missing values, keys that mix digits and letters.
*/
function goSort(list, less) {
	if (list.length > INSERTION) return list.sort((a, b) => Number(less(b, a)) - Number(less(a, b)));
	for (let end = 1; end < list.length; end++) for (let at = end; at > 0 && less(list[at], list[at - 1]); at--) [list[at], list[at - 1]] = [list[at - 1], list[at]];
	return list;
}
// src/kubectl/output/yamlresolve.ts
var WORDS = new Map([
	["y Y yes Yes YES true True TRUE on On ON", {
		tag: "bool",
		value: true
	}],
	["n N no No NO false False FALSE off Off OFF", {
		tag: "bool",
		value: false
	}],
	[" ~ null Null NULL", {
		tag: "null",
		value: null
	}],
	[".nan .NaN .NAN", {
		tag: "float",
		value: NaN
	}],
	[".inf .Inf .INF +.inf +.Inf +.INF", {
		tag: "float",
		value: Number.POSITIVE_INFINITY
	}],
	["-.inf -.Inf -.INF", {
		tag: "float",
		value: Number.NEGATIVE_INFINITY
	}]
].flatMap(([words, resolved]) => words.split(" ").map((word) => [word, resolved])));
var INTEGER = /^([-+]?)(0[xX][\da-fA-F]+|0[oO]?[0-7]*|0[bB][01]+|[1-9]\d*)$/;
var FLOAT = /^[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?$/;
/** The type and value of a plain scalar; times stay text. */
function resolve(text) {
	const word = WORDS.get(text);
	if (word) return word;
	if (text.startsWith(".")) return /^\.\d+(_\d+)*([eE][-+]?\d+)?$/.test(text) ? {
		tag: "float",
		value: Number(text.replaceAll("_", ""))
	} : {
		tag: "str",
		value: text
	};
	if (!/^[-+\d]/.test(text)) return {
		tag: "str",
		value: text
	};
	if (isTimestamp(text)) return {
		tag: "timestamp",
		value: text
	};
	const plain = text.replaceAll("_", "");
	const integer = INTEGER.exec(plain);
	if (integer && !/^0[oO]$/.test(integer[2])) {
		const digits = integer[2].replace(/^0(?=[0-7])/, "0o");
		const value = BigInt(digits);
		if (value < 2n ** 64n && (integer[1] !== "-" || value <= 2n ** 63n)) return {
			tag: "int",
			value: Number(integer[1] === "-" ? -value : value)
		};
	}
	if (FLOAT.test(plain) && Number.isFinite(Number(plain))) return {
		tag: "float",
		value: Number(plain)
	};
	return {
		tag: "str",
		value: text
	};
}
/** False for text that must be quoted to stay text: Go's yaml, or another reader, would take it for something else. */
function readsAsString(text) {
	return resolve(text).tag === "str" && !/^[-+]?\d[\d_]*(:[0-5]?\d)+(\.[\d_]*)?$/.test(text);
}
function isTimestamp(text) {
	const found = /^(\d{4})-(\d\d?)-(\d\d?)(?:([Tt ])(\d\d?):(\d\d?):(\d\d?)(?:[.,]\d+)?(Z|[-+]\d\d:\d\d)?)?$/.exec(text);
	if (!found) return false;
	const [, year, month, day, separator, hour = "0", minute = "0", second = "0", zone] = found;
	if (separator !== void 0 && separator === " " === (zone !== void 0)) return false;
	const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
	return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= days && Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
}
// src/kubectl/output/yamlprint.ts
var WIDTH = 80;
/** Longer keys are written with `? ` in front. */
var LONGEST_SIMPLE_KEY = 128;
/** `value` as a YAML document, ended with a newline; fields that are undefined are left out. */
function printYaml(value) {
	const writer = new Writer();
	writer.node(value, -1, "root");
	return `${writer.out}${writer.out.endsWith("\n") ? "" : "\n"}`;
}
var Writer = class {
	out = "";
	/** Code points since the last newline. */
	column = 0;
	/** `indent` is the column of the block around the node, -1 outside of all. */
	node(value, indent, place) {
		const inner = indent < 0 ? 0 : indent + 2;
		const fields = typeof value === "object" && value !== null && !Array.isArray(value) ? entries(value) : [];
		if (Array.isArray(value) && value.length > 0) this.sequence(value, place === "value" ? indent : inner, place);
		else if (fields.length > 0) this.mapping(fields, inner, place);
		else {
			if (place === "value") this.put(" ");
			this.scalar(value, indent + (indent < 0 ? 3 : 2), false);
		}
	}
	sequence(items, indent, place) {
		items.forEach((item, index) => {
			if (index > 0 || place === "value") this.newline(indent);
			this.put("- ");
			this.node(item, indent, "item");
		});
	}
	mapping(fields, indent, place) {
		fields.forEach(([key, value], index) => {
			if (index > 0 || place === "value") this.newline(indent);
			if (/[\n\r\x85\u2028\u2029]/.test(key) || utf8Length(key) > LONGEST_SIMPLE_KEY) {
				this.put("? ");
				this.scalar(key, indent + 2, false);
				this.newline(indent);
				this.put(":");
				if (value !== null && typeof value === "object" && Object.keys(value).length > 0) {
					this.put(" ");
					this.node(value, indent, "item");
				} else this.node(value, indent, "value");
				return;
			}
			this.scalar(key, indent, true);
			this.put(":");
			this.node(value, indent, "value");
		});
	}
	/** `indent` is where further lines of the scalar start. */
	scalar(value, indent, isKey) {
		if (typeof value === "string") this.string(value, indent, isKey);
		else if (typeof value === "number") this.put(formatNumber(value));
		else if (Array.isArray(value)) this.put("[]");
		else this.put(value !== null && typeof value === "object" ? "{}" : String(value ?? null));
	}
	string(text, indent, isKey) {
		const shape = analyze(text);
		if (text.includes("\n")) {
			if (shape.block && !isKey) this.literal(text, indent);
			else this.doubleQuoted(text, indent, isKey);
		} else if (!readsAsString(text)) this.doubleQuoted(text, indent, isKey);
		else if (shape.plain && !(text === "" && isKey)) this.folded(text, indent, isKey, false);
		else if (shape.single) this.folded(text, indent, isKey, true);
		else this.doubleQuoted(text, indent, isKey);
	}
	literal(text, indent) {
		const first = /^[ \n\r\x85\u2028\u2029]/.test(text) ? "2" : "";
		const chomp = !/[\n\r\x85\u2028\u2029]$/.test(text) ? "-" : /^[\s\S]$|[\n\r\x85\u2028\u2029]{2}$/.test(text) ? "+" : "";
		this.put(`|${first}${chomp}\n`);
		const lines = text.split("\n");
		lines.forEach((line, index) => {
			this.out += (line === "" ? "" : " ".repeat(indent) + line) + (index < lines.length - 1 ? "\n" : "");
		});
	}
	/** Plain or single-quoted, with a new line in place of the first single blank after column 80. */
	folded(text, indent, isKey, quoted) {
		if (quoted) this.put("'");
		const chars = [...text];
		let spaces = false;
		chars.forEach((char, index) => {
			const inner = !quoted || index > 0 && index < chars.length - 1;
			if (char === " " && !isKey && !spaces && this.column > WIDTH && inner && chars[index + 1] !== " ") this.newline(indent);
			else this.put(quoted && char === "'" ? "''" : char);
			spaces = char === " ";
		});
		if (quoted) this.put("'");
	}
	doubleQuoted(text, indent, isKey) {
		this.put("\"");
		const chars = [...text];
		let spaces = false;
		chars.forEach((char, index) => {
			if (char === " " && !isKey && !spaces && this.column > WIDTH && index > 0 && index < chars.length - 1) {
				this.newline(indent);
				if (chars[index + 1] === " ") this.put("\\");
			} else this.put(escapeChar(char));
			spaces = char === " ";
		});
		this.put("\"");
	}
	put(text) {
		this.out += text;
		this.column = text.endsWith("\n") ? 0 : this.column + [...text].length;
	}
	newline(indent) {
		if (!this.out.endsWith("\n")) this.out += "\n";
		this.out += " ".repeat(indent);
		this.column = indent;
	}
};
function formatNumber(value) {
	return Number.isInteger(value) && Math.abs(value) < 2 ** 64 ? String(value) : formatGoFloat(value);
}
function utf8Length(text) {
	return new TextEncoder().encode(text).length;
}
/** The fields of a mapping in the order of Go's yaml: letters after other characters, digits by their number. */
function entries(value) {
	return goSort(Object.entries(value).filter(([, part]) => part !== void 0).sort(([a], [b]) => a < b ? -1 : 1), ([a], [b]) => compareKeys(a, b) < 0);
}
function compareKeys(a, b) {
	if (a === b) return 0;
	let at = 0;
	while (at < a.length && at < b.length && a[at] === b[at]) at++;
	if (at === a.length || at === b.length) return a.length - b.length;
	const [left, right] = [a[at], b[at]];
	const [leftLetter, rightLetter] = [/\p{L}/u.test(left), /\p{L}/u.test(right)];
	if (leftLetter !== rightLetter) return rightLetter ? -1 : 1;
	if (!leftLetter) {
		const inNumber = (left === "0" || right === "0") && /[1-9]\d*$/.test(a.slice(0, at)) ? "1" : "";
		const [leftDigits, rightDigits] = [digitsAt(a, at), digitsAt(b, at)];
		const difference = BigInt(`${inNumber}${leftDigits}` || "0") - BigInt(`${inNumber}${rightDigits}` || "0");
		if (difference !== 0n) return difference < 0n ? -1 : 1;
		if (leftDigits.length !== rightDigits.length) return leftDigits.length - rightDigits.length;
	}
	return left < right ? -1 : 1;
}
function digitsAt(text, at) {
	return /^\d*/.exec(text.slice(at))?.[0] ?? "";
}
/** Which styles a scalar can take. */
function analyze(text) {
	const special = /[^\n\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd]/u.test(text);
	const spaceBreak = / [\n\r\x85\u2028\u2029]/.test(text);
	const breakSpace = /[\n\r\x85\u2028\u2029] /.test(text);
	const edges = /^[ \n\r\x85\u2028\u2029]|[ \n\r\x85\u2028\u2029]$/.test(text);
	const indicators = /^(---|\.\.\.)|^[#,[\]{}&*!|>'"%@`]|^[?:-](?=[ \t\n]|$)|:(?=[ \t\n]|$)|[ \t\n]#/.test(text);
	const single = !special && !spaceBreak && !breakSpace;
	return {
		plain: single && !edges && !indicators && !/[\n\r\x85\u2028\u2029]/.test(text),
		single,
		block: text !== "" && !special && !spaceBreak && !text.endsWith(" ")
	};
}
var ESCAPES$1 = {
	"\0": "0",
	"\x07": "a",
	"\b": "b",
	"	": "t",
	"\n": "n",
	"\v": "v",
	"\f": "f",
	"\r": "r",
	"\x1B": "e",
	"\"": "\"",
	"\\": "\\",
	"": "N",
	"\u2028": "L",
	"\u2029": "P"
};
/** A character as it stands in double quotes. */
function escapeChar(char) {
	if (Object.hasOwn(ESCAPES$1, char)) return `\\${ESCAPES$1[char]}`;
	if (/[\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd]/u.test(char)) return char;
	const hex = char.codePointAt(0).toString(16).toUpperCase();
	if (hex.length <= 2) return `\\x${hex.padStart(2, "0")}`;
	return hex.length <= 4 ? `\\u${hex.padStart(4, "0")}` : `\\U${hex.padStart(8, "0")}`;
}
// src/kubectl/output/yamlscan.ts
var YamlError = class extends Error {};
var LONGEST_KEY = 1024;
/** Go allows 10000 levels; here the stack sets the limit. */
var DEEPEST = 500;
var BREAKS = "\n\r\u2028\u2029";
var ESCAPES = {
	"0": "\0",
	a: "\x07",
	b: "\b",
	t: "	",
	"	": "	",
	n: "\n",
	v: "\v",
	f: "\f",
	r: "\r",
	e: "\x1B",
	" ": " ",
	"\"": "\"",
	"'": "'",
	"/": "/",
	"\\": "\\",
	N: "",
	_: "\xA0",
	L: "\u2028",
	P: "\u2029"
};
var HEX_ESCAPES = {
	x: 2,
	u: 4,
	U: 8
};
var Scanner = class {
	text;
	at = 0;
	line = 0;
	column = 0;
	tokens = [];
	/** How many tokens were handed out. */
	taken = 0;
	indent = -1;
	indents = [];
	keys = [noKey()];
	keyAllowed = true;
	ended = false;
	constructor(text) {
		this.text = text.startsWith("﻿") ? text.slice(1) : text;
		if (/[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u.test(this.text)) throw new YamlError("yaml: control characters are not allowed");
	}
	/** The next token, which stays. */
	peek() {
		for (;;) {
			if (this.tokens.length > 0) {
				const key = this.keys.find((one) => one.possible && one.token === this.taken);
				if (!key || !this.isValid(key)) return this.tokens[0];
			}
			this.fetch();
		}
	}
	take() {
		const token = this.peek();
		this.tokens.shift();
		this.taken++;
		return token;
	}
	get flow() {
		return this.keys.length > 1;
	}
	fail(problem) {
		throw new YamlError(`yaml: ${this.line > 0 ? `line ${this.line + 1}: ` : ""}${problem}`);
	}
	char(offset = 0) {
		return this.text[this.at + offset] ?? "";
	}
	isBreak(offset = 0) {
		const char = this.char(offset);
		return char !== "" && BREAKS.includes(char);
	}
	isBlank(offset = 0) {
		const char = this.char(offset);
		return char === " " || char === "	";
	}
	isBlankOrEnd(offset = 0) {
		return this.char(offset) === "" || this.isBlank(offset) || this.isBreak(offset);
	}
	skip(count = 1) {
		this.at += count;
		this.column += count;
	}
	read() {
		const char = String.fromCodePoint(this.text.codePointAt(this.at));
		this.at += char.length;
		this.column++;
		return char;
	}
	/** Takes a line break and gives it as it counts in a scalar. */
	readBreak() {
		const char = this.char();
		if (char === "") return "";
		this.at += char === "\r" && this.char(1) === "\n" ? 2 : 1;
		this.line++;
		this.column = 0;
		return char === "\u2028" || char === "\u2029" ? char : "\n";
	}
	atIndicator(mark) {
		return this.column === 0 && this.text.startsWith(mark, this.at) && this.isBlankOrEnd(3);
	}
	isValid(key) {
		if (!key.possible) return false;
		if (key.line === this.line && key.at + LONGEST_KEY >= this.at) return true;
		if (key.required) this.fail("could not find expected ':'");
		key.possible = false;
		return false;
	}
	removeKey() {
		const key = this.keys.at(-1);
		if (key.possible && key.required) this.fail("could not find expected ':'");
		key.possible = false;
	}
	saveKey() {
		if (!this.keyAllowed) return;
		this.removeKey();
		this.keys[this.keys.length - 1] = {
			possible: true,
			required: !this.flow && this.indent === this.column,
			token: this.taken + this.tokens.length,
			at: this.at,
			line: this.line,
			column: this.column
		};
	}
	add(type, line = this.line, more = {}, index = this.tokens.length) {
		this.tokens.splice(index, 0, {
			type,
			line,
			value: "",
			handle: "",
			plain: false,
			...more
		});
	}
	/** Opens a block collection at `column` if that lies further in. */
	roll(column, type, line = this.line, index = this.tokens.length) {
		if (this.flow || this.indent >= column) return;
		if (this.indents.length >= DEEPEST) this.fail("exceeded max depth of 10000");
		this.indents.push(this.indent);
		this.indent = column;
		this.add(type, line, {}, index);
	}
	unroll(column) {
		if (this.flow) return;
		while (this.indent > column) {
			this.add("blockEnd");
			this.indent = this.indents.pop();
		}
	}
	fetch() {
		this.toNextToken();
		this.unroll(this.column);
		const char = this.char();
		const spaced = this.isBlankOrEnd(1);
		if (this.ended) this.add("streamEnd");
		else if (char === "") this.end();
		else if (this.column === 0 && char === "%") this.directive();
		else if (this.atIndicator("---")) this.documentMark("documentStart");
		else if (this.atIndicator("...")) this.documentMark("documentEnd");
		else if (char === "[" || char === "{") this.openFlow(char);
		else if (char === "]" || char === "}") this.closeFlow(char);
		else if (char === ",") this.indicator(",", true);
		else if (char === "-" && spaced) this.blockEntry();
		else if (char === "?" && (this.flow || spaced)) this.explicitKey();
		else if (char === ":" && (this.flow || spaced)) this.value();
		else if (char === "*") this.anchor("alias");
		else if (char === "&") this.anchor("anchor");
		else if (char === "!") this.tag();
		else if ((char === "|" || char === ">") && !this.flow) this.blockScalar(char === "|");
		else if (char === "'" || char === "\"") this.quoted(char);
		else if (this.startsPlain(char)) this.plain();
		else this.fail("found character that cannot start any token");
	}
	startsPlain(char) {
		if (char === "-") return !this.isBlank(1);
		if (char === "?" || char === ":") return !this.flow && !this.isBlankOrEnd(1);
		return !this.isBlankOrEnd() && !",[]{}#&*!|>'\"%@`".includes(char);
	}
	toNextToken() {
		for (;;) {
			while (this.char() === " " || (this.flow || !this.keyAllowed) && this.char() === "	") this.skip();
			if (this.char() === "#") while (this.char() !== "" && !this.isBreak()) this.skip();
			if (!this.isBreak()) return;
			this.readBreak();
			if (!this.flow) this.keyAllowed = true;
		}
	}
	end() {
		if (this.column !== 0) {
			this.column = 0;
			this.line++;
		}
		this.unroll(-1);
		this.removeKey();
		this.keyAllowed = false;
		this.ended = true;
		this.add("streamEnd");
	}
	documentMark(type) {
		this.unroll(-1);
		this.removeKey();
		this.keyAllowed = false;
		this.add(type);
		this.skip(3);
	}
	indicator(type, keyAllowed) {
		this.removeKey();
		this.keyAllowed = keyAllowed;
		this.add(type);
		this.skip();
	}
	openFlow(type) {
		this.saveKey();
		if (this.keys.length > DEEPEST) this.fail("exceeded max depth of 10000");
		this.keys.push(noKey());
		this.keyAllowed = true;
		this.add(type);
		this.skip();
	}
	closeFlow(type) {
		this.removeKey();
		if (this.flow) this.keys.pop();
		this.keyAllowed = false;
		this.add(type);
		this.skip();
	}
	blockEntry() {
		if (!this.flow) {
			if (!this.keyAllowed) this.fail("block sequence entries are not allowed in this context");
			this.roll(this.column, "blockSequenceStart");
		}
		this.indicator("blockEntry", true);
	}
	explicitKey() {
		if (!this.flow) {
			if (!this.keyAllowed) this.fail("mapping keys are not allowed in this context");
			this.roll(this.column, "blockMappingStart");
		}
		this.indicator("key", !this.flow);
	}
	value() {
		const key = this.keys.at(-1);
		if (this.isValid(key)) {
			const index = key.token - this.taken;
			this.add("key", key.line, {}, index);
			this.roll(key.column, "blockMappingStart", key.line, index);
			key.possible = false;
			this.keyAllowed = false;
		} else {
			if (!this.flow) {
				if (!this.keyAllowed) this.fail("mapping values are not allowed in this context");
				this.roll(this.column, "blockMappingStart");
			}
			this.keyAllowed = !this.flow;
		}
		this.add("value");
		this.skip();
	}
	anchor(type) {
		this.saveKey();
		this.keyAllowed = false;
		const { line } = this;
		const value = /^[\w-]*/.exec(this.text.slice(this.at + 1))?.[0] ?? "";
		this.skip(value.length + 1);
		if (value === "" || !(this.isBlankOrEnd() || "?:,]}%@`".includes(this.char()))) this.fail("did not find expected alphabetic or numeric character");
		this.add(type, line, { value });
	}
	tag() {
		this.saveKey();
		this.keyAllowed = false;
		const { line } = this;
		const [all, uri, close, handle = "", suffix = ""] = /^(?:!<([\w\-;/?:@&=+$,.!~*'()[\]%]*)(>?)|(![\w-]*!|!)([\w\-;/?:@&=+$,.!~*'()[\]%]*))/.exec(this.text.slice(this.at));
		this.skip(all.length);
		if (uri === "" || handle.length > 1 && suffix === "") this.fail("did not find expected tag URI");
		if (close === "") this.fail("did not find the expected '>'");
		if (!this.isBlankOrEnd()) this.fail("did not find expected whitespace or line break");
		this.add("tag", line, {
			handle,
			value: uri ?? suffix
		});
	}
	directive() {
		this.unroll(-1);
		this.removeKey();
		this.keyAllowed = false;
		const { line } = this;
		const [all = "", name = ""] = /^%([\w-]*)/.exec(this.text.slice(this.at)) ?? [];
		this.skip(all.length);
		if (name === "") this.fail("could not find expected directive name");
		if (!this.isBlankOrEnd()) this.fail("found unexpected non-alphabetical character");
		if (name !== "YAML" && name !== "TAG") this.fail("found unknown directive name");
		const found = (name === "YAML" ? /^[ \t]+(\d{1,9})\.(\d{1,9})/ : /^[ \t]+(![\w-]*!|!)[ \t]+([\w\-;/?:@&=+$,.!~*'()[\]%]+)/).exec(this.text.slice(this.at));
		if (!found) this.fail(name === "YAML" ? "did not find expected version number" : "did not find expected whitespace");
		const [text, handle = "", value = ""] = found ?? [""];
		this.skip(text.length);
		while (this.isBlank()) this.skip();
		if (this.char() === "#") while (this.char() !== "" && !this.isBreak()) this.skip();
		if (this.char() !== "" && !this.isBreak()) this.fail("did not find expected comment or line break");
		this.add(name === "YAML" ? "yamlDirective" : "tagDirective", line, {
			handle,
			value
		});
	}
	blockScalar(literal) {
		this.removeKey();
		this.keyAllowed = true;
		const { line } = this;
		this.skip();
		const header = /^(?:([-+])(\d?)|(\d)([-+]?))?/.exec(this.text.slice(this.at));
		const digit = header[2] || header[3] || "";
		const chomp = header[1] ?? header[4] ?? "";
		if (digit === "0") {
			this.skip(header[1] ? 1 : 0);
			this.fail("found an indentation indicator equal to 0");
		}
		this.skip(header[0].length);
		while (this.isBlank()) this.skip();
		if (this.char() === "#") while (this.char() !== "" && !this.isBreak()) this.skip();
		if (this.char() !== "" && !this.isBreak()) this.fail("did not find expected comment or line break");
		this.readBreak();
		let indent = digit === "" ? 0 : Math.max(this.indent, 0) + Number(digit);
		const blankLines = () => {
			let [breaks, widest] = ["", 0];
			for (;;) {
				while ((indent === 0 || this.column < indent) && this.char() === " ") this.skip();
				widest = Math.max(widest, this.column);
				if ((indent === 0 || this.column < indent) && this.char() === "	") this.fail("found a tab character where an indentation space is expected");
				if (!this.isBreak()) break;
				breaks += this.readBreak();
			}
			if (indent === 0) indent = Math.max(widest, this.indent + 1, 1);
			return breaks;
		};
		let [value, lineBreak, breaks, wasBlank] = [
			"",
			"",
			blankLines(),
			false
		];
		while (this.column === indent && this.char() !== "") {
			const blank = this.isBlank();
			if (!literal && !wasBlank && !blank && lineBreak === "\n") value += breaks === "" ? " " : "";
			else value += lineBreak;
			value += breaks;
			wasBlank = blank;
			const start = this.at;
			while (this.char() !== "" && !this.isBreak()) this.skip();
			value += this.text.slice(start, this.at);
			lineBreak = this.readBreak();
			breaks = blankLines();
		}
		if (chomp !== "-") value += lineBreak;
		if (chomp === "+") value += breaks;
		this.add("scalar", line, { value });
	}
	/** Blanks and line breaks inside a flow scalar, folded: one break is a blank, more are one break fewer. */
	fold(blanks, lineBreak, breaks) {
		if (lineBreak === "") return blanks;
		return lineBreak === "\n" ? breaks || " " : lineBreak + breaks;
	}
	quoted(quote) {
		this.saveKey();
		this.keyAllowed = false;
		const { line } = this;
		let value = "";
		this.skip();
		for (;;) {
			if (this.atIndicator("---") || this.atIndicator("...")) this.fail("found unexpected document indicator");
			if (this.char() === "") this.fail("found unexpected end of stream");
			let joined = false;
			while (!this.isBlankOrEnd()) {
				const char = this.char();
				if (char === quote && quote === "'" && this.char(1) === "'") {
					value += "'";
					this.skip(2);
				} else if (char === quote) break;
				else if (char === "\\" && quote === "\"" && this.isBreak(1)) {
					this.skip();
					this.readBreak();
					joined = true;
					break;
				} else if (char === "\\" && quote === "\"") value += this.escape();
				else value += this.read();
			}
			if (this.char() === quote) break;
			let [blanks, lineBreak, breaks] = [
				"",
				"",
				""
			];
			while (this.isBlank() || this.isBreak()) if (this.isBlank()) {
				if (lineBreak === "" && !joined) blanks += this.char();
				this.skip();
			} else if (lineBreak === "" && !joined) lineBreak = this.readBreak();
			else breaks += this.readBreak();
			value += joined ? breaks : this.fold(blanks, lineBreak, breaks);
		}
		this.skip();
		this.add("scalar", line, { value });
	}
	escape() {
		const char = this.char(1);
		const length = Object.hasOwn(HEX_ESCAPES, char) ? HEX_ESCAPES[char] : 0;
		if (length === 0) {
			if (!Object.hasOwn(ESCAPES, char)) this.fail("found unknown escape character");
			this.skip(2);
			return ESCAPES[char];
		}
		this.skip(2);
		const hex = this.text.slice(this.at, this.at + length);
		if (!new RegExp(`^[\\da-fA-F]{${length}}$`).test(hex)) this.fail("did not find expected hexdecimal number");
		const code = Number.parseInt(hex, 16);
		if (code >= 55296 && code <= 57343 || code > 1114111) this.fail("found invalid Unicode character escape code");
		this.skip(length);
		return String.fromCodePoint(code);
	}
	plain() {
		this.saveKey();
		this.keyAllowed = false;
		const { line } = this;
		const indent = this.indent + 1;
		let [value, blanks, lineBreak, breaks] = [
			"",
			"",
			"",
			""
		];
		for (;;) {
			if (this.atIndicator("---") || this.atIndicator("...") || this.char() === "#") break;
			while (!this.isBlankOrEnd()) {
				const char = this.char();
				if (char === ":" && this.isBlankOrEnd(1) || this.flow && ",?[]{}".includes(char)) break;
				value += this.fold(blanks, lineBreak, breaks) + this.read();
				[blanks, lineBreak, breaks] = [
					"",
					"",
					""
				];
			}
			if (!this.isBlank() && !this.isBreak()) break;
			while (this.isBlank() || this.isBreak()) if (this.isBlank()) {
				if (lineBreak !== "" && this.column < indent && this.char() === "	") this.fail("found a tab character that violates indentation");
				if (lineBreak === "") blanks += this.char();
				this.skip();
			} else if (lineBreak === "") {
				blanks = "";
				lineBreak = this.readBreak();
			} else breaks += this.readBreak();
			if (!this.flow && this.column < indent) break;
		}
		this.add("scalar", line, {
			value,
			plain: true
		});
		if (lineBreak !== "") this.keyAllowed = true;
	}
};
function noKey() {
	return {
		possible: false,
		required: false,
		token: 0,
		at: 0,
		line: 0,
		column: 0
	};
}
// src/kubectl/output/yamlread.ts
var STANDARD = "tag:yaml.org,2002:";
/** The values of all documents of `text`; empty documents give none. Throws YamlError in the words of kubectl. */
function readYaml(text) {
	const { values, error } = readYamlStream(text);
	if (error) throw error;
	return values;
}
/** The values up to the first document that cannot be read, and why it cannot: kubectl still uses what came before. */
function readYamlStream(text) {
	const values = [];
	try {
		for (const document of splitDocuments(text)) {
			const value = readDocument(document);
			if (value !== null) values.push(value);
		}
		return { values };
	} catch (error) {
		if (error instanceof YamlError) return {
			values,
			error
		};
		throw error;
	}
}
/** A line that starts with `---` ends a document; only a comment may follow on it. Lines of errors count from there. */
function* splitDocuments(text) {
	let document = "";
	for (const line of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
		if (line.startsWith("---")) {
			const rest = line.slice(3).trim();
			if (rest !== "" && !rest.startsWith("#")) throw new YamlError(`invalid Yaml document separator: ${rest}`);
			if (document !== "") {
				yield document;
				document = "";
				continue;
			}
		}
		document += line;
	}
	if (document !== "") yield document;
}
function readDocument(text) {
	if (/^\s*\{/.test(text)) try {
		return JSON.parse(text);
	} catch {}
	try {
		return new Decoder().decode(new Parser(text).parse());
	} catch (error) {
		throw error instanceof YamlError ? new YamlError(`error converting YAML to JSON: ${error.message}`) : error;
	}
}
var Parser = class {
	scanner;
	anchors = /* @__PURE__ */ new Map();
	handles = /* @__PURE__ */ new Map([["!", "!"], ["!!", STANDARD]]);
	constructor(text) {
		this.scanner = new Scanner(text);
	}
	/** The first document. */
	parse() {
		let token = this.scanner.peek();
		if (token.type === "streamEnd") return this.empty();
		let explicit = false;
		for (; token.type === "yamlDirective" || token.type === "tagDirective"; token = this.scanner.peek()) {
			explicit = true;
			if (token.type === "tagDirective") this.handles.set(token.handle, token.value);
			else if (token.handle !== "1" || token.value !== "1") this.fail("found incompatible YAML document", token);
			this.scanner.take();
		}
		if (token.type === "documentStart") {
			this.scanner.take();
			if (this.is("yamlDirective", "tagDirective", "documentStart", "documentEnd", "streamEnd")) return this.empty();
		} else if (explicit) this.fail("did not find expected <document start>", token);
		const node = this.node(true, false);
		this.scanner.peek();
		return node;
	}
	fail(problem, token) {
		throw new YamlError(`yaml: ${token.line > 0 ? `line ${token.line}: ` : ""}${problem}`);
	}
	is(...types) {
		return types.includes(this.scanner.peek().type);
	}
	empty() {
		return {
			kind: "scalar",
			tag: "",
			value: "",
			plain: true
		};
	}
	/** A node, unless one of `types` says that there is none. */
	nodeOrEmpty(block, indentless, ...types) {
		return this.is(...types) ? this.empty() : this.node(block, indentless);
	}
	node(block, indentless) {
		if (this.is("alias")) {
			const name = this.scanner.take().value;
			const target = this.anchors.get(name);
			if (!target) throw new YamlError(`yaml: unknown anchor '${name}' referenced`);
			return {
				kind: "alias",
				name,
				target
			};
		}
		let [anchor, tag] = ["", ""];
		let tagged = false;
		for (let round = 0; round < 2; round++) if (anchor === "" && this.is("anchor")) anchor = this.scanner.take().value;
		else if (!tagged && this.is("tag")) {
			tagged = true;
			tag = this.fullTag(this.scanner.take());
		}
		const name = (node) => {
			if (anchor !== "") this.anchors.set(anchor, node);
			return node;
		};
		const token = this.scanner.peek();
		if (indentless && token.type === "blockEntry") return this.blockList(name({
			kind: "list",
			items: []
		}), true);
		if (token.type === "scalar") {
			this.scanner.take();
			return name({
				kind: "scalar",
				tag,
				value: token.value,
				plain: token.plain
			});
		}
		if (token.type === "[") return this.flowList(name({
			kind: "list",
			items: []
		}));
		if (token.type === "{") return this.flowMap(name({
			kind: "map",
			pairs: []
		}));
		if (block && token.type === "blockSequenceStart") {
			this.scanner.take();
			return this.blockList(name({
				kind: "list",
				items: []
			}), false);
		}
		if (block && token.type === "blockMappingStart") return this.blockMap(name({
			kind: "map",
			pairs: []
		}));
		if (anchor !== "" || tag !== "") return name({
			kind: "scalar",
			tag,
			value: "",
			plain: tag === ""
		});
		return this.fail("did not find expected node content", token);
	}
	fullTag(token) {
		if (token.handle === "") return token.value;
		const prefix = this.handles.get(token.handle);
		if (prefix === void 0) this.fail("found undefined tag handle", token);
		return prefix + token.value;
	}
	blockList(list, indentless) {
		while (this.is("blockEntry")) {
			this.scanner.take();
			const ends = indentless ? [
				"blockEntry",
				"key",
				"value",
				"blockEnd"
			] : ["blockEntry", "blockEnd"];
			list.items.push(this.nodeOrEmpty(true, false, ...ends));
		}
		if (indentless) return list;
		if (!this.is("blockEnd")) this.fail("did not find expected '-' indicator", this.scanner.peek());
		this.scanner.take();
		return list;
	}
	blockMap(map) {
		this.scanner.take();
		while (this.is("key")) {
			this.scanner.take();
			const key = this.nodeOrEmpty(true, true, "key", "value", "blockEnd");
			let value = this.empty();
			if (this.is("value")) {
				this.scanner.take();
				value = this.nodeOrEmpty(true, true, "key", "value", "blockEnd");
			}
			map.pairs.push([key, value]);
		}
		if (!this.is("blockEnd")) this.fail("did not find expected key", this.scanner.peek());
		this.scanner.take();
		return map;
	}
	flowList(list) {
		this.scanner.take();
		for (let first = true; !this.is("]"); first = false) {
			if (!first) {
				if (!this.is(",")) this.fail("did not find expected ',' or ']'", this.scanner.peek());
				this.scanner.take();
			}
			if (this.is("key")) {
				this.scanner.take();
				const key = this.nodeOrEmpty(false, false, "value", ",", "]");
				list.items.push({
					kind: "map",
					pairs: [[key, this.flowValue("]")]]
				});
			} else if (!this.is("]")) list.items.push(this.node(false, false));
			else break;
		}
		this.scanner.take();
		return list;
	}
	flowMap(map) {
		this.scanner.take();
		for (let first = true; !this.is("}"); first = false) {
			if (!first) {
				if (!this.is(",")) this.fail("did not find expected ',' or '}'", this.scanner.peek());
				this.scanner.take();
			}
			if (this.is("key")) {
				this.scanner.take();
				const key = this.nodeOrEmpty(false, false, "value", ",", "}");
				map.pairs.push([key, this.flowValue("}")]);
			} else if (!this.is("}")) map.pairs.push([this.node(false, false), this.empty()]);
			else break;
		}
		this.scanner.take();
		return map;
	}
	flowValue(end) {
		if (!this.is("value")) return this.empty();
		this.scanner.take();
		return this.nodeOrEmpty(false, false, ",", end);
	}
};
/** Turns nodes into JSON values. */
var Decoder = class {
	decoded = 0;
	aliased = 0;
	aliasDepth = 0;
	open = /* @__PURE__ */ new Set();
	decode(node) {
		this.decoded++;
		if (this.aliasDepth > 0) this.aliased++;
		const ratio = this.decoded <= 4e5 ? .99 : this.decoded >= 4e6 ? .1 : .99 - .89 * ((this.decoded - 4e5) / 36e5);
		if (this.aliased > 100 && this.decoded > 1e3 && this.aliased / this.decoded > ratio) throw new YamlError("yaml: document contains excessive aliasing");
		switch (node.kind) {
			case "scalar": return decodeScalar(node);
			case "list": return node.items.map((item) => this.decode(item));
			case "map": {
				const fields = {};
				this.fill(fields, node);
				return fields;
			}
			case "alias": return this.alias(node, () => this.decode(node.target));
		}
	}
	alias(node, run) {
		if (this.open.has(node.target)) throw new YamlError(`yaml: anchor '${node.name}' value contains itself`);
		this.open.add(node.target);
		this.aliasDepth++;
		const result = run();
		this.aliasDepth--;
		this.open.delete(node.target);
		return result;
	}
	/** Of two equal keys the later one counts, whether written or merged by `<<`. */
	fill(fields, map) {
		for (const [key, value] of map.pairs) if (key.kind === "scalar" && key.value === "<<" && key.plain) this.merge(fields, value);
		else {
			const name = this.key(key, value);
			const decoded = this.decode(value);
			if (name === "__proto__") Object.defineProperty(fields, name, {
				value: decoded,
				enumerable: true,
				configurable: true,
				writable: true
			});
			else fields[name] = decoded;
		}
	}
	merge(fields, node) {
		if (node.kind === "map") this.fill(fields, node);
		else if (node.kind === "alias" && node.target.kind === "map") this.alias(node, () => this.merge(fields, node.target));
		else if (node.kind === "list" && node.items.every((item) => (item.kind === "alias" ? item.target : item).kind === "map")) for (const item of node.items.toReversed()) this.merge(fields, item);
		else throw new YamlError("yaml: map merge requires map or sequence of maps as the value");
	}
	key(node, value) {
		const key = node.kind === "scalar" ? scalarValue(node) : this.decode(node);
		if (typeof key === "string") return key;
		if (typeof key === "boolean") return String(key);
		if (typeof key === "number") return Number.isInteger(key) ? String(key) : formatGoFloat(key).replace(/^\+?(-?)(Inf|NaN)$/, (_all, sign, name) => `${sign}.${name.toLowerCase()}`);
		if (key !== null) throw new YamlError(`yaml: invalid map key: ${sprintf("%#v", [key])}`);
		throw new YamlError(sprintf("unsupported map key of type: %%!s(<nil>), key: <nil>, value: %+#v", [this.decode(value)]));
	}
};
/** A scalar as JSON can hold it. */
function decodeScalar(node) {
	const value = scalarValue(node);
	if (typeof value !== "number" || Number.isFinite(value)) return value;
	throw new YamlError(`json: unsupported value: ${formatGoFloat(value)}`);
}
function scalarValue({ tag, value, plain }) {
	const short = tag.startsWith(STANDARD) ? tag.slice(18) : "";
	if (tag === "" ? !plain : short === "str" || short === "") return value;
	if (short === "binary") return decodeBinary(value);
	const resolved = resolve(value);
	const wanted = [
		"bool",
		"int",
		"float",
		"null",
		"timestamp"
	].includes(short) ? short : "";
	if (wanted !== "" && resolved.tag !== wanted && !(wanted === "float" && resolved.tag === "int")) throw new YamlError(`yaml: cannot decode !!${resolved.tag} \`${value}\` as a !!${short}`);
	if (short !== "" && wanted === "") return value;
	return resolved.value;
}
function decodeBinary(value) {
	const digits = value.replace(/[\r\n]/g, "");
	if (!/^(?:[\w+/]{4})*(?:[\w+/]{2}==|[\w+/]{3}=)?$/.test(digits) || digits.includes("_")) throw new YamlError("yaml: !!binary value contains invalid base64 data");
	return new TextDecoder().decode(Uint8Array.from(atob(digits), (char) => char.charCodeAt(0)));
}
export { goSort as a, quote as c, sprintln as d, typeName as f, sortedKeys as g, printJson as h, printYaml as i, sprint as l, marshalJson as m, YamlError as n, formatValue as o, withInts as p, escapeChar as r, isPrint as s, readYaml as t, sprintf as u };
