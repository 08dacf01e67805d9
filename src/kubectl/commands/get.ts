/** get: one or many resources, as a table or in any output format; --watch */
import { isPretty } from '../../api/body-text.ts';
import type { WatchEvent } from '../../api/types.ts';
import { load, now, receive } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import type { CommandBody, Flag } from '../cli/command.ts';
import {
  ALL_NAMESPACES,
  CHUNK_SIZE,
  FIELD_SELECTOR,
  filenameFlags,
  OBJECT_FORMATS,
  printFlags,
  SELECTOR,
  SUBRESOURCE,
} from '../cli/shared-flags.ts';
import { TABLE_ACCEPT } from '../client.ts';
import { completeTypeAndName } from '../completion/live.ts';
import { Aggregate, CommandError, Exit, isNotFound, isRefusal, throwAll } from '../errors.ts';
import type { Invocation } from '../invocation.ts';
import { isObject, itemsOf, type JsonObject, metadataOf, textOf } from '../json.ts';
import { klog } from '../klog.ts';
import { marshalJson } from '../output/json.ts';
import { SortError, sortBy, UnsortableError } from '../output/sort.ts';
import { type ObjectPrinter, objectPrinter, printWith, wireFormat } from '../printer.ts';
import {
  builderOptions,
  fetchObjects,
  getObject,
  listObjects,
  type ResourceInfo,
  requireNamespaceOf,
  type Selection,
  select,
  sourceErrors,
} from '../resource/builder.ts';
import { groupKind, groupResource, pathOf } from '../resource/mapper.ts';
import { asTable, plainTable, type Table, type TableOptions, TablePrinter } from '../table.ts';
import { isFailure, rawPath, SUGGEST_API_RESOURCES } from './common.ts';

const MORE_FORMATS = ['custom-columns', 'custom-columns-file', 'wide'];

const OUTPUT: Flag = {
  name: 'output',
  shorthand: 'o',
  type: 'string',
  usage: `Output format. One of: (${[...OBJECT_FORMATS, ...MORE_FORMATS].sort().join(', ')}).`,
  values: [...OBJECT_FORMATS, ...MORE_FORMATS].sort(),
};

export const get: CommandBody = {
  usage: `get [(-o|--output=)${['json', 'yaml', 'kyaml', 'name', 'go-template', 'go-template-file', 'template', 'templatefile', 'jsonpath', 'jsonpath-as-json', 'jsonpath-file', 'custom-columns', 'custom-columns-file', 'wide'].join('|')}] (TYPE[.VERSION][.GROUP] [NAME | -l label] | TYPE[.VERSION][.GROUP]/NAME ...) [flags]`,
  long: `Show resources, one line each, or whole in the format that -o names. Without a name every resource of the type in the namespace is listed; labels (-l) and fields (--field-selector) narrow the list.\n\n${SUGGEST_API_RESOURCES}`,
  examples: [
    ['List all pods', 'kubectl get pods'],
    ['List all pods with more columns, such as the node', 'kubectl get pods -o wide'],
    ['Show one deployment as YAML', 'kubectl get deployment web -o yaml'],
    ['List services and deployments together', 'kubectl get services,deployments'],
    ['List the pods that carry a label', 'kubectl get pods -l app=web'],
    ['Print the node port of a service', "kubectl get service web -o go-template='{{(index .spec.ports 0).nodePort}}'"],
    ['Follow the pods of all namespaces as they change', 'kubectl get pods -A --watch'],
  ],
  flags: [
    OUTPUT,
    ...printFlags().filter((flag) => flag.name !== 'output'),
    { name: 'no-headers', type: 'bool', usage: 'When using the default or custom-column output format, leave out the headers.' },
    { name: 'show-labels', type: 'bool', usage: 'When printing, show all labels as the last column.' },
    { name: 'show-kind', type: 'bool', usage: 'If present, list the resource type for the requested object(s).' },
    { name: 'sort-by', type: 'string', usage: "Sort the list by a field, written as a JSONPath expression (e.g. '{.metadata.name}')." },
    {
      name: 'label-columns',
      shorthand: 'L',
      type: 'slice',
      usage: 'Comma separated label keys, each shown as a column. May be given several times.',
    },
    { name: 'raw', type: 'string', usage: 'Raw URI to request from the server.  Uses the transport specified by the kubeconfig file.' },
    { name: 'watch', shorthand: 'w', type: 'bool', usage: 'After listing/getting the requested object, watch for changes.' },
    { name: 'watch-only', type: 'bool', usage: 'Watch for changes to the requested object(s), without listing/getting first.' },
    {
      name: 'output-watch-events',
      type: 'bool',
      usage: 'Show what happened to each object (ADDED, MODIFIED, DELETED) when --watch or --watch-only is used.',
    },
    { name: 'ignore-not-found', type: 'bool', usage: 'If set to true, objects that do not exist are no error.' },
    FIELD_SELECTOR,
    ALL_NAMESPACES,
    {
      name: 'server-print',
      type: 'bool',
      default: 'true',
      usage: 'If true, have the server return the appropriate table output. Supports extension APIs and CRDs.',
    },
    ...filenameFlags('Filename, directory, or URL to files identifying the resource to get from a server.'),
    CHUNK_SIZE,
    SELECTOR,
    SUBRESOURCE,
  ],
  complete: completeTypeAndName,
  *run(invocation) {
    const { flags, args } = invocation;
    if (flags.string('raw') !== '') return yield* getRaw(invocation);
    const watching = flags.bool('watch') || flags.bool('watch-only');
    if (watching && flags.string('sort-by') !== '') {
      yield* invocation.err(
        flags.bool('watch')
          ? 'warning: --watch requested, --sort-by will be ignored for watch events received\n'
          : 'warning: --watch-only requested, --sort-by will be ignored\n',
      );
    }
    if (!watching && args.length === 0 && flags.list('filename').length === 0 && flags.string('kustomize') === '') {
      yield* invocation.err(`You must specify the type of resource to get. ${SUGGEST_API_RESOURCES}\n\n`);
      throw invocation.usageError(
        'Required resource not specified.\nUse "kubectl explain <resource>" for a detailed description of that resource (e.g. kubectl explain pods).',
      );
    }
    const output = flags.string('output');
    if (flags.bool('show-labels') && output !== '' && output !== 'wide')
      throw new CommandError(`--show-labels option cannot be used with ${output} printer`);
    if (flags.list('label-columns').length > 0 && output.startsWith('custom-columns'))
      throw new CommandError(`--label-columns option cannot be used with ${output} printer`);
    if (flags.bool('output-watch-events') && !watching)
      throw new CommandError('--output-watch-events option can only be used with --watch or --watch-only');
    const tables = (output === '' || output === 'wide') && flags.string('template') === '';
    const options = yield* builderOptions(invocation, args, {
      allowEmptySelector: true,
      subresource: flags.string('subresource'),
      singleResourceType: watching,
      listedErrors: tables,
    });
    const selection = yield* select(invocation, options);
    if (watching) return yield* watch(invocation, selection);
    if (tables) return yield* printTables(invocation, selection);
    return yield* printObjects(invocation, selection);
  },
};

function* getRaw(invocation: Invocation): Sys<void> {
  const { flags, args } = invocation;
  if (args.length > 0) throw new CommandError('arguments may not be passed when --raw is specified');
  if (flags.bool('watch') || flags.bool('watch-only') || flags.string('selector') !== '') {
    throw new CommandError('--raw may not be specified with other flags that filter the server request or alter the output');
  }
  if (flags.string('output') !== '') throw new CommandError('--raw and --output are mutually exclusive');
  const [path = '', search = ''] = rawPath(invocation).split('?');
  const query: Record<string, string> = {};
  for (const pair of search.split('&').filter((one) => one !== '')) {
    const [key = '', value = ''] = pair.split('=');
    query[decodeURIComponent(key)] = decodeURIComponent(value);
  }
  const { body, watch } = yield* (yield* invocation.client()).send({ method: 'GET', path, query });
  const { wireText } = yield* load(wireFormat);
  if (watch) {
    for (let event = yield* receive(watch); event !== null; event = yield* receive(watch)) yield* invocation.out(wireText(event, false));
    return;
  }
  yield* invocation.out(typeof body === 'string' ? body : wireText(body, isPretty({ path, query })));
}

function tableOptions({ flags }: Invocation, withNamespace: boolean, kindPrefix: string): TableOptions {
  return {
    wide: flags.string('output') === 'wide',
    noHeaders: flags.bool('no-headers'),
    withNamespace,
    kindPrefix,
    columnLabels: flags.list('label-columns'),
    showLabels: flags.bool('show-labels'),
  };
}

interface Fetched {
  readonly info: ResourceInfo;
  readonly answer: JsonObject;
}

function* fetchTables(invocation: Invocation, selection: Selection): Sys<{ fetched: Fetched[]; errors: Error[] }> {
  const { flags } = invocation;
  const includeObject = flags.string('sort-by') === '' ? undefined : 'Object';
  const serverPrint = flags.bool('server-print');
  const fetched: Fetched[] = [];
  const errors: Error[] = [];
  for (const [index, info] of selection.infos.entries()) {
    errors.push(...sourceErrors(selection, index));
    try {
      requireNamespaceOf(info);
      const answer =
        selection.kind === 'selector'
          ? yield* listObjects(invocation, info, selection, serverPrint ? { ...(includeObject && { includeObject }) } : undefined)
          : yield* getObject(
              invocation,
              info,
              selection.subresource,
              { includeObject },
              serverPrint ? { accept: TABLE_ACCEPT } : undefined,
            );
      fetched.push({ info, answer });
    } catch (error) {
      if (!isRefusal(error)) throw error;
      if (!(flags.bool('ignore-not-found') && isNotFound(error))) errors.push(error);
    }
  }
  errors.push(...sourceErrors(selection, selection.infos.length));
  return { fetched, errors };
}

function* printTables(invocation: Invocation, selection: Selection): Sys<void> {
  const { flags } = invocation;
  const { errors, ...found } = yield* fetchTables(invocation, selection);
  const fetched = sortedTables(found.fetched, flags.string('sort-by'));
  const time = yield* now();
  const severalKinds = new Set(fetched.map(({ info }) => groupResource(info.mapping))).size > 1;
  const allNamespaces = flags.bool('all-namespaces');
  let text = '';
  let printer: TablePrinter | undefined;
  let withNamespace = false;
  let last = '';
  let pending = '';
  // Rows of one resource that follow each other are one block, aligned together.
  for (let index = 0; index < fetched.length; ) {
    const { mapping } = (fetched[index] as Fetched).info;
    const resource = groupResource(mapping);
    const tables: Table[] = [];
    for (; index < fetched.length && groupResource((fetched[index] as Fetched).info.mapping) === resource; index++) {
      const { answer } = fetched[index] as Fetched;
      tables.push(asTable(answer) ?? plainTable(itemsOf(answer) ?? [answer], time));
    }
    if (resource !== last) {
      pending = last !== '' && !flags.bool('no-headers') && text !== '' ? '\n' : '';
      const kind = severalKinds || flags.bool('show-kind') ? groupKind(mapping) : '';
      // kubectl's printers share this: what follows a kind in namespaces has the column as well.
      withNamespace ||= allNamespaces && mapping.namespaced;
      printer = new TablePrinter(tableOptions(invocation, withNamespace, kind));
      last = resource;
    }
    const lines = printer?.print(yield* sorted(invocation, mergeTables(tables))) ?? '';
    if (lines !== '') text += pending + lines;
  }
  yield* invocation.out(text);
  if (text === '' && errors.length === 0 && !flags.bool('ignore-not-found')) {
    const inNamespace = !allNamespaces && fetched.every(({ info }) => info.mapping.namespaced);
    yield* invocation.err(inNamespace ? `No resources found in ${yield* invocation.namespace()} namespace.\n` : 'No resources found\n');
  }
  // What went wrong with a list or a file is in a list of its own.
  if (errors.length > 0) throw new Aggregate(errors, errors.length > 1 || selection.kind !== 'names');
}

/** kubectl sorts several answers by the field in the answers themselves, which are Tables: most fields are not there. */
function sortedTables(fetched: readonly Fetched[], field: string): readonly Fetched[] {
  if (field === '' || fetched.length < 2) return fetched;
  try {
    return sortBy(fetched, field, ({ answer }) => answer);
  } catch (error) {
    if (error instanceof SortError) throw new CommandError(error.message);
    throw error;
  }
}

function mergeTables(tables: readonly Table[]): Table {
  const [first] = tables;
  if (tables.length === 1 && first) return first;
  return { columnDefinitions: first?.columnDefinitions ?? [], rows: tables.flatMap((table) => table.rows) };
}

/** The table by --sort-by. kubectl ignores why a table cannot be sorted, and then prints none of it; one row is never sorted. */
function* sorted(invocation: Invocation, table: Table): Sys<Table> {
  const field = invocation.flags.string('sort-by');
  if (field === '' || table.rows.length < 2) return table;
  try {
    return { ...table, rows: sortBy(table.rows, field, (row) => row.object) };
  } catch (error) {
    if (error instanceof UnsortableError) yield* failUnsortable(invocation, 'sorter.go:375', '[][][]reflect.Value', error);
    if (error instanceof SortError) return { ...table, rows: [] };
    throw error;
  }
}

function* failUnsortable({ process }: Invocation, source: string, type: string, error: UnsortableError): Sys<never> {
  yield* klog('F', process.pid, source, `Field ${error.field} in ${type} ${error.message}`);
  throw new Exit(1);
}

function* printObjects(invocation: Invocation, selection: Selection): Sys<void> {
  const { flags } = invocation;
  let { infos, errors } = yield* fetchObjects(invocation, selection);
  if (flags.bool('ignore-not-found')) errors = errors.filter((error) => !isNotFound(error));
  if (selection.single) throwAll(errors);
  if (infos.length === 0 && flags.bool('ignore-not-found')) return throwAll(errors);
  const printer = yield* objectPrinter(invocation, { moreFormats: MORE_FORMATS, noHeaders: flags.bool('no-headers') });
  if (!printer) throw new Error('an output format was given');
  const failures = [...errors];
  try {
    if (selection.single && infos.length === 1) yield* printWith(invocation, printer, (infos[0] as ResourceInfo).object as JsonObject);
    else {
      if (flags.string('sort-by') !== '') infos = yield* sortInfos(invocation, infos);
      const items = infos.map((info) => info.object);
      yield* printWith(invocation, printer, { apiVersion: 'v1', items, kind: 'List', metadata: { resourceVersion: '' } });
    }
  } catch (error) {
    if (!isFailure(error)) throw error;
    failures.push(error);
  }
  throwAll(failures);
}

function* sortInfos(invocation: Invocation, infos: readonly ResourceInfo[]): Sys<readonly ResourceInfo[]> {
  try {
    return sortBy(infos, invocation.flags.string('sort-by'), (info) => info.object);
  } catch (error) {
    if (error instanceof UnsortableError) yield* failUnsortable(invocation, 'sorter.go:329', '*unstructured.Unstructured', error);
    if (error instanceof SortError) throw new CommandError(error.message);
    throw error;
  }
}

function* watch(invocation: Invocation, selection: Selection): Sys<void> {
  const { flags } = invocation;
  const output = flags.string('output');
  const human = output === '' || output === 'wide';
  const [info] = selection.infos;
  if (!info) throw new CommandError('no resources to watch');
  if (selection.infos.some((one) => one.mapping !== info.mapping))
    throw new CommandError('watch is only supported on individual resources and resource collections - more than 1 resource was found');
  const client = yield* invocation.client();
  const headers = human ? { accept: TABLE_ACCEPT } : undefined;
  const isList = selection.kind === 'selector';
  const print = yield* watchPrinter(invocation, info);
  let first: JsonObject = {};
  try {
    for (const one of selection.infos) {
      if (!isList) requireNamespaceOf(one);
      first = isList
        ? yield* listObjects(invocation, one, selection, human ? {} : undefined)
        : yield* client.get(pathOf(one.mapping, one.namespace, one.name), undefined, headers);
      if (!flags.bool('watch-only')) yield* print(first, 'ADDED');
    }
  } catch (error) {
    if (flags.bool('ignore-not-found') && isNotFound(error)) return;
    throw error;
  }
  if (selection.infos.length > 1) throw new CommandError('you may only watch a single resource or type of resource at a time');
  const fieldSelector = isList ? selection.fieldSelector : `metadata.name=${info.name}`;
  // A watch is one request.
  const [, amount = '0', unit = 's'] = /^(\d+)([smh]?)$/.exec(flags.string('request-timeout')) ?? [];
  const seconds = Number(amount) * (unit === 'h' ? 3600 : unit === 'm' ? 60 : 1);
  const timeoutSeconds = seconds > 0 ? String(seconds) : undefined;
  const query = { labelSelector: selection.labelSelector, fieldSelector, resourceVersion: textOf(versionOf(first)), timeoutSeconds };
  const events = yield* client.watch(pathOf(info.mapping, info.namespace), query, headers);
  for (;;) {
    const event = yield* receive<WatchEvent>(events);
    if (event === null) return;
    if (event.type === 'BOOKMARK') continue;
    yield* print(event.object as JsonObject, event.type);
  }
}

/** The version from which to watch: a list's own, or that of the one object (a Table of it carries it too). */
function versionOf(answer: JsonObject): unknown {
  const own = metadataOf(answer).resourceVersion;
  if (own) return own;
  const [row] = (answer['rows'] ?? []) as { object?: JsonObject }[];
  return row?.object ? metadataOf(row.object).resourceVersion : '';
}

/** An event as a line of JSON, by its object's name, or as any object. */
function watchEventPrinter(output: string, print: ObjectPrinter): (event: { type: string; object: JsonObject }) => string {
  if (output === 'json') return ({ type, object }) => `{"type":"${type}","object":${marshalJson(object)}}\n`;
  return output === 'name' ? ({ object }) => print(object) : print;
}

function* watchPrinter(invocation: Invocation, info: ResourceInfo): Sys<(object: JsonObject, type: string) => Sys<void>> {
  const { flags } = invocation;
  const withEvents = flags.bool('output-watch-events');
  const generic = ['', 'wide'].includes(flags.string('output'))
    ? undefined
    : yield* objectPrinter(invocation, { moreFormats: MORE_FORMATS, noHeaders: flags.bool('no-headers') });
  if (generic) {
    const asEvent = watchEventPrinter(flags.string('output'), generic);
    return function* (object, type) {
      for (const one of itemsOf(object) ?? [object])
        yield* withEvents ? invocation.out(asEvent({ type, object: one })) : printWith(invocation, generic, one);
    };
  }
  const kind = flags.bool('show-kind') ? groupKind(info.mapping) : '';
  const tables = new TablePrinter(tableOptions(invocation, flags.bool('all-namespaces') && info.mapping.namespaced, kind));
  return function* (object, type) {
    if (isObject(object) && object['kind'] === 'Status') throw new Aggregate([new CommandError(textOf(object['message']))]);
    const table = asTable(object) ?? plainTable(itemsOf(object) ?? [object], yield* now());
    yield* invocation.out(tables.print(table, withEvents ? type : undefined));
  };
}
