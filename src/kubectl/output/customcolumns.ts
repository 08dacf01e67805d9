// -o custom-columns=HEADER:path,... and -o custom-columns-file.
import { formatValue } from './gofmt.ts';
import { executeJsonPath, type JsonPath, JsonPathError, parseJsonPath, relaxedJSONPathExpression } from './jsonpath/index.ts';
import { escapeTerminal, TABLE_COLUMNS, TabWriter } from './table.ts';

export class CustomColumnsError extends Error {
  /** What was printed before. */
  printed = '';
}

export interface CustomColumn {
  readonly header: string;
  /** A full JSONPath template such as `{.metadata.name}`. */
  readonly path: string;
}

const LINES = 'Expected format is one line of space separated headers, one line of space separated column specs.';

/** The columns of `NAME:.metadata.name,NODE:.spec.nodeName`. Throws CustomColumnsError in kubectl's words. */
export function parseCustomColumns(spec: string): CustomColumn[] {
  if (spec === '') throw new CustomColumnsError('custom-columns format specified but no custom columns given');
  return spec.split(',').map((part) => {
    const colon = part.indexOf(':');
    if (colon < 0) throw new CustomColumnsError(`unexpected custom-columns spec: ${part}, expected <header>:<json-path-expr>`);
    return { header: part.slice(0, colon), path: relaxed(part.slice(colon + 1)) };
  });
}

/** The columns of a template file: a line of headers, a line of paths. */
export function parseCustomColumnsFile(text: string): CustomColumn[] {
  if (text === '') throw new CustomColumnsError(`invalid template, missing header line. ${LINES}`);
  const [first = '', second] = text.replace(/\n$/, '').split('\n');
  if (second === undefined) throw new CustomColumnsError(`invalid template, missing spec line. ${LINES}`);
  const [headers, paths] = [words(first), words(second)];
  if (headers.length !== paths.length) {
    throw new CustomColumnsError(`number of headers (${headers.length}) and field specifications (${paths.length}) don't match`);
  }
  return headers.map((header, index) => ({ header, path: relaxed(paths[index] as string) }));
}

function words(line: string): string[] {
  return line.split(/\s+/).filter((word) => word !== '');
}

function relaxed(path: string): string {
  return own(() => relaxedJSONPathExpression(path));
}

function own<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw error instanceof JsonPathError ? new CustomColumnsError(error.message) : error;
  }
}

/** The table of `objects`; a field that is missing prints `<none>`. Give the same `writer` again to keep its widths. */
export function printCustomColumns(
  columns: readonly CustomColumn[],
  objects: readonly unknown[],
  noHeaders = false,
  writer: TabWriter = new TabWriter(TABLE_COLUMNS),
): string {
  const headers = noHeaders ? [] : [columns.map(({ header }) => header)];
  const print = (lines: readonly (readonly string[])[]): string => writer.write(lines.map((line) => `${line.join('\t')}\n`).join(''));
  try {
    const paths = columns.map(({ path }) => own(() => parseJsonPath(path)));
    return print([...headers, ...objects.map((object) => paths.map((path) => own(() => cell(path, object))))]);
  } catch (error) {
    // The headers are out before the first path is looked at.
    if (error instanceof CustomColumnsError) error.printed = print(headers);
    throw error;
  }
}

function cell(path: JsonPath, object: unknown): string {
  const results = executeJsonPath(path, object);
  const texts = results.flat().map((value) => escapeTerminal(formatValue(value)));
  if ((results[0] ?? []).length === 0) texts.unshift('<none>');
  return texts.join(',');
}
