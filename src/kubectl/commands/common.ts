/** What most commands do the same way. */
import type { Sys } from '../../kernel/types.ts';
import { parseBool } from '../cli/parse.ts';
import type { Query } from '../client.ts';
import { Aggregate, CommandError, ordered, StatusError, throwAll } from '../errors.ts';
import type { Invocation } from '../invocation.ts';
import { type JsonObject, metadataOf, withValue } from '../json.ts';
import { marshalJson } from '../output/json.ts';
import type { DryRun } from '../printer.ts';
import type { Mapping, RestMapper } from '../resource/mapper.ts';

export const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** Where to look when no type was named, or one that is not there. */
export const SUGGEST_API_RESOURCES = 'Use "kubectl api-resources" for a complete list of supported resources.';

/** Does the work for each item; goes on after failures and throws them all at the end. */
export function* visitAll<T>(items: readonly T[], work: (item: T) => Sys<void>, before: readonly Error[] = []): Sys<void> {
  const errors: Error[] = [...before];
  for (const item of items) {
    try {
      yield* work(item);
    } catch (error) {
      if (!isFailure(error)) throw error;
      errors.push(error);
    }
  }
  throwAll(ordered(errors));
}

/** The value of --raw. */
export function rawPath({ flags }: Invocation): string {
  const raw = flags.string('raw');
  if (raw.startsWith('/') || /^https?:\/\//.test(raw)) return raw;
  throw new CommandError(`--raw must be a valid URL path: parse ${JSON.stringify(raw)}: invalid URI for request`);
}

/** A failure that belongs to one object: others may still succeed. */
export function isFailure(error: unknown): error is Error {
  return error instanceof CommandError || error instanceof StatusError || error instanceof Aggregate;
}

/** The one NAME that create subcommands take (words after `--` are a command). */
export function nameArgument(invocation: Invocation): string {
  const count = invocation.dashAt === -1 ? invocation.args.length : invocation.dashAt;
  if (count !== 1) throw invocation.usageError(`exactly one NAME is required, got ${count}`);
  return invocation.args[0] as string;
}

/** The field validation that --validate asks the server for. */
export function fieldValidation({ flags }: Invocation): string {
  const value = flags.string('validate');
  const bool = parseBool(value);
  if (bool !== undefined) return bool ? 'Strict' : 'Ignore';
  const directive = { strict: 'Strict', warn: 'Warn', ignore: 'Ignore' }[value];
  if (directive === undefined)
    throw new CommandError(`invalid - validate option ${JSON.stringify(value)}; must be one of: strict (or true), warn, ignore (or false)`);
  return directive;
}

/** Query parameters of a write. */
export function writeQuery(dryRun: DryRun, more: Query = {}): Query {
  return { ...more, ...(dryRun === 'server' && { dryRun: 'All' }) };
}

/** `KEY=VALUE` and `KEY-` arguments, and the resources before them. */
export function resourcesAndPairs(args: readonly string[], pairType: string): { resources: string[]; pairs: string[] } {
  const resources: string[] = [];
  const pairs: string[] = [];
  for (const arg of args) {
    const isPair = (arg.includes('=') && !arg.startsWith('=')) || (arg.endsWith('-') && arg !== '-');
    if (isPair) pairs.push(arg);
    else if (pairs.length === 0) resources.push(arg);
    else throw new CommandError(`all resources must be specified before ${pairType} changes: ${arg}`);
  }
  return { resources, pairs };
}

/** `KEY=VALUE` into a map, `KEY-` into a list of keys to remove. */
export function parsePairs(
  args: readonly string[],
  pairType: string,
  supportRemove: boolean,
): { values: Map<string, string>; remove: string[] } {
  const values = new Map<string, string>();
  const remove: string[] = [];
  const wrong: string[] = [];
  for (const arg of args) {
    const equals = arg.indexOf('=');
    if (equals > 0) values.set(arg.slice(0, equals), arg.slice(equals + 1));
    else if (supportRemove && arg.endsWith('-') && arg !== '-') remove.push(arg.slice(0, -1));
    else wrong.push(arg);
  }
  if (wrong.length > 0) throw new CommandError(`invalid ${pairType} format: ${wrong.join(', ')}`);
  return { values, remove };
}

/** The object with its own text in the annotation that `apply` reads; the annotation itself is not part of that text. */
export function withLastApplied(object: JsonObject): JsonObject {
  return withValue(object, ['metadata', 'annotations', LAST_APPLIED], lastAppliedText(object));
}

/** An object as that annotation holds it: without the annotation, with `annotations: {}` where there were none, one line. */
export function lastAppliedText(object: JsonObject): string {
  const { [LAST_APPLIED]: _itself, ...annotations } = metadataOf(object).annotations ?? {};
  return `${marshalJson(withValue(object, ['metadata', 'annotations'], annotations))}\n`;
}

/** The mapping of a kind that every server has. */
export function builtIn(mapper: RestMapper, apiVersion: string, kind: string): Mapping {
  const mapping = mapper.forKind(apiVersion, kind);
  if (!mapping) throw new CommandError(`no matches for kind ${JSON.stringify(kind)} in version ${JSON.stringify(apiVersion)}`);
  return mapping;
}

/** `a=1,b=2` of --labels and the like. */
export function parseLabelList(text: string): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const part of text.split(',')) {
    const [key = '', value, ...more] = part.split('=');
    if (value === undefined || more.length > 0) throw new CommandError(`unexpected label spec: ${part}`);
    if (key === '') throw new CommandError('unexpected empty label key');
    labels[key] = value;
  }
  return labels;
}

/** The object without the keys whose value is undefined, at any depth. */
export function compact<T>(value: T): T {
  if (Array.isArray(value)) return value.map(compact) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, one]) => (one === undefined ? [] : [[key, compact(one)]]))) as T;
}

/** `int-or-string` of a flag: digits are a number. */
export function intOrString(text: string): number | string {
  return /^\d+$/.test(text) ? Number(text) : text;
}
