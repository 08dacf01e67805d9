// src/shell/suggestion.ts
/** The device's handler, to be registered with a kernel: answers the line taken, or null. */
function suggestionDevice() {
	let kept = null;
	return (request) => {
		if ("line" in request) {
			kept = request.line;
			return null;
		}
		const line = kept;
		kept = null;
		return line;
	};
}
/** The one known name that a mistyped one is closest to: at most two slips away (one for short names); undefined when none or several are. */
function nearest(typed, known) {
	let [best, least, tied] = [
		"",
		typed.length > 4 ? 2.5 : 1.5,
		false
	];
	for (const name of new Set(known)) {
		if (Math.abs(name.length - typed.length) > 2 || name.length < 2) continue;
		const slips = slipsBetween(typed, name);
		if (slips >= least && slips !== least) continue;
		tied = slips === least;
		[best, least] = [name, slips];
	}
	return best === "" || tied ? void 0 : best;
}
/** Letters added, left out, changed, or swapped with their neighbour (Damerau's distance of adjacent swaps). */
function slipsBetween(a, b) {
	let before = [];
	let row = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++) {
			const changed = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
			let least = Math.min(changed, row[j] + 1, next[j - 1] + 1);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2] + 1);
			next.push(least);
		}
		[before, row] = [row, next];
	}
	return row[b.length];
}
export { suggestionDevice as n, nearest as t };
