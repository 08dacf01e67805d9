/** explain: fields of a resource, from the schema and the descriptions that are loaded when first asked for */
import { lazy } from '../../kernel/lazy.ts';
import { load } from '../../kernel/sys.ts';
import { CUSTOM, type CustomSchema } from '../../kinds/customresourcedefinition/described.ts';
import { type Definition, definition, definitionOf, type Field, type Type } from '../../kinds/schema.ts';
import type { CommandBody } from '../cli/command.ts';
import { completeTypes } from '../completion/live.ts';
import { customSchema } from '../custom-schema.ts';
import { CommandError } from '../errors.ts';
import { groupVersion } from '../resource/mapper.ts';
import { SUGGEST_API_RESOURCES } from './common.ts';

type Descriptions = Readonly<Record<string, Readonly<Record<string, string>>>>;

const DESCRIPTIONS = lazy(() => import('../../kinds/descriptions.gen.json') as Promise<{ default: Descriptions }>);

/** Values of an enum shown in a list of fields. */
const MAX_ENUM = 4;

export const explain: CommandBody = {
  usage: 'explain TYPE [--recursive=FALSE|TRUE] [--api-version=api-version-group] [-o|--output=plaintext|plaintext-openapiv2]',
  long: `Describe the fields of a resource. Fields are named by their path: <type>.<fieldName>[.<fieldName>]\n\n${SUGGEST_API_RESOURCES}`,
  examples: [
    ['Describe pods and their fields', 'kubectl explain pods'],
    ['Show all fields of pods', 'kubectl explain pods --recursive'],
    ['Describe one field', 'kubectl explain pods.spec.containers'],
  ],
  flags: [
    {
      name: 'recursive',
      shorthand: 'R',
      type: 'bool',
      usage: 'When true, print the name of all the fields recursively. Otherwise, print the available fields with their description.',
    },
    { name: 'api-version', type: 'string', usage: 'Use given api-version (group/version) of the resource.' },
    {
      name: 'output',
      shorthand: 'o',
      type: 'string',
      default: 'plaintext',
      usage: 'Format in which to render the schema. Valid values are: (plaintext, plaintext-openapiv2).',
      values: ['plaintext', 'plaintext-openapiv2'],
    },
  ],
  complete: completeTypes,
  *run(invocation) {
    const { flags, args } = invocation;
    if (args.length === 0) throw new CommandError(`You must specify the type of resource to explain. ${SUGGEST_API_RESOURCES}\n`);
    if (args.length > 1) throw new CommandError('We accept only this format: explain RESOURCE\n');
    const output = flags.string('output');
    if (output !== 'plaintext' && output !== 'plaintext-openapiv2') throw new CommandError(`unrecognized format: ${output}`);
    if (args[0] === '') throw new CommandError('a resource must be present, got: /, Resource=');
    const mapper = yield* invocation.mapper();
    // `pods.spec` is a field; `deployments.apps.spec` starts with a group, but only after the full name, and never with a version.
    const [type = '', ...parts] = (args[0] as string).split('.');
    const groups = mapper.mappings.filter((one) => one.resource === type && one.group !== '').map(({ group }) => group);
    const group = groups.find((one) => `${parts.join('.')}.`.startsWith(`${one}.`));
    const mapping = mapper.requireResource(group === undefined ? type : `${type}.${group}`);
    const path = parts.slice(group === undefined ? 0 : group.split('.').length).filter((part) => part !== '');
    if (path.some((part) => part.includes('[')) || (parts[0] === '' && parts.length > 1))
      throw new CommandError('invalid jsonpath syntax, first node must be field node');
    const version = flags.string('api-version') || groupVersion(mapping);
    const [ofVersion, name] = version.includes('/') ? (version.split('/') as [string, string]) : ['', version];
    const custom = definitionOf(version, mapping.kind) ? undefined : yield* customSchema(invocation, mapping.resource, ofVersion, name);
    const root = definitionOf(version, mapping.kind) ?? custom?.root;
    if (!root) {
      throw new CommandError(`couldn't find resource for "${ofVersion}/${name}, Resource=${mapping.resource}"`);
    }
    const { default: texts } = yield* load(DESCRIPTIONS);
    if (output === 'plaintext-openapiv2')
      return yield* invocation.out(
        explainOld(mapping.kind, version, root, path, allTexts(root, texts as Descriptions, custom), flags.bool('recursive')),
      );
    yield* invocation.out(`${ofVersion === '' ? '' : `GROUP:      ${ofVersion}\n`}KIND:       ${mapping.kind}\nVERSION:    ${name}\n\n`);
    yield* invocation.out(`${explainPath(root, path, allTexts(root, texts as Descriptions, custom), flags.bool('recursive'))}\n`);
  },
};

/** The descriptions, with those of a custom kind; what every kind has is described as for any other. */
function allTexts(root: Definition, texts: Descriptions, custom: CustomSchema | undefined): Descriptions {
  if (!custom) return texts;
  const { apiVersion = '', kind = '', metadata = '' } = texts['Pod'] ?? {};
  return { ...texts, ...custom.texts, [root.name]: { apiVersion, kind, metadata, ...custom.texts[root.name] } };
}

/** The whole text in the format that kubectl had before OpenAPI v3. Throws CommandError for a field that is not there. */
function explainOld(
  kind: string,
  version: string,
  root: Definition,
  path: readonly string[],
  texts: Descriptions,
  recursive: boolean,
): string {
  let here: Definition | undefined = root;
  let field: Field | undefined;
  let owner = root;
  for (const name of path) {
    field = here?.fields.get(name);
    if (!here || !field) throw new CommandError(`field ${JSON.stringify(name)} does not exist`);
    owner = here;
    here = inner(field);
  }
  const own = field ? [texts[owner.name]?.[field.name], here && texts[here.name]?.['']] : [texts[root.name]?.['']];
  const found = own.filter((one): one is string => one !== undefined && one !== '');
  const paragraphs = found.map((one) => indent(wrap(one.replace(/[ \t]+/g, ' '), OLD_WIDTH), 5)).join('\n\n');
  const title = field ? `${here ? 'RESOURCE:' : 'FIELD:   '} ${field.name} <${oldType(field)}>\n\n` : '';
  const head = `KIND:     ${kind}\nVERSION:  ${version}\n\n${title}DESCRIPTION:\n${paragraphs || '     <empty>'}\n`;
  return here && here.fields.size > 0 ? `${head}\nFIELDS:\n${oldFields(here, texts, recursive, 1, new Set([here.name]))}` : head;
}

const OLD_WIDTH = 75;

function oldType(type: Type): string {
  if (type.type === 'list') return `[]${type.of ? oldType(type.of) : 'Object'}`;
  if (type.type === 'map') return `map[string]${type.of ? oldType(type.of) : 'Object'}`;
  return type.type === 'ref' ? 'Object' : type.type === 'Quantity' || type.type === 'IntOrString' ? 'string' : typeText(type);
}

function oldFields(owner: Definition, texts: Descriptions, recursive: boolean, level: number, seen: ReadonlySet<string>): string {
  return [...owner.fields.values()]
    .map((field) => {
      const head = `${' '.repeat(level * 3)}${field.name}\t<${oldType(field)}>${field.required && !recursive ? ' -required-' : ''}\n`;
      const below = inner(field);
      if (recursive)
        return head + (below && !seen.has(below.name) ? oldFields(below, texts, recursive, level + 1, new Set([...seen, below.name])) : '');
      return `${head}${indent(wrap(texts[owner.name]?.[field.name] || '<no description>', OLD_WIDTH), 5)}\n\n`;
    })
    .join('');
}

/** What follows the heading. Throws CommandError for a field that is not there. */
export function explainPath(root: Definition, path: readonly string[], texts: Descriptions, recursive: boolean): string {
  let here: Definition | undefined = root;
  let field: Field | undefined;
  let owner = root;
  for (const name of path) {
    field = here?.fields.get(name);
    if (!here || !field) throw new CommandError(`field ${JSON.stringify(path[path.length - 1])} does not exist`);
    owner = here;
    here = inner(field);
  }
  let text = '';
  if (field) {
    text += `FIELD: ${field.name} <${fieldType(owner, field)}>\n`;
    const values = enumOf(field);
    text += values ? `ENUM:${values.map((value) => `\n    ${value === '' ? '""' : value}`).join('')}\n\n` : '\n\n';
  }
  const own = field
    ? [texts[owner.name]?.[field.name], here && texts[here.name]?.['']].filter((one): one is string => one !== undefined && one !== '')
    : [texts[root.name]?.[''] ?? ''];
  const description = own.length === 0 ? '<empty>' : own.map((one) => `${one}\n`).join('');
  text += `DESCRIPTION:\n${indent(wrap(description, 76), 4)}\n`;
  if (here && here.fields.size > 0) text += `FIELDS:\n${fieldList(here, texts, recursive, 1, new Set([here.name]))}`;
  return text;
}

/** The definition of the objects that a field holds, itself or in a list or map. */
function inner(type: Type): Definition | undefined {
  if (type.type === 'list' || type.type === 'map') return type.of && inner(type.of);
  return type.type === 'ref' ? definition(type.ref ?? '') : undefined;
}

function enumOf(type: Type): readonly string[] | undefined {
  return type.enum;
}

/** Types of which the schema tells no more than that they are objects, by the field that has them. */
const OBJECTS: Readonly<Record<string, string>> = {
  'ManagedFieldsEntry.fieldsV1': 'FieldsV1',
  'ControllerRevision.data': 'RawExtension',
  'CustomResourceSubresources.status': 'CustomResourceSubresourceStatus',
};

function fieldType(owner: Definition, field: Field): string {
  // The schema of a custom kind leaves the type of such a field out.
  if (field.type === 'IntOrString' && owner.id === CUSTOM) return 'Object';
  return (field.type === 'object' ? OBJECTS[`${owner.name}.${field.name}`] : undefined) ?? typeText(field);
}

function typeText(type: Type): string {
  if (type.type === 'list') return `[]${type.of ? typeText(type.of) : 'Object'}`;
  if (type.type === 'map') return `map[string]${type.of ? typeText(type.of) : 'Object'}`;
  if (type.type === 'ref') {
    const found = definition(type.ref ?? '');
    return found ? (found.id.split('.').pop() ?? 'Object') : 'Object';
  }
  const names: Readonly<Record<string, string>> = {
    int32: 'integer',
    int64: 'integer',
    double: 'number',
    bytes: 'string',
    Time: 'string',
    MicroTime: 'string',
    Quantity: 'Quantity',
    IntOrString: 'IntOrString',
    object: 'Object',
    any: 'Object',
  };
  return names[type.type] ?? type.type;
}

function fieldList(owner: Definition, texts: Descriptions, recursive: boolean, level: number, seen: ReadonlySet<string>): string {
  return [...owner.fields.values()]
    .map((field) => {
      const margin = ' '.repeat(level * 2);
      const values = enumOf(field);
      const shown = values
        ?.slice(0, MAX_ENUM)
        .map((value) => (value === '' ? '""' : value))
        .join(', ');
      const list = values ? `\n${margin}enum: ${shown}${values.length > MAX_ENUM ? ', ....' : ''}` : '';
      const head = `${margin}${field.name}\t<${fieldType(owner, field)}>${field.required ? ' -required-' : ''}${list}\n`;
      const below = inner(field);
      if (recursive)
        return head + (below && !seen.has(below.name) ? fieldList(below, texts, recursive, level + 1, new Set([...seen, below.name])) : '');
      const text = texts[owner.name]?.[field.name] || '<no description>';
      return `${head}${indent(wrap(text, 78 - level * 2), level * 2 + 2)}\n\n`;
    })
    .join('');
}

function indent(text: string, amount: number): string {
  const margin = ' '.repeat(amount);
  return margin + text.replaceAll('\n', `\n${margin}`);
}

/** Breaks lines at blanks before they get longer than `limit`; longer words stay whole. */
export function wrap(text: string, limit: number): string {
  return text
    .split('\n')
    .map((line) => {
      const lines: string[] = [];
      let current = '';
      for (const [piece] of line.matchAll(/\s*\S+|\s+$/g)) {
        const word = piece.trimStart();
        if (current !== '' && current.length + piece.length > limit) {
          lines.push(current);
          current = word;
        } else current += piece;
      }
      return [...lines, current.trimEnd()].join('\n');
    })
    .join('\n');
}
