// src/kubectl/output/colour.ts
/**
* Colours for what kubectl prints on a terminal: states by what they mean, keys of YAML and describe, headings. Only escape sequences
* are added, so columns stay where they are. kubectl itself prints none; people use a wrapper for it.
*/
var GREEN = "\x1B[32m";
var YELLOW = "\x1B[33m";
var RED = "\x1B[31m";
var CYAN = "\x1B[36m";
var MAGENTA = "\x1B[35m";
var BOLD = "\x1B[1m";
var END = "\x1B[0m";
var STATE = new RegExp(`(?<=^|\\s|,)(?:(Running|Ready|Active|Bound|Available|Healthy|Complete|Completed|Succeeded|Normal|Deployed|Approved,Issued)|(Pending|ContainerCreating|PodInitializing|Terminating|NotReady|SchedulingDisabled|Released|Suspended|Progressing|Init:\\d+/\\d+|Paused|Waiting)|(Error|CrashLoopBackOff|ImagePullBackOff|ErrImagePull|ErrImageNeverPull|InvalidImageName|CreateContainerConfigError|CreateContainerError|RunContainerError|OOMKilled|Evicted|Failed|Unknown|Lost|Warning|BackOff|FailedScheduling|FailedMount|Unhealthy|Degraded|Denied|StartError|DeadlineExceeded|Init:(?:Error|CrashLoopBackOff|ImagePullBackOff|ErrImagePull)))(?=$|\\s|,)`, "g");
var states = (line) => line.replace(STATE, (word, good, waiting) => `${good ? GREEN : waiting ? YELLOW : RED}${word}${END}`).replace(/(?<=\s)(\d+)\/(\d+)(?=\s)/g, (all, ready, wanted) => ready === wanted ? all : `${YELLOW}${all}${END}`);
/** A value of YAML or JSON. */
function value(text) {
	const plain = text.replace(/,$/, "");
	const colour = /^(?:-?\d[\d.e+]*|true|false|null)$/.test(plain) ? MAGENTA : /^["']/.test(plain) ? GREEN : "";
	return colour === "" ? text : `${colour}${plain}${END}${text.slice(plain.length)}`;
}
function paintLine(line) {
	const yaml = /^(\s*(?:- )*)([\w./-]+|"[^"]+")(:)(?:( )(.*))?$/.exec(line);
	if (yaml) {
		const [, lead = "", key = "", colon = "", gap = "", rest = ""] = yaml;
		return `${lead}${CYAN}${key}${END}${colon}${gap}${value(rest)}`;
	}
	const json = /^(\s*)("(?:[^"\\]|\\.)*")(: )(.*)$/.exec(line);
	if (json) return `${json[1]}${CYAN}${json[2]}${END}${json[3]}${/^[[{]/.test(json[4] ?? "") ? json[4] : value(json[4] ?? "")}`;
	const described = /^(\s*)([A-Z][\w ()/-]*:)(\s.*)?$/.exec(line);
	if (described) return `${described[1]}${CYAN}${described[2]}${END}${states(described[3] ?? "")}`;
	if (/^[A-Z][A-Z0-9_()/%-]+(?:\s+[A-Z0-9_()/%-]+)*\s*$/.test(line) && line === line.toUpperCase()) return `${BOLD}${line}${END}`;
	return states(line);
}
/** Text as it goes to the terminal: whole lines, or the part of one. */
function paint(text) {
	return text.includes("\x1B") ? text : text.split("\n").map(paintLine).join("\n");
}
export { paint };
