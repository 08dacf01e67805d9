/** Makes the page work without a network, and asks before a new version takes over. */

import { notice } from '../base/notice.ts';
import { defineTexts, textsReady } from '../i18n/index.ts';
import english from './locales/en.json';

const useWords = defineTexts(english, () => import('./locales/zh.json'));

export async function registerWorker(): Promise<void> {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  let registration: ServiceWorkerRegistration;
  try {
    registration = await navigator.serviceWorker.register('./sw.js');
  } catch {
    return; // a sandboxed page, or one that is not served securely
  }
  const first = navigator.serviceWorker.controller === null;
  const offer = async (waiting: ServiceWorker): Promise<void> => {
    await textsReady();
    const { t } = useWords.getState();
    notice(
      t('newVersion'),
      [
        {
          text: t('takeOver'),
          run: () => {
            navigator.serviceWorker.addEventListener('controllerchange', () => location.reload());
            waiting.postMessage('take over');
          },
        },
      ],
      60_000,
    );
  };
  if (registration.waiting && !first) void offer(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const coming = registration.installing;
    coming?.addEventListener('statechange', () => {
      if (coming.state === 'installed' && navigator.serviceWorker.controller) void offer(coming);
    });
  });
  // A page that stays open for days asks now and then.
  setInterval(() => void registration.update().catch(() => {}), 3_600_000);
}
