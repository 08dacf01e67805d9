import { scenarios } from '../../src/session/index.ts';
import { restart } from '../engine/engine.ts';
import { useTranslation } from '../i18n/index.ts';
import { Dialog } from './Dialog.tsx';
import { closeDialog, useDialogs } from './dialogs.ts';
import { useWords } from './texts.ts';

/** Asks before the cluster is thrown away. */
export default function Restart() {
  const { t } = useWords();
  const { t: page } = useTranslation();
  const scenario = useDialogs((state) => state.scenario);
  const title = scenarios.find(({ id }) => id === scenario)?.titleKey;
  const begin = (): void => {
    closeDialog();
    // A lesson's cluster is named after it.
    if (scenario.startsWith('lesson:')) void import('../lessons/player.ts').then(({ restartOpen }) => restartOpen(scenario));
    else void restart(scenario);
  };
  return (
    <Dialog title={t('restart.title')} className="ask">
      <p>{t('restart.detail', { name: title ? page(title) : t('restart.lesson') })}</p>
      <div className="ask-buttons">
        <button type="button" className="button outlined" onClick={closeDialog}>
          {t('cancel')}
        </button>
        <button type="button" className="button primary" data-first onClick={begin}>
          {t('restart.yes')}
        </button>
      </div>
    </Dialog>
  );
}
