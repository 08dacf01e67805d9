/** How the panels stand on the page: side by side where there is room, one at a time on a phone. */
import { useEffect, useRef } from 'react';
import { useTranslation } from '../i18n/index.ts';
import { PANELS, type Panel, type Place, panelsAt } from '../panels/list.ts';
import { hidePanel, showPanel, togglePanel, usePanels, usePhone, useStacked } from '../panels/panels.ts';
import { PanelView } from './PanelView.tsx';
import { type Part, Split } from './Split.tsx';

export function Frame() {
  return usePhone() ? <PhoneFrame /> : <WideFrame />;
}

const useOpen = (place: Place): Panel | undefined => {
  const id = usePanels((state) => state.open[place]);
  return PANELS.find((panel) => panel.id === id);
};

function WideFrame() {
  const wanted = useStacked();
  const guide = useOpen('guide');
  const terminal = useOpen('terminal');
  const editor = useOpen('editor');
  const picture = useOpen('picture');
  const details = useOpen('details');
  const strip = useOpen('strip');
  // A page that embeds the terminal alone: what stands beside it would be empty.
  const stacked = wanted || (!picture && !details);
  const bar = <DetailsBar shown={[details?.id, strip?.id]} />;
  const guides: Part[] = guide ? [{ id: 'guide', size: stacked ? 22 : 19, min: 250, content: <PanelView panel={guide} /> }] : [];
  const view = (panel: Panel | undefined, least: number, size?: number): Part[] =>
    panel ? [{ id: panel.place, min: least, ...(size === undefined ? {} : { size }), content: <PanelView panel={panel} /> }] : [];
  let columns: Part[];
  if (stacked) {
    const above = [...view(editor, 280, 50), ...view(terminal, 280)];
    const below = [...view(picture, 320), ...view(details, 280, 45)];
    const row = (id: string, size: number, parts: readonly Part[]): Part[] =>
      parts.length > 0 ? [{ id, size, min: 120, content: <Split id={id} orientation="horizontal" parts={parts} /> }] : [];
    const rows = [...row('above', 42, above), ...row('below', 58, below)];
    const work = (
      <div className="column">
        <div className="column-body">
          <Split id="rows" orientation="vertical" parts={rows} />
        </div>
        {bar}
      </div>
    );
    columns = [...guides, { id: 'work', min: 320, content: work }];
  } else {
    const left = [...view(editor, 140, 62), ...view(terminal, 100)];
    const right = (
      <div className="column">
        <div className="column-body">
          <Split id="right" orientation="vertical" parts={[...view(picture, 160), ...view(details, 120, 42)]} />
        </div>
        {bar}
      </div>
    );
    columns = [
      ...guides,
      // On a screen of 1440 px most tables have room, and the picture its columns.
      ...(left.length > 0
        ? [
            {
              id: 'terminal',
              size: guide ? 46 : 52,
              min: 280,
              content: <Split id="left" orientation="vertical" parts={left} />,
            },
          ]
        : []),
      { id: 'right', min: 320, content: right },
    ];
  }
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
  const panels = [...panelsAt('details'), ...panelsAt('strip')].filter(isListed);
  if (panels.length === 0) return null;
  return (
    <nav className="details-bar" aria-label={t('panels')}>
      {panels.map((panel) => (
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
