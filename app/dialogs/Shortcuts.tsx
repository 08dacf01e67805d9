import { COMMANDS } from './commands.ts';
import { Dialog } from './Dialog.tsx';
import { useWords } from './texts.ts';

const MAC = /Mac|iPhone|iPad/.test(navigator.platform);

/** The cheat sheet of keys. */
export default function Shortcuts() {
  const { t } = useWords();
  const row = (text: string, keys: readonly string[]) => (
    <li key={text}>
      <span>{text}</span>
      <span className="keys-of">
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </span>
    </li>
  );
  const single = COMMANDS.filter((command) => command.key && command.key !== 'F1');
  return (
    <Dialog title={t('shortcuts.title')} className="sheet">
      <h3>{t('shortcuts.everywhere')}</h3>
      <ul className="sheet-list">
        {row(t('command.palette'), ['F1', MAC ? '⌘K' : 'Ctrl-K'])}
        {row(t('shortcuts.panels'), ['F6', 'Shift-F6'])}
        {row(t('shortcuts.cards'), ['←', '↑', '↓', '→'])}
        {row(t('shortcuts.leave'), ['Esc', 'Tab'])}
      </ul>
      <h3>{t('shortcuts.editor')}</h3>
      <ul className="sheet-list">
        {row(t('shortcuts.save'), [MAC ? '⌘S' : 'Ctrl-S'])}
        {row(t('shortcuts.apply'), [MAC ? '⌘↵' : 'Ctrl-Enter'])}
        {row(t('shortcuts.complete'), ['Ctrl-Space'])}
        {row(t('shortcuts.fix'), [MAC ? '⌘.' : 'Ctrl-.'])}
      </ul>
      <h3>{t('shortcuts.singleTitle')}</h3>
      <p className="sheet-note">{t('shortcuts.single')}</p>
      <ul className="sheet-list">{single.map((command) => row(t(`command.${command.id}`), [command.key!]))}</ul>
    </Dialog>
  );
}
