/** Writes the text that puts a playground into another page. */

import { lessons } from 'virtual:lessons';
import { Copy } from 'lucide-react';
import { useState } from 'react';
import { scenarios } from '../../src/session/index.ts';
import { usePage } from '../base/state.ts';
import { useTranslation } from '../i18n/index.ts';
import { PANELS } from '../panels/list.ts';
import { PanelHead } from '../panels/PanelHead.tsx';
import { type EmbedOptions, type SnippetKind, snippet } from './snippet.ts';
import { useWords } from './texts.ts';
import '../share/share.css';
import './builder.css';

const KINDS: readonly SnippetKind[] = ['element', 'iframe', 'mdx', 'hugo'];

export default function EmbedPanel() {
  const { t } = useWords();
  const { t: page } = useTranslation();
  const language = usePage((state) => state.language);
  const [kind, setKind] = useState<SnippetKind>('element');
  const [what, setWhat] = useState('lesson:expose-your-app');
  const [run, setRun] = useState('');
  const [panels, setPanels] = useState<readonly string[]>([]);
  const [theme, setTheme] = useState('');
  const [lang, setLang] = useState('');
  const [height, setHeight] = useState(520);
  const [onView, setOnView] = useState(false);
  const [readonly, setReadonly] = useState(false);
  const [copied, setCopied] = useState(false);
  const [group, id] = what.split(':');
  const options: EmbedOptions = {
    home: new URL('./', location.href.split(/[?#]/)[0]).href,
    ...(group === 'lesson' ? { lesson: id as string } : { scenario: id as string }),
    ...(run !== '' && { run }),
    ...(panels.length > 0 && { panels: PANELS.map((panel) => panel.id).filter((panel) => panels.includes(panel)) }),
    ...(theme !== '' && { theme: theme as NonNullable<EmbedOptions['theme']> }),
    ...(lang !== '' && { lang: lang as 'en' | 'zh' }),
    height,
    readonly,
    load: onView ? 'view' : 'click',
  };
  const text = snippet(kind, options);
  const toggle = (panel: string): void => setPanels(panels.includes(panel) ? panels.filter((one) => one !== panel) : [...panels, panel]);
  return (
    <section className="panel" aria-label={t('embed')} data-testid="embed">
      <PanelHead id="embed" title={t('embed')} />
      <div className="session-body embed-body">
        <div className="session-part embed-form">
          <label>
            {t('what')}
            <select className="select" value={what} onChange={(event) => setWhat(event.target.value)}>
              {lessons.map((lesson) => (
                <option key={lesson.id} value={`lesson:${lesson.id}`}>
                  {lesson.texts[language].title}
                </option>
              ))}
              {scenarios.map((scenario) => (
                <option key={scenario.id} value={`scenario:${scenario.id}`}>
                  {page(scenario.titleKey)}
                </option>
              ))}
            </select>
          </label>
          <label>
            {t('run')}
            <input
              value={run}
              placeholder="kubectl get pods"
              onChange={(event) => setRun(event.target.value)}
              autoCapitalize="off"
              spellCheck={false}
            />
          </label>
          <label>
            {t('theme')}
            <select className="select" value={theme} onChange={(event) => setTheme(event.target.value)}>
              <option value="">{t('follow')}</option>
              <option value="light">{t('light')}</option>
              <option value="dark">{t('dark')}</option>
              <option value="contrast">{t('contrast')}</option>
            </select>
          </label>
          <label>
            {t('lang')}
            <select className="select" value={lang} onChange={(event) => setLang(event.target.value)}>
              <option value="">{t('follow')}</option>
              <option value="en">English</option>
              <option value="zh">中文</option>
            </select>
          </label>
          <label>
            {t('height')}
            <input
              type="number"
              min={240}
              max={1200}
              step={20}
              value={height}
              onChange={(event) => setHeight(Number(event.target.value) || 520)}
            />
          </label>
          <fieldset>
            <legend>{t('panels')}</legend>
            {PANELS.map((panel) => (
              <label key={panel.id}>
                <input type="checkbox" checked={panels.includes(panel.id)} onChange={() => toggle(panel.id)} />
                {page(panel.title)}
              </label>
            ))}
          </fieldset>
          <label className="embed-check">
            <input type="checkbox" checked={onView} onChange={(event) => setOnView(event.target.checked)} />
            {t('onView')}
          </label>
          <label className="embed-check">
            <input type="checkbox" checked={readonly} onChange={(event) => setReadonly(event.target.checked)} />
            {t('readonly')}
          </label>
        </div>
        <div className="session-part">
          <div className="session-acts" role="tablist" aria-label={t('kind')}>
            {KINDS.map((one) => (
              <button key={one} type="button" role="tab" className="tab" aria-selected={kind === one} onClick={() => setKind(one)}>
                {t(`kinds.${one}`)}
              </button>
            ))}
          </div>
          <textarea
            className="session-link embed-text"
            readOnly
            aria-label={t('text')}
            rows={7}
            value={text}
            onFocus={(event) => event.target.select()}
          />
          <button
            type="button"
            className="button session-act"
            onClick={() => {
              void navigator.clipboard?.writeText(text).then(() => setCopied(true));
            }}
          >
            <Copy size={15} aria-hidden />
            {t(copied ? 'copied' : 'copy')}
          </button>
          <p>{t(`about.${kind}`)}</p>
        </div>
      </div>
    </section>
  );
}
