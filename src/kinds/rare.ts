/**
 * Kinds that few ever look at: what they are made of is loaded when a request first names one (`Cluster`). Nothing of the cluster acts on
 * them, so nothing else can tell.
 */
import type { Column, Kind } from '../api/kind.ts';
import { lazy } from '../kernel/lazy.ts';
import type { KubeObject } from '../world/object.ts';
import type { ApiResource } from './resources.ts';

const RARE =
  /\b(apiservices|certificatesigningrequests|componentstatuses|csi\w+|deviceclasses|flowschemas|ipaddresses|podtemplates|prioritylevelconfigurations|resource(claim|claimtemplate|slice)s|(cluster)?role(binding)?s|servicecidrs|volumeatt\w+|(mutating|validating)(webhookconfiguration|admissionpolic)\w+)\b/;

export const rareCode = lazy(async () => (await import('./rare-kinds.ts')).RARE_KINDS);

/** Whether a plural is one of theirs, or a request's path names one. */
export function isRare(path: string): boolean {
  return RARE.test(path);
}

/** What is implied of a kind whose own code is always there, as far as this is. */
export function impliedOf<T extends KubeObject>(plural: string): NonNullable<Kind<T>['implied']> {
  return (world) => (rareCode.value?.get(plural)?.implied?.(world) ?? []) as readonly T[];
}

/** The kind of a resource, as far as its code is there. */
export function rareKind(resource: ApiResource, columns: readonly Column<KubeObject>[]): Kind {
  const behaviour = () => rareCode.value?.get(resource.plural);
  return {
    ...resource,
    get columns() {
      return behaviour()?.columns ?? columns;
    },
    get deprecation() {
      return behaviour()?.deprecation as string;
    },
    defaults: (object) => behaviour()?.defaults?.(object) ?? object,
    get generation() {
      return behaviour()?.generation as Kind['generation'];
    },
    get keptByStatus() {
      return behaviour()?.keptByStatus as Kind['keptByStatus'];
    },
    implied: (world) => behaviour()?.implied?.(world) ?? [],
    prepareCreate: (object, context) => behaviour()?.prepareCreate?.(object, context) ?? object,
    prepareUpdate: (object, old, context) => behaviour()?.prepareUpdate?.(object, old, context) ?? object,
    get selectableFields() {
      return behaviour()?.selectableFields as Kind['selectableFields'];
    },
    validate: (object, context) => behaviour()?.validate?.(object, context) ?? [],
    validateUpdate: (object, old, context) =>
      behaviour()?.validateUpdate?.(object, old, context) ?? behaviour()?.validate?.(object, context) ?? [],
    validateStatus: (object, old, context) => behaviour()?.validateStatus?.(object, old, context) ?? [],
    get listed() {
      return behaviour()?.listed as Kind['listed'];
    },
  } as Kind;
}
