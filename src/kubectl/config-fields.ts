/**
 * `kubectl config set` and `unset`: a path such as `contexts.minikube.namespace` into the Go structs that a kubeconfig is read into.
 * Source: kubectl's pkg/cmd/config (set.go, navigation_step_parser.go), client-go's tools/clientcmd/api/types.go.
 */
import { decodeBase64, encodeBase64 } from '../kernel/bytes.ts';
import { parseBool } from './cli/parse.ts';
import type { KubeConfig, Named } from './config.ts';
import { CommandError } from './errors.ts';
import { isObject, type JsonObject } from './json.ts';

/** Of a field: what it holds. A pointer and a map of anything lead no further. */
type Type = 'string' | 'bool' | 'bytes' | 'strings' | 'pointer' | 'extra' | StructName | `map of ${StructName}`;
type StructName = 'Config' | 'Preferences' | 'Cluster' | 'AuthInfo' | 'Context';

const STRUCTS: Readonly<Record<StructName, Readonly<Record<string, Type>>>> = {
  Config: {
    kind: 'string',
    apiVersion: 'string',
    preferences: 'Preferences',
    clusters: 'map of Cluster',
    users: 'map of AuthInfo',
    contexts: 'map of Context',
    'current-context': 'string',
    extensions: 'extra',
  },
  Preferences: { colors: 'bool', extensions: 'extra' },
  Cluster: {
    server: 'string',
    'tls-server-name': 'string',
    'insecure-skip-tls-verify': 'bool',
    'certificate-authority': 'string',
    'certificate-authority-data': 'bytes',
    'proxy-url': 'string',
    'disable-compression': 'bool',
    extensions: 'extra',
  },
  AuthInfo: {
    'client-certificate': 'string',
    'client-certificate-data': 'bytes',
    'client-key': 'string',
    'client-key-data': 'bytes',
    token: 'string',
    tokenFile: 'string',
    'act-as': 'string',
    'act-as-uid': 'string',
    'act-as-groups': 'strings',
    'act-as-user-extra': 'extra',
    username: 'string',
    password: 'string',
    'auth-provider': 'pointer',
    exec: 'pointer',
    extensions: 'extra',
  },
  Context: { cluster: 'string', user: 'string', namespace: 'string', extensions: 'extra' },
};

/** What the file calls an entry of a list that is a map in Go. */
const ENTRIES: Readonly<Record<string, 'cluster' | 'user' | 'context'>> = { clusters: 'cluster', users: 'user', contexts: 'context' };

interface Place {
  /** The field of the whole configuration. */
  readonly top: string;
  readonly name?: string;
  readonly field?: string;
  readonly type: Type;
}

const isStruct = (type: Type): type is StructName => Object.hasOwn(STRUCTS, type);

/** Where a path leads. A name may have dots itself: it ends where the name of a field follows. */
function placeOf(path: string): Place {
  const [top = '', ...rest] = path.split('.');
  const type = STRUCTS.Config[top];
  if (type === undefined) throw new CommandError(`unable to parse ${path} after [] at api.Config`);
  if (rest.length === 0) return { top, type };
  if (isStruct(type)) return fieldOf(path, { top, type }, type, rest, `{${top} api.${type}}`);
  if (!type.startsWith('map of ')) throw new CommandError(`unable to parse one or more field values of ${path}`);
  const struct = type.slice('map of '.length) as StructName;
  const end = rest.findIndex((part, index) => index > 0 && Object.hasOwn(STRUCTS[struct], part));
  const name = rest.slice(0, end < 0 ? rest.length : end).join('.');
  if (end < 0) return { top, name, type };
  return fieldOf(path, { top, name, type }, struct, rest.slice(end), `{${top} map[string]*api.${struct}} {${name} api.${struct}}`);
}

function fieldOf(path: string, place: Place, struct: StructName, [field = '', ...more]: readonly string[], steps: string): Place {
  const type = STRUCTS[struct][field];
  if (type === undefined) throw new CommandError(`unable to parse ${path} after [${steps}] at api.${struct}`);
  if (more.length > 0) throw new CommandError(`unable to parse one or more field values of ${path}`);
  return { ...place, field, type };
}

/** Changes one property. */
export function setProperty(config: KubeConfig, path: string, text: string, raw: boolean): KubeConfig {
  const place = placeOf(path);
  return withPlace(config, place, valueOf(config, place, text, raw), false);
}

/** Empties one property, or takes an entry out. */
export function unsetProperty(config: KubeConfig, path: string): KubeConfig {
  const place = placeOf(path);
  const { top, name, field } = place;
  const list = (config[top] ?? []) as readonly Named[];
  if (ENTRIES[top] && name === undefined) return { ...config, [top]: [] };
  if (ENTRIES[top] && field === undefined) return { ...config, [top]: list.filter((one) => one.name !== name) };
  return withPlace(config, place, top === 'current-context' ? '' : undefined, true);
}

function valueOf(config: KubeConfig, { top, type }: Place, text: string, raw: boolean): unknown {
  if (type === 'string') return text;
  if (type === 'bool') {
    const value = parseBool(text);
    if (value === undefined) throw new CommandError(`strconv.ParseBool: parsing ${JSON.stringify(text)}: invalid syntax`);
    return value;
  }
  if (type === 'bytes') return raw ? encodeBase64(text) : checkedBase64(text);
  if (type === 'strings') throw new CommandError('unrecognized slice type. string');
  if (type.startsWith('map of ')) throw new CommandError(`can't set a map to a value: ${goMap(config[top] as readonly Named[])}`);
  if (isStruct(type))
    throw new CommandError('unable to locate path config.navigationStep{stepValue:"", stepType:reflect.Type(nil)} under {false map[]}');
  throw new CommandError(`can't set a map to a value: map[]`);
}

/** A map of pointers as Go prints it: names, and places in memory. */
function goMap(entries: readonly Named[]): string {
  const names = entries.map(({ name }) => name).sort();
  return `map[${names.map((name, index) => `${name}:0x${(0xc000_4a2c_00 + index * 0x80).toString(16)}`).join(' ')}]`;
}

function checkedBase64(text: string): string {
  if (decodeBase64(text) !== undefined && text.length % 4 === 0) return text;
  const wrong = /[^A-Za-z0-9+/=]/.exec(text)?.index ?? text.length - (text.length % 4);
  throw new CommandError(`error decoding input value: illegal base64 data at input byte ${wrong}`);
}

function withPlace(config: KubeConfig, { top, name, field }: Place, value: unknown, existing: boolean): KubeConfig {
  const changed = (before: unknown): JsonObject => {
    const { [field as string]: _, ...rest } = isObject(before) ? before : {};
    return value === undefined ? rest : { ...rest, [field as string]: value };
  };
  const key = ENTRIES[top];
  if (!key) return { ...config, [top]: field === undefined ? value : changed(config[top]) };
  const list = config[top] as readonly (Named & JsonObject)[];
  const before = list.find((one) => one.name === name);
  if (existing && !before) throw new CommandError(`current map key \`${name}\` is invalid`);
  const entry = { name: name as string, [key]: changed(before?.[key]) };
  return { ...config, [top]: before ? list.map((one) => (one === before ? entry : one)) : [...list, entry] };
}
