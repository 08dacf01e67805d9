/** autoscale */
import { canonicalQuantity, QuantityError } from '../../api/values/quantity.ts';
import type { Sys } from '../../kernel/types.ts';
import type { CommandBody } from '../cli/command.ts';
import { DRY_RUN, FIELD_MANAGER, filenameFlags, printFlags, SAVE_CONFIG } from '../cli/shared-flags.ts';
import type { Query } from '../client.ts';
import { typesAndNames } from '../completion/live.ts';
import { CommandError, StatusError } from '../errors.ts';
import type { Invocation } from '../invocation.ts';
import type { JsonObject } from '../json.ts';
import { dryRunOf, resultPrinter } from '../printer.ts';
import { RECORD, recorded } from '../record.ts';
import { builderOptions, fetchObjects, select } from '../resource/builder.ts';
import { groupVersion, groupVersionResource, pathOf } from '../resource/mapper.ts';
import { builtIn, compact, visitAll, withLastApplied, writeQuery } from './common.ts';

export const autoscale: CommandBody = {
  usage: 'autoscale (-f FILENAME | TYPE NAME | TYPE/NAME) [--min=MINPODS] --max=MAXPODS [--cpu=CPU] [--memory=MEMORY]',
  long: 'Create an autoscaler, which keeps changing the number of replicas by how much CPU or memory they use.',
  examples: [
    [
      'Keep between 2 and 10 pods, so that they use 80% of the CPU they asked for',
      'kubectl autoscale deployment web --min=2 --max=10 --cpu=80%',
    ],
  ],
  flags: [
    ...printFlags(),
    { name: 'min', type: 'int', default: '-1', usage: 'The lower limit for the number of pods. If negative, the server decides.' },
    { name: 'max', type: 'int', default: '-1', required: true, usage: 'The upper limit for the number of pods. Required.' },
    {
      name: 'cpu-percent',
      type: 'int',
      default: '-1',
      deprecated: "Use --cpu with percentage or resource quantity format (e.g., '70%' for utilization or '500m' for milliCPU).",
      usage: 'The target average CPU utilization, in percent of what the pods asked for.',
    },
    { name: 'cpu', type: 'string', usage: 'The CPU to aim at: a share of what pods asked for ("70%") or an amount a pod ("500m", "500").' },
    {
      name: 'memory',
      type: 'string',
      usage: 'The memory to aim at: a share of what pods asked for ("60%") or an amount a pod ("200Mi", "200").',
    },
    {
      name: 'name',
      type: 'string',
      usage: 'The name for the newly created object. If not specified, the name of the input resource will be used.',
    },
    DRY_RUN,
    ...filenameFlags('Filename, directory, or URL to files identifying the resource to autoscale.'),
    SAVE_CONFIG,
    RECORD,
    FIELD_MANAGER('kubectl-autoscale'),
  ],
  complete: typesAndNames('deployments', 'replicasets', 'replicationcontrollers', 'statefulsets'),
  *run(invocation) {
    const { flags, args } = invocation;
    const dryRun = yield* dryRunOf(invocation);
    const print = yield* resultPrinter(invocation, dryRun, { typed: true });
    const [min, max, percent] = [flags.int('min'), flags.int('max'), flags.int('cpu-percent')];
    if (max < 1) throw new CommandError(`--max=MAXPODS is required and must be at least 1, max: ${max}`);
    if (max < min) throw new CommandError(`--max=MAXPODS must be larger or equal to --min=MINPODS, max: ${max}, min: ${min}`);
    if (percent > 0 && flags.string('cpu') !== '') throw new CommandError('--cpu-percent and --cpu are mutually exclusive');
    const metrics = [
      ...(percent > 0 ? [metric('cpu', `${percent}%`)] : []),
      ...(['cpu', 'memory'] as const).flatMap((name) => (flags.string(name) === '' ? [] : [metric(name, flags.string(name))])),
    ];
    const selection = yield* select(invocation, yield* builderOptions(invocation, args, { labelSelector: '' }));
    const { infos, errors } = yield* fetchObjects(invocation, selection);
    const { namespace, explicitNamespace } = yield* invocation.target();
    yield* visitAll(
      infos,
      function* ({ mapping, name }) {
        if (!mapping.subresources.includes('scale'))
          throw new CommandError(
            `cannot autoscale a ${mapping.kind}: could not find scale subresource for ${groupVersionResource(mapping)} in discovery information`,
          );
        let object: JsonObject = compact({
          apiVersion: 'autoscaling/v2',
          kind: 'HorizontalPodAutoscaler',
          metadata: { name: flags.string('name') || name, namespace: explicitNamespace ? namespace : undefined },
          spec: {
            maxReplicas: max,
            metrics: metrics.length > 0 ? metrics : undefined,
            minReplicas: min > 0 ? min : undefined,
            scaleTargetRef: { apiVersion: groupVersion(mapping), kind: mapping.kind, name },
          },
          status: { currentMetrics: null, desiredReplicas: 0 },
        });
        object = recorded(invocation, flags.bool('save-config') ? withLastApplied(object) : object);
        if (dryRun !== 'client') {
          object = yield* createAutoscaler(invocation, namespace, object, writeQuery(dryRun));
        }
        yield* print(object, dryRun === 'client' ? 'created' : 'autoscaled');
      },
      errors,
    );
    if (infos.length === 0) throw new CommandError('no objects passed to autoscale');
  },
};

/** Creates the autoscaler as v2. When the server refuses, kubectl tries v1, if that can say the same: CPU utilization alone. */
function* createAutoscaler(invocation: Invocation, namespace: string, object: JsonObject, query: Query): Sys<JsonObject> {
  const client = yield* invocation.client();
  const mapper = yield* invocation.mapper();
  const create = (apiVersion: string, body: JsonObject): Sys<JsonObject> =>
    client.create(pathOf(builtIn(mapper, apiVersion, 'HorizontalPodAutoscaler'), namespace), body, query);
  try {
    return yield* create('autoscaling/v2', object);
  } catch (error) {
    if (!(error instanceof StatusError)) throw error;
    const { flags } = invocation;
    const cpu = flags.string('cpu').trim();
    const incompatible = 'failed to create autoscaling/v2 HPA and the configuration is incompatible with autoscaling/v1: ';
    if (cpu === '') throw new CommandError(`${incompatible}empty input`);
    if (!cpu.endsWith('%') || flags.string('memory') !== '') throw new CommandError(`${incompatible}%!w(<nil>)`);
    const { metrics: _metrics, ...spec } = object['spec'] as JsonObject;
    return yield* create('autoscaling/v1', {
      ...object,
      apiVersion: 'autoscaling/v1',
      spec: { ...spec, targetCPUUtilizationPercentage: percentage(cpu) },
      status: { currentReplicas: 0, desiredReplicas: 0 },
    });
  }
}

function metric(name: 'cpu' | 'memory', input: string): JsonObject {
  const text = input.trim();
  const target = text.endsWith('%')
    ? { averageUtilization: percentage(text), type: 'Utilization' }
    : { averageValue: amount(name, text), type: 'AverageValue' };
  return { resource: { name, target }, type: 'Resource' };
}

function percentage(text: string): number {
  const digits = text.slice(0, -1);
  if (digits === '') throw new CommandError('invalid percentage value: missing number before %');
  if (!/^[+-]?\d+$/.test(digits))
    throw new CommandError(`invalid percentage value: ${text}, error: strconv.ParseInt: parsing ${JSON.stringify(digits)}: invalid syntax`);
  if (Number(digits) <= 0) throw new CommandError(`invalid percentage value: ${text}, must be a positive value`);
  return Number(digits);
}

/** A number without a unit is millicores of CPU, mebibytes of memory. */
function amount(name: 'cpu' | 'memory', text: string): string {
  try {
    return canonicalQuantity(/^[+-]?(\d+\.?\d*|\.\d+)$/.test(text) ? `${Number(text)}${name === 'cpu' ? 'm' : 'Mi'}` : text);
  } catch (error) {
    if (error instanceof QuantityError) throw new CommandError(`invalid resource ${name} value: ${text}`);
    throw error;
  }
}
