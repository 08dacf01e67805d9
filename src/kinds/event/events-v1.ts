/** Events as the group events.k8s.io shows them: the same objects, with other names for some fields (source: pkg/apis/events/v1/conversion.go). */
import type { KubeObject } from '../../world/object.ts';
import { define } from '../define.ts';
import { events } from './index.ts';

type Bag = Readonly<Record<string, unknown>>;

/** The name of a field here, and in the core group. */
const NAMES: readonly (readonly [here: string, stored: string])[] = [
  ['regarding', 'involvedObject'],
  ['note', 'message'],
  ['reportingController', 'reportingComponent'],
  ['deprecatedSource', 'source'],
  ['deprecatedFirstTimestamp', 'firstTimestamp'],
  ['deprecatedLastTimestamp', 'lastTimestamp'],
  ['deprecatedCount', 'count'],
];
const TO_HERE = new Map(NAMES.map(([here, stored]) => [stored, here]));
const TO_STORED = new Map(NAMES);

const ABOUT = ['kind', 'namespace', 'name', 'uid', 'apiVersion', 'resourceVersion', 'fieldPath'];

export const eventsV1 = define('events.k8s.io/v1', 'events', {
  conversion: {
    storedAs: 'v1',
    view: (object) => renamed(object, TO_HERE),
    store: (object) => withParts(renamed(object, TO_STORED)),
    fields: {
      ...Object.fromEntries(ABOUT.map((one) => [`regarding.${one}`, `involvedObject.${one}`])),
      reason: 'reason',
      reportingController: 'reportingComponent',
      type: 'type',
    },
  },
  columns: events.columns as never,
});

function renamed(object: KubeObject, names: ReadonlyMap<string, string>): KubeObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [names.get(key) ?? key, value])) as unknown as KubeObject;
}

/** What an Event of the core group always has. */
function withParts(event: KubeObject): KubeObject {
  const { involvedObject = {}, source = {} } = event as KubeObject & Bag;
  return { ...event, involvedObject, source } as KubeObject;
}
