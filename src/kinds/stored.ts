/** Table columns of kinds that are only stored, by plural (source: pkg/printers/internalversion/printers.go). */
import type { Column } from '../api/kind.ts';
import { formatLabels } from '../api/values/selector.ts';
import type { KubeObject } from '../world/object.ts';
import { ageColumn, containerColumns, integer, nameColumn, text } from './columns.ts';
import type { PodTemplateSpec } from './types.gen.ts';

type Stored = KubeObject & {
  readonly spec?: {
    readonly mutations?: readonly unknown[];
    readonly paramKind?: { readonly apiVersion?: string; readonly kind?: string };
    readonly paramRef?: { readonly name?: string; readonly namespace?: string };
    readonly policyName?: string;
    readonly validations?: readonly unknown[];
  };
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
  text<Stored>('ParamRef', ({ spec }) => (spec?.paramRef ? `${spec.paramRef.namespace ?? '*'}/${spec.paramRef.name ?? ''}` : '<unset>')),
  ageColumn,
];

const COLUMNS = {
  mutatingadmissionpolicies: policy('Mutations', ({ mutations }) => mutations),
  mutatingadmissionpolicybindings: binding,
  mutatingwebhookconfigurations: webhooks,
  podtemplates: [
    nameColumn,
    ...containerColumns<Stored>(({ template }) => template?.spec?.containers ?? []).map((column) => ({ ...column, priority: 0 })),
    text<Stored>('Pod Labels', ({ template }) => formatLabels(template?.metadata?.labels)),
  ],
  validatingadmissionpolicies: policy('Validations', ({ validations }) => validations),
  validatingadmissionpolicybindings: binding,
  validatingwebhookconfigurations: webhooks,
} as unknown as Readonly<Record<string, readonly Column<KubeObject>[]>>;

export const STORED = Object.entries(COLUMNS).map(([plural, columns]) => [plural, { columns }] as const);
