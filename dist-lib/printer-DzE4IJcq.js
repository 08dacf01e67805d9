import { t as lazy } from "./lazy-BECgEt8c.js";
import { c as load } from "./sys-DzG-ihIq.js";
import { h as OBJECT_FORMATS } from "./kubectl-Dwlf-DqN.js";
import { S as withValue, v as itemsOf, w as CommandError, x as textOf$1, y as metadataOf } from "./live-DW4PX-bo.js";
import { c as quote, d as sprintln, f as typeName, g as sortedKeys, h as printJson, i as printYaml, l as sprint, m as marshalJson, o as formatValue, p as withInts, r as escapeChar, s as isPrint, u as sprintf } from "./yaml-B_WFZAc6.js";
import { r as readFile } from "./files-C7owFt9u.js";
// src/kubectl/kyaml.ts
/** -o kyaml: YAML in JSON's clothes, with braces, quoted strings, plain keys and trailing commas. */
var PLAIN_KEY = /^[A-Za-z0-9_][A-Za-z0-9_./-]*$/;
/** Words that some YAML reads as something else than a string. */
var RESERVED = /^(y|n|t|f|yes|no|on|off|true|false|null|nan|inf)$/i;
var NUMBER$1 = /^(\d+(\.\d*)?(e[+-]?\d+)?|0x[\da-f]+|0b[01]+|0o[0-7]+|\d{4}-\d\d?-\d\d?.*)$/i;
/** One document, with its `---`. `keysOf` says in which order the fields of an object stand. */
function printKyaml(value, keysOf = sortedKeys) {
	return `---\n${write(value, "", keysOf)}\n`;
}
function write(value, margin, keysOf) {
	if (typeof value === "string") return value.includes("\n") ? severalLines(value, margin) : `"${escape(value)}"`;
	if (value === null || value === void 0 || typeof value !== "object") return String(value ?? null);
	const inner = `${margin}  `;
	if (Array.isArray(value)) {
		if (value.length === 0) return "[]";
		if (value.every((item) => typeof item === "object" && item !== null)) return `[${value.map((item) => write(item, margin, keysOf)).join(", ")}]`;
		return `[\n${value.map((item) => `${inner}${write(item, inner, keysOf)},\n`).join("")}${margin}]`;
	}
	const fields = value;
	const keys = keysOf(fields).filter((key) => fields[key] !== void 0);
	if (keys.length === 0) return "{}";
	return `{\n${keys.map((key) => `${inner}${keyText(key)}: ${write(fields[key], inner, keysOf)},\n`).join("")}${margin}}`;
}
function keyText(key) {
	const bare = key.replaceAll("_", "");
	return PLAIN_KEY.test(key) && !RESERVED.test(key) && !NUMBER$1.test(bare) ? key : `"${escape(key)}"`;
}
/** A line of the text on each line; a backslash ends it, and stands before blanks that begin it. */
function severalLines(text, margin) {
	const pad = `${margin}  `;
	const lines = text.split("\n");
	const last = lines.pop();
	return `"\\\n${[...lines.map((line) => `${escape(line)}\\n`), ...last === "" ? [] : [escape(last)]].map((line) => `${pad}${/^[ \t]/.test(line) ? "\\" : " "}${line}\\\n`).join("")}${pad}"`;
}
/** As in YAML's double quotes; a tab stands for itself. */
function escape(text) {
	return Array.from(text, (char) => char === "	" ? char : char === "\xA0" ? "\\_" : escapeChar(char)).join("");
}
// src/kubectl/output/gostring.ts
var SIMPLE = {
	a: "\x07",
	b: "\b",
	f: "\f",
	n: "\n",
	r: "\r",
	t: "	",
	v: "\v",
	"\\": "\\"
};
var ESCAPE = /\\(?:([abfnrtv\\'"])|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{3}))/y;
/** The text that `body` stands for between two `quote` characters; undefined when it is not well formed. */
function unquoteBody(body, quote) {
	if (!body.includes("\\")) return body.includes(quote) ? void 0 : body;
	const bytes = [];
	const encoder = new TextEncoder();
	for (let at = 0; at < body.length;) {
		const next = body.indexOf("\\", at);
		const plain = body.slice(at, next < 0 ? body.length : next);
		if (plain.includes(quote)) return void 0;
		bytes.push(...encoder.encode(plain));
		if (next < 0) break;
		ESCAPE.lastIndex = next;
		const found = ESCAPE.exec(body);
		if (!found) return void 0;
		const [all, simple, hex, short, long, octal] = found;
		if (simple !== void 0) {
			if ((simple === "\"" || simple === "'") && simple !== quote) return void 0;
			bytes.push(...encoder.encode(SIMPLE[simple] ?? simple));
		} else if (hex !== void 0 || octal !== void 0) {
			const byte = hex === void 0 ? Number.parseInt(octal, 8) : Number.parseInt(hex, 16);
			if (byte > 255) return void 0;
			bytes.push(byte);
		} else {
			const code = Number.parseInt(short ?? long, 16);
			if (code > 1114111 || code >= 55296 && code < 57344) return void 0;
			bytes.push(...encoder.encode(String.fromCodePoint(code)));
		}
		at = next + all.length;
	}
	return new TextDecoder("utf-8", { ignoreBOM: true }).decode(new Uint8Array(bytes));
}
/** strconv.Unquote for "interpreted" and `raw` strings; undefined when the literal is not well formed. */
function unquote(literal) {
	const body = literal.slice(1, -1);
	if (literal.startsWith("`")) return body.replaceAll("\r", "");
	return body.includes("\n") ? void 0 : unquoteBody(body, "\"");
}
// src/kubectl/output/jsonpath/parse.ts
var JsonPathError = class extends Error {};
var DEEPEST$2 = 200;
var QUOTED_KEY = /^'([^']*)'$/;
var SLICE = /^(-?\d*)(:-?\d*)?(:-?\d*)?$/;
var COMPARISON = /^([^!<>=]+)([!<>=]+)(.+?)$/;
/** The parts of `text`. Throws JsonPathError in the words of the real parser. */
function parseParts(text, depth = 0) {
	if (depth > DEEPEST$2) throw new JsonPathError("expression is nested too deeply");
	const parts = [];
	let at = 0;
	while (at < text.length) {
		const open = text.indexOf("{", at);
		if (open !== at) parts.push({
			type: "text",
			text: text.slice(at, open < 0 ? text.length : open)
		});
		if (open < 0) break;
		const action = new ActionParser(text, open + 1, depth);
		parts.push({
			type: "action",
			nodes: action.parse()
		});
		at = action.at;
	}
	return parts;
}
/** The steps of an expression that stands alone, as inside a filter. */
function parseAction(text, depth) {
	const first = parseParts(`{${text}}`, depth + 1)[0];
	return first?.type === "action" ? first.nodes : [];
}
var ActionParser = class {
	text;
	depth;
	nodes = [];
	at;
	constructor(text, at, depth) {
		this.text = text;
		this.at = at;
		this.depth = depth;
	}
	/** Reads up to and past the closing brace. */
	parse() {
		for (;;) {
			if (this.text.startsWith("[?(", this.at)) {
				this.filter();
				continue;
			}
			if (this.text.startsWith("..", this.at)) {
				this.recursive();
				continue;
			}
			const char = this.peek();
			if (char === "" || char === "\n" || char === "\r") throw new JsonPathError("unclosed action");
			if (char === "}") {
				this.at++;
				return this.nodes;
			}
			if (char === " " || char === "@" || char === "$") this.at++;
			else if (char === "[") this.brackets();
			else if (char === "\"" || char === "'") this.quoted(char);
			else if (char === ".") {
				this.at++;
				this.field();
			} else if (/[-+\p{Nd}]/u.test(char)) this.number();
			else if (isAlphaNumeric(char)) this.identifier();
			else throw new JsonPathError(sprintf("unrecognized character in action: %#U", [BigInt(char.codePointAt(0))]));
		}
	}
	peek() {
		return this.at < this.text.length ? String.fromCodePoint(this.text.codePointAt(this.at)) : "";
	}
	/** Takes what `pattern`, a sticky one, finds here. */
	take(pattern) {
		pattern.lastIndex = this.at;
		const found = pattern.exec(this.text)?.[0] ?? "";
		this.at += found.length;
		return found;
	}
	field() {
		const name = this.take(/(?:\\[\s\S]?|[^\s.,[\]$@{}\\]|[^\S \t\r\n])*/y);
		this.nodes.push(name === "*" ? { type: "wildcard" } : {
			type: "field",
			name: name.replaceAll("\\", "")
		});
	}
	recursive() {
		if (this.nodes.at(-1)?.type === "recursive") throw new JsonPathError("invalid multiple recursive descent");
		this.at += 2;
		this.nodes.push({ type: "recursive" });
		if (isAlphaNumeric(this.peek())) this.field();
	}
	identifier() {
		const name = this.take(/(?:[^\s.,[\]$@{}]|[^\S \t\r\n])*/y);
		this.nodes.push(name === "true" || name === "false" ? {
			type: "bool",
			value: name === "true"
		} : {
			type: "identifier",
			name
		});
	}
	number() {
		const text = this.take(/[-+]?[.\p{Nd}]*/uy);
		if (/^[-+]?\d+$/.test(text) && BigInt.asIntN(64, BigInt(text)) === BigInt(text)) this.nodes.push({
			type: "number",
			value: BigInt(text)
		});
		else if (/^[-+]?(\d+\.?\d*|\.\d+)$/.test(text)) this.nodes.push({
			type: "number",
			value: Number(text)
		});
		else throw new JsonPathError(`cannot parse number ${text}`);
	}
	quoted(quote) {
		const start = this.at++;
		for (;;) {
			const char = this.text[this.at++] ?? "\n";
			if (char === "\n") throw new JsonPathError("unterminated quoted string");
			if (char === quote && this.text[this.at - 2] !== "\\") break;
		}
		const literal = this.text.slice(start, this.at);
		const text = literal.length < 2 ? void 0 : unquoteBody(literal.slice(1, -1), quote);
		if (text === void 0) throw new JsonPathError(`unquote string ${literal} error invalid syntax`);
		this.nodes.push({
			type: "text",
			text
		});
	}
	/** `[...]`: indexes, slices, quoted keys, and unions of these. */
	brackets() {
		const end = this.text.slice(this.at).search(/[\]\n]/) + this.at;
		if (end < this.at || this.text[end] !== "]") throw new JsonPathError("unterminated array");
		const inside = this.text.slice(this.at + 1, end);
		this.at = end + 1;
		const members = inside.split(",");
		if (members.length > 1) {
			const paths = members.map((member) => parseAction(`[${member.replace(/^ +| +$/g, "")}]`, this.depth));
			this.nodes.push({
				type: "union",
				paths
			});
			return;
		}
		const key = QUOTED_KEY.exec(inside);
		if (key) this.nodes.push(...parseAction(`.${key[1]}`, this.depth));
		else this.nodes.push({
			type: "slice",
			bounds: parseSlice(inside === "*" ? ":" : inside)
		});
	}
	filter() {
		const start = this.at + 3;
		let [at, quote, closed] = [
			start,
			"",
			false
		];
		for (;; at++) {
			const char = this.text[at] ?? "\n";
			if (char === "\n") throw new JsonPathError("unterminated filter");
			if (char === "\"" || char === "'") {
				if (quote === "") quote = char;
				else if (char === quote && this.text[at - 1] !== "\\") closed = true;
			} else if (char === ")" && quote === "" === !closed) break;
		}
		if (this.text[at + 1] !== "]") throw new JsonPathError("unclosed array expect ]");
		this.at = at + 2;
		const inside = this.text.slice(start, at);
		const found = COMPARISON.exec(inside);
		const [, left = inside, operator = "exists", right = ""] = found ?? [];
		this.nodes.push({
			type: "filter",
			left: parseAction(left, this.depth),
			operator,
			right: found ? parseAction(right, this.depth) : []
		});
	}
};
function parseSlice(text) {
	const found = SLICE.exec(text);
	if (!found) throw new JsonPathError(`invalid array index ${text}`);
	const [, start = "", end = "", step = ""] = found;
	const first = toBound(start);
	return [
		first,
		end === "" ? {
			value: first.value + 1,
			known: true,
			derived: true
		} : toBound(end.slice(1)),
		toBound(step.slice(1))
	];
}
function toBound(digits) {
	if (digits === "-" || digits.length > 15) throw new JsonPathError(`array index ${digits} is not a number`);
	return {
		value: Number(digits),
		known: digits !== "",
		derived: false
	};
}
function isAlphaNumeric(char) {
	return /^[_\p{L}\p{Nd}]$/u.test(char);
}
// src/kubectl/output/jsonpath/execute.ts
/** A path such as {..*..*..*} multiplies its results; beyond this it is refused rather than left to fill the memory. */
var MOST_RESULTS = 1e6;
/** `parts` as nested ranges; a range without its {end} reaches to the end of the template. */
function nestRanges(parts) {
	const steps = [];
	const ranges = [];
	for (const part of parts) {
		const list = ranges.at(-1)?.body ?? steps;
		const words = part.type === "action" ? part.nodes.flatMap((node) => node.type === "identifier" ? [node.name] : []) : [];
		const range = ranges.at(-1);
		if (part.type === "action" && words.includes("range")) {
			const inner = {
				type: "range",
				nodes: part.nodes,
				body: [],
				open: true
			};
			list.push(inner);
			ranges.push(inner);
		} else if (range && words.includes("end")) {
			range.open = false;
			ranges.pop();
		} else list.push(part);
	}
	return steps;
}
/** The results of each step over `data`, in order; a range gives the results of its body once an element. */
function execute(steps, data, allowMissingKeys) {
	return new Evaluator(allowMissingKeys).run(steps, data);
}
var Evaluator = class {
	allowMissingKeys;
	count = 0;
	constructor(allowMissingKeys) {
		this.allowMissingKeys = allowMissingKeys;
	}
	run(steps, data) {
		return steps.flatMap((step) => {
			this.spend(1);
			if (step.type === "text") return [[step.text]];
			const results = this.path([data], step.nodes);
			if (step.type !== "range") return [results];
			const found = results.flatMap((result) => this.run(step.body, result));
			if (results.length === 0) this.run(step.body, void 0);
			return step.open ? [...found, ...this.run(step.body, data)] : found;
		});
	}
	spend(results) {
		this.count += results;
		if (this.count > MOST_RESULTS) throw new JsonPathError(`more than ${MOST_RESULTS} results`);
	}
	path(input, nodes) {
		let values = [...input];
		for (const node of nodes) {
			values = this.step(values, node);
			this.spend(values.length);
		}
		return values;
	}
	step(input, node) {
		switch (node.type) {
			case "text": return [node.text];
			case "number":
			case "bool": return input.map(() => node.value);
			case "field": return this.field(input, node.name);
			case "wildcard": return input.flatMap(children);
			case "recursive": return this.descend(input);
			case "slice": return slice$1(input, node.bounds);
			case "union": return node.paths.flatMap((path) => this.path(input, path));
			case "filter": return input.flatMap((value) => this.filter(value, node));
			case "identifier":
				if (node.name === "range") return [...input];
				throw new JsonPathError(node.name === "end" ? "not in range, nothing to end" : `unrecognized identifier ${node.name}`);
		}
	}
	field(input, name) {
		const found = [];
		for (const value of input) if (isMap$1(value) && Object.hasOwn(value, name) && value[name] !== void 0) found.push(value[name]);
		if (found.length === 0 && input.length > 0 && !this.allowMissingKeys) throw new JsonPathError(`${name} is not found`);
		return found;
	}
	/** Every value that holds others, from the top down. */
	descend(input) {
		const found = [];
		const visit = (value) => {
			const inner = children(value);
			if (inner.length === 0) return;
			found.push(value);
			this.spend(1);
			inner.forEach(visit);
		};
		input.forEach(visit);
		return found;
	}
	filter(list, node) {
		if (!Array.isArray(list)) throw new JsonPathError(`${list === void 0 ? "<invalid reflect.Value>" : formatValue(withInts(list))} is not array or slice and cannot be filtered`);
		return list.filter((item) => {
			if (node.operator === "exists") return this.exists(item, node.left);
			const left = single(this.path([item], node.left));
			if (!left) return false;
			const right = single(this.path([item], node.right));
			return right !== void 0 && compare(left.value, right.value, node.operator);
		});
	}
	/** A path that fails gives what it had found up to there. */
	exists(item, nodes) {
		let values = [item];
		try {
			for (const node of nodes) values = this.step(values, node);
		} catch (error) {
			if (!(error instanceof JsonPathError)) throw error;
			return !/ is not found$/.test(error.message);
		}
		return values.length > 0;
	}
};
function isMap$1(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** What a wildcard finds in `value`. In Go the values of a map come in any order; here by key. A string is its bytes. */
function children(value) {
	if (Array.isArray(value)) return value;
	if (typeof value === "string") return Array.from(new TextEncoder().encode(value), BigInt);
	return isMap$1(value) ? sortedKeys(value).map((key) => value[key]) : [];
}
function single(values) {
	if (values.length > 1) throw new JsonPathError("can only compare one element at a time");
	return values.length === 0 ? void 0 : { value: values[0] };
}
function slice$1(input, [start, end, step]) {
	const found = [];
	for (const list of input) {
		if (list === null || list === void 0) continue;
		if (!Array.isArray(list)) throw new JsonPathError(`${typeName(typeof list === "number" ? withInts(list) : list, "int64")} is not array or slice`);
		const from = start.value < 0 ? start.value + list.length : start.value;
		let to = end.known ? end.value : list.length;
		if (to < 0 || to === 0 && end.derived) to += list.length;
		if (from === to) return found;
		const outside = (index) => new JsonPathError(`array index out of bounds: index ${index}, length ${list.length}`);
		if (from >= list.length || from < 0) throw outside(from);
		if (to > list.length || to < 0) throw outside(to - 1);
		if (from > to) throw new JsonPathError(`starting index ${from} is greater than ending index ${to}`);
		if (step.known && step.value <= 0) throw new JsonPathError("step must be > 0");
		for (let index = from; index < to; index += step.known ? step.value : 1) found.push(list[index]);
	}
	return found;
}
function compare(left, right, operator) {
	if (![
		"<",
		">",
		"==",
		"!=",
		"<=",
		">="
	].includes(operator)) throw new JsonPathError(`unrecognized filter operator ${operator}`);
	const [leftKind, rightKind] = [kindOf(left), kindOf(right)];
	if (leftKind === "object" || rightKind === "object") throw new JsonPathError("invalid type for comparison");
	if (leftKind !== rightKind) throw new JsonPathError("incompatible types for comparison");
	if (leftKind === "boolean" && operator !== "==" && operator !== "!=") throw new JsonPathError("invalid type for comparison");
	const [a, b] = leftKind === "int" ? [Number(left), Number(right)] : [left, right];
	if (operator === "==") return a === b;
	if (operator === "!=") return a !== b;
	return operator === "<" ? a < b : operator === ">" ? a > b : operator === "<=" ? a <= b : a >= b;
}
function kindOf(value) {
	if (typeof value === "bigint" || Number.isInteger(value)) return "int";
	return value === null || value === void 0 ? "object" : typeof value;
}
// src/kubectl/output/jsonpath/index.ts
/** The template `text`, such as `{.items[*].metadata.name}`. Throws JsonPathError, e.g. `unclosed action`. */
function parseJsonPath(text) {
	return {
		text,
		steps: nestRanges(parseParts(text))
	};
}
/** What each part of the template finds in `data`. A number written in the template comes back as bigint. Throws JsonPathError. */
function executeJsonPath(path, data, { allowMissingKeys = true } = {}) {
	return execute(path.steps, data, allowMissingKeys);
}
/** The output of -o jsonpath for `data`. Throws JsonPathError with the long message of kubectl. */
function printJsonPath(path, data, options = {}) {
	let results;
	try {
		results = executeJsonPath(path, data, options);
	} catch (error) {
		if (!(error instanceof JsonPathError)) throw error;
		const lines = [
			`Error executing template: ${error.message}. Printing more information for debugging the template:`,
			`\ttemplate was:\n\t\t${path.text}`,
			`\tobject given to jsonpath engine was:\n\t\t${sprintf("%#v", [withInts(data)])}\n\n\n`
		];
		throw new JsonPathError(`${sprintf("error executing jsonpath %q: ", [path.text])}${lines.join("\n")}`);
	}
	if (options.asJson) return results.map((found) => `${printJson(found)}\n`).join("");
	return results.map((found) => found.map(toText).join(" ")).join("");
}
function toText(value) {
	if (value === null || value === void 0) return "null";
	return typeof value === "object" ? marshalJson(value) : formatValue(withInts(value));
}
var RELAXED = /^\{\.?([^{}]+)\}$|^\.?([^{}]+)$/;
/** The full form of a path in --sort-by or custom-columns, where braces and the first dot may be left out. */
function relaxedJSONPathExpression(text) {
	if (text === "") return "";
	const found = RELAXED.exec(text);
	if (!found) throw new JsonPathError("unexpected path string, expected a 'name1.name2' or '.name1.name2' or '{name1.name2}' or '{.name1.name2}'");
	return `{.${found[1] ?? found[2]}}`;
}
// src/kubectl/output/table.ts
/** `kubectl get`. */
var TABLE_COLUMNS = {
	minWidth: 6,
	padding: 3,
	rememberWidths: true
};
/** `kubectl describe`. */
var DESCRIBE_COLUMNS = {
	minWidth: 0,
	padding: 2
};
/**
* Aligns text whose cells end with a tab. Cells that follow each other line by line in the same column form a block
* and share a width; what comes after the last tab of a line belongs to no column.
*/
var TabWriter = class {
	options;
	remembered = [];
	constructor(options = TABLE_COLUMNS) {
		this.options = options;
	}
	/** The aligned form of `text`, which should hold whole lines. */
	write(text) {
		const lines = text.split("\n").map((line) => line.split("	"));
		const out = [];
		this.format(lines, 0, lines.length, [], out);
		return out.join("\n");
	}
	/** Forgets the widths of earlier writes: another kind of object follows. */
	forget() {
		this.remembered = [];
	}
	format(lines, from, to, widths, out) {
		const column = widths.length;
		const has = (at) => column < lines[at].length - 1;
		let at = from;
		while (at < to) {
			if (!has(at)) {
				out.push(pad(lines[at], widths));
				at++;
				continue;
			}
			let end = at;
			let width = Math.max(this.options.minWidth, this.options.rememberWidths ? this.remembered[column] ?? 0 : 0);
			for (; end < to && has(end); end++) width = Math.max(width, cellWidth(lines[end][column]) + this.options.padding);
			if (this.options.rememberWidths) this.remembered[column] = width;
			this.format(lines, at, end, [...widths, width], out);
			at = end;
		}
	}
};
function pad(cells, widths) {
	return cells.map((cell, index) => index < widths.length ? cell + " ".repeat(widths[index] - cellWidth(cell)) : cell).join("");
}
/** Go counts code points, whatever room they take on the screen. */
function cellWidth(cell) {
	let width = cell.length;
	for (let at = 0; at < cell.length; at++) {
		const unit = cell.charCodeAt(at);
		if (unit >= 55296 && unit < 56320) width--;
	}
	return width;
}
/** Rows of cells as `kubectl get` aligns them, each line ended. Give the same `writer` again to keep the widths. */
function printTable(rows, writer = new TabWriter()) {
	return writer.write(rows.map((row) => `${row.map(cellText).join("	")}\n`).join(""));
}
/** A cell stays on its line: it ends in `...` where the text breaks, and cannot control the terminal. */
function cellText(text) {
	const end = text.search(/[\f\n\r]/);
	return escapeTerminal(end < 0 ? text : `${text.slice(0, end)}...`);
}
/** `text` with the characters that could control a terminal made visible. */
function escapeTerminal(text) {
	return text.replace(/\x1b/g, "^[").replace(/\r/g, "\\r");
}
// src/kubectl/output/customcolumns.ts
var CustomColumnsError = class extends Error {};
var LINES = "Expected format is one line of space separated headers, one line of space separated column specs.";
/** The columns of `NAME:.metadata.name,NODE:.spec.nodeName`. Throws CustomColumnsError in kubectl's words. */
function parseCustomColumns(spec) {
	if (spec === "") throw new CustomColumnsError("custom-columns format specified but no custom columns given");
	return spec.split(",").map((part) => {
		const colon = part.indexOf(":");
		if (colon < 0) throw new CustomColumnsError(`unexpected custom-columns spec: ${part}, expected <header>:<json-path-expr>`);
		return {
			header: part.slice(0, colon),
			path: relaxed(part.slice(colon + 1))
		};
	});
}
/** The columns of a template file: a line of headers, a line of paths. */
function parseCustomColumnsFile(text) {
	if (text === "") throw new CustomColumnsError(`invalid template, missing header line. ${LINES}`);
	const [first = "", second] = text.replace(/\n$/, "").split("\n");
	if (second === void 0) throw new CustomColumnsError(`invalid template, missing spec line. ${LINES}`);
	const [headers, paths] = [words(first), words(second)];
	if (headers.length !== paths.length) throw new CustomColumnsError(`number of headers (${headers.length}) and field specifications (${paths.length}) don't match`);
	return headers.map((header, index) => ({
		header,
		path: relaxed(paths[index])
	}));
}
function words(line) {
	return line.split(/\s+/).filter((word) => word !== "");
}
function relaxed(path) {
	return own(() => relaxedJSONPathExpression(path));
}
function own(run) {
	try {
		return run();
	} catch (error) {
		throw error instanceof JsonPathError ? new CustomColumnsError(error.message) : error;
	}
}
/** The table of `objects`; a field that is missing prints `<none>`. Give the same `writer` again to keep its widths. */
function printCustomColumns(columns, objects, noHeaders = false, writer = new TabWriter(TABLE_COLUMNS)) {
	const paths = columns.map(({ path }) => own(() => parseJsonPath(path)));
	const rows = objects.map((object) => paths.map((path) => own(() => cell(path, object))));
	const lines = noHeaders ? rows : [columns.map(({ header }) => header), ...rows];
	return writer.write(lines.map((line) => `${line.join("	")}\n`).join(""));
}
function cell(path, object) {
	const results = executeJsonPath(path, object);
	const texts = results.flat().map((value) => escapeTerminal(formatValue(withInts(value))));
	if ((results[0] ?? []).length === 0) texts.unshift("<none>");
	return texts.join(",");
}
// src/kubectl/output/gotemplate/functions.ts
/** An error that a function returns: the caller adds which function, and where. */
var FunctionError = class extends Error {};
var any = Number.POSITIVE_INFINITY;
function define(min, max, run, stringFirst = false) {
	return {
		min,
		max,
		run,
		stringFirst
	};
}
/** `and` and `or` are evaluated by the caller, who stops at the first argument that decides. */
var FUNCTIONS = /* @__PURE__ */ new Map([
	["and", define(1, any, (args) => args.at(-1))],
	["or", define(1, any, (args) => args.at(-1))],
	["not", define(1, 1, ([value]) => !isTrue(value))],
	["call", define(1, any, ([value]) => call(value))],
	["html", define(0, any, (args) => escapeHtml(text(args)))],
	["js", define(0, any, (args) => escapeJs(text(args)))],
	["urlquery", define(0, any, (args) => escapeQuery(text(args)))],
	["index", define(1, any, ([value, ...indexes]) => index(value, indexes))],
	["slice", define(1, any, ([value, ...indexes]) => slice(value, indexes))],
	["len", define(1, 1, ([value]) => length(value))],
	["print", define(0, any, (args) => sprint(...args))],
	["printf", define(1, any, ([format, ...args]) => sprintf(format, args), true)],
	["println", define(0, any, (args) => sprintln(...args))],
	["eq", define(1, any, ([value, ...others]) => equal(value, others))],
	["ne", define(2, 2, ([a, b]) => !equal(a, [b]))],
	["lt", define(2, 2, ([a, b]) => less(a, b))],
	["le", define(2, 2, ([a, b]) => less(a, b) || equal(a, [b]))],
	["gt", define(2, 2, ([a, b]) => !(less(a, b) || equal(a, [b])))],
	["ge", define(2, 2, ([a, b]) => !less(a, b))],
	["exists", define(1, any, ([value, ...indexes]) => exists(value, indexes))],
	["base64decode", define(1, 1, ([value]) => decodeBase64(value), true)]
]);
/** What `if` takes for true: all but false, 0, nil and what is empty. */
function isTrue(value) {
	if (Array.isArray(value)) return value.length > 0;
	if (typeof value === "object" && value !== null) return Object.keys(value).length > 0;
	return Number.isNaN(value) || Boolean(value);
}
function call(value) {
	if (value === null || value === void 0) throw new FunctionError("call of nil");
	throw new FunctionError(`non-function of type ${typeName(value)}`);
}
function text(args) {
	return args.length === 1 && typeof args[0] === "string" ? args[0] : sprint(...args.map((arg) => arg ?? "<no value>"));
}
var HTML = {
	"\"": "&#34;",
	"'": "&#39;",
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\0": "�"
};
function escapeHtml(value) {
	return value.replace(/["'&<>\0]/g, (char) => HTML[char]);
}
function escapeJs(value) {
	return Array.from(value, (char) => {
		if (char === "\\" || char === "'" || char === "\"") return `\\${char}`;
		const code = char.codePointAt(0);
		return code < 32 || "<>&=".includes(char) || code >= 128 && !isPrint(char) ? `\\u${code.toString(16).toUpperCase().padStart(4, "0")}` : char;
	}).join("");
}
function escapeQuery(value) {
	const whole = value.replace(/[\ud800-\udfff]/gu, "�");
	return encodeURIComponent(whole).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`).replaceAll("%20", "+");
}
function bytesOf(value) {
	return new TextEncoder().encode(value);
}
function textOf(bytes) {
	return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}
function isMap(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function index(item, indexes) {
	if (item === void 0 || item === null) throw new FunctionError("index of untyped nil");
	let value = item;
	for (const key of indexes) {
		if (value === void 0 || value === null) throw new FunctionError("index of nil pointer");
		if (isMap(value)) {
			if (typeof key !== "string") throw new FunctionError(key === void 0 || key === null ? "value is nil; should be of type string" : `value has type ${typeName(key)}; should be string`);
			value = Object.hasOwn(value, key) ? value[key] : null;
		} else if (Array.isArray(value) || typeof value === "string") {
			const list = typeof value === "string" ? bytesOf(value) : value;
			const at = position(key, list.length);
			if (at === list.length) throw new FunctionError(`reflect: ${typeof value === "string" ? "string" : "slice"} index out of range`);
			value = typeof value === "string" ? BigInt(list[at]) : list[at];
		} else throw new FunctionError(`can't index item of type ${typeName(value)}`);
	}
	return value;
}
function position(key, most) {
	if (key === void 0 || key === null) throw new FunctionError("cannot index slice/array with nil");
	if (typeof key !== "bigint") throw new FunctionError(`cannot index slice/array with type ${typeName(key)}`);
	if (key < 0n || key > BigInt(most)) throw new FunctionError(`index out of range: ${key}`);
	return Number(key);
}
function slice(item, indexes) {
	if (item === void 0 || item === null) throw new FunctionError("slice of untyped nil");
	if (indexes.length > 3) throw new FunctionError(`too many slice indexes: ${indexes.length}`);
	if (typeof item === "string" && indexes.length === 3) throw new FunctionError("cannot 3-index slice a string");
	if (typeof item !== "string" && !Array.isArray(item)) throw new FunctionError(`can't slice item of type ${typeName(item)}`);
	const list = typeof item === "string" ? bytesOf(item) : item;
	const bounds = [
		0,
		list.length,
		list.length
	];
	for (const [at, key] of indexes.entries()) bounds[at] = position(key, list.length);
	const [from = 0, to = 0, cap = 0] = bounds;
	if (from > to) throw new FunctionError(`invalid slice index: ${from} > ${to}`);
	if (indexes.length === 3 && to > cap) throw new FunctionError(`invalid slice index: ${to} > ${cap}`);
	return list instanceof Uint8Array ? textOf(list.slice(from, to)) : list.slice(from, to);
}
function length(value) {
	if (value === void 0) throw new FunctionError("reflect: call of reflect.Value.Type on zero Value");
	if (value === null) throw new FunctionError("len of nil pointer");
	if (typeof value === "string") return BigInt(bytesOf(value).length);
	if (Array.isArray(value)) return BigInt(value.length);
	if (isMap(value)) return BigInt(Object.keys(value).length);
	throw new FunctionError(`len of type ${typeName(value)}`);
}
function equal(value, others) {
	if (others.length === 0) throw new FunctionError("missing argument for comparison");
	return others.some((other) => {
		const [a, b] = [value ?? null, other ?? null];
		if (a === null || b === null) return a === b;
		if (typeof a !== typeof b) throw new FunctionError("incompatible types for comparison");
		if (typeof a === "object") throw new FunctionError(`non-comparable type ${formatValue(b)}: ${typeName(b)}`);
		return a === b;
	});
}
function less(a, b) {
	const basic = (value) => value !== null && value !== void 0 && typeof value !== "object";
	if (!basic(a) || !basic(b)) throw new FunctionError("invalid type for comparison");
	if (typeof a !== typeof b) throw new FunctionError("incompatible types for comparison");
	if (typeof a === "boolean") throw new FunctionError("invalid type for comparison");
	return a < b;
}
/** kubectl's: whether `index` would find something. */
function exists(item, indexes) {
	let value = item;
	for (const key of indexes) if (isMap(value) && typeof key === "string") value = Object.hasOwn(value, key) ? value[key] : void 0;
	else if (Array.isArray(value) && typeof key === "bigint") value = value[Number(key)];
	else return typeof value === "string" && typeof key === "bigint" && key >= 0n && key < BigInt(bytesOf(value).length);
	return value !== void 0 && value !== null;
}
var BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
function decodeBase64(value) {
	const corrupt = (at) => new FunctionError(`base64 decode failed: illegal base64 data at input byte ${at}`);
	const bytes = [];
	let [bits, count] = [0, 0];
	for (let at = 0; at < value.length; at++) {
		const char = value[at];
		if (char === "\n" || char === "\r") continue;
		if (char === "=") {
			const rest = value.slice(at + 1).replace(/^[\r\n]+/, "");
			if (count < 2) throw corrupt(at);
			if (count === 2 && !rest.startsWith("=")) throw corrupt(rest === "" ? value.length : at + 1);
			const after = count === 2 ? rest.slice(1).replace(/^[\r\n]+/, "") : rest;
			if (after !== "") throw corrupt(value.length - after.length);
			bytes.push(...count === 2 ? [bits >> 4] : [bits >> 10, bits >> 2 & 255]);
			return textOf(new Uint8Array(bytes));
		}
		const digit = BASE64.indexOf(char);
		if (digit < 0) throw corrupt(at);
		bits = bits << 6 | digit;
		if (++count < 4) continue;
		bytes.push(bits >> 16, bits >> 8 & 255, bits & 255);
		[bits, count] = [0, 0];
	}
	if (count > 0) throw corrupt(value.length - count);
	return textOf(new Uint8Array(bytes));
}
// src/kubectl/output/gotemplate/lex.ts
var GoTemplateError = class extends Error {};
var KEYWORDS = /* @__PURE__ */ new Set([
	"block",
	"break",
	"continue",
	"define",
	"else",
	"end",
	"if",
	"range",
	"template",
	"with"
]);
var SPACE = /[ \t\r\n]+/y;
var WORD = /[_\p{L}\p{Nd}]+/uy;
var NUMBER = /[-+]?(?:0[xX][\da-fA-F_]*(?:\.[\da-fA-F_]*)?(?:[pP][-+]?[\d_]*)?|0[oO][0-7_]*(?:\.[0-7_]*)?|0[bB][01_]*(?:\.[01_]*)?|[\d_]*(?:\.[\d_]*)?(?:[eE][-+]?[\d_]*)?)i?/y;
/** The tokens of `text`; the last one is of type eof or error. */
function lex(text) {
	const lexer = new Lexer(text);
	lexer.run();
	return lexer.tokens;
}
var Lexer = class {
	tokens = [];
	text;
	at = 0;
	parens = 0;
	constructor(text) {
		this.text = text;
	}
	run() {
		for (;;) {
			const open = this.text.indexOf("{{", this.at);
			const end = open < 0 ? this.text.length : open;
			const trim = open >= 0 && /^-[ \t\r\n]/.test(this.text.slice(open + 2, open + 4));
			const plain = this.text.slice(this.at, end);
			const kept = trim ? plain.replace(/[ \t\r\n]+$/, "") : plain;
			if (kept !== "") this.emit("text", this.at, kept);
			this.at = end;
			if (open < 0) {
				this.emit("eof", this.at, "");
				return;
			}
			const afterMarker = open + (trim ? 4 : 2);
			if (!(this.text.startsWith("/*", afterMarker) ? this.comment(afterMarker) : this.action(open + (trim ? 4 : 2)))) return;
		}
	}
	emit(type, at, value) {
		this.tokens.push({
			type,
			at,
			value
		});
	}
	fail(message, at = this.at) {
		this.emit("error", at, message);
		return false;
	}
	/** Length of the closing delimiter here, its trim marker included; 0 when there is none. */
	rightDelim() {
		if (this.text.startsWith("}}", this.at)) return 2;
		return /^[ \t\r\n]-\}\}/.test(this.text.slice(this.at, this.at + 4)) ? 4 : 0;
	}
	close(length) {
		this.at += length;
		if (length === 4) this.take(SPACE);
		return true;
	}
	comment(at) {
		const end = this.text.indexOf("*/", at + 2);
		if (end < 0) return this.fail("unclosed comment", at);
		this.at = end + 2;
		const length = this.rightDelim();
		return length > 0 ? this.close(length) : this.fail("comment ends before closing delimiter", at);
	}
	action(at) {
		this.emit("leftDelim", this.at, "{{");
		this.at = at;
		this.parens = 0;
		for (;;) {
			const length = this.rightDelim();
			if (length > 0) {
				if (this.parens > 0) return this.fail("unclosed left paren");
				this.emit("rightDelim", this.at + length - 2, "}}");
				return this.close(length);
			}
			if (!this.inside()) return false;
		}
	}
	take(pattern) {
		pattern.lastIndex = this.at;
		const found = pattern.exec(this.text)?.[0] ?? "";
		this.at += found.length;
		return found;
	}
	/** One token inside an action; false after an error. */
	inside() {
		const start = this.at;
		const char = this.peek();
		const one = (type, length = 1) => {
			this.at += length;
			this.emit(type, start, this.text.slice(start, this.at));
			return true;
		};
		if (char === "") return this.fail("unclosed action");
		if (/[ \t\r\n]/.test(char)) {
			const blanks = this.take(SPACE);
			if (this.text.startsWith("-}}", this.at)) this.at--;
			if (this.at > start) this.emit("space", start, blanks);
			return true;
		}
		switch (char) {
			case "=": return one("assign");
			case ":": return this.text[start + 1] === "=" ? one("declare", 2) : this.fail("expected :=", start);
			case "|": return one("pipe");
			case "\"": return this.literal("string", /"(?:[^"\\\n]|\\[^\n])*"/y, "unterminated quoted string");
			case "`": return this.literal("rawString", /`[^`]*`/y, "unterminated raw quoted string");
			case "'": return this.literal("charConstant", /'(?:[^'\\\n]|\\[^\n])*'/y, "unterminated character constant");
			case "$": return this.name("variable");
			case "(":
				this.parens++;
				return one("leftParen");
			case ")":
				this.parens--;
				return this.parens < 0 ? this.fail("unexpected right paren", start) : one("rightParen");
		}
		if (char === "." && !/\d/.test(this.text[start + 1] ?? "") && start + 1 < this.text.length) return this.name("field");
		if (/[-+.\d]/.test(char)) return this.number();
		if (/[_\p{L}\p{Nd}]/u.test(char)) return this.word();
		if (char >= " " && char <= "~") return one("char");
		return this.fail(sprintf("unrecognized character in action: %#U", [BigInt(char.codePointAt(0))]), start);
	}
	peek() {
		return this.at < this.text.length ? String.fromCodePoint(this.text.codePointAt(this.at)) : "";
	}
	literal(type, pattern, complaint) {
		const start = this.at;
		const value = this.take(pattern);
		if (value === "") return this.fail(complaint, start);
		this.emit(type, start, value);
		return true;
	}
	/** True where a name may end; otherwise the error is set. */
	terminated(start) {
		const next = this.peek();
		if (next === "" || " 	\r\n.,|:)(".includes(next) || this.text.startsWith("}}", this.at)) return true;
		return this.fail(sprintf("bad character %#U", [BigInt(next.codePointAt(0))]), start);
	}
	name(type) {
		const start = this.at;
		this.at++;
		const word = this.take(WORD);
		if (!this.terminated(start)) return false;
		this.emit(word === "" && type === "field" ? "dot" : type, start, this.text.slice(start, this.at));
		return true;
	}
	word() {
		const start = this.at;
		const word = this.take(WORD);
		if (!this.terminated(start)) return false;
		const type = KEYWORDS.has(word) ? "keyword" : word === "nil" ? "nil" : word === "true" || word === "false" ? "bool" : "identifier";
		this.emit(type, start, word);
		return true;
	}
	number() {
		const start = this.at;
		this.take(NUMBER);
		const next = this.peek();
		if (/[_\p{L}\p{Nd}]/u.test(next) || next === "+" || next === "-") {
			this.at += next.length;
			return this.fail(`bad number syntax: ${quote(this.text.slice(start, this.at))}`, start);
		}
		this.emit("number", start, this.text.slice(start, this.at));
		return true;
	}
};
// src/kubectl/output/gotemplate/nodes.ts
/** `node` as template text. */
function show(node) {
	switch (node.type) {
		case "text": return node.text;
		case "action": return `{{${show(node.pipe)}}}`;
		case "if":
		case "with":
		case "range": {
			const otherwise = node.otherwise ? `{{else}}${node.otherwise.map(show).join("")}` : "";
			return `{{${node.type} ${show(node.pipe)}}}${node.list.map(show).join("")}${otherwise}{{end}}`;
		}
		case "template": return `{{template ${quote(node.name)}${node.pipe ? ` ${show(node.pipe)}` : ""}}}`;
		case "break":
		case "continue": return `{{${node.type}}}`;
		case "pipe": return (node.variables.length > 0 ? `${node.variables.join(", ")} ${node.assign ? "=" : ":="} ` : "") + node.commands.map(show).join(" | ");
		case "command": return node.args.map((arg) => arg.type === "pipe" ? `(${show(arg)})` : show(arg)).join(" ");
		case "dot": return ".";
		case "nil": return "nil";
		case "bool": return String(node.value);
		case "string":
		case "number": return node.source;
		case "identifier": return node.name;
		case "field": return fields(node.names);
		case "variable": return node.name + fields(node.names);
		case "chain": return (node.node.type === "pipe" ? `(${show(node.node)})` : show(node.node)) + fields(node.names);
	}
}
function fields(names) {
	return names.map((name) => `.${name}`).join("");
}
// src/kubectl/output/gotemplate/execute.ts
/** Go lets templates call each other this deep; the stack here holds less, but the message is Go's. */
var GO_DEPTH = 1e5;
var DEEPEST$1 = 300;
/** What a template may do and print before it is stopped: it must not freeze the page. */
var MOST_STEPS = 1e6;
var MOST_OUTPUT = 2e7;
/** Stands for "no value comes from the left of the pipe". */
var MISSING = Symbol("missing");
/** Go decodes every JSON number into a float64, which here is a number; missing fields become `<no value>` when allowed. */
var Execution = class {
	/** What was printed, up to the error if there was one. */
	output = "";
	program;
	allowMissingKeys;
	template;
	variables = [];
	node;
	depth = 0;
	steps = 0;
	constructor(program, allowMissingKeys) {
		this.program = program;
		this.allowMissingKeys = allowMissingKeys;
		this.template = program.name;
	}
	run(data) {
		const dot = {
			value: data ?? void 0,
			boxed: false
		};
		this.variables = [{
			name: "$",
			slot: dot
		}];
		this.walkList(dot, this.program.templates.get(this.program.name) ?? []);
	}
	fail(message) {
		const name = quote(this.template);
		if (!this.node) throw new GoTemplateError(`template: ${this.template}: ${message}`);
		const before = this.program.text.slice(0, this.node.at);
		const line = before.split("\n").length;
		const column = new TextEncoder().encode(before.slice(before.lastIndexOf("\n") + 1)).length;
		throw new GoTemplateError(`template: ${this.program.name}:${line}:${column}: executing ${name} at <${show(this.node)}>: ${message}`);
	}
	print(text) {
		this.output += text;
		if (this.output.length > MOST_OUTPUT) this.fail("too much output");
	}
	step() {
		if (++this.steps > MOST_STEPS) this.fail("too many steps");
	}
	walkList(dot, nodes) {
		for (const node of nodes) {
			const leave = this.walk(dot, node);
			if (leave) return leave;
		}
	}
	walk(dot, node) {
		this.node = node;
		this.step();
		switch (node.type) {
			case "text":
				this.print(node.text);
				return;
			case "action": {
				const value = this.pipeline(dot, node.pipe);
				this.node = node;
				if (node.pipe.variables.length === 0) this.print(value === void 0 ? "<no value>" : formatValue(value));
				return;
			}
			case "break":
			case "continue": return node.type;
			case "template":
				this.call(dot, node.name, node.pipe);
				return;
			default: {
				const known = this.variables.length;
				const leave = node.type === "range" ? this.range(dot, node) : this.ifOrWith(dot, node);
				this.variables.length = known;
				return leave;
			}
		}
	}
	ifOrWith(dot, node) {
		const value = this.pipeline(dot, node.pipe);
		if (isTrue(value)) return this.walkList(node.type === "with" ? {
			value,
			boxed: false
		} : dot, node.list);
		return node.otherwise ? this.walkList(dot, node.otherwise) : void 0;
	}
	range(dot, node) {
		const value = this.pipeline(dot, node.pipe);
		const known = this.variables.length;
		const { variables, assign } = node.pipe;
		const iterate = (index, element) => {
			this.step();
			const last = this.variables.at(-1);
			if (assign) {
				if (variables.length > 0) this.assign(variables[0], variables.length > 1 ? {
					value: index,
					boxed: false
				} : element);
				if (variables.length > 1) this.assign(variables[1], element);
			} else {
				if (variables.length > 0 && last) last.slot = element;
				const first = this.variables.at(-2);
				if (variables.length > 1 && first) first.slot = {
					value: index,
					boxed: false
				};
			}
			const leave = this.walkList(element, node.list);
			this.variables.length = known;
			return leave !== "break";
		};
		let count = 0;
		if (Array.isArray(value)) {
			for (const element of value) if (!iterate(BigInt(count++), {
				value: element,
				boxed: true
			})) break;
		} else if (typeof value === "bigint") {
			if (variables.length > 1) this.fail(`can't use ${value} to iterate over more than one variable`);
			while (count < value && iterate(BigInt(count), {
				value: BigInt(count++),
				boxed: false
			}));
		} else if (typeof value === "object" && value !== null) {
			const fields = value;
			for (const key of sortedKeys(fields)) {
				count++;
				if (!iterate(key, {
					value: fields[key],
					boxed: true
				})) break;
			}
		} else if (value !== void 0 && value !== null) this.fail(`range can't iterate over ${formatValue(value)}`);
		return count === 0 && node.otherwise ? this.walkList(dot, node.otherwise) : void 0;
	}
	call(dot, name, pipe) {
		const nodes = this.program.templates.get(name);
		if (!nodes) this.fail(`template ${quote(name)} not defined`);
		if (this.depth === DEEPEST$1) this.fail(`exceeded maximum template depth (${GO_DEPTH})`);
		const argument = {
			value: pipe ? this.pipeline(dot, pipe) : void 0,
			boxed: false
		};
		const [variables, template] = [this.variables, this.template];
		[this.variables, this.template] = [[{
			name: "$",
			slot: argument
		}], name];
		this.depth++;
		this.walkList(argument, nodes ?? []);
		this.depth--;
		[this.variables, this.template] = [variables, template];
	}
	assign(name, slot) {
		const variable = this.variables.findLast((one) => one.name === name);
		if (variable) variable.slot = slot;
		else this.fail(`undefined variable: ${name}`);
	}
	pipeline(dot, pipe) {
		this.node = pipe;
		let value = MISSING;
		for (const command of pipe.commands) value = this.command(dot, command, value) ?? void 0;
		for (const name of pipe.variables) if (pipe.assign) this.assign(name, {
			value,
			boxed: false
		});
		else this.variables.push({
			name,
			slot: {
				value,
				boxed: false
			}
		});
		return value;
	}
	command(dot, { args }, final) {
		const first = args[0];
		const hasArguments = args.length > 1 || final !== MISSING;
		switch (first.type) {
			case "field":
			case "chain": return this.operand(dot, first, hasArguments);
			case "identifier": return this.function(dot, first, args.slice(1), final);
			case "variable": if (first.names.length > 0) return this.operand(dot, first, hasArguments);
		}
		if (first.type !== "pipe") this.node = first;
		if (hasArguments) this.fail(`can't give argument to non-function ${show(first)}`);
		if (first.type === "nil") this.fail("nil is not a command");
		return this.operand(dot, first, false);
	}
	/** The value of an operand; `hasArguments` when it stands where only a function could. */
	operand(dot, node, hasArguments = false) {
		if (node.type !== "pipe") this.node = node;
		switch (node.type) {
			case "dot": return dot.value;
			case "nil": return;
			case "bool":
			case "number":
			case "string": return node.value;
			case "identifier": return this.function(dot, node, [], MISSING);
			case "field": return this.fields(dot, node.names, hasArguments);
			case "variable": {
				const variable = this.variables.findLast((one) => one.name === node.name);
				if (!variable) return this.fail(`undefined variable: ${node.name}`);
				return this.fields(variable.slot, node.names, hasArguments);
			}
			case "chain":
				if (node.node.type === "nil") this.fail(`indirection through explicit nil in ${show(node)}`);
				return this.fields({
					value: this.operand(dot, node.node),
					boxed: false
				}, node.names, hasArguments);
			case "pipe": return this.pipeline(dot, node);
		}
	}
	fields(slot, names, hasArguments) {
		let [value, boxed] = [slot.value, slot.boxed];
		names.forEach((name, index) => {
			value = this.field(value, boxed, name, hasArguments && index === names.length - 1);
			boxed = true;
		});
		return value;
	}
	field(receiver, boxed, name, hasArguments) {
		if (receiver === void 0) {
			if (!this.allowMissingKeys) this.fail(`nil data; no entry for key ${quote(name)}`);
			return;
		}
		const type = boxed ? "interface {}" : typeName(receiver);
		if (receiver === null) this.fail(`nil pointer evaluating ${type}.${name}`);
		if (typeof receiver !== "object" || Array.isArray(receiver)) this.fail(`can't evaluate field ${name} in type ${type}`);
		if (hasArguments) this.fail(`${name} is not a method but has arguments`);
		const fields = receiver;
		if (Object.hasOwn(fields, name) && fields[name] !== void 0) return fields[name];
		if (!this.allowMissingKeys) this.fail(`map has no entry for key ${quote(name)}`);
	}
	function(dot, node, args, final) {
		this.node = node;
		const { name } = node;
		const definition = FUNCTIONS.get(name);
		if (!definition) return this.fail(`${quote(name)} is not a defined function`);
		const { min, max, run, stringFirst } = definition;
		const count = args.length + (final === MISSING ? 0 : 1);
		if (max === Number.POSITIVE_INFINITY && count < min) this.fail(`wrong number of args for ${name}: want at least ${min} got ${args.length}`);
		if (max < Number.POSITIVE_INFINITY && count !== max) this.fail(`wrong number of args for ${name}: want ${max} got ${count}`);
		const values = [];
		for (const arg of args) {
			const value = this.argument(dot, arg, stringFirst === true && values.length === 0);
			if ((name === "and" || name === "or") && isTrue(value) === (name === "or")) return value;
			values.push(value);
		}
		if (final !== MISSING) values.push(stringFirst && values.length === 0 ? this.asString(final) : final);
		try {
			return run(values);
		} catch (error) {
			if (!(error instanceof FunctionError)) throw error;
			this.node = node;
			return this.failCall(name, args, node, error.message);
		}
	}
	/** Go reports a failed call at the whole command. */
	failCall(name, args, node, message) {
		if (args.length > 0) this.node = {
			type: "command",
			at: node.at,
			args: [node, ...args]
		};
		return this.fail(`error calling ${name}: ${message}`);
	}
	argument(dot, node, wantsString) {
		this.node = node;
		if (!wantsString) return this.operand(dot, node);
		if (node.type === "nil") this.fail("cannot assign nil to string");
		if (node.type === "bool" || node.type === "number") this.fail(`expected string; found ${show(node)}`);
		return this.asString(this.operand(dot, node));
	}
	asString(value) {
		if (typeof value === "string") return value;
		if (value === void 0) this.fail("invalid value; expected string");
		const type = value === null ? "interface {}" : typeName(value);
		return this.fail(`wrong type for value; expected string; got ${type}`);
	}
};
// src/kubectl/output/gotemplate/parse.ts
/** Nesting of blocks and parentheses that is refused instead of overflowing the stack. */
var DEEPEST = 400;
var OPERANDS = /* @__PURE__ */ new Set([
	"bool",
	"charConstant",
	"dot",
	"field",
	"identifier",
	"number",
	"nil",
	"rawString",
	"string",
	"variable",
	"leftParen"
]);
var LITERALS = /* @__PURE__ */ new Set([
	"bool",
	"string",
	"number",
	"nil",
	"dot"
]);
/** The templates that `text` defines, the main one under `name`. `functions` are the names that can be called. */
function parse(text, name, functions) {
	return new Parser(text, name, functions).parse();
}
var Parser = class {
	text;
	name;
	functions;
	tokens;
	templates = /* @__PURE__ */ new Map();
	next = 0;
	/** The furthest token looked at: where errors are reported. */
	seen = 0;
	variables = ["$"];
	ranges = 0;
	depth = 0;
	actionLine = 0;
	constructor(text, name, functions) {
		this.text = text;
		this.name = name;
		this.functions = functions;
		this.tokens = lex(text);
	}
	parse() {
		const root = [];
		while (this.peek().type !== "eof") if (this.isDefine()) this.define();
		else {
			const node = this.textOrAction();
			if (typeof node === "string") this.fail(`unexpected {{${node}}}`);
			else root.push(node);
		}
		this.add(this.name, root);
		return this.templates;
	}
	peek() {
		this.seen = Math.max(this.seen, Math.min(this.next, this.tokens.length - 1));
		return this.tokens[Math.min(this.next, this.tokens.length - 1)];
	}
	take() {
		const token = this.peek();
		this.next++;
		return token;
	}
	peekNonSpace() {
		while (this.peek().type === "space") this.next++;
		return this.peek();
	}
	takeNonSpace() {
		this.peekNonSpace();
		return this.take();
	}
	isKeyword(token, word) {
		return token.type === "keyword" && token.value === word;
	}
	isDefine() {
		if (this.peek().type !== "leftDelim") return false;
		const start = this.next++;
		if (this.isKeyword(this.takeNonSpace(), "define")) return true;
		this.next = start;
		return false;
	}
	lineOf(token) {
		let line = 1;
		for (let at = this.text.indexOf("\n"); at >= 0 && at < token.at; at = this.text.indexOf("\n", at + 1)) line++;
		return line;
	}
	fail(message) {
		throw new GoTemplateError(`template: ${this.name}:${this.lineOf(this.tokens[this.seen])}: ${message}`);
	}
	unexpected(token, context) {
		if (token.type === "error") {
			const started = this.actionLine !== 0 && this.actionLine !== this.lineOf(token) ? ` started at ${this.name}:${this.actionLine}` : "";
			return this.fail(token.value + (started && !token.value.endsWith(" action") ? ` in action${started}` : started));
		}
		return this.fail(`unexpected ${showToken(token)} in ${context}`);
	}
	expect(type, context) {
		const token = this.takeNonSpace();
		return token.type === type ? token : this.unexpected(token, context);
	}
	nested(run) {
		if (++this.depth > DEEPEST) this.fail("template is nested too deeply");
		const result = run();
		this.depth--;
		return result;
	}
	add(name, nodes) {
		const known = this.templates.get(name);
		if (!known || isEmpty(known)) this.templates.set(name, nodes);
		else if (!isEmpty(nodes)) this.fail(`template: multiple definition of template ${quote(name)}`);
	}
	define() {
		const name = this.templateName("define clause");
		this.expect("rightDelim", "define clause");
		this.body(name, "define clause");
	}
	/** The nodes up to {{end}} become the template `name`, which sees no variables but its own. */
	body(name, context) {
		const [variables, ranges] = [this.variables, this.ranges];
		[this.variables, this.ranges] = [["$"], 0];
		const { nodes, closer } = this.list();
		if (closer !== "end") this.fail(`unexpected {{${closer}}} in ${context}`);
		this.add(name, nodes);
		[this.variables, this.ranges] = [variables, ranges];
	}
	templateName(context) {
		const token = this.takeNonSpace();
		if (token.type !== "string" && token.type !== "rawString") this.unexpected(token, context);
		return unquote(token.value) ?? this.fail("invalid syntax");
	}
	list() {
		return this.nested(() => {
			const nodes = [];
			while (this.peekNonSpace().type !== "eof") {
				const node = this.textOrAction();
				if (typeof node === "string") return {
					nodes,
					closer: node
				};
				nodes.push(node);
			}
			return this.fail("unexpected EOF");
		});
	}
	textOrAction() {
		const token = this.takeNonSpace();
		if (token.type === "text") return {
			type: "text",
			at: token.at,
			text: token.value
		};
		if (token.type !== "leftDelim") this.unexpected(token, "input");
		this.actionLine = this.lineOf(token);
		const node = this.action();
		this.actionLine = 0;
		return node;
	}
	action() {
		const token = this.peekNonSpace();
		if (token.type !== "keyword") return {
			type: "action",
			at: token.at,
			pipe: this.pipeline("command", "rightDelim")
		};
		this.next++;
		switch (token.value) {
			case "if":
			case "with":
			case "range": return this.control(token.value, token.at);
			case "break":
			case "continue": {
				const end = this.takeNonSpace();
				if (end.type !== "rightDelim") this.unexpected(end, `{{${token.value}}}`);
				if (this.ranges === 0) this.fail(`{{${token.value}}} outside {{range}}`);
				return {
					type: token.value,
					at: token.at
				};
			}
			case "template": {
				const { at } = this.peekNonSpace();
				const name = this.templateName("template clause");
				if (this.peekNonSpace().type !== "rightDelim") return {
					type: "template",
					at,
					name,
					pipe: this.pipeline("template clause", "rightDelim")
				};
				this.next++;
				return {
					type: "template",
					at,
					name,
					pipe: void 0
				};
			}
			case "block": {
				const { at } = this.peekNonSpace();
				const name = this.templateName("block clause");
				const pipe = this.pipeline("block clause", "rightDelim");
				this.body(name, "block clause");
				return {
					type: "template",
					at,
					name,
					pipe
				};
			}
			case "end":
				this.expect("rightDelim", "end");
				return "end";
			case "else": {
				const follow = this.peekNonSpace();
				if (!this.isKeyword(follow, "if") && !this.isKeyword(follow, "with")) this.expect("rightDelim", "else");
				return "else";
			}
		}
		return this.unexpected(token, "command");
	}
	control(type, start) {
		const known = this.variables.length;
		const pipe = this.pipeline(type, "rightDelim");
		if (type === "range") this.ranges++;
		const { nodes: list, closer } = this.list();
		if (type === "range") this.ranges--;
		let otherwise;
		if (closer === "else") {
			const follow = this.peek();
			if (type !== "range" && this.isKeyword(follow, type)) {
				this.next++;
				otherwise = [this.nested(() => this.control(type, follow.at))];
			} else {
				const rest = this.list();
				if (rest.closer !== "end") this.fail(`expected end; found {{${rest.closer}}}`);
				otherwise = rest.nodes;
			}
		}
		this.variables.length = known;
		return {
			type,
			at: pipe.at ?? start,
			pipe,
			list,
			otherwise
		};
	}
	pipeline(context, end) {
		const { at } = this.peekNonSpace();
		const { variables, assign } = this.declarations(context);
		const commands = [];
		for (;;) {
			const token = this.takeNonSpace();
			if (token.type === end) break;
			if (!OPERANDS.has(token.type)) this.unexpected(token, context);
			this.next--;
			commands.push(this.command());
		}
		if (commands.length === 0) this.fail(`missing value for ${context}`);
		commands.slice(1).forEach((command, index) => {
			if (LITERALS.has(command.args[0]?.type ?? "")) this.fail(`non executable command in pipeline stage ${index + 2}`);
		});
		return {
			type: "pipe",
			at,
			variables,
			assign,
			commands
		};
	}
	declarations(context) {
		const variables = [];
		for (;;) {
			const token = this.peekNonSpace();
			if (token.type !== "variable") return {
				variables,
				assign: false
			};
			const start = this.next++;
			const follow = this.peekNonSpace();
			const comma = follow.type === "char" && follow.value === ",";
			if (follow.type !== "assign" && follow.type !== "declare" && !comma) {
				this.next = start;
				return {
					variables,
					assign: false
				};
			}
			this.next++;
			variables.push(token.value);
			this.variables.push(token.value);
			if (!comma) return {
				variables,
				assign: follow.type === "assign"
			};
			if (context !== "range" || variables.length > 1) this.fail(`too many declarations in ${context}`);
			if (![
				"variable",
				"rightDelim",
				"rightParen"
			].includes(this.peekNonSpace().type)) this.fail("range can only initialize variables");
		}
	}
	command() {
		const { at } = this.peekNonSpace();
		const args = [];
		for (;;) {
			this.peekNonSpace();
			const operand = this.operand();
			if (operand) args.push(operand);
			const token = this.take();
			if (token.type === "space") continue;
			if (token.type === "rightDelim" || token.type === "rightParen") this.next--;
			else if (token.type !== "pipe") this.unexpected(token, "operand");
			break;
		}
		if (args.length === 0) this.fail("empty command");
		return {
			type: "command",
			at,
			args
		};
	}
	operand() {
		const node = this.term();
		if (!node || this.peek().type !== "field") return node;
		const { at } = this.peek();
		const names = [];
		while (this.peek().type === "field") names.push(this.take().value.slice(1));
		if (node.type === "field" || node.type === "variable") return {
			...node,
			at,
			names: [...node.names, ...names]
		};
		if (LITERALS.has(node.type)) this.fail(`unexpected . after term ${quote(show(node))}`);
		return {
			type: "chain",
			at,
			node,
			names
		};
	}
	term() {
		const token = this.takeNonSpace();
		const { at, value } = token;
		switch (token.type) {
			case "identifier":
				if (!this.functions.has(value)) this.fail(`function ${quote(value)} not defined`);
				return {
					type: "identifier",
					at,
					name: value
				};
			case "dot":
			case "nil": return {
				type: token.type,
				at
			};
			case "variable":
				if (!this.variables.includes(value)) this.fail(`undefined variable ${quote(value)}`);
				return {
					type: "variable",
					at,
					name: value,
					names: []
				};
			case "field": return {
				type: "field",
				at,
				names: [value.slice(1)]
			};
			case "bool": return {
				type: "bool",
				at,
				value: value === "true"
			};
			case "charConstant":
			case "number": return {
				type: "number",
				at,
				value: this.number(value),
				source: value
			};
			case "leftParen": return this.nested(() => this.pipeline("parenthesized pipeline", "rightParen"));
			case "string":
			case "rawString": return {
				type: "string",
				at,
				value: unquote(value) ?? this.fail("invalid syntax"),
				source: value
			};
			default:
				this.next--;
				return;
		}
	}
	number(source) {
		if (source.startsWith("'")) {
			const char = [...unquoteBody(source.slice(1, -1), "'") ?? ""];
			return char.length === 1 ? BigInt(char[0]?.codePointAt(0)) : this.fail(`malformed character constant: ${source}`);
		}
		if (/^[-+]?(0[xX](_?[\da-fA-F])+|0[oO](_?[0-7])+|0[bB](_?[01])+|0(_?[0-7])*|[1-9](_?\d)*)$/.test(source)) {
			const sign = source.startsWith("-") ? -1n : 1n;
			const digits = source.replace(/^[-+]/, "").replaceAll("_", "").replace(/^0(?=[0-7])/, "0o");
			const value = sign * BigInt(digits);
			return BigInt.asIntN(64, value) === value ? value : this.fail(`integer overflow: ${quote(source)}`);
		}
		if (/^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(source)) {
			if (!/[.eE]/.test(source)) this.fail(`integer overflow: ${quote(source)}`);
			return Number(source);
		}
		if (/^[-+]?[\d.]+i$/.test(source)) this.fail("complex numbers are not supported by this terminal");
		return this.fail(`illegal number syntax: ${quote(source)}`);
	}
};
function isEmpty(nodes) {
	return nodes.every((node) => node.type === "text" && node.text.trim() === "");
}
function showToken({ type, value }) {
	if (type === "eof") return "EOF";
	if (type === "keyword" || type === "dot" || type === "nil") return `<${value}>`;
	return [...value].length > 10 ? `${quote([...value].slice(0, 10).join(""))}...` : quote(value);
}
// src/kubectl/output/gotemplate/index.ts
var NAMES = new Set(FUNCTIONS.keys());
/** The template `text`. Throws GoTemplateError, e.g. `template: output:1: unclosed action`. */
function compileTemplate(text, name = "output") {
	const program = {
		name,
		text,
		templates: parse(text, name, NAMES)
	};
	const run = (data, { allowMissingKeys = true } = {}) => {
		const execution = new Execution(program, allowMissingKeys);
		try {
			execution.run(data);
			return { output: execution.output };
		} catch (error) {
			if (error instanceof GoTemplateError) return {
				output: execution.output,
				error
			};
			throw error;
		}
	};
	const execute = (data, options) => {
		const { output, error } = run(data, options);
		if (error) throw error;
		return output;
	};
	return {
		text,
		execute,
		run
	};
}
// src/kubectl/printer.ts
/** -o: how commands print the objects they read, made or changed. */
var structOrder = lazy(() => import("./structorder-D0nJoDtZ.js"));
/**
* The printer that -o, --template and their like ask for; undefined when they ask for none.
* Throws CommandError for an unknown format or a broken template.
*/
function* objectPrinter(invocation, options = {}) {
	const { flags } = invocation;
	if (!flags.has("output")) return void 0;
	const template = flags.has("template") ? flags.string("template") : "";
	const output = flags.string("output") || (template === "" ? "" : "go-template");
	if (output === "") return void 0;
	const [, format = "", inline] = /^([^=]*)(?:=([\s\S]*))?$/.exec(output) ?? [];
	const argument = inline ?? template;
	const showManaged = flags.has("show-managed-fields") && flags.bool("show-managed-fields");
	const tidy = (object) => showManaged ? object : withoutManagedFields(object);
	if (inline === void 0) {
		const keysOf = options.typed && (format === "json" || format === "kyaml") ? (yield* load(structOrder)).structKeys : () => sortedKeys;
		if (format === "json") return (object) => {
			const shown = tidy(object);
			return `${printJson(shown, "    ", keysOf(shown))}\n`;
		};
		if (format === "yaml") return separated("---\n", (object) => printYaml(tidy(object)));
		if (format === "kyaml") return (object) => {
			const shown = tidy(object);
			return printKyaml(shown, keysOf(shown));
		};
		if (format === "name") return (object) => nameLines(object);
	}
	const text = format.endsWith("file") ? yield* templateFile(argument, format) : argument;
	switch (format) {
		case "go-template":
		case "template":
		case "go-template-file":
		case "templatefile": return templatePrinter(text);
		case "jsonpath":
		case "jsonpath-as-json":
		case "jsonpath-file": return jsonPathPrinter(text, format === "jsonpath-as-json", flags.bool("allow-missing-template-keys"));
		case "custom-columns":
		case "custom-columns-file": if (options.moreFormats?.includes(format)) return columnsPrinter(text, format, options.noHeaders ?? false);
	}
	const allowed = [...OBJECT_FORMATS, ...options.moreFormats ?? []].sort().join(",");
	throw new CommandError(`unable to match a printer suitable for the output format ${JSON.stringify(output)}, allowed formats are: ${allowed}`);
}
function separated(separator, print) {
	let first = true;
	return (object) => {
		const text = first ? print(object) : separator + print(object);
		first = false;
		return text;
	};
}
function* templateFile(path, format) {
	if (path === "") throw new CommandError(format.startsWith("custom") ? "custom-columns format specified but no custom columns given" : "template format specified but no template given");
	return yield* readFile(path, (reason) => new CommandError(`error reading --template ${path}, ${reason}`));
}
function templatePrinter(text) {
	if (text === "") throw new CommandError("template format specified but no template given");
	try {
		const template = compileTemplate(text);
		return (object) => {
			try {
				return template.execute(object);
			} catch (error) {
				if (!(error instanceof GoTemplateError)) throw error;
				throw new TemplateFailure([
					`Error executing template: ${error.message}. Printing more information for debugging the template:`,
					`\ttemplate was:\n\t\t${text}`,
					`\traw data was:\n\t\t${marshalJson(object)}`,
					`\tobject given to template engine was:\n\t\t${sprintf("%+v", [object])}\n\n`
				].join("\n"), sprintf("error executing template %q: ", [text]) + error.message);
			}
		};
	} catch (error) {
		if (error instanceof GoTemplateError) throw new CommandError(`error parsing template ${text}, ${error.message}`);
		throw error;
	}
}
/** A template that failed on an object: what goes to stdout all the same, and the error. */
var TemplateFailure = class extends CommandError {
	output;
	constructor(output, message) {
		super(message);
		this.output = output;
	}
};
function jsonPathPrinter(text, asJson, allowMissingKeys) {
	if (text === "") throw new CommandError("template format specified but no template given");
	try {
		const path = parseJsonPath(text);
		return (object) => {
			try {
				return printJsonPath(path, object, {
					asJson,
					allowMissingKeys
				});
			} catch (error) {
				if (error instanceof JsonPathError) throw new CommandError(error.message);
				throw error;
			}
		};
	} catch (error) {
		if (error instanceof JsonPathError) throw new CommandError(`error parsing jsonpath ${text}, ${error.message}`);
		throw error;
	}
}
function columnsPrinter(text, format, noHeaders) {
	try {
		const columns = format === "custom-columns" ? parseCustomColumns(text) : parseCustomColumnsFile(text);
		const writer = new TabWriter(TABLE_COLUMNS);
		let first = true;
		return (object) => {
			try {
				const lines = printCustomColumns(columns, itemsOf(object) ?? [object], noHeaders || !first, writer);
				first = false;
				return lines;
			} catch (error) {
				if (error instanceof CustomColumnsError) throw new CommandError(error.message);
				throw error;
			}
		};
	} catch (error) {
		if (error instanceof CustomColumnsError) throw new CommandError(error.message);
		throw error;
	}
}
/** `deployment.apps/web` */
function objectName(object) {
	const kind = textOf$1(object["kind"]).toLowerCase();
	const version = textOf$1(object["apiVersion"]);
	const group = version.includes("/") ? version.slice(0, version.indexOf("/")) : "";
	return `${group === "" ? kind : `${kind}.${group}`}/${metadataOf(object).name ?? "<unknown>"}`;
}
function nameLines(object) {
	return (itemsOf(object) ?? [object]).map((one) => `${objectName(one)}\n`).join("");
}
function withoutManagedFields(object) {
	const items = itemsOf(object);
	if (items) return {
		...object,
		items: items.map(withoutManagedFields)
	};
	return metadataOf(object)["managedFields"] === void 0 ? object : withValue(object, ["metadata", "managedFields"], void 0);
}
/** The value of --dry-run; a word on stderr for its old forms. */
function* dryRunOf(invocation) {
	const { flags } = invocation;
	const value = flags.has("dry-run") ? flags.string("dry-run") : "none";
	if (value === "none" || value === "client" || value === "server") return value;
	if (value === "unchanged") {
		yield* invocation.err("W1124 09:00:00.000000       1 helpers.go:719] --dry-run is deprecated and can be replaced with --dry-run=client.\n");
		return "client";
	}
	if (/^(1|t|true)$/i.test(value) || /^(0|f|false)$/i.test(value)) {
		const meant = /^(1|t|true)$/i.test(value) ? "client" : "none";
		yield* invocation.err(`W1124 09:00:00.000000       1 helpers.go:733] --dry-run=${value} is deprecated (boolean value) and can be replaced with --dry-run=${meant}.\n`);
		return meant;
	}
	throw new CommandError(`Invalid dry-run value (${value}). Must be "none", "server", or "client".`);
}
var DRY_RUN_SUFFIX = {
	none: "",
	client: " (dry run)",
	server: " (server dry run)"
};
/** The printer of a command's results. Made before the work, so that a wrong -o fails before anything changes. */
function* resultPrinter(invocation, dryRun = "none", options = {}) {
	const printer = yield* objectPrinter(invocation, options);
	return function* print(object, operation) {
		if (printer) yield* printWith(invocation, printer, object);
		else yield* invocation.out(`${objectName(object)} ${operation}${DRY_RUN_SUFFIX[dryRun]}\n`);
	};
}
/** Prints an object; a template's failure still shows what kubectl shows of it. */
function* printWith(invocation, printer, object) {
	try {
		yield* invocation.out(printer(object));
	} catch (error) {
		if (error instanceof TemplateFailure) yield* invocation.out(error.output);
		throw error;
	}
}
export { printWith as a, withoutManagedFields as c, escapeTerminal as d, printTable as f, JsonPathError as g, relaxedJSONPathExpression as h, objectPrinter as i, DESCRIBE_COLUMNS as l, parseJsonPath as m, dryRunOf as n, resultPrinter as o, executeJsonPath as p, objectName as r, structOrder as s, DRY_RUN_SUFFIX as t, TabWriter as u };
