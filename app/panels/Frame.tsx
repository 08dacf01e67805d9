/** How the panels stand on the page: side by side where there is room, one at a time on a phone. */
import { useEffect, useRef } from 'react';
import { useTranslation } from '../i18n/index.ts';
import { PANELS, type Panel, type Place, panelsAt } from './list.ts';
import { PanelView } from './PanelView.tsx';
import { hidePanel, showPanel, togglePanel, usePanels, usePhone } from './panels.ts';
import { type Part, Split } from './Split.tsx';

export function Frame() {
  return usePhone() ? <PhoneFrame /> : <WideFrame />;
}

const useOpen = (place: Place): Panel | undefined => {
  const id = usePanels((state) => state.open[place]);
  return PANELS.find((panel) => panel.id === id);
};

function WideFrame() {
  const guide = useOpen('guide');
  const terminal = useOpen('terminal');
  const editor = useOpen('editor');
  const picture = useOpen('picture');
  const details = useOpen('details');
  const strip = useOpen('strip');
  const columns: Part[] = [];
  if (guide) columns.push({ id: 'guide', size: 23, min: 220, content: <PanelView panel={guide} /> });
  const left = [
    ...(editor ? [{ id: 'editor', size: 62, min: 140, content: <PanelView panel={editor} /> }] : []),
    ...(terminal ? [{ id: 'terminal', min: 100, content: <PanelView panel={terminal} /> }] : []),
  ];
  if (left.length > 0)
    columns.push({
      id: 'terminal',
      // On a screen of 1440 px most tables have room, and the picture all its columns.
      size: guide ? 38 : 45,
      min: 280,
      content: <Split id="left" orientation="vertical" parts={left} />,
    });
  const right = (
    <div className="column">
      <div className="column-body">
        <Split
          id="right"
          orientation="vertical"
          parts={[
            ...(picture ? [{ id: 'picture', min: 160, content: <PanelView panel={picture} /> }] : []),
            ...(details ? [{ id: 'details', size: 42, min: 120, content: <PanelView panel={details} /> }] : []),
          ]}
        />
      </div>
      <DetailsBar shown={[details?.id, strip?.id]} />
    </div>
  );
  columns.push({ id: 'right', min: 320, content: right });
  return (
    <main className="main">
      <Split id="page" orientation="horizontal" parts={columns} />
      {strip && <PanelView panel={strip} />}
    </main>
  );
}

const isListed = (panel: Panel): boolean => !panel.unlisted;

/** The panels that can stand below the picture and the strip below everything; a second click closes the open one. */
function DetailsBar({ shown }: { readonly shown: readonly (string | undefined)[] }) {
  const { t } = useTranslation();
  return (
    <nav className="details-bar" aria-label={t('panels')}>
      {[...panelsAt('details'), ...panelsAt('strip')].filter(isListed).map((panel) => (
        <button
          key={panel.id}
          type="button"
          className="tab"
          aria-expanded={shown.includes(panel.id)}
          onClick={() => (shown.includes(panel.id) ? hidePanel(panel.id) : showPanel(panel.id))}
        >
          <panel.icon size={14} aria-hidden />
          {t(panel.title)}
        </button>
      ))}
    </nav>
  );
}

function PhoneFrame() {
  const { t } = useTranslation();
  const front = usePanels((state) => state.front);
  const strip = useOpen('strip');
  const shown = PANELS.find((panel) => panel.id === front) ?? PANELS[0]!;
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    bar.current?.querySelector(`[data-tab="${front}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [front]);
  return (
    <>
      <main className="main">
        <PanelView key={shown.id} panel={shown} />
      </main>
      {strip && <PanelView panel={strip} />}
      <nav ref={bar} className="bottom-bar" aria-label={t('panels')}>
        {PANELS.filter(isListed).map((panel) => (
          <button
            key={panel.id}
            type="button"
            className="tab"
            data-tab={panel.id}
            {...(panel.place === 'strip'
              ? { 'aria-expanded': strip === panel, onClick: () => togglePanel(panel.id) }
              : { 'aria-current': shown === panel ? 'page' : undefined, onClick: () => showPanel(panel.id) })}
          >
            <panel.icon size={18} aria-hidden />
            {t(panel.title)}
          </button>
        ))}
      </nav>
    </>
  );
}
