// src/api/values/unified-diff.ts
/** The hunks, without the two lines that name the files; '' when the texts are equal. */
function unifiedDiff(before, after, context = 3) {
	const edits = compareLines(lines(before), lines(after));
	let text = "";
	for (let start = 0; start < edits.length;) {
		if (edits[start]?.kind === " ") {
			start++;
			continue;
		}
		let end = start;
		for (let index = start, quiet = 0; index < edits.length && quiet <= context * 2; index++) {
			quiet = edits[index]?.kind === " " ? quiet + 1 : 0;
			if (quiet === 0) end = index + 1;
		}
		text += hunk(edits, Math.max(0, start - context), Math.min(edits.length, end + context));
		start = end;
	}
	return text;
}
function lines(text) {
	const list = text.split("\n");
	if (list[list.length - 1] === "") list.pop();
	return list;
}
function hunk(edits, from, to) {
	const count = (part, skip) => part.filter(({ kind }) => kind !== skip).length;
	const [earlier, shown] = [edits.slice(0, from), edits.slice(from, to)];
	const range = (skip) => {
		const size = count(shown, skip);
		const start = count(earlier, skip) + (size === 0 ? 0 : 1);
		return size === 1 ? `${start}` : `${start},${size}`;
	};
	return `@@ -${range("+")} +${range("-")} @@\n${shown.map(({ kind, line }) => `${kind}${line}\n`).join("")}`;
}
function compareLines(a, b) {
	const most = a.length + b.length;
	const traces = [];
	let reach = /* @__PURE__ */ new Map([[1, 0]]);
	for (let steps = 0; steps <= most; steps++) {
		traces.push(new Map(reach));
		for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
			let x = diagonal === -steps || diagonal !== steps && (reach.get(diagonal - 1) ?? -1) < (reach.get(diagonal + 1) ?? -1) ? reach.get(diagonal + 1) ?? 0 : (reach.get(diagonal - 1) ?? 0) + 1;
			let y = x - diagonal;
			while (x < a.length && y < b.length && a[x] === b[y]) {
				x++;
				y++;
			}
			reach.set(diagonal, x);
			if (x >= a.length && y >= b.length) return walkBack(a, b, traces, steps);
		}
		reach = new Map(reach);
	}
	return [];
}
function walkBack(a, b, traces, last) {
	const edits = [];
	let [x, y] = [a.length, b.length];
	for (let steps = last; steps >= 0; steps--) {
		const reach = traces[steps];
		const diagonal = x - y;
		const down = diagonal === -steps || diagonal !== steps && (reach.get(diagonal - 1) ?? -1) < (reach.get(diagonal + 1) ?? -1);
		const before = down ? diagonal + 1 : diagonal - 1;
		const [startX, startY] = steps === 0 ? [0, 0] : [reach.get(before) ?? 0, (reach.get(before) ?? 0) - before];
		while (x > startX && y > startY) {
			edits.push({
				kind: " ",
				line: a[--x]
			});
			y--;
		}
		if (steps === 0) break;
		if (down) edits.push({
			kind: "+",
			line: b[--y]
		});
		else edits.push({
			kind: "-",
			line: a[--x]
		});
	}
	return edits.reverse();
}
export { unifiedDiff as t };
