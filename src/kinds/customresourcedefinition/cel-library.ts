/** What CEL has in Kubernetes beyond the language itself (source: apiserver/pkg/cel/library and cel-go's ext). */
import type { Environment } from '@marcbachmann/cel-js';
import { isCIDR, isWithin } from '../../api/values/cidr.ts';
import { isIP, isIPv6 } from '../../api/values/names.ts';
import {
  type Quantity as Amount,
  addQuantity,
  compareQuantity,
  formatQuantity,
  parseQuantity,
  QuantityError,
  subQuantity,
} from '../../api/values/quantity.ts';
import { addFormats } from './cel-formats.ts';
import { addLoops } from './cel-loops.ts';

type Handler = (...args: never[]) => unknown;

/** Teaches the language. */
export function addLibrary(environment: Environment): void {
  for (const [type, ctor] of Object.entries({ Quantity, URL: Url, IP: Ip, CIDR: Cidr, Sets }))
    environment.registerType(type, { ctor, fields: {} });
  addFormats(environment);
  addLoops(environment);
  environment.registerConstant('sets', 'Sets', new Sets());
  for (const [signature, handler] of Object.entries({ ...LISTS, ...STRINGS, ...QUANTITIES, ...ADDRESSES }))
    environment.registerFunction(signature, handler as (...args: unknown[]) => unknown);
}

type Comparable = string | number | bigint;

const compare = (one: Comparable, other: Comparable): number => (one < other ? -1 : one > other ? 1 : 0);
const same = (one: unknown, other: unknown): boolean => one === other || String(one) === String(other);
const first = <T>(list: readonly T[], what: string): T => {
  if (list.length === 0) throw new Error(`${what} called on empty list`);
  return list[0] as T;
};

const LISTS: Readonly<Record<string, Handler>> = {
  'dyn.isSorted(): bool': (list: Comparable[]) => list.every((one, i) => i === 0 || compare(list[i - 1] as Comparable, one) <= 0),
  'dyn.sum(): dyn': (list: (bigint | number)[]) =>
    list.reduce(
      (sum, one) => (typeof one === 'bigint' && typeof sum === 'bigint' ? sum + one : Number(sum) + Number(one)),
      0n as bigint | number,
    ),
  'dyn.min(): dyn': (list: Comparable[]) => list.reduce((a, b) => (compare(b, a) < 0 ? b : a), first(list, 'min')),
  'dyn.max(): dyn': (list: Comparable[]) => list.reduce((a, b) => (compare(b, a) > 0 ? b : a), first(list, 'max')),
  'list.indexOf(dyn): int': (list: unknown[], wanted: unknown) => BigInt(list.findIndex((one) => same(one, wanted))),
  'list.lastIndexOf(dyn): int': (list: unknown[], wanted: unknown) => BigInt(list.findLastIndex((one) => same(one, wanted))),
};

/** `sets.contains`, `sets.intersects`, `sets.equivalent` */
class Sets {
  contains(list: unknown[], part: unknown[]): boolean {
    return part.every((one) => list.some((other) => same(one, other)));
  }

  intersects(list: unknown[], other: unknown[]): boolean {
    return other.some((one) => list.some((another) => same(one, another)));
  }
}

const expression = (pattern: string, flags = ''): RegExp => new RegExp(pattern, `u${flags}`);

const STRINGS: Readonly<Record<string, Handler>> = {
  'dyn.find(string): string': (text: string, pattern: string) => expression(pattern).exec(text)?.[0] ?? '',
  'dyn.findAll(string): list<string>': (text: string, pattern: string) => [...(text.match(expression(pattern, 'g')) ?? [])],
  'dyn.findAll(string, int): list<string>': (text: string, pattern: string, limit: bigint) => {
    const all = [...(text.match(expression(pattern, 'g')) ?? [])];
    return limit < 0n ? all : all.slice(0, Number(limit));
  },
  'dyn.replace(string, string): string': (text: string, old: string, by: string) => text.replaceAll(old, () => by),
  'dyn.replace(string, string, int): string': (text: string, old: string, by: string, times: bigint) => {
    const parts = text.split(old);
    const cut = times < 0n ? parts.length : Math.min(parts.length, Number(times) + 1);
    return [parts.slice(0, cut).join(by), ...parts.slice(cut)].join(old);
  },
  'dyn.charAt(int): string': (text: string, at: bigint) => text.charAt(Number(at)),
  'dyn.reverse(): string': (text: string) => [...text].reverse().join(''),
  'string.format(list<dyn>): string': format,
  'Sets.contains(list, list): bool': (sets: Sets, list: unknown[], part: unknown[]) => sets.contains(list, part),
  'Sets.intersects(list, list): bool': (sets: Sets, list: unknown[], other: unknown[]) => sets.intersects(list, other),
  'Sets.equivalent(list, list): bool': (sets: Sets, list: unknown[], other: unknown[]) =>
    sets.contains(list, other) && sets.contains(other, list),
};

function format(text: string, args: unknown[]): string {
  let next = 0;
  return text.replace(/%(?:%|(?:\.(\d+))?([sdfeboxX]))/g, (_, precision: string | undefined, verb: string | undefined) => {
    if (verb === undefined) return '%';
    if (next >= args.length) throw new Error(`index ${next} out of range`);
    const value = args[next++];
    const digits = precision === undefined ? 6 : Number(precision);
    switch (verb) {
      case 'f':
        return Number(value).toFixed(digits);
      case 'e':
        return Number(value)
          .toExponential(digits)
          .replace(/e([+-])(\d)$/, 'e$10$2');
      case 'b':
        return typeof value === 'boolean' ? String(Number(value)) : BigInt(value as bigint).toString(2);
      case 'o':
        return BigInt(value as bigint).toString(8);
      case 'x':
      case 'X': {
        const hex =
          typeof value === 'string'
            ? [...new TextEncoder().encode(value)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
            : BigInt(value as bigint).toString(16);
        return verb === 'x' ? hex : hex.toUpperCase();
      }
      default:
        return shown(value);
    }
  });
}

/** As `%s` shows it. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(shown).join(', ')}]`;
  if (value === null || typeof value !== 'object') return String(value);
  if (value instanceof Date) return value.toISOString().replace('.000Z', 'Z');
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${key}: ${shown(one)}`).join(', ')}}`;
}

class Quantity {
  readonly amount: Amount;

  constructor(amount: Amount) {
    this.amount = amount;
  }
}

const ONE = 1_000_000_000n;
const whole = (number: bigint): Amount => ({ nano: number * ONE, format: 'DecimalSI' });

const QUANTITIES: Readonly<Record<string, Handler>> = {
  'quantity(string): Quantity': (text: string) => new Quantity(parseQuantity(text)),
  'isQuantity(string): bool': (text: string) => {
    try {
      parseQuantity(text);
      return true;
    } catch (error) {
      if (error instanceof QuantityError) return false;
      throw error;
    }
  },
  'Quantity.isInteger(): bool': ({ amount }: Quantity) => amount.nano % ONE === 0n,
  'Quantity.asInteger(): int': ({ amount }: Quantity) => {
    if (amount.nano % ONE !== 0n) throw new Error('cannot convert value to integer');
    return amount.nano / ONE;
  },
  'Quantity.asApproximateFloat(): double': ({ amount }: Quantity) => Number(amount.nano) / Number(ONE),
  'Quantity.sign(): int': ({ amount }: Quantity) => BigInt(compare(amount.nano, 0n)),
  'Quantity.add(Quantity): Quantity': (one: Quantity, other: Quantity) => new Quantity(addQuantity(one.amount, other.amount)),
  'Quantity.add(int): Quantity': (one: Quantity, other: bigint) => new Quantity(addQuantity(one.amount, whole(other))),
  'Quantity.sub(Quantity): Quantity': (one: Quantity, other: Quantity) => new Quantity(subQuantity(one.amount, other.amount)),
  'Quantity.sub(int): Quantity': (one: Quantity, other: bigint) => new Quantity(subQuantity(one.amount, whole(other))),
  'Quantity.compareTo(Quantity): int': (one: Quantity, other: Quantity) => BigInt(Math.sign(compareQuantity(one.amount, other.amount))),
  'Quantity.isGreaterThan(Quantity): bool': (one: Quantity, other: Quantity) => compareQuantity(one.amount, other.amount) > 0,
  'Quantity.isLessThan(Quantity): bool': (one: Quantity, other: Quantity) => compareQuantity(one.amount, other.amount) < 0,
  'string(Quantity): string': ({ amount }: Quantity) => formatQuantity(amount),
};

/** An absolute URL, or a path. */
class Url {
  readonly scheme: string;
  readonly host: string;
  readonly path: string;
  readonly query: string;

  constructor(text: string) {
    const [, scheme = '', host = '', path = '', query = ''] =
      /^(?:([a-zA-Z][a-zA-Z0-9+.-]*):\/\/(?:[^/?#@]*@)?([^/?#]*))?([^?#]*)(?:\?([^#]*))?/.exec(text) ?? [];
    if ((scheme === '' && !path.startsWith('/')) || /[\s\x00-\x1f]/.test(text))
      throw new Error(`URL parse error during conversion from string: ${text}`);
    [this.scheme, this.host, this.path, this.query] = [scheme, host, path, query];
  }

  /** The host without its port, and the port. */
  get address(): readonly [name: string, port: string] {
    const [, name = '', port = ''] = /^\[?(.*?)\]?(?::(\d*))?$/.exec(this.host) ?? [];
    return [name, port];
  }
}

class Ip {
  readonly text: string;

  constructor(text: string) {
    if (isIP(text).length > 0) throw new Error(`IP Address "${text}" parse error during conversion from string`);
    this.text = text;
  }
}

class Cidr {
  readonly text: string;

  constructor(text: string) {
    if (isCIDR(text).length > 0) throw new Error(`network address parse error during conversion from string: ${text}`);
    this.text = text;
  }

  /** Whether it holds an address, or a block. */
  contains(text: string): boolean {
    const block = text.includes('/') ? text : `${text}/${isIPv6(text) ? 128 : 32}`;
    return block === this.text || isWithin(block, this.text);
  }
}

const readable =
  (make: (text: string) => unknown) =>
  (text: string): boolean => {
    try {
      make(text);
      return true;
    } catch {
      return false;
    }
  };

const ADDRESSES: Readonly<Record<string, Handler>> = {
  'url(string): URL': (text: string) => new Url(text),
  'isURL(string): bool': readable((text) => new Url(text)),
  'URL.getScheme(): string': ({ scheme }: Url) => scheme,
  'URL.getHost(): string': ({ host }: Url) => host,
  'URL.getHostname(): string': ({ address }: Url) => address[0],
  'URL.getPort(): string': ({ address }: Url) => address[1],
  'URL.getEscapedPath(): string': ({ path }: Url) => path,
  'URL.getQuery(): map<string, list<string>>': ({ query }: Url) => {
    const all: Record<string, string[]> = {};
    for (const part of query.split('&').filter((one) => one !== '')) {
      const [key = '', value = ''] = part.split(/=(.*)/s).map((one) => decodeURIComponent(one.replaceAll('+', ' ')));
      all[key] = [...(all[key] ?? []), value];
    }
    return all;
  },
  'ip(string): IP': (text: string) => new Ip(text),
  'isIP(string): bool': readable((text) => new Ip(text)),
  'IP.family(): int': ({ text }: Ip) => (isIPv6(text) ? 6n : 4n),
  'IP.isUnspecified(): bool': ({ text }: Ip) => /^(0\.0\.0\.0|[0:]+)$/.test(text),
  'IP.isLoopback(): bool': ({ text }: Ip) => text.startsWith('127.') || /^[0:]*:0*1$/.test(text),
  'IP.isLinkLocalUnicast(): bool': ({ text }: Ip) => text.startsWith('169.254.') || /^fe[89ab]/i.test(text),
  'string(IP): string': ({ text }: Ip) => text,
  'cidr(string): CIDR': (text: string) => new Cidr(text),
  'isCIDR(string): bool': readable((text) => new Cidr(text)),
  'CIDR.containsIP(string): bool': (block: Cidr, text: string) => block.contains(new Ip(text).text),
  'CIDR.containsIP(IP): bool': (block: Cidr, { text }: Ip) => block.contains(text),
  'CIDR.containsCIDR(string): bool': (block: Cidr, text: string) => block.contains(new Cidr(text).text),
  'CIDR.containsCIDR(CIDR): bool': (block: Cidr, { text }: Cidr) => block.contains(text),
  'CIDR.ip(): IP': ({ text }: Cidr) => new Ip(text.split('/')[0] ?? ''),
  'CIDR.prefixLength(): int': ({ text }: Cidr) => BigInt(text.split('/')[1] ?? '0'),
  'CIDR.masked(): CIDR': (block: Cidr) => block,
  'string(CIDR): string': ({ text }: Cidr) => text,
};
