// The evaluation of a parsed Go template.
import { formatValue, isInt64, quote, typeName } from '../gofmt.ts';
import { sortedKeys } from '../json.ts';
import { CALLED, FUNCTIONS, FunctionError, isMap, isTrue } from './functions.ts';
import { GoTemplateError } from './lex.ts';
import { type Branch, type Command, type Node, type Operand, type Pipe, show } from './nodes.ts';

/** Go lets templates call each other this deep; the stack here holds less, but the message is Go's. */
const GO_DEPTH = 100_000;
const DEEPEST = 300;
/** What a template may do and print before it is stopped: it must not freeze the page. */
const MOST_STEPS = 1_000_000;
const MOST_OUTPUT = 20_000_000;

/** Stands for "no value comes from the left of the pipe". */
const MISSING = Symbol('missing');

/** A value and whether Go holds it in an interface, as the elements of maps and lists; only its errors tell. */
interface Slot {
  value: unknown;
  readonly boxed: boolean;
}

type Leave = 'break' | 'continue' | undefined;

export interface Program {
  /** The template's name in messages. */
  readonly name: string;
  readonly text: string;
  readonly templates: ReadonlyMap<string, readonly Node[]>;
}

/** kubectl decodes whole numbers of an object into an int64, others into a float64; missing fields become `<no value>` when allowed. */
export class Execution {
  /** What was printed, up to the error if there was one. */
  output = '';
  private readonly program: Program;
  private readonly allowMissingKeys: boolean;
  private template: string;
  private variables: { name: string; slot: Slot }[] = [];
  private node: Node | Pipe | Command | Operand | undefined;
  private depth = 0;
  private steps = 0;

  constructor(program: Program, allowMissingKeys: boolean) {
    this.program = program;
    this.allowMissingKeys = allowMissingKeys;
    this.template = program.name;
  }

  run(data: unknown): void {
    const dot = { value: data ?? undefined, boxed: false };
    this.variables = [{ name: '$', slot: dot }];
    this.walkList(dot, this.program.templates.get(this.program.name) ?? []);
  }

  private fail(message: string): never {
    const name = quote(this.template);
    if (!this.node) throw new GoTemplateError(`template: ${this.template}: ${message}`);
    const before = this.program.text.slice(0, this.node.at);
    const line = before.split('\n').length;
    const column = new TextEncoder().encode(before.slice(before.lastIndexOf('\n') + 1)).length;
    throw new GoTemplateError(`template: ${this.program.name}:${line}:${column}: executing ${name} at <${show(this.node)}>: ${message}`);
  }

  private print(text: string): void {
    this.output += text;
    if (this.output.length > MOST_OUTPUT) this.fail('too much output');
  }

  private step(): void {
    if (++this.steps > MOST_STEPS) this.fail('too many steps');
  }

  // Nodes.

  private walkList(dot: Slot, nodes: readonly Node[]): Leave {
    for (const node of nodes) {
      const leave = this.walk(dot, node);
      if (leave) return leave;
    }
    return undefined;
  }

  private walk(dot: Slot, node: Node): Leave {
    this.node = node;
    this.step();
    switch (node.type) {
      case 'text':
        this.print(node.text);
        return undefined;
      case 'action': {
        const value = this.pipeline(dot, node.pipe);
        this.node = node;
        if (node.pipe.variables.length === 0) this.print(value === undefined ? '<no value>' : formatValue(value));
        return undefined;
      }
      case 'break':
      case 'continue':
        return node.type;
      case 'template':
        this.call(dot, node.name, node.pipe);
        return undefined;
      default: {
        const known = this.variables.length;
        const leave = node.type === 'range' ? this.range(dot, node) : this.ifOrWith(dot, node);
        this.variables.length = known;
        return leave;
      }
    }
  }

  private ifOrWith(dot: Slot, node: Branch): Leave {
    const value = this.pipeline(dot, node.pipe);
    if (isTrue(value)) return this.walkList(node.type === 'with' ? { value, boxed: false } : dot, node.list);
    return node.otherwise ? this.walkList(dot, node.otherwise) : undefined;
  }

  private range(dot: Slot, node: Branch): Leave {
    const value = this.pipeline(dot, node.pipe);
    const known = this.variables.length;
    const { variables, assign } = node.pipe;
    const iterate = (index: unknown, element: Slot): boolean => {
      this.step();
      const last = this.variables.at(-1);
      if (assign) {
        if (variables.length > 0) this.assign(variables[0] as string, variables.length > 1 ? { value: index, boxed: false } : element);
        if (variables.length > 1) this.assign(variables[1] as string, element);
      } else {
        if (variables.length > 0 && last) last.slot = element;
        const first = this.variables.at(-2);
        if (variables.length > 1 && first) first.slot = { value: index, boxed: false };
      }
      const leave = this.walkList(element, node.list);
      this.variables.length = known;
      return leave !== 'break';
    };
    let count = 0;
    if (Array.isArray(value)) {
      for (const element of value) if (!iterate(BigInt(count++), { value: element, boxed: true })) break;
    } else if (typeof value === 'bigint' || isInt64(value)) {
      if (variables.length > 1) this.fail(`can't use ${value} to iterate over more than one variable`);
      while (count < value && iterate(BigInt(count), { value: BigInt(count++), boxed: false }));
    } else if (isMap(value)) {
      for (const key of sortedKeys(value)) {
        count++;
        if (!iterate(key, { value: value[key], boxed: true })) break;
      }
    } else if (value !== undefined && value !== null) this.fail(`range can't iterate over ${formatValue(value)}`);
    return count === 0 && node.otherwise ? this.walkList(dot, node.otherwise) : undefined;
  }

  private call(dot: Slot, name: string, pipe: Pipe | undefined): void {
    const nodes = this.program.templates.get(name);
    if (!nodes) this.fail(`template ${quote(name)} not defined`);
    if (this.depth === DEEPEST) this.fail(`exceeded maximum template depth (${GO_DEPTH})`);
    const argument = { value: pipe ? this.pipeline(dot, pipe) : undefined, boxed: false };
    const [variables, template] = [this.variables, this.template];
    [this.variables, this.template] = [[{ name: '$', slot: argument }], name];
    this.depth++;
    this.walkList(argument, nodes ?? []);
    this.depth--;
    [this.variables, this.template] = [variables, template];
  }

  private assign(name: string, slot: Slot): void {
    const variable = this.variables.findLast((one) => one.name === name);
    if (variable) variable.slot = slot;
    else this.fail(`undefined variable: ${name}`);
  }

  // Pipelines and operands.

  private pipeline(dot: Slot, pipe: Pipe): unknown {
    this.node = pipe;
    let value: unknown = MISSING;
    for (const command of pipe.commands) value = this.command(dot, command, value) ?? undefined;
    for (const name of pipe.variables) {
      if (pipe.assign) this.assign(name, { value, boxed: false });
      else this.variables.push({ name, slot: { value, boxed: false } });
    }
    return value;
  }

  private command(dot: Slot, { args }: Command, final: unknown): unknown {
    const first = args[0] as Operand;
    const hasArguments = args.length > 1 || final !== MISSING;
    switch (first.type) {
      case 'field':
      case 'chain':
        return this.operand(dot, first, hasArguments);
      case 'identifier':
        return this.function(dot, first, args.slice(1), final);
      case 'variable':
        if (first.names.length > 0) return this.operand(dot, first, hasArguments);
        break;
    }
    if (first.type !== 'pipe') this.node = first;
    if (hasArguments) this.fail(`can't give argument to non-function ${show(first)}`);
    if (first.type === 'nil') this.fail('nil is not a command');
    return this.operand(dot, first, false);
  }

  /** The value of an operand; `hasArguments` when it stands where only a function could. */
  private operand(dot: Slot, node: Operand, hasArguments = false): unknown {
    if (node.type !== 'pipe') this.node = node;
    switch (node.type) {
      case 'dot':
        return dot.value;
      case 'nil':
        return undefined;
      case 'bool':
      case 'number':
      case 'string':
        return node.value;
      case 'identifier':
        return this.function(dot, node, [], MISSING);
      case 'field':
        return this.fields(dot, node.names, hasArguments);
      case 'variable': {
        const variable = this.variables.findLast((one) => one.name === node.name);
        if (!variable) return this.fail(`undefined variable: ${node.name}`);
        return this.fields(variable.slot, node.names, hasArguments);
      }
      case 'chain': {
        if (node.node.type === 'nil') this.fail(`indirection through explicit nil in ${show(node)}`);
        return this.fields({ value: this.operand(dot, node.node), boxed: false }, node.names, hasArguments);
      }
      case 'pipe':
        return this.pipeline(dot, node);
    }
  }

  private fields(slot: Slot, names: readonly string[], hasArguments: boolean): unknown {
    let [value, boxed] = [slot.value, slot.boxed];
    names.forEach((name, index) => {
      value = this.field(value, boxed, name, hasArguments && index === names.length - 1);
      boxed = true;
    });
    return value;
  }

  private field(receiver: unknown, boxed: boolean, name: string, hasArguments: boolean): unknown {
    if (receiver === undefined) {
      if (!this.allowMissingKeys) this.fail(`nil data; no entry for key ${quote(name)}`);
      return undefined;
    }
    const type = boxed ? 'interface {}' : typeName(receiver);
    if (receiver === null) this.fail(`nil pointer evaluating ${type}.${name}`);
    if (!isMap(receiver)) return this.fail(`can't evaluate field ${name} in type ${type}`);
    if (hasArguments) this.fail(`${name} is not a method but has arguments`);
    if (Object.hasOwn(receiver, name) && receiver[name] !== undefined) return receiver[name];
    if (!this.allowMissingKeys) this.fail(`map has no entry for key ${quote(name)}`);
    return undefined;
  }

  private function(dot: Slot, node: Operand & { type: 'identifier' }, args: readonly Operand[], final: unknown): unknown {
    this.node = node;
    const { name } = node;
    const definition = FUNCTIONS.get(name);
    if (!definition) return this.fail(`${quote(name)} is not a defined function`);
    const { min, max, run, stringFirst } = definition;
    const count = args.length + (final === MISSING ? 0 : 1);
    if (max === Number.POSITIVE_INFINITY && count < min)
      this.fail(`wrong number of args for ${name}: want at least ${min} got ${args.length}`);
    if (max < Number.POSITIVE_INFINITY && count !== max) this.fail(`wrong number of args for ${name}: want ${max} got ${count}`);
    const values: unknown[] = [];
    for (const arg of args) {
      const value = this.argument(dot, arg, stringFirst === true && values.length === 0);
      if ((name === 'and' || name === 'or') && isTrue(value) === (name === 'or')) return value;
      values.push(value);
    }
    if (final !== MISSING) values.push(stringFirst && values.length === 0 ? this.asString(final) : final);
    try {
      return run(values);
    } catch (error) {
      if (!(error instanceof FunctionError)) throw error;
      this.node = node;
      return this.failCall(name, args, node, error.message.replace(CALLED, args[0] ? show(args[0]) : ''));
    }
  }

  /** Go reports a failed call at the whole command. */
  private failCall(name: string, args: readonly Operand[], node: Operand, message: string): never {
    if (args.length > 0) this.node = { type: 'command', at: node.at, args: [node, ...args] };
    return this.fail(`error calling ${name}: ${message}`);
  }

  private argument(dot: Slot, node: Operand, wantsString: boolean): unknown {
    this.node = node;
    if (!wantsString) return this.operand(dot, node);
    if (node.type === 'nil') this.fail('cannot assign nil to string');
    if (node.type === 'bool' || node.type === 'number') this.fail(`expected string; found ${show(node)}`);
    return this.asString(this.operand(dot, node));
  }

  private asString(value: unknown): string {
    if (typeof value === 'string') return value;
    if (value === undefined) this.fail('invalid value; expected string');
    const type = value === null ? 'interface {}' : typeName(value);
    return this.fail(`wrong type for value; expected string; got ${type}`);
  }
}
