/** A button that opens a list of things to do. The browser shows, closes and gives back the focus (popover). */
import { type ReactNode, useId, useRef } from 'react';

export interface MenuItem {
  readonly id: string;
  readonly text: string;
  /** Further words, muted. */
  readonly detail?: string;
  readonly disabled?: boolean;
  readonly run: () => void;
}

interface Props {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly children: ReactNode;
}

export function Menu({ label, items, children }: Props) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  /** Below the button, within the page. */
  const place = (): void => {
    const from = button.current?.getBoundingClientRect();
    if (!from || !list.current) return;
    const { style, offsetWidth, offsetHeight } = list.current;
    style.left = `${Math.max(8, Math.min(from.right - offsetWidth, innerWidth - offsetWidth - 8))}px`;
    style.top = `${Math.max(8, Math.min(from.bottom + 4, innerHeight - offsetHeight - 8))}px`;
    list.current.querySelector<HTMLElement>('button:not(:disabled)')?.focus();
  };
  return (
    <>
      <button ref={button} type="button" className="button" title={label} aria-label={label} popoverTarget={id}>
        {children}
      </button>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset has looks and limits of its own */}
      <div
        ref={list}
        id={id}
        popover="auto"
        role="group"
        className="editor-menu"
        aria-label={label}
        onToggle={(event) => event.newState === 'open' && place()}
        onKeyDown={(event) => {
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
          if (!step) return;
          event.preventDefault();
          const all = [...event.currentTarget.querySelectorAll<HTMLElement>('button:not(:disabled)')];
          const at = all.indexOf(document.activeElement as HTMLElement);
          all[(at + step + all.length) % all.length]?.focus();
        }}
      >
        {items.map(({ id: key, text, detail, disabled, run }) => (
          <button
            key={key}
            type="button"
            className="button"
            disabled={disabled}
            onClick={() => {
              list.current?.hidePopover();
              run();
            }}
          >
            <span>{text}</span>
            {detail && <small>{detail}</small>}
          </button>
        ))}
      </div>
    </>
  );
}
