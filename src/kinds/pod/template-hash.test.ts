import { expect, test } from 'vitest';
import type { PodTemplateSpec } from '../types.gen.ts';
import { defaultPodTemplate } from './defaults.ts';
import { podTemplateHash } from './template-hash.ts';

const template = (app: string, name: string, image: string, port?: number): PodTemplateSpec =>
  defaultPodTemplate({
    metadata: { labels: { app } },
    spec: { containers: [{ name, image, ...(port && { ports: [{ containerPort: port }] }) }] },
  });

test.each([
  // From the recordings of a real cluster.
  [template('web', 'nginx', 'nginx'), '7887448d46'],
  [template('web', 'nginx', 'nginx:1.25', 80), '57794f8f99'],
  [template('web', 'nginx', 'nginx:1.26', 80), '6b78dbb95b'],
  [template('kubernetes-bootcamp', 'kubernetes-bootcamp', 'gcr.io/google-samples/kubernetes-bootcamp:v1'), '66d5c96cb'],
  [template('kubernetes-bootcamp', 'kubernetes-bootcamp', 'docker.io/jocatalin/kubernetes-bootcamp:v2'), '7c5b86fcf9'],
])('is the real one', (one, hash) => expect(podTemplateHash(one)).toBe(hash));

test('does not depend on the order of keys, but on the count of collisions', () => {
  const one = template('web', 'c', 'nginx');
  const same: PodTemplateSpec = {
    spec: { ...one.spec, containers: [...(one.spec?.containers ?? [])] },
    metadata: { labels: { app: 'web' } },
  };
  expect(podTemplateHash(same)).toBe(podTemplateHash(one));
  expect(podTemplateHash(one, 1)).not.toBe(podTemplateHash(one));
});
