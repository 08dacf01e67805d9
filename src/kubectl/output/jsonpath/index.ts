// kubectl's JSONPath: -o jsonpath, custom columns, --sort-by, wait --for=jsonpath.
import { formatValue, sprintf } from '../gofmt.ts';
import { marshalJson, printJson } from '../json.ts';
import { execute, nestRanges, type Step } from './execute.ts';
import { JsonPathError, parseParts } from './parse.ts';

export { JsonPathError } from './parse.ts';

export interface JsonPath {
  readonly text: string;
  readonly steps: readonly Step[];
}

export interface JsonPathOptions {
  /** A missing field gives no result instead of an error; kubectl's default. */
  readonly allowMissingKeys?: boolean;
  /** One JSON array a part (-o jsonpath-as-json). */
  readonly asJson?: boolean;
}

/** The template `text`, such as `{.items[*].metadata.name}`. Throws JsonPathError, e.g. `unclosed action`. */
export function parseJsonPath(text: string): JsonPath {
  return { text, steps: nestRanges(parseParts(text)) };
}

/** What each part of the template finds in `data`. A number written in the template comes back as bigint. Throws JsonPathError. */
export function executeJsonPath(path: JsonPath, data: unknown, { allowMissingKeys = true }: JsonPathOptions = {}): unknown[][] {
  return execute(path.steps, data, allowMissingKeys);
}

/** The output of -o jsonpath for `data`. Throws JsonPathError with the long message of kubectl. */
export function printJsonPath(path: JsonPath, data: unknown, options: JsonPathOptions = {}): string {
  let results: unknown[][];
  try {
    results = executeJsonPath(path, data, options);
  } catch (error) {
    if (!(error instanceof JsonPathError)) throw error;
    const lines = [
      `Error executing template: ${error.message}. Printing more information for debugging the template:`,
      `\ttemplate was:\n\t\t${path.text}`,
      `\tobject given to jsonpath engine was:\n\t\t${sprintf('%#v', [data])}\n\n\n`,
    ];
    throw new JsonPathError(`${sprintf('error executing jsonpath %q: ', [path.text])}${lines.join('\n')}`);
  }
  if (options.asJson) return results.map((found) => `${printJson(found)}\n`).join('');
  return results.map((found) => found.map(toText).join(' ')).join('');
}

function toText(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  return typeof value === 'object' ? marshalJson(value) : formatValue(value);
}

const RELAXED = /^\{\.?([^{}]+)\}$|^\.?([^{}]+)$/;

/** The full form of a path in --sort-by or custom-columns, where braces and the first dot may be left out. */
export function relaxedJSONPathExpression(text: string): string {
  if (text === '') return '';
  const found = RELAXED.exec(text);
  if (!found) {
    throw new JsonPathError("unexpected path string, expected a 'name1.name2' or '.name1.name2' or '{name1.name2}' or '{.name1.name2}'");
  }
  return `{.${found[1] ?? found[2]}}`;
}
