// What is singled out when something is pointed at, and what is said about the rest.
import { matches, type Requirement } from '../../src/api/values/selector.ts';
import type { Layout } from './layout.ts';
import type { Labels, LinkView, Model, OwnerView, ServiceView } from './model.ts';
import { explain, type Why } from './why.ts';

export type Focus =
  | { readonly kind: 'object'; readonly key: string }
  | { readonly kind: 'label'; readonly key: string; readonly value: string }
  | { readonly kind: 'selector'; readonly requirements: readonly Requirement[] };

export interface Highlight {
  /** Keys of boxes and Pods that stay bright. */
  readonly lit: ReadonlySet<string>;
  /** What to say about a Pod or a Service, by key. */
  readonly why: ReadonlyMap<string, Why>;
  /** How a label chip stands out: it matches, or it has the key with another value. */
  readonly chip: (key: string, value: string) => 'hit' | 'miss' | undefined;
}

const NO_WHY: ReadonlyMap<string, Why> = new Map();

/** Undefined when the focus is on nothing that exists. */
export function highlight(model: Model, layout: Layout, focus: Focus): Highlight | undefined {
  if (focus.kind === 'label') {
    return byLabels(
      model,
      layout,
      (labels) => labels[focus.key] === focus.value,
      (selector) => selector[focus.key] === focus.value,
      (key, value) => (key === focus.key ? (value === focus.value ? 'hit' : 'miss') : undefined),
    );
  }
  if (focus.kind === 'selector') {
    const { requirements } = focus;
    return byLabels(
      model,
      layout,
      (labels) => matches(requirements, labels),
      () => false,
      (key, value) => {
        const asked = requirements.filter((each) => each.key === key);
        return asked.length === 0 ? undefined : matches(asked, { [key]: value }) ? 'hit' : 'miss';
      },
    );
  }
  const { key } = focus;
  const service = model.services.find((each) => each.key === key);
  if (service) return ofService(service, model, layout);
  const pod = model.pods.find((each) => each.key === key);
  if (pod) {
    const lit = new Set<string>([key, layout.placeOf.get(key) ?? key]);
    const why = new Map<string, Why>();
    const links = new Map(model.links.filter((link) => link.target === key).map((link) => [link.service, link]));
    for (const each of model.services) {
      const link = links.get(each.key);
      if (link) lit.add(each.key);
      if (each.namespace === pod.namespace && each.selector) why.set(each.key, explain(each, pod, link));
    }
    const owner = model.owners.find((each) => owns(each, pod.controller?.uid));
    if (owner) lit.add(owner.key);
    if (pod.node) lit.add(`node:${pod.node}`);
    return { lit, why, chip: () => undefined };
  }
  const owner = model.owners.find((each) => each.key === key || each.sets.some((set) => set.key === key));
  if (owner) {
    const set = owner.sets.find((each) => each.key === key);
    const lit = new Set<string>([owner.key, key]);
    for (const each of model.pods) {
      if (set ? each.controller?.uid === set.uid : owns(owner, each.controller?.uid)) addPod(lit, layout, each.key);
    }
    const selector: Labels = set?.selector ?? {};
    return { lit, why: NO_WHY, chip: (k, v) => (selector[k] === undefined ? undefined : selector[k] === v ? 'hit' : 'miss') };
  }
  const node = key.replace(/^(node|door):/, '');
  if (node !== key) {
    const lit = new Set<string>([`node:${node}`, `door:${node}`, 'laptop']);
    for (const each of model.pods) if (each.node === node) addPod(lit, layout, each.key);
    for (const each of model.services) if (each.ports.some((port) => port.nodePort)) lit.add(each.key);
    return { lit, why: NO_WHY, chip: () => undefined };
  }
  const targeted = model.links.filter((link) => link.target === key).map((link) => link.service);
  return targeted.length > 0 ? { lit: new Set([key, ...targeted]), why: NO_WHY, chip: () => undefined } : undefined;
}

function ofService(service: ServiceView, model: Model, layout: Layout): Highlight {
  const lit = new Set<string>([service.key]);
  const why = new Map<string, Why>();
  const links = new Map<string, LinkView>();
  for (const link of model.links) {
    if (link.service !== service.key) continue;
    links.set(link.target, link);
    addPod(lit, layout, link.target);
  }
  for (const pod of model.pods) why.set(pod.key, explain(service, pod, links.get(pod.key)));
  if (service.ports.some((port) => port.nodePort) || service.externalIPs.length > 0) {
    lit.add('laptop');
    for (const door of layout.doors) lit.add(door.key);
  }
  const selector = service.selector ?? {};
  return { lit, why, chip: (key, value) => (selector[key] === undefined ? undefined : selector[key] === value ? 'hit' : 'miss') };
}

function byLabels(
  model: Model,
  layout: Layout,
  pods: (labels: Labels) => boolean,
  selectors: (selector: Labels) => boolean,
  chip: Highlight['chip'],
): Highlight {
  const lit = new Set<string>();
  for (const pod of model.pods) if (pods(pod.labels)) addPod(lit, layout, pod.key);
  for (const service of model.services) if (service.selector && selectors(service.selector)) lit.add(service.key);
  for (const owner of model.owners) if (owner.sets.some((set) => selectors(set.selector))) lit.add(owner.key);
  return { lit, why: NO_WHY, chip };
}

const owns = (owner: OwnerView, uid: string | undefined) =>
  uid !== undefined && (owner.uid === uid || owner.sets.some((set) => set.uid === uid));

function addPod(lit: Set<string>, layout: Layout, key: string): void {
  lit.add(key);
  const place = layout.placeOf.get(key);
  if (place) lit.add(place);
}
