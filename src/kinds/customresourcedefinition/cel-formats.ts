/** CEL's libraries of Kubernetes for texts of known forms: `format.*()` and `semver()` (source: apiserver/pkg/cel/library). */
import { type Environment, Optional } from '@marcbachmann/cel-js';
import { isDNS1035Label, isDNS1123Label, isDNS1123Subdomain, isLabelValue, isQualifiedName } from '../../api/values/names.ts';

type Check = (text: string) => readonly string[];

class Formats {}

class Format {
  readonly check: Check;

  constructor(check: Check) {
    this.check = check;
  }
}

/** Something will follow: a dash at the end is as good as a letter. */
const prefix =
  (check: Check): Check =>
  (text) =>
    check(text.length > 1 && text.endsWith('-') ? `${text.slice(0, -1)}a` : text);

const matching =
  (pattern: RegExp, words: string): Check =>
  (text) =>
    pattern.test(text) ? [] : [words];

function isUri(text: string): string[] {
  if (text === '') return ['parse "": empty url'];
  return text.startsWith('/') || /^[a-zA-Z][a-zA-Z0-9+.-]*:[^\s]+$/.test(text)
    ? []
    : [`parse ${JSON.stringify(text)}: invalid URI for request`];
}

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

function isDate(text: string): string[] {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return year !== undefined && date.toISOString().startsWith(text) ? [] : ['invalid date'];
}

const FORMATS: Readonly<Record<string, Check>> = {
  dns1123Label: isDNS1123Label,
  dns1123Subdomain: isDNS1123Subdomain,
  dns1035Label: isDNS1035Label,
  qualifiedName: isQualifiedName,
  dns1123LabelPrefix: prefix(isDNS1123Label),
  dns1123SubdomainPrefix: prefix(isDNS1123Subdomain),
  dns1035LabelPrefix: prefix(isDNS1035Label),
  labelValue: isLabelValue,
  uri: isUri,
  uuid: matching(/^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/i, 'does not match the UUID format'),
  byte: matching(BASE64, 'invalid base64'),
  date: isDate,
  datetime: matching(/^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/, 'invalid datetime'),
};

class Semver {
  readonly numbers: readonly [bigint, bigint, bigint];
  readonly before: readonly string[];

  /** @param lenient a `v` in front, missing numbers and leading zeros are allowed */
  constructor(text: string, lenient = false) {
    const read = lenient ? normal(text) : text;
    const number = '(0|[1-9]\\d*)';
    const part = '[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*';
    const found = new RegExp(`^${number}\\.${number}\\.${number}(?:-(${part}))?(?:\\+${part})?$`).exec(read);
    const before = found?.[4]?.split('.') ?? [];
    if (!found || before.some((one) => /^0\d+$/.test(one))) throw new Error(`invalid semantic version ${JSON.stringify(text)}`);
    this.numbers = [BigInt(found[1] as string), BigInt(found[2] as string), BigInt(found[3] as string)];
    this.before = before;
  }

  compare(other: Semver): number {
    for (const index of [0, 1, 2] as const)
      if (this.numbers[index] !== other.numbers[index]) return this.numbers[index] < other.numbers[index] ? -1 : 1;
    const [mine, yours] = [this.before, other.before];
    if (mine.length === 0 || yours.length === 0) return Math.sign(yours.length - mine.length);
    for (let index = 0; index < Math.min(mine.length, yours.length); index++) {
      const order = comparePart(mine[index] as string, yours[index] as string);
      if (order !== 0) return order;
    }
    return Math.sign(mine.length - yours.length);
  }
}

/** Numbers come before words. */
function comparePart(one: string, other: string): number {
  const [a, b] = [/^\d+$/.test(one), /^\d+$/.test(other)];
  if (a && b) return Math.sign(Number(BigInt(one) - BigInt(other)));
  if (a !== b) return a ? -1 : 1;
  return one === other ? 0 : one < other ? -1 : 1;
}

function normal(text: string): string {
  const [numbers = '', ...rest] = text.replace(/^v/, '').split(/(?=[-+])/);
  const parts = numbers.split('.').map((one) => one.replace(/^0+(?=\d)/, ''));
  while (parts.length < 3) parts.push('0');
  return parts.join('.') + rest.join('');
}

function isSemver(text: string, lenient = false): boolean {
  try {
    return new Semver(text, lenient) !== undefined;
  } catch {
    return false;
  }
}

type Handler = (...args: never[]) => unknown;

const FUNCTIONS: Readonly<Record<string, Handler>> = {
  'Formats.named(string): optional<Format>': (_: Formats, name: string) => {
    const check = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
    return check ? Optional.of(new Format(check)) : Optional.none();
  },
  'Format.validate(string): optional<list<string>>': ({ check }: Format, text: string) => {
    const wrong = check(text);
    return wrong.length > 0 ? Optional.of([...wrong]) : Optional.none();
  },
  'semver(string): Semver': (text: string) => new Semver(text),
  'semver(string, bool): Semver': (text: string, lenient: boolean) => new Semver(text, lenient),
  'isSemver(string): bool': (text: string) => isSemver(text),
  'isSemver(string, bool): bool': (text: string, lenient: boolean) => isSemver(text, lenient),
  'Semver.major(): int': ({ numbers }: Semver) => numbers[0],
  'Semver.minor(): int': ({ numbers }: Semver) => numbers[1],
  'Semver.patch(): int': ({ numbers }: Semver) => numbers[2],
  'Semver.compareTo(Semver): int': (one: Semver, other: Semver) => BigInt(one.compare(other)),
  'Semver.isGreaterThan(Semver): bool': (one: Semver, other: Semver) => one.compare(other) > 0,
  'Semver.isLessThan(Semver): bool': (one: Semver, other: Semver) => one.compare(other) < 0,
};

export function addFormats(environment: Environment): void {
  for (const [type, ctor] of Object.entries({ Formats, Format, Semver })) environment.registerType(type, { ctor, fields: {} });
  environment.registerConstant('format', 'Formats', new Formats());
  const named = Object.entries(FORMATS).map(([name, check]) => [`Formats.${name}(): Format`, () => new Format(check)] as const);
  for (const [signature, handler] of [...Object.entries(FUNCTIONS), ...named])
    environment.registerFunction(signature, handler as (...args: unknown[]) => unknown);
}
