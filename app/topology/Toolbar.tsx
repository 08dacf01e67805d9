// Search, namespace, the menu of what is shown and how, zoom.
import { Maximize2, Minus, Plus, SlidersHorizontal } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { focusPicture, useAttention } from '../panels/look-here.ts';
import { useWords } from './texts.ts';
import type { ViewMenuProps } from './ViewMenu.tsx';
import { readSearch, setView, useView } from './view.ts';

const ViewMenu = lazy(() => import('./ViewMenu.tsx'));

interface Props extends ViewMenuProps {
  /** How many Pods the search matches. */
  readonly matched: number | undefined;
  readonly onZoom: (zoom: number) => void;
  readonly onFit: () => void;
}

export function Toolbar({ namespaces, labelKeys, grouping, matched, onZoom, onFit }: Props) {
  const { t } = useWords();
  const view = useView();
  const { search, zoom } = view;
  const { error } = readSearch(search);
  const focused = useAttention((state) => state.focused);
  const percent = Math.round(zoom * 100);
  return (
    <div className="dd-toolbar" role="toolbar" aria-label={t('toolbar')}>
      <span className={`dd-search${error ? ' wrong' : ''}`}>
        <input
          type="search"
          value={search}
          placeholder={t('selector.placeholder')}
          aria-label={t('selector.title')}
          title={error ?? t('selector.title')}
          aria-invalid={error !== undefined}
          spellCheck={false}
          autoCapitalize="off"
          autoCorrect="off"
          onChange={(event) => setView({ search: event.target.value })}
          onKeyDown={(event) => event.key === 'Escape' && setView({ search: '' })}
        />
        {matched !== undefined && (
          <output className="dd-matched" aria-live="polite">
            {t('selector.matches', { count: matched })}
          </output>
        )}
      </span>
      {focused.length > 0 && (
        <button type="button" className="dd-tool on" onClick={() => focusPicture([])}>
          {t('focus.off', { name: focused.map((each) => each.name ?? each.resource.split('.')[0]).join(', ') })}{' '}
          <span aria-hidden="true">✕</span>
        </button>
      )}
      <span className="dd-tools">
        <ViewButton namespaces={namespaces} labelKeys={labelKeys} grouping={grouping} />
        <span className="dd-zoom">
          <button
            type="button"
            className="dd-tool icon"
            onClick={() => onZoom(zoom / 1.2)}
            aria-label={t('zoom.out')}
            title={t('zoom.out')}
          >
            <Minus size={14} aria-hidden />
          </button>
          <button
            type="button"
            className="dd-tool percent"
            onClick={() => onZoom(1)}
            aria-label={t('zoom.reset', { percent })}
            title={t('zoom.reset', { percent })}
          >
            {percent}%
          </button>
          <button type="button" className="dd-tool icon" onClick={() => onZoom(zoom * 1.2)} aria-label={t('zoom.in')} title={t('zoom.in')}>
            <Plus size={14} aria-hidden />
          </button>
          <button type="button" className="dd-tool icon" data-fit onClick={onFit} aria-label={t('zoom.fit')} title={t('zoom.fit')}>
            <Maximize2 size={14} aria-hidden />
          </button>
        </span>
        <button type="button" className="dd-tool" aria-pressed={view.legend} onClick={() => setView({ legend: !view.legend })}>
          {t('legend.title')}
        </button>
      </span>
    </div>
  );
}

/** What is shown and how; closes on Escape and when one clicks elsewhere. */
function ViewButton(props: ViewMenuProps) {
  const { t } = useWords();
  const view = useView();
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return;
    const elsewhere = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', elsewhere);
    return () => document.removeEventListener('pointerdown', elsewhere);
  }, [open]);
  const changed = view.namespace !== '' || view.grouping !== 'auto' || view.onlyMatches || !view.owners || !view.config || view.table;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape in what it holds
    <span
      className="dd-menu"
      ref={root}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        setOpen(false);
        button.current?.focus();
      }}
    >
      <button
        ref={button}
        type="button"
        className={`dd-tool${changed ? ' on' : ''}`}
        aria-expanded={open}
        aria-haspopup="dialog"
        onClick={() => setOpen(!open)}
      >
        <SlidersHorizontal size={14} aria-hidden /> {t('view.title')}
      </button>
      {open && (
        <Suspense>
          <ViewMenu {...props} />
        </Suspense>
      )}
    </span>
  );
}
