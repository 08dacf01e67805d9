/** Whatever a client sends: an answer, and never an internal error. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hookCode, policyCode } from '../kinds/admissionpolicy/index.ts';
import { kinds } from '../kinds/index.ts';
import { rulesCode } from '../kinds/rules-code.ts';
import { definition, definitionOf, type Type } from '../kinds/schema.ts';
import { World } from '../world/world.ts';
import { apiVersionOf } from './kind.ts';
import { ApiServer } from './server.ts';

// What is loaded when somebody needs it takes part from the start.
await Promise.all([rulesCode.load(), policyCode.load(), hookCode.load()]);

function server(): ApiServer {
  const api = new ApiServer(new World(), kinds);
  api.create('namespaces', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'default' } });
  return api;
}

/** Values of a type, mostly; some missing, some null, some wrong. */
function valuesOf(type: Type, depth: number): fc.Arbitrary<unknown> {
  const plain = fc.oneof(
    fc.constantFrom('', 'a', 'web', 'A_b', '80', 'None', '10.96.0.5', '25%', '-1', '2026-11-24T09:00:00Z'),
    fc.integer({ min: -2, max: 70_000 }),
    fc.boolean(),
  );
  const right = (): fc.Arbitrary<unknown> => {
    switch (type.type) {
      case 'ref':
        return depth > 6 ? fc.constant({}) : structOf(type.ref ?? '', depth);
      case 'list':
        return fc.array(valuesOf(type.of as Type, depth + 1), { maxLength: 2 });
      case 'map':
        return fc.dictionary(fc.constantFrom('a', 'app', 'cpu', 'storage', 'Bad Key'), valuesOf(type.of as Type, depth + 1), {
          maxKeys: 2,
        });
      case 'string':
        return type.enum
          ? fc.constantFrom(...type.enum, 'Bogus')
          : fc.constantFrom('', 'a', 'web', 'A_b', '10.96.0.5', '*/5 * * * *', 'Always');
      case 'boolean':
        return fc.boolean();
      case 'int32':
      case 'int64':
        return fc.constantFrom(0, 1, -1, 80, 30_000, 70_000);
      case 'Quantity':
        return fc.constantFrom('1', '100m', '1Gi', '-1', 2);
      case 'IntOrString':
        return fc.constantFrom(1, 0, 80, '25%', 'http', '');
      default:
        return plain;
    }
  };
  return fc.oneof(
    { weight: 12, arbitrary: fc.constant(0).chain(right) },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: plain },
  );
}

function structOf(name: string, depth: number): fc.Arbitrary<unknown> {
  const struct = definition(name);
  if (!struct) return fc.constant({});
  const fields = [...struct.fields.values()].filter(({ name: field }) => field !== 'status' && field !== 'managedFields');
  const always = fields.filter(({ name: field, required }) => required || field === 'spec');
  return fc
    .subarray(fields, { maxLength: Math.min(fields.length, depth < 3 ? 20 : 4) })
    .chain((some) => fc.record(Object.fromEntries([...always, ...some].map((field) => [field.name, valuesOf(field, depth + 1)]))));
}

const served = kinds.filter((kind) => kind.verbs.includes('create') && definitionOf(apiVersionOf(kind), kind.kind));

test.each(served.map((kind) => [`${kind.plural}.${kind.group}`, kind] as const))('%s', (_name, kind) => {
  const base = kind.group === '' ? `/api/${kind.version}` : `/apis/${kind.group}/${kind.version}`;
  const path = `${base}${kind.namespaced ? '/namespaces/default' : ''}/${kind.plural}`;
  const struct = definitionOf(apiVersionOf(kind), kind.kind)?.name ?? '';
  const body = structOf(struct, 0).map((value) => ({ ...(value as object), apiVersion: apiVersionOf(kind), kind: kind.kind }));
  const patches = ['application/merge-patch+json', 'application/strategic-merge-patch+json', 'application/apply-patch+yaml'];
  fc.assert(
    fc.property(body, body, fc.constantFrom(...patches), (first, second, type) => {
      const api = server();
      const named = (object: object): object => ({
        ...object,
        metadata: { ...((object as { metadata?: object }).metadata ?? {}), name: 'web', namespace: undefined },
      });
      const answers = [
        api.handle({ method: 'POST', path, body: first }),
        api.handle({ method: 'POST', path, body: named(first) }),
        api.handle({ method: 'PUT', path: `${path}/web`, body: named(second) }),
        api.handle({
          method: 'PATCH',
          path: `${path}/web`,
          body: second,
          headers: { 'content-type': type },
          query: { fieldManager: 'me' },
        }),
        api.handle({ method: 'GET', path, headers: { accept: 'application/json;as=Table' } }),
        api.handle({ method: 'DELETE', path: `${path}/web` }),
      ];
      for (const { body: answer } of answers)
        expect((answer as { reason?: string }).reason === 'InternalError' ? answer : undefined).toBeUndefined();
    }),
    { numRuns: 25 },
  );
});

test('any path, query and header', () => {
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom('api', 'apis', 'v1', 'apps', 'namespaces', 'default', 'pods', 'web', 'status', 'log', 'scale', '%zz', '..'),
  );
  const pairs = fc.dictionary(
    fc.oneof(fc.string(), fc.constantFrom('watch', 'labelSelector', 'fieldSelector', 'limit', 'continue', 'resourceVersion', 'dryRun')),
    fc.string(),
  );
  const api = server();
  fc.assert(
    fc.property(
      fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD'),
      fc.array(text, { maxLength: 7 }),
      pairs,
      pairs,
      fc.oneof(fc.string(), fc.jsonValue()),
      (method, parts, query, headers, body) => {
        const { status } = api.handle({ method: method as 'GET', path: `/${parts.join('/')}`, query, headers, body });
        expect(status).not.toBe(500);
      },
    ),
  );
});
