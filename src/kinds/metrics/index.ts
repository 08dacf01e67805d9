/** NodeMetrics and PodMetrics of metrics.k8s.io: made when they are read, never stored. */
import type { Aggregated } from '../../api/aggregated.ts';
import type { Column, Kind } from '../../api/kind.ts';
import { formatTime } from '../../api/values/duration.ts';
import { formatQuantity } from '../../api/values/quantity.ts';
import type { KubeObject } from '../../world/object.ts';
import type { World } from '../../world/world.ts';
import { nameColumn, text } from '../columns.ts';
import type { Node, Pod } from '../objects.ts';
import { type Measured, metricsOf, type Usage } from './source.ts';

const GROUP = 'metrics.k8s.io';
const VERSION = 'v1beta1';

type Quantities = { readonly cpu: string; readonly memory: string };

interface Metrics extends KubeObject {
  readonly timestamp: string;
  readonly window: string;
  readonly usage?: Quantities;
  readonly containers?: readonly { readonly name: string; readonly usage: Quantities }[];
}

/** Nanocores and kibibytes, as the kubelet gives them. */
function quantities({ cpu, memory }: Usage): Quantities {
  return { cpu: `${Math.round(cpu * 1e9)}n`, memory: `${Math.round(memory / 1024)}Ki` };
}

function base(kind: string, { metadata }: KubeObject, world: World, { at, windowMs }: Measured): Metrics {
  const { name, namespace, labels } = metadata;
  return {
    apiVersion: `${GROUP}/${VERSION}`,
    kind,
    metadata: {
      name,
      ...(namespace !== undefined && { namespace }),
      creationTimestamp: formatTime(world.now),
      ...(labels && { labels }),
    } as KubeObject['metadata'],
    timestamp: formatTime(at),
    window: `${windowMs / 1000}s`,
  };
}

function sum(one: Metrics, name: 'cpu' | 'memory'): string {
  const amounts = (one.containers ?? [{ usage: one.usage as Quantities }]).map(({ usage }) => usage[name]);
  const unit = name === 'cpu' ? 'n' : 'Ki';
  const total = amounts.reduce((all, amount) => all + Number.parseInt(amount, 10), 0);
  return formatQuantity({
    nano: BigInt(total) * (unit === 'n' ? 1n : 1024n * 1_000_000_000n),
    format: unit === 'n' ? 'DecimalSI' : 'BinarySI',
  });
}

const columns: readonly Column<Metrics>[] = [
  nameColumn as Column<Metrics>,
  text<Metrics>('cpu', (one) => sum(one, 'cpu')),
  text<Metrics>('memory', (one) => sum(one, 'memory')),
  text<Metrics>('window', (one) => one.window),
];

function kindOf(plural: string, kind: string, namespaced: boolean): Kind {
  return {
    group: GROUP,
    version: VERSION,
    kind,
    plural,
    singular: '',
    shortNames: [],
    categories: [],
    namespaced,
    verbs: ['get', 'list'],
    subresources: [],
    put: [],
    columns: columns as unknown as Kind['columns'],
  };
}

export const metricsApi: readonly Aggregated[] = [
  {
    kind: kindOf('nodes', 'NodeMetrics', false),
    served: (world) => metricsOf(world) !== undefined,
    objects: (world) =>
      world.store.list<Node>('nodes').flatMap((node): Metrics[] => {
        const usage = metricsOf(world)?.node(node.metadata.name);
        return usage ? [{ ...base('NodeMetrics', node, world, usage), usage: quantities(usage) }] : [];
      }),
  },
  {
    kind: kindOf('pods', 'PodMetrics', true),
    served: (world) => metricsOf(world) !== undefined,
    objects: (world, namespace) =>
      world.store.list<Pod>('pods', namespace).flatMap((pod): Metrics[] => {
        const usage = metricsOf(world)?.pod(pod.metadata.namespace ?? '', pod.metadata.name);
        if (!usage) return [];
        const containers = usage.containers.map((one) => ({ name: one.name, usage: quantities(one) }));
        return [{ ...base('PodMetrics', pod, world, usage), containers }];
      }),
  },
];
