import { expect, it } from 'vitest';
import { session } from '../../session/shell.testing.ts';

const POLICY = `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: {name: few}
spec:
  matchConstraints:
    resourceRules:
    - {apiGroups: [apps], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [deployments]}
  variables:
  - {name: count, expression: object.spec.replicas}
  validations:
  - {expression: variables.count <= 5}
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata: {name: test}
spec:
  policyName: few
  validationActions: [Deny]
  matchResources: {namespaceSelector: {matchLabels: {environment: test}}}`;

it('refuses what a policy forbids where a binding says so, and warns where it only says that', async () => {
  const run = await session();
  await run(`kubectl apply -f - <<'Y'\n${POLICY}\nY\nkubectl create ns t; kubectl label ns t environment=test`);
  expect(await run('kubectl get validatingadmissionpolicy --no-headers')).toMatch(/^few +1 +<unset> +\d+s\n$/);
  expect(await run('kubectl create deployment web --image=nginx --replicas=6')).toBe('deployment.apps/web created\n');
  expect(
    JSON.parse(
      await run(
        `kubectl get validatingadmissionpolicy few -o json | jq -c '[.metadata.generation, .status, .spec.failurePolicy, .spec.matchConstraints]'`,
      ),
    ),
  ).toEqual([
    1,
    { observedGeneration: 1, typeChecking: {} },
    'Fail',
    {
      matchPolicy: 'Equivalent',
      namespaceSelector: {},
      objectSelector: {},
      resourceRules: [
        { apiGroups: ['apps'], apiVersions: ['v1'], operations: ['CREATE', 'UPDATE'], resources: ['deployments'], scope: '*' },
      ],
    },
  ]);
  const denied = "ValidatingAdmissionPolicy 'few' with binding 'test' denied request: failed expression: variables.count <= 5\n";
  expect(await run('kubectl create deployment web --image=nginx --replicas=6 -n t 2>&1')).toBe(
    `error: failed to create deployment: deployments.apps "web" is forbidden: ${denied}`,
  );
  expect(await run('kubectl create deployment web --image=nginx -n t')).toBe('deployment.apps/web created\n');
  const patch = `kubectl patch deployment web -n t -p '{"spec":{"replicas":6}}' 2>&1`;
  expect(await run(patch)).toBe(`The deployments "web" is invalid: : ${denied}`);
  await run(`kubectl patch validatingadmissionpolicybinding test --type=merge -p '{"spec":{"validationActions":["Warn"]}}'`);
  expect(await run(patch)).toBe(
    "Warning: Validation failed for ValidatingAdmissionPolicy 'few' with binding 'test': failed expression: variables.count <= 5\ndeployment.apps/web patched\n",
  );
});

it('asks about deletions too, and what who asks may do', async () => {
  const run = await session();
  await run(`kubectl apply -f - <<'Y'
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: {name: keep}
spec:
  matchConstraints:
    resourceRules:
    - {apiGroups: [""], apiVersions: [v1], operations: [DELETE], resources: [configmaps]}
  validations:
  - expression: "!('keep' in oldObject.data) && object == null && request.operation == 'DELETE'"
    message: this one is kept
  - expression: authorizer.group('apps').resource('deployments').namespace('default').check('create').allowed() || authorizer.requestResource.check('prune').allowed()
    messageExpression: "'nothing for ' + request.userInfo.username"
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata: {name: keep}
spec: {policyName: keep, validationActions: [Deny]}
Y
kubectl create cm one --from-literal=keep=1; kubectl create cm two --from-literal=a=1; kubectl create cm three --from-literal=a=1
kubectl create role cms --verb=get,list,delete --resource=configmaps; kubectl create rolebinding cms --role=cms --user=jane`);
  expect(await run('kubectl delete cm one')).toBe(
    `The configmaps "one" is invalid: : ValidatingAdmissionPolicy 'keep' with binding 'keep' denied request: this one is kept\n`,
  );
  expect(await run('kubectl delete cm two')).toBe('configmap "two" deleted from default namespace\n');
  expect(await run('kubectl delete cm three --as=jane')).toContain('denied request: nothing for jane\n');
  await run('kubectl create role prune --verb=prune --resource=configmaps; kubectl create rolebinding prune --role=prune --user=jane');
  expect(await run('kubectl delete cm three --as=jane')).toBe('configmap "three" deleted from default namespace\n');
});
