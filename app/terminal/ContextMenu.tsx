/** What a right click in the terminal offers. Shift and right click leave it to the browser. */

import type { Terminal as Xterm } from '@xterm/xterm';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import type { Terminal } from '../../src/session/index.ts';
import { notice } from '../base/notice.ts';
import { typeText } from '../engine/engine.ts';
import { select } from '../panels/selection.ts';
import { openFind } from './find.ts';
import { copySelection } from './keys.ts';
import { objectAt } from './links.ts';
import { pasteInto, screenOf } from './screen.ts';
import { useTexts } from './texts.ts';

interface Props {
  readonly terminal: Terminal;
  /** Where it was asked for, px from the page's corner. */
  readonly at: { readonly x: number; readonly y: number };
  readonly onClose: () => void;
}

interface Item {
  readonly id: string;
  readonly text: string;
  readonly keys?: string;
  readonly disabled?: boolean;
  readonly run: () => void;
}

export default function ContextMenu({ terminal, at, onClose }: Props) {
  const { t } = useTexts();
  const list = useRef<HTMLDivElement>(null);
  const { xterm } = screenOf(terminal);
  // As it was when the menu opened: what is printed meanwhile does not change what one is about to click.
  const named = useRef(objectAt(xterm, at.x, at.y)).current;

  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    element.style.left = `${Math.max(4, Math.min(at.x, innerWidth - element.offsetWidth - 4))}px`;
    element.style.top = `${Math.max(4, Math.min(at.y, innerHeight - element.offsetHeight - 4))}px`;
    element.querySelector<HTMLElement>('button:not(:disabled)')?.focus();
  }, [at]);
  useEffect(() => {
    const elsewhere = (event: Event): void => {
      if (!(event.target instanceof Node) || !list.current?.contains(event.target)) onClose();
    };
    addEventListener('pointerdown', elsewhere, true);
    addEventListener('blur', onClose);
    addEventListener('resize', onClose);
    return () => {
      removeEventListener('pointerdown', elsewhere, true);
      removeEventListener('blur', onClose);
      removeEventListener('resize', onClose);
    };
  }, [onClose]);

  const items: readonly Item[] = [
    ...(named ? [{ id: 'inspect', text: t('inspectNamed', { name: named.name }), run: () => select(named) }] : []),
    { id: 'copy', text: t('copy'), keys: 'Ctrl+Shift+C', disabled: !xterm.hasSelection(), run: () => void copySelection(xterm) },
    {
      id: 'paste',
      text: t('paste'),
      keys: 'Ctrl+Shift+V',
      disabled: xterm.options.disableStdin === true,
      run: () => void paste(xterm, terminal, t('pasteDenied')),
    },
    { id: 'all', text: t('selectAll'), run: () => xterm.selectAll() },
    { id: 'find', text: t('find'), keys: 'Ctrl+Shift+F', run: openFind },
    {
      id: 'clear',
      text: t('clearScrollback'),
      run: () => {
        xterm.clear();
        typeText('\x0c');
      },
    },
  ];
  const onKeyDown = (event: KeyboardEvent): void => {
    const all = [...(list.current?.querySelectorAll<HTMLElement>('button:not(:disabled)') ?? [])];
    const here = all.indexOf(document.activeElement as HTMLElement);
    const next = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: all.length - 1 }[event.key];
    if (next !== undefined) all[(next + all.length) % all.length]?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') {
      onClose();
      xterm.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div ref={list} className="terminal-context" role="menu" tabIndex={-1} aria-label={t('menu')} onKeyDown={onKeyDown}>
      {items.map(({ id, text, keys, disabled, run }) => (
        <button
          key={id}
          type="button"
          role="menuitem"
          className="button"
          tabIndex={-1}
          disabled={disabled}
          onClick={() => {
            onClose();
            if (id !== 'find' && id !== 'inspect') xterm.focus();
            run();
          }}
        >
          <span>{text}</span>
          {keys && <kbd>{keys}</kbd>}
        </button>
      ))}
    </div>
  );
}

/** What the clipboard holds; a browser may ask the person first, or refuse: then it is told which keys always work. */
async function paste(xterm: Xterm, terminal: Terminal, denied: string): Promise<void> {
  try {
    const text = await navigator.clipboard.readText();
    pasteInto(terminal, xterm, text);
  } catch {
    notice(denied);
  }
}
