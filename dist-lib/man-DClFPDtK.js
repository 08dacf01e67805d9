import { S as wait, b as spawn } from "./sys-DzG-ihIq.js";
import { apropos as apropos$1, manualOf } from "./manual-Dqhz0m84.js";
import { r as options } from "./options-DE9P4iOL.js";
import { t as Failure } from "./tool-C9Ng63UA.js";
// src/tools/man.ts
/** man and apropos: how the programs here are used. */
var man = function* (call) {
	const given = options(call, "k,apropos f,whatis a P: w");
	const names = given.operands.length > 1 && /^\d$/.test(given.operands[0] ?? "") ? given.operands.slice(1) : given.operands;
	if (names.length === 0) throw new Failure("What manual page do you want?\nFor example, try 'man ls'.", 1, true);
	let code = 0;
	for (const name of names) {
		if (given.has("k")) {
			const found = apropos$1(name);
			if (found.length > 0) call.put(found.map((line) => `${line}\n`).join(""));
			else {
				yield* call.note(`${name}: nothing appropriate.\n`);
				code = 16;
			}
			continue;
		}
		const page = manualOf(name);
		if (page !== void 0) {
			call.put(page);
			continue;
		}
		yield* call.flush();
		if (call.process.machine.program(name)) {
			const pid = yield* spawn({
				program: name,
				argv: [name, "--help"]
			});
			yield* wait(pid);
			continue;
		}
		yield* call.note(`No manual entry for ${name}\n`);
		code = 16;
	}
	return code;
};
var apropos = function* (call) {
	const { operands } = options(call, "a e r");
	if (operands.length === 0) throw new Failure("apropos what?", 1, true);
	const found = operands.flatMap(apropos$1);
	if (found.length === 0) throw new Failure(`${operands[0]}: nothing appropriate.`, 16, true);
	call.put(found.map((line) => `${line}\n`).join(""));
	return 0;
};
export { apropos, man };
