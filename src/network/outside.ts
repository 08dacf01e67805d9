/** The world outside the cluster, as far as it answers: a few well-known names, so that tutorials' calls to them work. Data only. */
export interface OutsideHost {
  readonly names: readonly string[];
  readonly address: string;
  readonly title: string;
}

/** Addresses are from the documentation ranges (RFC 5737): nothing real is named. */
export const OUTSIDE: readonly OutsideHost[] = [
  { names: ['example.com', 'www.example.com'], address: '203.0.113.10', title: 'Example Domain' },
  { names: ['example.org', 'www.example.org'], address: '203.0.113.11', title: 'Example Domain' },
  { names: ['example.net', 'www.example.net'], address: '203.0.113.12', title: 'Example Domain' },
  { names: ['kubernetes.io', 'www.kubernetes.io'], address: '203.0.113.20', title: 'Kubernetes' },
  { names: ['google.com', 'www.google.com'], address: '203.0.113.21', title: 'Google' },
  { names: ['github.com', 'www.github.com'], address: '203.0.113.22', title: 'GitHub' },
];

export function outsideByName(name: string): OutsideHost | undefined {
  const plain = name.replace(/\.$/, '').toLowerCase();
  return OUTSIDE.find((host) => host.names.includes(plain));
}

export function outsideByAddress(address: string): OutsideHost | undefined {
  return OUTSIDE.find((host) => host.address === address);
}
