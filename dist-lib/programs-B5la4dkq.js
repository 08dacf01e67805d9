import { ash, bash, dash, i as Shell, n as toTheEnd, r as withSignals, t as builtins } from "./sh-BUin0l1t.js";
import { n as SHELLS, t as BUILTIN_PROGRAMS } from "./names-CovyiiHs.js";
// src/shell/programs.ts
function programOf(name, dialect) {
	return (process) => {
		const shell = new Shell(process, dialect);
		const builtin = builtins[name];
		return withSignals(shell, toTheEnd(shell, () => builtin(shell, [name, ...process.argv.slice(1)])));
	};
}
/**
* By name, for a machine of that kind: `bash` for the laptop (where `sh` is bash's too), `dash` for Debian images (with bash
* beside it as `bash`), `ash` for busybox and Alpine (no bash).
*/
function shellPrograms(dialect) {
	const sh = {
		bash,
		dash,
		ash
	}[dialect];
	const shells = Object.fromEntries(SHELLS[dialect].map((name) => [name, name === "bash" ? bash : sh]));
	const tools = Object.fromEntries(BUILTIN_PROGRAMS.map((name) => [name, programOf(name, dialect === "ash" ? "ash" : "bash")]));
	return {
		...shells,
		...tools
	};
}
export { shellPrograms };
