/** What an Event may be (source: pkg/apis/core/validation/events.go). Through events.k8s.io more is asked of it than through the core group. */

import { equal } from '../../api/equal.ts';
import { type FieldError, invalid, required } from '../../api/field-errors.ts';
import type { KindContext, Rules } from '../../api/kind.ts';
import { isDNS1123Subdomain, isQualifiedName } from '../../api/values/names.ts';
import type { Event } from '../objects.ts';

const MAX_WORD = 128;
const MAX_NOTE = 1024;
const MISMATCH = 'does not match event.namespace';
/** What cannot be changed, with the names that errors give. */
const FIXED: readonly (readonly [field: keyof Event, name: string])[] = [
  ['involvedObject', 'involvedObject'],
  ['reason', 'reason'],
  ['message', 'message'],
  ['source', 'source'],
  ['firstTimestamp', 'firstTimestamp'],
  ['lastTimestamp', 'lastTimestamp'],
  ['count', 'count'],
  ['type', 'type'],
  ['eventTime', 'eventTime'],
  ['action', 'action'],
  ['related', 'related'],
  ['reportingComponent', 'reportingController'],
  ['reportingInstance', 'reportingInstance'],
];

export function validateEvent(event: Event, { version }: Pick<KindContext, 'version'>): FieldError[] {
  const errors = alwaysWrong(event);
  if (version === undefined) return errors;
  errors.push(...seriesErrors(event));
  if (!event.eventTime) errors.push(required('eventTime'));
  if (event.type !== 'Normal' && event.type !== 'Warning') errors.push(invalid('type', '', `has invalid value: ${event.type ?? ''}`));
  const unset = (field: string, given: unknown): void => {
    if (given) errors.push(invalid(field, '', 'needs to be unset'));
  };
  unset('firstTimestamp', event.firstTimestamp);
  unset('lastTimestamp', event.lastTimestamp);
  unset('count', event.count);
  unset('source', event.source?.component || event.source?.host);
  return errors;
}

export function validateEventUpdate(event: Event, old: Event, { version }: Pick<KindContext, 'version'>): FieldError[] {
  const errors = alwaysWrong(event);
  if (version === undefined) return errors;
  if (!equal(event.series, old.series)) errors.push(...seriesErrors(event));
  for (const [field, name] of FIXED)
    if (!equal(event[field], old[field])) errors.push(invalid(name, event[field] ?? '', 'field is immutable'));
  return errors;
}

function seriesErrors({ series }: Event): FieldError[] {
  if (!series) return [];
  return [
    ...((series.count ?? 0) < 2 ? [invalid('series.count', '', 'should be at least 2')] : []),
    ...(series.lastObservedTime ? [] : [required('series.lastObservedTime')]),
  ];
}

function alwaysWrong(event: Event): FieldError[] {
  const { metadata, eventTime } = event;
  const place = metadata.namespace ?? '';
  const errors = eventTime ? newStyle(event, place) : placeErrors(event, place);
  return [...errors, ...isDNS1123Subdomain(place).map((why) => invalid('namespace', place, why))];
}

function placeErrors({ involvedObject }: Event, place: string): FieldError[] {
  const about = involvedObject.namespace ?? '';
  const fits = about === '' ? place === '' || place === 'default' : place === about;
  return fits ? [] : [invalid('involvedObject.namespace', about, MISMATCH)];
}

/** Rules of Events that say when they happened in eventTime. */
function newStyle(event: Event, place: string): FieldError[] {
  const { involvedObject, reportingComponent = '', reportingInstance = '', action = '', reason = '', message = '' } = event;
  const errors: FieldError[] = [];
  if (!involvedObject.namespace && place !== 'default' && place !== 'kube-system')
    errors.push(invalid('involvedObject.namespace', '', MISMATCH));
  if (reportingComponent === '') errors.push(required('reportingController'));
  for (const why of isQualifiedName(reportingComponent)) errors.push(invalid('reportingController', reportingComponent, why));
  const word = (field: string, text: string): void => {
    if (text === '') errors.push(required(field));
    if (text.length > MAX_WORD) errors.push(invalid(field, '', `can have at most ${MAX_WORD} characters`));
  };
  word('reportingInstance', reportingInstance);
  word('action', action);
  word('reason', reason);
  if (message.length > MAX_NOTE) errors.push(invalid('message', '', `can have at most ${MAX_NOTE} characters`));
  return errors;
}

export const eventRules: Rules<Event> = {
  validate: validateEvent,
  validateUpdate: validateEventUpdate,
};
