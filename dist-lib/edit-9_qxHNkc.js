import { T as SysError, i as files, n as device } from "./sys-DzG-ihIq.js";
import { t as Failure } from "./tool-C9Ng63UA.js";
// src/tools/edit.ts
/** vi, nano, code and other editors: they open the page's editor on a file and go on when it is closed. */
var edit = function* (call) {
	const line = Number(call.args.map((arg) => /^\+(\d+)$/.exec(arg)?.[1]).find(Boolean) ?? 1);
	const dashes = call.args.indexOf("--");
	const names = call.args.filter((arg, i) => dashes >= 0 && i > dashes || !/^[-+]./.test(arg));
	const [name] = names;
	if (call.args.includes("--version")) {
		call.put(`${call.name}: the editor of this page\n`);
		return 0;
	}
	if (name === void 0) throw new Failure("give the name of a file to edit");
	if (name === "-") throw new Failure("standard input cannot be edited here: give the name of a file");
	for (const one of names) {
		const { path, text, folder } = yield* files((fs, cwd) => {
			const absolute = fs.resolve(cwd, one);
			const parent = fs.resolve(absolute, "..");
			const entry = fs.stat(absolute);
			return {
				path: absolute,
				text: entry?.kind === "file" ? entry.text : "",
				folder: entry?.kind === "directory" ? "Is a directory" : fs.isDirectory(parent) ? "" : "No such file or directory"
			};
		});
		if (folder !== "") throw new Failure(`${one}: ${folder}`);
		let saved;
		try {
			saved = yield* device("editor", {
				path,
				text,
				hostname: call.process.machine.hostname,
				line
			});
		} catch (error) {
			if (!(error instanceof SysError) || error.errno !== "ENODEV") throw error;
			throw new Failure("there is no editor without the page: write the file with 'cat > FILE', or set EDITOR to a command such as sed -i");
		}
		const { text: edited } = saved;
		if (edited !== void 0) yield* files((fs) => fs.write(path, edited));
	}
	return 0;
};
export { edit };
