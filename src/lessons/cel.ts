/** Checks are CEL (https://cel.dev): an expression language that cannot loop for ever, call out or run script. Here is its vocabulary. */
import { Environment } from '@marcbachmann/cel-js';
import { type Facts, resourceNamed } from './facts.ts';
import { undeclaredVars, type Vars } from './format.ts';

/** A compiled expression. */
export interface Expression {
  /** True only for true: a fact that is not there makes a check false, never an error. */
  holds(facts: Facts): boolean;
  /** Its value as a text for people; undefined when there is none (null, or a fact that is not there). */
  shows(facts: Facts): string | undefined;
}

export class ExpressionError extends Error {
  readonly source: string;

  /** @param source the expression */
  constructor(message: string, source: string) {
    super(message);
    this.source = source;
  }
}

/** V8's, which TypeScript does not know; elsewhere it says nothing. */
const ERRORS = Error as ErrorConstructor & { stackTraceLimit?: number | undefined };

const LIMITS = { maxAstNodes: 2000, maxDepth: 60, maxListElements: 200, maxMapEntries: 50, maxCallArguments: 8 };

/** The functions that checks have beside CEL's own, with what each answers. docs/lessons.md is made of the same list. */
const FUNCTIONS: readonly { readonly signature: string; readonly run: (facts: Facts, ...args: string[]) => unknown }[] = [
  { signature: 'get(string, string): dyn', run: (facts, kind = '', name = '') => facts.get(kind, name) },
  { signature: 'exists(string, string): bool', run: (facts, kind = '', name = '') => facts.get(kind, name) !== null },
  { signature: 'list(string): list<dyn>', run: (facts, kind = '') => facts.list(kind) },
  { signature: 'list(string, string): list<dyn>', run: (facts, kind = '', selector) => facts.list(kind, selector) },
  {
    signature: 'list(string, string, string): list<dyn>',
    run: (facts, kind = '', selector, namespace) => facts.list(kind, selector, namespace),
  },
  { signature: 'podsOf(string, string): list<dyn>', run: (facts, kind = '', name = '') => facts.podsOf(kind, name) },
  { signature: 'endpoints(string): list<dyn>', run: (facts, service = '') => facts.endpoints(service) },
  { signature: 'ready(string): list<string>', run: (facts, service = '') => facts.ready(service) },
  { signature: 'requests(): list<dyn>', run: (facts) => facts.requests() },
  { signature: 'reads(string): list<dyn>', run: (facts, resource) => facts.reads().filter((read) => read.resource === resource) },
  { signature: 'events(string): list<dyn>', run: (facts, reason) => facts.events().filter((event) => event.reason === reason) },
  { signature: 'rolledOut(string, string): bool', run: (facts, kind = '', name = '') => facts.rolledOut(kind, name) },
  { signature: 'unchanged(string, string): bool', run: (facts, kind = '', name = '') => facts.unchanged(kind, name) },
  { signature: 'file(string): dyn', run: (facts, path = '') => facts.file(path) },
  { signature: 'elapsed(): int', run: (facts) => BigInt(facts.elapsed()) },
];

/** Where an expression names a kind. */
const OF_KIND = /\b(get|exists|list|podsOf|rolledOut|unchanged|reads)\(\s*(["'])([^"']*)\2/g;

export class Checker {
  private readonly environment: Environment;
  private readonly vars: Record<string, string | bigint | number>;
  /** What the functions look at while an expression runs. */
  private facts: Facts | undefined;

  constructor(vars: Vars) {
    this.environment = new Environment({ enableOptionalTypes: true, homogeneousAggregateLiterals: false, limits: LIMITS });
    this.vars = {};
    for (const [name, value] of Object.entries(vars)) {
      const whole = typeof value === 'number' && Number.isInteger(value);
      this.vars[name] = whole ? BigInt(value) : value;
      this.environment.registerVariable(name, typeof value === 'string' ? 'string' : whole ? 'int' : 'double');
    }
    for (const { signature, run } of FUNCTIONS)
      this.environment.registerFunction(signature, (...args: unknown[]) => run(this.facts as Facts, ...(args as string[])));
    this.environment.registerFunction(
      'hasLabel(dyn, string, string): bool',
      (object: { metadata?: { labels?: Record<string, string> } } | null, key: unknown, value: unknown) => {
        const labels = object?.metadata?.labels;
        return labels !== undefined && Object.hasOwn(labels, String(key)) && labels[String(key)] === value;
      },
    );
    // biome-ignore lint/suspicious/noExplicitAny: a Pod as it is
    this.environment.registerFunction('isReady(dyn): bool', (pod: any) =>
      Boolean(pod?.status?.conditions?.some((one: { type: string; status: string }) => one.type === 'Ready' && one.status === 'True')),
    );
    this.environment.registerFunction('distinct(list<dyn>): list<dyn>', (list: unknown[]) => [...new Set(list)]);
  }

  /** @throws ExpressionError when the text is no CEL, or uses a name or function that there is not */
  compile(source: string): Expression {
    const undeclared = undeclaredVars(source, {});
    if (undeclared.length > 0) throw new ExpressionError(`in CEL a var is written without \${}: ${undeclared.join(', ')}`, source);
    for (const [, called, , kind = ''] of source.matchAll(OF_KIND)) {
      const found = resourceNamed(kind);
      if (!found) throw new ExpressionError(`there is no kind "${kind}"`, source);
      if (called === 'reads' && found.resource.split('.')[0] !== kind)
        throw new ExpressionError(`reads() takes the plural name: "${found.resource.split('.')[0]}"`, source);
    }
    let run: (context: Record<string, unknown>) => unknown;
    try {
      const parsed = this.environment.parse(source);
      const checked = parsed.check();
      if (!checked.valid) throw checked.error ?? new Error('is not valid');
      run = parsed;
    } catch (error) {
      const message = error instanceof Error ? (error.message.split('\n')[0] as string) : String(error);
      throw new ExpressionError(message.endsWith('Unexpected character: =') ? `${message} (to compare, write ==)` : message, source);
    }
    const value = (facts: Facts): unknown => {
      this.facts = facts;
      // A fact that is not there is an error each time; its stack, which nobody reads, took most of the time.
      const { stackTraceLimit } = ERRORS;
      ERRORS.stackTraceLimit = 0;
      try {
        return run(this.vars);
      } catch {
        return undefined;
      } finally {
        ERRORS.stackTraceLimit = stackTraceLimit;
      }
    };
    return { holds: (facts) => value(facts) === true, shows: (facts) => show(value(facts)) };
  }
}

/** A value as people read it. */
function show(value: unknown): string | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  if (Array.isArray(value)) return value.length === 0 ? undefined : showList(value.map((one) => show(one) ?? '-'));
  if (typeof value === 'object') {
    if ('value' in value && 'hasValue' in value) return undefined;
    return Object.entries(value)
      .map(([key, one]) => `${key}=${show(one) ?? ''}`)
      .join(', ');
  }
  return String(value);
}

/** So many different things in a row are read; of more the last ones. */
const MOST_SHOWN = 8;

/** Joined by commas; what repeats itself is counted: a request that is sent every second would fill the page. */
function showList(items: readonly string[]): string {
  const runs: { readonly item: string; count: number }[] = [];
  for (const item of items) {
    const last = runs.at(-1);
    if (last?.item === item) last.count++;
    else runs.push({ item, count: 1 });
  }
  const shown = runs.slice(-MOST_SHOWN).map(({ item, count }) => (count < 3 ? Array(count).fill(item).join(', ') : `${item} × ${count}`));
  return (runs.length > MOST_SHOWN ? '…, ' : '') + shown.join(', ');
}
