// Signatures first; bodies follow.
export function fnv32a(text: string): number { return text.length; }
/** `random(n)` gives a whole number in [0, n). */
export function generateNameSuffix(random: (n: number) => number, length = 5): string { return String(random(length)); }
export function safeEncodeString(text: string): string { return text; }
/** pod-template-hash of a Pod template. */
export function podTemplateHash(template: unknown, collisionCount?: number): string { return String([template, collisionCount]); }
