/** What the API server says to manifests that break its rules: word for word, in its order. */
import { beforeAll, expect, it } from 'vitest';
import { session } from '../session/shell.testing.ts';

let run: (line: string) => Promise<string>;
beforeAll(async () => {
  run = await session();
}, 60_000);

const apply = (yaml: string): Promise<string> => run(`kubectl apply -f - 2>&1 <<'Y'\n${yaml}\nY`);

it('checks NetworkPolicies', async () => {
  expect(
    await apply(`apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: np}
spec:
  podSelector: {}
  policyTypes: [Ingress, Foo]
  ingress:
  - from:
    - {}
    - ipBlock: {cidr: 10.0.0.0/8, except: [192.168.0.0/24]}
    - {ipBlock: {cidr: 10.0.0.0/8}, podSelector: {}}
    ports:
    - {port: 70000}
    - {port: 90, endPort: 80}
    - {port: http, endPort: 80}`),
  ).toBe(`The NetworkPolicy "np" is invalid: 
* spec.ingress[0].ports[0].port: Invalid value: 70000: must be between 1 and 65535, inclusive
* spec.ingress[0].ports[1].endPort: Invalid value: 80: must be greater than or equal to \`port\`
* spec.ingress[0].ports[2].endPort: Invalid value: 80: may not be specified when \`port\` is non-numeric
* spec.ingress[0].from[0]: Required value: must specify a peer
* spec.ingress[0].from[1].ipBlock.except[0]: Invalid value: "192.168.0.0/24": must be a strict subset of \`cidr\`
* spec.ingress[0].from[2]: Forbidden: may not specify both ipBlock and another peer
* spec.policyTypes[1]: Unsupported value: "Foo": supported values: "Egress", "Ingress"
`);
});

it('checks Ingresses', async () => {
  expect(
    await apply(`apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: ing}
spec:
  rules:
  - host: 10.0.0.1
    http:
      paths:
      - {path: foo, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
      - {path: /a//b, pathType: Exact, backend: {service: {name: web, port: {}}}}
      - {path: /x, pathType: Nope, backend: {service: {name: web, port: {number: 80, name: http}}}}`),
  ).toBe(`The Ingress "ing" is invalid: 
* spec.rules[0].host: Invalid value: "10.0.0.1": must be a DNS name, not an IP address
* spec.rules[0].http.paths[0].path: Invalid value: "foo": must be an absolute path
* spec.rules[0].http.paths[1].path: Invalid value: "/a//b": must not contain '//'
* spec.rules[0].http.paths[1].backend: Required value: port name or number is required
* spec.rules[0].http.paths[2].pathType: Unsupported value: "Nope": supported values: "Exact", "ImplementationSpecific", "Prefix"
* spec.rules[0].http.paths[2].backend: Invalid value: "": cannot set both port name & port number
`);
});

it('checks roles and bindings', async () => {
  expect(
    await apply(`apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: r}
rules:
- {apiGroups: [""], resources: [pods]}
- {verbs: [get], resources: [pods]}
- {verbs: [get], nonResourceURLs: [/healthz]}`),
  ).toBe(`The Role "r" is invalid: 
* rules[0].verbs: Required value: verbs must contain at least one value
* rules[1].apiGroups: Required value: resource rules must supply at least one api group
* rules[2].nonResourceURLs: Invalid value: ["/healthz"]: namespaced rules cannot apply to non-resource URLs
`);
  const binding = (kind: string, subject: string, role = 'ClusterRole'): string => `apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata: {name: b}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ${role}, name: view}
subjects: [${subject}]`;
  expect(await apply(binding('ClusterRoleBinding', '{kind: ServiceAccount, name: x}'))).toBe(
    'The ClusterRoleBinding "b" is invalid: subjects[0].namespace: Required value\n',
  );
  expect(await apply(binding('RoleBinding', '{kind: Robot, name: x}', 'Thing'))).toBe(`The RoleBinding "b" is invalid: 
* roleRef.kind: Unsupported value: "Thing": supported values: "Role", "ClusterRole"
* subjects[0].kind: Unsupported value: "Robot": supported values: "ServiceAccount", "User", "Group"
`);
  expect(await apply(binding('RoleBinding', '{kind: ServiceAccount, name: x}'))).toBe('rolebinding.rbac.authorization.k8s.io/b created\n');
  expect(await run('kubectl auth can-i list pods --as=system:serviceaccount:default:x')).toBe('yes\n');
  expect(await apply(binding('RoleBinding', '{kind: ServiceAccount, name: x}').replace('view', 'edit'))).toBe(
    'The RoleBinding "b" is invalid: roleRef: Invalid value: {"apiGroup":"rbac.authorization.k8s.io","kind":"ClusterRole","name":"edit"}: cannot change roleRef\n',
  );
});

it('checks volumes, affinities and security contexts of Pods', async () => {
  expect(
    await apply(`apiVersion: v1
kind: Pod
metadata: {name: p}
spec:
  volumes:
  - {name: two, emptyDir: {}, configMap: {name: x}}
  - {name: none, configMap: {}}
  affinity:
    nodeAffinity:
      preferredDuringSchedulingIgnoredDuringExecution:
      - {weight: 0, preference: {matchExpressions: [{key: a, operator: Exists}]}}
  containers:
  - name: c
    image: nginx
    volumeMounts:
    - {name: nosuch, mountPath: /a}
    - {name: none, mountPath: /a}
    securityContext: {runAsUser: -1}`),
  ).toBe(`The Pod "p" is invalid: 
* spec.volumes[0].configMap: Forbidden: may not specify more than 1 volume type
* spec.volumes[1].configMap.name: Required value
* spec.containers[0].volumeMounts[0].name: Not found: "nosuch"
* spec.containers[0].volumeMounts[1].mountPath: Invalid value: "/a": must be unique
* spec.containers[0].securityContext.runAsUser: Invalid value: -1: must be between 0 and 2147483647, inclusive
* spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].weight: Invalid value: 0: must be in the range 1-100
`);
});

it('checks storage and Services', async () => {
  expect(
    await apply(`apiVersion: v1
kind: PersistentVolume
metadata: {name: pv}
spec: {capacity: {storage: 0}, accessModes: [Foo]}`),
  ).toBe(`The PersistentVolume "pv" is invalid: 
* spec.accessModes: Unsupported value: "Foo": supported values: "ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod"
* spec.capacity[storage]: Invalid value: "0": must be greater than zero
* spec: Required value: must specify a volume type
`);
  expect(await run(`kubectl patch storageclass standard -p '{"reclaimPolicy":"Retain"}' 2>&1`)).toBe(
    'The StorageClass "standard" is invalid: reclaimPolicy: Forbidden: updates to reclaimPolicy are forbidden.\n',
  );
  expect(
    await apply(`apiVersion: v1
kind: Service
metadata: {name: two}
spec: {ipFamilyPolicy: RequireDualStack, ports: [{port: 80}]}`),
  ).toBe(
    'The Service "two" is invalid: spec.ipFamilyPolicy: Invalid value: "RequireDualStack": this cluster is not configured for dual-stack services\n',
  );
  await apply(`apiVersion: v1
kind: Service
metadata: {name: lb}
spec: {type: LoadBalancer, externalTrafficPolicy: Local, ports: [{port: 80}]}`);
  expect(await run('kubectl describe svc lb')).toMatch(/^HealthCheck NodePort: {5}3\d{4}$/m);
  await run(`kubectl patch svc lb -p '{"spec":{"externalTrafficPolicy":"Cluster"}}'`);
  expect(await run('kubectl describe svc lb')).not.toContain('HealthCheck NodePort');
});
