/** Preparing a presentation: the script, and what starts it. */
import { ExternalLink, GraduationCap, Play } from 'lucide-react';
import { createRoot } from 'react-dom/client';
import { notice } from '../base/notice.ts';
import { PanelHead } from '../panels/PanelHead.tsx';
import { Presenter } from './Presenter.tsx';
import { openFollower, setScript, startPresenting, usePresent } from './present.ts';
import { useWords } from './texts.ts';
import '../share/share.css';
import './present.css';

let mounted = false;

/** The bar lies over the page, whichever panels are open. */
function present(): void {
  if (!mounted) {
    mounted = true;
    const holder = document.createElement('div');
    document.body.append(holder);
    createRoot(holder).render(<Presenter />);
  }
  startPresenting();
}

export default function PresentPanel() {
  const { t } = useWords();
  const script = usePresent((state) => state.script);
  const fromLesson = async (): Promise<void> => {
    const { lessonScript } = await import('../lessons/script.ts');
    const text = lessonScript();
    if (text === '') return notice(t('noLesson'));
    setScript(text);
    if (script.trim() !== '') notice(t('replacedScript'), [{ text: t('undo'), run: () => setScript(script) }]);
  };
  return (
    <section className="panel" aria-label={t('present')} data-testid="present">
      <PanelHead id="present" title={t('present')} />
      <div className="session-body present-body">
        <div className="session-part">
          <label htmlFor="present-script">
            <h3>{t('script')}</h3>
          </label>
          <p>{t('scriptAbout')}</p>
          <textarea
            id="present-script"
            className="session-link present-script"
            rows={8}
            value={script}
            spellCheck={false}
            autoCapitalize="off"
            placeholder={'# note\nkubectl get pods'}
            onChange={(event) => setScript(event.target.value)}
          />
        </div>
        <div className="session-part">
          <h3>{t('start')}</h3>
          <p>{t('keys')}</p>
          <div className="session-acts">
            <button type="button" className="button primary" onClick={present}>
              <Play size={15} aria-hidden />
              {t('startPresenting')}
            </button>
            <button type="button" className="button session-act" onClick={openFollower}>
              <ExternalLink size={15} aria-hidden />
              {t('follower')}
            </button>
            <button type="button" className="button session-act" onClick={() => void fromLesson()}>
              <GraduationCap size={15} aria-hidden />
              {t('fromLesson')}
            </button>
          </div>
        </div>
      </div>
    </section>
  );
}
