/** replace */
import { load, now } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import type { CommandBody } from '../cli/command.ts';
import { DRY_RUN, FIELD_MANAGER, filenameFlags, printFlags, SAVE_CONFIG, SUBRESOURCE, VALIDATE } from '../cli/shared-flags.ts';
import { CommandError, isRefusal } from '../errors.ts';
import type { Invocation } from '../invocation.ts';
import { type JsonObject, metadataOf, withValue } from '../json.ts';
import { dryRunOf, type ResultPrinter, resultPrinter, wireFormat } from '../printer.ts';
import { builderOptions, type ResourceInfo, select } from '../resource/builder.ts';
import { readSources } from '../resource/files.ts';
import { pathOf } from '../resource/mapper.ts';
import { waitDeleted } from '../wait.ts';
import { fieldValidation, rawPath, visitAll, withLastApplied, writeQuery } from './common.ts';
import { cascadeOf, deleteAll, deletionFlags } from './delete.ts';

const FORCE_LIMIT_MS = 5 * 60 * 1000;

export const replace: CommandBody = {
  usage: 'replace -f FILENAME',
  long: 'Replace resources as a whole by what files describe. With --force they are deleted and made anew.',
  examples: [
    ['Replace a pod by what a file describes', 'kubectl replace -f ./pod.yaml'],
    ['Delete and create it anew', 'kubectl replace --force -f ./pod.yaml'],
  ],
  flags: [
    ...printFlags(),
    ...deletionFlags,
    ...filenameFlags('The files that contain the configurations to replace.'),
    VALIDATE,
    SAVE_CONFIG,
    DRY_RUN,
    { name: 'raw', type: 'string', usage: 'Raw URI to PUT to the server.  Uses the transport specified by the kubeconfig file.' },
    FIELD_MANAGER('kubectl-replace'),
    SUBRESOURCE,
  ],
  *run(invocation) {
    const { flags } = invocation;
    const dryRun = yield* dryRunOf(invocation);
    const print = yield* resultPrinter(invocation, dryRun);
    const validation = fieldValidation(invocation);
    const propagationPolicy = yield* cascadeOf(invocation);
    const force = flags.bool('force');
    if (flags.int('grace-period') >= 0 && !force) throw new CommandError('--grace-period must have --force specified');
    if (flags.duration('timeout') !== 0 && !force) throw new CommandError('--timeout must have --force specified');
    if (force && dryRun !== 'none') throw new CommandError('--dry-run can not be used when --force is set');
    if (flags.list('filename').length === 0 && flags.string('kustomize') === '') throw new CommandError('must specify one of -f and -k');
    if (flags.string('raw') !== '') {
      const [source] = (yield* readSources(flags.list('filename'), false)).sources;
      const { body } = yield* (yield* invocation.client()).send({
        method: 'PUT',
        path: rawPath(invocation),
        body: source?.text ?? '',
        headers: { 'content-type': 'application/json' },
      });
      yield* invocation.out(typeof body === 'string' ? body : (yield* load(wireFormat)).wireText(body, false));
      return;
    }
    const { infos, errors = [] } = yield* select(invocation, yield* builderOptions(invocation, [], { validate: validation !== 'Ignore' }));
    if (force) return yield* forceReplace(invocation, infos, errors, { validation, propagationPolicy, print });
    yield* visitAll(
      infos,
      function* (info) {
        const object = wantedObject(invocation, info);
        if (dryRun === 'client') return yield* print(object, 'replaced');
        try {
          yield* print(yield* replaceOne(invocation, info, object, writeQuery(dryRun, { fieldValidation: validation })), 'replaced');
        } catch (error) {
          throw isRefusal(error) ? error.withMessage(`error when replacing ${JSON.stringify(info.source)}: ${error.message}`) : error;
        }
      },
      errors,
    );
  },
};

function wantedObject({ flags }: Invocation, { object = {} }: ResourceInfo): JsonObject {
  return flags.bool('save-config') ? withLastApplied(object) : object;
}

/**
 * An update needs the version that it replaces: where the file names none, the live one is taken; what is not there is sent as it is, since
 * some kinds are created so.
 */
function* replaceOne(
  invocation: Invocation,
  { mapping, namespace, name }: ResourceInfo,
  object: JsonObject,
  query: ReturnType<typeof writeQuery>,
): Sys<JsonObject> {
  const client = yield* invocation.client();
  const path = pathOf(mapping, namespace, name, invocation.flags.string('subresource'));
  const given = metadataOf(object).resourceVersion;
  if (given) return yield* client.replace(path, object, query);
  let version: string | undefined;
  try {
    version = metadataOf(yield* client.get(pathOf(mapping, namespace, name))).resourceVersion;
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
  return yield* client.replace(path, version ? withValue(object, ['metadata', 'resourceVersion'], version) : object, query);
}

function* forceReplace(
  invocation: Invocation,
  infos: readonly ResourceInfo[],
  errors: readonly Error[],
  how: { readonly validation: string; readonly propagationPolicy: string; readonly print: ResultPrinter },
): Sys<void> {
  const { flags } = invocation;
  const { validation, propagationPolicy, print } = how;
  const limit = flags.duration('timeout') || FORCE_LIMIT_MS;
  yield* deleteAll(invocation, infos, {
    propagationPolicy,
    gracePeriod: flags.int('grace-period'),
    dryRun: 'none',
    ignoreNotFound: true,
    errors,
    print: 'plain',
    wait: flags.bool('wait'),
    timeoutMs: limit,
  });
  const deadline = (yield* now()) + limit;
  for (const info of infos) {
    if (!(yield* waitDeleted(invocation, info, undefined, deadline))) throw new CommandError('timed out waiting for the condition');
  }
  const client = yield* invocation.client();
  yield* visitAll(infos, function* (info) {
    yield* print(
      yield* client.create(pathOf(info.mapping, info.namespace), wantedObject(invocation, info), { fieldValidation: validation }),
      'replaced',
    );
  });
  if (infos.length === 0) throw new CommandError('no objects passed to replace');
}
