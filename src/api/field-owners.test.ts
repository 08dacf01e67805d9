import { expect, it } from 'vitest';
import { createCluster } from '../session/index.ts';

interface Entry {
  readonly manager: string;
  readonly operation: string;
  readonly subresource?: string;
  readonly fieldsV1: object;
}

async function entries(script: string, what: string): Promise<Entry[]> {
  const shell = (await createCluster()).openShell();
  await shell.run(script);
  const { out } = await shell.run(`kubectl get ${what} -o json --show-managed-fields`);
  return JSON.parse(out).metadata.managedFields;
}

const specOf = (entry: Entry | undefined) => Object.keys((entry?.fieldsV1 as Record<string, object> | undefined)?.['f:spec'] ?? {});
const who = (list: readonly Entry[]) => list.map(({ manager, operation, subresource = '' }) => [manager, operation, subresource].join(' '));

it('defaults of an applied object belong to nobody; the revision came with the status', async () => {
  const list = await entries(
    `kubectl create deployment web --image=nginx --dry-run=client -o yaml | kubectl apply --server-side -f -; sleep 3`,
    'deploy web',
  );
  expect(who(list)).toEqual(['kubectl Apply ', 'kube-controller-manager Update status']);
  const [, controller] = list;
  expect(Object.keys(controller?.fieldsV1 ?? {})).toEqual(['f:metadata', 'f:status']);
  expect(controller?.fieldsV1).toMatchObject({
    'f:metadata': { 'f:annotations': { '.': {}, 'f:deployment.kubernetes.io/revision': {} } },
    'f:status': { 'f:conditions': { '.': {}, 'k:{"type":"Available"}': { '.': {}, 'f:status': {} } } },
  });
});

it('what the server puts in does not belong to the client who created the object', async () => {
  const list = await entries('kubectl run web --image=nginx; sleep 3', 'pod web');
  expect(who(list)).toEqual(['kubectl-run Update ', 'kubelet Update status']);
  expect(specOf(list[0])).toEqual([
    'f:containers',
    'f:dnsPolicy',
    'f:enableServiceLinks',
    'f:restartPolicy',
    'f:schedulerName',
    'f:securityContext',
    'f:terminationGracePeriodSeconds',
  ]);
  const [service] = await entries('kubectl create service clusterip web --tcp=80', 'svc web');
  expect(specOf(service)).toEqual(['f:internalTrafficPolicy', 'f:ports', 'f:selector', 'f:sessionAffinity', 'f:type']);
});
