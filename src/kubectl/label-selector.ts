/** Label selectors in text as LabelSelector objects. */
import { EXPRESSION_OPERATORS, parseLabelSelector, type Requirement, SelectorError } from '../api/values/selector.ts';
import type { LabelSelector, LabelSelectorRequirement } from '../kinds/types.gen.ts';
import { CommandError } from './errors.ts';

/** By the operator of the text; what is not here has no such form. */
const OPERATORS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(EXPRESSION_OPERATORS).map(([name, operator]) => [operator, name]),
);

/**
 * `a=b,c in (d)` as a LabelSelector (source: apimachinery's meta/v1 ParseToLabelSelector, which knows no `!=`).
 * @throws CommandError in kubectl's words
 */
export function parseToLabelSelector(text: string): LabelSelector {
  const labels: Record<string, string> = {};
  const expressions: LabelSelectorRequirement[] = [];
  for (const { key, operator, values } of requirementsOf(text)) {
    const name = OPERATORS[operator];
    if (operator === '=' || operator === '==') labels[key] = values[0] ?? '';
    else if (operator === 'gt' || operator === 'lt')
      throw new CommandError(`${JSON.stringify(operator)} isn't supported in label selectors`);
    else if (name === undefined) throw new CommandError(`${JSON.stringify(operator)} is not a valid label selector operator`);
    else expressions.push(values.length > 0 ? { key, operator: name, values } : { key, operator: name });
  }
  return {
    ...(Object.keys(labels).length > 0 && { matchLabels: labels }),
    ...(expressions.length > 0 && { matchExpressions: expressions }),
  };
}

function requirementsOf(text: string): Requirement[] {
  try {
    return parseLabelSelector(text);
  } catch (error) {
    if (error instanceof SelectorError)
      throw new CommandError(`couldn't parse the selector string ${JSON.stringify(text)}: ${error.message}`);
    throw error;
  }
}
