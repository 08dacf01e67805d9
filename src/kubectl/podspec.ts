/** The Pod spec inside an object: of a Pod itself, of a workload's template, of a CronJob's jobs. */

import type { Sys } from '../kernel/types.ts';
import { isFailure, writeQuery } from './commands/common.ts';
import { CommandError } from './errors.ts';
import type { Invocation } from './invocation.ts';
import { at, isObject, type JsonObject, textOf, withValue } from './json.ts';
import { createStrategicPatch } from './patch/diff.ts';
import type { DryRun, ResultPrinter } from './printer.ts';
import { recorded } from './record.ts';
import type { ResourceInfo } from './resource/builder.ts';
import { groupResource, pathOf } from './resource/mapper.ts';

export type Container = JsonObject & { readonly name?: string; readonly image?: string };

const TEMPLATED = ['Deployment', 'ReplicaSet', 'DaemonSet', 'StatefulSet', 'Job', 'ReplicationController'];

/** Where the Pod spec lies; undefined for kinds that have none. */
export function podSpecPath(object: JsonObject): readonly string[] | undefined {
  const kind = textOf(object['kind']);
  if (kind === 'Pod') return ['spec'];
  if (kind === 'CronJob') return ['spec', 'jobTemplate', 'spec', 'template', 'spec'];
  return TEMPLATED.includes(kind) ? ['spec', 'template', 'spec'] : undefined;
}

export function podSpecOf(object: JsonObject): JsonObject | undefined {
  const path = podSpecPath(object);
  const spec = path && at(object, ...path);
  return isObject(spec) ? spec : undefined;
}

export function containersOf(
  spec: JsonObject | undefined,
  field: 'containers' | 'initContainers' | 'ephemeralContainers' = 'containers',
): readonly Container[] {
  return (spec?.[field] ?? []) as readonly Container[];
}

/** The object with its Pod spec changed. Throws CommandError for kinds without one. */
export function withPodSpec(object: JsonObject, change: (spec: JsonObject) => JsonObject): JsonObject {
  const path = podSpecPath(object);
  const spec = podSpecOf(object);
  if (!path || !spec) throw new ChangeError(`the object is not a pod or does not have a pod template: *v1.${textOf(object['kind'])}`);
  return withValue(object, path, change(spec));
}

/** Changes the containers and init containers that `fits` picks. */
export function mapContainers(spec: JsonObject, fits: (name: string) => boolean, change: (container: Container) => Container): JsonObject {
  const map = (list: readonly Container[]): Container[] => list.map((one) => (fits(one.name ?? '') ? change(one) : one));
  const init = containersOf(spec, 'initContainers');
  return { ...spec, containers: map(containersOf(spec)), ...(init.length > 0 && { initContainers: map(init) }) };
}

/** `*` wildcards in --containers. */
export function containerPattern(pattern: string): (name: string) => boolean {
  const source = pattern
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  const regexp = new RegExp(`^${source}$`);
  return (name) => regexp.test(name);
}

export interface PatchOptions {
  /** Makes the wanted object; throws CommandError when it cannot. */
  readonly change: (object: JsonObject) => JsonObject;
  /** `image updated` */
  readonly operation: string;
  /** What stands before the server's words when it refuses the patch: `failed to patch image update to pod template:`. Without: they alone. */
  readonly failure?: string;
  readonly dryRun: DryRun;
  readonly local: boolean;
  readonly print: ResultPrinter;
  /** Print also what was left as it is. */
  readonly printUnchanged?: boolean;
}

/** Patches each object into its changed form, as the `set` commands do. Returns what went wrong. */
export function* patchObjects(invocation: Invocation, infos: readonly ResourceInfo[], options: PatchOptions): Sys<Error[]> {
  const errors: Error[] = [];
  for (const { mapping, namespace, name, object = {} } of infos) {
    try {
      const after = recorded(invocation, options.change(object));
      const patch = createStrategicPatch(object, after);
      if (Object.keys(patch).length === 0 && !options.printUnchanged) continue;
      if (options.local || options.dryRun === 'client') yield* options.print(after, options.operation);
      else {
        const client = yield* invocation.client();
        yield* options.print(
          yield* patchOne(client.patch(pathOf(mapping, namespace, name), 'strategic', patch, writeQuery(options.dryRun)), options.failure),
          options.operation,
        );
      }
    } catch (error) {
      if (!isFailure(error)) throw error;
      if (!(error instanceof ChangeError)) errors.push(error);
      else if (error.told === 'resource') errors.push(new CommandError(`${mapping.resource}/${name} ${error.message}`));
      else errors.push(new CommandError(`error: ${groupResource(mapping)}/${name} ${error.message}\n`));
    }
  }
  return errors;
}

/** A change that does not fit an object: told with the object's name, behind its resource with or without the group. */
export class ChangeError extends CommandError {
  readonly told: 'resource' | 'groupResource';
  constructor(message: string, told: ChangeError['told'] = 'groupResource') {
    super(message);
    this.told = told;
  }
}

function* patchOne(request: Sys<JsonObject>, failure: string | undefined): Sys<JsonObject> {
  try {
    return yield* request;
  } catch (error) {
    if (failure !== undefined && isFailure(error)) throw new CommandError(`${failure} ${error.message}`);
    throw error;
  }
}
