/** What the storage says of an object that is not the one that was meant. */
import { type ApiError, conflict } from './errors.ts';
import type { Kind } from './kind.ts';

/** Resources that are not kept under their names (source: pkg/kubeapiserver's special default resource prefixes). */
const PREFIXES: Readonly<Record<string, string>> = {
  endpoints: 'services/endpoints',
  ingresses: 'ingress',
  nodes: 'minions',
  replicationcontrollers: 'controllers',
  services: 'services/specs',
};
/** Kinds of other servers inside the API server, which are kept with their group. */
const WITH_GROUP = ['apiextensions.k8s.io', 'apiregistration.k8s.io'];

type Place = { readonly namespace?: string; readonly name: string; readonly uid?: string };

/** A Conflict: the object at that place has another uid (or there is none) than the client says. */
export function wrongUid(kind: Kind, { namespace, name, uid = '' }: Place, wanted: string): ApiError {
  const { plural, group, unknownFields: custom } = kind;
  const prefix = custom || WITH_GROUP.includes(group) ? `${group}/${plural}` : (PREFIXES[plural] ?? plural);
  const key = ['', 'registry', prefix, ...(namespace ? [namespace] : []), name].join('/');
  const why = `Precondition failed: UID in precondition: ${wanted}, UID in object meta: ${uid}`;
  return conflict(kind, name, `StorageError: invalid object, Code: 4, Key: ${key}, ResourceVersion: 0, AdditionalErrorMsg: ${why}`);
}
