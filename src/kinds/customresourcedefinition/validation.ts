/** Rules for customresourcedefinitions. */
import { equal } from '../../api/equal.ts';
import { type FieldError, forbidden, invalid, notSupported, required } from '../../api/field-errors.ts';
import { Verbatim } from '../../api/go-json.ts';
import type { Rules } from '../../api/kind.ts';
import { isDNS1035Label, isDNS1123Subdomain } from '../../api/values/names.ts';
import type { CustomResourceDefinition } from '../objects.ts';
import { validateImmutable } from '../template-validation.ts';
import type { CustomResourceDefinitionVersion } from '../types.gen.ts';
import { goVersions } from './go-versions.ts';
import { validateOpenApiSchema } from './schema-rules.ts';

const SCOPES = ['Cluster', 'Namespaced'];
const STRATEGIES = ['None', 'Webhook'];
const COLUMN_TYPES = ['boolean', 'date', 'integer', 'number', 'string'];
const COLUMN_FORMATS = ['byte', 'date', 'date-time', 'double', 'float', 'int32', 'int64', 'password'];
const APPROVED = 'api-approved.kubernetes.io';
const APPROVAL = 'https://github.com/kubernetes/enhancements/pull/1111';

function validate(crd: CustomResourceDefinition): FieldError[] {
  const { metadata, spec, status } = crd;
  const { names, group = '', scope = '' } = spec;
  const versions = spec.versions ?? [];
  const errors: FieldError[] = [];
  if (metadata.name !== `${names?.plural ?? ''}.${group}`)
    errors.push(invalid('metadata.name', metadata.name, `must be spec.names.plural+"."+spec.group`));
  const wrong = isDNS1123Subdomain(group);
  if (group === '') errors.push(required('spec.group'));
  else if (wrong.length > 0) errors.push(invalid('spec.group', group, wrong.join(',')));
  else if (!group.includes('.')) errors.push(invalid('spec.group', group, 'should be a domain with at least one dot'));
  if (scope === '') errors.push(required('spec.scope'));
  else if (!SCOPES.includes(scope)) errors.push(notSupported('spec.scope', scope, SCOPES));
  versions.forEach(({ schema }, index) => {
    if (!schema?.openAPIV3Schema) errors.push(required(`spec.versions[${index}].schema.openAPIV3Schema`, 'schemas are required'));
  });
  errors.push(...validateVersions(versions), ...validateNames(names));
  // What all versions have alike stands in the spec, as the server has it.
  const [first] = versions;
  if (first && isShared(versions, 'schema')) errors.push(...validateSchema(first, 'spec.validation'));
  if (first && isShared(versions, 'subresources')) errors.push(...validateSubresources(first, 'spec.subresources'));
  if (first && isShared(versions, 'additionalPrinterColumns')) errors.push(...validateColumns(first, 'spec.additionalPrinterColumns'));
  errors.push(...validateConversion(spec.conversion, 'spec.conversion'), ...validateStored(status?.storedVersions ?? [], versions));
  const approval = metadata.annotations?.[APPROVED];
  if (/(^|\.)(k8s\.io|kubernetes\.io)$/.test(group)) errors.push(...validateApproval(approval));
  if ((spec.preserveUnknownFields as unknown) === true) errors.push(invalid('spec.preserveUnknownFields', true, 'must be false'));
  return errors;
}

function validateApproval(approval = ''): FieldError[] {
  const at = `metadata.annotations[${APPROVED}]`;
  const must = `protected groups must have approval annotation "${APPROVED}"`;
  if (approval === '') return [required(at, `${must}, see ${APPROVAL}`)];
  if (approval.startsWith('unapproved') || /^https?:\/\/[^/]/.test(approval)) return [];
  return [invalid(at, approval, `${must} with either a URL or a reason starting with "unapproved", see ${APPROVAL}`)];
}

type Version = CustomResourceDefinitionVersion;

function isShared(versions: readonly Version[], field: 'schema' | 'subresources' | 'additionalPrinterColumns'): boolean {
  return versions.every((one) => one[field] !== undefined && equal(one[field], versions[0]?.[field]));
}

function validateVersions(versions: readonly Version[]): FieldError[] {
  const errors: FieldError[] = [];
  versions.forEach((version, index) => {
    const at = `spec.versions[${index}]`;
    const { name = '' } = version;
    const wrong = isDNS1035Label(name);
    if (wrong.length > 0) errors.push(invalid(`${at}.name`, name, wrong.join(',')));
    if (!isShared(versions, 'schema')) errors.push(...validateSchema(version, `${at}.schema`));
    if (!isShared(versions, 'subresources')) errors.push(...validateSubresources(version, `${at}.subresources`));
    if (!isShared(versions, 'additionalPrinterColumns')) errors.push(...validateColumns(version, `${at}.additionalPrinterColumns`));
  });
  const shown = goVersions(versions);
  if (new Set(versions.map(({ name }) => name)).size < versions.length)
    errors.push(invalid('spec.versions', shown, 'must contain unique version names'));
  if (versions.filter(({ storage }) => storage).length !== 1)
    errors.push(invalid('spec.versions', shown, 'must have exactly one version marked as storage version'));
  return errors;
}

function validateSchema({ schema }: Version, at: string): FieldError[] {
  return schema?.openAPIV3Schema ? validateOpenApiSchema(schema.openAPIV3Schema, `${at}.openAPIV3Schema`) : [];
}

function validateNames(names: CustomResourceDefinition['spec']['names'] | undefined): FieldError[] {
  const errors: FieldError[] = [];
  const all = ['plural', 'singular', 'kind', 'listKind'] as const;
  for (const name of all) if (!names?.[name]) errors.push(required(`spec.names.${name}`));
  const check = (value: string, at: string, before = ''): void => {
    const wrong = value === '' ? [] : isDNS1035Label(before ? value.toLowerCase() : value);
    if (wrong.length > 0) errors.push(invalid(at, value, `${before}${wrong.join(',')}`));
  };
  for (const name of all)
    check(
      names?.[name] ?? '',
      `spec.names.${name}`,
      name === 'kind' || name === 'listKind' ? 'may have mixed case, but should otherwise match: ' : '',
    );
  (names?.shortNames ?? []).forEach((name, index) => {
    for (const why of [isDNS1035Label(name).join(',')].filter(Boolean)) errors.push(invalid(`spec.names.shortNames[${index}]`, name, why));
  });
  if (names?.kind && names.kind === names.listKind)
    errors.push(invalid('spec.names.listKind', names.listKind, 'kind and listKind may not be the same'));
  (names?.categories ?? []).forEach((name, index) => {
    for (const why of [isDNS1035Label(name).join(',')].filter(Boolean)) errors.push(invalid(`spec.names.categories[${index}]`, name, why));
  });
  return errors;
}

function validateColumns({ additionalPrinterColumns: columns }: Version, at: string): FieldError[] {
  return (columns ?? []).flatMap(({ name, type, format = '', jsonPath = '' }, index) => {
    const errors: FieldError[] = [];
    const place = `${at}[${index}]`;
    const one = `must be one of ${COLUMN_TYPES.join(',')}`;
    if (!name) errors.push(required(`${place}.name`));
    if (!type) errors.push(required(`${place}.type`, one));
    else if (!COLUMN_TYPES.includes(type)) errors.push(invalid(`${place}.type`, type, one));
    if (format !== '' && !COLUMN_FORMATS.includes(format))
      errors.push(invalid(`${place}.format`, format, `must be one of ${COLUMN_FORMATS.join(',')}`));
    if (jsonPath === '') errors.push(required(`${place}.JSONPath`));
    else if (!jsonPath.startsWith('.')) errors.push(invalid(`${place}.JSONPath`, jsonPath, SIMPLE));
    return errors;
  });
}

const SIMPLE = 'must be a simple json path starting with .';

function validateSubresources({ subresources }: Version, at: string): FieldError[] {
  const scale = subresources?.scale;
  if (!scale) return [];
  const check = (path: string, field: string, under: readonly string[], words: string): FieldError[] => {
    if (!path.startsWith('.')) return [invalid(`${at}.scale.${field}`, path, SIMPLE)];
    return under.some((one) => path.startsWith(one)) ? [] : [invalid(`${at}.scale.${field}`, path, `should be a json path under ${words}`)];
  };
  const { specReplicasPath: spec = '', statusReplicasPath: status = '', labelSelectorPath: labels = '' } = scale;
  return [
    ...(spec ? check(spec, 'specReplicasPath', ['.spec.'], '.spec') : [required(`${at}.scale.specReplicasPath`)]),
    ...(status ? check(status, 'statusReplicasPath', ['.status.'], '.status') : [required(`${at}.scale.statusReplicasPath`)]),
    ...(labels ? check(labels, 'labelSelectorPath', ['.spec.', '.status.'], 'either .spec or .status') : []),
  ];
}

function validateConversion(conversion: CustomResourceDefinition['spec']['conversion'], at: string): FieldError[] {
  if (!conversion) return [];
  const { strategy, webhook } = conversion;
  const errors: FieldError[] = [];
  if (!strategy) errors.push(required(`${at}.strategy`));
  else if (!STRATEGIES.includes(strategy)) errors.push(notSupported(`${at}.strategy`, strategy, STRATEGIES));
  const clientConfig = webhook?.clientConfig;
  const reviews = webhook?.conversionReviewVersions ?? [];
  const config = `${at}.webhookClientConfig`;
  if (strategy !== 'Webhook') {
    const unset = 'should not be set when strategy is not set to Webhook';
    if (clientConfig) errors.push(forbidden(config, unset));
    return reviews.length > 0 ? [...errors, forbidden(`${at}.conversionReviewVersions`, unset)] : errors;
  }
  if (!clientConfig) errors.push(required(config, 'required when strategy is set to Webhook'));
  else if ((clientConfig.url === undefined) === (clientConfig.service === undefined))
    errors.push(required(config, 'exactly one of url or service is required'));
  return reviews.length === 0 ? [...errors, required(`${at}.conversionReviewVersions`)] : errors;
}

function validateStored(stored: readonly string[], versions: readonly Version[]): FieldError[] {
  const at = 'status.storedVersions';
  if (stored.length === 0) return [invalid(at, null, 'must have at least one stored version')];
  const missing = versions.filter(({ name, storage }) => storage && !stored.includes(name));
  return [
    ...missing.map((one) => {
      const shown = new Verbatim(goVersions(versions, [one]).text.slice(1, -1));
      return invalid(at, shown, `must have the storage version ${one.name}`);
    }),
    ...stored.flatMap((name, index) =>
      versions.some((one) => one.name === name) ? [] : [invalid(`${at}[${index}]`, name, 'must appear in spec.versions')],
    ),
  ];
}

export const customResourceDefinitionRules: Rules<CustomResourceDefinition> = {
  validate,
  validateUpdate: (crd, old) => [
    ...validate(crd),
    ...(isEstablished(old)
      ? [
          ...validateImmutable(crd.spec.scope, old.spec.scope, 'spec.scope'),
          ...validateImmutable(crd.spec.names.kind, old.spec.names.kind, 'spec.names.kind'),
        ]
      : []),
    ...validateImmutable(crd.spec.group, old.spec.group, 'spec.group'),
    ...validateImmutable(crd.spec.names.plural, old.spec.names.plural, 'spec.names.plural'),
  ],
};

function isEstablished({ status }: CustomResourceDefinition): boolean {
  return status?.conditions?.some(({ type, status }) => type === 'Established' && status === 'True') ?? false;
}
