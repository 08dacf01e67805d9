// Keeping to a part of the model: to some objects and what they are joined to.
import type { Highlight } from './focus.ts';
import type { Layout } from './layout.ts';
import type { Model } from './model.ts';
import type { SlotState } from './slots.ts';

/** Keys of the objects that references mean: Pods, Services, owners with their sets, Nodes. */
export function keysOf(
  model: Model,
  meant: (ref: Model['pods'][number]['ref'], labels?: Readonly<Record<string, string>>) => boolean,
): Set<string> {
  const keys = new Set<string>();
  for (const pod of model.pods) if (meant(pod.ref, pod.labels)) keys.add(pod.key);
  for (const service of model.services) if (meant(service.ref)) keys.add(service.key);
  for (const node of model.nodes) if (meant(node.ref)) keys.add(node.key);
  for (const owner of model.owners) {
    if (meant(owner.ref)) keys.add(owner.key);
    for (const set of owner.sets) if (meant(set.ref)) keys.add(set.key);
  }
  return keys;
}

/** Only those objects, the Pods and Services joined to them, the owners of these Pods and their Nodes. */
export function narrowTo(model: Model, keys: ReadonlySet<string>): Model {
  const ownerOf = new Map<string, string>();
  for (const owner of model.owners) for (const set of [...owner.sets, owner]) ownerOf.set(set.uid, owner.key);
  const pods = new Set<string>();
  for (const pod of model.pods) {
    const owner = pod.controller && ownerOf.get(pod.controller.uid);
    const set = pod.controller && `set:${pod.controller.uid}`;
    if ([pod.key, owner, set, pod.node && `node:${pod.node}`].some((key) => key !== undefined && keys.has(key))) pods.add(pod.key);
  }
  for (const link of model.links) if (keys.has(link.service)) pods.add(link.target);
  const services = new Set(keys);
  for (const link of model.links) if (pods.has(link.target)) services.add(link.service);
  const links = model.links.filter((link) => services.has(link.service) && (pods.has(link.target) || keys.has(link.service)));
  const shown = model.pods.filter((pod) => pods.has(pod.key));
  const targets = new Set(links.map((link) => link.target));
  const owners = new Set(shown.map((pod) => pod.controller && ownerOf.get(pod.controller.uid)));
  const nodes = new Set(shown.map((pod) => pod.node));
  return {
    ...model,
    pods: shown,
    services: model.services.filter((service) => services.has(service.key)),
    owners: model.owners.filter((owner) => owners.has(owner.key) || keys.has(owner.key) || owner.sets.some((set) => keys.has(set.key))),
    nodes: model.nodes.filter((node) => keys.has(node.key) || nodes.has(node.name)),
    addresses: model.addresses.filter((address) => targets.has(address.key)),
    configs: model.configs.filter((config) => config.users.some((user) => pods.has(user))),
    ingresses: model.ingresses.filter((ingress) =>
      ingress.rules.some((rule) => model.services.some((each) => services.has(each.key) && each.name === rule.service)),
    ),
    links,
  };
}

/** The places of the Pods that a narrowed model has; of those that went, where their owner and their Node are shown. */
export function narrowPlaces(state: SlotState, model: Model): SlotState {
  const pods = new Set(model.pods.map((pod) => pod.key));
  const owners = new Set<string | undefined>(model.owners.map((owner) => owner.key));
  const nodes = new Set(model.nodes.map((node) => node.name));
  const places = [...state.places].map(([place, bands]) => {
    const kept = bands.map((band) => ({
      ...band,
      slots: band.slots.filter(({ pod, freedAt }) =>
        freedAt === undefined ? pods.has(pod.key) : owners.has(band.owner) && (!pod.node || nodes.has(pod.node)),
      ),
    }));
    return [place, kept.filter(({ slots }) => slots.length > 0)] as const;
  });
  return { ...state, places: new Map(places.filter(([, bands]) => bands.length > 0)) };
}

/** Lights what a narrowed model has, among all the rest. */
export function lightOnly(narrowed: Model, layout: Layout): Highlight {
  const { pods, services, owners, nodes, addresses, configs, ingresses } = narrowed;
  const lit = new Set<string>(['laptop', ...[...services, ...nodes, ...addresses, ...configs, ...ingresses].map(({ key }) => key)]);
  for (const { key } of pods) lit.add(key).add(layout.placeOf.get(key) ?? key);
  for (const { key } of owners) lit.add(key).add(`group:${key}`);
  for (const { key } of layout.doors) lit.add(key);
  return { lit, why: new Map(), chip: () => undefined };
}
