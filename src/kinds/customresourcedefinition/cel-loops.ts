/** Macros that go over a list with its indexes, or a map with its keys, in two variables (source: cel-go, ext.TwoVarComprehensions). */
import type { Environment } from '@marcbachmann/cel-js';

/** As much of the language's inside as its macros see: it says nothing of their types. */
interface Node {
  readonly op: string;
  readonly args: unknown;
}
interface Scope {
  forkWithVariable(name: string, type: unknown): Scope;
  reuse(outer: Scope): Scope;
  setIterValue(value: unknown, evaluator: Evaluator): Scope;
}
interface Evaluator {
  run(node: Node, scope: Scope): unknown;
}
interface Checker {
  check(node: Node, scope: Scope): unknown;
  getType(name: string): unknown;
}
interface Macro {
  readonly receiver: Node;
  readonly names: readonly [string, string];
  readonly bodies: readonly Node[];
  scopes?: readonly [Scope, Scope];
}
/** What the loop has come to, and whether it goes on. */
type Step = (value: readonly [unknown], key: unknown) => void;

interface Loop {
  readonly step: Step;
  readonly ended?: () => boolean;
  readonly result: () => unknown;
}

/** The pairs of a list or a map. */
function pairs(value: unknown): (readonly [unknown, unknown])[] {
  if (Array.isArray(value)) return value.map((one, index) => [BigInt(index), one] as const);
  if (value instanceof Map) return [...value];
  if (value !== null && typeof value === 'object') return Object.entries(value);
  throw new Error('expression of this type cannot be range of a comprehension');
}

const truth = (value: unknown): boolean => {
  if (typeof value !== 'boolean') throw new Error('predicate must return bool');
  return value;
};

function all(): Loop {
  let every = true;
  return { step: ([value]) => void (every &&= truth(value)), ended: () => !every, result: () => every };
}

function exists(): Loop {
  let some = false;
  return { step: ([value]) => void (some ||= truth(value)), ended: () => some, result: () => some };
}

function existsOne(): Loop {
  let count = 0;
  return { step: ([value]) => void (count += truth(value) ? 1 : 0), result: () => count === 1 };
}

function transformList(): Loop {
  const list: unknown[] = [];
  return { step: ([value]) => void list.push(value), result: () => list };
}

function transformMap(): Loop {
  const map: Record<string, unknown> = {};
  return { step: ([value], key) => void (map[String(key)] = value), result: () => map };
}

function transformMapEntry(): Loop {
  const map: Record<string, unknown> = {};
  const step: Step = ([value]) => {
    for (const [key, one] of pairs(value)) {
      if (Object.hasOwn(map, String(key))) throw new Error(`insert failed: key ${String(key)} already exists`);
      map[String(key)] = one;
    }
  };
  return { step, result: () => map };
}

const MACROS: readonly (readonly [name: string, filters: boolean, type: string, make: () => Loop])[] = [
  ['all', false, 'bool', all],
  ['exists', false, 'bool', exists],
  ['existsOne', false, 'bool', existsOne],
  ['exists_one', false, 'bool', existsOne],
  ['transformList', false, 'list<dyn>', transformList],
  ['transformList', true, 'list<dyn>', transformList],
  ['transformMap', false, 'map<dyn, dyn>', transformMap],
  ['transformMap', true, 'map<dyn, dyn>', transformMap],
  ['transformMapEntry', false, 'map<dyn, dyn>', transformMapEntry],
  ['transformMapEntry', true, 'map<dyn, dyn>', transformMapEntry],
];

export function addLoops(environment: Environment): void {
  for (const [name, filters, type, make] of MACROS) {
    const expand = ({ args, receiver }: { readonly args: readonly Node[]; readonly receiver: Node }): object => ({
      receiver,
      names: [nameOf(args[0], name), nameOf(args[1], name)],
      bodies: args.slice(2),
      async: false,
      typeCheck: (checker: Checker, macro: Macro, scope: Scope) => {
        checker.check(receiver, scope);
        const dyn = checker.getType('dyn');
        const one = scope.forkWithVariable(macro.names[0], dyn);
        const two = one.forkWithVariable(macro.names[1], dyn);
        macro.scopes = [one, two];
        for (const body of macro.bodies) checker.check(body, two);
        return checker.getType(type);
      },
      evaluate: (evaluator: Evaluator, macro: Macro, scope: Scope) => evaluate(evaluator, macro, scope, filters, make()),
    });
    const ast = filters ? 'ast, ast, ast, ast' : 'ast, ast, ast';
    environment.registerFunction(`list.${name}(${ast}): ${type}`, expand as never);
  }
}

function nameOf(node: Node | undefined, macro: string): string {
  if (node?.op !== 'id') throw new Error(`${macro}: argument must be a simple name`);
  return node.args as string;
}

function evaluate(evaluator: Evaluator, macro: Macro, outer: Scope, filters: boolean, loop: Loop): unknown {
  const [first, second] = macro.scopes as readonly [Scope, Scope];
  const [filter, body] = filters ? macro.bodies : [undefined, macro.bodies[0]];
  for (const [key, value] of pairs(evaluator.run(macro.receiver, outer))) {
    const scope = second.reuse(first.reuse(outer).setIterValue(key, evaluator)).setIterValue(value, evaluator);
    if (filter && !truth(evaluator.run(filter, scope))) continue;
    loop.step([evaluator.run(body as Node, scope)], key);
    if (loop.ended?.()) break;
  }
  return loop.result();
}
