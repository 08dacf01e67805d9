// Label selectors and field selectors as k8s.io/apimachinery (pkg/labels, pkg/fields) reads and prints them.
import { isLabelValue, isQualifiedName } from './names.ts';

export type SelectorOperator = 'in' | 'notin' | '=' | '==' | '!=' | 'gt' | 'lt' | 'exists' | '!';

/** One condition on a label; a selector is a list of them, all of which must hold. */
export interface Requirement {
  readonly key: string;
  readonly operator: SelectorOperator;
  readonly values: readonly string[];
}

/** The selector of a Deployment, ReplicaSet, ... in an object. */
export interface LabelSelector {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly { readonly key: string; readonly operator: string; readonly values?: readonly string[] }[];
}

export interface FieldRequirement {
  readonly field: string;
  readonly operator: '=' | '!=';
  readonly value: string;
}

type Labels = Readonly<Record<string, string>>;

export class SelectorError extends Error {}

/** Selects no object at all: what a missing selector means. */
const NOTHING: Requirement = { key: '', operator: 'in', values: [] };

const BINARY: readonly string[] = ['in', 'notin', '=', '==', '!=', 'gt', 'lt'];
const TOKEN = /[ \t\r\n]*(!=|==|[=!(),<>]|[^=!(),<> \t\r\n]+)/y;
const OPERATORS: Readonly<Record<string, SelectorOperator>> = {
  in: 'in',
  notin: 'notin',
  '=': '=',
  '==': '==',
  '!=': '!=',
  '>': 'gt',
  '<': 'lt',
};
/** The operators of a LabelSelector object's expressions, as selectors in text have them. */
export const EXPRESSION_OPERATORS: Readonly<Record<string, SelectorOperator>> = {
  In: 'in',
  NotIn: 'notin',
  Exists: 'exists',
  DoesNotExist: '!',
};

/**
 * The requirements of a selector such as `app=web,tier in (a,b),!old`, sorted by key.
 * Throws SelectorError in the words of the real parser.
 */
export function parseLabelSelector(text: string): Requirement[] {
  const tokens = tokenize(text);
  const requirements: Requirement[] = [];
  let at = 0;
  const peek = () => tokens[at] ?? '';
  const next = () => tokens[at++] ?? '';

  function requirement(): Requirement {
    const absent = peek() === '!';
    if (absent) at++;
    const key = next();
    if (!isIdentifier(key)) fail(`found '${key}', expected: identifier`);
    checkKey(key, '<nil>');
    if (peek() === '' || peek() === ',') return newRequirement(key, absent ? '!' : 'exists', []);
    if (absent) return newRequirement(key, '!', []);
    const operator = Object.hasOwn(OPERATORS, peek()) ? OPERATORS[peek()] : undefined;
    if (!operator) return fail(`found '${peek()}', expected: ${BINARY.join(', ')}`);
    at++;
    return newRequirement(key, operator, operator === 'in' || operator === 'notin' ? list() : [exact()]);
  }

  function exact(): string {
    if (peek() === '' || peek() === ',') return '';
    const value = next();
    return isIdentifier(value) ? value : fail(`found '${value}', expected: identifier`);
  }

  function list(): string[] {
    const open = next();
    if (open !== '(') fail(`found '${open}' expected: '('`);
    const values = new Set<string>();
    if (peek() === ')') values.add('');
    else if (!isIdentifier(peek()) && peek() !== ',') fail(`found '${peek()}', expected: ',', ')' or identifier`);
    while (peek() !== ')') {
      const token = next();
      if (token === ',') {
        if (values.size === 0) values.add('');
        if (peek() === ')' || peek() === ',') values.add('');
      } else if (isIdentifier(token)) {
        values.add(token);
        if (peek() !== ',' && peek() !== ')') fail(`found '${peek()}', expected: ',' or ')'`);
      } else {
        fail(`found '${token}', expected: ',', or identifier`);
      }
    }
    at++;
    return [...values].sort();
  }

  while (peek() !== '') {
    if (!isIdentifier(peek()) && peek() !== '!') fail(`found '${peek()}', expected: !, identifier, or 'end of string'`);
    try {
      requirements.push(requirement());
    } catch (error) {
      throw error instanceof SelectorError ? new SelectorError(`unable to parse requirement: ${error.message}`) : error;
    }
    const separator = next();
    if (separator === '') break;
    if (separator !== ',') fail(`found '${separator}', expected: ',' or 'end of string'`);
    if (!isIdentifier(peek()) && peek() !== '!') fail(`found '${peek()}', expected: identifier after ','`);
  }
  return requirements.sort(byKey);
}

function tokenize(text: string): string[] {
  const tokens: string[] = [];
  const ended = text.indexOf('\0');
  const trimmed = (ended < 0 ? text : text.slice(0, ended)).replace(/[ \t\r\n]+$/, '');
  TOKEN.lastIndex = 0;
  for (let found = TOKEN.exec(trimmed); found; found = TOKEN.exec(trimmed)) tokens.push(found[1] as string);
  return tokens;
}

function isIdentifier(token: string): boolean {
  return token !== '' && !/^[=!(),<>]/.test(token);
}

function fail(message: string): never {
  throw new SelectorError(message);
}

function byKey(a: Requirement, b: Requirement): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

function checkKey(key: string, path: string): void {
  const errors = isQualifiedName(key);
  if (errors.length > 0) fail(invalid(path, key, errors.join('; ')));
}

function invalid(path: string, value: string, detail: string): string {
  return `${path}: Invalid value: ${JSON.stringify(value)}: ${detail}`;
}

/** A checked requirement; every fault found is in the message, as the real aggregate prints them. */
function newRequirement(key: string, operator: SelectorOperator, values: readonly string[]): Requirement {
  const errors: string[] = [];
  const keyErrors = isQualifiedName(key);
  if (keyErrors.length > 0) errors.push(invalid('key', key, keyErrors.join('; ')));
  if ((operator === 'in' || operator === 'notin') && values.length === 0) {
    errors.push("values: Invalid value: []: for 'in', 'notin' operators, values set can't be empty");
  }
  if ((operator === 'exists' || operator === '!') && values.length > 0) {
    errors.push(`values: Invalid value: ${JSON.stringify(values)}: values set must be empty for exists and does not exist`);
  }
  values.forEach((value, index) => {
    if ((operator === 'gt' || operator === 'lt') && toInteger(value) === undefined) {
      errors.push(invalid(`values[${index}]`, value, "for 'Gt', 'Lt' operators, the value must be an integer"));
    }
  });
  values.forEach((value, index) => {
    const found = isLabelValue(value);
    if (found.length > 0) errors.push(invalid(`values[${index}][${key}]`, value, found.join('; ')));
  });
  if (errors.length > 0) fail(errors.length === 1 ? (errors[0] as string) : `[${errors.join(', ')}]`);
  return { key, operator, values };
}

function toInteger(value: string): bigint | undefined {
  return /^[+-]?\d{1,19}$/.test(value) ? BigInt(value.replace(/^\+/, '')) : undefined;
}

/** True when every requirement holds for `labels`. */
export function matches(requirements: readonly Requirement[], labels: Labels | undefined): boolean {
  for (const requirement of requirements) {
    const value = labels && Object.hasOwn(labels, requirement.key) ? labels[requirement.key] : undefined;
    if (!holds(requirement, value)) return false;
  }
  return true;
}

function holds({ operator, values }: Requirement, value: string | undefined): boolean {
  switch (operator) {
    case 'exists':
      return value !== undefined;
    case '!':
      return value === undefined;
    case 'notin':
    case '!=':
      return value === undefined || !values.includes(value);
    case 'gt':
    case 'lt': {
      const [left, right] = [toInteger(value ?? ''), toInteger(values[0] ?? '')];
      return left !== undefined && right !== undefined && (operator === 'gt' ? left > right : left < right);
    }
    default:
      return value !== undefined && values.includes(value);
  }
}

/** The requirements of an object's selector. No selector selects nothing, an empty one everything. */
export function fromLabelSelector(selector: LabelSelector | null | undefined): Requirement[] {
  if (!selector) return [NOTHING];
  const requirements = fromLabels(selector.matchLabels);
  for (const { key, operator, values = [] } of selector.matchExpressions ?? []) {
    const known = Object.hasOwn(EXPRESSION_OPERATORS, operator) ? EXPRESSION_OPERATORS[operator] : undefined;
    if (!known) fail(`${JSON.stringify(operator)} is not a valid label selector operator`);
    else requirements.push(newRequirement(key, known, values));
  }
  return requirements.sort(byKey);
}

/** One `key=value` requirement a label, as the selector of a Service means it. */
export function fromLabels(labels: Labels | undefined): Requirement[] {
  return Object.entries(labels ?? {})
    .map(([key, value]): Requirement => ({ key, operator: '=', values: [value] }))
    .sort(byKey);
}

/** A selector as text that parseLabelSelector reads: `app=web,tier in (a,b)`; empty for none. */
export function formatRequirements(requirements: readonly Requirement[]): string {
  return requirements
    .filter((requirement) => requirement !== NOTHING)
    .map(({ key, operator, values }) => {
      if (operator === 'exists') return key;
      if (operator === '!') return `!${key}`;
      const list = [...values].sort().join(',');
      if (operator === 'in' || operator === 'notin') return `${key} ${operator} (${list})`;
      return `${key}${operator === 'gt' ? '>' : operator === 'lt' ? '<' : operator}${list}`;
    })
    .join(',');
}

/** As describe and the SELECTOR column print an object's selector: `<none>` when empty, `<error>` when not valid. */
export function formatSelector(selector: LabelSelector | null | undefined): string {
  try {
    return formatRequirements(fromLabelSelector(selector)) || '<none>';
  } catch (error) {
    if (error instanceof SelectorError) return '<error>';
    throw error;
  }
}

/** `a=1,b=2` in key order, or `<none>`: the LABELS column, and the SELECTOR column of Services. */
export function formatLabels(labels: Labels | undefined): string {
  return formatRequirements(fromLabels(labels)) || '<none>';
}

/** The requirements of `--field-selector`, such as `status.phase!=Running,metadata.name=web`. */
export function parseFieldSelector(text: string): FieldRequirement[] {
  const requirements: FieldRequirement[] = [];
  const terms = text.match(/(?:[^\\,]|\\[\s\S]|\\$)+/g) ?? [];
  for (const term of terms.sort()) {
    const found = /^([^=!]*(?:!(?!=)[^=!]*)*)(!=|==|=)([\s\S]*)$/.exec(term);
    if (!found) throw new SelectorError(`invalid selector: '${text}'; can't understand '${term}'`);
    requirements.push({
      field: found[1] as string,
      operator: found[2] === '!=' ? '!=' : '=',
      value: unescapeFieldValue(found[3] as string),
    });
  }
  return requirements;
}

function unescapeFieldValue(value: string): string {
  return value.replace(/\\([\s\S]?)|[,=]/gu, (part, escaped: string | undefined) => {
    if (escaped === undefined) {
      throw new SelectorError(`invalid field selector: unescaped character in value: ${part.codePointAt(0)}`);
    }
    if (escaped === '' || !'\\,='.includes(escaped)) throw new SelectorError(`invalid field selector: invalid escape sequence: ${part}`);
    return escaped;
  });
}

/** True when every requirement holds for `fields`; a field that is missing counts as empty. */
export function matchesFields(requirements: readonly FieldRequirement[], fields: Readonly<Record<string, string>>): boolean {
  return requirements.every(({ field, operator, value }) => ((fields[field] ?? '') === value) === (operator === '='));
}

/** A field selector as text that parseFieldSelector reads. */
export function formatFieldSelector(requirements: readonly FieldRequirement[]): string {
  return requirements.map(({ field, operator, value }) => `${field}${operator}${value.replace(/[\\,=]/g, '\\$&')}`).join(',');
}
