/** Candidates that live in the cluster: kinds, names, namespaces, containers, labels. A server that does not answer offers none. */
import type { Sys } from '../../kernel/types.ts';
import { CommandError, ConnectionError, StatusError } from '../errors.ts';
import type { Invocation } from '../invocation.ts';
import { at, itemsOf, metadataOf, textOf } from '../json.ts';
import { groupResource, type Mapping, pathOf } from '../resource/mapper.ts';
import type { Candidate, CompletionContext } from './candidates.ts';

type Completer = (context: CompletionContext) => Sys<readonly Candidate[]>;

/** Nothing to offer when the request fails: completion never complains. */
function* quietly(look: () => Sys<readonly Candidate[]>): Sys<readonly Candidate[]> {
  try {
    return yield* look();
  } catch (error) {
    if (error instanceof StatusError || error instanceof CommandError || error instanceof ConnectionError) return [];
    throw error;
  }
}

function* namesOf(invocation: Invocation, mapping: Mapping, prefix = ''): Sys<readonly Candidate[]> {
  const namespace = mapping.namespaced ? yield* invocation.namespace() : '';
  const list = yield* (yield* invocation.client()).get(pathOf(mapping, namespace));
  return (itemsOf(list) ?? []).map((item) => ({ value: `${prefix}${metadataOf(item).name ?? ''}` }));
}

/** Names of one kind: `namesOfKind('pods')`. */
export const namesOfKind = (resource: string): Completer =>
  function* ({ invocation }) {
    return yield* quietly(function* () {
      const mapping = (yield* invocation.mapper()).find(resource);
      return mapping ? yield* namesOf(invocation, mapping) : [];
    });
  };

export const completeNamespaces = namesOfKind('namespaces');

/** Pod names; and with `TYPE/`, names of that type. */
export const completePods: Completer = function* (context) {
  if (context.invocation.args.length > 0) return [];
  return context.word.includes('/') ? yield* completeTypeAndName(context) : yield* namesOfKind('pods')(context);
};

/** `TYPE`, `TYPE NAME...`, `TYPE/NAME...`, and the next of a comma list of types. */
export const completeTypeAndName: Completer = function* (context) {
  return yield* typeAndName(context, () => true);
};

/** As completeTypeAndName, for these types only. */
export const typesAndNames = (...resources: readonly string[]): Completer =>
  function* (context) {
    return yield* typeAndName(context, (mapping) => resources.includes(mapping.resource));
  };

function* typeAndName({ invocation, word }: CompletionContext, fits: (mapping: Mapping) => boolean): Sys<readonly Candidate[]> {
  return yield* quietly(function* () {
    const mapper = yield* invocation.mapper();
    const slash = word.indexOf('/');
    if (slash > 0) {
      const mapping = mapper.find(word.slice(0, slash));
      return mapping ? yield* namesOf(invocation, mapping, word.slice(0, slash + 1)) : [];
    }
    const [first] = invocation.args;
    if (first !== undefined && !first.includes('/')) {
      const mapping = first.includes(',') ? undefined : mapper.find(first);
      if (!mapping) return [];
      return (yield* namesOf(invocation, mapping)).filter(({ value }) => !invocation.args.includes(value, 1));
    }
    const before = word.slice(0, word.lastIndexOf(',') + 1);
    const types = mapper.mappings.filter((mapping) => mapping.verbs.includes('get') && fits(mapping));
    const open = first !== undefined;
    const names = types.map((mapping) => {
      const plain = mapper.find(mapping.resource) === mapping ? mapping.resource : groupResource(mapping);
      return { value: before + plain + (open ? '/' : ''), description: mapping.kind, ...(open && { open }) };
    });
    const short = types.flatMap((mapping) =>
      mapping.shortNames
        .filter((name) => name.startsWith(word.slice(before.length)) && word.length > before.length)
        .map((name) => ({ value: before + name, description: mapping.kind })),
    );
    return [...names, ...(open ? [] : short)].sort((a, b) => (a.value < b.value ? -1 : 1));
  });
}

/** Names of resource types alone, for explain and api-resources. */
export const completeTypes: Completer = function* ({ invocation }) {
  return yield* quietly(function* () {
    return (yield* invocation.mapper()).mappings.map((mapping) => ({ value: groupResource(mapping), description: mapping.kind }));
  });
};

/** Containers of the pod that the first argument names. */
export const completeContainers: Completer = function* ({ invocation }) {
  return yield* quietly(function* () {
    const [pod] = invocation.args;
    const mapping = (yield* invocation.mapper()).find('pods');
    if (pod === undefined || !mapping) return [];
    const object = yield* (yield* invocation.client()).get(
      pathOf(mapping, yield* invocation.namespace(), pod.replace(/^(pods?|po)\//, '')),
    );
    return ['containers', 'initContainers', 'ephemeralContainers'].flatMap((field) =>
      ((at(object, 'spec', field) ?? []) as { name?: string; image?: string }[]).map((one) => ({
        value: textOf(one.name),
        description: textOf(one.image),
      })),
    );
  });
};

/** `key=value` of the labels that objects of the named type carry. */
export const completeLabelKeys: Completer = function* ({ invocation, word }) {
  return yield* quietly(function* () {
    const mapper = yield* invocation.mapper();
    const mapping = mapper.find((invocation.args[0] ?? 'pods').split(/[/,]/)[0] as string);
    if (!mapping) return [];
    const namespace = mapping.namespaced ? yield* invocation.namespace() : '';
    const list = yield* (yield* invocation.client()).get(pathOf(mapping, namespace));
    const pairs = new Set(
      (itemsOf(list) ?? []).flatMap((item) => Object.entries(metadataOf(item).labels ?? {}).map(([key, value]) => `${key}=${value}`)),
    );
    const before = word.slice(0, word.lastIndexOf(',') + 1);
    return [...pairs].sort().map((pair) => ({ value: before + pair }));
  });
};
