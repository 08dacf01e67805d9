// YAML as kubectl reads it: split into documents, parsed by the rules of Go's yaml (version 2), turned into JSON values.
import { jsonEnd } from '../../api/json-syntax.ts';
import { formatGoFloat, sprintf } from './gofmt.ts';
import { resolve } from './yamlresolve.ts';
import { Scanner, type Token, type TokenType, YamlError } from './yamlscan.ts';

export { YamlError } from './yamlscan.ts';

type Node =
  | { readonly kind: 'scalar'; readonly tag: string; readonly value: string; readonly plain: boolean }
  | { readonly kind: 'list'; readonly items: Node[] }
  | { readonly kind: 'map'; readonly pairs: [Node, Node][] }
  | { readonly kind: 'alias'; readonly name: string; readonly target: Node };

const STANDARD = 'tag:yaml.org,2002:';

export interface ReadOptions {
  /** Only `true` and `false` are booleans, as in kustomize's reader of resources; else YAML 1.1's yes, no, on, off, y and n are too. */
  readonly coreBooleans?: boolean;
}

/** The values of all documents of `text`; empty documents give none. Throws YamlError in the words of kubectl. */
export function readYaml(text: string, options: ReadOptions = {}): unknown[] {
  const { values, error } = readYamlStream(text, options);
  if (error) throw error;
  return values;
}

/** The values up to the first document that cannot be read, and why it cannot: kubectl still uses what came before. */
export function readYamlStream(text: string, options: ReadOptions = {}): { values: unknown[]; error?: YamlError } {
  const { values, rest } = readJsonStream(text);
  if (rest === undefined) return { values, error: new YamlError('unexpected EOF') };
  try {
    for (const document of splitDocuments(rest)) {
      const value = readDocument(document, options);
      if (value !== null) values.push(value);
    }
    return { values };
  } catch (error) {
    if (error instanceof YamlError) return { values, error };
    throw error;
  }
}

/** JSON values one after the other, as far as they go; what follows them is read as YAML. `rest` is undefined where the last one breaks off. */
function readJsonStream(text: string): { values: unknown[]; rest?: string } {
  const values: unknown[] = [];
  let at = 0;
  const object = /\s*\{/y;
  for (;;) {
    object.lastIndex = at;
    if (!object.test(text)) break;
    const end = jsonEnd(text, at);
    if (end === -1) return { values };
    if (end === undefined) break;
    values.push(JSON.parse(text.slice(at, end)));
    at = end;
  }
  return { values, rest: text.slice(at) };
}

/** A line that starts with `---` ends a document; only a comment may follow on it. Lines of errors count from there. */
function* splitDocuments(text: string): Generator<string> {
  let document = '';
  for (const line of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    if (line.startsWith('---')) {
      const rest = line.slice(3).trim();
      if (rest !== '' && !rest.startsWith('#')) throw new YamlError(`invalid Yaml document separator: ${rest}`);
      if (document !== '') {
        yield document;
        document = '';
        continue;
      }
    }
    document += line;
  }
  if (document !== '') yield document;
}

function readDocument(text: string, { coreBooleans = false }: ReadOptions): unknown {
  try {
    return new Decoder(coreBooleans).decode(new Parser(text).parse());
  } catch (error) {
    throw error instanceof YamlError ? new YamlError(`error converting YAML to JSON: ${error.message}`) : error;
  }
}

class Parser {
  private readonly scanner: Scanner;
  private readonly anchors = new Map<string, Node>();
  private readonly handles = new Map([
    ['!', '!'],
    ['!!', STANDARD],
  ]);

  constructor(text: string) {
    this.scanner = new Scanner(text);
  }

  /** The first document. */
  parse(): Node {
    let token = this.scanner.peek();
    if (token.type === 'streamEnd') return this.empty();
    let explicit = false;
    for (; token.type === 'yamlDirective' || token.type === 'tagDirective'; token = this.scanner.peek()) {
      explicit = true;
      if (token.type === 'tagDirective') this.handles.set(token.handle, token.value);
      else if (token.handle !== '1' || token.value !== '1') this.fail('found incompatible YAML document', token);
      this.scanner.take();
    }
    if (token.type === 'documentStart') {
      this.scanner.take();
      if (this.is('yamlDirective', 'tagDirective', 'documentStart', 'documentEnd', 'streamEnd')) return this.empty();
    } else if (explicit) this.fail('did not find expected <document start>', token);
    const node = this.node(true, false);
    this.scanner.peek(); // Go looks at what follows, which may be an error.
    return node;
  }

  private fail(problem: string, token: Token): never {
    throw new YamlError(`yaml: ${token.line > 0 ? `line ${token.line}: ` : ''}${problem}`);
  }

  private is(...types: TokenType[]): boolean {
    return types.includes(this.scanner.peek().type);
  }

  private empty(): Node {
    return { kind: 'scalar', tag: '', value: '', plain: true };
  }

  /** A node, unless one of `types` says that there is none. */
  private nodeOrEmpty(block: boolean, indentless: boolean, ...types: TokenType[]): Node {
    return this.is(...types) ? this.empty() : this.node(block, indentless);
  }

  private node(block: boolean, indentless: boolean): Node {
    if (this.is('alias')) {
      const name = this.scanner.take().value;
      const target = this.anchors.get(name);
      if (!target) throw new YamlError(`yaml: unknown anchor '${name}' referenced`);
      return { kind: 'alias', name, target };
    }
    let [anchor, tag] = ['', ''];
    let tagged = false;
    for (let round = 0; round < 2; round++) {
      if (anchor === '' && this.is('anchor')) anchor = this.scanner.take().value;
      else if (!tagged && this.is('tag')) {
        tagged = true;
        tag = this.fullTag(this.scanner.take());
      }
    }
    const name = (node: Node): Node => {
      if (anchor !== '') this.anchors.set(anchor, node);
      return node;
    };
    const token = this.scanner.peek();
    if (indentless && token.type === 'blockEntry')
      return this.blockList(name({ kind: 'list', items: [] }) as Node & { kind: 'list' }, true);
    if (token.type === 'scalar') {
      this.scanner.take();
      return name({ kind: 'scalar', tag, value: token.value, plain: token.plain });
    }
    if (token.type === '[') return this.flowList(name({ kind: 'list', items: [] }) as Node & { kind: 'list' });
    if (token.type === '{') return this.flowMap(name({ kind: 'map', pairs: [] }) as Node & { kind: 'map' });
    if (block && token.type === 'blockSequenceStart') {
      this.scanner.take();
      return this.blockList(name({ kind: 'list', items: [] }) as Node & { kind: 'list' }, false);
    }
    if (block && token.type === 'blockMappingStart') return this.blockMap(name({ kind: 'map', pairs: [] }) as Node & { kind: 'map' });
    if (anchor !== '' || tag !== '') return name({ kind: 'scalar', tag, value: '', plain: tag === '' });
    return this.fail('did not find expected node content', token);
  }

  private fullTag(token: Token): string {
    if (token.handle === '') return token.value;
    const prefix = this.handles.get(token.handle);
    if (prefix === undefined) this.fail('found undefined tag handle', token);
    return prefix + token.value;
  }

  private blockList(list: Node & { kind: 'list' }, indentless: boolean): Node {
    while (this.is('blockEntry')) {
      this.scanner.take();
      const ends: TokenType[] = indentless ? ['blockEntry', 'key', 'value', 'blockEnd'] : ['blockEntry', 'blockEnd'];
      list.items.push(this.nodeOrEmpty(true, false, ...ends));
    }
    if (indentless) return list;
    if (!this.is('blockEnd')) this.fail("did not find expected '-' indicator", this.scanner.peek());
    this.scanner.take();
    return list;
  }

  private blockMap(map: Node & { kind: 'map' }): Node {
    this.scanner.take();
    // A value without a key stands only where no key was read before it.
    while (this.is('key')) {
      this.scanner.take();
      const key = this.nodeOrEmpty(true, true, 'key', 'value', 'blockEnd');
      let value = this.empty();
      if (this.is('value')) {
        this.scanner.take();
        value = this.nodeOrEmpty(true, true, 'key', 'value', 'blockEnd');
      }
      map.pairs.push([key, value]);
    }
    if (!this.is('blockEnd')) this.fail('did not find expected key', this.scanner.peek());
    this.scanner.take();
    return map;
  }

  private flowList(list: Node & { kind: 'list' }): Node {
    this.scanner.take();
    for (let first = true; !this.is(']'); first = false) {
      if (!first) {
        if (!this.is(',')) this.fail("did not find expected ',' or ']'", this.scanner.peek());
        this.scanner.take();
      }
      if (this.is('key')) {
        this.scanner.take();
        const key = this.nodeOrEmpty(false, false, 'value', ',', ']');
        list.items.push({ kind: 'map', pairs: [[key, this.flowValue(']')]] });
      } else if (!this.is(']')) list.items.push(this.node(false, false));
      else break;
    }
    this.scanner.take();
    return list;
  }

  private flowMap(map: Node & { kind: 'map' }): Node {
    this.scanner.take();
    for (let first = true; !this.is('}'); first = false) {
      if (!first) {
        if (!this.is(',')) this.fail("did not find expected ',' or '}'", this.scanner.peek());
        this.scanner.take();
      }
      if (this.is('key')) {
        this.scanner.take();
        const key = this.nodeOrEmpty(false, false, 'value', ',', '}');
        map.pairs.push([key, this.flowValue('}')]);
      } else if (!this.is('}')) map.pairs.push([this.node(false, false), this.empty()]);
      else break;
    }
    this.scanner.take();
    return map;
  }

  private flowValue(end: ']' | '}'): Node {
    if (!this.is('value')) return this.empty();
    this.scanner.take();
    return this.nodeOrEmpty(false, false, ',', end);
  }
}

/** Turns nodes into JSON values. */
class Decoder {
  private decoded = 0;
  private aliased = 0;
  private aliasDepth = 0;
  private readonly open = new Set<Node>();
  private readonly coreBooleans: boolean;

  constructor(coreBooleans: boolean) {
    this.coreBooleans = coreBooleans;
  }

  decode(node: Node): unknown {
    this.decoded++;
    if (this.aliasDepth > 0) this.aliased++;
    // Go's guard against a small text that unfolds into a huge value.
    const ratio = this.decoded <= 400_000 ? 0.99 : this.decoded >= 4_000_000 ? 0.1 : 0.99 - 0.89 * ((this.decoded - 400_000) / 3_600_000);
    if (this.aliased > 100 && this.decoded > 1000 && this.aliased / this.decoded > ratio) {
      throw new YamlError('yaml: document contains excessive aliasing');
    }
    switch (node.kind) {
      case 'scalar':
        return decodeScalar(node, this.coreBooleans);
      case 'list':
        return node.items.map((item) => this.decode(item));
      case 'map': {
        const fields: Record<string, unknown> = {};
        this.fill(fields, node);
        return fields;
      }
      case 'alias':
        return this.alias(node, () => this.decode(node.target));
    }
  }

  private alias<T>(node: Node & { kind: 'alias' }, run: () => T): T {
    if (this.open.has(node.target)) throw new YamlError(`yaml: anchor '${node.name}' value contains itself`);
    this.open.add(node.target);
    this.aliasDepth++;
    const result = run();
    this.aliasDepth--;
    this.open.delete(node.target);
    return result;
  }

  /** Of two equal keys the later one counts, whether written or merged by `<<`. */
  private fill(fields: Record<string, unknown>, map: Node & { kind: 'map' }): void {
    for (const [key, value] of map.pairs) {
      if (key.kind === 'scalar' && key.value === '<<' && key.plain) this.merge(fields, value);
      else {
        const name = this.key(key, value);
        const decoded = this.decode(value);
        if (name === '__proto__')
          Object.defineProperty(fields, name, { value: decoded, enumerable: true, configurable: true, writable: true });
        else fields[name] = decoded;
      }
    }
  }

  private merge(fields: Record<string, unknown>, node: Node): void {
    if (node.kind === 'map') this.fill(fields, node);
    else if (node.kind === 'alias' && node.target.kind === 'map') this.alias(node, () => this.merge(fields, node.target));
    else if (node.kind === 'list' && node.items.every((item) => (item.kind === 'alias' ? item.target : item).kind === 'map')) {
      for (const item of node.items.toReversed()) this.merge(fields, item);
    } else throw new YamlError('yaml: map merge requires map or sequence of maps as the value');
  }

  private key(node: Node, value: Node): string {
    const key = node.kind === 'scalar' ? scalarValue(node, this.coreBooleans) : this.decode(node);
    if (typeof key === 'string') return key;
    if (typeof key === 'boolean') return String(key);
    if (typeof key === 'number')
      return Number.isInteger(key)
        ? String(key)
        : formatGoFloat(key).replace(/^\+?(-?)(Inf|NaN)$/, (_all, sign, name) => `${sign}.${name.toLowerCase()}`);
    if (key !== null) throw new YamlError(`yaml: invalid map key: ${sprintf('%#v', [key])}`);
    throw new YamlError(sprintf('unsupported map key of type: %%!s(<nil>), key: <nil>, value: %+#v', [this.decode(value)]));
  }
}

/** A scalar as JSON can hold it. */
function decodeScalar(node: Node & { kind: 'scalar' }, coreBooleans: boolean): unknown {
  const value = scalarValue(node, coreBooleans);
  if (typeof value !== 'number' || Number.isFinite(value)) return value;
  throw new YamlError(`json: unsupported value: ${formatGoFloat(value)}`);
}

function scalarValue({ tag, value, plain }: Node & { kind: 'scalar' }, coreBooleans: boolean): unknown {
  const short = tag.startsWith(STANDARD) ? tag.slice(STANDARD.length) : '';
  if (tag === '' ? !plain : short === 'str' || short === '') return value;
  if (short === 'binary') return decodeBinary(value);
  const resolved = resolve(value);
  if (coreBooleans && tag === '' && resolved.tag === 'bool' && !/^(true|false)$/i.test(value)) return value;
  const wanted = ['bool', 'int', 'float', 'null', 'timestamp'].includes(short) ? short : '';
  if (wanted !== '' && resolved.tag !== wanted && !(wanted === 'float' && resolved.tag === 'int')) {
    throw new YamlError(`yaml: cannot decode !!${resolved.tag} \`${value}\` as a !!${short}`);
  }
  if (short !== '' && wanted === '') return value;
  return resolved.value;
}

function decodeBinary(value: string): string {
  const digits = value.replace(/[\r\n]/g, '');
  if (!/^(?:[\w+/]{4})*(?:[\w+/]{2}==|[\w+/]{3}=)?$/.test(digits) || digits.includes('_')) {
    throw new YamlError('yaml: !!binary value contains invalid base64 data');
  }
  return new TextDecoder().decode(Uint8Array.from(atob(digits), (char) => char.charCodeAt(0)));
}
