// What changed between two models, as short facts that a screen reader can speak.
import type { Model, ServiceView } from './model.ts';

/** A sentence by id (`say.ID` in the texts) and values. */
export interface Fact {
  readonly id: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Facts in order of importance: Nodes, Pods, then what it means for Services. */
export function changes(before: Model, after: Model): Fact[] {
  const facts: Fact[] = [];
  const say = (id: string, values: Fact['values']) => facts.push({ id, values });

  const oldNodes = new Map(before.nodes.map((node) => [node.key, node]));
  for (const node of after.nodes) {
    const old = oldNodes.get(node.key);
    if (!old) say('nodeAdded', { name: node.name });
    else if (old.word !== node.word) say('nodeStatus', { name: node.name, word: node.word });
    oldNodes.delete(node.key);
  }
  for (const node of oldNodes.values()) say('nodeGone', { name: node.name });

  const oldPods = new Map(before.pods.map((pod) => [pod.key, pod]));
  for (const pod of after.pods) {
    const old = oldPods.get(pod.key);
    oldPods.delete(pod.key);
    if (old === pod) continue;
    if (!old) say('podCreated', { name: pod.name });
    else if (old.controller && !pod.controller) say('podOrphaned', { name: pod.name, owner: old.controller.name });
    else if (!old.status.isReady && pod.status.isReady) say('podReady', { name: pod.name });
    else if (old.status.word !== pod.status.word) say('podStatus', { name: pod.name, word: pod.status.word });
    else if (old.status.isReady && !pod.status.isReady) say('podNotReady', { name: pod.name });
  }
  for (const pod of oldPods.values()) say('podGone', { name: pod.name });

  const oldServices = new Map(before.services.map((service) => [service.key, service]));
  for (const service of after.services) {
    const old = oldServices.get(service.key);
    oldServices.delete(service.key);
    if (old && reach(old) === reach(service)) continue;
    if (!old) say('serviceCreated', { name: service.name });
    if (service.type !== 'ExternalName')
      say('serviceReach', { name: service.name, ready: service.ready, total: service.ready + service.notReady });
    if (service.selector && service.selects === 0) say('serviceSelectsNone', { name: service.name });
  }
  for (const service of oldServices.values()) say('serviceGone', { name: service.name });
  return facts;
}

const reach = (service: ServiceView) => `${service.ready}/${service.notReady}/${service.selects === 0}`;
