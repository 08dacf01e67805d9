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
