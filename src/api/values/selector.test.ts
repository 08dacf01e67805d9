import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatFieldSelector,
  formatLabels,
  formatRequirements,
  formatSelector,
  fromLabelSelector,
  matches,
  matchesFields,
  parseFieldSelector,
  parseLabelSelector,
  SelectorError,
} from './selector.ts';

const message = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (error instanceof SelectorError) return error.message;
    throw error;
  }
  return undefined;
};

describe('label selectors', () => {
  it.each([
    ['app=web', { app: 'web' }, true],
    ['app==web', { app: 'api' }, false],
    ['app!=web', {}, true],
    ['app in (web, api),tier', { app: 'api', tier: '' }, true],
    ['app notin (web)', {}, true],
    ['app', { app: '' }, true],
    ['!app', { app: '' }, false],
    ['! app', {}, true],
    ['in in (in)', { in: 'in' }, true],
    ['app=', { app: '' }, true],
    ['app in ()', { app: '' }, true],
    ['app in (,a)', { app: '' }, true],
    ['n>3,n<5', { n: '4' }, true],
    ['n>3', { n: 'x' }, false],
    ['', { app: 'web' }, true],
    ['toString', {}, false],
  ])('%j against %j: %s', (selector, labels, expected) => expect(matches(parseLabelSelector(selector), labels)).toBe(expected));

  it.each([
    ['env in', "unable to parse requirement: found '' expected: '('"],
    ['env in (', "unable to parse requirement: found '', expected: ',', ')' or identifier"],
    ['env in (a', "unable to parse requirement: found '', expected: ',' or ')'"],
    ['env in (a,', "unable to parse requirement: found '', expected: ',', or identifier"],
    ['env web', "unable to parse requirement: found 'web', expected: in, notin, =, ==, !=, gt, lt"],
    ['=web', "found '=', expected: !, identifier, or 'end of string'"],
    ['app=web,', "found '', expected: identifier after ','"],
    ['app=web tier', "found 'tier', expected: ',' or 'end of string'"],
    ['!', "unable to parse requirement: found '', expected: identifier"],
    ['a=(', "unable to parse requirement: found '(', expected: identifier"],
    ['n>x', `unable to parse requirement: values[0]: Invalid value: "x": for 'Gt', 'Lt' operators, the value must be an integer`],
    [
      'app=-web',
      `unable to parse requirement: values[0][app]: Invalid value: "-web": a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')`,
    ],
    [
      '-a',
      `unable to parse requirement: <nil>: Invalid value: "-a": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')`,
    ],
  ])('refuses %j', (selector, expected) => expect(message(() => parseLabelSelector(selector))).toBe(expected));

  it('prints as kubectl', () => {
    expect(formatRequirements(parseLabelSelector('b, a in (z,y), !c, n>3, d==1'))).toBe('a in (y,z),b,!c,d==1,n>3');
    expect(formatSelector({ matchLabels: { b: '2', a: '1' } })).toBe('a=1,b=2');
    expect(formatSelector({ matchExpressions: [{ key: 'a', operator: 'In', values: ['y', 'x'] }] })).toBe('a in (x,y)');
    expect(formatSelector({ matchExpressions: [{ key: 'a', operator: 'Near' }] })).toBe('<error>');
    expect([formatSelector({}), formatSelector(undefined), formatLabels({})]).toEqual(['<none>', '<none>', '<none>']);
  });

  it('selects nothing without a selector, all with an empty one', () => {
    expect(matches(fromLabelSelector(undefined), { a: '1' })).toBe(false);
    expect(matches(fromLabelSelector({}), { a: '1' })).toBe(true);
  });

  it('reads what it prints, and fails only with its own error', () => {
    const piece = fc.constantFrom('app', 'a/b', 'in', 'notin', '=', '==', '!=', '!', '(', ')', ',', '<', '>', ' ', '1', '-', '');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((parts) => parts.join('')),
        ),
        (text) => {
          if (message(() => parseLabelSelector(text)) !== undefined) return;
          const once = parseLabelSelector(text);
          expect(parseLabelSelector(formatRequirements(once))).toEqual(once);
        },
      ),
    );
  });
});

describe('field selectors', () => {
  it('parses, matches and prints', () => {
    const selector = parseFieldSelector('status.phase!=Running,metadata.name==web');
    expect(formatFieldSelector(selector)).toBe('metadata.name=web,status.phase!=Running');
    expect(matchesFields(selector, { 'metadata.name': 'web', 'status.phase': 'Pending' })).toBe(true);
    expect(matchesFields(selector, { 'metadata.name': 'web', 'status.phase': 'Running' })).toBe(false);
    expect(parseFieldSelector('a=b\\,c\\=d')).toEqual([{ field: 'a', operator: '=', value: 'b,c=d' }]);
    expect(parseFieldSelector('')).toEqual([]);
  });

  it.each([
    ['x', "invalid selector: 'x'; can't understand 'x'"],
    ['a=b=c', 'invalid field selector: unescaped character in value: 61'],
    ['a=\\x', 'invalid field selector: invalid escape sequence: \\x'],
    ['a=\\', 'invalid field selector: invalid escape sequence: \\'],
  ])('refuses %j', (text, expected) => expect(message(() => parseFieldSelector(text))).toBe(expected));

  it('fails only with its own error', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[ab=!\\,]*$/)), (text) => void message(() => parseFieldSelector(text))),
    );
  });
});
