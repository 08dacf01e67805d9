/** Changes made to YAML text in place, so that comments, quotes and empty lines stay. Loaded for texts that have comments. */
import { type Document, isMap, isScalar, isSeq, type Node, type Pair, parseAllDocuments, type YAMLMap, type YAMLSeq } from 'yaml';

/**
 * The text with each document turned into the value of the same place.
 * @param indent blanks a level
 * @returns undefined where the text does not have just as many documents, or is not for this reader
 */
export function withComments(text: string, values: readonly unknown[], indent: number): string | undefined {
  const documents = parseAllDocuments(text, { version: '1.2' });
  if (!Array.isArray(documents) || documents.length !== values.length) return undefined;
  if (documents.some((document) => document.errors.length > 0)) return undefined;
  for (const [i, document] of documents.entries()) {
    const changed = merged(document, document.contents as Node | null, values[i]);
    if (changed !== document.contents) document.contents = changed as typeof document.contents;
  }
  return documents
    .map((document) => document.toString({ indent, lineWidth: 0, flowCollectionPadding: false }))
    .join(documents.length > 1 && !/^---/m.test(documents[1]?.toString() ?? '') ? '---\n' : '');
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The node changed into the value: itself where it can be, with what it says beside its value. */
function merged(document: Document, node: Node | null, value: unknown): Node {
  if (node && isMap(node) && typeof value === 'object' && value !== null && !Array.isArray(value)) {
    mergeMap(document, node, value as Readonly<Record<string, unknown>>);
    return node;
  }
  if (node && isSeq(node) && Array.isArray(value)) {
    mergeSeq(document, node, value);
    return node;
  }
  if (node && isScalar(node) && (typeof value !== 'object' || value === null)) {
    if (node.value !== value) {
      node.value = value;
      delete node.source;
    }
    return node;
  }
  return document.createNode(value) as Node;
}

const keyOf = (pair: Pair): string => String(isScalar(pair.key) ? pair.key.value : pair.key);

function mergeMap(document: Document, map: YAMLMap, value: Readonly<Record<string, unknown>>): void {
  map.items = map.items.filter((pair) => Object.hasOwn(value, keyOf(pair)));
  for (const [key, item] of Object.entries(value)) {
    const pair = map.items.find((one) => keyOf(one) === key);
    if (pair) pair.value = merged(document, pair.value as Node | null, item);
    else map.add(document.createPair(key, item) as Pair);
  }
}

/** Items that are still there keep their nodes, those behind one that went too. */
function mergeSeq(document: Document, seq: YAMLSeq, value: readonly unknown[]): void {
  const old = seq.items.map((item) => ({ node: item as Node, value: (item as Node).toJS(document) as unknown }));
  const removed = old.length - value.length;
  let at = 0;
  seq.items = value.map((item) => {
    if (removed > 0) {
      const found = old.findIndex((one, i) => i >= at && same(one.value, item));
      if (found >= 0) {
        at = found + 1;
        return old[found]?.node;
      }
    }
    const node = old[at++]?.node ?? null;
    return merged(document, node, item);
  });
}
