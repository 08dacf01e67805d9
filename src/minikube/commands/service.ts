/** minikube service and tunnel: the ways from the laptop to a Service. */

import { SysError } from '../../kernel/error.ts';
import { signals, sleep, write } from '../../kernel/sys.ts';
import type { Process, Sys } from '../../kernel/types.ts';
import type { Pod, Service } from '../../kinds/objects.ts';
import type { Command, Flag } from '../cli.ts';
import { ask, retrieve } from '../nodes.ts';
import { complain, ExitError, step, table, usageError } from '../output.ts';
import { list } from '../requests.ts';

const HEADINGS = ['NAMESPACE', 'NAME', 'TARGET PORT', 'URL'];
const DEFAULT_FORMAT = 'http://{{.IP}}:{{.Port}}';
const FORMAT: Flag = { name: 'format', type: 'string', default: DEFAULT_FORMAT, usage: 'Format to output service URL in.' };

/** A Service as seen from the laptop. */
interface Reachable {
  readonly service: Service;
  /** `name/port`, or the port alone, of each port with a node port. */
  readonly ports: readonly string[];
  readonly urls: readonly string[];
}

function reachable(service: Service, ip: string, format: string): Reachable {
  const open = (service.spec.ports ?? []).filter((port) => port.nodePort);
  const label = (port: (typeof open)[number]) => (port.name ? `${port.name}/${port.port}` : String(port.port));
  const url = (port: (typeof open)[number]) =>
    format
      .replace(/\{\{\s*\.IP\s*\}\}/g, ip)
      .replace(/\{\{\s*\.Port\s*\}\}/g, String(port.nodePort))
      .replace(/\{\{\s*\.Name\s*\}\}/g, label(port));
  return { service, ports: open.map(label), urls: open.map(url) };
}

function* services(namespace: string, format: string): Sys<Reachable[]> {
  const { ip } = yield* retrieve('');
  const path = namespace === '' ? '/api/v1/services' : `/api/v1/namespaces/${encodeURIComponent(namespace)}/services`;
  return (yield* list<Service>(path)).map((one) => reachable(one, ip, format));
}

function* serviceNames(): Sys<readonly string[]> {
  return (yield* list<Service>('/api/v1/namespaces/default/services')).map(({ metadata }) => metadata.name);
}

const listServices: Command = {
  name: 'list',
  short: 'Lists the URLs for the services in your local cluster',
  flags: [
    { name: 'namespace', short: 'n', type: 'string', default: '', usage: 'The services namespace' },
    { name: 'output', short: 'o', type: 'string', default: 'table', usage: "The output format. One of 'json', 'table'" },
  ],
  *run({ flags }) {
    const all = yield* services(flags['namespace'] ?? '', flags['format'] ?? DEFAULT_FORMAT);
    const rows = all.map(({ service, ports, urls }) => ({
      Namespace: service.metadata.namespace ?? '',
      Name: service.metadata.name,
      URLs: urls,
      PortNames: urls.length > 0 ? ports : ['No node port'],
    }));
    const output = (flags['output'] ?? '').toLowerCase();
    if (output === 'json') yield* write(1, JSON.stringify(rows));
    else if (output !== 'table') throw usageError(`invalid output format: ${flags['output']}. Valid values: 'table', 'json'`);
    else
      yield* write(
        1,
        table(
          HEADINGS,
          rows.map((one) => [one.Namespace, one.Name, one.PortNames.join('\n'), one.URLs.join('\n')]),
        ),
      );
    return 0;
  },
};

export const service: Command = {
  name: 'service',
  values: serviceNames,
  usage: '[flags] SERVICE [options]',
  short: 'Returns a URL to connect to a service',
  group: 'Networking and Connectivity Commands:',
  commands: [listServices],
  flags: [
    { name: 'all', type: 'bool', usage: 'Forwards all services in a namespace (defaults to "false")' },
    FORMAT,
    { name: 'https', type: 'bool', usage: 'Open the service URL with https instead of http (defaults to "false")' },
    { name: 'interval', type: 'int', default: '1', usage: 'The initial time interval for each check that wait performs in seconds' },
    { name: 'namespace', short: 'n', type: 'string', default: 'default', usage: 'The service namespace' },
    { name: 'url', type: 'bool', usage: 'Display the Kubernetes service URL in the CLI instead of opening it in the default browser' },
    { name: 'wait', type: 'int', default: '2', usage: 'Amount of time to wait for a service in seconds' },
  ],
  *run({ process, args, flags }) {
    const all = flags['all'] === 'true';
    if ((args.length === 0) !== all) throw usageError('You must specify service name(s) or --all');
    const namespace = flags['namespace'] ?? 'default';
    const found = (yield* services(namespace, flags['format'] ?? DEFAULT_FORMAT)).filter(
      (one) => all || args.includes(one.service.metadata.name),
    );
    if (found.length === 0) throw notFound(namespace, all ? undefined : args[0]);
    const closed: string[] = [];
    const urls: (readonly [name: string, url: string])[] = [];
    for (const one of found) {
      const { name } = one.service.metadata;
      if (!one.service.spec.ports?.length) throw notFound(namespace, name);
      const shown = flags['https'] === 'true' ? one.urls.map((url) => url.replace(/^http:/, 'https:')) : one.urls;
      if (flags['url'] !== 'true') {
        const row = shown.length > 0 ? [namespace, name, one.ports.join('\n'), one.urls.join('\n')] : [namespace, name, '', 'No node port'];
        yield* write(1, table(HEADINGS, [row]));
      }
      if (shown.length === 0) {
        yield* step(process, 'sad', `service ${namespace}/${name} has no node port`);
        closed.push(`${namespace}/${name}`);
      } else if (flags['url'] === 'true') {
        yield* write(1, `${shown.join('\n')}\n`);
      }
      yield* checkPods(one.service);
      for (const url of shown) urls.push([name, url]);
    }
    if (closed.length > 0) {
      const text = `Services [${closed.join(' ')}] have type "ClusterIP" not meant to be exposed, however for local development minikube allows you to access this !`;
      yield* complain(process, 'warning', text);
    }
    if (flags['url'] !== 'true') yield* open(process, urls);
    return 0;
  },
};

/** There is no browser to open here: the URL is for curl. */
function* open(process: Process, urls: readonly (readonly [string, string])[]): Sys<void> {
  for (const [, url] of urls) yield* step(process, 'url', `No browser can be opened from here. Try: curl ${url}`);
}

function notFound(namespace: string, name: string | undefined): ExitError {
  const text =
    name === undefined
      ? `No services were found in the '${namespace}' namespace.\nYou may select another namespace by using 'minikube service --all -n <namespace>'`
      : `Service '${name}' was not found in '${namespace}' namespace.\nYou may select another namespace by using 'minikube service ${name} -n <namespace>'. Or list out all the services using 'minikube service list'`;
  return new ExitError('SVC_NOT_FOUND', 115, text);
}

function* checkPods({ metadata, spec }: Service): Sys<void> {
  if (spec.type !== 'NodePort' && spec.type !== 'LoadBalancer') return;
  const labelSelector = Object.entries(spec.selector ?? {}).map(([key, value]) => `${key}=${value}`);
  const pods = yield* list<Pod>(`/api/v1/namespaces/${metadata.namespace}/pods`, { labelSelector: labelSelector.join(',') });
  if (pods.some((pod) => pod.status.phase === 'Running')) return;
  throw new ExitError('SVC_UNREACHABLE', 115, `service not available: no running pod for service ${metadata.name} found`);
}

/** How often the tunnel looks for Services, ms. */
const TUNNEL_MS = 5000;

export const tunnel: Command = {
  name: 'tunnel',
  short: 'Connect to LoadBalancer services',
  group: 'Networking and Connectivity Commands:',
  flags: [
    { name: 'bind-address', type: 'string', default: '', usage: 'set tunnel bind address' },
    { name: 'cleanup', short: 'c', type: 'bool', default: 'true', usage: 'call with cleanup=true to remove old tunnels' },
  ],
  *run({ process }) {
    const { name, ip: gateway } = yield* retrieve('');
    yield* signals(['SIGINT', 'SIGTERM', 'SIGHUP']);
    if (!(yield* ask<boolean>({ op: 'tunnel', open: true }))) {
      const text = 'Another tunnel process is already running, terminate the existing instance to start a new one';
      throw new ExitError('SVC_TUNNEL_ALREADY_RUNNING', 111, text);
    }
    try {
      let shown = '';
      for (;;) {
        const balanced = (yield* list<Service>('/api/v1/services'))
          .filter((one) => one.spec.type === 'LoadBalancer')
          .map((one) => one.metadata.name);
        const report = tunnelReport(name, process.pid, gateway, balanced);
        if (report !== shown) yield* write(1, report);
        shown = report;
        yield* sleep(TUNNEL_MS);
      }
    } catch (error) {
      if (!(error instanceof SysError) || error.errno !== 'EINTR') throw error;
      return 0;
    } finally {
      yield* ask({ op: 'tunnel', open: false });
    }
  },
};

function tunnelReport(machine: string, pid: number, gateway: string, balanced: readonly string[]): string {
  const errors = '    errors: \n\t\tminikube: no errors\n\t\trouter: no errors\n\t\tloadbalancer emulator: no errors\n';
  return `Status:\t\n\tmachine: ${machine}\n\tpid: ${pid}\n\troute: 10.96.0.0/12 -> ${gateway}\n\tminikube: Running\n\tservices: [${balanced.join(', ')}]\n${errors}`;
}
