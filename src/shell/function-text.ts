/** A function as `declare -f` and `type` print it: bash does not keep its text, but writes the syntax tree anew, one command a line. */
import type {
  Assignment,
  CommandNode,
  CompoundList,
  Function as FunctionNode,
  Pipeline,
  PipelineNode,
  Redirection,
  Statement,
  TestExpression,
  Word,
} from 'unbash';
import { parse } from './parse.ts';

/** @param text the definition as it was typed */
export function functionText(text: string): string {
  const { source, script } = parse(text);
  const node = script.commands[0]?.command;
  return node?.type === 'Function' ? new Printer(source).definition(node, '') : text;
}

const INDENT = 4;

class Printer {
  private readonly source: string;
  private level = 0;
  /** Here-documents whose bodies come at the end of the line. */
  private bodies = '';
  private afterBody = false;

  constructor(source: string) {
    this.source = source;
  }

  definition({ name, body }: FunctionNode, word: string): string {
    const { text, redirects } = this.functionBody(body);
    return `${word}${name.value} () \n${this.margin()}${text}${redirects}`;
  }

  private functionBody(body: FunctionNode['body']): { text: string; redirects: string } {
    if (body.type === 'Redirected') {
      const { text } = this.functionBody(body.command);
      return { text, redirects: ` ${this.redirects(body.redirects)}` };
    }
    if (body.type === 'BraceGroup') return { text: `{ \n${this.inside(body.body)}\n${this.margin()}}`, redirects: '' };
    if (body.type === 'CompoundList') return { text: `{ \n${this.inside(body)}\n${this.margin()}}`, redirects: '' };
    this.level++;
    const text = `{ \n${this.margin()}${this.command(body)}\n`;
    this.level--;
    return { text: `${text}${this.margin()}}`, redirects: '' };
  }

  private margin(): string {
    return ' '.repeat(this.level * INDENT);
  }

  private slice(node: { readonly pos: number; readonly end: number }): string {
    return this.source.slice(node.pos, node.end);
  }

  /** The commands one level deeper, each with its margin. `end` closes the last. */
  private inside(list: CompoundList, end = ''): string {
    this.level++;
    const text = this.margin() + this.list(list, end);
    this.level--;
    return text;
  }

  /** The first command stands where the line is; further ones begin lines. */
  private list({ commands }: CompoundList, end = ''): string {
    let text = '';
    commands.forEach((statement, index) => {
      const last = index === commands.length - 1;
      text += this.statement(statement);
      if (statement.background) text += last ? ' &' : ' & ';
      else if (!last) text += `${this.closed(';')}\n${this.margin()}`;
      else if (end !== '') text += this.closed(end);
      else text += this.flush();
    });
    return text;
  }

  /** What ends a command: the sign, or the bodies of its here-documents, which end it as well. */
  private closed(sign: string): string {
    const bodies = this.flush();
    if (bodies !== '') return bodies;
    if (this.afterBody) {
      this.afterBody = false;
      return '';
    }
    return sign;
  }

  private flush(): string {
    const { bodies } = this;
    if (bodies === '') return '';
    this.bodies = '';
    this.afterBody = true;
    return `\n${bodies}`;
  }

  private statement({ command }: Statement): string {
    if (command.type !== 'AndOr') return this.pipeline(command);
    return command.commands.map((part, index) => (index === 0 ? '' : ` ${command.operators[index - 1]} `) + this.pipeline(part)).join('');
  }

  private pipeline(node: PipelineNode): string {
    if (node.type !== 'Pipeline') return this.command(node);
    const parts = node.commands.map((command, index) => this.piped(node, command, index));
    const prefixes = node.prefixes.map((prefix) => (prefix.type === 'Negation' ? '! ' : prefix.posix ? 'time -p ' : 'time '));
    return prefixes.join('') + parts.join(' | ');
  }

  /** `a |& b` is kept as `a 2>&1 | b`. */
  private piped({ operators }: Pipeline, command: CommandNode, index: number): string {
    return this.command(command) + (operators[index] === '|&' ? ' 2>&1' : '');
  }

  private command(node: CommandNode): string {
    const margin = this.margin();
    switch (node.type) {
      case 'Command': {
        const words = [...node.prefix, ...(node.name ? [node.name] : []), ...node.suffix];
        const isRedirect = (one: (typeof words)[number]): one is Redirection =>
          one.type === 'Redirect' || one.type === 'HereString' || one.type === 'HereDoc';
        const plain = words.filter((one) => !isRedirect(one)).map((one) => this.word(one));
        const redirects = words.filter(isRedirect);
        return [...plain, ...(redirects.length > 0 ? [this.redirects(redirects)] : [])].join(' ');
      }
      case 'Redirected':
        return `${this.command(node.command)} ${this.redirects(node.redirects)}`;
      case 'Function':
        return this.definition(node, 'function ');
      case 'Subshell':
        return `( ${this.list(node.body)} )`;
      case 'BraceGroup':
        return `{ \n${this.inside(node.body)}\n${margin}}`;
      case 'If': {
        const [next, ...more] = node.elif;
        const rest = next
          ? `${margin}else\n${this.nestedIf({ ...node, clause: next.clause, then: next.then, elif: more })};\n`
          : node.else
            ? `${margin}else\n${this.inside(node.else, ';')}\n`
            : '';
        return `if ${this.list(node.clause, ';')} then\n${this.inside(node.then, ';')}\n${rest}${margin}fi`;
      }
      case 'While':
        return `${node.kind} ${this.list(node.clause, ';')} do\n${this.inside(node.body, ';')}\n${margin}done`;
      case 'For':
      case 'Select': {
        const words = node.wordlist ? node.wordlist.map((word) => this.slice(word)).join(' ') : '"$@"';
        const head = `${node.type === 'For' ? 'for' : 'select'} ${node.name.text} in ${words};\n`;
        return `${head}${margin}do\n${this.inside(node.body, ';')}\n${margin}done`;
      }
      case 'ArithmeticFor': {
        const parts = [node.initialize, node.test, node.update].map((part) => (part ? this.slice(part) : '1'));
        return `for ((${parts.join('; ')}))\n${margin}do\n${this.inside(node.body, ';')}\n${margin}done`;
      }
      case 'Case': {
        this.level++;
        const items = node.items.map((item) => {
          const patterns = item.pattern.map((word) => this.slice(word)).join(' | ');
          const body = item.body.commands.length > 0 ? this.inside(item.body) : '';
          return `${this.margin()}${patterns})\n${body}\n${this.margin()}${item.terminator ?? ';;'}\n`;
        });
        this.level--;
        return `case ${this.slice(node.word)} in \n${items.join('')}${margin}esac`;
      }
      case 'TestCommand':
        return `[[ ${this.test(node.expression)} ]]`;
      case 'ArithmeticCommand':
        return `((${node.body}))`;
      case 'Coproc': {
        const { name, body } = node;
        return `coproc ${name ? `${name.text} ` : 'COPROC '}${body.type === 'CompoundList' ? this.list(body) : this.command(body)}`;
      }
    }
  }

  private word(node: Word | Assignment): string {
    if (node.type === 'Word' || node.value.type === 'Word') return this.slice(node);
    const { value } = node;
    return `${this.source.slice(node.pos, value.pos)}(${value.elements.map((one) => this.slice(one)).join(' ')})`;
  }

  private nestedIf(node: Extract<CommandNode, { type: 'If' }>): string {
    this.level++;
    const text = this.margin() + this.command(node);
    this.level--;
    return text;
  }

  private test(node: TestExpression): string {
    const word = (one: Word): string => this.slice(one);
    switch (node.type) {
      case 'TestUnary':
        // A word alone is there when it is not empty.
        return `${node.operator || '-n'} ${word(node.operand)}`;
      case 'TestBinary':
        return `${word(node.left)} ${node.operator} ${word(node.right)}`;
      case 'TestLogical':
        return node.operands.map((one) => this.test(one)).join(` ${node.operator} `);
      case 'TestNot':
        return `${'! '.repeat(node.negations.length)}${this.test(node.operand)}`;
      case 'TestGroup':
        return `( ${this.test(node.expression)} )`;
    }
  }

  private redirects(list: readonly Redirection[]): string {
    return list.map((one) => this.redirect(one)).join(' ');
  }

  private redirect(node: Redirection): string {
    const fd = (usual: number, always = false): string => {
      const { descriptor } = node;
      if (descriptor?.type === 'FileDescriptorVariable') return `{${descriptor.name}}`;
      const value = descriptor?.value ?? usual;
      return value === usual && !always ? '' : String(value);
    };
    if (node.type === 'HereDoc') {
      const body = this.source.slice(node.body.pos, node.closing?.end ?? node.body.end).replace(/\n?$/, '\n');
      this.bodies += node.operator === '<<-' ? body.replace(/^\t+/gm, '') : body;
      return `${fd(0)}${node.operator}${node.delimiter?.text ?? ''}`;
    }
    const target = node.target ? this.slice(node.target) : '';
    if (node.type === 'HereString') return `${fd(0)}<<< ${target}`;
    if (node.operator === '<&' || node.operator === '>&') return `${fd(node.operator === '>&' ? 1 : 0, true)}${node.operator}${target}`;
    return `${fd(node.operator.startsWith('<') ? 0 : 1)}${node.operator} ${target}`;
  }
}
