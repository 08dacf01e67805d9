import { S as wait, T as SysError, a as isatty, b as spawn, i as files, l as now, v as signals } from "./sys-DzG-ihIq.js";
import { t as formatDate } from "./datetext-QImhSZTU.js";
import { n as missingOperand, r as options, t as extraOperand } from "./options-DE9P4iOL.js";
import { t as Failure } from "./tool-C9Ng63UA.js";
// src/tools/user.ts
/** Small tools around users, and those that start another program: sudo, nohup, nice, groups, logname, tty, arch, users, who, chown, sync, unlink. */
var userOf = (call) => call.process.env["USER"] ?? "root";
/** Runs a program in the place of the tool; its code. */
function* become(call, argv, env, missing) {
	yield* call.flush();
	const [name = ""] = argv;
	try {
		const pid = yield* spawn({
			program: name.replace(/^.*\//, ""),
			argv,
			env
		});
		return (yield* wait(pid))?.code ?? 0;
	} catch (error) {
		if (!(error instanceof SysError) || error.errno !== "ENOENT") throw error;
		throw new Failure(missing, 127);
	}
}
var sudo = function* (call) {
	const given = options(call, "E,preserve-env i,login s,shell u,user: n,non-interactive H k K v l b S", { stop: true });
	const assigned = {};
	let argv = [...given.operands];
	for (let first = argv[0]; first && /^\w+=/.test(first); first = argv[0]) {
		const [name = "", ...value] = first.split("=");
		assigned[name] = value.join("=");
		argv = argv.slice(1);
	}
	if (argv.length === 0 && (given.has("i") || given.has("s"))) argv = ["bash"];
	if (argv.length === 0) {
		if (given.has("v") || given.has("k") || given.has("K")) return 0;
		throw new Failure("usage: sudo [-EHikns] [-u user] [VAR=value] command [arg ...]", 1, true);
	}
	const user = given.get("u") ?? "root";
	const env = {
		...call.process.env,
		USER: user,
		LOGNAME: user,
		SUDO_USER: userOf(call),
		...assigned
	};
	return yield* become(call, argv, env, `${argv[0]}: command not found`);
};
var nohup = function* (call) {
	if (call.args.length === 0) throw missingOperand(call, void 0, 125);
	const argv = call.args[0] === "--" ? call.args.slice(1) : call.args;
	yield* signals([], ["SIGHUP"]);
	return yield* become(call, argv, call.process.env, `failed to run command ${call.quote(argv[0] ?? "")}: No such file or directory`);
};
var nice = function* (call) {
	const given = options(call, "n,adjustment:", {
		stop: true,
		digits: "n"
	});
	if (given.operands.length > 0) return yield* become(call, given.operands, call.process.env, `${call.quote(given.operands[0] ?? "")}: No such file or directory`);
	call.put("0\n");
	return 0;
};
var printer = (text) => function* (call) {
	options(call, "a");
	call.put(`${text(call)}\n`);
	return 0;
};
var groups = printer(userOf);
var logname = printer(userOf);
var users = printer(userOf);
var arch = printer(() => "x86_64");
var tty = function* (call) {
	const given = options(call, "s,silent,quiet");
	const terminal = yield* isatty(0);
	if (!given.has("s")) call.put(terminal ? "/dev/pts/0\n" : "not a tty\n");
	return terminal ? 0 : 1;
};
var who = function* (call) {
	options(call, "a b q H u m");
	call.put(`${userOf(call).padEnd(8)} pts/0        ${formatDate("%Y-%m-%d %H:%M", yield* now())}\n`);
	return 0;
};
var sync = function* (call) {
	options(call, "d f");
	yield* call.flush();
	return 0;
};
var unlink = function* (call) {
	const [path, extra] = options(call, "").operands;
	if (path === void 0) throw missingOperand(call);
	if (extra !== void 0) throw extraOperand(call, extra);
	try {
		yield* files((fs, cwd) => {
			const absolute = fs.resolve(cwd, path);
			if (fs.isDirectory(absolute)) throw new SysError("EISDIR", path);
			fs.remove(absolute);
		});
	} catch (error) {
		if (!(error instanceof SysError)) throw error;
		throw new Failure(call.busybox ? `can't remove file '${path}': ${error.message}` : `cannot unlink '${path}': ${error.message}`);
	}
	return 0;
};
/** Files have no owners here: the person who is there may do anything, and root anything to anybody. */
var chown = function* (call) {
	const [owner, ...paths] = options(call, "R,recursive v,verbose c f h").operands;
	if (owner === void 0) throw missingOperand(call);
	if (paths.length === 0) throw missingOperand(call, owner);
	const name = owner.split(/[:.]/)[0] ?? "";
	let code = 0;
	for (const path of paths) {
		const exists = yield* files((fs, cwd) => fs.exists(fs.resolve(cwd, path)));
		if (exists && (userOf(call) === "root" || name === "" || name === userOf(call))) continue;
		code = 1;
		const reason = exists ? "Operation not permitted" : "No such file or directory";
		yield* call.warn(call.busybox ? `${path}: ${reason}` : exists ? `changing ownership of '${path}': ${reason}` : `cannot access '${path}': ${reason}`);
	}
	return code;
};
export { arch, chown, groups, logname, nice, nohup, sudo, sync, tty, unlink, users, who };
