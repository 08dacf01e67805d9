import { C as write } from "./sys-DzG-ihIq.js";
import { h as exec } from "./rest-rTMqmQgb.js";
// src/node/images/curl-programs.ts
/** curlimages/curl and other images that bring one program and expect its arguments. */
/** The image's entrypoint: a first word that is no program is taken as curl's arguments. */
function* entrypoint(process) {
	const args = process.argv.slice(1);
	const direct = args[0] !== void 0 && !args[0].startsWith("-") && process.machine.program(args[0]) !== void 0;
	return yield* exec(process, direct ? args : ["curl", ...args]);
}
function* helloWorld() {
	yield* write(1, "\nHello from Docker!\nThis message shows that your installation appears to be working correctly.\n\n");
	return 0;
}
var programs = {
	"/entrypoint.sh": entrypoint,
	"/hello": helloWorld
};
export { programs };
