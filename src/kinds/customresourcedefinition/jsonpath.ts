/** The JSON paths of a CustomResourceDefinition: printer columns, scale, selectable fields. `.status.conditions[?(@.type=="Ready")].status` */

type Step = (value: unknown) => unknown[];

/** All values at a path; none where it is not there or not understood. */
export function valuesAt(object: unknown, path: string): unknown[] {
  const steps = stepsOf(path);
  return steps ? steps.reduce((values, step) => values.flatMap(step), [object]) : [];
}

/** The text of a path's value, as a printer column shows it. */
export function textAt(object: unknown, path: string): string {
  return valuesAt(object, path)
    .map((value) => (value !== null && typeof value === 'object' ? JSON.stringify(value) : String(value)))
    .join(',');
}

const TOKEN =
  /\.((?:[^.[\]\\]|\\.)+)|\['((?:[^'\\]|\\.)*)'\]|\[(-?\d+|\*)\]|\[\?\(@\.([\w.]+)\s*(==|!=)\s*(?:"([^"]*)"|'([^']*)'|([\w.]+))\)\]/gy;

function stepsOf(path: string): Step[] | undefined {
  const text = path.startsWith('.') || path.startsWith('[') ? path : `.${path}`;
  const steps: Step[] = [];
  let end = 0;
  for (const [all, plain, quoted, index, field, operator, double, single, bare] of text.matchAll(TOKEN)) {
    end += all.length;
    const name = (plain ?? quoted)?.replace(/\\(.)/g, '$1');
    if (name !== undefined) steps.push((value) => (isObject(value) && Object.hasOwn(value, name) ? [value[name]] : []));
    else if (index === '*') steps.push((value) => (Array.isArray(value) ? value : isObject(value) ? Object.values(value) : []));
    else if (index !== undefined) steps.push((value) => (Array.isArray(value) ? value.slice(Number(index)).slice(0, 1) : []));
    else {
      const wanted = double ?? single ?? bare ?? '';
      const matches = (value: unknown): boolean => (textAt(value, `.${field}`) === wanted) === (operator === '==');
      steps.push((value) => (Array.isArray(value) ? value.filter(matches) : []));
    }
  }
  return end === text.length ? steps : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
