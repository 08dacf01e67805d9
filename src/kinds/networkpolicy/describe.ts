import { formatSelector } from '../../api/values/selector.ts';
import { type Describer, type DescribeWriter, orNone, writeAnnotations, writeLabels } from '../describe.ts';
import type { NetworkPolicy } from '../objects.ts';
import type { NetworkPolicyPeer, NetworkPolicyPort } from '../types.gen.ts';

export const describeNetworkPolicy: Describer<NetworkPolicy> = function* ({ metadata, spec }, w) {
  w.write(0, `Name:\t${metadata.name}\n`);
  w.write(0, `Namespace:\t${metadata.namespace ?? ''}\n`);
  w.write(0, `Created on:\t${metadata.creationTimestamp.replace('T', ' ').replace('Z', ' +0000 UTC')}\n`);
  writeLabels(w, 'Labels', metadata.labels);
  writeAnnotations(w, 'Annotations', metadata.annotations);
  w.write(0, 'Spec:\n');
  const selector = formatSelector(spec.podSelector);
  w.write(
    1,
    `PodSelector:     ${selector === '<none>' ? '<none> (Allowing the specific traffic to all pods in this namespace)' : selector}\n`,
  );
  const types = spec.policyTypes ?? [];
  if (types.includes('Ingress')) {
    w.write(1, 'Allowing ingress traffic:\n');
    const rules = (spec.ingress ?? []).map(({ ports, from }) => ({ ports, peers: from }));
    writeRules(w, rules, 'ingress', 'From', 'source');
  } else w.write(1, 'Not affecting ingress traffic\n');
  if (types.includes('Egress')) {
    w.write(1, 'Allowing egress traffic:\n');
    const rules = (spec.egress ?? []).map(({ ports, to }) => ({ ports, peers: to }));
    writeRules(w, rules, 'egress', 'To', 'destination');
  } else w.write(1, 'Not affecting egress traffic\n');
  w.write(1, `Policy Types: ${orNone(types.join(', '))}\n`);
};

interface Rule {
  readonly ports: readonly NetworkPolicyPort[] | undefined;
  readonly peers: readonly NetworkPolicyPeer[] | undefined;
}

function writeRules(w: DescribeWriter, rules: readonly Rule[], direction: string, word: string, what: string): void {
  if (rules.length === 0) w.write(2, `<none> (Selected pods are isolated for ${direction} connectivity)\n`);
  rules.forEach(({ ports, peers }, index) => {
    if (!ports?.length) w.write(2, 'To Port: <any> (traffic allowed to all ports)\n');
    for (const { port = '<nil>', endPort, protocol = 'TCP' } of ports ?? [])
      w.write(2, endPort === undefined ? `To Port: ${port}/${protocol}\n` : `To Port Range: ${port}-${endPort}/${protocol}\n`);
    if (!peers?.length) w.write(2, `${word}: <any> (traffic not restricted by ${what})\n`);
    for (const { namespaceSelector, podSelector, ipBlock } of peers ?? []) {
      w.write(2, `${word}:\n`);
      if (namespaceSelector) w.write(3, `NamespaceSelector: ${formatSelector(namespaceSelector)}\n`);
      if (podSelector) w.write(3, `PodSelector: ${formatSelector(podSelector)}\n`);
      if (!ipBlock || namespaceSelector || podSelector) continue;
      w.write(3, 'IPBlock:\n');
      w.write(4, `CIDR: ${ipBlock.cidr}\n`);
      w.write(4, `Except: ${(ipBlock.except ?? []).join(', ')}\n`);
    }
    if (index < rules.length - 1) w.write(2, '----------\n');
  });
}
