// src/api/values/hash.ts
/** No vowels, and no digits that look like them: nothing rude can come out. */
var SAFE = "bcdfghjklmnpqrstvwxz2456789";
/** FNV-1a hash of the UTF-16 units of `text`, as an unsigned 32-bit number. */
function fnv32a(text) {
	let hash = 2166136261;
	for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 16777619);
	return hash >>> 0;
}
/** FNV-1a hash of bytes, as an unsigned 32-bit number. */
function fnv32aBytes(bytes) {
	let hash = 2166136261;
	for (let index = 0; index < bytes.length; index++) hash = Math.imul(hash ^ bytes[index], 16777619);
	return hash >>> 0;
}
/** FNV-1 hash of bytes (multiplied first), as an unsigned 32-bit number. */
function fnv32Bytes(bytes) {
	let hash = 2166136261;
	for (let index = 0; index < bytes.length; index++) hash = Math.imul(hash, 16777619) ^ bytes[index];
	return hash >>> 0;
}
/** `text` with each character mapped into the safe alphabet. */
function safeEncodeString(text) {
	return Array.from(text, (char) => SAFE[char.charCodeAt(0) % 27]).join("");
}
/** The end of a generated name. `random(n)` gives a whole number from 0 to n-1. */
function generateNameSuffix(random, length = 5) {
	return Array.from({ length }, () => SAFE[random(27)]).join("");
}
export { safeEncodeString as a, generateNameSuffix as i, fnv32a as n, fnv32aBytes as r, fnv32Bytes as t };
