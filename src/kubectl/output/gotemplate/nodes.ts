// The parse tree of a Go template, and the text of its nodes as error messages show it.
import { quote, type WholeFloat } from '../gofmt.ts';

interface At {
  /** Index in the template's text. */
  readonly at: number;
}

export type Node = At &
  (
    | { readonly type: 'text'; readonly text: string }
    | { readonly type: 'action'; readonly pipe: Pipe }
    | Branch
    | { readonly type: 'template'; readonly name: string; readonly pipe: Pipe | undefined }
    | { readonly type: 'break' | 'continue' }
  );

export type Branch = At & {
  readonly type: 'if' | 'with' | 'range';
  readonly pipe: Pipe;
  readonly list: readonly Node[];
  readonly otherwise: readonly Node[] | undefined;
};

export type Pipe = At & {
  readonly type: 'pipe';
  /** Variables to declare, or to assign when `assign` is set. */
  readonly variables: readonly string[];
  readonly assign: boolean;
  readonly commands: readonly Command[];
};

export type Command = At & { readonly type: 'command'; readonly args: readonly Operand[] };

export type Operand = At &
  (
    | { readonly type: 'dot' | 'nil' }
    | { readonly type: 'bool'; readonly value: boolean }
    | { readonly type: 'string'; readonly value: string; readonly source: string }
    /** A bigint is an int, the others are a float64. */
    | { readonly type: 'number'; readonly value: bigint | number | WholeFloat; readonly source: string }
    | { readonly type: 'identifier'; readonly name: string }
    | { readonly type: 'field'; readonly names: readonly string[] }
    | { readonly type: 'variable'; readonly name: string; readonly names: readonly string[] }
    | { readonly type: 'chain'; readonly node: Operand; readonly names: readonly string[] }
    | Pipe
  );

type AnyNode = Node | Pipe | Command | Operand;

/** `node` as template text. */
export function show(node: AnyNode): string {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'action':
      return `{{${show(node.pipe)}}}`;
    case 'if':
    case 'with':
    case 'range': {
      const otherwise = node.otherwise ? `{{else}}${node.otherwise.map(show).join('')}` : '';
      return `{{${node.type} ${show(node.pipe)}}}${node.list.map(show).join('')}${otherwise}{{end}}`;
    }
    case 'template':
      return `{{template ${quote(node.name)}${node.pipe ? ` ${show(node.pipe)}` : ''}}}`;
    case 'break':
    case 'continue':
      return `{{${node.type}}}`;
    case 'pipe': {
      const variables = node.variables.length > 0 ? `${node.variables.join(', ')} ${node.assign ? '=' : ':='} ` : '';
      return variables + node.commands.map(show).join(' | ');
    }
    case 'command':
      return node.args.map((arg) => (arg.type === 'pipe' ? `(${show(arg)})` : show(arg))).join(' ');
    case 'dot':
      return '.';
    case 'nil':
      return 'nil';
    case 'bool':
      return String(node.value);
    case 'string':
    case 'number':
      return node.source;
    case 'identifier':
      return node.name;
    case 'field':
      return fields(node.names);
    case 'variable':
      return node.name + fields(node.names);
    case 'chain':
      return (node.node.type === 'pipe' ? `(${show(node.node)})` : show(node.node)) + fields(node.names);
  }
}

function fields(names: readonly string[]): string {
  return names.map((name) => `.${name}`).join('');
}
