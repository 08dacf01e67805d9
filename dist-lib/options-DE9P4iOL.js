import { n as HELP, t as Failure } from "./tool-C9Ng63UA.js";
// src/tools/options.ts
/** Command line options as getopt_long reads them, with its messages. */
/**
* @param spec options apart by spaces: names apart by commas, the first is the key; `:` takes an argument, `::` may take one.
*   `n,lines: c,bytes: q,quiet,silent color::`
*/
function options(call, spec, rules = {}) {
	const kinds = /* @__PURE__ */ new Map();
	for (const item of spec.split(" ").filter(Boolean)) {
		const [, names = "", argument = ""] = /^(.*?)(:{0,2})$/.exec(item);
		const [key = ""] = names.split(",");
		for (const name of names.split(",")) kinds.set(name, {
			key,
			argument
		});
	}
	const given = [];
	const operands = [];
	const fail = (message) => {
		throw new Failure(usageError(call, message, rules.hint), rules.code ?? 1);
	};
	const args = rules.args ?? call.args;
	for (let i = 0; i < args.length; i++) {
		const arg = args[i];
		if (arg === "--") {
			operands.push(...args.slice(i + 1));
			break;
		}
		if (arg === "-" || !arg.startsWith("-")) {
			operands.push(arg);
			if (!rules.stop) continue;
			operands.push(...args.slice(i + 1));
			break;
		}
		if (rules.digits && /^-\d+$/.test(arg)) {
			given.push([rules.digits, arg.slice(1)]);
			continue;
		}
		if (arg.startsWith("--")) {
			const [, name = "", , value] = /^--([^=]*)(=([^]*))?$/.exec(arg);
			const found = kinds.has(name) && name.length > 1 ? [name] : [...kinds.keys()].filter((key) => key.length > 1 && key.startsWith(name));
			if (new Set(found.map((key) => kinds.get(key)?.key)).size > 1) fail(`option '--${name}' is ambiguous; possibilities: ${found.map((key) => `'--${key}'`).join(" ")}`);
			const kind = kinds.get(found[0] ?? "");
			if (!kind) {
				if (name === "help") throw new Help(call, HELP);
				if (name === "version") throw new Help(call, call.busybox ? "BusyBox v1.37.0 multi-call binary.\n" : `${call.name} (GNU coreutils) 9.4\n`);
				fail(call.busybox ? `unrecognized option: ${name}` : `unrecognized option '${arg.replace(/=.*$/s, "")}'`);
				continue;
			}
			if (kind.argument === "" && value !== void 0) fail(`option '--${found[0]}' doesn't allow an argument`);
			if (kind.argument === ":" && value === void 0 && i + 1 >= args.length) fail(`option '--${found[0]}' requires an argument`);
			given.push([kind.key, kind.argument === ":" && value === void 0 ? args[++i] : value ?? ""]);
			continue;
		}
		for (let at = 1; at < arg.length; at++) {
			const letter = arg[at];
			const kind = kinds.get(letter);
			if (!kind) {
				fail(call.busybox ? `unrecognized option: ${letter}` : `invalid option -- '${letter}'`);
				break;
			}
			if (kind.argument === "") {
				given.push([kind.key, ""]);
				continue;
			}
			const attached = arg.slice(at + 1);
			if (attached === "" && kind.argument === ":" && i + 1 >= args.length) fail(call.busybox ? `option requires an argument: ${letter}` : `option requires an argument -- '${letter}'`);
			given.push([kind.key, attached !== "" || kind.argument === "::" ? attached : args[++i]]);
			break;
		}
	}
	return {
		operands,
		given,
		has: (name) => given.some(([key]) => key === name),
		get: (name) => given.findLast(([key]) => key === name)?.[1],
		all: (name) => given.filter(([key]) => key === name).map(([, value]) => value)
	};
}
/** `--help` and `--version`: text on standard output, exit code 0. */
var Help = class extends Failure {
	constructor(call, text) {
		call.put(text);
		super("", 0);
	}
};
/** The message of a wrong use, with the line that says where help is. */
function usageError(call, message, hint) {
	if (call.busybox) return `${message}\nBusyBox v1.37.0 multi-call binary.\n\n${HELP}`;
	return `${message}\n${hint ?? `Try '${call.name} --help' for more information.`}`;
}
/** Ends the tool for want of an operand, as GNU tools say it. */
function missingOperand(call, after, code = 1) {
	return new Failure(usageError(call, after === void 0 ? "missing operand" : `missing operand after ${call.quote(after)}`), code);
}
function extraOperand(call, operand, code = 1) {
	return new Failure(usageError(call, `extra operand ${call.quote(operand)}`), code);
}
var MULTIPLIERS = {
	b: 512,
	K: 1024,
	k: 1024,
	KiB: 1024,
	kB: 1e3,
	KB: 1e3,
	M: 1024 ** 2,
	MiB: 1024 ** 2,
	MB: 1e6,
	G: 1024 ** 3,
	GB: 1e9,
	T: 1024 ** 4
};
/** A count with a size suffix (`10`, `2k`, `1M`); undefined when it is none. */
function parseCount(text) {
	const match = /^(\d+)([a-zA-Z]*)$/.exec(text);
	if (!match) return void 0;
	const unit = match[2] === "" ? 1 : MULTIPLIERS[match[2]];
	return unit === void 0 ? void 0 : Number(match[1]) * unit;
}
export { usageError as a, parseCount as i, missingOperand as n, options as r, extraOperand as t };
