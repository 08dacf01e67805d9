import { expect, test } from 'vitest';
import { createCluster } from '../../src/session/index.ts';
import en from './locales/en.json' with { type: 'json' };
import zh from './locales/zh.json' with { type: 'json' };
import { relatedOf } from './related.ts';

test('who owns, selects, uses and carries what', async () => {
  const cluster = await createCluster();
  const manifest = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }]
      containers:
      - { name: web, image: nginx, envFrom: [{ configMapRef: { name: settings } }, { secretRef: { name: nowhere, optional: true } }] }
---
{ apiVersion: v1, kind: PersistentVolumeClaim, metadata: { name: data }, spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } } }
`;
  const shell = cluster.openShell();
  cluster.writeFiles({ 'all.yaml': manifest });
  await shell.run(
    'kubectl create configmap settings --from-literal=a=b; kubectl apply -f all.yaml; kubectl expose deployment web --port=80; kubectl create ingress front --rule="x.org/*=web:80"; kubectl autoscale deployment web --min=1 --max=3 --cpu=50%; sleep 30',
  );
  const [pod] = cluster.world.store.list('pods', 'default');
  const names = (resource: string, name: string, namespace = 'default'): Record<string, string> =>
    Object.fromEntries(
      relatedOf(cluster, { resource, namespace, name }).map(({ relation, objects }) => {
        expect(en.relation).toHaveProperty(relation);
        expect(zh.relation).toHaveProperty(relation);
        return [relation, objects.map((one) => `${one.kind} ${one.name}${one.missing ? '?' : ''}`).join(', ')];
      }),
    );
  const set = /^ReplicaSet web-\w+$/;
  const one = `Pod ${pod?.metadata.name}`;
  expect(names('pods', pod?.metadata.name ?? '')).toEqual({
    owner: expect.stringMatching(set),
    services: 'Service web',
    uses: 'ConfigMap settings, PersistentVolumeClaim data, Secret nowhere?',
    node: 'Node minikube',
  });
  expect(names('deployments.apps', 'web')).toEqual({
    owned: expect.stringMatching(set),
    services: 'Service web',
    pods: one,
    uses: 'ConfigMap settings, PersistentVolumeClaim data, Secret nowhere?',
    scaler: 'HorizontalPodAutoscaler web',
  });
  expect(names('services', 'web')).toMatchObject({
    pods: one,
    endpoints: expect.stringMatching(/^EndpointSlice web-/),
    routes: 'Ingress front',
  });
  expect(names('configmaps', 'settings')).toEqual({ usedBy: one });
  expect(names('persistentvolumeclaims', 'data')).toMatchObject({
    usedBy: one,
    volume: expect.stringMatching(/^PersistentVolume pvc-.*, StorageClass standard$/),
  });
  expect(names('horizontalpodautoscalers.autoscaling', 'web')).toEqual({ target: 'Deployment web' });
  expect(names('ingresses.networking.k8s.io', 'front')).toEqual({ services: 'Service web' });
  expect(names('nodes', 'minikube', '')['pods']).toContain(one);
  expect(names('pods', 'gone')).toEqual({});
});
