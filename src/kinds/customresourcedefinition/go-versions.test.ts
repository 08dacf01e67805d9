import { expect, it } from 'vitest';
import { goVersions } from './go-versions.ts';

it('shows versions as the server holds them: what is alike in all stands elsewhere', () => {
  const version = { name: 'v1', served: true, storage: false, schema: { openAPIV3Schema: { type: 'object' } } };
  const rest = '"Served":true,"Storage":false,"Deprecated":false,"DeprecationWarning":null';
  const none = '"Subresources":null,"AdditionalPrinterColumns":null,"SelectableFields":null';
  expect(goVersions([version]).text).toBe(`[{"Name":"v1",${rest},"Schema":null,${none}}]`);
  const other = {
    ...version,
    name: 'v2',
    schema: { openAPIV3Schema: { type: 'object', properties: { a: { type: 'string', maxLength: 3 } } } },
  };
  const text = goVersions([version, other]).text;
  expect(text).toContain('"Schema":{"OpenAPIV3Schema":{"ID":"","Schema":"","Ref":null,"Description":"","Type":"object","Nullable":false,');
  expect(text).toContain('"Properties":{"a":{"ID":"","Schema":"","Ref":null,"Description":"","Type":"string",');
  expect(text).toContain('"MaxLength":3,');
});
