// Evaluation of a parsed JSONPath template over plain values; a whole number counts as a Go int, another as a float64.
import { formatValue, typeName } from '../gofmt.ts';
import { sortedKeys } from '../json.ts';
import { JsonPathError, type Node, type Part } from './parse.ts';

/** A template with the parts between {range} and {end} put inside the range; `open` is a range without its {end}. */
export type Step = Part | { readonly type: 'range'; readonly nodes: readonly Node[]; readonly body: Step[]; open: boolean };

/** A path such as {..*..*..*} multiplies its results; beyond this it is refused rather than left to fill the memory. */
const MOST_RESULTS = 1_000_000;

/** `parts` as nested ranges; a range without its {end} reaches to the end of the template. */
export function nestRanges(parts: readonly Part[]): Step[] {
  const steps: Step[] = [];
  const ranges: (Step & { type: 'range' })[] = [];
  for (const part of parts) {
    const list = ranges.at(-1)?.body ?? steps;
    const words = part.type === 'action' ? part.nodes.flatMap((node) => (node.type === 'identifier' ? [node.name] : [])) : [];
    const range = ranges.at(-1);
    if (part.type === 'action' && words.includes('range')) {
      const inner: Step & { type: 'range' } = { type: 'range', nodes: part.nodes, body: [], open: true };
      list.push(inner);
      ranges.push(inner);
    } else if (range && words.includes('end')) {
      range.open = false;
      ranges.pop();
    } else {
      list.push(part);
    }
  }
  return steps;
}

/** The results of each step over `data`, in order; a range gives the results of its body once an element. */
export function execute(steps: readonly Step[], data: unknown, allowMissingKeys: boolean): unknown[][] {
  const evaluator = new Evaluator(allowMissingKeys);
  return evaluator.run(steps, data);
}

class Evaluator {
  private readonly allowMissingKeys: boolean;
  private count = 0;

  constructor(allowMissingKeys: boolean) {
    this.allowMissingKeys = allowMissingKeys;
  }

  run(steps: readonly Step[], data: unknown): unknown[][] {
    return steps.flatMap((step): unknown[][] => {
      this.spend(1);
      if (step.type === 'text') return [[step.text]];
      const results = this.path([data], step.nodes);
      if (step.type !== 'range') return [results];
      const found = results.flatMap((result) => this.run(step.body, result));
      if (results.length === 0) this.run(step.body, undefined); // only for the errors it may have
      // The real one does not skip the body of a range that has no {end}: it runs once more, outside.
      return step.open ? [...found, ...this.run(step.body, data)] : found;
    });
  }

  private spend(results: number): void {
    this.count += results;
    if (this.count > MOST_RESULTS) throw new JsonPathError(`more than ${MOST_RESULTS} results`);
  }

  private path(input: readonly unknown[], nodes: readonly Node[]): unknown[] {
    let values = [...input];
    for (const node of nodes) {
      values = this.step(values, node);
      this.spend(values.length);
    }
    return values;
  }

  private step(input: readonly unknown[], node: Node): unknown[] {
    switch (node.type) {
      case 'text':
        return [node.text];
      case 'number':
      case 'bool':
        return input.map(() => node.value);
      case 'field':
        return this.field(input, node.name);
      case 'wildcard':
        return input.flatMap(children);
      case 'recursive':
        return this.descend(input);
      case 'slice':
        return slice(input, node.bounds);
      case 'union':
        return node.paths.flatMap((path) => this.path(input, path));
      case 'filter':
        return input.flatMap((value) => this.filter(value, node));
      case 'identifier':
        if (node.name === 'range') return [...input];
        throw new JsonPathError(node.name === 'end' ? 'not in range, nothing to end' : `unrecognized identifier ${node.name}`);
    }
  }

  private field(input: readonly unknown[], name: string): unknown[] {
    const found: unknown[] = [];
    for (const value of input) {
      if (isMap(value) && Object.hasOwn(value, name) && value[name] !== undefined) found.push(value[name]);
    }
    if (found.length === 0 && input.length > 0 && !this.allowMissingKeys) throw new JsonPathError(`${name} is not found`);
    return found;
  }

  /** Every value that holds others, from the top down. */
  private descend(input: readonly unknown[]): unknown[] {
    const found: unknown[] = [];
    const visit = (value: unknown) => {
      const inner = children(value);
      if (inner.length === 0) return;
      found.push(value);
      this.spend(1);
      inner.forEach(visit);
    };
    input.forEach(visit);
    return found;
  }

  private filter(list: unknown, node: Node & { type: 'filter' }): unknown[] {
    if (!Array.isArray(list)) {
      const text = list === undefined ? '<invalid reflect.Value>' : formatValue(list);
      throw new JsonPathError(`${text} is not array or slice and cannot be filtered`);
    }
    return list.filter((item: unknown) => {
      if (node.operator === 'exists') return this.exists(item, node.left);
      const left = single(this.path([item], node.left));
      if (!left) return false;
      const right = single(this.path([item], node.right));
      return right !== undefined && compare(left.value, right.value, node.operator);
    });
  }

  /** A path that fails gives what it had found up to there. */
  private exists(item: unknown, nodes: readonly Node[]): boolean {
    let values: unknown[] = [item];
    try {
      for (const node of nodes) values = this.step(values, node);
    } catch (error) {
      if (!(error instanceof JsonPathError)) throw error;
      return !/ is not found$/.test(error.message);
    }
    return values.length > 0;
  }
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a wildcard finds in `value`. In Go the values of a map come in any order; here by key. A string is its bytes. */
function children(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value === 'string') return Array.from(new TextEncoder().encode(value), BigInt);
  return isMap(value) ? sortedKeys(value).map((key) => value[key]) : [];
}

function single(values: readonly unknown[]): { readonly value: unknown } | undefined {
  if (values.length > 1) throw new JsonPathError('can only compare one element at a time');
  return values.length === 0 ? undefined : { value: values[0] };
}

function slice(input: readonly unknown[], [start, end, step]: (Node & { type: 'slice' })['bounds']): unknown[] {
  const found: unknown[] = [];
  for (const list of input) {
    if (list === null || list === undefined) continue;
    if (!Array.isArray(list)) throw new JsonPathError(`${typeName(list)} is not array or slice`);
    const from = start.value < 0 ? start.value + list.length : start.value;
    let to = end.known ? end.value : list.length;
    if (to < 0 || (to === 0 && end.derived)) to += list.length;
    if (from === to) return found;
    const outside = (index: number) => new JsonPathError(`array index out of bounds: index ${index}, length ${list.length}`);
    if (from >= list.length || from < 0) throw outside(from);
    if (to > list.length || to < 0) throw outside(to - 1);
    if (from > to) throw new JsonPathError(`starting index ${from} is greater than ending index ${to}`);
    if (step.known && step.value <= 0) throw new JsonPathError('step must be > 0');
    for (let index = from; index < to; index += step.known ? step.value : 1) found.push(list[index]);
  }
  return found;
}

function compare(left: unknown, right: unknown, operator: string): boolean {
  if (!['<', '>', '==', '!=', '<=', '>='].includes(operator)) throw new JsonPathError(`unrecognized filter operator ${operator}`);
  const [leftKind, rightKind] = [kindOf(left), kindOf(right)];
  if (leftKind === 'object' || rightKind === 'object') throw new JsonPathError('invalid type for comparison');
  if (leftKind !== rightKind) throw new JsonPathError('incompatible types for comparison');
  if (leftKind === 'boolean' && operator !== '==' && operator !== '!=') throw new JsonPathError('invalid type for comparison');
  const [a, b] = leftKind === 'int' ? [Number(left), Number(right)] : [left as string, right as string];
  if (operator === '==') return a === b;
  if (operator === '!=') return a !== b;
  return operator === '<' ? a < b : operator === '>' ? a > b : operator === '<=' ? a <= b : a >= b;
}

function kindOf(value: unknown): string {
  if (typeof value === 'bigint' || Number.isInteger(value)) return 'int';
  return value === null || value === undefined ? 'object' : typeof value;
}
