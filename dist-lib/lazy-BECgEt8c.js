import { c as load } from "./sys-DzG-ihIq.js";
// src/kernel/lazy.ts
/** Code and data that are not in the first bundle: fetched when first needed, from then on there at once. */
/** @param fetch an import(), which bundlers make a file of its own */
function lazy(fetch) {
	let value;
	let loading;
	return {
		get value() {
			return value;
		},
		load() {
			loading ??= fetch().then((found) => {
				value = found;
				return found;
			}, (error) => {
				loading = void 0;
				throw error;
			});
			return loading;
		}
	};
}
/** A program whose code is loaded when it first runs. `pick` finds it in the loaded module. */
function lazyProgram(code, pick) {
	function* first(process) {
		return yield* pick(yield* load(code))(process);
	}
	return (process) => code.value === void 0 ? first(process) : pick(code.value)(process);
}
export { lazyProgram as n, lazy as t };
