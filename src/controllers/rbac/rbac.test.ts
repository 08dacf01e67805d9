import { expect, test } from 'vitest';
import { session } from '../../session/shell.testing.ts';

test('aggregated roles have the rules of those that they name, and follow new ones', async () => {
  const run = await session();
  expect(await run('kubectl auth can-i list pods --as=jane')).toBe('no\n');
  await run('kubectl create rolebinding jane --clusterrole=view --user=jane');
  expect(await run('kubectl auth can-i list pods --as=jane')).toBe('yes\n');
  expect(await run('kubectl auth can-i list secrets --as=jane')).toBe('no\n');
  expect(await run('kubectl auth can-i list widgets.example.com --as=jane')).toContain('no');
  await run(`kubectl create clusterrole more --verb=get,list --resource=secrets
kubectl label clusterrole more rbac.authorization.k8s.io/aggregate-to-view=true`);
  expect(await run('kubectl auth can-i list secrets --as=jane')).toBe('yes\n');
  expect(await run('kubectl auth can-i list secrets -n kube-system --as=jane')).toBe('no\n');
});

test('nobody grants more than they have', async () => {
  const run = await session();
  await run('kubectl create rolebinding admin --clusterrole=admin --user=jane');
  expect(await run('kubectl create role ok --verb=get --resource=pods --as=jane')).toBe('role.rbac.authorization.k8s.io/ok created\n');
  expect(await run('kubectl create role no --verb=get,list --resource=nodes --as=jane')).toBe(
    'Error from server (Forbidden): roles.rbac.authorization.k8s.io "no" is forbidden: user "jane" (groups=["system:authenticated"]) is attempting to grant RBAC permissions not currently held:\n{APIGroups:[""], Resources:["nodes"], Verbs:["get" "list"]}\n',
  );
  expect(await run('kubectl create rolebinding no --clusterrole=cluster-admin --user=jane --as=jane')).toContain(
    'is attempting to grant RBAC permissions not currently held',
  );
});

test('a token is good as long as its account and its Pod are there', async () => {
  const run = await session();
  await run('kubectl create sa robot\nkubectl create clusterrolebinding robot --clusterrole=view --serviceaccount=default:robot');
  expect(await run('T=$(kubectl create token robot --duration=10m); kubectl auth whoami --token=$T')).toContain(
    'Username    system:serviceaccount:default:robot\n',
  );
  expect(await run('kubectl get pods --token=$T')).toBe('No resources found in default namespace.\n');
  expect(await run('kubectl get pods --token=$(kubectl create token robot)x')).toBe(
    'error: You must be logged in to the server (Unauthorized)\n',
  );
  await run('sleep 601');
  expect(await run('kubectl get pods --token=$T')).toBe('error: You must be logged in to the server (Unauthorized)\n');
  await run(`kubectl apply -f - <<'Y'
apiVersion: v1
kind: Secret
metadata: {name: long, annotations: {kubernetes.io/service-account.name: robot}}
type: kubernetes.io/service-account-token
Y`);
  expect(await run("kubectl get pods --token=$(kubectl get secret long -o jsonpath='{.data.token}' | base64 -d)")).toBe(
    'No resources found in default namespace.\n',
  );
  await run('kubectl delete sa robot');
  await run('sleep 1');
  expect(await run('kubectl get secret long')).toContain('NotFound');
});

test('a Pod asks the API server with its own token', async () => {
  const run = await session();
  await run(`kubectl create rolebinding pods --clusterrole=view --serviceaccount=default:default
kubectl run p --image=curlimages/curl --command -- sleep 1000
kubectl wait --for=condition=Ready pod/p`);
  const ask = (path: string): string =>
    `kubectl exec p -- sh -c 'curl -sk -H "Authorization: Bearer $(cat /var/run/secrets/kubernetes.io/serviceaccount/token)" https://kubernetes.default.svc${path}'`;
  expect(await run(ask('/api/v1/namespaces/default/pods/p'))).toContain('"name": "p"');
  expect(await run(ask('/api/v1/nodes'))).toContain(
    'nodes is forbidden: User \\"system:serviceaccount:default:default\\" cannot list resource \\"nodes\\"',
  );
  expect(await run('kubectl exec p -- curl -sk https://kubernetes.default.svc/api/v1/nodes')).toContain('User \\"system:anonymous\\"');
});

test('impersonation has to be allowed', async () => {
  const run = await session();
  await run('kubectl create sa robot');
  expect(await run('kubectl get pods --token=$(kubectl create token robot) --as=jane')).toBe(
    'Error from server (Forbidden): users "jane" is forbidden: User "system:serviceaccount:default:robot" cannot impersonate resource "users" in API group "" at the cluster scope\n',
  );
});

test("the roles of the control plane's own parts are listed with the others", async () => {
  const run = await session();
  expect(await run('kubectl get clusterroles -o name | wc -l')).toBe('68\n');
  expect(await run('kubectl get clusterroles --no-headers | cut -d" " -f1 | sed -n "1,6p;29,31p"')).toBe(
    'admin\ncluster-admin\nedit\nsystem:aggregate-to-admin\nsystem:aggregate-to-edit\nsystem:aggregate-to-view\nsystem:controller:job-controller\nsystem:controller:legacy-service-account-token-cleaner\nsystem:controller:namespace-controller\n',
  );
  expect(await run('kubectl describe clusterrole system:controller:ttl-after-finished-controller | tail -5')).toBe(
    '  Resources             Non-Resource URLs  Resource Names  Verbs\n  ---------             -----------------  --------------  -----\n  events                []                 []              [create patch update]\n  events.events.k8s.io  []                 []              [create patch update]\n  jobs.batch            []                 []              [delete get list watch]\n',
  );
  expect(await run('kubectl get roles,rolebindings -n kube-public --no-headers -o name')).toBe(
    'role.rbac.authorization.k8s.io/system:controller:bootstrap-signer\nrolebinding.rbac.authorization.k8s.io/system:controller:bootstrap-signer\n',
  );
  expect(await run('kubectl get clusterrolebinding system:kube-dns -o wide --no-headers')).toMatch(
    /^system:kube-dns +ClusterRole\/system:kube-dns +\d+s +kube-system\/kube-dns\n$/,
  );
});
