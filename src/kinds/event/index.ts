import { age, integer, nameColumn, text } from '../columns.ts';
import { define } from '../define.ts';
import type { Event } from '../objects.ts';

/** Something that happened to an object. */
export const events = define<Event>('v1', 'events', {
  selectableFields: {
    'involvedObject.kind': ({ involvedObject }) => involvedObject.kind ?? '',
    'involvedObject.namespace': ({ involvedObject }) => involvedObject.namespace ?? '',
    'involvedObject.name': ({ involvedObject }) => involvedObject.name ?? '',
    'involvedObject.uid': ({ involvedObject }) => involvedObject.uid ?? '',
    'involvedObject.apiVersion': ({ involvedObject }) => involvedObject.apiVersion ?? '',
    'involvedObject.resourceVersion': ({ involvedObject }) => involvedObject.resourceVersion ?? '',
    'involvedObject.fieldPath': ({ involvedObject }) => involvedObject.fieldPath ?? '',
    reason: ({ reason }) => reason ?? '',
    reportingComponent: ({ reportingComponent }) => reportingComponent ?? '',
    source: ({ source, reportingComponent }) => source?.component || (reportingComponent ?? ''),
    type: ({ type }) => type ?? '',
  },
  columns: [
    text('Last Seen', lastSeen),
    text('Type', ({ type }) => type ?? ''),
    text('Reason', ({ reason }) => reason ?? ''),
    text('Object', ({ involvedObject: { kind = '', name } }) => (name ? `${kind.toLowerCase()}/${name}` : kind.toLowerCase())),
    text('Subobject', ({ involvedObject }) => involvedObject.fieldPath ?? '', true),
    text('Source', sourceText, true),
    text('Message', ({ message }) => (message ?? '').trim()),
    text('First Seen', firstSeen, true),
    integer('Count', ({ series, count }) => series?.count ?? (count || 1), true),
    { ...nameColumn, priority: 1 },
  ],
});

function firstSeen({ firstTimestamp, eventTime }: Event, now: number): string {
  return age(firstTimestamp ?? eventTime, now);
}

function lastSeen(event: Event, now: number): string {
  if (event.series) return age(event.series.lastObservedTime, now);
  return event.lastTimestamp ? age(event.lastTimestamp, now) : firstSeen(event, now);
}

function sourceText({ source, reportingComponent, reportingInstance }: Event): string {
  const [component, host] = [source?.component || (reportingComponent ?? ''), source?.host || reportingInstance];
  return host ? `${component}, ${host}` : component;
}
