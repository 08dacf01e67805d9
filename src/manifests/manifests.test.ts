import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Cluster } from '../session/index.ts';
import { createCluster } from '../session/index.ts';
import { problemsOf, type Server } from './check.ts';
import { complete } from './complete.ts';
import { documentsOf } from './documents.ts';
import { explainAt } from './explain.ts';
import { servedBy } from './served.ts';

let cluster: Cluster;
let server: Server;

beforeAll(async () => {
  cluster = await createCluster();
  server = {
    served: servedBy(cluster.api.registry, cluster.world),
    namespace: 'default',
    rehearse: (request) => cluster.api.rehearse(request),
  };
});

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 2
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
      - name: nginx
        image: nginx
        ports:
        - containerPort: 80
`;

/** The problems as `line:text underlined: message`. */
function told(text: string): string[] {
  return problemsOf(text, server).map(({ start, end, message, severity, replacement }) => {
    const line = text.slice(0, start).split('\n').length;
    return `${line}:${text.slice(start, end)}: ${severity === 'warning' ? 'W ' : ''}${message}${replacement === undefined ? '' : ` -> ${replacement}`}`;
  });
}

/** What is offered where `|` stands. */
function offered(text: string): { labels: string[]; inserts: Record<string, string> } {
  const at = text.indexOf('|');
  const found = complete(text.replace('|', ''), at, server.served, (what) => (what === 'images' ? ['nginx', 'redis'] : []));
  return { labels: found.map(({ label }) => label), inserts: Object.fromEntries(found.map(({ label, insert }) => [label, insert])) };
}

describe('problems', () => {
  test('a manifest that can be applied has none', () => {
    expect(told(DEPLOYMENT)).toEqual([]);
    expect(told(`# nothing\n---\n${DEPLOYMENT}---\n`)).toEqual([]);
    expect(told('services:\n  web: {}\n')).toEqual([]);
  });

  test('a field that does not exist, with what was meant', () => {
    expect(told(DEPLOYMENT.replace('replicas:', 'replcas:'))).toEqual(['6:replcas: unknown field "spec.replcas" -> replicas']);
    expect(told(DEPLOYMENT.replace('image:', 'imagee:'))).toEqual([
      '17:imagee: unknown field "spec.template.spec.containers[0].imagee" -> image',
    ]);
  });

  test('all values of a wrong type, each where it stands', () => {
    expect(told(DEPLOYMENT.replace('replicas: 2', 'replicas: two').replace('containerPort: 80', 'containerPort: http'))).toEqual([
      '6:two: json: cannot unmarshal string into Go struct field DeploymentSpec.spec.replicas of type int32',
      '19:http: json: cannot unmarshal string into Go struct field ContainerPort.spec.template.spec.containers.ports.containerPort of type int32',
    ]);
    const limits = DEPLOYMENT.replace('image: nginx\n', 'image: nginx\n        resources:\n          limits:\n            cpu: lots\n');
    expect(told(limits)).toEqual(["20:lots: quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"]);
  });

  test("what only the server's validation knows", () => {
    expect(told(DEPLOYMENT.replace('replicas: 2', 'replicas: -1'))).toEqual([
      '6:-1: spec.replicas: Invalid value: -1: must be greater than or equal to 0',
    ]);
    expect(told(DEPLOYMENT.replace('        image: nginx\n', ''))).toEqual([
      '16:name: spec.template.spec.containers[0].image: Required value',
    ]);
    expect(told(DEPLOYMENT.replace('name: web', 'name: Web'))[0]).toContain('4:Web: metadata.name: Invalid value: "Web"');
    expect(told(DEPLOYMENT.replace('  name: web\n', '  labels: {}\n'))).toEqual(['3:metadata: resource name may not be empty']);
    expect(told(DEPLOYMENT.replace('  name: web\n', '  name: web\n  namespace: team\n'))).toEqual(['5:team: namespaces "team" not found']);
  });

  test('a namespace that the same file makes will be there', () => {
    const namespace = 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: team\n---\n';
    expect(told(namespace + DEPLOYMENT.replace('  name: web\n', '  name: web\n  namespace: team\n'))).toEqual([]);
  });

  test('kinds and versions that are not served', () => {
    expect(told(DEPLOYMENT.replace('kind: Deployment', 'kind: Deploymet'))).toEqual([
      '2:Deploymet: no matches for kind "Deploymet" in version "apps/v1" -> Deployment',
    ]);
    expect(told(DEPLOYMENT.replace('apps/v1', 'apps/v1beta1'))).toEqual([
      '1:apps/v1beta1: no matches for kind "Deployment" in version "apps/v1beta1" -> apps/v1',
    ]);
    expect(told('kind: Pod\nmetadata: {}\n')).toEqual(['1:kind: apiVersion not set']);
  });

  test("text that is no YAML, in kubectl's words at the right line", () => {
    expect(told('apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n name: b\n')).toEqual([
      expect.stringMatching(/^5:.*: yaml: did not find expected key$/),
    ]);
    expect(told(`${DEPLOYMENT}---\nkind: Pod: x\n`)).toEqual([
      expect.stringMatching(/^21:.*: yaml: mapping values are not allowed in this context$/),
    ]);
    expect(told('apiVersion: v1\nkind: Namespace\nmetadata:\n  name: a\n  name: b\n')).toEqual(['5:name: W key "name" already set in map']);
  });

  test('agrees with a dry run of kubectl, and the world cannot tell that it looked', async () => {
    const before = JSON.stringify(cluster.snapshot());
    expect(told(DEPLOYMENT.replace('replicas: 2', 'replicas: -1'))).toHaveLength(1);
    expect(told(DEPLOYMENT)).toEqual([]);
    expect(JSON.stringify(cluster.snapshot())).toBe(before);
    const shell = cluster.openShell();
    await shell.run(`cat > web.yaml <<'Y'\n${DEPLOYMENT}Y\nkubectl apply -f web.yaml`);
    const changed = DEPLOYMENT.replaceAll('app: web', 'app: other');
    const { err } = await shell.run(`cat > web.yaml <<'Y'\n${changed}Y\nkubectl apply --dry-run=server -f web.yaml`);
    const [first = ''] = told(changed);
    expect(first).toContain('field is immutable');
    expect(err).toContain(first.replace(/^\d+:[^:]*: /, ''));
  });

  test('what kubectl edit opened: the difference counts, and what the server wrote meanwhile is none', async () => {
    const shell = cluster.openShell();
    await shell.run('kubectl create deployment edited --image=nginx; sleep 20');
    const { out } = await shell.run('kubectl get deployment edited -o yaml');
    await shell.run('kubectl label deployment edited a=b; kubectl scale deployment edited --replicas=2; sleep 20');
    const edits = { ...server, edits: true };
    expect(problemsOf(out, edits)).toEqual([]);
    expect(
      problemsOf(out.replace(/\n {8}image: nginx|\n {6}- image: nginx\n {8}/, '\n      - '), edits).map(({ message }) => message),
    ).toEqual(['spec.template.spec.containers[0].image: Required value']);
    expect(problemsOf(out.replace(/(selector:\n +matchLabels:\n +app:) edited/, '$1 other'), edits).map(({ message }) => message)).toEqual(
      expect.arrayContaining([expect.stringContaining('field is immutable')]),
    );
  });

  test('a list with an entry twice, as apply takes it', async () => {
    const shell = cluster.openShell();
    const twice = DEPLOYMENT.replaceAll('web', 'twice').replace(
      '        ports:\n',
      '        env:\n        - name: A\n          value: "1"\n        - name: A\n          value: "2"\n        ports:\n',
    );
    await shell.run(`kubectl apply -f - <<'Y'\n${DEPLOYMENT.replaceAll('web', 'twice')}Y`);
    const { code } = await shell.run(`kubectl apply --dry-run=server -f - <<'Y'\n${twice}Y`);
    expect(code).toBe(0);
    expect(problemsOf(twice, server).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('custom kinds, by their own schema', async () => {
    const shell = cluster.openShell();
    await shell.run(`kubectl apply -f - <<'Y'
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: crontabs.stable.example.com}
spec:
  group: stable.example.com
  scope: Namespaced
  names: {plural: crontabs, singular: crontab, kind: CronTab}
  versions:
  - name: v1
    served: true
    storage: true
    schema:
      openAPIV3Schema:
        type: object
        properties:
          spec:
            type: object
            required: [cron]
            properties:
              cron: {type: string, description: When it runs.}
              policy: {type: string, enum: [Allow, Forbid]}
Y
sleep 5`);
    const custom = { ...server, served: servedBy(cluster.api.registry, cluster.world) };
    const text = 'apiVersion: stable.example.com/v1\nkind: CronTab\nmetadata:\n  name: a\nspec:\n  policy: Maybe\n';
    expect(problemsOf(text, custom).map(({ message }) => message)).toEqual([
      'spec.cron: Required value',
      'spec.policy: Unsupported value: "Maybe": supported values: "Allow", "Forbid"',
    ]);
    expect(complete(text, text.indexOf('Maybe'), custom.served).map(({ label }) => label)).toEqual(['Allow', 'Forbid']);
  });
});

describe('completion', () => {
  test('fields of the place, without those that are there', () => {
    const { labels, inserts } = offered('apiVersion: apps/v1\nkind: Deployment\nspec:\n  replicas: 1\n  |\n');
    expect(labels.slice(0, 2)).toEqual(['selector', 'template']);
    expect(labels).toContain('strategy');
    expect(labels).not.toContain('replicas');
    expect(inserts['minReadySeconds']).toBe('minReadySeconds: $1');
    expect(inserts['selector']).toBe('selector:\n  matchLabels:\n    $1');
    expect(inserts['template']).toBe(
      'template:\n  metadata:\n    labels:\n      $1\n  spec:\n    containers:\n      - name: $2\n        image: $3',
    );
  });

  test('in lists, whether they are indented or not', () => {
    const pod = 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n';
    for (const place of [
      '  - name: a\n    |',
      '    - name: a\n      |',
      '  - |',
      '  - name: a\n  - |',
      '  - name: a\n    ports:\n    - containerPort: 80\n    |',
    ])
      expect(offered(pod + place).labels).toContain('imagePullPolicy');
    expect(offered(`${pod}  - name: a\n    ports:\n    - |`).labels).toContain('containerPort');
    expect(offered(`${pod}  - name: a\n    ports:\n      - containerPort: 80\n        |`).labels).toContain('protocol');
    expect(offered(`${pod}  - name: a\n  |`).labels).toContain('restartPolicy');
    expect(offered(`${pod}  - |`).inserts['ports']).toBe('ports:\n    - containerPort: $1');
  });

  test('values: enums, booleans, kinds and versions, names', () => {
    const pod = 'apiVersion: v1\nkind: Pod\nspec:\n';
    expect(offered(`${pod}  restartPolicy: |`).labels).toEqual(['Always', 'Never', 'OnFailure']);
    expect(offered(`${pod}  hostNetwork: |`).labels).toEqual(['true', 'false']);
    expect(offered(`${pod}  containers:\n  - image: |`).labels).toEqual(['nginx', 'redis']);
    expect(offered('apiVersion: batch/v1\nkind: |').labels).toEqual(['CronJob', 'Job']);
    expect(offered('kind: Deployment\napiVersion: |').labels).toEqual(['apps/v1']);
    expect(offered('|').labels.sort()).toEqual(['apiVersion', 'kind', 'metadata', 'spec']);
  });

  test('nothing in comments, texts of several lines, and where there is no sense in the lines', () => {
    for (const text of [
      '# |',
      '--|',
      'kind: Pod\n---|',
      'spec:\n  -|',
      'apiVersion: v1 # |',
      'apiVersion: v1\nkind: ConfigMap\ndata:\n  a: >-\n    |',
      'apiVersion: v1\nkind: Pod\nspec: 1\n    |',
      'apiVersion: v1\nkind: Pod\nspec: {} |',
      'apiVersion: v1\nkind: Pod\nspec: [}|',
    ])
      expect(offered(text).labels).toEqual([]);
  });

  test('between brackets', () => {
    const pod = 'apiVersion: v1\nkind: Pod\nspec:\n';
    expect(offered(`${pod}  {|`).labels).toContain('restartPolicy');
    const within = offered(`${pod}  containers: [{name: a, ports: [{containerPort: 80}], |}]\n`);
    expect(within.labels).toContain('imagePullPolicy');
    expect(within.labels).not.toContain('ports');
    expect(within.inserts['command']).toBe('command: [$1]');
    expect(offered(`${pod}  containers:\n  - {|, name: a}\n`).labels).not.toContain('name');
    expect(offered(`${pod}  containers:\n  - name: a\n    ports: [{|}]\n`).labels).toContain('containerPort');
    expect(offered(`${pod}  {restartPolicy: |}`).labels).toEqual(['Always', 'Never', 'OnFailure']);
    expect(offered(`${pod}  containers: [{name: a}]\n  |`).labels).toContain('restartPolicy');
    expect(offered(`${pod}  containers: [{name: a, # |\n`).labels).toEqual([]);
  });

  test('in JSON', () => {
    const json = (spec: string): string => `{\n  "apiVersion": "apps/v1",\n  "spec": {\n    ${spec}\n  },\n  "kind": "Deployment"\n}\n`;
    const { labels, inserts } = offered(json('"replicas": 2,\n    |'));
    expect(labels.slice(0, 2)).toEqual(['selector', 'template']);
    expect(labels).not.toContain('replicas');
    expect(inserts['minReadySeconds']).toBe('"minReadySeconds": $1');
    expect(inserts['selector']).toBe('"selector": {"matchLabels": {$1}}');
    expect(offered(json('"|"')).inserts['selector']).toBe('selector": {"matchLabels": {$1}}');
    expect(offered(json('"sel|": {}')).inserts['selector']).toBe('selector"');
    const template = (container: string): string => json(`"template": {"spec": {"containers": [{${container}}]}}`);
    expect(offered(template('"image": "|"')).inserts['nginx']).toBe('nginx');
    expect(offered(template('"image": |')).inserts['nginx']).toBe('"nginx"');
    expect(offered(template('"imagePullPolicy": |')).inserts['Always']).toBe('"Always"');
    expect(offered(template('"name": "a" |')).labels).toEqual([]);
    expect(offered('{"apiVersion": "batch/v1", "kind": "|"}').labels).toEqual(['CronJob', 'Job']);
    expect(offered('{"|"}').labels.sort()).toEqual(['apiVersion', 'kind', 'metadata', 'spec']);
  });

  test('each document has its own kind', () => {
    const labels = offered(`${DEPLOYMENT}---\napiVersion: v1\nkind: Service\nspec:\n  |`).labels;
    expect(labels).toContain('externalTrafficPolicy');
    expect(labels).not.toContain('template');
  });

  test('never fails between brackets, and what is offered fits where it is put', () => {
    const json = JSON.stringify(
      { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: { containers: [{ name: 'a', image: 'b' }] } },
      null,
      1,
    );
    fc.assert(
      fc.property(
        fc.nat(json.length),
        fc.nat(json.length),
        fc.string({ unit: fc.constantFrom(...'{}[],:"\' #\n-a'), maxLength: 4 }),
        (cut, at, added) => {
          const text = json.slice(0, cut) + added + json.slice(cut);
          for (const { start, end } of complete(text, Math.min(at, text.length), server.served)) {
            expect(start).toBeLessThanOrEqual(at);
            expect(end).toBeGreaterThanOrEqual(Math.min(at, text.length));
            expect(text.slice(start, end)).not.toContain('\n');
          }
        },
      ),
    );
  });

  test('never fails, wherever the cursor stands', () => {
    fc.assert(
      fc.property(fc.nat(DEPLOYMENT.length), fc.nat(DEPLOYMENT.length), fc.string({ maxLength: 4 }), (cut, at, added) => {
        const text = DEPLOYMENT.slice(0, cut) + added + DEPLOYMENT.slice(cut + 3);
        complete(text, Math.min(at, text.length), server.served);
        explainAt(text, Math.min(at, text.length), server.served, {});
        for (const { start, end } of problemsOf(text, server)) expect(0 <= start && start < end).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

test('hover help: the words of kubectl explain', () => {
  const texts = { DeploymentSpec: { replicas: 'Number of desired pods.' }, Deployment: { '': 'Deployment enables declarative updates.' } };
  expect(explainAt(DEPLOYMENT, DEPLOYMENT.indexOf('replicas') + 2, server.served, texts)).toMatchObject({
    path: 'deployment.spec.replicas',
    type: '<integer>',
    text: 'Number of desired pods.',
  });
  expect(explainAt(DEPLOYMENT, DEPLOYMENT.indexOf('Deployment') + 2, server.served, texts)?.text).toBe(
    'Deployment enables declarative updates.',
  );
  expect(explainAt(DEPLOYMENT, DEPLOYMENT.indexOf('containerPort'), server.served, texts)?.path).toBe(
    'deployment.spec.template.spec.containers.ports.containerPort',
  );
});

test('documents are those that kubectl sees', () => {
  expect(documentsOf(`---\na: 1\n---\n# only words\n---\nb: 2`).map(({ value }) => value)).toEqual([
    undefined,
    { a: 1 },
    undefined,
    { b: 2 },
  ]);
});
