// src/tools/glob.ts
/** File name patterns (`*`, `?`, `[...]`) for tools: find, grep --include. */
/** A test for the whole name. */
function globMatcher(pattern, ignoreCase = false) {
	let source = "";
	for (let i = 0; i < pattern.length; i++) {
		const c = pattern[i];
		if (c === "*") source += "[^]*";
		else if (c === "?") source += "[^]";
		else if (c === "[") {
			const end = pattern.indexOf("]", i + 2);
			if (end < 0) {
				source += "\\[";
				continue;
			}
			const inner = pattern.slice(i + 1, end).replace(/^!/, "^").replace(/[\\[\]]/g, "\\$&");
			source += `[${inner}]`;
			i = end;
		} else if (c === "\\" && i + 1 < pattern.length) source += pattern[++i].replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
		else source += c.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
	}
	try {
		const regex = new RegExp(`^(?:${source})$`, ignoreCase ? "ui" : "u");
		return (name) => regex.test(name);
	} catch {
		return (name) => name === pattern;
	}
}
export { globMatcher as t };
