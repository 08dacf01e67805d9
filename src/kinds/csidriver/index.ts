/** What is known of a CSI driver (source: pkg/apis/storage/v1/defaults.go and pkg/apis/storage/validation, ValidateCSIDriver). */
import { duplicate, type FieldError, invalid, notSupported, required, tooLong } from '../../api/field-errors.ts';
import { isDNS1123Subdomain } from '../../api/values/names.ts';
import type { Behaviour } from '../define.ts';
import { fill, within } from '../fill.ts';
import type { Stored } from '../objects.ts';
import { validateImmutable } from '../template-validation.ts';
import type { CSIDriver, CSIDriverSpec } from '../types.gen.ts';

const MAX_NAME = 63;
const GROUP_POLICIES = ['File', 'None', 'ReadWriteOnceWithFSType'];
const MODES = ['Ephemeral', 'Persistent'];
const DEFAULTS: CSIDriverSpec = {
  attachRequired: true,
  podInfoOnMount: false,
  storageCapacity: false,
  fsGroupPolicy: 'ReadWriteOnceWithFSType',
  volumeLifecycleModes: ['Persistent'],
  requiresRepublish: false,
  seLinuxMount: false,
};

/** The name by which volumes call their driver. */
export function validateDriverName(name: string, at: string): FieldError[] {
  const errors = name === '' ? [required(at)] : [];
  if (name.length > MAX_NAME) errors.push(tooLong(at, MAX_NAME));
  return [...errors, ...isDNS1123Subdomain(name.toLowerCase()).map((why) => invalid(at, name, why))];
}

function validate({ metadata, spec }: Stored<CSIDriver>): FieldError[] {
  const errors = validateDriverName(metadata.name, 'metadata.name');
  const { fsGroupPolicy = '', tokenRequests = [], volumeLifecycleModes = [] } = spec;
  if (!GROUP_POLICIES.includes(fsGroupPolicy)) errors.push(notSupported('spec.fsGroupPolicy', fsGroupPolicy, GROUP_POLICIES));
  tokenRequests.forEach(({ audience, expirationSeconds }, index) => {
    const at = `spec.tokenRequests[${index}]`;
    if (tokenRequests.findIndex((one) => one.audience === audience) < index) errors.push(duplicate(`${at}.audience`, audience));
    if (expirationSeconds !== undefined && expirationSeconds < 600)
      errors.push(invalid(`${at}.expirationSeconds`, expirationSeconds, 'may not specify a duration less than 10 minutes'));
  });
  volumeLifecycleModes.forEach((mode, index) => {
    if (!MODES.includes(mode)) errors.push(notSupported(`spec.volumeLifecycleModes[${index}]`, mode, MODES));
  });
  return errors;
}

export const csiDriver: Behaviour<Stored<CSIDriver>> = {
  generation: ['spec'],
  defaults: (driver) => within(driver, 'spec', (spec) => fill(spec, DEFAULTS)),
  validate,
  validateUpdate: (driver, old) => [
    ...validate(driver),
    ...validateImmutable(driver.spec.attachRequired, old.spec.attachRequired, 'spec.attachedRequired'),
    ...validateImmutable(driver.spec.volumeLifecycleModes, old.spec.volumeLifecycleModes, 'spec.volumeLifecycleModes'),
  ],
};
