import type { ResourceName } from '../world/object.ts';

/** One step of a request's way through the cluster. Requests to the API server go on from it too: to a Service, a Pod, a node. */
export interface Hop {
  readonly kind:
    | 'origin'
    | 'dns'
    | 'node'
    | 'nodePort'
    | 'loadBalancer'
    | 'ingress'
    | 'service'
    | 'endpoint'
    | 'pod'
    | 'external'
    | 'apiServer'
    | 'policy';
  /** The API object of this hop, where there is one. */
  readonly object?: { readonly resource: ResourceName; readonly namespace: string; readonly name: string };
  /** `10.96.12.7:80` */
  readonly address?: string;
  /** Stable id of the reason plus its values: the page turns it into a sentence in its language. */
  readonly reason: { readonly id: string; readonly values?: Readonly<Record<string, string | number>> };
  /** Virtual ms spent getting here. */
  readonly ms: number;
}
