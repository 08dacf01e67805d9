/** Editing objects as a file: what edit and apply edit-last-applied share. */
import { SysError } from '../kernel/error.ts';
import { files, random, spawn, wait } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import { fieldValidation, isFailure, withLastApplied } from './commands/common.ts';
import { CommandError, Exit, isNotFound, StatusError, throwAll } from './errors.ts';
import type { Invocation } from './invocation.ts';
import { type JsonObject, metadataOf, sameJson, withValue } from './json.ts';
import { sprintf } from './output/gofmt.ts';
import { marshalJson } from './output/json.ts';
import { printYaml, readYaml, YamlError } from './output/yaml.ts';
import { objectPrinter, resultPrinter, withoutManagedFields } from './printer.ts';
import { recorded } from './record.ts';
import { otherNamespace, type ResourceInfo, select } from './resource/builder.ts';
import { typeMetaError } from './resource/files.ts';
import { groupResource } from './resource/mapper.ts';

type EditInfo = ResourceInfo & { readonly object: JsonObject };
/** Sends an object's change; gives the object as the server then has it. */
export type SendChange = (info: EditInfo, before: JsonObject, after: JsonObject) => Sys<JsonObject>;

const HEADER = `# Please edit the object below. Lines beginning with a '#' will be ignored,
# and an empty file will abort the edit. If an error occurs while saving this file will be
# reopened with the relevant failures.
#
`;
const HEADERS = {
  object: HEADER,
  /** Objects that are made of what the editor saves. */
  create: HEADER,
  'last-applied': `# Please edit the 'last-applied-configuration' annotations below.
# Lines beginning with a '#' will be ignored, and an empty file will abort the edit.
#
`,
};

interface Reason {
  readonly head: string;
  readonly details: readonly string[];
}

/**
 * Opens the editor until what it saves is valid, unchanged or empty. Whatever ends it otherwise leaves the file where it is, and says so.
 * Source of the rules, and of their order: kubectl's pkg/cmd/util/editor.
 */
export function* editObjects(invocation: Invocation, infos: readonly EditInfo[], mode: keyof typeof HEADERS, send: SendChange): Sys<void> {
  const { flags } = invocation;
  const shown = infos.map((info) => withoutManagedFields(info.object));
  const print = (yield* objectPrinter(invocation)) ?? printYaml;
  const lineEnds = (text: string): string => (flags.bool('windows-line-endings') ? text.replaceAll('\n', '\r\n') : text);
  const json = flags.string('output') === 'json';
  const header = (): string => (json ? '' : lineEnds(HEADERS[mode] + reasons.map(reasonText).join('')));
  const validate = fieldValidation(invocation) !== 'Ignore';
  let reasons: Reason[] = [];
  let edited: string | undefined;
  let original = '';
  /** Where the changes are that cannot be used as they are. */
  let kept: string | undefined;
  const attempt = function* (): Sys<boolean> {
    let body: string;
    if (edited === undefined) {
      body = lineEnds(print(shown.length === 1 && shown[0] ? shown[0] : { apiVersion: 'v1', items: shown, kind: 'List', metadata: {} }));
      original = withoutComments(header() + body);
    } else body = withoutCommentLines(edited);
    const path = `/tmp/kubectl-edit-${1e9 + Math.floor((yield* random()) * 3e9)}.${json ? 'json' : 'yaml'}`;
    yield* files((tree) => tree.write(path, header() + body));
    yield* openEditor(invocation, path);
    const saved = yield* files((tree) => tree.read(path));
    const before = kept;
    kept = path;
    const content = withoutComments(saved);
    if (edited !== undefined && content === withoutComments(edited)) throw new CommandError('Edit cancelled, no valid changes were saved.');
    if (before !== undefined) yield* files((tree) => tree.remove(before));
    edited = saved;
    const wrong = validate ? validationError(content) : undefined;
    if (wrong !== undefined) {
      reasons = [];
      const [info] = infos as readonly [EditInfo];
      yield* invocation.err(`${invalid(reasons, info, [`<nil>: Invalid value: "The edited file failed validation": ${wrong}`])}\n`);
      return false;
    }
    if (content === original) return yield* cancelled(invocation, path, 'Edit cancelled, no changes made.\n');
    if (withoutCommentLines(saved).trim() === '') return yield* cancelled(invocation, path, 'Edit cancelled, saved file was empty.\n');
    reasons = [];
    const changed = yield* readEdited(invocation, saved);
    if ('head' in changed) {
      reasons.push(changed);
      return false;
    }
    const results: Results = { reasons, retryable: false, gone: false };
    for (const info of yield* placed(invocation, changed)) yield* sendOne(invocation, infos, info, mode, send, results);
    if (results.retryable) {
      yield* invocation.err(`You can run \`kubectl replace -f ${path}\` to try this update again.\n`);
      throw new Exit(1);
    }
    if (results.gone) {
      yield* invocation.err(`The edits you made on deleted resources have been saved to ${JSON.stringify(path)}\n`);
      throw new Exit(1);
    }
    if (reasons.length > 0) return false;
    yield* files((tree) => tree.remove(path));
    return true;
  };
  try {
    while (!(yield* attempt()));
  } catch (error) {
    if (error instanceof Exit || !isFailure(error)) throw error;
    if (kept !== undefined) yield* invocation.err(`A copy of your changes has been stored to ${JSON.stringify(kept)}\n`);
    throw error;
  }
}

interface Results {
  readonly reasons: Reason[];
  retryable: boolean;
  gone: boolean;
}

function* cancelled(invocation: Invocation, path: string, text: string): Sys<true> {
  yield* files((tree) => tree.remove(path));
  yield* invocation.err(text);
  return true;
}

/** What is no object at all; what the server knows of its kind, it says itself. */
function validationError(text: string): string | undefined {
  try {
    return typeMetaError(readYaml(text)[0] ?? null);
  } catch (error) {
    if (error instanceof YamlError) return error.message;
    throw error;
  }
}

/** The objects that the edited file holds; a Reason when it cannot be read as such. */
function* readEdited(invocation: Invocation, text: string): Sys<readonly EditInfo[] | Reason> {
  try {
    const stream = { name: 'edited-file', text };
    const { infos, errors = [] } = yield* select(invocation, { args: [], namespace: '', stream, asWritten: true });
    throwAll(errors);
    return infos as readonly EditInfo[];
  } catch (error) {
    if (!isFailure(error)) throw error;
    return { head: `The edited file had a syntax error: ${error.message}`, details: [] };
  }
}

/** They stay in the namespace of the command, and note what --save-config and --record ask for. */
function* placed(invocation: Invocation, infos: readonly EditInfo[]): Sys<readonly EditInfo[]> {
  const { flags } = invocation;
  const wanted = yield* invocation.namespace();
  const inPlace = infos.map((info) => {
    const { namespace, mapping } = info;
    if (!mapping.namespaced || namespace === wanted) return info;
    if (namespace !== '') throw otherNamespace(namespace, wanted);
    return { ...info, namespace: wanted, object: withValue(info.object, ['metadata', 'namespace'], wanted) };
  });
  const save = flags.has('save-config') && flags.bool('save-config');
  return inPlace.map((info) => ({ ...info, object: recorded(invocation, save ? withLastApplied(info.object) : info.object) }));
}

/** Sends one object. Objects are told apart by their uid. */
function* sendOne(
  invocation: Invocation,
  infos: readonly EditInfo[],
  edited: EditInfo,
  mode: keyof typeof HEADERS,
  send: SendChange,
  results: Results,
): Sys<void> {
  const print = yield* resultPrinter(invocation);
  const { object: after } = edited;
  if (mode === 'create') return yield* print(yield* send(edited, after, after), 'created');
  const original = infos.find((one) => metadataOf(one.object).uid === metadataOf(after).uid);
  if (!original) throw new CommandError(`no original object found for &unstructured.Unstructured{Object:${sprintf('%#v', [after])}}`);
  const before = withoutManagedFields(original.object);
  if (sameJson(before, after)) return yield* print(after, 'skipped');
  if (mode === 'last-applied') {
    yield* send(edited, before, after);
    return yield* print(after, 'edited');
  }
  if (
    before['apiVersion'] !== after['apiVersion'] ||
    before['kind'] !== after['kind'] ||
    metadataOf(before).name !== metadataOf(after).name
  ) {
    throw new CommandError('At least one of apiVersion, kind and name was changed');
  }
  try {
    yield* print(yield* send(edited, before, after), 'edited');
  } catch (error) {
    if (!(error instanceof StatusError)) throw error;
    yield* invocation.err(`${refused(error, edited, results)}\n`);
  }
}

/** What to say when the server does not take a change, and what is to become of it. */
function refused(error: StatusError, info: EditInfo, results: Results): string {
  const what = `error: ${groupResource(info.mapping)} ${JSON.stringify(info.name)}`;
  if (error.reason === 'Invalid') {
    const causes = error.status.details?.causes ?? [];
    return invalid(
      results.reasons,
      info,
      causes.map((cause) => `${cause.field ?? ''}: ${cause.message}`),
    );
  }
  if (isNotFound(error)) {
    results.gone = true;
    return `${what} could not be found on the server`;
  }
  results.retryable = true;
  return `${what} could not be patched: ${(error as StatusError).message}`;
}

function invalid(reasons: Reason[], { mapping, name }: EditInfo, details: readonly string[]): string {
  const what = `${groupResource(mapping)} ${JSON.stringify(name)}`;
  reasons.push({ head: `${what} was not valid`, details });
  return `error: ${what} is invalid`;
}

function reasonText({ head, details }: Reason): string {
  const hashed = (text: string): string => text.replaceAll('\n', '\n# ');
  const lines = details.map((detail) => `# * ${hashed(detail)}\n`).join('');
  return `# ${hashed(head)}${details.length > 0 ? ':' : ''}\n${lines}#\n`;
}

/** What a file says, so that two can be compared: its first document as JSON, or its lines where it cannot be read. */
function withoutComments(text: string): string {
  try {
    return marshalJson(readYaml(text)[0] ?? null);
  } catch (error) {
    if (error instanceof YamlError) return withoutCommentLines(text);
    throw error;
  }
}

function withoutCommentLines(text: string): string {
  return text
    .split('\n')
    .filter((line) => !/^\s*#(?!!)/.test(line))
    .join('\n');
}

/** $KUBE_EDITOR, $EDITOR or vi: words, or a line for the shell where it has quotes or backslashes. */
function* openEditor({ process }: Invocation, path: string): Sys<void> {
  const editor = process.env['KUBE_EDITOR'] || process.env['EDITOR'] || 'vi';
  const shell = (process.env['SHELL'] || '/bin/bash').replace(/^.*\//, '');
  const forShell = editor.includes(' ') && /["'\\]/.test(editor);
  const argv = forShell ? [shell, '-c', `${editor} ${JSON.stringify(path)}`] : [...editor.split(' '), path];
  let status: { readonly code: number } | null;
  try {
    const pid = yield* spawn({ program: argv[0] as string, argv });
    status = yield* wait(pid);
  } catch (error) {
    if (!(error instanceof SysError) || error.errno !== 'ENOENT') throw error;
    throw new CommandError(`unable to launch the editor ${JSON.stringify(editor)}`);
  }
  if (status && status.code !== 0) throw new CommandError(`there was a problem with the editor ${JSON.stringify(editor)}`);
}
