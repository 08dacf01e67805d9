/** Reads files from outside, and offers to make one of a manifest that was pasted into the terminal. */

import { dismissNotice, notice } from '../base/notice.ts';
import { textsReady } from '../i18n/index.ts';
import { addFile, openNew } from './documents.ts';
import { useTexts } from './texts.ts';

/** Larger ones are no manifests; the browser's storage would not hold many. */
const LARGEST = 1_000_000;
const MOST = 30;

/** Writes them into the home folder and opens them; what is no text is told. */
export async function takeFiles(files: readonly File[]): Promise<void> {
  await textsReady();
  const { t } = useTexts.getState();
  const refused: string[] = [];
  for (const file of files.slice(0, MOST)) {
    if (file.size > LARGEST) {
      refused.push(t('dropLarge', { name: file.name, limit: '1 MB' }));
      continue;
    }
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
      if (text.includes('\0')) throw new TypeError('binary');
      addFile(file.name, text.replaceAll('\r\n', '\n'));
    } catch {
      refused.push(t('dropBinary', { name: file.name }));
    }
  }
  if (refused.length > 0) notice(refused.join(' '));
  else dismissNotice(); // that of an earlier drop
}

/** @param paste puts the text into the terminal after all */
export async function offerFile(text: string, paste: () => void): Promise<void> {
  await textsReady();
  const { t } = useTexts.getState();
  const [, name = 'manifest'] = /^metadata:(?:\n[ ]+.*)*?\n[ ]+name: *["']?([\w.-]+)/m.exec(text) ?? [];
  const actions = [
    { text: t('pastedOpen'), run: () => openNew(`${name}.yaml`, text.endsWith('\n') ? text : `${text}\n`) },
    { text: t('pastedRun'), run: paste },
  ];
  notice(t('pasted'), actions, 60_000);
}
