import { C as write, S as wait, T as SysError, b as spawn, d as pipe, h as readAll, l as now, m as read, p as random, t as close, u as open, w as yieldNow } from "./sys-DzG-ihIq.js";
import { r as options } from "./options-DE9P4iOL.js";
import { t as Failure } from "./tool-C9Ng63UA.js";
import { r as runCommand } from "./command-bWHl0ORP.js";
import { n as formatNumber, r as pad, t as conversions } from "./format-CM8xo7ez.js";
import { r as RegexError, t as compile } from "./match-DxLJyz6S.js";
import { t as formatDate } from "./datetext-QImhSZTU.js";
// src/tools/awk/lexer.ts
/** Tokens of awk's language. */
var KEYWORDS = new Set("BEGIN END function func if else while for do break continue next nextfile exit return delete in getline print printf".split(" "));
var BUILTINS = new Set("length substr index split sub gsub gensub match sprintf tolower toupper sin cos atan2 exp log sqrt int rand srand system close fflush strftime systime mktime strtonum and or xor lshift rshift compl asort asorti".split(" "));
var SIGNS = /^(?:\*\*=|\*\*|&&|\|\||\+\+|--|\+=|-=|\*=|\/=|%=|\^=|==|<=|>=|!=|!~|>>|[{}()[\];,+\-*/%^!<>|?:~$=])/;
var ESCAPES = {
	n: "\n",
	t: "	",
	r: "\r",
	"\\": "\\",
	"\"": "\"",
	"/": "/",
	a: "\x07",
	b: "\b",
	f: "\f",
	v: "\v"
};
/** Backslash sequences of a string as awk reads them; unknown ones keep their backslash. */
function unescape(text) {
	return text.replace(/\\(?:([0-7]{1,3})|\n|([^]))/g, (_whole, octal, c) => octal === void 0 ? c === void 0 ? "" : ESCAPES[c] ?? `\\${c}` : String.fromCharCode(Number.parseInt(octal, 8)));
}
function syntaxError(token) {
	const near = token.kind === "end" ? "end of file" : token.kind === "newline" ? "end of line" : token.text;
	return new Failure(`line ${token.line}: syntax error at or near ${near}`, 2);
}
function tokenize(source) {
	const tokens = [];
	let line = 1;
	let at = 0;
	const add = (kind, text, value) => {
		tokens.push({
			kind,
			text,
			line,
			...value !== void 0 && { value }
		});
	};
	while (at < source.length) {
		const rest = source.slice(at, at + 4096);
		const blank = /^(?:[ \t\r]|\\\r?\n|#[^\n]*)+/.exec(rest)?.[0];
		if (blank) {
			line += blank.split("\n").length - 1;
			at += blank.length;
			continue;
		}
		const c = source[at];
		if (c === "\n") {
			add("newline", c);
			line++;
			at++;
			continue;
		}
		const number = /^(?:0[xX][\da-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)/.exec(rest)?.[0];
		if (number) {
			add("number", number, Number(number));
			at += number.length;
			continue;
		}
		const word = /^[A-Za-z_]\w*/.exec(rest)?.[0];
		if (word) {
			at += word.length;
			if (KEYWORDS.has(word)) add("keyword", word === "func" ? "function" : word);
			else if (BUILTINS.has(word)) add("builtin", word);
			else add(source[at] === "(" ? "call" : "name", word);
			continue;
		}
		if (c === "\"") {
			let end = at + 1;
			while (end < source.length && source[end] !== "\"" && source[end] !== "\n") end += source[end] === "\\" ? 2 : 1;
			if (source[end] !== "\"") throw new Failure(`line ${line}: runaway string constant ${source.slice(at, at + 11)} ...`, 2);
			add("string", unescape(source.slice(at + 1, end)));
			line += source.slice(at, end).split("\n").length - 1;
			at = end + 1;
			continue;
		}
		if (c === "/" && regexMayFollow(tokens.at(-1))) {
			let end = at + 1;
			for (let bracket = false; end < source.length && source[end] !== "\n" && (bracket || source[end] !== "/"); end++) if (source[end] === "\\") end++;
			else if (source[end] === "[" && !bracket) {
				bracket = true;
				if (source[end + 1] === "^") end++;
				if (source[end + 1] === "]") end++;
			} else if (source[end] === "]") bracket = false;
			if (source[end] !== "/") throw new Failure(`line ${line}: runaway regular expression /${source.slice(at + 1, at + 11)} ...`, 2);
			add("regex", source.slice(at + 1, end).replace(/\\\//g, "/"));
			at = end + 1;
			continue;
		}
		const sign = SIGNS.exec(rest)?.[0];
		if (!sign) throw new Failure(`line ${line}: unexpected character '${c}'`, 2);
		add("sign", sign === "**" ? "^" : sign === "**=" ? "^=" : sign);
		at += sign.length;
	}
	add("newline", "\n");
	add("end", "");
	return tokens;
}
/** A slash begins an expression where no operand stands before it. */
function regexMayFollow(last) {
	if (!last) return true;
	if ([
		"number",
		"string",
		"regex",
		"name",
		"builtin"
	].includes(last.kind)) return last.kind === "builtin" && last.text !== "length";
	return !(last.kind === "sign" && /^(?:\)|\]|\$|\+\+|--)$/.test(last.text));
}
// src/tools/awk/parse.ts
/** An awk program as a tree. */
function parseAwk(source) {
	return new Parser(tokenize(source)).program();
}
var COMPARISONS = /* @__PURE__ */ new Set([
	"<",
	"<=",
	"==",
	"!=",
	">",
	">="
]);
var ASSIGNMENTS = /* @__PURE__ */ new Set([
	"=",
	"+=",
	"-=",
	"*=",
	"/=",
	"%=",
	"^="
]);
var Parser = class {
	tokens;
	at = 0;
	/** Inside print's bare arguments `>` is a redirection; in for's head `in` is no operator. */
	bareGreater = true;
	bareIn = true;
	depth = 0;
	constructor(tokens) {
		this.tokens = tokens;
	}
	program() {
		const rules = [];
		const functions = /* @__PURE__ */ new Map();
		for (;;) {
			this.skipNewlines(true);
			if (this.peek().kind === "end") return {
				rules,
				functions
			};
			if (this.takeWord("function")) {
				const { text } = this.next("name", "call");
				this.expect("(");
				const params = [];
				while (!this.take(")")) {
					params.push(this.next("name").text);
					if (!this.is(")")) this.expect(",");
					this.skipNewlines();
				}
				this.skipNewlines();
				functions.set(text, {
					params,
					body: this.block()
				});
			} else if (this.isWord("BEGIN") || this.isWord("END")) {
				const kind = this.next("keyword").text;
				rules.push({
					kind,
					action: this.block()
				});
			} else rules.push(this.rule());
		}
	}
	rule() {
		if (this.is("{")) return {
			kind: "pattern",
			action: this.block()
		};
		const pattern = this.expr();
		let end;
		if (this.take(",")) {
			this.skipNewlines();
			end = this.expr();
		}
		const base = {
			kind: "pattern",
			pattern,
			...end && { end }
		};
		if (this.is("{")) return {
			...base,
			action: this.block()
		};
		if (!this.is(";") && this.peek().kind !== "newline") throw syntaxError(this.peek());
		return base;
	}
	peek(ahead = 0) {
		return this.tokens[Math.min(this.at + ahead, this.tokens.length - 1)];
	}
	is(sign) {
		const token = this.peek();
		return token.kind === "sign" && token.text === sign;
	}
	isWord(word) {
		const token = this.peek();
		return token.kind === "keyword" && token.text === word;
	}
	take(sign) {
		const found = this.is(sign);
		if (found) this.at++;
		return found;
	}
	takeWord(word) {
		const found = this.isWord(word);
		if (found) this.at++;
		return found;
	}
	expect(sign) {
		if (!this.take(sign)) throw syntaxError(this.peek());
	}
	next(...kinds) {
		const token = this.peek();
		if (!kinds.includes(token.kind)) throw syntaxError(token);
		this.at++;
		return token;
	}
	skipNewlines(semicolons = false) {
		while (this.peek().kind === "newline" || semicolons && this.is(";")) this.at++;
	}
	block() {
		this.expect("{");
		const body = [];
		for (;;) {
			this.skipNewlines(true);
			if (this.take("}")) return {
				k: "block",
				body
			};
			body.push(this.statement());
		}
	}
	endStatement() {
		if (this.is("}")) return;
		if (this.peek().kind === "newline" || this.is(";")) this.skipNewlines(true);
		else throw syntaxError(this.peek());
	}
	statement() {
		if (++this.depth > 300) throw syntaxError(this.peek());
		try {
			return this.anyStatement();
		} finally {
			this.depth--;
		}
	}
	/** The body of if, while, for: a statement, a block, or nothing. */
	body() {
		this.skipNewlines();
		if (this.take(";")) return {
			k: "block",
			body: []
		};
		return this.statement();
	}
	anyStatement() {
		if (this.is("{")) return this.block();
		if (this.takeWord("if")) {
			this.expect("(");
			const test = this.expr();
			this.expect(")");
			const yes = this.body();
			const before = this.at;
			this.skipNewlines(true);
			if (this.takeWord("else")) return {
				k: "if",
				test,
				yes,
				no: this.body()
			};
			this.at = before;
			return {
				k: "if",
				test,
				yes
			};
		}
		if (this.takeWord("while")) {
			this.expect("(");
			const test = this.expr();
			this.expect(")");
			return {
				k: "while",
				test,
				body: this.body(),
				first: true
			};
		}
		if (this.takeWord("do")) {
			const body = this.body();
			this.skipNewlines(true);
			if (!this.takeWord("while")) throw syntaxError(this.peek());
			this.expect("(");
			const test = this.expr();
			this.expect(")");
			this.endStatement();
			return {
				k: "while",
				test,
				body,
				first: false
			};
		}
		if (this.takeWord("for")) return this.forStatement();
		const simple = this.simple();
		this.endStatement();
		return simple;
	}
	forStatement() {
		this.expect("(");
		const [name, word, array] = [
			this.peek(),
			this.peek(1),
			this.peek(2)
		];
		if (name.kind === "name" && word.text === "in" && array.kind === "name" && this.peek(3).text === ")") {
			this.at += 4;
			return {
				k: "forin",
				name: name.text,
				array: array.text,
				body: this.body()
			};
		}
		const start = this.is(";") ? void 0 : this.simple();
		this.expect(";");
		this.skipNewlines();
		const test = this.is(";") ? void 0 : this.expr();
		this.expect(";");
		this.skipNewlines();
		const next = this.is(")") ? void 0 : this.simple();
		this.expect(")");
		return {
			k: "for",
			...start && { start },
			...test && { test },
			...next && { next },
			body: this.body()
		};
	}
	atEnd() {
		return this.is(";") || this.is("}") || this.peek().kind === "newline" || this.peek().kind === "end";
	}
	simple() {
		const token = this.peek();
		if (token.kind !== "keyword") return {
			k: "expr",
			value: this.expr()
		};
		switch (token.text) {
			case "print":
			case "printf":
				this.at++;
				return this.print(token.text === "printf");
			case "break":
			case "continue":
			case "next":
			case "nextfile":
				this.at++;
				return {
					k: "jump",
					to: token.text
				};
			case "exit":
			case "return":
				this.at++;
				if (this.atEnd()) return { k: token.text };
				return {
					k: token.text,
					value: this.expr()
				};
			case "delete": {
				this.at++;
				const array = this.next("name").text;
				if (!this.take("[")) return {
					k: "delete",
					array,
					keys: void 0
				};
				return {
					k: "delete",
					array,
					keys: this.exprList("]")
				};
			}
			default: return {
				k: "expr",
				value: this.expr()
			};
		}
	}
	print(formatted) {
		const args = [];
		const before = this.bareGreater;
		this.bareGreater = false;
		if (!this.atEnd() && !this.is(">") && !this.is(">>") && !this.is("|")) do {
			this.skipNewlines();
			args.push(this.expr());
		} while (this.take(","));
		const [only] = args;
		const base = {
			k: "print",
			formatted,
			args: args.length === 1 && only?.k === "list" ? only.items : args
		};
		const op = this.peek().text;
		if (this.take(">") || this.take(">>") || this.take("|")) {
			const to = this.concatenation();
			this.bareGreater = before;
			return {
				...base,
				redirect: {
					op,
					to
				}
			};
		}
		this.bareGreater = before;
		return base;
	}
	/** Expressions up to the closing sign, which is taken. */
	exprList(close) {
		const items = [];
		const [greater, within] = [this.bareGreater, this.bareIn];
		this.bareGreater = true;
		this.bareIn = true;
		this.skipNewlines();
		while (!this.take(close)) {
			items.push(this.expr());
			this.skipNewlines();
			if (!this.is(close)) this.expect(",");
			this.skipNewlines();
		}
		this.bareGreater = greater;
		this.bareIn = within;
		return items;
	}
	expr() {
		if (++this.depth > 300) throw syntaxError(this.peek());
		try {
			const left = this.ternary();
			const op = this.peek();
			if (op.kind !== "sign" || !ASSIGNMENTS.has(op.text)) return left;
			if (left.k !== "var" && left.k !== "field" && left.k !== "element") throw syntaxError(op);
			this.at++;
			this.skipNewlines();
			return {
				k: "assign",
				op: op.text,
				target: left,
				value: this.expr()
			};
		} finally {
			this.depth--;
		}
	}
	ternary() {
		const test = this.or();
		if (!this.take("?")) return test;
		this.skipNewlines();
		const yes = this.expr();
		this.skipNewlines();
		this.expect(":");
		this.skipNewlines();
		return {
			k: "cond",
			test,
			yes,
			no: this.expr()
		};
	}
	or() {
		let left = this.and();
		while (this.take("||")) {
			this.skipNewlines();
			left = {
				k: "or",
				left,
				right: this.and()
			};
		}
		return left;
	}
	and() {
		let left = this.membership();
		while (this.take("&&")) {
			this.skipNewlines();
			left = {
				k: "and",
				left,
				right: this.membership()
			};
		}
		return left;
	}
	membership() {
		let left = this.matching();
		while (this.bareIn && this.takeWord("in")) left = {
			k: "in",
			keys: left.k === "list" ? left.items : [left],
			array: this.next("name").text
		};
		return left;
	}
	matching() {
		let left = this.comparison();
		while (this.is("~") || this.is("!~")) left = {
			k: "match",
			negated: this.next("sign").text === "!~",
			left,
			right: this.comparison()
		};
		return left;
	}
	comparison() {
		let left = this.concatenation();
		for (;;) {
			const op = this.peek();
			if (op.kind !== "sign") return left;
			if (op.text === "|" && this.peek(1).text === "getline") {
				this.at += 2;
				left = {
					k: "getline",
					target: this.optionalTarget(),
					command: left
				};
			} else if (COMPARISONS.has(op.text) && (op.text !== ">" || this.bareGreater)) {
				this.at++;
				left = {
					k: "binary",
					op: op.text,
					left,
					right: this.concatenation()
				};
			} else return left;
		}
	}
	concatenation() {
		let left = this.additive();
		for (;;) {
			const token = this.peek();
			if (!([
				"number",
				"string",
				"regex",
				"name",
				"call",
				"builtin"
			].includes(token.kind) || token.kind === "sign" && [
				"$",
				"!",
				"(",
				"-",
				"+",
				"++",
				"--"
			].includes(token.text) && token.text !== "!") || token.kind === "keyword" && token.text === "in") return left;
			left = {
				k: "binary",
				op: " ",
				left,
				right: this.additive()
			};
		}
	}
	additive() {
		let left = this.multiplicative();
		while (this.is("+") || this.is("-")) left = {
			k: "binary",
			op: this.next("sign").text,
			left,
			right: this.multiplicative()
		};
		return left;
	}
	multiplicative() {
		let left = this.unary();
		while (this.is("*") || this.is("/") || this.is("%")) left = {
			k: "binary",
			op: this.next("sign").text,
			left,
			right: this.unary()
		};
		return left;
	}
	unary() {
		if (this.is("!") || this.is("-") || this.is("+")) {
			if (++this.depth > 300) throw syntaxError(this.peek());
			const op = this.next("sign").text;
			const value = this.unary();
			this.depth--;
			return {
				k: "unary",
				op,
				value
			};
		}
		return this.power();
	}
	power() {
		const left = this.postfix();
		if (!this.take("^")) return left;
		return {
			k: "binary",
			op: "^",
			left,
			right: this.is("-") || this.is("+") || this.is("!") ? this.unary() : this.power()
		};
	}
	postfix() {
		const value = this.primary();
		if ((this.is("++") || this.is("--")) && (value.k === "var" || value.k === "field" || value.k === "element")) return {
			k: "step",
			by: this.next("sign").text === "++" ? 1 : -1,
			before: false,
			target: value
		};
		return value;
	}
	lvalue() {
		const value = this.primary();
		if (value.k !== "var" && value.k !== "field" && value.k !== "element") throw syntaxError(this.peek());
		return value;
	}
	optionalTarget() {
		return this.is("$") || this.peek().kind === "name" ? this.lvalue() : void 0;
	}
	primary() {
		const token = this.peek();
		this.at++;
		switch (token.kind) {
			case "number": return {
				k: "number",
				value: token.value
			};
			case "string": return {
				k: "string",
				value: token.text
			};
			case "regex": return {
				k: "regex",
				source: token.text
			};
			case "name":
				if (!this.take("[")) return {
					k: "var",
					name: token.text
				};
				return {
					k: "element",
					array: token.text,
					keys: this.exprList("]")
				};
			case "call":
				this.expect("(");
				return {
					k: "call",
					name: token.text,
					args: this.exprList(")"),
					line: token.line
				};
			case "builtin":
				if (token.text === "length" && !this.is("(")) return {
					k: "builtin",
					name: "length",
					args: [],
					line: token.line
				};
				this.expect("(");
				return {
					k: "builtin",
					name: token.text,
					args: this.exprList(")"),
					line: token.line
				};
			case "keyword":
				if (token.text === "getline") {
					const target = this.optionalTarget();
					if (!this.take("<")) return {
						k: "getline",
						target
					};
					return {
						k: "getline",
						target,
						file: this.postfix()
					};
				}
				throw syntaxError(token);
			case "sign": break;
			default: throw syntaxError(token);
		}
		if (token.text === "$") {
			if (++this.depth > 300) throw syntaxError(token);
			const index = this.is("++") || this.is("--") ? {
				k: "step",
				by: this.next("sign").text === "++" ? 1 : -1,
				before: true,
				target: this.lvalue()
			} : this.is("-") || this.is("+") ? {
				k: "unary",
				op: this.next("sign").text,
				value: this.primary()
			} : this.primary();
			this.depth--;
			return {
				k: "field",
				index
			};
		}
		if (token.text === "++" || token.text === "--") return {
			k: "step",
			by: token.text === "++" ? 1 : -1,
			before: true,
			target: this.lvalue()
		};
		if (token.text === "(") {
			const items = this.exprList(")");
			if (items.length === 0) throw syntaxError(this.peek());
			return {
				k: "list",
				items
			};
		}
		if (token.text === "-" || token.text === "+" || token.text === "!") return {
			k: "unary",
			op: token.text,
			value: this.unary()
		};
		throw syntaxError(token);
	}
};
// src/tools/awk/values.ts
/** awk's values: numbers, strings, and text from input that counts as a number where it looks like one. */
/** Text from input, a field, FS-split or -v: a number too where it looks like one. */
var Input = class {
	text;
	number;
	constructor(text) {
		this.text = text;
		this.number = /^\s*[-+]?(?:\d+\.?\d*(?:e[-+]?\d+)?|\.\d+(?:e[-+]?\d+)?|inf(?:inity)?|nan)\s*$/i.test(text) ? leadingNumber(text) : void 0;
	}
};
/** The number at the start of a text, 0 when there is none. */
function leadingNumber(text) {
	const [, sign = "", digits, word] = /^\s*([-+]?)(?:(\d+\.?\d*(?:[eE][-+]?\d+)?|\.\d+(?:[eE][-+]?\d+)?)|(inf|nan))?/i.exec(text) ?? [];
	const value = digits !== void 0 ? Number(digits) : word === void 0 || sign === "" ? 0 : word.toLowerCase() === "inf" ? Number.POSITIVE_INFINITY : NaN;
	return sign === "-" ? -value : value;
}
function toNumber(value) {
	if (typeof value === "number") return value;
	if (value === void 0) return 0;
	return value instanceof Input ? value.number ?? leadingNumber(value.text) : leadingNumber(value);
}
/** `format` is CONVFMT (or OFMT for print). */
function toText(value, format) {
	if (typeof value === "string") return value;
	if (value === void 0) return "";
	if (value instanceof Input) return value.text;
	if (Number.isInteger(value)) return Math.abs(value) < 0x2386f26fc10000 ? String(value === 0 ? 0 : value) : String(BigInt(value));
	const [, precision] = /^%\.(\d+)g$/.exec(format) ?? [];
	if (precision !== void 0 || !/^%[-+ #0]*\d*(?:\.\d+)?[eEfFgGd]$/.test(format)) return formatNumber(value, {
		flags: "",
		width: 0,
		precision: Number(precision ?? 6),
		letter: "g"
	});
	const [, flags = "", width = "", digits, letter = "g"] = /^%([-+ #0]*)(\d*)(?:\.(\d+))?([a-zA-Z])$/.exec(format);
	return formatNumber(value, {
		flags,
		width: Number(width),
		precision: digits === void 0 ? void 0 : Number(digits),
		letter
	});
}
function isTrue(value) {
	if (typeof value === "number") return value !== 0;
	if (value === void 0) return false;
	if (value instanceof Input) return value.number === void 0 ? value.text !== "" : value.number !== 0;
	return value !== "";
}
/** Numbers by value where both are or look like ones, else as text. */
function compareValues(a, b, format) {
	const numeric = (value) => typeof value === "number" || value === void 0 || value instanceof Input && value.number !== void 0;
	if (numeric(a) && numeric(b)) {
		const [x, y] = [toNumber(a), toNumber(b)];
		return x < y ? -1 : x > y ? 1 : 0;
	}
	const [x, y] = [toText(a, format), toText(b, format)];
	return x < y ? -1 : x > y ? 1 : 0;
}
// src/tools/awk/builtins.ts
/** awk's built-in functions. */
var MATH = {
	sin: Math.sin,
	cos: Math.cos,
	exp: Math.exp,
	log: Math.log,
	sqrt: Math.sqrt,
	int: Math.trunc
};
var BITS = {
	and: (a, b) => a & b,
	or: (a, b) => a | b,
	xor: (a, b) => a ^ b,
	lshift: (a, b) => a << (b & 63n),
	rshift: (a, b) => a >> (b & 63n)
};
/** How many arguments each takes: from, to. */
var ARITY = {
	length: [0, 1],
	substr: [2, 3],
	index: [2, 2],
	split: [2, 4],
	sub: [2, 3],
	gsub: [2, 3],
	gensub: [3, 4],
	match: [2, 3],
	sprintf: [1, 99],
	tolower: [1, 1],
	toupper: [1, 1],
	atan2: [2, 2],
	rand: [0, 0],
	srand: [0, 1],
	system: [1, 1],
	close: [1, 2],
	fflush: [0, 1],
	strftime: [0, 3],
	systime: [0, 0],
	mktime: [1, 2],
	strtonum: [1, 1],
	compl: [1, 1],
	asort: [1, 2],
	asorti: [1, 2]
};
/** Text of sub's replacement for one match: `&` and `\&`. */
function replaced(replacement, match, groups) {
	return replacement.replace(/\\(\\|&|\d)|&/g, (whole, c) => {
		if (c === void 0) return match;
		if (c === "&" || c === "\\") return c;
		return groups ? groups[Number(c)] ?? "" : whole;
	});
}
function* callBuiltin(awk, name, args, line) {
	const [least, most] = ARITY[name] ?? (MATH[name] ? [1, 1] : [2, 2]);
	if (args.length < least || args.length > most) throw new Failure(`line ${line}: wrong number of arguments in call to ${name}`, 2);
	const value = function* (i) {
		return args[i] ? yield* awk.eval(args[i]) : void 0;
	};
	const text = function* (i) {
		return awk.toText(yield* value(i));
	};
	const number = function* (i) {
		return toNumber(yield* value(i));
	};
	const arrayName = (i) => {
		const arg = args[i];
		if (arg?.k !== "var") throw new Failure(`line ${line}: type error in arguments to ${name}`, 2);
		return arg.name;
	};
	const math = MATH[name];
	if (math) return math(yield* number(0));
	const bits = BITS[name];
	if (bits) {
		const [a, b] = [yield* number(0), yield* number(1)];
		return Number(BigInt.asUintN(53, bits(BigInt(Math.trunc(a) || 0), BigInt(Math.max(0, Math.trunc(b)) || 0))));
	}
	switch (name) {
		case "length": {
			const [arg] = args;
			if (arg?.k === "var" && isArray(awk, arg.name)) return awk.array(arg.name).size;
			return [...arg ? yield* text(0) : awk.toText(yield* awk.eval({
				k: "field",
				index: {
					k: "number",
					value: 0
				}
			}))].length;
		}
		case "substr": {
			const chars = [...yield* text(0)];
			const start = Math.round(yield* number(1));
			const end = args[2] ? start + Math.round(yield* number(2)) : Number.POSITIVE_INFINITY;
			return chars.slice(Math.max(0, start - 1), Math.max(0, end - 1)).join("");
		}
		case "index": {
			const whole = yield* text(0);
			const at = whole.indexOf(yield* text(1));
			return at < 0 ? 0 : [...whole.slice(0, at)].length + 1;
		}
		case "split": {
			const whole = yield* text(0);
			const separator = args[2];
			const parts = awk.splitText(whole, separator === void 0 ? awk.text("FS") : separator.k === "regex" ? awk.regex(separator.source) : yield* text(2));
			const array = awk.array(arrayName(1));
			array.clear();
			parts.forEach((part, i) => array.set(String(i + 1), new Input(part)));
			return parts.length;
		}
		case "sub":
		case "gsub": return yield* substitute(awk, args, name === "gsub");
		case "gensub": {
			const pattern = yield* awk.pattern(args[0]);
			const replacement = yield* text(1);
			const how = yield* text(2);
			const target = args[3] ? yield* text(3) : awk.toText(yield* awk.eval({
				k: "field",
				index: {
					k: "number",
					value: 0
				}
			}));
			const which = /^[gG]/.test(how) ? 0 : Math.max(1, Math.trunc(leadingNumber(how)));
			return replaceMatches(target, (at) => pattern.exec(target, at), (match, count) => which === 0 || which === count ? replaced(replacement, match.groups[0] ?? "", match.groups) : void 0).text;
		}
		case "match": {
			const whole = yield* text(0);
			const found = (yield* awk.pattern(args[1])).exec(whole);
			const start = found ? [...whole.slice(0, found.start)].length + 1 : 0;
			awk.setVariable("RSTART", start);
			awk.setVariable("RLENGTH", found ? [...whole.slice(found.start, found.end)].length : -1);
			if (args[2]) {
				const array = awk.array(arrayName(2));
				array.clear();
				found?.groups.forEach((group, i) => group !== void 0 && array.set(String(i), new Input(group)));
			}
			return start;
		}
		case "sprintf": {
			const values = [];
			for (let i = 1; i < args.length; i++) values.push(yield* value(i));
			return awk.format(yield* text(0), values);
		}
		case "tolower": return (yield* text(0)).toLowerCase();
		case "toupper": return (yield* text(0)).toUpperCase();
		case "atan2": return Math.atan2(yield* number(0), yield* number(1));
		case "rand": return yield* awk.random();
		case "srand": {
			const before = awk.previousSeed;
			awk.previousSeed = args[0] ? yield* number(0) : Math.floor((yield* now()) / 1e3);
			awk.seed = Math.abs(Math.trunc(awk.previousSeed)) % 2147483648 || 0;
			return before;
		}
		case "system": return yield* awk.system(yield* text(0));
		case "close": return yield* awk.closeStream(yield* text(0));
		case "fflush":
			yield* awk.call.flush();
			return 0;
		case "systime": return Math.floor((yield* now()) / 1e3);
		case "strftime": {
			const ms = args[1] ? (yield* number(1)) * 1e3 : yield* now();
			return formatDate(args[0] ? yield* text(0) : "%a %b %e %H:%M:%S %Z %Y", ms);
		}
		case "mktime": {
			const [year = NaN, month = 1, day = 1, hour = 0, minute = 0, second = 0] = (yield* text(0)).trim().split(/\s+/).map(Number);
			const ms = Date.UTC(year, month - 1, day, hour, minute, second);
			return Number.isNaN(ms) ? -1 : ms / 1e3;
		}
		case "strtonum": {
			const whole = (yield* text(0)).trim();
			return /^[-+]?0x[\da-f]+/i.test(whole) ? Number.parseInt(whole, 16) : /^0[0-7]+$/.test(whole) ? Number.parseInt(whole, 8) : leadingNumber(whole);
		}
		case "compl": return Number(BigInt.asUintN(53, ~BigInt(Math.trunc(yield* number(0)) || 0)));
		default: {
			const source = awk.array(arrayName(0));
			const items = name === "asort" ? [...source.values()] : [...source.keys()];
			items.sort((a, b) => compareValues(a, b, awk.convfmt));
			const target = args[1] ? awk.array(arrayName(1)) : source;
			target.clear();
			items.forEach((item, i) => target.set(String(i + 1), item));
			return items.length;
		}
	}
}
function isArray(awk, name) {
	try {
		awk.getVariable(name);
		return false;
	} catch {
		return true;
	}
}
/** Replaces the matches for which `replace` gives a text. */
function replaceMatches(text, find, replace, once = false) {
	let result = "";
	let at = 0;
	let count = 0;
	let seen = 0;
	for (let match = find(0); match;) {
		const part = replace(match, ++seen);
		if (part !== void 0) {
			result += text.slice(at, match.start) + part;
			at = match.end;
			count++;
			if (once) break;
		}
		const last = match;
		const from = match.end > match.start ? match.end : match.end + 1;
		if (from > text.length || match.end > match.start && match.end >= text.length) break;
		match = find(from);
		if (match && match.start === match.end && match.start === last.end && last.end > last.start) match = match.end + 1 > text.length ? null : find(match.end + 1);
	}
	return {
		text: result + text.slice(at),
		count
	};
}
function* substitute(awk, args, global) {
	const pattern = yield* awk.pattern(args[0]);
	const replacement = awk.toText(yield* awk.eval(args[1]));
	const given = args[2];
	const bare = given?.k === "list" && given.items.length === 1 ? given.items[0] : given;
	const target = bare === void 0 ? {
		k: "field",
		index: {
			k: "number",
			value: 0
		}
	} : bare.k === "var" || bare.k === "field" || bare.k === "element" ? bare : void 0;
	const before = awk.toText(yield* awk.eval(target ?? bare));
	const { text, count } = replaceMatches(before, (at) => pattern.exec(before, at), (match) => replaced(replacement, match.groups[0] ?? ""), !global);
	if (count > 0 && target) yield* awk.store(target, text);
	return count;
}
// src/tools/awk/records.ts
/** Records of a descriptor, as RS parts them. */
var Records = class {
	fd;
	call;
	text = "";
	ended = false;
	constructor(call, fd) {
		this.call = call;
		this.fd = fd;
	}
	*more() {
		if (this.ended) return false;
		yield* this.call.flush();
		const chunk = yield* read(this.fd);
		if (chunk === null) this.ended = true;
		else this.text += chunk;
		return !this.ended;
	}
	/** The next record; undefined at the end. `separator`: one character, '' for paragraphs, or a pattern. */
	*next(separator) {
		if (separator === "") return yield* this.paragraph();
		let from = 0;
		for (;;) {
			let [start, end] = [-1, -1];
			if (typeof separator === "string") {
				start = this.text.indexOf(separator, from);
				end = start + separator.length;
				from = Math.max(0, this.text.length - separator.length + 1);
			} else {
				const match = separator.exec(this.text);
				if (match && match.end > match.start && (match.end < this.text.length || this.ended)) [start, end] = [match.start, match.end];
			}
			if (start >= 0) {
				const record = this.text.slice(0, start);
				this.text = this.text.slice(end);
				return record;
			}
			const before = this.ended;
			if (yield* this.more()) continue;
			if (typeof separator !== "string" && !before) continue;
			return this.rest();
		}
	}
	rest() {
		if (this.text === "") return void 0;
		const record = this.text;
		this.text = "";
		return record;
	}
	*paragraph() {
		for (;;) {
			this.text = this.text.replace(/^\n+/, "");
			const match = /\n\n+/.exec(this.text);
			if (match && (match.index + match[0].length < this.text.length || this.ended)) {
				const record = this.text.slice(0, match.index);
				this.text = this.text.slice(match.index + match[0].length);
				return record;
			}
			if (yield* this.more()) continue;
			this.text = this.text.replace(/\n+$/, "");
			return this.rest();
		}
	}
};
// src/tools/awk/run.ts
/** Runs an awk program. */
/** next, exit and return leave what is under way by being thrown. */
var Leave = class {
	kind;
	value;
	constructor(kind, value) {
		this.kind = kind;
		this.value = value;
	}
};
/** Rounds of loops after which others get a turn. */
var PATIENCE = 300;
var MOST_CALLS = 600;
var MOST_FIELDS = 1e6;
var Awk = class {
	call;
	program;
	globals = /* @__PURE__ */ new Map();
	locals;
	record = "";
	fields = [];
	/** The fields are those of the record; the record is that of the fields. */
	split = true;
	joined = true;
	patterns = /* @__PURE__ */ new Map();
	streams = /* @__PURE__ */ new Map();
	main;
	argument = 1;
	sawFile = false;
	inRange = /* @__PURE__ */ new Set();
	rounds = 0;
	calls = 0;
	exiting = false;
	code = 0;
	seed;
	previousSeed = 0;
	constructor(call, program, operands) {
		this.call = call;
		this.program = program;
		const start = {
			FS: " ",
			OFS: " ",
			ORS: "\n",
			RS: "\n",
			SUBSEP: "",
			CONVFMT: "%.6g",
			OFMT: "%.6g",
			NR: 0,
			FNR: 0,
			NF: 0,
			RSTART: 0,
			RLENGTH: -1,
			FILENAME: "",
			ARGC: operands.length + 1
		};
		for (const [name, value] of Object.entries(start)) this.globals.set(name, {
			value,
			array: void 0
		});
		this.globals.set("ENVIRON", {
			value: void 0,
			array: new Map(Object.entries(call.process.env).map(([name, text]) => [name, new Input(text)]))
		});
		this.globals.set("ARGV", {
			value: void 0,
			array: new Map([call.name, ...operands].map((text, i) => [String(i), new Input(text)]))
		});
	}
	/** Sets a variable from the command line: `name=value`. */
	assign(text) {
		const at = text.indexOf("=");
		this.setVariable(text.slice(0, at), new Input(unescape(text.slice(at + 1))));
	}
	*run() {
		const { rules } = this.program;
		try {
			yield* this.phase(rules.filter(({ kind }) => kind === "BEGIN"));
			const main = rules.filter(({ kind }) => kind === "pattern");
			if (!this.exiting && rules.some(({ kind }) => kind !== "BEGIN")) yield* this.mainLoop(main);
			this.exiting = false;
			yield* this.phase(rules.filter(({ kind }) => kind === "END"));
		} finally {
			this.locals = void 0;
		}
		yield* this.closeAll();
		return this.code;
	}
	*phase(rules) {
		for (const { action } of rules) {
			if (this.exiting) return;
			try {
				if (action) yield* this.execute(action);
			} catch (error) {
				if (!(error instanceof Leave)) throw error;
				if (error.kind === "exit") this.exiting = true;
			}
		}
	}
	*mainLoop(rules) {
		for (let record = yield* this.nextRecord(); record !== void 0 && !this.exiting; record = yield* this.nextRecord()) {
			this.setRecord(record);
			try {
				for (const rule of rules) {
					if (!(yield* this.applies(rule))) continue;
					if (rule.action) yield* this.execute(rule.action);
					else this.call.put(this.recordText() + this.text("ORS"));
				}
			} catch (error) {
				if (!(error instanceof Leave)) throw error;
				if (error.kind === "exit") {
					this.exiting = true;
					return;
				}
				if (error.kind === "nextfile") yield* this.endFile();
			}
		}
	}
	*applies(rule) {
		if (!rule.pattern) return true;
		if (!rule.end) return isTrue(yield* this.eval(rule.pattern));
		if (!this.inRange.has(rule)) {
			if (!isTrue(yield* this.eval(rule.pattern))) return false;
			this.inRange.add(rule);
		}
		if (isTrue(yield* this.eval(rule.end))) this.inRange.delete(rule);
		return true;
	}
	cell(name) {
		const local = this.locals?.get(name);
		if (local) return local;
		let cell = this.globals.get(name);
		if (!cell) {
			cell = {
				value: void 0,
				array: void 0
			};
			this.globals.set(name, cell);
		}
		return cell;
	}
	array(name) {
		const cell = this.cell(name);
		if (cell.array) return cell.array;
		if (cell.value !== void 0) throw new Failure(`type error: ${name} is a scalar, not an array`, 2);
		const array = cell.origin?.array ?? /* @__PURE__ */ new Map();
		for (let one = cell; one; one = one.origin) one.array = array;
		return array;
	}
	getVariable(name) {
		if (name === "NF") this.splitRecord();
		const cell = this.cell(name);
		if (cell.array) throw new Failure(`type error: ${name} is an array, not a scalar`, 2);
		return cell.value;
	}
	setVariable(name, value) {
		const cell = this.cell(name);
		if (cell.array) throw new Failure(`type error: ${name} is an array, not a scalar`, 2);
		if (name === "NF" && !this.locals?.has(name)) {
			this.splitRecord();
			const count = Math.max(0, Math.trunc(toNumber(value)));
			if (count > MOST_FIELDS) throw new Failure(`program limit exceeded: maximum number of fields size=${MOST_FIELDS}`, 2);
			while (this.fields.length < count) this.fields.push("");
			this.fields.length = count;
			this.joined = false;
		}
		cell.value = value;
	}
	text(name) {
		return toText(this.cell(name).value, "%.6g");
	}
	get convfmt() {
		return this.text("CONVFMT");
	}
	toText(value) {
		return typeof value === "string" ? value : toText(value, this.convfmt);
	}
	setRecord(text) {
		this.record = text;
		this.split = false;
		this.joined = true;
	}
	recordText() {
		if (!this.joined) {
			this.record = this.fields.map((field) => this.toText(field)).join(this.text("OFS"));
			this.joined = true;
		}
		return this.record;
	}
	splitRecord() {
		if (this.split) return;
		this.split = true;
		this.fields = this.splitText(this.record, this.text("FS"), this.text("RS") === "").map((text) => new Input(text));
		this.cell("NF").value = this.fields.length;
	}
	/** The parts of a text as FS (or split's third argument) parts it. */
	splitText(text, separator, paragraph = false) {
		if (text === "") return [];
		if (separator === " ") return text.split(/[ \t\n]+/).filter((part) => part !== "");
		if (separator === "") return [...text];
		if (typeof separator === "string" && separator.length === 1 && separator !== "\\") {
			if (!paragraph) return text.split(separator);
			return text.split("\n").flatMap((line) => line.split(separator));
		}
		const pattern = typeof separator === "string" ? this.regex(paragraph ? `(${separator})|\n` : separator) : separator;
		const parts = [];
		let at = 0;
		for (let match = pattern.exec(text); match; match = pattern.exec(text, match.end > match.start ? match.end : match.end + 1)) {
			if (match.end > match.start) {
				parts.push(text.slice(at, match.start));
				at = match.end;
			}
			if (match.end >= text.length) break;
		}
		parts.push(text.slice(at));
		return parts;
	}
	getField(index) {
		if (index === 0) return new Input(this.recordText());
		this.splitRecord();
		return this.fields[index - 1];
	}
	setField(index, value) {
		if (index === 0) return this.setRecord(this.toText(value));
		this.splitRecord();
		if (index > MOST_FIELDS) throw new Failure(`program limit exceeded: maximum number of fields size=${MOST_FIELDS}`, 2);
		while (this.fields.length < index) this.fields.push("");
		this.fields[index - 1] = value;
		this.cell("NF").value = this.fields.length;
		this.joined = false;
	}
	*fieldIndex(index) {
		const number = Math.trunc(toNumber(yield* this.eval(index)));
		if (number < 0 || Number.isNaN(number)) throw new Failure(`negative field index $${number}`, 2);
		return number;
	}
	regex(source) {
		const known = this.patterns.get(source);
		if (known) return known;
		try {
			const pattern = compile(source, "extended", {
				escapes: true,
				looseParenthesis: false
			});
			this.patterns.set(source, pattern);
			return pattern;
		} catch (error) {
			if (error instanceof RegexError) throw new Failure(`regular expression compile failed (${error.message})\n${source}`, 2);
			throw error;
		}
	}
	/** The pattern that an expression stands for: a regex literal, or its value's text. */
	*pattern(expr) {
		const bare = expr.k === "list" && expr.items.length === 1 ? expr.items[0] : expr;
		return this.regex(bare.k === "regex" ? bare.source : this.toText(yield* this.eval(bare)));
	}
	separator() {
		const rs = this.text("RS");
		return rs.length <= 1 ? rs : this.regex(rs);
	}
	/** The next record of the main input; counts it. */
	*nextRecord() {
		for (;;) {
			if (!this.main && !(yield* this.openNext())) return void 0;
			const record = yield* this.main.next(this.separator());
			if (record !== void 0) {
				for (const name of ["NR", "FNR"]) this.cell(name).value = toNumber(this.cell(name).value) + 1;
				return record;
			}
			yield* this.endFile();
		}
	}
	*endFile() {
		const fd = this.main?.fd;
		this.main = void 0;
		if (fd !== void 0 && fd !== 0) yield* close(fd);
	}
	*openNext() {
		for (; this.argument < toNumber(this.getVariable("ARGC")); this.argument++) {
			const operand = this.toText(this.array("ARGV").get(String(this.argument)));
			if (operand === "") continue;
			if (/^[A-Za-z_]\w*=/.test(operand)) {
				this.assign(operand);
				continue;
			}
			this.argument++;
			this.sawFile = true;
			return yield* this.openMain(operand);
		}
		if (this.sawFile) return false;
		this.sawFile = true;
		return yield* this.openMain("-");
	}
	*openMain(path) {
		let fd = 0;
		if (path !== "-") {
			try {
				fd = yield* open(path, "r");
			} catch (error) {
				if (!(error instanceof SysError)) throw error;
				throw new Failure(this.call.unreadable(path, error), 2);
			}
			this.setVariable("FILENAME", path);
		}
		this.setVariable("FNR", 0);
		this.main = new Records(this.call, fd);
		return true;
	}
	*getline(expr) {
		let record;
		if (!expr.file && !expr.command) record = yield* this.nextRecord();
		else {
			const name = this.toText(yield* this.eval(expr.file ?? expr.command));
			const stream = yield* this.reader(name, expr.command !== void 0);
			if (!stream?.records) return -1;
			record = yield* stream.records.next(this.separator());
			if (record !== void 0 && expr.command) this.cell("NR").value = toNumber(this.cell("NR").value) + 1;
		}
		if (record === void 0) return 0;
		if (expr.target) yield* this.store(expr.target, new Input(record));
		else this.setRecord(record);
		return 1;
	}
	*reader(name, command) {
		const known = this.streams.get(name);
		if (known) return known;
		yield* this.call.flush();
		try {
			let stream;
			if (command) {
				const [output, input] = yield* pipe();
				const pid = yield* spawn({
					program: "sh",
					argv: [
						"sh",
						"-c",
						name
					],
					fds: {
						0: 0,
						1: input,
						2: 2
					}
				});
				yield* close(input);
				stream = {
					fd: output,
					pid,
					records: new Records(this.call, output)
				};
			} else {
				const fd = name === "-" || name === "/dev/stdin" ? 0 : yield* open(name, "r");
				stream = {
					fd,
					pid: void 0,
					records: new Records(this.call, fd)
				};
			}
			this.streams.set(name, stream);
			return stream;
		} catch (error) {
			if (error instanceof SysError && error.errno !== "EINTR") return void 0;
			throw error;
		}
	}
	*print(statement) {
		let text;
		const values = [];
		for (const arg of statement.args) values.push(yield* this.eval(arg));
		if (statement.formatted) {
			if (values.length === 0) throw new Failure("not enough arguments passed to sprintf(\"\")", 2);
			text = this.format(this.toText(values[0]), values.slice(1));
		} else {
			const ofmt = this.text("OFMT");
			text = (statement.args.length === 0 ? this.recordText() : values.map((value) => toText(value, ofmt)).join(this.text("OFS"))) + this.text("ORS");
		}
		const { redirect } = statement;
		if (!redirect) {
			this.call.put(text);
			if (this.call.buffered > 65536) yield* this.call.flush();
			return;
		}
		const name = this.toText(yield* this.eval(redirect.to));
		if (name === "/dev/stdout" || name === "-") return this.call.put(text);
		if (name === "/dev/stderr") return yield* this.call.note(text);
		let stream = this.streams.get(name);
		if (!stream) {
			stream = yield* this.writer(name, redirect.op);
			this.streams.set(name, stream);
		}
		yield* write(stream.fd, text);
	}
	*writer(name, op) {
		if (op === "|") {
			yield* this.call.flush();
			const [output, input] = yield* pipe();
			const pid = yield* spawn({
				program: "sh",
				argv: [
					"sh",
					"-c",
					name
				],
				fds: {
					0: output,
					1: 1,
					2: 2
				}
			});
			yield* close(output);
			return {
				fd: input,
				pid
			};
		}
		try {
			return {
				fd: yield* open(name, op === ">>" ? "a" : "w"),
				pid: void 0
			};
		} catch (error) {
			if (!(error instanceof SysError)) throw error;
			throw new Failure(`cannot open "${name}" for output`, 2);
		}
	}
	/** Closes what was opened by that name; the exit code of a command, -1 when nothing was. */
	*closeStream(name) {
		const stream = this.streams.get(name);
		if (!stream) return -1;
		this.streams.delete(name);
		yield* this.call.flush();
		if (stream.fd > 2) yield* close(stream.fd);
		if (stream.pid === void 0) return 0;
		return (yield* wait(stream.pid))?.code ?? 0;
	}
	*closeAll() {
		yield* this.call.flush();
		for (const name of [...this.streams.keys()]) yield* this.closeStream(name);
	}
	*system(command) {
		return yield* runCommand(this.call, [
			"sh",
			"-c",
			command
		]);
	}
	*random() {
		if (this.seed === void 0) return yield* random();
		this.seed = (this.seed * 1103515245 + 12345) % 2147483648;
		return this.seed / 2147483648;
	}
	/** What printf makes of its arguments. */
	format(format, values) {
		let text = "";
		let used = 0;
		const next = () => values[used++];
		for (const piece of conversions(format)) {
			if ("text" in piece) {
				text += piece.text;
				continue;
			}
			if (piece.letter === "%") {
				text += "%";
				continue;
			}
			const measure = (given) => given === "*" ? Math.trunc(toNumber(next())) : Number(given || 0);
			let width = measure(piece.width);
			const precision = piece.precision === void 0 ? void 0 : measure(piece.precision);
			let flags = piece.flags;
			if (width < 0) {
				flags += "-";
				width = -width;
			}
			if (used >= values.length) throw new Failure(`not enough arguments passed to sprintf("${format}")`, 2);
			const conversion = {
				flags,
				width,
				precision: precision !== void 0 && precision < 0 ? void 0 : precision,
				letter: piece.letter
			};
			const value = next();
			if (piece.letter === "s") text += pad(conversion.precision === void 0 ? this.toText(value) : [...this.toText(value)].slice(0, conversion.precision).join(""), conversion);
			else if (piece.letter === "c") {
				const numeric = typeof value === "number" || value instanceof Input && value.number !== void 0;
				const code = Math.trunc(toNumber(value));
				text += pad(numeric ? code >= 0 && code <= 1114111 ? String.fromCodePoint(code) : "" : [...this.toText(value)][0] ?? "", conversion);
			} else if ("diouxXeEfFgG".includes(piece.letter)) text += formatNumber(toNumber(value), conversion);
			else text += `%${piece.letter}`;
		}
		return text;
	}
	*tick() {
		if (++this.rounds % PATIENCE !== 0) return;
		yield* this.call.flush();
		yield* yieldNow();
	}
	*execute(statement) {
		switch (statement.k) {
			case "block":
				for (const one of statement.body) {
					const flow = yield* this.execute(one);
					if (flow) return flow;
				}
				return;
			case "expr":
				yield* this.eval(statement.value);
				return;
			case "print":
				yield* this.print(statement);
				return;
			case "if":
				if (isTrue(yield* this.eval(statement.test))) return yield* this.execute(statement.yes);
				return statement.no ? yield* this.execute(statement.no) : void 0;
			case "while":
				for (let first = !statement.first; first || isTrue(yield* this.eval(statement.test)); first = false) {
					yield* this.tick();
					if ((yield* this.execute(statement.body)) === "break") break;
				}
				return;
			case "for":
				if (statement.start) yield* this.execute(statement.start);
				while (!statement.test || isTrue(yield* this.eval(statement.test))) {
					yield* this.tick();
					if ((yield* this.execute(statement.body)) === "break") break;
					if (statement.next) yield* this.execute(statement.next);
				}
				return;
			case "forin": {
				const array = this.array(statement.array);
				for (const key of [...array.keys()]) {
					if (!array.has(key)) continue;
					yield* this.tick();
					this.setVariable(statement.name, new Input(key));
					if ((yield* this.execute(statement.body)) === "break") break;
				}
				return;
			}
			case "jump":
				if (statement.to === "break" || statement.to === "continue") return statement.to;
				throw new Leave(statement.to);
			case "exit":
				if (statement.value) this.code = Math.trunc(toNumber(yield* this.eval(statement.value))) & 255;
				throw new Leave("exit");
			case "return": throw new Leave("return", statement.value ? yield* this.eval(statement.value) : void 0);
			case "delete":
				if (statement.keys) this.array(statement.array).delete(yield* this.key(statement.keys));
				else this.array(statement.array).clear();
				return;
		}
	}
	*key(keys) {
		let text = "";
		for (let i = 0; i < keys.length; i++) text += (i > 0 ? this.text("SUBSEP") : "") + this.toText(yield* this.eval(keys[i]));
		return text;
	}
	*store(target, value) {
		if (target.k === "var") this.setVariable(target.name, value);
		else if (target.k === "field") this.setField(yield* this.fieldIndex(target.index), value);
		else {
			const key = yield* this.key(target.keys);
			this.array(target.array).set(key, value);
		}
	}
	*eval(expr) {
		switch (expr.k) {
			case "number":
			case "string": return expr.value;
			case "regex": return this.regex(expr.source).test(this.recordText()) ? 1 : 0;
			case "var": return this.getVariable(expr.name);
			case "field": return this.getField(yield* this.fieldIndex(expr.index));
			case "element": {
				const key = yield* this.key(expr.keys);
				const array = this.array(expr.array);
				if (!array.has(key)) array.set(key, void 0);
				return array.get(key);
			}
			case "list":
				if (expr.items.length === 1) return yield* this.eval(expr.items[0]);
				return yield* this.key(expr.items);
			case "assign": {
				let value = yield* this.eval(expr.value);
				if (expr.op !== "=") value = arithmetic(expr.op.slice(0, -1), toNumber(yield* this.eval(expr.target)), toNumber(value));
				yield* this.store(expr.target, value);
				return value;
			}
			case "step": {
				const before = toNumber(yield* this.eval(expr.target));
				yield* this.store(expr.target, before + expr.by);
				return expr.before ? before + expr.by : before;
			}
			case "cond": return yield* this.eval(isTrue(yield* this.eval(expr.test)) ? expr.yes : expr.no);
			case "and": return isTrue(yield* this.eval(expr.left)) && isTrue(yield* this.eval(expr.right)) ? 1 : 0;
			case "or": return isTrue(yield* this.eval(expr.left)) || isTrue(yield* this.eval(expr.right)) ? 1 : 0;
			case "in": {
				const key = yield* this.key(expr.keys);
				return this.array(expr.array).has(key) ? 1 : 0;
			}
			case "match": {
				const text = this.toText(yield* this.eval(expr.left));
				return (yield* this.pattern(expr.right)).test(text) !== expr.negated ? 1 : 0;
			}
			case "unary": {
				const value = yield* this.eval(expr.value);
				return expr.op === "!" ? isTrue(value) ? 0 : 1 : expr.op === "-" ? -toNumber(value) : toNumber(value);
			}
			case "binary": {
				const left = yield* this.eval(expr.left);
				const right = yield* this.eval(expr.right);
				if (expr.op === " ") return this.toText(left) + this.toText(right);
				if (!/[<>=]/.test(expr.op)) return arithmetic(expr.op, toNumber(left), toNumber(right));
				const order = compareValues(left, right, this.convfmt);
				return {
					"<": order < 0,
					"<=": order <= 0,
					"==": order === 0,
					"!=": order !== 0,
					">": order > 0,
					">=": order >= 0
				}[expr.op] ? 1 : 0;
			}
			case "getline": return yield* this.getline(expr);
			case "builtin": return yield* callBuiltin(this, expr.name, expr.args, expr.line);
			case "call": return yield* this.callFunction(expr);
		}
	}
	*callFunction({ name, args, line }) {
		const called = this.program.functions.get(name);
		if (!called) throw new Failure(`line ${line}: function ${name} never defined`, 2);
		if (args.length > called.params.length) throw new Failure(`line ${line}: too many arguments in call to ${name}`, 2);
		const frame = /* @__PURE__ */ new Map();
		for (const [i, param] of called.params.entries()) {
			const arg = args[i];
			if (arg?.k === "var") {
				if (arg.name === "NF") this.splitRecord();
				const cell = this.cell(arg.name);
				frame.set(param, cell.array ? cell : cell.value === void 0 ? {
					value: void 0,
					array: void 0,
					origin: cell
				} : {
					value: cell.value,
					array: void 0
				});
			} else frame.set(param, {
				value: arg ? yield* this.eval(arg) : void 0,
				array: void 0
			});
		}
		if (++this.calls > MOST_CALLS) throw new Failure(`function ${name} called too deeply`, 2);
		yield* this.tick();
		const outer = this.locals;
		this.locals = frame;
		try {
			yield* this.execute(called.body);
			return;
		} catch (error) {
			if (error instanceof Leave && error.kind === "return") return error.value;
			throw error;
		} finally {
			this.locals = outer;
			this.calls--;
		}
	}
};
function arithmetic(op, a, b) {
	switch (op) {
		case "+": return a + b;
		case "-": return a - b;
		case "*": return a * b;
		case "/":
			if (b === 0) throw new Failure("division by zero", 2);
			return a / b;
		case "%":
			if (b === 0) throw new Failure("division by zero in %", 2);
			return a % b;
		default: return a ** b;
	}
}
// src/tools/awk/index.ts
/** awk: POSIX's language with what gawk and mawk add most used. */
var awk = function* (call) {
	const given = options(call, "F,field-separator: v,assign: f,file: W:", {
		stop: true,
		code: 2
	});
	const operands = [...given.operands];
	const sources = [];
	for (const path of given.all("f")) try {
		const fd = path === "-" ? 0 : yield* open(path, "r");
		sources.push(yield* readAll(fd));
		if (fd !== 0) yield* close(fd);
	} catch (error) {
		if (!(error instanceof SysError)) throw error;
		throw new Failure(call.unreadable(path, error), 2);
	}
	if (sources.length === 0) {
		const program = operands.shift();
		if (program === void 0) throw new Failure("usage: awk [-F value] [-v var=value] [-f program-file | 'program'] [file ...]", 2, true);
		sources.push(program);
	}
	const run = new Awk(call, parseAwk(sources.join("\n")), operands);
	const separator = given.get("F");
	if (separator !== void 0) run.setVariable("FS", separator === "t" ? "	" : unescape(separator));
	for (const text of given.all("v")) {
		if (!/^[A-Za-z_]\w*=/.test(text)) throw new Failure(`improper assignment: -v ${text}`, 2);
		run.assign(text);
	}
	return yield* run.run();
};
export { awk };
