/** The hash behind the name of a ConfigMap or Secret that kustomize generates or `create --append-hash` makes: it changes with the content. */
import { sha256 } from '../api/values/sha256.ts';
import type { JsonObject } from './json.ts';
import { marshalJson } from './output/json.ts';

/** Digits and vowels that could make words are replaced. */
const SAFE: Readonly<Record<string, string>> = { 0: 'g', 1: 'h', 3: 'k', a: 'm', e: 't' };

/**
 * Ten characters that depend on kind, type and data, and on the name that is given: kubectl hashes the object's name too, kustomize none.
 * `none` stands for data that is absent.
 */
export function nameHash({ kind, type, data, binaryData, immutable }: JsonObject, name: string, none: unknown): string {
  const content = {
    kind,
    name,
    ...(kind === 'Secret' && { type: type ?? '' }),
    data: data ?? none,
    ...(binaryData !== undefined && { binaryData }),
    ...(immutable !== undefined && { immutable }),
  };
  const hex = sha256(new TextEncoder().encode(marshalJson(content)));
  return hex.slice(0, 10).replace(/[013ae]/g, (char) => SAFE[char] as string);
}
