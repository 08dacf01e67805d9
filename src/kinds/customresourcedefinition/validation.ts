/** Rules for customresourcedefinitions. */
import { type FieldError, invalid, notSupported, required } from '../../api/field-errors.ts';
import type { Rules } from '../../api/kind.ts';
import { isDNS1035Label, isDNS1123Subdomain } from '../../api/values/names.ts';
import type { CustomResourceDefinition } from '../objects.ts';
import { validateImmutable } from '../template-validation.ts';
import type { CustomResourceDefinitionVersion } from '../types.gen.ts';
import { goVersions } from './go-versions.ts';
import type { Schema } from './schema.ts';

const TYPES = ['array', 'boolean', 'integer', 'number', 'object', 'string'];

const SCOPES = ['Cluster', 'Namespaced'];

const APPROVED = 'api-approved.kubernetes.io';

function validate(crd: CustomResourceDefinition): FieldError[] {
  const { metadata, spec } = crd;
  const { names, group = '', scope, versions } = spec;
  const errors: FieldError[] = [];
  const expected = `${names?.plural ?? ''}.${group}`;
  if (metadata.name !== expected) errors.push(invalid('metadata.name', metadata.name, `must be spec.names.plural+"."+spec.group`));
  if (/(^|\.)(k8s\.io|kubernetes\.io)$/.test(group) && !metadata.annotations?.[APPROVED])
    errors.push(
      required(
        `metadata.annotations[${APPROVED}]`,
        'protected groups must have approval annotation "api-approved.kubernetes.io", see https://github.com/kubernetes/enhancements/pull/1111',
      ),
    );
  if (group === '') errors.push(required('spec.group'));
  else {
    errors.push(...isDNS1123Subdomain(group).map((why) => invalid('spec.group', group, why)));
    if (group.split('.').length < 2) errors.push(invalid('spec.group', group, 'should be a domain with at least one dot'));
  }
  if (!SCOPES.includes(scope ?? '')) errors.push(scope ? notSupported('spec.scope', scope, SCOPES) : required('spec.scope'));
  errors.push(...validateVersions(versions ?? []));
  for (const name of ['plural', 'singular', 'kind', 'listKind'] as const) {
    const value = names?.[name] ?? '';
    const wrong = isDNS1035Label(value.toLowerCase());
    if (value === '' && name !== 'singular') errors.push(required(`spec.names.${name}`));
    else
      errors.push(
        ...wrong.map((why) =>
          invalid(
            `spec.names.${name}`,
            value,
            name === 'kind' || name === 'listKind' ? `may have mixed case, but should otherwise match: ${why}` : why,
          ),
        ),
      );
  }
  (names?.shortNames ?? []).forEach((name, index) => {
    errors.push(...isDNS1035Label(name).map((why) => invalid(`spec.names.shortNames[${index}]`, name, why)));
  });
  if (names?.kind && names.kind === names.listKind)
    errors.push(invalid('spec.names.listKind', names.listKind, 'kind and listKind may not be the same'));
  if (!versions?.some(({ storage }) => storage))
    errors.push(invalid('status.storedVersions', null, 'must have at least one stored version'));
  return errors;
}

function validateVersions(versions: readonly CustomResourceDefinitionVersion[]): FieldError[] {
  const errors: FieldError[] = [];
  const names = new Set<string>();
  versions.forEach((version, index) => {
    const at = `spec.versions[${index}]`;
    errors.push(...isDNS1035Label(version.name ?? '').map((why) => invalid(`${at}.name`, version.name ?? '', why)));
    names.add(version.name);
    const schema = version.schema?.openAPIV3Schema;
    if (!schema) errors.push(required(`${at}.schema.openAPIV3Schema`, 'schemas are required'));
    else errors.push(...validateStructure(schema, `${at}.schema.openAPIV3Schema`, true));
    (version.additionalPrinterColumns ?? []).forEach((column, one) => {
      const place = `${at}.additionalPrinterColumns[${one}]`;
      if (!column.name) errors.push(required(`${place}.name`));
      if (!column.type) errors.push(required(`${place}.type`, 'must be one of boolean,date,integer,number,string'));
      else if (!['boolean', 'date', 'integer', 'number', 'string'].includes(column.type))
        errors.push(invalid(`${place}.type`, column.type, 'must be one of boolean,date,integer,number,string'));
      if (!column.jsonPath) errors.push(required(`${place}.JSONPath`));
    });
  });
  const storage = versions.filter((version) => version.storage).length;
  const shown = goVersions(versions);
  if (names.size < versions.length) errors.push(invalid('spec.versions', shown, 'must contain unique version names'));
  if (storage !== 1) errors.push(invalid('spec.versions', shown, 'must have exactly one version marked as storage version'));
  return errors;
}

/** What makes a schema structural: a type everywhere, and no field of its own inside what only restricts. */
function validateStructure(schema: Schema, at: string, root: boolean): FieldError[] {
  const errors: FieldError[] = [];
  const { type = '', properties, items, additionalProperties } = schema;
  const free = schema['x-kubernetes-preserve-unknown-fields'] || schema['x-kubernetes-int-or-string'];
  if (root && type !== 'object')
    errors.push(
      type === '' ? required(`${at}.type`, 'must not be empty at the root') : invalid(`${at}.type`, type, 'must be object at the root'),
    );
  else if (type === '' && !free)
    errors.push(required(`${at}.type`, `must not be empty for specified ${at.endsWith('.items') ? 'array items' : 'object fields'}`));
  else if (type !== '' && !TYPES.includes(type)) errors.push(notSupported(`${at}.type`, type, TYPES));
  for (const [name, property] of Object.entries(properties ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (root && name === 'metadata') {
      const others = Object.keys(property).filter((key) => key !== 'type' && key !== 'description' && key !== 'properties');
      if (others.length > 0)
        errors.push({
          type: 'forbidden',
          field: `${at}.properties[metadata]`,
          detail: 'must not specify anything other than name and generateName, but metadata is implicitly specified',
        });
      continue;
    }
    errors.push(...validateStructure(property, `${at}.properties[${name}]`, false));
  }
  if (type === 'array' && !items) errors.push(required(`${at}.items`, 'must be specified'));
  if (items && typeof items === 'object') errors.push(...validateStructure(items as Schema, `${at}.items`, false));
  if (properties && additionalProperties !== undefined && additionalProperties !== null)
    errors.push({
      type: 'forbidden',
      field: `${at}.additionalProperties`,
      detail: 'additionalProperties and properties are mutual exclusive',
    });
  if (additionalProperties && typeof additionalProperties === 'object')
    errors.push(...validateStructure(additionalProperties as Schema, `${at}.additionalProperties`, false));
  const keys = schema['x-kubernetes-list-map-keys'];
  if (schema['x-kubernetes-list-type'] === 'map' && !keys?.length)
    errors.push(required(`${at}.x-kubernetes-list-map-keys`, 'must not be empty if x-kubernetes-list-type is map'));
  return errors;
}

export const customResourceDefinitionRules: Rules<CustomResourceDefinition> = {
  validate,
  validateUpdate: (crd, old) => [
    ...validate(crd),
    ...validateImmutable(crd.spec.group, old.spec.group, 'spec.group'),
    ...validateImmutable(crd.spec.scope, old.spec.scope, 'spec.scope'),
    ...validateImmutable(crd.spec.names.kind, old.spec.names.kind, 'spec.names.kind'),
    ...validateImmutable(crd.spec.names.plural, old.spec.names.plural, 'spec.names.plural'),
  ],
};
