/**
 * What the describers of the kinds share. A describer writes one object as `kubectl describe` shows it; kubectl gives it
 * the writer and a way to ask the API for related objects.
 */
import { formatRFC1123Z, humanDuration } from '../api/values/duration.ts';
import { goSort } from '../api/values/go-sort.ts';
import type { Sys } from '../kernel/types.ts';
import type { KubeObject } from '../world/object.ts';
import type { Event } from './objects.ts';

/** Lines with a level of indentation; tabs separate the columns that the reader sees aligned. */
export interface DescribeWriter {
  write(level: number, text: string): void;
  /** What follows is aligned on its own. */
  flush(): void;
}

export interface DescribeContext {
  /** Virtual time, ms. */
  readonly now: number;
  readonly showEvents: boolean;
  /** One object by its path; undefined when it is not there or may not be seen. */
  get<T>(path: string): Sys<T | undefined>;
  /** The items of a list; undefined when it is not there or may not be seen. */
  list<T>(path: string, query?: Readonly<Record<string, string>>): Sys<readonly T[] | undefined>;
}

export type Describer<T extends KubeObject = KubeObject> = (object: T, writer: DescribeWriter, context: DescribeContext) => Sys<void>;

type Labels = Readonly<Record<string, string>> | undefined;

/** Annotations that describe does not show. */
const SKIPPED_ANNOTATIONS = new Set(['kubectl.kubernetes.io/last-applied-configuration']);
const MAX_ANNOTATION = 140;

/** `Labels:` and the like: one pair a line, in key order. */
export function writeLabels(
  w: DescribeWriter,
  title: string,
  labels: Labels,
  initialIndent = '',
  innerIndent = '\t',
  skip: ReadonlySet<string> = new Set(),
): void {
  const keys = Object.keys(labels ?? {})
    .filter((key) => !skip.has(key))
    .sort();
  w.write(0, `${initialIndent}${title}:${innerIndent}`);
  if (keys.length === 0) w.write(0, '<none>\n');
  keys.forEach((key, index) => {
    w.write(0, `${index === 0 ? '' : initialIndent + innerIndent}${key}=${labels?.[key]}\n`);
  });
}

/** `Annotations:`; long values go on lines of their own, cut off where they are too long. */
export function writeAnnotations(w: DescribeWriter, title: string, annotations: Labels): void {
  const keys = Object.keys(annotations ?? {})
    .filter((key) => !SKIPPED_ANNOTATIONS.has(key))
    .sort();
  w.write(0, `${title}:\t`);
  if (keys.length === 0) w.write(0, '<none>\n');
  keys.forEach((key, index) => {
    const value = (annotations?.[key] ?? '').replace(/\n$/, '');
    if (index > 0) w.write(0, '\t');
    if (value.length + key.length + 2 <= MAX_ANNOTATION && !value.includes('\n')) w.write(0, `${key}: ${value}\n`);
    else
      w.write(
        0,
        `${key}:\n${value
          .split('\n')
          .map((line) => `\t  ${shorten(line, MAX_ANNOTATION - 2)}\n`)
          .join('')}`,
      );
  });
}

function shorten(text: string, max: number): string {
  return text.length > max ? `${text.slice(0, max)}...` : text;
}

/** Name, Namespace, Labels, Annotations: how most descriptions start. */
export function writeHead(w: DescribeWriter, { metadata }: KubeObject): void {
  w.write(0, `Name:\t${metadata.name}\n`);
  if (metadata.namespace !== undefined) w.write(0, `Namespace:\t${metadata.namespace}\n`);
  writeLabels(w, 'Labels', metadata.labels);
  writeAnnotations(w, 'Annotations', metadata.annotations);
}

/** Name, Namespace, Selector, Labels, Annotations. */
export function writeHeadWithSelector(w: DescribeWriter, { metadata }: KubeObject, selector: string): void {
  w.write(0, `Name:\t${metadata.name}\n`);
  w.write(0, `Namespace:\t${metadata.namespace ?? ''}\n`);
  w.write(0, `Selector:\t${selector}\n`);
  writeLabels(w, 'Labels', metadata.labels);
  writeAnnotations(w, 'Annotations', metadata.annotations);
}

/** `ReplicaSet/web-1` of the owner that controls the object, or ''. */
export function controllerOf({ metadata }: KubeObject): string {
  const owner = metadata.ownerReferences?.find((one) => one.controller);
  return owner ? `${owner.kind}/${owner.name}` : '';
}

/** `Tue, 24 Nov 2026 02:22:57 +0000` */
export function timeText(time: string | undefined): string {
  return time === undefined ? 'Mon, 01 Jan 0001 00:00:00 +0000' : formatRFC1123Z(Date.parse(time));
}

/** Age of a time, or `<unknown>`. */
export function since(time: string | null | undefined, now: number): string {
  return time ? humanDuration(now - Date.parse(time)) : '<unknown>';
}

/** Type, Status, Reason of workloads' conditions. */
export function writeConditions(
  w: DescribeWriter,
  conditions: readonly { readonly type: string; readonly status: string; readonly reason?: string }[] | undefined,
): void {
  if (!conditions?.length) return;
  w.write(0, 'Conditions:\n  Type\tStatus\tReason\n');
  w.write(1, '----\t------\t------\n');
  for (const condition of conditions) w.write(1, `${condition.type} \t${condition.status}\t${condition.reason ?? ''}\n`);
}

/** Finds the events about an object. `kind: false`: whatever kind they name (Pods). */
export function* eventsOf(
  { metadata, kind }: KubeObject,
  context: DescribeContext,
  options: { kind?: boolean; uid?: string } = {},
): Sys<readonly Event[]> {
  const { name, namespace } = metadata;
  const selector = [
    `involvedObject.name=${name}`,
    ...(namespace === undefined ? [] : [`involvedObject.namespace=${namespace}`]),
    ...(options.kind === false ? [] : [`involvedObject.kind=${kind}`]),
    `involvedObject.uid=${options.uid ?? metadata.uid}`,
  ].join(',');
  const path = namespace === undefined ? '/api/v1/events' : `/api/v1/namespaces/${namespace}/events`;
  return (yield* context.list<Event>(path, { fieldSelector: selector })) ?? [];
}

/** The closing `Events:` section. */
export function* writeEvents(
  w: DescribeWriter,
  object: KubeObject,
  context: DescribeContext,
  options: { kind?: boolean; uid?: string } = {},
): Sys<void> {
  if (context.showEvents) writeEventList(w, yield* eventsOf(object, context, options), context.now);
}

export function writeEventList(w: DescribeWriter, events: readonly Event[], now: number): void {
  if (events.length === 0) {
    w.write(0, 'Events:\t<none>\n');
    return;
  }
  w.flush();
  w.write(0, 'Events:\n  Type\tReason\tAge\tFrom\tMessage\n');
  w.write(1, '----\t------\t----\t----\t-------\n');
  for (const event of goSort([...events], (a, b) => lastTimestamp(a) < lastTimestamp(b))) {
    const source = event.source?.component || event.reportingComponent || '';
    const fieldPath = event.involvedObject.fieldPath;
    const message = (event.message ?? '').trim();
    w.write(
      1,
      `${event.type ?? ''}\t${event.reason ?? ''}\t${eventAge(event, now)}\t${source}\t${fieldPath ? `${fieldPath}: ` : ''}${message}\n`,
    );
  }
}

/** Events of the newer API have none, and so come first. */
function lastTimestamp(event: Event): number {
  return event.lastTimestamp ? Date.parse(event.lastTimestamp) : 0;
}

/** `5s`, or `5s (x3 over 2m)` for one that happened more than once. */
export function eventAge(event: Event, now: number): string {
  const first = event.eventTime ? since(event.eventTime, now) : since(event.firstTimestamp, now);
  if (event.series) return `${since(event.series.lastObservedTime, now)} (x${event.series.count ?? 0} over ${first})`;
  return (event.count ?? 0) > 1 ? `${since(event.lastTimestamp, now)} (x${event.count} over ${first})` : first;
}

export const orNone = (text: string): string => (text === '' ? '<none>' : text);
export const boolText = (value: boolean | undefined): string => (value ? 'True' : 'False');
