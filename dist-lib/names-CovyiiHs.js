// src/shell/names.ts
/** Builtins that also exist as programs. */
var BUILTIN_PROGRAMS = [
	"[",
	"echo",
	"kill",
	"printf",
	"pwd",
	"test"
];
/** The shells of a machine: `shellPrograms` has the same. */
var SHELLS = {
	bash: ["bash", "sh"],
	dash: [
		"bash",
		"sh",
		"dash"
	],
	ash: ["sh", "ash"]
};
export { SHELLS as n, BUILTIN_PROGRAMS as t };
