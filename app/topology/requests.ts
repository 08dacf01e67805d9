// A request's trace, told for the picture: which boxes it passed, and a sentence for each hop.
import type { Hop } from '../../src/api/hop.ts';
import type { Trace } from '../../src/network/types.ts';
import type { Layout } from './layout.ts';
import type { Model } from './model.ts';
import type { Journey, Leg } from './scene.ts';

/** Turns a hop or an outcome into words. */
export interface RequestWords {
  hop(hop: Hop, trace: Trace): string;
  end(trace: Trace): string;
}

/** Where a trace goes in the picture. Hops that have no place (a name looked up) only change what is said. */
export function journey(trace: Trace, model: Model, layout: Layout, words: RequestWords): Journey {
  const legs: Leg[] = [];
  let at: string | undefined;
  const boxes = trace.hops.map((hop) => (hop.kind === 'origin' ? originBox(trace, model, layout) : hopBox(hop, model, layout)));
  for (const [index, hop] of trace.hops.entries()) {
    const box = boxes[index];
    // The line that is drawn leads to the Ingress itself, past the node whose port it is.
    const onward = hop.kind === 'node' && trace.hops[index + 1]?.kind === 'ingress' && boxes[index + 1] !== undefined;
    if (!box || box === at || onward) continue;
    if (at) legs.push({ from: at, to: box, label: words.hop(hop, trace) });
    at = box;
  }
  return { id: trace.id, legs, failed: !trace.outcome.ok, end: words.end(trace) };
}

function originBox({ from }: Trace, model: Model, layout: Layout): string | undefined {
  if (from.kind === 'laptop') return 'laptop';
  if (from.kind === 'node') return layout.boxes.has(`node:${from.name}`) ? `node:${from.name}` : undefined;
  return podBox(model, layout, from.namespace, from.name);
}

function hopBox(hop: Hop, model: Model, layout: Layout): string | undefined {
  const ip = hop.address?.replace(/:\d+$/, '');
  switch (hop.kind) {
    case 'node':
    case 'nodePort': {
      const node = model.nodes.find((each) => (hop.object?.resource === 'nodes' ? each.name === hop.object.name : each.ip === ip));
      return node && layout.boxes.has(`door:${node.name}`) ? `door:${node.name}` : undefined;
    }
    case 'ingress': {
      const ingress = model.ingresses.find((each) => each.name === hop.object?.name && each.namespace === hop.object.namespace);
      return ingress && layout.boxes.has(ingress.key) ? ingress.key : undefined;
    }
    case 'service':
    case 'loadBalancer': {
      const service = model.services.find((each) =>
        hop.object?.resource === 'services'
          ? each.name === hop.object.name && each.namespace === hop.object.namespace
          : each.clusterIP !== undefined && each.clusterIP === ip,
      );
      return service && layout.boxes.has(service.key) ? service.key : undefined;
    }
    case 'apiServer': {
      const server = model.addresses.find((each) => each.kind === 'apiserver');
      return server && layout.boxes.has(server.key) ? server.key : undefined;
    }
    case 'endpoint':
    case 'pod':
    case 'external': {
      if (hop.object?.resource === 'pods') return podBox(model, layout, hop.object.namespace, hop.object.name);
      const pod = ip ? model.pods.find((each) => each.ip === ip && !each.hostNetwork) : undefined;
      if (pod) return layout.placeOf.get(pod.key);
      return [`addr:${ip}`, `addr:${hop.address}`].find((key) => layout.boxes.has(key));
    }
    default:
      return undefined;
  }
}

function podBox(model: Model, layout: Layout, namespace: string, name: string): string | undefined {
  const pod = model.pods.find((each) => each.name === name && each.namespace === namespace);
  return pod && layout.placeOf.get(pod.key);
}
