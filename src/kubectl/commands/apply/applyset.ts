/**
 * apply --prune --applyset (alpha, KUBECTL_APPLYSET=true): members carry a label, and one object, the parent, keeps in annotations which
 * kinds and namespaces the set reaches. What carries the label and was not applied now is pruned. KEP-3659, with kubectl's messages.
 */
import { sha256 } from '../../../api/values/sha256.ts';
import type { Sys } from '../../../kernel/types.ts';
import { CommandError, StatusError } from '../../errors.ts';
import type { Invocation } from '../../invocation.ts';
import { itemsOf, type JsonObject, metadataOf, withValue } from '../../json.ts';
import { klog } from '../../klog.ts';
import type { DryRun } from '../../printer.ts';
import type { ResourceInfo } from '../../resource/builder.ts';
import { groupVersion, groupVersionResource, type Mapping, pathOf } from '../../resource/mapper.ts';
import { KUBECTL_VERSION } from '../../version.ts';
import { writeQuery } from '../common.ts';
import { serverSideApply } from './client-side.ts';
import type { Visited } from './prune.ts';

const PREFIX = 'applyset.kubernetes.io';
const TOOLING = `${PREFIX}/tooling`;
const KINDS = `${PREFIX}/contains-group-kinds`;
const NAMESPACES = `${PREFIX}/additional-namespaces`;
const ID = `${PREFIX}/id`;
const PART_OF = `${PREFIX}/part-of`;
const PARENT_TYPE = `${PREFIX}/is-parent-type`;
const TOOL = 'kubectl';

/** What a set reaches. */
interface Scope {
  readonly mappings: readonly Mapping[];
  readonly namespaces: readonly string[];
}

export interface ApplySet {
  readonly id: string;
  readonly parent: { readonly mapping: Mapping; readonly namespace: string; readonly name: string };
}

/** The set that --applyset names. Throws CommandError for flags that do not go together and for parents that cannot be. */
export function* applySetOf(invocation: Invocation): Sys<ApplySet> {
  const { flags } = invocation;
  const given = flags.string('applyset');
  const parent = yield* parentOf(invocation, given);
  if (!flags.bool('prune')) throw new CommandError('--applyset requires --prune');
  if (parent.mapping.namespaced && parent.namespace === '')
    throw new CommandError('namespace is required to use namespace-scoped ApplySet');
  yield* checkParentType(invocation, parent.mapping);
  if (flags.bool('force')) throw new CommandError('--force cannot be used with --prune');
  if (flags.bool('all')) throw new CommandError('--all is incompatible with --applyset');
  if (flags.string('selector') !== '') throw new CommandError('--selector is incompatible with --applyset');
  if (flags.list('prune-allowlist').length > 0) throw new CommandError('--prune-allowlist is incompatible with --applyset');
  const { mapping, namespace, name } = parent;
  return { id: idOf([name, namespace, mapping.kind, mapping.group].join('.')), parent };
}

/** `[RESOURCE][.GROUP]/NAME`, of a Secret without a resource. */
function* parentOf(invocation: Invocation, given: string): Sys<ApplySet['parent']> {
  const slash = given.indexOf('/');
  const name = given.slice(slash + 1);
  const type = slash < 0 ? 'secrets' : given.slice(0, slash);
  const fail = (why: string): CommandError => new CommandError(`invalid parent reference ${JSON.stringify(given)}: ${why}`);
  if (name === '') throw fail('name cannot be blank');
  const mapping = (yield* invocation.mapper()).find(type);
  const [resource = '', ...group] = type.split('.');
  if (!mapping) throw fail(`no matches for ${group.join('.')}/, Resource=${resource}`);
  const target = yield* invocation.target();
  return { mapping, name, namespace: mapping.namespaced && target.explicitNamespace ? target.namespace : '' };
}

function* checkParentType(invocation: Invocation, mapping: Mapping): Sys<void> {
  if (isBuiltInParent(mapping)) return;
  const client = yield* invocation.client();
  const list = yield* client.get('/apis/apiextensions.k8s.io/v1/customresourcedefinitions', { labelSelector: PARENT_TYPE });
  const allowed = (itemsOf(list) ?? []).map((one) => metadataOf(one).name);
  if (!allowed.includes(`${mapping.resource}.${mapping.group}`))
    throw new CommandError(`resource "${groupVersionResource(mapping)}" is not permitted as an ApplySet parent`);
}

function isBuiltInParent({ group, version, resource }: Mapping): boolean {
  return group === '' && version === 'v1' && (resource === 'secrets' || resource === 'configmaps');
}

function idOf(text: string): string {
  const bytes = sha256(new TextEncoder().encode(text)).match(/../g) ?? [];
  const base64 = btoa(bytes.map((hex) => String.fromCharCode(Number.parseInt(hex, 16))).join(''));
  return `applyset-${base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}-v1`;
}

/** The objects with the label of members. Throws CommandError where one has such a label already. */
export function asMembers({ id }: ApplySet, infos: readonly ResourceInfo[]): ResourceInfo[] {
  return infos.map((info) => {
    const { labels } = metadataOf(info.object ?? {});
    if (labels?.[PART_OF] !== undefined) throw new CommandError(`ApplySet label ${JSON.stringify(PART_OF)} already set in input data`);
    return { ...info, object: withValue(info.object ?? {}, ['metadata', 'labels'], { ...labels, [PART_OF]: id }) };
  });
}

/** Makes sure that the parent covers what is about to be applied. The set as it was before. */
export function* beforeApply(
  invocation: Invocation,
  set: ApplySet,
  infos: readonly ResourceInfo[],
  dryRun: DryRun,
  validation: string,
): Sys<Scope> {
  const before = yield* currentScope(invocation, set);
  const now = scopeOf(infos);
  const both: Scope = {
    mappings: [...before.mappings, ...now.mappings],
    namespaces: [...before.namespaces, ...now.namespaces],
  };
  yield* updateParent(invocation, set, both, dryRun, validation);
  return before;
}

function scopeOf(infos: readonly ResourceInfo[]): Scope {
  return {
    mappings: infos.map(({ mapping }) => mapping),
    namespaces: infos.flatMap(({ mapping, namespace }) => (mapping.namespaced && namespace !== '' ? [namespace] : [])),
  };
}

function* currentScope(invocation: Invocation, { id, parent }: ApplySet): Sys<Scope> {
  const { mapping, namespace, name } = parent;
  const shown = JSON.stringify(`${mapping.resource}.${mapping.group}/${name}`);
  let found: JsonObject;
  try {
    found = yield* (yield* invocation.client()).get(pathOf(mapping, namespace, name));
  } catch (error) {
    if (!(error instanceof StatusError)) throw error;
    if (error.reason !== 'NotFound') throw new CommandError(`failed to fetch ApplySet parent object ${shown}: ${error.message}`);
    if (isBuiltInParent(mapping)) return { mappings: [], namespaces: [] };
    throw new CommandError('custom resource ApplySet parents cannot be created automatically');
  }
  const { labels = {}, annotations = {} } = metadataOf(found);
  const about = `ApplySet parent object ${shown}`;
  const tooling = annotations[TOOLING];
  if (tooling === undefined)
    throw new CommandError(`${about} already exists and is missing required annotation ${JSON.stringify(TOOLING)}`);
  const tool = tooling.replace(/\/[^/]*$/, '');
  if (tool !== TOOL)
    throw new CommandError(`${about} already exists and is managed by tooling ${JSON.stringify(tool)} instead of "${TOOL}"`);
  const label = labels[ID];
  if (label === undefined) throw new CommandError(`${about} exists and does not have required label ${ID}`);
  if (label !== id)
    throw new CommandError(`${about} exists and has incorrect value for label ${JSON.stringify(ID)} (got: ${label}, want: ${id})`);
  const failing = (why: string): CommandError => new CommandError(`parsing ApplySet annotation on ${shown}: ${why}`);
  const kinds = annotations[KINDS];
  if (kinds === undefined)
    throw failing(`kubectl requires the ${JSON.stringify(KINDS)} annotation to be set on all ApplySet parent objects`);
  const mapper = yield* invocation.mapper();
  const mappings = listed(kinds).map((text) => {
    const [kind = '', ...group] = text.split('.');
    const known = mapper.mappings.find((one) => one.kind === kind && one.group === group.join('.'));
    if (known) return known;
    throw failing(
      `could not find mapping for kind in ${JSON.stringify(KINDS)} annotation: no matches for kind ${JSON.stringify(kind)} in group ${JSON.stringify(group.join('.'))}`,
    );
  });
  return { mappings, namespaces: [...listed(annotations[NAMESPACES] ?? ''), ...(mapping.namespaced ? [namespace] : [])] };
}

const listed = (text: string): string[] => (text === '' ? [] : text.split(','));

/** Writes down by server-side apply what the set reaches; an annotation of before that is not named goes. */
function* updateParent(invocation: Invocation, { id, parent }: ApplySet, scope: Scope, dryRun: DryRun, validation: string): Sys<void> {
  if (dryRun === 'client') return;
  const { mapping, namespace, name } = parent;
  const sorted = (texts: readonly string[]): string => [...new Set(texts)].sort().join(',');
  const object = {
    apiVersion: groupVersion(mapping),
    kind: mapping.kind,
    metadata: {
      name,
      ...(namespace !== '' && { namespace }),
      annotations: {
        [TOOLING]: `${TOOL}/${KUBECTL_VERSION}`,
        [KINDS]: sorted(scope.mappings.map(({ kind, group }) => (group === '' ? kind : `${kind}.${group}`))),
        [NAMESPACES]: sorted(scope.namespaces.filter((one) => one !== namespace)),
      },
      labels: { [ID]: id },
    },
  };
  const client = yield* invocation.client();
  const fieldManager = `${TOOL}-applyset`;
  const send = (force: boolean): Sys<JsonObject> =>
    serverSideApply(
      client,
      { mapping, namespace, name, source: '' },
      object,
      writeQuery(dryRun, { fieldManager, fieldValidation: validation, force: String(force) }),
    );
  try {
    try {
      yield* send(false);
    } catch (error) {
      if (!(error instanceof StatusError) || error.reason !== 'Conflict') throw error;
      yield* klog(
        'W',
        invocation.process.pid,
        'applyset.go:448',
        `WARNING: failed to update ApplySet: ${error.message}\nApplySet field manager ${fieldManager} should own these fields. Retrying with conflicts forced.`,
      );
      yield* send(true);
    }
  } catch (error) {
    throw error instanceof StatusError ? new CommandError(`failed to update ApplySet: ${error.message}`) : error;
  }
}

/** Deletes the members that were not applied now, tells of each, and writes down what the set reaches from now on. */
export function* pruneSet(
  invocation: Invocation,
  set: ApplySet,
  before: Scope,
  infos: readonly ResourceInfo[],
  how: { readonly visited: Visited; readonly dryRun: DryRun; readonly validation: string; readonly propagationPolicy: string },
  tell: (object: JsonObject) => Sys<void>,
): Sys<void> {
  const { dryRun, visited, propagationPolicy } = how;
  const client = yield* invocation.client();
  const gracePeriod = invocation.flags.int('grace-period');
  const options = { propagationPolicy, ...(gracePeriod >= 0 && { gracePeriodSeconds: gracePeriod }) };
  for (const mapping of before.mappings)
    for (const namespace of mapping.namespaced ? [...new Set(before.namespaces)] : ['']) {
      const list = yield* client.get(pathOf(mapping, namespace), { labelSelector: `${PART_OF}=${set.id}` });
      for (const item of itemsOf(list) ?? []) {
        const { name = '', uid = '' } = metadataOf(item);
        if (visited.uids.has(uid)) continue;
        if (dryRun !== 'client') yield* client.delete(pathOf(mapping, namespace, name), options, writeQuery(dryRun));
        yield* tell({ apiVersion: groupVersion(mapping), kind: mapping.kind, ...item });
      }
    }
  try {
    yield* updateParent(invocation, set, scopeOf(infos), dryRun, how.validation);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    throw new CommandError(`apply and prune succeeded, but ApplySet update failed: ${error.message}`);
  }
}
