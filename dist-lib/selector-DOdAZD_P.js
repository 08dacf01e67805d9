// src/api/values/names.ts
var LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
var SUBDOMAIN = `${LABEL}(\\.${LABEL})*`;
var DNS1035 = "[a-z]([-a-z0-9]*[a-z0-9])?";
var KEY = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
var KEY_WORDS = "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character";
var CONFIG_KEY = "[-._a-zA-Z0-9]+";
var HEADER = "[-A-Za-z0-9]+";
var PERCENT = "[0-9]+%";
var compiled = /* @__PURE__ */ new Map();
function fits(format, value) {
	let regexp = compiled.get(format);
	if (!regexp) {
		regexp = new RegExp(`^(?:${format})$`);
		compiled.set(format, regexp);
	}
	return regexp.test(value) && !value.endsWith("\n");
}
/** The sentence for a value that does not fit `format`. */
function regexError(words, format, ...examples) {
	const some = examples.map((example) => `'${example}', `).join(" or ");
	return some ? `${words} (e.g. ${some}regex used for validation is '${format}')` : `${words} (regex used for validation is '${format}')`;
}
/** Bytes of `value` in UTF-8, which is how the API server counts. */
function byteLength(value) {
	let bytes = 0;
	for (const char of value) {
		const code = char.codePointAt(0);
		bytes += code < 128 ? 1 : code < 2048 ? 2 : code < 65536 ? 3 : 4;
	}
	return bytes;
}
function tooLong(value, max, unit) {
	return byteLength(value) > max ? [`must be no more than ${max} ${unit}`] : [];
}
/** Name of a Namespace, Pod host, container, ...: at most 63 of a-z, 0-9, '-'. */
function isDNS1123Label(value) {
	const errors = tooLong(value, 63, "characters");
	if (fits(LABEL, value)) return errors;
	if (fits(SUBDOMAIN, value)) return [...errors, "must not contain dots"];
	const words = "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character";
	return [...errors, regexError(words, LABEL, "my-name", "123-abc")];
}
/** Name of most objects: labels joined by dots, at most 253 characters. */
function isDNS1123Subdomain(value) {
	return subdomainErrors(value, "characters");
}
/** The length sentence counts in bytes where the name is part of a label key. */
function subdomainErrors(value, unit) {
	const errors = tooLong(value, 253, unit);
	if (fits(SUBDOMAIN, value)) return errors;
	const words = "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character";
	return [...errors, regexError(words, SUBDOMAIN, "example.com")];
}
/** Name that must start with a letter (Services before v1.36, among others). */
function isDNS1035Label(value) {
	const errors = tooLong(value, 63, "characters");
	if (fits(DNS1035, value)) return errors;
	const words = "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character";
	return [...errors, regexError(words, DNS1035, "my-name", "abc-123")];
}
/** Label or annotation key: an optional DNS prefix and '/', then a name of at most 63 bytes. */
function isLabelKey(value) {
	const errors = [];
	const parts = value.split("/");
	if (parts.length > 2) return [`a valid label key ${regexError(KEY_WORDS, KEY, "MyName", "my.name", "123-abc")} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`];
	const name = parts[parts.length - 1];
	if (parts.length === 2) {
		const prefix = parts[0];
		if (prefix === "") errors.push("prefix part must be non-empty");
		else errors.push(...subdomainErrors(prefix, "bytes").map((error) => `prefix part ${error}`));
	}
	if (name === "") errors.push("name part must be non-empty");
	else errors.push(...tooLong(name, 63, "bytes").map((error) => `name part ${error}`));
	if (!fits(KEY, name)) errors.push(`name part ${regexError(KEY_WORDS, KEY, "MyName", "my.name", "123-abc")}`);
	return errors;
}
var isQualifiedName = isLabelKey;
function isLabelValue(value) {
	const errors = tooLong(value, 63, "bytes");
	if (fits(`(${KEY})?`, value)) return errors;
	const words = `a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character`;
	return [...errors, regexError(words, `(${KEY})?`, "MyValue", "my_value", "12345")];
}
/** Port number of a Service or container. */
function isPortNumber(value) {
	return isInRange(value, 1, 65535);
}
function isInRange(value, low, high) {
	return Number.isInteger(value) && value >= low && value <= high ? [] : [`must be between ${low} and ${high}, inclusive`];
}
/** Port name: at most 15 of a-z, 0-9, '-', with a letter. */
function isPortName(value) {
	const errors = tooLong(value, 15, "characters");
	if (!fits("[-a-z0-9]+", value)) errors.push("must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)");
	if (!/[a-z]/.test(value)) errors.push("must contain at least one letter (a-z)");
	if (value.includes("--")) errors.push("must not contain consecutive hyphens");
	if (value.startsWith("-") || value.endsWith("-")) errors.push("must not begin or end with a hyphen");
	return errors;
}
/** Environment variable name as the API server takes it since v1.34 (RelaxedEnvironmentVariableValidation). */
function isEnvVarName(value) {
	if (value === "") return ["environment variable name must be non-empty"];
	if (/^[\x20-\x7e]*$/.test(value) && !value.includes("=")) return [];
	return ["a valid environment variable name must consist only of printable ASCII characters other than '='"];
}
/** Environment variable name as a shell knows it; kubectl asks for this one in --env. */
function isStrictEnvVarName(value) {
	const format = "[-._a-zA-Z][-._a-zA-Z0-9]*";
	return [...fits(format, value) ? [] : [regexError("a valid environment variable name must consist of alphabetic characters, digits, '_', '-', or '.', and must not start with a digit", format, "my.env-name", "MY_ENV.NAME", "MyEnvName1")], ...climbs(value)];
}
/** Key of a ConfigMap or Secret. */
function isConfigMapKey(value) {
	const errors = tooLong(value, 253, "characters");
	if (!fits(CONFIG_KEY, value)) errors.push(regexError("a valid config key must consist of alphanumeric characters, '-', '_' or '.'", CONFIG_KEY, "key.name", "KEY_NAME", "key-name"));
	return [...errors, ...climbs(value)];
}
function climbs(value) {
	if (value === ".") return ["must not be '.'"];
	if (value === "..") return ["must not be '..'"];
	return value.startsWith("..") ? ["must not start with '..'"] : [];
}
function isHTTPHeaderName(value) {
	return fits(HEADER, value) ? [] : [regexError("a valid HTTP header must consist of alphanumeric characters or '-'", HEADER, "X-Header-Name")];
}
function isPercent(value) {
	return fits(PERCENT, value) ? [] : [regexError("a valid percent string must be a numeric string followed by an ending '%'", PERCENT, "1%", "93%")];
}
/** Name that can stand in a URL path: the rule for kinds without a stricter one. */
function isPathSegmentName(value) {
	if (value === "." || value === "..") return [`may not be '${value}'`];
	return ["/", "%"].filter((part) => value.includes(part)).map((part) => `may not contain '${part}'`);
}
/** IPv4 or IPv6 address. */
function isIP(value) {
	if (/^\d+(\.\d+){3}$/.test(value)) {
		const parts = value.split(".");
		if (parts.every((part) => part.length <= 3 && Number(part) <= 255)) return parts.some((part) => part.length > 1 && part.startsWith("0")) ? ["must not have leading 0s"] : [];
	} else if (isIPv6(value)) return [];
	return ["must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)"];
}
/** True for an IPv6 address without a zone. */
function isIPv6(value) {
	const halves = value.split("::");
	if (halves.length > 2) return false;
	const groups = halves.flatMap((half) => half === "" ? [] : half.split(":"));
	if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return false;
	return halves.length === 2 ? groups.length < 8 : groups.length === 8;
}
// src/api/values/selector.ts
var SelectorError = class extends Error {};
/** Selects no object at all: what a missing selector means. */
var NOTHING = {
	key: "",
	operator: "in",
	values: []
};
var BINARY = [
	"in",
	"notin",
	"=",
	"==",
	"!=",
	"gt",
	"lt"
];
var TOKEN = /[ \t\r\n]*(!=|==|[=!(),<>]|[^=!(),<> \t\r\n]+)/y;
var OPERATORS = {
	in: "in",
	notin: "notin",
	"=": "=",
	"==": "==",
	"!=": "!=",
	">": "gt",
	"<": "lt"
};
var EXPRESSION_OPERATORS = {
	In: "in",
	NotIn: "notin",
	Exists: "exists",
	DoesNotExist: "!"
};
/**
* The requirements of a selector such as `app=web,tier in (a,b),!old`, sorted by key.
* Throws SelectorError in the words of the real parser.
*/
function parseLabelSelector(text) {
	const tokens = tokenize(text);
	const requirements = [];
	let at = 0;
	const peek = () => tokens[at] ?? "";
	const next = () => tokens[at++] ?? "";
	function requirement() {
		const absent = peek() === "!";
		if (absent) at++;
		const key = next();
		if (!isIdentifier(key)) fail(`found '${key}', expected: identifier`);
		checkKey(key, "<nil>");
		if (peek() === "" || peek() === ",") return newRequirement(key, absent ? "!" : "exists", []);
		if (absent) return newRequirement(key, "!", []);
		const operator = Object.hasOwn(OPERATORS, peek()) ? OPERATORS[peek()] : void 0;
		if (!operator) return fail(`found '${peek()}', expected: ${BINARY.join(", ")}`);
		at++;
		return newRequirement(key, operator, operator === "in" || operator === "notin" ? list() : [exact()]);
	}
	function exact() {
		if (peek() === "" || peek() === ",") return "";
		const value = next();
		return isIdentifier(value) ? value : fail(`found '${value}', expected: identifier`);
	}
	function list() {
		const open = next();
		if (open !== "(") fail(`found '${open}' expected: '('`);
		const values = /* @__PURE__ */ new Set();
		if (peek() === ")") values.add("");
		else if (!isIdentifier(peek()) && peek() !== ",") fail(`found '${peek()}', expected: ',', ')' or identifier`);
		while (peek() !== ")") {
			const token = next();
			if (token === ",") {
				if (values.size === 0) values.add("");
				if (peek() === ")" || peek() === ",") values.add("");
			} else if (isIdentifier(token)) {
				values.add(token);
				if (peek() !== "," && peek() !== ")") fail(`found '${peek()}', expected: ',' or ')'`);
			} else fail(`found '${token}', expected: ',', or identifier`);
		}
		at++;
		return [...values].sort();
	}
	while (peek() !== "") {
		if (!isIdentifier(peek()) && peek() !== "!") fail(`found '${peek()}', expected: !, identifier, or 'end of string'`);
		try {
			requirements.push(requirement());
		} catch (error) {
			throw error instanceof SelectorError ? new SelectorError(`unable to parse requirement: ${error.message}`) : error;
		}
		const separator = next();
		if (separator === "") break;
		if (separator !== ",") fail(`found '${separator}', expected: ',' or 'end of string'`);
		if (!isIdentifier(peek()) && peek() !== "!") fail(`found '${peek()}', expected: identifier after ','`);
	}
	return requirements.sort(byKey);
}
function tokenize(text) {
	const tokens = [];
	const ended = text.indexOf("\0");
	const trimmed = (ended < 0 ? text : text.slice(0, ended)).replace(/[ \t\r\n]+$/, "");
	TOKEN.lastIndex = 0;
	for (let found = TOKEN.exec(trimmed); found; found = TOKEN.exec(trimmed)) tokens.push(found[1]);
	return tokens;
}
function isIdentifier(token) {
	return token !== "" && !/^[=!(),<>]/.test(token);
}
function fail(message) {
	throw new SelectorError(message);
}
function byKey(a, b) {
	return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}
function checkKey(key, path) {
	const errors = isLabelKey(key);
	if (errors.length > 0) fail(invalid(path, key, errors.join("; ")));
}
function invalid(path, value, detail) {
	return `${path}: Invalid value: ${JSON.stringify(value)}: ${detail}`;
}
/** A checked requirement; every fault found is in the message, as the real aggregate prints them. */
function newRequirement(key, operator, values) {
	const errors = [];
	const keyErrors = isLabelKey(key);
	if (keyErrors.length > 0) errors.push(invalid("key", key, keyErrors.join("; ")));
	if ((operator === "in" || operator === "notin") && values.length === 0) errors.push("values: Invalid value: []: for 'in', 'notin' operators, values set can't be empty");
	if ((operator === "exists" || operator === "!") && values.length > 0) errors.push(`values: Invalid value: ${JSON.stringify(values)}: values set must be empty for exists and does not exist`);
	values.forEach((value, index) => {
		if ((operator === "gt" || operator === "lt") && toInteger(value) === void 0) errors.push(invalid(`values[${index}]`, value, "for 'Gt', 'Lt' operators, the value must be an integer"));
	});
	values.forEach((value, index) => {
		const found = isLabelValue(value);
		if (found.length > 0) errors.push(invalid(`values[${index}][${key}]`, value, found.join("; ")));
	});
	if (errors.length > 0) fail(errors.length === 1 ? errors[0] : `[${errors.join(", ")}]`);
	return {
		key,
		operator,
		values
	};
}
function toInteger(value) {
	return /^[+-]?\d{1,19}$/.test(value) ? BigInt(value.replace(/^\+/, "")) : void 0;
}
/** True when every requirement holds for `labels`. */
function matches(requirements, labels) {
	for (const requirement of requirements) if (!holds(requirement, labels && Object.hasOwn(labels, requirement.key) ? labels[requirement.key] : void 0)) return false;
	return true;
}
function holds({ operator, values }, value) {
	switch (operator) {
		case "exists": return value !== void 0;
		case "!": return value === void 0;
		case "notin":
		case "!=": return value === void 0 || !values.includes(value);
		case "gt":
		case "lt": {
			const [left, right] = [toInteger(value ?? ""), toInteger(values[0] ?? "")];
			return left !== void 0 && right !== void 0 && (operator === "gt" ? left > right : left < right);
		}
		default: return value !== void 0 && values.includes(value);
	}
}
/** The requirements of an object's selector. No selector selects nothing, an empty one everything. */
function fromLabelSelector(selector) {
	if (!selector) return [NOTHING];
	const requirements = fromLabels(selector.matchLabels);
	for (const { key, operator, values = [] } of selector.matchExpressions ?? []) {
		const known = Object.hasOwn(EXPRESSION_OPERATORS, operator) ? EXPRESSION_OPERATORS[operator] : void 0;
		if (!known) fail(`${JSON.stringify(operator)} is not a valid label selector operator`);
		else requirements.push(newRequirement(key, known, values));
	}
	return requirements.sort(byKey);
}
/** One `key=value` requirement a label, as the selector of a Service means it. */
function fromLabels(labels) {
	return Object.entries(labels ?? {}).map(([key, value]) => ({
		key,
		operator: "=",
		values: [value]
	})).sort(byKey);
}
/** A selector as text that parseLabelSelector reads: `app=web,tier in (a,b)`; empty for none. */
function formatRequirements(requirements) {
	return requirements.filter((requirement) => requirement !== NOTHING).map(({ key, operator, values }) => {
		if (operator === "exists") return key;
		if (operator === "!") return `!${key}`;
		const list = [...values].sort().join(",");
		if (operator === "in" || operator === "notin") return `${key} ${operator} (${list})`;
		return `${key}${operator === "gt" ? ">" : operator === "lt" ? "<" : operator}${list}`;
	}).join(",");
}
/** As describe and the SELECTOR column print an object's selector: `<none>` when empty, `<error>` when not valid. */
function formatSelector(selector) {
	try {
		return formatRequirements(fromLabelSelector(selector)) || "<none>";
	} catch (error) {
		if (error instanceof SelectorError) return "<error>";
		throw error;
	}
}
/** `a=1,b=2` in key order, or `<none>`: the LABELS column, and the SELECTOR column of Services. */
function formatLabels(labels) {
	return formatRequirements(fromLabels(labels)) || "<none>";
}
/** The requirements of `--field-selector`, such as `status.phase!=Running,metadata.name=web`. */
function parseFieldSelector(text) {
	const requirements = [];
	const terms = text.match(/(?:[^\\,]|\\[\s\S]|\\$)+/g) ?? [];
	for (const term of terms.sort()) {
		const found = /^([^=!]*(?:!(?!=)[^=!]*)*)(!=|==|=)([\s\S]*)$/.exec(term);
		if (!found) throw new SelectorError(`invalid selector: '${text}'; can't understand '${term}'`);
		requirements.push({
			field: found[1],
			operator: found[2] === "!=" ? "!=" : "=",
			value: unescapeFieldValue(found[3])
		});
	}
	return requirements;
}
function unescapeFieldValue(value) {
	return value.replace(/\\([\s\S]?)|[,=]/gu, (part, escaped) => {
		if (escaped === void 0) throw new SelectorError(`invalid field selector: unescaped character in value: ${part.codePointAt(0)}`);
		if (escaped === "" || !"\\,=".includes(escaped)) throw new SelectorError(`invalid field selector: invalid escape sequence: ${part}`);
		return escaped;
	});
}
export { isPortName as C, isStrictEnvVarName as E, isPercent as S, isQualifiedName as T, isIP as _, fromLabelSelector as a, isLabelValue as b, parseFieldSelector as c, isConfigMapKey as d, isDNS1035Label as f, isHTTPHeaderName as g, isEnvVarName as h, formatSelector as i, parseLabelSelector as l, isDNS1123Subdomain as m, formatLabels as n, fromLabels as o, isDNS1123Label as p, formatRequirements as r, matches as s, SelectorError as t, byteLength as u, isIPv6 as v, isPortNumber as w, isPathSegmentName as x, isLabelKey as y };
