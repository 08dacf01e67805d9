import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { definition, definitionNames, definitionOf, type Field } from './schema.ts';

const field = (owner: string, name: string): Field | undefined => definition(owner)?.fields.get(name);

describe('the compact schema', () => {
  test('finds a kind by apiVersion and kind, also where two groups share the kind', () => {
    expect(definitionOf('v1', 'Event')?.id).toBe('io.k8s.api.core.v1.Event');
    expect(definitionOf('events.k8s.io/v1', 'Event')?.id).toBe('io.k8s.api.events.v1.Event');
    expect(definitionOf('autoscaling/v1', 'HorizontalPodAutoscaler')?.name).toBe('AutoscalingV1HorizontalPodAutoscaler');
    expect(definitionOf('v1', 'Deployment')).toBeUndefined();
    expect(definition('NoSuch')).toBeUndefined();
  });

  test('keeps what patches and apply need', () => {
    expect(field('ServiceSpec', 'ports')).toEqual({
      name: 'ports',
      required: false,
      type: 'list',
      of: { type: 'ref', ref: 'ServicePort' },
      listType: 'map',
      listMapKeys: ['port', 'protocol'],
      merge: true,
      mergeKey: 'port',
    });
    expect(field('ServiceSpec', 'selector')).toMatchObject({ type: 'map', of: { type: 'string' }, atomic: true });
    expect(field('ObjectMeta', 'finalizers')).toMatchObject({ listType: 'set', merge: true });
    expect(field('DeploymentSpec', 'strategy')).toMatchObject({ type: 'ref', ref: 'DeploymentStrategy', retainKeys: true });
    expect(field('PodSpec', 'volumes')).toMatchObject({ mergeKey: 'name', merge: true, retainKeys: true });
    expect(field('PodSpec', 'containers')?.required).toBe(true);
    expect(definition('LabelSelector')?.atomic).toBe(true);
    expect(field('ServiceSpec', 'type')).toMatchObject({ type: 'string', enum: ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort'] });
    expect(field('ServiceSpec', 'ipFamilies')?.of?.enum).toContain('IPv6');
    expect(field('ResourceRequirements', 'limits')).toMatchObject({ type: 'map', of: { type: 'Quantity' } });
  });

  test('says of every definition what the reference says', () => {
    const reference = JSON.parse(readFileSync(new URL('../../reference/schema-v1.36.json', import.meta.url), 'utf8')).definitions;
    for (const name of definitionNames()) {
      const made = definition(name);
      const want = reference[made?.id ?? ''];
      expect([...(made?.fields.keys() ?? [])], name).toEqual(Object.keys(want.properties));
      for (const part of made?.fields.values() ?? []) {
        const real = want.properties[part.name];
        expect([name, part.name, part.mergeKey, part.required, part.listType, part.listMapKeys]).toEqual([
          name,
          part.name,
          real['x-kubernetes-patch-merge-key'],
          (want.required ?? []).includes(part.name),
          real.type === 'string' ? undefined : real['x-kubernetes-list-type'], // caBundle: a text of bytes
          real['x-kubernetes-list-map-keys'],
        ]);
        if (part.type === 'ref') expect(definition(part.ref ?? ''), `${name}.${part.name}`).toBeDefined();
      }
    }
  });
});
