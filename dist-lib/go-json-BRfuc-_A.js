// src/api/go-json.ts
var ESCAPES = {
	"\x07": "\\a",
	"\b": "\\b",
	"\f": "\\f",
	"\n": "\\n",
	"\r": "\\r",
	"	": "\\t",
	"\v": "\\v",
	"\"": "\\\"",
	"\\": "\\\\"
};
/** A string as Go's %q: quoted, control characters escaped. */
function goQuote(text) {
	return `"${text.replace(/["\\]|[^\x20-\x7e]/gu, (char) => ESCAPES[char] ?? (isPrintable(char) ? char : escapeCode(char)))}"`;
}
function isPrintable(char) {
	return /[\p{L}\p{M}\p{N}\p{P}\p{S}]/u.test(char);
}
function escapeCode(char) {
	const code = char.codePointAt(0);
	if (code < 128) return `\\x${code.toString(16).padStart(2, "0")}`;
	return code < 65536 ? `\\u${code.toString(16).padStart(4, "0")}` : `\\U${code.toString(16).padStart(8, "0")}`;
}
/** A value as Go's json.Marshal writes it: no spaces, keys sorted, <, > and & escaped. */
function toGoJson(value) {
	if (value instanceof Verbatim) return value.text;
	return JSON.stringify(sorted(value)).replace(/[<>&\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
function sorted(value) {
	if (Array.isArray(value)) return value.map(sorted);
	if (value === null || typeof value !== "object") return value;
	const from = value;
	const to = {};
	for (const key of Object.keys(from).sort()) to[key] = sorted(from[key]);
	return to;
}
/** A value as Go's %v prints decoded JSON: `map[name:web ports:[80 443]]`. */
function goValue(value) {
	if (value === null || value === void 0) return "<nil>";
	if (Array.isArray(value)) return `[${value.map(goValue).join(" ")}]`;
	if (typeof value !== "object") return String(value);
	const bag = value;
	return `map[${Object.keys(bag).sort().map((key) => `${key}:${goValue(bag[key])}`).join(" ")}]`;
}
/** A value that messages show as this text, where Go prints a struct of its own. */
var Verbatim = class {
	text;
	constructor(text) {
		this.text = text;
	}
};
export { toGoJson as i, goQuote as n, goValue as r, Verbatim as t };
