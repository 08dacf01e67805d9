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
* spec.policyTypes[1]: Unsupported value: "Foo": supported values: "Ingress", "Egress"
`);
});

it('writes a nil pointer that Go does not omit as null, and fills it in where there is a default', async () => {
  await apply(`apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata: {name: lb}
spec: {controller: example.com/lb, parameters: {apiGroup: k8s.example.com, kind: Parameters, name: lb}}`);
  expect(await run(`kubectl get ingressclass lb -o jsonpath='{.spec.parameters.scope}'`)).toBe('Cluster');
  await apply(`apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: copy}
spec:
  accessModes: [ReadWriteOnce]
  resources: {requests: {storage: 1Gi}}
  dataSource: {kind: PersistentVolumeClaim, name: first}`);
  const source = '{"apiGroup":null,"kind":"PersistentVolumeClaim","name":"first"}';
  expect(await run(`kubectl get pvc copy -o jsonpath='{.spec.dataSource}{.spec.dataSourceRef}'`)).toBe(source + source);
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
    'The RoleBinding "b" is invalid: roleRef: Invalid value: {"APIGroup":"rbac.authorization.k8s.io","Kind":"ClusterRole","Name":"edit"}: cannot change roleRef\n',
  );
});

it('checks a Pod in the order of the real server', async () => {
  expect(
    await apply(`apiVersion: v1
kind: Pod
metadata: {name: p}
spec:
  hostNetwork: true
  dnsPolicy: Foo
  terminationGracePeriodSeconds: -3
  securityContext: {fsGroupChangePolicy: Foo, seccompProfile: {type: Localhost}}
  imagePullSecrets: [{}]
  dnsConfig: {searches: ["-a"], options: [{}]}
  schedulingGates: [{name: "a b"}]
  tolerations: [{operator: Exists, value: x}, {effect: Foo}]
  hostAliases: [{ip: 10.0.0.1, hostnames: [A]}]
  containers:
  - name: c
    image: " nginx"
    ports: [{containerPort: 80, hostPort: 81}]
    restartPolicy: Sometimes
    restartPolicyRules: [{action: Stop}]
    resources: {limits: {gpu: 1, example.com/gpu: 1}, requests: {example.com/gpu: 2}}
    securityContext: {privileged: true, allowPrivilegeEscalation: false}`),
  ).toBe(`The Pod "p" is invalid: 
* spec.containers[0].resources.limits[gpu]: Invalid value: "gpu": must be a standard resource type or fully qualified
* spec.containers[0].resources.limits[gpu]: Invalid value: "gpu": must be a standard resource for containers
* spec.containers[0].resources.requests: Invalid value: "2": must be equal to example.com/gpu limit of 1
* spec.containers[0].resources.requests[gpu]: Invalid value: "gpu": must be a standard resource type or fully qualified
* spec.containers[0].resources.requests[gpu]: Invalid value: "gpu": must be a standard resource for containers
* spec.containers[0].securityContext: Invalid value: {"Capabilities":null,"Privileged":true,"SELinuxOptions":null,"WindowsOptions":null,"RunAsUser":null,"RunAsGroup":null,"RunAsNonRoot":null,"ReadOnlyRootFilesystem":null,"AllowPrivilegeEscalation":false,"ProcMount":null,"SeccompProfile":null,"AppArmorProfile":null}: cannot set \`allowPrivilegeEscalation\` to false and \`privileged\` to true
* spec.containers[0].restartPolicy: Unsupported value: "Sometimes": supported values: "Always", "OnFailure", "Never"
* spec.containers[0].restartPolicyRules[0].action: Unsupported value: "Stop": supported values: "Restart", "RestartAllContainers"
* spec.containers[0].restartPolicyRules[0].exitCodes: Required value: must be specified
* spec.containers[0].ports[0].hostPort: Invalid value: 81: must match \`containerPort\` when \`hostNetwork\` is true
* spec.dnsPolicy: Unsupported value: "Foo": supported values: "ClusterFirstWithHostNet", "ClusterFirst", "Default", "None"
* spec.securityContext.fsGroupChangePolicy: Unsupported value: "Foo": supported values: "Always", "OnRootMismatch"
* spec.securityContext.seccompProfile.localhostProfile: Required value: must be set when seccomp type is Localhost
* spec.dnsConfig.searches[0]: Invalid value: "-a": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '_', '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?(\\._?[a-z0-9]([-_a-z0-9]*[a-z0-9])?)*')
* spec.dnsConfig.options[0]: Required value: must not be empty
* spec.schedulingGates[0]: Invalid value: "a b": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')
* spec.tolerations[0].operator: Invalid value: "x": value must be empty when \`operator\` is 'Exists'
* spec.tolerations[1].operator: Invalid value: "": operator must be Exists when \`key\` is empty, which means "match all values and all keys"
* spec.tolerations[1].effect: Unsupported value: "Foo": supported values: "NoSchedule", "PreferNoSchedule", "NoExecute"
* spec.hostAliases[0].hostnames[0]: Invalid value: "A": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')
* spec.containers[0].image: Invalid value: " nginx": must not have leading or trailing whitespace
`);
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
* spec.containers[0].volumeMounts[1].name: Not found: "none"
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

it('shows structs of the server by the names that they have there', async () => {
  await run('kubectl create rolebinding rb --role=r --user=u; kubectl create job j --image=busybox -- true');
  expect(await run(`kubectl patch rolebinding rb -p '{"roleRef":{"name":"other"}}' 2>&1`)).toBe(
    'The RoleBinding "rb" is invalid: roleRef: Invalid value: {"APIGroup":"rbac.authorization.k8s.io","Kind":"Role","Name":"other"}: cannot change roleRef\n',
  );
  const job = await run(`kubectl patch job j -p '{"spec":{"template":{"spec":{"containers":[{"name":"j","image":"x"}]}}}}' 2>&1`);
  expect(job).toMatch(
    /^The Job "j" is invalid: spec\.template: Invalid value: \{"labels":\{.*\},"Spec":\{"Volumes":null,.*: field is immutable\n$/,
  );
  expect(
    await apply(`apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: p}
spec: {minAvailable: 1, maxUnavailable: 50%, selector: {matchLabels: {a: b}}}`),
  ).toBe(
    'The PodDisruptionBudget "p" is invalid: spec: Invalid value: {"MinAvailable":1,"Selector":{"matchLabels":{"a":"b"}},"MaxUnavailable":"50%","UnhealthyPodEvictionPolicy":null}: minAvailable and maxUnavailable cannot be both set\n',
  );
});

it('server-side apply names what the schema does not know', async () => {
  const applied = (yaml: string): Promise<string> => run(`kubectl apply --server-side -f - 2>&1 <<'Y'\n${yaml}\nY`);
  expect(await applied('{apiVersion: v1, kind: ConfigMap, metadata: {name: c}, foo: 1}')).toBe(
    'Error from server: failed to create typed patch object (default/c; /v1, Kind=ConfigMap): .foo: field not declared in schema\n',
  );
  expect(
    await applied('{apiVersion: v1, kind: Service, metadata: {name: s}, spec: {type: 5, ports: [{port: 80}, {port: x}, {port: 80}]}}'),
  ).toBe(
    `Error from server: failed to create typed patch object (default/s; /v1, Kind=Service): errors:
  .spec.ports[port="x",protocol="TCP"].port: expected numeric (int or float), got string
  .spec.ports: duplicate entries for key [port=80,protocol="TCP"]
  .spec.type: expected string, got &value.valueUnstructured{Value:5}
`,
  );
  expect(
    await applied('{apiVersion: apps/v1, kind: Deployment, metadata: {name: d}, spec: {template: {spec: {containers: {name: c}}}}}'),
  ).toBe(
    'Error from server: failed to create typed patch object (default/d; apps/v1, Kind=Deployment): .spec.template.spec.containers: expected list, got &{map[name:c]}\n',
  );
});

it('a volume stays where it is', async () => {
  await apply(
    '{apiVersion: v1, kind: PersistentVolume, metadata: {name: pv}, spec: {capacity: {storage: 1Gi}, accessModes: [ReadWriteOnce], nfs: {server: a, path: /x}}}',
  );
  expect(await run(`kubectl patch pv pv -p '{"spec":{"nfs":{"path":"/y"}}}' 2>&1`)).toBe(
    `The PersistentVolume "pv" is invalid: spec.persistentvolumesource: Forbidden: spec.persistentvolumesource is immutable after creation
@@ -5,7 +5,7 @@
  "Glusterfs": null,
  "NFS": {
   "Server": "a",
-  "Path": "/x",
+  "Path": "/y",
   "ReadOnly": false
  },
  "RBD": null,
`,
  );
});

it('checks how Pods of DaemonSets and StatefulSets are replaced', async () => {
  await apply(`apiVersion: apps/v1
kind: DaemonSet
metadata: {name: d}
spec: {selector: {matchLabels: {app: d}}, template: {metadata: {labels: {app: d}}, spec: {containers: [{name: c, image: nginx}]}}}
---
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: s}
spec: {serviceName: s, selector: {matchLabels: {app: s}}, template: {metadata: {labels: {app: s}}, spec: {containers: [{name: c, image: nginx}]}}}`);
  const patch = (what: string, strategy: object): Promise<string> =>
    run(`kubectl patch ${what} -p '${JSON.stringify({ spec: { updateStrategy: strategy } })}' 2>&1`);
  expect(await patch('ds d', { rollingUpdate: { maxSurge: 1 } })).toBe(
    'The DaemonSet "d" is invalid: spec.updateStrategy.rollingUpdate.maxSurge: Invalid value: 1: may not be set when maxUnavailable is non-zero\n',
  );
  expect(await patch('ds d', { rollingUpdate: { maxUnavailable: 0 } })).toBe(
    'The DaemonSet "d" is invalid: spec.updateStrategy.rollingUpdate.maxUnavailable: Required value: cannot be 0 when maxSurge is 0\n',
  );
  expect(await patch('ds d', { type: 'Foo', rollingUpdate: null })).toBe(
    'The DaemonSet "d" is invalid: spec.updateStrategy: Unsupported value: {"Type":"Foo","RollingUpdate":null}: supported values: "RollingUpdate", "OnDelete"\n',
  );
  expect(await patch('ds d', { type: 'OnDelete' })).toBe('daemonset.apps/d patched\n');
  expect(await patch('sts s', { type: 'OnDelete' })).toBe(
    `The StatefulSet "s" is invalid: spec.updateStrategy.rollingUpdate: Invalid value: {"Partition":0,"MaxUnavailable":null}: only allowed for updateStrategy 'RollingUpdate'\n`,
  );
});

it('checks what few get wrong', async () => {
  expect(
    await apply(`apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: few}
spec: {minAvailable: 1, unhealthyPodEvictionPolicy: X}`),
  ).toBe(
    'The PodDisruptionBudget "few" is invalid: spec.unhealthyPodEvictionPolicy: Unsupported value: "X": supported values: "AlwaysAllow", "IfHealthyBudget"\n',
  );
  expect(
    await apply(`apiVersion: apps/v1
kind: StatefulSet
metadata: {name: few}
spec:
  selector: {matchLabels: {a: b}}
  ordinals: {start: -1}
  updateStrategy: {rollingUpdate: {maxUnavailable: 0}}
  persistentVolumeClaimRetentionPolicy: {whenDeleted: X}
  template: {metadata: {labels: {a: b}}, spec: {containers: [{name: c, image: i}]}}`),
  ).toBe(`The StatefulSet "few" is invalid: 
* spec.updateStrategy.rollingUpdate.maxUnavailable: Invalid value: 0: cannot be 0
* spec.persistentVolumeClaimRetentionPolicy.whenDeleted: Unsupported value: "X": supported values: "Retain", "Delete"
* spec.ordinals.start: Invalid value: -1: must be greater than or equal to 0
`);
  expect(
    await apply(`apiVersion: v1
kind: Secret
metadata: {name: few}
type: kubernetes.io/dockerconfigjson
stringData: {.dockerconfigjson: "{bad"}`),
  ).toBe(
    `The Secret "few" is invalid: data[.dockerconfigjson]: Invalid value: "<secret contents redacted>": invalid character 'b' looking for beginning of object key string\n`,
  );
  expect(
    await apply(`apiVersion: v1
kind: Pod
metadata: {name: few}
spec:
  topologySpreadConstraints:
  - {maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule, nodeAffinityPolicy: X}
  - {maxSkew: 2, topologyKey: zone, whenUnsatisfiable: DoNotSchedule, matchLabelKeys: [k]}
  containers: [{name: c, image: nginx}]`),
  ).toBe(`The Pod "few" is invalid: 
* spec.topologySpreadConstraints[0].{topologyKey, whenUnsatisfiable}: Duplicate value: "{zone, DoNotSchedule}"
* spec.topologySpreadConstraints[0].nodeAffinityPolicy: Unsupported value: "X": supported values: "Honor", "Ignore"
* spec.topologySpreadConstraints[1].matchLabelKeys: Forbidden: must not be specified when labelSelector is not set
`);
  expect(
    await apply(`apiVersion: v1
kind: ResourceQuota
metadata: {name: few}
spec: {hard: {foo: "1"}}`),
  ).toBe(`The ResourceQuota "few" is invalid: 
* spec.hard[foo]: Invalid value: "foo": must be a standard resource type or fully qualified
* spec.hard[foo]: Invalid value: "foo": must be a standard resource for quota
`);
  expect(
    await apply(`apiVersion: batch/v1
kind: Job
metadata: {name: few}
spec: {managedBy: foo, template: {spec: {restartPolicy: Never, containers: [{name: c, image: i}]}}}`),
  ).toBe('The Job "few" is invalid: spec.managedBy: Invalid value: "foo": must be a domain-prefixed path (such as "acme.io/foo")\n');
});
