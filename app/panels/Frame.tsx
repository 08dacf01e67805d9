/** How the panels stand on the page: side by side where there is room, one at a time on a phone. */
import { type ReactNode, useMemo } from 'react';
import { Group, Panel as Pane, Separator, useDefaultLayout } from 'react-resizable-panels';
import { useTranslation } from '../i18n/index.ts';
import { storage } from '../storage.ts';
import { PANELS, type Panel, type Place, panelsAt } from './list.ts';
import { PanelView } from './PanelView.tsx';
import { hidePanel, showPanel, usePanels, usePhone } from './panels.ts';

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
  const picture = useOpen('picture');
  const details = useOpen('details');
  const strip = useOpen('strip');
  const columns: { readonly id: string; readonly size?: string; readonly min: string; readonly content: ReactNode }[] = [];
  if (guide) columns.push({ id: 'guide', size: '24%', min: '220px', content: <PanelView panel={guide} /> });
  if (terminal) columns.push({ id: 'terminal', size: guide ? '34%' : '42%', min: '280px', content: <PanelView panel={terminal} /> });
  const right = (
    <div className="column">
      <div className="column-body">
        <Split
          id="right"
          orientation="vertical"
          parts={[
            ...(picture ? [{ id: 'picture', min: '160px', content: <PanelView panel={picture} /> }] : []),
            ...(details ? [{ id: 'details', size: '42%', min: '120px', content: <PanelView panel={details} /> }] : []),
          ]}
        />
      </div>
      <DetailsBar shown={details?.id} />
    </div>
  );
  columns.push({ id: 'right', min: '320px', content: right });
  return (
    <main className="main">
      <Split id="page" orientation="horizontal" parts={columns} />
      {strip && <PanelView panel={strip} />}
    </main>
  );
}

interface SplitProps {
  readonly id: string;
  readonly orientation: 'horizontal' | 'vertical';
  readonly parts: readonly { readonly id: string; readonly size?: string; readonly min: string; readonly content: ReactNode }[];
}

/** Parts with handles between them; the page remembers how large each was, for each set of parts. */
function Split({ id, orientation, parts }: SplitProps) {
  const { t } = useTranslation();
  const names = parts.map((part) => part.id).join(' ');
  const panelIds = useMemo(() => names.split(' '), [names]);
  const remembered = useDefaultLayout({ id: `drydock.${id}`, panelIds, storage });
  return (
    <Group key={names} orientation={orientation} {...remembered}>
      {parts.flatMap((part, index) => [
        ...(index > 0
          ? [<Separator key={`${part.id}-handle`} className="handle" data-direction={orientation} aria-label={t('resizePanels')} />]
          : []),
        <Pane key={part.id} id={part.id} minSize={part.min} {...(part.size ? { defaultSize: part.size } : {})}>
          {part.content}
        </Pane>,
      ])}
    </Group>
  );
}

/** The panels that can stand below the picture; a second click closes the open one. */
function DetailsBar({ shown }: { readonly shown: string | undefined }) {
  const { t } = useTranslation();
  return (
    <nav className="details-bar" aria-label={t('panels')}>
      {panelsAt('details').map((panel) => (
        <button
          key={panel.id}
          type="button"
          className="tab"
          aria-expanded={shown === panel.id}
          onClick={() => (shown === panel.id ? hidePanel(panel.id) : showPanel(panel.id))}
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
  return (
    <>
      <main className="main">
        <PanelView key={shown.id} panel={shown} />
      </main>
      {strip && strip !== shown && <PanelView panel={strip} />}
      <nav className="bottom-bar" aria-label={t('panels')}>
        {PANELS.filter((panel) => panel.place !== 'strip').map((panel) => (
          <button
            key={panel.id}
            type="button"
            className="tab"
            aria-current={shown.id === panel.id ? 'page' : undefined}
            onClick={() => showPanel(panel.id)}
          >
            <panel.icon size={18} aria-hidden />
            {t(panel.title)}
          </button>
        ))}
      </nav>
    </>
  );
}
