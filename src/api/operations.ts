/**
 * What controllers, kubelet and scheduler do with the API: the same create, update and delete that requests end in (defaults,
 * validation, versions, journal), called in process on typed objects. The ApiServer implements it.
 * Every call throws ApiError (NotFound, Conflict, AlreadyExists, Invalid, Forbidden) as the real client would see it.
 */
import type { KubeObject, ObjectMeta, ResourceName } from '../world/object.ts';

/** An object to be created: the server fills uid, versions and times. */
export type NewObject<T extends KubeObject> = Omit<T, 'metadata'> & { readonly metadata: Partial<ObjectMeta> };

export interface DeleteOptions {
  readonly gracePeriodSeconds?: number;
  readonly propagationPolicy?: 'Orphan' | 'Background' | 'Foreground';
  readonly preconditions?: { readonly uid?: string; readonly resourceVersion?: string };
}

export interface Operations {
  create<T extends KubeObject>(resource: ResourceName, object: NewObject<T>): T;
  /**
   * Replaces the object. With a resourceVersion that is not the stored one: Conflict. An update that changes nothing writes nothing.
   * `through`: the subresource by which the real controller writes it.
   */
  update<T extends KubeObject>(resource: ResourceName, object: T, through?: 'status'): T;
  /** Replaces only status (and what the kind lets status writers change, e.g. node/pod conditions). Same no-op rule. */
  updateStatus<T extends KubeObject>(resource: ResourceName, object: T): T;
  /** Starts deletion: grace for Pods, finalizers and propagation for all. Returns the object if it is still there (terminating), else undefined. */
  delete(resource: ResourceName, namespace: string, name: string, options?: DeleteOptions): KubeObject | undefined;
  /** Assigns a Pod to a node (the binding subresource): one write, no new generation, and the Pod is PodScheduled from then on. */
  bind<T extends KubeObject>(pod: T, nodeName: string): T;
  /** Records an Event about an object, counted and aggregated as the real recorder does (count, first and last time). */
  event(about: KubeObject, type: 'Normal' | 'Warning', reason: string, message: string, source: EventSource): void;
}

export interface EventSource {
  /** `kubelet`, `default-scheduler`, `deployment-controller`, ... */
  readonly component: string;
  readonly host?: string;
  /** `spec.containers{nginx}` */
  readonly fieldPath?: string;
  /** What was being done, of those who record by events.k8s.io (the scheduler): `host` is then the instance that says so. */
  readonly action?: string;
}
