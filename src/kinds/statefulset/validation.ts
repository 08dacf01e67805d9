/** Rules for statefulsets. */
import { equal } from '../../api/equal.ts';
import { type FieldError, forbidden, invalid, notSupported, required } from '../../api/field-errors.ts';
import { goStructText } from '../../api/go-json.ts';
import type { Rules } from '../../api/kind.ts';
import { countedStatus, ofReplicas } from '../counted-status.ts';
import { atMostAll, isNothing, validateAmount } from '../deployment/validation.ts';
import type { StatefulSet } from '../objects.ts';
import { nonNegative } from '../pod/containers.ts';
import { templateWarnings } from '../pod/warnings.ts';
import { validateSpecSelector, validateTemplate } from '../template-validation.ts';
import type { StatefulSetSpec } from '../types.gen.ts';

const POLICIES = ['OrderedReady', 'Parallel'];

const RETENTION = ['Retain', 'Delete'];

const STRATEGIES = ['RollingUpdate', 'OnDelete'];

/** What an update may change. */
const MUTABLE = [
  'minReadySeconds',
  'ordinals',
  'persistentVolumeClaimRetentionPolicy',
  'replicas',
  'revisionHistoryLimit',
  'template',
  'updateStrategy',
];

const IMMUTABLE =
  "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden";

/** Pods with a name, a place in the order and volumes of their own. */
const templateWarningsOf = templateWarnings<StatefulSet>(({ spec }) => spec.template, { named: false });

function validate({ spec }: StatefulSet): FieldError[] {
  const errors: FieldError[] = [];
  const { podManagementPolicy = '', updateStrategy, template } = spec;
  if (podManagementPolicy === '') errors.push(required('spec.podManagementPolicy'));
  else if (!POLICIES.includes(podManagementPolicy))
    errors.push(invalid('spec.podManagementPolicy', podManagementPolicy, "must be 'OrderedReady' or 'Parallel'"));
  const type = updateStrategy?.type ?? '';
  if (!STRATEGIES.includes(type))
    errors.push(invalid('spec.updateStrategy', goStructText({ Type: type, RollingUpdate: null }), "must be 'RollingUpdate' or 'OnDelete'"));
  const { partition, maxUnavailable } = updateStrategy?.rollingUpdate ?? {};
  if (type === 'OnDelete' && updateStrategy?.rollingUpdate) {
    const shown = goStructText({ Partition: partition ?? 0, MaxUnavailable: maxUnavailable });
    errors.push(invalid('spec.updateStrategy.rollingUpdate', shown, "only allowed for updateStrategy 'RollingUpdate'"));
  }
  if (type === 'RollingUpdate') errors.push(...nonNegative(partition ?? 0, 'spec.updateStrategy.rollingUpdate.partition'));
  if (type === 'RollingUpdate' && maxUnavailable !== undefined) {
    const at = 'spec.updateStrategy.rollingUpdate.maxUnavailable';
    errors.push(...validateAmount(maxUnavailable, at));
    if (isNothing(maxUnavailable)) errors.push(invalid(at, maxUnavailable, 'cannot be 0'));
    errors.push(...atMostAll(maxUnavailable, at));
  }
  for (const name of ['whenDeleted', 'whenScaled'] as const) {
    const policy = spec.persistentVolumeClaimRetentionPolicy?.[name] ?? 'Retain';
    if (!RETENTION.includes(policy)) errors.push(notSupported(`spec.persistentVolumeClaimRetentionPolicy.${name}`, policy, RETENTION));
  }
  errors.push(
    ...nonNegative(spec.replicas ?? 0, 'spec.replicas'),
    ...nonNegative(spec.ordinals?.start ?? 0, 'spec.ordinals.start'),
    ...nonNegative(spec.minReadySeconds ?? 0, 'spec.minReadySeconds'),
  );
  errors.push(...validateSpecSelector(spec.selector, 'empty selector is invalid for statefulset'));
  const claims = withClaims(spec);
  errors.push(...validateTemplate(spec.selector, claims, 'StatefulSet'));
  const restart = template.spec?.restartPolicy;
  return restart === undefined ? [...errors, notSupported('spec.template.spec.restartPolicy', '', ['Always'])] : errors;
}

/** The template with the volumes that the claims will add, which containers may mount. */
function withClaims({ template, volumeClaimTemplates = [] }: StatefulSetSpec): StatefulSetSpec['template'] {
  if (volumeClaimTemplates.length === 0 || !template.spec) return template;
  const volumes = volumeClaimTemplates.map(({ metadata }) => ({
    name: metadata?.name ?? '',
    persistentVolumeClaim: { claimName: metadata?.name ?? '' },
  }));
  const own = (template.spec.volumes ?? []).filter(({ name }) => !volumes.some((one) => one.name === name));
  return { ...template, spec: { ...template.spec, volumes: [...own, ...volumes] } };
}

export const statefulSetRules: Rules<StatefulSet> = {
  warnings: (statefulSet, old) => [
    ...templateWarningsOf(statefulSet, old),
    ...((statefulSet.spec.revisionHistoryLimit ?? 0) < 0
      ? ['spec.revisionHistoryLimit: a negative value retains all historical revisions; a value >= 0 is recommended']
      : []),
  ],
  validate,
  validateUpdate: (statefulSet, old) => {
    const restored = { ...statefulSet.spec } as Record<string, unknown>;
    for (const name of MUTABLE) restored[name] = (old.spec as unknown as Record<string, unknown>)[name];
    return [...validate(statefulSet), ...(equal(restored, old.spec) ? [] : [forbidden('spec', IMMUTABLE)])];
  },
  validateStatus: countedStatus({
    counts: [
      'replicas',
      'readyReplicas',
      'currentReplicas',
      'updatedReplicas',
      'availableReplicas',
      'observedGeneration',
      'collisionCount',
    ],
    parts: [
      ...ofReplicas('readyReplicas', 'currentReplicas', 'updatedReplicas', 'availableReplicas'),
      ['availableReplicas', 'readyReplicas', 'cannot be greater than status.readyReplicas'],
    ],
  }),
};
