import { expect, test } from 'vitest';
import { problemsOf } from '../../src/manifests/check.ts';
import { servedBy } from '../../src/manifests/served.ts';
import { createCluster } from '../../src/session/index.ts';
import { differenceOf, sidesOf } from './diff.ts';
import { TEMPLATES, textOf } from './templates.ts';

test('each template is a manifest that the server would take', async () => {
  const cluster = await createCluster();
  for (const template of TEMPLATES) {
    const text = await textOf(template, cluster);
    const problems = problemsOf(text, {
      served: servedBy(cluster.api.registry, cluster.world),
      namespace: 'default',
      rehearse: (request) => cluster.api.rehearse(request),
    });
    expect({ kind: template.kind, problems }).toEqual({ kind: template.kind, problems: [] });
    expect(text).toContain(`kind: ${template.kind.replace(/ .*/, '')}\n`);
    expect(text).not.toMatch(/^status:|\{\}$/m);
    if (typeof template.from !== 'string') expect(text).toMatch(/^# kubectl (?:create|run) .*--dry-run=client/);
  }
});

test('both sides of what kubectl diff compares', async () => {
  const cluster = await createCluster();
  const text = await textOf(TEMPLATES[0]!, cluster);
  const fresh = await differenceOf(cluster, 'web.yaml', text);
  expect(fresh).toMatchObject({ before: '', error: '' });
  expect(fresh.after).toContain('replicas: 2');
  await cluster.openShell().run(`kubectl apply -f - <<'Y'\n${text}Y\nsleep 10`);
  expect(await differenceOf(cluster, 'web.yaml', text)).toEqual({ before: '', after: '', error: '' });
  const changed = await differenceOf(cluster, 'web.yaml', text.replace('replicas: 2', 'replicas: 5'));
  expect(changed.before).toContain('replicas: 2');
  expect(changed.after).toBe(
    changed.before.replace('replicas: 2', 'replicas: 5').replace(/generation: (\d+)/, (_all, n) => `generation: ${Number(n) + 1}`),
  );
  expect((await differenceOf(cluster, 'web.yaml', 'a: b: c')).error).toBe(
    'error: error parsing web.yaml: error converting YAML to JSON: yaml: mapping values are not allowed in this context',
  );
});

test('lines that look like the head of a diff are lines all the same', () => {
  const diff = 'diff -u a b\n--- a\n+++ b\n@@ -1,2 +1,2 @@\n--- x\n+++ y\n same\ndiff -u c d\n--- c\n+++ d\n@@ -0,0 +1 @@\n+new\n';
  expect(sidesOf(diff)).toEqual({ before: '-- x\nsame\n---\n', after: '++ y\nsame\n---\nnew\n' });
});
