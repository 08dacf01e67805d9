import { C as write, T as SysError, a as isatty, l as now, v as signals, x as tty, y as sleep } from "./sys-DzG-ihIq.js";
import { t as capture } from "./command-bWHl0ORP.js";
import { t as formatDate } from "./datetext-QImhSZTU.js";
import { r as options } from "./options-DE9P4iOL.js";
import { t as Failure } from "./tool-C9Ng63UA.js";
// src/tools/watch.ts
/** watch: a command again and again, full screen. */
var USAGE = `Usage:
 watch [options] command

Options:
  -b, --beep             beep if command has a non-zero exit
  -c, --color            interpret ANSI color and style sequences
  -C, --no-color         do not interpret ANSI color and style sequences
  -d, --differences[=<permanent>]
                         highlight changes between updates
  -e, --errexit          exit if command has a non-zero exit
  -g, --chgexit          exit when output from command changes
  -n, --interval <secs>  seconds to wait between updates
  -p, --precise          attempt run command in precise intervals
  -t, --no-title         turn off header
  -x, --exec             pass command to exec instead of "sh -c"
`;
function* screenSize() {
	if (!(yield* isatty(1))) return {
		columns: 80,
		rows: 24
	};
	return yield* tty({ get: "size" });
}
/** Cuts a line with colours to the width. */
function clip(line, columns, coloured) {
	let text = "";
	let width = 0;
	for (const [piece] of line.matchAll(/\x1b\[[\d;?]*[a-zA-Z]|\t|[^\x1b\t]|\x1b/gu)) {
		if (piece.startsWith("\x1B")) {
			if (coloured && piece.endsWith("m")) text += piece;
			continue;
		}
		const part = piece === "	" ? " ".repeat(8 - width % 8) : piece;
		if (width + part.length > columns) break;
		text += part;
		width += part.length;
	}
	return text;
}
var watch = function* (call) {
	const given = options(call, "b,beep c,color C,no-color d,differences:: e,errexit g,chgexit n,interval: p,precise t,no-title x,exec w,no-wrap h,help v,version", { stop: true });
	if (given.has("h")) {
		call.put(USAGE);
		return 0;
	}
	if (given.operands.length === 0) throw new Failure(USAGE.trimEnd(), 1, true);
	const text = given.get("n") ?? "2";
	const seconds = Math.max(.1, Number(text.replace(",", ".")));
	if (Number.isNaN(seconds)) throw new Failure(`failed to parse argument: '${text}'`);
	const command = given.operands.join(" ");
	const argv = given.has("x") ? given.operands : [
		"sh",
		"-c",
		command
	];
	const terminal = yield* isatty(1);
	yield* signals([
		"SIGINT",
		"SIGTERM",
		"SIGHUP",
		"SIGWINCH"
	]);
	if (terminal) yield* write(1, "\x1B[?1049h\x1B[22;0;0t\x1B[?25l");
	let before;
	try {
		for (;;) try {
			const { text: output, code } = yield* capture(call, argv);
			const changed = before !== void 0 && output !== before;
			yield* draw(call, `Every ${seconds.toFixed(1)}s: ${command}`, output, given.has("t"), given.has("c"), terminal, given.has("d") ? before : void 0);
			before = output;
			if (given.has("b") && code !== 0) yield* write(1, "\x07");
			if (given.has("e") && code !== 0) return 8;
			if (given.has("g") && changed) return 0;
			yield* sleep(seconds * 1e3);
		} catch (error) {
			if (!(error instanceof SysError) || error.errno !== "EINTR") throw error;
			if (error.signal !== "SIGWINCH") return 0;
		}
	} finally {
		if (terminal) call.put("\x1B[?25h\x1B[?1049l");
	}
};
function* draw(call, title, output, bare, coloured, terminal, before) {
	const { columns, rows } = yield* screenSize();
	const lines = [];
	if (!bare) {
		const right = `${call.process.machine.hostname}: ${formatDate("%a %b %e %H:%M:%S %Y", yield* now())}`;
		const room = columns - right.length - 1;
		lines.push(room < 8 ? title.slice(0, columns) : `${title.length > room ? `${title.slice(0, room - 3)}...` : title.padEnd(room)} ${right}`, "");
	}
	const earlier = before?.replace(/\n$/, "").split("\n");
	output.replace(/\n$/, "").split("\n").slice(0, Math.max(0, rows - lines.length)).forEach((line, i) => {
		const text = clip(line, columns, coloured);
		lines.push(earlier && !coloured ? highlight(text, clip(earlier[i] ?? "", columns, false)) : text);
	});
	yield* write(1, terminal ? `\x1b[H${lines.map((line) => `${line}\x1b[K`).join("\n")}\x1b[J` : `${lines.join("\n")}\n`);
}
/** Reverses the characters that differ from what was there. */
function highlight(text, before) {
	let result = "";
	let on = false;
	[...text].forEach((c, i) => {
		const differs = before[i] !== c;
		if (differs !== on) result += differs ? "\x1B[7m" : "\x1B[27m";
		on = differs;
		result += c;
	});
	return on ? `${result}\x1b[27m` : result;
}
export { watch };
