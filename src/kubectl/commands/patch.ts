/** patch */
import { badRequest } from '../../api/errors.ts';
import { jsonSyntaxError } from '../../api/json-syntax.ts';
import type { Sys } from '../../kernel/types.ts';
import type { CommandBody } from '../cli/command.ts';
import { DRY_RUN, FIELD_MANAGER, filenameFlags, LOCAL, printFlags, SUBRESOURCE } from '../cli/shared-flags.ts';
import type { PatchType } from '../client.ts';
import { completeTypeAndName } from '../completion/live.ts';
import { CommandError, StatusError } from '../errors.ts';
import { isObject, type JsonObject, sameJson } from '../json.ts';
import { readYaml, YamlError } from '../output/yaml.ts';
import { brokenPatch, jsonPatched, mergePatched, strategicPatched } from '../patch/apply.ts';
import { hasSchema } from '../patch/diff.ts';
import { dryRunOf, resultPrinter } from '../printer.ts';
import { RECORD, recordPatch } from '../record.ts';
import { builderOptions, fetchObjects, select } from '../resource/builder.ts';
import { readFile } from '../resource/files.ts';
import { groupVersion, pathOf } from '../resource/mapper.ts';
import { visitAll, writeQuery } from './common.ts';

const TYPES: readonly PatchType[] = ['json', 'merge', 'strategic'];

export const patch: CommandBody = {
  usage: 'patch (-f FILENAME | TYPE NAME) [-p PATCH|--patch-file FILE]',
  long: 'Change fields of a resource by a strategic merge patch, a JSON merge patch, or a JSON patch, written as JSON or YAML.',
  examples: [
    ['Change a field of a node', 'kubectl patch node minikube -p \'{"spec":{"unschedulable":true}}\''],
    [
      'Give a container another image; its name tells which one is meant',
      'kubectl patch deployment web -p \'{"spec":{"template":{"spec":{"containers":[{"name":"nginx","image":"nginx:1.27"}]}}}}\'',
    ],
    [
      'Change an element of a list by its place',
      'kubectl patch pod web --type=json -p=\'[{"op": "replace", "path": "/spec/containers/0/image", "value":"nginx:1.27"}]\'',
    ],
    ['Scale by the scale subresource', 'kubectl patch deployment web --subresource=scale --type=merge -p \'{"spec":{"replicas":2}}\''],
  ],
  flags: [
    ...printFlags(),
    { name: 'patch', shorthand: 'p', type: 'string', usage: 'The patch to be applied to the resource JSON file.' },
    { name: 'patch-file', type: 'string', usage: 'A file containing a patch to be applied to the resource.' },
    {
      name: 'type',
      type: 'string',
      default: 'strategic',
      usage: `The type of patch being provided; one of [${TYPES.join(' ')}]`,
      values: TYPES,
    },
    DRY_RUN,
    ...filenameFlags('Filename, directory, or URL to files identifying the resource to update'),
    LOCAL,
    FIELD_MANAGER('kubectl-patch'),
    RECORD,
    SUBRESOURCE,
  ],
  complete: completeTypeAndName,
  *run(invocation) {
    const { flags, args } = invocation;
    const dryRun = yield* dryRunOf(invocation);
    const [text, file] = [flags.string('patch'), flags.string('patch-file')];
    if (text !== '' && file !== '') throw new CommandError('cannot specify --patch and --patch-file together');
    if (text === '' && file === '') throw new CommandError('must specify --patch or --patch-file containing the contents of the patch');
    const local = flags.bool('local');
    if (local && args.length > 0) throw new CommandError('cannot specify --local and server resources');
    if (local && dryRun === 'server')
      throw new CommandError('cannot specify --local and --dry-run=server - did you mean --dry-run=client?');
    const type = flags.string('type').toLowerCase() as PatchType;
    if (!TYPES.includes(type))
      throw new CommandError(`--type must be one of [${TYPES.join(' ')}], not ${JSON.stringify(flags.string('type'))}`);
    const print = yield* resultPrinter(invocation, dryRun, { quietDryRun: true });
    const body = yield* readPatch(text, file, local || dryRun === 'client' ? type : undefined);
    const subresource = flags.string('subresource');
    const selection = yield* select(invocation, yield* builderOptions(invocation, args, { subresource }));
    const { infos, errors } = local
      ? { infos: selection.infos, errors: selection.errors ?? [] }
      : yield* fetchObjects(invocation, selection);
    yield* visitAll(
      infos,
      function* ({ mapping, namespace, name, object = {} }) {
        let after: JsonObject;
        if (local || dryRun === 'client') after = applyLocally(type, object, body);
        else {
          try {
            after = yield* (yield* invocation.client()).patch(
              pathOf(mapping, namespace, name, subresource),
              type,
              typeof body === 'string' ? JSON.stringify(body) : body,
              writeQuery(dryRun),
            );
            const note = recordPatch(invocation);
            if (note)
              yield* (yield* invocation.client()).patch(pathOf(mapping, namespace, name, subresource), 'merge', note, writeQuery(dryRun));
          } catch (error) {
            if (!(error instanceof StatusError) || error.status.code !== 415) throw error;
            throw new CommandError(
              `application/${type === 'strategic' ? 'strategic-merge-patch' : type}+json is not supported by ${groupVersion(mapping)}, Kind=${mapping.kind}: ${error.message}`,
            );
          }
        }
        yield* print(after, sameJson(object, after) ? 'patched (no change)' : 'patched');
      },
      errors,
    );
    if (infos.length === 0) throw new CommandError('no objects passed to patch');
  },
};

/** `locally`: the type of a patch that is not sent. */
function* readPatch(text: string, file: string, locally?: PatchType): Sys<unknown> {
  const source = file === '' ? text : yield* readFile(file, (reason) => new CommandError(`unable to read patch file: ${reason}`));
  if (source.trimStart().startsWith('{')) {
    // kubectl sends what looks like JSON as it is, so it is the server that finds fault with it.
    const message = jsonSyntaxError(source);
    if (message !== undefined && locally) throw brokenPatch(locally, message);
    if (message !== undefined) throw new StatusError(badRequest(message).status);
    return JSON.parse(source);
  }
  try {
    return readYaml(source)[0] ?? null;
  } catch (error) {
    if (error instanceof YamlError)
      throw new CommandError(`unable to parse ${JSON.stringify(text)}: ${error.message.replace(/^error converting YAML to JSON: /, '')}`);
    throw error;
  }
}

function applyLocally(type: PatchType, object: JsonObject, body: unknown): JsonObject {
  if (type === 'json') {
    try {
      return jsonPatched(object, body);
    } catch (error) {
      const [, field] = (error instanceof CommandError && /doc is missing key: (.*)/.exec(error.message)) || [];
      throw field === undefined ? error : new CommandError(`Object to be patched is missing field (${field})`);
    }
  }
  if (type === 'merge' && !isObject(body)) throw new CommandError('Invalid JSON Patch');
  if (type === 'merge') return mergePatched(object, body);
  if (!hasSchema(object))
    throw new CommandError(
      `strategic merge patch is not supported for ${String(object['apiVersion'])}, Kind=${String(object['kind'])} locally, try --type merge`,
    );
  return strategicPatched(object, body);
}
