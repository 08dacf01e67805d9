/** A small menu: colours, screen reader mode, text size, and what to do with all the output. */
import type { Terminal as Xterm } from '@xterm/xterm';
import { AArrowDown, AArrowUp, Eraser, SlidersHorizontal } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { typeText } from '../engine/engine.ts';
import { changeSettings, FONT_SIZES, useSettings } from './settings.ts';
import { useTexts } from './texts.ts';

export function SettingsMenu({ xterm }: { readonly xterm: Xterm | undefined }) {
  const { t } = useTexts();
  const { colour, screenReader, fontSize: chosen } = useSettings();
  const fontSize = chosen ?? xterm?.options.fontSize ?? FONT_SIZES.usual;
  const [open, setOpen] = useState(false);
  const holder = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!open) return undefined;
    holder.current?.querySelector<HTMLElement>('input, button')?.focus();
    const outside = (event: PointerEvent): void => {
      if (!(event.target instanceof Node) || (!holder.current?.contains(event.target) && !button.current?.contains(event.target)))
        setOpen(false);
    };
    addEventListener('pointerdown', outside);
    return () => removeEventListener('pointerdown', outside);
  }, [open]);

  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    setOpen(false);
    button.current?.focus();
  };
  const clear = (): void => {
    xterm?.clear();
    typeText('\x0c');
    setOpen(false);
    xterm?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className="button"
        title={t('settings')}
        aria-label={t('settings')}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <SlidersHorizontal size={16} aria-hidden />
      </button>
      {open && (
        // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes it from whatever has the focus inside
        <div ref={holder} className="terminal-menu" onKeyDown={press}>
          <label>
            <input type="checkbox" checked={colour} onChange={(event) => changeSettings({ colour: event.target.checked })} />
            {t('colour')}
          </label>
          <label>
            <input type="checkbox" checked={screenReader} onChange={(event) => changeSettings({ screenReader: event.target.checked })} />
            {t('screenReader')}
          </label>
          <div className="terminal-menu-row">
            <span>{t('fontSize')}</span>
            <button
              type="button"
              className="button"
              title={t('smaller')}
              aria-label={t('smaller')}
              disabled={fontSize <= FONT_SIZES.least}
              onClick={() => changeSettings({ fontSize: Math.ceil(fontSize) - 1 })}
            >
              <AArrowDown size={16} aria-hidden />
            </button>
            <output>{fontSize}</output>
            <button
              type="button"
              className="button"
              title={t('larger')}
              aria-label={t('larger')}
              disabled={fontSize >= FONT_SIZES.most}
              onClick={() => changeSettings({ fontSize: Math.floor(fontSize) + 1 })}
            >
              <AArrowUp size={16} aria-hidden />
            </button>
          </div>
          <button type="button" className="button terminal-menu-action" onClick={clear}>
            <Eraser size={16} aria-hidden />
            {t('clearScrollback')}
          </button>
        </div>
      )}
    </>
  );
}
