// src/api/equal.ts
/**
* Whether two JSON values are equal. Objects that are shared (a change keeps what it does not touch) are equal at once.
* A key with the value undefined is as good as absent.
*/
function equal(a, b) {
	if (a === b) return true;
	if (a === null || b === null || typeof a !== "object" || typeof b !== "object") return false;
	if (Array.isArray(a) || Array.isArray(b)) {
		if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
		for (let i = 0; i < a.length; i++) if (!equal(a[i], b[i])) return false;
		return true;
	}
	const [left, right] = [a, b];
	for (const key in left) if (!equal(left[key], right[key])) return false;
	for (const key in right) if (right[key] !== void 0 && left[key] === void 0) return false;
	return true;
}
export { equal as t };
