/** `vars`, the forerunner of replacements: `$(NAME)` in certain fields stands for a field of another object. */
import { CommandError } from '../errors.ts';
import { isObject, type JsonObject } from '../json.ts';
import { changeAt, type Field, has } from './fields.ts';
import { current, type Item } from './item.ts';
import type { Var } from './kustomization.ts';

const POD_SPECS = [
  { kinds: ['Pod'], path: 'spec' },
  { kinds: ['Deployment', 'DaemonSet', 'StatefulSet', 'ReplicaSet', 'Job'], path: 'spec/template/spec' },
  { kinds: ['CronJob'], path: 'spec/jobTemplate/spec/template/spec' },
];
const IN_CONTAINERS = ['args', 'command', 'env/value', 'volumeMounts/mountPath'];

const FIELDS: readonly Field[] = [
  ...POD_SPECS.flatMap(({ kinds, path }) => [
    ...['containers', 'initContainers'].flatMap((list) => IN_CONTAINERS.map((field) => ({ kinds, path: `${path}/${list}/${field}` }))),
    { kinds, path: `${path}/volumes/nfs/server` },
  ]),
  { kinds: ['Deployment'], path: 'spec/template/metadata/annotations' },
  ...['spec/rules/host', 'spec/tls/hosts', 'spec/tls/secretName'].map((path) => ({ kinds: ['Ingress'], path })),
  ...['spec/ports/port', 'spec/ports/targetPort'].map((path) => ({ kinds: ['Service'], path })),
  { kinds: ['PersistentVolume'], path: 'spec/nfs/server' },
  { path: 'metadata/labels' },
  { path: 'metadata/annotations' },
];

export function resolveVars(items: readonly Item[], vars: readonly Var[], more: readonly Field[]): void {
  if (vars.length === 0) return;
  const values = new Map(vars.map((one) => [one.name ?? '', valueOf(items, one)]));
  const texts = new Map([...values].map(([name, value]) => [name, typeof value === 'object' ? value : String(value)]));
  for (const item of items)
    for (const field of [...FIELDS, ...more])
      if (has(field, item.object))
        item.object = changeAt(item.object, field.path.split('/'), false, (value) =>
          // An object's own labels and annotations are text whatever is put there.
          expanded(value, field.path.startsWith('metadata/') ? texts : values),
        ) as JsonObject;
}

function valueOf(items: readonly Item[], { name = '', objref = {}, fieldref = {} }: Var): unknown {
  const path = fieldref.fieldpath ?? 'metadata.name';
  const [version = '', group = ''] = (objref.apiVersion ?? '').split('/').reverse();
  const found = items.filter(({ identities }) =>
    identities.some(
      (id) =>
        id.kind === objref.kind &&
        id.name === objref.name &&
        (objref.apiVersion === undefined || (id.version === version && id.group === group)) &&
        (objref.namespace === undefined || id.namespace === objref.namespace),
    ),
  );
  if (found.length > 1)
    throw new CommandError(
      `found ${found.length} resId matches for var {${name} {${objref.kind ?? ''} ${objref.name ?? ''}}} (unable to disambiguate)`,
    );
  const [item] = found;
  if (!item)
    throw new CommandError(
      `var '{${name} ${objref.kind ?? ''}.${version || '[noVer]'}.${group || '[noGrp]'} {${path}}}' cannot be mapped to a field in the set of known resources`,
    );
  let value: unknown = item.object;
  for (const step of path.replace(/\[(\d+)\]/g, '.$1').split('.'))
    value = Array.isArray(value) || isObject(value) ? (value as JsonObject)[step] : undefined;
  if (value === undefined)
    throw new CommandError(`field specified in var '${name}' not found in corresponding resource: ${current(item).kind} has no ${path}`);
  return value;
}

/** A text that is nothing but one variable takes the value as it is; `$$(NAME)` stays. */
function expanded(value: unknown, values: ReadonlyMap<string, unknown>): unknown {
  if (Array.isArray(value)) return value.map((one) => expanded(one, values));
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, expanded(one, values)]));
  if (typeof value !== 'string') return value;
  const alone = /^\$\(([^)$]+)\)$/.exec(value)?.[1];
  if (alone !== undefined && values.has(alone)) return values.get(alone);
  return value.replace(/\$(\$)|\$\(([^)]*)\)/g, (all, dollar?: string, name = '') =>
    dollar ? '$' : values.has(name) ? String(values.get(name)) : all,
  );
}
