/**
 * Claims for devices, their templates, and classes of devices: what is filled in and checked of them (source: pkg/apis/resource/v1/defaults.go
 * and pkg/apis/resource/validation). Nothing here has devices, so a claim stays pending.
 */
import { duplicate, type FieldError, invalid, notSupported, required, tooMany } from '../../api/field-errors.ts';
import { isDNS1123Label, isDNS1123Subdomain } from '../../api/values/names.ts';
import type { KubeObject } from '../../world/object.ts';
import { validateDriverName } from '../csidriver/index.ts';
import type { Behaviour } from '../define.ts';
import { eachOf, fill, within } from '../fill.ts';
import type { Stored } from '../objects.ts';
import { validateImmutable } from '../template-validation.ts';
import type {
  DeviceClass,
  DeviceConstraint,
  DeviceRequest,
  DeviceSubRequest,
  ExactDeviceRequest,
  ResourceClaimSpec,
  ResourceClaimTemplate,
  ResourceV1ResourceClaim,
} from '../types.gen.ts';

const MODES = ['All', 'ExactCount'];
const MAX_OF_EACH = 32;
const MAX_ALTERNATIVES = 8;

type Asked = ExactDeviceRequest | DeviceSubRequest;

function counted<T extends Asked>(request: T): T {
  const filled = fill<Asked>(request, { allocationMode: 'ExactCount' } as Partial<Asked>);
  return (filled.allocationMode === 'ExactCount' ? fill(filled, { count: 1 } as Partial<Asked>) : filled) as T;
}

function defaultSpec(spec: ResourceClaimSpec): ResourceClaimSpec {
  return within(spec, 'devices', (devices) =>
    eachOf(devices, 'requests', (request: DeviceRequest) =>
      eachOf(within(request, 'exactly', counted<ExactDeviceRequest>), 'firstAvailable', counted<DeviceSubRequest>),
    ),
  );
}

const named = (name: string, at: string, check: (name: string) => string[]): FieldError[] =>
  check(name).map((why) => invalid(at, name, why));

function validateSpec({ devices = {} }: ResourceClaimSpec, of: string): FieldError[] {
  const at = `${of}.devices`;
  const { requests = [], constraints = [], config = [] } = devices;
  const names = requests.flatMap(({ name, firstAvailable = [] }) => [name, ...firstAvailable.map((one) => `${name}/${one.name}`)]);
  const errors = [...atMost(requests, MAX_OF_EACH, `${at}.requests`), ...namedOnce(requests, `${at}.requests`)];
  errors.push(...requests.flatMap((request, index) => validateRequest(request, `${at}.requests[${index}]`)));
  errors.push(...atMost(constraints, MAX_OF_EACH, `${at}.constraints`));
  errors.push(...constraints.flatMap((one, index) => validateConstraint(one, names, `${at}.constraints[${index}]`)));
  errors.push(...atMost(config, MAX_OF_EACH, `${at}.config`));
  config.forEach(({ requests: about = [], opaque }, index) => {
    errors.push(...validateReferences(about, names, `${at}.config[${index}].requests`));
    if (!opaque) errors.push(required(`${at}.config[${index}].opaque`));
    else errors.push(...validateDriverName(opaque.driver, `${at}.config[${index}].opaque.driver`));
  });
  return errors;
}

const atMost = (list: readonly unknown[], most: number, at: string): FieldError[] =>
  list.length > most ? [tooMany(at, list.length, most)] : [];

const namedOnce = (list: readonly { readonly name: string }[], at: string): FieldError[] =>
  list.flatMap(({ name }, index) => (list.findIndex((one) => one.name === name) < index ? [duplicate(`${at}[${index}].name`, name)] : []));

function validateRequest({ name, exactly, firstAvailable = [] }: DeviceRequest, at: string): FieldError[] {
  const errors = named(name, `${at}.name`, isDNS1123Label);
  const words = 'exactly one of `exactly` or `firstAvailable` is required';
  if (exactly && firstAvailable.length > 0) return [...errors, invalid(at, null, `${words}, but multiple fields are set`)];
  if (exactly) return [...errors, ...validateAsked(exactly, `${at}.exactly`)];
  if (firstAvailable.length === 0) return [...errors, required(at, words)];
  const where = `${at}.firstAvailable`;
  return [
    ...errors,
    ...atMost(firstAvailable, MAX_ALTERNATIVES, where),
    ...namedOnce(firstAvailable, where),
    ...firstAvailable.flatMap((one, index) => [
      ...named(one.name, `${where}[${index}].name`, isDNS1123Label),
      ...validateAsked(one, `${where}[${index}]`),
    ]),
  ];
}

function validateAsked({ deviceClassName = '', selectors = [], allocationMode = '', count = 0 }: Asked, at: string): FieldError[] {
  const errors =
    deviceClassName === '' ? [required(`${at}.deviceClassName`)] : named(deviceClassName, `${at}.deviceClassName`, isDNS1123Subdomain);
  errors.push(...atMost(selectors, MAX_OF_EACH, `${at}.selectors`));
  selectors.forEach(({ cel }, index) => {
    if (!cel) errors.push(required(`${at}.selectors[${index}].cel`));
  });
  if (!MODES.includes(allocationMode)) errors.push(notSupported(`${at}.allocationMode`, allocationMode, MODES));
  else if (allocationMode === 'All' && count !== 0)
    errors.push(invalid(`${at}.count`, count, "must not be specified when allocationMode is 'All'"));
  else if (allocationMode === 'ExactCount' && count <= 0) errors.push(invalid(`${at}.count`, count, 'must be greater than zero'));
  return errors;
}

function validateConstraint(constraint: DeviceConstraint, names: readonly string[], at: string): FieldError[] {
  const { requests = [], matchAttribute, distinctAttribute } = constraint;
  const errors = validateReferences(requests, names, `${at}.requests`);
  if (matchAttribute === undefined && distinctAttribute === undefined) errors.push(required(`${at}.matchAttribute`));
  return errors;
}

function validateReferences(references: readonly string[], names: readonly string[], at: string): FieldError[] {
  return references.flatMap((name, index) =>
    names.includes(name)
      ? []
      : [
          invalid(
            `${at}[${index}]`,
            name,
            'must be the name of a request in the claim or the name of a request and a subrequest separated by a slash',
          ),
        ],
  );
}

const claims: Behaviour<Stored<ResourceV1ResourceClaim>> = {
  keptByStatus: ['labels', 'annotations', 'ownerReferences', 'finalizers'],
  defaults: (claim) => within(claim, 'spec', defaultSpec),
  validate: ({ spec }) => validateSpec(spec, 'spec'),
  validateUpdate: (claim, old) => validateImmutable(claim.spec, old.spec, 'spec'),
};

const templates: Behaviour<Stored<ResourceClaimTemplate>> = {
  defaults: (template) => within(template, 'spec', (spec) => within(spec, 'spec', defaultSpec)),
  validate: ({ spec }) => validateSpec(spec.spec ?? {}, 'spec.spec'),
  validateUpdate: (template, old) => validateImmutable(template.spec, old.spec, 'spec'),
};

const classes: Behaviour<Stored<DeviceClass>> = {
  generation: ['spec'],
  validate: ({ spec }) => (spec.selectors ?? []).flatMap(({ cel }, index) => (cel ? [] : [required(`spec.selectors[${index}].cel`)])),
};

export const DEVICE_KINDS = {
  resourceclaims: claims,
  resourceclaimtemplates: templates,
  deviceclasses: classes,
} as unknown as Readonly<Record<string, Behaviour<KubeObject>>>;
