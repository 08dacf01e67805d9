/** What a field is for: its type and description, as `kubectl explain` has them. */
import type { Definition } from '../kinds/schema.ts';
import { documentsOf, pathAt, type Range } from './documents.ts';
import { fieldsOf, type Served, spotAt, typeWords } from './schema.ts';

/** Descriptions by definition and field; '' is the definition's own. */
export type Descriptions = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface Explanation extends Range {
  /** `deployment.spec.replicas`: what kubectl explain is asked for. */
  readonly path: string;
  /** `<integer>`, `<[]Container> -required-` */
  readonly type: string;
  /** Paragraphs of plain text. */
  readonly text: string;
}

/** What stands at the offset; undefined where the schema says nothing of it. */
export function explainAt(text: string, offset: number, served: Served, descriptions: Descriptions): Explanation | undefined {
  const document = documentsOf(text).find(({ start, end }) => offset >= start && offset <= end);
  const at = document && pathAt(document.contents, offset);
  if (!document || !at) return undefined;
  const { apiVersion, kind } = (document.value ?? looseType(text.slice(document.start, document.end))) as {
    apiVersion?: unknown;
    kind?: unknown;
  };
  const root = served.definition(String(apiVersion), String(kind));
  if (!root) return undefined;
  const range = { start: at.start, end: at.end };
  const name = String(kind).toLowerCase();
  if (at.path.length === 1 && at.path[0] === 'kind') return { ...range, path: name, type: '', text: descriptions[root.name]?.[''] ?? '' };
  const spot = spotAt(root, at.path);
  if (!spot?.field || !spot.owner) return undefined;
  const names = at.path.filter((step) => typeof step === 'string');
  return {
    ...range,
    path: [name, ...names].join('.'),
    type: `<${typeWords(spot.field)}>${spot.field.required ? ' -required-' : ''}`,
    text: describe(spot.owner, spot.field.name, descriptions),
  };
}

/** The description of a field; where there is none, that of what it holds. */
export function describe(owner: Definition, name: string, descriptions: Descriptions): string {
  const field = owner.fields.get(name);
  const inner = field && fieldsOf(field.of ?? field);
  return descriptions[owner.name]?.[name] || (inner && descriptions[inner.name]?.['']) || COMMON(name, descriptions);
}

/** What every kind has is described once. */
const COMMON = (name: string, descriptions: Descriptions): string =>
  name === 'apiVersion' || name === 'kind' || name === 'metadata' ? (descriptions['Pod']?.[name] ?? '') : '';

/** Of a document that cannot be read. */
function looseType(text: string): { apiVersion?: string; kind?: string } {
  const field = (name: string): string | undefined => new RegExp(`^${name}: *["']?([\\w./-]+)`, 'm').exec(text)?.[1];
  return { apiVersion: field('apiVersion') ?? '', kind: field('kind') ?? '' };
}
