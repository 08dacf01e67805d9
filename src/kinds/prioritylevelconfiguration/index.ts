import type { Column } from '../../api/kind.ts';
import type { KubeObject } from '../../world/object.ts';
import { ageColumn, nameColumn, text } from '../columns.ts';
import { define } from '../define.ts';
import { fill, within } from '../fill.ts';
import { implied } from '../implied.ts';
import type { Stored } from '../objects.ts';
import type * as gen from '../types.gen.ts';
import { validatePriorityLevel } from './validation.ts';

interface Queuing {
  readonly handSize: number;
  readonly queueLengthLimit: number;
  readonly queues: number;
}
interface PriorityLevelConfiguration extends KubeObject {
  readonly spec: {
    readonly exempt?: { readonly lendablePercent?: number; readonly nominalConcurrencyShares?: number };
    readonly limited?: {
      readonly lendablePercent?: number;
      readonly limitResponse: { readonly queuing?: Queuing; readonly type: string };
      readonly nominalConcurrencyShares?: number;
    };
    readonly type: string;
  };
  readonly status?: object;
}

/** Shares, percent that may be lent, and queues, hand size, queue length (source: apiserver/pkg/apis/flowcontrol/bootstrap). */
const LEVELS: Readonly<Record<string, readonly number[]>> = {
  'catch-all': [5, 0],
  exempt: [],
  'global-default': [20, 50, 128, 6, 50],
  'leader-election': [10, 0, 16, 4, 50],
  'node-high': [40, 25, 64, 6, 50],
  system: [30, 33, 64, 6, 50],
  'workload-high': [40, 50, 128, 6, 50],
  'workload-low': [100, 90, 128, 6, 50],
};

const queuing = ({ spec }: PriorityLevelConfiguration) => spec.limited?.limitResponse.queuing;
const number = (name: string, of: (one: PriorityLevelConfiguration) => number | undefined): Column<PriorityLevelConfiguration> =>
  text(name, (one) => `${of(one) ?? '<none>'}`);

/** Source: pkg/apis/flowcontrol/v1/defaults.go. */
function defaultSpec(spec: PriorityLevelConfiguration['spec']): PriorityLevelConfiguration['spec'] {
  const exempt = within(spec, 'exempt', (given) => fill(given, { nominalConcurrencyShares: 0, lendablePercent: 0 }));
  return within(exempt, 'limited', (given) =>
    within(fill(given, { nominalConcurrencyShares: 30, lendablePercent: 0 }), 'limitResponse', (response) =>
      within(response, 'queuing', ({ queues, handSize, queueLengthLimit }) => ({
        queues: queues || 64,
        handSize: handSize || 8,
        queueLengthLimit: queueLengthLimit || 50,
      })),
    ),
  );
}

/** How many requests of a level the server takes at a time; those that it makes itself. */
export const priorityLevelConfigurations = define<PriorityLevelConfiguration>(
  'flowcontrol.apiserver.k8s.io/v1',
  'prioritylevelconfigurations',
  {
    generation: ['spec'],
    keptByStatus: ['labels', 'annotations', 'ownerReferences', 'finalizers'],
    defaults: (level) => within(level, 'spec', defaultSpec),
    validate: (level) => validatePriorityLevel(level as unknown as Stored<gen.PriorityLevelConfiguration>),
    implied: (world) =>
      Object.entries(LEVELS).map(
        ([name, [nominalConcurrencyShares = 0, lendablePercent = 0, queues, handSize = 0, queueLengthLimit = 0]]) => {
          const limitResponse = queues ? { queuing: { handSize, queueLengthLimit, queues }, type: 'Queue' } : { type: 'Reject' };
          const spec =
            name === 'exempt'
              ? { exempt: { lendablePercent, nominalConcurrencyShares }, type: 'Exempt' }
              : { limited: { lendablePercent, limitResponse, nominalConcurrencyShares }, type: 'Limited' };
          const body = { apiVersion: 'flowcontrol.apiserver.k8s.io/v1', kind: 'PriorityLevelConfiguration', spec, status: {} };
          return implied<PriorityLevelConfiguration>(world, body, {
            annotations: { 'apf.kubernetes.io/autoupdate-spec': 'true' },
            generation: 1,
            name,
          });
        },
      ),
    columns: [
      nameColumn,
      text('Type', ({ spec }) => spec.type),
      number('NominalConcurrencyShares', ({ spec }) => spec.limited?.nominalConcurrencyShares),
      number('Queues', (one) => queuing(one)?.queues),
      number('HandSize', (one) => queuing(one)?.handSize),
      number('QueueLengthLimit', (one) => queuing(one)?.queueLengthLimit),
      ageColumn,
    ],
  },
);
