// Makes src/kinds/descriptions.gen.json: what `kubectl explain` and /openapi/v3 say of each type and field.
//
//   {"PodSpec": {"": "PodSpec is a description of a pod.", "restartPolicy": "Restart policy for ..."}, ...}
//
// Keys are the short names of src/kinds/schema.ts; "" is the type itself; texts have the server's own line breaks and end with the
// "Possible enum values" where the server adds them. The file is not committed (it is Kubernetes' text, taken from packages when we
// build) and is large: the page loads it when first asked.
//
// Sources: @kubernetes/client-node is generated from the v1.36 API, but runs lines together and drops the words on enum values;
// kubernetes-models, of an older version, has both. So the text is the former's; where the latter says the same in other white space, its
// white space is taken, and what it says of an enum's values that v1.36 still has, and of fields of which the former says nothing
// (those that refer to another type).
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Definition, definition, definitionNames } from '../src/kinds/schema.ts';

type Texts = Map<string, string>;

const root = fileURLToPath(new URL('..', import.meta.url));
const modules = join(root, 'node_modules');
const target = join(root, 'src/kinds/descriptions.gen.json');
const ENUM_HEAD = 'Possible enum values:';

/** The doc comments of a declaration file: those of the first interface or class under "", those of its fields under their names. */
function docComments(path: string): Texts {
  const texts: Texts = new Map();
  if (!existsSync(path)) return texts;
  const source = readFileSync(path, 'utf8');
  for (const [, comment = '', declared, field] of source.matchAll(
    /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(?:export (?:declare class|interface) (\w+)|['"]([^'"]+)['"]\??:)/g,
  )) {
    const key = declared === undefined ? (field ?? '') : '';
    if (!texts.has(key)) texts.set(key, plainText(comment));
  }
  return texts;
}

function plainText(comment: string): string {
  const lines = comment.split('\n').map((line) => line.replace(/^\s*\* ?/, ''));
  return lines
    .join('\n')
    .trim()
    .replace(/\\(["'\\])/g, '$1')
    .replace(/\*_\//g, '*/');
}

const clientNode = (def: Definition): Texts => {
  const parts = def.id.split('.');
  const [group = '', version = '', name = ''] = parts.slice(-3);
  const prefix = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  const files = [`${prefix(group)}${prefix(version)}${name}`, `${prefix(version)}${name}`];
  const found = files.map((f) => join(modules, '@kubernetes/client-node/dist/gen/models', `${f}.d.ts`)).find((f) => existsSync(f));
  return found ? docComments(found) : new Map();
};

const kubernetesModels = (def: Definition): Texts => {
  const parts = def.id.split('.');
  const [group = '', version = '', name = ''] = parts.slice(-3);
  if (def.id.startsWith('io.k8s.apimachinery.')) {
    return docComments(join(modules, '@kubernetes-models/apimachinery/apis', group, version, `${name}.d.ts`));
  }
  const groups = [group, `${group}.k8s.io`, `${group}.authorization.k8s.io`, `${group}.apiserver.k8s.io`];
  // What it has in a version of then only, is described there in the same words.
  const folders = group === 'core' ? [version] : groups.flatMap((g) => [version, 'v1beta2', 'v1beta1', 'v1alpha1'].map((v) => join(g, v)));
  const found = folders.map((f) => join(modules, 'kubernetes-models', f, `${name}.d.ts`)).find((f) => existsSync(f));
  return found ? docComments(found) : new Map();
};

const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The words on a field, from both sources and the schema's own list of values. */
function wording(text: string, older: string, values: readonly string[] | undefined): string {
  const [olderBody = '', olderEnum = ''] = older.split(ENUM_HEAD);
  const body = text === '' || collapse(olderBody) === collapse(text) ? olderBody.trim() : text;
  if (!values) return body;
  const known = new Map(olderEnum.split(/\n(?= - `)/).map((line) => [/^ - `"(.*?)"`/.exec(line.trimEnd())?.[1], line.trimEnd()]));
  const lines = values.map((value) => known.get(value) ?? ` - \`"${value}"\``);
  return [body, `${ENUM_HEAD}\n${lines.join('\n')}`].filter(Boolean).join('\n\n');
}

function describeAll(): Record<string, Record<string, string>> {
  const all: Record<string, Record<string, string>> = {};
  for (const name of definitionNames()) {
    const def = definition(name);
    if (!def) continue;
    const newer = clientNode(def);
    const older = kubernetesModels(def);
    const texts: Record<string, string> = { '': wording(newer.get('') ?? '', older.get('') ?? '', undefined) };
    for (const field of def.fields.values()) {
      const key = [field.name, field.name.replace(/^\$/, '')].find((k) => newer.has(k)) ?? field.name;
      texts[field.name] = wording(newer.get(key) ?? '', older.get(field.name) ?? '', field.enum);
    }
    all[name] = texts;
  }
  return all;
}

/** Whether the file is newer than everything it is made from. */
function upToDate(): boolean {
  const sources = [fileURLToPath(import.meta.url), join(root, 'src/kinds/schema.gen.ts'), join(root, 'package-lock.json')];
  return existsSync(target) && sources.every((source) => statSync(source).mtimeMs < statSync(target).mtimeMs);
}

if (process.argv.includes('--force') || !upToDate()) {
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, JSON.stringify(describeAll()));
}
