import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CodecError, pack, unpack } from './codec.ts';

describe('packed text', () => {
  it('comes back as it was, in characters that a link takes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
        const packed = await pack(text);
        expect(packed).toMatch(/^[\w-]*$/);
        expect(await unpack(packed)).toBe(text);
      }),
    );
  });

  it('that is damaged, or unpacks to too much, is refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        try {
          await unpack(text);
        } catch (error) {
          expect(error).toBeInstanceOf(CodecError);
        }
      }),
    );
    await expect(unpack(await pack('a'.repeat(30_000_000)))).rejects.toThrow('too large');
  });
});
