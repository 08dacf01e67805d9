import { formatSelector } from '../../api/values/selector.ts';
import { ageColumn, nameColumn, text } from '../columns.ts';
import { define } from '../define.ts';
import { eachOf, fill, within } from '../fill.ts';
import type { NetworkPolicy } from '../objects.ts';
import type { NetworkPolicyEgressRule, NetworkPolicyIngressRule, NetworkPolicyPort, NetworkPolicySpec } from '../types.gen.ts';

/** Who may talk to the selected Pods, and to whom they may. */
export const networkPolicies = define<NetworkPolicy>('networking.k8s.io/v1', 'networkpolicies', {
  generation: ['spec'],
  defaults: (policy) => within(policy, 'spec', defaultSpec),
  columns: [nameColumn, text('Pod-Selector', ({ spec }) => formatSelector(spec.podSelector)), ageColumn],
});

function defaultSpec(spec: NetworkPolicySpec): NetworkPolicySpec {
  const types: ('Ingress' | 'Egress')[] = spec.egress?.length ? ['Ingress', 'Egress'] : ['Ingress'];
  const filled = fill(spec, { podSelector: {}, policyTypes: types });
  return eachOf(eachOf(filled, 'ingress', defaultPorts<NetworkPolicyIngressRule>), 'egress', defaultPorts<NetworkPolicyEgressRule>);
}

function defaultPorts<T extends NetworkPolicyIngressRule | NetworkPolicyEgressRule>(rule: T): T {
  return eachOf(rule, 'ports', (port: NetworkPolicyPort) => fill(port, { protocol: 'TCP' }));
}
