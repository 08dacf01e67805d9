import { h as readAll } from "./sys-DzG-ihIq.js";
import { r as options } from "./options-DE9P4iOL.js";
// src/tools/envsubst.ts
/** envsubst: $NAME and ${NAME} in a text become what the environment says. */
var VARIABLE = /\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/g;
var envsubst = function* (call) {
	const given = options(call, "v,variables");
	const [format] = given.operands;
	const names = format === void 0 ? void 0 : [...format.matchAll(VARIABLE)].map(([, braced, plain]) => braced ?? plain ?? "");
	if (given.has("v")) {
		call.put([...new Set(names ?? [])].map((name) => `${name}\n`).join(""));
		return 0;
	}
	const { env } = call.process;
	const text = yield* readAll(0);
	call.put(text.replace(VARIABLE, (all, braced, plain) => {
		const name = braced ?? plain ?? "";
		return names && !names.includes(name) ? all : env[name] ?? "";
	}));
	return 0;
};
export { envsubst };
