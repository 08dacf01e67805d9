import { scenarios } from '../../src/session/index.ts';
import { useDialogs } from '../base/dialogs.ts';
import { restart } from '../engine/engine.ts';
import { useTranslation } from '../i18n/index.ts';
import { replaceSession } from '../share/before.ts';
import { QuestionDialog } from './Ask.tsx';
import { useWords } from './texts.ts';

/** Asks before the cluster is thrown away. */
export default function Restart() {
  const { t } = useWords();
  const { t: page } = useTranslation();
  const scenario = useDialogs((state) => state.scenario);
  const title = scenarios.find(({ id }) => id === scenario)?.titleKey;
  const begin = (): void => {
    // A lesson's cluster is named after it.
    if (scenario.startsWith('lesson:')) void import('../lessons/player.ts').then(({ restartOpen }) => restartOpen(scenario));
    else void replaceSession(() => restart(scenario));
  };
  return (
    <QuestionDialog
      title={t('restart.title')}
      detail={t('restart.detail', { name: title ? page(title) : t('restart.lesson') })}
      yes={t('restart.yes')}
      run={begin}
    />
  );
}
