import { beforeEach, expect, it } from 'vitest';
import { session } from '../../session/shell.testing.ts';

let run: (script: string) => Promise<string>;
const apply = (yaml: string, flags = ''): Promise<string> => run(`kubectl apply ${flags} -f - <<'Y'\n${yaml}\nY`);
const cron = (name: string, spec: string): string =>
  `{apiVersion: stable.example.com/v1, kind: CronTab, metadata: {name: ${name}}, spec: ${spec}}`;

beforeEach(async () => {
  run = await session();
  await apply(`apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: crontabs.stable.example.com}
spec:
  group: stable.example.com
  scope: Namespaced
  names: {plural: crontabs, singular: crontab, kind: CronTab, shortNames: [ct], categories: [all]}
  versions:
  - name: v1
    served: true
    storage: true
    subresources: {status: {}, scale: {specReplicasPath: .spec.replicas, statusReplicasPath: .status.replicas}}
    additionalPrinterColumns:
    - {name: Spec, type: string, jsonPath: .spec.cronSpec}
    - {name: Ready, type: string, jsonPath: '.status.conditions[?(@.type=="Ready")].status'}
    - {name: Age, type: date, jsonPath: .metadata.creationTimestamp}
    schema:
      openAPIV3Schema:
        type: object
        properties:
          spec:
            type: object
            description: What is wanted.
            required: [cronSpec]
            x-kubernetes-validations:
            - {rule: "self.replicas <= self.maxReplicas", message: replicas must not exceed maxReplicas}
            - {rule: "self.cronSpec == oldSelf.cronSpec", message: cronSpec is immutable}
            - {rule: "!has(self.image) || self.image.startsWith('reg/')"}
            properties:
              cronSpec: {type: string, minLength: 3, description: When it runs.}
              image: {type: string}
              replicas: {type: integer, minimum: 1, maximum: 10, default: 1}
              maxReplicas: {type: integer, default: 5}
              color: {type: string, enum: [red, green]}
              spare: {type: integer, minimum: 0, maximum: 0, default: 0}
              active: {type: boolean, default: false}
              note: {type: string, maxLength: 0, default: ''}
          status: {type: object, x-kubernetes-preserve-unknown-fields: true}`);
  await run('kubectl wait --for=condition=Established crd/crontabs.stable.example.com --timeout=10s');
}, 60_000);

it('serves the kind as any other: discovery, defaults, columns, scale, labels, categories', async () => {
  expect(await run('kubectl api-resources --api-group=stable.example.com --no-headers')).toMatch(
    /^crontabs +ct +stable\.example\.com\/v1 +true +CronTab\n$/,
  );
  expect(await apply(cron('a', '{cronSpec: "* * * * *"}'))).toBe('crontab.stable.example.com/a created\n');
  expect(await run("kubectl get ct a -o jsonpath='{.spec}'")).toBe(
    '{"active":false,"cronSpec":"* * * * *","maxReplicas":5,"note":"","replicas":1,"spare":0}',
  );
  expect(await run('kubectl get crontabs')).toMatch(/^NAME +SPEC +READY +AGE\na +\* \* \* \* \* +\d+s\n$/);
  await run(`kubectl patch ct a --subresource=status --type=merge -p '{"status":{"conditions":[{"type":"Ready","status":"True"}]}}'`);
  expect(await run('kubectl get ct --no-headers')).toMatch(/^a +\* \* \* \* \* +True +\d+s\n$/);
  expect(await run('kubectl scale ct a --replicas=3')).toBe('crontab.stable.example.com/a scaled\n');
  expect(await run("kubectl get ct a -o jsonpath='{.spec.replicas} {.metadata.generation}'")).toBe('3 2');
  expect(await run('kubectl get all -o name')).toContain('crontab.stable.example.com/a\n');
  expect(await run('kubectl explain ct.spec.cronSpec')).toBe(
    'GROUP:      stable.example.com\nKIND:       CronTab\nVERSION:    v1\n\nFIELD: cronSpec <string>\n\n\nDESCRIPTION:\n    When it runs.\n    \n\n',
  );
  expect(await run('kubectl explain crontab')).toContain('  spec\t<Object>\n    What is wanted.\n');
});

it('refuses what the schema refuses, in its words', async () => {
  expect(await apply(cron('b', '{cronSpec: "* * * * *", foo: 1}'))).toContain(
    'CronTab in version "v1" cannot be handled as a CronTab: strict decoding error: unknown field "spec.foo"',
  );
  expect(await apply(cron('b', '{cronSpec: "*", image: reg/x, replicas: 15}'))).toBe(
    `The CronTab "b" is invalid: \n* spec.cronSpec: Invalid value: "*": spec.cronSpec in body should be at least 3 chars long\n* spec.replicas: Invalid value: 15: spec.replicas in body should be less than or equal to 10\n* spec: Invalid value: "object": replicas must not exceed maxReplicas\n`,
  );
  expect(await apply(cron('b', '{replicas: "3", color: blue}'), '--validate=false')).toBe(
    `The CronTab "b" is invalid: \n* spec.cronSpec: Required value\n* spec.color: Unsupported value: "blue": supported values: "red", "green"\n* spec.replicas: Invalid value: "string": spec.replicas in body must be of type integer: "string"\n* <nil>: Invalid value: "null": some validation rules were not checked because the object was invalid; correct the existing errors to complete validation\n`,
  );
});

it('keeps the rules, those about changes too', async () => {
  expect(await apply(cron('c', '{cronSpec: "* * * * *", image: nginx}'))).toBe(
    `The CronTab "c" is invalid: spec: Invalid value: "object": failed rule: !has(self.image) || self.image.startsWith('reg/')\n`,
  );
  await apply(cron('c', '{cronSpec: "* * * * *"}'));
  expect(await run('kubectl scale ct c --replicas=7')).toBe(
    'The CronTab "c" is invalid: spec: Invalid value: "object": replicas must not exceed maxReplicas\n',
  );
  expect(await run(`kubectl patch ct c --type=merge -p '{"spec":{"cronSpec":"1 * * * *"}}'`)).toBe(
    'The CronTab "c" is invalid: spec: Invalid value: "object": cronSpec is immutable\n',
  );
});

it('goes with its objects', async () => {
  await apply(cron('d', '{cronSpec: "* * * * *"}'));
  expect(await run('kubectl delete crd crontabs.stable.example.com')).toBe(
    'customresourcedefinition.apiextensions.k8s.io "crontabs.stable.example.com" deleted\n',
  );
  // kubectl remembers what the server had.
  expect(await run('kubectl get ct')).toBe(
    'Error from server (NotFound): Unable to list "stable.example.com/v1, Resource=crontabs": the server could not find the requested resource (get crontabs.stable.example.com)\n',
  );
  expect(await run('rm -r ~/.kube/cache; kubectl get ct')).toBe('error: the server doesn\'t have a resource type "ct"\n');
});

it('owns objects, and counts in quotas', async () => {
  await run('kubectl create quota q --hard=count/crontabs.stable.example.com=1');
  await apply(cron('a', '{cronSpec: "* * * * *"}'));
  expect(await apply(cron('b', '{cronSpec: "* * * * *"}'))).toContain(
    'crontabs.stable.example.com "b" is forbidden: exceeded quota: q, requested: count/crontabs.stable.example.com=1, used: count/crontabs.stable.example.com=1, limited: count/crontabs.stable.example.com=1',
  );
  const uid = await run("kubectl get ct a -o jsonpath='{.metadata.uid}'");
  const owner = JSON.stringify([{ apiVersion: 'stable.example.com/v1', kind: 'CronTab', name: 'a', uid }]);
  await run(`kubectl create cm child; kubectl patch cm child --type=merge -p '{"metadata":{"ownerReferences":${owner}}}'`);
  await run('kubectl delete ct a; sleep 2');
  expect(await run('kubectl get cm child 2>&1')).toBe('Error from server (NotFound): configmaps "child" not found\n');
  expect(await run("kubectl get quota q -o jsonpath='{.status.used}'")).toBe('{"count/crontabs.stable.example.com":"0"}');
});

it('is checked itself', async () => {
  const text = await apply(`apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: foos.example.com}
spec:
  group: example.com
  scope: Namespaced
  names: {plural: bars, kind: Bar}
  versions:
  - {name: v1, served: true, storage: false, schema: {openAPIV3Schema: {type: object, properties: {spec: {properties: {a: {type: string}}}}}}}
  - {name: v2, served: true, storage: false}`);
  expect(text).toContain('metadata.name: Invalid value: "foos.example.com": must be spec.names.plural+"."+spec.group');
  expect(text).toContain(
    'spec.versions[0].schema.openAPIV3Schema.properties[spec].type: Required value: must not be empty for specified object fields',
  );
  expect(text).toContain('spec.versions[1].schema.openAPIV3Schema: Required value: schemas are required');
  expect(text).toContain('must have exactly one version marked as storage version');
});

it('is applied by the server, which knows who set what', async () => {
  const applied = (manager: string, spec: string): Promise<string> =>
    run(`kubectl apply --server-side --field-manager=${manager} -f - 2>&1 <<'Y'\n${cron('x', spec)}\nY`);
  expect(await applied('a', '{cronSpec: "* * * * */5", image: reg/one}')).toBe('crontab.stable.example.com/x serverside-applied\n');
  expect(await applied('b', '{cronSpec: "* * * * */5", replicas: 4}')).toBe('crontab.stable.example.com/x serverside-applied\n');
  expect(await applied('b', '{cronSpec: "* * * * */5", replicas: many}')).toContain(
    '.spec.replicas: expected numeric (int or float), got string',
  );
  expect(await applied('b', '{cronSpec: "* * * * */5", nothing: 1}')).toContain('.spec.nothing: field not declared in schema');
  expect(await applied('b', '{cronSpec: "* * * * */5", image: reg/two}')).toContain('conflict with "a": .spec.image');
  expect(await run(`kubectl get ct -o jsonpath='{.items[0].spec.image} {.items[0].metadata.managedFields[*].manager}'`)).toBe(
    'reg/one a b',
  );
});

it('refuses rules that say nothing or cannot be read', async () => {
  const rules = '[{rule: "self.a >"}, {rule: "foo == self.a"}, {rule: "self.b.c == 1 || self.d"}, {rule: "self.d"}, {rule: "1"}]';
  const properties = '{a: {type: integer}, b: {type: object, properties: {c: {type: integer}}}}';
  const schema = `{type: object, properties: {spec: {type: object, x-kubernetes-validations: ${rules}, properties: ${properties}}}}`;
  const definition = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: foos.example.com}
spec:
  group: example.com
  scope: Namespaced
  names: {plural: foos, kind: Foo}
  versions: [{name: v1, served: true, storage: true, schema: {openAPIV3Schema: ${schema}}}]`;
  const answer = await apply(definition);
  const at = (index: number, rule: string, why: string): string =>
    `* spec.validation.openAPIV3Schema.properties[spec].x-kubernetes-validations[${index}].rule: Invalid value: {"Rule":${JSON.stringify(rule)},"Message":"","MessageExpression":"","Reason":null,"FieldPath":"","OptionalOldSelf":null}: ${why}\n`;
  expect(answer).toContain(
    at(
      1,
      'foo == self.a',
      "compilation failed: ERROR: <input>:1:1: undeclared reference to 'foo' (in container '')\n | foo == self.a\n | ^",
    ),
  );
  expect(answer).toContain(
    at(
      2,
      'self.b.c == 1 || self.d',
      "compilation failed: ERROR: <input>:1:22: undefined field 'd'\n | self.b.c == 1 || self.d\n | .....................^",
    ),
  );
  expect(answer).toContain(at(4, '1', 'cel expression must evaluate to a bool'));
  expect(answer).toMatch(/validations\[0\]\.rule: .*1:9: Syntax error: mismatched input '<EOF>' expecting/);
});

it('does not hold against an update what it leaves as it was', async () => {
  await apply(cron('a', '{cronSpec: "* * *", color: green, image: reg/x}'));
  const narrow = [
    { op: 'replace', path: '/spec/versions/0/schema/openAPIV3Schema/properties/spec/properties/color/enum', value: ['red'] },
    {
      op: 'add',
      path: '/spec/versions/0/schema/openAPIV3Schema/properties/spec/properties/image/x-kubernetes-validations',
      value: [{ rule: 'self.size() > 9', message: 'too short' }],
    },
  ];
  await run(`kubectl patch crd crontabs.stable.example.com --type=json -p '${JSON.stringify(narrow)}'`);
  expect(await run(`kubectl patch ct a --type=merge -p '{"spec":{"replicas":2}}'`)).toBe(
    'crontab.stable.example.com/a patched\nWarning: spec.image: Invalid value: "string": too short\n',
  );
  expect(await run(`kubectl patch ct a --type=merge -p '{"spec":{"image":"reg/y"}}'`)).toBe(
    'The CronTab "a" is invalid: spec.image: Invalid value: "string": too short\n',
  );
  expect(await apply(cron('b', '{cronSpec: "* * *", color: green}'))).toMatch(
    /spec.color: Unsupported value: "green": supported values: "red"/,
  );
});
