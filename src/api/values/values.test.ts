import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DurationError,
  formatGoDuration,
  formatMicroTime,
  formatRFC1123Z,
  formatTime,
  humanDuration,
  parseGoDuration,
  parseTime,
  shortHumanDuration,
} from './duration.ts';
import { generateNameSuffix, safeEncodeString } from './hash.ts';
import { resolveFenceposts, scaledValue } from './intstr.ts';
import {
  isDNS1035Label,
  isDNS1123Label,
  isDNS1123Subdomain,
  isEnvVarName,
  isIP,
  isLabelValue,
  isPortName,
  isQualifiedName,
} from './names.ts';
import {
  addQuantity,
  canonicalQuantity,
  compareQuantity,
  formatQuantity,
  parseQuantity,
  QuantityError,
  quantityMilliValue,
  quantityValue,
} from './quantity.ts';

const seconds = (n: number) => n * 1000;
const hours = (n: number) => seconds(n * 3600);

describe('durations', () => {
  it.each([
    [seconds(-2), '<invalid>'],
    [seconds(-1), '0s'],
    [0, '0s'],
    [119_999, '119s'],
    [seconds(120), '2m'],
    [seconds(125), '2m5s'],
    [seconds(599), '9m59s'],
    [seconds(605), '10m'],
    [hours(3) - 1, '179m'],
    [hours(3) + seconds(1200), '3h20m'],
    [hours(8), '8h'],
    [hours(51), '2d3h'],
    [hours(24 * 8), '8d'],
    [hours(24 * 729), '729d'],
    [hours(24 * 735), '2y5d'],
    [hours(24 * 365 * 9), '9y'],
  ])('%d ms is %s old', (ms, text) => expect(humanDuration(ms)).toBe(text));

  it('has a short form', () => {
    expect([59, 60, 3600, 86400, 86400 * 400].map((s) => shortHumanDuration(seconds(s)))).toEqual(['59s', '1m', '1h', '1d', '1y']);
  });

  it.each([
    ['5s', 5000],
    ['1m30s', 90_000],
    ['-1.5h', -5_400_000],
    ['.5s', 500],
    ['1.s', 1000],
    ['0', 0],
    ['100ms', 100],
  ])('parses %s', (text, ms) => expect(parseGoDuration(text)).toBe(ms));

  it.each([
    ['', 'time: invalid duration ""'],
    ['5', 'time: missing unit in duration "5"'],
    ['5x', 'time: unknown unit "x" in duration "5x"'],
    ['s', 'time: invalid duration "s"'],
    ['1m.', 'time: invalid duration "1m."'],
  ])('refuses %j', (text, message) => expect(() => parseGoDuration(text)).toThrow(message));

  it.each([
    [0, '0s'],
    [19, '19ms'],
    [1500, '1.5s'],
    [9963, '9.963s'],
    [90_000, '1m30s'],
    [7_200_000, '2h0m0s'],
    [100_000, '1m40s'],
    [-500, '-500ms'],
  ])('prints %d ms as %s', (ms, text) => expect(formatGoDuration(ms)).toBe(text));

  it('prints times', () => {
    const ms = parseTime('2026-11-24T02:22:57.123Z');
    expect(formatTime(ms)).toBe('2026-11-24T02:22:57Z');
    expect(formatMicroTime(ms)).toBe('2026-11-24T02:22:57.123000Z');
    expect(formatRFC1123Z(ms)).toBe('Tue, 24 Nov 2026 02:22:57 +0000');
    expect(() => parseTime('yesterday')).toThrow(DurationError);
  });

  it('reads what it prints', () => {
    fc.assert(fc.property(fc.integer({ min: -1e12, max: 1e12 }), (ms) => parseGoDuration(formatGoDuration(ms)) === ms));
    fc.assert(fc.property(fc.string(), (text) => only(DurationError, () => parseGoDuration(text))));
  });
});

describe('quantities', () => {
  it.each([
    ['1000m', '1'],
    ['0.5', '500m'],
    ['1.5Gi', '1536Mi'],
    ['100m', '100m'],
    ['1024', '1024'],
    ['1024Ki', '1Mi'],
    ['512Ki', '512Ki'],
    ['1Ki', '1Ki'],
    ['0.5Ki', '512'],
    ['0.1n', '1n'],
    ['-0.1n', '-1n'],
    ['1e3', '1e3'],
    ['12e6', '12e6'],
    ['10e4', '100e3'],
    ['1E', '1E'],
    ['-5', '-5'],
    ['0.0001Mi', '104857600u'],
    ['0', '0'],
    ['0Ki', '0'],
    ['2', '2'],
  ])('%s is %s', (text, canonical) => expect(canonicalQuantity(text)).toBe(canonical));

  it.each([
    ['lots', /^quantities must match the regular expression '\^\(\[\+-\]\?\[0-9\.\]\+\)\(\[eEinumkKMGTP\]\*\[-\+\]\?\[0-9\]\*\)\$'$/],
    ['', /^quantities must match/],
    ['1.2.3', /^quantities must match/],
    ['1 Gi', /^quantities must match/],
    ['1Mi5', /^unable to parse quantity's suffix$/],
    ['1mm', /^unable to parse quantity's suffix$/],
    ['1e', /^unable to parse quantity's suffix$/],
  ])('refuses %j', (text, message) => expect(() => parseQuantity(text)).toThrow(message));

  it('calculates', () => {
    const [a, b] = [parseQuantity('100m'), parseQuantity('1')];
    expect(compareQuantity(a, b)).toBeLessThan(0);
    expect(formatQuantity(addQuantity(a, b))).toBe('1100m');
    expect(quantityMilliValue(b)).toBe(1000);
    expect(quantityValue(a)).toBe(1);
    expect(quantityValue(parseQuantity('64Mi'))).toBe(64 * 1024 * 1024);
  });

  it('is canonical after one pass, and never fails otherwise', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[-+]?\d{1,6}(\.\d{1,4})?(m|k|M|Ki|Mi|Gi|e\d)?$/), (text) => {
        const once = canonicalQuantity(text);
        expect(canonicalQuantity(once)).toBe(once);
        expect(compareQuantity(parseQuantity(once), parseQuantity(text))).toBe(0);
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => only(QuantityError, () => canonicalQuantity(text))));
  });
});

describe('names', () => {
  it('gives the sentences of the API server', () => {
    expect(isDNS1123Label('web')).toEqual([]);
    expect(isDNS1123Label('a.b')).toEqual(['must not contain dots']);
    expect(isDNS1123Label('Web')).toEqual([
      "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')",
    ]);
    expect(isDNS1123Label('a'.repeat(64))).toEqual(['must be no more than 63 characters']);
    expect(isDNS1123Subdomain('Web_1')).toEqual([
      "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
    ]);
    expect(isDNS1035Label('1web')[0]).toContain('a DNS-1035 label must consist of');
    expect(isLabelValue('a b')[0]).toContain("(e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is");
    expect(isQualifiedName('-x')[0]).toContain('name part must consist of alphanumeric characters');
    expect(isQualifiedName('a/b/c')).toEqual([
      "a valid label key must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]') with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')",
    ]);
    expect(isQualifiedName('/x')).toEqual(['prefix part must be non-empty']);
    expect(isQualifiedName(`${'a'.repeat(254)}/x`)[0]).toBe('prefix part must be no more than 253 bytes');
    expect(isQualifiedName('app.kubernetes.io/name')).toEqual([]);
    expect(isPortName('a-really-long-name')).toEqual(['must be no more than 15 characters']);
    expect(isPortName('80')).toEqual(['must contain at least one letter (a-z)']);
    expect(isEnvVarName('A=B')).toHaveLength(1);
  });

  it('knows addresses', () => {
    expect(['10.0.0.1', '::1', 'fe80::abc', '2001:db8:0:0:0:0:0:1'].flatMap(isIP)).toEqual([]);
    expect(['10.0.0', '10.0.0.256', '1::2::3', 'web', '', '12345::'].every((text) => isIP(text).length === 1)).toBe(true);
    expect(isIP('10.0.0.01')).toEqual(['must not have leading 0s']);
  });
});

describe('numbers or percentages', () => {
  it('rounds surge up and unavailability down', () => {
    expect(resolveFenceposts('25%', '25%', 4)).toEqual([1, 1]);
    expect(resolveFenceposts('25%', '25%', 3)).toEqual([1, 0]);
    expect(resolveFenceposts('25%', '25%', 10)).toEqual([3, 2]);
    expect(resolveFenceposts(0, '10%', 3)).toEqual([0, 1]);
    expect(resolveFenceposts(undefined, undefined, 3)).toEqual([0, 1]);
    expect(() => scaledValue('5', 1, true)).toThrow('invalid value for IntOrString: invalid type: string is not a percentage');
  });
});

describe('made-up names', () => {
  it('has the shape of real ones', () => {
    expect(safeEncodeString('0123456789')).toBe('456789bcdf');
    expect(generateNameSuffix((n) => n - 1)).toBe('99999');
  });
});

/** True when `run` returns, or throws an error of class `expected`. */
function only(expected: new (...args: never[]) => Error, run: () => unknown): boolean {
  try {
    run();
    return true;
  } catch (error) {
    return error instanceof expected;
  }
}
