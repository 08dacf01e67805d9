/** A text of manifests, document by document: what kubectl reads in it, and where each value stands. */
import { isAlias, isMap, isNode, isScalar, isSeq, type Node, type Pair, parseDocument, type Document as Tree } from 'yaml';
import { readYaml, YamlError } from '../kubectl/output/yaml.ts';

/** Offsets in the text; `end` is the first one after it. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface ManifestDocument extends Range {
  /** As kubectl reads it; undefined where there is nothing, or nothing that can be read. */
  readonly value: unknown;
  /** Why it cannot be read, in kubectl's words. */
  readonly syntax: (Range & { readonly message: string }) | undefined;
  /** Keys that stand there twice in one mapping. */
  readonly twice: readonly (Range & { readonly key: string })[];
  readonly contents: Node | null;
}

/** Names of fields and indexes of lists, from the top. */
export type Path = readonly (string | number)[];

/** Where each document stands: what is between the lines that start with `---`, as kubectl splits a file. */
export function rangesOf(text: string): (Range & { readonly separator: string })[] {
  const ranges: { start: number; end: number; separator: string }[] = [];
  let [at, start, separator] = [0, 0, ''];
  for (const line of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    if (line.startsWith('---')) {
      ranges.push({ start, end: at, separator });
      start = at + line.length;
      separator = line.slice(3).trim();
    }
    at += line.length;
  }
  ranges.push({ start, end: at, separator });
  return ranges;
}

export function documentsOf(text: string): ManifestDocument[] {
  return rangesOf(text).map(({ start, end, separator }) => {
    const part = text.slice(start, end);
    const tree = parseDocument(part, { prettyErrors: false, version: '1.1', uniqueKeys: true, strict: false });
    const shift = ([from, to]: readonly [number, number, ...number[]]): Range => ({
      start: start + from,
      end: start + Math.max(to, from + 1),
    });
    const twice = tree.errors
      .filter(({ code }) => code === 'DUPLICATE_KEY')
      .map(({ pos: [at] }) => {
        const key = /^["']?([^\s:"']*)/.exec(part.slice(at))?.[1] ?? '';
        return { ...shift([at, at + key.length]), key };
      });
    const wrong = tree.errors.find(({ code }) => code !== 'DUPLICATE_KEY');
    if (separator !== '' && !separator.startsWith('#')) {
      const lineStart = text.lastIndexOf('\n', start - 2) + 1;
      const message = `invalid Yaml document separator: ${separator}`;
      return { start, end, value: undefined, syntax: { start: lineStart, end: start - 1, message }, twice: [], contents: null };
    }
    const read = readPart(part);
    const syntax =
      'message' in read ? { ...(wrong ? shift(wrong.pos) : lineRange(part, start, read.line)), message: read.message } : undefined;
    return { start, end, value: 'value' in read ? read.value : undefined, syntax, twice, contents: movedContents(tree, start) };
  });
}

function readPart(part: string): { value: unknown } | { message: string; line: number } {
  try {
    return { value: readYaml(part)[0] };
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    // The line is shown where it is; kubectl counts from the document's start, and often one off.
    const [, line = '1'] = /line (\d+): /.exec(error.message) ?? [];
    return { message: error.message.replace(/^error converting YAML to JSON: /, '').replace(/line \d+: /, ''), line: Number(line) };
  }
}

function lineRange(part: string, start: number, line: number): Range {
  const lines = part.split('\n');
  const at = Math.min(line, lines.length) - 1;
  const before = lines.slice(0, at).join('\n').length + (at > 0 ? 1 : 0);
  const indent = /^\s*/.exec(lines[at] ?? '')?.[0].length ?? 0;
  return { start: start + before + indent, end: start + before + Math.max(indent + 1, lines[at]?.trimEnd().length ?? 0) };
}

/** The tree's nodes with offsets in the whole text. */
function movedContents(tree: Tree, by: number): Node | null {
  const move = (node: unknown): void => {
    if (!isNode(node)) return;
    if (node.range) node.range = node.range.map((at) => at + by) as [number, number, number];
    if (isMap(node))
      for (const { key, value } of node.items) {
        move(key);
        move(value);
      }
    else if (isSeq(node)) for (const item of node.items) move(item);
  };
  move(tree.contents);
  return tree.contents as Node | null;
}

export const keyText = (pair: Pair): string => (isScalar(pair.key) ? String(pair.key.value) : '');

function rangeOf(node: unknown): Range | undefined {
  if (!isNode(node) || !node.range) return undefined;
  return { start: node.range[0], end: Math.max(node.range[1], node.range[0] + 1) };
}

/**
 * Where a path leads, as deep as the document goes: the key, or the value where that is asked for and is a single one.
 * Undefined for an empty document.
 */
export function locate(contents: Node | null, path: Path, part: 'key' | 'value'): Range | undefined {
  let node: unknown = contents;
  let found = firstRange(contents);
  for (const [index, step] of path.entries()) {
    const last = index === path.length - 1;
    if (isMap(node)) {
      const pair: Pair | undefined = node.items.find((item) => keyText(item) === String(step));
      if (!pair) break;
      const value = isScalar(pair.value) || isAlias(pair.value) ? rangeOf(pair.value) : undefined;
      found = (last && part === 'value' && value && value.end > value.start ? value : rangeOf(pair.key)) ?? found;
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number') {
      const item: unknown = node.items[step];
      if (!isNode(item)) break;
      found = (isScalar(item) ? rangeOf(item) : firstRange(item)) ?? found;
      node = item;
    } else break;
  }
  return found;
}

/** The first key of a mapping, or the whole of what is none. */
function firstRange(node: unknown): Range | undefined {
  if (isMap(node)) return rangeOf(node.items[0]?.key) ?? rangeOf(node);
  if (isSeq(node)) return firstRange(node.items[0]) ?? rangeOf(node);
  return rangeOf(node);
}

/** The path to what stands at an offset: a key, or a value of its own. */
export function pathAt(contents: Node | null, offset: number): (Range & { readonly path: Path; readonly on: 'key' | 'value' }) | undefined {
  const search = (node: unknown, path: Path): ReturnType<typeof pathAt> => {
    if (isMap(node)) {
      for (const pair of node.items) {
        const here = [...path, keyText(pair)];
        const key = rangeOf(pair.key);
        if (key && offset >= key.start && offset <= key.end) return { ...key, path: here, on: 'key' };
        const inside = search(pair.value, here);
        if (inside) return inside;
      }
    } else if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) {
        const inside = search(item, [...path, index]);
        if (inside) return inside;
      }
    } else if (isScalar(node)) {
      const range = rangeOf(node);
      if (range && offset >= range.start && offset <= range.end) return { ...range, path, on: 'value' };
    }
    return undefined;
  };
  return search(contents, []);
}

/** `spec.containers[0].ports`, `metadata.labels[app.kubernetes.io/name]` as the server writes paths. */
export function pathOf(text: string): Path {
  return [...text.matchAll(/\[([^\]]*)\]|([^.[\]]+)/g)].map(([, inside, name]) =>
    inside === undefined ? (name ?? '') : /^\d+$/.test(inside) ? Number(inside) : inside.replace(/^"(.*)"$/, '$1'),
  );
}
