/** Rules for nodes. */
import { equal } from '../../api/equal.ts';
import { duplicate, type FieldError, forbidden, invalid, notSupported, required } from '../../api/field-errors.ts';
import { goStructText } from '../../api/go-json.ts';
import type { Rules } from '../../api/kind.ts';
import { isCIDR } from '../../api/values/cidr.ts';
import { isIPv6, isLabelValue, isQualifiedName } from '../../api/values/names.ts';
import type { Node } from '../objects.ts';
import { validateAmount } from '../pod/resources.ts';

const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

function validateTaints({ spec }: Node): FieldError[] {
  const errors: FieldError[] = [];
  const seen = new Set<string>();
  (spec.taints ?? []).forEach(({ key, value = '', effect, timeAdded }, index) => {
    const at = `metadata.taints[${index}]`;
    errors.push(...isQualifiedName(key).map((why) => invalid(`${at}.key`, key, why)));
    const wrong = isLabelValue(value);
    if (wrong.length > 0) errors.push(invalid(`${at}.value`, value, wrong.join(';')));
    if (!effect) errors.push(required(`${at}.effect`));
    else if (!EFFECTS.includes(effect)) errors.push(notSupported(`${at}.effect`, effect, EFFECTS));
    if (seen.has(`${key} ${effect}`))
      errors.push({
        type: 'duplicate',
        field: at,
        value: goStructText({ Key: key, Value: value, Effect: effect, TimeAdded: timeAdded ?? null }),
        detail: 'taints must be unique by key and effect pair',
      });
    seen.add(`${key} ${effect}`);
  });
  return errors;
}

const INTEGERS = ['pods', 'services', 'replicationcontrollers', 'resourcequotas', 'secrets', 'configmaps', 'persistentvolumeclaims'];

function validateCreated(node: Node): FieldError[] {
  return [...validateTaints(node), ...validateBlocks(blocksOf(node))];
}

/** What the older field of the two says counts where they differ. */
function blocksOf({ spec: { podCIDR = '', podCIDRs = [] } }: Node): readonly string[] {
  return podCIDR !== '' && podCIDRs[0] !== podCIDR ? [podCIDR] : podCIDRs;
}

/** The blocks of addresses of a node's Pods: one of each IP family. */
function validateBlocks(blocks: readonly string[]): FieldError[] {
  const at = 'spec.podCIDRs';
  const errors = blocks.flatMap((block, index) => isCIDR(block).map((why) => invalid(`${at}[${index}]`, block, why)));
  if (errors.length > 0 || blocks.length < 2) return errors;
  const families = new Set(blocks.map((block) => isIPv6(block.split('/')[0] as string)));
  return blocks.length > 2 || families.size < 2 ? [invalid(at, blocks, 'may specify no more than one CIDR for each IP family')] : [];
}

/** Rules of an update, be it of the node or of its status. */
function validateNodeUpdate(node: Node, old: Node): FieldError[] {
  const { spec, status } = node;
  const errors = (['capacity', 'allocatable'] as const).flatMap((list) =>
    Object.entries(status[list] ?? {}).flatMap(([name, amount]) =>
      validateAmount(name, amount, `status.${list}.${name}`, (one) => INTEGERS.includes(one)),
    ),
  );
  const addresses = status.addresses ?? [];
  addresses.forEach(({ type, address }, index) => {
    if (addresses.findIndex((one) => one.type === type && one.address === address) < index)
      errors.push(duplicate(`status.addresses[${index}]`, goStructText({ Type: type, Address: address })));
  });
  const before = blocksOf(old);
  if (before.length > 0 && !equal(before, blocksOf(node)))
    errors.push(forbidden('spec.podCIDRs', 'node updates may not change podCIDR except from "" to valid'));
  if (old.spec.providerID && old.spec.providerID !== spec.providerID)
    errors.push(forbidden('spec.providerID', 'node updates may not change providerID except from "" to valid'));
  return [...errors, ...validateTaints(node)];
}

export const nodeRules: Rules<Node> = {
  validate: validateCreated,
  validateUpdate: validateNodeUpdate,
  validateStatus: validateNodeUpdate,
};
