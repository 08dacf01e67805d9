/** What `kubectl top` prints: the figures of the metrics API, beside what the nodes have. */
import { formatGoDuration } from '../../api/values/duration.ts';
import { parseQuantity, quantityMilliValue, quantityValue } from '../../api/values/quantity.ts';
import { now } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import { CommandError } from '../errors.ts';
import type { Invocation } from '../invocation.ts';
import { at, itemsOf, type JsonObject, metadataOf } from '../json.ts';
import { TabWriter } from '../output/table.ts';

const METRICS = '/apis/metrics.k8s.io/v1beta1';
const MIB = 1024 * 1024;
/** Younger Pods may well have no figures yet. */
const EXPECTED_AFTER_MS = 120_000;

/** Millicores and bytes. */
interface Figures {
  readonly cpu: number;
  readonly memory: number;
  readonly swap: number;
}

interface Line extends Figures {
  readonly name: string;
  readonly namespace: string;
  readonly containers: readonly (Figures & { readonly name: string })[];
}

function figures(usage: unknown): Figures {
  return {
    cpu: quantityMilliValue(parseQuantity(String(at(usage, 'cpu') ?? '0'))),
    memory: quantityValue(parseQuantity(String(at(usage, 'memory') ?? '0'))),
    swap: quantityValue(parseQuantity(String(at(usage, 'swap') ?? '0'))),
  };
}

/** Shows the usage of nodes or of Pods. */
export function* printTop(invocation: Invocation, kind: 'node' | 'pod'): Sys<void> {
  const { flags, args } = invocation;
  const sortBy = flags.string('sort-by');
  if (sortBy !== '' && sortBy !== 'cpu' && sortBy !== 'memory') throw new CommandError('--sort-by accepts only cpu or memory');
  if (args.length > 1) throw invocation.usageError(`${kind} [NAME | -l label]`);
  if (args.length > 0 && flags.string('selector') !== '')
    throw new CommandError(`only one of NAME or ${kind === 'node' ? '--selector' : 'selector'} can be provided`);
  const client = yield* invocation.client();
  const groups = ((yield* client.get('/apis'))['groups'] ?? []) as { name: string }[];
  if (!groups.some((group) => group.name === 'metrics.k8s.io')) throw new CommandError('Metrics API not available');
  if (kind === 'node') yield* topNodes(invocation);
  else yield* topPods(invocation);
}

function* fetchMetrics(invocation: Invocation, path: string): Sys<readonly JsonObject[]> {
  const { flags, args } = invocation;
  const client = yield* invocation.client();
  const [name] = args;
  if (name !== undefined) return [yield* client.get(`${path}/${name}`)];
  const query = {
    ...(flags.string('selector') !== '' && { labelSelector: flags.string('selector') }),
    ...(flags.has('field-selector') && { fieldSelector: flags.string('field-selector') }),
  };
  return itemsOf(yield* client.get(path, query)) ?? [];
}

function inOrder<T extends Figures & { readonly name: string }>(lines: readonly T[], sortBy: string): T[] {
  const byName = (a: T, b: T): number => (a.name < b.name ? -1 : 1);
  return [...lines].sort((a, b) => (sortBy === 'cpu' ? b.cpu - a.cpu : sortBy === 'memory' ? b.memory - a.memory : byName(a, b)));
}

const cpuText = ({ cpu }: Figures): string => `${cpu}m`;
const bytesText = (bytes: number): string => `${Math.floor(bytes / MIB)}Mi`;
const memoryText = ({ memory }: Figures): string => bytesText(memory);
const row = (cells: readonly string[]): string => `${cells.join('\t')}\t\n`;

const UNKNOWN = '<unknown>';

function* topNodes(invocation: Invocation): Sys<void> {
  const { flags, args } = invocation;
  const client = yield* invocation.client();
  const metrics = yield* fetchMetrics(invocation, `${METRICS}/nodes`);
  if (metrics.length === 0) throw new CommandError('metrics not available yet');
  const nodes =
    args[0] === undefined
      ? (itemsOf(yield* client.get('/api/v1/nodes', { labelSelector: flags.string('selector') || undefined })) ?? [])
      : [yield* client.get(`/api/v1/nodes/${args[0]}`)];
  const has = new Map(
    nodes.map((node) => [
      metadataOf(node).name ?? '',
      figures(at(node, 'status', flags.bool('show-capacity') ? 'capacity' : 'allocatable')),
    ]),
  );
  const swap = flags.bool('show-swap');
  const swapOf = new Map(
    nodes.map((node) => [metadataOf(node).name ?? '', at(node, 'status', 'nodeInfo', 'swap', 'capacity') as number | undefined]),
  );
  const percent = (part: number, whole: number | undefined): string =>
    whole === undefined ? '' : `${whole === 0 ? 0 : Math.trunc((part / whole) * 100)}%`;
  const lines = inOrder(
    metrics.map((one) => ({ name: metadataOf(one).name ?? '', ...figures(one['usage']) })),
    flags.string('sort-by'),
  );
  const rows = lines.map((line) => {
    const whole = has.get(line.name);
    has.delete(line.name);
    const capacity = swapOf.get(line.name);
    const cells = [line.name, cpuText(line), percent(line.cpu, whole?.cpu), memoryText(line), percent(line.memory, whole?.memory)];
    if (!swap) return row(cells);
    return row([...cells, ...(capacity === undefined ? [UNKNOWN, UNKNOWN] : [bytesText(line.swap), percent(line.swap, capacity)])]);
  });
  const columns = ['NAME', 'CPU(cores)', 'CPU(%)', 'MEMORY(bytes)', 'MEMORY(%)', ...(swap ? ['SWAP(bytes)', 'SWAP(%)'] : [])];
  for (const name of has.keys()) rows.push(row([name, ...columns.slice(1).map(() => UNKNOWN)]));
  const header = flags.bool('no-headers') ? '' : row(columns);
  yield* invocation.out(new TabWriter().write(header + rows.join('')));
}

function* topPods(invocation: Invocation): Sys<void> {
  const { flags } = invocation;
  const all = flags.bool('all-namespaces');
  const namespace = yield* invocation.namespace();
  const metrics = yield* fetchMetrics(invocation, all ? `${METRICS}/pods` : `${METRICS}/namespaces/${namespace}/pods`);
  if (metrics.length === 0) return yield* tellNone(invocation, all ? undefined : namespace);
  const sortBy = flags.string('sort-by');
  const lines = inOrder(metrics.map(lineOf), sortBy);
  if (all && sortBy === '') lines.sort((a, b) => (a.namespace < b.namespace ? -1 : a.namespace > b.namespace ? 1 : 0));
  const swap = flags.bool('show-swap');
  const usage = (one: Figures): string[] => [cpuText(one), memoryText(one), ...(swap ? [bytesText(one.swap)] : [])];
  const byContainer = flags.bool('containers');
  const rows = lines.flatMap((line) => {
    const place = all ? [line.namespace] : [];
    if (!byContainer) return [row([...place, line.name, ...usage(line)])];
    return inOrder(line.containers, sortBy).map((one) => row([...place, line.name, one.name, ...usage(one)]));
  });
  const own = ['NAME', 'CPU(cores)', 'MEMORY(bytes)', ...(swap ? ['SWAP(bytes)'] : [])];
  const columns = [...(all ? ['NAMESPACE'] : []), ...(byContainer ? ['POD'] : []), ...own];
  const header = flags.bool('no-headers') ? '' : row(columns);
  // Without headers kubectl counts its own columns alone.
  const sum = flags.bool('sum') ? sumRows(lines, header === '' ? own.length : columns.length, usage) : '';
  yield* invocation.out(new TabWriter().write(header + rows.join('') + sum));
}

function lineOf(metrics: JsonObject): Line {
  const { name = '', namespace = '' } = metadataOf(metrics);
  const containers = ((metrics['containers'] ?? []) as JsonObject[]).map((one) => ({
    name: String(one['name']),
    ...figures(one['usage']),
  }));
  return { name, namespace, containers, ...total(containers) };
}

function total(all: readonly Figures[]): Figures {
  const sum = (name: keyof Figures): number => all.reduce((so, one) => so + one[name], 0);
  return { cpu: sum('cpu'), memory: sum('memory'), swap: sum('swap') };
}

function sumRows(lines: readonly Line[], columns: number, usage: (one: Figures) => readonly string[]): string {
  const blank = (count: number): string[] => Array.from({ length: count }, () => '');
  return row([...blank(columns - 2), '________', '________']) + row([...blank(columns - 2), ...usage(total(lines))]);
}

/** The Pods that the selectors mean. */
function* selectedPods(invocation: Invocation, namespace: string | undefined): Sys<readonly JsonObject[]> {
  const { flags } = invocation;
  const path = namespace === undefined ? '/api/v1/pods' : `/api/v1/namespaces/${namespace}/pods`;
  const query = { labelSelector: flags.string('selector'), fieldSelector: flags.string('field-selector') };
  return itemsOf(yield* (yield* invocation.client()).get(path, query)) ?? [];
}

/** No figures: of no Pod, or of Pods that are too young or do not run. */
function* tellNone(invocation: Invocation, namespace: string | undefined): Sys<void> {
  const client = yield* invocation.client();
  const [name] = invocation.args;
  const pods =
    name === undefined ? yield* selectedPods(invocation, namespace) : [yield* client.get(`/api/v1/namespaces/${namespace}/pods/${name}`)];
  if (pods.length === 0)
    return yield* invocation.err(namespace === undefined ? 'No resources found\n' : `No resources found in ${namespace} namespace.\n`);
  const time = yield* now();
  for (const pod of pods) {
    const {
      name,
      namespace: where,
      creationTimestamp = '',
    } = metadataOf(pod) as { name?: string; namespace?: string; creationTimestamp?: string };
    const age = time - Date.parse(creationTimestamp);
    if (age > EXPECTED_AFTER_MS) throw new CommandError(`Metrics not available for pod ${where}/${name}, age: ${formatGoDuration(age)}`);
  }
  throw new CommandError('metrics not available yet');
}
