// src/kubectl/cli/command.ts
/** `kubectl create deployment` */
function pathText(path) {
	return path.map((command) => command.name).join(" ");
}
/** The flags a command accepts: its own, then those it inherits. */
function flagsOf(path) {
	const command = path[path.length - 1];
	return {
		own: [...command.flags ?? [], ...path.length > 1 ? command.persistentFlags ?? [] : []],
		inherited: path.slice(0, path.length > 1 ? -1 : void 0).flatMap((parent) => parent.persistentFlags ?? [])
	};
}
/** What help shows as the default. */
function defaultText(flag) {
	if (flag.default !== void 0) return flag.default;
	if (flag.type === "bool") return "false";
	if (flag.type === "int" || flag.type === "count") return "0";
	if (flag.type === "duration") return "0s";
	return flag.type === "string" ? "" : "[]";
}
/** The value of a flag that is given without one; undefined when it needs a value. */
function valueWithout(flag) {
	return flag.type === "bool" ? "true" : flag.type === "count" ? "+1" : flag.noValue;
}
export { valueWithout as i, flagsOf as n, pathText as r, defaultText as t };
