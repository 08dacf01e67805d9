/** Rules for NetworkPolicies (source: pkg/apis/networking/validation). */

import { type FieldError, forbidden, invalid, notSupported, required } from '../../api/field-errors.ts';
import type { Rules } from '../../api/kind.ts';
import { isIP, isPortName, isPortNumber } from '../../api/values/names.ts';
import type { NetworkPolicy } from '../objects.ts';
import { validateLabelSelector } from '../selector.ts';
import type { IPBlock, NetworkPolicyPeer, NetworkPolicyPort } from '../types.gen.ts';

const PROTOCOLS = ['SCTP', 'TCP', 'UDP'];
const TYPES = ['Egress', 'Ingress'];
const NOT_CIDR = 'must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)';

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
    if (endPort !== undefined) errors.push(required(`${at}.port`, 'must be specified when `endPort` is set'));
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
  if (!isCIDR(cidr)) return [invalid(`${at}.cidr`, cidr, NOT_CIDR)];
  return (except ?? []).flatMap((one, index) => {
    const field = `${at}.except[${index}]`;
    if (!isCIDR(one)) return [invalid(field, one, NOT_CIDR)];
    return isWithin(one, cidr) ? [] : [invalid(field, one, 'must be a strict subset of `cidr`')];
  });
}

function isCIDR(text: string): boolean {
  const [address = '', bits = '', ...more] = text.split('/');
  const most = address.includes(':') ? 128 : 32;
  return more.length === 0 && isIP(address).length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= most;
}

/** Whether a block of IPv4 addresses is a strict part of another; of IPv6 only the sizes are compared. */
function isWithin(inner: string, outer: string): boolean {
  const [a = '', aBits = ''] = inner.split('/');
  const [b = '', bBits = ''] = outer.split('/');
  if (Number(aBits) <= Number(bBits)) return false;
  if (a.includes(':') || b.includes(':')) return a.includes(':') && b.includes(':');
  const number = (address: string): number => address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  const size = 2 ** (32 - Number(bBits));
  return Math.floor(number(a) / size) === Math.floor(number(b) / size);
}

export const networkPolicyRules: Rules<NetworkPolicy> = {
  validate: validateNetworkPolicy,
};
