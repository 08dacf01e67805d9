/** A little SQL: databases, tables, rows, and what a lesson asks of them. A pure function of the data and the statement. */

export interface Table {
  readonly columns: readonly string[];
  rows: (string | null)[][];
  /** The column that counts rows up, and the next number. */
  counter?: { readonly column: string; next: number };
}
export type Databases = Record<string, Record<string, Table>>;

/** What a statement comes to: rows to show, a count of rows changed, or why not. */
export type Result =
  | { readonly columns: readonly string[]; readonly rows: readonly (readonly (string | null)[])[] }
  | { readonly affected: number }
  | { readonly use: string }
  | { readonly error: string };

export interface Session {
  readonly data: Databases;
  readonly database: string;
  /** Values of functions and variables such as `NOW()` and `@@server_id`. */
  readonly known: Readonly<Record<string, string>>;
}

const NAME = '`?([\\w$-]+)`?';
const TABLE = `(?:${NAME}\\.)?${NAME}`;
const WORDS = /`[^`]*`|'(?:[^'\\]|\\.|'')*'|"(?:[^"\\]|\\.|"")*"|@@?[\w.]+|[\w$]+(?:\(\))?|[(),=*]|\S/g;

const error = (code: number, state: string, message: string): Result => ({ error: `ERROR ${code} (${state})LINE: ${message}` });

export function execute(statement: string, { data, database, known }: Session): Result {
  const text = statement.trim().replace(/\s+/g, ' ');
  const match = (pattern: string): (string | undefined)[] | undefined => new RegExp(`^${pattern}$`, 'is').exec(text)?.slice(1);
  const tables = (name = database): Record<string, Table> | undefined => data[name];
  const noDatabase = (name: string): Result => error(1049, '42000', `Unknown database '${name}'`);
  const place = (named: string | undefined): Record<string, Table> | Result => {
    if (!named && database === '') return error(1046, '3D000', 'No database selected');
    return tables(named) ?? noDatabase(named ?? database);
  };
  /** The table of that name, or why there is none. */
  const table = (named: string | undefined, name = ''): Table | Result => {
    const all = place(named);
    if ('error' in all) return all as Result;
    return (all as Record<string, Table>)[name] ?? error(1146, '42S02', `Table '${named ?? database}.${name}' doesn't exist`);
  };
  let found: (string | undefined)[] | undefined;

  if ((found = match(`create (?:database|schema) (if not exists )?${NAME}(?: .*)?`))) {
    const [unless, name = ''] = found;
    if (data[name]) return unless ? { affected: 1 } : error(1007, 'HY000', `Can't create database '${name}'; database exists`);
    data[name] = {};
    return { affected: 1 };
  }
  if ((found = match(`drop (?:database|schema) (if exists )?${NAME}`))) {
    const [unless, name = ''] = found;
    if (!data[name]) return unless ? { affected: 0 } : error(1008, 'HY000', `Can't drop database '${name}'; database doesn't exist`);
    const count = Object.keys(data[name]).length;
    delete data[name];
    return { affected: count };
  }
  if ((found = match(`use ${NAME}`))) return data[found[0] ?? ''] ? { use: found[0] as string } : noDatabase(found[0] ?? '');
  if (match('show (?:databases|schemas)'))
    return { columns: ['Database'], rows: [...SYSTEM, ...Object.keys(data)].sort().map((one) => [one]) };
  if ((found = match(`show tables(?: (?:from|in) ${NAME})?`))) {
    const all = place(found[0]);
    if ('error' in all) return all as Result;
    return {
      columns: [`Tables_in_${found[0] ?? database}`],
      rows: Object.keys(all)
        .sort()
        .map((one) => [one]),
    };
  }
  if ((found = match(`create table (if not exists )?${TABLE} ?\\((.*)\\)[^)]*`))) {
    const [unless, named, name = '', inner = ''] = found;
    const all = place(named);
    if ('error' in all) return all as Result;
    const definitions = splitList(inner).filter((one) => !/^(?:primary|unique|key|index|constraint|foreign|check)\b/i.test(one));
    const nameOf = (definition: string): string => unquote(/^\S+/.exec(definition)?.[0] ?? '');
    const columns = definitions.map(nameOf);
    const counting = definitions.find((one) => /\b(?:auto_increment|(?:small|big)?serial|generated .* as identity)\b/i.test(one));
    if ((all as Record<string, Table>)[name]) return unless ? { affected: 0 } : error(1050, '42S01', `Table '${name}' already exists`);
    (all as Record<string, Table>)[name] = { columns, rows: [], ...(counting && { counter: { column: nameOf(counting), next: 1 } }) };
    return { affected: 0 };
  }
  if ((found = match(`drop table (if exists )?${TABLE}`))) {
    const [unless, named, name = ''] = found;
    const all = place(named);
    if ('error' in all) return all as Result;
    if (!(all as Record<string, Table>)[name])
      return unless ? { affected: 0 } : error(1051, '42S02', `Unknown table '${named ?? database}.${name}'`);
    delete (all as Record<string, Table>)[name];
    return { affected: 0 };
  }
  if ((found = match(`insert into ${TABLE} ?(?:\\(([^)]*)\\) ?)?values? ?(.*)`))) {
    const [named, name, columns, values = ''] = found;
    const into = table(named, name);
    if (!('rows' in into) || !('columns' in into)) return into;
    const target = into as Table;
    const wanted = columns === undefined ? target.columns : splitList(columns).map(unquote);
    const unknown = wanted.find((one) => !target.columns.includes(one));
    if (unknown !== undefined) return error(1054, '42S22', `Unknown column '${unknown}' in 'field list'`);
    const rows = splitList(values).map((row) => splitList(row.replace(/^\(([\s\S]*)\)$/, '$1')).map((one) => valueOf(one, known) ?? null));
    const bad = rows.findIndex((row) => row.length !== wanted.length);
    if (bad >= 0) return error(1136, '21S01', `Column count doesn't match value count at row ${bad + 1}`);
    for (const row of rows) target.rows.push(target.columns.map((column) => row[wanted.indexOf(column)] ?? counted(target, column)));
    return { affected: rows.length };
  }
  if ((found = match(`(?:delete from|truncate(?: table)?) ${TABLE}(?: where (.*))?`))) {
    const [named, name, where] = found;
    const from = table(named, name);
    if (!('rows' in from)) return from;
    const target = from as Table;
    const chosen = filter(target, where, known);
    if (typeof chosen === 'string') return error(1054, '42S22', `Unknown column '${chosen}' in 'where clause'`);
    target.rows = target.rows.filter((row) => !chosen.includes(row));
    return { affected: chosen.length };
  }
  if ((found = match(`update ${TABLE} set (.*?)(?: where (.*))?`))) {
    const [named, name, sets = '', where] = found;
    const from = table(named, name);
    if (!('rows' in from)) return from;
    const target = from as Table;
    const chosen = filter(target, where, known);
    if (typeof chosen === 'string') return error(1054, '42S22', `Unknown column '${chosen}' in 'where clause'`);
    for (const set of splitList(sets)) {
      const [column = '', value = ''] = set.split(/ ?= ?(.*)/s);
      const at = target.columns.indexOf(unquote(column));
      if (at < 0) return error(1054, '42S22', `Unknown column '${unquote(column)}' in 'field list'`);
      for (const row of chosen) row[at] = valueOf(value, known) ?? null;
    }
    return { affected: chosen.length };
  }
  if ((found = match(`select (.*?) from ${TABLE}(?: where (.*?))?(?: order by ${NAME}( desc| asc)?)?(?: limit (\\d+))?`))) {
    const [list = '', named, name, where, order, direction, limit] = found;
    const from = table(named, name);
    if (!('rows' in from) || !('columns' in from)) return from;
    const target = from as Table;
    const chosen = filter(target, where, known);
    if (typeof chosen === 'string') return error(1054, '42S22', `Unknown column '${chosen}' in 'where clause'`);
    if (/^count\((?:\*|1)\)$/i.test(list)) return { columns: [list], rows: [[String(chosen.length)]] };
    const by = order === undefined ? -1 : target.columns.indexOf(order);
    const sorted = by < 0 ? [...chosen] : [...chosen].sort((a, b) => compare(a[by] ?? '', b[by] ?? ''));
    if (/desc/i.test(direction ?? '')) sorted.reverse();
    const columns = list.trim() === '*' ? target.columns : splitList(list).map(unquote);
    const unknown = columns.find((one) => !target.columns.includes(one));
    if (unknown !== undefined) return error(1054, '42S22', `Unknown column '${unknown}' in 'field list'`);
    const rows = sorted.map((row) => columns.map((one) => row[target.columns.indexOf(one)] ?? null));
    return { columns, rows: limit === undefined ? rows : rows.slice(0, Number(limit)) };
  }
  if ((found = match('select (.*)'))) {
    const parts = splitList(found[0] ?? '').map((one) => /^(.*?)(?: as (\S+))?$/is.exec(one) ?? [one, one]);
    const values = parts.map(([, value = '']) => valueOf(value, known));
    const wrong = values.indexOf(undefined);
    if (wrong >= 0) return error(1054, '42S22', `Unknown column '${parts[wrong]?.[1] ?? ''}' in 'field list'`);
    return { columns: parts.map(([, value = '', as]) => unquote(as ?? value)), rows: [values as (string | null)[]] };
  }
  if (match('(?:set|flush|grant|commit|begin|start transaction|rollback)(?: .*)?')) return { affected: 0 };
  return error(
    1064,
    '42000',
    `You have an error in your SQL syntax, or this simulated server does not know the statement, near '${text.slice(0, 80)}'`,
  );
}

/** The next number of a column that counts up; null for any other. */
function counted({ counter }: Table, column: string): string | null {
  return counter?.column === column ? String(counter.next++) : null;
}

const SYSTEM = ['information_schema', 'mysql', 'performance_schema', 'sys'];

const compare = (a: string, b: string): number => {
  const numbers = Number(a) - Number(b);
  return Number.isNaN(numbers) ? (a < b ? -1 : a > b ? 1 : 0) : numbers;
};

/** The rows that `column = value` (and more, joined by AND) chooses; the name of a column that is not there. */
function filter(table: Table, where: string | undefined, known: Session['known']): (string | null)[][] | string {
  let rows = table.rows;
  for (const term of where === undefined ? [] : where.split(/ and /i)) {
    const [, column = '', operator = '=', value = ''] = /^(\S+?) ?(=|!=|<>|<=|>=|<|>| like ) ?(.*)$/is.exec(term.trim()) ?? [];
    const at = table.columns.indexOf(unquote(column));
    if (at < 0) return unquote(column);
    const wanted = valueOf(value, known) ?? '';
    rows = rows.filter((row) => {
      const order = compare(row[at] ?? '', wanted);
      switch (operator.trim().toLowerCase()) {
        case '=':
          return order === 0;
        case '<':
          return order < 0;
        case '>':
          return order > 0;
        case '<=':
          return order <= 0;
        case '>=':
          return order >= 0;
        case 'like':
          return new RegExp(
            `^${wanted
              .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
              .replaceAll('%', '.*')
              .replaceAll('_', '.')}$`,
            'i',
          ).test(row[at] ?? '');
        default:
          return order !== 0;
      }
    });
  }
  return rows;
}

/** What stands between commas that are not inside parentheses or quotes. */
function splitList(text: string): string[] {
  const parts = [''];
  let depth = 0;
  let last = 0;
  for (const { 0: word, index } of text.matchAll(WORDS)) {
    if (word === '(') depth++;
    if (word === ')') depth--;
    if (word === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += text.slice(last, index) + word;
    last = index + word.length;
  }
  return parts.map((one) => one.trim()).filter((one) => one !== '');
}

function unquote(text: string): string {
  return text.trim().replace(/^([`'"])([\s\S]*)\1$/, '$2');
}

/** A literal, or a function or variable that is known; undefined for what is none of these. */
function valueOf(text: string, known: Session['known']): string | null | undefined {
  const word = text.trim();
  if (/^(['"])[\s\S]*\1$/.test(word)) return unquote(word).replace(/\\(.)/g, '$1').replaceAll("''", "'");
  if (/^-?\d+(?:\.\d+)?$/.test(word)) return word;
  if (/^null$/i.test(word)) return null;
  const sum = /^(\d+) ?([-+*]) ?(\d+)$/.exec(word);
  if (sum) {
    const [a, b] = [Number(sum[1]), Number(sum[3])];
    return String(sum[2] === '+' ? a + b : sum[2] === '-' ? a - b : a * b);
  }
  return known[word.toLowerCase()];
}

/** What stands between semicolons that are not quoted. */
export function statementsOf(text: string): string[] {
  return text.match(/(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`]*`|[^;])+/g)?.map((one) => one.replace(/\\g\s*$/, '')) ?? [];
}
