import { a as isatty, g as readLine, h as readAll, i as files, w as yieldNow } from "./sys-DzG-ihIq.js";
import { r as options } from "./options-DE9P4iOL.js";
import { t as Failure } from "./tool-C9Ng63UA.js";
// src/tools/bc/decimal.ts
var ZERO = {
	digits: 0n,
	scale: 0
};
var ONE = {
	digits: 1n,
	scale: 0
};
var power10 = (n) => 10n ** BigInt(n);
/** With another number of digits behind the point; what is cut off is dropped. */
function rescale({ digits, scale }, to) {
	if (to === scale) return {
		digits,
		scale
	};
	return {
		digits: to > scale ? digits * power10(to - scale) : digits / power10(scale - to),
		scale: to
	};
}
function integer(value) {
	return rescale(value, 0).digits;
}
function fromInteger(value) {
	return {
		digits: BigInt(value),
		scale: 0
	};
}
function negate({ digits, scale }) {
	return {
		digits: -digits,
		scale
	};
}
function add(a, b) {
	const scale = Math.max(a.scale, b.scale);
	return {
		digits: rescale(a, scale).digits + rescale(b, scale).digits,
		scale
	};
}
function subtract(a, b) {
	return add(a, negate(b));
}
function multiply(a, b, scale) {
	const full = {
		digits: a.digits * b.digits,
		scale: a.scale + b.scale
	};
	return rescale(full, Math.min(full.scale, Math.max(scale, a.scale, b.scale)));
}
function divide(a, b, scale) {
	const shift = scale + b.scale - a.scale;
	return {
		digits: shift >= 0 ? a.digits * power10(shift) / b.digits : a.digits / (b.digits * power10(-shift)),
		scale
	};
}
function remainder(a, b, scale) {
	const wanted = Math.max(scale + b.scale, a.scale);
	return rescale(subtract(a, multiply(divide(a, b, scale), b, wanted)), wanted);
}
function raise(a, exponent, scale) {
	if (exponent === 0n) return ONE;
	const size = exponent < 0n ? -exponent : exponent;
	const full = {
		digits: a.digits ** size,
		scale: a.scale * Number(size)
	};
	if (exponent < 0n) return divide(ONE, full, scale);
	return rescale(full, Math.min(full.scale, Math.max(scale, a.scale)));
}
function compare(a, b) {
	const { digits } = subtract(a, b);
	return digits < 0n ? -1 : digits > 0n ? 1 : 0;
}
function squareRoot(a, scale) {
	const wanted = Math.max(scale, a.scale);
	const { digits } = rescale(a, 2 * wanted);
	if (digits === 0n) return {
		digits: 0n,
		scale: wanted
	};
	let guess = 1n << BigInt(digits.toString(2).length + 1 >> 1);
	for (;;) {
		const next = guess + digits / guess >> 1n;
		if (next >= guess) return {
			digits: guess,
			scale: wanted
		};
		guess = next;
	}
}
/** Digits before and behind the point that count: bc's length(). */
function lengthOf({ digits, scale }) {
	return Math.max((digits < 0n ? -digits : digits).toString().length, scale);
}
/** As bc prints it: no zero before the point, lines of 70 characters. */
function show({ digits, scale }, base) {
	const negative = digits < 0n;
	const size = negative ? -digits : digits;
	const unit = power10(scale);
	let text;
	if (base === 10) {
		const whole = (size / unit).toString();
		text = (whole === "0" && scale > 0 ? "" : whole) + (scale > 0 ? `.${(size % unit).toString().padStart(scale, "0")}` : "");
		if (size === 0n) text = "0";
	} else text = inBase(size / unit, size % unit, unit, scale, BigInt(base));
	return wrap((negative ? "-" : "") + text);
}
function inBase(whole, part, unit, scale, base) {
	const width = base > 16n ? (base - 1n).toString().length : 0;
	const digit = (value) => width > 0 ? ` ${value.toString().padStart(width, "0")}` : value.toString(Number(base)).toUpperCase();
	let text = "";
	for (let rest = whole; rest > 0n; rest /= base) text = digit(rest % base) + text;
	if (scale === 0) return text === "" ? width > 0 ? digit(0n) : "0" : text;
	text += ".";
	for (let rest = part, reach = 1n; reach < unit; reach *= base) {
		rest *= base;
		text += digit(rest / unit);
		rest %= unit;
	}
	return text;
}
function wrap(text) {
	if (text.length < 70) return text;
	return (text.match(/.{1,68}/g) ?? []).join("\\\n");
}
/** Reads digits in a base; digits too large for it count as its largest, as in bc, but for a single one. */
function readNumber(text, base) {
	const [whole = "", part = ""] = text.split(".");
	const value = (c) => {
		const digit = BigInt(Number.parseInt(c, 16));
		return digit >= BigInt(base) && text.length > 1 ? BigInt(base - 1) : digit;
	};
	if (base === 10 && /^\d*$/.test(whole + part)) return {
		digits: BigInt(`${whole}${part}` || "0"),
		scale: part.length
	};
	let digits = 0n;
	for (const c of whole) digits = digits * BigInt(base) + value(c);
	let numerator = 0n;
	for (const c of part) numerator = numerator * BigInt(base) + value(c);
	if (part === "") return fromInteger(digits);
	return add(fromInteger(digits), divide(fromInteger(numerator), fromInteger(BigInt(base) ** BigInt(part.length)), part.length));
}
// src/tools/bc/parse.ts
var BcSyntaxError = class extends Error {};
var TOKEN = /\\\n|[ \t]+|\/\*[^]*?\*\/|#[^\n]*|("[^"]*")|((?:[\dA-F]+\.?[\dA-F]*|\.[\dA-F]+))|([a-z][a-z0-9_]*)|(\+\+|--|[-+*/%^]=|[=<>!]=|&&|\|\||[-+*/%^=<>!(){}[\],;\n])/y;
var BINARY = [
	["||"],
	["&&"],
	[
		"==",
		"<=",
		">=",
		"!=",
		"<",
		">"
	],
	["+", "-"],
	[
		"*",
		"/",
		"%"
	]
];
var Parser = class {
	tokens = [];
	at = 0;
	depth = 0;
	constructor(source) {
		TOKEN.lastIndex = 0;
		while (TOKEN.lastIndex < source.length) {
			const from = TOKEN.lastIndex;
			const found = TOKEN.exec(source);
			if (!found) throw new BcSyntaxError(`illegal character: ${source[from]}`);
			const token = found[1] ?? found[2] ?? found[3] ?? found[4];
			if (token !== void 0) this.tokens.push(token);
		}
	}
	/** The next statements, up to the end of a line; undefined at the end. */
	line() {
		while (this.is("\n") || this.is(";")) this.at++;
		if (this.at >= this.tokens.length) return void 0;
		const statements = [];
		for (;;) {
			statements.push(this.statement());
			if (this.take(";")) {
				if (this.is("\n") || this.at >= this.tokens.length) break;
				continue;
			}
			if (this.at >= this.tokens.length || this.is("\n")) break;
			this.wrong();
		}
		return statements;
	}
	/** Goes on behind the line of a mistake. */
	skipLine() {
		while (this.at < this.tokens.length && !this.is("\n")) this.at++;
	}
	is(token) {
		return this.tokens[this.at] === token;
	}
	take(token) {
		if (!this.is(token)) return false;
		this.at++;
		return true;
	}
	wrong() {
		throw new BcSyntaxError("syntax error");
	}
	need(token) {
		if (!this.take(token)) this.wrong();
	}
	lines() {
		while (this.take("\n"));
	}
	statement() {
		if (++this.depth > 200) throw new BcSyntaxError("too deeply nested");
		try {
			return this.oneStatement();
		} finally {
			this.depth--;
		}
	}
	oneStatement() {
		const token = this.tokens[this.at] ?? this.wrong();
		switch (token) {
			case "{": {
				this.at++;
				const statements = [];
				for (;;) {
					while (this.take("\n") || this.take(";"));
					if (this.take("}")) return {
						kind: "block",
						statements
					};
					statements.push(this.statement());
					if (!this.is("}") && !this.is(";") && !this.is("\n")) this.wrong();
				}
			}
			case "if": {
				this.at++;
				const test = this.condition();
				this.lines();
				const then = this.statement();
				const back = this.at;
				while (this.is("\n") || this.is(";")) this.at++;
				if (this.take("else")) {
					this.lines();
					return {
						kind: "if",
						test,
						then,
						otherwise: this.statement()
					};
				}
				this.at = back;
				return {
					kind: "if",
					test,
					then,
					otherwise: void 0
				};
			}
			case "while": {
				this.at++;
				const test = this.condition();
				this.lines();
				return {
					kind: "loop",
					test,
					body: this.statement()
				};
			}
			case "for": {
				this.at++;
				this.need("(");
				const first = this.is(";") ? void 0 : this.expression();
				this.need(";");
				const test = this.is(";") ? void 0 : this.expression();
				this.need(";");
				const last = this.is(")") ? void 0 : this.expression();
				this.need(")");
				this.lines();
				return {
					kind: "loop",
					first,
					test,
					last,
					body: this.statement()
				};
			}
			case "define": return this.definition();
			case "return":
				this.at++;
				if (this.is(";") || this.is("\n") || this.is("}") || this.at >= this.tokens.length) return {
					kind: "return",
					value: void 0
				};
				return {
					kind: "return",
					value: this.expression()
				};
			case "break":
			case "continue":
			case "quit":
			case "halt":
				this.at++;
				return {
					kind: "leave",
					word: token
				};
			case "print": {
				this.at++;
				const items = [];
				do {
					const item = this.tokens[this.at] ?? "";
					if (item.startsWith("\"")) {
						this.at++;
						items.push(item.slice(1, -1));
					} else items.push(this.expression());
				} while (this.take(","));
				return {
					kind: "print",
					items
				};
			}
		}
		if (token.startsWith("\"")) {
			this.at++;
			return {
				kind: "text",
				text: token.slice(1, -1)
			};
		}
		const value = this.expression();
		return {
			kind: "expression",
			value,
			silent: value.kind === "assign"
		};
	}
	condition() {
		this.need("(");
		const test = this.expression();
		this.need(")");
		return test;
	}
	names(end) {
		const names = [];
		while (!this.take(end)) {
			const name = this.tokens[this.at++] ?? this.wrong();
			if (!/^[a-z]/.test(name)) this.wrong();
			if (this.take("[")) {
				this.need("]");
				names.push(`${name}[]`);
			} else names.push(name);
			if (!this.take(",") && !this.is(end)) this.wrong();
		}
		return names;
	}
	definition() {
		this.at++;
		const name = this.tokens[this.at++] ?? this.wrong();
		this.need("(");
		const parameters = this.names(")");
		this.lines();
		this.need("{");
		while (this.take("\n") || this.take(";"));
		const locals = [];
		if (this.take("auto")) do {
			const local = this.tokens[this.at++] ?? this.wrong();
			if (this.take("[")) {
				this.need("]");
				locals.push(`${local}[]`);
			} else locals.push(local);
		} while (this.take(","));
		const statements = [];
		for (;;) {
			while (this.take("\n") || this.take(";"));
			if (this.take("}")) break;
			statements.push(this.statement());
			if (!this.is("}") && !this.is(";") && !this.is("\n")) this.wrong();
		}
		return {
			kind: "define",
			name,
			parameters,
			locals,
			body: {
				kind: "block",
				statements
			}
		};
	}
	expression(level = 0) {
		if (++this.depth > 200) throw new BcSyntaxError("too deeply nested");
		try {
			if (level === 1 && this.take("!")) return {
				kind: "unary",
				operator: "!",
				value: this.expression(2)
			};
			const operators = BINARY[level];
			if (!operators) return this.unary();
			let left = this.expression(level + 1);
			while (operators.includes(this.tokens[this.at] ?? "")) left = {
				kind: "binary",
				operator: this.tokens[this.at++],
				left,
				right: this.expression(level + 1)
			};
			return left;
		} finally {
			this.depth--;
		}
	}
	unary() {
		if (this.take("-")) return {
			kind: "unary",
			operator: "-",
			value: this.unary()
		};
		if (this.take("!")) return {
			kind: "unary",
			operator: "!",
			value: this.unary()
		};
		const base = this.postfix();
		if (!this.take("^")) return base;
		return {
			kind: "binary",
			operator: "^",
			left: base,
			right: this.unary()
		};
	}
	postfix() {
		const step = this.tokens[this.at];
		if (step === "++" || step === "--") {
			this.at++;
			const target = this.primary();
			if (target.kind !== "name" && target.kind !== "item") this.wrong();
			return {
				kind: "step",
				target,
				by: step === "++" ? 1 : -1,
				after: false
			};
		}
		const value = this.primary();
		if (value.kind !== "name" && value.kind !== "item") return value;
		const token = this.tokens[this.at] ?? "";
		if (token === "++" || token === "--") {
			this.at++;
			return {
				kind: "step",
				target: value,
				by: token === "++" ? 1 : -1,
				after: true
			};
		}
		if (token === "=" || /^[-+*/%^]=$/.test(token)) {
			this.at++;
			return {
				kind: "assign",
				target: value,
				operator: token.slice(0, -1),
				value: this.expression()
			};
		}
		return value;
	}
	primary() {
		const token = this.tokens[this.at] ?? this.wrong();
		if (!/^[\dA-F.a-z(]/.test(token)) this.wrong();
		this.at++;
		if (token === "(") {
			const value = this.expression();
			this.need(")");
			return value.kind === "assign" ? {
				kind: "binary",
				operator: "+",
				left: value,
				right: {
					kind: "number",
					text: "0"
				}
			} : value;
		}
		if (/^[\dA-F.]/.test(token)) return {
			kind: "number",
			text: token
		};
		if (!/^[a-z]/.test(token)) this.wrong();
		if (this.take("(")) {
			const args = [];
			while (!this.take(")")) {
				args.push(this.expression());
				if (!this.take(",") && !this.is(")")) this.wrong();
			}
			return {
				kind: "call",
				name: token,
				args
			};
		}
		if (this.take("[")) {
			const index = this.expression();
			this.need("]");
			return {
				kind: "item",
				name: token,
				index
			};
		}
		return {
			kind: "name",
			name: token
		};
	}
};
// src/tools/bc/index.ts
/** bc: a calculator of any precision, with the library of -l. */
/** More digits than this are a mistake of the person: the page would stand still. */
var LARGEST_SCALE = 2e3;
var LARGEST_EXPONENT = 20000n;
var TURN = 500;
var DEEPEST = 300;
var BcError = class extends Error {};
var Leave = class {
	word;
	value;
	constructor(word, value = ZERO) {
		this.word = word;
		this.value = value;
	}
};
var Machine = class {
	call;
	library;
	names = /* @__PURE__ */ new Map();
	arrays = /* @__PURE__ */ new Map();
	functions = /* @__PURE__ */ new Map();
	scale = 0;
	inputBase = 10;
	outputBase = 10;
	last = ZERO;
	steps = 0;
	depth = 0;
	constructor(call, library) {
		this.call = call;
		this.library = library;
		if (library) this.scale = 20;
	}
	/** Runs a text; false when it said quit. */
	*run(source) {
		let parser;
		try {
			parser = new Parser(source);
		} catch (error) {
			if (!(error instanceof BcSyntaxError)) throw error;
			yield* this.complain(error.message);
			return true;
		}
		for (;;) {
			let statements;
			try {
				statements = parser.line();
			} catch (error) {
				if (!(error instanceof BcSyntaxError)) throw error;
				yield* this.complain(error.message);
				parser.skipLine();
				continue;
			}
			if (!statements) return true;
			try {
				for (const statement of statements) yield* this.execute(statement);
			} catch (error) {
				if (error instanceof Leave) {
					if (error.word === "quit") return false;
				} else if (error instanceof BcError) yield* this.call.note(`Runtime error (func=(main), adr=${this.steps % 97}): ${error.message}\n`);
				else if (error instanceof RangeError) yield* this.call.note("Runtime error: the number is too large\n");
				else throw error;
			}
			this.depth = 0;
			yield* this.call.flush();
		}
	}
	*complain(message) {
		yield* this.call.note(`(standard_in) 1: ${message}\n`);
	}
	*turn() {
		if (++this.steps % TURN === 0) yield* yieldNow();
	}
	*execute(statement) {
		yield* this.turn();
		switch (statement.kind) {
			case "expression": {
				const value = yield* this.evaluate(statement.value);
				if (statement.silent) return;
				this.last = value;
				this.call.put(`${show(value, this.outputBase)}\n`);
				return;
			}
			case "text":
				this.call.put(statement.text);
				return;
			case "print":
				for (const item of statement.items) if (typeof item !== "string") {
					this.last = yield* this.evaluate(item);
					this.call.put(show(this.last, this.outputBase));
				} else this.call.put(item.replace(/\\([abfnqrt"\\])/g, (_all, c) => ({
					a: "\x07",
					b: "\b",
					f: "\f",
					n: "\n",
					q: "\"",
					r: "\r",
					t: "	"
				})[c] ?? c));
				return;
			case "block":
				for (const one of statement.statements) yield* this.execute(one);
				return;
			case "if":
				if ((yield* this.evaluate(statement.test)).digits !== 0n) yield* this.execute(statement.then);
				else if (statement.otherwise) yield* this.execute(statement.otherwise);
				return;
			case "loop":
				if (statement.first) yield* this.evaluate(statement.first);
				while (!statement.test || (yield* this.evaluate(statement.test)).digits !== 0n) {
					try {
						yield* this.execute(statement.body);
					} catch (error) {
						if (!(error instanceof Leave) || error.word !== "break" && error.word !== "continue") throw error;
						if (error.word === "break") return;
					}
					if (statement.last) yield* this.evaluate(statement.last);
					yield* this.turn();
				}
				return;
			case "define":
				this.functions.set(statement.name, statement);
				return;
			case "return": throw new Leave("return", statement.value ? yield* this.evaluate(statement.value) : ZERO);
			case "leave": throw new Leave(statement.word === "halt" ? "quit" : statement.word);
		}
	}
	*evaluate(expression) {
		yield* this.turn();
		if (++this.depth > DEEPEST) throw new BcError("the stack is full");
		try {
			return yield* this.value(expression);
		} finally {
			this.depth--;
		}
	}
	*value(expression) {
		switch (expression.kind) {
			case "number": return readNumber(expression.text, this.inputBase);
			case "name":
			case "item": return yield* this.get(expression);
			case "assign": {
				const value = yield* this.evaluate(expression.value);
				const result = expression.operator === "" ? value : this.apply(expression.operator, yield* this.get(expression.target), value);
				yield* this.set(expression.target, result);
				return result;
			}
			case "step": {
				const before = yield* this.get(expression.target);
				const after = add(before, fromInteger(expression.by));
				yield* this.set(expression.target, after);
				return expression.after ? before : after;
			}
			case "unary": {
				const value = yield* this.evaluate(expression.value);
				if (expression.operator === "-") return negate(value);
				return value.digits === 0n ? ONE : ZERO;
			}
			case "binary": {
				const left = yield* this.evaluate(expression.left);
				if (expression.operator === "&&" && left.digits === 0n) return ZERO;
				if (expression.operator === "||" && left.digits !== 0n) return ONE;
				return this.apply(expression.operator, left, yield* this.evaluate(expression.right));
			}
			case "call": return yield* this.invoke(expression.name, expression.args);
		}
	}
	apply(operator, a, b) {
		const truth = (yes) => yes ? ONE : ZERO;
		switch (operator) {
			case "+": return add(a, b);
			case "-": return subtract(a, b);
			case "*": return multiply(a, b, this.scale);
			case "/":
			case "%":
				if (b.digits === 0n) throw new BcError(operator === "/" ? "Divide by zero" : "Modulo by zero");
				return operator === "/" ? divide(a, b, this.scale) : remainder(a, b, this.scale);
			case "^": {
				const exponent = integer(b);
				if (exponent > LARGEST_EXPONENT || exponent < -20000n) throw new BcError("exponent too large in raise");
				if (exponent < 0n && a.digits === 0n) throw new BcError("Divide by zero");
				return raise(a, exponent, this.scale);
			}
			case "==": return truth(compare(a, b) === 0);
			case "!=": return truth(compare(a, b) !== 0);
			case "<": return truth(compare(a, b) < 0);
			case "<=": return truth(compare(a, b) <= 0);
			case ">": return truth(compare(a, b) > 0);
			case ">=": return truth(compare(a, b) >= 0);
			case "&&": return truth(a.digits !== 0n && b.digits !== 0n);
			default: return truth(a.digits !== 0n || b.digits !== 0n);
		}
	}
	*get(target) {
		if (target.kind === "item") return this.arrays.get(target.name)?.get(integer(yield* this.evaluate(target.index))) ?? ZERO;
		switch (target.name) {
			case "scale": return fromInteger(this.scale);
			case "ibase": return fromInteger(this.inputBase);
			case "obase": return fromInteger(this.outputBase);
			case "last": return this.last;
			default: return this.names.get(target.name) ?? ZERO;
		}
	}
	*set(target, value) {
		if (target.kind === "item") {
			const index = integer(yield* this.evaluate(target.index));
			const array = this.arrays.get(target.name) ?? /* @__PURE__ */ new Map();
			array.set(index, value);
			this.arrays.set(target.name, array);
			return;
		}
		const number = Number(integer(value));
		if (target.name === "scale") {
			if (number > LARGEST_SCALE) yield* this.call.note(`Runtime warning: scale too large, set to ${LARGEST_SCALE}\n`);
			this.scale = Math.min(LARGEST_SCALE, Math.max(0, number));
		} else if (target.name === "ibase") this.inputBase = Math.min(16, Math.max(2, number));
		else if (target.name === "obase") this.outputBase = Math.max(2, number);
		else this.names.set(target.name, value);
	}
	*invoke(name, args) {
		const own = this.functions.get(name);
		if (!own) {
			const values = [];
			for (const arg of args) values.push(yield* this.evaluate(arg));
			return this.builtin(name, values);
		}
		if (args.length !== own.parameters.length) throw new BcError("Parameter number mismatch");
		const given = [];
		for (const [i, arg] of args.entries()) {
			const array = own.parameters[i]?.endsWith("[]") && arg.kind === "name" ? this.arrays.get(arg.name) : void 0;
			given.push(array ? new Map(array) : yield* this.evaluate(arg));
		}
		const scope = [...own.parameters, ...own.locals];
		const saved = scope.map((one) => one.endsWith("[]") ? this.arrays.get(one.slice(0, -2)) : this.names.get(one));
		const put = (one, value) => {
			if (one.endsWith("[]")) this.arrays.set(one.slice(0, -2), value instanceof Map ? value : /* @__PURE__ */ new Map());
			else if (value && !(value instanceof Map)) this.names.set(one, value);
			else this.names.delete(one);
		};
		scope.forEach((one, i) => put(one, given[i]));
		try {
			yield* this.execute(own.body);
			return ZERO;
		} catch (error) {
			if (error instanceof Leave && error.word === "return") return error.value;
			throw error;
		} finally {
			scope.forEach((one, i) => put(one, saved[i]));
		}
	}
	builtin(name, [x = ZERO]) {
		switch (name) {
			case "sqrt":
				if (x.digits < 0n) throw new BcError("Square root of a negative number");
				return squareRoot(x, this.scale);
			case "length": return fromInteger(lengthOf(x));
			case "scale": return fromInteger(x.scale);
		}
		if (this.library && Object.hasOwn(SERIES, name)) {
			if (name === "l" && x.digits <= 0n) return negate({
				digits: 10n ** BigInt(this.scale) - 1n,
				scale: 0
			});
			return rescale(SERIES[name](x, this.scale + 8), this.scale);
		}
		throw new BcError(`Function ${name} not defined.`);
	}
};
var tiny = ({ digits }) => digits === 0n;
/** Sums terms until they vanish at that many digits. */
function sum(first, next, digits) {
	let [total, term] = [first, first];
	for (let n = 1; n < 2e4; n++) {
		term = rescale(next(term, n), digits);
		if (tiny(term)) break;
		total = add(total, term);
	}
	return total;
}
var times = (a, b, digits) => rescale(multiply(a, b, digits), digits);
var over = (a, n, digits) => divide(a, fromInteger(n), digits);
var exponential = (x, digits) => {
	let halvings = 0;
	let small = rescale(x, digits + 10);
	while (compare(small.digits < 0n ? negate(small) : small, ONE) > 0) {
		small = over(small, 2, digits + 10);
		halvings++;
		if (halvings > 20) throw new RangeError("too large");
	}
	let result = sum(rescale(ONE, digits + 10), (term, n) => over(times(term, small, digits + 10), n, digits + 10), digits + 10);
	for (; halvings > 0; halvings--) result = times(result, result, digits + 10);
	return result;
};
var logarithm = (x, digits) => {
	const wide = digits + 10;
	let [value, factor] = [rescale(x, wide), 2];
	const near = (one) => compare(one, {
		digits: 12n,
		scale: 1
	}) < 0 && compare(one, {
		digits: 8n,
		scale: 1
	}) > 0;
	while (!near(value)) {
		value = squareRoot(value, wide);
		factor *= 2;
	}
	const ratio = divide(subtract(value, ONE), add(value, ONE), wide);
	const square = times(ratio, ratio, wide);
	let power = ratio;
	return multiply(sum(ratio, (_term, n) => {
		power = times(power, square, wide);
		return over(power, 2 * n + 1, wide);
	}, wide), fromInteger(factor), wide);
};
var arctangent = (x, digits) => {
	const wide = digits + 10;
	if (x.digits < 0n) return negate(arctangent(negate(x), digits));
	let [value, factor] = [rescale(x, wide), 1];
	while (compare(value, {
		digits: 2n,
		scale: 1
	}) > 0) {
		value = divide(value, add(ONE, squareRoot(add(ONE, times(value, value, wide)), wide)), wide);
		factor *= 2;
	}
	const square = negate(times(value, value, wide));
	let power = value;
	return multiply(sum(value, (_term, n) => {
		power = times(power, square, wide);
		return over(power, 2 * n + 1, wide);
	}, wide), fromInteger(factor), wide);
};
var sine = (x, digits) => {
	const wide = digits + 10 + lengthOf(rescale(x, 0));
	const pi = multiply(arctangent(ONE, wide), fromInteger(4), wide);
	const turns = integer(divide(x, multiply(pi, fromInteger(2), wide), 0));
	const value = rescale(subtract(x, multiply(multiply(pi, fromInteger(2), wide), fromInteger(turns), wide)), wide);
	const square = negate(times(value, value, wide));
	return sum(value, (term, n) => over(times(term, square, wide), 2 * n * (2 * n + 1), wide), wide);
};
var SERIES = {
	e: exponential,
	l: logarithm,
	a: arctangent,
	s: sine,
	c: (x, digits) => sine(add(x, multiply(arctangent(ONE, digits + 10), fromInteger(2), digits + 10)), digits)
};
var bc = function* (call) {
	const given = options(call, "l,mathlib q,quiet s,standard w,warn i,interactive");
	const machine = new Machine(call, given.has("l"));
	for (const path of given.operands) {
		const text = yield* files((fs, cwd) => {
			const absolute = fs.resolve(cwd, path);
			if (!fs.exists(absolute)) throw new Failure(`File ${path} is unavailable.`, 1, true);
			return fs.read(absolute);
		});
		if (!(yield* machine.run(text))) return 0;
	}
	if (!(yield* isatty(0))) {
		const text = yield* readAll(0);
		if (text !== "" && !text.endsWith("\n")) yield* machine.run(`${text}\n`);
		else yield* machine.run(text);
		return 0;
	}
	if (!given.has("q")) call.put("bc 1.07.1: a calculator. Type quit to leave.\n");
	yield* call.flush();
	let pending = "";
	for (let line = yield* readLine(0); line !== null; line = yield* readLine(0)) {
		pending += line;
		if ((pending.match(/\{/g)?.length ?? 0) - (pending.match(/\}/g)?.length ?? 0) > 0 || pending.endsWith("\\\n")) continue;
		if (!(yield* machine.run(pending))) return 0;
		pending = "";
	}
	return 0;
};
export { bc };
