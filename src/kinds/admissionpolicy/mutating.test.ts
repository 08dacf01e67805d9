import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { session } from '../../session/shell.testing.ts';
import { withoutLiterals } from './literals.ts';

/** A policy about new Pods, bound everywhere. */
const policy = (name: string, mutation: string, more = ''): string => `apiVersion: admissionregistration.k8s.io/v1
kind: MutatingAdmissionPolicy
metadata: {name: ${name}}
spec:
  matchConstraints:
    resourceRules:
    - {apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}
${more}
  reinvocationPolicy: IfNeeded
  mutations:
${mutation}
---
apiVersion: admissionregistration.k8s.io/v1
kind: MutatingAdmissionPolicyBinding
metadata: {name: ${name}}
spec: {policyName: ${name}}
`;
const apply = (expression: string): string =>
  `  - patchType: ApplyConfiguration\n    applyConfiguration:\n      expression: >\n        ${expression}`;
const json = (expression: string): string => `  - patchType: JSONPatch\n    jsonPatch:\n      expression: >\n        ${expression}`;

type Run = Awaited<ReturnType<typeof session>>;
const add = (run: Run, manifest: string): Promise<string> => run(`kubectl apply -f - <<'Y'\n${manifest}\nY`);
const pod = async (run: Run, filter: string): Promise<unknown> => JSON.parse(await run(`kubectl get pod web -o json | jq -c '${filter}'`));

describe('a MutatingAdmissionPolicy', () => {
  it('merges what it applies into new objects, before they are completed and checked', async () => {
    const run = await session();
    const proxy = 'Object.spec.initContainers{name: "mesh-proxy", image: "mesh/proxy:v1.0.0", restartPolicy: "Always"}';
    await add(
      run,
      policy(
        'sidecar',
        apply(`Object{spec: Object.spec{initContainers: [${proxy}]}}`),
        '  matchConditions:\n  - {name: none, expression: "!has(object.spec.initContainers)"}',
      ),
    );
    expect(await run('kubectl get mutatingadmissionpolicies --no-headers')).toMatch(/^sidecar +1 +<unset> +\d+s\n$/);
    await run('kubectl run web --image=nginx');
    expect(await pod(run, '[.spec.initContainers[] | [.name, .restartPolicy, .imagePullPolicy, (.volumeMounts | length)]]')).toEqual([
      ['mesh-proxy', 'Always', 'IfNotPresent', 1],
    ]);
    expect(
      await run('kubectl create deployment d --image=nginx && sleep 1 && kubectl get pods -l app=d -o jsonpath={..initContainers[0].name}'),
    ).toBe('deployment.apps/d created\nmesh-proxy');
  });

  it('patches with what its parameters, its variables and the namespace say', async () => {
    const run = await session();
    const patch = `[JSONPatch{op: "test", path: "/spec/containers/0/name", value: "web"},
         JSONPatch{op: "add", path: "/metadata/labels/" + jsonpatch.escapeKey("example.com/owner"), value: variables.owner},
         JSONPatch{op: "add", path: "/spec/tolerations/-", value: Object.spec.tolerations{key: "a", operator: "Exists", tolerationSeconds: 2 + 3, effect: "NoExecute"}}]`;
    await add(
      run,
      policy(
        'owner',
        json(patch),
        '  paramKind: {apiVersion: v1, kind: ConfigMap}\n  variables:\n  - {name: owner, expression: params.data.owner + "-" + namespaceObject.metadata.name}',
      ),
    );
    await run(
      `kubectl patch mutatingadmissionpolicybinding owner --type=merge -p '{"spec":{"paramRef":{"name":"p","parameterNotFoundAction":"Deny"}}}'`,
    );
    expect(await run('kubectl run web --image=nginx 2>&1')).toContain(
      "policy 'owner' with binding 'owner' denied request: failed to configure binding: no params found for policy binding with `Deny` parameterNotFoundAction\n",
    );
    await run('kubectl create configmap p --from-literal=owner=us; kubectl run web --image=nginx; kubectl run other --image=nginx');
    expect(
      await pod(run, '[.metadata.labels["example.com/owner"], (.spec.tolerations[] | select(.key == "a").tolerationSeconds)]'),
    ).toEqual(['us-default', 5]);
    expect(await run('kubectl get pod other -o jsonpath={.metadata.labels}')).toBe('{"run":"other"}');
  });

  it('is called again when a later one changed what it saw', async () => {
    const run = await session();
    const count = 'Object{metadata: Object.metadata{labels: Object.metadata.labels{count: string(size(object.spec.containers))}}}';
    await add(run, policy('a-counts', apply(count)));
    await add(
      run,
      policy('b-adds', apply('Object{spec: Object.spec{containers: [Object.spec.containers{name: "more", image: "busybox"}]}}')),
    );
    await run('kubectl run web --image=nginx');
    expect(await pod(run, '.metadata.labels.count')).toBe('2');
  });

  it.each([
    [
      'Object{spec: Object.spec{containers: [Object.spec.containers{name: "web", args: ["a"]}]}}',
      'error applying patch: invalid ApplyConfiguration: may not mutate atomic arrays, maps or structs: .spec.containers[0].args',
    ],
    [
      'Object{spec: Object.spec{replicas: 1}}',
      'error applying patch: failed to convert patch object to typed object: .spec.replicas: field not declared in schema',
    ],
    [
      'Object{spec: Object.metadata{labels: {"a": "b"}}}',
      'type mismatch: unexpected type name "Object.metadata", expected "Object.spec", which matches field name path from root Object type',
    ],
    ['Object{metadata: Object.metadata{labels: {"a": object.metadata.labels.none}}}', 'resulted in error: No such key: none'],
  ])('that cannot be applied refuses the write, or is passed over: %s', async (expression, why) => {
    const run = await session();
    await add(run, policy('bad', apply(expression)));
    const refused = await run('kubectl run web --image=nginx 2>&1');
    expect(refused).toContain("The pods \"web\" is invalid: : policy 'bad' with binding 'bad' denied request: ");
    expect(refused).toContain(why);
    await run(`kubectl patch mutatingadmissionpolicy bad --type=merge -p '{"spec":{"failurePolicy":"Ignore"}}'`);
    expect(await run('kubectl run web --image=nginx 2>&1')).toBe('pod/web created\n');
  });
});

it('object literals become maps, and nothing else changes', () => {
  expect(withoutLiterals('Object{a: [x.map(c, Object.a{b: c.b, ?d: c.?d})], s: "Object{a: 1}" /* */ }')).toBe(
    '{"a": [x.map(c, {"b": c.b, "?d": c.?d})], "s": "Object{a: 1}" /* */ }',
  );
  expect(withoutLiterals('JSONPatch{op: "add", value: Object.spec.x{y: a ? b : c}}')).toBe('{"op": "add", "value": {"y": a ? b : c}}');
  const words = fc.constantFrom(
    'a',
    'object.spec',
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    ',',
    ':',
    '?',
    '"Object{"',
    "'a: b'",
    ' ',
    '1',
    '.',
    'Objects{',
    'my.Object{',
  );
  fc.assert(fc.property(fc.array(words), (parts) => withoutLiterals(parts.join('')) === parts.join('')));
});
