// src/tools/regex/parse.ts
/** Why a pattern is none, in the words of the C library. */
var RegexError = class extends Error {};
var CLASSES = {
	alpha: "AZaz",
	digit: "09",
	alnum: "AZaz09",
	upper: "AZ",
	lower: "az",
	space: "	\r  ",
	blank: "		  ",
	punct: "!/:@[`{~",
	print: " ~",
	graph: "!~",
	cntrl: "\0",
	xdigit: "09AFaf",
	word: "AZaz09__"
};
var PROPERTIES = {
	alpha: ["L"],
	alnum: ["L", "N"],
	upper: ["Lu"],
	lower: ["Ll"],
	word: ["L", "N"]
};
var ESCAPES = {
	n: "\n",
	t: "	",
	r: "\r",
	f: "\f",
	v: "\v",
	a: "\x07",
	e: "\x1B"
};
var LETTERS = {
	w: "word",
	s: "space",
	d: "digit",
	h: "blank"
};
var MOST = 32767;
var NOT_NEWLINE = {
	negated: true,
	ranges: [[10, 10]],
	properties: []
};
var EVERYTHING = {
	negated: true,
	ranges: [],
	properties: []
};
function classSet(name, negated = false, ascii = false) {
	const pairs = CLASSES[name];
	if (pairs === void 0) throw new RegexError("Invalid character class name");
	const ranges = [];
	for (let i = 0; i < pairs.length; i += 2) ranges.push([pairs.charCodeAt(i), pairs.charCodeAt(i + 1)]);
	return {
		negated,
		ranges,
		properties: ascii ? [] : PROPERTIES[name] ?? []
	};
}
function parseRegex(source, syntax, options = {}) {
	return new Parser([...source], syntax, options).parse();
}
var Parser = class {
	text;
	syntax;
	options;
	at = 0;
	groups = 0;
	depth = 0;
	closed = /* @__PURE__ */ new Set();
	names = /* @__PURE__ */ new Map();
	ignoreCase = false;
	constructor(text, syntax, options) {
		this.text = text;
		this.syntax = syntax;
		this.options = options;
	}
	parse() {
		const root = this.alternatives();
		if (this.at < this.text.length) throw new RegexError("Unmatched ) or \\)");
		return {
			root,
			groups: this.groups,
			names: this.names,
			ignoreCase: this.ignoreCase
		};
	}
	get basic() {
		return this.syntax === "basic";
	}
	ahead(token) {
		return [...token].every((c, i) => this.text[this.at + i] === c);
	}
	/** Is the special sign here: `(` in extended syntax, `\(` in basic? */
	special(sign) {
		return this.ahead(this.basic ? `\\${sign}` : sign);
	}
	take(token) {
		if (!this.ahead(token)) return false;
		this.at += token.length;
		return true;
	}
	takeSpecial(sign) {
		return this.take(this.basic ? `\\${sign}` : sign);
	}
	alternatives() {
		if (++this.depth > 500) throw new RegexError("Regular expression too big");
		const options = [this.sequence()];
		while (this.takeSpecial("|")) options.push(this.sequence());
		this.depth--;
		return options.length === 1 ? options[0] : {
			t: "alt",
			options
		};
	}
	sequence() {
		const parts = [];
		while (this.at < this.text.length && !this.special("|") && !(this.special(")") && !(this.options.looseParenthesis && this.depth === 1))) {
			if (this.options.extended && /\s/.test(this.text[this.at])) {
				this.at++;
				continue;
			}
			if (this.options.extended && this.text[this.at] === "#") {
				while (this.at < this.text.length && this.text[this.at] !== "\n") this.at++;
				continue;
			}
			const atom = this.atom(parts.length === 0);
			if (atom) parts.push(this.quantified(atom));
		}
		return parts.length === 1 ? parts[0] : {
			t: "seq",
			parts
		};
	}
	quantified(atom) {
		let node = atom;
		for (;;) {
			let bounds;
			if (this.ahead("*")) bounds = [0, Number.POSITIVE_INFINITY];
			else if (this.special("+")) bounds = [1, Number.POSITIVE_INFINITY];
			else if (this.special("?")) bounds = [0, 1];
			if (bounds) this.at += this.ahead("*") || !this.basic ? 1 : 2;
			else if (this.special("{")) {
				bounds = this.interval();
				if (!bounds) return node;
			} else return node;
			let lazy = false;
			if (this.syntax === "perl") {
				lazy = this.take("?");
				if (!lazy) this.take("+");
			}
			if (node.t === "assert" && this.syntax !== "perl") continue;
			node = {
				t: "repeat",
				node,
				min: bounds[0],
				max: bounds[1],
				lazy
			};
		}
	}
	/** `{2}`, `{2,}`, `{,3}`, `{2,3}`; undefined (nothing taken) where the brace is an ordinary character. */
	interval() {
		const rest = this.text.slice(this.at, this.at + 20).join("");
		const match = (this.basic ? /^\\\{(\d*)(,?)(\d*)\\\}/ : /^\{(\d*)(,?)(\d*)\}/).exec(rest);
		if (!match || match[1] === "" && match[3] === "" && match[2] === "") {
			if (this.basic) throw new RegexError(rest.includes("\\}") ? "Invalid content of \\{\\}" : "Unmatched \\{");
			return;
		}
		if (this.syntax === "perl" && match[1] === "") return void 0;
		this.at += match[0].length;
		const min = Number(match[1] || 0);
		const max = match[2] === "" ? min : match[3] === "" ? Number.POSITIVE_INFINITY : Number(match[3]);
		if (min > max) throw new RegexError("Invalid content of \\{\\}");
		if (min > MOST || Number.isFinite(max) && max > MOST) throw new RegexError("Regular expression too big");
		return [min, max];
	}
	char(c) {
		return {
			t: "char",
			code: c.codePointAt(0)
		};
	}
	atom(first) {
		if (this.takeSpecial("(")) return this.group();
		const c = this.text[this.at++];
		if (c === "\\") return this.escape();
		if (c === "[") return {
			t: "set",
			set: this.bracket()
		};
		if (c === ".") return {
			t: "set",
			set: this.syntax === "perl" && !this.options.dotAll ? NOT_NEWLINE : EVERYTHING
		};
		if (c === "^" && (!this.basic || first)) return {
			t: "assert",
			kind: this.options.multiline ? "lineStart" : "start"
		};
		if (c === "$" && (!this.basic || this.at >= this.text.length || this.special(")") || this.special("|"))) return {
			t: "assert",
			kind: this.options.multiline ? "lineEnd" : this.syntax === "perl" ? "close" : "end"
		};
		if (first && !this.basic && (c === "*" || c === "+" || c === "?")) {
			if (this.syntax === "perl") throw new RegexError("quantifier does not follow a repeatable item");
			return c === "*" ? void 0 : this.char(c);
		}
		return this.char(c);
	}
	group() {
		if (this.syntax === "perl" && this.take("?")) {
			const look = [
				"<=",
				"<!",
				"=",
				"!"
			].find((sign) => this.take(sign));
			if (look) return {
				t: "look",
				opening: `(?${look}`,
				node: this.closing(this.alternatives())
			};
			const rest = this.text.slice(this.at, this.at + 80).join("");
			const name = /^P?<([A-Za-z_]\w*)>/.exec(rest) ?? /^'([A-Za-z_]\w*)'/.exec(rest);
			if (name) {
				this.at += name[0].length;
				this.names.set(this.groups + 1, name[1]);
				return this.captured();
			}
			const flags = /^([imsx]*)(:|\))/.exec(rest);
			if (!flags) throw new RegexError("unrecognized character after (? or (?-");
			this.at += flags[0].length;
			const set = flags[1];
			if (set.includes("i")) this.ignoreCase = true;
			this.options = {
				...this.options,
				...set.includes("m") && { multiline: true },
				...set.includes("s") && { dotAll: true },
				...set.includes("x") && { extended: true }
			};
			return flags[2] === ")" ? void 0 : this.closing(this.alternatives());
		}
		return this.captured();
	}
	captured() {
		const index = ++this.groups;
		const node = this.closing(this.alternatives());
		this.closed.add(index);
		return {
			t: "group",
			node,
			index
		};
	}
	closing(node) {
		if (!this.takeSpecial(")")) throw new RegexError(this.syntax === "perl" ? "missing closing parenthesis" : "Unmatched ( or \\(");
		return node;
	}
	escape() {
		const c = this.text[this.at++];
		if (c === void 0) throw new RegexError("Trailing backslash");
		const perl = this.syntax === "perl";
		if (/[1-9]/.test(c)) {
			const index = Number(c);
			if (!this.closed.has(index)) throw new RegexError("Invalid back reference");
			return {
				t: "back",
				index
			};
		}
		const kind = {
			b: "word",
			B: "notWord",
			"<": "wordStart",
			">": "wordEnd",
			"`": "start",
			"'": "end",
			A: "start",
			z: "end",
			Z: "close"
		}[c];
		if (kind && (perl ? /[bBAzZ]/.test(c) : /[bB<>`']/.test(c))) return {
			t: "assert",
			kind
		};
		const name = LETTERS[c.toLowerCase()];
		if (name && (perl || /[wWsS]/.test(c))) return {
			t: "set",
			set: classSet(name, c < "a", perl)
		};
		if (perl) {
			if (c === "K" || c === "G" || c === "R" || c === "X") throw new RegexError(`\\${c} is not supported here`);
			const rest = this.text.slice(this.at, this.at + 40).join("");
			const property = /^(?:\{(\^?)(\w+)\}|([A-Z]))/.exec(rest);
			if ((c === "p" || c === "P") && property) {
				this.at += property[0].length;
				const properties = [property[2] ?? property[3]];
				try {
					new RegExp(`\\p{${properties[0]}}`, "u");
				} catch {
					throw new RegexError("unknown property name after \\P or \\p");
				}
				return {
					t: "set",
					set: {
						negated: c === "P" !== (property[1] === "^"),
						ranges: [],
						properties
					}
				};
			}
			if (c === "Q") {
				const parts = [];
				while (this.at < this.text.length && !this.take("\\E")) parts.push(this.char(this.text[this.at++]));
				return {
					t: "seq",
					parts
				};
			}
			if (c === "E") return void 0;
		}
		return this.char(this.escaped(c));
	}
	/** The character that a backslash and `c` stand for, in and out of brackets. */
	escaped(c) {
		const plain = this.syntax === "perl" || this.options.escapes;
		if (plain && c === "x") {
			const hex = /^(?:\{([0-9a-fA-F]{1,6})\}|([0-9a-fA-F]{1,2}))/.exec(this.text.slice(this.at, this.at + 8).join(""));
			const code = Number.parseInt(hex?.[1] ?? hex?.[2] ?? "", 16);
			if (hex && code <= 1114111) {
				this.at += hex[0].length;
				return String.fromCodePoint(code);
			}
		}
		return (plain ? ESCAPES[c] : void 0) ?? c;
	}
	bracket() {
		const unmatched = () => {
			throw new RegexError(this.syntax === "perl" ? "missing terminating ] for character class" : "Unmatched [, [^, [:, [., or [=");
		};
		const start = this.at;
		const negated = this.take("^");
		const ranges = [];
		const properties = [];
		const add = (set) => {
			if (set.negated) {
				let from = 0;
				for (const [low, high] of [...set.ranges].sort((a, b) => a[0] - b[0])) {
					if (low > from) ranges.push([from, low - 1]);
					from = high + 1;
				}
				ranges.push([from, 1114111]);
				return;
			}
			ranges.push(...set.ranges);
			properties.push(...set.properties);
		};
		/** One end of a range, or undefined where a whole class was added. */
		const element = () => {
			const c = this.text[this.at++];
			if (c === void 0) return unmatched();
			const next = this.text[this.at];
			if (c === "[" && (next === ":" || next === "." || next === "=")) {
				let end = this.at + 1;
				while (end < this.text.length && !(this.text[end] === next && this.text[end + 1] === "]")) end++;
				if (end >= this.text.length) return this.syntax === "perl" ? 91 : unmatched();
				const name = this.text.slice(this.at + 1, end).join("");
				this.at = end + 2;
				if (next === ":") {
					add(classSet(name));
					return;
				}
				if ([...name].length !== 1) throw new RegexError("Invalid collation character");
				return name.codePointAt(0);
			}
			if (c === "\\" && (this.syntax === "perl" || this.options.escapes) && next !== void 0) {
				const name = LETTERS[next.toLowerCase()];
				if (name && (this.syntax === "perl" || /[wWsS]/.test(next))) {
					this.at++;
					add(classSet(name, next < "a", true));
					return;
				}
				if (this.syntax === "perl" || /[\\\]/ntrfvax"]/.test(next)) {
					this.at++;
					return this.escaped(next).codePointAt(0);
				}
			}
			return c.codePointAt(0);
		};
		for (let first = true; first || this.text[this.at] !== "]"; first = false) {
			if (this.at >= this.text.length) unmatched();
			const low = element();
			if (low === void 0) continue;
			if (this.text[this.at] !== "-" || this.text[this.at + 1] === "]" || this.text[this.at + 1] === void 0) {
				ranges.push([low, low]);
				continue;
			}
			this.at++;
			const high = element();
			if (high === void 0 || high < low) throw new RegexError("Invalid range end");
			ranges.push([low, high]);
		}
		const inner = this.text.slice(start, this.at);
		if (this.syntax !== "perl" && inner.length > 2 && inner[0] === ":" && inner.at(-1) === ":") throw new RegexError("character class syntax is [[:space:]], not [:space:]");
		this.at++;
		return {
			negated,
			ranges,
			properties
		};
	}
};
// src/tools/regex/match.ts
/**
* Matching in time linear in the text (Pike's machine), so that no pattern can hang the page, with POSIX's rule that the
* longest of the leftmost matches wins (Perl's syntax: the first by priority). Patterns for which JavaScript's own matcher is
* surely as good go to it, as it is faster; so do back references and look-around, which no linear machine can do.
*/
var LARGEST_PROGRAM = 5e4;
/** Compiles a pattern. Throws RegexError, whose message is what the C library says. */
function compile(source, syntax, options = {}) {
	const parsed = parseRegex(source, syntax, options);
	const ignoreCase = options.ignoreCase || parsed.ignoreCase;
	const traits = {
		alternation: false,
		groupRepeat: false,
		native: false,
		unbounded: 0
	};
	inspect(parsed.root, traits);
	const simple = !traits.alternation && !traits.groupRepeat && traits.unbounded <= 2;
	const matcher = traits.native || simple ? nativeMatcher(jsSource(parsed.root), ignoreCase) : machineMatcher(programOf(parsed.root, ignoreCase), parsed.groups, syntax !== "perl");
	return {
		exec: (text, from = 0) => matcher(text, from),
		test: (text) => matcher(text, 0) !== null,
		groupCount: parsed.groups,
		names: parsed.names
	};
}
/** A pattern for plain text, as `grep -F` looks for it. */
function compileFixed(text, ignoreCase) {
	const matcher = nativeMatcher(text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"), ignoreCase);
	return {
		exec: (line, from = 0) => matcher(line, from),
		test: (line) => matcher(line, 0) !== null,
		groupCount: 0,
		names: /* @__PURE__ */ new Map()
	};
}
function inspect(node, traits) {
	if (node.t === "alt") {
		traits.alternation = true;
		for (const option of node.options) inspect(option, traits);
	} else if (node.t === "seq") for (const part of node.parts) inspect(part, traits);
	else if (node.t === "repeat") {
		if (node.node.t !== "char" && node.node.t !== "set") traits.groupRepeat = true;
		if (node.max > 100) traits.unbounded++;
		inspect(node.node, traits);
	} else if (node.t === "group") inspect(node.node, traits);
	else if (node.t === "back" || node.t === "look") traits.native = true;
}
var JS_ASSERTIONS = {
	start: "(?<![^])",
	end: "(?![^])",
	close: "(?=\\n?(?![^]))",
	lineStart: "(?<![^\\n])",
	lineEnd: "(?![^\\n])",
	word: "(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_]))",
	notWord: "(?:(?<=[\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_]))",
	wordStart: "(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_])",
	wordEnd: "(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])"
};
function jsSource(node) {
	switch (node.t) {
		case "char": return `\\u{${node.code.toString(16)}}`;
		case "set": {
			const { negated, ranges, properties } = node.set;
			const inner = ranges.map(([low, high]) => `\\u{${low.toString(16)}}-\\u{${high.toString(16)}}`).join("") + properties.map((name) => `\\p{${name}}`).join("");
			return inner === "" ? negated ? "[^]" : "[]" : `[${negated ? "^" : ""}${inner}]`;
		}
		case "seq": return node.parts.map(jsSource).join("");
		case "alt": return `(?:${node.options.map(jsSource).join("|")})`;
		case "repeat": return `(?:${jsSource(node.node)}){${node.min},${Number.isFinite(node.max) ? node.max : ""}}${node.lazy ? "?" : ""}`;
		case "group": return `(${jsSource(node.node)})`;
		case "assert": return JS_ASSERTIONS[node.kind];
		case "back": return `(?:\\${node.index})`;
		case "look": return `${node.opening}${jsSource(node.node)})`;
	}
}
function nativeMatcher(source, ignoreCase) {
	let regex;
	const flags = `ug${ignoreCase ? "i" : ""}`;
	try {
		regex = new RegExp(source, flags);
	} catch {
		throw new RegexError("Regular expression too big");
	}
	return (text, from) => {
		regex.lastIndex = from;
		const match = regex.exec(text);
		if (!match) return null;
		return {
			start: match.index,
			end: match.index + match[0].length,
			groups: match,
			get starts() {
				const exact = new RegExp(source, `${flags}d`);
				exact.lastIndex = match.index;
				return (exact.exec(text)?.indices ?? []).map((range) => range?.[0] ?? -1);
			}
		};
	};
}
/** Is the code point in the set? */
function setTest(set, ignoreCase) {
	const property = set.properties.length > 0 ? new RegExp(`[${set.properties.map((name) => `\\p{${name}}`).join("")}]`, "u") : void 0;
	const plain = (code) => set.ranges.some(([low, high]) => code >= low && code <= high) || property !== void 0 && code > 127 && property.test(String.fromCodePoint(code));
	if (!ignoreCase) return (code) => plain(code) !== set.negated;
	return (code) => {
		const c = String.fromCodePoint(code);
		return (plain(code) || plain(c.toLowerCase().codePointAt(0) ?? code) || plain(c.toUpperCase().codePointAt(0) ?? code)) !== set.negated;
	};
}
function programOf(root, ignoreCase) {
	const program = [];
	const add = (instruction) => {
		if (program.length >= LARGEST_PROGRAM) throw new RegexError("Regular expression too big");
		return program.push(instruction) - 1;
	};
	const split = (lazy) => {
		const at = add({
			op: "split",
			first: 0,
			second: 0
		});
		const instruction = program[at];
		return {
			at,
			enter: () => {
				instruction[lazy ? "second" : "first"] = program.length;
			},
			leave: () => {
				instruction[lazy ? "first" : "second"] = program.length;
			}
		};
	};
	const emit = (node) => {
		switch (node.t) {
			case "char": {
				const c = String.fromCodePoint(node.code);
				const other = ignoreCase ? (c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase()).codePointAt(0) ?? node.code : node.code;
				add({
					op: "char",
					code: node.code,
					other
				});
				return;
			}
			case "set":
				add({
					op: "set",
					has: setTest(node.set, ignoreCase)
				});
				return;
			case "seq":
				for (const part of node.parts) emit(part);
				return;
			case "alt": {
				const jumps = [];
				node.options.forEach((option, i) => {
					if (i === node.options.length - 1) return emit(option);
					const choice = split(false);
					choice.enter();
					emit(option);
					jumps.push(program[add({
						op: "jump",
						to: 0
					})]);
					choice.leave();
				});
				for (const jump of jumps) jump.to = program.length;
				return;
			}
			case "repeat":
				for (let i = 0; i < node.min; i++) emit(node.node);
				if (node.max === Number.POSITIVE_INFINITY) {
					const loop = split(node.lazy);
					loop.enter();
					emit(node.node);
					add({
						op: "jump",
						to: loop.at
					});
					loop.leave();
				} else {
					const choices = [];
					for (let i = node.min; i < node.max; i++) {
						const choice = split(node.lazy);
						choice.enter();
						emit(node.node);
						choices.push(choice);
					}
					for (const choice of choices) choice.leave();
				}
				return;
			case "group":
				add({
					op: "save",
					slot: node.index * 2
				});
				emit(node.node);
				add({
					op: "save",
					slot: node.index * 2 + 1
				});
				return;
			case "assert":
				add({
					op: "assert",
					kind: node.kind
				});
				return;
			default: throw new RegexError("Invalid back reference");
		}
	};
	emit(root);
	add({ op: "match" });
	return program;
}
var isWord = (text, at) => /[\p{L}\p{N}_]/u.test(text[at] ?? "");
function holds(kind, text, at) {
	switch (kind) {
		case "start": return at === 0;
		case "end": return at === text.length;
		case "close": return at === text.length || at === text.length - 1 && text[at] === "\n";
		case "lineStart": return at === 0 || text[at - 1] === "\n";
		case "lineEnd": return at === text.length || text[at] === "\n";
		case "word": return isWord(text, at - 1) !== isWord(text, at);
		case "notWord": return isWord(text, at - 1) === isWord(text, at);
		case "wordStart": return !isWord(text, at - 1) && isWord(text, at);
		case "wordEnd": return isWord(text, at - 1) && !isWord(text, at);
	}
}
function machineMatcher(program, groups, longest) {
	const seen = new Int32Array(program.length).fill(-1);
	let generation = 0;
	const empty = new Array(groups * 2 + 2).fill(-1);
	/** Follows splits, jumps, saves and assertions from `pc` and adds the threads that wait for a character. */
	const follow = (list, text, at, pc, slots) => {
		const stack = [{
			pc,
			slots
		}];
		for (let thread = stack.pop(); thread; thread = stack.pop()) {
			if (seen[thread.pc] === generation) continue;
			seen[thread.pc] = generation;
			const instruction = program[thread.pc];
			if (instruction.op === "jump") stack.push({
				pc: instruction.to,
				slots: thread.slots
			});
			else if (instruction.op === "split") stack.push({
				pc: instruction.second,
				slots: thread.slots
			}, {
				pc: instruction.first,
				slots: thread.slots
			});
			else if (instruction.op === "save") stack.push({
				pc: thread.pc + 1,
				slots: thread.slots.with(instruction.slot, at)
			});
			else if (instruction.op === "assert") {
				if (holds(instruction.kind, text, at)) stack.push({
					pc: thread.pc + 1,
					slots: thread.slots
				});
			} else list.push(thread);
		}
	};
	return (text, from) => {
		let best;
		let current = [];
		let at = from;
		generation++;
		for (;;) {
			if (!best) follow(current, text, at, 0, empty.with(0, at));
			if (current.length === 0 && best) break;
			const code = text.codePointAt(at);
			const width = code !== void 0 && code > 65535 ? 2 : 1;
			const next = [];
			generation++;
			for (const thread of current) {
				const start = thread.slots[0];
				if (best && start > best[0]) continue;
				const instruction = program[thread.pc];
				if (instruction.op === "match") {
					if (!best || start < best[0] || at > best[1]) best = thread.slots.with(1, at);
					if (!longest) break;
				} else if (code !== void 0 && (instruction.op === "char" ? instruction.code === code || instruction.other === code : instruction.op === "set" && instruction.has(code))) follow(next, text, at + width, thread.pc + 1, thread.slots);
			}
			current = next;
			if (code === void 0 || best && current.length === 0) break;
			at += width;
		}
		if (!best) return null;
		const found = best;
		const starts = [];
		const texts = [];
		for (let i = 0; i <= groups; i++) {
			const [start = -1, end = -1] = [found[i * 2], found[i * 2 + 1]];
			starts.push(end < 0 ? -1 : start);
			texts.push(end < 0 || start < 0 ? void 0 : text.slice(start, end));
		}
		return {
			start: found[0],
			end: found[1],
			groups: texts,
			starts
		};
	};
}
export { compileFixed as n, RegexError as r, compile as t };
