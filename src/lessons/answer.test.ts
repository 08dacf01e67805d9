import { expect, it } from 'vitest';
import { isAnswer } from './run.ts';

it('knows an answer as people write it', () => {
  for (const given of ['2', ' 2 ', 'two', 'Two nodes', '2 nodes', '2.', '两个', '2 个', '二', '两个节点'])
    expect([given, isAnswer(given, '2')]).toEqual([given, true]);
  for (const given of ['', '3', 'three', '12', '2 3', 'two of three nodes', '20', 'nodes', '十二'])
    expect([given, isAnswer(given, '2')]).toEqual([given, false]);
  for (const given of ['default', 'Default', '`default`', '"default".']) expect(isAnswer(given, 'default')).toBe(true);
  expect(isAnswer('10.244.0.2.', '10.244.0.2')).toBe(true);
  expect(isAnswer('10.244.0.3', '10.244.0.2')).toBe(false);
});
