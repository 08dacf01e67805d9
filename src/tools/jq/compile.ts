/** Makes a filter of a program's tree. Names are looked up here, once; at run time a scope is a list, and a name a number of steps in it. */
import { isArray, isObject, isTrue, shortened, typeName, type Value } from './json.ts';
import { attempt, type Continue, type Fail, type Filter, type Machine, type Next, type Scope } from './machine.ts';
import { NATIVE_FILTERS, NATIVES } from './natives.ts';
import { OPERATORS } from './operators.ts';
import type { Definition, Node, Pattern, Problem } from './parse.ts';
import { parseProgram } from './parse.ts';
import { deletePaths, getKey, getPath, JqError, type Path, pathKeys, roomFor, setPath } from './paths.ts';
import { PRELUDE } from './prelude.ts';
import { formatText } from './text.ts';

/** Names at compile time, the latest first; each has its place in the Scope of the run. */
interface Names {
  readonly kind: 'variable' | 'filter' | 'function' | 'label';
  readonly name: string;
  readonly definition?: Definition;
  /** A function's body, compiled when first called. */
  readonly code?: { filter?: Filter };
  readonly next: Names | undefined;
}

const stepsTo = (scope: Scope | undefined, steps: number): Scope => {
  let at = scope as Scope;
  for (let i = 0; i < steps; i++) at = at.next as Scope;
  return at;
};

const signature = (name: string, count: number): string => `${name}/${count}`;
/** A result that did not come by path, where paths are asked for. */
const off = (path: Path | undefined): Path | undefined => (path === undefined ? undefined : 'broken');

export class Compiler {
  readonly problems: Problem[] = [];
  private readonly prelude: Map<string, Definition>;
  private readonly builtins = new Map<string, { filter?: Filter; definition: Definition }>();

  constructor() {
    this.prelude = preludeDefinitions();
  }

  /** A whole program with global variables. The run's scope starts with their values, in the same order. */
  program(main: Node, definitions: readonly Definition[], variables: readonly string[]): Filter {
    let names: Names | undefined;
    for (const name of variables) names = { kind: 'variable', name: `$${name}`, next: names };
    const body = definitions.reduceRight<Node>((rest, definition) => ({ t: 'def', definition, body: rest }), main);
    return this.compile(body, names);
  }

  /** `tail`: what the filter gives is what the function around it gives, so that a call there needs no way back. */
  private compile(node: Node, names: Names | undefined, tail = false): Filter {
    switch (node.t) {
      case 'identity':
        return (_run, _scope, value, path, then) => then(value, path);
      case 'const':
        return (_run, _scope, _value, path, then) => then(node.value, off(path));
      case 'format':
        return (_run, _scope, value, path, then, fail) =>
          attempt(
            () => formatText(node.name, value),
            (text) => then(text, off(path)),
            fail,
          );
      case 'string':
        return this.text(node, names);
      case 'index':
        return this.index(node.of, this.compile(node.key, names), names);
      case 'slice':
        return this.index(node.of, this.sliceKey(node, names), names);
      case 'each':
        return this.each(this.compile(node.of, names));
      case 'try':
        return this.guarded(node, names);
      case 'call':
        return this.call(node, names, tail);
      case 'var':
        return this.variable(node, names);
      case 'array':
        return node.body ? collected(this.compile(node.body, names)) : (_run, _scope, _value, path, then) => then([], off(path));
      case 'object':
        return this.object(node.pairs, names);
      case 'negate': {
        const of = this.compile(node.of, names);
        const native = NATIVES['_negate/0'] as (value: Value) => Value;
        return (run, scope, value, path, then, fail) =>
          of(
            run,
            scope,
            value,
            undefined,
            (x) =>
              attempt(
                () => native(x),
                (result) => then(result, off(path)),
                fail,
              ),
            fail,
          );
      }
      case 'pipe': {
        const [left, right] = [this.compile(node.left, names), this.compile(node.right, names, tail)];
        return (run, scope, value, path, then, fail) =>
          left(run, scope, value, path, (x, at) => right(run, scope, x, at, then, fail), fail);
      }
      case 'comma': {
        const [left, right] = [this.compile(node.left, names, tail), this.compile(node.right, names, tail)];
        return (run, scope, value, path, then, fail) => {
          run.fork(() => right(run, scope, value, path, then, fail));
          return left(run, scope, value, path, then, fail);
        };
      }
      case 'and':
      case 'or': {
        const [left, right] = [this.compile(node.left, names), this.compile(node.right, names)];
        const decided = node.t === 'or';
        return (run, scope, value, path, then, fail) =>
          left(
            run,
            scope,
            value,
            undefined,
            (x) =>
              isTrue(x) === decided
                ? then(decided, off(path))
                : right(run, scope, value, undefined, (y) => then(isTrue(y), off(path)), fail),
            fail,
          );
      }
      case 'alternative': {
        const [left, right] = [this.compile(node.left, names), this.compile(node.right, names, tail)];
        return (run, scope, value, path, then, fail) => {
          let found = false;
          run.fork(() => (found ? null : right(run, scope, value, path, then, fail)));
          const each: Continue = (x, at) => {
            if (!isTrue(x)) return null;
            found = true;
            return then(x, at);
          };
          return left(run, scope, value, path, each, fail);
        };
      }
      case 'binary':
        return binary(
          OPERATORS[node.operator] as (a: Value, b: Value) => Value,
          this.compile(node.left, names),
          this.compile(node.right, names),
        );
      case 'update':
        return this.update(node.operator, this.compile(node.left, names), this.compile(node.right, names));
      case 'if': {
        const test = this.compile(node.test, names);
        const [yes, no] = [this.compile(node.then, names, tail), this.compile(node.otherwise, names, tail)];
        return (run, scope, value, path, then, fail) =>
          test(run, scope, value, undefined, (x) => (isTrue(x) ? yes : no)(run, scope, value, path, then, fail), fail);
      }
      case 'reduce':
      case 'foreach':
        return this.loop(node, names);
      case 'as': {
        const source = this.compile(node.source, names);
        const bind = this.binder(node.patterns, names);
        const body = this.compile(node.body, bind.names, tail);
        return (run, scope, value, path, then, fail) =>
          source(
            run,
            scope,
            value,
            undefined,
            (x) => bind.bind(run, scope, x, value, (inner, failed) => body(run, inner, value, path, then, failed), fail),
            fail,
          );
      }
      case 'def': {
        const body = this.compile(node.body, this.define(node.definition, names), tail);
        return (run, scope, value, path, then, fail) => body(run, { value: null, next: scope }, value, path, then, fail);
      }
      case 'label': {
        const body = this.compile(node.body, { kind: 'label', name: node.name, next: names }, tail);
        return (run, scope, value, path, then, fail) => body(run, { value: run.forks.length, next: scope }, value, path, then, fail);
      }
      case 'break': {
        const steps = this.find(names, 'label', node.name);
        if (!steps) return this.undefined(`$*label-${node.name.slice(1)}`, node.at);
        return (run, scope) => {
          run.cut(stepsTo(scope, steps.steps).value as number);
          return null;
        };
      }
    }
  }

  // Names

  private find(names: Names | undefined, kind: Names['kind'], name: string): { steps: number; found: Names } | undefined {
    let steps = 0;
    for (let at = names; at; at = at.next, steps++) {
      if (at.name === name && (at.kind === kind || (kind === 'function' && at.kind === 'filter'))) return { steps, found: at };
    }
    return undefined;
  }

  private undefined(what: string, at: number): Filter {
    this.problems.push({ message: `${what} is not defined`, at });
    return () => null;
  }

  private variable({ name, at }: { name: string; at: number }, names: Names | undefined): Filter {
    const place = this.find(names, 'variable', name);
    if (place) return (_run, scope, _value, path, then) => then(stepsTo(scope, place.steps).value, off(path));
    const env = name === '$ENV' ? NATIVE_FILTERS['env/0'] : undefined;
    return env?.([]) ?? this.undefined(name, at);
  }

  private define(definition: Definition, names: Names | undefined): Names {
    // The body sees itself, so that it can call itself; what it may not see is compiled once it is known.
    const code: { filter?: Filter } = {};
    const own: Names = { kind: 'function', name: signature(definition.name, definition.params.length), definition, code, next: names };
    code.filter = this.functionBody(definition, own);
    return own;
  }

  /** The body with its parameters in scope: filters first, then the values of those with `$`. */
  private functionBody({ params, body }: Definition, names: Names | undefined): Filter {
    let inner = names;
    for (const name of params) inner = { kind: 'filter', name: signature(name.replace('$', ''), 0), next: inner };
    const values = params.flatMap((name, i) => (name.startsWith('$') ? [{ name, steps: params.length - 1 - i }] : []));
    for (const { name } of values) inner = { kind: 'variable', name, next: inner };
    const filter = this.compile(body, inner, true);
    if (values.length === 0) return filter;
    const from = (
      i: number,
      run: Machine,
      scope: Scope | undefined,
      value: Value,
      path: Path | undefined,
      then: Continue,
      fail: Fail,
    ): Next => {
      const one = values[i];
      if (!one) return filter(run, scope, value, path, then, fail);
      const { filter: argument, scope: own } = stepsTo(scope, one.steps + i);
      const bound = (x: Value): Next => from(i + 1, run, { value: x, next: scope }, value, path, then, fail);
      return (argument as Filter)(run, own, value, undefined, bound, fail);
    };
    return (run, scope, value, path, then, fail) => from(0, run, scope, value, path, then, fail);
  }

  private call(node: Node & { t: 'call' }, names: Names | undefined, tail: boolean): Filter {
    const { name, at } = node;
    const full = signature(name, node.args.length);
    const place = this.find(names, 'function', full);
    if (place?.found.kind === 'filter')
      return (run, scope, value, path, then, fail) => {
        const { filter, scope: own } = stepsTo(scope, place.steps);
        return called(filter as Filter, tail, run, own, value, path, then, fail);
      };
    const compiled = (last: boolean): Filter[] => node.args.map((arg) => this.compile(arg, names, last));
    if (place) {
      const { code } = place.found as { code: { filter?: Filter } };
      return calling(code, compiled(true), tail, (scope) => stepsTo(scope, place.steps));
    }
    const special = Object.hasOwn(NATIVE_FILTERS, full) ? NATIVE_FILTERS[full] : undefined;
    if (special) return special(compiled(false));
    const native = Object.hasOwn(NATIVES, full) ? NATIVES[full] : undefined;
    if (native) return applied(native, compiled(false));
    const definition = this.prelude.get(full);
    if (!definition) return this.undefined(full, at);
    let builtin = this.builtins.get(full);
    if (!builtin) {
      builtin = { definition };
      this.builtins.set(full, builtin);
      builtin.filter = this.functionBody(definition, undefined);
    }
    return calling(builtin, compiled(true), tail, () => undefined);
  }

  // Parts

  private text({ format, parts }: Node & { t: 'string' }, names: Names | undefined): Filter {
    const add = OPERATORS['+'] as (a: Value, b: Value) => Value;
    return parts
      .map((part): Filter => {
        if (typeof part === 'string') return (_run, _scope, _value, path, then) => then(part, off(path));
        const filter = this.compile(part, names);
        return (run, scope, value, path, then, fail) =>
          filter(
            run,
            scope,
            value,
            undefined,
            (x) =>
              attempt(
                () => formatText(format, x),
                (text) => then(text, off(path)),
                fail,
              ),
            fail,
          );
      })
      .reduce((left, right) => binary(add, left, right));
  }

  private sliceKey({ from, to }: Node & { t: 'slice' }, names: Names | undefined): Filter {
    const nothing: Filter = (_run, _scope, _value, _path, then) => then(null, undefined);
    const [start, end] = [from ? this.compile(from, names) : nothing, to ? this.compile(to, names) : nothing];
    return (run, scope, value, _path, then, fail) =>
      start(
        run,
        scope,
        value,
        undefined,
        (first) =>
          end(
            run,
            scope,
            value,
            undefined,
            (last) =>
              then(
                new Map([
                  ['start', first],
                  ['end', last],
                ]),
                undefined,
              ),
            fail,
          ),
        fail,
      );
  }

  private index(of: Node, key: Filter, names: Names | undefined): Filter {
    const base = this.compile(of, names);
    const part = (value: Value, path: Path | undefined, at: Value, then: Continue, fail: Fail): Next => {
      if (path === 'broken')
        return fail(`Invalid path expression near attempt to access element ${shortened(at)} of ${shortened(value, 29)}`);
      return attempt(
        () => getKey(value, at),
        (x) => then(x, path === undefined ? undefined : { parent: path, key: at }),
        fail,
      );
    };
    return (run, scope, value, path, then, fail) =>
      key(run, scope, value, undefined, (at) => base(run, scope, value, path, (x, own) => part(x, own, at, then, fail), fail), fail);
  }

  private each(of: Filter): Filter {
    return (run, scope, value, path, then, fail) => of(run, scope, value, path, (x, own) => eachOf(run, x, own, then, fail), fail);
  }

  private guarded(node: Node & { t: 'try' }, names: Names | undefined): Filter {
    const body = this.compile(node.body, names);
    const handler = node.handler && this.compile(node.handler, names);
    return (run, scope, value, path, then, fail) => {
      const height = run.forks.length;
      return body(run, scope, value, path, then, (error) => {
        run.cut(height);
        return handler ? handler(run, scope, error, off(path), then, fail) : null;
      });
    };
  }

  private object(pairs: readonly (readonly [Node, Node])[], names: Names | undefined): Filter {
    const compiled = pairs.map(([key, value]) => [this.compile(key, names), this.compile(value, names)] as const);
    const from = (
      i: number,
      made: Map<string, Value>,
      run: Machine,
      scope: Scope | undefined,
      value: Value,
      then: (made: Map<string, Value>) => Next,
      fail: Fail,
    ): Next => {
      const pair = compiled[i];
      if (!pair) return then(made);
      const keyed = (key: Value): Next => {
        if (typeof key !== 'string') return fail(`Cannot use ${typeName(key)} (${shortened(key)}) as object key`);
        return pair[1](run, scope, value, undefined, (x) => from(i + 1, new Map(made).set(key, x), run, scope, value, then, fail), fail);
      };
      return pair[0](run, scope, value, undefined, keyed, fail);
    };
    return (run, scope, value, path, then, fail) => from(0, new Map(), run, scope, value, (made) => then(made, off(path)), fail);
  }

  private loop(node: Node & { t: 'reduce' | 'foreach' }, names: Names | undefined): Filter {
    const source = this.compile(node.source, names);
    const init = this.compile(node.init, names);
    const bind = this.binder(node.patterns, names);
    const update = this.compile(node.update, bind.names);
    const extract = node.t === 'foreach' ? this.compile(node.extract, bind.names) : undefined;
    return (run, scope, value, path, then, fail) =>
      init(
        run,
        scope,
        value,
        path,
        (first, firstPath) => {
          let [state, at] = [first, firstPath];
          if (!extract) run.fork(() => then(state, at));
          const step = (inner: Scope | undefined, failed: Fail): Next => {
            const [before, beforePath] = [state, at];
            if (!extract) [state, at] = [null, off(path)];
            const updated: Continue = (next, nextPath) => {
              [state, at] = [next, nextPath];
              return extract ? extract(run, inner, next, nextPath, then, failed) : null;
            };
            return update(run, inner, before, beforePath, updated, failed);
          };
          return source(run, scope, value, undefined, (x) => bind.bind(run, scope, x, value, step, fail), fail);
        },
        fail,
      );
  }

  /** Assignments: `=`, `|=` and those with an operator. */
  private update(operator: string, target: Filter, source: Filter): Filter {
    if (operator === '|=') return modified(target, (run, scope, before, then, fail) => source(run, scope, before, undefined, then, fail));
    const change = OPERATORS[operator.slice(0, -1)];
    return (run, scope, value, path, then, fail) =>
      source(
        run,
        scope,
        value,
        undefined,
        (x) => {
          if (operator === '=') return assigned(run, scope, value, target, x, (result) => then(result, off(path)), fail);
          const each = (before: Value): Value => {
            if (operator === '//=') return isTrue(before) ? before : x;
            return (change as (a: Value, b: Value) => Value)(before, x);
          };
          const one: Update = (_run, _scope, before, next, failed) =>
            attempt(
              () => each(before),
              (result) => next(result, undefined),
              failed,
            );
          return modified(target, one)(run, scope, value, path, then, fail);
        },
        fail,
      );
  }

  // Patterns

  /** What binds a pattern's names. Of several patterns (`?//`) the first whose body does not fail counts; all have all names. */
  private binder(patterns: readonly Pattern[], names: Names | undefined): { names: Names | undefined; bind: Bind } {
    const all: string[] = [];
    const collect = (pattern: Pattern): void => {
      if (pattern.t === 'name') all.push(pattern.name);
      else if (pattern.t === 'array') pattern.items.forEach(collect);
      else
        for (const { name, value } of pattern.pairs) {
          if (name !== undefined) all.push(name);
          if (value) collect(value);
        }
    };
    patterns.forEach(collect);
    let inner = names;
    const unique = [...new Set(all)];
    for (const name of unique) inner = { kind: 'variable', name, next: inner };
    const matchers = patterns.map((pattern) => this.matcher(pattern, names));
    const bind: Bind = (run, scope, source, value, then, fail) => {
      const from = (i: number): Next => {
        const height = run.forks.length;
        const failed: Fail =
          i + 1 >= matchers.length
            ? fail
            : () => {
                run.cut(height);
                return from(i + 1);
              };
        const bound = (found: ReadonlyMap<string, Value>): Next => {
          let own = scope;
          for (const name of unique) own = { value: found.get(name) ?? null, next: own };
          return then(own, failed);
        };
        return (matchers[i] as Match)(run, scope, source, value, new Map(), bound, failed);
      };
      return from(0);
    };
    return { names: inner, bind };
  }

  private matcher(pattern: Pattern, names: Names | undefined): Match {
    if (pattern.t === 'name') return (_run, _scope, source, _value, found, then) => then(new Map(found).set(pattern.name, source));
    const parts =
      pattern.t === 'array'
        ? pattern.items.map((item, i) => ({ key: constant(i), value: this.matcher(item, names) }))
        : pattern.pairs.map(({ key, name, value }) => ({
            key: this.compile(key, names),
            ...(name !== undefined && { name }),
            ...(value && { value: this.matcher(value, names) }),
          }));
    const from = (i: number, ...[run, scope, source, value, found, then, fail]: Parameters<Match>): Next => {
      const part = parts[i] as { key: Filter; name?: string; value?: Match } | undefined;
      if (!part) return then(found);
      const keyed = (key: Value): Next => {
        if (pattern.t === 'object' && typeof key !== 'string') return fail(`Cannot index ${typeName(source)} with ${typeName(key)}`);
        return attempt(
          () => getKey(source, key),
          (x) => {
            const named = part.name === undefined ? found : new Map(found).set(part.name, x);
            const rest = (more: ReadonlyMap<string, Value>): Next => from(i + 1, run, scope, source, value, more, then, fail);
            return part.value ? part.value(run, scope, x, value, named, rest, fail) : rest(named);
          },
          fail,
        );
      };
      return part.key(run, scope, value, undefined, keyed, fail);
    };
    return (...given) => from(0, ...given);
  }
}

type Found = ReadonlyMap<string, Value>;
type Match = (
  run: Machine,
  scope: Scope | undefined,
  source: Value,
  value: Value,
  found: Found,
  then: (found: Found) => Next,
  fail: Fail,
) => Next;
type Bind = (
  run: Machine,
  scope: Scope | undefined,
  source: Value,
  value: Value,
  then: (inner: Scope | undefined, fail: Fail) => Next,
  fail: Fail,
) => Next;
type Update = (run: Machine, scope: Scope | undefined, before: Value, then: Continue, fail: Fail) => Next;

const constant =
  (value: Value): Filter =>
  (_run, _scope, _value, _path, then) =>
    then(value, undefined);

let parsedPrelude: Map<string, Definition> | undefined;

function preludeDefinitions(): Map<string, Definition> {
  parsedPrelude ??= new Map(parseProgram(PRELUDE).definitions.map((one) => [signature(one.name, one.params.length), one]));
  return parsedPrelude;
}

/** A call is a step of its own, so that calls do not pile up on the stack. One that is not the last thing to do counts as open. */
function called(filter: Filter, tail: boolean, ...[run, scope, value, path, then, fail]: Parameters<Filter>): Next {
  if (tail) return () => filter(run, scope, value, path, then, fail);
  const depth = run.enter();
  const back: Continue = (x, at) => {
    run.depth = depth;
    return then(x, at);
  };
  return () => filter(run, scope, value, path, back, fail);
}

/** Calls a function: its arguments are filters in the caller's scope. */
function calling(
  code: { filter?: Filter },
  args: readonly Filter[],
  tail: boolean,
  own: (scope: Scope | undefined) => Scope | undefined,
): Filter {
  return (run, scope, value, path, then, fail) => {
    let inner = own(scope);
    for (const filter of args) inner = { value: null, filter, scope, next: inner };
    return called(code.filter as Filter, tail, run, inner, value, path, then, fail);
  };
}

/** A function of values for all combinations of its arguments' results; those of the last argument change least often. */
function applied(native: (value: Value, ...args: Value[]) => Value, args: readonly Filter[]): Filter {
  const from = (i: number, values: readonly Value[], ...[run, scope, value, path, then, fail]: Parameters<Filter>): Next => {
    const arg = args[i];
    if (arg) return arg(run, scope, value, undefined, (x) => from(i - 1, [x, ...values], run, scope, value, path, then, fail), fail);
    return attempt(
      () => native(value, ...values),
      (result) => then(result, off(path)),
      fail,
    );
  };
  return (...given) => from(args.length - 1, [], ...given);
}

function binary(operator: (a: Value, b: Value) => Value, left: Filter, right: Filter): Filter {
  return (run, scope, value, path, then, fail) =>
    right(
      run,
      scope,
      value,
      undefined,
      (b) =>
        left(
          run,
          scope,
          value,
          undefined,
          (a) =>
            attempt(
              () => operator(a, b),
              (result) => then(result, off(path)),
              fail,
            ),
          fail,
        ),
      fail,
    );
}

function collected(body: Filter): Filter {
  return (run, scope, value, path, then, fail) => {
    const items: Value[] = [];
    run.fork(() => then(items, off(path)));
    return body(
      run,
      scope,
      value,
      undefined,
      (x) => {
        roomFor(items.push(x));
        return null;
      },
      fail,
    );
  };
}

function eachOf(run: Machine, value: Value, path: Path | undefined, then: Continue, fail: Fail): Next {
  if (path === 'broken') return fail(`Invalid path expression near attempt to iterate through ${shortened(value, 29)}`);
  if (!isArray(value) && !isObject(value))
    return fail(`Cannot iterate over ${typeName(value)}${value === null ? ' (null)' : ` (${shortened(value)})`}`);
  const keys = isObject(value) ? [...value.keys()] : undefined;
  const length = keys?.length ?? (value as readonly Value[]).length;
  const from = (i: number): Next => {
    if (i >= length) return null;
    if (i + 1 < length) run.fork(() => from(i + 1));
    const key = keys ? (keys[i] as string) : i;
    return then(getKey(value, key), path === undefined ? undefined : { parent: path, key });
  };
  return from(0);
}

/** The value with `part` at all paths that `target` gives. */
function assigned(
  run: Machine,
  scope: Scope | undefined,
  value: Value,
  target: Filter,
  part: Value,
  then: (result: Value) => Next,
  fail: Fail,
): Next {
  let result = value;
  run.fork(() => then(result));
  const each: Continue = (x, path) =>
    attempt(
      () => setPath(result, pathKeys(path as Path, x), part),
      (next) => {
        result = next;
        return null;
      },
      fail,
    );
  return target(run, scope, value, null, each, fail);
}

/** The value with what `update` makes of each path's value first; what it makes nothing of goes. */
function modified(target: Filter, update: Update): Filter {
  return (run, scope, value, path, then, fail) => {
    let result = value;
    const gone: Value[] = [];
    run.fork(() =>
      attempt(
        () => deletePaths(result, gone),
        (kept) => then(kept, off(path)),
        fail,
      ),
    );
    const each: Continue = (x, at) => {
      let keys: readonly Value[];
      let before: Value;
      try {
        keys = pathKeys(at as Path, x);
        before = getPath(result, keys);
      } catch (error) {
        if (!(error instanceof JqError)) throw error;
        return fail(error.value);
      }
      const height = run.forks.length;
      run.fork(() => {
        gone.push(keys);
        return null;
      });
      const first: Continue = (part) => {
        run.cut(height);
        return attempt(
          () => setPath(result, keys, part),
          (next) => {
            result = next;
            return null;
          },
          fail,
        );
      };
      return update(run, scope, before, first, fail);
    };
    return target(run, scope, value, null, each, fail);
  };
}
