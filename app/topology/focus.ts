// What is singled out when something is pointed at, and what is said about the rest.
import { matches, type Requirement } from '../../src/api/values/selector.ts';
import type { Layout } from './layout.ts';
import type { IngressView, Labels, LinkView, Model, OwnerView, PodView, ServiceView } from './model.ts';
import { explain, type Why } from './why.ts';

export type Focus =
  | { readonly kind: 'object'; readonly key: string }
  | { readonly kind: 'label'; readonly key: string; readonly value: string }
  /** Without a namespace: of all. */
  | { readonly kind: 'selector'; readonly requirements: readonly Requirement[]; readonly namespace?: string | undefined }
  /** Part of a name, or of a label's key or value, in small letters. */
  | { readonly kind: 'text'; readonly text: string };

export interface Highlight {
  /** Keys of boxes and Pods that stay bright. */
  readonly lit: ReadonlySet<string>;
  /** What to say about a Pod or a Service, by key. */
  readonly why: ReadonlyMap<string, Why>;
  /** How a label chip stands out: it matches, or it has the key with another value. */
  readonly chip: (key: string, value: string) => 'hit' | 'miss' | undefined;
}

const NO_WHY: ReadonlyMap<string, Why> = new Map();

/** Undefined when the focus is on nothing that exists. Without a layout, only objects are lit, no boxes that stand for several. */
export function highlight(model: Model, layout: Layout | undefined, focus: Focus): Highlight | undefined {
  if (focus.kind === 'text') return byText(model, layout, focus.text);
  if (focus.kind === 'label') {
    return byLabels(
      model,
      layout,
      ({ labels }) => labels[focus.key] === focus.value,
      (selector) => selector[focus.key] === focus.value,
      (key, value) => (key === focus.key ? (value === focus.value ? 'hit' : 'miss') : undefined),
    );
  }
  if (focus.kind === 'selector') {
    const { requirements, namespace } = focus;
    return byLabels(
      model,
      layout,
      (pod) => (namespace === undefined || pod.namespace === namespace) && matches(requirements, pod.labels),
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
    const lit = new Set<string>([key, layout?.placeOf.get(key) ?? key]);
    const why = new Map<string, Why>();
    const links = new Map(model.links.filter((link) => link.target === key).map((link) => [link.service, link]));
    for (const each of model.services) {
      const link = links.get(each.key);
      if (link) lit.add(each.key);
      if (each.namespace === pod.namespace && each.selector) why.set(each.key, explain(each, pod, link));
    }
    const owner = model.owners.find((each) => owns(each, pod.controller?.uid));
    if (owner) addOwner(lit, owner.key);
    for (const config of model.configs) if (config.users.includes(key)) lit.add(config.key);
    if (pod.node) lit.add(`node:${pod.node}`);
    return { lit, why, chip: () => undefined };
  }
  const owner = model.owners.find((each) => each.key === key || each.sets.some((set) => set.key === key));
  if (owner) {
    const set = owner.sets.find((each) => each.key === key);
    const lit = new Set<string>([key]);
    addOwner(lit, owner.key);
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
  const config = model.configs.find((each) => each.key === key);
  if (config) {
    const lit = new Set<string>([key]);
    for (const user of config.users) addPod(lit, layout, user);
    return { lit, why: NO_WHY, chip: () => undefined };
  }
  const ingress = model.ingresses.find((each) => each.key === key);
  if (ingress) {
    const services = model.services.filter((each) => routesTo(ingress, each));
    return { lit: new Set([key, 'laptop', ...services.map((each) => each.key)]), why: NO_WHY, chip: () => undefined };
  }
  if (key.startsWith('fold:')) {
    const pods = model.pods.filter((each) => layout?.placeOf.get(each.key) === key);
    if (pods.length === 0) return undefined;
    const lit = new Set<string>([key]);
    const keys = new Set(pods.map((each) => each.key));
    for (const each of pods) lit.add(each.key);
    for (const link of model.links) if (keys.has(link.target)) lit.add(link.service);
    const controllers = new Set(pods.map((each) => each.controller?.uid));
    for (const each of model.owners) if ([...controllers].some((uid) => owns(each, uid))) addOwner(lit, each.key);
    return { lit, why: NO_WHY, chip: () => undefined };
  }
  const targeted = model.links.filter((link) => link.target === key).map((link) => link.service);
  return targeted.length > 0 ? { lit: new Set([key, ...targeted]), why: NO_WHY, chip: () => undefined } : undefined;
}

const routesTo = (ingress: IngressView, { namespace, name }: ServiceView): boolean =>
  ingress.namespace === namespace && ingress.rules.some((rule) => rule.service === name);

function ofService(service: ServiceView, model: Model, layout: Layout | undefined): Highlight {
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
    for (const door of layout?.doors ?? []) lit.add(door.key);
  }
  for (const each of model.ingresses) if (routesTo(each, service)) lit.add(each.key).add('laptop');
  const selector = service.selector ?? {};
  return { lit, why, chip: (key, value) => (selector[key] === undefined ? undefined : selector[key] === value ? 'hit' : 'miss') };
}

function byLabels(
  model: Model,
  layout: Layout | undefined,
  pods: (pod: PodView) => boolean,
  selectors: (selector: Labels) => boolean,
  chip: Highlight['chip'],
): Highlight {
  const lit = new Set<string>();
  for (const pod of model.pods) if (pods(pod)) addPod(lit, layout, pod.key);
  for (const service of model.services) if (service.selector && selectors(service.selector)) lit.add(service.key);
  for (const owner of model.owners) if (owner.sets.some((set) => selectors(set.selector))) lit.add(owner.key);
  return { lit, why: NO_WHY, chip };
}

const owns = (owner: OwnerView, uid: string | undefined) =>
  uid !== undefined && (owner.uid === uid || owner.sets.some((set) => set.uid === uid));

function byText(model: Model, layout: Layout | undefined, text: string): Highlight {
  const lit = new Set<string>();
  const has = (part: string) => part.toLowerCase().includes(text);
  const inLabels = (labels: Labels | undefined) => Object.entries(labels ?? {}).some(([key, value]) => has(key) || has(value));
  for (const pod of model.pods) if (has(pod.name) || inLabels(pod.labels)) addPod(lit, layout, pod.key);
  for (const service of model.services) if (has(service.name) || inLabels(service.selector)) lit.add(service.key);
  for (const owner of model.owners) if (has(owner.name)) addOwner(lit, owner.key);
  for (const each of [...model.configs, ...model.ingresses, ...model.nodes]) if (has(each.name)) lit.add(each.key);
  return { lit, why: NO_WHY, chip: (key, value) => (has(key) || has(value) ? 'hit' : undefined) };
}

function addOwner(lit: Set<string>, key: string): void {
  lit.add(key);
  lit.add(`group:${key}`);
}

function addPod(lit: Set<string>, layout: Layout | undefined, key: string): void {
  lit.add(key);
  const place = layout?.placeOf.get(key);
  if (place) lit.add(place);
}
