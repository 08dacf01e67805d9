/** -o: how commands print the objects they read, made or changed. */
import { lazy } from '../kernel/lazy.ts';
import { load } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import { OBJECT_FORMATS } from './cli/shared-flags.ts';
import { CommandError, TemplateFailure } from './errors.ts';
import type { Invocation } from './invocation.ts';
import { itemsOf, type JsonObject, metadataOf, textOf, withValue } from './json.ts';
import { klog } from './klog.ts';
import { CustomColumnsError, parseCustomColumns, parseCustomColumnsFile, printCustomColumns } from './output/customcolumns.ts';
import { type KeyOrder, printJson, sortedKeys } from './output/json.ts';
import { JsonPathError, parseJsonPath, printJsonPath } from './output/jsonpath/index.ts';
import { TABLE_COLUMNS, TabWriter } from './output/table.ts';
import { printYaml } from './output/yaml.ts';
import { readFile } from './resource/files.ts';

/** The text for one object (or List). Called once an object; may remember what it printed before. */
export type ObjectPrinter = (object: JsonObject) => string;

export interface PrinterOptions {
  /** Formats beyond those that every command has: `custom-columns`, `wide`. */
  readonly moreFormats?: readonly string[];
  readonly noHeaders?: boolean;
  /** kubectl holds the objects as Go structs here, so their fields are written in the order of the struct. */
  readonly typed?: boolean;
  /** The order of the fields in JSON, where neither the alphabet nor the API's structs give it. */
  readonly keysOf?: KeyOrder;
  /** The result reads the same on a dry run. */
  readonly quietDryRun?: boolean;
}

const kyaml = lazy(() => import('./kyaml.ts'));
const goTemplate = lazy(() => import('./template-printer.ts'));
export const structOrder = lazy(() => import('./output/structorder.ts'));
export const wireFormat = lazy(() => import('./output/wiretext.ts'));

/**
 * The printer that -o, --template and their like ask for; undefined when they ask for none.
 * Throws CommandError for an unknown format or a broken template.
 */
export function* objectPrinter(invocation: Invocation, options: PrinterOptions = {}): Sys<ObjectPrinter | undefined> {
  const { flags } = invocation;
  if (!flags.has('output')) return undefined;
  const template = flags.has('template') ? flags.string('template') : '';
  const output = flags.string('output') || (template === '' ? '' : 'go-template');
  if (output === '') return undefined;
  const [, format = '', inline] = /^([^=]*)(?:=([\s\S]*))?$/.exec(output) ?? [];
  const argument = inline ?? template;
  const showManaged = flags.has('show-managed-fields') && flags.bool('show-managed-fields');
  const tidy = (object: JsonObject): JsonObject => (showManaged ? object : withoutManagedFields(object));
  if (inline === undefined) {
    const { keysOf: given = sortedKeys } = options;
    const keysOf = options.typed && (format === 'json' || format === 'kyaml') ? (yield* load(structOrder)).structKeys : () => given;
    if (format === 'json') {
      return (object) => {
        const shown = tidy(object);
        return `${printJson(shown, '    ', keysOf(shown))}\n`;
      };
    }
    if (format === 'yaml') return separated('---\n', (object) => printYaml(tidy(object)));
    if (format === 'kyaml') {
      const { printKyaml } = yield* load(kyaml);
      return (object) => {
        const shown = tidy(object);
        return printKyaml(shown, keysOf(shown));
      };
    }
    if (format === 'name') return (object) => nameLines(object);
  }
  const columns = format.startsWith('custom-columns');
  if (columns && !options.moreFormats?.includes(format)) throw unknownFormat(output, options);
  const text = format.endsWith('file') ? yield* templateFile(argument, format) : argument;
  switch (format) {
    case 'go-template':
    case 'template':
    case 'go-template-file':
    case 'templatefile':
      return (yield* load(goTemplate)).templatePrinter(text, flags.bool('allow-missing-template-keys'));
    case 'jsonpath':
    case 'jsonpath-as-json':
    case 'jsonpath-file':
      return jsonPathPrinter(text, format === 'jsonpath-as-json', flags.bool('allow-missing-template-keys'));
    case 'custom-columns':
      return columnsPrinter(text, format, options.noHeaders ?? false);
    case 'custom-columns-file':
      // kubectl takes no notice of --no-headers here.
      return columnsPrinter(text, format, false);
  }
  throw unknownFormat(output, options);
}

function unknownFormat(output: string, { moreFormats = [] }: PrinterOptions): CommandError {
  const allowed = [...OBJECT_FORMATS, ...moreFormats].sort().join(',');
  return new CommandError(
    `unable to match a printer suitable for the output format ${JSON.stringify(output)}, allowed formats are: ${allowed}`,
  );
}

function separated(separator: string, print: ObjectPrinter): ObjectPrinter {
  let first = true;
  return (object) => {
    const text = first ? print(object) : separator + print(object);
    first = false;
    return text;
  };
}

function* templateFile(path: string, format: string): Sys<string> {
  if (path === '')
    throw new CommandError(
      format.startsWith('custom')
        ? 'custom-columns format specified but no custom columns given'
        : 'template format specified but no template given',
    );
  return yield* readFile(
    path,
    (reason) => new CommandError(`error reading ${format.startsWith('custom') ? '' : '--'}template ${path}, ${reason}`),
  );
}

function jsonPathPrinter(text: string, asJson: boolean, allowMissingKeys: boolean): ObjectPrinter {
  if (text === '') throw new CommandError('template format specified but no template given');
  try {
    const path = parseJsonPath(text);
    return (object) => {
      try {
        return printJsonPath(path, object, { asJson, allowMissingKeys });
      } catch (error) {
        if (error instanceof JsonPathError) throw new CommandError(error.message);
        throw error;
      }
    };
  } catch (error) {
    if (error instanceof JsonPathError) throw new CommandError(`error parsing jsonpath ${text}, ${error.message}`);
    throw error;
  }
}

function columnsPrinter(text: string, format: string, noHeaders: boolean): ObjectPrinter {
  try {
    const columns = format === 'custom-columns' ? parseCustomColumns(text) : parseCustomColumnsFile(text);
    const writer = new TabWriter(TABLE_COLUMNS);
    let first = true;
    return (object) => {
      try {
        const lines = printCustomColumns(columns, itemsOf(object) ?? [object], noHeaders || !first, writer);
        first = false;
        return lines;
      } catch (error) {
        if (error instanceof CustomColumnsError) throw new TemplateFailure(error.printed, error.message);
        throw error;
      }
    };
  } catch (error) {
    if (error instanceof CustomColumnsError) throw new CommandError(error.message);
    throw error;
  }
}

/** `deployment.apps/web` */
export function objectName(object: JsonObject): string {
  const kind = textOf(object['kind']).toLowerCase();
  const version = textOf(object['apiVersion']);
  const group = version.includes('/') ? version.slice(0, version.indexOf('/')) : '';
  return `${group === '' ? kind : `${kind}.${group}`}/${metadataOf(object).name ?? '<unknown>'}`;
}

function nameLines(object: JsonObject): string {
  return (itemsOf(object) ?? [object]).map((one) => `${objectName(one)}\n`).join('');
}

export function withoutManagedFields(object: JsonObject): JsonObject {
  const items = itemsOf(object);
  if (items && object['items'] !== null) return { ...object, items: items.map(withoutManagedFields) };
  return metadataOf(object)['managedFields'] === undefined ? object : withValue(object, ['metadata', 'managedFields'], undefined);
}

export type DryRun = 'none' | 'client' | 'server';

/** The value of --dry-run; a word on stderr for its old forms. */
export function* dryRunOf(invocation: Invocation): Sys<DryRun> {
  const { flags } = invocation;
  const { pid } = invocation.process;
  const value = flags.has('dry-run') ? flags.string('dry-run') : 'none';
  if (value === 'none' || value === 'client' || value === 'server') return value;
  if (value === 'unchanged') {
    yield* klog('W', pid, 'helpers.go:719', '--dry-run is deprecated and can be replaced with --dry-run=client.');
    return 'client';
  }
  if (/^(1|t|true)$/i.test(value) || /^(0|f|false)$/i.test(value)) {
    const meant = /^(1|t|true)$/i.test(value) ? 'client' : 'none';
    yield* klog(
      'W',
      pid,
      'helpers.go:733',
      `--dry-run=${value} is deprecated (boolean value) and can be replaced with --dry-run=${meant}.`,
    );
    return meant;
  }
  throw new CommandError(`Invalid dry-run value (${value}). Must be "none", "server", or "client".`);
}

export const DRY_RUN_SUFFIX: Readonly<Record<DryRun, string>> = { none: '', client: ' (dry run)', server: ' (server dry run)' };

/** Says what was done to an object: `service/web created`, or the object itself in the form -o asks for. */
export type ResultPrinter = (object: JsonObject, operation: string) => Sys<void>;

/** The printer of a command's results. Made before the work, so that a wrong -o fails before anything changes. */
export function* resultPrinter(invocation: Invocation, dryRun: DryRun = 'none', options: PrinterOptions = {}): Sys<ResultPrinter> {
  const printer = yield* objectPrinter(invocation, options);
  return function* print(object, operation) {
    if (printer) yield* printWith(invocation, printer, object);
    else yield* invocation.out(`${objectName(object)} ${operation}${options.quietDryRun ? '' : DRY_RUN_SUFFIX[dryRun]}\n`);
  };
}

/** Prints an object; a template's failure still shows what kubectl shows of it. */
export function* printWith(invocation: Invocation, printer: ObjectPrinter, object: JsonObject): Sys<void> {
  try {
    yield* invocation.out(printer(object));
  } catch (error) {
    if (error instanceof TemplateFailure) yield* invocation.out(error.output);
    throw error;
  }
}
