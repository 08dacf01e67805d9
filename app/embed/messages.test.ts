import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROTOCOL, readHostMessage } from './messages.ts';

describe('messages of the page around', () => {
  const odd = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withSet: true,
    withTypedArray: true,
  });

  it('are refused unless they are known, whatever they are', () => {
    fc.assert(fc.property(odd, (data) => readHostMessage(data) === undefined));
  });

  it('become nothing but the fields that are known, each of its kind', () => {
    const type = fc.constantFrom('run', 'reset', 'state', 'load', 'lesson', 'theme', 'lang', 'eval', '__proto__', 'constructor');
    const field = fc.oneof(
      odd,
      fc.string(),
      fc.constantFrom('dark', 'en', 'expose-your-app', '../x', 'javascript:alert(1)', 1, Number.NaN),
    );
    const message = fc.record(
      { drydock: fc.constant(PROTOCOL), type, text: field, id: field, theme: field, lang: field, lesson: field, onload: field },
      { requiredKeys: ['drydock', 'type'] },
    );
    fc.assert(
      fc.property(message, (data) => {
        const read = readHostMessage(data);
        if (!read) return;
        const { type: kind, ...rest } = read as unknown as Record<string, unknown>;
        expect(kind).toBe(data.type);
        const wanted = { run: 'text', load: 'text', state: 'id', lesson: 'lesson', theme: 'theme', lang: 'lang' }[String(kind)];
        expect(Object.keys(rest)).toEqual(wanted === undefined ? [] : [wanted]);
        for (const [name, value] of Object.entries(rest)) expect(typeof value).toBe(name === 'id' ? 'number' : 'string');
        if (kind === 'lesson') expect(rest['lesson']).toMatch(/^[a-z0-9-]{1,80}$/);
        if (kind === 'theme') expect(['light', 'dark', 'contrast']).toContain(rest['theme']);
        if (kind === 'lang') expect(['en', 'zh']).toContain(rest['lang']);
      }),
    );
  });
});
