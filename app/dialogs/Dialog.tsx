/** A modal dialog: the browser keeps the focus in it, Escape and a click beside it close it, and the focus goes back to where it was. */
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { closeDialog } from '../base/dialogs.ts';
import { useWords } from './texts.ts';
import './dialogs.css';

interface Props {
  readonly title: string;
  readonly className?: string;
  /** The title is there for screen readers only, and there is no button to close. */
  readonly bare?: boolean;
  readonly children: ReactNode;
}

export function Dialog({ title, className = '', bare = false, children }: Props) {
  const { t } = useWords();
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    element.current?.showModal();
    // The browser gives the focus to what comes first: the button that closes.
    element.current?.querySelector<HTMLElement>('[data-first]')?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a modal dialog by itself
    <dialog
      ref={element}
      className={`dialog ${className}`}
      aria-label={title}
      onClose={closeDialog}
      onClick={(event) => event.target === element.current && closeDialog()}
    >
      <div className="dialog-body">
        {!bare && (
          <div className="dialog-head">
            <h2>{title}</h2>
            <button type="button" className="button" aria-label={t('close')} title={t('close')} onClick={closeDialog}>
              <X size={16} aria-hidden />
            </button>
          </div>
        )}
        {children}
      </div>
    </dialog>
  );
}
