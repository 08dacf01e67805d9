/**
 * The object literals of mutation expressions: `Object.spec{replicas: 1}`, `JSONPatch{op: "add"}`. They have no types of their own here, so
 * they are turned into maps before the language reads them (source of the rules: apiserver/pkg/cel/mutation).
 */
interface Literal {
  /** `Object.spec.containers` */
  readonly type: string;
  /** The field whose value is being read; undefined where a name comes next. */
  field: string | undefined;
}

/** What stands open: an object literal, or any other bracket. */
type Open = Literal | undefined;

/** Text that is passed over, names of literals, names, signs. */
const TOKEN =
  /\/\/[^\n]*|[rRbB]{0,2}("""[^]*?"""|'''[^]*?'''|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|(?<![\w.])(Object|JSONPatch)((?:\.\w+)*)\s*\{|\??[A-Za-z_]\w*|[[{(\])},]|[^]/g;

/** A literal of one type where another is meant. */
export class TypeMismatch extends Error {}

/** The expression with maps for object literals; throws TypeMismatch where a literal's type is not that of the field that it is for. */
export function withoutLiterals(expression: string): string {
  const open: Open[] = [];
  const problems: string[] = [];
  const text = expression.replace(TOKEN, (token, quoted: string | undefined, root: string | undefined, path: string, at: number) => {
    if (quoted !== undefined || token.startsWith('//')) return token;
    if (root !== undefined) {
      const type = `${root}${path}`;
      problems.push(...misplaced(type, open));
      open.push({ type, field: undefined });
      return '{';
    }
    const [top] = open.slice(-1);
    if (/^[[{(]$/.test(token)) open.push(undefined);
    else if (/^[\])}]$/.test(token)) open.pop();
    else if (token === ',' && top) top.field = undefined;
    else if (top && top.field === undefined && /^\??\w/.test(token)) {
      top.field = token.replace('?', '');
      return /^\s*:/.test(expression.slice(at + token.length)) ? JSON.stringify(token) : token;
    }
    return token;
  });
  if (problems.length > 0) throw new TypeMismatch(`type mismatch: ${problems.join('\n')}`);
  return text;
}

/** Below a literal, types are named after the fields that lead there; what a JSON patch sets has a root of its own. */
function misplaced(type: string, open: readonly Open[]): string[] {
  const around = open.findLast((one) => one !== undefined);
  if (!around || around.type === 'JSONPatch') return [];
  const expected = `${around.type}.${around.field}`;
  if (type === expected) return [];
  return [
    `unexpected type name ${JSON.stringify(type)}, expected ${JSON.stringify(expected)}, which matches field name path from root Object type`,
  ];
}

interface Optional {
  hasValue(): boolean;
  value(): unknown;
}

/** What an expression gave as a JSON value; `?field` of a literal is there if its value is. */
export function plainValue(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(plainValue);
  if (value instanceof Date) return value.toISOString();
  if (value === null || typeof value !== 'object') return value;
  const entries = value instanceof Map ? [...value.entries()] : Object.entries(value);
  return Object.fromEntries(
    entries.flatMap(([key, one]): [string, unknown][] => {
      const name = String(key);
      if (!name.startsWith('?')) return [[name, plainValue(one)]];
      const optional = one as Optional;
      return optional.hasValue() ? [[name.slice(1), plainValue(optional.value())]] : [];
    }),
  );
}
