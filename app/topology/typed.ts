// The selector in a kubectl line that is still being typed, and what it singles out so far.
import { parseLabelSelector, type Requirement } from '../../src/api/values/selector.ts';
import type { Focus } from './focus.ts';
import type { PodView } from './model.ts';

interface TypedSelector {
  readonly selector: string;
  /** Undefined: all. */
  readonly namespace: string | undefined;
  /** The line ends with it: it may not be finished. */
  readonly open: boolean;
}

/** Verbs whose selector is about the kinds that are named; others have Pods of their own. */
const OF_KINDS: ReadonlySet<string> = new Set(['get', 'delete', 'describe', 'label', 'annotate', 'wait', 'top']);
const OF_PODS: ReadonlySet<string> = new Set(['logs', 'expose']);
const PODS = /(?:^|,)(?:pods?|po|all)(?:\.|,|$)/;
/** Flags with a value of their own, which is no kind. */
const VALUED =
  /^(?:-[nlocf]|--(?:namespace|selector|output|container|filename|context|for|sort-by|field-selector|port|target-port|type|timeout))$/;

/** The words of the last command of a line, as a shell would cut them; a quote may be open. */
function lastCommand(line: string): string[] {
  let words: string[] = [];
  let word: string | undefined;
  let quote = '';
  for (let at = 0; at < line.length; at++) {
    const sign = line[at] as string;
    if (quote !== '') {
      if (sign === quote) quote = '';
      else word += sign;
    } else if (sign === '"' || sign === "'") {
      quote = sign;
      word ??= '';
    } else if (/\s/.test(sign)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (/[|;&]/.test(sign)) {
      words = [];
      word = undefined;
    } else word = (word ?? '') + sign;
  }
  if (word !== undefined) words.push(word);
  return words;
}

/**
 * The label selector of the last kubectl command in a line, where it is about Pods.
 * @param current the namespace that kubectl takes where none is named
 */
export function selectorIn(line: string, current = 'default'): TypedSelector | undefined {
  const words = lastCommand(line);
  const start = words.findIndex((word) => word === 'kubectl' || word === 'k');
  if (start < 0) return undefined;
  let found: { readonly selector: string; readonly at: number } | undefined;
  let namespace: string | undefined = current;
  const plain: string[] = [];
  for (let at = start + 1; at < words.length; at++) {
    const word = words[at] as string;
    const next = words[at + 1];
    const selector = /^(?:--selector=|-l=?)(.+)$/.exec(word)?.[1];
    const named = /^(?:--namespace=|-n=?)(.+)$/.exec(word)?.[1];
    if (word === '-A' || word === '--all-namespaces') namespace = undefined;
    else if (selector !== undefined) found = { selector, at };
    else if (named !== undefined) namespace = named;
    else if (VALUED.test(word)) {
      if (next !== undefined && /^(?:-l|--selector)$/.test(word)) found = { selector: next, at: at + 1 };
      if (next !== undefined && /^(?:-n|--namespace)$/.test(word)) namespace = next;
      at++;
    } else if (!word.startsWith('-')) plain.push(word);
  }
  const [verb = '', kind = ''] = plain;
  if (!found || !(OF_PODS.has(verb) || (OF_KINDS.has(verb) && PODS.test(kind)))) return undefined;
  return { selector: found.selector, namespace, open: found.at === words.length - 1 && !/\s$/.test(line) };
}

/**
 * What a line singles out. While the last value of its selector is typed, Pods whose value begins so far are meant, unless one has just
 * that value; `app=` means all that have the label.
 */
export function typedFocus(line: string, pods: readonly PodView[], current?: string): Focus | undefined {
  const typed = selectorIn(line, current);
  if (!typed) return undefined;
  let requirements: readonly Requirement[];
  try {
    requirements = parseLabelSelector(typed.selector.replace(/,$/, ''));
  } catch {
    return undefined;
  }
  if (requirements.length === 0) return undefined;
  // They come back sorted by key: the one that is being typed is found by its key.
  const last = typed.open ? /(?:^|,)([^,=!()\s]+)==?([^,=!()\s]*)$/.exec(typed.selector) : null;
  if (last) {
    const [, key = '', begun = ''] = last;
    const values = [...new Set(pods.flatMap(({ labels }) => labels[key] ?? []))];
    const meant = values.includes(begun) ? undefined : values.filter((value) => value.startsWith(begun));
    if (meant && meant.length > 0)
      requirements = requirements.map((one) =>
        one.key === key && /^==?$/.test(one.operator) ? { key, operator: 'in', values: meant } : one,
      );
  }
  return { kind: 'selector', requirements, namespace: typed.namespace };
}
