import { t as __exportAll } from "./rolldown-runtime-D8jQpDG7.js";
import { C as write, T as SysError, c as load, t as close, u as open } from "./sys-DzG-ihIq.js";
import { t as lazy } from "./lazy-BECgEt8c.js";
// src/tools/tool.ts
/** What every tool is made of: its call (arguments, buffered output, messages), and how it ends. */
var tool_exports = /* @__PURE__ */ __exportAll({
	Call: () => Call,
	Failure: () => Failure,
	HELP: () => HELP,
	manual: () => manual,
	program: () => program
});
/** Stands in output and messages for the tool's help, which is loaded when it is wanted. */
var HELP = "\0help\0";
/** The texts of `--help` and man. */
var manual = lazy(() => import("./manual-Dqhz0m84.js"));
/** Ends a tool: `name: message` on standard error (nothing when the message is empty) and the exit code. */
var Failure = class extends Error {
	code;
	/** The message goes out without the tool's name before it. */
	bare;
	constructor(message, code = 1, bare = false) {
		super(message);
		this.code = code;
		this.bare = bare;
	}
};
/** How a file that cannot be read is reported; `%` is its name, `#` the reason. GNU tools differ, busybox mostly does not. */
var UNREADABLE = {
	gnu: {
		head: "cannot open '%' for reading: #",
		tail: "cannot open '%' for reading: #",
		sort: "cannot read: %: #",
		sed: "can't read %: #",
		awk: "cannot open % (#)",
		jq: "error: Could not open %: #"
	},
	busybox: {
		grep: "%: #",
		egrep: "%: #",
		fgrep: "%: #",
		sed: "%: #",
		jq: "error: Could not open %: #",
		"": "can't open '%': #"
	}
};
var DIRECTORY = {
	head: "error reading '%': #",
	tail: "error reading '%': #",
	sort: "read failed: %: #",
	sed: "couldn't read %: #"
};
var Call = class {
	process;
	name;
	args;
	/** Words its messages as busybox does. */
	busybox;
	text = "";
	constructor(process, busybox = false) {
		this.process = process;
		this.name = (process.argv[0] ?? "").replace(/^.*\//, "");
		this.args = process.argv.slice(1);
		this.busybox = busybox;
	}
	/** Output that goes out with the next `flush`; tools flush before they wait for anything. */
	put(text) {
		this.text += text;
	}
	get buffered() {
		return this.text.length;
	}
	*flush() {
		const text = this.text;
		this.text = "";
		if (text !== "") yield* write(1, text.includes("\0help\0") ? yield* this.explain(text) : text);
	}
	/** The text with the tool's help where it belongs. */
	*explain(text) {
		if (!text.includes("\0help\0")) return text;
		const { helpOf } = yield* load(manual);
		return text.replaceAll(HELP, helpOf(this.name));
	}
	/** `name: message` on standard error. */
	*warn(message) {
		yield* this.flush();
		yield* write(2, `${this.name}: ${message}\n`);
	}
	/** Text on standard error as it is. */
	*note(text) {
		yield* this.flush();
		yield* write(2, text);
	}
	/** Quotes as GNU messages do: curly ones in a UTF-8 locale. */
	quote(text) {
		const { LC_ALL, LC_CTYPE, LANG } = this.process.env;
		if (this.busybox) return `'${text}'`;
		return /utf-?8/i.test(LC_ALL || LC_CTYPE || LANG || "") ? `‘${text}’` : `'${text}'`;
	}
	/** The message for a file that cannot be read. */
	unreadable(path, error) {
		const words = UNREADABLE[this.busybox ? "busybox" : "gnu"];
		return (error.errno === "EISDIR" && !this.busybox && DIRECTORY[this.name] || words[this.name] || words[""] || "%: #").replace(/[%#]/g, (mark) => mark === "%" ? path : error.message);
	}
	/** Opens an operand for reading (`-`: standard input); a file that cannot be is reported and gives undefined. */
	*openOrWarn(path) {
		if (path === "-") return 0;
		try {
			return yield* open(path, "r");
		} catch (error) {
			if (!(error instanceof SysError)) throw error;
			yield* this.warn(this.unreadable(path, error));
			return;
		}
	}
	/** Runs `body` on each operand (standard input when there is none). Returns `failed` when one could not be opened, else 0. */
	*eachFile(operands, body, failed = 1) {
		let code = 0;
		for (const path of operands.length > 0 ? operands : ["-"]) {
			const fd = yield* this.openOrWarn(path);
			if (fd === void 0) {
				code = failed;
				continue;
			}
			yield* body(fd, path);
			if (fd !== 0) yield* close(fd);
		}
		return code;
	}
};
/** The program for a tool. Whatever a tool is given, it ends with an exit code. */
function program(tool, busybox = false) {
	return function* (process) {
		const call = new Call(process, busybox);
		try {
			const code = yield* tool(call);
			yield* call.flush();
			return code;
		} catch (error) {
			const failure = error instanceof RangeError ? new Failure("memory exhausted", 2) : error;
			if (!(failure instanceof Failure)) throw error;
			yield* call.flush();
			const message = (yield* call.explain(failure.message)).trimEnd();
			if (failure.message !== "") yield* write(2, `${failure.bare ? "" : `${call.name}: `}${message}\n`);
			return failure.code;
		}
	};
}
export { tool_exports as i, HELP as n, program as r, Failure as t };
