/** Runs a Python program. */
import { yieldNow } from '../../../kernel/sys.ts';
import type { Process, Sys } from '../../../kernel/types.ts';
import { attributeOf, builtins, importModule } from './library.ts';
import { type Block, type Expr, type Loop, parsePython, type Statement } from './parse.ts';
import {
  type Arguments,
  Closure,
  compared,
  Dict,
  EXCEPTIONS,
  ExceptionType,
  formatted,
  isEqual,
  isKindOf,
  isTrue,
  iterated,
  List,
  Native,
  operate,
  Raised,
  repr,
  type Scope,
  SetValue,
  text,
  typeName,
  type Value,
  whole,
} from './values.ts';

/** How a block ended, where not by its end. */
type Flow = undefined | 'break' | 'continue' | { readonly returned: Value };

/** Statements after which others get a turn. */
const PATIENCE = 300;
const MOST_CALLS = 200;

export class Interpreter {
  readonly process: Process;
  /** Arguments of the program, `sys.argv`. */
  readonly argv: readonly string[];
  private readonly globals: Scope = new Map();
  private readonly known: Readonly<Record<string, Value>>;
  private steps = 0;
  private calls = 0;
  /** The exception that a handler is about. */
  private handled: Raised | undefined;

  constructor(process: Process, argv: readonly string[]) {
    this.process = process;
    this.argv = argv;
    this.known = builtins(this);
    this.globals.set('__name__', '__main__');
  }

  *run(source: string): Sys<void> {
    yield* this.block(parsePython(source), [this.globals]);
  }

  private *block(statements: Block, scopes: readonly Scope[]): Sys<Flow> {
    for (const statement of statements) {
      if (++this.steps % PATIENCE === 0) yield* yieldNow();
      try {
        const flow = yield* this.statement(statement, scopes);
        if (flow !== undefined) return flow;
      } catch (error) {
        if (error instanceof Raised) error.line ??= statement.line;
        throw error;
      }
    }
    return undefined;
  }

  private *statement(statement: Statement, scopes: readonly Scope[]): Sys<Flow> {
    const scope = scopes[0] as Scope;
    switch (statement.kind) {
      case 'expression':
        yield* this.value(statement.value, scopes);
        return undefined;
      case 'assign': {
        const value = yield* this.value(statement.value, scopes);
        for (const target of statement.targets) yield* this.assign(target, value, scopes);
        return undefined;
      }
      case 'update': {
        const before = yield* this.value(statement.target, scopes);
        const more = yield* this.value(statement.value, scopes);
        if (statement.operator === '+' && before instanceof List && !before.frozen) before.items.push(...iterated(more));
        else yield* this.assign(statement.target, operate(statement.operator, before, more), scopes);
        return undefined;
      }
      case 'if':
        return yield* this.block(isTrue(yield* this.value(statement.test, scopes)) ? statement.then : statement.otherwise, scopes);
      case 'while': {
        while (isTrue(yield* this.value(statement.test, scopes))) {
          if (++this.steps % PATIENCE === 0) yield* yieldNow();
          const flow = yield* this.block(statement.body, scopes);
          if (flow === 'break') return undefined;
          if (typeof flow === 'object') return flow;
        }
        return yield* this.block(statement.otherwise, scopes);
      }
      case 'for': {
        for (const one of iterated(yield* this.value(statement.over, scopes))) {
          yield* this.assign(statement.target, one, scopes);
          const flow = yield* this.block(statement.body, scopes);
          if (flow === 'break') return undefined;
          if (typeof flow === 'object') return flow;
        }
        return yield* this.block(statement.otherwise, scopes);
      }
      case 'def':
        scope.set(statement.name, yield* this.closure(statement.name, statement.parameters, statement.body, scopes));
        return undefined;
      case 'return':
        return { returned: statement.value ? yield* this.value(statement.value, scopes) : null };
      case 'import': {
        const [top = ''] = statement.module.split('.');
        const as = statement.as || top;
        scope.set(as, importModule(this, statement.as ? statement.module : top));
        return undefined;
      }
      case 'from': {
        const module = importModule(this, statement.module);
        for (const [name, as] of statement.names) {
          const member = module.members[name];
          if (member === undefined) throw new Raised('ImportError', `cannot import name '${name}' from '${module.name}'`);
          scope.set(as, member);
        }
        return undefined;
      }
      case 'try':
        return yield* this.attempt(statement, scopes);
      case 'raise': {
        const value = statement.value ? yield* this.value(statement.value, scopes) : this.handled;
        if (!value) throw new Raised('RuntimeError', 'No active exception to reraise');
        if (value instanceof Raised) throw value;
        if (value instanceof ExceptionType) throw new Raised(value.name);
        throw new Raised('TypeError', 'exceptions must derive from BaseException');
      }
      case 'with': {
        const value = yield* this.value(statement.value, scopes);
        if (statement.target) yield* this.assign(statement.target, value, scopes);
        return yield* this.block(statement.body, scopes);
      }
      case 'assert':
        if (isTrue(yield* this.value(statement.test, scopes))) return undefined;
        throw new Raised('AssertionError', ...(statement.message ? [yield* this.value(statement.message, scopes)] : []));
      case 'delete':
        for (const target of statement.targets) yield* this.remove(target, scopes);
        return undefined;
      case 'global':
        for (const name of statement.names) globalNames(scope).add(name);
        return undefined;
      case 'break':
      case 'continue':
        return statement.kind;
      case 'pass':
        return undefined;
    }
  }

  private *attempt(statement: Statement & { kind: 'try' }, scopes: readonly Scope[]): Sys<Flow> {
    let flow: Flow;
    let failure: Raised | undefined;
    try {
      flow = yield* this.handledBlock(statement, scopes);
    } catch (error) {
      if (!(error instanceof Raised)) throw error;
      failure = error;
    }
    const last = yield* this.block(statement.last, scopes);
    if (last !== undefined) return last;
    if (failure) throw failure;
    return flow;
  }

  /** What stands before `finally`. */
  private *handledBlock(statement: Statement & { kind: 'try' }, scopes: readonly Scope[]): Sys<Flow> {
    try {
      const flow = yield* this.block(statement.body, scopes);
      if (flow !== undefined) return flow;
    } catch (error) {
      if (!(error instanceof Raised)) throw error;
      const handler = yield* this.handlerOf(statement, error, scopes);
      if (!handler) throw error;
      if (handler.name !== undefined) scopes[0]?.set(handler.name, error);
      const before = this.handled;
      this.handled = error;
      try {
        return yield* this.block(handler.body, scopes);
      } finally {
        this.handled = before;
      }
    }
    return yield* this.block(statement.otherwise, scopes);
  }

  private *handlerOf({ handlers }: Statement & { kind: 'try' }, error: Raised, scopes: readonly Scope[]) {
    for (const handler of handlers) {
      if (!handler.type) return handler;
      const wanted = yield* this.value(handler.type, scopes);
      const types = wanted instanceof List ? wanted.items : [wanted];
      if (types.some((type) => type instanceof ExceptionType && isKindOf(error.type, type.name))) return handler;
    }
    return undefined;
  }

  private *assign(target: Expr, value: Value, scopes: readonly Scope[]): Sys<void> {
    switch (target.kind) {
      case 'name': {
        const scope = scopes[0] as Scope;
        (globalNames(scope).has(target.name) ? this.globals : scope).set(target.name, value);
        return;
      }
      case 'tuple':
      case 'list': {
        const values = iterated(value);
        const { items } = target;
        if (values.length > items.length)
          throw new Raised('ValueError', `too many values to unpack (expected ${items.length}, got ${values.length})`);
        if (values.length < items.length)
          throw new Raised('ValueError', `not enough values to unpack (expected ${items.length}, got ${values.length})`);
        for (const [at, one] of items.entries()) yield* this.assign(one, values[at] as Value, scopes);
        return;
      }
      case 'index': {
        const of = yield* this.value(target.of, scopes);
        const index = yield* this.value(target.index, scopes);
        if (of instanceof Dict) of.set(index, value);
        else if (of instanceof List && !of.frozen) of.items[place(of, index, 'list assignment')] = value;
        else throw new Raised('TypeError', `'${typeName(of)}' object does not support item assignment`);
        return;
      }
      default:
        throw new Raised('SyntaxError', `cannot assign to ${target.kind}`);
    }
  }

  private *remove(target: Expr, scopes: readonly Scope[]): Sys<void> {
    if (target.kind === 'name') {
      if (!scopes[0]?.delete(target.name)) throw new Raised('NameError', `name '${target.name}' is not defined`);
    } else if (target.kind === 'index') {
      const of = yield* this.value(target.of, scopes);
      const index = yield* this.value(target.index, scopes);
      if (of instanceof List && !of.frozen) of.items.splice(place(of, index, 'list assignment'), 1);
      else if (!(of instanceof Dict)) throw new Raised('TypeError', `'${typeName(of)}' object doesn't support item deletion`);
      else if (of.get(index) === undefined) throw new Raised('KeyError', index);
      else for (const [hash, [key]] of of.entries) if (isEqual(key, index)) of.entries.delete(hash);
    }
  }

  private *closure(name: string, parameters: Closure['parameters'], body: Block | Expr, scopes: readonly Scope[]): Sys<Closure> {
    const defaults = new Map<string, Value>();
    for (const parameter of parameters) if (parameter.value) defaults.set(parameter.name, yield* this.value(parameter.value, scopes));
    return new Closure(name, parameters, body, scopes, defaults);
  }

  *value(expr: Expr, scopes: readonly Scope[]): Sys<Value> {
    switch (expr.kind) {
      case 'constant':
        return expr.value;
      case 'name':
        return this.lookUp(expr.name, scopes);
      case 'format': {
        let made = '';
        for (const part of expr.parts) {
          if (typeof part === 'string') made += part;
          else {
            const value = yield* this.value(part.value, scopes);
            made += formatted(part.conversion ? (part.conversion === 's' ? text(value) : repr(value)) : value, part.spec);
          }
        }
        return made;
      }
      case 'list':
      case 'tuple':
        return new List(yield* this.values(expr.items, scopes), expr.kind === 'tuple');
      case 'set':
        return new SetValue(yield* this.values(expr.items, scopes));
      case 'dict': {
        const made = new Dict();
        for (const [key, value] of expr.entries) made.set(yield* this.value(key, scopes), yield* this.value(value, scopes));
        return made;
      }
      case 'comprehension': {
        const found: [Value, Value][] = [];
        yield* this.comprehend(expr, expr.loops, [new Map(), ...scopes], found);
        if (expr.of === 'list') return new List(found.map(([item]) => item));
        if (expr.of === 'set') return new SetValue(found.map(([item]) => item));
        const made = new Dict();
        for (const [key, value] of found) made.set(key, value);
        return made;
      }
      case 'unary': {
        const value = yield* this.value(expr.of, scopes);
        if (expr.operator === 'not') return !isTrue(value);
        if (expr.operator === '~') return ~whole(value);
        if (typeof value === 'number') return expr.operator === '-' ? -value : value;
        if (typeof value !== 'bigint' && typeof value !== 'boolean')
          throw new Raised('TypeError', `bad operand type for unary ${expr.operator}: '${typeName(value)}'`);
        return expr.operator === '-' ? -whole(value) : whole(value);
      }
      case 'binary':
        return operate(expr.operator, yield* this.value(expr.left, scopes), yield* this.value(expr.right, scopes));
      case 'compare': {
        let left = yield* this.value(expr.first, scopes);
        for (const [operator, next] of expr.rest) {
          const right = yield* this.value(next, scopes);
          if (!holds(operator, left, right)) return false;
          left = right;
        }
        return true;
      }
      case 'and':
      case 'or': {
        const left = yield* this.value(expr.left, scopes);
        return isTrue(left) === (expr.kind === 'or') ? left : yield* this.value(expr.right, scopes);
      }
      case 'if':
        return yield* this.value(isTrue(yield* this.value(expr.test, scopes)) ? expr.then : expr.otherwise, scopes);
      case 'call': {
        const of = yield* this.value(expr.of, scopes);
        const args: Value[] = [];
        const named = new Map<string, Value>();
        for (const { name, value } of expr.args) {
          const given = yield* this.value(value, scopes);
          if (name === undefined) args.push(given);
          else named.set(name, given);
        }
        return yield* this.call(of, { args, named });
      }
      case 'attribute':
        return attributeOf(this, yield* this.value(expr.of, scopes), expr.name);
      case 'index':
        return yield* this.element(expr, scopes);
      case 'lambda':
        return yield* this.closure('<lambda>', expr.parameters, expr.body, scopes);
      case 'slice':
        throw new Raised('SyntaxError', 'invalid syntax');
    }
  }

  private *values(items: readonly Expr[], scopes: readonly Scope[]): Sys<Value[]> {
    const found: Value[] = [];
    for (const item of items) found.push(yield* this.value(item, scopes));
    return found;
  }

  private lookUp(name: string, scopes: readonly Scope[]): Value {
    for (const scope of scopes) {
      const value = scope.get(name);
      if (value !== undefined) return value;
    }
    const value = this.known[name];
    if (value !== undefined && Object.hasOwn(this.known, name)) return value;
    if (Object.hasOwn(EXCEPTIONS, name)) return new ExceptionType(name, EXCEPTIONS[name]);
    throw new Raised('NameError', `name '${name}' is not defined`);
  }

  private *comprehend(
    expr: Expr & { kind: 'comprehension' },
    [loop, ...inner]: readonly Loop[],
    scopes: readonly Scope[],
    found: [Value, Value][],
  ): Sys<void> {
    if (!loop) {
      found.push([yield* this.value(expr.item, scopes), expr.value ? yield* this.value(expr.value, scopes) : null]);
      return;
    }
    each: for (const one of iterated(yield* this.value(loop.over, scopes))) {
      yield* this.assign(loop.target, one, scopes);
      for (const test of loop.tests) if (!isTrue(yield* this.value(test, scopes))) continue each;
      yield* this.comprehend(expr, inner, scopes, found);
    }
  }

  private *element({ of: object, index }: Expr & { kind: 'index' }, scopes: readonly Scope[]): Sys<Value> {
    const of = yield* this.value(object, scopes);
    if (index.kind === 'slice') {
      const part = function* (self: Interpreter, expr: Expr | undefined): Sys<number | undefined> {
        const value = expr && (yield* self.value(expr, scopes));
        return value === undefined || value === null ? undefined : Number(whole(value));
      };
      return sliced(of, yield* part(this, index.from), yield* part(this, index.to), (yield* part(this, index.step)) ?? 1);
    }
    const key = yield* this.value(index, scopes);
    if (of instanceof Dict) {
      const found = of.get(key);
      if (found === undefined) throw new Raised('KeyError', key);
      return found;
    }
    if (typeof of === 'string' || of instanceof List) {
      const list = typeof of === 'string' ? new List([...of], true) : of;
      return list.items[place(list, key, typeName(of) === 'str' ? 'string' : typeName(of))] as Value;
    }
    throw new Raised('TypeError', `'${typeName(of)}' object is not subscriptable`);
  }

  *call(of: Value, given: Arguments): Sys<Value> {
    if (of instanceof Native) return yield* of.run(given);
    if (of instanceof ExceptionType) return new Raised(of.name, ...given.args);
    if (!(of instanceof Closure)) throw new Raised('TypeError', `'${typeName(of)}' object is not callable`);
    const scope: Scope = new Map();
    const names = of.parameters.map(({ name }) => name);
    if (given.args.length > names.length)
      throw new Raised(
        'TypeError',
        `${of.name}() takes ${names.length} positional argument${names.length === 1 ? '' : 's'} but ${given.args.length} ${given.args.length === 1 ? 'was' : 'were'} given`,
      );
    for (const [name, value] of given.named) {
      if (!names.includes(name)) throw new Raised('TypeError', `${of.name}() got an unexpected keyword argument '${name}'`);
      scope.set(name, value);
    }
    for (const [at, name] of names.entries()) {
      const value = given.args[at] ?? scope.get(name) ?? of.defaults.get(name);
      if (value === undefined) throw new Raised('TypeError', `${of.name}() missing 1 required positional argument: '${name}'`);
      scope.set(name, value);
    }
    if (++this.calls > MOST_CALLS) throw new Raised('RecursionError', 'maximum recursion depth exceeded');
    try {
      const scopes = [scope, ...of.scopes];
      if ('kind' in of.body) return yield* this.value(of.body, scopes);
      const flow = yield* this.block(of.body, scopes);
      return typeof flow === 'object' ? flow.returned : null;
    } finally {
      this.calls--;
    }
  }
}

/** Names that a function says are global, by its scope. */
const globals = new WeakMap<Scope, Set<string>>();

function globalNames(scope: Scope): Set<string> {
  let names = globals.get(scope);
  if (!names) globals.set(scope, (names = new Set()));
  return names;
}

function place({ items }: List, index: Value, what: string): number {
  if (typeof index !== 'bigint' && typeof index !== 'boolean')
    throw new Raised('TypeError', `${what.split(' ')[0]} indices must be integers or slices, not ${typeName(index)}`);
  const at = Number(whole(index));
  const real = at < 0 ? at + items.length : at;
  if (real < 0 || real >= items.length) throw new Raised('IndexError', `${what} index out of range`);
  return real;
}

function sliced(of: Value, from: number | undefined, to: number | undefined, step: number): Value {
  if (typeof of !== 'string' && !(of instanceof List)) throw new Raised('TypeError', `'${typeName(of)}' object is not subscriptable`);
  if (step === 0) throw new Raised('ValueError', 'slice step cannot be zero');
  const items: readonly Value[] = typeof of === 'string' ? [...of] : of.items;
  const { length } = items;
  const bound = (at: number | undefined, otherwise: number): number => {
    if (at === undefined) return otherwise;
    return Math.min(Math.max(at < 0 ? at + length : at, step > 0 ? 0 : -1), step > 0 ? length : length - 1);
  };
  const [start, end] = [bound(from, step > 0 ? 0 : length - 1), bound(to, step > 0 ? length : -1)];
  const found: Value[] = [];
  for (let at = start; step > 0 ? at < end : at > end; at += step) found.push(items[at] as Value);
  return typeof of === 'string' ? found.join('') : new List(found, of.frozen);
}

function holds(operator: string, a: Value, b: Value): boolean {
  switch (operator) {
    case '==':
      return isEqual(a, b);
    case '!=':
      return !isEqual(a, b);
    case 'is':
      return a === b;
    case 'is not':
      return a !== b;
    case 'in':
      return contains(b, a);
    case 'not in':
      return !contains(b, a);
    case '<':
      return compared(a, b, operator) < 0;
    case '<=':
      return compared(a, b, operator) <= 0;
    case '>':
      return compared(a, b, operator) > 0;
    default:
      return compared(a, b, operator) >= 0;
  }
}

function contains(container: Value, value: Value): boolean {
  if (typeof container === 'string') {
    if (typeof value === 'string') return container.includes(value);
    throw new Raised('TypeError', `'in <string>' requires string as left operand, not ${typeName(value)}`);
  }
  if (container instanceof Dict) return container.get(value) !== undefined;
  return iterated(container).some((one) => isEqual(one, value));
}
