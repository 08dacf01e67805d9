// First version: the library's errors; replaced below.
import { parseAllDocuments } from 'yaml';

export class YamlError extends Error {}

/** One value per non-empty document. */
export function readYaml(text: string): unknown[] {
  const values: unknown[] = [];
  for (const document of parseAllDocuments(text, { version: '1.1', merge: true, schema: 'yaml-1.1' }) as {
    errors: Error[];
    toJS(): unknown;
  }[]) {
    if (document.errors[0]) throw new YamlError(`error converting YAML to JSON: yaml: ${document.errors[0].message}`);
    const value = document.toJS();
    if (value !== null && value !== undefined) values.push(value);
  }
  return values;
}
