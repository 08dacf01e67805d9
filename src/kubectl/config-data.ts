/** What a ConfigMap holds of files and literals. */
import { encodeBase64, isUtf8 } from '../kernel/bytes.ts';
import type { JsonObject } from './json.ts';

/** The fields `data` and `binaryData` of a ConfigMap: what is UTF-8, and what is not. */
export function configData(entries: Readonly<Record<string, string>>): JsonObject {
  const [texts, binary] = [true, false].map((text) => Object.entries(entries).filter(([, value]) => isUtf8(value) === text));
  return {
    ...(texts?.length && { data: Object.fromEntries(texts) }),
    ...(binary?.length && { binaryData: Object.fromEntries(binary.map(([key, value]) => [key, encodeBase64(value)])) }),
  };
}
