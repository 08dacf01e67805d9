/** JSON as the API server itself sends it: what `--raw` prints and what comes through `kubectl proxy`. */
import { definitionOf } from '../../kinds/schema.ts';
import { type KeyOrder, marshalJson, printJson } from './json.ts';
import { structKeys } from './structorder.ts';

/**
 * The text of a body: objects of kinds that the server knows in the order of Go's struct fields, custom ones in the alphabet's, and
 * what the server only answers with (a Status, discovery, an event of a watch) as it was made. Indented text ends without a newline,
 * as Go's MarshalIndent does.
 */
export function wireText(body: unknown, pretty: boolean): string {
  if (typeof body !== 'object' || body === null) return body === undefined ? '' : JSON.stringify(body);
  const keysOf = orderOf(body);
  return pretty ? printJson(body, '  ', keysOf) : `${marshalJson(body, keysOf)}\n`;
}

function orderOf(body: object): KeyOrder {
  const { apiVersion, kind, items, metadata, object } = body as {
    readonly apiVersion?: unknown;
    readonly kind?: unknown;
    readonly items?: unknown;
    readonly metadata?: object;
    readonly object?: object;
  };
  if (object) {
    const inner = orderOf(object);
    return (fields) => (fields === body ? ['type', 'object'] : inner(fields));
  }
  const known = kind !== 'Status' && definitionOf(String(apiVersion), String(kind).replace(/List$/, '')) !== undefined;
  if (Array.isArray(items)) {
    const ordered = structKeys(body);
    const inside = new Set<unknown>(known ? items : []);
    return (fields) => {
      if (fields === metadata) return LIST_META.filter((key) => Object.hasOwn(fields, key));
      // In a list of a kind of its own nothing is said twice.
      return inside.has(fields) ? ordered(fields).filter((key) => key !== 'kind' && key !== 'apiVersion') : ordered(fields);
    };
  }
  return known || (metadata && 'uid' in metadata) ? structKeys(body) : Object.keys;
}

const LIST_META = ['resourceVersion', 'continue', 'remainingItemCount'];
