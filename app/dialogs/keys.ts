/** The page's keyboard: what works everywhere, and single keys outside the terminal and text fields. Small: the commands come when needed. */

import { openDialog } from '../base/dialogs.ts';
import { usePage } from '../base/state.ts';

/** Keys of the commands, so that other keys fetch nothing. */
const SINGLE = new Set(['?', ',', 't', '/', 'f', '+', '-', '0', 'l', 'p', '.', '<', '>', 'u', 'U', '[', ']']);

export function startKeys(): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented) return;
    const typing =
      (event.target as Element | null)?.closest?.('input, textarea, select, [contenteditable], .monaco-editor, dialog') != null;
    const control = event.ctrlKey || event.metaKey;
    // Ctrl-K ends a line in the shell: there it is F1, Ctrl-Shift-P or Cmd-K.
    const palette =
      event.key === 'F1' ||
      (control && event.shiftKey && event.key.toLowerCase() === 'p') ||
      (event.key === 'k' && (event.metaKey || (event.ctrlKey && !typing)));
    if (palette) openDialog('palette');
    else if (event.key === 'F6') nextPanel(event.shiftKey ? -1 : 1);
    else if (!typing && !control && !event.altKey && SINGLE.has(event.key) && usePage.getState().singleKeys) {
      const { key } = event;
      void import('./commands.ts').then(({ COMMANDS }) => COMMANDS.find((command) => command.key === key)?.run());
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  // Before the terminal takes it.
  document.addEventListener('keydown', onKeyDown, true);
  return () => document.removeEventListener('keydown', onKeyDown, true);
}

const FOCUSABLE = 'textarea, button:not(:disabled, [tabindex="-1"]), input, select, [tabindex="0"]';

/** Gives the focus to the next panel on the page. */
function nextPanel(by: number): void {
  const panels = [...document.querySelectorAll<HTMLElement>('[data-panel]')];
  const at = panels.findIndex((panel) => panel.contains(document.activeElement));
  const next = panels[(at + by + panels.length) % panels.length];
  const inside =
    next?.querySelector<HTMLElement>('.xterm-helper-textarea, .native-edit-context, [data-nav][tabindex="0"]') ??
    next?.querySelector<HTMLElement>(FOCUSABLE);
  inside?.focus();
}
