/** Keys that a phone's keyboard lacks. */
import { focusTerminal, typeText } from '../engine/engine.ts';
import { useHeld } from './keys.ts';
import { useTexts } from './texts.ts';

const KEYS: readonly (readonly [name: string, text: string])[] = [
  ['Esc', '\x1b'],
  ['Tab', '\t'],
  ['^C', '\x03'],
  ['↑', '\x1b[A'],
  ['↓', '\x1b[B'],
  ['←', '\x1b[D'],
  ['→', '\x1b[C'],
  ['|', '|'],
  ['-', '-'],
  ['/', '/'],
  ['$', '$'],
  ['~', '~'],
];

export function KeyRow() {
  const { t } = useTexts();
  const ctrl = useHeld((state) => state.ctrl);
  const hold = (
    <button
      key="Ctrl"
      type="button"
      className="button"
      aria-pressed={ctrl}
      title={t('holdCtrl')}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => {
        useHeld.setState({ ctrl: !ctrl });
        focusTerminal();
      }}
    >
      Ctrl
    </button>
  );
  const keys = KEYS.map(([name, text]) => (
    <button key={name} type="button" className="button" onPointerDown={(event) => event.preventDefault()} onClick={() => typeText(text)}>
      {name}
    </button>
  ));
  return (
    <div className="keys" role="toolbar" aria-label={t('keys')}>
      {keys.slice(0, 2)}
      {hold}
      {keys.slice(2)}
    </div>
  );
}
