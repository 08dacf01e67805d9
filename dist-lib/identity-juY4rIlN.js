import { a as isatty, x as tty } from "./sys-DzG-ihIq.js";
import { ownAddress } from "./ip-n8_EMrTs.js";
import { n as missingOperand, r as options, t as extraOperand } from "./options-DE9P4iOL.js";
import { t as Failure } from "./tool-C9Ng63UA.js";
// src/tools/identity.ts
/** Who and where am I, and other tools that print a line or two. */
var KERNEL = {
	s: "Linux",
	n: "",
	r: "6.8.0-51-generic",
	v: "#52-Ubuntu SMP PREEMPT_DYNAMIC",
	m: "x86_64",
	o: "GNU/Linux"
};
var user = (env) => env["USER"] ?? "root";
var whoami = function* (call) {
	const [extra] = options(call, "").operands;
	if (extra !== void 0) throw extraOperand(call, extra);
	call.put(`${user(call.process.env)}\n`);
	yield* call.flush();
	return 0;
};
var id = function* (call) {
	const given = options(call, "u,user g,group G,groups n,name");
	const name = user(call.process.env);
	const number = name === "root" ? 0 : 1e3;
	if (given.operands[0] !== void 0 && given.operands[0] !== name) throw new Failure(`${call.quote(given.operands[0])}: no such user`);
	const one = given.has("u") || given.has("g") || given.has("G");
	call.put(one ? `${given.has("n") ? name : number}\n` : `uid=${number}(${name}) gid=${number}(${name}) groups=${number}(${name})\n`);
	yield* call.flush();
	return 0;
};
var hostname = function* (call) {
	const given = options(call, "s,short f,fqdn,long i,ip-address I,all-ip-addresses d,domain");
	if (given.operands.length > 0) throw new Failure("you must be root to change the host name");
	call.put(`${given.has("i") || given.has("I") ? yield* ownAddress(call) : call.process.machine.hostname}\n`);
	yield* call.flush();
	return 0;
};
var uname = function* (call) {
	const given = options(call, "a,all s,kernel-name n,nodename r,kernel-release v,kernel-version m,machine p,processor i,hardware-platform o,operating-system");
	const parts = {
		...KERNEL,
		n: call.process.machine.hostname
	};
	const chosen = Object.keys(parts).filter((key) => given.has("a") || given.has(key));
	call.put(`${(chosen.length > 0 ? chosen : ["s"]).map((key) => parts[key]).join(" ")}\n`);
	yield* call.flush();
	return 0;
};
var nproc = function* (call) {
	call.put("2\n");
	yield* call.flush();
	return 0;
};
var which = function* (call) {
	const given = options(call, "a,all s");
	let code = 0;
	for (const name of given.operands) if (call.process.machine.program(name)) call.put(`${name.startsWith("/") ? name : `/usr/bin/${name}`}\n`);
	else code = 1;
	yield* call.flush();
	return code;
};
var trueTool = function* (call) {
	yield* call.flush();
	return 0;
};
var falseTool = function* (call) {
	yield* call.flush();
	return 1;
};
var basename = function* (call) {
	const given = options(call, "a,multiple s,suffix: z,zero", { stop: true });
	const many = given.has("a") || given.has("s");
	const [first, second, extra] = given.operands;
	if (first === void 0) throw missingOperand(call);
	if (!many && extra !== void 0) throw extraOperand(call, extra);
	const suffix = given.get("s") ?? (many ? "" : second ?? "");
	for (const path of many ? given.operands : [first]) {
		const name = path.replace(/\/+$/, "").replace(/^.*\//s, "") || (path === "" ? "" : "/");
		call.put(`${suffix !== "" && name !== suffix && name.endsWith(suffix) ? name.slice(0, -suffix.length) : name}${given.has("z") ? "\0" : "\n"}`);
	}
	yield* call.flush();
	return 0;
};
var dirname = function* (call) {
	const given = options(call, "z,zero");
	if (given.operands.length === 0) throw missingOperand(call);
	for (const path of given.operands) {
		const trimmed = path.replace(/(?<=.)\/+$/s, "");
		const folder = trimmed.includes("/") ? trimmed.replace(/\/+[^/]*$/, "") || "/" : ".";
		call.put(`${folder}${given.has("z") ? "\0" : "\n"}`);
	}
	yield* call.flush();
	return 0;
};
var clear = function* (call) {
	call.put("\x1B[H\x1B[2J\x1B[3J");
	yield* call.flush();
	return 0;
};
var reset = function* (call) {
	call.put("\x1Bc\x1B[!p\x1B[?3;4l\x1B[4l\x1B>");
	yield* call.flush();
	if (yield* isatty(0)) yield* tty({ set: "cooked" });
	return 0;
};
var CAPABILITIES = {
	clear: "\x1B[H\x1B[2J\x1B[3J",
	bold: "\x1B[1m",
	dim: "\x1B[2m",
	smul: "\x1B[4m",
	rmul: "\x1B[24m",
	rev: "\x1B[7m",
	smso: "\x1B[7m",
	rmso: "\x1B[27m",
	sgr0: "\x1B(B\x1B[m",
	civis: "\x1B[?25l",
	cnorm: "\x1B[?12l\x1B[?25h",
	smcup: "\x1B[?1049h",
	rmcup: "\x1B[?1049l",
	el: "\x1B[K",
	ed: "\x1B[J",
	home: "\x1B[H",
	bel: "\x07",
	colors: "256\n"
};
var tput = function* (call) {
	const [name, first = "0", second = "0"] = call.args;
	if (name === void 0) throw new Failure("usage: tput [-V] [-S] [-T term] capname", 2, true);
	if (name === "cols" || name === "lines") {
		let size = {
			columns: 80,
			rows: 24
		};
		if (yield* isatty(2)) size = yield* tty({ get: "size" });
		call.put(`${name === "cols" ? size.columns : size.rows}\n`);
	} else if (name === "setaf" || name === "setab") {
		const color = Number(first) || 0;
		const base = name === "setaf" ? 3 : 4;
		call.put(color < 8 ? `\x1b[${base}${color}m` : color < 16 ? `\x1b[${base + 6}${color - 8}m` : `\x1b[${base}8;5;${color}m`);
	} else if (name === "cup") call.put(`\x1b[${(Number(first) || 0) + 1};${(Number(second) || 0) + 1}H`);
	else if (Object.hasOwn(CAPABILITIES, name)) call.put(CAPABILITIES[name]);
	else throw new Failure(`unknown terminfo capability '${name}'`, 4);
	yield* call.flush();
	return 0;
};
export { basename, clear, dirname, falseTool, hostname, id, nproc, reset, tput, trueTool, uname, which, whoami };
