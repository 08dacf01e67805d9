/** Rules for nodes. */
import { type FieldError, forbidden, invalid, notSupported, required } from '../../api/field-errors.ts';
import { goStructText } from '../../api/go-json.ts';
import type { Rules } from '../../api/kind.ts';
import { isLabelValue, isQualifiedName } from '../../api/values/names.ts';
import type { Node } from '../objects.ts';

const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

function validate({ spec }: Node): FieldError[] {
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

export const nodeRules: Rules<Node> = {
  validate,
  validateUpdate: (node, old) => {
    const { podCIDR: now = '' } = node.spec;
    const { podCIDR: before = '' } = old.spec;
    return [
      ...validate(node),
      ...(before && now !== before ? [forbidden('spec.podCIDRs', 'node updates may not change podCIDR except from "" to valid')] : []),
    ];
  },
};
