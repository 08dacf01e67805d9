/** The resource builder: from `po,svc`, `deploy/web`, `-l app=web` or `-f file` to the objects that are meant. */
import { matches, parseLabelSelector, SelectorError } from '../../api/values/selector.ts';
import { lazy } from '../../kernel/lazy.ts';
import { load } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import { type Definition, definitionOf } from '../../kinds/schema.ts';
import { type Client, type Query, TABLE_ACCEPT } from '../client.ts';
import { Aggregate, CommandError, ConnectionError, isNotFound, isRefusal, SourceError, StatusError, UnsendableError } from '../errors.ts';
import type { Invocation } from '../invocation.ts';
import { itemsOf, type JsonObject, metadataOf, textOf, withValue } from '../json.ts';
import { printYaml } from '../output/yaml.ts';
import { type Manifest, parseManifests, readSources, type Source, type Sources } from './files.ts';
import { groupResource, groupVersion, groupVersionResource, type Mapping, pathOf, type RestMapper } from './mapper.ts';

export interface ResourceInfo {
  readonly mapping: Mapping;
  /** '' for cluster-scoped kinds and for lists over all namespaces. */
  readonly namespace: string;
  /** '' for lists. */
  readonly name: string;
  /** Missing until it is fetched. */
  readonly object?: JsonObject;
  /** The file it came from, or ''. */
  readonly source: string;
}

export interface BuilderOptions {
  readonly args: readonly string[];
  readonly namespace: string;
  /** With -f: objects of another namespace are an error. */
  readonly explicitNamespace?: boolean;
  readonly allNamespaces?: boolean;
  readonly filenames?: readonly string[];
  /** A text to read instead of files. */
  readonly stream?: Source;
  readonly kustomize?: string;
  readonly recursive?: boolean;
  /** The text of -l; '' for none. */
  readonly labelSelector?: string;
  readonly fieldSelector?: string;
  /** All objects of the types are meant, whatever else is said: `delete --all`. */
  readonly all?: boolean;
  /** A type without names or selector means all its objects; as `--all` says for most commands. */
  readonly allowEmptySelector?: boolean;
  readonly singleResourceType?: boolean;
  readonly subresource?: string;
  /** --local: nothing is asked of the server, so every kind in the files is taken as it is. */
  readonly local?: boolean;
  /** A kustomization's failure is told as one of a list: where a command collects what goes wrong with each object. */
  readonly listedErrors?: boolean;
  /** Objects from files that name no namespace are not given one. */
  readonly asWritten?: boolean;
  /** Ask apiVersion and kind of every document in the validator's words. */
  readonly validate?: boolean;
}

/** What the arguments mean, before anything is fetched. */
export interface Selection {
  readonly kind: 'selector' | 'names' | 'files';
  readonly infos: readonly ResourceInfo[];
  readonly labelSelector: string;
  readonly fieldSelector: string;
  readonly subresource: string;
  /** One object is expected: it is printed by itself and not as a list. */
  readonly single: boolean;
  /** What in the files is no object that the server knows; the others can still be used. */
  readonly errors?: readonly Error[];
}

export const MISSING_RESOURCE = `You must provide one or more resources by argument or filename.
Example resource specifications include:
   '-f rsrc.yaml'
   '--filename=rsrc.json'
   '<resource> <name>'
   '<resource>'`;

const LOCAL_NEEDS_FILES = `error: you must specify resources by --filename when --local is set.
Example resource specifications include:
   '-f rsrc.yaml'
   '--filename=rsrc.json'`;

/** The options that flags of the usual names give. */
export function* builderOptions(invocation: Invocation, args: readonly string[], more: Partial<BuilderOptions> = {}): Sys<BuilderOptions> {
  const { flags } = invocation;
  const { namespace, explicitNamespace } = yield* invocation.target();
  const list = (name: string): readonly string[] => (flags.has(name) ? flags.list(name) : []);
  const text = (name: string): string => (flags.has(name) ? flags.string(name) : '');
  const on = (name: string): boolean => flags.has(name) && flags.bool(name);
  return {
    args,
    namespace,
    explicitNamespace,
    allNamespaces: on('all-namespaces'),
    filenames: list('filename'),
    kustomize: text('kustomize'),
    recursive: on('recursive'),
    labelSelector: text('selector'),
    fieldSelector: text('field-selector'),
    allowEmptySelector: on('all'),
    local: on('local'),
    ...more,
  };
}

/** Reads the arguments. Throws CommandError in the builder's words. */
export function* select(invocation: Invocation, options: BuilderOptions): Sys<Selection> {
  const filenames = options.filenames ?? [];
  const base = {
    labelSelector: (options.labelSelector ?? '').trim(),
    fieldSelector: (options.fieldSelector ?? '').trim(),
    subresource: options.subresource ?? '',
  };
  const namespace = options.allNamespaces ? '' : options.namespace;
  if (options.local && options.args.length > 0) throw new CommandError(LOCAL_NEEDS_FILES);
  if (options.kustomize && filenames.length > 0) throw new CommandError('only one of -f or -k can be specified');
  if (options.all && (base.labelSelector !== '' || base.fieldSelector !== ''))
    throw new CommandError("setting 'all' parameter but found a non empty selector. ");
  const named = readNames(options);
  if (filenames.length > 0 || options.kustomize || options.stream) {
    if (filenames.length > 0 && options.args.length > 0) yield* readSources(filenames, options.recursive ?? false);
    if (named.types.length > 0)
      throw new CommandError('when paths, URLs, or stdin is provided as input, you may not specify resource arguments as well');
    if (named.tuples.length > 0) throw new CommandError('resource/name arguments cannot be provided when a path is specified');
    return { ...base, kind: 'files', ...(yield* fromFiles(invocation, options, base.labelSelector)) };
  }
  const mapper = yield* invocation.mapper();
  const types = named.types.length > 0 && named.expand ? expandCategories(named.types, mapper) : named.types;
  const everything = options.all || (options.allowEmptySelector && types.length > 0 && named.names.length === 0);
  if (base.labelSelector !== '' || base.fieldSelector !== '' || everything) {
    if (named.names.length > 0) throw new CommandError('name cannot be provided when a selector is specified');
    if (named.tuples.length > 0 && (base.labelSelector !== '' || base.fieldSelector !== '' || options.all)) {
      throw new CommandError('selectors and the all flag cannot be used when passing resource/name arguments');
    }
    if (named.tuples.length === 0) {
      if (types.length === 0) throw new CommandError('at least one resource must be specified to use a selector');
      if (base.subresource !== '') throw new CommandError('subresource cannot be used when bulk resources are specified');
      const infos = mappingsOf(types, mapper, options).map((mapping) => ({
        mapping,
        namespace: mapping.namespaced ? namespace : '',
        name: '',
        source: '',
      }));
      return { ...base, kind: 'selector', infos, single: false };
    }
  }
  if (named.tuples.length > 0) {
    const infos = named.tuples.map(({ type, name }) => info(mapper.require(type), name, namespace, options));
    if (options.singleResourceType && new Set(infos.map((one) => groupResource(one.mapping))).size > 1) throw MULTIPLE_TYPES();
    return { ...base, kind: 'names', infos, single: infos.length === 1 };
  }
  if (named.names.length > 0) {
    if (types.length > 1) throw new CommandError('you must specify only one resource');
    const [mapping = mapper.require('')] = mappingsOf(types, mapper, options);
    return {
      ...base,
      kind: 'names',
      infos: named.names.map((name) => info(mapping, name, namespace, options)),
      single: named.names.length === 1,
    };
  }
  if (types.length > 0) {
    for (const type of types) mapper.require(type);
    throw new CommandError('resource(s) were provided, but no name was specified');
  }
  throw new CommandError(MISSING_RESOURCE);
}

/** The arguments that stand for names of one type, some of which may name another as TYPE/NAME; without names all of the type is meant. */
export function namesOfType(type: string, names: readonly string[]): readonly string[] {
  const slashed = names.some((name) => name.includes('/'));
  return slashed ? names.map((name) => (name.includes('/') ? name : `${type}/${name}`)) : [type, ...names];
}

const MULTIPLE_TYPES = (): CommandError => new CommandError('you may only specify a single resource type');

interface Names {
  readonly types: readonly string[];
  readonly names: readonly string[];
  readonly tuples: readonly { readonly type: string; readonly name: string }[];
  readonly expand: boolean;
}

/** `pods a b`, `po,svc`, `po,svc a`, `po/a svc/b`. */
function readNames({ args }: BuilderOptions): Names {
  let words = args;
  const first = splitComma(words[0] ?? '');
  if (words.length >= 2 && first.length > 1) words = first.flatMap((type) => words.slice(1).map((name) => `${type}/${name}`));
  const slashes = words.filter((word) => word.includes('/')).length;
  if (slashes > 0 && slashes !== words.length) {
    throw new CommandError(
      "there is no need to specify a resource type as a separate argument when passing arguments in resource/name form (e.g. 'kubectl get resource/<resource_name>' instead of 'kubectl get resource resource/<resource_name>'",
    );
  }
  if (slashes > 0) {
    const tuples = words.map((word) => {
      const [type = '', name = '', ...more] = word.split('/');
      if (more.length > 0) throw new CommandError('arguments in resource/name form may not have more than one slash');
      if (type === '' || name === '' || splitComma(type).length !== 1)
        throw new CommandError('arguments in resource/name form must have a single resource and name');
      return { type, name };
    });
    return { types: [], names: [], tuples, expand: false };
  }
  return { types: words.slice(0, 1).flatMap(splitComma), names: words.slice(1), tuples: [], expand: true };
}

/** The types of a comma list, without repeats. */
function splitComma(text: string): string[] {
  return [...new Set(text.split(','))];
}

function expandCategories(types: readonly string[], mapper: RestMapper): string[] {
  return types.flatMap((type) => mapper.category(type)?.map(groupResource) ?? [type]);
}

function mappingsOf(types: readonly string[], mapper: RestMapper, options: BuilderOptions): Mapping[] {
  if (types.length > 1 && options.singleResourceType) throw MULTIPLE_TYPES();
  return [...new Set(types.map((type) => mapper.require(type)))];
}

function info(mapping: Mapping, name: string, namespace: string, options: BuilderOptions): ResourceInfo {
  if (name === '') throw new CommandError('resource name may not be empty');
  if (mapping.namespaced && namespace === '') {
    throw new CommandError(
      options.allNamespaces
        ? 'a resource cannot be retrieved by name across all namespaces'
        : 'namespace may not be empty when retrieving a resource by name',
    );
  }
  return { mapping, namespace: mapping.namespaced ? namespace : '', name, source: '' };
}

const kustomize = lazy(() => import('../kustomize/build.ts'));

/** What a kustomization builds, as if it stood in one file. */
function* kustomized(invocation: Invocation, path: string, listedErrors: boolean): Sys<Sources> {
  const { buildKustomization } = yield* load(kustomize);
  try {
    const objects = yield* buildKustomization(path, { warn: (text) => invocation.err(text) });
    return { sources: [{ name: path, text: objects.map((object) => printYaml(object)).join('---\n') }], single: false };
  } catch (error) {
    if (error instanceof CommandError && listedErrors) throw new Aggregate([error], true);
    throw error;
  }
}

function* fromFiles(
  invocation: Invocation,
  options: BuilderOptions,
  labelSelector: string,
): Sys<{ infos: ResourceInfo[]; single: boolean; errors: readonly Error[] }> {
  const { sources, single } = options.kustomize
    ? yield* kustomized(invocation, options.kustomize, options.listedErrors ?? false)
    : options.stream
      ? { sources: [options.stream], single: false }
      : yield* readSources(options.filenames ?? [], options.recursive ?? false);
  const mapper = options.local ? undefined : yield* mapperFor(invocation, sources, options.listedErrors ?? false);
  const wanted = labelSelector === '' ? undefined : parseSelector(labelSelector);
  const infos: ResourceInfo[] = [];
  const errors: Error[] = [];
  const objects = sources.flatMap((source) => parseManifests(source, options.validate ?? false));
  const read = objects.flatMap((one): (Manifest | SourceError)[] => (one instanceof SourceError ? [one] : flatten(one)));
  for (const found of read) {
    try {
      if (found instanceof SourceError) throw found;
      const one = infoOf(found, mapper, options);
      if (!wanted || matches(wanted, metadataOf(one.object as JsonObject).labels)) infos.push(one);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      const wrong = error instanceof SourceError ? error : new SourceError(error.message);
      wrong.at = infos.length;
      errors.push(wrong);
    }
  }
  return { infos, single, errors };
}

/** The kinds of the server, to recognize what stands in files by: it is asked once for each file, and its absence is told of each. */
function* mapperFor(invocation: Invocation, sources: readonly Source[], listedErrors: boolean): Sys<RestMapper> {
  try {
    return yield* invocation.mapper(sources.length);
  } catch (error) {
    if (!(error instanceof ConnectionError) || sources.length === 0) throw error;
    const errors = sources.map(({ name }) => new CommandError(`unable to recognize ${JSON.stringify(name)}: ${error.why}`));
    throw new Aggregate(errors, listedErrors || errors.length > 1);
  }
}

export function parseSelector(text: string): ReturnType<typeof parseLabelSelector> {
  try {
    return parseLabelSelector(text);
  } catch (error) {
    if (error instanceof SelectorError)
      throw new CommandError(`the provided selector ${JSON.stringify(text)} is not valid: ${error.message}`);
    throw error;
  }
}

/** What a null in a List is taken for: an object of the List's version and of no kind. */
const NOTHING: JsonObject = { apiVersion: 'v1', kind: '' };

/** A List is taken as its items. */
function flatten(manifest: Manifest): Manifest[] {
  const items = itemsOf(manifest.object);
  return items ? items.flatMap((object) => flatten({ object: object ?? NOTHING, source: manifest.source })) : [manifest];
}

/** What is known of a kind without a server: its name. */
export function localMapping(apiVersion: string, kind: string): Mapping {
  const [version = '', group = ''] = apiVersion.split('/').reverse();
  const resource = kind.toLowerCase();
  const none = { shortNames: [], categories: [], verbs: [], subresources: [] };
  return { group, version, kind, resource, singular: resource, namespaced: false, ...none };
}

function infoOf({ object, source }: Manifest, mapper: RestMapper | undefined, options: BuilderOptions): ResourceInfo {
  const [apiVersion, kind] = [textOf(object['apiVersion']), textOf(object['kind'])];
  const { name = '', namespace = '' } = metadataOf(object);
  if (!mapper) return { mapping: localMapping(apiVersion, kind), namespace, name, object, source };
  const mapping = mapper.forKind(apiVersion, kind);
  if (!mapping) {
    throw new CommandError(
      `resource mapping not found for name: ${JSON.stringify(name)} namespace: ${JSON.stringify(namespace)} from ${JSON.stringify(source)}: no matches for kind ${JSON.stringify(kind)} in version ${JSON.stringify(apiVersion)}\nensure CRDs are installed first`,
    );
  }
  if (!mapping.namespaced)
    return {
      mapping,
      namespace: '',
      name,
      object: namespace === '' ? object : withValue(object, ['metadata', 'namespace'], undefined),
      source,
    };
  if (namespace !== '' && options.explicitNamespace && namespace !== options.namespace) {
    throw otherNamespace(namespace, options.namespace);
  }
  if (namespace !== '') return { mapping, namespace, name, object, source };
  // With -A nothing says in which namespace the object is.
  if (options.allNamespaces) return { mapping, namespace: '', name, object, source };
  const placed = options.asWritten ? object : withValue(object, ['metadata', 'namespace'], options.namespace);
  return { mapping, namespace: options.namespace, name, object: placed, source };
}

export function otherNamespace(provided: string, wanted: string): CommandError {
  return new CommandError(
    `the namespace from the provided object ${JSON.stringify(provided)} does not match the namespace ${JSON.stringify(wanted)}. You must pass '--namespace=${provided}' to perform this operation.`,
  );
}

/** What was found, and what went wrong on the way: kubectl goes on after a failure and reports all of them. */
export interface Found {
  readonly infos: readonly ResourceInfo[];
  readonly errors: readonly Error[];
}

/** Commands that read objects into kubectl's own Go types know no custom kinds. */
export function requireKnownKind(apiVersion: string, kind: string): Definition {
  const definition = definitionOf(apiVersion, kind);
  if (definition) return definition;
  throw new CommandError(
    `no kind ${JSON.stringify(kind)} is registered for version ${JSON.stringify(apiVersion)} in scheme "pkg/scheme/scheme.go:28"`,
  );
}

/**
 * Fetches the selected objects, lists item by item. `typed`: their kinds must be among those that kubectl has Go types for. `anywhere`: the
 * server is asked even where -A took the namespace of an object from a file.
 */
export function* fetchObjects(invocation: Invocation, selection: Selection, { typed = false, anywhere = false } = {}): Sys<Found> {
  const infos: ResourceInfo[] = [];
  const errors: Error[] = [];
  for (const [index, one] of selection.infos.entries()) {
    errors.push(...sourceErrors(selection, index));
    try {
      if (typed) requireKnownKind(groupVersion(one.mapping), one.mapping.kind);
      if (selection.kind !== 'selector') {
        if (!anywhere) requireNamespaceOf(one);
        if (one.name === '' && selection.kind === 'files') infos.push(one);
        else infos.push({ ...one, object: yield* getObject(invocation, one, selection.subresource) });
        continue;
      }
      const list = yield* listObjects(invocation, one, selection);
      for (const item of itemsOf(list) ?? []) {
        const object: JsonObject = { apiVersion: groupVersion(one.mapping), kind: one.mapping.kind, ...item };
        const { name = '', namespace = '' } = metadataOf(object);
        infos.push({ mapping: one.mapping, namespace, name, object, source: '' });
      }
    } catch (error) {
      if (!isRefusal(error)) throw error;
      errors.push(error);
    }
  }
  errors.push(...sourceErrors(selection, selection.infos.length));
  return { infos, errors };
}

/** What is wrong with the files just before the object of that index. */
export function sourceErrors({ errors = [] }: Selection, index: number): readonly Error[] {
  return errors.filter((one) => one instanceof SourceError && one.at === index);
}

/** As fetchObjects, but a failure ends the command. */
export function* requireObjects(
  invocation: Invocation,
  selection: Selection,
  options?: { readonly typed?: boolean },
): Sys<readonly (ResourceInfo & { readonly object: JsonObject })[]> {
  const { infos, errors } = yield* fetchObjects(invocation, selection, options);
  if (errors.length > 0) throw errors.length === 1 ? errors[0] : new Aggregate(errors);
  return infos as readonly (ResourceInfo & { readonly object: JsonObject })[];
}

/** Throws for an object without the namespace that it must be in. */
export function requireNamespaceOf({ mapping, namespace, name }: ResourceInfo): void {
  if (mapping.namespaced && namespace === '' && name !== '')
    throw new UnsendableError(`no namespace set on resource ${groupVersionResource(mapping)} ${JSON.stringify(name)}`);
}

/** Fetches one object. */
export function* getObject(
  invocation: Invocation,
  { mapping, namespace, name }: ResourceInfo,
  subresource = '',
  ...how: [query?: Query, headers?: Readonly<Record<string, string>>]
): Sys<JsonObject> {
  const client = yield* invocation.client();
  try {
    return yield* client.get(pathOf(mapping, namespace, name, subresource), ...how);
  } catch (error) {
    // A wrong --namespace is told rather than what it hides.
    if (isNotFound(error) && namespace !== '' && namespace !== 'default') yield* requireNamespace(client, namespace);
    throw error;
  }
}

function* requireNamespace(client: Client, namespace: string): Sys<void> {
  try {
    yield* client.get(`/api/v1/namespaces/${encodeURIComponent(namespace)}`);
  } catch (error) {
    if (isNotFound(error) || !(error instanceof StatusError)) throw error;
  }
}

/** Fetches a list, or a Table of it. Failures read as kubectl words them. */
export function* listObjects(
  invocation: Invocation,
  { mapping, namespace }: ResourceInfo,
  selection: Pick<Selection, 'labelSelector' | 'fieldSelector'>,
  table?: { readonly includeObject?: string },
): Sys<JsonObject> {
  const { labelSelector, fieldSelector } = selection;
  try {
    const client = yield* invocation.client();
    // With --sort-by everything is asked for at once.
    const chunk = invocation.flags.has('chunk-size') && table?.includeObject === undefined ? invocation.flags.int('chunk-size') : 0;
    const query = { labelSelector, fieldSelector, includeObject: table?.includeObject, ...(chunk > 0 && { limit: String(chunk) }) };
    const ask = (more: Query): Sys<JsonObject> =>
      client.get(pathOf(mapping, namespace), { ...query, ...more }, table && { accept: TABLE_ACCEPT });
    let list = yield* ask({});
    for (let next = metadataOf(list)['continue']; typeof next === 'string' && next !== ''; ) {
      const page = yield* ask({ continue: next });
      next = metadataOf(page)['continue'];
      const rest = list['kind'] === 'Table' ? 'rows' : 'items';
      list = {
        ...page,
        ...list,
        metadata: page['metadata'],
        [rest]: [...((list[rest] ?? []) as unknown[]), ...((page[rest] ?? []) as unknown[])],
      };
    }
    return list;
  } catch (error) {
    if (!(error instanceof StatusError) || (error.reason !== 'BadRequest' && error.reason !== 'NotFound')) throw error;
    const resource = JSON.stringify(groupVersionResource(mapping));
    if (labelSelector === '' && fieldSelector === '') throw error.withMessage(`Unable to list ${resource}: ${error.message}`);
    throw error.withMessage(
      `Unable to find ${resource} that match label selector ${JSON.stringify(labelSelector)}, field selector ${JSON.stringify(fieldSelector)}: ${error.message}`,
    );
  }
}
