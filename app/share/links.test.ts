import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SaveError } from '../../src/session/save.ts';
import { pack } from './codec.ts';
import { sessionInLink } from './links.ts';

it('a link is a session or says what is wrong with it, whatever is packed into it', async () => {
  const packed = fc.oneof(
    fc.json(),
    fc.string(),
    fc.constantFrom('{"drydock":1}', '[]', '"<img src=x onerror=alert(1)>"', '{"__proto__":{}}'),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('1', '2', ''), packed, fc.boolean(), async (version, text, raw) => {
      const hash = `#s=${version}.${raw ? text : await pack(text)}`;
      await expect(sessionInLink(hash)).rejects.toBeInstanceOf(SaveError);
    }),
  );
  for (const cut of ['#s=', '#s=1', '#s=x.y']) await expect(sessionInLink(cut)).rejects.toThrow('the link is damaged');
  expect(await sessionInLink('#other')).toBeUndefined();
});
