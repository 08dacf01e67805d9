/** A row of tabs: one Tab stop, arrow keys, Home and End move and choose. */
import type { KeyboardEvent } from 'react';

interface Props {
  readonly label: string;
  readonly tabs: readonly { readonly id: string; readonly text: string; readonly panel: string }[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

export function Tabs({ label, tabs, chosen, onChoose }: Props) {
  const move = (event: KeyboardEvent<HTMLElement>): void => {
    const at = tabs.findIndex(({ id }) => id === chosen);
    const next = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const tab = tabs[(next + tabs.length) % tabs.length]!;
    onChoose(tab.id);
    document.getElementById(tab.id)?.focus();
  };
  return (
    <div className="tabs" role="tablist" aria-label={label}>
      {tabs.map(({ id, text, panel }) => (
        <button
          key={id}
          id={id}
          type="button"
          role="tab"
          className="tab"
          aria-selected={id === chosen}
          aria-controls={panel}
          tabIndex={id === chosen ? 0 : -1}
          onClick={() => onChoose(id)}
          onKeyDown={move}
        >
          {text}
        </button>
      ))}
    </div>
  );
}
