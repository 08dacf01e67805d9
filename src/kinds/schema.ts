// Reads the compact schema of Kubernetes v1.36 (schema.gen.ts, whose head explains the notation), a definition at a time.
import { SCHEMA } from './schema.gen.ts';

/** What a value is. `Time`, `MicroTime` and `bytes` are strings on the wire; `any` and `object` are not looked into. */
export type Scalar =
  | 'string'
  | 'boolean'
  | 'int32'
  | 'int64'
  | 'double'
  | 'bytes'
  | 'Time'
  | 'MicroTime'
  | 'Quantity'
  | 'IntOrString'
  | 'object'
  | 'any';

export interface Type {
  readonly type: Scalar | 'list' | 'map' | 'ref';
  /** The element type of a list or map. */
  readonly of?: Type;
  /** The short name of the definition, for `ref`. */
  readonly ref?: string;
  /** The values a string may have. */
  readonly enum?: readonly string[];
  /** How server-side apply merges a list; undefined is as good as atomic. */
  readonly listType?: 'atomic' | 'set' | 'map';
  readonly listMapKeys?: readonly string[];
  /** A map or object that server-side apply replaces whole. */
  readonly atomic?: boolean;
  /** Strategic merge patch merges the list instead of replacing it, by `mergeKey`, or as a set where there is none. */
  readonly merge?: boolean;
  readonly mergeKey?: string;
  /** Strategic merge patch drops the keys that the patch does not name. */
  readonly retainKeys?: boolean;
}

export interface Field extends Type {
  readonly name: string;
  readonly required: boolean;
}

export interface Definition {
  /** Unique short name, as in types.gen.ts: `Pod`, `EventsV1Event`. */
  readonly name: string;
  /** Full id as in OpenAPI: `io.k8s.api.core.v1.Pod`. */
  readonly id: string;
  /** An object that server-side apply replaces whole. */
  readonly atomic: boolean;
  /** Sorted by name. */
  readonly fields: ReadonlyMap<string, Field>;
  /** It may have fields besides. */
  readonly open?: boolean;
}

const SCALARS: Readonly<Record<string, Scalar>> = {
  s: 'string',
  b: 'boolean',
  i: 'int32',
  l: 'int64',
  d: 'double',
  y: 'bytes',
  t: 'Time',
  u: 'MicroTime',
  q: 'Quantity',
  x: 'IntOrString',
  o: 'object',
  a: 'any',
};

interface Line {
  readonly pkg: string;
  readonly groupVersion: string;
  readonly text: string;
}

const lines = new Map<string, Line>();
const byKind = new Map<string, string>();
for (const [pkg, groupVersion, text] of SCHEMA) {
  for (const line of text.split('\n')) {
    const [, short = '', kind = short] = /^(\w+)(?:=(\w+))?/.exec(line) ?? [];
    lines.set(short, { pkg, groupVersion, text: line });
    if (/ apiVersion:s .*\bkind:s/.test(line)) byKind.set(`${groupVersion}/${kind}`, short);
  }
}
const parsed = new Map<string, Definition>();

/** The definition with a short name (`PodSpec`), or undefined. */
export function definition(name: string): Definition | undefined {
  const known = parsed.get(name);
  const line = lines.get(name);
  if (known || !line) return known;
  const made = parseLine(line);
  parsed.set(name, made);
  return made;
}

/** The definition of an object by its `apiVersion` and `kind` (`apps/v1`, `Deployment`), or undefined for a kind not in the schema. */
export function definitionOf(apiVersion: string, kind: string): Definition | undefined {
  const name = byKind.get(`${apiVersion}/${kind}`);
  return name === undefined ? undefined : definition(name);
}

/** Makes a definition known that is not the server's own: of a custom kind. Its name must be like no other. */
export function addDefinition(made: Definition): void {
  parsed.set(made.name, made);
}

/** The short names of all definitions. */
export function definitionNames(): readonly string[] {
  return [...lines.keys()];
}

function parseLine({ pkg, text }: Line): Definition {
  const [head = '', ...fields] = text.split(' ');
  const [, name = '', last = name, atomic] = /^(\w+)(?:=(\w+))?(!)?$/.exec(head) ?? [];
  return { name, id: `${pkg}.${last}`, atomic: atomic === '!', fields: new Map(fields.map((f) => parseField(f)).map((f) => [f.name, f])) };
}

function parseField(text: string): Field {
  const colon = text.indexOf(':');
  const required = text[colon - 1] === '*';
  return { name: text.slice(0, required ? colon - 1 : colon), required, ...parseType(text.slice(colon + 1)) };
}

const BRACKETS: Readonly<Record<string, string>> = { '[': ']', '{': '}', '(': ')' };

function parseType(text: string): Type {
  const close = BRACKETS[text[0] ?? ''];
  const end = close === undefined ? (/^\w+/.exec(text)?.[0].length ?? 0) : text.lastIndexOf(close) + 1;
  return { ...parseBase(text.slice(0, end)), ...parseSuffix(text.slice(end), text[0] === '[') };
}

function parseBase(text: string): Type {
  const inner = text.slice(1, -1);
  if (text[0] === '[') return { type: 'list', of: parseType(inner) };
  if (text[0] === '{') return { type: 'map', of: parseType(inner) };
  if (text[0] === '(') return { type: 'string', enum: inner.replaceAll('+', ' ').split('|') };
  const scalar = SCALARS[text];
  return scalar ? { type: scalar } : { type: 'ref', ref: text };
}

function parseSuffix(text: string, list: boolean): Partial<Type> {
  const [, atomic, set, keys, merge, mergeKey, retainKeys] = /^(!)?(=)?(?:#([\w,]+))?(@(\w*))?(\^)?$/.exec(text) ?? [];
  return {
    ...(list && atomic && { listType: 'atomic' }),
    ...(!list && atomic && { atomic: true }),
    ...(set && { listType: 'set' }),
    ...(keys && { listType: 'map', listMapKeys: keys.split(',') }),
    ...(merge && { merge: true }),
    ...(mergeKey && { mergeKey }),
    ...(retainKeys && { retainKeys: true }),
  };
}
