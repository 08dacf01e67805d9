/** The create subcommands that make one object from flags: how they are described, and what they all do with the object. */
import { load } from '../../../kernel/sys.ts';
import type { Sys } from '../../../kernel/types.ts';
import type { Command, Flag } from '../../cli/command.ts';
import { DRY_RUN, FIELD_MANAGER, printFlags, SAVE_CONFIG, VALIDATE } from '../../cli/shared-flags.ts';
import type { Query } from '../../client.ts';
import { CommandError, ConnectionError, isRefusal } from '../../errors.ts';
import type { Invocation } from '../../invocation.ts';
import { type JsonObject, textOf, withValue } from '../../json.ts';
import { marshalJson } from '../../output/json.ts';
import { dryRunOf, resultPrinter, structOrder } from '../../printer.ts';
import { localMapping } from '../../resource/builder.ts';
import { type Mapping, pathOf } from '../../resource/mapper.ts';
import { compact, fieldValidation, LAST_APPLIED, nameArgument, writeQuery } from '../common.ts';

export interface Generator extends Omit<Command, 'run' | 'flags'> {
  readonly flags: readonly Flag[];
  /** Makes the object from the flags; `name` is the NAME argument. */
  readonly build: (invocation: Invocation, name: string) => Sys<JsonObject>;
  /** What failed, when the server refuses: `failed to create deployment`. Without it the server's answer is shown as it is. */
  readonly failure?: string;
  /** What stands between that and the server's words; default `: `. */
  readonly failureJoint?: string;
  /** Whether kubectl itself refuses an empty name before it looks at the flags; else the server does. */
  readonly named?: true;
}

const CLUSTER_SCOPED: ReadonlySet<string> = new Set(['Namespace', 'ClusterRole', 'ClusterRoleBinding', 'PriorityClass']);

/** Where objects of a kind are made, as kubectl itself knows it: no generator asks the server what it has. */
export function generated(apiVersion: string, kind: string): Mapping {
  const resource = `${kind.toLowerCase()}${kind.endsWith('s') ? 'es' : 's'}`;
  return { ...localMapping(apiVersion, kind), resource, namespaced: !CLUSTER_SCOPED.has(kind) };
}

/** A request that found no server, in Go's words. Only discovery was tried: what is told is the request that a generator would have made. */
export function notPosted(error: ConnectionError, path: string, query: Query = {}): string {
  const text = Object.keys(query)
    .sort()
    .map((key) => `${key}=${String(query[key])}`)
    .join('&');
  return error.why.replace(/^Get "(.*?)\/api\?[^"]*"/, (_whole, base) => `Post ${JSON.stringify(`${base}${path}${text && `?${text}`}`)}`);
}

/** The command of a generator. */
export function generatorCommand({ build, failure, failureJoint = ': ', named, flags, ...command }: Generator): Command {
  return {
    ...command,
    flags: [...flags, ...printFlags(), SAVE_CONFIG, VALIDATE, DRY_RUN, FIELD_MANAGER('kubectl-create')],
    run: function* (invocation) {
      const name = nameArgument(invocation);
      if (named && name === '') throw new CommandError('name must be specified');
      const dryRun = yield* dryRunOf(invocation);
      const print = yield* resultPrinter(invocation, dryRun, { typed: true });
      const validation = fieldValidation(invocation);
      const built = compact(yield* build(invocation, name));
      const { namespace, explicitNamespace } = yield* invocation.target();
      const mapping = generated(textOf(built['apiVersion']), textOf(built['kind']));
      let object = mapping.namespaced && explicitNamespace ? withValue(built, ['metadata', 'namespace'], namespace) : built;
      if (invocation.flags.bool('save-config'))
        object = withValue(
          object,
          ['metadata', 'annotations', LAST_APPLIED],
          `${marshalJson(object, (yield* load(structOrder)).structKeys(object))}\n`,
        );
      if (dryRun !== 'client') {
        const query = writeQuery(dryRun, { fieldValidation: validation });
        try {
          object = yield* (yield* invocation.client()).create(pathOf(mapping, namespace), object, query);
        } catch (error) {
          if (failure === undefined) throw error;
          if (isRefusal(error)) throw new CommandError(`${failure}${failureJoint}${error.message}`);
          if (!(error instanceof ConnectionError)) throw error;
          const fieldManager = invocation.flags.string('field-manager');
          const why = notPosted(error, pathOf(mapping, namespace), { ...query, fieldManager });
          throw new CommandError(`${failure}${failureJoint}${why}`);
        }
      }
      yield* print(object, 'created');
    },
  };
}
