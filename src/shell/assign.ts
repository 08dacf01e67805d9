/** Assignments: their values evaluated once, then stored here or by a declaring builtin. */
import type { Assignment, Word } from 'unbash';
import type { Sys } from '../kernel/types.ts';
import { expandText, expandWords, subscriptKey } from './expand.ts';
import { parseWord } from './parse.ts';
import type { Shell } from './shell.ts';

export interface AssignedValue {
  readonly name: string;
  readonly append: boolean;
  /** The subscript word of `name[...]=`; evaluated when stored, for it depends on the kind of array. */
  readonly index?: Word;
  readonly text?: string;
  /** Elements of `name=(...)`: words stay unexpanded when they have a subscript. */
  readonly elements?: readonly { readonly key?: Word; readonly text: string; readonly append?: boolean }[];
}

export function* evaluateAssignment(shell: Shell, node: Assignment): Sys<AssignedValue> {
  const base = { name: node.name, append: node.append ?? false, ...(node.index ? { index: node.index } : {}) };
  if (node.value.type === 'Word') return { ...base, text: yield* expandText(shell, node.value, true) };
  const elements: { key?: Word; text: string; append?: boolean }[] = [];
  for (const word of node.value.elements) {
    const keyed = keyOf(word.text);
    if (keyed)
      elements.push({ key: parseWord(keyed.key), text: yield* expandText(shell, parseWord(keyed.value), true), append: keyed.append });
    else for (const text of yield* expandWords(shell, [word])) elements.push({ text });
  }
  return { ...base, elements };
}

/** Splits `[key]=value`. */
function keyOf(text: string): { key: string; value: string; append: boolean } | undefined {
  if (!text.startsWith('[')) return undefined;
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '[') depth++;
    if (text[i] !== ']' || --depth > 0) continue;
    const operator = /^\+?=/.exec(text.slice(i + 1))?.[0];
    return operator ? { key: text.slice(1, i), value: text.slice(i + 1 + operator.length), append: operator === '+=' } : undefined;
  }
  return undefined;
}

export function* assign(shell: Shell, value: AssignedValue): Sys<void> {
  const { variables } = shell;
  if (value.elements) {
    const items: [string | undefined, string][] = [];
    const map = variables.find(value.name)?.kind === 'map';
    let pair: string | undefined;
    for (const { key, text, append } of value.elements) {
      if (key) {
        const at = yield* subscriptKey(shell, value.name, key);
        items.push([at, append ? (variables.item(value.name, at) ?? '') + text : text]);
      } else if (map) {
        // Without subscripts a map takes its words as keys and values in turn.
        if (pair === undefined) pair = text;
        else items.push([pair, text]);
        if (items.at(-1)?.[0] === pair) pair = undefined;
      } else {
        items.push([undefined, text]);
      }
    }
    if (pair !== undefined) items.push([pair, '']);
    variables.setItems(value.name, items, value.append);
  } else if (value.index) {
    variables.setItem(value.name, yield* subscriptKey(shell, value.name, value.index), value.text ?? '', value.append);
  } else {
    variables.set(value.name, value.text ?? '', value.append);
  }
}
