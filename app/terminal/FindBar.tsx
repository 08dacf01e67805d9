/** Finds text in a terminal and what scrolled away. */
import { SearchAddon } from '@xterm/addon-search';
import type { Terminal as Xterm } from '@xterm/xterm';
import { ArrowDown, ArrowUp, CaseSensitive, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from '../i18n/index.ts';
import { closeFind, useFind } from './find.ts';
import { useTexts } from './texts.ts';

const addons = new WeakMap<Xterm, SearchAddon>();

function addonOf(xterm: Xterm): SearchAddon {
  let addon = addons.get(xterm);
  if (!addon) {
    addon = new SearchAddon();
    xterm.loadAddon(addon);
    addons.set(xterm, addon);
  }
  return addon;
}

const DECORATIONS = {
  matchBackground: '#8a6d1f',
  matchOverviewRuler: '#c79a2b',
  activeMatchBackground: '#c45d00',
  activeMatchColorOverviewRuler: '#c45d00',
};

export default function FindBar({ xterm }: { readonly xterm: Xterm }) {
  const { t } = useTexts();
  const { t: page } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const asked = useFind((state) => state.asked);
  const [text, setText] = useState(() => xterm.getSelection().split('\n')[0] ?? '');
  const [caseSensitive, setCase] = useState(false);
  const [found, setFound] = useState({ at: -1, count: 0 });
  const addon = addonOf(xterm);

  useEffect(() => {
    const { dispose } = addon.onDidChangeResults(({ resultIndex, resultCount }) => setFound({ at: resultIndex, count: resultCount }));
    return () => {
      dispose();
      addon.clearDecorations();
    };
  }, [addon]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for once more: back to the field
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [asked]);

  useEffect(() => {
    if (text === '') {
      addon.clearDecorations();
      setFound({ at: -1, count: 0 });
    } else addon.findPrevious(text, { caseSensitive, incremental: true, decorations: DECORATIONS });
  }, [addon, text, caseSensitive]);

  const go = (back: boolean): void => {
    if (text !== '') addon[back ? 'findPrevious' : 'findNext'](text, { caseSensitive, decorations: DECORATIONS });
  };
  const leave = (): void => {
    closeFind();
    xterm.focus();
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') leave();
    else if (event.key === 'Enter') go(!event.shiftKey);
    else return;
    event.preventDefault();
  };
  const count = text === '' ? '' : found.count === 0 ? t('findNone') : t('findCount', { at: found.at + 1, count: found.count });
  return (
    <search className="find-bar" aria-label={t('find')} onKeyDown={press}>
      <input
        ref={field}
        type="text"
        value={text}
        placeholder={t('findText')}
        aria-label={t('findText')}
        onChange={(event) => setText(event.target.value)}
        spellCheck={false}
      />
      <span className="find-count" role="status">
        {count}
      </span>
      <button
        type="button"
        className="button"
        title={t('findCase')}
        aria-label={t('findCase')}
        aria-pressed={caseSensitive}
        onClick={() => setCase(!caseSensitive)}
      >
        <CaseSensitive size={16} aria-hidden />
      </button>
      <button type="button" className="button" title={t('findPrevious')} aria-label={t('findPrevious')} onClick={() => go(true)}>
        <ArrowUp size={16} aria-hidden />
      </button>
      <button type="button" className="button" title={t('findNext')} aria-label={t('findNext')} onClick={() => go(false)}>
        <ArrowDown size={16} aria-hidden />
      </button>
      <button type="button" className="button" title={page('close')} aria-label={page('close')} onClick={leave}>
        <X size={16} aria-hidden />
      </button>
    </search>
  );
}
