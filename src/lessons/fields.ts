/** Reads YAML into typed values and says, with file and line, what is not as it should be. */
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Problem } from './problem.ts';
import { ID_PATTERN } from './schema.ts';

const ID = new RegExp(ID_PATTERN);

/** More is no lesson; also the limit that keeps hostile files cheap. */
const MAX_TEXT = 200_000;

/** A value in a YAML text with its place. Methods report a problem and answer a harmless default where the value is wrong. */
export class Field {
  private readonly node: Node | undefined | null;
  private readonly path: string;
  private readonly at: (node: Node | undefined | null, message: string) => void;
  /** Offset of the key, for a value that is missing. */
  private readonly parent: Node | undefined | null;

  private constructor(
    node: Node | undefined | null,
    path: string,
    parent: Node | undefined | null,
    at: (node: Node | undefined | null, message: string) => void,
  ) {
    this.node = node;
    this.path = path;
    this.parent = parent;
    this.at = at;
  }

  /** Parses a text; what is wrong with it goes to `problems`. */
  static parse(file: string, text: string, problems: Problem[]): Field {
    const lines = new LineCounter();
    const report = (offset: number | undefined, message: string): void => {
      problems.push({ file, line: offset === undefined ? 0 : lines.linePos(offset).line, message });
    };
    if (text.length > MAX_TEXT) {
      report(undefined, `larger than ${MAX_TEXT / 1000} kB`);
      return new Field(undefined, '', undefined, () => {});
    }
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    for (const error of document.errors) report(error.pos[0], error.message);
    const root = document.errors.length > 0 ? undefined : (document.contents as Node | null);
    return new Field(root, '', root, (node, message) => report(node?.range?.[0], message));
  }

  get exists(): boolean {
    return this.node !== undefined && this.node !== null && !(isScalar(this.node) && this.node.value === null);
  }

  problem(message: string): void {
    this.at(this.node ?? this.parent, `${this.path === '' ? '' : `${this.path}: `}${message}`);
  }

  /** The fields of a map: each asked for by name; a name that nobody knows is a problem. */
  map(known: readonly string[]): (name: string) => Field {
    const found = new Map<string, Field>();
    if (isMap(this.node)) {
      for (const pair of this.node.items) {
        const name = isScalar(pair.key) ? String(pair.key.value) : '';
        const field = this.child(pair.value as Node | null, name);
        if (known.includes(name)) found.set(name, field);
        else this.at(pair.key as Node, `${this.path === '' ? '' : `${this.path}: `}unknown field "${name}"; known: ${known.join(', ')}`);
      }
    } else if (this.exists) this.problem('must be a map of fields');
    return (name) => found.get(name) ?? this.child(undefined, name);
  }

  /** All entries of a map with free names. */
  entries(): [string, Field][] {
    if (isMap(this.node))
      return this.node.items.map((pair) => {
        const name = isScalar(pair.key) ? String(pair.key.value) : '';
        return [name, this.child(pair.value as Node | null, name)];
      });
    if (this.exists) this.problem('must be a map');
    return [];
  }

  get isList(): boolean {
    return isSeq(this.node);
  }

  list(): Field[] {
    if (isSeq(this.node)) return this.node.items.map((item, index) => this.child(item as Node, `[${index}]`));
    if (this.exists) this.problem('must be a list');
    return [];
  }

  private child(node: Node | undefined | null, name: string): Field {
    const path = name.startsWith('[') || this.path === '' ? this.path + name : `${this.path}.${name}`;
    return new Field(node, path, this.node ?? this.parent, this.at);
  }

  private scalar<T>(fallback: T | undefined, expected: string, take: (value: unknown) => T | undefined): T {
    if (!this.exists) {
      if (fallback === undefined) this.problem(`is missing; it must be ${expected}`);
      return fallback as T;
    }
    const value = isScalar(this.node) ? take(this.node.value) : undefined;
    if (value === undefined) this.problem(`must be ${expected}`);
    return value ?? (fallback as T);
  }

  text(fallback?: string): string {
    return this.scalar(fallback, 'a text', (value) => (typeof value === 'string' ? value : undefined)) ?? '';
  }

  /** A CEL expression: a text, where YAML's own true and numbers do too. */
  expression(fallback?: string): string {
    return this.scalar(fallback, 'a CEL expression', (value) => (value === null ? undefined : String(value))) ?? '';
  }

  number(fallback?: number, least = 0): number {
    return (
      this.scalar(fallback, `a number from ${least}`, (value) => (typeof value === 'number' && value >= least ? value : undefined)) ?? least
    );
  }

  flag(): boolean {
    return this.scalar(false, 'true or false', (value) => (typeof value === 'boolean' ? value : undefined));
  }

  choice<T extends string>(choices: readonly T[], fallback?: T): T {
    return this.scalar(fallback, `one of ${choices.join(', ')}`, (value) => choices.find((one) => one === value)) ?? (choices[0] as T);
  }

  /** A name: small letters, digits and dashes. */
  id(): string {
    const text = this.text();
    if (this.exists && !ID.test(text)) this.problem(`"${text}" must be small letters, digits and dashes`);
    return text;
  }

  texts(): string[] {
    return this.list().map((one) => one.text());
  }

  /** A text of lines, or a list of texts: one text. */
  script(): string {
    if (isSeq(this.node)) return this.texts().join('\n');
    return this.text('').trimEnd();
  }

  scripts(): string[] {
    return this.list().map((one) => one.script());
  }

  /** A text, number or flag; undefined for anything else. */
  value(): unknown {
    return isScalar(this.node) ? this.node.value : undefined;
  }
}
