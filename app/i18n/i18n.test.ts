import { describe, expect, it } from 'vitest';
import embedEn from '../embed/locales/en.json';
import embedZh from '../embed/locales/zh.json';
import lessonsEn from '../lessons/locales/en.json';
import lessonsZh from '../lessons/locales/zh.json';
import offlineEn from '../offline/locales/en.json';
import offlineZh from '../offline/locales/zh.json';
import presentEn from '../present/locales/en.json';
import presentZh from '../present/locales/zh.json';
import shareEn from '../share/locales/en.json';
import shareZh from '../share/locales/zh.json';
import terminalEn from '../terminal/locales/en.json';
import terminalZh from '../terminal/locales/zh.json';
import topologyEn from '../topology/locales/en.json';
import topologyZh from '../topology/locales/zh.json';
import en from './en.json';
import { wordsOf } from './index.ts';
import zh from './zh.json';

/** `a.b` for each text; plural forms under their common name. */
function keys(tree: object, prefix = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${prefix}${key.replace(/_(?:one|other)$/, '')}`] : keys(value as object, `${prefix}${key}.`),
  );
}

describe('the words of the page', () => {
  it('fills in values and takes the plural of the language', () => {
    const { t, exists } = wordsOf('en', { pods_one: '{{count}} Pod of {{name}}', pods_other: '{{count}} Pods of {{name}}' }, {});
    expect([t('pods', { count: 1, name: 'a' }), t('pods', { count: 2, name: '$&' })]).toEqual(['1 Pod of a', '2 Pods of $&']);
    expect(exists('pods_one')).toBe(true);
    const chinese = wordsOf('zh', { pods_other: '{{count}} 个 Pod' }, {});
    expect([chinese.t('pods', { count: 1 }), chinese.t('pods', { count: 2 })]).toEqual(['1 个 Pod', '2 个 Pod']);
  });

  it('says in English what Chinese lacks, and the key of what neither has', () => {
    const { t, exists } = wordsOf('zh', {}, en);
    expect([t('terminalN', { n: 2 }), t('no.such'), exists('no.such')]).toEqual(['Terminal 2', 'no.such', false]);
  });

  it('has the same texts in both languages', () => {
    for (const [english, chinese] of [
      [en, zh],
      [topologyEn, topologyZh],
      [lessonsEn, lessonsZh],
      [terminalEn, terminalZh],
      [embedEn, embedZh],
      [shareEn, shareZh],
      [presentEn, presentZh],
      [offlineEn, offlineZh],
    ] as const)
      expect([...new Set(keys(chinese))].sort()).toEqual([...new Set(keys(english))].sort());
  });
});
