/** events */

import type { WatchEvent } from '../../api/types.ts';
import { goSort } from '../../api/values/go-sort.ts';
import { now, receive } from '../../kernel/sys.ts';
import { eventAge } from '../../kinds/describe.ts';
import type { Event } from '../../kinds/objects.ts';
import type { CommandBody } from '../cli/command.ts';
import { ALL_NAMESPACES, CHUNK_SIZE, printFlags } from '../cli/shared-flags.ts';
import { completeTypeAndName } from '../completion/live.ts';
import { CommandError, NoResourceMatchError } from '../errors.ts';
import { itemsOf, type JsonObject, metadataOf, textOf } from '../json.ts';
import { escapeTerminal, TabWriter } from '../output/table.ts';
import { objectPrinter, printWith } from '../printer.ts';
import { groupVersion } from '../resource/mapper.ts';

export const events: CommandBody = {
  usage:
    'events [(-o|--output=)json|yaml|kyaml|name|go-template|go-template-file|template|templatefile|jsonpath|jsonpath-as-json|jsonpath-file] [--for TYPE/NAME] [--watch] [--types=Normal,Warning]',
  long: 'Show what happened, oldest first: all of a namespace, of one resource (--for), or of a type (--types).',
  examples: [
    ['List recent events of the namespace', 'kubectl events'],
    ['List the events about a pod, and those that follow', 'kubectl events --for pod/web --watch'],
    ['List warnings only', 'kubectl events --types=Warning'],
  ],
  flags: [
    { name: 'watch', shorthand: 'w', type: 'bool', usage: 'After listing the requested events, watch for more events.' },
    ALL_NAMESPACES,
    {
      name: 'for',
      type: 'string',
      usage: 'Filter events to only those pertaining to the specified resource.',
      values: completeTypeAndName,
    },
    { name: 'types', type: 'slice', usage: 'Output only events of given types.', values: ['Normal', 'Warning'] },
    { name: 'no-headers', type: 'bool', usage: "When using the default output format, don't print headers." },
    ...printFlags(),
    CHUNK_SIZE,
  ],
  *run(invocation) {
    const { flags } = invocation;
    const printer = yield* objectPrinter(invocation, { typed: true });
    const namespace = yield* invocation.namespace();
    const all = flags.bool('all-namespaces');
    const types = flags.list('types');
    const wrong = types.find((type) => !/^(normal|warning)$/i.test(type));
    if (wrong !== undefined) throw new CommandError('valid --types are Normal or Warning');
    let fieldSelector = '';
    const about = flags.string('for');
    if (about !== '') {
      const [type = '', name, ...more] = about.split('/');
      if (more.length > 0) throw new CommandError('arguments in resource/name form may not have more than one slash');
      if (!type || !name) throw new CommandError('--for must be in resource/name form');
      const mapping = (yield* invocation.mapper()).find(type);
      if (!mapping) throw new NoResourceMatchError(type);
      fieldSelector = `involvedObject.kind=${mapping.kind},involvedObject.apiVersion=${groupVersion(mapping)},involvedObject.name=${name}`;
    }
    const client = yield* invocation.client();
    const path = all ? '/api/v1/events' : `/api/v1/namespaces/${namespace}/events`;
    const fits = (event: JsonObject): boolean =>
      types.length === 0 || types.some((type) => type.toLowerCase() === textOf(event['type']).toLowerCase());
    const writer = new TabWriter();
    let headers = !flags.bool('no-headers');
    const print = function* (list: readonly JsonObject[]) {
      const time = yield* now();
      const rows = list.map((event) => row(event as unknown as Event, time, all));
      if (headers) rows.unshift(`${all ? 'NAMESPACE\t' : ''}LAST SEEN\tTYPE\tREASON\tOBJECT\tMESSAGE\n`);
      headers = false;
      yield* invocation.out(writer.write(rows.join('')));
    };
    const found = yield* client.get(path, { fieldSelector });
    const list = (itemsOf(found) ?? []).filter(fits).map((event) => ({ apiVersion: 'v1', kind: 'Event', ...event }));
    if (!flags.bool('watch')) {
      if (list.length === 0) return yield* invocation.err(all ? 'No events found.\n' : `No events found in ${namespace} namespace.\n`);
      const sorted = goSort([...list], (a, b) => eventTime(a) < eventTime(b));
      // kubectl names objects one by one, and says nothing where it has a typed list.
      if (flags.string('output') === 'name') return;
      if (printer) yield* printWith(invocation, printer, { apiVersion: 'v1', items: sorted, kind: 'EventList', metadata: {} });
      else yield* print(sorted);
      return;
    }
    const show = function* (list: readonly JsonObject[]) {
      if (!printer) return yield* print(list);
      for (const event of list) yield* printWith(invocation, printer, event);
    };
    if (list.length > 0) yield* show(list);
    const channel = yield* client.watch(path, { fieldSelector, resourceVersion: textOf(metadataOf(found).resourceVersion) });
    for (;;) {
      const change = yield* receive<WatchEvent>(channel);
      if (change === null) return;
      const event = change.object as unknown as JsonObject;
      if ((change.type === 'ADDED' || change.type === 'MODIFIED') && fits(event))
        yield* show([{ apiVersion: 'v1', kind: 'Event', ...event }]);
    }
  },
};

function row(event: Event, time: number, withNamespace: boolean): string {
  const { kind = '', name = '' } = event.involvedObject;
  const cells = [eventAge(event, time), event.type ?? '', event.reason ?? '', `${kind}/${name}`, (event.message ?? '').trim()].map(
    escapeTerminal,
  );
  return `${withNamespace ? `${event.metadata.namespace}\t` : ''}${cells.join('\t')}\n`;
}

/** When an event last happened: of its series, its last time, or when it was made. */
function eventTime(event: JsonObject): number {
  const { series, lastTimestamp, eventTime: time, metadata } = event as unknown as Event;
  return Date.parse(series?.lastObservedTime ?? lastTimestamp ?? time ?? metadata.creationTimestamp);
}
