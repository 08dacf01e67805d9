// Signatures first; bodies follow.
export class YamlError extends Error {}
export function printYaml(value: unknown): string { throw new YamlError(`${value}`); }
/** One value per non-empty document. */
export function readYaml(text: string): unknown[] { throw new YamlError(text); }
