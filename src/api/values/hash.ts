// Hashes, and names that Kubernetes makes up: the random end of a generated name, hashes as names.

/** No vowels, and no digits that look like them: nothing rude can come out. */
const SAFE = 'bcdfghjklmnpqrstvwxz2456789';

/** FNV-1a hash of the UTF-16 units of `text`, as an unsigned 32-bit number. */
export function fnv32a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** FNV-1a hash of bytes, as an unsigned 32-bit number. */
export function fnv32aBytes(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < bytes.length; index++) hash = Math.imul(hash ^ (bytes[index] as number), 0x01000193);
  return hash >>> 0;
}

/** FNV-1 hash of bytes (multiplied first), as an unsigned 32-bit number. */
export function fnv32Bytes(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < bytes.length; index++) hash = Math.imul(hash, 0x01000193) ^ (bytes[index] as number);
  return hash >>> 0;
}

/** `text` with each character mapped into the safe alphabet. */
export function safeEncodeString(text: string): string {
  return Array.from(text, (char) => SAFE[char.charCodeAt(0) % SAFE.length]).join('');
}

/** The end of a generated name. `random(n)` gives a whole number from 0 to n-1. */
export function generateNameSuffix(random: (n: number) => number, length = 5): string {
  return Array.from({ length }, () => SAFE[random(SAFE.length)]).join('');
}
