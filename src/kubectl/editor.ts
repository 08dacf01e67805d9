/** Editing objects as a file: what edit and apply edit-last-applied share. */
import { SysError } from '../kernel/error.ts';
import { files, random, spawn, wait } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import { CommandError, Exit, isNotFound, StatusError } from './errors.ts';
import type { Invocation } from './invocation.ts';
import { itemsOf, type JsonObject, metadataOf, sameJson } from './json.ts';
import { sprintf } from './output/gofmt.ts';
import { printJson } from './output/json.ts';
import { printYaml, readYaml, YamlError } from './output/yaml.ts';
import { resultPrinter, withoutManagedFields } from './printer.ts';
import type { ResourceInfo } from './resource/builder.ts';
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

/** Opens the editor until what it saves is valid, unchanged or empty. */
export function* editObjects(invocation: Invocation, infos: readonly EditInfo[], mode: keyof typeof HEADERS, send: SendChange): Sys<void> {
  const json = invocation.flags.string('output') === 'json';
  const print = (value: unknown): string => (json ? `${printJson(value)}\n` : printYaml(value));
  const shown = infos.map((info) => withoutManagedFields(info.object));
  const original = print(shown.length === 1 ? shown[0] : { apiVersion: 'v1', items: shown, kind: 'List', metadata: {} });
  const path = `/tmp/kubectl-edit-${1e9 + Math.floor((yield* random()) * 3e9)}.${json ? 'json' : 'yaml'}`;
  let content = original;
  let reasons: readonly Reason[] = [];
  for (;;) {
    yield* files((tree) => tree.write(path, HEADERS[mode] + reasons.map(reasonText).join('') + content));
    yield* openEditor(invocation, path);
    const edited = yield* files((tree) => tree.read(path));
    const body = withoutComments(edited);
    if (reasons.length > 0 && body === withoutComments(content)) {
      yield* invocation.err(`A copy of your changes has been stored to ${JSON.stringify(path)}\n`);
      throw new CommandError('Edit cancelled, no valid changes were saved.');
    }
    if (body === withoutComments(original)) return yield* cancelled(invocation, path, 'Edit cancelled, no changes made.\n');
    if (body.trim() === '') return yield* cancelled(invocation, path, 'Edit cancelled, saved file was empty.\n');
    content = body;
    const changed = parseEdited(body);
    if ('head' in changed) {
      reasons = [changed];
      continue;
    }
    if (mode === 'create') return yield* createEdited(invocation, infos, changed, send, path);
    const failed: Reason[] = [];
    if (mode === 'object') yield* checkIdentities(invocation, infos, changed, path);
    for (const info of infos) {
      const after = changed.find((object) => isSame(object, info));
      if (!after) continue;
      const reason = yield* sendOne(invocation, info, withoutManagedFields(info.object), after, send, path);
      if (reason) failed.push(reason);
    }
    if (failed.length === 0) return yield* files((tree) => tree.remove(path));
    reasons = failed;
  }
}

function* createEdited(
  invocation: Invocation,
  infos: readonly EditInfo[],
  objects: readonly JsonObject[],
  send: SendChange,
  path: string,
): Sys<void> {
  const print = yield* resultPrinter(invocation);
  try {
    for (const [index, object] of objects.entries()) {
      const info = infos[index] ?? infos[0];
      if (info) yield* print(yield* send(info, info.object, object), 'created');
    }
  } catch (error) {
    if (error instanceof StatusError) yield* invocation.err(`A copy of your changes has been stored to ${JSON.stringify(path)}\n`);
    throw error;
  }
  yield* files((tree) => tree.remove(path));
}

/** Objects are told apart by their uid: one that has none of them, or another name or kind, is none that can be patched. */
function* checkIdentities(invocation: Invocation, infos: readonly EditInfo[], changed: readonly JsonObject[], path: string): Sys<void> {
  for (const object of changed) {
    const info = infos.find((one) => metadataOf(one.object).uid === metadataOf(object).uid);
    if (info && isSame(object, info) && object['apiVersion'] === info.object['apiVersion']) continue;
    yield* invocation.err(`A copy of your changes has been stored to ${JSON.stringify(path)}\n`);
    if (info) throw new CommandError('At least one of apiVersion, kind and name was changed');
    throw new CommandError(`no original object found for &unstructured.Unstructured{Object:${sprintf('%#v', [object])}}`);
  }
}

function isSame(object: JsonObject, info: EditInfo): boolean {
  return object['kind'] === info.object['kind'] && metadataOf(object).name === info.name;
}

function* cancelled(invocation: Invocation, path: string, text: string): Sys<void> {
  yield* files((tree) => tree.remove(path));
  yield* invocation.err(text);
}

/** Sends one object; a Reason when the server finds it invalid. */
function* sendOne(
  invocation: Invocation,
  info: EditInfo,
  before: JsonObject,
  after: JsonObject,
  send: SendChange,
  path: string,
): Sys<Reason | undefined> {
  const print = yield* resultPrinter(invocation);
  if (sameJson(before, after)) {
    yield* print(after, 'skipped');
    return undefined;
  }
  if (metadataOf(after).namespace !== undefined && (metadataOf(after).namespace ?? '') !== info.namespace) {
    throw new CommandError(
      `the namespace from the provided object ${JSON.stringify(metadataOf(after).namespace)} does not match the namespace ${JSON.stringify(info.namespace)}. You must pass '--namespace=${metadataOf(after).namespace}' to perform this operation.`,
    );
  }
  try {
    yield* print(yield* send(info, before, after), 'edited');
    return undefined;
  } catch (error) {
    if (!(error instanceof StatusError)) throw error;
    const what = `${groupResource(info.mapping)} ${JSON.stringify(info.name)}`;
    if (error.reason === 'Invalid') {
      yield* invocation.err(`error: ${what} is invalid\n`);
      return {
        head: `${what} was not valid`,
        details: (error.status.details?.causes ?? []).map((cause) => `${cause.field}: ${cause.message}`),
      };
    }
    if (isNotFound(error)) {
      yield* invocation.err(
        `error: ${what} could not be found on the server\nThe edits you made on deleted resources have been saved to ${JSON.stringify(path)}\n`,
      );
    } else {
      yield* invocation.err(
        `error: ${what} could not be patched: ${(error as StatusError).message}\nYou can run \`kubectl replace -f ${path}\` to try this update again.\n`,
      );
    }
    throw new Exit(1);
  }
}

function parseEdited(text: string): readonly JsonObject[] | Reason {
  try {
    return readYaml(text).flatMap((document) => itemsOf(document) ?? [document as JsonObject]);
  } catch (error) {
    if (error instanceof YamlError)
      return { head: `The edited file had a syntax error: error parsing edited-file: ${error.message}`, details: [] };
    throw error;
  }
}

function reasonText({ head, details }: Reason): string {
  const hashed = (text: string): string => text.replaceAll('\n', '\n# ');
  const lines = details.map((detail) => `# * ${hashed(detail)}\n`).join('');
  return `# ${hashed(head)}${details.length > 0 ? ':' : ''}\n${lines}#\n`;
}

function withoutComments(text: string): string {
  return text
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('#'))
    .join('\n');
}

/** $KUBE_EDITOR, $EDITOR or vi. */
function* openEditor({ process }: Invocation, path: string): Sys<void> {
  const editor = process.env['KUBE_EDITOR'] || process.env['EDITOR'] || 'vi';
  const simple = /^[^\s'"$|&;<>]+$/.test(editor);
  const argv = simple ? [editor, path] : ['sh', '-c', `${editor} ${JSON.stringify(path)}`];
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
