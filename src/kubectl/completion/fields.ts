/** Field names in a jsonpath or custom column that is being typed, read off the objects that the command line names. */
import type { Sys } from '../../kernel/types.ts';
import { itemsOf } from '../json.ts';
import { pathOf } from '../resource/mapper.ts';
import type { Candidate, CompletionContext } from './candidates.ts';

/** Candidates behind `jsonpath={.items[0].meta`; undefined when no field is being typed. */
export function* jsonPathFields({ invocation, word }: CompletionContext): Sys<readonly Candidate[] | undefined> {
  const typed = /^((?:jsonpath(?:-as-json)?=.*\{(?:range )?|custom-columns=(?:.*[,:])?)((?:\.[\w-]*|\[[^\]]*\])*?)\.)([\w-]*)$/.exec(word);
  if (!typed) return undefined;
  const [, lead = '', steps = ''] = typed;
  const mapping = (yield* invocation.mapper()).find((invocation.args[0] ?? '').split(/[/,]/)[0] ?? '');
  if (!mapping) return undefined;
  const name = invocation.args[0]?.split('/')[1] ?? invocation.args[1] ?? '';
  const namespace =
    mapping.namespaced && !(invocation.flags.has('all-namespaces') && invocation.flags.bool('all-namespaces'))
      ? yield* invocation.namespace()
      : '';
  const found: unknown = yield* (yield* invocation.client()).get(pathOf(mapping, namespace, name));
  // Custom columns are of one object each.
  const start = lead.startsWith('custom-columns') ? (itemsOf(found) ?? [found]) : [found];
  let here: readonly unknown[] = start;
  for (const step of steps.match(/\.[\w-]+|\[[^\]]*\]/g) ?? []) here = here.flatMap((value) => next(value, step));
  const fields = new Map<string, boolean>();
  for (const value of here) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) continue;
    for (const [field, content] of Object.entries(value)) fields.set(field, typeof content === 'object' && content !== null);
  }
  // A field with dots in its name needs brackets, which is not what is being typed.
  return [...fields]
    .filter(([field]) => /^[\w-]+$/.test(field))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([field, more]) => ({ value: `${lead}${field}`, open: true, description: more ? 'object' : 'value' }));
}

function next(value: unknown, step: string): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  if (step.startsWith('.')) return [(value as Record<string, unknown>)[step.slice(1)]];
  const inner = step.slice(1, -1);
  if (!Array.isArray(value)) return [(value as Record<string, unknown>)[inner.replace(/^['"]|['"]$/g, '')]];
  return /^-?\d+$/.test(inner) ? [value.at(Number(inner))] : value;
}
