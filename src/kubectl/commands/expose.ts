/** expose */
import type { CommandBody } from '../cli/command.ts';
import type { FlagValues } from '../cli/parse.ts';
import { DRY_RUN, FIELD_MANAGER, filenameFlags, printFlags, SAVE_CONFIG } from '../cli/shared-flags.ts';
import { typesAndNames } from '../completion/live.ts';
import { CommandError } from '../errors.ts';
import { at, isObject, type JsonObject, metadataOf, textOf } from '../json.ts';
import { dryRunOf, resultPrinter } from '../printer.ts';
import { RECORD, recorded } from '../record.ts';
import { builderOptions, fetchObjects, select } from '../resource/builder.ts';
import { type Mapping, pathOf } from '../resource/mapper.ts';
import { builtIn, compact, intOrString, parseLabelList, visitAll, withLastApplied, writeQuery } from './common.ts';
import { applyOverrides, OVERRIDE_FLAGS } from './overrides.ts';

const EXPOSABLE = ['ReplicationController', 'Service', 'Pod', 'Deployment', 'ReplicaSet'];
const NAME_LIMIT = 63;

export const expose: CommandBody = {
  usage:
    'expose (-f FILENAME | TYPE NAME) [--port=port] [--protocol=TCP|UDP|SCTP] [--target-port=number-or-name] [--name=name] [--external-ip=external-ip-of-service] [--type=type]',
  long: 'Make a service for what is already there. The service takes over the selector of a deployment, replica set, replication controller or service, or the labels of a pod, so that it reaches the same pods. Without --port the ports of the containers are used.\n\n Possible resources include (case insensitive):\n\n pod (po), service (svc), replicationcontroller (rc), deployment (deploy), replicaset (rs)',
  examples: [
    [
      'Expose a deployment inside the cluster: port 80 of the service leads to port 8000 of the containers',
      'kubectl expose deployment web --port=80 --target-port=8000',
    ],
    ['Expose a deployment on a port of every node', 'kubectl expose deployment/web --type="NodePort" --port 8080'],
    ['Expose a pod under another name', 'kubectl expose pod web --port=444 --name=frontend'],
  ],
  flags: [
    ...printFlags(),
    {
      name: 'protocol',
      type: 'string',
      usage: "The network protocol for the service to be created. Default is 'TCP'.",
      values: ['TCP', 'UDP', 'SCTP'],
    },
    {
      name: 'port',
      type: 'string',
      usage: 'The port that the service should serve on. Copied from the resource being exposed, if unspecified',
    },
    {
      name: 'type',
      type: 'string',
      usage: "Type for this service: ClusterIP, NodePort, LoadBalancer, or ExternalName. Default is 'ClusterIP'.",
      values: ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'],
    },
    { name: 'load-balancer-ip', type: 'string', usage: 'IP to assign to the LoadBalancer. If empty, one is chosen.' },
    {
      name: 'selector',
      type: 'string',
      usage: 'A label selector to use for this service (key=value pairs only). If empty, the selector of the exposed resource.',
    },
    { name: 'labels', shorthand: 'l', type: 'string', usage: 'Labels to apply to the service created by this call.' },
    {
      name: 'target-port',
      type: 'string',
      usage: 'Name or number for the port on the container that the service should direct traffic to. Optional.',
    },
    {
      name: 'external-ip',
      type: 'string',
      usage: 'Additional IP address of a node, not managed by Kubernetes, on which the service accepts traffic.',
    },
    { name: 'name', type: 'string', usage: 'The name for the newly created object.' },
    {
      name: 'session-affinity',
      type: 'string',
      usage: "If non-empty, set the session affinity for the service to this; legal values: 'None', 'ClientIP'",
      values: ['None', 'ClientIP'],
    },
    {
      name: 'cluster-ip',
      type: 'string',
      usage: "ClusterIP to be assigned to the service. Leave empty to auto-allocate, or set to 'None' to create a headless service.",
    },
    FIELD_MANAGER('kubectl-expose'),
    ...OVERRIDE_FLAGS,
    DRY_RUN,
    SAVE_CONFIG,
    RECORD,
    ...filenameFlags('Filename, directory, or URL to files identifying the resource to expose a service'),
  ],
  complete: typesAndNames('pods', 'services', 'replicationcontrollers', 'deployments', 'replicasets'),
  *run(invocation) {
    const { flags, args } = invocation;
    const dryRun = yield* dryRunOf(invocation);
    const print = yield* resultPrinter(invocation, dryRun, { typed: true });
    const selection = yield* select(invocation, yield* builderOptions(invocation, args, { labelSelector: '' }));
    const { infos, errors } = yield* fetchObjects(invocation, selection, { typed: true });
    const { namespace, explicitNamespace } = yield* invocation.target();
    const services = builtIn(yield* invocation.mapper(), 'v1', 'Service');
    yield* visitAll(
      infos,
      function* ({ mapping, object = {} }) {
        let service: JsonObject = applyOverrides(flags, compact(serviceFor(flags, mapping, object)));
        if (dryRun === 'client') {
          if (explicitNamespace) service = { ...service, metadata: { ...metadataOf(service), namespace } };
          return yield* print(service, 'exposed');
        }
        service = recorded(invocation, flags.bool('save-config') ? withLastApplied(service) : service);
        const client = yield* invocation.client();
        yield* print(yield* client.create(pathOf(services, namespace), service, writeQuery(dryRun)), 'exposed');
      },
      errors,
    );
  },
};

/** The service that selects what `object` selects (of a Pod: its labels). */
function serviceFor(flags: FlagValues, mapping: Mapping, object: JsonObject): JsonObject {
  if (!EXPOSABLE.includes(mapping.kind))
    throw new CommandError(`cannot expose a ${mapping.kind}${mapping.group === '' ? '' : `.${mapping.group}`}`);
  const text = (name: string): string | undefined => flags.string(name) || undefined;
  const selector = flags.string('selector') !== '' ? parseLabelList(flags.string('selector')) : selectorOf(object);
  const container = containerPorts(object);
  const [portFlag, clusterIP] = [flags.string('port'), flags.string('cluster-ip')];
  const numbers = portFlag !== '' ? portFlag.split(',') : container.map(({ port }) => String(port));
  if (numbers.length === 0 && clusterIP !== 'None') throw new CommandError("couldn't find port via --port flag or introspection");
  const labels = flags.string('labels') !== '' ? parseLabelList(flags.string('labels')) : metadataOf(object).labels;
  const target = flags.string('target-port');
  const affinity = flags.string('session-affinity');
  if (affinity !== '' && affinity !== 'None' && affinity !== 'ClientIP') throw new CommandError(`unknown session affinity: ${affinity}`);
  const ports = numbers.flatMap((number, index) => {
    if (!/^[+-]?\d+$/.test(number)) throw new CommandError(`strconv.Atoi: parsing ${JSON.stringify(number)}: invalid syntax`);
    const port = Number(number);
    const known = [...new Set(container.filter((one) => one.port === port).map((one) => one.protocol))];
    const protocols = flags.string('protocol') !== '' ? [flags.string('protocol')] : known.length > 0 ? known : ['TCP'];
    const name = numbers.length > 1 ? `port-${index + 1}` : undefined;
    return protocols.map((protocol) => ({
      name: protocols.length > 1 ? `port-${index + 1}-${protocol.toLowerCase()}` : name,
      port,
      protocol,
      targetPort: target === '' ? port : intOrString(target),
    }));
  });
  const type = text('type');
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      labels: labels && Object.keys(labels).length > 0 ? labels : undefined,
      name: text('name') ?? (metadataOf(object).name ?? '').slice(0, NAME_LIMIT),
    },
    spec: {
      clusterIP: clusterIP || undefined,
      externalIPs: text('external-ip') ? [flags.string('external-ip')] : undefined,
      loadBalancerIP: type === 'LoadBalancer' ? text('load-balancer-ip') : undefined,
      ports: ports.length > 0 ? ports : undefined,
      selector,
      sessionAffinity: affinity || undefined,
      type,
    },
    status: { loadBalancer: {} },
  };
}

function selectorOf(object: JsonObject): Readonly<Record<string, string>> {
  const fail = (reason: string): CommandError =>
    new CommandError(`couldn't retrieve selectors via --selector flag or introspection: ${reason}`);
  if (object['kind'] === 'Pod') {
    const labels = metadataOf(object).labels ?? {};
    if (Object.keys(labels).length === 0) throw fail('the pod has no labels and cannot be exposed');
    return labels;
  }
  const selector = at(object, 'spec', 'selector');
  if (object['kind'] === 'Service' || object['kind'] === 'ReplicationController') {
    if (!isObject(selector) || Object.keys(selector).length === 0) throw fail('the service has no pod selector set');
    return selector as Record<string, string>;
  }
  if (((at(selector, 'matchExpressions') ?? []) as unknown[]).length > 0) {
    throw fail(`couldn't convert expressions - "${JSON.stringify(at(selector, 'matchExpressions'))}" to map-based selector format`);
  }
  return (at(selector, 'matchLabels') ?? {}) as Record<string, string>;
}

/** Ports of the pods' containers, or of the service. */
function containerPorts(object: JsonObject): { port: number; protocol: string }[] {
  if (object['kind'] === 'Service') {
    return ((at(object, 'spec', 'ports') ?? []) as JsonObject[]).map((port) => ({
      port: Number(port['port']),
      protocol: textOf(port['protocol']) || 'TCP',
    }));
  }
  const spec = object['kind'] === 'Pod' ? object['spec'] : at(object, 'spec', 'template', 'spec');
  const all = ((at(spec, 'containers') ?? []) as JsonObject[]).flatMap((container) =>
    ((container['ports'] ?? []) as JsonObject[]).map((port) => ({
      port: Number(port['containerPort']),
      protocol: textOf(port['protocol']) || 'TCP',
    })),
  );
  return all.filter((one, index) => all.findIndex((other) => other.port === one.port && other.protocol === one.protocol) === index);
}
