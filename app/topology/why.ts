// Why a Service does or does not send traffic to a Pod.
import type { LinkView, PodView, ServiceView } from './model.ts';

/** A sentence by id (`why.ID` in the texts) and values; `ok`: it does, `warn`: it is selected but gets nothing, `off`: not selected. */
export interface Why {
  readonly tone: 'ok' | 'warn' | 'off';
  readonly id: string;
  readonly values: Readonly<Record<string, string | number>>;
}

const because = (tone: Why['tone'], id: string, values: Why['values'] = {}): Why => ({ tone, id, values });

/** @param link the link between the two, if there is one */
export function explain(service: ServiceView, pod: PodView, link: LinkView | undefined): Why {
  const endpoint = link?.endpoint;
  if (endpoint?.ready) {
    const port = endpoint.ports[0];
    const address = port === undefined ? (pod.ip ?? '') : `${endpoint.addresses[0] ?? pod.ip}:${port}`;
    const declared = pod.ports.map((each) => each.port);
    if (port !== undefined && declared.length > 0 && !declared.includes(port)) {
      return because('warn', 'portNotDeclared', { port, declared: declared.join(', ') });
    }
    return because('ok', 'reached', { address });
  }
  if (endpoint)
    return because('warn', endpoint.reason === 'Terminating' ? 'terminating' : 'notReady', { reason: endpoint.reason ?? 'NotReady' });
  if (service.type === 'ExternalName') return because('off', 'externalName', { name: service.externalName ?? '' });
  if (service.namespace !== pod.namespace) return because('off', 'namespace', { namespace: service.namespace });
  if (!service.selector) return because('off', 'noSelector');
  if (!link?.selected) {
    for (const [key, want] of Object.entries(service.selector)) {
      const have = pod.labels[key];
      if (have === undefined) return because('off', 'labelMissing', { key, want });
      if (have !== want) return because('off', 'labelDiffers', { key, want, have });
    }
  }
  if (!pod.node) return because('warn', 'noNode');
  if (pod.status.finished) return because('warn', 'finished', { word: pod.status.word });
  if (!pod.ip) return because('warn', 'noAddress', { word: pod.status.word });
  const named = service.ports.find((port) => !/^\d+$/.test(port.target) && !pod.ports.some((each) => each.name === port.target));
  if (named) return because('warn', 'noNamedPort', { port: named.target });
  return because('warn', 'notYet');
}
