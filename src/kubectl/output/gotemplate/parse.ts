// The parser of Go's text/template, with its error messages.
import { isInt64, quote, WholeFloat } from '../gofmt.ts';
import { unquote, unquoteBody } from '../gostring.ts';
import { GoTemplateError, lex, type Token, type TokenType } from './lex.ts';
import { type Branch, type Command, type Node, type Operand, type Pipe, show } from './nodes.ts';

/** Nesting of blocks and parentheses that is refused instead of overflowing the stack. */
const DEEPEST = 400;
const OPERANDS: ReadonlySet<TokenType> = new Set<TokenType>([
  'bool',
  'charConstant',
  'dot',
  'field',
  'identifier',
  'number',
  'nil',
  'rawString',
  'string',
  'variable',
  'leftParen',
]);
const LITERALS: ReadonlySet<string> = new Set(['bool', 'string', 'number', 'nil', 'dot']);

/** The templates that `text` defines, the main one under `name`. `functions` are the names that can be called. */
export function parse(text: string, name: string, functions: ReadonlySet<string>): Map<string, readonly Node[]> {
  return new Parser(text, name, functions).parse();
}

/** `{{end}}` or `{{else}}`, which close a list of nodes. */
type Closer = 'end' | 'else';

class Parser {
  private readonly text: string;
  private readonly name: string;
  private readonly functions: ReadonlySet<string>;
  private readonly tokens: readonly Token[];
  private readonly templates = new Map<string, readonly Node[]>();
  private next = 0;
  /** The furthest token looked at: where errors are reported. */
  private seen = 0;
  private variables: string[] = ['$'];
  private ranges = 0;
  private depth = 0;
  private actionLine = 0;

  constructor(text: string, name: string, functions: ReadonlySet<string>) {
    this.text = text;
    this.name = name;
    this.functions = functions;
    this.tokens = lex(text);
  }

  parse(): Map<string, readonly Node[]> {
    const root: Node[] = [];
    while (this.peek().type !== 'eof') {
      if (this.isDefine()) this.define();
      else {
        const node = this.textOrAction();
        if (typeof node === 'string') this.fail(`unexpected {{${node}}}`);
        else root.push(node);
      }
    }
    this.add(this.name, root);
    return this.templates;
  }

  // Tokens.

  private peek(): Token {
    this.seen = Math.max(this.seen, Math.min(this.next, this.tokens.length - 1));
    return this.tokens[Math.min(this.next, this.tokens.length - 1)] as Token;
  }

  private take(): Token {
    const token = this.peek();
    this.next++;
    return token;
  }

  private peekNonSpace(): Token {
    while (this.peek().type === 'space') this.next++;
    return this.peek();
  }

  private takeNonSpace(): Token {
    this.peekNonSpace();
    return this.take();
  }

  private isKeyword(token: Token, word: string): boolean {
    return token.type === 'keyword' && token.value === word;
  }

  private isDefine(): boolean {
    if (this.peek().type !== 'leftDelim') return false;
    const start = this.next++;
    if (this.isKeyword(this.takeNonSpace(), 'define')) return true;
    this.next = start;
    return false;
  }

  // Errors.

  private lineOf(token: Token): number {
    let line = 1;
    for (let at = this.text.indexOf('\n'); at >= 0 && at < token.at; at = this.text.indexOf('\n', at + 1)) line++;
    return line;
  }

  private fail(message: string): never {
    throw new GoTemplateError(`template: ${this.name}:${this.lineOf(this.tokens[this.seen] as Token)}: ${message}`);
  }

  private unexpected(token: Token, context: string): never {
    if (token.type === 'error') {
      const started = this.actionLine !== 0 && this.actionLine !== this.lineOf(token) ? ` started at ${this.name}:${this.actionLine}` : '';
      return this.fail(token.value + (started && !token.value.endsWith(' action') ? ` in action${started}` : started));
    }
    return this.fail(`unexpected ${showToken(token)} in ${context}`);
  }

  private expect(type: TokenType, context: string): Token {
    const token = this.takeNonSpace();
    return token.type === type ? token : this.unexpected(token, context);
  }

  private nested<T>(run: () => T): T {
    if (++this.depth > DEEPEST) this.fail('template is nested too deeply');
    const result = run();
    this.depth--;
    return result;
  }

  // Templates and lists.

  private add(name: string, nodes: readonly Node[]): void {
    const known = this.templates.get(name);
    if (!known || isEmpty(known)) this.templates.set(name, nodes);
    else if (!isEmpty(nodes)) this.fail(`template: multiple definition of template ${quote(name)}`);
  }

  private define(): void {
    const name = this.templateName('define clause');
    this.expect('rightDelim', 'define clause');
    this.body(name, 'define clause');
  }

  /** The nodes up to {{end}} become the template `name`, which sees no variables but its own. */
  private body(name: string, context: string): void {
    const [variables, ranges] = [this.variables, this.ranges];
    [this.variables, this.ranges] = [['$'], 0];
    const { nodes, closer } = this.list();
    if (closer !== 'end') this.fail(`unexpected {{${closer}}} in ${context}`);
    this.add(name, nodes);
    [this.variables, this.ranges] = [variables, ranges];
  }

  private templateName(context: string): string {
    const token = this.takeNonSpace();
    if (token.type !== 'string' && token.type !== 'rawString') this.unexpected(token, context);
    return unquote(token.value) ?? this.fail('invalid syntax');
  }

  private list(): { nodes: Node[]; closer: Closer } {
    return this.nested(() => {
      const nodes: Node[] = [];
      while (this.peekNonSpace().type !== 'eof') {
        const node = this.textOrAction();
        if (typeof node === 'string') return { nodes, closer: node };
        nodes.push(node);
      }
      return this.fail('unexpected EOF');
    });
  }

  private textOrAction(): Node | Closer {
    const token = this.takeNonSpace();
    if (token.type === 'text') return { type: 'text', at: token.at, text: token.value };
    if (token.type !== 'leftDelim') this.unexpected(token, 'input');
    this.actionLine = this.lineOf(token);
    const node = this.action();
    this.actionLine = 0;
    return node;
  }

  private action(): Node | Closer {
    const token = this.peekNonSpace();
    if (token.type !== 'keyword') return { type: 'action', at: token.at, pipe: this.pipeline('command', 'rightDelim') };
    this.next++;
    switch (token.value) {
      case 'if':
      case 'with':
      case 'range':
        return this.control(token.value, token.at);
      case 'break':
      case 'continue': {
        const end = this.takeNonSpace();
        if (end.type !== 'rightDelim') this.unexpected(end, `{{${token.value}}}`);
        if (this.ranges === 0) this.fail(`{{${token.value}}} outside {{range}}`);
        return { type: token.value, at: token.at };
      }
      case 'template': {
        const { at } = this.peekNonSpace();
        const name = this.templateName('template clause');
        if (this.peekNonSpace().type !== 'rightDelim')
          return { type: 'template', at, name, pipe: this.pipeline('template clause', 'rightDelim') };
        this.next++;
        return { type: 'template', at, name, pipe: undefined };
      }
      case 'block': {
        const { at } = this.peekNonSpace();
        const name = this.templateName('block clause');
        const pipe = this.pipeline('block clause', 'rightDelim');
        this.body(name, 'block clause');
        return { type: 'template', at, name, pipe };
      }
      case 'end':
        this.expect('rightDelim', 'end');
        return 'end';
      case 'else': {
        const follow = this.peekNonSpace();
        if (!this.isKeyword(follow, 'if') && !this.isKeyword(follow, 'with')) this.expect('rightDelim', 'else');
        return 'else';
      }
    }
    return this.unexpected(token, 'command');
  }

  private control(type: 'if' | 'with' | 'range', start: number): Branch {
    const known = this.variables.length;
    const pipe = this.pipeline(type, 'rightDelim');
    if (type === 'range') this.ranges++;
    const { nodes: list, closer } = this.list();
    if (type === 'range') this.ranges--;
    let otherwise: readonly Node[] | undefined;
    if (closer === 'else') {
      const follow = this.peek();
      if (type !== 'range' && this.isKeyword(follow, type)) {
        // {{else if}} is {{else}}{{if}} with one {{end}} for both.
        this.next++;
        otherwise = [this.nested(() => this.control(type, follow.at))];
      } else {
        const rest = this.list();
        if (rest.closer !== 'end') this.fail(`expected end; found {{${rest.closer}}}`);
        otherwise = rest.nodes;
      }
    }
    this.variables.length = known;
    return { type, at: pipe.at ?? start, pipe, list, otherwise };
  }

  // Pipelines.

  private pipeline(context: string, end: TokenType): Pipe {
    const { at } = this.peekNonSpace();
    const { variables, assign } = this.declarations(context);
    const commands: Command[] = [];
    for (;;) {
      const token = this.takeNonSpace();
      if (token.type === end) break;
      if (!OPERANDS.has(token.type)) this.unexpected(token, context);
      this.next--;
      commands.push(this.command());
    }
    if (commands.length === 0) this.fail(`missing value for ${context}`);
    commands.slice(1).forEach((command, index) => {
      if (LITERALS.has(command.args[0]?.type ?? '')) this.fail(`non executable command in pipeline stage ${index + 2}`);
    });
    return { type: 'pipe', at, variables, assign, commands };
  }

  private declarations(context: string): { variables: string[]; assign: boolean } {
    const variables: string[] = [];
    for (;;) {
      const token = this.peekNonSpace();
      if (token.type !== 'variable') return { variables, assign: false };
      const start = this.next++;
      const follow = this.peekNonSpace();
      const comma = follow.type === 'char' && follow.value === ',';
      if (follow.type !== 'assign' && follow.type !== 'declare' && !comma) {
        this.next = start;
        return { variables, assign: false };
      }
      this.next++;
      variables.push(token.value);
      this.variables.push(token.value);
      if (!comma) return { variables, assign: follow.type === 'assign' };
      if (context !== 'range' || variables.length > 1) this.fail(`too many declarations in ${context}`);
      if (!['variable', 'rightDelim', 'rightParen'].includes(this.peekNonSpace().type)) this.fail('range can only initialize variables');
    }
  }

  private command(): Command {
    const { at } = this.peekNonSpace();
    const args: Operand[] = [];
    for (;;) {
      this.peekNonSpace();
      const operand = this.operand();
      if (operand) args.push(operand);
      const token = this.take();
      if (token.type === 'space') continue;
      if (token.type === 'rightDelim' || token.type === 'rightParen') this.next--;
      else if (token.type !== 'pipe') this.unexpected(token, 'operand');
      break;
    }
    if (args.length === 0) this.fail('empty command');
    return { type: 'command', at, args };
  }

  private operand(): Operand | undefined {
    const node = this.term();
    if (!node || this.peek().type !== 'field') return node;
    const { at } = this.peek();
    const names: string[] = [];
    while (this.peek().type === 'field') names.push(this.take().value.slice(1));
    if (node.type === 'field' || node.type === 'variable') return { ...node, at, names: [...node.names, ...names] };
    if (LITERALS.has(node.type)) this.fail(`unexpected . after term ${quote(show(node))}`);
    return { type: 'chain', at, node, names };
  }

  private term(): Operand | undefined {
    const token = this.takeNonSpace();
    const { at, value } = token;
    switch (token.type) {
      case 'identifier':
        if (!this.functions.has(value)) this.fail(`function ${quote(value)} not defined`);
        return { type: 'identifier', at, name: value };
      case 'dot':
      case 'nil':
        return { type: token.type, at };
      case 'variable':
        if (!this.variables.includes(value)) this.fail(`undefined variable ${quote(value)}`);
        return { type: 'variable', at, name: value, names: [] };
      case 'field':
        return { type: 'field', at, names: [value.slice(1)] };
      case 'bool':
        return { type: 'bool', at, value: value === 'true' };
      case 'charConstant':
      case 'number':
        return { type: 'number', at, value: this.number(value), source: value };
      case 'leftParen':
        return this.nested(() => this.pipeline('parenthesized pipeline', 'rightParen'));
      case 'string':
      case 'rawString':
        return { type: 'string', at, value: unquote(value) ?? this.fail('invalid syntax'), source: value };
      default:
        this.next--;
        return undefined;
    }
  }

  private number(source: string): bigint | number | WholeFloat {
    if (source.startsWith("'")) {
      const char = [...(unquoteBody(source.slice(1, -1), "'") ?? '')];
      return char.length === 1 ? BigInt(char[0]?.codePointAt(0) as number) : this.fail(`malformed character constant: ${source}`);
    }
    if (/^[-+]?(0[xX](_?[\da-fA-F])+|0[oO](_?[0-7])+|0[bB](_?[01])+|0(_?[0-7])*|[1-9](_?\d)*)$/.test(source)) {
      const sign = source.startsWith('-') ? -1n : 1n;
      const digits = source
        .replace(/^[-+]/, '')
        .replaceAll('_', '')
        .replace(/^0(?=[0-7])/, '0o');
      const value = sign * BigInt(digits);
      return BigInt.asIntN(64, value) === value ? value : this.fail(`integer overflow: ${quote(source)}`);
    }
    if (/^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(source)) {
      if (!/[.eE]/.test(source)) this.fail(`integer overflow: ${quote(source)}`);
      const value = Number(source);
      return isInt64(value) ? new WholeFloat(value) : value;
    }
    if (/^[-+]?[\d.]+i$/.test(source)) this.fail('complex numbers are not supported by this terminal');
    return this.fail(`illegal number syntax: ${quote(source)}`);
  }
}

function isEmpty(nodes: readonly Node[]): boolean {
  return nodes.every((node) => node.type === 'text' && node.text.trim() === '');
}

function showToken({ type, value }: Token): string {
  if (type === 'eof') return 'EOF';
  if (type === 'keyword' || type === 'dot' || type === 'nil') return `<${value}>`;
  return [...value].length > 10 ? `${quote([...value].slice(0, 10).join(''))}...` : quote(value);
}
