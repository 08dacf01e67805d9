/** The rules of kube-proxy are followed by hand, as a packet would: they lead where the router says it may go. */
import { expect, test } from 'vitest';
import type { Service } from '../kinds/objects.ts';
import { createCluster } from '../session/cluster.ts';
import { proxyRules, type Rule, type Table } from './proxy-rules.ts';
import { usableEndpoints } from './routing.ts';

const OBJECTS = `
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  replicas: 5
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: c, image: nginx, ports: [{name: http, containerPort: 80}]}]}
---
apiVersion: v1
kind: Service
metadata: {name: plain}
spec: {selector: {app: web}, ports: [{port: 80}]}
---
apiVersion: v1
kind: Service
metadata: {name: sticky}
spec: {selector: {app: web}, sessionAffinity: ClientIP, ports: [{name: http, port: 8080, targetPort: http}, {name: dns, port: 53, protocol: UDP}]}
---
apiVersion: v1
kind: Service
metadata: {name: open}
spec: {type: NodePort, selector: {app: web}, externalTrafficPolicy: Local, ports: [{port: 80, nodePort: 30080}]}
---
apiVersion: v1
kind: Service
metadata: {name: here}
spec: {selector: {app: web}, internalTrafficPolicy: Local, externalIPs: [203.0.113.9], ports: [{port: 80}]}
---
apiVersion: v1
kind: Service
metadata: {name: balanced}
spec: {type: LoadBalancer, selector: {app: web}, loadBalancerSourceRanges: [198.51.100.0/24], ports: [{port: 80}]}
---
apiVersion: v1
kind: Service
metadata: {name: empty}
spec: {type: NodePort, selector: {app: nobody}, ports: [{port: 80, nodePort: 30081}]}
---
apiVersion: v1
kind: Service
metadata: {name: headless}
spec: {clusterIP: None, selector: {app: web}, ports: [{port: 80}]}
`;

async function cluster(): Promise<Awaited<ReturnType<typeof createCluster>>> {
  const made = await createCluster({ seed: 3, nodes: 2 });
  const shell = made.openShell();
  const { code } = await shell.run(`kubectl apply -f - <<'EOF'\n${OBJECTS}EOF`);
  expect(code).toBe(0);
  await shell.run('kubectl rollout status deployment/web; minikube tunnel >/dev/null & sleep 3');
  return made;
}

interface Packet {
  readonly to: string;
  readonly port: number;
  readonly protocol?: string;
  readonly fromPod?: boolean;
}

/** Where the nat rules may send a packet, with the chance of each place; and whether its source is hidden on the way. */
function follow({ rules }: Table, chain: string, packet: Packet, chance = 1, ends = new Map<string, number>()): Map<string, number> {
  const { protocol = 'tcp' } = packet;
  const isLocal = packet.to.startsWith('192.168.49.');
  let left = chance;
  for (const rule of rules.filter((one) => one.chain === chain)) {
    const words = rule.matches.map(({ save }) => save).join(' ');
    if (rule.destination && rule.destination !== `${packet.to}/32`) continue;
    if (rule.source === '10.244.0.0/16' && !packet.fromPod) continue;
    if (rule.source && rule.source !== '10.244.0.0/16') continue;
    if (rule.protocol && rule.protocol !== protocol) continue;
    const port = /--dport (\d+)/.exec(words)?.[1];
    if (port && Number(port) !== packet.port) continue;
    if (words.includes('--dst-type LOCAL') && !isLocal) continue;
    if (words.includes('--src-type LOCAL') || words.includes('--rcheck')) continue;
    const random = Number(/--probability ([\d.]+)/.exec(words)?.[1] ?? 1);
    const to = /^--to-destination (.*)/.exec(rule.options?.save ?? '')?.[1];
    if (to) ends.set(to, (ends.get(to) ?? 0) + left * random);
    else if (rule.target?.startsWith('KUBE-') && rule.target !== 'KUBE-MARK-MASQ')
      follow({ rules } as Table, rule.target, packet, left * random, ends);
    else continue;
    left *= 1 - random;
  }
  return ends;
}

test('the rules lead to the endpoints, each with the same chance, as policies and protocols say', async () => {
  const { world } = await cluster();
  const of = (name: string): Service => world.store.get<Service>('services', 'default', name) as Service;
  const every = (name: string): string[] =>
    usableEndpoints(world, of(name), of(name).spec.ports?.[0] as never).map(({ address, port }) => `${address}:${port}`);
  const on = (node: string): string[] =>
    usableEndpoints(world, of('plain'), of('plain').spec.ports?.[0] as never)
      .filter(({ endpoint }) => endpoint.nodeName === node)
      .map(({ address, port }) => `${address}:${port}`);
  expect(every('plain')).toHaveLength(5);
  for (const node of ['minikube', 'minikube-m02']) {
    const nat = proxyRules(world, node).find(({ name }) => name === 'nat') as Table;
    const ends = (packet: Packet): string[] => {
      const found = [...follow(nat, 'KUBE-SERVICES', packet)];
      for (const [, chance] of found) expect(chance).toBeCloseTo(1 / found.length, 6);
      return found.map(([end]) => end).sort();
    };
    const ip = (name: string): string => of(name).spec.clusterIP as string;
    const address = node === 'minikube' ? '192.168.49.2' : '192.168.49.3';
    expect(ends({ to: ip('plain'), port: 80 })).toEqual(every('plain').sort());
    expect(ends({ to: ip('plain'), port: 81 })).toEqual([]);
    expect(ends({ to: ip('sticky'), port: 8080 })).toEqual(every('plain').sort());
    expect(ends({ to: ip('sticky'), port: 53 })).toEqual([]);
    expect(ends({ to: ip('sticky'), port: 53, protocol: 'udp' })).toHaveLength(5);
    expect(ends({ to: ip('here'), port: 80 })).toEqual(on(node).sort());
    expect(ends({ to: '203.0.113.9', port: 80 })).toEqual(every('plain').sort());
    expect(ends({ to: address, port: 30080 })).toEqual(on(node).sort());
    expect(ends({ to: address, port: 30081 })).toEqual([]);
    expect(ends({ to: ip('empty'), port: 80 })).toEqual([]);
  }
});

test('what has no endpoints is refused, and what has none on the node is dropped', async () => {
  const { world } = await cluster();
  const filter = (node: string): Rule[] => (proxyRules(world, node).find(({ name }) => name === 'filter') as Table).rules as Rule[];
  const about = (node: string, text: string): (string | undefined)[] =>
    filter(node).flatMap(({ chain, target, matches }) => (matches.some(({ save }) => save.includes(text)) ? [`${chain} ${target}`] : []));
  expect(about('minikube', 'default/empty has no endpoints')).toEqual(['KUBE-EXTERNAL-SERVICES REJECT', 'KUBE-SERVICES REJECT']);
  expect(about('minikube', 'has no local endpoints')).toEqual([]);
  expect(about('gone', 'default/open has no local endpoints')).toEqual(['KUBE-EXTERNAL-SERVICES DROP']);
  expect(about('gone', 'default/here has no local endpoints')).toEqual(['KUBE-SERVICES DROP']);
  expect(about('minikube', 'traffic not accepted by KUBE-FW-')).toEqual(['KUBE-PROXY-FIREWALL DROP']);
});

test('chains have the names that kube-proxy gives them', async () => {
  const { world } = await createCluster({ nodes: 1 });
  world.advance(60_000);
  const nat = proxyRules(world, 'minikube').find(({ name }) => name === 'nat') as Table;
  // That of the API server is the same in every cluster.
  expect(nat.chains).toContain('KUBE-SVC-NPX46M4PTMTKRN6Y');
});
