import { expect, it } from 'vitest';
import { rank } from './rank.ts';

const ENTRIES = [
  { text: 'Open Resources', hint: 'Panel' },
  { text: 'Expose your app', hint: 'Lesson · Kubernetes basics' },
  { text: 'web', hint: 'deployments · default' },
  { text: 'web', hint: 'endpoints · default' },
  { text: 'web', hint: 'services · default' },
  { text: 'web-settings', hint: 'configmaps · default' },
  { text: 'web-77c', hint: 'pods · default' },
];
const found = (query: string): string[] => rank(ENTRIES, query, 10).map(({ text, hint }) => `${text} ${hint.split(' ')[0]}`);

it('finds by words of the name and the kind, in any order', () => {
  expect(found('expose')).toEqual(['Expose your app Lesson']);
  expect(found('web')[0]).toBe('web deployments');
  expect(found('services web')).toEqual(['web services']);
  expect(found('nothing')).toEqual([]);
  expect(found('')).toHaveLength(ENTRIES.length);
});

it("knows kubectl's short names, and letters that were left out", () => {
  expect(found('svc/web')).toEqual(['web services']);
  expect(found('deploy/web')[0]).toBe('web deployments');
  expect(found('cm')).toEqual(['web-settings configmaps']);
  expect(found('po/web')).toEqual(['web-77c pods', 'web endpoints']);
  expect(found('opres')).toEqual(['Open Resources Panel']);
  expect(found('osr')).toEqual([]);
});
