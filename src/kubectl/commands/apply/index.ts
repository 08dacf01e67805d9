/** apply: client-side (three-way merge with the last applied configuration) and server-side */
import { lazy } from '../../../kernel/lazy.ts';
import { load, now } from '../../../kernel/sys.ts';
import type { Sys } from '../../../kernel/types.ts';
import type { CommandBody } from '../../cli/command.ts';
import {
  DRY_RUN,
  FIELD_MANAGER,
  FORCE_CONFLICTS,
  filenameFlags,
  printFlags,
  SELECTOR,
  SUBRESOURCE,
  VALIDATE,
} from '../../cli/shared-flags.ts';
import type { Client, Query } from '../../client.ts';
import { CommandError, isRefusal, StatusError, throwAll } from '../../errors.ts';
import type { Invocation } from '../../invocation.ts';
import { type JsonObject, metadataOf } from '../../json.ts';
import { mergePatched, strategicPatched } from '../../patch/apply.ts';
import { DRY_RUN_SUFFIX, type DryRun, dryRunOf, objectName, objectPrinter, printWith } from '../../printer.ts';
import { RECORD, recorded } from '../../record.ts';
import { builderOptions, type ResourceInfo, select } from '../../resource/builder.ts';
import { groupResource, pathOf } from '../../resource/mapper.ts';
import { waitDeleted } from '../../wait.ts';
import { fieldValidation, isFailure, LAST_APPLIED, writeQuery } from '../common.ts';
import { cascadeOf, deletionFlags } from '../delete.ts';
import { applyPatch, firstApplied, liveObject, serverSideApply } from './client-side.ts';
import { editLastApplied, setLastApplied, viewLastApplied } from './last-applied.ts';
import { keepLastApplied, migrationPatch } from './migrate.ts';
import { prune, prunedMappings } from './prune.ts';

const applySets = lazy(() => import('./applyset.ts'));

export const SERVER_SIDE_FLAGS = [
  { name: 'server-side', type: 'bool', usage: 'If true, apply runs in the server instead of the client.' },
  FORCE_CONFLICTS,
] as const;
export const CLIENT_SIDE_MANAGER = 'kubectl-client-side-apply';
const SERVER_SIDE_MANAGER = 'kubectl';
/** How often a patch that lost against another writer is made again. */
const RETRIES = 5;

export const apply: CommandBody = {
  usage: 'apply (-f FILENAME | -k DIRECTORY)',
  long: 'Bring resources into the state that files describe: what is missing is created, what is there is changed. Fields that the files never named stay as they are. JSON and YAML formats are accepted.',
  examples: [
    ['Apply what a file describes', 'kubectl apply -f ./web.yaml'],
    ['Apply all files of a folder', 'kubectl apply -f ./web/'],
    ['Apply what standard input describes', 'cat web.yaml | kubectl apply -f -'],
    ['Let the server merge, and track who owns which field', 'kubectl apply --server-side -f ./web.yaml'],
  ],
  flags: [
    ...deletionFlags,
    ...filenameFlags('The files that contain the configurations to apply.'),
    ...printFlags(),
    VALIDATE,
    DRY_RUN,
    ...SERVER_SIDE_FLAGS,
    FIELD_MANAGER(CLIENT_SIDE_MANAGER),
    RECORD,
    SELECTOR,
    {
      name: 'applyset',
      type: 'string',
      gate: 'KUBECTL_APPLYSET',
      usage:
        '[alpha] The object that keeps account of what is applied, in the format [RESOURCE][.GROUP]/NAME; a Secret without a resource. With --prune, what belongs to it and is no longer in the files is deleted.',
    },
    {
      name: 'prune',
      type: 'bool',
      usage: 'Delete what was applied before and is no longer in the files. Needs -l, --all or, where that is asked for, --applyset.',
    },
    { name: 'prune-allowlist', type: 'array', usage: 'Overwrite the default allowlist with <group/version/kind> for --prune' },
    { name: 'all', type: 'bool', usage: 'Select all resources in the namespace of the specified resource types.' },
    {
      name: 'overwrite',
      type: 'bool',
      default: 'true',
      usage: 'Resolve conflicts between the files and the live configuration in favour of the files',
    },
    { name: 'openapi-patch', type: 'bool', default: 'true', usage: 'If true, merge by the schema that the server publishes.' },
    { ...SUBRESOURCE, usage: 'If specified, apply works on this subresource of the object. Only allowed with --server-side.' },
  ],
  commands: [viewLastApplied, setLastApplied, editLastApplied],
  *run(invocation) {
    const { flags, args } = invocation;
    if (args.length > 0) throw invocation.usageError(`Unexpected args: [${args.join(' ')}]`);
    const dryRun = yield* dryRunOf(invocation);
    const printer = yield* objectPrinter(invocation);
    if (flags.list('filename').length === 0 && flags.string('kustomize') === '') throw new CommandError('must specify one of -f and -k');
    const sets = flags.has('applyset') && flags.string('applyset') !== '' ? yield* load(applySets) : undefined;
    const set = sets && (yield* sets.applySetOf(invocation));
    checkFlags(invocation, dryRun, set !== undefined);
    const propagationPolicy = yield* cascadeOf(invocation);
    const validation = fieldValidation(invocation);
    const selection = yield* selectOrErrors(invocation, validation !== 'Ignore');
    if (selection.infos.length === 0 && selection.errors.length === 0) throw new CommandError('no objects passed to apply');
    const infos = set ? sets.asMembers(set, selection.infos) : selection.infos;
    const reached = set && (yield* sets.beforeApply(invocation, set, infos, dryRun, validation));
    const pruned = flags.bool('prune') && !set ? yield* prunedMappings(invocation) : [];
    const done: JsonObject[] = [];
    const errors: Error[] = [...selection.errors];
    const visited = { uids: new Set<string>(), namespaces: new Set<string>() };
    const target = yield* invocation.target();
    if (target.explicitNamespace) visited.namespaces.add(target.namespace);
    for (const info of infos) {
      if (info.namespace !== '') visited.namespaces.add(info.namespace);
      try {
        const { object, operation } = yield* applyOne(invocation, info, dryRun, validation);
        visited.uids.add(metadataOf(object).uid ?? '');
        done.push(object);
        if (metadataOf(object).deletionTimestamp)
          yield* invocation.err(`Warning: Detected changes to resource ${info.name} which is currently being deleted.\n`);
        if (!printer)
          yield* invocation.out(`${objectName({ ...object, kind: info.mapping.kind })} ${operation}${DRY_RUN_SUFFIX[dryRun]}\n`);
        else if (printsNames(invocation)) yield* printWith(invocation, printer, object);
      } catch (error) {
        if (!isFailure(error)) throw error;
        errors.push(error);
      }
    }
    throwAll(errors);
    if (printer && !printsNames(invocation)) {
      const [first] = done;
      yield* printWith(
        invocation,
        printer,
        done.length === 1 && first ? first : { apiVersion: 'v1', items: done, kind: 'List', metadata: {} },
      );
    }
    if (!flags.bool('prune')) return;
    const tell = (object: JsonObject): Sys<void> =>
      printer ? printWith(invocation, printer, object) : invocation.out(`${objectName(object)} pruned${DRY_RUN_SUFFIX[dryRun]}\n`);
    if (set && reached) yield* sets.pruneSet(invocation, set, reached, infos, { visited, dryRun, validation, propagationPolicy }, tell);
    else yield* prune(invocation, pruned, visited, dryRun, tell);
  },
};

/** -o name prints object by object; the other formats print all in one. */
function printsNames({ flags }: Invocation): boolean {
  return flags.string('output') === 'name';
}

function checkFlags({ flags }: Invocation, dryRun: DryRun, bySet: boolean): void {
  const serverSide = flags.bool('server-side');
  if (flags.bool('force-conflicts') && !serverSide) throw new CommandError('--force-conflicts only works with --server-side');
  if (dryRun === 'client' && serverSide)
    throw new CommandError("--dry-run=client doesn't work with --server-side (did you mean --dry-run=server instead?)");
  if (serverSide && flags.bool('force')) throw new CommandError('--force cannot be used with --server-side');
  if (dryRun === 'server' && flags.bool('force')) throw new CommandError('--dry-run=server cannot be used with --force');
  if (flags.bool('all') && flags.string('selector') !== '') throw new CommandError('cannot set --all and --selector at the same time');
  if (flags.bool('prune') && !bySet) {
    if (flags.bool('force')) throw new CommandError('--force cannot be used with --prune');
    if (!flags.bool('all') && flags.string('selector') === '') {
      throw new CommandError(
        'all resources selected for prune without explicitly passing --all. To prune all resources, pass the --all flag. If you did not mean to prune all resources, specify a label selector',
      );
    }
    if (serverSide) throw new CommandError("--prune is in alpha and doesn't currently work on objects created by server-side apply");
  }
  if (flags.string('subresource') !== '' && !serverSide) throw new CommandError('--subresource can only be specified for --server-side');
}

/** The objects of the files; what cannot be used does not keep the others from being applied. */
function* selectOrErrors(invocation: Invocation, validate: boolean): Sys<{ infos: readonly ResourceInfo[]; errors: readonly Error[] }> {
  const selection = yield* select(invocation, yield* builderOptions(invocation, [], { validate }));
  return { infos: selection.infos, errors: selection.errors ?? [] };
}

/** `error when retrieving current configuration of: ...`: what every failure to read the live object begins with. */
function notRetrieved({ mapping, namespace, name, source }: ResourceInfo, why: string): string {
  const type = `${mapping.group}/${mapping.version}`;
  return `error when retrieving current configuration of:\nResource: "${type}, Resource=${mapping.resource}", GroupVersionKind: "${type}, Kind=${mapping.kind}"\nName: "${name}", Namespace: "${namespace}"\nfrom server for: ${JSON.stringify(source)}: ${why}`;
}

function* currentObject(client: Client, info: ResourceInfo): Sys<JsonObject | undefined> {
  try {
    return yield* liveObject(client, info);
  } catch (error) {
    throw isRefusal(error) ? error.withMessage(notRetrieved(info, error.message)) : error;
  }
}

interface Applied {
  readonly object: JsonObject;
  readonly operation: string;
}

function* applyOne(invocation: Invocation, given: ResourceInfo, dryRun: DryRun, validation: string): Sys<Applied> {
  const { flags } = invocation;
  const info = { ...given, object: recorded(invocation, given.object ?? {}) };
  const client = yield* invocation.client();
  const wanted = info.object;
  const { generateName } = metadataOf(wanted);
  if (info.name === '' && !generateName) {
    throw new CommandError(notRetrieved(info, 'resource name may not be empty'));
  }
  if (info.name === '' && generateName) throw new CommandError(`from ${generateName}: cannot use generate name with apply`);
  const query = writeQuery(dryRun, { fieldValidation: validation });
  if (flags.bool('server-side')) return { object: yield* applyOnServer(invocation, client, info, query), operation: 'serverside-applied' };
  const live = yield* currentObject(client, info);
  if (!live) {
    if (dryRun === 'client') return { object: firstApplied(wanted), operation: 'created' };
    return {
      object: yield* withSource('creating', info, client.create(pathOf(info.mapping, info.namespace), firstApplied(wanted), query)),
      operation: 'created',
    };
  }
  if (metadataOf(live).annotations?.[LAST_APPLIED] === undefined) {
    yield* invocation.err(
      `Warning: resource ${groupResource(info.mapping).split('.')[0]}/${info.name} is missing the ${LAST_APPLIED} annotation which is required by kubectl apply. kubectl apply should only be used on resources created declaratively by either kubectl create --save-config or kubectl apply. The missing annotation will be patched automatically.\n`,
    );
  }
  return yield* patchLive(invocation, client, info, live, dryRun, query);
}

function* patchLive(
  invocation: Invocation,
  client: Client,
  info: ResourceInfo,
  found: JsonObject,
  dryRun: DryRun,
  query: Query,
): Sys<Applied> {
  let live = found;
  for (let attempt = 0; ; attempt++) {
    const { type, patch } = applyPatch(info.object as JsonObject, live);
    if (Object.keys(patch).length === 0) return { object: live, operation: 'unchanged' };
    if (dryRun === 'client')
      return {
        object: type === 'strategic' ? strategicPatched(live, patch) : mergePatched(live, patch),
        operation: 'configured',
      };
    try {
      return { object: yield* client.patch(pathOf(info.mapping, info.namespace, info.name), type, patch, query), operation: 'configured' };
    } catch (error) {
      if (!(error instanceof StatusError)) throw error;
      if (error.reason === 'Conflict' && attempt < RETRIES) {
        live = (yield* liveObject(client, info)) ?? live;
        continue;
      }
      if (invocation.flags.bool('force') && (error.reason === 'Conflict' || error.reason === 'Invalid'))
        return yield* recreate(invocation, client, info, live);
      const where = `Resource: "${info.mapping.group === '' ? '' : `${info.mapping.group}/`}${info.mapping.version}, Resource=${info.mapping.resource}"`;
      if (error.reason === 'Invalid') throw error;
      throw error.withMessage(
        `error when applying patch:\n${JSON.stringify(patch)}\nto:\n${where}, GroupVersionKind: "${info.mapping.group === '' ? '' : `${info.mapping.group}/`}${info.mapping.version}, Kind=${info.mapping.kind}"\nName: "${info.name}", Namespace: "${info.namespace}"\nfor: ${JSON.stringify(info.source)}: error when patching ${JSON.stringify(info.source)}: ${error.message}`,
      );
    }
  }
}

/** --force: deletes the object and makes it anew; puts the old one back when that fails. */
function* recreate(invocation: Invocation, client: Client, info: ResourceInfo, live: JsonObject): Sys<Applied> {
  const { flags } = invocation;
  const path = pathOf(info.mapping, info.namespace, info.name);
  const grace = flags.int('grace-period');
  yield* client.delete(path, { ...(grace >= 0 && { gracePeriodSeconds: grace }), propagationPolicy: 'Background' });
  const limit = flags.duration('timeout') || 60_000;
  if (!(yield* waitDeleted(invocation, info, metadataOf(live).uid, (yield* now()) + limit)))
    throw new CommandError('timed out waiting for the condition');
  return {
    object: yield* client.create(pathOf(info.mapping, info.namespace), firstApplied(info.object as JsonObject)),
    operation: 'configured',
  };
}

function* applyOnServer(invocation: Invocation, client: Client, info: ResourceInfo, query: Query): Sys<JsonObject> {
  const { flags } = invocation;
  const fieldManager = flags.changed('field-manager') ? flags.string('field-manager') : SERVER_SIDE_MANAGER;
  const subresource = flags.string('subresource');
  const send = (): Sys<JsonObject> =>
    serverSideApply(
      client,
      info,
      info.object as JsonObject,
      { ...query, fieldManager, force: String(flags.bool('force-conflicts')) },
      subresource,
    );
  try {
    const applied = yield* send();
    if (subresource !== '') return applied;
    const path = pathOf(info.mapping, info.namespace, info.name);
    const kept = yield* keepLastApplied(client, info.mapping, path, applied, fieldManager, query);
    const migration = migrationPatch(kept, fieldManager);
    if (!migration) return kept;
    yield* client.patch(path, 'json', migration, query);
    return yield* send();
  } catch (error) {
    if (!(error instanceof StatusError) || error.reason !== 'Conflict') throw error;
    throw new CommandError(`${error.message}
Please review the fields above--they currently have other managers. Here
are the ways you can resolve this warning:
* If you intend to manage all of these fields, please re-run the apply
  command with the \`--force-conflicts\` flag.
* If you do not intend to manage all of the fields, please edit your
  manifest to remove references to the fields that should keep their
  current managers.
* You may co-own fields by updating your manifest to match the existing
  value; in this case, you'll become the manager if the other manager(s)
  stop managing the field (remove it from their configuration).
See https://kubernetes.io/docs/reference/using-api/server-side-apply/#conflicts`);
  }
}

/** Adds the file to a failure: `error when creating "web.yaml": ...`. */
function* withSource<T>(verb: string, { source }: ResourceInfo, request: Sys<T>): Sys<T> {
  try {
    return yield* request;
  } catch (error) {
    throw isRefusal(error) ? error.withMessage(`error when ${verb} ${JSON.stringify(source)}: ${error.message}`) : error;
  }
}
