import { expect, it } from 'vitest';
import { kinds } from '../kinds/index.ts';
import { type Definition, definition, definitionOf, type Type } from '../kinds/schema.ts';
import { decodeProtobuf, encodeProtobuf, hasMessage } from './protobuf.ts';

/** A value of each type, with all fields; recursion stops after a few levels. */
function filled(type: Type, name: string, depth: number): unknown {
  switch (type.type) {
    case 'ref': {
      const schema = definition(type.ref as string);
      return schema && object(schema, depth + 1);
    }
    case 'list': {
      const one = filled(type.of as Type, name, depth);
      return one === undefined ? undefined : [one, one];
    }
    case 'map': {
      const one = filled(type.of as Type, name, depth);
      return one === undefined ? undefined : { key: one, 'other/key': one };
    }
    case 'string':
      return type.enum?.[0] ?? `${name} é`;
    case 'boolean':
      return true;
    case 'int32':
      return -7;
    case 'int64':
      return 2 ** 40 + 1;
    case 'double':
      return 1.5;
    case 'bytes':
      return 'aGk=';
    case 'Time':
      return '2026-11-28T14:00:00Z';
    case 'MicroTime':
      return '2026-11-28T14:00:00.123456Z';
    case 'Quantity':
      return '250m';
    case 'IntOrString':
      return depth % 2 ? 8080 : 'http';
    default:
      return { any: ['thing', 1, null] };
  }
}

function object(schema: Definition, depth = 0): Record<string, unknown> | undefined {
  if (depth > 6) return undefined;
  // Objects inside others do not say what they are in protobuf.
  const inner = depth > 0 && schema.fields.has('metadata');
  const named = [...schema.fields.values()].filter(({ name }) => !(inner && (name === 'apiVersion' || name === 'kind')));
  const fields = named.map((field) => [field.name, filled(field, field.name, depth)] as const);
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}

const served = kinds.filter(({ group, version, kind }) => hasMessage(group === '' ? version : `${group}/${version}`, kind));

it('knows the messages of the kinds that typed clients send', () => {
  expect(served.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining([
      'Pod',
      'Service',
      'Deployment',
      'Job',
      'Ingress',
      'Secret',
      'Role',
      'PodDisruptionBudget',
      'CertificateSigningRequest',
    ]),
  );
});

it.each(served.map((kind) => [kind.kind, kind.group === '' ? kind.version : `${kind.group}/${kind.version}`]))(
  'carries every field of %s %s there and back',
  (kind, apiVersion) => {
    const schema = definitionOf(apiVersion, kind);
    if (!schema) return;
    const given = { ...object(schema), apiVersion, kind };
    expect(decodeProtobuf(encodeProtobuf(given))).toEqual(given);
    const list = { apiVersion, kind: `${kind}List`, metadata: { resourceVersion: '7' }, items: [object(schema)] };
    if (!hasMessage(apiVersion, `${kind}List`)) return;
    const { apiVersion: _v, kind: _k, ...item } = list.items[0] as Record<string, unknown>;
    expect(decodeProtobuf(encodeProtobuf({ ...list, items: [item] }))).toMatchObject({ metadata: { resourceVersion: '7' } });
  },
);

it('says what is no protobuf', () => {
  expect(() => decodeProtobuf(Buffer.from('{}'))).toThrow('provided data does not appear to be a protobuf message');
  expect(() => decodeProtobuf(Buffer.from('k8s\0\xff\xff\xff', 'latin1'))).toThrow();
});
