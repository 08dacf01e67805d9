/** How a moment is called. */
import type { Translate } from '../i18n/index.ts';
import { lineBefore, type Moment } from './moments.ts';

/** A command in one line. */
export function firstLine(text: string): string {
  const [line = '', ...more] = text.split('\n');
  return more.some((one) => one.trim() !== '') ? `${line} …` : line;
}

/** `12 s`, `3 min 20 s`, `2 h 5 min`. */
export function spanText(t: Translate, ms: number): string {
  const all = Math.max(0, Math.round(ms / 1000));
  const [h, m, s] = [Math.floor(all / 3600), Math.floor((all % 3600) / 60), all % 60];
  return h > 0 ? t('hours', { h, m }) : m > 0 ? t('minutes', { m, s }) : t('seconds', { s });
}

/**
 * What is shown: the present, or how long ago and after which command.
 * @param past the moment that is looked at; undefined: the present
 */
export function labelOf(
  t: Translate,
  moments: readonly Moment[],
  index: number,
  past: { readonly time: number } | undefined,
  now: number,
): string {
  if (!past) return moments.length > 0 ? t('nowHint') : t('nothing');
  const ago = t('ago', { span: spanText(t, now - past.time) });
  const moment = moments[index];
  if (moment?.mark?.changed && moment.time === past.time) return `${ago} · ${t('before', { line: firstLine(moment.mark.text) })}`;
  const mark = lineBefore(moments, index + 1);
  return `${ago} · ${mark ? t('after', { line: firstLine(mark.text) }) : t('begin')}`;
}
