import { closeDialog, type Question, useDialogs } from '../base/dialogs.ts';
import { Dialog } from './Dialog.tsx';
import { useWords } from './texts.ts';

/** Asks before something is done. */
export default function Ask() {
  const question = useDialogs((state) => state.question);
  return question && <QuestionDialog {...question} />;
}

export function QuestionDialog({ title, detail, yes, run }: Question) {
  const { t } = useWords();
  const go = (): void => {
    closeDialog();
    run();
  };
  return (
    <Dialog title={title} className="ask">
      <p>{detail}</p>
      <div className="ask-buttons">
        <button type="button" className="button outlined" onClick={closeDialog}>
          {t('cancel')}
        </button>
        <button type="button" className="button primary" data-first onClick={go}>
          {yes}
        </button>
      </div>
    </Dialog>
  );
}
