/** Rules for NetworkPolicies (source: pkg/apis/networking/validation). */

import { type FieldError, forbidden, invalid, notSupported, required } from '../../api/field-errors.ts';
import type { Rules } from '../../api/kind.ts';
import { isCIDR, isWithin } from '../../api/values/cidr.ts';
import { isPortName, isPortNumber } from '../../api/values/names.ts';
import type { NetworkPolicy } from '../objects.ts';
import { validateLabelSelector } from '../selector.ts';
import type { IPBlock, NetworkPolicyPeer, NetworkPolicyPort } from '../types.gen.ts';

const PROTOCOLS = ['TCP', 'UDP', 'SCTP'];
const TYPES = ['Ingress', 'Egress'];

export function validateNetworkPolicy({ spec }: NetworkPolicy): FieldError[] {
  const errors = validateLabelSelector(spec.podSelector, 'spec.podSelector');
  (spec.ingress ?? []).forEach(({ ports, from }, index) => {
    errors.push(...validateRule(ports, from, `spec.ingress[${index}]`, 'from'));
  });
  (spec.egress ?? []).forEach(({ ports, to }, index) => {
    errors.push(...validateRule(ports, to, `spec.egress[${index}]`, 'to'));
  });
  const types = spec.policyTypes ?? [];
  if (types.length > TYPES.length) return [...errors, invalid('spec.policyTypes', types, 'may not specify more than two policyTypes')];
  types.forEach((type, index) => {
    if (!TYPES.includes(type)) errors.push(notSupported(`spec.policyTypes[${index}]`, type, TYPES));
  });
  return errors;
}

function validateRule(
  ports: readonly NetworkPolicyPort[] | undefined,
  peers: readonly NetworkPolicyPeer[] | undefined,
  at: string,
  side: 'from' | 'to',
): FieldError[] {
  return [
    ...(ports ?? []).flatMap((port, index) => validatePort(port, `${at}.ports[${index}]`)),
    ...(peers ?? []).flatMap((peer, index) => validatePeer(peer, `${at}.${side}[${index}]`)),
  ];
}

function validatePort({ protocol, port, endPort }: NetworkPolicyPort, at: string): FieldError[] {
  const errors: FieldError[] = [];
  if (protocol !== undefined && !PROTOCOLS.includes(protocol)) errors.push(notSupported(`${at}.protocol`, protocol, PROTOCOLS));
  if (port === undefined) {
    if (endPort !== undefined) errors.push(invalid(`${at}.endPort`, endPort, 'may not be specified when `port` is not specified'));
    return errors;
  }
  if (typeof port === 'string') {
    if (endPort !== undefined) errors.push(invalid(`${at}.endPort`, endPort, 'may not be specified when `port` is non-numeric'));
    return [...errors, ...isPortName(port).map((why) => invalid(`${at}.port`, port, why))];
  }
  errors.push(...isPortNumber(port).map((why) => invalid(`${at}.port`, port, why)));
  if (endPort === undefined) return errors;
  if (endPort < port) errors.push(invalid(`${at}.endPort`, endPort, 'must be greater than or equal to `port`'));
  return [...errors, ...isPortNumber(endPort).map((why) => invalid(`${at}.endPort`, endPort, why))];
}

function validatePeer({ podSelector, namespaceSelector, ipBlock }: NetworkPolicyPeer, at: string): FieldError[] {
  const errors: FieldError[] = [];
  if (podSelector) errors.push(...validateLabelSelector(podSelector, `${at}.podSelector`));
  if (namespaceSelector) errors.push(...validateLabelSelector(namespaceSelector, `${at}.namespaceSelector`));
  if (ipBlock) errors.push(...validateBlock(ipBlock, `${at}.ipBlock`));
  if (!podSelector && !namespaceSelector && !ipBlock) errors.push(required(at, 'must specify a peer'));
  else if (ipBlock && (podSelector || namespaceSelector)) errors.push(forbidden(at, 'may not specify both ipBlock and another peer'));
  return errors;
}

function validateBlock({ cidr, except }: IPBlock, at: string): FieldError[] {
  if (!cidr) return [required(`${at}.cidr`)];
  const errors = isCIDR(cidr).map((why) => invalid(`${at}.cidr`, cidr, why));
  if (errors.length > 0) return errors;
  return (except ?? []).flatMap((one, index) => {
    const field = `${at}.except[${index}]`;
    const wrong = isCIDR(one).map((why) => invalid(field, one, why));
    return wrong.length > 0 || isWithin(one, cidr) ? wrong : [invalid(field, one, 'must be a strict subset of `cidr`')];
  });
}

export const networkPolicyRules: Rules<NetworkPolicy> = {
  validate: validateNetworkPolicy,
};
