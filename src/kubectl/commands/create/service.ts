/** create service clusterip, nodeport, loadbalancer, externalname */
import { isDNS1123Subdomain, isPortName, isPortNumber } from '../../../api/values/names.ts';
import type { Command, Flag } from '../../cli/command.ts';
import type { FlagValues } from '../../cli/parse.ts';
import { CommandError } from '../../errors.ts';
import type { JsonObject } from '../../json.ts';
import { generatorCommand } from './generator.ts';

const TCP: Flag = { name: 'tcp', type: 'slice', usage: "Port pairs can be specified as '<port>:<targetPort>'." };

interface Parts {
  readonly type: string;
  readonly flags: readonly Flag[];
  readonly short: string;
  readonly name: string;
  readonly usage: string;
  readonly examples: Command['examples'];
}

const service = ({ type, flags, ...parts }: Parts): Command =>
  generatorCommand({
    ...parts,
    ...(parts.examples && { examples: parts.examples }),
    flags: [...flags, TCP],
    failure: `failed to create ${type} service`,
    // biome-ignore lint/correctness/useYield: one of several that are generators
    *build(invocation, name) {
      return buildService(invocation.flags, type, name);
    },
  });

function buildService(flags: FlagValues, type: string, name: string): JsonObject {
  const text = (flag: string): string | undefined => (flags.has(flag) && flags.string(flag) !== '' ? flags.string(flag) : undefined);
  const [tcp, clusterIP, externalName] = [flags.list('tcp'), text('clusterip'), text('external-name')];
  if (clusterIP !== 'None' && tcp.length === 0 && type !== 'ExternalName')
    throw new CommandError('at least one tcp port specifier must be provided');
  if (type === 'ExternalName' && isDNS1123Subdomain(externalName ?? '').length > 0)
    throw new CommandError(`invalid service external name ${externalName ?? ''}`);
  const nodePort = flags.has('node-port') && flags.int('node-port') !== 0 ? flags.int('node-port') : undefined;
  const ports = tcp.map((pair) => ({ name: pair.replaceAll(':', '-'), nodePort, protocol: 'TCP', ...parsePorts(pair) }));
  const labels = { app: name };
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { labels, name },
    spec: { clusterIP, externalName, ports: ports.length > 0 ? ports : undefined, selector: labels, type },
    status: { loadBalancer: {} },
  };
}

function parsePorts(pair: string): { port: number; targetPort: number | string } {
  const [first = '', second] = pair.split(':');
  if (!/^\d+$/.test(first)) throw new CommandError(`strconv.ParseUint: parsing ${JSON.stringify(first)}: invalid syntax`);
  const port = Number(first);
  if (port > 65535) throw new CommandError(`strconv.ParseUint: parsing ${JSON.stringify(first)}: value out of range`);
  if (second === undefined) return { port, targetPort: port };
  const errors = /^[+-]?\d+$/.test(second) ? isPortNumber(Number(second)) : isPortName(second);
  if (errors.length > 0) throw new CommandError(errors.join(','));
  return { port, targetPort: /^[+-]?\d+$/.test(second) ? Number(second) : second };
}

export const createService: Command = {
  name: 'service',
  aliases: ['svc'],
  usage: 'service [flags]',
  short: 'Create a service using a specified subcommand',
  commands: [
    service({
      name: 'clusterip',
      type: 'ClusterIP',
      usage: 'clusterip NAME [--tcp=<port>:<targetPort>] [--dry-run=server|client|none]',
      short: 'Create a ClusterIP service',
      examples: [
        ['Create a ClusterIP service named web', 'kubectl create service clusterip web --tcp=80:8080'],
        ['Create a headless service named db', 'kubectl create service clusterip db --clusterip="None"'],
      ],
      flags: [
        {
          name: 'clusterip',
          type: 'string',
          usage: "Assign your own ClusterIP or set to 'None' for a 'headless' service (no loadbalancing).",
        },
      ],
    }),
    service({
      name: 'nodeport',
      type: 'NodePort',
      usage: 'nodeport NAME [--tcp=port:targetPort] [--dry-run=server|client|none]',
      short: 'Create a NodePort service',
      examples: [['Create a NodePort service named web', 'kubectl create service nodeport web --tcp=80:8080']],
      flags: [{ name: 'node-port', type: 'int', usage: 'Port used to expose the service on each node in a cluster.' }],
    }),
    service({
      name: 'loadbalancer',
      type: 'LoadBalancer',
      usage: 'loadbalancer NAME [--tcp=port:targetPort] [--dry-run=server|client|none]',
      short: 'Create a LoadBalancer service',
      examples: [['Create a LoadBalancer service named web', 'kubectl create service loadbalancer web --tcp=80:8080']],
      flags: [],
    }),
    service({
      name: 'externalname',
      type: 'ExternalName',
      usage: 'externalname NAME --external-name external.name [--dry-run=server|client|none]',
      short: 'Create an ExternalName service',
      examples: [
        [
          'Create a service that stands for a host outside the cluster',
          'kubectl create service externalname db --external-name db.example.com',
        ],
      ],
      flags: [{ name: 'external-name', type: 'string', required: true, usage: 'External name of service' }],
    }),
  ],
};
