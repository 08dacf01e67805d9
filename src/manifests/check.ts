/**
 * What is wrong with a manifest, in the words in which kubectl and the API server would say it: the text is read as kubectl reads it, and
 * each object is sent as a dry run. So what the editor underlines is what `kubectl apply --dry-run=server` refuses.
 */
import { DecodeError, decode } from '../api/decode.ts';
import { goQuote } from '../api/go-json.ts';
import type { ApiRequest, ApiResponse, Status } from '../api/types.ts';
import { distance } from '../kubectl/cli/suggest.ts';
import { comparePatch } from '../kubectl/commands/apply/client-side.ts';
import { type JsonObject, withValue } from '../kubectl/json.ts';
import { createMergePatch, createStrategicPatch, hasSchema } from '../kubectl/patch/diff.ts';
import { documentsOf, locate, type ManifestDocument, type Path, pathOf, type Range } from './documents.ts';
import { fieldsOf, type Served, type ServedKind, spotAt } from './schema.ts';

export interface Problem extends Range {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** What probably was meant, in place of what stands there. */
  readonly replacement?: string;
}

export interface Server {
  readonly served: Served;
  /** The namespace of objects that name none. */
  readonly namespace: string;
  /** The text is what kubectl edit gave; else it is to be applied. */
  readonly edits?: boolean;
  /** Answers a request as a dry run would, and changes nothing. */
  readonly rehearse: (request: ApiRequest) => ApiResponse;
}

type Bag = Readonly<Record<string, unknown>>;

/** Programs of their own read these: they are no objects of the cluster. */
const OTHERS =
  /^(?:kustomize\.config\.k8s\.io|kubelet\.config\.k8s\.io|kubeadm\.k8s\.io|kind\.x-k8s\.io|client\.authentication\.k8s\.io|audit\.k8s\.io|apiserver\.config\.k8s\.io|kubectl\.config\.k8s\.io)\//;

export function problemsOf(text: string, server: Server): Problem[] {
  const documents = documentsOf(text);
  const promised = new Set(
    documents.flatMap(({ value }) =>
      isBag(value) && value['kind'] === 'Namespace' ? [`namespaces ${goQuote(nameOf(value, 'name'))} not found`] : [],
    ),
  );
  return documents.flatMap((document) => problemsOfDocument(document, server)).filter(({ message }) => !promised.has(message));
}

function problemsOfDocument(document: ManifestDocument, server: Server): Problem[] {
  const { syntax, twice, value } = document;
  if (syntax) return [{ ...syntax, severity: 'error' }];
  const doubled = twice.map(
    ({ key, start, end }): Problem => ({ start, end, severity: 'warning', message: `key ${goQuote(key)} already set in map` }),
  );
  if (!isBag(value)) return doubled;
  const items = value['kind'] === 'List' && Array.isArray(value['items']) ? value['items'] : undefined;
  const objects: [Bag, Path][] = items ? items.filter(isBag).map((item, index) => [item, ['items', index]]) : [[value, []]];
  return [...doubled, ...objects.flatMap(([object, path]) => problemsOfObject(document, object, path, server))];
}

function problemsOfObject(document: ManifestDocument, object: Bag, base: Path, server: Server): Problem[] {
  const at = (path: Path, part: 'key' | 'value' = 'key'): Range =>
    locate(document.contents, [...base, ...path], part) ?? { start: document.start, end: document.start + 1 };
  const problem = (message: string, path: Path, part?: 'key' | 'value', replacement?: string): Problem => ({
    ...at(path, part),
    severity: 'error',
    message,
    ...(replacement !== undefined && { replacement }),
  });
  const missing = ['apiVersion', 'kind'].filter((field) => typeof object[field] !== 'string' || object[field] === '');
  const [apiVersion, kind] = [String(object['apiVersion'] ?? ''), String(object['kind'] ?? '')];
  // Without both it may be any YAML: values, a compose file.
  if (missing.length === 2 && !('metadata' in object || 'spec' in object)) return [];
  if (missing.length > 0)
    return missing.map((field) =>
      problem(field in object ? `${field} isn't string type` : `${field} not set`, field in object ? [field] : []),
    );
  if (OTHERS.test(apiVersion) || (kind === 'Config' && apiVersion === 'v1')) return [];
  const found = server.served.kinds.find((one) => one.apiVersion === apiVersion && one.kind === kind);
  if (!found) {
    const versions = server.served.kinds.filter((one) => one.kind === kind).map((one) => one.apiVersion);
    const message = `no matches for kind ${goQuote(kind)} in version ${goQuote(apiVersion)}`;
    if (versions.length > 0) return [problem(message, ['apiVersion'], 'value', versions[0])];
    return [
      problem(
        message,
        ['kind'],
        'value',
        nearest(
          kind,
          server.served.kinds.map((one) => one.kind),
        ),
      ),
    ];
  }
  const structural = structureProblems(object, found, server, problem);
  if (structural.length > 0) return structural;
  const name = nameOf(object, 'name');
  if (name === '') return nameOf(object, 'generateName') === '' ? [problem('resource name may not be empty', ['metadata'])] : [];
  const request = requestFor(object, found, name, server);
  if (!request) return [];
  const { body, status, warnings } = server.rehearse(request);
  const told = warnings.map(
    (warning): Problem => ({ ...at(pathOf(/^([\w.[\]]+):/.exec(warning)?.[1] ?? 'kind')), severity: 'warning', message: warning }),
  );
  if (status < 400) return told;
  const { message = '', details } = body as Status;
  const causes = (details?.causes ?? []).filter(({ field }) => field !== undefined);
  if (causes.length === 0)
    return [problem(message, /^namespaces "/.test(message) ? ['metadata', 'namespace'] : ['kind'], 'value'), ...told];
  const seen = new Set<string>();
  return [
    ...causes.flatMap(({ field = '', message: why }) => {
      const text = `${field}: ${why}`;
      if (seen.has(text)) return [];
      seen.add(text);
      return [problem(text, pathOf(field), /^(?:Required|Forbidden|Too)/.test(why ?? '') ? 'key' : 'value')];
    }),
    ...told,
  ];
}

type MakeProblem = (message: string, path: Path, part?: 'key' | 'value', replacement?: string) => Problem;

/** What the decoder says, each where it stands: fields that do not exist, values of a wrong type. */
function structureProblems(object: Bag, { apiVersion, kind }: ServedKind, { served }: Server, problem: MakeProblem): Problem[] {
  const definition = served.definition(apiVersion, kind);
  if (!definition || definition.id.startsWith('custom.')) return [];
  try {
    const { strict, typeErrors } = decode(definition, object);
    return [
      ...typeErrors.map(({ message, path }) => problem(message, pathOf(path), 'value')),
      ...strict.map((message) => {
        const path = pathOf(JSON.parse(message.slice(message.indexOf('"'))) as string);
        const holder = spotAt(definition, path.slice(0, -1));
        const known = holder && fieldsOf(holder.type);
        return problem(message, path, 'key', nearest(String(path.at(-1)), [...(known?.fields.keys() ?? [])]));
      }),
    ];
  } catch (error) {
    if (error instanceof DecodeError) return [problem(error.message, pathOf(error.path), 'value')];
    throw error;
  }
}

/** A new object is created; one that is there is patched as kubectl would, so that what cannot be changed is told. undefined: no change. */
function requestFor(object: Bag, { apiVersion, plural, namespaced }: ServedKind, name: string, server: Server): ApiRequest | undefined {
  const namespace = nameOf(object, 'namespace') || server.namespace;
  const root = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  const collection = `${root}${namespaced ? `/namespaces/${encodeURIComponent(namespace)}` : ''}/${plural}`;
  const path = `${collection}/${encodeURIComponent(name)}`;
  const query = { fieldValidation: 'Strict' };
  const live = server.rehearse({ method: 'GET', path });
  if (live.status !== 200)
    return { method: 'POST', path: collection, query, headers: { 'content-type': 'application/json' }, body: object };
  // kubectl writes the namespace into what it applies.
  const wanted = withValue(object as JsonObject, ['metadata', 'namespace'], namespaced ? namespace : undefined);
  const { type, patch } = (server.edits ? editPatch : applied)(wanted, live.body as JsonObject);
  if (Object.keys(patch).length === 0) return undefined;
  return { method: 'PATCH', path, query, headers: { 'content-type': `application/${type}-patch+json` }, body: patch };
}

/** What kubectl apply sends. */
function applied(object: JsonObject, live: JsonObject): { type: string; patch: JsonObject } {
  const { type, patch } = comparePatch(object, live);
  return { type: type === 'strategic' ? 'strategic-merge' : type, patch };
}

/** What kubectl edit sends: the difference to what was there. What the server wrote meanwhile is none. */
function editPatch(object: JsonObject, live: JsonObject): { type: string; patch: JsonObject } {
  const [before, after] = [live, object].map((one) =>
    ['resourceVersion', 'managedFields', 'generation'].reduce((rest, field) => withValue(rest, ['metadata', field], undefined), {
      ...one,
      status: undefined,
    } as JsonObject),
  ) as [JsonObject, JsonObject];
  return hasSchema(after)
    ? { type: 'strategic-merge', patch: createStrategicPatch(before, after) }
    : { type: 'merge', patch: createMergePatch(before, after) };
}

/** The nearest of the names, if it is near enough to be meant. */
function nearest(typed: string, names: readonly string[]): string | undefined {
  const [best] = names
    .map((name) => ({ name, slips: distance(typed.toLowerCase(), name.toLowerCase()) }))
    .filter(({ slips }) => slips <= Math.max(1, Math.floor(typed.length / 3)))
    .sort((a, b) => a.slips - b.slips);
  return best?.name;
}

function nameOf(object: Bag, field: string): string {
  const metadata = object['metadata'];
  const value = isBag(metadata) ? metadata[field] : undefined;
  return typeof value === 'string' ? value : '';
}

function isBag(value: unknown): value is Bag {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
