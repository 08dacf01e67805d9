import { C as write, S as wait$1, T as SysError, _ as receive, a as isatty, b as spawn, d as pipe, g as readLine, h as readAll, i as files, l as now, m as read$1, n as device, o as kill$1, r as dup, t as close, u as open, v as signals, w as yieldNow, x as tty } from "./sys-DzG-ihIq.js";
import { t as nearest } from "./suggestion-CT4UGIB6.js";
import { r as RegexError, t as compile } from "./match-DxLJyz6S.js";
import { t as formatDate } from "./datetext-QImhSZTU.js";
// node_modules/unbash/dist/traversal.js
function forEachChild(node, callback) {
	switch (node.type) {
		case "Script":
		case "CompoundList":
		case "AndOr":
			for (const command of node.commands) callback(command);
			return;
		case "Statement":
			callback(node.command);
			return;
		case "Command":
			for (const child of node.prefix) callback(child);
			if (node.name) callback(node.name);
			for (const child of node.suffix) callback(child);
			return;
		case "Pipeline":
			for (const prefix of node.prefixes) callback(prefix);
			for (const command of node.commands) callback(command);
			return;
		case "Redirected":
			callback(node.command);
			for (const redirect of node.redirects) callback(redirect);
			return;
		case "If":
			callback(node.clause);
			callback(node.then);
			for (const branch of node.elif) callback(branch);
			if (node.else) callback(node.else);
			return;
		case "Elif":
			callback(node.clause);
			callback(node.then);
			return;
		case "For":
		case "Select":
			callback(node.name);
			if (node.wordlist) for (const word of node.wordlist) callback(word);
			callback(node.body);
			return;
		case "While":
			callback(node.clause);
			callback(node.body);
			return;
		case "Function":
		case "Coproc":
			if (node.name) callback(node.name);
			callback(node.body);
			return;
		case "Subshell":
		case "BraceGroup":
			callback(node.body);
			return;
		case "Case":
			callback(node.word);
			for (const item of node.items) callback(item);
			return;
		case "CaseItem":
			for (const pattern of node.pattern) callback(pattern);
			callback(node.body);
			return;
		case "ArithmeticFor": {
			const initialize = node.initialize;
			if (initialize) callback(initialize);
			const test = node.test;
			if (test) callback(test);
			const update = node.update;
			if (update) callback(update);
			callback(node.body);
			return;
		}
		case "Word":
		case "Glob":
		case "ArithmeticWord":
		case "HereDocBody":
		case "BraceExpansion":
		case "ExtendedGlob": {
			const parts = node.parts;
			if (parts) for (const part of parts) callback(part);
			return;
		}
		case "DoubleQuoted":
		case "LocaleString":
			for (const part of node.parts) callback(part);
			return;
		case "ParameterExpansion":
			if (node.index) callback(node.index);
			if (node.operation) callback(node.operation);
			return;
		case "Default":
		case "Remove":
		case "Transform":
			callback(node.operand);
			return;
		case "CaseModification":
			if (node.operand) callback(node.operand);
			return;
		case "Replace":
			callback(node.pattern);
			callback(node.replacement);
			return;
		case "Slice":
			callback(node.offset);
			if (node.length) callback(node.length);
			return;
		case "Assignment": {
			const index = node.index;
			if (index) callback(index);
			callback(node.value);
			return;
		}
		case "ArrayValue":
			for (const element of node.elements) callback(element);
			return;
		case "Redirect":
		case "HereString":
			if (node.descriptor) callback(node.descriptor);
			if (node.target) callback(node.target);
			return;
		case "HereDoc":
			if (node.descriptor) callback(node.descriptor);
			if (node.delimiter) callback(node.delimiter);
			callback(node.body);
			return;
		case "CommandExpansion":
		case "ProcessSubstitution":
		case "ArithmeticCommandExpansion": {
			const script = node.script;
			if (script) callback(script);
			return;
		}
		case "ArithmeticExpansion":
		case "ArithmeticCommand":
		case "ArithmeticGroup":
		case "TestCommand":
		case "TestGroup": {
			const expression = node.expression;
			if (expression) callback(expression);
			return;
		}
		case "ArithmeticBinary":
		case "TestBinary":
			callback(node.left);
			callback(node.right);
			return;
		case "ArithmeticUnary":
		case "TestUnary":
			callback(node.operand);
			return;
		case "ArithmeticTernary":
			callback(node.test);
			callback(node.consequent);
			callback(node.alternate);
			return;
		case "TestLogical":
			for (const operand of node.operands) callback(operand);
			return;
		case "TestNot":
			for (const negation of node.negations) callback(negation);
			callback(node.operand);
			return;
		case "Literal":
		case "SingleQuoted":
		case "AnsiCQuoted":
		case "SimpleExpansion":
		case "Names":
		case "Unknown":
		case "FileDescriptor":
		case "FileDescriptorVariable":
		case "HereDocDelimiter":
		case "Time":
		case "Negation": return;
		default: throw new TypeError(`Unexpected syntax node: ${node}`);
	}
}
// node_modules/unbash/dist/ansi-c.js
function isOctal(code) {
	return code >= 48 && code <= 55;
}
function isHex(code) {
	return code >= 48 && code <= 57 || code >= 65 && code <= 70 || code >= 97 && code <= 102;
}
function codePoint(value, fallback) {
	try {
		return String.fromCodePoint(value);
	} catch {
		return fallback;
	}
}
var utf8 = new TextDecoder("utf-8", { ignoreBOM: true });
function decodeBytes(bytes) {
	return utf8.decode(new Uint8Array(bytes));
}
function readByteEscape(source, pos, limit) {
	if (source.charCodeAt(pos) !== 92 || pos + 2 > limit) return void 0;
	const escaped = source.charCodeAt(pos + 1);
	const digitsStart = pos + 2;
	let end = digitsStart;
	if (escaped === 120) {
		while (end < limit && end - digitsStart < 2 && isHex(source.charCodeAt(end))) end++;
		if (end === digitsStart) return void 0;
		return {
			value: Number.parseInt(source.slice(digitsStart, end), 16),
			end
		};
	}
	if (!isOctal(escaped)) return void 0;
	while (end < limit && end - digitsStart < 2 && isOctal(source.charCodeAt(end))) end++;
	return {
		value: Number.parseInt(source.slice(pos + 1, end), 8) & 255,
		end
	};
}
function decodeAnsiCQuoted(source, start, limit) {
	let pos = start;
	let value = "";
	let bytes = [];
	let nul = -1;
	while (pos < limit && source.charCodeAt(pos) !== 39) {
		const escapeStart = pos;
		const byte = readByteEscape(source, pos, limit);
		if (byte && byte.value >= 128) {
			bytes.push(byte.value);
			pos = byte.end;
			continue;
		}
		if (bytes.length > 0) {
			value += decodeBytes(bytes);
			bytes = [];
		}
		if (byte) {
			if (byte.value === 0 && nul === -1) nul = value.length;
			value += String.fromCharCode(byte.value);
			pos = byte.end;
			continue;
		}
		if (source.charCodeAt(pos) !== 92 || pos + 1 >= limit) {
			const runStart = pos;
			while (pos < limit) {
				const code = source.charCodeAt(pos);
				if (code === 39 || code === 92 && pos + 1 < limit) break;
				pos++;
			}
			value += source.slice(runStart, pos);
			continue;
		}
		pos++;
		const escaped = source[pos++];
		switch (escaped) {
			case "a":
				value += "\x07";
				break;
			case "b":
				value += "\b";
				break;
			case "e":
			case "E":
				value += "\x1B";
				break;
			case "f":
				value += "\f";
				break;
			case "n":
				value += "\n";
				break;
			case "r":
				value += "\r";
				break;
			case "t":
				value += "	";
				break;
			case "v":
				value += "\v";
				break;
			case "\\":
				value += "\\";
				break;
			case "'":
				value += "'";
				break;
			case "\"":
				value += "\"";
				break;
			case "?":
				value += "?";
				break;
			case "\n": break;
			case "c": {
				const code = pos < limit ? source.charCodeAt(pos) : 39;
				if (code === 39) {
					value += source.slice(escapeStart, pos);
					break;
				}
				pos++;
				if (code === 92) {
					const pair = pos < limit && source.charCodeAt(pos) === 92;
					if (pair) pos++;
					value += "";
					if (!pair && pos < limit) {
						value += source[pos];
						pos++;
					}
					break;
				}
				const control = code === 63 ? 127 : code & 31;
				if (control === 0 && code < 128 && nul === -1) nul = value.length;
				value += String.fromCharCode(control);
				break;
			}
			case "u":
			case "U": {
				const digitsStart = pos;
				const maxDigits = escaped === "u" ? 4 : 8;
				while (pos < limit && pos - digitsStart < maxDigits && isHex(source.charCodeAt(pos))) pos++;
				if (pos === digitsStart) {
					value += `\\${escaped}`;
					break;
				}
				const raw = source.slice(escapeStart, pos);
				const point = Number.parseInt(source.slice(digitsStart, pos), 16);
				if (point === 0 && nul === -1) nul = value.length;
				value += codePoint(point, raw);
				break;
			}
			default: value += `\\${escaped}`;
		}
	}
	if (bytes.length > 0) value += decodeBytes(bytes);
	if (nul !== -1) value = value.slice(0, nul);
	const closed = pos < limit;
	if (closed) pos++;
	return {
		value,
		end: pos,
		closed
	};
}
// node_modules/unbash/dist/expansion.js
var ScriptExpansionImpl = class ScriptExpansionImpl {
	static _resolveScript;
	type;
	pos;
	end;
	text;
	#window;
	#script = void 0;
	constructor(type, pos, end, text, window) {
		this.type = type;
		this.pos = pos;
		this.end = end;
		this.text = text;
		this.#window = window;
	}
	get script() {
		const window = this.#window;
		if (window !== void 0) {
			const script = ScriptExpansionImpl._resolveScript(window.source, window.start, window.end, window.depth, window.parenBoundary, window.context);
			if (window.context === void 0) script.source = window.source;
			this.script = script;
		}
		return this.#script;
	}
	set script(script) {
		this.#script = script;
		this.#window = void 0;
	}
	toJSON() {
		return {
			type: this.type,
			pos: this.pos,
			end: this.end,
			text: this.text,
			script: this.script
		};
	}
};
var ProcessSubstitutionImpl = class extends ScriptExpansionImpl {
	operator;
	constructor(pos, end, text, operator, window) {
		super("ProcessSubstitution", pos, end, text, window);
		this.operator = operator;
	}
	toJSON() {
		return {
			type: this.type,
			pos: this.pos,
			end: this.end,
			text: this.text,
			operator: this.operator,
			script: this.script
		};
	}
};
var ArithmeticExpansionImpl = class ArithmeticExpansionImpl {
	static _resolveExpression;
	type = "ArithmeticExpansion";
	pos;
	end;
	text;
	#window;
	#expression = void 0;
	constructor(pos, end, text, window) {
		this.pos = pos;
		this.end = end;
		this.text = text;
		this.#window = window;
	}
	get expression() {
		const window = this.#window;
		if (window !== void 0) this.expression = ArithmeticExpansionImpl._resolveExpression(window.body, window.offset, window.source, window.depth, window.context, window.depth + 1);
		return this.#expression;
	}
	set expression(expression) {
		this.#expression = expression;
		this.#window = void 0;
	}
	toJSON() {
		return {
			type: this.type,
			pos: this.pos,
			end: this.end,
			text: this.text,
			expression: this.expression
		};
	}
};
// node_modules/unbash/dist/word-value.js
function dequoteValue(parts) {
	let s = "";
	for (const c of parts) s += c.type === "Literal" ? c.value : c.text;
	return s;
}
function unescapeBareValue(text) {
	const first = text.indexOf("\\");
	if (first === -1) return text;
	let s = "";
	let start = 0;
	for (let i = first; i < text.length; i++) {
		if (text.charCodeAt(i) !== 92) continue;
		s += text.slice(start, i);
		i++;
		if (i >= text.length) {
			s += "\\";
			start = i;
			break;
		}
		if (text.charCodeAt(i) !== 10) s += text[i];
		start = i + 1;
	}
	return s + text.slice(start);
}
function continuedExpansionValue(text) {
	let pos = 1;
	while (text[pos] === "\\" && text[pos + 1] === "\n") pos += 2;
	return pos === 1 || text[pos] !== "(" ? text : text[0] + text.slice(pos);
}
function wordPartsValue(parts) {
	let value = "";
	for (const part of parts) switch (part.type) {
		case "Literal":
		case "Glob":
		case "SingleQuoted":
		case "AnsiCQuoted":
			value += part.value;
			break;
		case "DoubleQuoted":
		case "LocaleString":
			value += dequoteValue(part.parts);
			break;
		case "CommandExpansion":
			value += part.text[0] === "$" ? continuedExpansionValue(part.text) : part.text;
			break;
		case "ExtendedGlob":
			value += continuedExpansionValue(part.text);
			break;
		default: value += part.text;
	}
	return value;
}
// node_modules/unbash/dist/word.js
var WordImpl = class {
	type = "Word";
	text;
	pos;
	end;
	#source;
	#resolver;
	#depth;
	#parts;
	#value = null;
	constructor(text, pos, end, source, resolver, depth = 0) {
		this.text = text;
		this.pos = pos;
		this.end = end;
		this.#source = source;
		this.#resolver = resolver;
		this.#depth = depth;
		this.#parts = resolver === void 0 ? void 0 : null;
	}
	get value() {
		if (this.#value === null) {
			const parts = this.#source === void 0 && this.#parts === null ? void 0 : this.parts;
			this.#value = parts ? wordPartsValue(parts) : unescapeBareValue(this.text);
		}
		return this.#value;
	}
	get parts() {
		if (this.#parts === null) this.#parts = this.#resolver?.(this.#source ?? "", this, this.#depth) ?? void 0;
		return this.#parts;
	}
	set parts(v) {
		this.#parts = v ?? void 0;
	}
	toJSON() {
		return {
			type: this.type,
			text: this.text,
			pos: this.pos,
			end: this.end,
			parts: this.parts,
			value: this.value
		};
	}
};
// node_modules/unbash/dist/substitution-context.js
function createSubstitutionContext(parent) {
	return {
		boundaries: parent === void 0 ? void 0 : substitutionBoundaries(parent),
		wordParts: void 0,
		embeddedParts: void 0,
		arrayParts: void 0
	};
}
function substitutionBoundaries(context) {
	return context.boundaries ?? (context.boundaries = /* @__PURE__ */ new Map());
}
function skipLineContinuations(source, pos, end) {
	while (pos + 1 < end && source.charCodeAt(pos) === 92 && source.charCodeAt(pos + 1) === 10) pos += 2;
	return pos;
}
// node_modules/unbash/dist/glob.js
function hasGlobCharacters(text) {
	return /[*?[]/.test(text);
}
var bracketSyntax = /* @__PURE__ */ new Uint8Array(128);
bracketSyntax[33] = 1;
bracketSyntax[94] = 1;
bracketSyntax[91] = 1;
bracketSyntax[93] = 1;
bracketSyntax[58] = 1;
bracketSyntax[46] = 1;
bracketSyntax[61] = 1;
bracketSyntax[45] = 1;
bracketSyntax[92] = 1;
function bracketEnds(source, start, end, parts, offset) {
	let close = end - 1;
	while (close > start && source.charCodeAt(close) !== 93) close--;
	if (close === start) return null;
	const positions = [];
	const kinds = [];
	const members = [];
	let partIndex = 0;
	let symbols = false;
	for (let pos = start; pos < end; pos++) {
		while (parts && partIndex < parts.length && parts[partIndex].end <= pos + offset) partIndex++;
		const part = parts?.[partIndex];
		const tokenPos = pos;
		let kind = 0;
		if (part && part.pos <= pos + offset && part.type !== "Literal") pos = part.end - offset - 1;
		else {
			kind = source.charCodeAt(pos);
			if (kind === 92 && pos + 1 < end && source.charCodeAt(pos + 1) === 10) {
				pos++;
				continue;
			}
			if (kind >= 128 || !bracketSyntax[kind]) kind = 0;
		}
		const last = kinds.length - 1;
		if (kind === 0 && last >= 0 && kinds[last] === 0) {
			members[last]++;
			continue;
		}
		if (last >= 0 && kinds[last] === 91 && (kind === 58 || kind === 61 || kind === 46)) symbols = true;
		positions.push(tokenPos);
		kinds.push(kind);
		members.push(1);
	}
	const count = kinds.length;
	let symbolEnd;
	if (symbols) {
		symbolEnd = new Int32Array(count).fill(-1);
		let close = -1;
		let colon = -1;
		let eq = -1;
		let dot = -1;
		for (let i = count - 1; i >= 0; i--) {
			const kind = kinds[i + 2];
			if (kind === 93) close = i + 2;
			else if (kinds[i + 3] === 93) {
				if (kind === 58) colon = i + 2;
				else if (kind === 61) eq = i + 2;
				else if (kind === 46) dot = i + 2;
			}
			if (kinds[i] !== 91) continue;
			const type = kinds[i + 1];
			const found = type === 58 ? colon : type === 61 ? eq : type === 46 ? dot : -1;
			if (found !== -1 && (type === 46 || close === -1 || close > found)) symbolEnd[i] = found + 2;
		}
	}
	const subBracket = (open) => symbolEnd === void 0 ? -1 : symbolEnd[open];
	const endFrom = new Int32Array(count + 2).fill(-1);
	const resume = (next, range) => {
		if (next >= count) return -1;
		if (range && kinds[next] === 45 && next + 1 < count && kinds[next + 1] !== 93) {
			let last = next + 1;
			if (kinds[last] === 92) {
				if (last + 1 >= count) return -1;
				last++;
			}
			let after = last + 1;
			if (kinds[last] === 91 && kinds[last + 1] === 46) {
				const symbol = subBracket(last);
				if (symbol !== -1) after = symbol;
			} else if (kinds[last] === 0 && members[last] > 1) return endFrom[last];
			if (after >= count) return -1;
			return kinds[after] === 93 ? after + 1 : endFrom[after];
		}
		return kinds[next] === 93 ? next + 1 : endFrom[next];
	};
	for (let t = count - 1; t >= 0; t--) {
		const kind = kinds[t];
		let after = t + 1;
		let range = true;
		if (kind === 92) {
			if (t + 1 >= count) continue;
			after = t + 2;
		} else if (kind === 91) {
			const type = kinds[t + 1];
			if (type === 58 || type === 61 || type === 46) {
				const symbol = subBracket(t);
				if (symbol !== -1) {
					after = symbol;
					range = type === 46;
				}
			}
		}
		endFrom[t] = resume(after, range);
	}
	const ends = /* @__PURE__ */ new Map();
	for (let t = 0; t < count; t++) {
		if (kinds[t] !== 91) continue;
		let first = t + 1;
		if (kinds[first] === 33 || kinds[first] === 94) first++;
		if (first >= count) continue;
		const close = kinds[first] === 93 ? resume(first + 1, true) : endFrom[first];
		if (close !== -1) ends.set(positions[t], positions[close - 1] + 1);
	}
	return ends;
}
function appendRange(source, start, end, parts, index, offset, result) {
	while (start < end) {
		while (parts && index < parts.length && parts[index].end <= start + offset) index++;
		const part = parts?.[index];
		if (part && part.pos === start + offset && part.end <= end + offset) {
			result.push(part);
			start = part.end - offset;
			index++;
			continue;
		}
		const stop = part ? Math.min(end, (part.pos > start + offset ? part.pos : part.end) - offset) : end;
		const text = source.slice(start, stop);
		result.push({
			type: "Literal",
			pos: start + offset,
			end: stop + offset,
			text,
			value: unescapeBareValue(text)
		});
		start = stop;
	}
	return index;
}
function parseGlobParts(source, start, end, parts, offset = 0) {
	let result;
	let brackets;
	let partIndex = 0;
	let emittedIndex = 0;
	let literalStart = start;
	for (let pos = start; pos < end; pos++) {
		while (parts && partIndex < parts.length && parts[partIndex].end <= pos + offset) partIndex++;
		const part = parts?.[partIndex];
		if (part && part.pos <= pos + offset && part.type !== "Literal") {
			pos = part.end - offset - 1;
			continue;
		}
		const character = source.charCodeAt(pos);
		if (character === 92) {
			pos++;
			continue;
		}
		let globEnd;
		if (character === 42 || character === 63) {
			const limit = part ? Math.min(end, part.end - offset) : end;
			const next = skipLineContinuations(source, pos + 1, limit);
			if (next < limit && source.charCodeAt(next) === 40) continue;
			globEnd = pos + 1;
			if (character === 42) while (globEnd < limit && source.charCodeAt(globEnd) === 42) {
				const next = skipLineContinuations(source, globEnd + 1, limit);
				if (next < limit && source.charCodeAt(next) === 40) break;
				globEnd++;
			}
		} else if (character === 91) {
			if (brackets === void 0) brackets = bracketEnds(source, pos, end, parts, offset);
			const close = brackets?.get(pos);
			if (close === void 0) continue;
			globEnd = close;
		} else continue;
		if (!result) result = [];
		emittedIndex = appendRange(source, literalStart, pos, parts, emittedIndex, offset, result);
		const text = source.slice(pos, globEnd);
		let glob;
		if (character === 91) {
			const interior = [];
			emittedIndex = appendRange(source, pos + 1, globEnd - 1, parts, emittedIndex, offset, interior);
			glob = {
				type: "Glob",
				kind: "bracket",
				pos: pos + offset,
				end: globEnd + offset,
				text,
				value: "[" + wordPartsValue(interior) + "]",
				parts: interior
			};
		} else glob = {
			type: "Glob",
			kind: character === 42 ? "star" : "question",
			pos: pos + offset,
			end: globEnd + offset,
			text,
			value: text,
			parts: void 0
		};
		result.push(glob);
		literalStart = globEnd;
		pos = globEnd - 1;
	}
	if (!result) return parts ?? void 0;
	appendRange(source, literalStart, end, parts, emittedIndex, offset, result);
	return result;
}
// node_modules/unbash/dist/lexer.js
var Token = {
	Word: 0,
	Assignment: 1,
	Semi: 2,
	Newline: 3,
	Pipe: 4,
	And: 5,
	Or: 6,
	Amp: 7,
	LParen: 8,
	RParen: 9,
	LBrace: 10,
	RBrace: 11,
	Bang: 12,
	If: 13,
	Then: 14,
	Else: 15,
	Elif: 16,
	Fi: 17,
	Do: 18,
	Done: 19,
	For: 20,
	While: 21,
	Until: 22,
	In: 23,
	Case: 24,
	Esac: 25,
	Function: 26,
	DoubleSemi: 27,
	SemiAmp: 28,
	DoubleSemiAmp: 29,
	Select: 30,
	DblLBracket: 31,
	DblRBracket: 32,
	EOF: 33,
	ArithCmd: 34,
	Coproc: 35,
	Redirect: 36
};
var TokenValue = class {
	token = Token.EOF;
	_value = "";
	_owner;
	pos = 0;
	end = 0;
	fileDescriptor = void 0;
	variableName = void 0;
	descriptorEnd = 0;
	delimiterQuoted = false;
	content = void 0;
	targetPos = 0;
	targetEnd = 0;
	assignmentOperatorPos = -1;
	raw = false;
	keywordEligible = false;
	constructor(owner = null) {
		this._owner = owner;
	}
	get value() {
		return this._value ?? (this._value = this._owner === null ? "" : this._owner._tokenValue(this.pos, this.end, this.raw));
	}
	set value(v) {
		this._value = v;
	}
	reset() {
		this.token = Token.EOF;
		this._value = "";
		this.pos = 0;
		this.end = 0;
		this.fileDescriptor = void 0;
		this.variableName = void 0;
		this.descriptorEnd = 0;
		this.delimiterQuoted = false;
		this.content = void 0;
		this.targetPos = 0;
		this.targetEnd = 0;
		this.assignmentOperatorPos = -1;
		this.raw = false;
		this.keywordEligible = false;
	}
	copyFrom(other) {
		this.token = other.token;
		this._value = other._value;
		this.pos = other.pos;
		this.end = other.end;
		this.fileDescriptor = other.fileDescriptor;
		this.variableName = other.variableName;
		this.descriptorEnd = other.descriptorEnd;
		this.delimiterQuoted = other.delimiterQuoted;
		this.content = other.content;
		this.targetPos = other.targetPos;
		this.targetEnd = other.targetEnd;
		this.assignmentOperatorPos = other.assignmentOperatorPos;
		this.raw = other.raw;
		this.keywordEligible = other.keywordEligible;
	}
};
var RESERVED_WORDS = /* @__PURE__ */ new Map([
	["if", Token.If],
	["then", Token.Then],
	["else", Token.Else],
	["elif", Token.Elif],
	["fi", Token.Fi],
	["do", Token.Do],
	["done", Token.Done],
	["for", Token.For],
	["while", Token.While],
	["until", Token.Until],
	["in", Token.In],
	["case", Token.Case],
	["esac", Token.Esac],
	["function", Token.Function],
	["select", Token.Select],
	["coproc", Token.Coproc],
	["!", Token.Bang],
	["{", Token.LBrace],
	["}", Token.RBrace]
]);
var charType = /* @__PURE__ */ new Uint8Array(128);
charType[124] = 1;
charType[38] = 1;
charType[59] = 1;
charType[40] = 1;
charType[41] = 1;
charType[60] = 1;
charType[62] = 1;
charType[32] = 1;
charType[9] = 1;
charType[10] = 1;
charType[92] = 2;
charType[39] = 2;
charType[34] = 2;
charType[36] = 2;
charType[96] = 2;
charType[123] = 2;
function skipBlanks(source, pos, end) {
	while (pos < end) {
		const ch = source.charCodeAt(pos);
		if (ch === 32 || ch === 9) pos++;
		else if (ch === 92 && pos + 1 < end && source.charCodeAt(pos + 1) === 10) pos += 2;
		else break;
	}
	return pos;
}
var arithmeticWordDelimiter = /* @__PURE__ */ new Uint8Array(128);
for (const ch of [
	9,
	10,
	32,
	33,
	37,
	38,
	40,
	41,
	42,
	43,
	44,
	45,
	47,
	58,
	60,
	61,
	62,
	63,
	94,
	124
]) arithmeticWordDelimiter[ch] = 1;
function hasEmbeddedWordStructure(source, start, end) {
	for (let pos = start; pos < end; pos++) {
		const ch = source.charCodeAt(pos);
		if (ch === 92 || ch === 39 || ch === 34 || ch === 36 || ch === 96 || (ch === 60 || ch === 62) && pos + 1 < end && source.charCodeAt(pos + 1) === 40) return true;
	}
	return false;
}
function findUnnested(s, target, pairTernaries = false, findNestedEnd) {
	let depth = 0;
	let ternaryDepth = 0;
	for (let i = 0; i < s.length; i++) {
		const c = s.charCodeAt(i);
		if (c === 92) {
			i++;
			continue;
		}
		if (c === 123) {
			depth++;
			continue;
		}
		if (c === 125) {
			if (depth > 0) depth--;
			continue;
		}
		if (c === 39) {
			i++;
			while (i < s.length && s.charCodeAt(i) !== 39) i++;
			continue;
		}
		if (c === 34) {
			i++;
			while (i < s.length) {
				const quoted = s.charCodeAt(i);
				if (quoted === 34) break;
				if (quoted === 92) {
					i += 2;
					continue;
				}
				const nestedEnd = findNestedEnd?.(i, true) ?? i;
				if (nestedEnd > i) {
					i = nestedEnd;
					continue;
				}
				i++;
			}
			continue;
		}
		const nestedEnd = findNestedEnd?.(i, false) ?? i;
		if (nestedEnd > i) {
			i = nestedEnd - 1;
			continue;
		}
		if (pairTernaries && depth === 0) {
			if (c === 63) {
				ternaryDepth++;
				continue;
			}
			if (c === 58 && ternaryDepth > 0) {
				ternaryDepth--;
				continue;
			}
		}
		if (c === target && depth === 0) return i;
	}
	return -1;
}
var isIdChar = /* @__PURE__ */ new Uint8Array(128);
for (let i = 97; i <= 122; i++) isIdChar[i] = 3;
for (let i = 65; i <= 90; i++) isIdChar[i] = 3;
for (let i = 48; i <= 57; i++) isIdChar[i] = 2;
isIdChar[95] = 3;
var extglobPrefix = /* @__PURE__ */ new Uint8Array(128);
extglobPrefix[63] = 1;
extglobPrefix[64] = 1;
extglobPrefix[42] = 1;
extglobPrefix[43] = 1;
extglobPrefix[33] = 1;
extglobPrefix[61] = 1;
function isExtglobOpen(prefix) {
	return prefix < 128 && prefix !== 61 && extglobPrefix[prefix] === 1;
}
var extglobOp = {
	[63]: "?",
	[64]: "@",
	[42]: "*",
	[43]: "+",
	[33]: "!"
};
function isDQChild(p) {
	const t = p.type;
	return t === "Literal" || t === "SimpleExpansion" || t === "ParameterExpansion" || t === "CommandExpansion" || t === "ArithmeticExpansion";
}
function isAllDigitsRange(src, start, end) {
	for (let i = start; i < end; i++) {
		const c = src.charCodeAt(i);
		if (c < 48 || c > 57) return false;
	}
	return end > start;
}
var ASSIGNMENT_INVALID = -1;
var ASSIGNMENT_NAME_START = 0;
var ASSIGNMENT_NAME = 1;
var ASSIGNMENT_AFTER_INDEX = 2;
var ASSIGNMENT_AFTER_PLUS = 3;
var ASSIGNMENT_INDEX_BASE = 4;
function joinWordParts(head, tail) {
	const last = head[head.length - 1];
	const first = tail[0];
	let start = 0;
	if (last?.type === "Literal" && first?.type === "Literal" && last.end === first.pos) {
		head[head.length - 1] = {
			type: "Literal",
			pos: last.pos,
			end: first.end,
			text: last.text + first.text,
			value: last.value + first.value
		};
		start = 1;
	}
	for (let i = start; i < tail.length; i++) head.push(tail[i]);
	return head;
}
function isMatchedAssignment(state) {
	return state < ASSIGNMENT_INVALID;
}
function assignmentOperatorPos(state) {
	return -state - 2;
}
function scanAssignmentPrefix(src, start, end, initialState) {
	let state = initialState;
	for (let i = start; i < end && state >= 0; i++) {
		const c = src.charCodeAt(i);
		if (state >= ASSIGNMENT_INDEX_BASE) {
			if (c === 91) state++;
			else if (c === 93 && --state === ASSIGNMENT_INDEX_BASE) state = ASSIGNMENT_AFTER_INDEX;
		} else if (state === ASSIGNMENT_NAME_START) state = c < 128 && isIdChar[c] & 1 ? ASSIGNMENT_NAME : ASSIGNMENT_INVALID;
		else if (state === ASSIGNMENT_NAME) {
			if (c < 128 && isIdChar[c] & 2) continue;
			if (c === 91) state = 5;
			else if (c === 43) state = ASSIGNMENT_AFTER_PLUS;
			else state = c === 61 ? -i - 2 : ASSIGNMENT_INVALID;
		} else if (state === ASSIGNMENT_AFTER_INDEX) {
			if (c === 43) state = ASSIGNMENT_AFTER_PLUS;
			else state = c === 61 ? -i - 2 : ASSIGNMENT_INVALID;
		} else state = c === 61 ? -i - 2 : ASSIGNMENT_INVALID;
	}
	return state;
}
function setToken(out, token, value, pos = 0, end = 0) {
	out.token = token;
	out._value = value;
	out.pos = pos;
	out.end = end;
	out.fileDescriptor = void 0;
	out.variableName = void 0;
	out.descriptorEnd = 0;
	out.delimiterQuoted = false;
	out.content = void 0;
	out.assignmentOperatorPos = -1;
	out.raw = false;
	out.keywordEligible = false;
}
function setSpanToken(out, token, pos, end, raw) {
	out.token = token;
	out._value = null;
	out.pos = pos;
	out.end = end;
	out.fileDescriptor = void 0;
	out.variableName = void 0;
	out.descriptorEnd = 0;
	out.delimiterQuoted = false;
	out.content = void 0;
	out.assignmentOperatorPos = -1;
	out.raw = raw;
	out.keywordEligible = false;
}
function matchReservedWord(src, start, len) {
	switch (src.charCodeAt(start)) {
		case 33: return len === 1 ? Token.Bang : void 0;
		case 123: return len === 1 ? Token.LBrace : void 0;
		case 125: return len === 1 ? Token.RBrace : void 0;
		case 105: {
			if (len !== 2) return void 0;
			const c = src.charCodeAt(start + 1);
			return c === 102 ? Token.If : c === 110 ? Token.In : void 0;
		}
		case 102:
			if (len === 2) return src.charCodeAt(start + 1) === 105 ? Token.Fi : void 0;
			if (len === 3) return src.startsWith("for", start) ? Token.For : void 0;
			if (len === 8) return src.startsWith("function", start) ? Token.Function : void 0;
			return;
		case 116: return len === 4 && src.startsWith("then", start) ? Token.Then : void 0;
		case 101:
			if (len !== 4) return void 0;
			if (src.startsWith("else", start)) return Token.Else;
			if (src.startsWith("elif", start)) return Token.Elif;
			if (src.startsWith("esac", start)) return Token.Esac;
			return;
		case 100:
			if (len === 2) return src.charCodeAt(start + 1) === 111 ? Token.Do : void 0;
			if (len === 4) return src.startsWith("done", start) ? Token.Done : void 0;
			return;
		case 99:
			if (len === 4) return src.startsWith("case", start) ? Token.Case : void 0;
			if (len === 6) return src.startsWith("coproc", start) ? Token.Coproc : void 0;
			return;
		case 119: return len === 5 && src.startsWith("while", start) ? Token.While : void 0;
		case 117: return len === 5 && src.startsWith("until", start) ? Token.Until : void 0;
		case 115: return len === 6 && src.startsWith("select", start) ? Token.Select : void 0;
		default: return;
	}
}
var LexContext = {
	Normal: 0,
	CommandStart: 1,
	TestMode: 2,
	CommandPrefix: 3,
	Declaration: 4,
	ArrayElement: 5,
	FunctionName: 6,
	CasePattern: 7,
	EvalArgument: 8
};
function isBraceCommandOpener(after) {
	return after === 32 || after === 9 || after === 10 || after === 124;
}
var Lexer = class Lexer {
	static _findSubstitutionEnd;
	src;
	srcEnd;
	parenBoundary;
	pos;
	current;
	nextState;
	hasPeek;
	pendingHereDocs;
	substitutionContext;
	_errors = null;
	_buildParts = false;
	_buildValue = false;
	_nestingDepth = 0;
	constructor(src, start = 0, end = src.length, parenBoundary = false, context = createSubstitutionContext()) {
		this.src = src;
		this.srcEnd = end;
		this.parenBoundary = parenBoundary;
		this.pos = start;
		this.current = new TokenValue(this);
		this.nextState = new TokenValue(this);
		this.hasPeek = false;
		this.pendingHereDocs = null;
		this.substitutionContext = context;
		if (start === 0 && src.charCodeAt(0) === 35 && src.charCodeAt(1) === 33) {
			const nl = src.indexOf("\n");
			this.pos = nl === -1 ? this.srcEnd : nl + 1;
		}
	}
	getSource() {
		return this.src;
	}
	fork(start, end, parenBoundary = false) {
		const lexer = new Lexer(this.src, start, end, parenBoundary, this.substitutionContext);
		lexer._nestingDepth = this._nestingDepth;
		return lexer;
	}
	getSubstitutionContext() {
		return this.substitutionContext;
	}
	get errors() {
		return this._errors ?? (this._errors = []);
	}
	commandExpansion(pos, text, start, inner, parenBoundary = false) {
		const window = this.scriptWindow(this.src, start, start + inner.length, parenBoundary);
		return new ScriptExpansionImpl("CommandExpansion", pos, this.pos, text, window);
	}
	decodedCommandExpansion(pos, text, inner) {
		const window = this.scriptWindow(inner, 0, inner.length, false, true);
		return new ScriptExpansionImpl("CommandExpansion", pos, this.pos, text, window);
	}
	processSubstitution(pos, text, operator, inner) {
		const window = this.scriptWindow(this.src, pos + 2, pos + 2 + inner.length, !this._unbalanced);
		return new ProcessSubstitutionImpl(pos, this.pos, text, operator, window);
	}
	scriptWindow(source, start, end, parenBoundary, decoded = false) {
		if (this._nestingDepth > 256) return void 0;
		const context = decoded ? void 0 : this.substitutionContext;
		return {
			source,
			start,
			end,
			depth: this._nestingDepth + 1,
			parenBoundary,
			context
		};
	}
	getPos() {
		return this.pos;
	}
	findSubstitutionEnd(start, end, depth = this._nestingDepth + 1) {
		if (Lexer._findSubstitutionEnd === void 0) return -1;
		return Lexer._findSubstitutionEnd(this.src, start, end, depth, this.substitutionContext);
	}
	/** Materialize a word token's value: raw spans slice directly, others re-lex the span. */
	_tokenValue(pos, end, raw) {
		return raw ? this.src.slice(pos, end) : this.wordValueOf(pos, end);
	}
	wordValueOf(start, end) {
		const savedPos = this.pos;
		const savedEnd = this.srcEnd;
		const savedBracketWindow = this._bracketWindow;
		const savedArithmeticBracketWindow = this._arithmeticBracketWindow;
		const savedBuildValue = this._buildValue;
		const savedUnbalanced = this._unbalanced;
		const errorCount = this._errors === null ? 0 : this._errors.length;
		this.pos = start;
		this.srcEnd = end;
		this._buildValue = true;
		this.readWordText();
		if (this.pos < end && this._wordAssignmentState !== void 0 && this._wordAssignmentState >= ASSIGNMENT_INDEX_BASE) {
			this.pos = start;
			this.readWordText(true);
		}
		const value = this._wordText;
		this.pos = savedPos;
		this.srcEnd = savedEnd;
		this._bracketWindow = savedBracketWindow;
		this._arithmeticBracketWindow = savedArithmeticBracketWindow;
		this._buildValue = savedBuildValue;
		this._unbalanced = savedUnbalanced;
		if (this._errors !== null) this._errors.length = errorCount;
		return value;
	}
	/** Find the closing bracket for a shell subscript, ignoring brackets inside nested shell syntax. */
	findClosingBracket(start, end = this.srcEnd) {
		const limit = Math.min(end, this.srcEnd);
		let window = this._bracketWindow;
		if (!window || window.limit !== limit) {
			window = {
				limit,
				depth: this._nestingDepth,
				last: this.src.lastIndexOf("]", limit - 1)
			};
			this._bracketWindow = window;
		}
		if (start > window.last) return -1;
		if (window.depth !== this._nestingDepth) {
			window = {
				limit,
				depth: this._nestingDepth,
				last: window.last
			};
			this._bracketWindow = window;
		}
		if (window.failed?.has(start)) return -1;
		const unmatched = [];
		const close = this.findClosingShellDelimiter(start, end, 93, false, true, unmatched);
		if (close === -1) {
			const failed = window.failed ?? (window.failed = /* @__PURE__ */ new Set());
			for (const starts of unmatched) for (const pos of starts) failed.add(pos);
		}
		return close;
	}
	/** Find the closing bracket of `$[ … ]`, which unlike a subscript does not recurse into `${ }`. */
	findClosingArithmeticBracket(start, end = this.srcEnd) {
		const limit = Math.min(end, this.srcEnd);
		let window = this._arithmeticBracketWindow;
		if (!window || window.end !== limit || window.depth !== this._nestingDepth) {
			window = {
				end: limit,
				depth: this._nestingDepth,
				failed: /* @__PURE__ */ new Set()
			};
			this._arithmeticBracketWindow = window;
		}
		if (window.failed.has(start)) return -1;
		return this.findClosingShellDelimiter(start, end, 93, false, false, void 0, window.failed);
	}
	/** Find the closing brace for a parameter expansion, ignoring braces inside nested shell syntax. */
	findClosingBrace(start, end = this.srcEnd) {
		return this.findClosingShellDelimiter(start, end, 125);
	}
	/** Find the closing parenthesis for a shell substitution using the command-aware scanner. */
	findClosingParenthesis(start, end = this.srcEnd) {
		const savedPos = this.pos;
		const savedEnd = this.srcEnd;
		const savedBracketWindow = this._bracketWindow;
		const savedArithmeticBracketWindow = this._arithmeticBracketWindow;
		const savedUnbalanced = this._unbalanced;
		this.pos = start;
		this.srcEnd = Math.min(end, this.srcEnd);
		this.extractBalanced();
		const close = this._unbalanced ? -1 : this.pos - 1;
		this.pos = savedPos;
		this.srcEnd = savedEnd;
		this._bracketWindow = savedBracketWindow;
		this._arithmeticBracketWindow = savedArithmeticBracketWindow;
		this._unbalanced = savedUnbalanced;
		return close;
	}
	/** Find the end of one arithmetic expansion using the canonical lexer scanner. */
	findArithmeticExpansionEnd(start, end = this.srcEnd) {
		const scanner = this.fork(start, end);
		scanner.pos = start + 1;
		scanner.scanArithmeticBody();
		return scanner.pos;
	}
	/** Find the end of one shell-expanded arithmetic word using the canonical lexer scanners. */
	findArithmeticWordEnd(start, end = this.srcEnd) {
		const scanner = this.fork(start, end);
		scanner.pos = start;
		return scanner.scanArithmeticWordEnd();
	}
	scanArithmeticWordEnd() {
		while (this.pos < this.srcEnd) {
			const ch = this.src.charCodeAt(this.pos);
			if (ch === 36) {
				this.readDollar();
				continue;
			}
			if (ch === 96) {
				this.readBacktickExpansion();
				continue;
			}
			if (ch === 39) {
				this.pos++;
				this.skipSQ();
				continue;
			}
			if (ch === 34) {
				this.pos++;
				this.skipDQ();
				continue;
			}
			if (ch === 92) {
				this.pos += 2;
				continue;
			}
			if (ch === 91) {
				const close = this.findClosingBracket(this.pos + 1);
				if (close !== -1) {
					this.pos = close + 1;
					continue;
				}
			}
			if ((ch === 60 || ch === 62) && this.src.charCodeAt(this.pos + 1) === 40) {
				this.pos += 2;
				this.extractBalanced();
				continue;
			}
			if (ch < 128 && arithmeticWordDelimiter[ch]) break;
			this.pos++;
		}
		return this.pos;
	}
	findClosingShellDelimiter(start, end, closing, array = false, braces = true, bracketStarts, failedBrackets) {
		const savedPos = this.pos;
		const savedEnd = this.srcEnd;
		const savedBracketWindow = this._bracketWindow;
		const savedArithmeticBracketWindow = this._arithmeticBracketWindow;
		const savedUnbalanced = this._unbalanced;
		this.srcEnd = Math.min(end, this.srcEnd);
		const delimiters = [closing];
		bracketStarts?.push([]);
		const failedStarts = failedBrackets ? [start] : void 0;
		let pos = start;
		let wordStart = true;
		let invalid = -1;
		while (pos < this.srcEnd) {
			const expected = delimiters[delimiters.length - 1];
			if (bracketStarts && expected === 93) bracketStarts[bracketStarts.length - 1].push(pos);
			const ch = this.src.charCodeAt(pos);
			if (ch === 92) {
				if (pos + 1 < this.srcEnd && this.src.charCodeAt(pos + 1) !== 10) wordStart = false;
				pos += 2;
				continue;
			}
			if (ch === 35 && array && delimiters.length === 1 && wordStart) {
				while (pos < this.srcEnd && this.src.charCodeAt(pos) !== 10) pos++;
				continue;
			}
			if (ch === 39) {
				this.pos = pos + 1;
				this.skipSQ();
				pos = this.pos;
				wordStart = false;
				continue;
			}
			if (ch === 34) {
				this.pos = pos + 1;
				this.skipDQ();
				pos = this.pos;
				wordStart = false;
				continue;
			}
			if (ch === 96) {
				pos++;
				while (pos < this.srcEnd && this.src.charCodeAt(pos) !== 96) {
					if (this.src.charCodeAt(pos) === 92) pos++;
					pos++;
				}
				if (pos < this.srcEnd) pos++;
				wordStart = false;
				continue;
			}
			if (ch === 36 && pos + 1 < this.srcEnd && this.src.charCodeAt(pos + 1) === 40 || (ch === 60 || ch === 62) && pos + 1 < this.srcEnd && this.src.charCodeAt(pos + 1) === 40) {
				this.pos = pos + 2;
				this.extractBalanced();
				pos = this.pos;
				wordStart = false;
				continue;
			}
			if (ch === 36 && pos + 1 < this.srcEnd) {
				const after = this.src.charCodeAt(pos + 1);
				if (after === 39) {
					pos = decodeAnsiCQuoted(this.src, pos + 2, this.srcEnd).end;
					wordStart = false;
					continue;
				}
				if (after === 36) {
					pos += 2;
					wordStart = false;
					continue;
				}
				if (after === 123 && braces) {
					delimiters.push(125);
					bracketStarts?.push([]);
					pos += 2;
					wordStart = false;
					continue;
				}
			}
			if (array && delimiters.length === 1) {
				if (ch === 91 && wordStart) {
					delimiters.push(93);
					bracketStarts?.push([]);
				} else if (invalid === -1 && (ch === 59 || ch === 38 || ch === 124 || ch === 60 || ch === 62 || ch === 40 && !isExtglobOpen(this.src.charCodeAt(pos - 1)))) invalid = pos;
			}
			if (expected === 93 && ch === 91) {
				delimiters.push(93);
				bracketStarts?.push([]);
				failedStarts?.push(pos + 1);
			} else if (expected === 41 && ch === 40) {
				delimiters.push(41);
				bracketStarts?.push([]);
			} else if (ch === expected) {
				delimiters.pop();
				failedStarts?.pop();
				bracketStarts?.pop();
				if (delimiters.length === 0) {
					this.pos = savedPos;
					this.srcEnd = savedEnd;
					this._bracketWindow = savedBracketWindow;
					this._arithmeticBracketWindow = savedArithmeticBracketWindow;
					this._unbalanced = savedUnbalanced;
					if (invalid !== -1) this.errors.push({
						message: `unexpected '${this.src[invalid]}' in array assignment`,
						pos: invalid
					});
					return pos;
				}
				wordStart = false;
				pos++;
				continue;
			}
			wordStart = ch < 128 && (charType[ch] & 1) !== 0;
			pos++;
		}
		if (failedStarts) for (const start of failedStarts) failedBrackets.add(start);
		this.pos = savedPos;
		this.srcEnd = savedEnd;
		this._bracketWindow = savedBracketWindow;
		this._arithmeticBracketWindow = savedArithmeticBracketWindow;
		this._unbalanced = savedUnbalanced;
		return -1;
	}
	scanBraceExpansion(start, results) {
		const src = this.src;
		const len = this.srcEnd;
		const cached = results.get(start);
		if (cached !== void 0) return cached;
		const savedPos = this.pos;
		const savedUnbalanced = this._unbalanced;
		const errorCount = this._errors === null ? 0 : this._errors.length;
		const frames = [start, 0];
		let pos = start + 1;
		while (pos < len) {
			const ch = src.charCodeAt(pos);
			const type = ch < 128 ? charType[ch] : 0;
			if (type === 0) {
				pos++;
				if (ch === 125) {
					const hasSep = frames.pop();
					results.set(frames.pop(), hasSep ? pos : -1);
					if (frames.length === 0) break;
				} else if (ch === 44 || ch === 46 && src.charCodeAt(pos) === 46) frames[frames.length - 1] = 1;
				continue;
			}
			const next = pos + 1 < len ? src.charCodeAt(pos + 1) : 0;
			if (type & 1) {
				if (next === 40 && (ch === 60 || ch === 62)) {
					this.pos = pos + 2;
					this.extractBalanced();
					pos = this.pos;
				} else if (ch === 40 && isExtglobOpen(src.charCodeAt(pos - 1))) {
					const close = this.findClosingShellDelimiter(pos + 1, len, 41);
					if (close === -1) break;
					pos = close + 1;
				} else break;
			} else if (ch === 92) pos += 2;
			else if (ch === 39) {
				this.pos = pos + 1;
				this.skipSQ();
				pos = this.pos;
			} else if (ch === 34) {
				this.pos = pos + 1;
				this.skipDQ();
				pos = this.pos;
			} else if (ch === 96) {
				pos++;
				while (pos < len && src.charCodeAt(pos) !== 96) pos += src.charCodeAt(pos) === 92 ? 2 : 1;
				pos++;
			} else if (ch === 123) {
				frames.push(pos, 0);
				pos++;
			} else if (next === 39) pos = decodeAnsiCQuoted(src, pos + 2, len).end;
			else if (next === 123) {
				const close = this.findClosingBrace(pos + 2, len);
				if (close === -1) break;
				pos = close + 1;
			} else if (next === 40) {
				this.pos = pos + 2;
				this.extractBalanced();
				pos = this.pos;
			} else pos++;
		}
		this.pos = savedPos;
		this._unbalanced = savedUnbalanced;
		if (this._errors !== null) this._errors.length = errorCount;
		for (let index = 0; index < frames.length; index += 2) results.set(frames[index], -1);
		return results.get(start);
	}
	skipSubshellBody() {
		this.extractBalanced(false);
		return this._unbalanced ? -1 : this.pos;
	}
	skipCompoundBody(closeToken) {
		const frames = [{
			close: closeToken,
			phase: closeToken === Token.Esac ? "case-pattern" : "commands"
		}];
		let commandStart = true;
		for (;;) {
			const phase = frames[frames.length - 1].phase;
			let ctx = commandStart ? LexContext.CommandStart : LexContext.Normal;
			if (phase === "function-name") ctx = LexContext.FunctionName;
			else if (phase === "case-pattern" && commandStart) ctx = LexContext.CasePattern;
			const value = this.next(ctx);
			const token = value.token;
			if (token === Token.EOF) return -1;
			const frame = frames[frames.length - 1];
			if (frame.phase === "function-name") {
				if (token === Token.Newline) continue;
				frame.phase = "function-body";
				commandStart = true;
				continue;
			} else if (frame.phase === "function-body") {
				if (token === Token.Newline) continue;
				frame.phase = "commands";
				commandStart = true;
				if (token === Token.LParen && this.peek(LexContext.Normal).token === Token.RParen) {
					this.next(LexContext.Normal);
					frame.phase = "function-body";
					continue;
				}
			} else if (frame.phase === "coproc-command") {
				if (token === Token.Newline) continue;
				if (token === Token.Word) {
					frame.phase = "coproc-body";
					commandStart = true;
					continue;
				}
				frame.phase = "commands";
				commandStart = true;
			} else if (frame.phase === "coproc-body") {
				if (token === Token.Newline) continue;
				frame.phase = token === Token.Word && value.keywordEligible && value.value === "time" ? "time-command" : "commands";
				commandStart = true;
				if (frame.phase === "time-command") continue;
			} else if (frame.phase === "time-command") {
				if (token === Token.Word && value.keywordEligible && value.value === "-p") {
					frame.phase = "time-command-after-p";
					continue;
				}
				if (token === Token.Word && value.keywordEligible && value.value === "--") {
					frame.phase = "commands";
					continue;
				}
				frame.phase = "commands";
				commandStart = true;
			} else if (frame.phase === "time-command-after-p") {
				if (token === Token.Word && value.keywordEligible && value.value === "--") {
					frame.phase = "commands";
					continue;
				}
				frame.phase = "commands";
				commandStart = true;
			} else if (frame.phase === "for-header") {
				if (token === Token.ArithCmd || token === Token.Semi || token === Token.Newline) {
					commandStart = true;
					continue;
				}
				if (token === Token.Do || token === Token.LBrace) {
					frame.close = token === Token.Do ? Token.Done : Token.RBrace;
					frame.phase = "commands";
					commandStart = true;
					continue;
				}
			} else if (frame.phase === "case-word") {
				if (token === Token.Newline) continue;
				frame.phase = "case-in";
				commandStart = false;
				continue;
			} else if (frame.phase === "case-in") {
				if (token === Token.Newline) {
					commandStart = true;
					continue;
				}
				frame.phase = "case-pattern";
				commandStart = true;
				continue;
			} else if (frame.phase === "case-pattern") {
				if (token === Token.Esac && commandStart) {
					frames.pop();
					if (frames.length === 0) return value.end;
					commandStart = false;
					continue;
				}
				if (token === Token.RParen) {
					frame.phase = "commands";
					commandStart = true;
				} else commandStart = token === Token.Newline;
				continue;
			}
			if (token === frame.close) {
				frames.pop();
				if (frames.length === 0) return value.end;
				commandStart = false;
				continue;
			}
			if (commandStart) switch (token) {
				case Token.LParen:
					frames.push({
						close: Token.RParen,
						phase: "commands"
					});
					break;
				case Token.LBrace:
					frames.push({
						close: Token.RBrace,
						phase: "commands"
					});
					break;
				case Token.If:
					frames.push({
						close: Token.Fi,
						phase: "commands"
					});
					break;
				case Token.For:
					frames.push({
						close: Token.Done,
						phase: "for-header"
					});
					break;
				case Token.While:
				case Token.Until:
				case Token.Select:
					frames.push({
						close: Token.Done,
						phase: "commands"
					});
					break;
				case Token.Case:
					frames.push({
						close: Token.Esac,
						phase: "case-word"
					});
					break;
				case Token.DblLBracket:
					if (!this.skipTestCommandBody()) return -1;
					commandStart = false;
					continue;
				case Token.Assignment:
				case Token.Redirect:
				case Token.Bang:
				case Token.Then:
				case Token.Else:
				case Token.Elif:
				case Token.Do:
				case Token.In: break;
				case Token.Semi:
				case Token.Newline:
				case Token.Pipe:
				case Token.And:
				case Token.Or:
				case Token.Amp:
				case Token.DoubleSemi:
				case Token.SemiAmp:
				case Token.DoubleSemiAmp: break;
				case Token.Function:
					frame.phase = "function-name";
					break;
				case Token.Coproc:
					frame.phase = "coproc-command";
					break;
				default:
					if (token === Token.Word && value.keywordEligible && value.value === "time") {
						frame.phase = "time-command";
						commandStart = true;
					} else commandStart = false;
					continue;
			}
			switch (token) {
				case Token.Semi:
				case Token.Newline:
				case Token.Pipe:
				case Token.And:
				case Token.Or:
				case Token.Amp:
					commandStart = true;
					break;
				case Token.DoubleSemi:
				case Token.SemiAmp:
				case Token.DoubleSemiAmp:
					if (frame.close === Token.Esac) frame.phase = "case-pattern";
					commandStart = true;
					break;
				case Token.RParen: commandStart = true;
			}
		}
	}
	skipTestGroup() {
		let depth = 1;
		for (;;) {
			const value = this.next(LexContext.TestMode);
			if (value.token === Token.EOF) return -1;
			if (value.token === Token.DblRBracket) {
				this.unshift(value);
				return -1;
			}
			if (value.token === Token.LParen) depth++;
			else if (value.token === Token.RParen && --depth === 0) return value.end;
		}
	}
	skipTestCommandBody() {
		for (;;) {
			const token = this.next(LexContext.TestMode).token;
			if (token === Token.DblRBracket) return true;
			if (token === Token.EOF) return false;
		}
	}
	/** Set position and scan a word, building parts. Used by computeWordParts. */
	buildWordParts(startPos) {
		this._buildParts = true;
		this.pos = startPos;
		const ch = this.src.charCodeAt(startPos);
		if ((ch === 60 || ch === 62) && startPos + 1 < this.srcEnd && this.src.charCodeAt(startPos + 1) === 40) {
			this.pos = startPos + 2;
			const inner = this.extractBalanced();
			const text = this.src.slice(startPos, this.pos);
			const part = this.processSubstitution(startPos, text, ch === 60 ? "<" : ">", inner);
			if (this.pos < this.srcEnd) {
				this.readWordText();
				if (this._wordParts) this._wordParts.unshift(part);
				else this._wordParts = [part];
			} else this._wordParts = [part];
		} else {
			this.readWordText();
			if (this.pos < this.srcEnd && this._wordAssignmentState !== void 0 && this._wordAssignmentState >= ASSIGNMENT_INDEX_BASE) {
				this.pos = startPos;
				this.readWordText(true);
			}
		}
		return this._wordParts;
	}
	/** Scan a bounded word-like span without treating shell operators or whitespace as terminators. */
	buildEmbeddedWordParts(startPos, arithmetic = false) {
		this._buildParts = true;
		this.pos = startPos;
		this.readInnerWordText(false, arithmetic);
		return this._wordParts;
	}
	buildArrayElementParts(startPos) {
		const close = this.findClosingBracket(startPos + 1);
		if (close === -1) return this.buildWordParts(startPos);
		const src = this.src;
		this._buildParts = true;
		const head = hasEmbeddedWordStructure(src, startPos, close + 1) ? this.parseSubFieldWord(startPos, close + 1, "embedded") : void 0;
		this.pos = close + 1;
		this.readWordText(false, LexContext.ArrayElement);
		const end = this.pos;
		const operator = skipLineContinuations(src, close + 1, end);
		const after = src.charCodeAt(operator);
		const keyed = after === 61 || after === 43 && src.charCodeAt(operator + 1) === 61;
		let headParts = head?.parts;
		let tailParts = this._wordParts;
		if (keyed) tailParts = parseGlobParts(src, close + 1, end, tailParts) ?? tailParts;
		if (!headParts && !tailParts) return keyed ? null : parseGlobParts(src, startPos, end, void 0) ?? null;
		const headText = src.slice(startPos, close + 1);
		if (!headParts) headParts = [{
			type: "Literal",
			pos: startPos,
			end: close + 1,
			text: headText,
			value: head?.value ?? headText
		}];
		if (!tailParts) tailParts = end > close + 1 ? [{
			type: "Literal",
			pos: close + 1,
			end,
			text: src.slice(close + 1, end),
			value: this._wordText
		}] : [];
		let parts = joinWordParts(headParts, tailParts);
		if (!keyed) parts = parseGlobParts(src, startPos, end, parts) ?? parts;
		return parts.length > 1 || parts[0].type !== "Literal" ? parts : null;
	}
	/** Scan a heredoc body for expansions, building parts. Spaces/newlines are literal. */
	buildHereDocParts(bodyPos, bodyEnd) {
		this._buildParts = true;
		const src = this.src;
		const parts = [];
		let hasExpansion = false;
		let litBuf = "";
		let litStart = bodyPos;
		let i = bodyPos;
		const flushLit = () => {
			if (i > litStart) {
				parts.push({
					type: "Literal",
					pos: litStart,
					end: i,
					value: litBuf,
					text: src.slice(litStart, i)
				});
				litBuf = "";
			}
		};
		while (i < bodyEnd) {
			const ch = src.charCodeAt(i);
			if (ch === 92) {
				if (i + 1 < bodyEnd) {
					const nc = src.charCodeAt(i + 1);
					if (nc === 10) {
						i += 2;
						continue;
					}
					if (nc === 36 || nc === 96 || nc === 92) {
						litBuf += String.fromCharCode(nc);
						i += 2;
						continue;
					}
				}
				litBuf += "\\";
				i++;
				continue;
			}
			if (ch === 36 && src.charCodeAt(i + 1) !== 39 && src.charCodeAt(i + 1) !== 34) {
				flushLit();
				litStart = i;
				this.pos = i;
				this.readDollar();
				if (this._resultPart) {
					hasExpansion = true;
					parts.push(this._resultPart);
					litStart = this.pos;
				} else litBuf += src.slice(i, this.pos);
				i = this.pos;
				continue;
			}
			if (ch === 96) {
				flushLit();
				litStart = i;
				this.pos = i;
				this.readBacktickExpansion();
				if (this._resultPart) {
					hasExpansion = true;
					parts.push(this._resultPart);
					litStart = this.pos;
				} else litBuf += src.slice(i, this.pos);
				i = this.pos;
				continue;
			}
			litBuf += src[i];
			i++;
		}
		flushLit();
		return hasExpansion ? parts : null;
	}
	registerHereDocTarget(target) {
		if (this.pendingHereDocs === null) return;
		for (const hd of this.pendingHereDocs) if (!hd.target) {
			hd.target = target;
			return;
		}
	}
	readTestRegexWord() {
		this.hasPeek = false;
		this.skipSpacesAndTabs();
		const src = this.src;
		const len = this.srcEnd;
		const start = this.pos;
		let depth = 0;
		while (this.pos < len) {
			const ch = src.charCodeAt(this.pos);
			if (ch === 40) {
				depth++;
				this.pos++;
				continue;
			}
			if (ch === 92) {
				this.pos += this.pos + 1 < len ? 2 : 1;
				continue;
			}
			if (ch === 39) {
				const quotePos = this.pos++;
				const ansiC = quotePos > start && src.charCodeAt(quotePos - 1) === 36;
				while (this.pos < len && src.charCodeAt(this.pos) !== 39) {
					if (ansiC && src.charCodeAt(this.pos) === 92 && this.pos + 1 < len) this.pos++;
					this.pos++;
				}
				if (this.pos < len) this.pos++;
				else this.errors.push({
					message: ansiC ? "unterminated ANSI-C quote" : "unterminated single quote",
					pos: quotePos
				});
				continue;
			}
			if (ch === 34) {
				this.pos++;
				this.readDoubleQuoted();
				continue;
			}
			if (ch === 96) {
				this.readBacktickExpansion();
				continue;
			}
			if (depth > 0) {
				if (ch === 41) depth--;
				this.pos++;
				continue;
			}
			if (ch === 36) {
				this.readDollar();
				continue;
			}
			if ((ch === 60 || ch === 62) && this.pos + 1 < len && src.charCodeAt(this.pos + 1) === 40) {
				const subPos = this.pos;
				this.pos += 2;
				this.extractBalanced();
				if (this._unbalanced) this.errors.push({
					message: "unterminated process substitution",
					pos: subPos
				});
				continue;
			}
			if (ch < 128 && charType[ch] & 1 && ch !== 124) break;
			this.pos++;
		}
		setToken(this.current, Token.Word, src.slice(start, this.pos), start, this.pos);
		return this.current;
	}
	readCStyleForExprs() {
		this.hasPeek = false;
		const src = this.src;
		const len = this.srcEnd;
		while (this.pos < len && (src.charCodeAt(this.pos) === 32 || src.charCodeAt(this.pos) === 9)) this.pos++;
		const openPos = this.pos;
		if (this.pos < len && src.charCodeAt(this.pos) === 40) this.pos++;
		const starts = [
			this.pos,
			0,
			0
		];
		const parts = [
			"",
			"",
			"",
			0,
			0,
			0
		];
		let partIdx = 0;
		let depth = 1;
		let partStart = this.pos;
		let extra = false;
		const setPart = (end) => {
			const raw = src.slice(partStart, end);
			parts[partIdx] = raw.trim();
			parts[3 + partIdx] = starts[partIdx] + raw.length - raw.trimStart().length;
		};
		while (this.pos < len && depth > 0) {
			const c = src.charCodeAt(this.pos);
			if (c === 40) {
				depth++;
				this.pos++;
			} else if (c === 41) {
				depth--;
				if (depth === 0) {
					if (!extra) setPart(this.pos);
					if (partIdx < 2) this.errors.push({
						message: "expected three arithmetic expressions in for header",
						pos: this.pos
					});
					this.pos++;
					while (this.pos < len && (src.charCodeAt(this.pos) === 32 || src.charCodeAt(this.pos) === 9)) this.pos++;
					if (this.pos < len && src.charCodeAt(this.pos) === 41) this.pos++;
					break;
				}
				this.pos++;
			} else if (c === 59 && depth === 1) {
				if (partIdx === 2) {
					if (!extra) {
						setPart(this.pos);
						this.errors.push({
							message: "expected three arithmetic expressions in for header",
							pos: this.pos
						});
					}
					extra = true;
					this.pos++;
					continue;
				}
				setPart(this.pos);
				partIdx++;
				this.pos++;
				partStart = this.pos;
				starts[partIdx] = partStart;
			} else if (c === 36) this.readDollar();
			else if (c === 96) this.readBacktickExpansion();
			else if (c === 92) this.pos += this.pos + 1 < len ? 2 : 1;
			else if (c === 39) {
				this.pos++;
				this.skipSQ();
			} else if (c === 34) {
				this.pos++;
				this.skipDQ();
			} else this.pos++;
		}
		if (depth > 0) {
			if (!extra) setPart(this.pos);
			this.errors.push({
				message: "unterminated arithmetic for header",
				pos: openPos
			});
		}
		return parts;
	}
	peek(ctx = LexContext.Normal) {
		if (!this.hasPeek) {
			this.readNext(this.nextState, ctx);
			this.hasPeek = true;
		}
		return this.nextState;
	}
	peekFollow(closers) {
		if (!this.hasPeek) {
			const ctx = closers[this.current.token] ? LexContext.CommandStart : LexContext.Normal;
			this.readNext(this.nextState, ctx);
			this.hasPeek = true;
		}
		return this.nextState;
	}
	next(ctx = LexContext.Normal) {
		if (this.hasPeek) {
			this.hasPeek = false;
			const temp = this.current;
			this.current = this.nextState;
			this.nextState = temp;
			return this.current;
		}
		this.readNext(this.current, ctx);
		return this.current;
	}
	unshift(tok) {
		this.nextState.copyFrom(tok);
		this.hasPeek = true;
	}
	readNext(out, ctx) {
		const src = this.src;
		const len = this.srcEnd;
		let pos = this.pos;
		while (true) {
			pos = skipBlanks(src, pos, len);
			if (ctx === LexContext.TestMode) while (pos < len && src.charCodeAt(pos) === 10) pos = skipBlanks(src, pos + 1, len);
			if (pos >= len || src.charCodeAt(pos) !== 35) break;
			while (pos < len && src.charCodeAt(pos) !== 10) pos++;
		}
		this.pos = pos;
		if (pos >= len) {
			this.consumePendingHereDocs();
			setToken(out, Token.EOF, "", pos, pos);
			return;
		}
		const tokenStart = pos;
		const ch = src.charCodeAt(pos);
		if (ch === 10) {
			this.pos++;
			this.consumePendingHereDocs();
			setToken(out, Token.Newline, "\n", tokenStart, this.pos);
			return;
		}
		if (ctx === LexContext.TestMode && (ch === 60 || ch === 62) && !(this.pos + 1 < this.srcEnd && src.charCodeAt(this.pos + 1) === 40)) {
			this.pos++;
			setToken(out, Token.Word, ch === 60 ? "<" : ">", tokenStart, this.pos);
			out.keywordEligible = true;
			return;
		}
		if (ch < 128 && charType[ch] & 1 && this.tryReadOperator(out, ch, ctx, tokenStart)) return;
		if (ch === 91 && ctx === LexContext.ArrayElement && this.readArrayElement(out, tokenStart)) return;
		this.readWord(out, ctx, tokenStart);
	}
	tryReadOperator(out, ch, ctx, tokenStart) {
		const src = this.src;
		const pos = this.pos;
		const next = pos + 1 < this.srcEnd ? src.charCodeAt(pos + 1) : 0;
		switch (ch) {
			case 59:
				if (next === 59) {
					if (pos + 2 < this.srcEnd && src.charCodeAt(pos + 2) === 38) {
						this.pos += 3;
						setToken(out, Token.DoubleSemiAmp, ";;&", tokenStart, this.pos);
						return true;
					}
					this.pos += 2;
					setToken(out, Token.DoubleSemi, ";;", tokenStart, this.pos);
					return true;
				}
				if (next === 38) {
					this.pos += 2;
					setToken(out, Token.SemiAmp, ";&", tokenStart, this.pos);
					return true;
				}
				this.pos++;
				setToken(out, Token.Semi, ";", tokenStart, this.pos);
				return true;
			case 124:
				if (next === 124) {
					this.pos += 2;
					setToken(out, Token.Or, "||", tokenStart, this.pos);
					return true;
				}
				if (next === 38) {
					this.pos += 2;
					setToken(out, Token.Pipe, "|&", tokenStart, this.pos);
					return true;
				}
				this.pos++;
				setToken(out, Token.Pipe, "|", tokenStart, this.pos);
				return true;
			case 38:
				if (next === 38) {
					this.pos += 2;
					setToken(out, Token.And, "&&", tokenStart, this.pos);
					return true;
				}
				if (next === 62) {
					this.pos += 2;
					const append = this.pos < this.srcEnd && src.charCodeAt(this.pos) === 62;
					if (append) this.pos++;
					return this.readRedirectTarget(out, append ? "&>>" : "&>", tokenStart);
				}
				this.pos++;
				setToken(out, Token.Amp, "&", tokenStart, this.pos);
				return true;
			case 40:
				if (ctx === LexContext.CommandStart && next === 40) {
					const savedErrors = this.errors.length;
					this.readArithmeticCommand(out, tokenStart);
					if (!this._notArithmetic) return true;
					this.errors.length = savedErrors;
					this.pos = tokenStart;
				}
				this.pos++;
				setToken(out, Token.LParen, "(", tokenStart, this.pos);
				return true;
			case 41:
				this.pos++;
				setToken(out, Token.RParen, ")", tokenStart, this.pos);
				return true;
			case 60:
			case 62: return this.readRedirection(out, tokenStart);
			default: return false;
		}
	}
	readRedirection(out, tokenStart) {
		const src = this.src;
		const ch = src.charCodeAt(this.pos);
		let op = "";
		if (ch === 60) {
			this.pos++;
			const next = this.pos < this.srcEnd ? src.charCodeAt(this.pos) : 0;
			if (next === 60) {
				this.pos++;
				const third = this.pos < this.srcEnd ? src.charCodeAt(this.pos) : 0;
				if (third === 60) {
					this.pos++;
					op = "<<<";
				} else {
					const dash = third === 45;
					if (dash) this.pos++;
					this.skipSpacesAndTabs();
					const targetPos = this.pos;
					if (this.pos >= this.srcEnd || src.charCodeAt(this.pos) !== 35) this.readHereDocDelimiter();
					const hasTarget = this.pos > targetPos;
					if (hasTarget) (this.pendingHereDocs ?? (this.pendingHereDocs = [])).push({
						delimiter: this._hereDelim,
						strip: dash,
						quoted: this._hereQuoted
					});
					setToken(out, Token.Redirect, dash ? "<<-" : "<<", tokenStart, this.pos);
					out.content = hasTarget ? this._hereDelim : void 0;
					out.delimiterQuoted = hasTarget && this._hereQuoted;
					out.targetPos = targetPos;
					out.targetEnd = hasTarget ? this.pos : targetPos;
					return true;
				}
			} else if (next === 40) {
				this.readProcessSubstitution(out, "<", tokenStart);
				return true;
			} else if (next === 62) {
				op = "<>";
				this.pos++;
			} else if (next === 38) {
				op = "<&";
				this.pos++;
			} else op = "<";
		} else if (ch === 62) {
			this.pos++;
			const next = this.pos < this.srcEnd ? src.charCodeAt(this.pos) : 0;
			if (next === 40) {
				this.readProcessSubstitution(out, ">", tokenStart);
				return true;
			}
			if (next === 62) {
				op = ">>";
				this.pos++;
			} else if (next === 38) {
				op = ">&";
				this.pos++;
			} else if (next === 124) {
				op = ">|";
				this.pos++;
			} else op = ">";
		}
		return this.readRedirectTarget(out, op, tokenStart);
	}
	readRedirectTarget(out, op, tokenStart) {
		const src = this.src;
		this.skipSpacesAndTabs();
		if (this.pos < this.srcEnd) {
			const nc = src.charCodeAt(this.pos);
			if ((nc === 60 || nc === 62) && this.pos + 1 < this.srcEnd && src.charCodeAt(this.pos + 1) === 40) {
				const psStart = this.pos;
				this.pos += 2;
				this.extractBalanced();
				if (this._unbalanced) this.errors.push({
					message: "unterminated process substitution",
					pos: psStart
				});
				const psText = src.slice(psStart, this.pos);
				setToken(out, Token.Redirect, op, tokenStart, this.pos);
				out.content = psText;
				out.targetPos = psStart;
				out.targetEnd = this.pos;
				return true;
			}
			const targetPos = this.pos;
			if (nc !== 10 && nc !== 35) this.readRedirectTargetText();
			this.redirectToken(out, op, tokenStart, targetPos);
			return true;
		}
		this.redirectToken(out, op, tokenStart, this.pos);
		return true;
	}
	readRedirectTargetText() {
		const savedBuildValue = this._buildValue;
		this._buildValue = true;
		this.readWordText();
		this._buildValue = savedBuildValue;
	}
	redirectToken(out, operator, tokenStart, targetPos) {
		const hasTarget = this.pos > targetPos && (this._wordText.length > 0 || this._wordQuoted);
		setToken(out, Token.Redirect, operator, tokenStart, this.pos);
		out.content = hasTarget ? this._wordText : void 0;
		out.targetPos = targetPos;
		out.targetEnd = hasTarget ? this.pos : targetPos;
	}
	readProcessSubstitution(out, operator, tokenStart) {
		this.pos++;
		this.extractBalanced();
		if (this._unbalanced) this.errors.push({
			message: "unterminated process substitution",
			pos: tokenStart
		});
		const text = this.src.slice(tokenStart, this.pos);
		setToken(out, Token.Word, text, tokenStart, this.pos);
	}
	readHereDocDelimiter() {
		const src = this.src;
		const len = this.srcEnd;
		const savedBuildValue = this._buildValue;
		this._buildValue = true;
		let delimiter = "";
		let quoted = false;
		while (this.pos < len) {
			const c = src.charCodeAt(this.pos);
			if (c === 39) {
				quoted = true;
				this.pos++;
				while (this.pos < len && src.charCodeAt(this.pos) !== 39) {
					delimiter += src[this.pos];
					this.pos++;
				}
				if (this.pos < len) this.pos++;
			} else if (c === 34) {
				quoted = true;
				this.pos++;
				while (this.pos < len && src.charCodeAt(this.pos) !== 34) {
					if (src.charCodeAt(this.pos) === 92 && this.pos + 1 < len) {
						const next = src.charCodeAt(this.pos + 1);
						if (next === 10) {
							this.pos += 2;
							continue;
						}
						if (next === 36 || next === 96 || next === 34 || next === 92) this.pos++;
					}
					delimiter += src[this.pos];
					this.pos++;
				}
				if (this.pos < len) this.pos++;
			} else if (c === 92) {
				if (this.pos + 1 < len && src.charCodeAt(this.pos + 1) === 10) {
					this.pos += 2;
					continue;
				}
				quoted = true;
				this.pos++;
				if (this.pos < len) {
					delimiter += src[this.pos];
					this.pos++;
				} else delimiter += "\\";
			} else if (c === 96) {
				const btStart = this.pos;
				this.pos++;
				while (this.pos < len && src.charCodeAt(this.pos) !== 96) {
					if (src.charCodeAt(this.pos) === 92) this.pos++;
					this.pos++;
				}
				if (this.pos < len) this.pos++;
				delimiter += src.slice(btStart, this.pos);
			} else if (c === 36) {
				const next = this.pos + 1 < len ? src.charCodeAt(this.pos + 1) : 0;
				if (next === 39 || next === 34) quoted = true;
				this.readDollar();
				delimiter += this._resultText;
			} else if (c < 128 && charType[c] & 1) break;
			else {
				delimiter += src[this.pos];
				this.pos++;
			}
		}
		this._buildValue = savedBuildValue;
		this._hereDelim = delimiter;
		this._hereQuoted = quoted;
	}
	consumePendingHereDocs() {
		const pending = this.pendingHereDocs;
		if (pending === null || pending.length === 0) return;
		for (const hd of pending) {
			const bodyPos = this.pos;
			const bodyEnd = this.skipHereDocBody(hd.delimiter, hd.strip, this.parenBoundary, hd.quoted);
			if (hd.target) {
				hd.target.body.pos = bodyPos;
				hd.target.body.end = bodyEnd;
				hd.target.body.text = this.src.slice(bodyPos, bodyEnd);
				if (this.hereDocClosingPos !== -1) hd.target.closing = {
					pos: this.hereDocClosingPos,
					end: this.hereDocClosingEnd
				};
			}
		}
		pending.length = 0;
	}
	hereDocClosingPos = -1;
	hereDocClosingEnd = -1;
	matchHereDocDelimiter(delimiter, lineStart, end, join) {
		const src = this.src;
		let pos = lineStart;
		for (let i = 0; i < delimiter.length;) {
			if (join && src.charCodeAt(pos) === 92 && pos + 1 < end && src.charCodeAt(pos + 1) === 10) {
				pos += 2;
				continue;
			}
			if (pos >= end || src.charCodeAt(pos) !== delimiter.charCodeAt(i)) return -1;
			pos++;
			i++;
		}
		return pos;
	}
	logicalLineEnd(from, end, join) {
		const src = this.src;
		let lineEnd = src.indexOf("\n", from);
		while (lineEnd !== -1 && lineEnd < end) {
			if (!join) return lineEnd;
			let backslashes = lineEnd;
			while (backslashes > from && src.charCodeAt(backslashes - 1) === 92) backslashes--;
			if ((lineEnd - backslashes) % 2 === 0) return lineEnd;
			from = lineEnd + 1;
			lineEnd = src.indexOf("\n", from);
		}
		return end;
	}
	skipHereDocBody(delimiter, strip, parenEnds = false, quoted = false) {
		this.hereDocClosingPos = -1;
		this.hereDocClosingEnd = -1;
		const src = this.src;
		const len = this.srcEnd;
		while (this.pos < len) {
			let lineStart = this.pos;
			const lineEnd = this.logicalLineEnd(lineStart, len, !quoted);
			for (;;) {
				const before = lineStart;
				if (strip) while (lineStart < lineEnd && src.charCodeAt(lineStart) === 9) lineStart++;
				if (!quoted) lineStart = skipLineContinuations(src, lineStart, lineEnd);
				if (lineStart === before) break;
			}
			let afterDelim = this.matchHereDocDelimiter(delimiter, lineStart, lineEnd, !quoted);
			if (afterDelim !== -1 && !quoted) afterDelim = skipLineContinuations(src, afterDelim, lineEnd);
			if (afterDelim === lineEnd) {
				const bodyEnd = this.pos;
				if (!parenEnds || !this.parenBoundary || lineEnd !== len) {
					this.hereDocClosingPos = lineStart;
					this.hereDocClosingEnd = lineEnd;
				}
				this.pos = lineEnd < len ? lineEnd + 1 : lineEnd;
				return bodyEnd;
			}
			if (parenEnds && afterDelim !== -1) {
				let paren = afterDelim;
				while (paren < lineEnd && src.charCodeAt(paren) !== 41) paren++;
				if (paren < lineEnd || this.parenBoundary && lineEnd === len) {
					const bodyEnd = this.pos;
					this.pos = afterDelim;
					return bodyEnd;
				}
			}
			this.pos = lineEnd < len ? lineEnd + 1 : lineEnd;
		}
		return this.pos;
	}
	_wordText = "";
	_wordRaw = false;
	_wordQuoted = false;
	_wordHasExpansions = false;
	_wordKeywordEligible = false;
	_wordAssignmentState;
	_bracketWindow;
	_arithmeticBracketWindow;
	_wordParts = null;
	_resultText = "";
	_resultIsRaw = true;
	_resultHasExpansion = false;
	_resultPart;
	_unbalanced = false;
	_notArithmetic = false;
	_arithUnterminated = false;
	_dqText = "";
	_dqHasExpansions = false;
	_dqParts = null;
	_dqEnd = 0;
	_hereDelim = "";
	_hereQuoted = false;
	readWord(out, ctx, tokenStart = 0) {
		const errorStart = this._errors === null ? 0 : this._errors.length;
		this.readWordText(false, ctx, true);
		if (ctx === LexContext.Normal) {
			const next = this.pos < this.srcEnd ? this.src.charCodeAt(this.pos) : 0;
			if (!this._wordRaw || next !== 60 && next !== 62) {
				setSpanToken(out, Token.Word, tokenStart, this.pos, this._wordRaw);
				out.keywordEligible = this._wordKeywordEligible;
				return;
			}
		}
		this.classifyWord(out, ctx, tokenStart, errorStart);
	}
	isRedirectVariable(start, end) {
		const src = this.src;
		for (let i = start; i < end; i++) {
			const c = src.charCodeAt(i);
			if (c === 91 && i > start) return i + 2 < end && src.charCodeAt(end - 1) === 93 && this.findClosingShellDelimiter(i + 1, end, 93) === end - 1;
			if (c >= 128 || !(isIdChar[c] & (i === start ? 1 : 2))) return false;
		}
		return end > start;
	}
	readArrayElement(out, tokenStart) {
		const close = this.findClosingBracket(tokenStart + 1);
		if (close === -1) return false;
		this.pos = close + 1;
		this.readWordText();
		setSpanToken(out, Token.Word, tokenStart, this.pos, true);
		return true;
	}
	classifyWord(out, ctx, tokenStart, errorStart) {
		const src = this.src;
		const raw = this._wordRaw;
		const hasExpansions = this._wordHasExpansions;
		const quoted = this._wordQuoted;
		const keywordEligible = this._wordKeywordEligible;
		let assignmentState = this._wordAssignmentState;
		const wordEnd = this.pos;
		const wordLen = wordEnd - tokenStart;
		if (ctx === LexContext.CasePattern) {
			let token = Token.Word;
			if (keywordEligible) {
				const reserved = raw ? matchReservedWord(src, tokenStart, wordLen) : RESERVED_WORDS.get(this.wordValueOf(tokenStart, wordEnd));
				if (reserved === Token.Esac) token = reserved;
			}
			setSpanToken(out, token, tokenStart, wordEnd, raw);
			out.keywordEligible = keywordEligible;
			return;
		}
		let value = null;
		if (!raw && !hasExpansions && keywordEligible && (ctx === LexContext.CommandStart || ctx === LexContext.TestMode)) {
			const nextCh = wordEnd < this.srcEnd ? src.charCodeAt(wordEnd) : 0;
			if (!quoted && wordLen <= 16 || nextCh === 60 || nextCh === 62) value = this.wordValueOf(tokenStart, wordEnd);
		}
		if (ctx === LexContext.CommandStart && keywordEligible) {
			if (raw) {
				if (wordLen <= 8) {
					const reserved = matchReservedWord(src, tokenStart, wordLen);
					if (reserved !== void 0) {
						setSpanToken(out, reserved, tokenStart, wordEnd, true);
						return;
					}
				}
				if (wordLen === 2 && src.charCodeAt(tokenStart) === 91 && src.charCodeAt(tokenStart + 1) === 91) {
					setSpanToken(out, Token.DblLBracket, tokenStart, wordEnd, true);
					return;
				}
			} else if (value !== null && value.length > 0) {
				const fc = value.charCodeAt(0);
				if (fc >= 97 && fc <= 122 && value.length <= 8 || fc === 33 || fc === 123 || fc === 125) {
					const reserved = RESERVED_WORDS.get(value);
					if (reserved !== void 0) {
						setToken(out, reserved, value, tokenStart, wordEnd);
						return;
					}
				}
				if (fc === 91 && value === "[[") {
					setToken(out, Token.DblLBracket, value, tokenStart, wordEnd);
					return;
				}
			}
		}
		if (ctx === LexContext.CommandStart || ctx === LexContext.CommandPrefix || ctx === LexContext.Declaration) {
			if (assignmentState === void 0) {
				let eq = -1;
				let bracket = false;
				for (let i = tokenStart + 1; i < wordEnd; i++) {
					const c = src.charCodeAt(i);
					if (c === 61) {
						eq = i;
						break;
					}
					if (c === 91) bracket = true;
				}
				if (eq !== -1 || ctx !== LexContext.Declaration && bracket) assignmentState = scanAssignmentPrefix(src, tokenStart, wordEnd, ASSIGNMENT_NAME_START);
			}
			if (assignmentState !== void 0) {
				if (ctx !== LexContext.Declaration && assignmentState >= ASSIGNMENT_INDEX_BASE) {
					if (wordEnd < this.srcEnd) {
						if (this._errors !== null) this._errors.length = errorStart;
						this.pos = tokenStart;
						this.readWordText(true, ctx, true);
						if (this.pos > wordEnd) {
							this.classifyWord(out, ctx, tokenStart, errorStart);
							return;
						}
					}
					if (this._errors === null || this._errors.length === errorStart) this.errors.push({
						message: "unterminated array subscript",
						pos: src.indexOf("[", tokenStart)
					});
				}
				if (isMatchedAssignment(assignmentState)) {
					setSpanToken(out, Token.Assignment, tokenStart, wordEnd, raw);
					if (value !== null) out._value = value;
					out.assignmentOperatorPos = assignmentOperatorPos(assignmentState);
					return;
				}
			}
		}
		if ((ctx === LexContext.CommandStart || ctx === LexContext.TestMode) && keywordEligible) {
			if (raw) {
				if (wordLen === 2 && src.charCodeAt(tokenStart) === 93 && src.charCodeAt(tokenStart + 1) === 93) {
					setSpanToken(out, Token.DblRBracket, tokenStart, wordEnd, true);
					return;
				}
			} else if (value === "]]") {
				setToken(out, Token.DblRBracket, value, tokenStart, wordEnd);
				return;
			}
		}
		if (!hasExpansions && this.pos < this.srcEnd) {
			const nc = src.charCodeAt(this.pos);
			if (nc === 60 || nc === 62) {
				if (raw) {
					const fc = src.charCodeAt(tokenStart);
					if (fc >= 48 && fc <= 57 && isAllDigitsRange(src, tokenStart, wordEnd)) {
						const fd = Number.parseInt(src.slice(tokenStart, wordEnd), 10);
						if (this.readRedirection(out, tokenStart)) {
							out.fileDescriptor = fd;
							out.descriptorEnd = wordEnd;
							return;
						}
					}
					if (fc === 123 && src.charCodeAt(wordEnd - 1) === 125 && this.isRedirectVariable(tokenStart + 1, wordEnd - 1)) {
						const varname = src.slice(tokenStart + 1, wordEnd - 1);
						if (this.readRedirection(out, tokenStart)) {
							out.variableName = varname;
							out.descriptorEnd = wordEnd;
							return;
						}
					}
				}
			}
		}
		setSpanToken(out, Token.Word, tokenStart, wordEnd, raw);
		if (value !== null) out._value = value;
		out.keywordEligible = keywordEligible;
	}
	readWordText(subscripts = false, ctx = LexContext.Normal, scanning = false) {
		const src = this.src;
		const len = this.srcEnd;
		let pos = this.pos;
		const fastStart = pos;
		let exitCh = 0;
		while (pos < len) {
			const c = src.charCodeAt(pos);
			if (c < 128 && charType[c]) {
				exitCh = c;
				break;
			}
			pos++;
		}
		if (pos >= len || charType[exitCh] & 1 && !(exitCh === 40 && pos > fastStart && extglobPrefix[src.charCodeAt(pos - 1)]) && !subscripts) {
			this.pos = pos;
			this._wordText = (this._buildParts || this._buildValue) && pos > fastStart ? src.slice(fastStart, pos) : "";
			this._wordRaw = true;
			this._wordQuoted = false;
			this._wordHasExpansions = false;
			this._wordKeywordEligible = true;
			this._wordAssignmentState = void 0;
			if (this._buildParts) this._wordParts = hasGlobCharacters(this._wordText) && ctx !== LexContext.ArrayElement ? parseGlobParts(src, fastStart, pos, void 0) ?? null : null;
			return;
		}
		const bp = this._buildParts;
		const bt = bp || this._buildValue;
		let text = bt && pos > fastStart ? src.slice(fastStart, pos) : "";
		let quoted = false;
		let hasExpansions = false;
		let keywordEligible = true;
		let valueIsRaw = true;
		let lastValueChar = pos > fastStart ? src.charCodeAt(pos - 1) : 0;
		let assignmentState = scanAssignmentPrefix(src, fastStart, pos, ASSIGNMENT_NAME_START);
		let parts;
		let litBuf = "";
		let litStart = 0;
		let hasGlobs = false;
		let braceResults;
		if (bp) {
			parts = [];
			litBuf = text;
			litStart = fastStart;
			hasGlobs = text.length > 0 && hasGlobCharacters(text);
		}
		while (pos < len) {
			const ch = src.charCodeAt(pos);
			if (ch >= 128 || !charType[ch]) {
				const runStart = pos;
				pos++;
				while (pos < len) {
					const c = src.charCodeAt(pos);
					if (c < 128 && charType[c]) break;
					pos++;
				}
				lastValueChar = src.charCodeAt(pos - 1);
				assignmentState = scanAssignmentPrefix(src, runStart, pos, assignmentState);
				if (bt) {
					const chunk = src.slice(runStart, pos);
					text += chunk;
					if (bp) {
						litBuf += chunk;
						hasGlobs = hasGlobs || hasGlobCharacters(chunk);
					}
				}
				continue;
			}
			if (charType[ch] & 1) {
				if (subscripts && assignmentState >= ASSIGNMENT_INDEX_BASE) {
					const close = this.findClosingBracket(pos);
					if (close !== -1) {
						const spanEnd = close + 1;
						assignmentState = assignmentState === 5 ? ASSIGNMENT_AFTER_INDEX : assignmentState - 1;
						lastValueChar = src.charCodeAt(close);
						if (bt) {
							const chunk = src.slice(pos, spanEnd);
							text += chunk;
							if (bp) {
								litBuf += chunk;
								hasGlobs = hasGlobs || hasGlobCharacters(chunk);
							}
						}
						pos = spanEnd;
						continue;
					}
				}
				if (ch === 40 && lastValueChar < 128 && extglobPrefix[lastValueChar]) {
					if (ctx === LexContext.FunctionName || assignmentState >= ASSIGNMENT_INDEX_BASE && (ctx === LexContext.CommandStart || ctx === LexContext.CommandPrefix)) break;
					if (ctx === LexContext.CommandStart && lastValueChar === 33 && keywordEligible && src.charCodeAt(fastStart) === 33 && skipLineContinuations(src, fastStart + 1, len) === pos) break;
					const prefixChar = lastValueChar;
					if (prefixChar === 61 && scanning && !((ctx === LexContext.CommandStart || ctx === LexContext.CommandPrefix || ctx === LexContext.Declaration || ctx === LexContext.EvalArgument) && isMatchedAssignment(assignmentState) && skipLineContinuations(src, assignmentOperatorPos(assignmentState) + 1, len) === pos)) break;
					const innerStart = pos + 1;
					const close = this.findClosingShellDelimiter(innerStart, len, 41, prefixChar === 61);
					if (close === -1 && !scanning && !subscripts && assignmentState >= ASSIGNMENT_INDEX_BASE) break;
					if (ctx === LexContext.CommandStart && prefixChar !== 61 && close !== -1 && skipBlanks(src, innerStart, close) === close) break;
					keywordEligible = false;
					const patternEnd = close === -1 ? len : close;
					pos = close === -1 ? len : close + 1;
					if (close === -1) this.errors.push({
						message: "unterminated extended glob",
						pos: innerStart - 2
					});
					lastValueChar = src.charCodeAt(pos - 1);
					if (bt) {
						const eg = "(" + src.slice(innerStart, pos);
						text += eg;
						if (bp && prefixChar !== 61) {
							let prefixPos = innerStart - 2;
							while (src.charCodeAt(prefixPos) === 10 && src.charCodeAt(prefixPos - 1) === 92) prefixPos -= 2;
							if (litBuf.length > 0) {
								const trimmed = litBuf.slice(0, -1);
								if (prefixPos > litStart) parts.push({
									type: "Literal",
									pos: litStart,
									end: prefixPos,
									value: trimmed,
									text: src.slice(litStart, prefixPos)
								});
								litBuf = "";
							}
							const op = extglobOp[prefixChar];
							parts.push({
								type: "ExtendedGlob",
								pos: prefixPos,
								end: pos,
								text: src.slice(prefixPos, pos),
								operator: op,
								pattern: src.slice(innerStart, patternEnd),
								parts: this.subFieldParts(innerStart, patternEnd)
							});
							litStart = pos;
						} else if (bp) {
							litBuf += eg;
							hasGlobs = hasGlobs || hasGlobCharacters(eg);
						}
					}
					continue;
				}
				break;
			}
			if (ch === 92) {
				pos++;
				if (pos < len) {
					if (src.charCodeAt(pos) === 10) {
						pos++;
						valueIsRaw = false;
					} else {
						if (assignmentState >= 0 && assignmentState < ASSIGNMENT_INDEX_BASE) assignmentState = ASSIGNMENT_INVALID;
						quoted = true;
						keywordEligible = false;
						valueIsRaw = false;
						lastValueChar = src.charCodeAt(pos);
						if (bt) {
							text += src[pos];
							if (bp) litBuf += src[pos];
						}
						pos++;
					}
				} else {
					if (assignmentState >= 0 && assignmentState < ASSIGNMENT_INDEX_BASE) assignmentState = ASSIGNMENT_INVALID;
					quoted = true;
					keywordEligible = false;
					lastValueChar = 92;
					if (bt) {
						text += "\\";
						if (bp) litBuf += "\\";
					}
				}
				continue;
			}
			if (ch === 39) {
				const sqStart = pos;
				if (assignmentState >= 0 && assignmentState < ASSIGNMENT_INDEX_BASE) assignmentState = ASSIGNMENT_INVALID;
				quoted = true;
				keywordEligible = false;
				valueIsRaw = false;
				pos++;
				const start = pos;
				while (pos < len && src.charCodeAt(pos) !== 39) pos++;
				if (pos > start) lastValueChar = src.charCodeAt(pos - 1);
				const value = bt ? src.slice(start, pos) : "";
				if (bt) text += value;
				if (pos < len) pos++;
				else this.errors.push({
					message: "unterminated single quote",
					pos: start - 1
				});
				if (bp) {
					if (sqStart > litStart) {
						parts.push({
							type: "Literal",
							pos: litStart,
							end: sqStart,
							value: litBuf,
							text: src.slice(litStart, sqStart)
						});
						litBuf = "";
					}
					parts.push({
						type: "SingleQuoted",
						pos: sqStart,
						end: pos,
						value,
						text: src.slice(sqStart, pos)
					});
					litStart = pos;
				}
				continue;
			}
			if (ch === 34) {
				const dqStart = pos;
				if (assignmentState >= 0 && assignmentState < ASSIGNMENT_INDEX_BASE) assignmentState = ASSIGNMENT_INVALID;
				quoted = true;
				keywordEligible = false;
				valueIsRaw = false;
				pos++;
				this.pos = pos;
				this.readDoubleQuoted();
				pos = this.pos;
				if (this._dqEnd > dqStart + 1) lastValueChar = src.charCodeAt(this._dqEnd - 1);
				if (this._dqHasExpansions) hasExpansions = true;
				if (bt) text += this._dqText;
				if (bp) {
					if (dqStart > litStart) {
						parts.push({
							type: "Literal",
							pos: litStart,
							end: dqStart,
							value: litBuf,
							text: src.slice(litStart, dqStart)
						});
						litBuf = "";
					}
					const dqText = src.slice(dqStart, pos);
					parts.push({
						type: "DoubleQuoted",
						pos: dqStart,
						end: pos,
						text: dqText,
						parts: this._dqParts ?? [{
							type: "Literal",
							pos: dqStart + 1,
							end: this._dqEnd,
							value: this._dqText,
							text: src.slice(dqStart + 1, this._dqEnd)
						}]
					});
					litStart = pos;
				}
				continue;
			}
			if (ch === 36) {
				keywordEligible = false;
				const dollarStart = pos;
				if (assignmentState >= 0 && assignmentState < ASSIGNMENT_INDEX_BASE) assignmentState = ASSIGNMENT_INVALID;
				const next = pos + 1 < len ? src.charCodeAt(pos + 1) : 0;
				if (next === 39 || next === 34) quoted = true;
				this.pos = pos;
				this.readDollar();
				pos = this.pos;
				if (!this._resultIsRaw) valueIsRaw = false;
				if (pos > dollarStart) lastValueChar = src.charCodeAt(pos - 1);
				if (this._resultHasExpansion) hasExpansions = true;
				if (bt) text += this._resultText;
				if (bp) {
					if (this._resultPart) {
						if (dollarStart > litStart) {
							parts.push({
								type: "Literal",
								pos: litStart,
								end: dollarStart,
								value: litBuf,
								text: src.slice(litStart, dollarStart)
							});
							litBuf = "";
						}
						parts.push(this._resultPart);
						litStart = pos;
					} else litBuf += this._resultText;
				}
				continue;
			}
			if (ch === 96) {
				keywordEligible = false;
				const btStart = pos;
				if (assignmentState >= 0 && assignmentState < ASSIGNMENT_INDEX_BASE) assignmentState = ASSIGNMENT_INVALID;
				this.pos = pos;
				this.readBacktickExpansion();
				pos = this.pos;
				valueIsRaw = false;
				lastValueChar = src.charCodeAt(pos - 1);
				hasExpansions = true;
				if (bt) text += this._resultText;
				if (bp) {
					if (btStart > litStart) {
						parts.push({
							type: "Literal",
							pos: litStart,
							end: btStart,
							value: litBuf,
							text: src.slice(litStart, btStart)
						});
						litBuf = "";
					}
					parts.push(this._resultPart);
					litStart = pos;
				}
				continue;
			}
			if (ch === 123) {
				if (assignmentState >= 0 && assignmentState < ASSIGNMENT_INDEX_BASE) assignmentState = ASSIGNMENT_INVALID;
				const first = pos + 1 < len ? src.charCodeAt(pos + 1) : 0;
				const braceEnd = first <= 32 || first === 125 ? -1 : this.scanBraceExpansion(pos, braceResults ?? (braceResults = /* @__PURE__ */ new Map()));
				if (braceEnd > 0) {
					keywordEligible = false;
					lastValueChar = src.charCodeAt(braceEnd - 1);
					if (bt) {
						const braceText = src.slice(pos, braceEnd);
						text += braceText;
						if (bp) {
							if (pos > litStart) {
								parts.push({
									type: "Literal",
									pos: litStart,
									end: pos,
									value: litBuf,
									text: src.slice(litStart, pos)
								});
								litBuf = "";
							}
							parts.push({
								type: "BraceExpansion",
								pos,
								end: braceEnd,
								text: braceText,
								parts: this.subFieldParts(pos + 1, braceEnd - 1)
							});
							litStart = braceEnd;
						}
					}
					pos = braceEnd;
					continue;
				}
				lastValueChar = 123;
				if (bt) {
					text += "{";
					if (bp) litBuf += "{";
				}
				pos++;
				continue;
			}
			pos++;
		}
		if (bp && pos > litStart) parts.push({
			type: "Literal",
			pos: litStart,
			end: pos,
			value: litBuf,
			text: src.slice(litStart, pos)
		});
		this.pos = pos;
		this._wordText = text;
		this._wordRaw = valueIsRaw;
		this._wordQuoted = quoted;
		this._wordHasExpansions = hasExpansions;
		this._wordKeywordEligible = keywordEligible;
		this._wordAssignmentState = assignmentState;
		if (bp) {
			this._wordParts = parts.length > 1 || parts.length === 1 && parts[0].type !== "Literal" ? parts : null;
			if (hasGlobs && ctx !== LexContext.ArrayElement) this._wordParts = parseGlobParts(src, fastStart, pos, this._wordParts) ?? null;
		}
	}
	readInnerWordText(insideDoubleQuotes = false, arithmetic = false, globs = false) {
		const src = this.src;
		const len = this.srcEnd;
		let pos = this.pos;
		const start = pos;
		let text = "";
		const bp = this._buildParts;
		let parts;
		let litBuf = "";
		let litStart = 0;
		let preserveLiteral = false;
		let hasGlobs = false;
		if (bp) {
			parts = [];
			litStart = pos;
		}
		while (pos < len) {
			const ch = src.charCodeAt(pos);
			if (ch === 92) {
				pos++;
				if (pos < len) {
					if (src.charCodeAt(pos) === 10) pos++;
					else {
						const next = src.charCodeAt(pos);
						if (insideDoubleQuotes && next !== 36 && next !== 96 && next !== 34 && next !== 92 && next !== 125) {
							text += "\\";
							if (bp) litBuf += "\\";
							preserveLiteral = true;
						}
						const escaped = src[pos++];
						text += escaped;
						if (bp) litBuf += escaped;
					}
				}
				continue;
			}
			if (ch === 39 && !insideDoubleQuotes) {
				const sqStart = pos;
				pos++;
				const start = pos;
				while (pos < len && src.charCodeAt(pos) !== 39) pos++;
				const value = src.slice(start, pos);
				text += value;
				if (pos < len) pos++;
				if (bp) {
					if (sqStart > litStart) {
						parts.push({
							type: "Literal",
							pos: litStart,
							end: sqStart,
							value: litBuf,
							text: src.slice(litStart, sqStart)
						});
						litBuf = "";
					}
					parts.push({
						type: "SingleQuoted",
						pos: sqStart,
						end: pos,
						value,
						text: src.slice(sqStart, pos)
					});
					litStart = pos;
				}
				continue;
			}
			if (ch === 34) {
				const dqStart = pos;
				pos++;
				this.pos = pos;
				this.readDoubleQuoted(insideDoubleQuotes);
				pos = this.pos;
				text += this._dqText;
				if (bp) {
					if (dqStart > litStart) {
						parts.push({
							type: "Literal",
							pos: litStart,
							end: dqStart,
							value: litBuf,
							text: src.slice(litStart, dqStart)
						});
						litBuf = "";
					}
					const dqText = src.slice(dqStart, pos);
					parts.push({
						type: "DoubleQuoted",
						pos: dqStart,
						end: pos,
						text: dqText,
						parts: this._dqParts ?? [{
							type: "Literal",
							pos: dqStart + 1,
							end: this._dqEnd,
							value: this._dqText,
							text: src.slice(dqStart + 1, this._dqEnd)
						}]
					});
					litStart = pos;
				}
				continue;
			}
			if (ch === 36) {
				const dollarStart = pos;
				this.pos = pos;
				this.readDollar(insideDoubleQuotes);
				pos = this.pos;
				text += this._resultText;
				if (bp) {
					if (this._resultPart) {
						if (dollarStart > litStart) {
							parts.push({
								type: "Literal",
								pos: litStart,
								end: dollarStart,
								value: litBuf,
								text: src.slice(litStart, dollarStart)
							});
							litBuf = "";
						}
						parts.push(this._resultPart);
						litStart = pos;
					} else litBuf += this._resultText;
				}
				continue;
			}
			if (ch === 96) {
				const btStart = pos;
				this.pos = pos;
				this.readBacktickExpansion(insideDoubleQuotes);
				pos = this.pos;
				text += this._resultText;
				if (bp) {
					if (btStart > litStart) {
						parts.push({
							type: "Literal",
							pos: litStart,
							end: btStart,
							value: litBuf,
							text: src.slice(litStart, btStart)
						});
						litBuf = "";
					}
					parts.push(this._resultPart);
					litStart = pos;
				}
				continue;
			}
			if (!insideDoubleQuotes && !arithmetic && (ch === 60 || ch === 62) && pos + 1 < len && src.charCodeAt(pos + 1) === 40) {
				const psStart = pos;
				this.pos = pos + 2;
				const inner = this.extractBalanced();
				pos = this.pos;
				const raw = src.slice(psStart, pos);
				text += raw;
				if (bp) {
					if (psStart > litStart) {
						parts.push({
							type: "Literal",
							pos: litStart,
							end: psStart,
							value: litBuf,
							text: src.slice(litStart, psStart)
						});
						litBuf = "";
					}
					parts.push(this.processSubstitution(psStart, raw, ch === 60 ? "<" : ">", inner));
					litStart = pos;
				}
				continue;
			}
			text += src[pos];
			if (bp) {
				litBuf += src[pos];
				if (globs && (ch === 42 || ch === 63 || ch === 91)) hasGlobs = true;
			}
			pos++;
		}
		if (bp && pos > litStart) parts.push({
			type: "Literal",
			pos: litStart,
			end: pos,
			value: litBuf,
			text: src.slice(litStart, pos)
		});
		this.pos = pos;
		this._wordText = text;
		this._wordRaw = false;
		this._wordQuoted = false;
		this._wordHasExpansions = false;
		this._wordKeywordEligible = false;
		if (bp) {
			this._wordParts = parts.length > 1 || parts.length === 1 && (parts[0].type !== "Literal" || preserveLiteral) ? parts : null;
			if (hasGlobs) this._wordParts = parseGlobParts(src, start, pos, this._wordParts) ?? null;
		}
	}
	subFieldParts(start, end) {
		if (this._nestingDepth >= 256) return void 0;
		return hasEmbeddedWordStructure(this.src, start, end) ? this.parseSubFieldWord(start, end).parts : parseGlobParts(this.src, start, end, void 0);
	}
	parseSubFieldWord(start, end, context = "word", arithmetic = false) {
		if (start >= end) return new WordImpl("", start, start);
		if (this._nestingDepth >= 256) return new WordImpl(this.src.slice(start, end), start, end);
		this._nestingDepth++;
		const savedEnd = this.srcEnd;
		const savedBracketWindow = this._bracketWindow;
		const savedArithmeticBracketWindow = this._arithmeticBracketWindow;
		const savedPos = this.pos;
		const savedText = this._wordText;
		const savedParts = this._wordParts;
		const savedQuoted = this._wordQuoted;
		const savedKeywordEligible = this._wordKeywordEligible;
		this.srcEnd = end;
		this.pos = start;
		this.readInnerWordText(context === "quoted", arithmetic, context === "word");
		const word = new WordImpl(this.src.slice(start, end), start, end);
		if (this._buildParts) word.parts = this._wordParts ?? void 0;
		this.srcEnd = savedEnd;
		this._bracketWindow = savedBracketWindow;
		this._arithmeticBracketWindow = savedArithmeticBracketWindow;
		this.pos = savedPos;
		this._wordText = savedText;
		this._wordParts = savedParts;
		this._wordQuoted = savedQuoted;
		this._wordKeywordEligible = savedKeywordEligible;
		this._nestingDepth--;
		return word;
	}
	skipSQ() {
		while (this.pos < this.srcEnd && this.src.charCodeAt(this.pos) !== 39) this.pos++;
		if (this.pos < this.srcEnd) this.pos++;
	}
	skipAnsiCQuoted() {
		const quotePos = this.pos - 1;
		const result = decodeAnsiCQuoted(this.src, this.pos, this.srcEnd);
		this.pos = result.end;
		if (!result.closed) this.errors.push({
			message: "unterminated ANSI-C quote",
			pos: quotePos
		});
	}
	skipDQ() {
		const src = this.src;
		const len = this.srcEnd;
		this._unbalanced = false;
		if (this._nestingDepth < 256) while (this.pos < len) {
			const ch = src.charCodeAt(this.pos);
			if (ch === 34) {
				this.pos++;
				return;
			}
			if (ch === 92) {
				this.pos = Math.min(this.pos + 2, len);
				continue;
			}
			if (ch === 96) break;
			if (ch === 36) {
				const next = src.charCodeAt(this.pos + 1);
				if (next === 40 || next === 123 || next === 36) break;
			}
			this.pos++;
		}
		this.extractBalanced(true, true);
	}
	skipSpacesAndTabs() {
		this.pos = skipBlanks(this.src, this.pos, this.srcEnd);
	}
	readDoubleQuoted(unescapeAll = false) {
		const src = this.src;
		const len = this.srcEnd;
		const contentStart = this.pos;
		let hasExpansions = false;
		const bp = this._buildParts;
		const bt = bp || this._buildValue;
		if (!bp) {
			let p = this.pos;
			while (p < len) {
				const c = src.charCodeAt(p);
				if (c === 34) {
					this._dqText = bt ? src.slice(contentStart, p) : "";
					this._dqEnd = p;
					this.pos = p + 1;
					this._dqHasExpansions = false;
					this._dqParts = null;
					return;
				}
				if (c === 36 || c === 96 || c === 92) break;
				p++;
			}
		}
		let text = "";
		let parts = null;
		let litBuf = "";
		let litStart = bp ? this.pos : 0;
		while (this.pos < len && src.charCodeAt(this.pos) !== 34) {
			const runStart = this.pos;
			while (this.pos < len) {
				const c = src.charCodeAt(this.pos);
				if (c === 34 || c === 92 || c === 36 || c === 96) break;
				this.pos++;
			}
			if (bt && this.pos > runStart) {
				const chunk = src.slice(runStart, this.pos);
				text += chunk;
				if (bp) litBuf += chunk;
			}
			if (this.pos >= len || src.charCodeAt(this.pos) === 34) break;
			const ch = src.charCodeAt(this.pos);
			if (ch === 92) {
				this.pos++;
				if (this.pos < len) {
					const next = src.charCodeAt(this.pos);
					if (next === 10) {
						this.pos++;
						continue;
					}
					if (bt) {
						if (unescapeAll || next === 36 || next === 96 || next === 34 || next === 92) {
							const c = src[this.pos];
							text += c;
							if (bp) litBuf += c;
						} else {
							const pair = "\\" + src[this.pos];
							text += pair;
							if (bp) litBuf += pair;
						}
					}
					this.pos++;
				}
				continue;
			}
			if (ch === 36) {
				const afterDollar = this.pos + 1 < len ? src.charCodeAt(this.pos + 1) : 0;
				if (afterDollar === 34 || afterDollar === 39) {
					if (bt) {
						text += "$";
						if (bp) litBuf += "$";
					}
					this.pos++;
					continue;
				}
				const expStart = this.pos;
				this.readDollar(true);
				if (bt) text += this._resultText;
				if (this._resultHasExpansion) hasExpansions = true;
				if (bp) {
					const rp = this._resultPart;
					if (rp && isDQChild(rp)) {
						if (!parts) parts = [];
						if (expStart > litStart) {
							parts.push({
								type: "Literal",
								pos: litStart,
								end: expStart,
								value: litBuf,
								text: src.slice(litStart, expStart)
							});
							litBuf = "";
						}
						parts.push(rp);
						litStart = this.pos;
					} else litBuf += this._resultText;
				}
				continue;
			}
			if (ch === 96) {
				const btStart = this.pos;
				this.readBacktickExpansion(true);
				if (bt) text += this._resultText;
				hasExpansions = true;
				if (bp && this._resultPart && isDQChild(this._resultPart)) {
					if (!parts) parts = [];
					if (btStart > litStart) {
						parts.push({
							type: "Literal",
							pos: litStart,
							end: btStart,
							value: litBuf,
							text: src.slice(litStart, btStart)
						});
						litBuf = "";
					}
					parts.push(this._resultPart);
					litStart = this.pos;
				}
				continue;
			}
		}
		if (bp && parts && this.pos > litStart) parts.push({
			type: "Literal",
			pos: litStart,
			end: this.pos,
			value: litBuf,
			text: src.slice(litStart, this.pos)
		});
		this._dqEnd = this.pos;
		if (this.pos < len) this.pos++;
		else this.errors.push({
			message: "unterminated double quote",
			pos: contentStart - 1
		});
		this._dqText = text;
		this._dqHasExpansions = hasExpansions;
		this._dqParts = parts;
	}
	readDollar(insideDoubleQuotes = false) {
		const dollarPos = this.pos;
		this.pos++;
		const src = this.src;
		const len = this.srcEnd;
		const bt = this._buildParts || this._buildValue;
		if (this.pos >= len) {
			this._resultText = "$";
			this._resultIsRaw = true;
			this._resultHasExpansion = false;
			this._resultPart = void 0;
			return;
		}
		const logicalPos = skipLineContinuations(src, this.pos, len);
		if (logicalPos > this.pos && src.charCodeAt(logicalPos) === 40 && src.charCodeAt(logicalPos + 1) !== 40) this.pos = logicalPos;
		const ch = src.charCodeAt(this.pos);
		if (ch === 40) {
			if (this.pos + 1 < len && src.charCodeAt(this.pos + 1) === 40) {
				const savedPos = this.pos;
				const savedErrors = this.errors.length;
				this.readArithmeticExpansion(dollarPos);
				if (!this._notArithmetic) return;
				this.errors.length = savedErrors;
				this.pos = savedPos;
			}
			this.readCommandSubstitution(dollarPos);
			return;
		}
		if (ch === 123) {
			const after = this.pos + 1 < len ? src.charCodeAt(this.pos + 1) : 0;
			if (after === 32 || after === 9 || after === 10) {
				this.readBraceCommandSubstitution();
				return;
			}
			if (after === 124) {
				this.readValueSubstitution();
				return;
			}
			this.readParameterExpansion(insideDoubleQuotes);
			return;
		}
		if (ch === 39) {
			this.pos++;
			if (bt) {
				const value = this.readAnsiCQuoted();
				this._resultText = value;
				this._resultPart = this._buildParts ? {
					type: "AnsiCQuoted",
					pos: dollarPos,
					end: this.pos,
					text: src.slice(dollarPos, this.pos),
					value
				} : void 0;
			} else {
				this.skipAnsiCQuoted();
				this._resultText = "";
				this._resultPart = void 0;
			}
			this._resultIsRaw = false;
			this._resultHasExpansion = false;
			return;
		}
		if (ch === 34) {
			this.pos++;
			this.readDoubleQuoted(insideDoubleQuotes);
			this._resultText = this._dqText;
			this._resultIsRaw = false;
			this._resultHasExpansion = this._dqHasExpansions;
			if (this._buildParts) {
				const text = src.slice(dollarPos, this.pos);
				this._resultPart = {
					type: "LocaleString",
					pos: dollarPos,
					end: this.pos,
					text,
					parts: this._dqParts ?? [{
						type: "Literal",
						pos: dollarPos + 2,
						end: this._dqEnd,
						value: this._dqText,
						text: src.slice(dollarPos + 2, this._dqEnd)
					}]
				};
			} else this._resultPart = void 0;
			return;
		}
		if (ch === 64 || ch === 42 || ch === 35 || ch === 63 || ch === 45 || ch === 36 || ch === 33 || ch >= 48 && ch <= 57) {
			this.pos++;
			const text = bt ? src.slice(this.pos - 2, this.pos) : "";
			this._resultText = text;
			this._resultIsRaw = true;
			this._resultHasExpansion = false;
			this._resultPart = this._buildParts ? {
				type: "SimpleExpansion",
				pos: dollarPos,
				end: this.pos,
				text
			} : void 0;
			return;
		}
		if (ch < 128 && isIdChar[ch] & 1) {
			const namePos = this.pos - 1;
			while (this.pos < len) {
				const c = src.charCodeAt(this.pos);
				if (c < 128 && isIdChar[c] & 2) this.pos++;
				else break;
			}
			const text = bt ? src.slice(namePos, this.pos) : "";
			this._resultText = text;
			this._resultIsRaw = true;
			this._resultHasExpansion = false;
			this._resultPart = this._buildParts ? {
				type: "SimpleExpansion",
				pos: dollarPos,
				end: this.pos,
				text
			} : void 0;
			return;
		}
		if (ch === 91) {
			const errorCount = this._errors === null ? 0 : this._errors.length;
			const close = this.findClosingArithmeticBracket(this.pos + 1);
			if (close !== -1) {
				const bodyStart = this.pos + 1;
				const body = src.slice(bodyStart, close);
				this.pos = close + 1;
				const text = bt ? src.slice(dollarPos, this.pos) : "";
				this._resultText = text;
				this._resultIsRaw = true;
				this._resultHasExpansion = false;
				this._resultPart = this._buildParts ? this.arithmeticExpansion(bodyStart - 2, text, body, bodyStart) : void 0;
				return;
			}
			if (this._errors !== null) this._errors.length = errorCount;
		}
		this._resultText = "$";
		this._resultIsRaw = true;
		this._resultHasExpansion = false;
		this._resultPart = void 0;
	}
	scanArithmeticBody() {
		this._notArithmetic = false;
		this._arithUnterminated = false;
		this.pos += 2;
		let depth = 1;
		let parenDepth = 0;
		let parentParenDepth = 0;
		let parenDepths;
		let reported = false;
		const src = this.src;
		const len = this.srcEnd;
		const start = this.pos;
		while (this.pos < len && depth > 0) {
			const c = src.charCodeAt(this.pos);
			if (c === 92) this.pos += this.pos + 1 < len ? 2 : 1;
			else if (c === 39) {
				this.pos++;
				this.skipSQ();
			} else if (c === 34) {
				this.pos++;
				this.skipDQ();
			} else if (c === 96) {
				this.pos++;
				while (this.pos < len && src.charCodeAt(this.pos) !== 96) {
					if (src.charCodeAt(this.pos) === 92) this.pos++;
					this.pos++;
				}
				if (this.pos < len) this.pos++;
			} else if (c === 36 && this.pos + 2 < len && src.charCodeAt(this.pos + 1) === 40 && src.charCodeAt(this.pos + 2) !== 40) {
				const dollarPos = this.pos;
				this.pos += 2;
				this.extractBalanced();
				if (this._unbalanced) this.errors.push({
					message: "unterminated command substitution",
					pos: dollarPos
				});
			} else if (c === 36 && this.pos + 1 < len && src.charCodeAt(this.pos + 1) === 123) {
				const close = this.findClosingBrace(this.pos + 2, len);
				this.pos = close === -1 ? len : close + 1;
			} else if ((c === 60 || c === 62) && this.pos + 1 < len && src.charCodeAt(this.pos + 1) === 40) {
				this.pos += 2;
				this.extractBalanced();
			} else if (c === 40) {
				if (src.charCodeAt(this.pos - 1) === 36 && src.charCodeAt(this.pos + 1) === 40) {
					if (depth === 1) parentParenDepth = parenDepth;
					else (parenDepths ?? (parenDepths = [])).push(parenDepth);
					depth++;
					parenDepth = 0;
					if (depth + this._nestingDepth > 256 && !reported) {
						this.errors.push({
							message: "maximum arithmetic expansion nesting depth exceeded",
							pos: this.pos - 1
						});
						reported = true;
					}
					this.pos += 2;
				} else {
					if (++parenDepth + depth - 1 + this._nestingDepth > 256 && !reported) {
						this.errors.push({
							message: "maximum arithmetic expression nesting depth exceeded",
							pos: this.pos
						});
						reported = true;
					}
					this.pos++;
				}
			} else if (c === 41 && parenDepth > 0) {
				parenDepth--;
				this.pos++;
			} else if (c === 41 && this.pos + 1 < len && src.charCodeAt(this.pos + 1) === 41) {
				if (--depth === 0) {
					this.pos += 2;
					break;
				}
				parenDepth = depth === 1 ? parentParenDepth : parenDepths.pop();
				this.pos += 2;
			} else if (c === 41 && depth === 1) {
				this._notArithmetic = true;
				return "";
			} else this.pos++;
		}
		const bt = this._buildParts || this._buildValue;
		if (depth > 0) {
			this._arithUnterminated = true;
			return bt ? src.slice(start, this.pos) : "";
		}
		return bt ? src.slice(start, this.pos - 2) : "";
	}
	readArithmeticExpansion(dollarPos) {
		const bodyStart = this.pos + 2;
		const body = this.scanArithmeticBody();
		if (this._notArithmetic) return;
		if (this._arithUnterminated) this.errors.push({
			message: "unterminated arithmetic expansion",
			pos: dollarPos
		});
		const text = this._buildParts || this._buildValue ? this.src.slice(dollarPos, this.pos) : "";
		this._resultText = text;
		this._resultIsRaw = true;
		this._resultHasExpansion = false;
		this._resultPart = this._buildParts ? this.arithmeticExpansion(dollarPos, text, body, bodyStart) : void 0;
	}
	arithmeticExpansion(pos, text, body, bodyStart) {
		return new ArithmeticExpansionImpl(pos, this.pos, text, {
			source: this.src,
			body,
			offset: bodyStart,
			depth: this._nestingDepth,
			context: this.substitutionContext
		});
	}
	readArithmeticCommand(out, tokenStart) {
		const savedBuildValue = this._buildValue;
		this._buildValue = true;
		const body = this.scanArithmeticBody();
		this._buildValue = savedBuildValue;
		if (this._arithUnterminated) this.errors.push({
			message: "unterminated arithmetic command",
			pos: tokenStart
		});
		setToken(out, Token.ArithCmd, body, tokenStart, this.pos);
	}
	readCommandSubstitution(dollarPos) {
		const openPos = this.pos;
		this.pos++;
		const inner = this.extractBalanced();
		if (this._unbalanced) this.errors.push({
			message: "unterminated command substitution",
			pos: dollarPos
		});
		const bt = this._buildParts || this._buildValue;
		const rawText = bt ? this.src.slice(dollarPos, this.pos) : "";
		const text = !bt || openPos === dollarPos + 1 ? rawText : "$" + this.src.slice(openPos, this.pos);
		this._resultText = text;
		this._resultIsRaw = openPos === dollarPos + 1;
		this._resultHasExpansion = true;
		if (this._buildParts) this._resultPart = this.commandExpansion(dollarPos, rawText, openPos + 1, inner, !this._unbalanced);
		else this._resultPart = void 0;
	}
	readBraceCommandSubstitution() {
		this.readBraceSubstitution(1);
	}
	readValueSubstitution() {
		this.readBraceSubstitution(2);
	}
	readBraceSubstitution(skip) {
		const dollarPos = this.pos - 1;
		this.pos += skip;
		const src = this.src;
		const len = this.srcEnd;
		let depth = 1;
		const start = this.pos;
		while (this.pos < len) {
			const c = src.charCodeAt(this.pos);
			if (c === 123) depth++;
			else if (c === 125) {
				if (--depth === 0) {
					this.pos++;
					break;
				}
			} else if (c === 39) {
				this.pos++;
				this.skipSQ();
				continue;
			} else if (c === 34) {
				this.pos++;
				this.skipDQ();
				continue;
			} else if (c === 92) this.pos++;
			this.pos++;
		}
		this._resultIsRaw = true;
		this._resultHasExpansion = true;
		if (this._buildParts || this._buildValue) {
			const rawInner = src.slice(start, this.pos - 1);
			const inner = rawInner.trim();
			const text = src.slice(dollarPos, this.pos);
			this._resultText = text;
			if (this._buildParts) {
				const innerStart = start + (rawInner.length - rawInner.trimStart().length);
				this._resultPart = this.commandExpansion(dollarPos, text, innerStart, inner);
			} else this._resultPart = void 0;
		} else {
			this._resultText = "";
			this._resultPart = void 0;
		}
	}
	readBacktickExpansion(insideDoubleQuotes = false) {
		this.pos++;
		const src = this.src;
		const len = this.srcEnd;
		const start = this.pos;
		if (!this._buildParts && !this._buildValue) {
			while (this.pos < len && src.charCodeAt(this.pos) !== 96) {
				if (src.charCodeAt(this.pos) === 92 && this.pos + 1 < len) this.pos++;
				this.pos++;
			}
			if (this.pos < len) this.pos++;
			else this.errors.push({
				message: "unterminated backtick",
				pos: start - 1
			});
			this._resultText = "";
			this._resultIsRaw = false;
			this._resultHasExpansion = true;
			this._resultPart = void 0;
			return;
		}
		let inner = "";
		let hasEscapes = false;
		while (this.pos < len && src.charCodeAt(this.pos) !== 96) {
			if (src.charCodeAt(this.pos) === 92) {
				hasEscapes = true;
				break;
			}
			this.pos++;
		}
		if (!hasEscapes) inner = src.slice(start, this.pos);
		else {
			inner = src.slice(start, this.pos);
			while (this.pos < len && src.charCodeAt(this.pos) !== 96) if (src.charCodeAt(this.pos) === 92) {
				this.pos++;
				if (this.pos < len) {
					const c = src.charCodeAt(this.pos);
					if (c === 36 || c === 96 || c === 92 || insideDoubleQuotes && c === 34) inner += src[this.pos];
					else inner += "\\" + src[this.pos];
					this.pos++;
				}
			} else {
				const runStart = this.pos;
				while (this.pos < len) {
					const c = src.charCodeAt(this.pos);
					if (c === 96 || c === 92) break;
					this.pos++;
				}
				inner += src.slice(runStart, this.pos);
			}
		}
		if (this.pos < len) this.pos++;
		else this.errors.push({
			message: "unterminated backtick",
			pos: start - 1
		});
		const text = src.slice(start - 1, this.pos);
		this._resultText = inner;
		this._resultHasExpansion = true;
		if (this._buildParts) this._resultPart = hasEscapes ? this.decodedCommandExpansion(start - 1, text, inner) : this.commandExpansion(start - 1, text, start, inner);
		else this._resultPart = void 0;
	}
	readParameterExpansion(insideDoubleQuotes) {
		const src = this.src;
		const len = this.srcEnd;
		const start = this.pos;
		this.pos++;
		let depth = 1;
		let reported = false;
		while (this.pos < len && depth > 0) {
			const ch = src.charCodeAt(this.pos);
			if (ch === 36) {
				const next = this.pos + 1 < len ? src.charCodeAt(this.pos + 1) : 0;
				if (next === 123) {
					depth++;
					if (this._nestingDepth + depth > 256 && !reported) {
						this.errors.push({
							message: "maximum parameter expansion nesting depth exceeded",
							pos: this.pos
						});
						reported = true;
					}
					this.pos += 2;
					continue;
				}
				if (next === 36) {
					this.pos += 2;
					continue;
				}
				if (next === 40) {
					const dollarPos = this.pos;
					this.pos += 2;
					this.extractBalanced();
					if (this._unbalanced) this.errors.push({
						message: "unterminated command substitution",
						pos: dollarPos
					});
					continue;
				}
			} else if (ch === 96) {
				this.pos++;
				while (this.pos < len && src.charCodeAt(this.pos) !== 96) {
					if (src.charCodeAt(this.pos) === 92) this.pos++;
					this.pos++;
				}
				if (this.pos < len) this.pos++;
				continue;
			} else if (ch === 125) {
				if (--depth === 0) {
					this.pos++;
					break;
				}
			} else if (ch === 92) {
				if (this.pos + 1 < len) this.pos++;
			} else if (ch === 39) {
				this.pos++;
				if (this.pos > start + 1 && src.charCodeAt(this.pos - 2) === 36) this.skipAnsiCQuoted();
				else this.skipSQ();
				continue;
			} else if (ch === 34) {
				this.pos++;
				this.skipDQ();
				continue;
			}
			this.pos++;
		}
		const closed = depth === 0;
		if (!closed) this.errors.push({
			message: "unterminated parameter expansion",
			pos: start - 1
		});
		const text = this._buildParts || this._buildValue ? src.slice(start - 1, this.pos) : "";
		this._resultText = text;
		this._resultIsRaw = true;
		this._resultHasExpansion = false;
		if (this._buildParts) {
			const inner = src.slice(start + 1, closed ? this.pos - 1 : this.pos);
			this._resultPart = this.parseParamInner(text, inner, start + 1, insideDoubleQuotes);
		} else this._resultPart = void 0;
	}
	parseParamInner(text, inner, innerStart, insideDoubleQuotes) {
		const result = {
			type: "ParameterExpansion",
			pos: innerStart - 2,
			end: this.pos,
			text,
			parameter: "",
			parameterPos: innerStart,
			parameterEnd: innerStart,
			prefix: void 0,
			index: void 0,
			operation: void 0
		};
		const ilen = inner.length;
		if (ilen === 0) return result;
		const sub = (a, b, context = "word") => this.parseSubFieldWord(innerStart + a, innerStart + b, context);
		const closeBracket = (start) => {
			const close = this.findClosingBracket(innerStart + start, innerStart + ilen);
			return close === -1 ? -1 : close - innerStart;
		};
		let i = 0;
		if (ilen > 1 && inner.charCodeAt(0) === 33) {
			result.prefix = "!";
			i = 1;
		}
		if (ilen > 1 && inner.charCodeAt(0) === 35) {
			const nameEnd = this.scanParamName(inner, 1);
			let parameterEnd = nameEnd;
			let indexEnd = -1;
			if (parameterEnd < ilen && inner.charCodeAt(parameterEnd) === 91) {
				indexEnd = closeBracket(parameterEnd + 1);
				if (indexEnd !== -1) parameterEnd = indexEnd + 1;
			}
			if (nameEnd > 1 && parameterEnd === ilen) {
				result.prefix = "#";
				result.parameter = inner.slice(1, nameEnd);
				result.parameterPos = innerStart + 1;
				result.parameterEnd = innerStart + nameEnd;
				if (indexEnd !== -1) result.index = sub(nameEnd + 1, indexEnd, "embedded");
				return result;
			}
		}
		const nameStart = i;
		i = this.scanParamName(inner, i);
		result.parameter = inner.slice(nameStart, i);
		result.parameterPos = innerStart + nameStart;
		result.parameterEnd = innerStart + i;
		if (i < ilen && inner.charCodeAt(i) === 91) {
			const closeB = closeBracket(i + 1);
			if (closeB !== -1) {
				result.index = sub(i + 1, closeB, "embedded");
				i = closeB + 1;
			}
		}
		if (i >= ilen) return result;
		const pos = innerStart + i;
		const end = innerStart + ilen;
		const opChar = inner.charCodeAt(i);
		const nextChar = inner.charCodeAt(i + 1);
		const defaultChar = inner[opChar === 58 ? i + 1 : i];
		if (defaultChar === "-" || defaultChar === "=" || defaultChar === "+" || defaultChar === "?") {
			const operandStart = i + (opChar === 58 ? 2 : 1);
			result.operation = {
				type: "Default",
				pos,
				end,
				operatorEnd: innerStart + operandStart,
				operator: opChar === 58 ? `:${defaultChar}` : defaultChar,
				operand: sub(operandStart, ilen, insideDoubleQuotes ? "quoted" : "word")
			};
			return result;
		}
		if (opChar === 58) {
			i++;
			const sliceStart = innerStart + i;
			const colonIdx = findUnnested(inner.slice(i), 58, true, (index, quoted) => {
				return this.findNestedShellEnd(sliceStart + index, end, quoted) - sliceStart;
			});
			result.operation = {
				type: "Slice",
				pos,
				end,
				operatorEnd: sliceStart,
				operator: ":",
				offset: sub(i, colonIdx === -1 ? ilen : i + colonIdx, "embedded"),
				length: colonIdx === -1 ? void 0 : sub(i + colonIdx + 1, ilen, "embedded")
			};
			return result;
		}
		if (opChar === 35 || opChar === 37) {
			const doubled = nextChar === opChar;
			const operator = opChar === 35 ? doubled ? "##" : "#" : doubled ? "%%" : "%";
			const operandStart = i + (doubled ? 2 : 1);
			result.operation = {
				type: "Remove",
				pos,
				end,
				operatorEnd: innerStart + operandStart,
				operator,
				operand: sub(operandStart, ilen)
			};
			return result;
		}
		if (opChar === 47) {
			i++;
			let operator = "/";
			if (nextChar === 47 || nextChar === 35 || nextChar === 37) {
				operator = nextChar === 47 ? "//" : nextChar === 35 ? "/#" : "/%";
				i++;
			}
			let separatorStart = i;
			if (nextChar === 47) {
				separatorStart = skipLineContinuations(inner, i, ilen);
				if (inner.charCodeAt(separatorStart) === 47) separatorStart++;
			}
			const sepIdx = findUnnested(inner.slice(separatorStart), 47);
			const patternEnd = sepIdx === -1 ? ilen : separatorStart + sepIdx;
			result.operation = {
				type: "Replace",
				pos,
				end,
				operatorEnd: innerStart + i,
				operator,
				pattern: sub(i, patternEnd),
				replacement: sub(sepIdx === -1 ? ilen : patternEnd + 1, ilen)
			};
			return result;
		}
		if (opChar === 94 || opChar === 44) {
			const doubled = nextChar === opChar;
			const operator = opChar === 94 ? doubled ? "^^" : "^" : doubled ? ",," : ",";
			const operandStart = i + (doubled ? 2 : 1);
			result.operation = {
				type: "CaseModification",
				pos,
				end,
				operatorEnd: innerStart + operandStart,
				operator,
				operand: operandStart === ilen ? void 0 : sub(operandStart, ilen)
			};
			return result;
		}
		if (result.prefix === "!" && result.index === void 0 && i + 1 === ilen && (opChar === 64 || opChar === 42)) {
			result.operation = {
				type: "Names",
				pos,
				end,
				operatorEnd: end,
				operator: opChar === 64 ? "@" : "*"
			};
			return result;
		}
		if (opChar === 64) {
			result.operation = {
				type: "Transform",
				pos,
				end,
				operatorEnd: pos + 1,
				operator: "@",
				operand: sub(i + 1, ilen)
			};
			return result;
		}
		result.operation = {
			type: "Unknown",
			pos,
			end,
			operatorEnd: end,
			operator: inner.slice(i)
		};
		return result;
	}
	findNestedShellEnd(start, end, quoted) {
		const ch = this.src.charCodeAt(start);
		if (ch === 96) {
			let pos = start + 1;
			while (pos < end) {
				const current = this.src.charCodeAt(pos);
				if (current === 92) {
					pos += 2;
					continue;
				}
				pos++;
				if (current === 96) return pos;
			}
			return end;
		}
		let close;
		if (ch === 36) {
			const next = start + 1;
			if (next < end && this.src.charCodeAt(next) === 123) close = this.findClosingBrace(next + 1, end);
			else {
				const open = skipLineContinuations(this.src, next, end);
				if (open >= end || this.src.charCodeAt(open) !== 40) return start;
				close = this.findClosingParenthesis(open + 1, end);
			}
		} else {
			const open = start + 1;
			if (quoted || ch !== 60 && ch !== 62 || open >= end || this.src.charCodeAt(open) !== 40) return start;
			close = this.findClosingParenthesis(open + 1, end);
		}
		return close === -1 ? end : close + 1;
	}
	scanParamName(s, start) {
		let i = start;
		if (i >= s.length) return i;
		const c = s.charCodeAt(i);
		if (c === 64 || c === 42 || c === 35 || c === 63 || c === 45 || c === 36 || c === 33) return i + 1;
		if (c >= 48 && c <= 57) {
			while (i < s.length && s.charCodeAt(i) >= 48 && s.charCodeAt(i) <= 57) i++;
			return i;
		}
		if (c >= 97 && c <= 122 || c >= 65 && c <= 90 || c === 95) {
			i++;
			while (i < s.length) {
				const ch = s.charCodeAt(i);
				if (ch >= 97 && ch <= 122 || ch >= 65 && ch <= 90 || ch >= 48 && ch <= 57 || ch === 95) i++;
				else break;
			}
		}
		return i;
	}
	readAnsiCQuoted() {
		const quotePos = this.pos - 1;
		const result = decodeAnsiCQuoted(this.src, this.pos, this.srcEnd);
		this.pos = result.end;
		if (!result.closed) this.errors.push({
			message: "unterminated ANSI-C quote",
			pos: quotePos
		});
		return result.value;
	}
	extractBalanced(useGrammar = true, quoteOnly = false) {
		const src = this.src;
		const len = this.srcEnd;
		const bt = this._buildParts || this._buildValue;
		let depth = quoteOnly ? 0 : 1;
		const start = this.pos;
		this._unbalanced = false;
		const knownEnd = useGrammar && !quoteOnly ? this.substitutionContext.boundaries?.get(start) : void 0;
		if (knownEnd !== void 0 && knownEnd <= len && this._nestingDepth < 256) {
			this.pos = knownEnd;
			return bt ? src.slice(start, knownEnd - 1) : "";
		}
		let wordStart = true;
		while (!quoteOnly && this.pos < len) {
			const c = src.charCodeAt(this.pos);
			if (c === 41) {
				const result = bt ? src.slice(start, this.pos) : "";
				this.pos++;
				return result;
			} else if (c === 40 || c === 92 || c === 39 || c === 34 || c === 96 || c === 36 && (src.charCodeAt(this.pos + 1) === 39 || src.charCodeAt(this.pos + 1) === 36 || src.charCodeAt(this.pos + 1) === 123)) break;
			else if (c === 60 && this.pos + 1 < len && src.charCodeAt(this.pos + 1) === 60) break;
			else if (c === 35 && wordStart) break;
			else if (c === 99 && wordStart && this.pos + 3 < len && src.charCodeAt(this.pos + 1) === 97 && src.charCodeAt(this.pos + 2) === 115 && src.charCodeAt(this.pos + 3) === 101 && (this.pos + 4 >= len || src.charCodeAt(this.pos + 4) < 128 && charType[src.charCodeAt(this.pos + 4)] & 1)) break;
			else {
				wordStart = c < 128 && (charType[c] & 1) !== 0;
				this.pos++;
			}
		}
		let caseDepth = 0;
		let caseParens = 0;
		const wordStartAfterParen = [];
		let pendingDelims = null;
		let scripts;
		let arithBase = -1;
		let arithExtent = start >= 2 && src.charCodeAt(start) === 40 && src.charCodeAt(start - 1) === 40 && src.charCodeAt(start - 2) === 36;
		let substitutions = 0;
		let reported = false;
		const quotes = quoteOnly ? [{
			close: 34,
			depth: 0
		}] : [];
		let quotedDepth = quoteOnly ? 1 : 0;
		let parameterDepth = 0;
		let arithmeticOpens;
		let continuedDollarPos = -1;
		let continuedParenPos = -1;
		let escapedEnd = -1;
		let lastParenEnd = -1;
		let checkedGrammar = false;
		while (this.pos < len && (depth > 0 || quotes.length > 0)) {
			let ch = src.charCodeAt(this.pos);
			const quote = quotes.length === 0 ? void 0 : quotes[quotes.length - 1];
			if (quote !== void 0 && quote.depth === depth) {
				let commandOpen = false;
				if (ch === 92) {
					this.pos = Math.min(this.pos + 2, len);
					continue;
				}
				if (ch === quote.close) {
					quotes.pop();
					if (ch === 34) quotedDepth--;
					else parameterDepth--;
					this.pos++;
					if (quoteOnly && depth === 0 && quotes.length === 0) return "";
					continue;
				}
				if (ch === 34) {
					quotes.push({
						close: 34,
						depth
					});
					quotedDepth++;
				} else if (ch === 39 && quote.close === 125) {
					this.pos++;
					this.skipSQ();
					continue;
				} else if (ch === 96) {
					this.pos++;
					while (this.pos < len && src.charCodeAt(this.pos) !== 96) {
						if (src.charCodeAt(this.pos) === 92) this.pos++;
						if (this.pos < len) this.pos++;
					}
					if (this.pos < len) this.pos++;
					continue;
				} else if (ch === 36) {
					const next = src.charCodeAt(this.pos + 1);
					if (next === 39 && quote.close === 125) {
						this.pos += 2;
						this.skipAnsiCQuoted();
						continue;
					}
					if (next === 123) {
						quotes.push({
							close: 125,
							depth
						});
						parameterDepth++;
						this.pos++;
					} else if (next === 40) {
						this.pos++;
						ch = 40;
						commandOpen = true;
					} else if (next === 36) {
						this.pos += src.charCodeAt(this.pos + 2) === 40 ? 1 : 2;
						continue;
					}
				}
				if (!reported && this._nestingDepth + Math.max(quotedDepth, parameterDepth) > 256) {
					this.errors.push({
						message: "maximum word nesting depth exceeded",
						pos: this.pos
					});
					reported = true;
				}
				if (!commandOpen) {
					this.pos++;
					while (this.pos < len) {
						const c = src.charCodeAt(this.pos);
						if (c === 92 || c === 34 || c === 36 || c === 96 || c === 125 || c === 39) break;
						this.pos++;
					}
					continue;
				}
			}
			if (ch === 35 && lastParenEnd !== -1 && !arithExtent && arithBase < 0 && useGrammar && !checkedGrammar && this._nestingDepth + (scripts?.length ?? 0) < 256 && skipBlanks(src, lastParenEnd, len) === this.pos) {
				checkedGrammar = true;
				const scope = scripts?.[scripts.length - 1];
				const end = this.findSubstitutionEnd(scope?.start ?? start, len, this._nestingDepth + (scripts?.length ?? 0) + 1);
				if (end !== -1) {
					if (scope === void 0) {
						this.pos = end;
						return bt ? src.slice(start, end - 1) : "";
					}
					this.pos = end - 1;
					depth = scope.depth + 1;
					caseDepth = 0;
					caseParens = 0;
					wordStartAfterParen.length = scope.parens + 1;
					ch = 41;
				}
			}
			if (ch === 40) {
				const prev = this.pos > start && this.pos !== escapedEnd ? src.charCodeAt(this.pos - 1) : 0;
				const commandDollarPos = prev === 36 ? this.pos - 1 : this.pos === continuedParenPos ? continuedDollarPos : -1;
				const wordParen = commandDollarPos !== -1 || prev === 60 || prev === 62 || prev === 61 || prev === 64 || prev === 63 || prev === 42 || prev === 43 || prev === 33 || prev === 40 && wordStartAfterParen[wordStartAfterParen.length - 1] === false || arithExtent && this.pos === start;
				const script = commandDollarPos !== -1 && src.charCodeAt(this.pos + 1) !== 40 || (prev === 60 || prev === 62) && arithBase < 0 && !arithExtent;
				if (script) {
					(scripts ?? (scripts = [])).push({
						start: this.pos + 1,
						dollar: commandDollarPos,
						depth,
						parens: wordStartAfterParen.length,
						caseDepth,
						caseParens,
						arithBase,
						arithExtent,
						substitutions,
						checkedGrammar,
						pendingDelims
					});
					caseDepth = 0;
					caseParens = 0;
					arithBase = -1;
					arithExtent = false;
					checkedGrammar = false;
					pendingDelims = null;
				}
				wordStartAfterParen.push(!wordParen);
				wordStart = true;
				if (!script && arithBase < 0 && this.pos + 1 < len && src.charCodeAt(this.pos + 1) === 40) arithBase = depth;
				if (commandDollarPos !== -1) {
					if (script) substitutions++;
					else (arithmeticOpens ?? (arithmeticOpens = [])).push(depth);
					if (substitutions + (arithmeticOpens?.length ?? 0) + this._nestingDepth + (quoteOnly ? 0 : 1) > 256 && !reported) {
						this.errors.push({
							message: "maximum command substitution nesting depth exceeded",
							pos: commandDollarPos
						});
						reported = true;
					}
				}
				continuedDollarPos = -1;
				continuedParenPos = -1;
				depth++;
				if (caseDepth > 0) caseParens++;
				this.pos++;
			} else if (ch === 41) {
				if (caseDepth > 0 && caseParens === 0) {
					this.pos++;
					wordStart = true;
				} else {
					if (caseDepth > 0) caseParens--;
					depth--;
					if (depth === 0 && !quoteOnly) {
						const result = bt ? src.slice(start, this.pos) : "";
						this.pos++;
						return result;
					}
					if (depth <= arithBase) arithBase = -1;
					if (arithmeticOpens !== void 0) while (arithmeticOpens.length > 0 && arithmeticOpens[arithmeticOpens.length - 1] >= depth) arithmeticOpens.pop();
					wordStart = wordStartAfterParen.pop() ?? true;
					this.pos++;
					const scope = scripts?.[scripts.length - 1];
					if (scope !== void 0 && scope.depth === depth) {
						scripts.pop();
						caseDepth = scope.caseDepth;
						caseParens = scope.caseParens;
						arithBase = scope.arithBase;
						arithExtent = scope.arithExtent;
						substitutions = scope.substitutions;
						checkedGrammar = scope.checkedGrammar;
						pendingDelims = scope.pendingDelims;
					}
				}
				lastParenEnd = this.pos;
			} else if (ch === 92) {
				if (this.pos > start && src.charCodeAt(this.pos - 1) === 36) {
					const logicalPos = skipLineContinuations(src, this.pos, len);
					if (logicalPos > this.pos && src.charCodeAt(logicalPos) === 40 && src.charCodeAt(logicalPos + 1) !== 40) {
						continuedDollarPos = this.pos - 1;
						continuedParenPos = logicalPos;
					}
				}
				this.pos++;
				if (this.pos < len) {
					if (src.charCodeAt(this.pos) !== 10) wordStart = false;
					this.pos++;
				}
				escapedEnd = this.pos;
			} else if (ch === 36) {
				const next = src.charCodeAt(++this.pos);
				if (next === 39) {
					this.pos++;
					this.skipAnsiCQuoted();
				} else if (next === 36) this.pos++;
				else if (next === 123 && !isBraceCommandOpener(src.charCodeAt(this.pos + 1))) {
					quotes.push({
						close: 125,
						depth
					});
					parameterDepth++;
					this.pos++;
				}
				wordStart = false;
			} else if (ch === 39) {
				this.pos++;
				this.skipSQ();
				wordStart = false;
			} else if (ch === 34) {
				quotes.push({
					close: 34,
					depth
				});
				quotedDepth++;
				this.pos++;
				wordStart = false;
			} else if (ch === 96) {
				this.pos++;
				while (this.pos < len && src.charCodeAt(this.pos) !== 96) {
					if (src.charCodeAt(this.pos) === 92) this.pos++;
					if (this.pos < len) this.pos++;
				}
				if (this.pos < len) this.pos++;
				wordStart = false;
			} else if (ch === 60 && arithBase < 0 && this.pos + 1 < len && src.charCodeAt(this.pos + 1) === 60) {
				if (this.pos + 2 < len && src.charCodeAt(this.pos + 2) === 60) this.pos += 3;
				else {
					this.pos += 2;
					const strip = this.pos < len && src.charCodeAt(this.pos) === 45;
					if (strip) this.pos++;
					this.skipSpacesAndTabs();
					this.readHereDocDelimiter();
					if (this._hereDelim || this._hereQuoted) (pendingDelims ?? (pendingDelims = [])).push({
						delimiter: this._hereDelim,
						strip,
						quoted: this._hereQuoted
					});
				}
				wordStart = false;
			} else if (ch === 10 && pendingDelims) {
				this.pos++;
				for (const hd of pendingDelims) this.skipHereDocBody(hd.delimiter, hd.strip, true, hd.quoted);
				pendingDelims = null;
				wordStart = true;
			} else if (ch === 35 && arithBase < 0 && !arithExtent && wordStart) while (this.pos < len && src.charCodeAt(this.pos) !== 10) this.pos++;
			else {
				const wStart = this.pos;
				while (this.pos < len) {
					const wc = src.charCodeAt(this.pos);
					if (wc < 128 && charType[wc]) break;
					this.pos++;
				}
				if (this.pos > wStart) {
					if (this.pos - wStart === 4 && wordStart && arithBase < 0 && !arithExtent) {
						const c0 = src.charCodeAt(wStart);
						if (c0 === 99 && src.charCodeAt(wStart + 1) === 97 && src.charCodeAt(wStart + 2) === 115 && src.charCodeAt(wStart + 3) === 101) caseDepth++;
						else if (c0 === 101 && src.charCodeAt(wStart + 1) === 115 && src.charCodeAt(wStart + 2) === 97 && src.charCodeAt(wStart + 3) === 99 && caseDepth > 0) {
							caseDepth--;
							if (caseDepth === 0) caseParens = 0;
						}
					}
					wordStart = false;
				} else {
					const wc = src.charCodeAt(this.pos);
					wordStart = wc < 128 && (charType[wc] & 1) !== 0;
					this.pos++;
				}
			}
		}
		this._unbalanced = true;
		if (quoteOnly && scripts !== void 0 && scripts.length > 0) this.errors.push({
			message: "unterminated command substitution",
			pos: scripts[0].dollar
		});
		return bt ? src.slice(start, this.pos) : "";
	}
};
// node_modules/unbash/dist/arithmetic.js
function opPrec(op) {
	switch (op) {
		case ",": return 1;
		case "=":
		case "+=":
		case "-=":
		case "*=":
		case "/=":
		case "%=":
		case "<<=":
		case ">>=":
		case "&=":
		case "|=":
		case "^=": return 2;
		case "||": return 4;
		case "&&": return 5;
		case "|": return 6;
		case "^": return 7;
		case "&": return 8;
		case "==":
		case "!=": return 9;
		case "<":
		case "<=":
		case ">":
		case ">=": return 10;
		case "<<":
		case ">>": return 11;
		case "+":
		case "-": return 12;
		case "*":
		case "/":
		case "%": return 13;
		case "**": return 14;
		case "?": return 3;
		default: return -1;
	}
}
function trimEnd(src, start, end) {
	while (end > start) {
		const c = src.charCodeAt(end - 1);
		if (c !== 32 && c !== 9 && c !== 10) break;
		end--;
	}
	return end;
}
function opRightAssoc(op) {
	switch (op) {
		case "=":
		case "+=":
		case "-=":
		case "*=":
		case "/=":
		case "%=":
		case "<<=":
		case ">>=":
		case "&=":
		case "|=":
		case "^=":
		case "**": return true;
		default: return false;
	}
}
function parseArithmeticExpression(src, offset = 0, collector, nestingDepth = 0) {
	let pos = 0;
	const len = src.length;
	const initialWordCount = collector?.embeddedWords.length ?? 0;
	function makeWord(start, end, embedded = false) {
		const node = {
			type: "ArithmeticWord",
			pos: start + offset,
			end: end + offset,
			value: src.slice(start, end),
			parts: void 0
		};
		if (embedded) collector?.embeddedWords.push(node);
		return node;
	}
	function skipWS() {
		while (pos < len) {
			const c = src.charCodeAt(pos);
			if (c === 32 || c === 9 || c === 10) pos++;
			else break;
		}
	}
	function tryReadBinOp() {
		if (pos >= len) return null;
		const c = src.charCodeAt(pos);
		const nc = pos + 1 < len ? src.charCodeAt(pos + 1) : 0;
		const nnc = pos + 2 < len ? src.charCodeAt(pos + 2) : 0;
		switch (c) {
			case 44:
				pos++;
				return ",";
			case 61:
				if (nc === 61) {
					pos += 2;
					return "==";
				}
				pos++;
				return "=";
			case 33:
				if (nc === 61) {
					pos += 2;
					return "!=";
				}
				return null;
			case 60:
				if (nc === 60) {
					if (nnc === 61) {
						pos += 3;
						return "<<=";
					}
					pos += 2;
					return "<<";
				}
				if (nc === 61) {
					pos += 2;
					return "<=";
				}
				pos++;
				return "<";
			case 62:
				if (nc === 62) {
					if (nnc === 61) {
						pos += 3;
						return ">>=";
					}
					pos += 2;
					return ">>";
				}
				if (nc === 61) {
					pos += 2;
					return ">=";
				}
				pos++;
				return ">";
			case 43:
				if (nc === 61) {
					pos += 2;
					return "+=";
				}
				if (nc === 43) return null;
				pos++;
				return "+";
			case 45:
				if (nc === 61) {
					pos += 2;
					return "-=";
				}
				if (nc === 45) return null;
				pos++;
				return "-";
			case 42:
				if (nc === 42) {
					pos += 2;
					return "**";
				}
				if (nc === 61) {
					pos += 2;
					return "*=";
				}
				pos++;
				return "*";
			case 47:
				if (nc === 61) {
					pos += 2;
					return "/=";
				}
				pos++;
				return "/";
			case 37:
				if (nc === 61) {
					pos += 2;
					return "%=";
				}
				pos++;
				return "%";
			case 124:
				if (nc === 124) {
					pos += 2;
					return "||";
				}
				if (nc === 61) {
					pos += 2;
					return "|=";
				}
				pos++;
				return "|";
			case 38:
				if (nc === 38) {
					pos += 2;
					return "&&";
				}
				if (nc === 61) {
					pos += 2;
					return "&=";
				}
				pos++;
				return "&";
			case 94:
				if (nc === 61) {
					pos += 2;
					return "^=";
				}
				pos++;
				return "^";
			case 63:
				pos++;
				return "?";
			default: return null;
		}
	}
	function skipTruncatedUnary() {
		skipWS();
		while (pos < len) {
			const c = src.charCodeAt(pos);
			if (c !== 33 && c !== 126 && c !== 43 && c !== 45) break;
			if (src.charCodeAt(pos + 1) === 61) break;
			pos++;
			skipWS();
		}
		if (src.charCodeAt(pos) === 40) {
			let groups = 1;
			pos++;
			while (pos < len && groups > 0) {
				const wordEnd = collector?.findArithmeticWordEnd?.(pos + offset, offset + len) ?? pos + offset;
				if (wordEnd > pos + offset) {
					pos = wordEnd - offset;
					continue;
				}
				const c = src.charCodeAt(pos++);
				if (c === 40) groups++;
				else if (c === 41) groups--;
			}
		} else if (pos < len && src.charCodeAt(pos) !== 41 && src.charCodeAt(pos) !== 58) parseAtom(0);
		skipWS();
		const c = src.charCodeAt(pos);
		if ((c === 43 || c === 45) && src.charCodeAt(pos + 1) === c) pos += 2;
	}
	function recoverExpression(minPrec) {
		skipWS();
		const start = pos;
		if (start === len) return makeWord(start, start);
		const wordCount = collector?.embeddedWords.length ?? 0;
		let ternaries = 0;
		for (;;) {
			skipTruncatedUnary();
			skipWS();
			if (src.charCodeAt(pos) === 58 && ternaries > 0) {
				ternaries--;
				pos++;
				continue;
			}
			const saved = pos;
			const op = tryReadBinOp();
			if (op === null || ternaries === 0 && opPrec(op) < minPrec) {
				pos = saved;
				break;
			}
			if (op === "?") ternaries++;
		}
		if (collector) collector.embeddedWords.length = wordCount;
		return makeWord(start, trimEnd(src, start, pos));
	}
	function parseBinExpr(minPrec, depth) {
		if (depth > 256) return recoverExpression(minPrec);
		let left = parseUnaryExpr(depth);
		while (true) {
			skipWS();
			if (pos >= len) break;
			const saved = pos;
			const op = tryReadBinOp();
			if (!op) break;
			if (op === "?") {
				if (opPrec(op) < minPrec) {
					pos = saved;
					break;
				}
				const consequent = parseBinExpr(1, depth + 1);
				skipWS();
				if (pos < len && src.charCodeAt(pos) === 58) pos++;
				const alternate = parseBinExpr(3, depth + 1);
				left = {
					type: "ArithmeticTernary",
					pos: left.pos,
					end: alternate.end,
					test: left,
					consequent,
					alternate
				};
				continue;
			}
			const prec = opPrec(op);
			if (prec < minPrec) {
				pos = saved;
				break;
			}
			const right = parseBinExpr(opRightAssoc(op) ? prec : prec + 1, depth + 1);
			left = {
				type: "ArithmeticBinary",
				pos: left.pos,
				end: right.end,
				operator: op,
				left,
				right
			};
		}
		return left;
	}
	function parseUnaryExpr(depth) {
		skipWS();
		if (depth > 256) return recoverExpression(15);
		if (pos >= len) return makeWord(pos, pos);
		const start = pos;
		const c = src.charCodeAt(pos);
		const nc = pos + 1 < len ? src.charCodeAt(pos + 1) : 0;
		if (c === 43 && nc === 43) {
			pos += 2;
			const operand = parseUnaryExpr(depth + 1);
			return {
				type: "ArithmeticUnary",
				pos: start + offset,
				end: operand.end,
				operator: "++",
				operand,
				prefix: true
			};
		}
		if (c === 45 && nc === 45) {
			pos += 2;
			const operand = parseUnaryExpr(depth + 1);
			return {
				type: "ArithmeticUnary",
				pos: start + offset,
				end: operand.end,
				operator: "--",
				operand,
				prefix: true
			};
		}
		if (c === 33) {
			pos++;
			const operand = parseUnaryExpr(depth + 1);
			return {
				type: "ArithmeticUnary",
				pos: start + offset,
				end: operand.end,
				operator: "!",
				operand,
				prefix: true
			};
		}
		if (c === 126) {
			pos++;
			const operand = parseUnaryExpr(depth + 1);
			return {
				type: "ArithmeticUnary",
				pos: start + offset,
				end: operand.end,
				operator: "~",
				operand,
				prefix: true
			};
		}
		if (c === 43 && nc !== 43 && nc !== 61) {
			pos++;
			const operand = parseUnaryExpr(depth + 1);
			return {
				type: "ArithmeticUnary",
				pos: start + offset,
				end: operand.end,
				operator: "+",
				operand,
				prefix: true
			};
		}
		if (c === 45 && nc !== 45 && nc !== 61) {
			pos++;
			const operand = parseUnaryExpr(depth + 1);
			return {
				type: "ArithmeticUnary",
				pos: start + offset,
				end: operand.end,
				operator: "-",
				operand,
				prefix: true
			};
		}
		return parsePostfixExpr(depth);
	}
	function parsePostfixExpr(depth) {
		const operand = parseAtom(depth);
		skipWS();
		if (pos + 1 < len) {
			const c = src.charCodeAt(pos);
			const nc = src.charCodeAt(pos + 1);
			if (c === 43 && nc === 43) {
				pos += 2;
				return {
					type: "ArithmeticUnary",
					pos: operand.pos,
					end: pos + offset,
					operator: "++",
					operand,
					prefix: false
				};
			}
			if (c === 45 && nc === 45) {
				pos += 2;
				return {
					type: "ArithmeticUnary",
					pos: operand.pos,
					end: pos + offset,
					operator: "--",
					operand,
					prefix: false
				};
			}
		}
		return operand;
	}
	function parseAtom(depth) {
		skipWS();
		if (pos >= len) return makeWord(pos, pos);
		const c = src.charCodeAt(pos);
		if (c === 40) {
			const start = pos;
			pos++;
			const expr = parseBinExpr(0, depth + 1);
			skipWS();
			if (pos < len && src.charCodeAt(pos) === 41) pos++;
			return {
				type: "ArithmeticGroup",
				pos: start + offset,
				end: pos + offset,
				expression: expr
			};
		}
		if (c === 36) {
			const start = pos;
			const wordCount = collector?.embeddedWords.length ?? 0;
			const atom = readDollarAtom();
			const wordEnd = collector?.findArithmeticWordEnd?.(start + offset, offset + len) ?? pos + offset;
			if (wordEnd > pos + offset) {
				if (collector) collector.embeddedWords.length = wordCount;
				pos = wordEnd - offset;
				return makeWord(start, pos, true);
			}
			return atom;
		}
		if (c === 96 || c === 34 || c === 39) {
			const start = pos;
			pos = (collector?.findArithmeticWordEnd?.(start + offset, offset + len) ?? start + offset + 1) - offset;
			return makeWord(start, pos, true);
		}
		const start = pos;
		const wordCount = collector?.embeddedWords.length ?? 0;
		const atom = readWordAtom();
		const wordEnd = collector?.findArithmeticWordEnd?.(start + offset, offset + len) ?? pos + offset;
		if (wordEnd > pos + offset) {
			if (collector) collector.embeddedWords.length = wordCount;
			pos = wordEnd - offset;
			return makeWord(start, pos, true);
		}
		return atom;
	}
	function readDollarAtom() {
		const start = pos;
		pos++;
		if (pos >= len) return makeWord(start, pos);
		const c = src.charCodeAt(pos);
		if (c === 40) {
			if (pos + 1 < len && src.charCodeAt(pos + 1) === 40) {
				const expansionEnd = collector?.findArithmeticExpansionEnd(start + offset, offset + len) ?? -1;
				if (expansionEnd !== -1) pos = expansionEnd - offset;
				else {
					pos += 2;
					let depth = 1;
					while (pos < len && depth > 0) if (src.charCodeAt(pos) === 40 && src.charCodeAt(pos + 1) === 40) {
						depth++;
						pos += 2;
					} else if (src.charCodeAt(pos) === 41 && src.charCodeAt(pos + 1) === 41) {
						depth--;
						pos += 2;
					} else pos++;
				}
			} else {
				pos++;
				const close = collector?.findClosingParenthesis(pos + offset, offset + len) ?? -1;
				if (close !== -1) pos = close - offset + 1;
				else {
					let depth = 1;
					while (pos < len && depth > 0) {
						const ch = src.charCodeAt(pos++);
						if (ch === 40) depth++;
						else if (ch === 41) depth--;
					}
				}
				const text = src.slice(start, pos);
				return collector ? collector.commandExpansion(start + offset, pos + offset, text) : new ScriptExpansionImpl("ArithmeticCommandExpansion", start + offset, pos + offset, text);
			}
		} else if (c === 123) {
			const close = collector?.findClosingBrace(pos + offset + 1, offset + len) ?? -1;
			if (close !== -1) pos = close - offset + 1;
			else {
				pos++;
				let depth = 1;
				while (pos < len && depth > 0) {
					const ch = src.charCodeAt(pos++);
					if (ch === 123) depth++;
					else if (ch === 125) depth--;
				}
			}
		} else while (pos < len) {
			const ch = src.charCodeAt(pos);
			if (ch >= 97 && ch <= 122 || ch >= 65 && ch <= 90 || ch >= 48 && ch <= 57 || ch === 95) pos++;
			else break;
		}
		return makeWord(start, pos, c === 40 || c === 123);
	}
	function readWordAtom() {
		const start = pos;
		while (pos < len) {
			const c = src.charCodeAt(pos);
			if (c >= 48 && c <= 57 || c >= 65 && c <= 90 || c >= 97 && c <= 122 || c === 95 || c === 35) pos++;
			else break;
		}
		if (pos > start && pos < len && src.charCodeAt(pos) === 91) {
			const close = collector?.findClosingBracket?.(pos + offset + 1, offset + len) ?? -1;
			if (close !== -1) pos = close - offset + 1;
			else {
				pos++;
				let depth = 1;
				while (pos < len && depth > 0) {
					const c = src.charCodeAt(pos);
					if (c === 91) depth++;
					else if (c === 93) depth--;
					pos++;
				}
			}
			return makeWord(start, pos, true);
		}
		if (pos === start) {
			pos++;
			return makeWord(start, pos);
		}
		return makeWord(start, pos);
	}
	skipWS();
	if (pos >= len) return null;
	const start = pos;
	const result = parseBinExpr(0, nestingDepth);
	skipWS();
	if (pos < len) {
		if (collector) collector.embeddedWords.length = initialWordCount;
		return makeWord(start, trimEnd(src, start, len), collector !== void 0);
	}
	return result;
}
// node_modules/unbash/dist/parts.js
var computeBareWordParts = (_source, word) => hasGlobCharacters(word.text) ? parseGlobParts(word.text, 0, word.text.length, void 0, word.pos) : void 0;
function wordPartsResolver(context) {
	return context.wordParts ?? (context.wordParts = (source, word, depth) => computeWordParts(source, word, depth, context));
}
function embeddedPartsResolver(context) {
	return context.embeddedParts ?? (context.embeddedParts = (source, word, depth) => computeEmbeddedWordParts(source, word, depth, context));
}
function arrayPartsResolver(context) {
	return context.arrayParts ?? (context.arrayParts = (source, word, depth) => computeArrayElementParts(source, word, depth, context));
}
/**
* Compute the structural parts of a word by re-scanning the source.
* This is the "cold path" — only called when consumers actually need parts.
*
* Returns undefined for simple words (no quotes, expansions, or special structure).
*/
function computeWordParts(source, word, depth = 0, context = createSubstitutionContext()) {
	const lexer = new Lexer(source, word.pos, word.end, false, context);
	lexer._nestingDepth = depth;
	return lexer.buildWordParts(word.pos) ?? void 0;
}
/** Compute structural parts for a word-like span that may contain shell operators or whitespace. */
function computeEmbeddedWordParts(source, word, depth = 0, context, arithmetic = false) {
	if (!hasEmbeddedWordStructure(source, word.pos, word.end)) return void 0;
	const lexer = new Lexer(source, word.pos, word.end, false, context);
	lexer._nestingDepth = depth;
	return lexer.buildEmbeddedWordParts(word.pos, arithmetic) ?? void 0;
}
function computeArrayElementParts(source, word, depth = 0, context) {
	const lexer = new Lexer(source, word.pos, word.end, false, context);
	lexer._nestingDepth = depth;
	return lexer.buildArrayElementParts(word.pos) ?? void 0;
}
/**
* Compute parts for an unquoted heredoc body.
* Heredoc bodies use different scanning rules than shell words: newlines are
* literal and single/double quotes have no special meaning.
*/
function computeHereDocBodyParts(source, word, depth = 0, context) {
	const lexer = new Lexer(source, word.pos, word.end, false, context);
	lexer._nestingDepth = depth;
	return lexer.buildHereDocParts(word.pos, word.end) ?? void 0;
}
// node_modules/unbash/dist/arithmetic-parts.js
function parseArithmeticWithParts(body, offset, source, depth, context, embeddedDepth = depth) {
	if (!hasEmbeddedWordStructure(source, offset, offset + body.length)) return parseArithmeticExpression(body, offset, void 0, depth) ?? void 0;
	const embeddedWords = [];
	const lexer = new Lexer(source, 0, source.length, false, context);
	lexer._nestingDepth = depth;
	const expression = parseArithmeticExpression(body, offset, {
		embeddedWords,
		commandExpansion: (pos, end, text) => new ScriptExpansionImpl("ArithmeticCommandExpansion", pos, end, text, {
			source,
			start: pos + 2,
			end: end - 1,
			depth: depth + 1,
			parenBoundary: true,
			context
		}),
		findClosingBracket: (start, end) => lexer.findClosingBracket(start, end),
		findClosingBrace: (start, end) => lexer.findClosingBrace(start, end),
		findClosingParenthesis: (start, end) => lexer.findClosingParenthesis(start, end),
		findArithmeticExpansionEnd: (start, end) => lexer.findArithmeticExpansionEnd(start, end),
		findArithmeticWordEnd: (start, end) => lexer.findArithmeticWordEnd(start, end)
	}, depth) ?? void 0;
	if (embeddedDepth <= 256) for (const node of embeddedWords) node.parts = computeEmbeddedWordParts(source, node, embeddedDepth, context, true);
	return expression;
}
// node_modules/unbash/dist/assignment.js
var ArrayValueImpl = class {
	type = "ArrayValue";
	pos;
	end;
	#source;
	#depth;
	#context;
	#elements;
	constructor(source, pos, end, depth, context) {
		this.pos = pos;
		this.end = end;
		this.#source = source;
		this.#depth = depth;
		this.#context = context;
	}
	get elements() {
		if (this.#elements) return this.#elements;
		const lexer = new Lexer(this.#source, this.pos + 1, this.end - 1, false, this.#context);
		lexer._nestingDepth = this.#depth;
		const elements = [];
		while (lexer.peek(LexContext.ArrayElement).token !== Token.EOF) {
			const token = lexer.next(LexContext.ArrayElement);
			if (token.token !== Token.Word && token.token !== Token.Assignment) continue;
			const text = token.raw ? token.value : this.#source.slice(token.pos, token.end);
			const indexed = text.charCodeAt(0) === 91;
			const context = lexer.getSubstitutionContext();
			const source = !indexed && token.raw && token.keywordEligible ? void 0 : this.#source;
			const resolver = source === void 0 ? computeBareWordParts : indexed ? arrayPartsResolver(context) : wordPartsResolver(context);
			elements.push(new WordImpl(text, token.pos, token.end, source, resolver, this.#depth));
		}
		this.#elements = elements;
		return elements;
	}
	toJSON() {
		return {
			type: this.type,
			pos: this.pos,
			end: this.end,
			elements: this.elements
		};
	}
};
var AssignmentImpl = class {
	type = "Assignment";
	pos;
	end;
	text;
	#source;
	#depth;
	#context;
	#operatorPos;
	#name = null;
	#append;
	#index;
	#value = null;
	constructor(text, pos, end, source, operatorPos, depth, context) {
		this.pos = pos;
		this.end = end;
		this.text = text;
		this.#source = source;
		this.#operatorPos = operatorPos;
		this.#depth = depth;
		this.#context = context;
	}
	get name() {
		return this.#name ?? this.resolveTarget();
	}
	get append() {
		if (this.#name === null) this.resolveTarget();
		return this.#append;
	}
	get index() {
		if (this.#name === null) this.resolveTarget();
		return this.#index;
	}
	get value() {
		if (this.#value !== null) return this.#value;
		const start = this.#operatorPos + 1;
		const arrayStart = skipLineContinuations(this.#source, start, this.end);
		this.#value = this.#source.charCodeAt(arrayStart) === 40 && this.#source.charCodeAt(this.end - 1) === 41 ? new ArrayValueImpl(this.#source, arrayStart, this.end, this.#depth, this.#context) : new WordImpl(this.#source.slice(start, this.end), start, this.end, this.#source, wordPartsResolver(this.#context), this.#depth);
		return this.#value;
	}
	resolveTarget() {
		const equal = this.#operatorPos - this.pos;
		let nameEnd = equal;
		let appendPos = equal;
		while (appendPos >= 2 && this.text.charCodeAt(appendPos - 2) === 92 && this.text.charCodeAt(appendPos - 1) === 10) appendPos -= 2;
		if (this.text.charCodeAt(appendPos - 1) === 43) {
			this.#append = true;
			nameEnd = appendPos - 1;
		}
		const bracket = this.text.indexOf("[");
		if (bracket > 0 && bracket < nameEnd) {
			const close = this.text.lastIndexOf("]", equal);
			if (close > bracket) {
				const start = this.pos + bracket + 1;
				const end = this.pos + close;
				this.#index = new WordImpl(this.#source.slice(start, end), start, end, this.#source, embeddedPartsResolver(this.#context), this.#depth);
				nameEnd = bracket;
			}
		}
		const name = this.text.slice(0, nameEnd);
		return this.#name = name.includes("\\\n") ? name.split("\\\n").join("") : name;
	}
	toJSON() {
		return {
			type: this.type,
			pos: this.pos,
			end: this.end,
			text: this.text,
			name: this.name,
			append: this.append,
			index: this.index,
			value: this.value
		};
	}
};
// node_modules/unbash/dist/command.js
var isArgument = (item) => item.type === "Word" || item.type === "Assignment";
var CommandImpl = class {
	type = "Command";
	pos;
	end;
	name;
	prefix;
	suffix;
	#args;
	#redirects;
	constructor(pos, end, name, prefix, suffix) {
		this.pos = pos;
		this.end = end;
		this.name = name;
		this.prefix = prefix;
		this.suffix = suffix;
	}
	get args() {
		if (this.#args === void 0) {
			const suffix = this.suffix;
			this.#args = suffix.every(isArgument) ? suffix : suffix.filter(isArgument);
		}
		return this.#args;
	}
	get redirects() {
		if (this.#redirects === void 0) {
			const redirects = [];
			for (const item of this.prefix) if (item.type !== "Assignment") redirects.push(item);
			for (const item of this.suffix) if (!isArgument(item)) redirects.push(item);
			this.#redirects = redirects;
		}
		return this.#redirects;
	}
	toJSON() {
		return {
			type: this.type,
			pos: this.pos,
			end: this.end,
			name: this.name,
			prefix: this.prefix,
			suffix: this.suffix
		};
	}
};
// node_modules/unbash/dist/heredoc.js
var HereDocBodyImpl = class {
	type = "HereDocBody";
	pos;
	end;
	text = "";
	#source;
	#depth;
	#context;
	#parts;
	constructor(source, pos, quoted, depth, context) {
		this.pos = pos;
		this.end = pos;
		this.#source = source;
		this.#depth = depth;
		this.#context = context;
		this.#parts = quoted ? void 0 : null;
	}
	get parts() {
		if (this.#parts === null) this.#parts = computeHereDocBodyParts(this.#source, this, this.#depth, this.#context);
		return this.#parts;
	}
	toJSON() {
		return {
			type: this.type,
			pos: this.pos,
			end: this.end,
			text: this.text,
			parts: this.parts
		};
	}
};
// node_modules/unbash/dist/parser.js
Lexer._findSubstitutionEnd = findSubstitutionEnd;
ScriptExpansionImpl._resolveScript = parseRegion;
ArithmeticExpansionImpl._resolveExpression = parseArithmeticWithParts;
function isDeclarationCommand(name) {
	switch (name.length) {
		case 5: return name === "local" || name === "alias";
		case 6: return name === "export";
		case 7: return name === "declare" || name === "typeset";
		case 8: return name === "readonly";
		default: return false;
	}
}
var ArithmeticCommandImpl = class {
	type = "ArithmeticCommand";
	pos;
	end;
	body;
	#source;
	#depth;
	#context;
	#expression = null;
	constructor(pos, end, body, source, depth, context) {
		this.pos = pos;
		this.end = end;
		this.body = body;
		this.#source = source;
		this.#depth = depth;
		this.#context = context;
	}
	get expression() {
		if (this.#expression === null) this.#expression = parseArithmeticWithParts(this.body, this.pos + 2, this.#source, this.#depth, this.#context);
		return this.#expression;
	}
	set expression(v) {
		this.#expression = v ?? void 0;
	}
	toJSON() {
		return {
			type: this.type,
			pos: this.pos,
			end: this.end,
			expression: this.expression,
			body: this.body
		};
	}
};
var ArithmeticForImpl = class {
	type = "ArithmeticFor";
	pos;
	end;
	body;
	#initStr;
	#testStr;
	#updateStr;
	#initPos;
	#testPos;
	#updatePos;
	#source;
	#depth;
	#context;
	#initialize = null;
	#test = null;
	#update = null;
	constructor(pos, end, body, initStr, testStr, updateStr, initPos, testPos, updatePos, source, depth, context) {
		this.pos = pos;
		this.end = end;
		this.body = body;
		this.#initStr = initStr;
		this.#testStr = testStr;
		this.#updateStr = updateStr;
		this.#initPos = initPos;
		this.#testPos = testPos;
		this.#updatePos = updatePos;
		this.#source = source;
		this.#depth = depth;
		this.#context = context;
	}
	get initialize() {
		if (this.#initialize === null) {
			if (this.#initStr) this.#initialize = parseArithmeticWithParts(this.#initStr, this.#initPos, this.#source, this.#depth, this.#context);
			else this.#initialize = void 0;
		}
		return this.#initialize;
	}
	set initialize(v) {
		this.#initialize = v ?? void 0;
	}
	get test() {
		if (this.#test === null) {
			if (this.#testStr) this.#test = parseArithmeticWithParts(this.#testStr, this.#testPos, this.#source, this.#depth, this.#context);
			else this.#test = void 0;
		}
		return this.#test;
	}
	set test(v) {
		this.#test = v ?? void 0;
	}
	get update() {
		if (this.#update === null) {
			if (this.#updateStr) this.#update = parseArithmeticWithParts(this.#updateStr, this.#updatePos, this.#source, this.#depth, this.#context);
			else this.#update = void 0;
		}
		return this.#update;
	}
	set update(v) {
		this.#update = v ?? void 0;
	}
	toJSON() {
		return {
			type: this.type,
			pos: this.pos,
			end: this.end,
			initialize: this.initialize,
			test: this.test,
			update: this.update,
			body: this.body
		};
	}
};
var CASE_TERMINATORS = {
	[Token.DoubleSemi]: ";;",
	[Token.SemiAmp]: ";&",
	[Token.DoubleSemiAmp]: ";;&"
};
var REDIRECT_OPS = {
	">": ">",
	">>": ">>",
	"<": "<",
	"<>": "<>",
	"<&": "<&",
	">&": ">&",
	">|": ">|",
	"&>": "&>",
	"&>>": "&>>"
};
var listTerminators = /* @__PURE__ */ new Uint8Array(37);
listTerminators[Token.EOF] = 1;
listTerminators[Token.RParen] = 1;
listTerminators[Token.RBrace] = 1;
listTerminators[Token.Then] = 1;
listTerminators[Token.Else] = 1;
listTerminators[Token.Elif] = 1;
listTerminators[Token.Fi] = 1;
listTerminators[Token.Do] = 1;
listTerminators[Token.Done] = 1;
listTerminators[Token.Esac] = 1;
listTerminators[Token.DoubleSemi] = 1;
listTerminators[Token.SemiAmp] = 1;
listTerminators[Token.DoubleSemiAmp] = 1;
var compoundClosers = /* @__PURE__ */ new Uint8Array(37);
compoundClosers[Token.RParen] = 1;
compoundClosers[Token.RBrace] = 1;
compoundClosers[Token.DblRBracket] = 1;
compoundClosers[Token.Fi] = 1;
compoundClosers[Token.Done] = 1;
compoundClosers[Token.Esac] = 1;
compoundClosers[Token.ArithCmd] = 1;
function isTestNegation(t) {
	return t.token === Token.Word && t.keywordEligible && t.value === "!";
}
var commandStarts = /* @__PURE__ */ new Uint8Array(37);
commandStarts[Token.Word] = 1;
commandStarts[Token.Assignment] = 1;
commandStarts[Token.Bang] = 1;
commandStarts[Token.LParen] = 1;
commandStarts[Token.LBrace] = 1;
commandStarts[Token.DblLBracket] = 1;
commandStarts[Token.If] = 1;
commandStarts[Token.For] = 1;
commandStarts[Token.While] = 1;
commandStarts[Token.Until] = 1;
commandStarts[Token.Case] = 1;
commandStarts[Token.Function] = 1;
commandStarts[Token.Select] = 1;
commandStarts[Token.ArithCmd] = 1;
commandStarts[Token.Coproc] = 1;
commandStarts[Token.Redirect] = 1;
var UNARY_TEST_OPS = {
	"-a": 1,
	"-b": 1,
	"-c": 1,
	"-d": 1,
	"-e": 1,
	"-f": 1,
	"-g": 1,
	"-h": 1,
	"-k": 1,
	"-p": 1,
	"-r": 1,
	"-s": 1,
	"-t": 1,
	"-u": 1,
	"-v": 1,
	"-w": 1,
	"-x": 1,
	"-z": 1,
	"-n": 1,
	"-o": 1,
	"-N": 1,
	"-S": 1,
	"-L": 1,
	"-G": 1,
	"-O": 1,
	"-R": 1
};
var BINARY_TEST_OPS = {
	"==": 1,
	"!=": 1,
	"=~": 1,
	"=": 1,
	"-eq": 1,
	"-ne": 1,
	"-lt": 1,
	"-le": 1,
	"-gt": 1,
	"-ge": 1,
	"-nt": 1,
	"-ot": 1,
	"-ef": 1,
	"<": 1,
	">": 1
};
var EMPTY_REDIRECTS = [];
var EMPTY_PREFIXES = [];
var EMPTY_ELIFS = [];
function parse$1(source) {
	return new Parser(source, 0, source.length).run();
}
function parseRegion(source, start, end, depth = 0, parenBoundary = false, context) {
	return new Parser(source, start, end, depth, parenBoundary, void 0, context).run();
}
var SubstitutionLexer = class SubstitutionLexer extends Lexer {
	boundaries;
	pending;
	context;
	constructor(source, boundary, boundaries, pending, context, parenBoundary = true) {
		super(source, boundary.start, boundary.end, parenBoundary, context);
		this._nestingDepth = boundary.depth;
		this.boundaries = boundaries;
		this.pending = pending;
		this.context = context;
	}
	fork(start, end, parenBoundary = false) {
		return new SubstitutionLexer(this.getSource(), {
			start,
			end,
			depth: this._nestingDepth
		}, this.boundaries, this.pending, this.context, parenBoundary);
	}
	findSubstitutionEnd(start, end, depth = this._nestingDepth + 1) {
		const known = this.context.boundaries?.get(start);
		if (known !== void 0) return known <= end ? known : -1;
		const boundary = this.boundaries.get(start);
		if (boundary !== void 0) return boundary <= end ? boundary : -1;
		if (!this.boundaries.has(start)) {
			this.boundaries.set(start, void 0);
			this.pending.push({
				start,
				end,
				depth
			});
		}
		return -1;
	}
};
function findSubstitutionEnd(source, start, end, depth, context) {
	const boundaries = /* @__PURE__ */ new Map([[start, void 0]]);
	const pending = [{
		start,
		end,
		depth
	}];
	while (pending.length > 0) {
		const count = pending.length;
		const boundary = pending[count - 1];
		const lexer = new SubstitutionLexer(source, boundary, boundaries, pending, context);
		const found = new Parser(source, boundary.start, boundary.end, boundary.depth, true, lexer).findSubstitutionEnd();
		if (pending.length === count) {
			boundaries.set(boundary.start, found);
			if (found !== -1) substitutionBoundaries(context).set(boundary.start, found);
			pending.pop();
		}
	}
	return boundaries.get(start) ?? -1;
}
var Parser = class {
	tok;
	source;
	start;
	end;
	depth;
	errors = null;
	syntaxDepth = 0;
	constructor(source, start, end, depth = 0, parenBoundary = false, lexer, context) {
		this.tok = lexer ?? new Lexer(source, start, end, parenBoundary, createSubstitutionContext(context));
		this.tok._nestingDepth = depth;
		this.source = source;
		this.start = start;
		this.end = end;
		this.depth = depth;
	}
	run() {
		const start = this.start;
		if (this.depth > 256) this.error("maximum substitution nesting depth exceeded", start);
		let shebang;
		if (start === 0 && this.source.charCodeAt(0) === 35 && this.source.charCodeAt(1) === 33) {
			const nl = this.source.indexOf("\n");
			shebang = nl === -1 ? this.source : this.source.slice(0, nl);
		}
		const commands = this.list();
		for (;;) {
			const unexpected = this.tok.peek(LexContext.CommandStart);
			if (unexpected.token === Token.EOF) break;
			this.unexpectedToken(unexpected);
			if (!listTerminators[unexpected.token] && unexpected.token !== Token.In) break;
			this.tok.next(LexContext.CommandStart);
			let separator = this.tok.peek(LexContext.CommandStart).token;
			if (separator !== Token.Semi && separator !== Token.Newline && separator !== Token.Amp) break;
			while (separator === Token.Semi || separator === Token.Newline || separator === Token.Amp) {
				this.tok.next(LexContext.CommandStart);
				separator = this.tok.peek(LexContext.CommandStart).token;
			}
			const recovered = this.list();
			for (let i = 0; i < recovered.length; i++) commands.push(recovered[i]);
		}
		const lexerErrors = this.tok._errors;
		if (lexerErrors !== null && lexerErrors.length > 0) {
			const errors = this.errors ?? (this.errors = []);
			for (let i = 0; i < lexerErrors.length; i++) errors.push(lexerErrors[i]);
		}
		if (this.errors !== null && this.errors.length > 1) this.errors.sort((a, b) => a.pos - b.pos);
		return {
			type: "Script",
			pos: start,
			end: this.end,
			shebang,
			commands,
			errors: this.errors ?? void 0
		};
	}
	error(message, pos) {
		(this.errors ?? (this.errors = [])).push({
			message,
			pos
		});
	}
	unexpectedToken(t) {
		this.error(`unexpected token '${t.token === Token.Newline ? "newline" : t.value}'`, t.pos);
	}
	findSubstitutionEnd() {
		this.list();
		return this.acceptEnd(Token.RParen);
	}
	skipSemi() {
		if (this.tok.peek(LexContext.Normal).token === Token.Semi) this.tok.next(LexContext.Normal);
	}
	accept(token, ctx = LexContext.Normal) {
		if (this.tok.peek(ctx).token === token) return this.tok.next(ctx);
		return null;
	}
	acceptEnd(token, ctx = LexContext.Normal) {
		if (this.tok.peek(ctx).token === token) return this.tok.next(ctx).end;
		return -1;
	}
	skipNewlines(ctx = LexContext.Normal) {
		while (this.tok.peek(ctx).token === Token.Newline) this.tok.next(ctx);
	}
	doBody(hasDo) {
		const body = this.list();
		const emptyPos = hasDo ? this.emptyListPos(body) : -1;
		if (emptyPos >= 0) this.error("expected command after 'do'", emptyPos);
		return body;
	}
	emptyListPos(commands) {
		return commands.length === 0 ? this.tok.peek(LexContext.CommandStart).pos : -1;
	}
	makeStatement(command) {
		return {
			type: "Statement",
			pos: command.pos,
			end: command.end,
			command,
			background: void 0
		};
	}
	list() {
		const commands = [];
		this.skipNewlines(LexContext.CommandStart);
		let t = this.tok.peek(LexContext.CommandStart).token;
		if (listTerminators[t] || !commandStarts[t]) return commands;
		const first = this.andOr();
		if (first) commands.push(this.makeStatement(first));
		for (;;) {
			t = this.tok.peekFollow(compoundClosers).token;
			if (t !== Token.Semi && t !== Token.Newline && t !== Token.Amp) break;
			const isBackground = t === Token.Amp;
			const sepEnd = this.tok.next(LexContext.Normal).end;
			if (isBackground) {
				const stmt = commands[commands.length - 1];
				stmt.background = true;
				stmt.end = sepEnd;
			}
			this.skipNewlines(LexContext.CommandStart);
			t = this.tok.peek(LexContext.CommandStart).token;
			if (listTerminators[t] || !commandStarts[t]) break;
			const node = this.andOr();
			if (node) commands.push(this.makeStatement(node));
		}
		return commands;
	}
	andOr() {
		const first = this.pipeline();
		if (!first) return null;
		let t = this.tok.peek(LexContext.Normal).token;
		if (t !== Token.And && t !== Token.Or) return first;
		const commands = [first];
		const operators = [];
		do {
			const operatorToken = this.tok.next(LexContext.Normal);
			const operator = operatorToken.token === Token.And ? "&&" : "||";
			this.skipNewlines(LexContext.CommandStart);
			const next = this.pipeline();
			if (!next) {
				this.error(`expected command after '${operator}'`, operatorToken.end);
				break;
			}
			operators.push(operator);
			commands.push(next);
			t = this.tok.peek(LexContext.Normal).token;
		} while (t === Token.And || t === Token.Or);
		return {
			type: "AndOr",
			pos: first.pos,
			end: commands[commands.length - 1].end,
			commands,
			operators
		};
	}
	withRedirects(command) {
		const redirects = this.collectTrailingRedirects();
		if (redirects.length === 0) return command;
		return {
			type: "Redirected",
			pos: command.pos,
			end: redirects[redirects.length - 1].end,
			command,
			redirects
		};
	}
	pipeline() {
		let prefixes;
		for (;;) {
			const token = this.tok.peek(LexContext.CommandStart);
			const isTime = token.token === Token.Word && token.keywordEligible && token.value === "time";
			if (token.token !== Token.Bang && !isTime) break;
			const prefix = this.tok.next(LexContext.CommandStart);
			const pos = prefix.pos;
			const keywordEnd = prefix.end;
			let posix;
			let endOfOptions;
			if (isTime) {
				let flag = this.tok.peek(LexContext.CommandStart);
				if (flag.token === Token.Word && flag.keywordEligible && flag.value === "-p") {
					this.tok.next(LexContext.CommandStart);
					posix = {
						pos: flag.pos,
						end: flag.end
					};
					flag = this.tok.peek(LexContext.CommandStart);
				}
				if (flag.token === Token.Word && flag.keywordEligible && flag.value === "--") {
					this.tok.next(LexContext.CommandStart);
					endOfOptions = {
						pos: flag.pos,
						end: flag.end
					};
				}
			}
			if (prefixes === void 0) prefixes = [];
			prefixes.push(isTime ? {
				type: "Time",
				pos,
				end: endOfOptions?.end ?? posix?.end ?? keywordEnd,
				keywordEnd,
				posix,
				endOfOptions
			} : {
				type: "Negation",
				pos,
				end: keywordEnd
			});
		}
		const command = this.pipelineCommands();
		if (!prefixes) return command;
		const pos = prefixes[0].pos;
		if (command?.type === "Pipeline") {
			command.prefixes = prefixes;
			command.pos = pos;
			return command;
		}
		return {
			type: "Pipeline",
			pos,
			end: command ? command.end : prefixes[prefixes.length - 1].end,
			prefixes,
			commands: command ? [command] : [],
			operators: []
		};
	}
	pipelineCommands() {
		const first = this.command();
		if (!first) return null;
		if (this.tok.peek(LexContext.Normal).token !== Token.Pipe) return first;
		const commands = [first];
		const operators = [];
		while (this.tok.peek(LexContext.Normal).token === Token.Pipe) {
			const pipeToken = this.tok.next(LexContext.Normal);
			const operator = pipeToken.value === "|&" ? "|&" : "|";
			this.skipNewlines(LexContext.CommandStart);
			const cmd = this.command();
			if (!cmd) {
				this.error(`expected command after '${operator}'`, pipeToken.end);
				break;
			}
			operators.push(operator);
			commands.push(cmd);
		}
		if (commands.length === 1) return commands[0];
		return {
			type: "Pipeline",
			pos: first.pos,
			end: commands[commands.length - 1].end,
			prefixes: EMPTY_PREFIXES,
			commands,
			operators
		};
	}
	command() {
		let compound;
		switch (this.tok.peek(LexContext.CommandStart).token) {
			case Token.LParen:
				compound = this.subshell();
				break;
			case Token.LBrace:
				compound = this.braceGroup();
				break;
			case Token.If:
				compound = this.ifClause();
				break;
			case Token.For:
				compound = this.forClause();
				break;
			case Token.While:
				compound = this.whileClause();
				break;
			case Token.Until:
				compound = this.untilClause();
				break;
			case Token.Case:
				compound = this.caseClause();
				break;
			case Token.Function: return this.functionDef();
			case Token.Select:
				compound = this.selectClause();
				break;
			case Token.DblLBracket:
				compound = this.testCommand();
				break;
			case Token.ArithCmd:
				compound = this.arithCommand();
				break;
			case Token.Coproc: return this.coprocCommand();
			case Token.Word:
			case Token.Assignment:
			case Token.Redirect: return this.simpleCommandOrFunction(false);
			default: return null;
		}
		return this.withRedirects(compound);
	}
	collectTrailingRedirects() {
		let redirects = EMPTY_REDIRECTS;
		while (this.tok.peekFollow(compoundClosers).token === Token.Redirect) {
			if (redirects === EMPTY_REDIRECTS) redirects = [];
			redirects.push(this.readRedirect(LexContext.Normal));
		}
		return redirects;
	}
	arithCommand() {
		const tok = this.tok.next(LexContext.CommandStart);
		return new ArithmeticCommandImpl(tok.pos, tok.end, tok.value, this.source, this.depth, this.tok.getSubstitutionContext());
	}
	coprocCommand() {
		const start = this.tok.next(LexContext.CommandStart);
		const pos = start.pos;
		const first = this.tok.peek(LexContext.CommandStart);
		let name;
		if (first.token === Token.Word) {
			const lookahead = this.tok.fork(first.end, this.end);
			switch (lookahead.peek(LexContext.CommandStart).token) {
				case Token.LParen:
					lookahead.next(LexContext.CommandStart);
					if (lookahead.peek(LexContext.Normal).token !== Token.RParen) name = this.readWord(LexContext.CommandStart);
					break;
				case Token.LBrace:
				case Token.If:
				case Token.For:
				case Token.While:
				case Token.Until:
				case Token.Case:
				case Token.Select:
				case Token.DblLBracket:
				case Token.ArithCmd: name = this.readWord(LexContext.CommandStart);
			}
		}
		const cmd = first.token === Token.Word && name === void 0 ? this.simpleCommandOrFunction(true) : this.command();
		if (cmd && cmd.type !== "Function" && cmd.type !== "Coproc") return {
			type: "Coproc",
			pos,
			end: cmd.end,
			name,
			body: cmd
		};
		this.error("expected command after 'coproc'", cmd?.pos ?? start.end);
		const body = cmd ? this.makeCompoundList([this.makeStatement(cmd)]) : {
			type: "CompoundList",
			pos: start.end,
			end: start.end,
			commands: []
		};
		return {
			type: "Coproc",
			pos,
			end: body.end,
			name,
			body
		};
	}
	subshell() {
		return this.subshellBody(this.tok.next(LexContext.CommandStart).pos);
	}
	subshellBody(pos) {
		if (this.syntaxDepth >= 256) {
			this.error("maximum subshell nesting depth exceeded", pos);
			const closeEnd = this.tok.skipSubshellBody();
			if (closeEnd < 0) this.error("expected ')' to close subshell", this.tok.getPos());
			return {
				type: "Subshell",
				pos,
				end: closeEnd >= 0 ? closeEnd : pos,
				body: this.makeCompoundList([])
			};
		}
		this.syntaxDepth++;
		const commands = this.list();
		this.syntaxDepth--;
		if (commands.length === 0) this.error("expected command in subshell", pos);
		const closeEnd = this.acceptEnd(Token.RParen, LexContext.Normal);
		if (closeEnd < 0) this.error("expected ')' to close subshell", this.tok.getPos());
		return {
			type: "Subshell",
			pos,
			end: closeEnd >= 0 ? closeEnd : pos,
			body: this.makeCompoundList(commands)
		};
	}
	braceGroup() {
		const pos = this.tok.next(LexContext.CommandStart).pos;
		if (this.syntaxDepth >= 256) {
			this.error("maximum brace group nesting depth exceeded", pos);
			const closeEnd = this.tok.skipCompoundBody(Token.RBrace);
			if (closeEnd < 0) this.error("expected '}' to close brace group", this.tok.getPos());
			return {
				type: "BraceGroup",
				pos,
				end: closeEnd >= 0 ? closeEnd : pos,
				body: this.makeCompoundList([])
			};
		}
		this.syntaxDepth++;
		const commands = this.list();
		this.syntaxDepth--;
		if (commands.length === 0) this.error("expected command in brace group", pos);
		const closeEnd = this.acceptEnd(Token.RBrace, LexContext.Normal);
		if (closeEnd < 0) this.error("expected '}' to close brace group", this.tok.getPos());
		return {
			type: "BraceGroup",
			pos,
			end: closeEnd >= 0 ? closeEnd : pos,
			body: this.makeCompoundList(commands)
		};
	}
	ifClause() {
		const pos = this.tok.next(LexContext.CommandStart).pos;
		if (this.syntaxDepth >= 256) {
			this.error("maximum if nesting depth exceeded", pos);
			const closeEnd = this.tok.skipCompoundBody(Token.Fi);
			if (closeEnd < 0) this.error("expected 'fi' to close 'if'", this.tok.getPos());
			return {
				type: "If",
				pos,
				end: closeEnd >= 0 ? closeEnd : pos,
				clause: this.makeCompoundList([]),
				then: this.makeCompoundList([]),
				elif: EMPTY_ELIFS,
				else: void 0
			};
		}
		this.syntaxDepth++;
		let command;
		let branchPos = pos;
		for (;;) {
			const clauseCommands = this.list();
			const emptyClausePos = this.emptyListPos(clauseCommands);
			const clause = this.makeCompoundList(clauseCommands);
			this.skipSemi();
			const thenToken = this.accept(Token.Then, LexContext.CommandStart);
			if (!thenToken) this.error("expected 'then'", this.tok.getPos());
			else if (emptyClausePos >= 0) this.error(`expected command after '${branchPos === pos ? "if" : "elif"}'`, emptyClausePos);
			const thenCommands = this.list();
			const then_ = this.makeCompoundList(thenCommands);
			if (thenToken && thenCommands.length === 0) {
				this.error("expected command after 'then'", this.tok.peek(LexContext.CommandStart).pos);
				then_.pos = thenToken.end;
				then_.end = thenToken.end;
			}
			if (command) {
				if (command.elif === EMPTY_ELIFS) command.elif = [];
				command.elif.push({
					type: "Elif",
					pos: branchPos,
					end: then_.end,
					clause,
					then: then_
				});
			} else command = {
				type: "If",
				pos,
				end: pos,
				clause,
				then: then_,
				elif: EMPTY_ELIFS,
				else: void 0
			};
			this.skipSemi();
			const elif = this.accept(Token.Elif, LexContext.CommandStart);
			if (!elif) break;
			branchPos = elif.pos;
		}
		if (this.accept(Token.Else, LexContext.CommandStart)) {
			const elseCommands = this.list();
			const emptyElsePos = this.emptyListPos(elseCommands);
			if (emptyElsePos >= 0) this.error("expected command after 'else'", emptyElsePos);
			command.else = this.makeCompoundList(elseCommands);
			this.skipSemi();
		}
		const closeEnd = this.acceptEnd(Token.Fi, LexContext.CommandStart);
		if (closeEnd < 0) this.error("expected 'fi' to close 'if'", this.tok.getPos());
		command.end = closeEnd >= 0 ? closeEnd : branchPos;
		this.syntaxDepth--;
		return command;
	}
	forClause() {
		const pos = this.tok.next(LexContext.CommandStart).pos;
		if (this.tok.peek(LexContext.Normal).token === Token.LParen) return this.cStyleFor(pos);
		const name = this.readRequiredWord("for");
		let wordlist;
		this.skipNewlines(LexContext.CommandStart);
		if (this.tok.peek(LexContext.CommandStart).token === Token.In) {
			this.tok.next(LexContext.CommandStart);
			wordlist = [];
			while (this.tok.peek(LexContext.Normal).token === Token.Word) wordlist.push(this.readWord(LexContext.Normal));
		}
		this.skipSemi();
		this.skipNewlines(LexContext.CommandStart);
		if (this.tok.peek(LexContext.CommandStart).token === Token.LBrace) {
			const bg = this.braceGroup();
			return {
				type: "For",
				pos,
				end: bg.end,
				name,
				wordlist,
				body: bg.body
			};
		}
		const hasDo = this.accept(Token.Do, LexContext.CommandStart) !== null;
		if (!hasDo) this.error("expected 'do'", this.tok.getPos());
		if (this.syntaxDepth >= 256) {
			this.error("maximum for nesting depth exceeded", pos);
			const closeEnd = this.tok.skipCompoundBody(Token.Done);
			if (closeEnd < 0) this.error("expected 'done' to close 'for'", this.tok.getPos());
			return {
				type: "For",
				pos,
				end: closeEnd >= 0 ? closeEnd : pos,
				name,
				wordlist,
				body: this.makeCompoundList([])
			};
		}
		this.syntaxDepth++;
		const body = this.doBody(hasDo);
		this.syntaxDepth--;
		this.skipSemi();
		const closeEnd = this.acceptEnd(Token.Done, LexContext.CommandStart);
		if (closeEnd < 0) this.error("expected 'done' to close 'for'", this.tok.getPos());
		return {
			type: "For",
			pos,
			end: closeEnd >= 0 ? closeEnd : pos,
			name,
			wordlist,
			body: this.makeCompoundList(body)
		};
	}
	cStyleFor(pos) {
		const [initStr, testStr, updateStr, initPos, testPos, updatePos] = this.tok.readCStyleForExprs();
		if (this.tok.peek(LexContext.CommandStart).token === Token.Semi) this.tok.next(LexContext.CommandStart);
		this.skipNewlines(LexContext.CommandStart);
		if (this.tok.peek(LexContext.CommandStart).token === Token.LBrace) {
			const bg = this.braceGroup();
			return new ArithmeticForImpl(pos, bg.end, bg.body, initStr, testStr, updateStr, initPos, testPos, updatePos, this.source, this.depth, this.tok.getSubstitutionContext());
		}
		const hasDo = this.accept(Token.Do, LexContext.CommandStart) !== null;
		if (!hasDo) this.error("expected 'do'", this.tok.getPos());
		if (this.syntaxDepth >= 256) {
			this.error("maximum for nesting depth exceeded", pos);
			const closeEnd = this.tok.skipCompoundBody(Token.Done);
			if (closeEnd < 0) this.error("expected 'done' to close 'for'", this.tok.getPos());
			return new ArithmeticForImpl(pos, closeEnd >= 0 ? closeEnd : pos, this.makeCompoundList([]), initStr, testStr, updateStr, initPos, testPos, updatePos, this.source, this.depth, this.tok.getSubstitutionContext());
		}
		this.syntaxDepth++;
		const body = this.doBody(hasDo);
		this.syntaxDepth--;
		const closeEnd = this.acceptEnd(Token.Done, LexContext.CommandStart);
		if (closeEnd < 0) this.error("expected 'done' to close 'for'", this.tok.getPos());
		return new ArithmeticForImpl(pos, closeEnd >= 0 ? closeEnd : pos, this.makeCompoundList(body), initStr, testStr, updateStr, initPos, testPos, updatePos, this.source, this.depth, this.tok.getSubstitutionContext());
	}
	whileClause() {
		return this.whileOrUntil("while");
	}
	untilClause() {
		return this.whileOrUntil("until");
	}
	whileOrUntil(kind) {
		const pos = this.tok.next(LexContext.CommandStart).pos;
		if (this.syntaxDepth >= 256) {
			this.error(`maximum ${kind} nesting depth exceeded`, pos);
			const closeEnd = this.tok.skipCompoundBody(Token.Done);
			if (closeEnd < 0) this.error(`expected 'done' to close '${kind}'`, this.tok.getPos());
			return {
				type: "While",
				pos,
				end: closeEnd >= 0 ? closeEnd : pos,
				kind,
				clause: this.makeCompoundList([]),
				body: this.makeCompoundList([])
			};
		}
		this.syntaxDepth++;
		const clauseCommands = this.list();
		const emptyClausePos = this.emptyListPos(clauseCommands);
		const clause = this.makeCompoundList(clauseCommands);
		this.skipSemi();
		const hasDo = this.accept(Token.Do, LexContext.CommandStart) !== null;
		if (!hasDo) this.error("expected 'do'", this.tok.getPos());
		else if (emptyClausePos >= 0) this.error(`expected command after '${kind}'`, emptyClausePos);
		const body = this.doBody(hasDo);
		this.skipSemi();
		const closeEnd = this.acceptEnd(Token.Done, LexContext.CommandStart);
		if (closeEnd < 0) this.error(`expected 'done' to close '${kind}'`, this.tok.getPos());
		const end = closeEnd >= 0 ? closeEnd : pos;
		this.syntaxDepth--;
		return {
			type: "While",
			pos,
			end,
			kind,
			clause,
			body: this.makeCompoundList(body)
		};
	}
	caseClause() {
		const pos = this.tok.next(LexContext.CommandStart).pos;
		const word = this.readRequiredWord("case");
		this.skipNewlines(LexContext.CommandStart);
		if (!this.accept(Token.In, LexContext.CommandStart)) this.error("expected 'in' after 'case' word", this.tok.getPos());
		this.skipNewlines(LexContext.CasePattern);
		if (this.syntaxDepth >= 256) {
			this.error("maximum case nesting depth exceeded", pos);
			const closeEnd = this.tok.skipCompoundBody(Token.Esac);
			if (closeEnd < 0) this.error("expected 'esac' to close 'case'", this.tok.getPos());
			return {
				type: "Case",
				pos,
				end: closeEnd >= 0 ? closeEnd : pos,
				word,
				items: []
			};
		}
		this.syntaxDepth++;
		const items = [];
		let invalid = false;
		let t = this.tok.peek(LexContext.CasePattern).token;
		while (t !== Token.Esac && t !== Token.EOF) {
			const itemPos = this.tok.peek(LexContext.Normal).pos;
			this.accept(Token.LParen, LexContext.Normal);
			const pattern = [];
			let expectWord = true;
			let next = this.tok.peek(LexContext.Normal);
			while (next.token !== Token.RParen && next.token !== Token.EOF) {
				if (next.token === (expectWord ? Token.Word : Token.Pipe)) expectWord = !expectWord;
				else if (!invalid) {
					this.unexpectedToken(next);
					invalid = true;
				}
				const tok = this.tok.next(LexContext.Normal);
				if (tok.token === Token.Word) pattern.push(this.toWord(tok));
				next = this.tok.peek(LexContext.Normal);
			}
			if (expectWord && next.token === Token.RParen && !invalid) {
				this.unexpectedToken(next);
				invalid = true;
			}
			const rparenEnd = this.acceptEnd(Token.RParen, LexContext.Normal);
			const cmds = this.list();
			const bodyPos = rparenEnd >= 0 ? rparenEnd : pattern.length > 0 ? pattern[pattern.length - 1].end : itemPos;
			const item = {
				type: "CaseItem",
				pos: itemPos,
				end: cmds.length > 0 ? cmds[cmds.length - 1].end : bodyPos,
				pattern,
				body: cmds.length > 0 ? this.makeCompoundList(cmds) : {
					type: "CompoundList",
					pos: bodyPos,
					end: bodyPos,
					commands: []
				},
				terminator: void 0
			};
			const after = this.tok.peek(LexContext.CommandStart);
			t = after.token;
			if (t === Token.DoubleSemi || t === Token.SemiAmp || t === Token.DoubleSemiAmp) {
				const termTok = this.tok.next(LexContext.CommandStart);
				item.terminator = CASE_TERMINATORS[termTok.token];
				item.end = termTok.end;
			} else if (t !== Token.Esac && t !== Token.EOF && !invalid) {
				this.unexpectedToken(after);
				invalid = true;
			}
			items.push(item);
			this.skipNewlines(LexContext.CasePattern);
			t = this.tok.peek(LexContext.CasePattern).token;
		}
		const closeEnd = this.acceptEnd(Token.Esac, LexContext.CommandStart);
		if (closeEnd < 0) this.error("expected 'esac' to close 'case'", this.tok.getPos());
		const end = closeEnd >= 0 ? closeEnd : pos;
		this.syntaxDepth--;
		return {
			type: "Case",
			pos,
			end,
			word,
			items
		};
	}
	selectClause() {
		const pos = this.tok.next(LexContext.CommandStart).pos;
		const name = this.readRequiredWord("select");
		let wordlist;
		this.skipNewlines(LexContext.CommandStart);
		if (this.tok.peek(LexContext.CommandStart).token === Token.In) {
			this.tok.next(LexContext.CommandStart);
			wordlist = [];
			while (this.tok.peek(LexContext.Normal).token === Token.Word) wordlist.push(this.readWord(LexContext.Normal));
		}
		this.skipSemi();
		this.skipNewlines(LexContext.CommandStart);
		if (this.tok.peek(LexContext.CommandStart).token === Token.LBrace) {
			const bg = this.braceGroup();
			return {
				type: "Select",
				pos,
				end: bg.end,
				name,
				wordlist,
				body: bg.body
			};
		}
		const hasDo = this.accept(Token.Do, LexContext.CommandStart) !== null;
		if (!hasDo) this.error("expected 'do'", this.tok.getPos());
		if (this.syntaxDepth >= 256) {
			this.error("maximum select nesting depth exceeded", pos);
			const closeEnd = this.tok.skipCompoundBody(Token.Done);
			if (closeEnd < 0) this.error("expected 'done' to close 'select'", this.tok.getPos());
			return {
				type: "Select",
				pos,
				end: closeEnd >= 0 ? closeEnd : pos,
				name,
				wordlist,
				body: this.makeCompoundList([])
			};
		}
		this.syntaxDepth++;
		const body = this.doBody(hasDo);
		this.syntaxDepth--;
		this.skipSemi();
		const closeEnd = this.acceptEnd(Token.Done, LexContext.CommandStart);
		if (closeEnd < 0) this.error("expected 'done' to close 'select'", this.tok.getPos());
		return {
			type: "Select",
			pos,
			end: closeEnd >= 0 ? closeEnd : pos,
			name,
			wordlist,
			body: this.makeCompoundList(body)
		};
	}
	testCommand() {
		const pos = this.tok.next(LexContext.CommandStart).pos;
		const expr = this.parseTestOr();
		const closeEnd = this.acceptEnd(Token.DblRBracket, LexContext.TestMode);
		if (closeEnd < 0) this.error("expected ']]' to close '[['", this.tok.getPos());
		return {
			type: "TestCommand",
			pos,
			end: closeEnd >= 0 ? closeEnd : pos,
			expression: expr
		};
	}
	parseTestOr() {
		const first = this.parseTestAnd();
		if (this.tok.peek(LexContext.TestMode).token !== Token.Or) return first;
		const operands = [first];
		do {
			this.tok.next(LexContext.TestMode);
			operands.push(this.parseTestAnd());
		} while (this.tok.peek(LexContext.TestMode).token === Token.Or);
		return {
			type: "TestLogical",
			pos: first.pos,
			end: operands[operands.length - 1].end,
			operator: "||",
			operands
		};
	}
	parseTestAnd() {
		const first = this.parseTestNot();
		if (this.tok.peek(LexContext.TestMode).token !== Token.And) return first;
		const operands = [first];
		do {
			this.tok.next(LexContext.TestMode);
			operands.push(this.parseTestNot());
		} while (this.tok.peek(LexContext.TestMode).token === Token.And);
		return {
			type: "TestLogical",
			pos: first.pos,
			end: operands[operands.length - 1].end,
			operator: "&&",
			operands
		};
	}
	parseTestNot() {
		let t = this.tok.peek(LexContext.TestMode);
		if (!isTestNegation(t)) return this.parseTestPrimary();
		const negations = [];
		while (isTestNegation(t)) {
			const bang = this.tok.next(LexContext.TestMode);
			negations.push({
				type: "Negation",
				pos: bang.pos,
				end: bang.end
			});
			t = this.tok.peek(LexContext.TestMode);
		}
		const operand = this.parseTestPrimary();
		return {
			type: "TestNot",
			pos: negations[0].pos,
			end: operand.end,
			negations,
			operand
		};
	}
	parseTestPrimary() {
		if (this.tok.peek(LexContext.TestMode).token === Token.LParen) {
			const openPos = this.tok.next(LexContext.TestMode).pos;
			if (this.syntaxDepth >= 256) {
				this.error("maximum test group nesting depth exceeded", openPos);
				const closeEnd = this.tok.skipTestGroup();
				if (closeEnd < 0) this.error("expected ')' to close test group", this.tok.getPos());
				return {
					type: "TestGroup",
					pos: openPos,
					end: closeEnd >= 0 ? closeEnd : openPos,
					expression: {
						type: "TestUnary",
						pos: openPos,
						end: openPos,
						operator: "-n",
						operand: new WordImpl("", openPos, openPos)
					}
				};
			}
			this.syntaxDepth++;
			const expr = this.parseTestOr();
			this.syntaxDepth--;
			const closeEnd = this.acceptEnd(Token.RParen, LexContext.TestMode);
			if (closeEnd < 0) this.error("expected ')' to close test group", this.tok.getPos());
			return {
				type: "TestGroup",
				pos: openPos,
				end: closeEnd >= 0 ? closeEnd : openPos,
				expression: expr
			};
		}
		const first = this.tok.next(LexContext.TestMode);
		if (first.token === Token.And || first.token === Token.Or) this.unexpectedToken(first);
		const val = first.value;
		const firstPos = first.pos;
		const firstEnd = first.end;
		if (first.keywordEligible && UNARY_TEST_OPS[val] === 1) {
			if (this.tok.peek(LexContext.TestMode).token === Token.Word) {
				const operand = this.readTestOperand();
				return {
					type: "TestUnary",
					pos: firstPos,
					end: operand.end,
					operator: val,
					operand
				};
			}
			this.error("expected operand after unary test operator", firstEnd);
			return {
				type: "TestUnary",
				pos: firstPos,
				end: firstEnd,
				operator: val,
				operand: new WordImpl("", firstEnd, firstEnd)
			};
		}
		const nt = this.tok.peek(LexContext.TestMode);
		if (nt.token === Token.Word && nt.keywordEligible && BINARY_TEST_OPS[nt.value] === 1) {
			const op = this.tok.next(LexContext.TestMode).value;
			let right;
			if (op === "=~") {
				const token = this.tok.readTestRegexWord();
				right = new WordImpl(this.source.slice(token.pos, token.end), token.pos, token.end, this.source, embeddedPartsResolver(this.tok.getSubstitutionContext()), this.depth);
			} else right = this.readTestOperand();
			const left = this.toWordFromPosEnd(first, firstPos, firstEnd);
			return {
				type: "TestBinary",
				pos: firstPos,
				end: right.end,
				operator: op,
				left,
				right
			};
		}
		const w = this.toWordFromPosEnd(first, firstPos, firstEnd);
		return {
			type: "TestUnary",
			pos: firstPos,
			end: w.end,
			operator: "-n",
			operand: w
		};
	}
	readTestOperand() {
		const t = this.tok.next(LexContext.TestMode);
		if (t.keywordEligible && (t.value === "<" || t.value === ">")) this.error(`unexpected argument '${t.value}' to conditional operator`, t.pos);
		return this.toWord(t);
	}
	functionDef() {
		const pos = this.tok.next(LexContext.CommandStart).pos;
		const name = this.readWord(LexContext.FunctionName);
		let body;
		if (this.tok.peek(LexContext.CommandStart).token === Token.LParen) {
			const openPos = this.tok.next(LexContext.CommandStart).pos;
			if (this.tok.peek(LexContext.CommandStart).token === Token.RParen) {
				this.tok.next(LexContext.CommandStart);
				this.skipNewlines(LexContext.CommandStart);
				body = this.commandAsBody();
			} else body = this.withRedirects(this.subshellBody(openPos));
		} else {
			this.skipNewlines(LexContext.CommandStart);
			body = this.commandAsBody();
		}
		return {
			type: "Function",
			pos,
			end: body.end,
			name,
			body
		};
	}
	simpleCommandOrFunction(coproc) {
		const prefix = [];
		const cmdPos = this.tok.peek(LexContext.CommandStart).pos;
		let lastEnd = cmdPos;
		let ctx = LexContext.CommandStart;
		for (;;) {
			const t = this.tok.peek(ctx).token;
			if (t === Token.Assignment) {
				const assignment = this.tok.next(ctx);
				lastEnd = assignment.end;
				prefix.push(this.parseAssignment(assignment));
			} else if (t === Token.Redirect) {
				const redirect = this.readRedirect(ctx);
				prefix.push(redirect);
				lastEnd = redirect.end;
			} else break;
			ctx = LexContext.CommandPrefix;
		}
		if (this.tok.peek(LexContext.Normal).token !== Token.Word) return new CommandImpl(cmdPos, lastEnd, void 0, prefix, []);
		const nameToken = this.tok.next(LexContext.Normal);
		const keyword = nameToken.keywordEligible ? nameToken.value : "";
		const name = this.toWord(nameToken);
		ctx = isDeclarationCommand(keyword) ? LexContext.Declaration : keyword === "eval" || keyword === "let" ? LexContext.EvalArgument : LexContext.Normal;
		lastEnd = name.end;
		const suffix = [];
		if (coproc) while (this.tok.peek(LexContext.CommandPrefix).token === Token.Assignment) {
			const token = this.tok.next(LexContext.CommandPrefix);
			const word = ctx === LexContext.Declaration ? this.parseAssignment(token) : this.toWord(token);
			suffix.push(word);
			lastEnd = word.end;
		}
		if (this.tok.peek(ctx).token === Token.LParen && suffix.length === 0) {
			this.tok.next(LexContext.Normal);
			if (this.tok.peek(LexContext.Normal).token === Token.RParen) {
				this.tok.next(LexContext.Normal);
				this.skipNewlines(LexContext.CommandStart);
				const body = this.commandAsBody();
				return {
					type: "Function",
					pos: name.pos,
					end: body.end,
					name,
					body
				};
			}
		}
		for (;;) {
			const st = this.tok.peek(ctx).token;
			if (st === Token.Word || st === Token.Assignment) {
				const token = this.tok.next(ctx);
				const w = st === Token.Assignment ? this.parseAssignment(token) : this.toWord(token);
				suffix.push(w);
				lastEnd = w.end;
			} else if (st === Token.Redirect) {
				const redirect = this.readRedirect(ctx);
				suffix.push(redirect);
				lastEnd = redirect.end;
			} else break;
		}
		return new CommandImpl(cmdPos, lastEnd, name, prefix, suffix);
	}
	readRedirect(ctx) {
		const t = this.tok.next(ctx);
		const tPos = t.pos;
		const tEnd = t.end;
		const descriptor = t.fileDescriptor !== void 0 ? {
			type: "FileDescriptor",
			pos: tPos,
			end: t.descriptorEnd,
			value: t.fileDescriptor
		} : t.variableName !== void 0 ? {
			type: "FileDescriptorVariable",
			pos: tPos,
			end: t.descriptorEnd,
			name: t.variableName
		} : void 0;
		const hasTarget = t.targetEnd > t.targetPos;
		if (!hasTarget) this.error("expected redirect target", t.targetPos);
		if (t.value === "<<" || t.value === "<<-") {
			const r = {
				type: "HereDoc",
				pos: tPos,
				end: tEnd,
				operator: t.value,
				descriptor,
				delimiter: hasTarget ? {
					type: "HereDocDelimiter",
					pos: t.targetPos,
					end: t.targetEnd,
					text: this.source.slice(t.targetPos, t.targetEnd),
					value: t.content ?? "",
					quoted: t.delimiterQuoted
				} : void 0,
				body: new HereDocBodyImpl(this.source, tEnd, t.delimiterQuoted, this.depth, this.tok.getSubstitutionContext()),
				closing: void 0
			};
			if (hasTarget) this.tok.registerHereDocTarget(r);
			return r;
		}
		const target = hasTarget ? new WordImpl(this.source.slice(t.targetPos, t.targetEnd), t.targetPos, t.targetEnd, this.source, wordPartsResolver(this.tok.getSubstitutionContext()), this.depth) : void 0;
		return t.value === "<<<" ? {
			type: "HereString",
			pos: tPos,
			end: tEnd,
			operator: "<<<",
			descriptor,
			target
		} : {
			type: "Redirect",
			pos: tPos,
			end: tEnd,
			operator: REDIRECT_OPS[t.value] ?? ">",
			descriptor,
			target
		};
	}
	commandAsBody() {
		const cmd = this.command();
		if (cmd && cmd.type !== "Command" && cmd.type !== "Function" && cmd.type !== "Coproc") return cmd;
		this.error("expected compound command as function body", cmd?.pos ?? this.tok.getPos());
		return this.makeCompoundList(cmd ? [this.makeStatement(cmd)] : []);
	}
	readWord(ctx) {
		return this.toWord(this.tok.next(ctx));
	}
	readRequiredWord(keyword) {
		const t = this.tok.peek(LexContext.Normal);
		if (t.token === Token.Word) return this.toWord(this.tok.next(LexContext.Normal));
		if (t.token !== Token.EOF) this.error(`expected word after '${keyword}'`, t.pos);
		return new WordImpl("", t.pos, t.pos);
	}
	toWord(tok) {
		const text = tok.raw ? tok.value : this.source.slice(tok.pos, tok.end);
		const source = tok.raw && tok.keywordEligible ? void 0 : this.source;
		return new WordImpl(text, tok.pos, tok.end, source, source === void 0 ? computeBareWordParts : wordPartsResolver(this.tok.getSubstitutionContext()), this.depth);
	}
	toWordFromPosEnd(tok, pos, end) {
		if (tok.pos === pos && tok.end === end) return this.toWord(tok);
		return new WordImpl(this.source.slice(pos, end), pos, end, this.source, wordPartsResolver(this.tok.getSubstitutionContext()), this.depth);
	}
	parseAssignment(token) {
		return new AssignmentImpl(token.raw ? token.value : this.source.slice(token.pos, token.end), token.pos, token.end, this.source, token.assignmentOperatorPos, this.depth, this.tok.getSubstitutionContext());
	}
	makeCompoundList(commands) {
		const p = this.tok.getPos();
		return {
			type: "CompoundList",
			pos: commands.length > 0 ? commands[0].pos : p,
			end: commands.length > 0 ? commands[commands.length - 1].end : p,
			commands
		};
	}
};
// src/shell/parse.ts
var CLOSERS = /(?:^|[\s;&|(])(fi|done|esac|elif|else|then|do|\})$/;
var QUOTES = {
	"unterminated double quote": "\"",
	"unterminated single quote": "'",
	"unterminated ANSI-C quote": "'",
	"unterminated backtick": "`",
	"unterminated parameter expansion": "}",
	"unterminated command substitution": ")",
	"unterminated process substitution": ")",
	"unterminated arithmetic expansion": ")",
	"unterminated arithmetic command": ")",
	"unterminated arithmetic for header": ")",
	"unterminated extended glob": ")",
	"unterminated array subscript": "]"
};
/** A pure memo: the same text always parses alike, and functions and substitutions are parsed again and again. */
var memo = /* @__PURE__ */ new Map();
var MEMO_SIZE = 500;
/** Parses a whole text. Never throws. */
function parse(source) {
	const known = memo.get(source);
	if (known) return known;
	const parsed = parseFresh(source);
	if (memo.size >= MEMO_SIZE) memo.delete(memo.keys().next().value);
	memo.set(source, parsed);
	return parsed;
}
function parseFresh(source) {
	let script;
	try {
		script = parse$1(source);
	} catch (error) {
		return {
			source,
			script: {
				type: "Script",
				pos: 0,
				end: 0,
				shebang: void 0,
				commands: []
			},
			problem: {
				kind: "syntax",
				pos: 0,
				message: `syntax error: ${error instanceof Error ? error.message : String(error)}`
			}
		};
	}
	const error = script.errors?.[0];
	return {
		source,
		script,
		problem: error ? classify(source, error) : openHereDoc(source, script)
	};
}
function classify(source, { message, pos }) {
	const unexpected = /^unexpected token '([^]*)'$/.exec(message)?.[1];
	if (unexpected !== void 0) return {
		kind: "syntax",
		pos,
		message: nearToken(unexpected)
	};
	if (message.startsWith("maximum ")) return {
		kind: "syntax",
		pos,
		message: `syntax error: ${message}`
	};
	const rest = source.slice(pos).replace(/^(?:\s|\\\n|#[^\n]*(?:\n|$))+/, "");
	const wanted = QUOTES[message];
	if (wanted) return {
		kind: "unfinished",
		pos,
		wanted,
		message: `unexpected EOF while looking for matching \`${wanted}'`
	};
	if (message === "expected redirect target") return {
		kind: "syntax",
		pos,
		message: nearToken(tokenAt(source, pos))
	};
	const closer = message.startsWith("expected ") ? CLOSERS.exec(source.slice(0, pos).trimEnd())?.[1] : void 0;
	if (closer && /'(?:then|do)'|to close/.test(message) && !message.includes(`after '${closer}'`) && !(message.includes("to close") && /^(?:then|do|else)$/.test(closer))) return {
		kind: "syntax",
		pos,
		message: nearToken(closer)
	};
	if (rest === "") return {
		kind: "unfinished",
		pos,
		message: "syntax error: unexpected end of file"
	};
	return {
		kind: "syntax",
		pos,
		message: nearToken(tokenAt(source, source.length - rest.length))
	};
}
function nearToken(token) {
	return `syntax error near unexpected token \`${token}'`;
}
/** The token that starts there, as bash would name it. */
function tokenAt(source, pos) {
	const rest = source.slice(pos).replace(/^[ \t]+/, "");
	if (rest === "" || rest.startsWith("\n")) return "newline";
	return /^(?:;;&|;;|;&|&&|\|\||\|&|&>>|&>|<<<|<<-|<<|>>|<&|>&|<>|>\||[;&|()<>])/.exec(rest)?.[0] ?? /^[^\s;&|()<>]+/.exec(rest)?.[0] ?? rest.slice(0, 1);
}
function openHereDoc(source, script) {
	if (!source.includes("<<")) return void 0;
	let found;
	visit(script, (node) => {
		if (node.type !== "HereDoc" || node.closing || found) return;
		const wanted = node.delimiter?.value ?? "";
		found = {
			kind: "unfinished",
			pos: node.pos,
			wanted,
			message: `here-document delimited by end-of-file (wanted \`${wanted}')`
		};
	});
	return found;
}
/** Calls back for the node and everything below it. */
function visit(node, callback) {
	callback(node);
	forEachChild(node, (child) => visit(child, callback));
}
/** True when a line ends in a backslash, so that the next one continues it. */
function continues(text) {
	return /(?:^|[^\\])(?:\\\\)*\\\n?$/.test(text);
}
/** The text of a node as it can be parsed alone: with the bodies of here-documents that begin in it and end behind it. */
function textOf(source, node) {
	const text = source.slice(node.pos, node.end);
	if (!text.includes("<<")) return text;
	let bodies = "";
	visit(node, (child) => {
		if (child.type === "HereDoc" && child.body.pos >= node.end) bodies += source.slice(child.body.pos, child.closing?.end ?? child.body.end).replace(/\n?$/, "\n");
	});
	return bodies === "" ? text : `${text}\n${bodies}`;
}
/** One word from text that a lexer has already found to be one (after brace expansion, in an array subscript). */
function parseWord(text) {
	const command = parse(`x=${text}`).script.commands[0]?.command;
	const assignment = command?.type === "Command" ? command.prefix[0] : void 0;
	if (assignment?.type === "Assignment" && assignment.value.type === "Word" && assignment.end === text.length + 2) return assignment.value;
	return {
		type: "Word",
		text,
		value: text,
		pos: 0,
		end: text.length
	};
}
/** Text of a here-document in which nothing expands (the parser leaves it as it stands): backslashes still quote what they quote there. */
function unescaped(text) {
	return text.replace(/\\([$`\\]|\n)/g, (_, quoted) => quoted === "\n" ? "" : quoted);
}
/** Text that expands as in double quotes, quotes themselves being ordinary: here-document bodies, arithmetic, prompts. */
function parseQuoted(text) {
	if (!/[$`\\]/.test(text)) return {
		type: "Word",
		text,
		value: text,
		pos: 0,
		end: text.length
	};
	const command = parse(`:<<\u0001\n${text}\n\u0001\n`).script.commands[0]?.command;
	const redirect = command?.type === "Command" ? command.redirects[0] : void 0;
	const parts = redirect?.type === "HereDoc" ? redirect.body.parts ?? [] : [];
	const kept = parts.length > 0 ? parts : [{
		type: "Literal",
		pos: 0,
		end: 0,
		value: `${unescaped(text)}\n`,
		text: `${text}\n`
	}];
	return {
		type: "Word",
		text,
		value: text,
		pos: 0,
		end: text.length,
		parts: kept
	};
}
// src/shell/builtins/alias.ts
/** alias and unalias, and replacing aliases in a line before it is parsed for good. */
function* aliasBuiltin(shell, argv) {
	const args = argv.slice(1).filter((arg) => arg !== "-p" && arg !== "--");
	const show = (name, text) => `alias ${name}='${text.replaceAll("'", "'\\''")}'\n`;
	if (args.length === 0) {
		for (const name of [...shell.aliases.keys()].sort()) yield* write(1, show(name, shell.aliases.get(name)));
		return 0;
	}
	let code = 0;
	for (const arg of args) {
		const at = arg.indexOf("=");
		if (at > 0) {
			const name = arg.slice(0, at);
			if (/[\s/$`=|&;()<>"'\\]/.test(name)) {
				yield* shell.complain(`alias: \`${name}': invalid alias name`);
				code = 1;
			} else {
				shell.aliases.set(name, arg.slice(at + 1));
				shell.aliasChanges++;
			}
			continue;
		}
		const text = shell.aliases.get(arg);
		if (text !== void 0) yield* write(1, show(arg, text));
		else {
			yield* shell.complain(`alias: ${arg}: not found`);
			code = 1;
		}
	}
	return code;
}
function* unalias(shell, argv) {
	if (argv[1] === "-a") {
		shell.aliases.clear();
		return 0;
	}
	let code = 0;
	for (const name of argv.slice(1)) {
		if (shell.aliases.delete(name)) continue;
		yield* shell.complain(`unalias: ${name}: not found`);
		code = 1;
	}
	return code;
}
/** The text with the aliases of its command words put in, each once along its own expansion. */
function expandAliases(text, aliases) {
	if (aliases.size === 0) return text;
	let current = text;
	/** Stretches that came from aliases: those names are not replaced there again. */
	let origins = [];
	for (let round = 0; round < 20; round++) {
		const edits = [];
		visit(parse(current).script, (node) => {
			if (node.type !== "Command" || !node.name) return;
			const words = [node.name, ...node.args.filter((arg) => arg.type === "Word")];
			for (const word of words) {
				const name = word.text;
				const value = aliases.get(name);
				const used = origins.filter((origin) => word.pos >= origin.from && word.end <= origin.to).flatMap((origin) => origin.names);
				if (value === void 0 || used.includes(name) || current.slice(word.pos, word.end) !== name) return;
				edits.push({
					pos: word.pos,
					end: word.end,
					name,
					text: value
				});
				if (!/\s$/.test(value)) return;
			}
		});
		if (edits.length === 0) return current;
		for (const edit of edits.sort((a, b) => b.pos - a.pos)) {
			const grown = edit.text.length - (edit.end - edit.pos);
			const inherited = origins.filter((origin) => edit.pos >= origin.from && edit.end <= origin.to).flatMap((origin) => origin.names);
			current = current.slice(0, edit.pos) + edit.text + current.slice(edit.end);
			origins = origins.map((origin) => ({
				...origin,
				from: origin.from > edit.pos ? origin.from + grown : origin.from,
				to: origin.to >= edit.end ? origin.to + grown : origin.to
			}));
			origins.push({
				from: edit.pos,
				to: edit.pos + edit.text.length,
				names: [...inherited, edit.name]
			});
		}
		if (current.length > 1e5) return current;
	}
	return current;
}
// src/shell/arithmetic.ts
/** `text: what (error token is "...")` */
var ArithmeticError = class extends Error {};
var BINARY$1 = {
	",": 1,
	"?": 3,
	"||": 4,
	"&&": 5,
	"|": 6,
	"^": 7,
	"&": 8,
	"==": 9,
	"!=": 9,
	"<": 10,
	">": 10,
	"<=": 10,
	">=": 10,
	"<<": 11,
	">>": 11,
	"+": 12,
	"-": 12,
	"*": 13,
	"/": 13,
	"%": 13,
	"**": 15
};
var ASSIGN = /* @__PURE__ */ new Set([
	"=",
	"+=",
	"-=",
	"*=",
	"/=",
	"%=",
	"<<=",
	">>=",
	"&=",
	"^=",
	"|="
]);
var OPERATORS = [
	"<<=",
	">>=",
	"**",
	"++",
	"--",
	"<<",
	">>",
	"<=",
	">=",
	"==",
	"!=",
	"&&",
	"||",
	"+=",
	"-=",
	"*=",
	"/=",
	"%=",
	"&=",
	"^=",
	"|="
];
var MAX_DEPTH$1 = 100;
/** The value of an expression; an empty one is 0. Throws ArithmeticError. */
function evaluate(text, scope, depth = 0) {
	return new Evaluator(text, scope, depth).run();
}
var Evaluator = class {
	text;
	scope;
	depth;
	pos = 0;
	nesting = 0;
	tokenStart = 0;
	/** Above 0 inside a branch that is not taken. */
	skipping = 0;
	constructor(text, scope, depth) {
		this.text = text;
		this.scope = scope;
		this.depth = depth;
		if (depth > MAX_DEPTH$1) throw new ArithmeticError(`${text.trim()}: expression recursion level exceeded (error token is "${text.trim()}")`);
	}
	run() {
		if (this.peek() === "") return 0n;
		const result = this.expression(1).value;
		if (this.peek() !== "") {
			const lvalue = ASSIGN.has(this.peek());
			this.fail(lvalue ? "attempted assignment to non-variable" : /^[\w$]/.test(this.peek()) ? "syntax error in expression" : "syntax error: invalid arithmetic operator");
		}
		return result;
	}
	fail(what, from = this.tokenStart) {
		throw new ArithmeticError(`${this.text.replace(/^\s+/, "")}: ${what} (error token is "${this.text.slice(from).replace(/^\s+/, "")}")`);
	}
	/** The operator or first character at the cursor, '' at the end. */
	peek() {
		while (/\s/.test(this.text[this.pos] ?? "")) this.pos++;
		this.tokenStart = this.pos;
		for (const operator of OPERATORS) if (this.text.startsWith(operator, this.pos)) return operator;
		return this.text[this.pos] ?? "";
	}
	expression(min) {
		if (++this.nesting > 1e3) this.fail("expression recursion level exceeded");
		let left = this.assignment();
		for (;;) {
			const operator = this.peek();
			const at = this.pos;
			const power = BINARY$1[operator];
			if (power === void 0 || power < min) break;
			this.pos += operator.length;
			if (operator === "?") left = { value: this.ternary(left.value) };
			else if (operator === "&&" || operator === "||") {
				const decided = left.value === 0n === (operator === "&&");
				if (decided) this.skipping++;
				const right = this.expression(power + 1).value;
				if (decided) this.skipping--;
				left = { value: decided ? operator === "&&" ? 0n : 1n : right !== 0n ? 1n : 0n };
			} else {
				const right = this.expression(operator === "**" ? power : power + 1);
				left = { value: this.binary(operator, left.value, right.value, at + operator.length) };
			}
		}
		this.nesting--;
		return left;
	}
	ternary(condition) {
		if (condition === 0n) this.skipping++;
		const yes = this.expression(1).value;
		if (condition === 0n) this.skipping--;
		if (this.peek() !== ":") this.fail("`:' expected for conditional expression");
		this.pos++;
		if (condition !== 0n) this.skipping++;
		const no = this.expression(3).value;
		if (condition !== 0n) this.skipping--;
		return condition !== 0n ? yes : no;
	}
	/** A unary expression, or an assignment when a name and an assignment operator come. */
	assignment() {
		const start = this.pos;
		const left = this.unary();
		const operator = this.peek();
		if (!ASSIGN.has(operator)) return left;
		if (left.name === void 0) this.fail("attempted assignment to non-variable");
		if (start > this.pos) this.fail("syntax error");
		this.pos += operator.length;
		const at = this.pos;
		const right = this.expression(2).value;
		const value = operator === "=" ? right : this.binary(operator.slice(0, -1), left.value, right, at);
		this.store(left, value);
		return { value };
	}
	store(target, value) {
		if (this.skipping === 0) this.scope.set(target.name, target.subscript, String(BigInt.asIntN(64, value)));
	}
	unary() {
		const operator = this.peek();
		if (++this.nesting > 1e3) this.fail("expression recursion level exceeded");
		try {
			if (operator === "++" || operator === "--") {
				this.pos += 2;
				const operand = this.unary();
				if (operand.name === void 0) return { value: operand.value };
				const value = BigInt.asIntN(64, operand.value + (operator === "++" ? 1n : -1n));
				this.store(operand, value);
				return { value };
			}
			if ("+-!~".includes(operator) && operator !== "") {
				this.pos++;
				const { value } = this.unary();
				return { value: operator === "-" ? BigInt.asIntN(64, -value) : operator === "!" ? value === 0n ? 1n : 0n : operator === "~" ? ~value : value };
			}
			return this.postfix();
		} finally {
			this.nesting--;
		}
	}
	postfix() {
		const operand = this.primary();
		const operator = this.peek();
		if (operator !== "++" && operator !== "--" || operand.name === void 0) return operand;
		this.pos += 2;
		this.store(operand, BigInt.asIntN(64, operand.value + (operator === "++" ? 1n : -1n)));
		return { value: operand.value };
	}
	primary() {
		const token = this.peek();
		const rest = this.text.slice(this.pos);
		if (token === "(") {
			this.pos++;
			const inner = this.expression(1);
			if (this.peek() !== ")") this.fail("missing `)'");
			this.pos++;
			return { value: inner.value };
		}
		const number = /^\d[\w#@]*/.exec(rest)?.[0];
		if (number) {
			const value = this.number(number);
			this.pos += number.length;
			return { value };
		}
		const name = /^[a-zA-Z_]\w*/.exec(rest)?.[0];
		if (name === void 0) this.fail("syntax error: operand expected", token === "" ? Math.max(0, this.lastToken()) : this.tokenStart);
		this.pos += name.length;
		let subscript;
		if (this.text[this.pos] === "[") {
			const close = this.closingBracket(this.pos);
			subscript = this.text.slice(this.pos + 1, close);
			this.pos = close + 1;
		}
		if (this.skipping > 0) return {
			value: 0n,
			name,
			subscript
		};
		const text = this.scope.get(name, subscript) ?? "";
		return {
			value: /^-?(?:0|[1-9]\d*)$/.test(text) ? BigInt.asIntN(64, BigInt(text)) : evaluate(text, this.scope, this.depth + 1),
			name,
			subscript
		};
	}
	lastToken() {
		const before = this.text.slice(0, this.pos).trimEnd();
		return before.length - (/(?:[-+*/%<>=&|^!~?:,(]|\w+)$/.exec(before)?.[0].length ?? 0);
	}
	closingBracket(open) {
		let depth = 0;
		for (let i = open; i < this.text.length; i++) if (this.text[i] === "[") depth++;
		else if (this.text[i] === "]" && --depth === 0) return i;
		return this.fail("bad array subscript", open);
	}
	number(text) {
		const based = /^(\d+)#(.*)$/.exec(text);
		if (based) {
			const base = Number(based[1]);
			if (base < 2 || base > 64) this.fail("invalid arithmetic base");
			let value = 0n;
			for (const c of based[2]) value = value * BigInt(base) + BigInt(this.digit(c, base));
			return BigInt.asIntN(64, value);
		}
		if (/^0[xX][0-9a-fA-F]+$/.test(text)) return BigInt.asIntN(64, BigInt(text));
		if (/^0[0-7]+$/.test(text)) return BigInt.asIntN(64, BigInt(`0o${text.slice(1)}`));
		if (/^\d+$/.test(text)) {
			if (text.length > 1 && text.startsWith("0")) this.fail("value too great for base");
			return BigInt.asIntN(64, BigInt(text));
		}
		return this.fail("value too great for base");
	}
	digit(c, base) {
		const value = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ@_".indexOf(base <= 36 ? c.toLowerCase() : c);
		if (value < 0 || value >= base) this.fail("value too great for base");
		return value;
	}
	binary(operator, a, b, at) {
		const bool = (value) => value ? 1n : 0n;
		switch (operator) {
			case ",": return b;
			case "|": return a | b;
			case "^": return a ^ b;
			case "&": return a & b;
			case "==": return bool(a === b);
			case "!=": return bool(a !== b);
			case "<": return bool(a < b);
			case ">": return bool(a > b);
			case "<=": return bool(a <= b);
			case ">=": return bool(a >= b);
			case "<<": return BigInt.asIntN(64, a << (b & 63n));
			case ">>": return a >> (b & 63n);
			case "+": return BigInt.asIntN(64, a + b);
			case "-": return BigInt.asIntN(64, a - b);
			case "*": return BigInt.asIntN(64, a * b);
			case "**": return this.power(a, b, at);
			default:
				if (b === 0n) {
					if (this.skipping > 0) return 0n;
					this.fail("division by 0", at);
				}
				return BigInt.asIntN(64, operator === "/" ? a / b : a % b);
		}
	}
	power(base, exponent, at) {
		if (exponent < 0n) this.fail("exponent less than 0", at);
		let result = 1n;
		let factor = base;
		for (let e = exponent; e > 0n; e >>= 1n) {
			if (e & 1n) result = BigInt.asIntN(64, result * factor);
			factor = BigInt.asIntN(64, factor * factor);
		}
		return result;
	}
};
// src/shell/brace.ts
/** Brace expansion: `a{b,c}d`, `{1..9..2}`, `{a..e}`, on the text of a word, before anything else is expanded. */
var LIMIT$1 = 1e6;
/** More words than a shell could hold. */
var TooManyWords = class extends Error {};
/** The texts that a word's text stands for; quotes and expansions in it are left as they are. */
function expandBraces(text) {
	for (let open = next(text, 0, "{"); open >= 0; open = next(text, open + 1, "{")) {
		const close = next(text, open + 1, "}");
		if (close < 0) continue;
		const items = itemsOf(text.slice(open + 1, close));
		if (!items) continue;
		const before = text.slice(0, open);
		const rests = expandBraces(text.slice(close + 1));
		if (items.length * rests.length > LIMIT$1) throw new TooManyWords(`brace expansion: failed to allocate memory for \`${items.length * rests.length}' elements`);
		const words = [];
		for (const item of items) for (const rest of rests) words.push(before + item + rest);
		return words;
	}
	return [text];
}
function itemsOf(inner) {
	const parts = [];
	let start = 0;
	for (let comma = next(inner, 0, ","); comma >= 0; comma = next(inner, start, ",")) {
		parts.push(inner.slice(start, comma));
		start = comma + 1;
	}
	if (parts.length > 0) return [...parts, inner.slice(start)].flatMap(expandBraces);
	const numbers = /^(-?\d+)\.\.(-?\d+)(?:\.\.(-?\d+))?$/.exec(inner);
	if (numbers) {
		const [from, to] = [numbers[1], numbers[2]];
		const width = [from, to].some((n) => /^-?0\d/.test(n)) ? Math.max(from.length, to.length) : 0;
		return range(Number(from), Number(to), Number(numbers[3] ?? 1)).map((n) => n < 0 ? `-${String(-n).padStart(width - 1, "0")}` : String(n).padStart(width, "0"));
	}
	const letters = /^([a-zA-Z])\.\.([a-zA-Z])(?:\.\.(-?\d+))?$/.exec(inner);
	if (letters) return range(letters[1].charCodeAt(0), letters[2].charCodeAt(0), Number(letters[3] ?? 1)).map((n) => String.fromCharCode(n));
}
function range(from, to, step) {
	const by = Math.abs(step) || 1;
	const count = Math.floor(Math.abs(to - from) / by) + 1;
	if (count > LIMIT$1) throw new TooManyWords(`brace expansion: failed to allocate memory for \`${count}' elements`);
	return Array.from({ length: count }, (_, i) => from <= to ? from + i * by : from - i * by);
}
/** Index of the next unquoted `wanted` at this level of braces, or -1. */
function next(text, start, wanted) {
	let depth = 0;
	for (let i = start; i < text.length; i++) {
		const c = text[i];
		if (c === "\\") i++;
		else if (c === "'") i = skipTo(text, i + 1, "'");
		else if (c === "\"" || c === "`") i = skipTo(text, i + 1, c);
		else if (c === "$" && (text[i + 1] === "{" || text[i + 1] === "(")) i = skipNested(text, i + 1);
		else if (c === wanted && depth === 0) return i;
		else if (c === "{") depth++;
		else if (c === "}") depth--;
	}
	return -1;
}
function skipTo(text, start, quote) {
	for (let i = start; i < text.length; i++) if (text[i] === "\\" && quote !== "'") i++;
	else if (text[i] === quote) return i;
	return text.length;
}
function skipNested(text, open) {
	const pairs = {
		"{": "}",
		"(": ")"
	};
	const opener = text[open];
	let depth = 0;
	for (let i = open; i < text.length; i++) {
		const c = text[i];
		if (c === "\\") i++;
		else if (c === "'" || c === "\"") i = skipTo(text, i + 1, c);
		else if (c === opener) depth++;
		else if (c === pairs[opener] && --depth === 0) return i;
	}
	return text.length;
}
// src/shell/pattern.ts
/** Shell patterns (globs) as regular expressions. In a pattern string a backslash quotes the next character. */
var CLASSES = {
	alpha: "a-zA-Z",
	digit: "0-9",
	alnum: "a-zA-Z0-9",
	upper: "A-Z",
	lower: "a-z",
	space: " \\t\\n\\r\\f\\v",
	blank: " \\t",
	punct: "!-\\/:-@\\[-`{-~",
	print: " -~",
	graph: "!-~",
	cntrl: "\\x00-\\x1f\\x7f",
	xdigit: "0-9A-Fa-f",
	word: "a-zA-Z0-9_"
};
/** Text that matches itself in a regular expression (flag u). */
function escapeRegex(text) {
	return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
/** Text that matches itself in a shell pattern. */
function escapePattern(text) {
	return text.replace(/[\\*?[\]()|!+@^-]/g, "\\$&");
}
function hasMagic(pattern) {
	return /(?:^|[^\\])(?:\\\\)*(?:[*?[]|[+@!]\()/.test(pattern);
}
/** A test for the whole text. */
function matcher(pattern, options = {}) {
	if (!hasMagic(pattern) && !options.ignoreCase) {
		const plain = pattern.replace(/\\([^])/g, "$1");
		return (text) => text === plain;
	}
	const regex = regexOf(`^(?:${patternSource(pattern, options)})$`, options);
	return (text) => regex.test(text);
}
/** A regular expression from source, or one that matches nothing where the source is not valid. */
function regexOf(source, options = {}, flags = "") {
	try {
		return new RegExp(source, `su${options.ignoreCase ? "i" : ""}${flags}`);
	} catch {
		return /(?!)/;
	}
}
/** Regular expression source for a pattern; `end` is what must follow the whole of it (needed by `!(...)`). */
function patternSource(pattern, options = {}, end = "$") {
	const pieces = [];
	const lazy = options.lazy ? "?" : "";
	let i = 0;
	while (i < pattern.length) {
		const c = pattern[i];
		if ("?*+@!".includes(c) && pattern[i + 1] === "(") {
			const close = closing(pattern, i + 1);
			if (close > 0) {
				const inner = alternatives(pattern.slice(i + 2, close)).map((part) => patternSource(part, options, "")).join("|");
				pieces.push(c === "!" ? { not: inner } : `(?:${inner})${c === "@" ? "" : c}`);
				i = close + 1;
				continue;
			}
		}
		if (c === "*") {
			while (pattern[i + 1] === "*") i++;
			pieces.push(`.*${lazy}`);
		} else if (c === "?") pieces.push(".");
		else if (c === "[") {
			const [source, next] = bracket(pattern, i);
			pieces.push(source);
			i = next;
			continue;
		} else if (c === "\\" && i + 1 < pattern.length) {
			const escaped = String.fromCodePoint(pattern.codePointAt(i + 1));
			pieces.push(escapeRegex(escaped));
			i += escaped.length;
		} else {
			const char = String.fromCodePoint(pattern.codePointAt(i));
			pieces.push(escapeRegex(char));
			i += char.length - 1;
		}
		i++;
	}
	return pieces.reduceRight((after, piece) => typeof piece === "string" ? piece + after : `(?:(?!(?:${piece.not})${after}${end}).*${lazy})${after}`, "");
}
/** A bracket expression from `[` on: its source and the index behind it; a literal `[` when it does not close. */
function bracket(pattern, start) {
	let i = start + 1;
	let negated = "";
	if (pattern[i] === "!" || pattern[i] === "^") {
		negated = "^";
		i++;
	}
	let out = "";
	for (let first = true; i < pattern.length; first = false) {
		const c = pattern[i];
		if (c === "]" && !first) return [out === "" ? "." : `[${negated}${out}]`, i + 1];
		const named = c === "[" ? /^\[([:.=])(.*?)\1\]/s.exec(pattern.slice(i)) : null;
		if (named) {
			out += named[1] === ":" ? CLASSES[named[2]] ?? "" : escapeInClass(named[2]);
			i += named[0].length;
			continue;
		}
		if (c === "-" && !first && pattern[i + 1] !== "]" && i + 1 < pattern.length && !/-$/.test(out)) {
			out += "-";
			i++;
			continue;
		}
		if (c === "\\" && i + 1 < pattern.length) i++;
		const char = String.fromCodePoint(pattern.codePointAt(i));
		out += escapeInClass(char);
		i += char.length;
	}
	return ["\\[", start + 1];
}
function escapeInClass(text) {
	return text.replace(/[\\\]^[-]/g, "\\$&");
}
function closing(pattern, open) {
	let depth = 0;
	for (let i = open; i < pattern.length; i++) if (pattern[i] === "\\") i++;
	else if (pattern[i] === "(") depth++;
	else if (pattern[i] === ")" && --depth === 0) return i;
	return -1;
}
function alternatives(text) {
	const parts = [];
	let depth = 0;
	let start = 0;
	for (let i = 0; i < text.length; i++) if (text[i] === "\\") i++;
	else if (text[i] === "(") depth++;
	else if (text[i] === ")") depth--;
	else if (text[i] === "|" && depth === 0) {
		parts.push(text.slice(start, i));
		start = i + 1;
	}
	return [...parts, text.slice(start)];
}
// src/shell/glob.ts
/** The existing paths that match, sorted; written as the pattern is (relative stays relative). */
function globPaths(fs, cwd, pattern, options = {}) {
	const absolute = pattern.startsWith("/");
	const segments = pattern.split("/");
	let found = [absolute ? "/" : ""];
	for (const [i, segment] of segments.entries()) {
		if (segment === "" && (i === 0 || i < segments.length - 1)) continue;
		const last = i === segments.length - 1;
		if (segment === "") found = found.filter((path) => fs.isDirectory(fs.resolve(cwd, path))).map((path) => `${path}/`);
		else found = found.flatMap((path) => below(fs, cwd, path, segment, last, options));
	}
	return found.sort((a, b) => a < b ? -1 : a > b ? 1 : 0);
}
function below(fs, cwd, path, segment, last, options) {
	const join = (name) => path === "" || path.endsWith("/") ? path + name : `${path}/${name}`;
	if (!hasMagic(segment)) {
		const name = segment.replace(/\\([^])/g, "$1");
		return fs.exists(fs.resolve(cwd, join(name))) ? [join(name)] : [];
	}
	const folder = fs.resolve(cwd, path);
	if (!fs.isDirectory(folder)) return [];
	const names = fs.list(folder);
	if (segment === "**" && options.deep) {
		const visible = names.filter((name) => options.dots || !name.startsWith("."));
		const deeper = visible.filter((name) => fs.isDirectory(fs.resolve(cwd, join(name)))).flatMap((name) => below(fs, cwd, join(name), segment, last, options));
		return last ? [
			...path === "" ? [] : [`${path.replace(/\/$/, "")}/`],
			...visible.map(join),
			...deeper.filter((p) => !p.endsWith("/"))
		] : [path, ...deeper];
	}
	const matches = matcher(segment, options);
	return names.filter((name) => (!name.startsWith(".") || segment.startsWith(".") || segment.startsWith("\\.") || options.dots) && matches(name)).filter((name) => last || fs.isDirectory(fs.resolve(cwd, join(name)))).map(join);
}
// src/shell/variables.ts
var ReadonlyError = class extends Error {};
var Variables = class {
	map = /* @__PURE__ */ new Map();
	frames = [];
	/** Computes special variables that change by themselves (RANDOM, LINENO, ...); undefined for ordinary names. */
	dynamic = () => void 0;
	/** Told when a variable was assigned (RANDOM seeds, PATH, ...). */
	onSet = () => {};
	importEnvironment(process) {
		for (const [name, text] of Object.entries(process.env)) if (/^[a-zA-Z_]\w*$/.test(name)) this.map.set(name, {
			kind: "text",
			flags: "x",
			text
		});
	}
	save() {
		return [...this.map].map(([name, v]) => [
			name,
			v.kind,
			v.flags,
			v.items ? [...v.items] : v.text ?? null
		]);
	}
	load(saved) {
		this.map.clear();
		for (const [name, kind, flags, value] of saved) if (value === null || typeof value === "string") this.map.set(name, {
			kind,
			flags,
			text: value ?? void 0
		});
		else this.map.set(name, {
			kind,
			flags,
			items: new Map(value)
		});
	}
	/** The name behind name references. */
	target(name) {
		let current = name;
		for (let i = 0; i < 8; i++) {
			const variable = this.map.get(current);
			if (!variable?.flags.includes("n") || !variable.text) return current;
			current = variable.text;
		}
		return current;
	}
	raw(name) {
		return this.map.get(name);
	}
	find(name) {
		return this.map.get(this.target(name));
	}
	names() {
		return [...this.map.keys()].sort((a, b) => a < b ? -1 : 1);
	}
	/** The value as `$name` gives it: of an array, item 0. */
	get(name) {
		const special = this.dynamic(name);
		if (special !== void 0) return special;
		const target = this.target(name);
		const subscripted = /^(\w+)\[(.*)\]$/.exec(target);
		if (subscripted) return this.item(subscripted[1], subscripted[2]);
		const variable = this.map.get(target);
		return variable?.items ? variable.items.get("0") : variable?.text;
	}
	item(name, key) {
		const variable = this.find(name);
		if (variable?.kind === "text" || !variable) return key === "0" ? this.get(name) : void 0;
		return variable.items?.get(variable.kind === "list" ? this.absolute(variable, key) : key);
	}
	/** Keys of an array in bash's order; of a set scalar: 0. */
	keys(name) {
		const variable = this.find(name);
		if (!variable) return this.dynamic(name) === void 0 ? [] : ["0"];
		if (!variable.items) return variable.text === void 0 ? [] : ["0"];
		const keys = [...variable.items.keys()];
		return variable.kind === "list" ? keys.sort((a, b) => Number(a) - Number(b)) : hashOrder(keys);
	}
	values(name) {
		return this.keys(name).map((key) => this.item(name, key) ?? "");
	}
	/** Negative subscripts count from the end. */
	absolute(variable, key) {
		if (!key.startsWith("-")) return key;
		let last = -1;
		for (const k of variable.items?.keys() ?? []) last = Math.max(last, Number(k));
		return String(last + 1 + Number(key));
	}
	/** Sets the scalar value (item 0 of an array). */
	set(name, text, append = false) {
		const target = this.target(name);
		const subscripted = /^(\w+)\[(.*)\]$/.exec(target);
		if (subscripted) return this.setItem(subscripted[1], subscripted[2], text, append);
		const before = this.map.get(target);
		if (before?.items) return this.setItem(target, "0", text, append);
		this.requireWritable(target, before);
		const value = this.shaped(append && before?.text !== void 0 ? this.appended(before, before.text, text) : text, before?.flags ?? "");
		this.map.set(target, {
			kind: "text",
			flags: before?.flags ?? "",
			text: value
		});
		this.onSet(target, value);
	}
	setItem(name, key, text, append = false) {
		const target = this.target(name);
		const before = this.map.get(target);
		this.requireWritable(target, before);
		let variable = before;
		if (!variable?.items) {
			const items = new Map(variable?.text === void 0 ? [] : [["0", variable.text]]);
			variable = {
				kind: variable?.kind === "map" ? "map" : "list",
				flags: variable?.flags ?? "",
				items
			};
			this.map.set(target, variable);
		}
		const at = variable.kind === "list" ? this.absolute(variable, key) : key;
		if (at.startsWith("-") && variable.kind === "list") throw new ReadonlyError(`${target}[${key}]: bad array subscript`);
		const old = variable.items?.get(at);
		variable.items?.set(at, this.shaped(append && old !== void 0 ? this.appended(variable, old, text) : text, variable.flags));
	}
	/** Replaces all items (or adds behind the last with `append`). Keys undefined: the next index. */
	setItems(name, items, append = false) {
		const target = this.target(name);
		const before = this.map.get(target);
		this.requireWritable(target, before);
		const kind = before?.kind === "map" ? "map" : "list";
		const kept = append ? before?.items ?? new Map(before?.text === void 0 ? [] : [["0", before.text]]) : /* @__PURE__ */ new Map();
		this.map.set(target, {
			kind,
			flags: before?.flags ?? "",
			items: kept
		});
		let next = kind === "list" ? Math.max(-1, ...[...kept.keys()].map(Number)) + 1 : 0;
		for (const [key, value] of items) {
			const at = key ?? String(next);
			kept.set(at, this.shaped(value, before?.flags ?? ""));
			if (kind === "list") next = Number(at) + 1;
		}
	}
	/** Adds and removes attributes; makes the variable when missing (declared, unset). */
	declare(name, change) {
		const target = change.add?.includes("n") || change.remove?.includes("n") ? name : this.target(name);
		const before = this.map.get(target);
		let flags = before?.flags ?? "";
		for (const flag of change.remove ?? "") {
			if (flag === "r" && flags.includes("r")) throw new ReadonlyError(`${target}: readonly variable`);
			flags = flags.replace(flag, "");
		}
		for (const flag of change.add ?? "") {
			if (flag === "l") flags = flags.replace("u", "");
			if (flag === "u") flags = flags.replace("l", "");
			if (!flags.includes(flag)) flags += flag;
		}
		const kind = change.kind && change.kind !== "text" ? change.kind : before?.kind ?? "text";
		if (kind === "text") this.map.set(target, {
			kind,
			flags,
			text: before?.text
		});
		else this.map.set(target, {
			kind,
			flags,
			items: before?.items ?? new Map(before?.text === void 0 ? [] : [["0", before.text]])
		});
	}
	/** False when there was none. */
	unset(name, reference = false) {
		const target = reference ? name : this.target(name);
		if (this.map.get(target)?.flags.includes("r")) throw new ReadonlyError(`${target}: cannot unset: readonly variable`);
		return this.map.delete(target);
	}
	unsetItem(name, key) {
		const variable = this.find(name);
		variable?.items?.delete(variable.kind === "list" ? this.absolute(variable, key) : key);
	}
	/** Exported variables as a new process gets them. */
	environment() {
		const env = {};
		for (const [name, v] of this.map) if (v.flags.includes("x") && v.text !== void 0) env[name] = v.text;
		return env;
	}
	/** Makes a name local to the function that runs; it starts unset. */
	local(name) {
		const frame = this.frames.at(-1);
		if (!frame || frame.hidden.has(name)) return;
		const before = this.map.get(name);
		if (before?.flags.includes("r")) throw new ReadonlyError(`${name}: readonly variable`);
		frame.hidden.set(name, before);
		this.map.delete(name);
		if (before?.flags.includes("x")) this.map.set(name, {
			kind: "text",
			flags: "x",
			text: void 0
		});
	}
	push(frame) {
		this.frames.push(frame);
	}
	pop() {
		const frame = this.frames.pop();
		if (frame) for (const [name, before] of frame.hidden) this.restore(name, before);
	}
	/** Puts back what `raw` gave earlier. */
	restore(name, before) {
		if (before) this.map.set(name, before);
		else this.map.delete(name);
	}
	requireWritable(name, variable) {
		if (variable?.flags.includes("r")) throw new ReadonlyError(`${name}: readonly variable`);
	}
	/** Set by the shell: evaluates the text given to an integer variable. */
	integer = (text) => text;
	shaped(text, flags) {
		if (flags.includes("i")) return this.integer(text);
		return flags.includes("l") ? text.toLowerCase() : flags.includes("u") ? text.toUpperCase() : text;
	}
	appended(variable, old, text) {
		return variable.flags.includes("i") ? `${old || 0}+(${text || 0})` : old + text;
	}
};
/** bash walks a map's 1024 hash buckets (FNV-1 of the key); the newest key of a bucket comes first. */
function hashOrder(keys) {
	const bucket = (key) => {
		let hash = 2166136261;
		for (const byte of new TextEncoder().encode(key)) hash = (Math.imul(hash, 16777619) ^ byte) >>> 0;
		return hash & 1023;
	};
	return keys.map((key, i) => ({
		key,
		i,
		at: bucket(key)
	})).sort((a, b) => a.at - b.at || b.i - a.i).map(({ key }) => key);
}
// src/shell/shell.ts
/** The state of one shell: what its commands read and change, and what a subshell starts with. */
var BASH_VERSION = "5.2.37(1)-release";
/** Control flow out of nested commands. */
var Leave = class extends Error {
	how;
	/** Loop levels, or the exit code. */
	count;
	constructor(how, count) {
		super(how);
		this.how = how;
		this.count = count;
	}
};
/** Ctrl-C at an interactive shell: back to the prompt. */
var Interrupted = class extends Error {};
/** A command that failed while its words were expanded: printed, and the status is `code`. `fatal` ends a script. */
var ShellError = class extends Error {
	code;
	fatal;
	constructor(message, options = {}) {
		super(message);
		this.code = options.code ?? 1;
		this.fatal = options.fatal ?? false;
	}
};
var LETTERS = {
	allexport: "a",
	braceexpand: "B",
	errexit: "e",
	errtrace: "E",
	functrace: "T",
	hashall: "h",
	histexpand: "H",
	monitor: "m",
	noclobber: "C",
	noexec: "n",
	noglob: "f",
	notify: "b",
	nounset: "u",
	physical: "P",
	privileged: "p",
	verbose: "v",
	xtrace: "x"
};
/** Long names of `set -o`, with their letter where they have one. */
var SET_OPTIONS = [
	"allexport",
	"braceexpand",
	"emacs",
	"errexit",
	"errtrace",
	"functrace",
	"hashall",
	"histexpand",
	"history",
	"ignoreeof",
	"interactive-comments",
	"keyword",
	"monitor",
	"noclobber",
	"noexec",
	"noglob",
	"nolog",
	"notify",
	"nounset",
	"onecmd",
	"physical",
	"pipefail",
	"posix",
	"privileged",
	"verbose",
	"vi",
	"xtrace"
];
function optionName(letter) {
	return Object.keys(LETTERS).find((name) => LETTERS[name] === letter);
}
var Shell = class {
	process;
	dialect;
	variables = new Variables();
	functions = /* @__PURE__ */ new Map();
	aliases = /* @__PURE__ */ new Map();
	aliasChanges = 0;
	options = /* @__PURE__ */ new Set([
		"braceexpand",
		"hashall",
		"interactive-comments"
	]);
	shopts = /* @__PURE__ */ new Set([
		"cmdhist",
		"complete_fullquote",
		"extquote",
		"force_fignore",
		"globasciiranges",
		"globskipdots",
		"interactive_comments",
		"patsub_replacement",
		"progcomp",
		"promptvars",
		"sourcepath"
	]);
	traps = /* @__PURE__ */ new Map();
	jobs = [];
	/** In a subshell: the jobs of its parent, for `jobs | grep ...`. */
	jobLines = [];
	/** Codes of children that ended before `wait` asked for them. */
	ended = /* @__PURE__ */ new Map();
	history = [];
	/** Directories below the current one in the stack, nearest first. */
	directories = [];
	/** Where getopts is: OPTIND and the place in that word. */
	getopts = {
		index: 1,
		at: 1
	};
	/** Descriptors above 2 that the user opened; children inherit them. */
	descriptors = /* @__PURE__ */ new Set();
	positional = [];
	/** $0 */
	name;
	/** $$ */
	shellPid;
	level = 0;
	status = 0;
	pipeStatus = [0];
	lastBackground = 0;
	interactive = false;
	/** Has a terminal and moves process groups in and out of its foreground. */
	jobControl = false;
	/** Above 0 where a failing command does not end the shell under `set -e`. */
	tested = 0;
	loops = 0;
	/** Inside a sourced file, where return works. */
	sourcing = false;
	/** Nested source files, functions and evals. */
	depth = 0;
	/** The last command substitution's code, for assignments. */
	substitution = 0;
	/** Code that commands come from, for line numbers. */
	source = "";
	sourceLine = 0;
	position = 0;
	/** Caught and not yet handled signals. */
	pending = [];
	/** Told of caught signals first (the line editor); true: the interrupted call fails with EINTR. */
	onSignal;
	/** `wait` is under way: a caught signal ends it. */
	waiting = false;
	/** Virtual time as last asked for; only kept while a script uses SECONDS and its like. */
	time = 0;
	startTime = 0;
	random = 1;
	/** The command at hand is the whole of this process: a program may take its place. */
	tail = false;
	/** Process substitutions of the command at hand: descriptors to close after it. */
	substitutions = [];
	constructor(process, dialect, init) {
		this.process = process;
		this.dialect = dialect;
		this.name = process.argv[0] ?? "bash";
		this.shellPid = process.pid;
		this.variables.dynamic = (name) => this.dynamic(name);
		this.variables.onSet = (name, text) => this.assigned(name, text);
		this.variables.integer = (text) => String(evaluate(text, this.scope));
		if (init) this.load(init);
		else this.initialise();
	}
	initialise() {
		const { variables, process } = this;
		variables.importEnvironment(process);
		const preset = {
			IFS: " 	\n",
			OPTIND: "1",
			PS4: "+ "
		};
		if (this.dialect === "bash") Object.assign(preset, {
			BASH: "/bin/bash",
			BASH_VERSION,
			HOSTNAME: process.machine.hostname,
			HOSTTYPE: "x86_64",
			OSTYPE: "linux-gnu",
			MACHTYPE: "x86_64-pc-linux-gnu"
		});
		for (const [name, text] of Object.entries(preset)) variables.set(name, text);
		if (this.dialect === "bash") variables.setItems("BASH_VERSINFO", [
			"5",
			"2",
			"37",
			"1",
			"release",
			"x86_64-pc-linux-gnu"
		].map((v) => [void 0, v]));
		if (variables.get("PATH") === void 0) variables.set("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
		variables.set("PWD", process.cwd);
		variables.declare("PWD", { add: "x" });
		variables.set("SHLVL", String(Number(variables.get("SHLVL") ?? 0) + 1 || 1));
		variables.declare("SHLVL", { add: "x" });
	}
	/** What a subshell that runs `code` starts with. */
	fork(code, line) {
		return {
			subshell: true,
			dialect: this.dialect,
			code,
			line,
			level: this.level + 1,
			shellPid: this.shellPid,
			name: this.name,
			variables: this.variables.save(),
			functions: [...this.functions],
			aliases: [...this.aliases],
			positional: this.positional,
			frames: this.variables.frames.map((frame) => frame.name),
			options: [...this.options].filter((option) => option !== "monitor"),
			shopts: [...this.shopts],
			ignoredTraps: [...this.traps].filter(([, action]) => action === "").map(([name]) => name),
			status: this.status,
			lastBackground: this.lastBackground,
			descriptors: [...this.descriptors],
			directories: this.directories,
			random: this.nextRandom(),
			tested: this.tested > 0,
			jobLines: []
		};
	}
	load(init) {
		this.variables.load(init.variables);
		for (const [name, text] of init.functions) this.functions.set(name, text);
		for (const [name, text] of init.aliases) this.aliases.set(name, text);
		this.options.clear();
		for (const option of init.options) this.options.add(option);
		this.shopts.clear();
		for (const option of init.shopts) this.shopts.add(option);
		for (const signal of init.ignoredTraps) this.traps.set(signal, "");
		for (const fd of init.descriptors) this.descriptors.add(fd);
		for (const name of init.frames) this.variables.push({
			name,
			hidden: /* @__PURE__ */ new Map(),
			positional: []
		});
		Object.assign(this, {
			positional: [...init.positional],
			name: init.name,
			shellPid: init.shellPid,
			level: init.level,
			status: init.status
		});
		this.tested = init.tested ? 1 : 0;
		this.jobLines = init.jobLines;
		Object.assign(this, {
			lastBackground: init.lastBackground,
			directories: [...init.directories],
			random: init.random
		});
	}
	/** Names of arithmetic: variables and array items. */
	scope = {
		get: (name, subscript) => {
			const value = subscript === void 0 ? this.variables.get(name) : this.variables.item(name, this.subscript(name, subscript));
			if (value === void 0 && this.options.has("nounset")) throw new ShellError(`${name}: unbound variable`, { fatal: true });
			return value;
		},
		set: (name, subscript, value) => {
			if (subscript === void 0) this.variables.set(name, value);
			else this.variables.setItem(name, this.subscript(name, subscript), value);
		}
	};
	/** The key of an array item from its expanded subscript text: a number for lists. */
	subscript(name, text) {
		return this.variables.find(name)?.kind === "map" ? text : String(evaluate(text, this.scope));
	}
	get line() {
		let line = this.sourceLine + 1;
		for (let i = this.source.indexOf("\n"); i >= 0 && i < this.position; i = this.source.indexOf("\n", i + 1)) line++;
		return line;
	}
	nextRandom() {
		const last = this.random === 0 ? 123459876 : this.random;
		const high = Math.floor(last / 127773);
		const next = 16807 * (last - 127773 * high) - 2836 * high;
		this.random = next < 0 ? next + 2147483647 : next;
		return this.random;
	}
	dynamic(name) {
		switch (name) {
			case "RANDOM": {
				const seed = this.nextRandom();
				return String((seed >>> 16 ^ seed & 65535) & 32767);
			}
			case "LINENO": return String(this.line);
			case "SECONDS": return String(Math.floor((this.time - this.startTime) / 1e3));
			case "EPOCHSECONDS": return String(Math.floor(this.time / 1e3));
			case "EPOCHREALTIME": return (this.time / 1e3).toFixed(6);
			case "BASHPID": return String(this.process.pid);
			case "PPID": return String(this.process.ppid);
			case "UID":
			case "EUID": return this.dialect === "bash" ? this.userId : void 0;
			case "BASH_SUBSHELL": return String(this.level);
			case "FUNCNAME": return this.variables.frames.at(-1)?.name;
			case "SHELLOPTS": return [...this.options].sort().join(":");
			case "DIRSTACK": return this.process.cwd;
			default: return;
		}
	}
	get userId() {
		return (this.process.env["USER"] ?? "root") === "root" ? "0" : "1000";
	}
	/** Items of the arrays that the shell itself keeps. */
	dynamicItems(name) {
		if (name === "PIPESTATUS") return this.pipeStatus.map(String);
		if (name === "FUNCNAME" && this.variables.frames.length > 0) return [...this.variables.frames.map((frame) => frame.name).reverse(), ...this.level === 0 && !this.interactive ? ["main"] : []];
		if (name === "DIRSTACK") return [this.process.cwd, ...this.directories];
	}
	assigned(name, text) {
		if (name === "RANDOM") this.random = Number(text) || 0;
		if (name === "SECONDS") this.startTime = this.time - (Number(text) || 0) * 1e3;
		if (this.options.has("allexport")) this.variables.declare(name, { add: "x" });
	}
	/** `$-` */
	get optionLetters() {
		const letters = [...this.options].map((name) => LETTERS[name] ?? "").sort().join("");
		return letters.replace(/[A-Z]/g, "") + (this.interactive ? "i" : "") + letters.replace(/[^A-Z]/g, "") + (this.interactive ? "" : "c");
	}
	/** What stands before a message: `bash: ` at a prompt, `bash: line 3: ` in a script. */
	get prefix() {
		const name = this.interactive ? this.name.replace(/^-|.*\//g, "") : this.name;
		if (this.interactive) return `${name}: `;
		if (this.dialect === "dash") return `${name}: ${this.line}: `;
		if (this.dialect === "ash") return `${name}: `;
		return `${name}: line ${this.line}: `;
	}
	*complain(message) {
		yield* write(2, `${this.prefix}${message}\n`);
	}
};
// src/shell/signals.ts
/** Signals that a shell catches, and traps. */
/** Names for `trap` and `kill -l`, by number. */
var SIGNALS = {
	1: "SIGHUP",
	2: "SIGINT",
	3: "SIGQUIT",
	4: "SIGILL",
	5: "SIGTRAP",
	6: "SIGABRT",
	7: "SIGBUS",
	8: "SIGFPE",
	9: "SIGKILL",
	10: "SIGUSR1",
	11: "SIGSEGV",
	12: "SIGUSR2",
	13: "SIGPIPE",
	14: "SIGALRM",
	15: "SIGTERM",
	16: "SIGSTKFLT",
	17: "SIGCHLD",
	18: "SIGCONT",
	19: "SIGSTOP",
	20: "SIGTSTP",
	21: "SIGTTIN",
	22: "SIGTTOU",
	23: "SIGURG",
	24: "SIGXCPU",
	25: "SIGXFSZ",
	26: "SIGVTALRM",
	27: "SIGPROF",
	28: "SIGWINCH",
	29: "SIGIO",
	30: "SIGPWR",
	31: "SIGSYS"
};
var KNOWN = /* @__PURE__ */ new Set([
	"SIGHUP",
	"SIGINT",
	"SIGQUIT",
	"SIGUSR1",
	"SIGUSR2",
	"SIGPIPE",
	"SIGALRM",
	"SIGTERM",
	"SIGCHLD",
	"SIGCONT",
	"SIGTSTP",
	"SIGWINCH"
]);
/** The signal's full name from `INT`, `SIGINT`, `2`; `EXIT`, `ERR`, `DEBUG`, `RETURN` as they are. */
function signalNamed(text) {
	if (/^\d+$/.test(text)) return text === "0" ? "EXIT" : SIGNALS[Number(text)];
	const name = text.toUpperCase();
	if ([
		"EXIT",
		"ERR",
		"DEBUG",
		"RETURN"
	].includes(name)) return name;
	const full = name.startsWith("SIG") ? name : `SIG${name}`;
	return Object.values(SIGNALS).includes(full) ? full : void 0;
}
function numberOfSignal(name) {
	return Number(Object.keys(SIGNALS).find((number) => SIGNALS[Number(number)] === name) ?? 0);
}
/** Tells the kernel which signals this shell catches and ignores now. */
function* armSignals(shell) {
	const caught = /* @__PURE__ */ new Set();
	const ignored = /* @__PURE__ */ new Set();
	for (const [name, action] of shell.traps) if (KNOWN.has(name)) (action === "" ? ignored : caught).add(name);
	if (shell.interactive) {
		for (const name of [
			"SIGINT",
			"SIGWINCH",
			"SIGHUP"
		]) if (!ignored.has(name)) caught.add(name);
		for (const name of [
			"SIGTSTP",
			"SIGQUIT",
			"SIGTERM"
		]) if (!caught.has(name)) ignored.add(name);
	}
	yield* signals([...caught], [...ignored]);
}
/**
* Runs a shell's whole life so that no part of it sees an interrupted call: the signal is noted for its trap and the call made
* again. At a prompt Ctrl-C throws `Interrupted` into whatever runs.
*/
function* withSignals(shell, body) {
	let step = body.next();
	while (!step.done) {
		let result;
		try {
			result = yield step.value;
		} catch (error) {
			const signal = error instanceof SysError && error.errno === "EINTR" ? error.signal : void 0;
			if (!signal) {
				step = body.throw(error);
				continue;
			}
			const trapped = shell.traps.has(signal);
			if (trapped) shell.pending.push(signal);
			if (signal === "SIGHUP" && !trapped) step = body.throw(new Leave("exit", 129));
			else if (shell.onSignal?.(signal)) step = body.throw(error);
			else if (shell.interactive && signal === "SIGINT") step = body.throw(new Interrupted());
			else if (trapped && shell.waiting) step = body.throw(error);
			continue;
		}
		step = body.next(result);
	}
	return step.value;
}
/** Runs the traps of signals that came in; the status stays. */
function* runTraps(shell) {
	for (let signal = shell.pending.shift(); signal; signal = shell.pending.shift()) {
		const action = shell.traps.get(signal);
		if (!action) continue;
		const status = shell.status;
		yield* runText(shell, action, 0, "eval");
		shell.status = status;
	}
}
/** The EXIT trap, once. */
function* runExitTrap(shell, code) {
	const action = shell.traps.get("EXIT");
	if (!action) return code;
	shell.traps.delete("EXIT");
	shell.status = code;
	try {
		yield* runText(shell, action, 0, "eval");
		return code;
	} catch (error) {
		if (error instanceof Leave) return error.how === "exit" ? error.count : code;
		throw error;
	}
}
// src/shell/subshell.ts
function isSubshell(init) {
	return typeof init === "object" && init !== null && "subshell" in init;
}
function subshell(process) {
	const init = process.init;
	const shell = new Shell(process, init.dialect, init);
	return withSignals(shell, run(shell, init));
}
function* run(shell, init) {
	if (init.ignoredTraps.length > 0) yield* armSignals(shell);
	const [statement, ...more] = parse(init.code).script.commands;
	shell.tail = more.length === 0 && statement?.command.type === "Command" && !statement.background;
	return yield* toTheEnd(shell, () => runText(shell, init.code, init.line));
}
/** Runs the shell's work and its EXIT trap; its code. */
function* toTheEnd(shell, work) {
	let code;
	try {
		code = yield* work();
	} catch (error) {
		if (error instanceof Leave) {
			code = error.count;
			if (error.how === "break" || error.how === "continue") code = 0;
		} else {
			try {
				yield* report(shell, error);
			} catch (again) {
				if (!(again instanceof Leave)) throw again;
				shell.status = again.count;
			}
			code = shell.status;
		}
	}
	return yield* runExitTrap(shell, code);
}
// src/shell/jobs.ts
/** Children: subshells, jobs, waiting, and the terminal's foreground group. */
var SIGNAL_TEXTS = {
	SIGHUP: "Hangup",
	SIGINT: "Interrupt",
	SIGQUIT: "Quit",
	SIGKILL: "Killed",
	SIGUSR1: "User defined signal 1",
	SIGUSR2: "User defined signal 2",
	SIGALRM: "Alarm clock",
	SIGTERM: "Terminated"
};
/** The program to start for a subshell: by its name where the machine knows it (then a restored world finds it again). */
function self(shell) {
	return shell.process.machine.program(shell.dialect === "bash" ? "bash" : "sh") ? shell.dialect === "bash" ? "bash" : "sh" : (process) => subshell(process);
}
/** Starts shell text in a child shell; returns its pid. */
function* spawnSubshell(shell, code, fds, group) {
	const inherited = {};
	for (const fd of [...shell.descriptors, ...shell.substitutions]) inherited[fd] = fd;
	return yield* spawn({
		program: self(shell),
		argv: [shell.dialect === "bash" ? "bash" : "sh"],
		env: shell.variables.environment(),
		cwd: shell.process.cwd,
		fds: {
			...inherited,
			...fds
		},
		init: {
			...shell.fork(code, shell.line - 1),
			jobLines: shell.jobs.filter((job) => job.listed).map((job) => jobLine(shell, job))
		},
		...group === void 0 ? {} : { group }
	});
}
/** Waits for one child that is no job; its code. */
function* waitFor(shell, pid) {
	const ended = shell.ended.get(pid);
	if (ended !== void 0) {
		shell.ended.delete(pid);
		return ended;
	}
	const result = yield* wait$1(pid);
	if (result?.signal === "SIGINT" && shell.interactive) throw new Interrupted();
	return result?.code ?? 127;
}
function addJob(shell, job) {
	const id = Math.max(0, ...shell.jobs.filter((other) => other.listed).map((other) => other.id)) + 1;
	const added = {
		...job,
		id,
		codes: /* @__PURE__ */ new Map(),
		state: "running",
		notified: false
	};
	shell.jobs.push(added);
	return added;
}
/** Notes what became of a child. */
function noteEnded(shell, ended) {
	const job = shell.jobs.find((one) => one.pids.includes(ended.pid));
	if (!job) {
		shell.ended.set(ended.pid, ended.code);
		return;
	}
	job.notified = false;
	if (ended.stopped) {
		job.state = "stopped";
		return;
	}
	job.codes.set(ended.pid, ended.code);
	if (ended.pid === job.pids.at(-1)) job.signal = ended.signal;
	if (job.codes.size === job.pids.length) job.state = "done";
}
/** The code of a job that ended: its last member's, or with pipefail the last that failed. */
function jobCode(shell, job) {
	const codes = job.pids.map((pid) => job.codes.get(pid) ?? 0);
	if (shell.options.has("pipefail")) return codes.findLast((code) => code !== 0) ?? 0;
	return codes.at(-1) ?? 0;
}
/** Runs a job in the foreground until it ends or stops; its code. */
function* foreground(shell, job) {
	if (shell.jobControl && job.group) yield* tty({ foreground: job.group });
	try {
		while (job.state === "running") {
			const next = job.pids.find((pid) => !job.codes.has(pid));
			try {
				const ended = yield* wait$1(next, { untraced: shell.jobControl });
				if (ended) noteEnded(shell, ended);
			} catch (error) {
				if (!(error instanceof SysError) || error.errno !== "ECHILD") throw error;
				job.codes.set(next, shell.ended.get(next) ?? 127);
				if (job.codes.size === job.pids.length) job.state = "done";
			}
		}
	} finally {
		if (shell.jobControl && job.group) {
			yield* tty({ foreground: shell.process.pid });
			yield* tty({ set: "cooked" });
		}
	}
	if (job.state === "stopped") {
		job.listed = true;
		job.notified = true;
		yield* write(2, `\n${jobLine(shell, job)}\n`);
		return 148;
	}
	removeJob(shell, job);
	shell.pipeStatus = job.pids.map((pid) => job.codes.get(pid) ?? 0);
	if (job.signal === "SIGINT" && shell.interactive) {
		shell.status = 130;
		throw new Interrupted();
	}
	if (job.signal && job.signal !== "SIGINT" && job.signal !== "SIGPIPE") {
		const text = SIGNAL_TEXTS[job.signal] ?? job.signal;
		if (shell.interactive) yield* write(2, `${text}\n`);
		else if (shell.dialect === "bash") yield* write(2, `${shell.prefix}${job.pids.at(-1)} ${text.padEnd(23)} ${job.text}\n`);
	}
	return jobCode(shell, job);
}
function removeJob(shell, job) {
	const at = shell.jobs.indexOf(job);
	if (at >= 0) shell.jobs.splice(at, 1);
}
/** Learns which children ended or stopped meanwhile. */
function* poll(shell) {
	for (;;) try {
		const ended = yield* wait$1(void 0, {
			hang: false,
			untraced: shell.jobControl
		});
		if (!ended) return;
		noteEnded(shell, ended);
	} catch (error) {
		if (error instanceof SysError && error.errno === "ECHILD") return;
		throw error;
	}
}
/** Before a prompt: tells of background jobs that ended or stopped. */
function* notify(shell) {
	yield* poll(shell);
	for (const job of [...shell.jobs]) {
		if (job.notified || job.state === "running") continue;
		job.notified = true;
		if (shell.interactive) yield* write(2, `${jobLine(shell, job)}\n`);
		if (job.state === "done") removeJob(shell, job);
	}
}
/** `[1]+  Running                 sleep 100 &` */
function jobLine(shell, job, pids = false) {
	const code = jobCode(shell, job);
	const state = job.state === "running" ? "Running" : job.state === "stopped" ? "Stopped" : job.signal ? SIGNAL_TEXTS[job.signal] ?? job.signal : code === 0 ? "Done" : `Exit ${code}`;
	const pid = pids ? `${String(job.pids[0]).padEnd(5)} ` : "";
	return `[${job.id}]${mark(shell, job)}  ${pid}${state.padEnd(23)} ${job.text}${job.state === "running" ? " &" : ""}`;
}
function mark(shell, job) {
	const [current, previous] = currentJobs(shell);
	return job === current ? "+" : job === previous ? "-" : " ";
}
/** `%+` and `%-`: stopped jobs before running ones, newest first. */
function currentJobs(shell) {
	const listed = shell.jobs.filter((job) => job.listed).reverse();
	return [...listed.filter((job) => job.state === "stopped"), ...listed.filter((job) => job.state !== "stopped")];
}
/** The job that `%1`, `%+`, `%-`, `%name`, `%?text` or nothing names. */
function findJob(shell, spec) {
	const [current, previous] = currentJobs(shell);
	if (spec === void 0 || [
		"%",
		"%%",
		"%+",
		"+"
	].includes(spec)) return current;
	if (spec === "%-" || spec === "-") return previous ?? current;
	const text = spec.replace(/^%/, "");
	const listed = shell.jobs.filter((job) => job.listed);
	if (/^\d+$/.test(text)) return listed.find((job) => job.id === Number(text)) ?? (spec.startsWith("%") ? void 0 : shell.jobs.find((job) => job.pids.includes(Number(text))));
	return text.startsWith("?") ? listed.find((job) => job.text.includes(text.slice(1))) : listed.find((job) => job.text.startsWith(text));
}
/** Lets a stopped job go on. */
function* resume$1(job) {
	job.state = "running";
	job.notified = true;
	if (job.group) yield* kill$1(-job.group, "SIGCONT");
	else for (const pid of job.pids) yield* kill$1(pid, "SIGCONT");
}
// src/shell/quote.ts
/** Quoting as bash prints values back, and backslash escapes as echo -e, printf and $'...' read them. */
/** Quoted so that the shell reads it back: `'it'\''s'`, or `$'\n'` with control characters. As `${x@Q}` does. */
function quoted(text) {
	if (/[\x00-\x1f\x7f]/.test(text)) return dollarQuoted(text);
	return `'${text.replaceAll("'", "'\\''")}'`;
}
/** As `set`, `trap` and `alias` print: plain where no quoting is needed. */
function quotedIfNeeded(text) {
	if (/[\x00-\x1f\x7f]/.test(text)) return dollarQuoted(text);
	return text === "" || /[\s|&;()<>$`\\"'*?[\]!{}^]|^[#~]|[=:]~/.test(text) ? quoted(text) : text;
}
/** In double quotes, as `declare -p` prints. */
function doubleQuoted(text) {
	if (/[\x00-\x1f\x7f]/.test(text)) return dollarQuoted(text);
	return `"${text.replace(/["\\$`]/g, "\\$&")}"`;
}
/** With backslashes, as `printf %q` does. */
function backslashed(text) {
	if (text === "") return "''";
	if (/[\x00-\x1f\x7f]/.test(text)) return dollarQuoted(text);
	return text.replace(/[\s|&;()<>$`\\"'*?[\]!{},^]|^[#~]|(?<=[=:])~/g, "\\$&");
}
var NAMED = {
	a: "\x07",
	b: "\b",
	e: "\x1B",
	E: "\x1B",
	f: "\f",
	n: "\n",
	r: "\r",
	t: "	",
	v: "\v",
	"\\": "\\",
	"'": "'",
	"\"": "\"",
	"?": "?"
};
function dollarQuoted(text) {
	const name = (c) => {
		const letter = Object.keys(NAMED).find((key) => NAMED[key] === c && key !== "e");
		return letter ? `\\${letter}` : `\\${c.charCodeAt(0).toString(8).padStart(3, "0")}`;
	};
	return `$'${text.replace(/[\x00-\x1f\x7f\\']/g, name)}'`;
}
/**
* Resolves backslash escapes. Octal is `\0nnn` for `echo -e` and `%b` (`octal: 'zero'`), `\nnn` else. `\c` ends the text where
* `stop` is given; the result then says so. Bytes given by number that form UTF-8 are read as such.
*/
function unescape(text, options = {}) {
	let out = "";
	let bytes = [];
	const flush = () => {
		if (bytes.length > 0) out += new TextDecoder().decode(new Uint8Array(bytes));
		bytes = [];
	};
	for (let i = 0; i < text.length; i++) {
		const c = text[i];
		if (c !== "\\" || i + 1 >= text.length) {
			flush();
			out += c;
			continue;
		}
		const rest = text.slice(i + 1, i + 12);
		const octal = (options.octal === "zero" ? /^0([0-7]{0,3})/ : /^([0-7]{1,3})/).exec(rest) ?? (options.octal === "zero" ? /^([1-7][0-7]{0,2})/.exec(rest) : null);
		const hex = /^x([0-9a-fA-F]{1,2})/.exec(rest);
		const unicode = /^u([0-9a-fA-F]{1,4})|^U([0-9a-fA-F]{1,8})/.exec(rest);
		const next = rest[0];
		if (octal || hex) {
			bytes.push(octal ? Number.parseInt(octal[1] || "0", 8) & 255 : Number.parseInt(hex?.[1], 16));
			i += (octal ?? hex)?.[0].length ?? 0;
			continue;
		}
		flush();
		if (unicode) {
			const code = Number.parseInt(unicode[1] ?? unicode[2], 16);
			out += code <= 1114111 ? String.fromCodePoint(code) : "�";
			i += unicode[0].length;
		} else if (next === "c" && options.stop) return {
			text: out,
			stopped: true
		};
		else if (NAMED[next] !== void 0 && (options.quotes !== false || !"'\"?".includes(next))) {
			out += NAMED[next];
			i++;
		} else out += c;
	}
	flush();
	return {
		text: out,
		stopped: false
	};
}
/** `$'...'` escapes. */
function printable(text) {
	return unescape(text).text;
}
// src/shell/builtins/declare.ts
/** declare, local, export, readonly, unset. */
var FLAG_LETTERS = "xrilun";
/** `declare -ax NAME=([0]="a")`, as `declare -p` prints. */
function declarationOf(shell, name) {
	const variable = shell.variables.raw(name);
	const head = `declare -${(variable?.kind === "list" ? "a" : variable?.kind === "map" ? "A" : "") + order$1(variable?.flags ?? "") || "-"} ${name}`;
	if (variable?.items) {
		const map = variable.kind === "map";
		const items = shell.variables.keys(name).map((key) => `[${map && !/^[\w.-]+$/.test(key) ? doubleQuoted(key) : key}]=${doubleQuoted(variable.items?.get(key) ?? "")}`);
		return `${head}=(${items.join(" ")}${map && items.length > 0 ? " " : ""})`;
	}
	return variable?.text === void 0 ? head : `${head}=${doubleQuoted(variable.text)}`;
}
function order$1(flags) {
	return [..."ilnrux"].filter((flag) => flags.includes(flag)).join("");
}
function parseFlags(args) {
	const out = {
		add: "",
		remove: "",
		kind: void 0,
		print: false,
		functions: false,
		functionNames: false,
		global: false,
		unset: false,
		rest: []
	};
	let i = 1;
	for (; i < args.length; i++) {
		const word = args[i];
		if (typeof word !== "string" || !/^[-+]./.test(word)) break;
		if (word === "--") {
			i++;
			break;
		}
		for (const flag of word.slice(1)) if (FLAG_LETTERS.includes(flag)) out[word.startsWith("-") ? "add" : "remove"] += flag;
		else if (flag === "a" || flag === "A") out.kind = flag === "a" ? "list" : "map";
		else if (flag === "p") out.print = true;
		else if (flag === "f") out.functions = true;
		else if (flag === "F") out.functions = out.functionNames = true;
		else if (flag === "g") out.global = true;
		else if (flag !== "I" && flag !== "t") return `${word.slice(0, 1)}${flag}: invalid option`;
	}
	out.rest = args.slice(i);
	return out;
}
function* declare(shell, args) {
	return yield* declaring(shell, args, shell.variables.frames.length > 0 ? "local" : "global");
}
function* local(shell, args) {
	if (shell.variables.frames.length === 0) {
		yield* shell.complain("local: can only be used in a function");
		return 1;
	}
	return yield* declaring(shell, args, "local");
}
function* readonly(shell, args) {
	return yield* declaring(shell, args, "global", "r");
}
function* exportBuiltin(shell, args) {
	const plain = args.filter((arg) => arg !== "-p");
	if (args[1] === "-n") {
		for (const arg of args.slice(2)) {
			const name = typeof arg === "string" ? arg : arg.name;
			if (typeof arg !== "string") yield* assign(shell, arg);
			shell.variables.declare(name, { remove: "x" });
		}
		return 0;
	}
	return yield* declaring(shell, plain, "global", "x");
}
function* declaring(shell, args, scope, always = "") {
	const name = String(args[0]);
	const parsed = parseFlags(args);
	if (typeof parsed === "string") {
		yield* shell.complain(`${name}: ${parsed}`);
		return 2;
	}
	if (parsed.functions) return yield* printFunctions(shell, name, parsed);
	if (parsed.rest.length === 0 || parsed.print) return yield* printVariables(shell, name, parsed, always);
	let code = 0;
	for (const arg of parsed.rest) {
		const value = typeof arg === "string" ? fromText(arg) : arg;
		const target = value?.name ?? String(arg);
		if (!/^[a-zA-Z_]\w*$/.test(target)) {
			yield* shell.complain(`${name}: \`${typeof arg === "string" ? arg : arg.name}': not a valid identifier`);
			code = 1;
			continue;
		}
		if (scope === "local" && !parsed.global) shell.variables.local(target);
		const add = (parsed.add + always).replace("r", "");
		const kind = parsed.kind ?? (value?.elements && !shell.variables.find(target)?.items ? "list" : void 0);
		shell.variables.declare(target, {
			add,
			remove: parsed.remove,
			...kind ? { kind } : {}
		});
		if (value && (value.text !== void 0 || value.elements)) {
			if (parsed.add.includes("n")) shell.variables.restore(target, {
				kind: "text",
				flags: "n",
				text: value.text
			});
			else if (kind === "list" && value.text !== void 0 && !value.index) yield* assign(shell, fromText(`${target}=${value.text}`) ?? value);
			else yield* assign(shell, value);
		}
		if ((parsed.add + always).includes("r")) shell.variables.declare(target, { add: "r" });
	}
	return code;
}
/** `name`, `name=value`, `name+=value`, `name[i]=value` from a plain word, or undefined. An array in quotes is parsed as bash does. */
function fromText(text) {
	const match = /^([a-zA-Z_]\w*)(?:\[([^\]]*)\])?(?:(\+?)=([^]*))?$/.exec(text);
	if (!match) return void 0;
	const base = {
		name: match[1],
		append: match[3] === "+",
		...match[2] === void 0 ? {} : { index: parseWord(match[2]) }
	};
	return match[4] === void 0 ? base : {
		...base,
		text: match[4]
	};
}
function* printVariables(shell, command, parsed, always) {
	const wanted = parsed.add + always;
	let code = 0;
	const names = parsed.rest.map((arg) => typeof arg === "string" ? arg : arg.name);
	for (const name of names.length > 0 ? names : shell.variables.names()) {
		const variable = shell.variables.raw(name);
		if (!variable) {
			yield* shell.complain(`${command}: ${name}: not found`);
			code = 1;
			continue;
		}
		if (names.length === 0 && ([...wanted].some((flag) => !variable.flags.includes(flag)) || parsed.kind && variable.kind !== parsed.kind)) continue;
		if (shell.dialect !== "bash" && always) yield* write(1, `${command} ${name}=${quoted(variable.text ?? "")}\n`);
		else if (names.length > 0 || parsed.print || wanted || parsed.kind) yield* write(1, `${declarationOf(shell, name)}\n`);
		else if (variable.text !== void 0) yield* write(1, `${name}=${variable.text}\n`);
	}
	return code;
}
function* printFunctions(shell, _command, parsed) {
	const names = parsed.rest.map(String);
	let code = 0;
	for (const name of names.length > 0 ? names : [...shell.functions.keys()].sort()) {
		const known = shell.functions.get(name);
		if (!known) code = 1;
		else if (parsed.functionNames) yield* write(1, names.length > 0 ? `${name}\n` : `declare -f ${name}\n`);
		else yield* write(1, `${known.text}\n`);
	}
	return code;
}
function* unset(shell, args) {
	let what = "any";
	let code = 0;
	for (const arg of args.slice(1)) if (arg === "-v") what = "variable";
	else if (arg === "-f") what = "function";
	else if (arg === "-n") what = "reference";
	else {
		const item = /^(\w+)\[(.*)\]$/.exec(arg);
		if (item && what !== "function") {
			const name = item[1];
			if (item[2] === "@" || item[2] === "*") shell.variables.unset(name);
			else shell.variables.unsetItem(name, shell.subscript(name, item[2]));
		} else if (!/^[a-zA-Z_]\w*$/.test(arg) && what !== "function") {
			yield* shell.complain(`unset: \`${arg}': not a valid identifier`);
			code = 1;
		} else if (what === "function") shell.functions.delete(arg);
		else if (!shell.variables.unset(arg, what === "reference") && what === "any") shell.functions.delete(arg);
	}
	return code;
}
// src/shell/parameter.ts
/** The values of a parameter after its operation; `pieces` where a word stands in for it (`${x:-word}`). */
function* parameterOperation(shell, name, part, quoted) {
	if (!part) return required(shell, name, yield* valueOf(shell, name, void 0));
	if (part.operation?.type === "Unknown" || part.parameter === "" && !part.operation) throw new ShellError(`${part.text}: bad substitution`, { fatal: true });
	if (part.operation?.type === "Names") return {
		values: shell.variables.names().filter((known) => known.startsWith(name)),
		list: part.operation.operator,
		set: true
	};
	const every = part.index?.text === "@" || part.index?.text === "*" ? part.index.text : void 0;
	if (part.prefix === "!" && every && !part.operation) return {
		values: shell.dynamicItems(name)?.map((_, i) => String(i)) ?? shell.variables.keys(name),
		list: every,
		set: true
	};
	let value = yield* valueOf(shell, name, part.index);
	let shown = part.index ? `${name}[${part.index.text}]` : name;
	if (part.prefix === "!") {
		const to = value.values.join(" ");
		if (shell.variables.raw(name)?.flags.includes("n")) return {
			values: [shell.variables.raw(name)?.text ?? ""],
			list: void 0,
			set: true
		};
		if (!value.set || !/^(?:[a-zA-Z_]\w*(?:\[.*\])?|\d+|[@*#?!$-])$/s.test(to)) throw new ShellError(value.set ? `${to}: invalid variable name` : `${shown}: invalid indirect expansion`);
		const indexed = /^(\w+)\[(.*)\]$/s.exec(to);
		shown = to;
		value = yield* valueOf(shell, indexed ? indexed[1] : to, indexed ? plainWord(indexed[2]) : void 0);
	}
	if (part.prefix === "#") {
		if (value.list) return one(String(value.values.length));
		return one(String([...required(shell, shown, value).values[0] ?? ""].length));
	}
	if (!part.operation) return value.list ? value : required(shell, shown, value);
	return yield* operate(shell, name, shown, part, part.operation, value, quoted);
}
function one(text) {
	return {
		values: [text],
		list: void 0,
		set: true
	};
}
function plainWord(text) {
	return {
		type: "Word",
		text,
		value: text,
		pos: 0,
		end: text.length
	};
}
/** Complains of an unset parameter under `set -u`. */
function required(shell, name, value) {
	if (!value.set && !value.list && shell.options.has("nounset")) throw new ShellError(`${name.replace(/^(?=\d)/, "$")}: unbound variable`, {
		fatal: true,
		code: 127
	});
	return value;
}
function* valueOf(shell, name, index) {
	if (name === "@" || name === "*") return {
		values: shell.positional,
		list: name,
		set: shell.positional.length > 0
	};
	if (index) {
		const items = shell.dynamicItems(name);
		if (index.text === "@" || index.text === "*") {
			const keys = items?.map((_, i) => String(i)) ?? shell.variables.keys(name);
			return {
				values: items ?? shell.variables.values(name),
				list: index.text,
				set: keys.length > 0,
				keys
			};
		}
		const key = yield* subscriptKey(shell, name, index);
		const text = items ? items.at(Number(key)) : shell.variables.item(name, key);
		return {
			values: [text ?? ""],
			list: void 0,
			set: text !== void 0
		};
	}
	const text = special(shell, name) ?? shell.variables.get(name) ?? shell.dynamicItems(name)?.[0];
	return {
		values: [text ?? ""],
		list: void 0,
		set: text !== void 0
	};
}
function special(shell, name) {
	if (/^\d+$/.test(name)) return name === "0" ? shell.name : shell.positional[Number(name) - 1];
	switch (name) {
		case "#": return String(shell.positional.length);
		case "?": return String(shell.status);
		case "$": return String(shell.shellPid);
		case "!": return shell.lastBackground ? String(shell.lastBackground) : void 0;
		case "-": return shell.optionLetters;
		default: return;
	}
}
function* operate(shell, name, shown, part, operation, value, quoted) {
	switch (operation.type) {
		case "Default": {
			const missing = !value.set || operation.operator.startsWith(":") && value.values.join("") === "";
			switch (operation.operator.at(-1)) {
				case "+": return missing ? one("") : { pieces: yield* operand(shell, operation.operand, quoted) };
				case "-": return missing ? { pieces: yield* operand(shell, operation.operand, quoted) } : value;
				case "?":
					if (!missing) return value;
					throw new ShellError(`${shown}: ${(yield* expandText(shell, operation.operand)) || (operation.operator === "?" ? "parameter not set" : "parameter null or not set")}`, {
						fatal: true,
						code: 127
					});
				default: {
					if (!missing) return value;
					if (!/^[a-zA-Z_]/.test(name)) throw new ShellError(`$${shown}: cannot assign in this way`);
					const text = (yield* operand(shell, operation.operand, quoted)).map((piece) => piece?.text ?? " ").join("");
					if (part.index) shell.variables.setItem(name, yield* subscriptKey(shell, name, part.index), text);
					else shell.variables.set(name, text);
					return one(text);
				}
			}
		}
		case "Slice": return yield* slice(shell, name, value, operation.offset, operation.length);
		case "Remove": {
			const pattern = yield* expandPattern(shell, operation.operand);
			return each(required(shell, shown, value), (text) => remove(text, operation.operator, pattern));
		}
		case "Replace": {
			const pattern = yield* expandPattern(shell, operation.pattern);
			const replacement = yield* replacementOf(shell, operation.replacement);
			return each(required(shell, shown, value), (text) => replace(text, operation.operator, pattern, replacement));
		}
		case "CaseModification": {
			const pattern = operation.operand ? yield* expandPattern(shell, operation.operand) : "";
			return each(required(shell, shown, value), (text) => changeCase(text, operation.operator, pattern));
		}
		case "Transform": return yield* transform(shell, name, value, operation.operand.text, part);
		default: throw new ShellError(`${part.text}: bad substitution`, { fatal: true });
	}
}
/** The word of `${x:-word}`: in double quotes it is quoted, its own single quotes being ordinary there. */
function* operand(shell, word, quoted) {
	if (!quoted) {
		if (word.parts === void 0) return [{
			text: yield* expandText(shell, word),
			kind: word.text === word.value ? "split" : "literal"
		}];
		const out = yield* pieces(shell, word);
		return out.map((piece, i) => piece?.kind === "literal" && word.parts?.[i]?.type === "Literal" && out.length === word.parts?.length && word.parts[i]?.text === piece.text ? {
			text: piece.text,
			kind: "split"
		} : piece);
	}
	if (word.text.includes("\"")) return (yield* pieces(shell, word, { single: true })).map((piece) => piece === null ? null : {
		text: piece.text,
		kind: "literal"
	});
	return (yield* listInQuotes(shell, word)) ?? [{
		text: yield* expandQuoted(shell, word.text.replace(/\\([}"])/g, "$1")),
		kind: "literal"
	}];
}
/** `"${x:-$@}"` stays a list. */
function* listInQuotes(shell, word) {
	if (word.text !== "$@") return void 0;
	return shell.positional.flatMap((text, i) => [...i > 0 ? [null] : [], {
		text,
		kind: "literal"
	}]);
}
function each(value, change) {
	return {
		...value,
		values: value.values.map(change)
	};
}
function* slice(shell, name, value, offset, length) {
	const from = Number(yield* arithmetic(shell, offset.text));
	const count = length === void 0 ? void 0 : Number(yield* arithmetic(shell, length.text));
	if (!value.list) {
		const characters = [...value.values[0] ?? ""];
		const start = from < 0 ? characters.length + from : from;
		if (start < 0 || start > characters.length) return one("");
		const end = count === void 0 ? characters.length : count < 0 ? characters.length + count : start + count;
		if (count !== void 0 && end < start) throw new ShellError(`${length?.text}: substring expression < 0`);
		return one(characters.slice(start, end).join(""));
	}
	if (count !== void 0 && count < 0) throw new ShellError(`${length?.text}: substring expression < 0`);
	const positional = name === "@" || name === "*";
	const all = positional ? [shell.name, ...value.values] : [...value.values];
	if (value.keys && shell.variables.find(name)?.kind === "list") {
		const last = Number(value.keys.at(-1) ?? -1);
		const start = from < 0 ? last + 1 + from : from;
		const kept = start < 0 ? [] : all.filter((_, i) => Number(value.keys?.[i]) >= start);
		return {
			...value,
			values: count === void 0 ? kept : kept.slice(0, count)
		};
	}
	const start = from < 0 ? all.length + from : positional ? from : from;
	if (start < 0) return {
		...value,
		values: []
	};
	return {
		...value,
		values: all.slice(start, count === void 0 ? void 0 : start + count)
	};
}
function remove(text, operator, pattern) {
	if (operator.startsWith("#")) {
		const regex = regexOf(`^(?:${patternSource(pattern, { lazy: operator === "#" }, "")})`);
		return text.replace(regex, "");
	}
	const body = patternSource(pattern, {}, "$");
	const match = regexOf(`^(.*${operator === "%%" ? "?" : ""})(?:${body})$`).exec(text);
	return match ? match[1] : text;
}
function* replacementOf(shell, word) {
	let out = "";
	if (word.parts === void 0) return word.text.replace(/\\([^])|[^\\]+/g, (all, c) => c === void 0 ? all : c === "&" ? "\\&" : c === "\\" ? "\\\\" : c);
	for (const piece of yield* pieces(shell, word, { single: true })) out += piece === null ? " " : piece.kind === "literal" ? piece.text.replace(/[\\&]/g, "\\$&") : piece.text;
	return out;
}
function replace(text, operator, pattern, replacement) {
	if (pattern === "") return operator === "/#" ? replacement + text : operator === "/%" ? text + replacement : text;
	const body = `(?:${patternSource(pattern, {}, "")})`;
	const regex = regexOf(operator === "/#" ? `^${body}` : operator === "/%" ? `${body}$` : body, {}, operator === "//" ? "g" : "");
	const insert = (match) => replacement.includes("&") || replacement.includes("\\") ? replacement.replace(/\\([\\&])|&/g, (_, c) => c ?? match) : replacement;
	let done = false;
	return text.replace(regex, (match) => {
		if (match === "" && done) return "";
		done = true;
		return insert(match);
	});
}
function changeCase(text, operator, pattern) {
	const matches = pattern === "" ? () => true : matcher(pattern);
	const change = (c) => !matches(c) ? c : operator.startsWith("^") ? c.toUpperCase() : c.toLowerCase();
	const characters = [...text];
	return operator.length === 2 ? characters.map(change).join("") : change(characters[0] ?? "") + characters.slice(1).join("");
}
function* transform(shell, name, value, operator, part) {
	if (!value.set && operator !== "a") return {
		...value,
		values: value.list ? value.values : [""]
	};
	switch (operator) {
		case "Q": return each(value, quoted);
		case "U": return each(value, (text) => text.toUpperCase());
		case "L": return each(value, (text) => text.toLowerCase());
		case "u": return each(value, (text) => changeCase(text, "^", ""));
		case "E": return each(value, (text) => printable(text));
		case "P": return each(value, (text) => text);
		case "a": {
			const variable = shell.variables.find(name);
			const letters = (variable?.kind === "list" ? "a" : variable?.kind === "map" ? "A" : "") + [...variable?.flags ?? ""].sort().join("");
			return value.list ? each(value, () => letters) : one(letters);
		}
		case "A": return one(part.index ? declarationOf(shell, name) : `${name}=${quoted(value.values[0] ?? "")}`);
		case "K":
		case "k": return value.keys ? one(value.keys.map((key, i) => `${key} "${(value.values[i] ?? "").replace(/["\\$`]/g, "\\$&")}"`).join(" ")) : each(value, quoted);
		default: throw new ShellError(`${part.text}: bad substitution`, { fatal: true });
	}
}
// src/shell/expand.ts
/** The fields of several words. */
function* expandWords(shell, words) {
	const fields = [];
	for (const word of words) {
		if (word.parts === void 0 && !word.text.startsWith("~")) {
			const assigned = shell.dialect === "bash" ? /^([a-zA-Z_]\w*=)(~.*)$/s.exec(word.text) : null;
			const [, name = "", text = ""] = assigned ?? [];
			fields.push(assigned ? name + untilde(shell, text, text, true) : word.value);
			continue;
		}
		for (const one of braces(shell, word)) {
			if (one.text === "") continue;
			for (const field of split(yield* pieces(shell, one), shell.variables.get("IFS") ?? " 	\n")) if (!field.magic || shell.options.has("noglob") || !hasMagic(field.pattern)) fields.push(field.text);
			else fields.push(...yield* glob(shell, field));
		}
	}
	return fields;
}
function braces(shell, word) {
	if (shell.dialect === "dash" || !shell.options.has("braceexpand") || !word.parts?.some((part) => part.type === "BraceExpansion")) return [word];
	const texts = expandBraces(word.text);
	return texts.length === 1 ? [word] : texts.map((text) => parseWord(text));
}
function* glob(shell, field) {
	const options = {
		dots: shell.shopts.has("dotglob"),
		deep: shell.shopts.has("globstar"),
		ignoreCase: shell.shopts.has("nocaseglob")
	};
	const paths = yield* files((fs, cwd) => globPaths(fs, cwd, field.pattern, options));
	if (paths.length > 0) return paths;
	if (shell.shopts.has("failglob")) throw new ShellError(`no match: ${field.text}`);
	return shell.shopts.has("nullglob") ? [] : [field.text];
}
/** A word where it is not split: assignments, case words, here-strings, redirection targets in scripts. */
function* expandText(shell, word, assignment = false) {
	if (word.parts === void 0 && !word.text.includes("~")) return word.value;
	let text = "";
	for (const piece of yield* pieces(shell, word, {
		single: true,
		assignment
	})) text += piece === null ? " " : piece.text;
	return text;
}
/** A word as a shell pattern: what was quoted in it is escaped. */
function* expandPattern(shell, given) {
	const word = shell.shopts.has("extglob") && /[?*+@!]\(/.test(given.text) ? parseWord(given.text) : given;
	if (word.parts === void 0) return escapePattern(word.text.startsWith("~") ? yield* expandText(shell, word) : word.value);
	let pattern = "";
	for (const piece of yield* pieces(shell, word, { single: true })) pattern += piece === null ? " " : piece.kind === "literal" ? escapePattern(piece.text) : piece.text;
	return pattern;
}
/** A word as the right side of `=~`: quoted parts match themselves. */
function* expandRegex(shell, word) {
	const raw = (text) => text.replace(/\\([^])/g, (_, c) => escapeRegex(c));
	if (word.parts === void 0) return raw(word.text);
	let source = "";
	for (const part of word.parts) {
		if (part.type === "Literal" || part.type === "Glob" || part.type === "ExtendedGlob" || part.type === "BraceExpansion") {
			source += raw(part.text);
			continue;
		}
		const quoted = part.type !== "SimpleExpansion" && part.type !== "ParameterExpansion" && part.type !== "CommandExpansion";
		const text = (yield* partPieces(shell, part, false, { single: true })).map((piece) => piece?.text ?? " ").join("");
		source += quoted ? escapeRegex(text) : text;
	}
	return source;
}
/** Text with its `$` expansions done and its quotes ordinary: here-document bodies, arithmetic, prompts. */
function* expandQuoted(shell, text) {
	const word = parseQuoted(text);
	if (word.parts === void 0) return text;
	return (yield* expandParts(shell, word.parts)).slice(0, -1);
}
/** The parts of a here-document's body. */
function* expandParts(shell, parts) {
	let text = "";
	for (const part of parts) for (const piece of yield* partPieces(shell, part, true, { single: true })) text += piece === null ? " " : piece.text;
	return text;
}
/** Arithmetic on text that may hold expansions. */
function* arithmetic(shell, text) {
	return evaluate(/[$`"'\\]/.test(text) ? (yield* expandQuoted(shell, text)).replace(/"/g, "") : text, shell.scope);
}
/** The key that a subscript word stands for in that array. */
function* subscriptKey(shell, name, index) {
	if (shell.variables.find(name)?.kind === "map") return yield* expandText(shell, index);
	return String(yield* arithmetic(shell, index.text));
}
function* pieces(shell, word, options = {}) {
	const parts = word.parts;
	const tilde = options.assignment ? /(?:^|:)~/.test(word.text) : word.text.startsWith("~");
	if (parts === void 0) return [{
		text: tilde ? untilde(shell, word.text, word.value, options.assignment) : word.value,
		kind: "literal"
	}];
	const out = [];
	for (let i = 0; i < parts.length; i++) {
		const part = parts[i];
		if (tilde && part.type === "Literal" && (i === 0 || options.assignment)) out.push({
			text: untilde(shell, part.text, part.value, options.assignment, i > 0),
			kind: "literal"
		});
		else out.push(...yield* partPieces(shell, part, false, options));
	}
	return out;
}
function untilde(shell, text, value, everywhere = false, inside = false) {
	const pattern = everywhere ? /(^|:)~([a-zA-Z_][\w-]*|\+|-)?(?=[/:]|$)/g : /(^)~([a-zA-Z_][\w-]*|\+|-)?(?=\/|$)/g;
	if (text !== value && !everywhere) return text.startsWith("~") && value.startsWith("~") ? value.replace(pattern, (all, before, user) => before + (home(shell, user) ?? all)) : value;
	return value.replace(pattern, (all, before, user, at) => inside && at === 0 && before === "" ? all : before + (home(shell, user) ?? all));
}
function home(shell, user) {
	if (user === void 0) return shell.variables.get("HOME") ?? "/";
	if (user === "+") return shell.process.cwd;
	if (user === "-") return shell.variables.get("OLDPWD");
	if (user === "root") return "/root";
	return user === shell.process.env["USER"] ? shell.process.env["HOME"] : void 0;
}
function* partPieces(shell, part, quoted, options) {
	const result = (text) => [{
		text,
		kind: quoted ? "literal" : "split"
	}];
	switch (part.type) {
		case "Literal": return [{
			text: part.value,
			kind: "literal"
		}];
		case "SingleQuoted":
		case "AnsiCQuoted": return [{
			text: quoted && part.type === "SingleQuoted" ? part.text : part.value,
			kind: "literal"
		}];
		case "Glob":
			if (part.kind !== "bracket" || quoted) return [{
				text: part.text,
				kind: quoted ? "literal" : "glob"
			}];
			return yield* bracketPieces(shell, part.text, part.parts);
		case "ExtendedGlob":
			if (quoted) return [{
				text: part.text,
				kind: "literal"
			}];
			return yield* extendedGlob(shell, part.operator, part.pattern);
		case "BraceExpansion": {
			if (!part.parts) return [{
				text: part.text,
				kind: "literal"
			}];
			const inner = [{
				text: "{",
				kind: "literal"
			}];
			for (const child of part.parts) inner.push(...yield* partPieces(shell, child, quoted, options));
			return [...inner, {
				text: "}",
				kind: "literal"
			}];
		}
		case "LocaleString":
		case "DoubleQuoted": {
			const inner = [];
			for (const child of part.parts) inner.push(...yield* partPieces(shell, child, true, options));
			if (inner.length === 0 && !(part.parts.length > 0 && part.parts.every((child) => isAllParameters(child)))) inner.push({
				text: "",
				kind: "literal"
			});
			return inner;
		}
		case "SimpleExpansion": return yield* parameterPieces(shell, {
			name: part.text.slice(1),
			quoted,
			...options
		});
		case "ParameterExpansion": return yield* parameterPieces(shell, {
			name: part.parameter,
			part,
			quoted,
			...options
		});
		case "CommandExpansion": return result(yield* commandSubstitution(shell, part.text, part.script?.source ?? (part.script ? innerText(part.text) : "")));
		case "ArithmeticExpansion": {
			const inner = part.text.startsWith("$[") ? part.text.slice(2, -1) : part.text.slice(3, -2);
			return result(String(yield* arithmetic(shell, inner)));
		}
		case "ProcessSubstitution": return [{
			text: yield* processSubstitution(shell, part.operator, part.text.slice(2, -1)),
			kind: "literal"
		}];
	}
}
function* extendedGlob(shell, operator, inner) {
	const alternatives = [];
	for (const text of splitBars(inner)) alternatives.push(yield* expandPattern(shell, parseWord(text)));
	return [{
		text: `${operator}(${alternatives.join("|")})`,
		kind: "glob"
	}];
}
function splitBars(text) {
	const out = [];
	let depth = 0;
	let quote = "";
	let current = "";
	for (let i = 0; i < text.length; i++) {
		const c = text[i];
		if (c === "|" && depth === 0 && quote === "") {
			out.push(current);
			current = "";
			continue;
		}
		if (c === "\\") current += text[i++];
		else if (quote !== "" ? c === quote : c === "\"" || c === "'") quote = quote === "" ? c : "";
		else if (quote === "" && c === "(") depth++;
		else if (quote === "" && c === ")") depth--;
		current += text[i] ?? "";
	}
	return [...out, current];
}
/** `[...]`: what is quoted in it stands for itself, what is expanded is split as elsewhere. */
function* bracketPieces(shell, text, parts) {
	const out = [{
		text: "[",
		kind: "glob"
	}];
	const negation = /^\[([!^]?)/.exec(text)?.[1] ?? "";
	if (negation && !(parts[0]?.type === "Literal" && parts[0].text.startsWith(negation))) out.push({
		text: negation,
		kind: "glob"
	});
	for (const part of parts) if (part.type === "Literal") out.push({
		text: part.text,
		kind: "glob"
	});
	else out.push(...yield* partPieces(shell, part, false, { single: true }));
	return [...out, {
		text: "]",
		kind: "glob"
	}];
}
function isAllParameters(part) {
	if (part.type === "SimpleExpansion") return part.text === "$@";
	return part.type === "ParameterExpansion" && (part.parameter === "@" || part.index?.text === "@" || part.operation?.type === "Names");
}
/** The pieces of `$name` or `${...}`. */
function* parameterPieces(shell, { name, part, quoted, single }) {
	const value = yield* parameterOperation(shell, name, part, quoted);
	if ("pieces" in value) return value.pieces;
	if (!value.list) return [{
		text: value.values[0] ?? "",
		kind: quoted ? "literal" : "split"
	}];
	const ifs = shell.variables.get("IFS") ?? " 	\n";
	if (value.list === "*" && (quoted || single)) return [{
		text: value.values.join(ifs.slice(0, 1)),
		kind: quoted ? "literal" : "split"
	}];
	const out = [];
	for (const text of value.values) {
		if (out.length > 0) out.push(null);
		out.push({
			text,
			kind: quoted ? "literal" : "split"
		});
	}
	return out;
}
/** Field splitting. */
function split(parts, ifs) {
	const fields = [];
	let field;
	let separated = "no";
	const flush = () => {
		if (field) fields.push(field);
		field = void 0;
	};
	for (const piece of parts) {
		if (piece === null) {
			flush();
			separated = "no";
			continue;
		}
		if (piece.kind !== "split") {
			field ??= {
				text: "",
				pattern: "",
				magic: false
			};
			field.text += piece.text;
			field.pattern += piece.kind === "literal" ? escapePattern(piece.text) : piece.text;
			if (piece.kind === "glob") field.magic = true;
			separated = "no";
			continue;
		}
		for (const c of piece.text) if (!ifs.includes(c)) {
			field ??= {
				text: "",
				pattern: "",
				magic: false
			};
			field.text += c;
			field.pattern += c;
			if (c === "*" || c === "?" || c === "[") field.magic = true;
			separated = "no";
		} else if (c === " " || c === "	" || c === "\n") {
			if (field) {
				flush();
				separated = "space";
			}
		} else {
			if (field) flush();
			else if (separated !== "space") fields.push({
				text: "",
				pattern: "",
				magic: false
			});
			separated = "mark";
		}
	}
	flush();
	return fields;
}
function innerText(text) {
	return text.startsWith("`") ? text.slice(1, -1) : text.slice(2, -1);
}
/** Output of a command without its trailing newlines. */
function* commandSubstitution(shell, text, code) {
	const file = /^\$\(\s*<\s*((?:[^\s;&|<>()]|\$\([^()]*\))+)\s*\)$/.exec(text)?.[1];
	const [reader, writer] = yield* pipe();
	const pid = yield* spawnSubshell(shell, file === void 0 ? code : `cat < ${file}`, {
		0: 0,
		1: writer,
		2: 2
	});
	yield* close(writer);
	let output = "";
	for (;;) {
		const chunk = yield* read$1(reader);
		if (chunk === null) break;
		output += chunk;
	}
	yield* close(reader);
	shell.substitution = yield* waitFor(shell, pid);
	return output.replace(/\n+$/, "").replaceAll("\0", "");
}
function* processSubstitution(shell, operator, code) {
	const [reader, writer] = yield* pipe();
	const [own, other] = operator === "<" ? [reader, writer] : [writer, reader];
	const pid = yield* spawnSubshell(shell, code, operator === "<" ? {
		0: 0,
		1: other,
		2: 2
	} : {
		0: other,
		1: 1,
		2: 2
	});
	yield* close(other);
	shell.lastBackground = pid;
	shell.substitutions.push(own);
	return `/dev/fd/${own}`;
}
// src/shell/assign.ts
function* evaluateAssignment(shell, node) {
	const base = {
		name: node.name,
		append: node.append ?? false,
		...node.index ? { index: node.index } : {}
	};
	if (node.value.type === "Word") return {
		...base,
		text: yield* expandText(shell, node.value, true)
	};
	const elements = [];
	for (const word of node.value.elements) {
		const keyed = keyOf(word.text);
		if (keyed) elements.push({
			key: parseWord(keyed.key),
			text: yield* expandText(shell, parseWord(keyed.value), true),
			append: keyed.append
		});
		else for (const text of yield* expandWords(shell, [word])) elements.push({ text });
	}
	return {
		...base,
		elements
	};
}
/** Splits `[key]=value`. */
function keyOf(text) {
	if (!text.startsWith("[")) return void 0;
	let depth = 0;
	for (let i = 0; i < text.length; i++) {
		if (text[i] === "[") depth++;
		if (text[i] !== "]" || --depth > 0) continue;
		const operator = /^\+?=/.exec(text.slice(i + 1))?.[0];
		return operator ? {
			key: text.slice(1, i),
			value: text.slice(i + 1 + operator.length),
			append: operator === "+="
		} : void 0;
	}
}
function* assign(shell, value) {
	const { variables } = shell;
	if (value.elements) {
		const items = [];
		const map = variables.find(value.name)?.kind === "map";
		let pair;
		for (const { key, text, append } of value.elements) if (key) {
			const at = yield* subscriptKey(shell, value.name, key);
			items.push([at, append ? (variables.item(value.name, at) ?? "") + text : text]);
		} else if (map) {
			if (pair === void 0) pair = text;
			else items.push([pair, text]);
			if (items.at(-1)?.[0] === pair) pair = void 0;
		} else items.push([void 0, text]);
		if (pair !== void 0) items.push([pair, ""]);
		variables.setItems(value.name, items, value.append);
	} else if (value.index) variables.setItem(value.name, yield* subscriptKey(shell, value.name, value.index), value.text ?? "", value.append);
	else variables.set(value.name, value.text ?? "", value.append);
}
// src/shell/external.ts
/** Programs: finding one by name or path, starting it as a child, or going on as it (`exec`). */
/** Runs a program in the foreground; its code. 127 and 126 with bash's words when it cannot be run. */
function* startProgram(shell, argv, options) {
	const found = yield* locate(shell, argv);
	if ("why" in found) {
		yield* write(2, `${shell.prefix}${options.replace ? `exec: ${found.why.replace("command not found", "not found").replace(/: No such file or directory$/, ": cannot execute: No such file or directory")}` : found.why}\n`);
		if (found.code === 127 && shell.interactive && !options.replace) yield* suggestMeant(shell, argv, options.text);
		return found.code;
	}
	const env = {
		...shell.variables.environment(),
		...options.env
	};
	const program = shell.process.machine.program(baseName(found.argv[0]));
	if (options.replace || shell.tail) return yield* become(shell, program, found.argv, env);
	const fds = {
		0: 0,
		1: 1,
		2: 2
	};
	for (const fd of [...shell.descriptors, ...shell.substitutions]) fds[fd] = fd;
	const pid = yield* spawn({
		program: baseName(found.argv[0]),
		argv: found.argv,
		env,
		cwd: shell.process.cwd,
		fds,
		...shell.jobControl ? { group: 0 } : {}
	});
	if (shell.jobControl) yield* tty({ foreground: pid });
	return yield* foreground(shell, addJob(shell, {
		group: shell.jobControl ? pid : 0,
		pids: [pid],
		text: options.text,
		listed: false
	}));
}
/** Leaves the line with the command that was likely meant, for the prompt to offer. */
function* suggestMeant(shell, [name = ""], text) {
	if (name.includes("/") || !text.startsWith(name)) return;
	const known = [
		...shell.process.machine.programNames(),
		...Object.keys(builtins),
		...shell.aliases.keys(),
		...shell.functions.keys()
	];
	const meant = nearest(name, known);
	if (meant === void 0) return;
	try {
		yield* device("suggestion", { line: meant + text.slice(name.length) });
	} catch (error) {
		if (!(error instanceof SysError)) throw error;
	}
}
/** Goes on as that program in this very process. */
function* become(shell, program, argv, env) {
	const { process } = shell;
	const ignored = [...shell.traps].filter(([, action]) => action === "").map(([name]) => name);
	yield* signals([], ignored);
	for (const key of Object.keys(process.env)) delete process.env[key];
	Object.assign(process.env, env);
	return yield* program({
		pid: process.pid,
		ppid: process.ppid,
		argv,
		env: process.env,
		machine: process.machine,
		init: void 0,
		get cwd() {
			return process.cwd;
		},
		set cwd(path) {
			process.cwd = path;
		}
	});
}
function baseName(path) {
	return path.slice(path.lastIndexOf("/") + 1);
}
/** Where the PATH has a name: `/usr/bin/cat`, or undefined. */
function* findInPath(shell, name) {
	const path = (shell.variables.get("PATH") ?? "").split(":");
	const script = yield* files((fs, cwd) => path.map((folder) => fs.resolve(cwd, `${folder || "."}/${name}`)).find((file) => fs.stat(file)?.kind === "file" && ((fs.stat(file)?.mode ?? 0) & 73) !== 0));
	if (script !== void 0) return script;
	if (!shell.process.machine.program(name) || path.length === 0) return void 0;
	const folder = [
		"/usr/bin",
		"/bin",
		"/usr/local/bin"
	].find((one) => path.includes(one));
	return folder ? `${folder}/${name}` : void 0;
}
function* locate(shell, argv) {
	const name = argv[0];
	const { machine } = shell.process;
	if (!name.includes("/")) {
		if (name !== "" && name !== "." && name !== "..") {
			const path = yield* findInPath(shell, name);
			if (path !== void 0) return machine.program(name) && (yield* isProgramPath(path)) ? { argv } : yield* script(shell, path, argv);
		}
		return {
			code: 127,
			why: shell.dialect === "bash" ? `${name}: command not found` : `${name}: not found`
		};
	}
	const entry = yield* files((fs, cwd) => fs.stat(fs.resolve(cwd, name)));
	const program = baseName(name);
	if (!entry && /^\/(?:usr\/(?:local\/)?)?s?bin\/[^/]+$/.test(name) && machine.program(program)) return { argv };
	if (!entry) return {
		code: 127,
		why: shell.dialect === "bash" ? `${name}: No such file or directory` : `${name}: not found`
	};
	if (entry.kind === "directory") return {
		code: 126,
		why: shell.dialect === "bash" ? `${name}: Is a directory` : `${name}: Permission denied`
	};
	return yield* script(shell, name, argv);
}
/** Paths of the machine's own programs hold no file (or a token one). */
function* isProgramPath(path) {
	return yield* files((fs) => fs.stat(path)?.text.startsWith("#!") !== true || fs.stat(path)?.text === "");
}
/** A script file runs by the interpreter that its first line names. */
function* script(shell, path, argv) {
	const { machine } = shell.process;
	const entry = yield* files((fs, cwd) => fs.stat(fs.resolve(cwd, path)));
	if (!entry || (entry.mode & 73) === 0) return {
		code: 126,
		why: `${path}: Permission denied`
	};
	const line = /^#!\s*(\S+)(?:[ \t]+(.*?))?[ \t]*(?:\n|$)/.exec(entry.text);
	if (!line) return { argv: [
		shell.dialect === "bash" ? "bash" : "sh",
		path,
		...argv.slice(1)
	] };
	let interpreter = baseName(line[1]);
	let options = line[2] ? [line[2]] : [];
	if (interpreter === "env" && line[2]) {
		const words = line[2].replace(/^-S\s*/, "").split(/\s+/);
		interpreter = words[0];
		options = words.slice(1);
		if (!machine.program(interpreter)) return {
			code: 127,
			why: `/usr/bin/env: '${interpreter}': No such file or directory`
		};
	}
	if (!machine.program(interpreter)) return {
		code: 126,
		why: `${path}: ${line[1]}: bad interpreter: No such file or directory`
	};
	return { argv: [
		interpreter,
		...options,
		path,
		...argv.slice(1)
	] };
}
// src/shell/redirect.ts
/** Applies redirections in order. On failure what was applied is undone and a ShellError says why. */
function* applyRedirects(shell, redirects) {
	const saved = { entries: [] };
	try {
		for (const redirect of redirects) yield* applyOne(shell, redirect, saved);
	} catch (error) {
		yield* undoRedirects(saved);
		throw error;
	}
	return saved;
}
function* undoRedirects(saved) {
	for (const [fd, kept] of saved.entries.reverse()) if (kept === void 0) yield* closeQuietly(fd);
	else {
		yield* dup(kept, fd);
		yield* close(kept);
	}
	saved.entries.length = 0;
}
/** Keeps what was applied (`exec >file`): only the copies of the former targets go. */
function* keepRedirects(shell, saved) {
	for (const [fd, kept] of saved.entries) {
		if (kept !== void 0) yield* close(kept);
		if (fd > 2) shell.descriptors.add(fd);
	}
}
function* closeQuietly(fd) {
	try {
		yield* close(fd);
	} catch (error) {
		if (!(error instanceof SysError)) throw error;
	}
}
/** Makes `fd` the same as `source` (undefined: closed), keeping the former target. */
function* place(source, fd, saved) {
	let kept;
	try {
		kept = yield* dup(fd);
	} catch (error) {
		if (!(error instanceof SysError)) throw error;
	}
	saved.entries.push([fd, kept]);
	if (source === void 0) yield* closeQuietly(fd);
	else yield* dup(source, fd);
}
function* applyOne(shell, redirect, saved) {
	const descriptor = redirect.descriptor;
	if (redirect.type === "HereDoc" || redirect.type === "HereString") return yield* placeText(shell, redirect.type === "HereString" ? `${redirect.target ? yield* expandText(shell, redirect.target) : ""}\n` : yield* hereDocText(shell, redirect), descriptor?.type === "FileDescriptor" ? descriptor.value : 0, saved);
	const { operator } = redirect;
	if (!redirect.target) throw new ShellError("ambiguous redirect");
	const names = yield* expandWords(shell, [redirect.target]);
	if (names.length !== 1) throw new ShellError(`${redirect.target.text}: ambiguous redirect`);
	const target = names[0];
	const variable = descriptor?.type === "FileDescriptorVariable" ? descriptor.name : void 0;
	const fd = descriptor?.type === "FileDescriptor" ? descriptor.value : operator.startsWith("<") ? 0 : 1;
	if (operator === "<&" || operator === ">&") {
		if (target === "-") return yield* place(void 0, variable ? Number(shell.variables.get(variable)) : fd, saved);
		const move = /^(\d+)(-?)$/.exec(target);
		if (move) {
			try {
				if (variable) shell.variables.set(variable, String(yield* dup(Number(move[1]))));
				else yield* place(Number(move[1]), fd, saved);
			} catch (error) {
				if (error instanceof SysError) throw new ShellError(`${target}: Bad file descriptor`);
				throw error;
			}
			if (move[2]) yield* closeQuietly(Number(move[1]));
			return;
		}
		if (operator === "<&" || descriptor) throw new ShellError(`${target}: ambiguous redirect`);
	}
	const mode = operator === "<" ? "r" : operator === "<>" ? "rw" : operator.endsWith(">>") ? "a" : "w";
	if (mode === "w" && operator !== ">|" && shell.options.has("noclobber")) {
		if ((yield* files((fs, cwd) => fs.stat(fs.resolve(cwd, target))?.kind === "file")) && !target.startsWith("/dev/")) throw new ShellError(`${target}: cannot overwrite existing file`);
	}
	const opened = yield* openFor(shell, target, mode);
	if (variable) {
		const high = yield* dup(opened);
		yield* close(opened);
		shell.variables.set(variable, String(high));
		shell.descriptors.add(high);
		return;
	}
	yield* place(opened, fd, saved);
	if (operator.startsWith("&>") || operator === ">&") yield* place(opened, 2, saved);
	if (opened !== fd) yield* close(opened);
}
function* openFor(shell, path, mode) {
	try {
		return yield* open(path, mode);
	} catch (error) {
		if (!(error instanceof SysError)) throw error;
		if (shell.dialect === "bash") throw new ShellError(`${path}: ${error.message}`);
		const why = error.errno === "ENOENT" ? mode === "r" ? shell.dialect === "dash" ? "No such file" : "no such file" : shell.dialect === "dash" ? "Directory nonexistent" : "nonexistent directory" : error.message;
		throw new ShellError(`${shell.dialect === "dash" ? "cannot" : "can't"} ${mode === "r" ? "open" : "create"} ${path}: ${why}`, { code: mode === "r" ? 2 : 2 });
	}
}
function* hereDocText(shell, { operator, body, delimiter }) {
	const untab = (text, start) => operator === "<<-" ? text.replace(start ? /^\t+/gm : /(?<=\n)\t+/g, "") : text;
	if (delimiter?.quoted) return untab(body.text, true);
	if (!body.parts) return unescaped(untab(body.text, true));
	return yield* expandParts(shell, body.parts.map((part, i) => part.type === "Literal" ? {
		...part,
		value: untab(part.value, i === 0)
	} : part));
}
/** A descriptor from which the text can be read. */
function* placeText(_shell, text, fd, saved) {
	const [reader, writer] = yield* pipe();
	yield* write(writer, text);
	yield* close(writer);
	yield* place(reader, fd, saved);
	if (reader !== fd) yield* close(reader);
}
// src/shell/test.ts
var UNARY = "abcdefghknoprstuvwxzGLNORS";
var BINARY = /* @__PURE__ */ new Set([
	"=",
	"==",
	"!=",
	"<",
	">",
	"-eq",
	"-ne",
	"-lt",
	"-le",
	"-gt",
	"-ge",
	"-nt",
	"-ot",
	"-ef",
	"=~"
]);
/** The truth of `[[ ... ]]`. `trace` is told each condition that is looked at, as `set -x` shows it. */
function* testCommand(shell, node, trace) {
	switch (node.type) {
		case "TestGroup": return yield* testCommand(shell, node.expression, trace);
		case "TestNot": return (yield* testCommand(shell, node.operand, trace)) !== (node.negations.length % 2 === 1);
		case "TestLogical":
			for (const operand of node.operands) if ((yield* testCommand(shell, operand, trace)) === (node.operator === "||")) return node.operator === "||";
			return node.operator === "&&";
		case "TestUnary": {
			const text = yield* expandText(shell, node.operand);
			if (trace) yield* trace(`[[ ${node.operator} ${text === "" ? "''" : text} ]]`);
			if (node.operator === "-v") return isSet(shell, text);
			return yield* unary(shell, node.operator, text);
		}
		case "TestBinary": return yield* binaryNode(shell, node.operator, node.left, node.right, trace);
	}
}
function* binaryNode(shell, operator, left, right, trace) {
	const text = yield* expandText(shell, left);
	if (trace) {
		const shown = (side) => side === "" ? "''" : side;
		const other = operator === "==" || operator === "=" || operator === "!=" ? yield* expandPattern(shell, right) : operator === "=~" ? yield* expandRegex(shell, right) : yield* expandText(shell, right);
		yield* trace(`[[ ${shown(text)} ${operator} ${shown(other)} ]]`);
	}
	if (operator === "=~") return matchRegex(shell, text, yield* expandRegex(shell, right));
	if (operator === "==" || operator === "=" || operator === "!=") return matcher(yield* expandPattern(shell, right), { ignoreCase: shell.shopts.has("nocasematch") })(text) === (operator !== "!=");
	const other = yield* expandText(shell, right);
	if (/^-(?:eq|ne|lt|le|gt|ge)$/.test(operator)) return compare(operator, yield* arithmetic(shell, text), yield* arithmetic(shell, other));
	return yield* binary(shell, operator, text, other);
}
function matchRegex(shell, text, source) {
	try {
		const match = compile(source, "extended", { ignoreCase: shell.shopts.has("nocasematch") }).exec(text);
		shell.variables.setItems("BASH_REMATCH", (match?.groups ?? []).map((group) => [void 0, group ?? ""]));
		return match !== null;
	} catch (error) {
		if (error instanceof RegexError) throw new ShellError("", { code: 2 });
		throw error;
	}
}
function isSet(shell, name) {
	const item = /^(\w+)\[(.*)\]$/.exec(name);
	if (!item) return shell.variables.get(name) !== void 0;
	if (item[2] === "@" || item[2] === "*") return shell.variables.keys(item[1]).length > 0;
	return shell.variables.item(item[1], shell.subscript(item[1], item[2])) !== void 0;
}
function* unary(shell, operator, operand) {
	switch (operator) {
		case "-z": return operand === "";
		case "-n": return operand !== "";
		case "-v": return isSet(shell, operand);
		case "-R": return shell.variables.raw(operand)?.flags.includes("n") ?? false;
		case "-o": return shell.options.has(operand);
		case "-t": return /^\d+$/.test(operand) && (yield* isatty(Number(operand)));
	}
	if (/^\/dev\/(?:null|tty|fd\/\d+|stdin|stdout|stderr)$/.test(operand)) return [
		"-e",
		"-a",
		"-r",
		"-w",
		"-c"
	].includes(operator) || operator === "-p" && operand.startsWith("/dev/fd/");
	const entry = yield* files((fs, cwd) => operand === "" ? void 0 : fs.stat(fs.resolve(cwd, operand)));
	if (!entry) return false;
	switch (operator) {
		case "-e":
		case "-a":
		case "-N":
		case "-O":
		case "-G": return true;
		case "-f": return entry.kind === "file";
		case "-d": return entry.kind === "directory";
		case "-s": return entry.kind === "directory" || entry.text !== "";
		case "-r": return (entry.mode & 292) !== 0;
		case "-w": return (entry.mode & 146) !== 0;
		case "-x": return entry.kind === "directory" || (entry.mode & 73) !== 0;
		default: return false;
	}
}
function compare(operator, a, b) {
	switch (operator) {
		case "-eq": return a === b;
		case "-ne": return a !== b;
		case "-lt": return a < b;
		case "-le": return a <= b;
		case "-gt": return a > b;
		default: return a >= b;
	}
}
function* binary(shell, operator, left, right) {
	switch (operator) {
		case "=":
		case "==": return left === right;
		case "!=": return left !== right;
		case "<": return left < right;
		case ">": return left > right;
		case "-nt":
		case "-ot":
		case "-ef": {
			const [a, b] = yield* files((fs, cwd) => [left, right].map((path) => ({
				path: fs.resolve(cwd, path),
				modified: fs.stat(fs.resolve(cwd, path))?.modified
			})));
			if (operator === "-ef") return a?.modified !== void 0 && a.path === b?.path;
			const [x, y] = operator === "-nt" ? [a, b] : [b, a];
			return x?.modified !== void 0 && (y?.modified === void 0 || x.modified > y.modified);
		}
	}
	const number = (text) => {
		if (!/^\s*[-+]?\d+\s*$/.test(text)) throw new ShellError(shell.dialect === "bash" ? `${text}: integer expression expected` : shell.dialect === "dash" ? `Illegal number: ${text}` : `bad number`, { code: 2 });
		return BigInt(text.trim().replace(/^\+/, ""));
	};
	return compare(operator, number(left), number(right));
}
/** The code of `test` on its words (without `[` and `]`): 0 true, 1 false. A ShellError of code 2 tells of a wrong expression. */
function* testWords(shell, words) {
	const [a, b, c] = words;
	switch (words.length) {
		case 0: return false;
		case 1: return a !== "";
		case 2:
			if (a === "!") return b === "";
			if (isUnary(a)) return yield* unary(shell, a, b);
			throw new ShellError(`${a}: unary operator expected`, { code: 2 });
		case 3:
			if (BINARY.has(b) && b !== "=~") return yield* binary(shell, b, a, c);
			if (b === "-a") return a !== "" && c !== "";
			if (b === "-o") return a !== "" || c !== "";
			if (a === "!") return !(yield* testWords(shell, [b, c]));
			if (a === "(" && c === ")") return b !== "";
			throw new ShellError(`${b}: binary operator expected`, { code: 2 });
		case 4:
			if (a === "!") return !(yield* testWords(shell, words.slice(1)));
			if (a === "(" && words[3] === ")") return yield* testWords(shell, [b, c]);
	}
	const state = {
		words,
		at: 0
	};
	const value = yield* either(shell, state);
	if (state.at < words.length) throw new ShellError(state.at === words.length - 1 || !words[state.at]?.startsWith("-") ? "too many arguments" : `syntax error: \`${words[state.at]}' unexpected`, { code: 2 });
	return value;
}
function isUnary(word) {
	return word?.length === 2 && word.startsWith("-") && UNARY.includes(word[1]);
}
function* either(shell, state) {
	let value = yield* both(shell, state);
	while (state.words[state.at] === "-o") {
		state.at++;
		const right = yield* both(shell, state);
		value = value || right;
	}
	return value;
}
function* both(shell, state) {
	let value = yield* single(shell, state);
	while (state.words[state.at] === "-a") {
		state.at++;
		const right = yield* single(shell, state);
		value = value && right;
	}
	return value;
}
function* single(shell, state) {
	const { words } = state;
	const word = words[state.at];
	if (word === void 0) throw new ShellError("argument expected", { code: 2 });
	if (word === "!") {
		state.at++;
		return !(yield* single(shell, state));
	}
	if (BINARY.has(words[state.at + 1] ?? "") && words[state.at + 2] !== void 0) {
		state.at += 3;
		return yield* binary(shell, words[state.at - 2], word, words[state.at - 1]);
	}
	if (word === "(") {
		state.at++;
		const value = yield* either(shell, state);
		if (words[state.at++] !== ")") throw new ShellError("`)' expected", { code: 2 });
		return value;
	}
	if (isUnary(word) && words[state.at + 1] !== void 0) {
		state.at += 2;
		return yield* unary(shell, word, words[state.at - 1]);
	}
	state.at++;
	return word !== "";
}
// src/shell/execute.ts
/** Nested functions, sources and evals before the shell gives up. JavaScript's own stack carries them. */
var MAX_DEPTH = 200;
function* executeList(shell, list) {
	for (const statement of list.commands) yield* executeStatement(shell, statement);
	return shell.status;
}
function* executeStatement(shell, statement) {
	shell.position = statement.pos;
	if (shell.pending.length > 0) yield* runTraps(shell);
	if (shell.options.has("noexec") && !shell.interactive) return shell.status;
	if (statement.background) yield* background(shell, statement);
	else yield* execute(shell, statement.command);
	if (shell.pending.length > 0) yield* runTraps(shell);
	return shell.status;
}
function* background(shell, statement) {
	const text = textOf(shell.source, statement.command);
	const pid = yield* spawnSubshell(shell, text, shell.jobControl ? {
		0: 0,
		1: 1,
		2: 2
	} : {
		1: 1,
		2: 2
	}, shell.jobControl ? 0 : void 0);
	const job = addJob(shell, {
		group: shell.jobControl ? pid : 0,
		pids: [pid],
		text: text.replace(/\n[^]*$/, ""),
		listed: true
	});
	shell.lastBackground = pid;
	if (shell.interactive) yield* write(2, `[${job.id}] ${pid}\n`);
	job.notified = true;
	shell.status = 0;
}
function* execute(shell, node) {
	switch (node.type) {
		case "AndOr": return yield* andOr(shell, node);
		case "Pipeline": return yield* pipeline(shell, node);
		default: return yield* command$1(shell, node);
	}
}
function* andOr(shell, node) {
	const last = node.commands.length - 1;
	for (const [i, one] of node.commands.entries()) {
		const operator = node.operators[i - 1];
		if (operator && operator === "&&" !== (shell.status === 0)) continue;
		if (i < last) shell.tested++;
		try {
			yield* execute(shell, one);
		} finally {
			if (i < last) shell.tested--;
		}
	}
	return shell.status;
}
function* pipeline(shell, node) {
	const negated = node.prefixes.filter((prefix) => prefix.type === "Negation").length % 2 === 1;
	const timed = node.prefixes.find((prefix) => prefix.type === "Time");
	const started = timed ? yield* now() : 0;
	if (negated) shell.tested++;
	try {
		const [only] = node.commands;
		if (only && node.commands.length === 1) yield* command$1(shell, only);
		else if (only) yield* stages(shell, node);
		else shell.status = 0;
	} finally {
		if (negated) shell.tested--;
		if (timed) yield* write(2, timing((yield* now()) - started, timed.posix !== void 0, shell.variables.get("TIMEFORMAT")));
	}
	if (negated) shell.status = shell.status === 0 ? 1 : 0;
	else if (node.commands.length > 1) yield* failed(shell);
	return shell.status;
}
/** What `time` prints, by TIMEFORMAT where it is set; a virtual machine's processor costs nothing worth telling. */
function timing(ms, posix, wanted = posix ? "real %2R\nuser %2U\nsys %2S" : "\nreal	%3lR\nuser	%3lU\nsys	%3lS") {
	if (wanted === "") return "";
	const shown = (value, digits, long) => long ? `${Math.floor(value / 6e4)}m${(value % 6e4 / 1e3).toFixed(digits)}s` : (value / 1e3).toFixed(digits);
	return `${wanted.replace(/%(?:(%)|([0-3])?(l)?([RUS])|P)/g, (_all, percent, digits, long, what) => percent ?? (what === void 0 ? "0.00" : shown(what === "R" ? ms : 0, Number(digits ?? 3), long !== void 0)))}\n`;
}
function* stages(shell, node) {
	const pids = [];
	let input;
	const last = node.commands.length - 1;
	const lastHere = shell.shopts.has("lastpipe") && !shell.jobControl;
	for (const [i, one] of node.commands.entries()) {
		if (i === last && lastHere) break;
		const [reader, writer] = i < last ? yield* pipe() : [void 0, 1];
		const fds = {
			0: input ?? 0,
			1: writer,
			2: node.operators[i] === "|&" ? writer : 2
		};
		const group = shell.jobControl ? pids[0] ?? 0 : void 0;
		const pid = yield* spawnSubshell(shell, textOf(shell.source, one), fds, group);
		if (shell.jobControl && i === 0) yield* tty({ foreground: pid });
		pids.push(pid);
		if (input !== void 0) yield* close(input);
		if (reader !== void 0) yield* close(writer);
		input = reader;
	}
	const job = addJob(shell, {
		group: shell.jobControl ? pids[0] : 0,
		pids,
		text: shell.source.slice(node.pos, node.end),
		listed: false
	});
	if (lastHere && input !== void 0) {
		const saved = { entries: [[0, yield* dup(0)]] };
		yield* dup(input, 0);
		yield* close(input);
		try {
			yield* command$1(shell, node.commands[last]);
		} finally {
			yield* undoRedirects(saved);
		}
		const code = shell.status;
		yield* foreground(shell, job);
		shell.status = code;
		return;
	}
	shell.status = yield* foreground(shell, job);
}
/** After a command that may end the shell: `set -e` and the ERR trap. */
function* failed(shell) {
	if (shell.status === 0 || shell.tested > 0) return;
	const trap = shell.traps.get("ERR");
	if (trap && (shell.variables.frames.length === 0 || shell.options.has("errtrace"))) {
		const code = shell.status;
		yield* runText(shell, trap);
		shell.status = code;
	}
	if (shell.options.has("errexit")) throw new Leave("exit", shell.status);
}
function* command$1(shell, node) {
	switch (node.type) {
		case "Command":
			yield* guarded(shell, () => simple(shell, node));
			yield* failed(shell);
			break;
		case "Redirected":
			yield* guarded(shell, () => redirected(shell, node.redirects, () => command$1(shell, node.command)));
			break;
		case "Function":
			shell.functions.set(node.name.value, {
				text: textOf(shell.source, node),
				line: lineAt(shell, node.pos)
			});
			shell.status = 0;
			break;
		case "Subshell": {
			const pid = yield* spawnSubshell(shell, textOf(shell.source, node.body), {
				0: 0,
				1: 1,
				2: 2
			}, shell.jobControl ? 0 : void 0);
			shell.status = yield* foreground(shell, addJob(shell, {
				group: shell.jobControl ? pid : 0,
				pids: [pid],
				text: shell.source.slice(node.pos, node.end),
				listed: false
			}));
			yield* failed(shell);
			break;
		}
		case "BraceGroup":
			yield* executeList(shell, node.body);
			break;
		case "If":
			for (const branch of [{
				clause: node.clause,
				then: node.then
			}, ...node.elif]) if (yield* holds(shell, branch.clause)) return yield* executeList(shell, branch.then);
			shell.status = 0;
			if (node.else) yield* executeList(shell, node.else);
			break;
		case "While":
			yield* loop(shell, function* () {
				return (yield* holds(shell, node.clause)) === (node.kind === "while");
			}, node.body);
			break;
		case "For":
			yield* guarded(shell, () => forWords(shell, node));
			break;
		case "ArithmeticFor":
			yield* guarded(shell, () => forArithmetic(shell, node));
			break;
		case "Select":
			yield* guarded(shell, () => select(shell, node));
			break;
		case "Case":
			yield* guarded(shell, () => caseCommand(shell, node));
			break;
		case "TestCommand":
			yield* guarded(shell, function* () {
				const traced = shell.options.has("xtrace") ? (text) => trace(shell, text) : void 0;
				return (yield* testCommand(shell, node.expression, traced)) ? 0 : 1;
			});
			yield* failed(shell);
			break;
		case "ArithmeticCommand":
			yield* guarded(shell, function* () {
				if (shell.options.has("xtrace")) yield* trace(shell, `(( ${node.body} ))`);
				return (yield* arithmetic(shell, node.body)) === 0n ? 1 : 0;
			}, "((: ");
			yield* failed(shell);
			break;
		case "Coproc": throw new ShellError("coproc: not supported here");
	}
	return shell.status;
}
function lineAt(shell, position) {
	shell.position = position;
	return shell.line - 1;
}
/** Runs something that may fail in expansion: the failure is printed and becomes the status. */
function* guarded(shell, run, prefix = "") {
	try {
		shell.status = yield* run();
	} catch (error) {
		yield* report(shell, error, prefix);
	}
}
/** Prints a failed command's reason; the status is set, or the shell left where bash would. Anything else is thrown on. */
function* report(shell, error, prefix = "") {
	if (error instanceof ShellError) {
		if (error.message !== "") yield* shell.complain(error.message);
		shell.status = error.code === 127 && shell.interactive ? 1 : error.code;
		if (error.fatal && !shell.interactive) throw new Leave("exit", shell.level > 0 || shell.dialect !== "bash" ? shell.dialect === "bash" ? 1 : 2 : shell.status);
		if (error.fatal) throw new Leave("return", 1);
	} else if (error instanceof ArithmeticError) {
		yield* shell.complain(prefix + error.message);
		shell.status = 1;
		if (prefix === "") yield* abandon(shell);
	} else if (error instanceof ReadonlyError) {
		yield* shell.complain(error.message);
		shell.status = 1;
		yield* abandon(shell);
	} else if (error instanceof TooManyWords) {
		yield* shell.complain(error.message);
		shell.status = 1;
	} else if (error instanceof RangeError) {
		yield* shell.complain(/stack/i.test(error.message) ? "maximum nesting level exceeded" : "cannot allocate memory");
		shell.status = 2;
		throw new Leave(shell.interactive ? "return" : "exit", 2);
	} else throw error;
}
/** A failed expansion or assignment ends the whole line of commands, as in bash. */
function* abandon(shell) {
	throw new Leave(shell.interactive ? "return" : "exit", 1);
}
function* redirected(shell, redirects, run) {
	const kept = shell.substitutions;
	shell.substitutions = [];
	const saved = yield* applyRedirects(shell, redirects);
	try {
		return yield* run();
	} finally {
		yield* undoRedirects(saved);
		yield* closeSubstitutions(shell, kept);
	}
}
function* closeSubstitutions(shell, outer) {
	for (const fd of shell.substitutions) yield* close(fd);
	shell.substitutions = outer;
}
/** Runs a condition; failing commands in it end nothing. */
function* holds(shell, list) {
	shell.tested++;
	try {
		return (yield* executeList(shell, list)) === 0;
	} finally {
		shell.tested--;
	}
}
/** Repeats the body while `next` says so; break and continue count levels. */
function* loop(shell, next, body) {
	shell.loops++;
	let status = 0;
	try {
		for (;;) {
			yield* yieldNow();
			try {
				if (!(yield* next())) break;
				status = yield* executeList(shell, body);
			} catch (error) {
				if (!(error instanceof Leave) || error.how !== "break" && error.how !== "continue") throw error;
				if (error.count > 1 && shell.loops > 1) {
					error.count--;
					throw error;
				}
				status = 0;
				if (error.how === "break") break;
			}
		}
		shell.status = status;
	} finally {
		shell.loops--;
	}
}
function* forWords(shell, node) {
	const words = node.wordlist ? yield* expandWords(shell, node.wordlist) : [...shell.positional];
	const header = shell.options.has("xtrace") ? `for ${node.name.value} in ${node.wordlist ? node.wordlist.map((word) => word.text).join(" ") : "\"$@\""}` : "";
	let i = 0;
	shell.status = 0;
	yield* loop(shell, function* () {
		if (i >= words.length) return false;
		shell.variables.set(node.name.value, words[i++]);
		if (header !== "") yield* trace(shell, header);
		return true;
	}, node.body);
	return shell.status;
}
function* forArithmetic(shell, node) {
	const text = (expression) => expression ? shell.source.slice(expression.pos, expression.end) : "";
	const [initialize, test, update] = [
		text(node.initialize),
		text(node.test),
		text(node.update)
	];
	yield* arithmetic(shell, initialize);
	let first = true;
	shell.status = 0;
	yield* loop(shell, function* () {
		if (!first) yield* arithmetic(shell, update);
		first = false;
		return test.trim() === "" || (yield* arithmetic(shell, test)) !== 0n;
	}, node.body);
	return shell.status;
}
function* select(shell, node) {
	const words = node.wordlist ? yield* expandWords(shell, node.wordlist) : [...shell.positional];
	const width = String(words.length).length;
	const menu = words.map((word, i) => `${String(i + 1).padStart(width)}) ${word}\n`).join("");
	let [shown, ended] = [false, false];
	yield* loop(shell, function* () {
		for (;;) {
			if (!shown) yield* write(2, menu);
			shown = true;
			yield* write(2, shell.variables.get("PS3") ?? "#? ");
			const line = yield* readLine(0);
			if (line === null) {
				yield* write(1, "\n");
				ended = true;
				return false;
			}
			const reply = line.replace(/\n$/, "");
			shell.variables.set("REPLY", reply);
			shown = reply !== "";
			if (reply === "") continue;
			shell.variables.set(node.name.value, words[Number(reply) - 1] ?? "");
			return true;
		}
	}, node.body);
	return ended ? 1 : shell.status;
}
function* caseCommand(shell, node) {
	const text = yield* expandText(shell, node.word);
	if (shell.options.has("xtrace")) yield* trace(shell, `case ${node.word.text} in`);
	let fall = false;
	shell.status = 0;
	for (const item of node.items) {
		let hit = fall;
		for (const pattern of hit ? [] : item.pattern) if (matcher(yield* expandPattern(shell, pattern), { ignoreCase: shell.shopts.has("nocasematch") })(text)) {
			hit = true;
			break;
		}
		if (!hit) continue;
		shell.status = 0;
		yield* executeList(shell, item.body);
		if (item.terminator !== ";&" && item.terminator !== ";;&") break;
		fall = item.terminator === ";&";
	}
	return shell.status;
}
function* simple(shell, node) {
	shell.position = node.pos;
	shell.substitution = 0;
	if (/SECONDS|EPOCH/.test(shell.source)) shell.time = yield* now();
	const declaration = node.name && DECLARATIONS.has(node.name.value);
	const words = [];
	const args = [];
	const outer = shell.substitutions;
	shell.substitutions = [];
	const saved = { entries: [] };
	try {
		if (declaration) for (const argument of [node.name, ...node.args]) if (argument.type === "Assignment") args.push(yield* evaluateAssignment(shell, argument));
		else args.push(...yield* expandWords(shell, [argument]));
		else {
			if (node.name) words.push(node.name);
			for (const argument of node.args) words.push(argument.type === "Assignment" ? parseWord(argument.text) : argument);
			args.push(...yield* expandWords(shell, words));
		}
		const assignments = node.prefix.filter((one) => one.type === "Assignment");
		const name = args[0];
		if (typeof name !== "string") {
			const undo = yield* applyRedirects(shell, node.redirects);
			try {
				for (const one of assignments) {
					const value = yield* evaluateAssignment(shell, one);
					if (shell.options.has("xtrace")) yield* trace(shell, `${one.name}${one.append ? "+" : ""}=${"text" in value ? quotedIfNeeded(value.text ?? "") : "(...)"}`);
					yield* assign(shell, value);
				}
			} finally {
				yield* undoRedirects(undo);
			}
			return shell.substitution;
		}
		const values = [];
		for (const one of assignments) values.push(yield* evaluateAssignment(shell, one));
		if (shell.options.has("xtrace")) yield* trace(shell, [...values.map((value) => `${value.name}=${quotedIfNeeded(value.text ?? "")}`), ...args.map((arg) => typeof arg === "string" ? quotedIfNeeded(arg) : `${arg.name}=${quotedIfNeeded(arg.text ?? "")}`)].join(" "));
		if (name === "exec" && !shell.functions.has(name)) {
			Object.assign(saved, yield* applyRedirects(shell, node.redirects));
			return yield* exec(shell, args, values, saved);
		}
		const undo = yield* applyRedirects(shell, node.redirects);
		try {
			return yield* invoke(shell, name, args, values, shell.source.slice(node.pos, node.end));
		} catch (error) {
			yield* report(shell, error);
			return shell.status;
		} finally {
			yield* undoRedirects(undo);
		}
	} finally {
		yield* closeSubstitutions(shell, outer);
	}
}
function* trace(shell, text) {
	yield* write(2, `${shell.variables.get("PS4") ?? "+ "}${text}\n`);
}
function* exec(shell, args, values, saved) {
	let rest = args.slice(1);
	if (rest[0] === "--") rest = rest.slice(1);
	if (rest[0] === "-a") rest = rest.slice(2);
	if (rest.length === 0) {
		yield* keepRedirects(shell, saved);
		for (const value of values) yield* assign(shell, value);
		return 0;
	}
	const env = {};
	for (const value of values) env[value.name] = value.text ?? "";
	throw new Leave("exit", yield* startProgram(shell, rest, {
		env,
		replace: true,
		text: ""
	}));
}
/** Runs a command by its name: function, builtin or program. */
function* invoke(shell, name, args, values = [], text = "", only = "any") {
	const known = only === "any" ? shell.functions.get(name) : void 0;
	const builtin = only === "program" || !Object.hasOwn(builtins, name) ? void 0 : builtins[name];
	if (known || builtin) {
		shell.tail = false;
		const before = values.map((value) => ({
			name: value.name,
			variable: shell.variables.raw(value.name)
		}));
		for (const value of values) {
			yield* assign(shell, value);
			shell.variables.declare(value.name, { add: "x" });
		}
		try {
			if (known) return yield* callFunction(shell, name, known, args.slice(1));
			if (builtin) return yield* builtin(shell, args);
		} finally {
			for (const { name: variable, variable: old } of before.reverse()) shell.variables.restore(variable, old);
		}
	}
	const env = {};
	for (const value of values) env[value.name] = value.text ?? "";
	return yield* startProgram(shell, args, {
		env,
		text
	});
}
function* callFunction(shell, name, known, args) {
	if (shell.depth >= MAX_DEPTH) throw new ShellError(`${name}: maximum function nesting level exceeded (${MAX_DEPTH})`);
	const definition = parse(known.text).script.commands[0]?.command;
	if (definition?.type !== "Function") return 0;
	const body = definition.body;
	const before = {
		positional: shell.positional,
		source: shell.source,
		sourceLine: shell.sourceLine,
		position: shell.position,
		loops: shell.loops
	};
	shell.variables.push({
		name,
		hidden: /* @__PURE__ */ new Map(),
		positional: shell.positional
	});
	shell.depth++;
	Object.assign(shell, {
		positional: args,
		source: known.text,
		sourceLine: known.line,
		loops: 0
	});
	try {
		yield* yieldNow();
		return body.type === "CompoundList" ? yield* executeList(shell, body) : yield* command$1(shell, body);
	} catch (error) {
		if (!(error instanceof Leave) || error.how !== "return") throw error;
		return error.count;
	} finally {
		shell.depth--;
		shell.variables.pop();
		Object.assign(shell, before);
	}
}
/**
* Parses and runs a text in this shell: commands up to a syntax error run first, as bash reads line by line. `line` is the
* number of lines before it in its script.
*/
function* runText(shell, text, line = 0, label = "") {
	if (shell.depth >= MAX_DEPTH) throw new ShellError(`maximum nesting level exceeded (${MAX_DEPTH})`);
	const parsed = parse(shell.shopts.has("expand_aliases") ? expandAliases(text, shell.aliases) : text);
	const known = shell.aliasChanges;
	const before = {
		source: shell.source,
		sourceLine: shell.sourceLine,
		position: shell.position
	};
	Object.assign(shell, {
		source: parsed.source,
		sourceLine: line
	});
	shell.depth++;
	try {
		const problem = parsed.problem;
		const bad = problem ? lineStart(parsed.source, parsed.script.commands, problem) : Number.POSITIVE_INFINITY;
		for (const statement of parsed.script.commands) {
			const hereDoc = problem?.kind === "unfinished" && problem.message.startsWith("here-document");
			if (statement.pos >= bad && !hereDoc) break;
			if (hereDoc) yield* write(2, `${shell.prefix}warning: ${problem.message.replace("here-document", `here-document at line ${lineAt(shell, problem.pos) + 1}`)}\n`);
			if (shell.aliasChanges !== known && shell.shopts.has("expand_aliases") && parsed.source.lastIndexOf("\n", statement.pos) >= 0) {
				const from = parsed.source.lastIndexOf("\n", statement.pos) + 1;
				if (statement.pos >= from && !parsed.script.commands.some((other) => other.pos < from && other.end > from)) return yield* runText(shell, parsed.source.slice(statement.pos), lineAt(shell, statement.pos), label);
			}
			yield* executeStatement(shell, statement);
		}
		if (problem && !problem.message.startsWith("here-document")) {
			shell.position = problem.kind === "unfinished" && !("wanted" in problem) ? text.length : problem.pos;
			if (problem.kind === "unfinished" && !("wanted" in problem) && !text.endsWith("\n")) shell.sourceLine++;
			const prefix = shell.interactive ? shell.prefix : `${shell.name}: ${label}${label ? " " : ""}line ${shell.line}: `;
			yield* write(2, `${prefix}${problem.message}\n`);
			if (problem.kind === "syntax" && !shell.interactive && shell.dialect === "bash") yield* write(2, `${prefix}\`${text.split("\n")[shell.line - 1 - line] ?? ""}'\n`);
			shell.status = 2;
			if (!shell.interactive && label !== "eval") throw new Leave("exit", 2);
		}
		return shell.status;
	} finally {
		shell.depth--;
		Object.assign(shell, before);
	}
}
/** Where the line that holds the problem begins: the statements before it run. */
function lineStart(text, statements, problem) {
	const within = statements.findLast((statement) => statement.pos <= problem.pos);
	const from = Math.min(problem.pos, within?.pos ?? problem.pos);
	return text.lastIndexOf("\n", from - 1) + 1;
}
// src/shell/builtins/control.ts
/** Builtins that steer the shell: exit, return, break, eval, source, command, type, test, let. */
var KEYWORDS$1 = /* @__PURE__ */ new Set([
	"if",
	"then",
	"else",
	"elif",
	"fi",
	"case",
	"esac",
	"for",
	"select",
	"while",
	"until",
	"do",
	"done",
	"in",
	"function",
	"time",
	"{",
	"}",
	"!",
	"[[",
	"]]",
	"coproc"
]);
function* colon() {
	return 0;
}
function* falseBuiltin() {
	return 1;
}
function* exit(shell, argv) {
	if (shell.interactive && shell.level === 0) yield* write(2, "exit\n");
	throw new Leave("exit", yield* codeArgument(shell, argv));
}
function* returnBuiltin(shell, argv) {
	if (shell.variables.frames.length === 0 && !shell.sourcing) {
		yield* shell.complain("return: can only `return' from a function or sourced script");
		return 2;
	}
	throw new Leave("return", yield* codeArgument(shell, argv));
}
function* codeArgument(shell, argv) {
	const text = argv[1];
	if (text === void 0) return shell.status;
	if (!/^\s*[-+]?\d+\s*$/.test(text)) {
		yield* shell.complain(shell.dialect === "bash" ? `${argv[0]}: ${text}: numeric argument required` : `${argv[0]}: Illegal number: ${text}`);
		return 2;
	}
	return Number(BigInt.asUintN(8, BigInt(text.trim().replace(/^\+/, ""))));
}
function* breakLoop(shell, argv) {
	const name = argv[0];
	const count = argv[1] === void 0 ? 1 : Number(argv[1]);
	if (shell.loops === 0) {
		yield* shell.complain(`${name}: only meaningful in a \`for', \`while', or \`until' loop`);
		return 0;
	}
	if (!Number.isInteger(count)) {
		yield* shell.complain(`${name}: ${argv[1]}: numeric argument required`);
		throw new Leave("exit", 128);
	}
	if (count < 1) {
		yield* shell.complain(`${name}: ${argv[1]}: loop count out of range`);
		throw new Leave("break", shell.loops);
	}
	throw new Leave(name, count);
}
function* evalBuiltin(shell, argv) {
	const text = argv.slice(argv[1] === "--" ? 2 : 1).join(" ");
	if (text.trim() === "") return 0;
	return yield* runText(shell, text, shell.line - 1, "eval");
}
function* source(shell, argv) {
	const args = argv.slice(argv[1] === "--" ? 2 : 1);
	const path = args[0];
	if (path === void 0) {
		yield* shell.complain(`${argv[0]}: filename argument required`);
		yield* write(2, `${argv[0]}: usage: ${argv[0]} filename [arguments]\n`);
		return 2;
	}
	let text;
	if (/^\/dev\/(?:fd\/\d+|stdin)$/.test(path)) text = yield* readDescriptor(path);
	else {
		const found = path.includes("/") ? path : (yield* findInPath(shell, path)) ?? path;
		try {
			text = yield* files((fs, cwd) => fs.read(fs.resolve(cwd, found)));
		} catch (error) {
			if (!(error instanceof SysError)) throw error;
			yield* shell.complain(error.errno === "EISDIR" ? `${argv[0]}: ${path}: is a directory` : `${path}: ${error.message}`);
			return 1;
		}
	}
	const before = {
		positional: shell.positional,
		sourcing: shell.sourcing
	};
	if (args.length > 1) shell.positional = args.slice(1);
	shell.sourcing = true;
	try {
		return yield* runText(shell, text, 0, "eval");
	} catch (error) {
		if (error instanceof Leave && error.how === "return") return error.count;
		throw error;
	} finally {
		if (args.length > 1) shell.positional = before.positional;
		shell.sourcing = before.sourcing;
	}
}
function* readDescriptor(path) {
	const fd = yield* open(path, "r");
	const text = yield* readAll(fd);
	yield* close(fd);
	return text;
}
function* test(shell, argv) {
	let words = argv.slice(1);
	if (argv[0] === "[") {
		if (words.at(-1) !== "]") {
			yield* shell.complain("[: missing `]'");
			return 2;
		}
		words = words.slice(0, -1);
	}
	try {
		return (yield* testWords(shell, words)) ? 0 : 1;
	} catch (error) {
		if (error instanceof ShellError) throw new ShellError(`${argv[0]}: ${error.message}`, { code: error.code });
		throw error;
	}
}
function* letBuiltin(shell, argv) {
	if (argv.length === 1) {
		yield* shell.complain("let: expression expected");
		return 1;
	}
	let value = 0n;
	for (const text of argv.slice(1)) try {
		value = evaluate(text, shell.scope);
	} catch (error) {
		if (!(error instanceof ArithmeticError)) throw error;
		yield* shell.complain(`let: ${error.message}`);
		return 1;
	}
	return value === 0n ? 1 : 0;
}
function* builtinBuiltin(shell, argv) {
	const args = argv.slice(1);
	if (args[0] === void 0) return 0;
	if (!Object.hasOwn(builtins, args[0])) {
		yield* shell.complain(`builtin: ${args[0]}: not a shell builtin`);
		return 1;
	}
	return yield* invoke(shell, args[0], args, [], "", "builtin");
}
function* command(shell, argv) {
	let i = 1;
	let flags = "";
	for (; /^-[pvV]+$/.test(argv[i] ?? ""); i++) flags += argv[i].slice(1);
	if (argv[i] === "--") i++;
	const args = argv.slice(i);
	if (args[0] === void 0) return 0;
	if (!/[vV]/.test(flags)) return yield* invoke(shell, args[0], args, [], args.join(" "), "unshadowed");
	let code = 1;
	for (const name of args) {
		const found = yield* kinds(shell, name);
		if (found[0] === void 0) {
			if (flags.includes("V")) yield* shell.complain(`command: ${name}: not found`);
			continue;
		}
		code = 0;
		yield* write(1, `${flags.includes("V") ? found[0].long : found[0].short}\n`);
	}
	return code;
}
/** Everything that a command name could mean, first what it does mean. */
function* kinds(shell, name) {
	const out = [];
	const alias = shell.aliases.get(name);
	if (alias !== void 0 && shell.interactive) out.push({
		word: "alias",
		short: `alias ${name}='${alias}'`,
		long: `${name} is aliased to \`${alias}'`
	});
	if (KEYWORDS$1.has(name)) out.push({
		word: "keyword",
		short: name,
		long: `${name} is a shell keyword`
	});
	const known = shell.functions.get(name);
	if (known) out.push({
		word: "function",
		short: name,
		long: `${name} is a function\n${known.text}`
	});
	if (Object.hasOwn(builtins, name) || name === "exec") out.push({
		word: "builtin",
		short: name,
		long: `${name} is a shell builtin`
	});
	const path = name.includes("/") ? (yield* files((fs, cwd) => fs.stat(fs.resolve(cwd, name))?.kind === "file")) ? name : void 0 : yield* findInPath(shell, name);
	if (path !== void 0) out.push({
		word: "file",
		short: path,
		long: `${name} is ${path}`,
		path
	});
	return out;
}
function* type(shell, argv) {
	let i = 1;
	let flags = "";
	for (; /^-[afptP]+$/.test(argv[i] ?? ""); i++) flags += argv[i].slice(1);
	let code = 0;
	for (const name of argv.slice(i)) {
		let found = yield* kinds(shell, name);
		if (flags.includes("P")) found = found.filter((kind) => kind.path);
		if (found.length === 0) {
			code = 1;
			if (!/[tpP]/.test(flags)) yield* shell.complain(`type: ${name}: not found`);
		}
		for (const kind of flags.includes("a") ? found : found.slice(0, 1)) if (flags.includes("t")) yield* write(1, `${kind.word}\n`);
		else if (/[pP]/.test(flags)) yield* write(1, kind.path ? `${kind.path}\n` : "");
		else yield* write(1, `${kind.long}\n`);
	}
	return code;
}
function* hash(shell, argv) {
	for (const name of argv.slice(1).filter((arg) => !arg.startsWith("-"))) if ((yield* findInPath(shell, name)) === void 0 && !Object.hasOwn(builtins, name)) {
		yield* shell.complain(`hash: ${name}: not found`);
		return 1;
	}
	return 0;
}
// src/shell/builtins/directories.ts
/** cd, pwd and the directory stack. */
/** Moves the shell to a directory; a ShellError names what is wrong. Returns the new path. */
function* go(shell, path, name) {
	const found = yield* files((fs, cwd) => {
		const target = fs.resolve(cwd, path);
		return {
			target,
			kind: fs.stat(target)?.kind
		};
	});
	if (found.kind !== "directory") {
		if (shell.dialect === "dash") throw new ShellError(`cd: can't cd to ${path}`, { code: 2 });
		if (shell.dialect === "ash") throw new ShellError(`cd: can't cd to ${path}: ${found.kind ? "Not a directory" : "No such file or directory"}`, { code: 2 });
		throw new ShellError(`${name}: ${path}: ${found.kind ? "Not a directory" : "No such file or directory"}`);
	}
	shell.variables.set("OLDPWD", shell.process.cwd);
	shell.process.cwd = found.target;
	shell.variables.set("PWD", found.target);
	shell.variables.declare("OLDPWD", { add: "x" });
	return found.target;
}
function* cd(shell, argv) {
	let args = argv.slice(1);
	while (args[0] && /^-[LPe@]+$/.test(args[0])) args = args.slice(1);
	if (args[0] === "--") args = args.slice(1);
	if (args[0]?.startsWith("-") && args[0] !== "-") {
		yield* shell.complain(`cd: ${args[0]}: invalid option`);
		yield* write(2, "cd: usage: cd [-L|[-P [-e]] [-@]] [dir]\n");
		return 2;
	}
	if (args.length > 1 && shell.dialect === "bash") throw new ShellError("cd: too many arguments");
	if (args[0] === void 0) {
		const home = shell.variables.get("HOME");
		if (home === void 0) throw new ShellError("cd: HOME not set");
		yield* go(shell, home, "cd");
	} else if (args[0] === "-") {
		const old = shell.variables.get("OLDPWD");
		if (old === void 0) throw new ShellError("cd: OLDPWD not set");
		yield* write(1, `${yield* go(shell, old, "cd")}\n`);
	} else if (args[0] !== "") {
		const paths = shell.variables.get("CDPATH");
		if (paths && !/^\.{0,2}\//.test(args[0])) for (const folder of paths.split(":")) {
			const candidate = `${folder || "."}/${args[0]}`;
			if (yield* files((fs, cwd) => fs.isDirectory(fs.resolve(cwd, candidate)))) {
				const target = yield* go(shell, candidate, "cd");
				if (folder && folder !== ".") yield* write(1, `${target}\n`);
				return 0;
			}
		}
		yield* go(shell, args[0], "cd");
	}
	return 0;
}
function* pwd(shell) {
	yield* write(1, `${shell.process.cwd}\n`);
	return 0;
}
function short(shell, path) {
	const home = shell.variables.get("HOME");
	return home && (path === home || path.startsWith(`${home}/`)) ? `~${path.slice(home.length)}` : path;
}
function* dirs(shell, argv) {
	const all = [shell.process.cwd, ...shell.directories];
	if (argv.includes("-c")) {
		shell.directories = [];
		return 0;
	}
	const shown = argv.includes("-l") ? all : all.map((path) => short(shell, path));
	if (argv.includes("-v")) yield* write(1, shown.map((path, i) => `${String(i).padStart(2)}  ${path}\n`).join(""));
	else yield* write(1, `${shown.join(argv.includes("-p") ? "\n" : " ")}\n`);
	return 0;
}
function* pushd(shell, argv) {
	const [target] = argv.slice(1).filter((arg) => arg !== "-n" && arg !== "--");
	const all = [shell.process.cwd, ...shell.directories];
	const rotate = /^([-+])(\d+)$/.exec(target ?? "");
	if (target === void 0) {
		const [next, ...rest] = shell.directories;
		if (next === void 0) throw new ShellError("pushd: no other directory");
		const here = shell.process.cwd;
		yield* go(shell, next, "pushd");
		shell.directories = [here, ...rest];
	} else if (rotate) {
		const at = rotate[1] === "+" ? Number(rotate[2]) : all.length - 1 - Number(rotate[2]);
		if (at < 0 || at >= all.length) throw new ShellError(`pushd: ${target}: directory stack index out of range`);
		const turned = [...all.slice(at), ...all.slice(0, at)];
		yield* go(shell, turned[0], "pushd");
		shell.directories = turned.slice(1);
	} else {
		yield* go(shell, target, "pushd");
		shell.directories = all;
	}
	return yield* dirs(shell, ["dirs"]);
}
function* popd(shell, argv) {
	const all = [shell.process.cwd, ...shell.directories];
	const which = /^([-+])(\d+)$/.exec(argv[1] ?? "");
	if (all.length < 2) throw new ShellError("popd: directory stack empty");
	const at = which ? which[1] === "+" ? Number(which[2]) : all.length - 1 - Number(which[2]) : 0;
	if (at < 0 || at >= all.length) throw new ShellError(`popd: ${argv[1]}: directory stack index out of range`);
	all.splice(at, 1);
	if (at === 0) yield* go(shell, all[0], "popd");
	shell.directories = all.slice(1);
	return yield* dirs(shell, ["dirs"]);
}
// src/shell/builtins/echo.ts
/** echo and printf. */
function* echo(shell, argv) {
	let newline = true;
	let escapes = shell.dialect === "dash";
	let i = 1;
	for (; i < argv.length; i++) {
		const flags = /^-([neE]+)$/.exec(argv[i])?.[1];
		if (!flags || shell.dialect === "dash" && flags !== "n") break;
		for (const flag of flags) if (flag === "n") newline = false;
		else escapes = flag === "e";
	}
	const text = argv.slice(i).join(" ");
	if (!escapes) yield* write(1, newline ? `${text}\n` : text);
	else {
		const result = unescape(text, {
			octal: "zero",
			stop: true,
			quotes: false
		});
		yield* write(1, newline && !result.stopped ? `${result.text}\n` : result.text);
	}
	return 0;
}
function* printf(shell, argv) {
	let args = argv.slice(1);
	let variable;
	if (args[0] === "-v") {
		variable = args[1];
		args = args.slice(2);
	}
	if (args[0] === "--") args = args.slice(1);
	if (args[0] === void 0) {
		yield* write(2, `${shell.dialect === "bash" ? "printf: usage: printf [-v var] format [arguments]" : "printf: usage: printf format [arg ...]"}\n`);
		return 2;
	}
	const time = /%(?:-?\d*)\([^)]*\)T/.test(args[0]) ? yield* now() : 0;
	const result = format(args[0], args.slice(1), time);
	if (variable !== void 0) {
		const item = /^(\w+)\[(.*)\]$/.exec(variable);
		if (item) shell.variables.setItem(item[1], shell.subscript(item[1], item[2]), result.text);
		else shell.variables.set(variable, result.text);
	} else yield* write(1, result.text);
	for (const error of result.errors) yield* shell.complain(`printf: ${error}`);
	return result.errors.length > 0 ? 1 : 0;
}
/** What printf prints; the format is used again while arguments are left. Pure, so that the tool `printf` shares it. */
function format(template, args, time = 0) {
	const errors = [];
	let text = "";
	let next = 0;
	do {
		const before = next;
		for (const token of template.match(/%[-+ #0']*(?:\*|\d+)?(?:\.(?:\*|-?\d*))?(?:[hlLqjzt]*)(?:\([^)]*\)T|[a-zA-Z%])|%|[^%]+/g) ?? []) {
			if (!token.startsWith("%")) {
				const plain = unescape(token, {
					octal: "plain",
					stop: true
				});
				text += plain.text;
				if (plain.stopped) return {
					text,
					errors
				};
				continue;
			}
			const spec = /^%([-+ #0']*)(\*|\d+)?(?:\.(\*|-?\d*))?[hlLjzt]*(q|\([^)]*\)T|[a-zA-Z%])$/.exec(token);
			if (!spec) {
				errors.push(`\`${token.at(-1)}': ${token === "%" ? "missing format character" : "invalid format character"}`);
				return {
					text,
					errors
				};
			}
			let flags = spec[1];
			const take = () => args[next++];
			let width = spec[2] === "*" ? Number(take() ?? 0) : Number(spec[2] ?? 0);
			if (width < 0) {
				flags += "-";
				width = -width;
			}
			const precision = spec[3] === void 0 ? void 0 : spec[3] === "*" ? Number(take() ?? 0) : Number(spec[3]);
			const conversion = spec[4];
			if (conversion === "%") {
				text += "%";
				continue;
			}
			const piece = convert(conversion, flags, width, precision, take(), time, errors);
			if (piece === void 0) return {
				text,
				errors: [...errors, `\`${conversion}': invalid format character`]
			};
			text += piece.text;
			if (piece.stopped) return {
				text,
				errors
			};
		}
		if (next === before) break;
	} while (next < args.length);
	return {
		text,
		errors
	};
}
function convert(conversion, flags, width, precision, arg, time, errors) {
	const pad = (text) => flags.includes("-") ? text.padEnd(width) : text.padStart(width);
	if (conversion.endsWith("T") && conversion.startsWith("(")) {
		const seconds = arg === void 0 || arg === "-1" || arg === "-2" ? Math.floor(time / 1e3) : Number(arg);
		return { text: pad(formatDate(conversion.slice(1, -2) || "%X", seconds * 1e3)) };
	}
	switch (conversion) {
		case "s": return { text: pad(precision === void 0 ? arg ?? "" : [...arg ?? ""].slice(0, precision).join("")) };
		case "c": return { text: pad([...arg ?? ""][0] ?? "") };
		case "q": return { text: pad(backslashed(arg ?? "")) };
		case "b": {
			const result = unescape(arg ?? "", {
				octal: "zero",
				stop: true,
				quotes: false
			});
			return {
				text: pad(precision === void 0 ? result.text : result.text.slice(0, precision)),
				stopped: result.stopped
			};
		}
		case "d":
		case "i":
		case "u":
		case "o":
		case "x":
		case "X": {
			let value = integer(arg ?? "0", errors);
			if (conversion !== "d" && conversion !== "i") value = BigInt.asUintN(64, value);
			const negative = value < 0n;
			const digits = (negative ? -value : value).toString(conversion === "o" ? 8 : conversion.toLowerCase() === "x" ? 16 : 10).padStart(precision ?? 1, "0");
			const shown = conversion === "X" ? digits.toUpperCase() : digits;
			return { text: padNumber((flags.includes("#") && value !== 0n ? conversion === "o" ? "0" : conversion === "x" ? "0x" : conversion === "X" ? "0X" : "" : "") + shown, negative, flags, width, precision === void 0) };
		}
		case "f":
		case "F":
		case "e":
		case "E":
		case "g":
		case "G":
		case "a":
		case "A": {
			const value = real(arg ?? "0", errors);
			return { text: padNumber(formatReal(Math.abs(value), conversion, precision, flags.includes("#")), value < 0 || Object.is(value, -0), flags, width, Number.isFinite(value)) };
		}
		default: return;
	}
}
function padNumber(digits, negative, flags, width, zeros) {
	const sign = negative ? "-" : flags.includes("+") ? "+" : flags.includes(" ") ? " " : "";
	if (flags.includes("-")) return (sign + digits).padEnd(width);
	if (flags.includes("0") && zeros) return sign + digits.padStart(width - sign.length, "0");
	return (sign + digits).padStart(width);
}
/** A number as C's %f, %e and %g print it; shared with awk. */
function formatReal(value, conversion, precision = 6, keepZeros = false) {
	if (!Number.isFinite(value)) {
		const text = Number.isNaN(value) ? "nan" : "inf";
		return conversion < "a" ? text.toUpperCase() : text;
	}
	const exponential = (digits) => value.toExponential(Math.min(100, digits)).replace(/e([-+])(\d)$/, "e$10$2");
	switch (conversion.toLowerCase()) {
		case "f": return fixed(value, Math.min(100, precision));
		case "e": return conversion === "E" ? exponential(precision).toUpperCase() : exponential(precision);
		case "a": return value.toString(16);
		default: {
			const significant = precision === 0 ? 1 : Math.min(100, precision);
			const exponent = value === 0 ? 0 : Number(value.toExponential(significant - 1).split("e")[1]);
			let text = exponent < -4 || exponent >= significant ? exponential(significant - 1) : fixed(value, significant - 1 - exponent);
			if (!keepZeros && text.includes(".")) text = text.replace(/\.?0+(?=e|$)/, "");
			return conversion === "G" ? text.toUpperCase() : text;
		}
	}
}
function fixed(value, digits) {
	return value < 1e21 ? value.toFixed(digits) : BigInt(value).toString() + (digits > 0 ? `.${"0".repeat(digits)}` : "");
}
function integer(text, errors) {
	const quote = /^["']([^])/u.exec(text)?.[1];
	if (quote !== void 0) return BigInt(quote.codePointAt(0));
	if (/^["']$/.test(text)) return 0n;
	const match = /^\s*([-+]?)(0[xX][0-9a-fA-F]+|\d+)/.exec(text);
	const digits = match?.[2];
	if (match?.[0].length !== text.length && text !== "") errors.push(`${text}: invalid ${/^0[0-9]*[89]/.test(digits ?? "") ? "octal " : ""}number`);
	if (!digits) return 0n;
	const octal = /^0[0-7]+$/.test(digits);
	const value = BigInt(octal ? `0o${digits.slice(1)}` : /^0\d/.test(digits) ? /^0[0-7]*/.exec(digits)?.[0] : digits);
	return match[1] === "-" ? -value : value;
}
function real(text, errors) {
	const quote = /^["']([^])/u.exec(text)?.[1];
	if (quote !== void 0) return quote.codePointAt(0);
	const match = /^\s*[-+]?(?:\d+\.?\d*(?:[eE][-+]?\d+)?|\.\d+(?:[eE][-+]?\d+)?|0[xX][0-9a-fA-F]+|inf(?:inity)?|nan)/i.exec(text);
	if (match?.[0].length !== text.length && text !== "") errors.push(`${text}: invalid number`);
	if (!match) return 0;
	const plain = match[0].trim().toLowerCase();
	if (/inf/.test(plain)) return plain.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
	return Number(plain.replace(/^\+/, ""));
}
// src/shell/help.ts
/** Short help for the shell's own commands, one line of use and one of meaning each. */
var TOPICS = {
	".": [". FILE [ARG ...]", "Runs the commands of a file in this shell."],
	":": [":", "Does nothing, successfully."],
	"[": ["[ EXPRESSION ]", "The same as test."],
	alias: ["alias [NAME[=VALUE] ...]", "Shows or sets short names for commands."],
	bg: ["bg [JOB]", "Lets a stopped job go on in the background."],
	break: ["break [N]", "Leaves a loop, or N of them."],
	builtin: ["builtin NAME [ARG ...]", "Runs a builtin although a function has its name."],
	cd: ["cd [DIR]", "Changes the directory; without DIR to the home directory, with - to the last one."],
	command: ["command [-vV] NAME [ARG ...]", "Runs a command, not a function of that name; -v says what the name means."],
	continue: ["continue [N]", "Goes on with the next turn of a loop."],
	declare: ["declare [-aAilnrux] [-p] [NAME[=VALUE] ...]", "Declares variables and their attributes, or prints them."],
	dirs: ["dirs [-clpv]", "Shows the directory stack."],
	disown: ["disown [-a] [JOB ...]", "Forgets jobs; they go on."],
	echo: ["echo [-neE] [ARG ...]", "Prints its arguments; -n without a newline, -e with escapes such as \\n."],
	eval: ["eval [ARG ...]", "Runs its arguments as one line of shell text."],
	exec: ["exec [COMMAND [ARG ...]] [REDIRECTION ...]", "Replaces the shell by a program, or redirects the shell itself."],
	exit: ["exit [N]", "Ends the shell with code N."],
	export: ["export [-np] [NAME[=VALUE] ...]", "Gives variables to the programs that the shell starts."],
	false: ["false", "Fails."],
	fg: ["fg [JOB]", "Brings a job to the foreground."],
	getopts: ["getopts OPTSTRING NAME [ARG ...]", "Reads the next option of a script."],
	hash: ["hash [-r] [NAME ...]", "Looks programs up."],
	help: ["help [NAME]", "Shows this help."],
	history: ["history [-c] [-d N] [N]", "Shows the commands typed so far."],
	jobs: ["jobs [-lprs] [JOB ...]", "Lists jobs."],
	kill: ["kill [-SIGNAL] PID|JOB ...", "Sends a signal, TERM by default; -l lists them."],
	let: ["let EXPRESSION ...", "Evaluates arithmetic."],
	local: ["local [NAME[=VALUE] ...]", "Declares variables of a function."],
	mapfile: ["mapfile [-t] [-d DELIM] [-n N] [-s N] [ARRAY]", "Reads lines into an array."],
	popd: ["popd [+N|-N]", "Takes a directory off the stack and goes there."],
	printf: ["printf [-v VAR] FORMAT [ARG ...]", "Prints arguments by a format."],
	pushd: ["pushd [DIR|+N|-N]", "Puts the directory on a stack and goes to another."],
	pwd: ["pwd", "Prints the directory."],
	read: ["read [-rs] [-a ARRAY] [-d DELIM] [-n N] [-p PROMPT] [NAME ...]", "Reads a line into variables."],
	readonly: ["readonly [NAME[=VALUE] ...]", "Protects variables from change."],
	return: ["return [N]", "Leaves a function with code N."],
	set: ["set [-efuxC] [-o OPTION] [--] [ARG ...]", "Sets shell options and positional parameters."],
	shift: ["shift [N]", "Drops the first positional parameters."],
	shopt: ["shopt [-pqsu] [OPTION ...]", "Shows or sets more shell options."],
	source: ["source FILE [ARG ...]", "Runs the commands of a file in this shell."],
	test: ["test EXPRESSION", "Checks files, strings and numbers."],
	time: ["time PIPELINE", "Tells how long a command took."],
	trap: ["trap [ACTION] SIGNAL ...", "Runs something when a signal comes, or at EXIT."],
	true: ["true", "Succeeds."],
	type: ["type [-aptP] NAME ...", "Tells what a name means as a command."],
	umask: ["umask", "Shows the permissions that new files do not get."],
	unalias: ["unalias [-a] NAME ...", "Removes aliases."],
	unset: ["unset [-fv] NAME ...", "Removes variables or functions."],
	wait: ["wait [-n] [PID|JOB ...]", "Waits for background jobs."]
};
function helpTopics() {
	return Object.keys(TOPICS);
}
function helpText(name) {
	const topic = Object.hasOwn(TOPICS, name) ? TOPICS[name] : void 0;
	return topic && `${name}: ${topic[0]}\n    ${topic[1]}`;
}
// src/shell/builtins/interactive.ts
/** history, help, complete, and the builtins that a simulated machine has little to say to. */
function* history(shell, argv) {
	const [, option, value] = argv;
	if (option === "-c") {
		shell.history.length = 0;
		return 0;
	}
	if (option === "-d") {
		const at = Number(value) < 0 ? shell.history.length + Number(value) : Number(value) - 1;
		if (!(at >= 0 && at < shell.history.length)) {
			yield* shell.complain(`history: ${value}: history position out of range`);
			return 1;
		}
		shell.history.splice(at, 1);
		return 0;
	}
	if (option === "-w" || option === "-a") {
		const path = value ?? shell.variables.get("HISTFILE") ?? `${shell.variables.get("HOME") ?? ""}/.bash_history`;
		yield* files((fs, cwd) => fs.write(fs.resolve(cwd, path), shell.history.map((line) => `${line}\n`).join("")));
		return 0;
	}
	if (option === "-s") {
		shell.history.push(argv.slice(2).join(" "));
		return 0;
	}
	if (option === "-r" || option === "-n") return 0;
	if (option !== void 0 && !/^\d+$/.test(option)) {
		yield* shell.complain(`history: ${option}: ${option.startsWith("-") ? "invalid option" : "numeric argument required"}`);
		return option.startsWith("-") ? 2 : 1;
	}
	const from = option === void 0 ? 0 : Math.max(0, shell.history.length - Number(option));
	for (let i = from; i < shell.history.length; i++) yield* write(1, `${String(i + 1).padStart(5)}  ${shell.history[i]}\n`);
	return 0;
}
function* help(shell, argv) {
	const name = argv[1];
	if (name === void 0) {
		yield* write(1, `These commands are part of this shell. Type \`help NAME' to read about one, \`man NAME' about a program.\n\n${columns(helpTopics())}`);
		return 0;
	}
	const text = helpText(name);
	if (text === void 0) {
		yield* shell.complain(`help: no help topics match \`${name}'.  Try \`help help' or \`man -k ${name}' or \`info ${name}'.`);
		return 1;
	}
	yield* write(1, `${text}\n`);
	return 0;
}
function columns(names) {
	const width = Math.max(...names.map((name) => name.length)) + 2;
	const perLine = Math.max(1, Math.floor(78 / width));
	let out = "";
	for (let i = 0; i < names.length; i += perLine) out += `${names.slice(i, i + perLine).map((name) => name.padEnd(width)).join("").trimEnd()}\n`;
	return out;
}
/** Programmable completion is built in here: scripts that set it up (`source <(kubectl completion bash)`) are taken as done. */
function* complete$1() {
	return 0;
}
function* times() {
	yield* write(1, "0m0.000s 0m0.000s\n0m0.000s 0m0.000s\n");
	return 0;
}
function* umask(shell, argv) {
	const mode = argv.slice(1).find((arg) => !arg.startsWith("-"));
	if (mode === void 0) {
		yield* write(1, argv.includes("-S") ? "u=rwx,g=rx,o=rx\n" : "0022\n");
		return 0;
	}
	if (/^0?022$/.test(mode)) return 0;
	yield* shell.complain(`umask: ${mode}: this machine always uses 0022`);
	return 1;
}
function* ulimit(shell, argv) {
	if (argv.slice(1).some((arg) => /^\d+$/.test(arg))) {
		yield* shell.complain("ulimit: this machine has no limits to set");
		return 1;
	}
	yield* write(1, argv.includes("-n") ? "1048576\n" : "unlimited\n");
	return 0;
}
// src/shell/builtins/jobs.ts
/** jobs, fg, bg, wait, kill, disown. */
function* jobs$1(shell, argv) {
	yield* poll(shell);
	const flags = argv.slice(1).filter((arg) => arg.startsWith("-")).join("");
	const specs = argv.slice(1).filter((arg) => !arg.startsWith("-"));
	for (const spec of specs) {
		if (findJob(shell, spec)) continue;
		yield* shell.complain(`jobs: ${spec}: no such job`);
		return 1;
	}
	const shown = specs.length > 0 ? specs.map((spec) => findJob(shell, spec)) : shell.jobs.filter((job) => job.listed);
	for (const job of shown) {
		if (!job || flags.includes("r") && job.state !== "running" || flags.includes("s") && job.state !== "stopped") continue;
		yield* write(1, flags.includes("p") ? `${job.pids[0]}\n` : `${jobLine(shell, job, flags.includes("l"))}\n`);
		job.notified = true;
	}
	if (shell.level > 0 && shown.length === 0) for (const line of shell.jobLines) yield* write(1, `${line}\n`);
	for (const job of [...shell.jobs]) if (job.state === "done" && job.notified) removeJob(shell, job);
	return 0;
}
function* fg(shell, argv) {
	if (!shell.jobControl) {
		yield* shell.complain("fg: no job control");
		return 1;
	}
	yield* poll(shell);
	const job = findJob(shell, argv[1]);
	if (!job || job.state === "done") {
		yield* shell.complain(`fg: ${argv[1] ?? "current"}: no such job`);
		return 1;
	}
	yield* write(1, `${job.text}\n`);
	yield* resume$1(job);
	return yield* foreground(shell, job);
}
function* bg(shell, argv) {
	if (!shell.jobControl) {
		yield* shell.complain("bg: no job control");
		return 1;
	}
	yield* poll(shell);
	const job = findJob(shell, argv[1]);
	if (!job || job.state === "done") {
		yield* shell.complain(`bg: ${argv[1] ?? "current"}: no such job`);
		return 1;
	}
	if (job.state === "running") {
		yield* shell.complain(`bg: job ${job.id} already in background`);
		return 0;
	}
	yield* resume$1(job);
	yield* write(1, `[${job.id}]+ ${job.text} &\n`);
	return 0;
}
function* wait(shell, argv) {
	const any = argv[1] === "-n";
	const targets = argv.slice(1).filter((arg) => arg !== "-n" && arg !== "-f");
	shell.waiting = true;
	try {
		if (any) return yield* waitAny(shell);
		if (targets.length === 0) {
			while (shell.jobs.some((job) => job.state === "running")) yield* waitOne(shell, void 0);
			for (const job of [...shell.jobs]) if (job.state === "done") removeJob(shell, job);
			return 0;
		}
		let code = 0;
		for (const target of targets) code = yield* waitTarget(shell, target);
		return code;
	} catch (error) {
		if (error instanceof SysError && error.errno === "EINTR" && error.signal) return 128 + numberOfSignal(error.signal);
		throw error;
	} finally {
		shell.waiting = false;
	}
}
/** Waits for a child (or any); false when there is none. */
function* waitOne(shell, pid) {
	try {
		const ended = yield* wait$1(pid);
		if (ended) noteEnded(shell, ended);
		return true;
	} catch (error) {
		if (!(error instanceof SysError) || error.errno !== "ECHILD") throw error;
		for (const job of shell.jobs) if (pid === void 0 || job.pids.includes(pid)) job.state = "done";
		return false;
	}
}
function* waitAny(shell) {
	for (;;) {
		const done = shell.jobs.find((job) => job.state === "done");
		if (done) {
			removeJob(shell, done);
			return jobCode(shell, done);
		}
		if (!shell.jobs.some((job) => job.state === "running") || !(yield* waitOne(shell, void 0))) return 127;
	}
}
function* waitTarget(shell, target) {
	const job = findJob(shell, target);
	if (job) {
		while (job.state === "running") yield* waitOne(shell, job.pids.find((pid) => !job.codes.has(pid)));
		const code = jobCode(shell, job);
		for (const pid of job.pids) shell.ended.set(pid, job.codes.get(pid) ?? 0);
		removeJob(shell, job);
		return code;
	}
	if (target.startsWith("%")) {
		yield* shell.complain(`wait: ${target}: no such job`);
		return 127;
	}
	if (!/^\d+$/.test(target)) {
		yield* shell.complain(`wait: \`${target}': not a pid or valid job spec`);
		return 1;
	}
	const known = shell.ended.get(Number(target));
	if (known !== void 0) return known;
	if (yield* waitOne(shell, Number(target))) return shell.ended.get(Number(target)) ?? 127;
	yield* shell.complain(`wait: pid ${target} is not a child of this shell`);
	return 127;
}
function* disown(shell, argv) {
	const specs = argv.slice(1).filter((arg) => !arg.startsWith("-"));
	const all = argv.includes("-a");
	for (const job of all ? [...shell.jobs] : specs.length > 0 ? specs.map((spec) => findJob(shell, spec)) : [findJob(shell, void 0)]) {
		if (job) {
			removeJob(shell, job);
			continue;
		}
		yield* shell.complain(`disown: ${specs[0] ?? "current"}: no such job`);
		return 1;
	}
	return 0;
}
function* kill(shell, argv) {
	const args = argv.slice(1);
	if (args.length === 0) {
		yield* write(2, "kill: usage: kill [-s sigspec | -n signum | -sigspec] pid | jobspec ... or kill -l [sigspec]\n");
		return 2;
	}
	if (args[0] === "-l" || args[0] === "-L") return yield* listSignals(shell, args.slice(1));
	let name = "SIGTERM";
	if (args[0] === "-s" || args[0] === "-n") {
		name = args[1] ?? "";
		args.splice(0, 2);
	} else if (/^-\w/.test(args[0]) && args[0] !== "--") name = args.shift().slice(1);
	if (args[0] === "--") args.shift();
	const signal = signalNamed(name);
	if (!signal) {
		yield* shell.complain(`kill: ${name}: invalid signal specification`);
		return 1;
	}
	let code = 0;
	for (const target of args) {
		const job = target.startsWith("%") ? findJob(shell, target) : void 0;
		if (target.startsWith("%") && !job) {
			yield* shell.complain(`kill: ${target}: no such job`);
			code = 1;
			continue;
		}
		if (!job && !/^-?\d+$/.test(target)) {
			yield* shell.complain(`kill: ${target}: arguments must be process or job IDs`);
			code = 1;
			continue;
		}
		const pids = job ? job.group ? [-job.group] : job.pids : [Number(target)];
		for (const pid of pids) try {
			if (signal !== "EXIT") yield* kill$1(pid, signal);
			if (job?.state === "stopped" && (signal === "SIGTERM" || signal === "SIGHUP")) yield* kill$1(pid, "SIGCONT");
		} catch (error) {
			if (!(error instanceof SysError)) throw error;
			yield* shell.complain(`kill: (${pid}) - ${error.message}`);
			code = 1;
		}
	}
	yield* yieldNow();
	return code;
}
function* listSignals(shell, args) {
	if (args.length === 0) {
		const cells = Object.entries(SIGNALS).map(([number, name]) => `${number.padStart(2)}) ${name}`);
		for (let i = 0; i < cells.length; i += 5) yield* write(1, `${cells.slice(i, i + 5).join("	")}\n`);
		return 0;
	}
	for (const arg of args) {
		const name = signalNamed(/^\d+$/.test(arg) && Number(arg) > 128 ? String(Number(arg) - 128) : arg);
		if (!name) {
			yield* shell.complain(`kill: ${arg}: invalid signal specification`);
			return 1;
		}
		yield* write(1, /^\d+$/.test(arg) ? `${name.replace(/^SIG/, "")}\n` : `${numberOfSignal(name)}\n`);
	}
	return 0;
}
// src/shell/builtins/read.ts
/** read and mapfile. */
function* read(shell, argv) {
	const options = parseOptions(argv);
	if (typeof options === "string") {
		yield* shell.complain(`read: ${options}`);
		return 2;
	}
	const bad = options.names.find((name) => !/^[a-zA-Z_]\w*(?:\[.*\])?$/.test(name));
	if (bad !== void 0) {
		yield* shell.complain(`read: \`${bad}': not a valid identifier`);
		return 1;
	}
	if (options.timeout !== void 0 && !(options.timeout >= 0)) {
		yield* shell.complain(`read: ${argv.find((word) => Number(word.replace(/^-t/, "")) !== options.timeout && /^-t./.test(word))?.slice(2) ?? argv[argv.indexOf("-t") + 1]}: invalid timeout specification`);
		return 1;
	}
	const terminal = yield* isatty(options.fd);
	if (options.prompt && terminal) yield* write(2, options.prompt);
	let input;
	try {
		if (options.timeout !== void 0) options.deadline = (yield* now()) + options.timeout * 1e3;
		input = terminal && (options.silent || options.count !== void 0) ? yield* readKeys(options) : yield* readInput(options);
	} catch (error) {
		if (!(error instanceof SysError)) throw error;
		if (error.errno === "EAGAIN") {
			if (options.timeout !== 0) store(shell, options, "");
			return options.timeout === 0 ? 1 : 142;
		}
		if (error.errno === "EINTR") throw error;
		yield* shell.complain(`read: ${options.fd}: invalid file descriptor: ${error.message}`);
		return 1;
	}
	store(shell, options, input.text);
	return input.ended ? 1 : 0;
}
function parseOptions(argv) {
	const options = {
		raw: false,
		array: void 0,
		delimiter: "\n",
		count: void 0,
		exact: false,
		prompt: "",
		fd: 0,
		timeout: void 0,
		deadline: Number.POSITIVE_INFINITY,
		silent: false,
		names: []
	};
	let i = 1;
	for (; i < argv.length && /^-./.test(argv[i]) && argv[i] !== "--"; i++) {
		const word = argv[i];
		for (let j = 1; j < word.length; j++) {
			const flag = word[j];
			if (flag === "r") options.raw = true;
			else if (flag === "s") options.silent = true;
			else if (flag === "e") continue;
			else if ("adnNptui".includes(flag)) {
				const value = word.slice(j + 1) || argv[++i];
				if (value === void 0) return `-${flag}: option requires an argument\nread: usage: read [-ers] [-a array] [-d delim] [-i text] [-n nchars] [-N nchars] [-p prompt] [-t timeout] [-u fd] [name ...]`;
				if (flag === "a") options.array = value;
				else if (flag === "d") options.delimiter = value === "" ? "\0" : value[0];
				else if (flag === "p") options.prompt = value;
				else if (flag === "u") options.fd = Number(value);
				else if (flag === "t") options.timeout = Number(value);
				else if (flag !== "i") {
					options.count = Number(value);
					options.exact = flag === "N";
				}
				break;
			} else return `-${flag}: invalid option\nread: usage: read [-ers] [-a array] [-d delim] [-i text] [-n nchars] [-N nchars] [-p prompt] [-t timeout] [-u fd] [name ...]`;
		}
	}
	if (argv[i] === "--") i++;
	options.names = argv.slice(i);
	return options;
}
/** Milliseconds that a read may still wait; undefined: without end. */
function* left({ deadline }) {
	return deadline === Number.POSITIVE_INFINITY ? void 0 : Math.max(0, deadline - (yield* now()));
}
/** Reads single keys from a terminal, and shows them unless `-s` was given. */
function* readKeys(options) {
	const { count = Number.POSITIVE_INFINITY, fd, silent, exact, delimiter } = options;
	let text = "";
	yield* tty({ set: "raw" });
	try {
		while ([...text].length < count) {
			const key = yield* read$1(fd, 1, yield* left(options));
			if (key === null || key === "") return {
				text,
				ended: true
			};
			if (key === "") {
				yield* write(2, "^C\n");
				throw new Interrupted();
			}
			const typed = key === "\r" ? "\n" : key;
			if (typed === delimiter && !exact) break;
			if (key === "") {
				if (text !== "" && !silent) yield* write(2, "\b \b");
				text = [...text].slice(0, -1).join("");
				continue;
			}
			text += typed;
			if (!silent) yield* write(2, typed);
		}
		return {
			text,
			ended: false
		};
	} finally {
		yield* tty({ set: "cooked" });
	}
}
/** Text up to the delimiter, which is taken off; backslash-newline joins lines unless raw. */
function* readInput(options) {
	if (options.count !== void 0) return yield* readCharacters(options, options.count);
	let text = "";
	for (;;) {
		const chunk = options.delimiter === "\n" ? yield* readLine(options.fd, yield* left(options)) : yield* readUpTo(options.fd, options.delimiter, options);
		if (chunk === null) return {
			text,
			ended: true
		};
		text += chunk;
		if (!text.endsWith(options.delimiter)) return {
			text,
			ended: true
		};
		text = text.slice(0, -1);
		const backslashes = /\\*$/.exec(text)?.[0].length ?? 0;
		if (options.raw || backslashes % 2 === 0) return {
			text,
			ended: false
		};
		text = options.delimiter === "\n" ? text.slice(0, -1) : `${text}${options.delimiter}`;
	}
}
function* readUpTo(fd, delimiter, options) {
	let text = "";
	for (;;) {
		const c = yield* read$1(fd, 1, options && (yield* left(options)));
		if (c === null) return text === "" ? null : text;
		text += c;
		if (c === delimiter) return text;
	}
}
function* readCharacters(options, count) {
	let text = "";
	while ([...text].length < count) {
		const c = yield* read$1(options.fd, 1, yield* left(options));
		if (c === null) return {
			text,
			ended: true
		};
		if (c === options.delimiter && !options.exact) break;
		text += c;
	}
	return {
		text,
		ended: false
	};
}
function store(shell, options, text) {
	const { variables } = shell;
	const ifs = variables.get("IFS") ?? " 	\n";
	if (options.array !== void 0) {
		if (variables.find(options.array)?.kind !== "list") variables.declare(options.array, { kind: "list" });
		variables.setItems(options.array, words(text, ifs, options.raw).map((word) => [void 0, word]));
		return;
	}
	if (options.names.length === 0) {
		variables.set("REPLY", options.raw ? text : text.replace(/\\([^])/g, "$1"));
		return;
	}
	const values = options.exact ? [text] : words(text, ifs, options.raw, options.names.length);
	for (const [i, name] of options.names.entries()) {
		const item = /^(\w+)\[(.*)\]$/.exec(name);
		if (item) variables.setItem(item[1], shell.subscript(item[1], item[2]), values[i] ?? "");
		else variables.set(name, values[i] ?? "");
	}
}
/** Splits a line as `read` does: the last of `limit` words keeps the rest of the line. */
function words(line, ifs, raw, limit = Number.POSITIVE_INFINITY) {
	const blank = (c) => c !== void 0 && ifs.includes(c) && /[ \t\n]/.test(c);
	const out = [];
	let i = 0;
	while (blank(line[i])) i++;
	while (i < line.length) {
		if (out.length === limit - 1) {
			out.push(rest(line.slice(i), ifs, raw));
			return out;
		}
		let word = "";
		while (i < line.length && !ifs.includes(line[i])) {
			if (line[i] === "\\" && !raw) i++;
			word += line[i++] ?? "";
		}
		out.push(word);
		while (blank(line[i])) i++;
		if (i < line.length && ifs.includes(line[i]) && !blank(line[i])) {
			i++;
			while (blank(line[i])) i++;
		}
	}
	return out;
}
function rest(text, ifs, raw) {
	let end = text.length;
	while (end > 0 && ifs.includes(text[end - 1]) && /[ \t\n]/.test(text[end - 1]) && (raw || text[end - 2] !== "\\")) end--;
	let kept = text.slice(0, end);
	if (kept.length > 0 && ifs.includes(kept.at(-1)) && ![...kept.slice(0, -1)].some((c) => ifs.includes(c))) kept = kept.slice(0, -1);
	return raw ? kept : kept.replace(/\\([^])/g, "$1");
}
function* mapfile(shell, argv) {
	let [strip, delimiter, count, skip, origin, fd] = [
		false,
		"\n",
		0,
		0,
		0,
		0
	];
	let i = 1;
	for (; i < argv.length && /^-./.test(argv[i]); i++) {
		const word = argv[i];
		if (word === "-t") strip = true;
		else if (/^-[dnsOuCc]/.test(word)) {
			const value = word.slice(2) || argv[++i] || "";
			if (word[1] === "d") delimiter = value[0] ?? "\0";
			else if (word[1] === "n") count = Number(value);
			else if (word[1] === "s") skip = Number(value);
			else if (word[1] === "O") origin = Number(value);
			else if (word[1] === "u") fd = Number(value);
		} else {
			yield* shell.complain(`${argv[0]}: ${word}: invalid option`);
			return 2;
		}
	}
	const name = argv[i] ?? "MAPFILE";
	const items = [];
	for (let at = 0; count === 0 || items.length < count; at++) {
		const line = delimiter === "\n" ? yield* readLine(fd) : yield* readUpTo(fd, delimiter);
		if (line === null) break;
		if (at >= skip) items.push([String(origin + items.length), strip && line.endsWith(delimiter) ? line.slice(0, -1) : line]);
	}
	shell.variables.setItems(name, items, origin > 0);
	return 0;
}
// src/shell/builtins/set.ts
/** set, shopt, shift, getopts: options and positional parameters. */
function* set(shell, argv) {
	if (argv.length === 1) {
		for (const name of shell.variables.names()) {
			const variable = shell.variables.raw(name);
			if (variable?.items) yield* write(1, `${name}=(${shell.variables.keys(name).map((key) => `[${key}]="${variable.items?.get(key)}"`).join(" ")})\n`);
			else if (variable?.text !== void 0) yield* write(1, `${name}=${quotedIfNeeded(variable.text)}\n`);
		}
		return 0;
	}
	let i = 1;
	for (; i < argv.length; i++) {
		const word = argv[i];
		if (word === "--" || word === "-") {
			shell.positional = argv.slice(i + 1);
			return 0;
		}
		if (!/^[-+]./.test(word)) break;
		const on = word.startsWith("-");
		for (const letter of word.slice(1)) {
			if (letter === "o") {
				const name = argv[i + 1];
				if (name === void 0 || /^[-+]/.test(name)) {
					yield* listOptions(shell, on);
					continue;
				}
				i++;
				if (!SET_OPTIONS.includes(name)) {
					yield* shell.complain(`set: ${name}: invalid option name`);
					return 2;
				}
				yield* setOption(shell, name, on);
				continue;
			}
			const name = optionName(letter);
			if (!name) {
				yield* shell.complain(`set: ${word.slice(0, 1)}${letter}: invalid option`);
				yield* write(2, "set: usage: set [-abefhkmnptuvxBCEHPT] [-o option-name] [--] [-] [arg ...]\n");
				return 2;
			}
			yield* setOption(shell, name, on);
		}
	}
	if (i < argv.length) shell.positional = argv.slice(i);
	return 0;
}
function* setOption(shell, name, on) {
	if (on) shell.options.add(name);
	else shell.options.delete(name);
	if (name === "monitor") yield* armSignals(shell);
}
function* listOptions(shell, table) {
	for (const name of SET_OPTIONS) {
		const on = shell.options.has(name);
		yield* write(1, table ? `${name.padEnd(15)}\t${on ? "on" : "off"}\n` : `set ${on ? "-" : "+"}o ${name}\n`);
	}
}
var SHOPTS = [
	"autocd",
	"cdspell",
	"checkjobs",
	"checkwinsize",
	"cmdhist",
	"complete_fullquote",
	"direxpand",
	"dirspell",
	"dotglob",
	"expand_aliases",
	"extglob",
	"extquote",
	"failglob",
	"force_fignore",
	"globasciiranges",
	"globskipdots",
	"globstar",
	"histappend",
	"histverify",
	"hostcomplete",
	"huponexit",
	"inherit_errexit",
	"interactive_comments",
	"lastpipe",
	"lithist",
	"localvar_inherit",
	"localvar_unset",
	"login_shell",
	"mailwarn",
	"no_empty_cmd_completion",
	"nocaseglob",
	"nocasematch",
	"nullglob",
	"patsub_replacement",
	"progcomp",
	"promptvars",
	"sourcepath",
	"varredir_close",
	"xpg_echo"
];
function* shopt(shell, argv) {
	const flags = argv.slice(1).filter((arg) => arg.startsWith("-")).join("");
	const names = argv.slice(1).filter((arg) => !arg.startsWith("-"));
	const [known, store] = flags.includes("o") ? [SET_OPTIONS, shell.options] : [SHOPTS, shell.shopts];
	let code = 0;
	for (const name of names.length > 0 ? names : known) if (!known.includes(name)) {
		yield* shell.complain(`shopt: ${name}: invalid shell option name`);
		code = 1;
	} else if (flags.includes("s") && names.length > 0) store.add(name);
	else if (flags.includes("u") && names.length > 0) store.delete(name);
	else {
		const on = store.has(name);
		if (names.length > 0 && !on) code = 1;
		if (names.length === 0 && (flags.includes("s") && !on || flags.includes("u") && on)) continue;
		if (flags.includes("p")) yield* write(1, `shopt ${on ? "-s" : "-u"} ${name}\n`);
		else if (!flags.includes("q")) yield* write(1, `${name.padEnd(15)}\t${on ? "on" : "off"}\n`);
	}
	return code;
}
function* shift(shell, argv) {
	const count = Number(argv[1] ?? 1);
	if (!Number.isInteger(count)) {
		yield* shell.complain(`shift: ${argv[1]}: numeric argument required`);
		return 1;
	}
	if (count < 0) {
		yield* shell.complain(`shift: ${argv[1]}: shift count out of range`);
		return 1;
	}
	if (count > shell.positional.length) return 1;
	shell.positional = shell.positional.slice(count);
	return 0;
}
function* getopts(shell, argv) {
	const [, spec, name, ...given] = argv;
	if (spec === void 0 || name === void 0) {
		yield* write(2, "getopts: usage: getopts optstring name [arg ...]\n");
		return 2;
	}
	const args = argv.length > 3 ? given : shell.positional;
	const { variables } = shell;
	let index = Number(variables.get("OPTIND") ?? 1) || 1;
	if (index !== shell.getopts.index) shell.getopts = {
		index,
		at: 1
	};
	const finish = () => {
		variables.set(name, "?");
		variables.set("OPTIND", String(index));
		shell.getopts = {
			index,
			at: 1
		};
		return 1;
	};
	const word = args[index - 1];
	if (word === void 0 || !/^-./.test(word)) return finish();
	if (word === "--") {
		index++;
		return finish();
	}
	const letter = word[shell.getopts.at];
	const place = spec.indexOf(letter);
	const silent = spec.startsWith(":");
	let next = shell.getopts.at + 1;
	const advance = () => {
		if (next >= word.length) {
			index++;
			next = 1;
		}
	};
	variables.unset("OPTARG");
	if (place < 0 || letter === ":") {
		advance();
		variables.set(name, "?");
		if (silent) variables.set("OPTARG", letter);
		else yield* write(2, `${shell.name}: illegal option -- ${letter}\n`);
	} else if (spec[place + 1] === ":") {
		const attached = word.slice(next);
		index++;
		next = 1;
		if (attached !== "") {
			variables.set("OPTARG", attached);
			variables.set(name, letter);
		} else if (args[index - 1] !== void 0) {
			variables.set("OPTARG", args[index - 1]);
			variables.set(name, letter);
			index++;
		} else {
			variables.set(name, silent ? ":" : "?");
			if (silent) variables.set("OPTARG", letter);
			else yield* write(2, `${shell.name}: option requires an argument -- ${letter}\n`);
		}
	} else {
		advance();
		variables.set(name, letter);
	}
	variables.set("OPTIND", String(index));
	shell.getopts = {
		index,
		at: next
	};
	return 0;
}
// src/shell/builtins/trap.ts
/** trap. */
function* trap(shell, argv) {
	const args = argv.slice(argv[1] === "--" ? 2 : 1);
	if (args[0] === "-l") {
		yield* write(1, `${Object.entries(SIGNALS).map(([number, name]) => `${number}) ${name}`).join("\n")}\n`);
		return 0;
	}
	if (args.length === 0 || args[0] === "-p") {
		const wanted = args.slice(1).map(signalNamed);
		const names = [...shell.traps.keys()].sort((a, b) => order(a) - order(b));
		for (const name of names) if (wanted.length === 0 || wanted.includes(name)) yield* write(1, `trap -- ${quoted(shell.traps.get(name))} ${name}\n`);
		return 0;
	}
	const reset = args.length === 1 || args[0] === "-" || /^\d+$/.test(args[0]);
	const targets = args.length === 1 || /^\d+$/.test(args[0]) ? args : args.slice(1);
	let code = 0;
	for (const target of targets) {
		const name = signalNamed(target);
		if (!name) {
			yield* shell.complain(`trap: ${target}: invalid signal specification`);
			code = 1;
		} else if (reset) shell.traps.delete(name);
		else shell.traps.set(name, args[0]);
	}
	yield* armSignals(shell);
	return code;
}
function order(name) {
	return name === "EXIT" ? 0 : name.startsWith("SIG") ? numberOfSignal(name) : 100 + name.charCodeAt(0);
}
// src/shell/builtins/index.ts
/** Builtins whose arguments may be assignments, arrays included. */
var DECLARATIONS = /* @__PURE__ */ new Set([
	"declare",
	"typeset",
	"export",
	"local",
	"readonly"
]);
var builtins = {
	".": source,
	":": colon,
	"[": test,
	alias: aliasBuiltin,
	bg,
	break: breakLoop,
	builtin: builtinBuiltin,
	cd,
	command,
	complete: complete$1,
	continue: breakLoop,
	declare,
	dirs,
	disown,
	echo,
	eval: evalBuiltin,
	exit,
	export: exportBuiltin,
	false: falseBuiltin,
	fg,
	getopts,
	hash,
	help,
	history,
	jobs: jobs$1,
	kill,
	let: letBuiltin,
	local,
	logout: exit,
	mapfile,
	popd,
	printf,
	pushd,
	pwd,
	read,
	readarray: mapfile,
	readonly,
	return: returnBuiltin,
	set,
	shift,
	shopt,
	source,
	test,
	times,
	trap,
	true: colon,
	type,
	typeset: declare,
	ulimit,
	umask,
	unalias,
	unset,
	wait
};
// src/shell/resume.ts
/** What an interactive shell is made of, as shell text: variables, functions, aliases, the directory. A later shell goes on from it. */
/** The shell's own, or made anew by it. */
var OWN$1 = /^(?:_|PWD|OLDPWD|SHLVL|RANDOM|SRANDOM|SECONDS|LINENO|COLUMNS|LINES|OPTIND|PIPESTATUS|FUNCNAME|UID|EUID|PPID|GROUPS|DIRSTACK|HISTCMD|EPOCH\w*|BASH\w*|SHELLOPTS)$/;
function isTerminal(init) {
	return typeof init === "object" && init !== null && "terminal" in init;
}
/** Tells the state before each prompt; only what changed since the shell began. */
var StateTeller = class {
	shell;
	terminal;
	variables;
	aliases;
	functions;
	told = "";
	constructor(shell, { terminal }) {
		this.shell = shell;
		this.terminal = terminal;
		this.variables = this.declarations();
		this.aliases = new Map(shell.aliases);
		this.functions = new Set(shell.functions.keys());
	}
	*tell() {
		const { shell } = this;
		const text = [
			...[...this.declarations()].filter(([name, line]) => this.variables.get(name) !== line).map(([, line]) => line),
			...[...shell.aliases].filter(([name, value]) => this.aliases.get(name) !== value).map(([name, value]) => `alias ${name}=${quoted(value)}`),
			...[...shell.functions].filter(([name]) => !this.functions.has(name)).map(([, known]) => known.text),
			`cd ${quoted(shell.process.cwd)}`
		].join("\n");
		if (text === this.told) return;
		this.told = text;
		try {
			yield* device("shell-state", {
				terminal: this.terminal,
				text
			});
		} catch (error) {
			if (!(error instanceof SysError)) throw error;
		}
	}
	declarations() {
		const names = this.shell.variables.names().filter((name) => !OWN$1.test(name) && !this.shell.variables.raw(name)?.flags.includes("r"));
		return new Map(names.map((name) => [name, declarationOf(this.shell, name)]));
	}
};
/** Goes on from an earlier shell's state. */
function* resume(shell, { resume: text }) {
	if (text !== "") yield* runText(shell, text);
}
// src/shell/completion.ts
/** Completion of a command line: what is being typed, and who knows how it could go on. */
var completers = /* @__PURE__ */ new Map();
var KEYWORDS = [
	"if",
	"then",
	"else",
	"elif",
	"fi",
	"for",
	"while",
	"until",
	"do",
	"done",
	"case",
	"esac",
	"function",
	"select",
	"in",
	"time"
];
/** Words before a command that leave the next word a command. */
var BEFORE_COMMAND = /* @__PURE__ */ new Set([
	"then",
	"else",
	"elif",
	"if",
	"while",
	"until",
	"do",
	"time",
	"!",
	"{",
	"exec",
	"command",
	"builtin",
	"nohup",
	"sudo",
	"env",
	"xargs",
	"watch",
	"timeout"
]);
/** The words of the simple command that the cursor is in. */
function contextOf(text) {
	let words = [];
	let word = "";
	let start = 0;
	let quote = "";
	let inWord = false;
	let redirect = false;
	const nested = [];
	const finish = () => {
		if (inWord) {
			if (redirect) redirect = false;
			else words.push(word);
		}
		word = "";
		inWord = false;
	};
	for (let i = 0; i < text.length; i++) {
		const c = text[i];
		if (!inWord && !/[\s]/.test(c)) start = i;
		if (quote === "'") {
			if (c === "'") quote = "";
			else word += c;
			continue;
		}
		if (c === "\\" && i + 1 < text.length) {
			inWord = true;
			word += text[++i];
			continue;
		}
		if (c === "$" && text[i + 1] === "(" || c === "`" && !nested.some((one) => one.word.endsWith("`"))) {
			nested.push({
				words,
				word: word + c,
				start,
				quote
			});
			[words, word, quote, inWord] = [
				[],
				"",
				"",
				false
			];
			if (c === "$") i++;
			continue;
		}
		if (quote === "\"") {
			if (c === "\"") quote = "";
			else word += c;
			continue;
		}
		if (c === "'" || c === "\"") {
			inWord = true;
			quote = c;
		} else if (c === " " || c === "	") finish();
		else if (c === ")" || c === "`") {
			const outer = nested.pop();
			if (outer) {
				({words, word, start, quote} = outer);
				inWord = true;
			} else {
				finish();
				words = [];
			}
		} else if (";&|\n(){}".includes(c) && !(c === "{" && inWord) && !(c === "}" && inWord)) {
			if (c === "&" && (text[i - 1] === ">" || text[i - 1] === "<")) continue;
			finish();
			words = [];
			redirect = false;
		} else if (c === "<" || c === ">") {
			if (/^\d+$/.test(word)) [word, inWord] = ["", false];
			finish();
			redirect = true;
		} else {
			inWord = true;
			word += c;
		}
	}
	if (!inWord) start = text.length;
	while (words.length > 0 && (/^\w+=/.test(words[0]) || BEFORE_COMMAND.has(words[0]) && !completersFor(words))) {
		words.shift();
		while (words[0]?.startsWith("-") || /^\d/.test(words[0] ?? "")) words.shift();
	}
	return {
		words: [...words, word],
		start,
		quote,
		redirect
	};
}
function completersFor(words) {
	return completers.has(words[0]);
}
/** What could stand at the cursor of this text (all before the cursor). */
function* complete(shell, text) {
	const context = contextOf(text);
	const { start, quote } = context;
	let words = context.words;
	const word = words.at(-1);
	const typed = text.slice(start);
	const done = (candidates) => ({
		start,
		quote,
		word,
		candidates: candidates.filter(({ value }) => value.startsWith(word))
	});
	const variable = quote === "'" ? null : /\$\{?(\w*)$/.exec(typed);
	if (variable) {
		const brace = variable[0].startsWith("${");
		const before = word.slice(0, word.length - variable[0].length);
		return done(shell.variables.names().filter((name) => name.startsWith(variable[1])).map((name) => ({
			value: `${before}$${brace ? "{" : ""}${name}${brace ? "}" : ""}`,
			open: quote !== ""
		})));
	}
	if (context.redirect) return done(yield* fileNames(shell, word));
	if (words.length === 1) return done(word.includes("/") ? yield* fileNames(shell, word) : yield* commandNames(shell));
	const alias = shell.aliases.get(words[0]);
	if (alias !== void 0) words = [...alias.trim().split(/\s+/), ...words.slice(1)];
	const completer = completers.get(words[0]) ?? OWN[words[0]]?.(shell);
	return done((completer ? yield* completer({
		words,
		cwd: shell.process.cwd,
		env: shell.variables.environment()
	}) : void 0) ?? (yield* fileNames(shell, word)));
}
function unique(names) {
	return [...new Set(names)].sort().map((value) => ({ value }));
}
function* commandNames(shell) {
	const scripts = yield* files((fs, cwd) => (shell.variables.get("PATH") ?? "").split(":").flatMap((folder) => {
		const path = fs.resolve(cwd, folder || ".");
		return fs.isDirectory(path) ? fs.list(path).filter((name) => ((fs.stat(`${path}/${name}`)?.mode ?? 0) & 73) !== 0) : [];
	}));
	return unique([
		...shell.process.machine.programNames(),
		...Object.keys(builtins),
		...shell.aliases.keys(),
		...shell.functions.keys(),
		...KEYWORDS,
		...scripts
	]);
}
/** Paths that begin with the word; folders stay open for more. */
function* fileNames(shell, word, foldersOnly = false) {
	const slash = word.lastIndexOf("/") + 1;
	const typed = word.slice(0, slash);
	const home = shell.variables.get("HOME") ?? "/";
	const folder = typed.startsWith("~/") ? home + typed.slice(1) : typed;
	return yield* files((fs, cwd) => {
		const path = fs.resolve(cwd, folder || ".");
		if (!fs.isDirectory(path)) return [];
		return fs.list(path).filter((name) => !name.startsWith(".") || word.slice(slash).startsWith(".")).map((name) => ({
			name,
			isFolder: fs.isDirectory(fs.resolve(path, name))
		})).filter(({ isFolder }) => isFolder || !foldersOnly).map(({ name, isFolder }) => ({
			value: `${typed}${name}${isFolder ? "/" : ""}`,
			open: isFolder
		}));
	});
}
/** Completers of the shell's own commands. */
var OWN = {
	cd: folders,
	pushd: folders,
	rmdir: folders,
	export: variables,
	unset: variables,
	declare: variables,
	readonly: variables,
	local: variables,
	read: variables,
	type: commands,
	which: commands,
	command: commands,
	man: commands,
	help: commands,
	fg: jobs,
	bg: jobs,
	kill: jobs,
	disown: jobs,
	alias: aliases,
	unalias: aliases
};
function folders(shell) {
	return ({ words }) => fileNames(shell, words.at(-1), true);
}
function variables(shell) {
	return function* () {
		return shell.variables.names().map((value) => ({ value }));
	};
}
function commands(shell) {
	return () => commandNames(shell);
}
function jobs(shell) {
	return function* () {
		return shell.jobs.filter((job) => job.listed).map((job) => ({
			value: `%${job.id}`,
			description: job.text
		}));
	};
}
function aliases(shell) {
	return function* () {
		return [...shell.aliases].map(([value, description]) => ({
			value,
			description
		}));
	};
}
// src/shell/readline/width.ts
/** How wide text is on a terminal: 0 for combining marks, 2 for CJK and emoji, 1 else. */
/** Code points that take two cells, as [first, last] pairs (East Asian Wide and Fullwidth, emoji presentation). */
var WIDE = [
	4352,
	4447,
	8986,
	8987,
	9001,
	9002,
	9193,
	9196,
	9200,
	9200,
	9203,
	9203,
	9725,
	9726,
	9748,
	9749,
	9800,
	9811,
	9855,
	9855,
	9875,
	9875,
	9889,
	9889,
	9898,
	9899,
	9917,
	9918,
	9924,
	9925,
	9934,
	9934,
	9940,
	9940,
	9962,
	9962,
	9970,
	9971,
	9973,
	9973,
	9978,
	9978,
	9981,
	9981,
	9989,
	9989,
	9994,
	9995,
	10024,
	10024,
	10060,
	10060,
	10062,
	10062,
	10067,
	10069,
	10071,
	10071,
	10133,
	10135,
	10160,
	10160,
	10175,
	10175,
	11035,
	11036,
	11088,
	11088,
	11093,
	11093,
	11904,
	12350,
	12353,
	13311,
	13312,
	19903,
	19968,
	40959,
	40960,
	42191,
	43360,
	43391,
	44032,
	55203,
	63744,
	64255,
	65072,
	65135,
	65280,
	65376,
	65504,
	65510,
	94176,
	101119,
	110592,
	111359,
	126980,
	126980,
	127183,
	127183,
	127374,
	127374,
	127377,
	127386,
	127462,
	127490,
	127504,
	127547,
	127552,
	127560,
	127568,
	127569,
	127584,
	127589,
	127744,
	127776,
	127789,
	127797,
	127799,
	127868,
	127870,
	127891,
	127904,
	127946,
	127951,
	127955,
	127968,
	127984,
	127988,
	127988,
	127992,
	128062,
	128064,
	128064,
	128066,
	128252,
	128255,
	128317,
	128331,
	128334,
	128336,
	128359,
	128378,
	128378,
	128405,
	128406,
	128420,
	128420,
	128507,
	128591,
	128640,
	128709,
	128716,
	128716,
	128720,
	128722,
	128725,
	128727,
	128732,
	128735,
	128747,
	128748,
	128756,
	128764,
	128992,
	129003,
	129008,
	129008,
	129292,
	129338,
	129340,
	129349,
	129351,
	129535,
	129648,
	129791,
	131072,
	262141
];
var ZERO = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
var segmenter = new Intl.Segmenter(void 0, { granularity: "grapheme" });
/** The user-perceived characters of a text. */
function graphemes(text) {
	if (/^[\x20-\x7e]*$/.test(text)) return text.split("");
	return [...segmenter.segment(text)].map((segment) => segment.segment);
}
/** Cells of one code point. */
function codeWidth(code) {
	if (code < 768) return code >= 32 && (code < 127 || code >= 160) ? 1 : 0;
	if (ZERO.test(String.fromCodePoint(code))) return 0;
	let [low, high] = [0, WIDE.length / 2 - 1];
	while (low <= high) {
		const middle = low + high >> 1;
		if (code < WIDE[middle * 2]) high = middle - 1;
		else if (code > WIDE[middle * 2 + 1]) low = middle + 1;
		else return 2;
	}
	return 1;
}
/** Cells of a grapheme: its widest part; an emoji variation selector makes it wide. */
function graphemeWidth(grapheme) {
	if (grapheme.length === 1) return codeWidth(grapheme.charCodeAt(0));
	if (grapheme.includes("️")) return 2;
	let width = 0;
	for (const c of grapheme) width = Math.max(width, codeWidth(c.codePointAt(0)));
	return width;
}
function textWidth(text) {
	let width = 0;
	for (const grapheme of graphemes(text)) width += graphemeWidth(grapheme);
	return width;
}
// src/shell/readline/buffer.ts
/** The text being edited and the cursor in it: what readline's emacs keys do to them. */
var WORD = /[\p{L}\p{N}]/u;
var LineBuffer = class {
	text = "";
	cursor = 0;
	/** What Ctrl-K and its like took; Ctrl-Y puts it back. */
	killed = "";
	undone = [];
	typing = false;
	set(text, cursor = text.length) {
		this.text = text;
		this.cursor = cursor;
		this.undone = [];
		this.typing = false;
	}
	save(typing = false) {
		if (typing && this.typing) return;
		this.undone.push({
			text: this.text,
			cursor: this.cursor
		});
		if (this.undone.length > 200) this.undone.shift();
		this.typing = typing;
	}
	undo() {
		const before = this.undone.pop();
		this.typing = false;
		if (before) Object.assign(this, before);
	}
	insert(text) {
		this.save(true);
		this.text = this.text.slice(0, this.cursor) + text + this.text.slice(this.cursor);
		this.cursor += text.length;
	}
	/** Replaces the text from `start` to the cursor. */
	replaceBefore(start, text) {
		this.save();
		this.text = this.text.slice(0, start) + text + this.text.slice(this.cursor);
		this.cursor = start + text.length;
	}
	remove(from, to, kill) {
		if (from >= to) return;
		this.save();
		if (kill) this.killed = this.text.slice(from, to);
		this.text = this.text.slice(0, from) + this.text.slice(to);
		this.cursor = from;
	}
	/** Index one character left or right. */
	step(by) {
		if (by < 0) return this.cursor - (graphemes(this.text.slice(0, this.cursor)).at(-1)?.length ?? 0);
		return this.cursor + (graphemes(this.text.slice(this.cursor))[0]?.length ?? 0);
	}
	wordStart() {
		let i = this.cursor;
		while (i > 0 && !WORD.test(this.text[i - 1])) i--;
		while (i > 0 && WORD.test(this.text[i - 1])) i--;
		return i;
	}
	wordEnd() {
		let i = this.cursor;
		while (i < this.text.length && !WORD.test(this.text[i])) i++;
		while (i < this.text.length && WORD.test(this.text[i])) i++;
		return i;
	}
	lineStart() {
		return this.text.lastIndexOf("\n", this.cursor - 1) + 1;
	}
	lineEnd() {
		const end = this.text.indexOf("\n", this.cursor);
		return end < 0 ? this.text.length : end;
	}
	/** Moves to the row above or below in a text of several lines; false when there is none. */
	vertical(by) {
		const start = this.lineStart();
		const column = this.cursor - start;
		if (by < 0) {
			if (start === 0) return false;
			const above = this.text.lastIndexOf("\n", start - 2) + 1;
			this.cursor = Math.min(above + column, start - 1);
			return true;
		}
		const end = this.lineEnd();
		if (end === this.text.length) return false;
		const below = this.text.indexOf("\n", end + 1);
		this.cursor = Math.min(end + 1 + column, below < 0 ? this.text.length : below);
		return true;
	}
	/** Does what the key does; false when it is no editing key. */
	edit(key) {
		const { text, cursor } = this;
		if (key !== "text") this.typing = false;
		switch (key) {
			case "left":
			case "C-b":
				this.cursor = this.step(-1);
				return true;
			case "right":
			case "C-f":
				this.cursor = this.step(1);
				return true;
			case "home":
			case "C-a":
				this.cursor = this.lineStart();
				return true;
			case "end":
			case "C-e":
				this.cursor = this.lineEnd();
				return true;
			case "M-b":
			case "C-left":
			case "M-left":
				this.cursor = this.wordStart();
				return true;
			case "M-f":
			case "C-right":
			case "M-right":
				this.cursor = this.wordEnd();
				return true;
			case "backspace":
			case "S-backspace":
				this.remove(this.step(-1), cursor, false);
				return true;
			case "delete":
			case "C-d":
				this.remove(cursor, this.step(1), false);
				this.cursor = cursor;
				return true;
			case "C-k":
				this.remove(cursor, this.lineEnd() === cursor ? Math.min(cursor + 1, text.length) : this.lineEnd(), true);
				return true;
			case "C-u":
				this.remove(this.lineStart(), cursor, true);
				return true;
			case "C-w":
				this.remove(cursor - (/\S*\s*$/.exec(text.slice(0, cursor))?.[0].length ?? 0), cursor, true);
				return true;
			case "M-backspace":
				this.remove(this.wordStart(), cursor, true);
				return true;
			case "M-d":
			case "C-delete":
				this.remove(cursor, this.wordEnd(), true);
				return true;
			case "C-y":
				this.insert(this.killed);
				this.typing = false;
				return true;
			case "C-_":
				this.undo();
				return true;
			case "C-t":
				this.transpose();
				return true;
			case "M-u":
				this.change((word) => word.toUpperCase());
				return true;
			case "M-l":
				this.change((word) => word.toLowerCase());
				return true;
			case "M-c":
				this.change((word) => word.toLowerCase().replace(WORD, (c) => c.toUpperCase()));
				return true;
			default: return false;
		}
	}
	transpose() {
		const characters = graphemes(this.text);
		let at = graphemes(this.text.slice(0, this.cursor)).length;
		if (at === 0 || characters.length < 2) return;
		this.save();
		if (at === characters.length) at--;
		characters.splice(at - 1, 2, characters[at], characters[at - 1]);
		this.text = characters.join("");
		this.cursor = characters.slice(0, at + 1).join("").length;
	}
	change(how) {
		const end = this.wordEnd();
		this.save();
		this.text = this.text.slice(0, this.cursor) + how(this.text.slice(this.cursor, end)) + this.text.slice(end);
		this.cursor = end;
	}
};
// src/shell/readline/keys.ts
var FINAL = {
	A: "up",
	B: "down",
	C: "right",
	D: "left",
	H: "home",
	F: "end",
	Z: "S-tab"
};
var TILDE = {
	1: "home",
	2: "insert",
	3: "delete",
	4: "end",
	5: "pageup",
	6: "pagedown",
	7: "home",
	8: "end"
};
var MODIFIER = {
	2: "S-",
	3: "M-",
	4: "M-",
	5: "C-",
	6: "C-",
	7: "C-",
	8: "C-"
};
var PASTE_START = "\x1B[200~";
var PASTE_END = "\x1B[201~";
/** Splits chunks of input into keys; a paste may span chunks. */
var KeyReader = class {
	pasting;
	push(chunk) {
		const keys = [];
		let rest = chunk;
		while (rest !== "") {
			if (this.pasting !== void 0) {
				const end = rest.indexOf(PASTE_END);
				this.pasting += end < 0 ? rest : rest.slice(0, end);
				if (end < 0) return keys;
				keys.push({
					kind: "paste",
					text: this.pasting.replace(/\r\n?/g, "\n")
				});
				this.pasting = void 0;
				rest = rest.slice(end + 6);
				continue;
			}
			if (rest.startsWith(PASTE_START)) {
				this.pasting = "";
				rest = rest.slice(6);
				continue;
			}
			const text = /^[^\x00-\x1f\x7f]+/.exec(rest)?.[0];
			if (text) {
				keys.push({
					kind: "text",
					text
				});
				rest = rest.slice(text.length);
				continue;
			}
			const [name, length] = named(rest);
			if (name) keys.push({
				kind: "key",
				name
			});
			rest = rest.slice(length);
		}
		return keys;
	}
};
/** The key at the start of the input and how long it is; no name for what means nothing here. */
function named(input) {
	const sequence = /^\x1b(?:\[([\d;?]*)([ -/]*)([@-~])|O([A-Za-z]))/.exec(input);
	if (sequence) {
		const [all, parameters = "", , final = "", single = ""] = sequence;
		const [first = "", modifier = ""] = parameters.split(";");
		const base = final === "~" ? TILDE[first] : FINAL[final || single];
		return [base ? `${MODIFIER[modifier] ?? ""}${base}` : "", all.length];
	}
	const c = input[0];
	if (c === "\x1B") {
		if (input.length === 1) return ["escape", 1];
		const next = String.fromCodePoint(input.codePointAt(1));
		if (next === "" || next === "\b") return ["M-backspace", 2];
		if (next === "\x1B") return ["escape", 1];
		return next < " " ? ["", 2] : [`M-${next}`, 1 + next.length];
	}
	if (c === "\r" || c === "\n") return ["enter", 1];
	if (c === "	") return ["tab", 1];
	if (c === "" || c === "\b") return ["backspace", 1];
	if (c === "") return ["C-_", 1];
	if (c === "\0") return ["C-space", 1];
	return [`C-${String.fromCharCode(c.charCodeAt(0) + 96)}`, 1];
}
// src/shell/readline/listing.ts
/** The text that replaces the word: the common beginning of all candidates, or the whole of a single one with what follows it. */
function insertion({ candidates, quote, word }) {
	const [only, ...more] = candidates;
	if (!only) return void 0;
	if (more.length === 0) return `${quote}${quoteFor(only.value, quote)}${only.open ? "" : `${quote} `}`;
	let common = only.value;
	for (const { value } of more) while (!value.startsWith(common)) common = common.slice(0, -1);
	return common.length > word.length ? quote + quoteFor(common, quote) : void 0;
}
/** Escaped so that the shell reads it as this word; a leading `~` and variables stay what they are. */
function quoteFor(value, quote) {
	if (quote === "'") return value.replaceAll("'", "'\\''");
	if (quote === "\"") return value.replace(/["\\`]/g, "\\$&");
	return value.replace(/[\s|&;()<>`\\"'*?[\]!{}]/g, (c, at) => (c === "{" || c === "}") && value.includes("${") ? c : at >= 0 ? `\\${c}` : c);
}
/** The candidates in columns, or one a line with their descriptions. Ends with a newline. */
function listing(candidates, columns) {
	const names = candidates.map(({ value }) => shortName(value, candidates));
	const widest = Math.max(...names.map(textWidth));
	if (candidates.some(({ description }) => description)) {
		const room = columns - widest - 5;
		return candidates.map(({ description }, i) => {
			const name = names[i];
			if (!description || room < 10) return `${name}\r\n`;
			const text = description.length > room ? `${description.slice(0, room - 1)}…` : description;
			return `${name}${" ".repeat(widest - textWidth(name))}  (${text})\r\n`;
		}).join("");
	}
	const perRow = Math.max(1, Math.floor(columns / (widest + 2)));
	const rows = Math.ceil(names.length / perRow);
	let out = "";
	for (let r = 0; r < rows; r++) {
		let line = "";
		for (let i = r; i < names.length; i += rows) {
			const name = names[i];
			line += name + " ".repeat(widest + 2 - textWidth(name));
		}
		out += `${line.trimEnd()}\r\n`;
	}
	return out;
}
/** Paths are listed by what follows the folder they share. */
function shortName(value, candidates) {
	const slash = value.replace(/\/$/, "").lastIndexOf("/") + 1;
	const folder = value.slice(0, slash);
	return slash > 0 && candidates.every((other) => other.value.startsWith(folder)) ? value.slice(slash) : value;
}
// src/shell/readline/screen.ts
/** Draws the line being edited: prompt, text and hint over as many rows as they need, and puts the cursor in place. */
var GREY = "\x1B[90m";
var PLAIN = "\x1B[39m";
var Screen = class {
	/** Row of the cursor below the first row drawn. */
	row = 0;
	/** Forgets what was drawn: the next frame begins where the cursor is, in the first column. */
	reset() {
		this.row = 0;
	}
	/** The output that turns the last frame into this one. */
	draw(frame, columns, rows) {
		const layout = lay(frame, Math.max(2, columns));
		const height = Math.max(1, rows);
		const top = layout.rows.length > height ? Math.min(Math.max(0, layout.cursorRow - height + 1), layout.rows.length - height) : 0;
		const shown = layout.rows.slice(top, top + height);
		const out = [this.row > 0 ? `\r\x1b[${this.row}A` : "\r"];
		for (const [i, row] of shown.entries()) {
			out.push(row.text);
			const following = shown[i + 1];
			if (!following) continue;
			if (!row.soft || row.width < columns) out.push("\x1B[K");
			if (!row.soft || following.width === 0) out.push("\r\n");
		}
		out.push("\x1B[J");
		this.row = layout.cursorRow - top;
		const up = shown.length - 1 - this.row;
		out.push("\r", up > 0 ? `\x1b[${up}A` : "", layout.cursorColumn > 0 ? `\x1b[${layout.cursorColumn}C` : "");
		return out.join("");
	}
};
function lay(frame, columns) {
	const rows = [{
		text: "",
		width: 0,
		soft: false
	}];
	let row = rows[0];
	const next = (soft) => {
		row.soft = soft;
		row = {
			text: "",
			width: 0,
			soft: false
		};
		rows.push(row);
	};
	const put = (shown, width) => {
		if (row.width + width > columns) next(true);
		row.text += shown;
		row.width += width;
		if (row.width === columns) next(true);
	};
	const puts = (text) => {
		for (const grapheme of graphemes(text)) if (grapheme === "\n" || grapheme === "\r\n") next(false);
		else if (grapheme === "	") {
			const width = Math.min(8 - row.width % 8, columns - row.width);
			put(" ".repeat(width), width);
		} else if (/^[\x00-\x1f\x7f]$/.test(grapheme)) put(`^${String.fromCharCode(grapheme.charCodeAt(0) ^ 64)}`, 2);
		else put(grapheme, graphemeWidth(grapheme));
	};
	for (const part of frame.prompt.split(/(\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07]*(?:\x07|\x1b\\))/)) if (part.startsWith("\x1B")) row.text += part;
	else puts(part);
	puts(frame.text.slice(0, frame.cursor));
	const cursor = {
		row: rows.length - 1,
		column: row.width
	};
	puts(frame.text.slice(frame.cursor));
	if (frame.hint !== "") {
		row.text += GREY;
		puts(frame.hint);
		row.text += PLAIN;
	}
	return {
		rows,
		cursorRow: cursor.row,
		cursorColumn: cursor.column
	};
}
// src/shell/readline/editor.ts
/** Reads one line from a terminal in raw mode, with all of readline's usual keys. */
var ASK_ABOVE = 100;
/** Stands behind an offered line: the key that takes it. */
var TAKEN_BY = "   ⇥ Tab";
var Editor = class {
	shell;
	reader = new KeyReader();
	buffer = new LineBuffer();
	screen = new Screen();
	/** Keys read and not yet used: text pasted behind an Enter belongs to the next line. */
	keys = [];
	prompt = "";
	size = {
		columns: 80,
		rows: 24
	};
	/** Place in the history; its length: the new line. */
	place = 0;
	edited = /* @__PURE__ */ new Map();
	search;
	lastKey = "";
	suggestion = "";
	lastArgument = {
		at: 0,
		length: 0
	};
	constructor(shell) {
		this.shell = shell;
	}
	/** Reads a line behind the prompt. `suggestion` is offered in grey while the line is empty. */
	*read(prompt, suggestion = "") {
		this.prompt = prompt;
		this.suggestion = suggestion;
		this.buffer.set("");
		this.edited.clear();
		this.place = this.shell.history.length;
		this.search = void 0;
		this.screen.reset();
		yield* tty({ set: "raw" });
		this.shell.onSignal = (signal) => signal === "SIGWINCH";
		try {
			this.size = yield* tty({ get: "size" });
			yield* write(1, "\x1B[?2004h");
			yield* this.draw();
			return yield* this.loop();
		} finally {
			this.shell.onSignal = void 0;
		}
	}
	/** Puts the terminal back for programs; call after every `read`. */
	*release() {
		yield* write(1, "\x1B[?2004l");
		yield* tty({ set: "cooked" });
	}
	*loop() {
		for (;;) {
			const key = this.keys.shift();
			if (key) {
				const ending = yield* this.press(key);
				if (ending) return ending;
				if (this.keys.length === 0) yield* this.draw();
				continue;
			}
			const chunk = yield* this.input();
			if (chunk === null) return "end";
			this.keys.push(...this.reader.push(chunk));
		}
	}
	*input() {
		for (;;) try {
			return yield* read$1(0);
		} catch (error) {
			if (!(error instanceof SysError) || error.signal !== "SIGWINCH") throw error;
			this.size = yield* tty({ get: "size" });
			yield* this.draw();
		}
	}
	get hint() {
		const { text, cursor } = this.buffer;
		if (this.search || cursor < text.length) return "";
		if (text === "") return this.suggestion === "" ? "" : `${this.suggestion}${TAKEN_BY}`;
		if (text.includes("\n")) return "";
		if (this.suggestion.startsWith(text)) return this.suggestion.slice(text.length);
		return this.shell.history.findLast((one) => one.length > text.length && one.startsWith(text) && !one.includes("\n"))?.slice(text.length) ?? "";
	}
	*draw(final = false) {
		const { text, cursor } = this.buffer;
		const frame = {
			prompt: (this.search && `(${this.search.found ? "" : "failed "}reverse-i-search)\`${this.search.query}': `) ?? this.prompt,
			text,
			cursor: final ? text.length : cursor,
			hint: final ? "" : this.hint
		};
		yield* write(1, this.screen.draw(frame, this.size.columns, this.size.rows));
	}
	/** Leaves the drawn line behind and goes to a new row. */
	*finish(mark = "") {
		this.search = void 0;
		yield* this.draw(true);
		yield* write(1, `${mark}\r\n`);
		this.screen.reset();
	}
	*press(key) {
		const before = this.lastKey;
		this.lastKey = key.kind === "key" ? key.name : key.kind;
		if (this.search && (yield* this.pressInSearch(key))) return void 0;
		if (key.kind !== "key") {
			this.buffer.insert(key.text);
			return;
		}
		const { buffer } = this;
		switch (key.name) {
			case "enter":
			case "C-m":
			case "C-j":
				yield* this.finish();
				return { line: buffer.text };
			case "C-c":
				yield* this.finish("^C");
				return "interrupted";
			case "C-d":
				if (buffer.text !== "") break;
				yield* this.finish();
				return "end";
			case "C-l":
				yield* write(1, "\x1B[H\x1B[2J");
				this.screen.reset();
				return;
			case "up":
			case "C-p":
				if (!buffer.vertical(-1)) this.walk(-1);
				return;
			case "down":
			case "C-n":
				if (!buffer.vertical(1)) this.walk(1);
				return;
			case "M-<":
				this.walk(-this.place);
				return;
			case "M->":
				this.walk(this.shell.history.length - this.place);
				return;
			case "C-r":
				this.search = {
					query: "",
					at: this.shell.history.length,
					found: true,
					before: buffer.text
				};
				return;
			case "M-.":
			case "M-_":
				this.insertLastArgument(before);
				return;
			case "tab":
				yield* this.tab(before === "tab");
				return;
			case "right":
			case "C-f":
			case "end":
			case "C-e":
				if (this.acceptHint()) return void 0;
				break;
			case "C-right":
			case "M-f": if (this.acceptHint(true)) return void 0;
		}
		buffer.edit(key.name);
	}
	/** Takes the grey text (or its next word); false when there is none. */
	acceptHint(word = false) {
		const hint = this.hint;
		if (hint === "") return false;
		const offered = this.buffer.text === "" ? this.suggestion : hint;
		this.buffer.insert(word ? /^\s*\S+/.exec(offered)?.[0] ?? offered : offered);
		return true;
	}
	walk(by) {
		const { history } = this.shell;
		const to = this.place + by;
		if (to < 0 || to > history.length || by === 0) return;
		this.edited.set(this.place, this.buffer.text);
		this.place = to;
		this.buffer.set(this.edited.get(to) ?? history[to] ?? "");
	}
	insertLastArgument(before) {
		const { history } = this.shell;
		const again = before === "M-." || before === "M-_";
		const at = (again ? this.lastArgument.at : history.length) - 1;
		const line = history[at];
		if (line === void 0) return;
		const word = line.match(/(?:"(?:\\.|[^"])*"|'[^']*'|\\.|[^\s"'])+/g)?.at(-1) ?? "";
		this.buffer.replaceBefore(this.buffer.cursor - (again ? this.lastArgument.length : 0), word);
		this.lastArgument = {
			at,
			length: word.length
		};
	}
	/** True when the key was used by the search; other keys end it and do what they do. */
	*pressInSearch(key) {
		const search = this.search;
		const { history } = this.shell;
		const look = (from) => {
			const at = history.findLastIndex((line, i) => i <= from && line.includes(search.query));
			search.found = at >= 0;
			if (at < 0) return;
			search.at = at;
			const line = history[at];
			this.buffer.set(line, line.indexOf(search.query));
			this.place = at;
		};
		if (key.kind !== "key") {
			search.query += key.text.replace(/\n/g, "");
			look(Math.min(search.at, history.length - 1));
			return true;
		}
		switch (key.name) {
			case "C-r":
				if (search.query !== "") look(search.at - 1);
				return true;
			case "backspace":
				search.query = search.query.slice(0, -1);
				if (search.query === "") this.buffer.set(search.before);
				else look(history.length - 1);
				return true;
			case "C-g":
				this.buffer.set(search.before);
				this.place = history.length;
				this.search = void 0;
				return true;
			default:
				this.search = void 0;
				return key.name === "escape" || key.name === "tab";
		}
	}
	*tab(again) {
		const { buffer } = this;
		if (buffer.text === "" && this.suggestion !== "") {
			this.acceptHint();
			return;
		}
		if (buffer.text.slice(0, buffer.cursor).trim() === "") return;
		let completion;
		try {
			completion = yield* complete(this.shell, buffer.text.slice(0, buffer.cursor));
		} catch (error) {
			if (!(error instanceof SysError)) throw error;
			return;
		}
		const inserted = insertion(completion);
		if (inserted !== void 0 && inserted !== buffer.text.slice(completion.start, buffer.cursor)) {
			buffer.replaceBefore(completion.start, inserted);
			this.lastKey = "";
		} else if (again && completion.candidates.length > 1) yield* this.list(completion.candidates);
		else if (completion.candidates.length !== 1) yield* write(1, "\x07");
	}
	*list(candidates) {
		yield* this.finish();
		if (candidates.length > ASK_ABOVE) {
			yield* write(1, `Display all ${candidates.length} possibilities? (y or n)`);
			const answer = yield* this.oneKey();
			yield* write(1, "\r\n");
			if (!answer) return;
		}
		yield* write(1, listing(candidates, this.size.columns));
	}
	*oneKey() {
		for (;;) {
			const key = this.keys.shift();
			if (!key) {
				const chunk = yield* this.input();
				if (chunk === null) return false;
				this.keys.push(...this.reader.push(chunk));
			} else if (key.kind === "text" && /^[yY ]/.test(key.text)) return true;
			else if (key.kind === "key" ? ["tab", "enter"].includes(key.name) : /^[nN]/.test(key.text)) return key.kind === "key";
			else if (key.kind === "key" && [
				"C-c",
				"C-g",
				"backspace",
				"escape"
			].includes(key.name)) return false;
		}
	}
};
// src/shell/readline/history.ts
/** The list of typed lines: kept in a file, walked with the arrows, searched, and referred to by `!`. */
var LIMIT = 1e3;
function pathOf(shell) {
	return shell.variables.get("HISTFILE") ?? (shell.variables.get("HOME") ? `${shell.variables.get("HOME")}/.bash_history` : void 0);
}
function* loadHistory(shell) {
	const path = pathOf(shell);
	if (!path) return;
	const text = yield* files((fs, cwd) => fs.stat(fs.resolve(cwd, path))?.text ?? "");
	shell.history.push(...text.split("\n").filter((line) => line !== "").map((line) => line.replaceAll("\0", "\n")).slice(-1e3));
}
/** Adds a line and saves it at once: a page may be closed at any time. Repeated lines and those that begin with a blank are left out. */
function* remember(shell, line) {
	const text = line.replace(/\n+$/, "");
	const control = shell.variables.get("HISTCONTROL") ?? "";
	if (text.trim() === "" || !shell.options.has("history")) return;
	if (/ignorespace|ignoreboth/.test(control) && /^\s/.test(text)) return;
	if (/ignoredups|ignoreboth/.test(control) && shell.history.at(-1) === text) return;
	shell.history.push(text);
	if (shell.history.length > LIMIT * 2) shell.history.splice(0, LIMIT);
	const path = pathOf(shell);
	if (!path) return;
	try {
		yield* files((fs, cwd) => {
			const file = fs.resolve(cwd, path);
			const before = fs.stat(file)?.text ?? "";
			const lines = before.split("\n");
			const kept = lines.length > LIMIT * 2 ? lines.slice(-1e3).join("\n") : before;
			fs.write(file, `${kept}${text.replaceAll("\n", "\0")}\n`);
		});
	} catch (error) {
		if (!(error instanceof SysError)) throw error;
	}
}
/** One line for a command typed over several: joined as bash joins them in its history. */
function joinLines(lines) {
	return lines.reduce((text, line) => {
		if (/<<|["'`]/.test(text)) return `${text}\n${line}`;
		if (/\\$/.test(text)) return text.slice(0, -1) + line;
		if (line.trim() === "") return text;
		return `${text}${/(?:\b(?:then|do|else|in)|[{(|;]|&&|\|\||;;)\s*$/.test(text) ? " " : "; "}${line.trim()}`;
	});
}
/** The line with its history references replaced; an error names one that matches nothing. */
function expandHistory(line, history) {
	const quick = /^\^([^^\n]+)\^([^^\n]*)(?:\^(.*))?$/.exec(line);
	if (quick) {
		const last = history.at(-1);
		if (!last?.includes(quick[1])) return { error: `:s${line}: substitution failed` };
		return {
			text: last.replace(quick[1], () => quick[2]) + (quick[3] ?? ""),
			changed: true
		};
	}
	let out = "";
	let changed = false;
	let double = false;
	for (let i = 0; i < line.length; i++) {
		const c = line[i];
		if (c === "\\") {
			out += c + (line[++i] ?? "");
			continue;
		}
		if (c === "\"") double = !double;
		if (c === "'" && !double) {
			const end = line.indexOf("'", i + 1);
			const to = end < 0 ? line.length : end + 1;
			out += line.slice(i, to);
			i = to - 1;
			continue;
		}
		const rest = line.slice(i);
		if (c !== "!" || /^!(?:[\s=(]|$)/.test(rest) || double && rest[1] === "\"" || line[i - 1] === "[" || /\$\{?$/.test(out)) {
			out += c;
			continue;
		}
		const found = reference(rest, history, double);
		if ("error" in found) return found;
		out += found.text;
		changed = true;
		i += found.length - 1;
	}
	return {
		text: out,
		changed
	};
}
function reference(rest, history, double) {
	let name = (/^!(?:!|-?\d+|\?[^?\n]+\??|#|(?=[$^*:])|[^\s:;&|<>()"'$^*]+)/.exec(rest)?.[0] ?? "!").slice(1);
	if (double) name = name.replace(/".*$/s, "");
	let line;
	if (name === "!" || name === "") line = history.at(-1);
	else if (/^-?\d+$/.test(name)) line = Number(name) < 0 ? history.at(Number(name)) : history[Number(name) - 1];
	else if (name.startsWith("?")) line = history.findLast((one) => one.includes(name.slice(1).replace(/\?$/, "")));
	else line = history.findLast((one) => one.startsWith(name));
	const length = 1 + name.length;
	if (line === void 0) return { error: `!${name}: event not found` };
	const designator = /^(?::?([$^*])|:(\d+)(?:-(\d+|\$))?|:(p))/.exec(rest.slice(length));
	if (!designator) return {
		text: line,
		length
	};
	const words = line.match(/(?:"(?:\\.|[^"])*"|'[^']*'|\\.|[^\s"'])+/g) ?? [];
	const total = length + designator[0].length;
	const last = words.length - 1;
	let from;
	let to;
	if (designator[1]) [from, to] = designator[1] === "$" ? [last, last] : designator[1] === "^" ? [1, 1] : [1, last];
	else if (designator[2]) [from, to] = [Number(designator[2]), designator[3] === "$" ? last : Number(designator[3] ?? designator[2])];
	else return {
		text: line,
		length: total
	};
	if (to > last || from > last + 1) return { error: `${designator[0]}: bad word specifier` };
	return {
		text: words.slice(from, to + 1).join(" "),
		length: total
	};
}
// src/shell/readline/prompt.ts
/** PS1 and its like: backslash escapes, then expansions. */
/** The prompt that a shell has where none is set: short and green on the laptop, as the images have it in containers. */
function defaultPrompt(shell) {
	const root = shell.userId === "0";
	if (shell.dialect === "ash") return root ? "\\w # " : "\\w \\$ ";
	if (shell.dialect === "dash") return root ? "# " : "$ ";
	return root ? "\\u@\\h:\\w\\$ " : "\\[\\e[32m\\]\\$\\[\\e[0m\\] ";
}
function* promptText(shell, name) {
	const template = shell.variables.get(name) ?? (name === "PS2" ? "> " : defaultPrompt(shell));
	const time = /\\[dtT@AD]/.test(template) ? yield* now() : 0;
	return yield* expandQuoted(shell, shell.dialect === "dash" ? template : decode(shell, template, time));
}
function decode(shell, template, time) {
	const plain = (value) => value.replace(/[$`\\]/g, "\\$&");
	return template.replace(/\\(?:D\{([^}]*)\}|([0-7]{1,3})|([^]))/g, (all, date, octal, letter) => {
		if (date !== void 0) return plain(formatDate(date || "%X", time));
		if (octal !== void 0) return String.fromCharCode(Number.parseInt(octal, 8));
		switch (letter) {
			case "u": return plain(shell.process.env["USER"] ?? (shell.userId === "0" ? "root" : "user"));
			case "h": return plain(shell.process.machine.hostname.replace(/\..*/, ""));
			case "H": return plain(shell.process.machine.hostname);
			case "w": return plain(shortened(shell));
			case "W": return plain(shortened(shell).replace(/.*\/(?=[^/])/, ""));
			case "$": return shell.userId === "0" ? "#" : "\\$";
			case "n": return "\n";
			case "r": return "\r";
			case "e": return "\x1B";
			case "a": return "\x07";
			case "\\": return "\\\\";
			case "[":
			case "]": return "";
			case "s": return plain(shell.name.replace(/^-|.*\//g, ""));
			case "v": return "5.2";
			case "V": return "5.2.37";
			case "j": return String(shell.jobs.filter((job) => job.listed).length);
			case "!":
			case "#": return String(shell.history.length + 1);
			case "d": return plain(formatDate("%a %b %d", time));
			case "t": return plain(formatDate("%H:%M:%S", time));
			case "T": return plain(formatDate("%I:%M:%S", time));
			case "@": return plain(formatDate("%I:%M %p", time));
			case "A": return plain(formatDate("%H:%M", time));
			default: return all;
		}
	});
}
function shortened(shell) {
	const home = shell.variables.get("HOME");
	const { cwd } = shell.process;
	return home && home !== "/" && (cwd === home || cwd.startsWith(`${home}/`)) ? `~${cwd.slice(home.length)}` : cwd;
}
// src/shell/readline/interact.ts
/** The interactive loop: prompt, read, run. */
/** Runs until `exit`, Ctrl-D or the terminal's end; the exit code. */
function* interact(shell, login) {
	const { variables } = shell;
	if (shell.dialect === "bash" && variables.raw("HISTCONTROL") === void 0) variables.set("HISTCONTROL", "ignoreboth");
	yield* loadHistory(shell);
	yield* startFiles(shell, login);
	const { init } = shell.process;
	const teller = isTerminal(init) ? new StateTeller(shell, init) : void 0;
	if (isTerminal(init)) yield* safely(shell, () => resume(shell, init));
	const editor = new Editor(shell);
	let warned = false;
	for (;;) {
		yield* safely(shell, function* () {
			yield* notify(shell);
			yield* runTraps(shell);
			const command = variables.get("PROMPT_COMMAND");
			if (command) {
				const status = shell.status;
				yield* runText(shell, command);
				shell.status = status;
			}
		});
		if (teller) yield* teller.tell();
		const command = yield* readCommand(shell, editor);
		if (command === "interrupted") {
			shell.status = 130;
			continue;
		}
		if (command === "end") {
			if (shell.jobs.some((job) => job.state === "stopped") && !warned) {
				warned = true;
				yield* write(2, "There are stopped jobs.\n");
				continue;
			}
			yield* write(2, shell.dialect === "bash" ? login ? "logout\n" : "exit\n" : "");
			return shell.status;
		}
		warned = false;
		yield* safely(shell, () => runText(shell, command));
	}
}
/** Whatever a command does, the prompt comes back: only `exit` (thrown on) ends the shell. */
function* safely(shell, run) {
	const { tested, loops, depth, sourcing, substitutions } = shell;
	const frames = shell.variables.frames.length;
	try {
		yield* run();
	} catch (error) {
		if (error instanceof Leave && error.how === "exit") throw error;
		if (error instanceof Leave) {
			if (error.how === "return") shell.status = error.count;
		} else if (error instanceof Interrupted) {
			shell.status = 130;
			yield* tty({ foreground: shell.process.pid });
			yield* tty({ set: "cooked" });
		} else try {
			yield* report(shell, error);
		} catch (again) {
			if (!(again instanceof Leave)) throw again;
		}
		while (shell.variables.frames.length > frames) shell.variables.pop();
		Object.assign(shell, {
			tested,
			loops,
			depth,
			sourcing,
			substitutions
		});
	}
}
function* startFiles(shell, login) {
	const home = shell.variables.get("HOME");
	if (!home || shell.dialect !== "bash") return;
	for (const name of login ? [".bash_profile", ".bashrc"] : [".bashrc"]) {
		const path = `${home}/${name}`;
		const text = yield* files((fs, cwd) => fs.stat(fs.resolve(cwd, path))?.text);
		if (text === void 0) continue;
		yield* safely(shell, () => runText(shell, text));
		return;
	}
}
/** A whole command, over as many lines as it takes. */
function* readCommand(shell, editor) {
	const lines = [];
	let text = "";
	const suggestion = yield* suggested();
	try {
		for (;;) {
			const ending = yield* editor.read(yield* promptText(shell, lines.length === 0 ? "PS1" : "PS2"), lines.length === 0 ? suggestion : "");
			if (ending === "interrupted") return "interrupted";
			if (ending === "end") {
				if (lines.length === 0) return "end";
				break;
			}
			let { line } = ending;
			if (shell.dialect === "bash" && shell.options.has("histexpand") && line.includes("!")) {
				const expanded = expandHistory(line, shell.history);
				if ("error" in expanded) {
					yield* write(2, `${shell.prefix}${expanded.error}\n`);
					return "interrupted";
				}
				if (expanded.changed) yield* write(1, `${expanded.text}\n`);
				line = expanded.text;
			}
			lines.push(line);
			text += `${line}\n`;
			if (!continues(line) && parse(text).problem?.kind !== "unfinished") break;
		}
	} finally {
		yield* editor.release();
	}
	yield* remember(shell, joinLines(lines));
	return text;
}
/** The corrected line that the last command left, if any. */
function* suggested() {
	try {
		return (yield* device("suggestion", { take: true })) ?? "";
	} catch (error) {
		if (!(error instanceof SysError)) throw error;
		return "";
	}
}
/** True where a line editor can work. */
function* hasTerminal() {
	if (!(yield* isatty(0))) return false;
	try {
		yield* tty({ get: "size" });
		return true;
	} catch (error) {
		if (error instanceof SysError) return false;
		throw error;
	}
}
// src/shell/sh.ts
/** The program for a dialect. A process started with subshell data runs that instead. */
function shellProgram(dialect) {
	return (process) => {
		if (isSubshell(process.init)) return subshell(process);
		const shell = new Shell(process, dialect);
		return withSignals(shell, main(shell));
	};
}
/** GNU bash. */
var bash = shellProgram("bash");
/** Debian's `sh`. */
var dash = shellProgram("dash");
/** busybox's `sh`. */
var ash = shellProgram("ash");
/**
* A shell fed with texts from code instead of a terminal: runs each, keeps its state between them, and reports each one's code.
* It ends at the end of the channel or at `exit`.
*/
function fedShell(lines, codes) {
	return (process) => {
		if (isSubshell(process.init)) return subshell(process);
		const shell = new Shell(process, "bash");
		shell.shopts.add("expand_aliases");
		return withSignals(shell, toTheEnd(shell, () => feed(shell, lines, codes)));
	};
}
function* feed(shell, lines, codes) {
	for (let text = yield* receive(lines); text !== null; text = yield* receive(lines)) {
		try {
			yield* runText(shell, text);
		} catch (error) {
			if (!(error instanceof Leave)) throw error;
			shell.status = error.count;
			if (error.how === "exit" && /(?:^|[\s;&|({])(?:exit|exec|logout)\b/.test(text)) {
				codes.push(shell.status);
				return shell.status;
			}
		}
		codes.push(shell.status);
	}
	return shell.status;
}
function* main(shell) {
	const start = yield* readArguments(shell, shell.process.argv.slice(1));
	if (typeof start === "number") return start;
	shell.startTime = 0;
	if (start.code !== void 0) {
		shell.name = start.args[0] ?? shell.process.argv[0] ?? "bash";
		shell.positional = start.args.slice(1);
		const [only, ...more] = parse(start.code).script.commands;
		shell.tail = more.length === 0 && only?.command.type === "Command" && !only.background;
		return yield* toTheEnd(shell, () => runText(shell, start.code, 0, shell.dialect === "bash" ? "-c:" : ""));
	}
	shell.positional = start.args;
	if (start.script !== void 0) {
		shell.name = start.script;
		return yield* toTheEnd(shell, () => runFile(shell, start.script));
	}
	if (yield* hasTerminal()) {
		shell.interactive = true;
		shell.jobControl = true;
		for (const option of [
			"histexpand",
			"monitor",
			"emacs",
			"history"
		]) shell.options.add(option);
		shell.shopts.add("expand_aliases");
		yield* armSignals(shell);
		return yield* toTheEnd(shell, () => interact(shell, start.login));
	}
	return yield* toTheEnd(shell, () => fromInput(shell));
}
function* readArguments(shell, argv) {
	const start = {
		code: void 0,
		script: void 0,
		args: [],
		interactive: false,
		login: shell.process.argv[0]?.startsWith("-") ?? false,
		stdin: false
	};
	let command = false;
	let i = 0;
	for (; i < argv.length && /^[-+]./.test(argv[i]); i++) {
		const word = argv[i];
		if (word === "--") {
			i++;
			break;
		}
		if (word.startsWith("--")) {
			if (word === "--version" && shell.dialect === "bash") {
				yield* write(1, "GNU bash, version 5.2.37(1)-release (x86_64-pc-linux-gnu)\n");
				return 0;
			}
			if (word === "--login") start.login = true;
			else if (![
				"--norc",
				"--noprofile",
				"--posix",
				"--noediting",
				"--rcfile",
				"--init-file"
			].includes(word)) {
				yield* write(2, `${shell.name}: ${word}: invalid option\n`);
				return 2;
			}
			if (word === "--rcfile" || word === "--init-file") i++;
			continue;
		}
		for (const letter of word.slice(1)) if (letter === "c") command = true;
		else if (letter === "i") start.interactive = true;
		else if (letter === "l") start.login = true;
		else if (letter === "s") start.stdin = true;
		else if (letter === "o" || letter === "O") {
			const name = argv[++i] ?? "";
			if (letter === "o" && !SET_OPTIONS.includes(name)) {
				yield* write(2, `${shell.name}: line 0: ${shell.name}: ${name}: invalid option name\n`);
				return 2;
			}
			const store = letter === "o" ? shell.options : shell.shopts;
			if (word.startsWith("-")) store.add(name);
			else store.delete(name);
		} else {
			const name = optionName(letter);
			if (!name) {
				yield* write(2, shell.dialect === "bash" ? `${shell.name}: -${letter}: invalid option\n` : `${shell.name}: 0: Illegal option -${letter}\n`);
				return 2;
			}
			if (word.startsWith("-")) shell.options.add(name);
			else shell.options.delete(name);
		}
	}
	if (command) {
		if (argv[i] === void 0) {
			yield* write(2, shell.dialect === "bash" ? `${shell.name}: -c: option requires an argument\n` : `${shell.name}: 0: -c requires an argument\n`);
			return 2;
		}
		start.code = argv[i++];
		start.args = argv.slice(i);
	} else if (argv[i] !== void 0 && !start.stdin) {
		start.script = argv[i];
		start.args = argv.slice(i + 1);
	} else start.args = argv.slice(i);
	return start;
}
function* runFile(shell, path) {
	let text;
	try {
		text = yield* readScript(path);
	} catch (error) {
		if (!(error instanceof SysError)) throw error;
		const name = shell.process.argv[0] ?? "bash";
		if (shell.dialect === "dash") yield* write(2, `${name}: 0: cannot open ${path}: ${error.errno === "ENOENT" ? "No such file" : error.message}\n`);
		else if (shell.dialect === "ash") yield* write(2, `${name}: can't open '${path}': ${error.message}\n`);
		else yield* write(2, error.errno === "EISDIR" ? `${path}: ${path}: Is a directory\n` : `${name}: ${path}: ${error.message}\n`);
		return error.errno === "EISDIR" ? 126 : shell.dialect === "bash" ? 127 : 2;
	}
	return yield* runText(shell, text);
}
function* readScript(path) {
	return yield* files((fs, cwd) => fs.read(fs.resolve(cwd, path)));
}
/** Commands from standard input, one complete command at a time: what it starts may read the rest. */
function* fromInput(shell) {
	let text = "";
	let line = 0;
	let lines = 0;
	for (;;) {
		const next = yield* readLine(0);
		if (next !== null) {
			text += next;
			lines++;
			if (continues(text) || parse(text).problem?.kind === "unfinished") continue;
		}
		if (text.trim() !== "") yield* runText(shell, text, line);
		text = "";
		line = lines;
		if (next === null) return shell.status;
	}
}
export { ash, bash, dash, fedShell, Shell as i, toTheEnd as n, withSignals as r, shellProgram, builtins as t };
