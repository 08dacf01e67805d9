import { expect, it } from 'vitest';
import type { Status } from '../../api/types.ts';
import { createCluster } from '../../session/index.ts';
import { rareCode } from '../rare.ts';
import { rulesCode } from '../rules-code.ts';
import { policyCode } from './index.ts';

const cluster = await createCluster({ addons: [] });
await cluster.load();
for (const code of [rareCode, rulesCode, policyCode]) await code.load();

const refused = (plural: string, body: object): string => {
  const path = `/apis/admissionregistration.k8s.io/v1/${plural}`;
  const answer = cluster.api.handle({ method: 'POST', path, body: { metadata: { name: 'p' }, ...body }, query: { dryRun: 'All' } });
  return (answer.body as Status).message ?? 'created';
};
const match = { resourceRules: [{ apiGroups: ['apps'], apiVersions: ['v1'], operations: ['CREATE'], resources: ['deployments'] }] };
const validating = (expression: string, more: object = {}): string =>
  refused('validatingadmissionpolicies', { spec: { matchConstraints: match, validations: [{ expression }], ...more } });
const mutating = (mutation: object): string =>
  refused('mutatingadmissionpolicies', { spec: { matchConstraints: match, mutations: [mutation] } });
const invalid = (kind: string, why: string): string => `${kind}.admissionregistration.k8s.io "p" is invalid: ${why}`;

it('policies say what they are about and what they ask for', () => {
  const neither = 'Required value: validations or auditAnnotations must contain at least one item';
  expect(refused('validatingadmissionpolicies', { spec: { failurePolicy: 'Foo' } })).toBe(
    invalid(
      'ValidatingAdmissionPolicy',
      `[spec.failurePolicy: Unsupported value: "Foo": supported values: "Fail", "Ignore", spec.matchConstraints: Required value, spec.validations: ${neither}, spec.auditAnnotations: ${neither}]`,
    ),
  );
  const rules = [{ ...match.resourceRules[0], operations: ['*', 'FOO'], resources: ['*', 'pods'] }];
  expect(validating('true', { matchConstraints: { resourceRules: rules } })).toBe(
    invalid(
      'ValidatingAdmissionPolicy',
      `[${[
        `spec.matchConstraints.resourceRules[0].operations: Invalid value: ["*","FOO"]: if '*' is present, must not specify other operations`,
        `spec.matchConstraints.resourceRules[0].operations[1]: Unsupported value: "FOO": supported values: "*", "CONNECT", "CREATE", "DELETE", "UPDATE"`,
        `spec.matchConstraints.resourceRules[0].resources: Invalid value: ["*","pods"]: if '*' is present, must not specify other resources without subresources`,
      ].join(', ')}]`,
    ),
  );
  expect(mutating({ patchType: 'JSONPatch', applyConfiguration: { expression: 'Object{}' } })).toContain(
    'spec.mutations[0].jsonPatch: Required value: must be specified when patchType is JSONPatch',
  );
});

it.each([
  ['object.spec.replicas <= 5', undefined],
  ['variables.limit >= object.spec.replicas', undefined],
  ['object.spec.replicas', undefined],
  ["quantity(object.spec.size).isLessThan(quantity('1Gi'))", undefined],
  ['1 + 1', 'must evaluate to bool'],
  [
    'objct.spec.replicas <= 5',
    "compilation failed: ERROR: <input>:1:1: undeclared reference to 'objct' (in container '')\n | objct.spec.replicas <= 5\n | ^",
  ],
  [
    'object.a &&\n params.b',
    "compilation failed: ERROR: <input>:2:2: undeclared reference to 'params' (in container '')\n |  params.b\n | .^",
  ],
  [
    'object.spec.replicas <=',
    "compilation failed: ERROR: <input>:1:24: Syntax error: mismatched input '<EOF>' expecting {'[', '{', '(', '.', '-', '!', 'true', 'false', 'null', NUM_FLOAT, NUM_INT, NUM_UINT, STRING, BYTES, IDENTIFIER}\n | object.spec.replicas <=\n | .......................^",
  ],
])('the expression %j is looked at when the policy is written', (expression, why) => {
  const at = `spec.validations[0].expression: Invalid value: ${JSON.stringify(expression)}`;
  expect(validating(expression)).toBe(why ? invalid('ValidatingAdmissionPolicy', `${at}: ${why}`) : 'created');
});

it('object literals are read as such', () => {
  const patch = '[JSONPatch{op: "add", path: "/metadata/labels/" + jsonpatch.escapeKey("a/b"), value: "c"}]';
  expect(mutating({ patchType: 'JSONPatch', jsonPatch: { expression: patch } })).toBe('created');
  expect(mutating({ patchType: 'ApplyConfiguration', applyConfiguration: { expression: 'Object{metadata: foo}' } })).toContain(
    "undeclared reference to 'foo' (in container '')",
  );
});

it('bindings name their policy and what is to be done', () => {
  expect(refused('validatingadmissionpolicybindings', { spec: { paramRef: {}, validationActions: ['Deny', 'Warn'] } })).toBe(
    invalid(
      'ValidatingAdmissionPolicyBinding',
      '[spec.policyName: Required value, spec.paramRef: Required value: one of name or selector must be specified, spec.paramRef.parameterNotFoundAction: Required value, spec.validationActions: Invalid value: ["Deny","Warn"]: must not contain both Deny and Warn (repeating the same validation failure information in the API response and headers serves no purpose)]',
    ),
  );
  expect(refused('mutatingadmissionpolicybindings', { spec: { policyName: 'p' } })).toBe('created');
});

it('webhooks say where they are, and that nothing else happens', () => {
  const hook = {
    name: 'a.b.c',
    sideEffects: 'None',
    admissionReviewVersions: ['v1'],
    clientConfig: { url: 'https://x.y/z' },
    rules: match.resourceRules,
  };
  const configuration = (more: object): string => refused('validatingwebhookconfigurations', { webhooks: [{ ...hook, ...more }] });
  expect(configuration({})).toBe('created');
  expect(configuration({ name: 'a.b', sideEffects: 'Some', admissionReviewVersions: ['v2'], clientConfig: { url: 'http://x' } })).toBe(
    invalid(
      'ValidatingWebhookConfiguration',
      `[${[
        'webhooks[0].name: Invalid value: "a.b": should be a domain with at least three segments separated by dots',
        'webhooks[0].sideEffects: Unsupported value: "Some": supported values: "None", "NoneOnDryRun"',
        `webhooks[0].clientConfig.url: Invalid value: "http": 'https' is the only allowed URL scheme; desired format: https://host[/path]`,
        'webhooks[0].admissionReviewVersions: Invalid value: ["v2"]: must include at least one of v1, v1beta1',
      ].join(', ')}]`,
    ),
  );
});
