import { C as write, T as SysError, h as readAll, i as files, t as close, u as open, w as yieldNow } from "./sys-DzG-ihIq.js";
import { r as options } from "./options-DE9P4iOL.js";
import { t as Failure } from "./tool-C9Ng63UA.js";
import { r as RegexError, t as compile } from "./match-DxLJyz6S.js";
import { t as Lines } from "./lines-C_9WBvXS.js";
// src/tools/sed/parse.ts
/** A sed script as a list of commands, with GNU's words for what is wrong in it. */
function parseScript(sources, extended) {
	return new Parser(sources, extended).parse();
}
var Parser = class {
	sources;
	text;
	extended;
	at = 0;
	commands = [];
	open = [];
	constructor(sources, extended) {
		this.sources = sources;
		this.text = sources.map(({ text }) => text).join("\n");
		this.extended = extended;
	}
	parse() {
		const quiet = /^#n(\n|$)/.test(this.text);
		for (;;) {
			this.skip(/[\s;]/);
			if (this.at >= this.text.length) break;
			this.command();
		}
		if (this.open.length > 0) this.fail("unmatched `{'", 0);
		const labels = /* @__PURE__ */ new Map();
		for (const [i, { name, text }] of this.commands.entries()) if (name === ":") labels.set(text, i);
		for (const command of this.commands) {
			if (!"btT".includes(command.name)) continue;
			const target = command.text === "" ? this.commands.length : labels.get(command.text);
			if (target === void 0) throw new Failure(`can't find label for jump to \`${command.text}'`, 4);
			command.target = target;
		}
		return {
			commands: this.commands,
			quiet
		};
	}
	/** Ends with `sed: -e expression #1, char 5: why`. */
	fail(why, position = this.at) {
		let start = 0;
		for (const { text, name, file } of this.sources) {
			const end = start + text.length;
			if (position <= end || text === this.sources.at(-1)?.text) {
				const inside = position - start;
				throw new Failure(file ? `file ${name} line ${text.slice(0, inside).split("\n").length}: ${why}` : `${name}, char ${inside}: ${why}`);
			}
			start = end + 1;
		}
		throw new Failure(why);
	}
	peek() {
		return this.text[this.at] ?? "";
	}
	skip(pattern) {
		while (this.at < this.text.length && pattern.test(this.peek())) this.at++;
	}
	number() {
		const digits = /^\d+/.exec(this.text.slice(this.at, this.at + 16))?.[0];
		if (digits === void 0) return void 0;
		this.at += digits.length;
		return Number(digits);
	}
	address(second) {
		const line = this.number();
		if (line !== void 0) {
			this.skip(/[ \t]/);
			if (this.peek() !== "~" || second) return {
				kind: "line",
				line
			};
			this.at++;
			return {
				kind: "step",
				first: line,
				step: this.number() ?? 0
			};
		}
		if (this.peek() === "$") {
			this.at++;
			return { kind: "last" };
		}
		if (second && (this.peek() === "+" || this.peek() === "~")) {
			const plus = this.peek() === "+";
			this.at++;
			const count = this.number();
			if (count === void 0) this.fail("expected number");
			return plus ? {
				kind: "plus",
				count
			} : {
				kind: "multiple",
				of: count
			};
		}
		if (this.peek() !== "/" && this.peek() !== "\\") return void 0;
		if (this.peek() === "\\") this.at++;
		const source = this.delimited("unterminated address regex", true);
		let [ignoreCase, multiline] = [false, false];
		for (; this.peek() === "I" || this.peek() === "M"; this.at++) if (this.peek() === "I") ignoreCase = true;
		else multiline = true;
		return {
			kind: "regex",
			pattern: source === "" ? void 0 : this.regex(source, ignoreCase, multiline)
		};
	}
	/** Text from a delimiter to the next of it; the delimiter itself quoted by a backslash stands for itself. */
	delimited(missing, regex) {
		const delimiter = this.text[this.at++];
		if (delimiter === void 0 || delimiter === "\n" || delimiter === "\\") this.fail(missing, this.at);
		let text = "";
		for (;;) {
			const c = this.text[this.at++];
			if (c === void 0 || c === "\n" && regex) this.fail(missing, this.at - 1);
			if (c === delimiter) return text;
			if (c === "\\" && this.at < this.text.length) {
				const next = this.text[this.at++];
				if (next === delimiter) text += !regex ? next === "&" ? "\\&" : next : /[.*[\]^$]/.test(next) || this.extended && /[+?(){}|]/.test(next) ? `\\${next}` : next;
				else if (next === "n" && regex) text += "\n";
				else text += `\\${next}`;
				continue;
			}
			text += c;
			if (c === "[" && regex) text += this.bracket(missing);
		}
	}
	/** The rest of a bracket expression, where the delimiter is an ordinary character; without an end nothing ends. */
	bracket(missing) {
		const [found = ""] = /^\^?\]?(?:\[[:.=][^\n]*?[:.=]\]|[^\]\n])*\]/.exec(this.text.slice(this.at)) ?? [];
		if (found === "") this.fail(missing, this.text.length);
		this.at += found.length;
		return found;
	}
	regex(source, ignoreCase, multiline) {
		try {
			return compile(source, this.extended ? "extended" : "basic", {
				escapes: true,
				ignoreCase,
				multiline
			});
		} catch (error) {
			if (error instanceof RegexError) this.fail(error.message);
			throw error;
		}
	}
	command() {
		const first = this.address(false);
		let second;
		if (first) {
			this.skip(/[ \t]/);
			if (this.peek() === ",") {
				this.at++;
				this.skip(/[ \t]/);
				second = this.address(true);
				if (!second) this.fail("unexpected `,'", this.at + 1);
			}
		}
		if (first?.kind === "line" && first.line === 0 && second?.kind !== "regex") this.fail("invalid usage of line address 0", this.at + 1);
		this.skip(/[ \t]/);
		const negated = this.peek() === "!";
		while (this.peek() === "!") {
			this.at++;
			this.skip(/[ \t]/);
		}
		const name = this.peek();
		this.at++;
		if (name === "" || name === "\n" || name === ";") this.fail("missing command", Math.min(this.at, this.text.length));
		if (name === "#" && first) this.fail("comments don't accept any addresses");
		if (name === ":" && first) this.fail(": doesn't want any addresses");
		if (name === "}" && first) this.fail("} doesn't want any addresses");
		if ("qQ".includes(name) && second) this.fail("command only uses one address");
		const base = {
			name,
			negated,
			text: "",
			target: 0,
			...first && { first },
			...second && { second }
		};
		const add = (more = {}) => {
			this.commands.push({
				...base,
				...more
			});
		};
		switch (name) {
			case "#":
				while (this.at < this.text.length && this.peek() !== "\n") this.at++;
				return;
			case "{":
				this.open.push(this.commands.length);
				add();
				return;
			case "}": {
				const opened = this.open.pop();
				if (opened === void 0) this.fail("unexpected `}'");
				this.commands[opened].target = this.commands.length;
				add();
				return this.end();
			}
			case ":": {
				this.skip(/[ \t]/);
				const label = /^[^\n;]*/.exec(this.text.slice(this.at))?.[0] ?? "";
				this.at += label.length;
				if (label.trim() === "") this.fail("\":\" lacks a label");
				return add({ text: label.trimEnd() });
			}
			case "b":
			case "t":
			case "T": {
				this.skip(/[ \t]/);
				const label = /^[^\n;}]*/.exec(this.text.slice(this.at))?.[0] ?? "";
				this.at += label.length;
				add({ text: label.trimEnd() });
				return this.end();
			}
			case "a":
			case "i":
			case "c": return add({ text: this.block() });
			case "r":
			case "R":
			case "w":
			case "W": {
				this.skip(/[ \t]/);
				const file = /^[^\n]*/.exec(this.text.slice(this.at))?.[0] ?? "";
				this.at += file.length;
				if (file === "") this.fail("missing filename in r/R/w/W commands");
				return add({ text: file });
			}
			case "q":
			case "Q":
			case "l":
			case "L": {
				this.skip(/[ \t]/);
				const number = this.number();
				add(number === void 0 ? {} : { number });
				return this.end();
			}
			case "s": return this.substitution(add);
			case "y": {
				const [from, to] = [this.delimited("unterminated `y' command", false), this.again("unterminated `y' command", false)].map((text) => [...text.matchAll(/\\([^])|[^]/gu)].map(([whole, escaped]) => escaped === void 0 ? whole : {
					n: "\n",
					t: "	",
					r: "\r",
					"\\": "\\"
				}[escaped] ?? (escaped === "&" ? "&" : whole)));
				if (from.length !== to.length) this.fail("strings for `y' command are different lengths");
				add({ map: new Map(from.map((c, i) => [c, to[i]])) });
				return this.end();
			}
			case "e": return this.fail("e/r/w commands disabled in sandbox mode");
			default:
				if (!"=dDgGhHnNpPxzFv".includes(name)) this.fail(`unknown command: \`${name}'`);
				if (name === "v") {
					while (this.at < this.text.length && !/[\n;]/.test(this.peek())) this.at++;
					return;
				}
				add();
				return this.end();
		}
	}
	/** The second text between delimiters: starts where the first ended. */
	again(missing, regex) {
		this.at--;
		return this.delimited(missing, regex);
	}
	/** Nothing but the next command may follow. */
	end() {
		this.skip(/[ \t]/);
		if (this.at < this.text.length && !/[\n;}#]/.test(this.peek())) this.fail("extra characters after command", this.at + 1);
	}
	/** The text of a, i, c: after `\` and a newline, or in the same line. */
	block() {
		this.skip(/[ \t]/);
		if (this.at >= this.text.length) this.fail("expected \\ after `a', `c' or `i'");
		if (this.peek() === "\\") {
			this.at++;
			const start = this.at;
			this.skip(/[ \t]/);
			if (this.peek() === "\n") this.at++;
			else if (this.at >= this.text.length) this.fail("incomplete command");
			else this.at = start;
		}
		let text = "";
		while (this.at < this.text.length && this.peek() !== "\n") {
			if (this.peek() === "\\") this.at++;
			text += this.peek();
			this.at++;
		}
		return `${text}\n`;
	}
	substitution(add) {
		const missing = "unterminated `s' command";
		const source = this.delimited(missing, true);
		const replacement = this.again(missing, false);
		let [global, print, ignoreCase, multiline, nth] = [
			false,
			false,
			false,
			false,
			0
		];
		let file;
		for (let more = true; more;) {
			const c = this.peek();
			const number = this.number();
			if (number !== void 0) {
				if (nth > 0) this.fail("multiple number options to `s' command");
				if (number === 0) this.fail("number option to `s' command may not be zero");
				nth = number;
				continue;
			}
			switch (c) {
				case "g":
					if (global) this.fail("multiple `g' options to `s' command", this.at + 1);
					global = true;
					break;
				case "p":
					if (print) this.fail("multiple `p' options to `s' command", this.at + 1);
					print = true;
					break;
				case "i":
				case "I":
					ignoreCase = true;
					break;
				case "m":
				case "M":
					multiline = true;
					break;
				case "e":
					this.fail("e/r/w commands disabled in sandbox mode");
					break;
				case "w":
					this.at++;
					this.skip(/[ \t]/);
					file = /^[^\n]*/.exec(this.text.slice(this.at))?.[0] ?? "";
					if (file === "") this.fail("missing filename in r/R/w/W commands");
					this.at += file.length;
					more = false;
					continue;
				case "":
				case "\n":
				case ";":
				case "}":
				case "#":
				case " ":
				case "	":
				case "\r":
					this.skip(/[ \t\r]/);
					if (!/^[\n;}#]?$/.test(this.peek())) this.fail("unknown option to `s'", this.at + 1);
					more = false;
					continue;
				default: this.fail("unknown option to `s'", this.at + 1);
			}
			this.at++;
		}
		const pattern = source === "" ? void 0 : this.regex(source, ignoreCase, multiline);
		const pieces = replacementPieces(replacement);
		for (const piece of pieces) if ("group" in piece && pattern && piece.group > pattern.groupCount) this.fail(`invalid reference \\${piece.group} on \`s' command's RHS`);
		add({
			...pattern && { pattern },
			replacement: pieces,
			flags: {
				global,
				print,
				nth,
				file
			}
		});
		this.end();
	}
};
function replacementPieces(text) {
	const pieces = [];
	const put = (c) => {
		const last = pieces.at(-1);
		if (last && "text" in last) pieces[pieces.length - 1] = { text: last.text + c };
		else pieces.push({ text: c });
	};
	for (const [whole, escaped] of text.matchAll(/\\([^])|[^\\&]+|[^]/gu)) if (whole === "&") pieces.push({ group: 0 });
	else if (escaped === void 0) put(whole);
	else if (/\d/.test(escaped)) pieces.push({ group: Number(escaped) });
	else if (/[ULulE]/.test(escaped)) pieces.push({ fold: escaped });
	else put({
		n: "\n",
		t: "	",
		r: "\r",
		f: "\f",
		v: "\v",
		a: "\x07"
	}[escaped] ?? escaped);
	return pieces;
}
// src/tools/sed/run.ts
/** Runs a sed script on lines as they come. */
/** Jumps after which others get a turn. */
var PATIENCE = 200;
/** The lines of all files as one stream, looking one line ahead only when asked whether a line is the last. */
var Input = class {
	call;
	paths;
	end;
	separate;
	lines;
	fd = 0;
	ahead;
	path = "-";
	code = 0;
	/** Called when a file begins and when it is over. */
	onFile;
	onEnd;
	constructor(call, paths, end, separate) {
		this.call = call;
		this.paths = [...paths];
		this.end = end;
		this.separate = separate;
	}
	*next() {
		if (this.ahead) {
			const line = this.ahead;
			this.ahead = void 0;
			return line;
		}
		for (;;) {
			if (!this.lines && !(yield* this.openNext())) return void 0;
			const text = yield* this.lines.next();
			if (text !== null) return {
				text,
				terminated: this.lines.terminated
			};
			yield* this.closeFile();
		}
	}
	/** No line will come any more (of this file, where files are separate). */
	*isLast() {
		if (this.ahead) return false;
		if (this.separate) {
			const text = this.lines ? yield* this.lines.next() : null;
			if (text === null) return true;
			this.ahead = {
				text,
				terminated: this.lines.terminated
			};
			return false;
		}
		this.ahead = yield* this.next();
		return this.ahead === void 0;
	}
	*closeFile() {
		if (!this.lines) return;
		this.lines = void 0;
		if (this.fd !== 0) yield* close(this.fd);
		if (this.onEnd) yield* this.onEnd();
	}
	*openNext() {
		for (let path = this.paths.shift(); path !== void 0; path = this.paths.shift()) {
			const fd = yield* this.call.openOrWarn(path);
			if (fd === void 0) {
				this.code = 2;
				continue;
			}
			this.path = path;
			this.fd = fd;
			this.lines = new Lines(this.call, fd, this.end);
			this.onFile?.();
			return true;
		}
		return false;
	}
};
function* nothing() {
	return null;
}
var Sed = class {
	call;
	script;
	options;
	input;
	space = "";
	hold = "";
	terminated = true;
	line = 0;
	substituted = false;
	lastPattern;
	code = 0;
	jumps = 0;
	/** Where a range that has begun ends: a line, or Infinity while its end is looked for. */
	ranges = /* @__PURE__ */ new Map();
	appended = [];
	writers = /* @__PURE__ */ new Map();
	readers = /* @__PURE__ */ new Map();
	edited = "";
	missingNewline = false;
	constructor(call, script, options, paths) {
		this.call = call;
		this.script = script;
		this.options = options;
		this.input = new Input(call, paths.length > 0 ? paths : ["-"], options.end, options.separate);
	}
	*run() {
		for (const { name, text, flags } of this.script.commands) {
			const file = name === "w" || name === "W" ? text : flags?.file;
			if (file !== void 0 && !this.writers.has(file)) this.writers.set(file, yield* this.openWriter(file));
		}
		const suffix = this.options.inPlace;
		this.input.onFile = () => {
			this.edited = "";
			if (suffix !== void 0) this.missingNewline = false;
			if (this.options.separate) this.line = 0;
		};
		if (suffix !== void 0) this.input.onEnd = () => this.saveEdited(suffix);
		let restart = false;
		for (;;) {
			if (!restart) {
				const next = yield* this.input.next();
				if (!next) break;
				this.take(next);
			}
			const flow = yield* this.cycle();
			yield* this.flushAppended();
			if (flow === "quit") {
				yield* this.input.closeFile();
				break;
			}
			restart = flow === "restart";
		}
		return this.code || this.input.code;
	}
	take(next) {
		this.space = next.text;
		this.terminated = next.terminated;
		this.line++;
		this.substituted = false;
	}
	*openWriter(path) {
		if (path === "/dev/stdout") return 1;
		if (path === "/dev/stderr") return 2;
		try {
			return yield* open(path, "w");
		} catch (error) {
			if (!(error instanceof SysError)) throw error;
			throw new Failure(`couldn't open file ${path}: ${error.message}`, 4);
		}
	}
	*saveEdited(suffix) {
		const { path } = this.input;
		const text = this.edited;
		yield* files((fs, cwd) => {
			const absolute = fs.resolve(cwd, path);
			if (suffix !== "") fs.write(suffix.includes("*") ? fs.resolve(cwd, suffix.replaceAll("*", path)) : absolute + suffix, fs.read(absolute));
			fs.write(absolute, text);
		});
	}
	output(text, terminated = true) {
		const piece = (this.missingNewline ? this.options.end : "") + text + (terminated ? this.options.end : "");
		this.missingNewline = !terminated;
		if (this.options.inPlace === void 0) this.call.put(piece);
		else this.edited += piece;
	}
	*writeFile(file, text) {
		const fd = this.writers.get(file);
		if (fd === 1) this.output(text);
		else yield* write(fd, `${text}\n`);
	}
	print() {
		this.output(this.space, this.terminated);
	}
	*flushAppended() {
		for (const one of this.appended.splice(0)) if ("text" in one) this.output(one.text.slice(0, -1));
		else if ("file" in one) {
			const text = yield* this.fileText(one.file);
			if (text !== "") this.output(text.replace(/\n$/, ""), text.endsWith("\n"));
		} else {
			if (!this.readers.has(one.next)) this.readers.set(one.next, yield* this.reader(one.next));
			const line = yield* this.readers.get(one.next)?.next() ?? nothing();
			if (line !== null) this.output(line);
		}
	}
	*fileText(path) {
		try {
			const fd = path === "/dev/stdin" ? 0 : yield* open(path, "r");
			const text = yield* readAll(fd);
			if (fd !== 0) yield* close(fd);
			return text;
		} catch (error) {
			if (error instanceof SysError) return "";
			throw error;
		}
	}
	*reader(path) {
		try {
			return new Lines(this.call, yield* open(path, "r"));
		} catch (error) {
			if (error instanceof SysError) return void 0;
			throw error;
		}
	}
	pattern(pattern) {
		const used = pattern ?? this.lastPattern;
		if (!used) throw new Failure("-e expression #1, char 0: no previous regular expression");
		this.lastPattern = used;
		return used;
	}
	*matches(address) {
		switch (address.kind) {
			case "line": return this.line === address.line;
			case "step": return address.step <= 0 ? this.line === address.first : this.line >= address.first && (this.line - address.first) % address.step === 0;
			case "last": return yield* this.input.isLast();
			case "regex": return this.pattern(address.pattern).test(this.space);
			default: return false;
		}
	}
	*selected(command) {
		const { first, second } = command;
		if (!first) return true;
		if (!second) return yield* this.matches(first);
		const end = this.ranges.get(command);
		if (end !== void 0) {
			if (second.kind === "line" || second.kind === "plus" || second.kind === "multiple") {
				if (this.line >= end) this.ranges.delete(command);
				if (this.line > end) return second.kind === "line" ? yield* this.begins(command, first, second) : false;
				return true;
			}
			if (yield* this.matches(second)) this.ranges.delete(command);
			return true;
		}
		return yield* this.begins(command, first, second);
	}
	*begins(command, first, second) {
		if (first.kind === "line" && first.line === 0 && this.line === 1 && second.kind === "regex") {
			if (!(yield* this.matches(second))) this.ranges.set(command, Number.POSITIVE_INFINITY);
			return true;
		}
		if (!(yield* this.matches(first))) return false;
		let end = Number.POSITIVE_INFINITY;
		if (second.kind === "line") end = second.line;
		else if (second.kind === "plus") end = this.line + second.count;
		else if (second.kind === "multiple") end = second.of > 0 ? Math.ceil(this.line / second.of) * second.of : this.line;
		if (second.kind === "last" && (yield* this.input.isLast())) return true;
		if (end > this.line) this.ranges.set(command, end);
		return true;
	}
	*cycle() {
		const { commands } = this.script;
		for (let at = 0; at < commands.length; at++) {
			const command = commands[at];
			const { name } = command;
			if (name === "}" || name === ":") continue;
			if ((yield* this.selected(command)) === command.negated) {
				if (name === "{") at = command.target;
				continue;
			}
			switch (name) {
				case "{": break;
				case "=":
					this.output(String(this.line));
					break;
				case "a":
					this.appended.push({ text: command.text });
					break;
				case "i":
					this.output(command.text.slice(0, -1));
					break;
				case "c":
					if (!command.second || command.negated || !this.ranges.has(command)) this.output(command.text.slice(0, -1));
					return "next";
				case "b":
				case "t":
				case "T": {
					const go = name === "b" || this.substituted === (name === "t");
					if (name !== "b") this.substituted = false;
					if (!go) break;
					at = command.target - 1;
					if (++this.jumps % PATIENCE === 0) {
						yield* this.call.flush();
						yield* yieldNow();
					}
					break;
				}
				case "d": return "next";
				case "D": {
					const newline = this.space.indexOf("\n");
					if (newline < 0) return "next";
					this.space = this.space.slice(newline + 1);
					return "restart";
				}
				case "F":
					this.output(this.input.path);
					break;
				case "g":
					this.space = this.hold;
					break;
				case "G":
					this.space += `\n${this.hold}`;
					break;
				case "h":
					this.hold = this.space;
					break;
				case "H":
					this.hold += `\n${this.space}`;
					break;
				case "x":
					[this.space, this.hold] = [this.hold, this.space];
					break;
				case "l":
				case "L":
					this.list(command.number ?? this.options.lineLength);
					break;
				case "n":
				case "N": {
					if (yield* this.input.isLast()) {
						if (!this.options.quiet) this.print();
						return this.options.separate ? "next" : "quit";
					}
					if (name === "n" && !this.options.quiet) this.print();
					yield* this.flushAppended();
					const next = yield* this.input.next();
					this.line++;
					this.terminated = next.terminated;
					this.space = name === "n" ? next.text : `${this.space}\n${next.text}`;
					break;
				}
				case "p":
					this.print();
					break;
				case "P":
					this.output(this.space.split("\n")[0]);
					break;
				case "q":
				case "Q":
					this.code = command.number ?? 0;
					if (name === "q" && !this.options.quiet) this.print();
					return "quit";
				case "r":
					this.appended.push({ file: command.text });
					break;
				case "R":
					this.appended.push({ next: command.text });
					break;
				case "s":
					yield* this.substitute(command);
					break;
				case "w":
					yield* this.writeFile(command.text, this.space);
					break;
				case "W":
					yield* this.writeFile(command.text, this.space.split("\n")[0]);
					break;
				case "y":
					this.space = [...this.space].map((c) => command.map?.get(c) ?? c).join("");
					break;
				case "z": this.space = "";
			}
		}
		return this.done();
	}
	done() {
		if (!this.options.quiet) this.print();
		return "next";
	}
	*substitute({ pattern, replacement = [], flags }) {
		const used = this.pattern(pattern);
		const { space } = this;
		let text = "";
		let at = 0;
		let count = 0;
		let changed = false;
		for (let match = used.exec(space, 0); match;) {
			count++;
			if (count >= Math.max(1, flags?.nth ?? 1)) {
				text += space.slice(at, match.start) + expand(replacement, match);
				at = match.end;
				changed = true;
				if (!flags?.global) break;
			}
			if (match.end >= space.length && match.end > match.start) break;
			const from = match.end > match.start ? match.end : match.end + 1;
			if (from > space.length) break;
			const last = match;
			match = used.exec(space, from);
			if (match && match.start === match.end && match.start === last.end && last.end > last.start) match = match.end + 1 > space.length ? null : used.exec(space, match.end + 1);
		}
		if (!changed) return;
		this.space = text + space.slice(at);
		this.substituted = true;
		if (flags?.print) this.print();
		if (flags?.file !== void 0) yield* this.writeFile(flags.file, this.space);
	}
	/** `l`: the pattern space in visible characters, folded. */
	list(width) {
		const pieces = [];
		for (const byte of new TextEncoder().encode(this.space)) {
			const c = String.fromCharCode(byte);
			const named = {
				"\\": "\\\\",
				"\x07": "\\a",
				"\b": "\\b",
				"\f": "\\f",
				"\n": "\\n",
				"\r": "\\r",
				"	": "\\t",
				"\v": "\\v"
			}[c];
			pieces.push(named ?? (byte >= 32 && byte < 127 ? c : `\\${byte.toString(8).padStart(3, "0")}`));
		}
		let row = "";
		for (const piece of pieces) {
			if (width > 1 && row.length + piece.length > width - 1) {
				this.output(`${row}\\`);
				row = "";
			}
			row += piece;
		}
		this.output(`${row}$`);
	}
};
/** The replacement with its groups and case conversions. */
function expand(pieces, match) {
	let text = "";
	let whole = "";
	let once = "";
	for (const piece of pieces) {
		if ("fold" in piece) {
			if (piece.fold === "E") whole = "";
			else if (piece.fold === "u" || piece.fold === "l") once = piece.fold;
			else whole = piece.fold;
			continue;
		}
		let part = "text" in piece ? piece.text : match.groups[piece.group] ?? "";
		if (part === "") continue;
		if (whole !== "") part = whole === "U" ? part.toUpperCase() : part.toLowerCase();
		if (once !== "") {
			const [first = ""] = part;
			part = (once === "u" ? first.toUpperCase() : first.toLowerCase()) + part.slice(first.length);
			once = "";
		}
		text += part;
	}
	return text;
}
// src/tools/sed/index.ts
/** sed, as GNU's. */
var USAGE = `Usage: sed [OPTION]... {script-only-if-no-other-script} [input-file]...

  -n, --quiet, --silent
                 suppress automatic printing of pattern space
  -e script, --expression=script
                 add the script to the commands to be executed
  -f script-file, --file=script-file
                 add the contents of script-file to the commands to be executed
  -E, -r, --regexp-extended
                 use extended regular expressions in the script
  -i[SUFFIX], --in-place[=SUFFIX]
                 edit files in place (makes backup if SUFFIX supplied)
  -l N, --line-length=N
                 specify the desired line-wrap length for the \`l' command
  -s, --separate
                 consider files as separate rather than as a single
                 continuous long stream.
  -u, --unbuffered
                 load minimal amounts of data from the input files and flush
                 the output buffers more often
  -z, --null-data
                 separate lines by NUL characters
      --help     display this help and exit
`;
var sed = function* (call) {
	const given = options(call, "n,quiet,silent e,expression: f,file: E,r,regexp-extended i,in-place:: l,line-length: s,separate u,unbuffered z,null-data posix debug sandbox follow-symlinks b,binary", { hint: USAGE.trimEnd() });
	const operands = [...given.operands];
	const sources = [];
	for (const [key, value] of given.given) {
		if (key === "e") sources.push({
			text: value,
			name: `-e expression #${sources.filter((one) => !one.file).length + 1}`,
			file: false
		});
		if (key !== "f") continue;
		try {
			const fd = value === "-" ? 0 : yield* open(value, "r");
			sources.push({
				text: (yield* readAll(fd)).replace(/\n$/, ""),
				name: value,
				file: true
			});
			if (fd !== 0) yield* close(fd);
		} catch (error) {
			if (!(error instanceof SysError)) throw error;
			throw new Failure(`couldn't open file ${value}: ${error.message}`, 4);
		}
	}
	if (sources.length === 0) {
		const script = operands.shift();
		if (script === void 0) throw new Failure(USAGE.trimEnd(), 1, true);
		sources.push({
			text: script,
			name: "-e expression #1",
			file: false
		});
	}
	const script = parseScript(sources, given.has("E"));
	const inPlace = given.has("i") ? given.get("i") ?? "" : void 0;
	let missing = 0;
	if (inPlace !== void 0) {
		for (const path of [...operands]) {
			if ((yield* files((fs, cwd) => fs.stat(fs.resolve(cwd, path))))?.kind !== "directory") continue;
			yield* call.warn(`couldn't edit ${path}: not a regular file`);
			operands.splice(operands.indexOf(path), 1);
			missing = 4;
		}
		if (missing > 0 && operands.length === 0) return missing;
	}
	return (yield* new Sed(call, script, {
		quiet: given.has("n") || script.quiet,
		separate: given.has("s") || inPlace !== void 0,
		inPlace,
		end: given.has("z") ? "\0" : "\n",
		lineLength: Number(given.get("l") ?? 70) || 1
	}, operands).run()) || missing;
};
export { sed };
