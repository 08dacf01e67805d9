/** Table columns of kinds that are only stored, by plural (source: pkg/printers/internalversion/printers.go). */
import { equal } from '../api/equal.ts';
import { required } from '../api/field-errors.ts';
import type { Column } from '../api/kind.ts';
import { canonicalQuantity } from '../api/values/quantity.ts';
import { formatLabels } from '../api/values/selector.ts';
import type { KubeObject } from '../world/object.ts';
import { bindingErrors, mutatingPolicyErrors, validatingBindingErrors, validatingPolicyErrors } from './admissionpolicy/validation.ts';
import { webhookErrors } from './admissionpolicy/webhooks.ts';
import { ageColumn, containerColumns, integer, nameColumn, text } from './columns.ts';
import { csiDriver } from './csidriver/index.ts';
import type { Behaviour } from './define.ts';
import { DEVICE_KINDS } from './resourceclaim/index.ts';
import { validateImmutable } from './template-validation.ts';
import type { LabelSelector, PodTemplateSpec } from './types.gen.ts';

const DEFAULT_ATTRIBUTES = 'volumeattributesclass.kubernetes.io/is-default-class';

type Stored = KubeObject & {
  readonly capacity?: string | number;
  readonly driverName?: string;
  readonly spec?: {
    readonly attachRequired?: boolean;
    readonly attacher?: string;
    readonly driver?: string;
    readonly mutations?: readonly unknown[];
    readonly paramKind?: { readonly apiVersion?: string; readonly kind?: string };
    readonly nodeName?: string;
    readonly paramRef?: { readonly name?: string; readonly namespace?: string; readonly selector?: LabelSelector };
    readonly podInfoOnMount?: boolean;
    readonly policyName?: string;
    readonly pool?: { readonly name?: string };
    readonly requiresRepublish?: boolean;
    readonly source?: { readonly persistentVolumeName?: string };
    readonly storageCapacity?: boolean;
    readonly tokenRequests?: readonly { readonly audience: string }[];
    readonly validations?: readonly unknown[];
    readonly volumeLifecycleModes?: readonly string[];
  };
  readonly status?: { readonly allocation?: object; readonly attached?: boolean; readonly reservedFor?: readonly unknown[] };
  readonly storageClassName?: string;
  readonly template?: PodTemplateSpec;
  readonly webhooks?: readonly unknown[];
};

const webhooks = [nameColumn, integer<Stored>('Webhooks', (one) => one.webhooks?.length ?? 0), ageColumn];
const policy = (name: string, of: (spec: NonNullable<Stored['spec']>) => readonly unknown[] | undefined) => [
  nameColumn,
  integer<Stored>(name, ({ spec = {} }) => of(spec)?.length ?? 0),
  text<Stored>('ParamKind', ({ spec }) => (spec?.paramKind ? `${spec.paramKind.apiVersion}/${spec.paramKind.kind}` : '<unset>')),
  ageColumn,
];
const binding = [
  nameColumn,
  text<Stored>('PolicyName', ({ spec }) => spec?.policyName ?? ''),
  text<Stored>('ParamRef', ({ spec }) => paramText(spec?.paramRef)),
  ageColumn,
];
const bool = (name: string, of: (one: Stored) => boolean): Column<Stored> => ({ name, type: 'boolean', cell: of });
const named = (name: string, of: (spec: NonNullable<Stored['spec']>) => string | undefined): Column<Stored> =>
  text(name, ({ spec = {} }) => of(spec) ?? '');

function paramText({ name, namespace, selector }: NonNullable<NonNullable<Stored['spec']>['paramRef']> = {}): string {
  if (name) return `${namespace || '*'}/${name}`;
  return selector ? selectorText(selector) : '<unset>';
}

/** A selector as Go's generated String() has it. */
function selectorText({ matchLabels, matchExpressions = [] }: LabelSelector): string {
  const labels = Object.keys(matchLabels ?? {}).sort();
  const expressions = matchExpressions.map(
    ({ key, operator, values = [] }) => `LabelSelectorRequirement{Key:${key},Operator:${operator},Values:[${values.join(' ')}],},`,
  );
  const map = labels.map((key) => `${key}: ${matchLabels?.[key]},`).join('');
  return `&LabelSelector{MatchLabels:map[string]string{${map}},MatchExpressions:[]LabelSelectorRequirement{${expressions.join('')}},}`;
}

function claimState({ metadata, status }: Stored): string {
  const gone = metadata.deletionTimestamp !== undefined;
  const words = gone ? ['deleted'] : [];
  if (!status?.allocation) return gone ? 'deleted' : 'pending';
  return [...words, 'allocated', ...(status.reservedFor?.length ? ['reserved'] : [])].join(',');
}

const COLUMNS = {
  csidrivers: [
    nameColumn,
    bool('AttachRequired', ({ spec }) => spec?.attachRequired ?? true),
    bool('PodInfoOnMount', ({ spec }) => spec?.podInfoOnMount ?? false),
    bool('StorageCapacity', ({ spec }) => spec?.storageCapacity ?? false),
    named('TokenRequests', ({ tokenRequests }) => tokenRequests?.map(({ audience }) => audience).join(',') ?? '<unset>'),
    bool('RequiresRepublish', ({ spec }) => spec?.requiresRepublish ?? false),
    named('Modes', ({ volumeLifecycleModes }) => volumeLifecycleModes?.join(',') || '<none>'),
    ageColumn,
  ],
  csistoragecapacities: [
    nameColumn,
    text<Stored>('StorageClassName', ({ storageClassName }) => storageClassName ?? ''),
    text<Stored>('Capacity', ({ capacity }) => (capacity === undefined ? '<unset>' : canonicalQuantity(capacity))),
  ],
  deviceclasses: [nameColumn, ageColumn],
  mutatingadmissionpolicies: policy('Mutations', ({ mutations }) => mutations),
  mutatingadmissionpolicybindings: binding,
  mutatingwebhookconfigurations: webhooks,
  podtemplates: [
    nameColumn,
    ...containerColumns<Stored>(({ template }) => template?.spec?.containers ?? []).map((column) => ({ ...column, priority: 0 })),
    text<Stored>('Pod Labels', ({ template }) => formatLabels(template?.metadata?.labels)),
  ],
  resourceclaims: [nameColumn, text('State', claimState), ageColumn],
  resourceclaimtemplates: [nameColumn, ageColumn],
  resourceslices: [
    nameColumn,
    named('Node', ({ nodeName }) => nodeName),
    named('Driver', ({ driver }) => driver),
    named('Pool', ({ pool }) => pool?.name),
    ageColumn,
  ],
  validatingadmissionpolicies: policy('Validations', ({ validations }) => validations),
  validatingadmissionpolicybindings: binding,
  validatingwebhookconfigurations: webhooks,
  volumeattachments: [
    nameColumn,
    named('Attacher', ({ attacher }) => attacher),
    named('PV', ({ source }) => source?.persistentVolumeName),
    named('Node', ({ nodeName }) => nodeName),
    bool('Attached', ({ status }) => status?.attached ?? false),
    ageColumn,
  ],
  volumeattributesclasses: [
    {
      ...nameColumn,
      cell: ({ metadata }: Stored) =>
        metadata.annotations?.[DEFAULT_ATTRIBUTES] === 'true' ? `${metadata.name} (default)` : metadata.name,
    },
    text<Stored>('DriverName', ({ driverName }) => driverName ?? ''),
    ageColumn,
  ],
} as unknown as Readonly<Record<string, readonly Column<KubeObject>[]>>;

type Bag = Readonly<Record<string, unknown>>;
type Attributes = { readonly parameters?: object };

/** With what a field lacks; `undefined` stays so where the whole is not there. */
const filled = (value: unknown, more: Bag): Bag | undefined => (value === undefined ? undefined : { ...more, ...(value as Bag) });

function matchDefaults(match: unknown): Bag | undefined {
  const made = filled(match, { matchPolicy: 'Equivalent', namespaceSelector: {}, objectSelector: {} });
  if (!made) return undefined;
  const rules = Object.fromEntries(
    ['resourceRules', 'excludeResourceRules']
      .filter((name) => made[name] !== undefined)
      .map((name) => [name, (made[name] as Bag[]).map((rule) => filled(rule, { scope: '*' }))]),
  );
  return { ...made, ...rules };
}

/** The defaults of policies and bindings (source: pkg/apis/admissionregistration/v1/defaults.go). */
function specDefaults(more: Bag, match: string) {
  return (object: KubeObject): KubeObject => {
    const spec = { ...more, ...(object as Stored).spec } as Bag;
    return { ...object, spec: { ...spec, ...(spec[match] !== undefined && { [match]: matchDefaults(spec[match]) }) } } as KubeObject;
  };
}

function webhookDefaults(more: Bag) {
  const all = { failurePolicy: 'Fail', matchPolicy: 'Equivalent', namespaceSelector: {}, objectSelector: {}, timeoutSeconds: 10, ...more };
  return (object: KubeObject): KubeObject => {
    const webhooks = (object as Stored).webhooks?.map((given) => {
      const made = filled(given, all) as Bag;
      const rules = (made['rules'] as Bag[] | undefined)?.map((rule) => filled(rule, { scope: '*' }));
      const client = made['clientConfig'] as Bag | undefined;
      return {
        ...made,
        ...(rules && { rules }),
        ...(client?.['service'] !== undefined && { clientConfig: { ...client, service: filled(client['service'], { port: 443 }) } }),
      };
    });
    return { ...object, ...(webhooks && { webhooks }) } as KubeObject;
  };
}

/** What the status controller says of a policy whose expressions it has looked at. */
const looked = (object: KubeObject, observedGeneration: number): KubeObject =>
  ({ ...object, status: { observedGeneration, typeChecking: {} } }) as KubeObject;

const BEHAVIOURS = {
  ...DEVICE_KINDS,
  csidrivers: csiDriver,
  mutatingadmissionpolicies: {
    generation: ['spec'],
    validate: mutatingPolicyErrors,
    defaults: specDefaults({ failurePolicy: 'Fail', reinvocationPolicy: 'Never' }, 'matchConstraints'),
  },
  mutatingadmissionpolicybindings: { generation: ['spec'], validate: bindingErrors, defaults: specDefaults({}, 'matchResources') },
  mutatingwebhookconfigurations: {
    generation: ['webhooks'],
    validate: webhookErrors,
    defaults: webhookDefaults({ reinvocationPolicy: 'Never' }),
  },
  validatingadmissionpolicies: {
    generation: ['spec'],
    validate: validatingPolicyErrors,
    defaults: specDefaults({ failurePolicy: 'Fail' }, 'matchConstraints'),
    prepareCreate: (policy: KubeObject) => looked(policy, 1),
    prepareUpdate: (policy: KubeObject, old: KubeObject) =>
      looked(policy, (old.metadata.generation ?? 1) + (equal((policy as Stored).spec, (old as Stored).spec) ? 0 : 1)),
  },
  validatingadmissionpolicybindings: {
    generation: ['spec'],
    validate: validatingBindingErrors,
    defaults: specDefaults({}, 'matchResources'),
  },
  volumeattachments: {
    validate: ({ spec = {} }: Stored) => [
      ...(spec.attacher ? [] : [required('spec.attacher')]),
      ...(spec.source?.persistentVolumeName
        ? []
        : [required('spec.source', 'must specify exactly one of inlineVolumeSpec and persistentVolumeName')]),
      ...(spec.nodeName ? [] : [required('spec.nodeName')]),
    ],
    validateUpdate: (now: Stored, old: Stored) => validateImmutable(now.spec, old.spec, 'spec'),
  },
  volumeattributesclasses: {
    validate: ({ driverName = '' }: Stored) => (driverName === '' ? [required('driverName')] : []),
    validateUpdate: (now: Stored & Attributes, old: Stored & Attributes) => [
      ...validateImmutable(now.driverName, old.driverName, 'driverName'),
      ...validateImmutable(now.parameters, old.parameters, 'parameters'),
    ],
  },
  validatingwebhookconfigurations: { generation: ['webhooks'], validate: webhookErrors, defaults: webhookDefaults({}) },
} as unknown as Readonly<Record<string, Behaviour<KubeObject>>>;

export const STORED: readonly (readonly [plural: string, behaviour: Behaviour<KubeObject>])[] = Object.entries(COLUMNS).map(
  ([plural, columns]) => [plural, { ...BEHAVIOURS[plural], columns }],
);
