import {
  ARRANGEMENTS,
  type Arrangement,
  MOTIONS,
  type Motion,
  SPEEDS,
  TEXT_SIZES,
  THEMES,
  type ThemeChoice,
  usePage,
} from '../base/state.ts';
import { monacoLanguage } from '../editor/load.ts';
import { setSpeed, useEngine } from '../engine/engine.ts';
import type { Language } from '../i18n/index.ts';
import { usePhone } from '../panels/panels.ts';
import { Dialog } from './Dialog.tsx';
import { useWords } from './texts.ts';

export default function Settings() {
  const { t } = useWords();
  const page = usePage();
  const phone = usePhone();
  const speed = useEngine((state) => state.speed);
  return (
    <Dialog title={t('settings.title')} className="settings">
      <Choice
        label={t('settings.theme')}
        value={page.themeChoice}
        options={THEMES.map((theme) => [theme, t(`settings.theme_${theme}`)])}
        onChoose={(theme) => page.setTheme(theme as ThemeChoice)}
      />
      <Choice
        label={t('settings.language')}
        value={page.language}
        options={[
          ['en', 'English'],
          ['zh', '中文'],
        ]}
        onChoose={(language) => page.setLanguage(language as Language)}
      />
      {(monacoLanguage() ?? page.language) !== page.language && (
        <p className="settings-note" role="status">
          {t('settings.languageEditor')}
        </p>
      )}
      <Choice
        label={t('settings.text')}
        value={String(page.textSize)}
        options={TEXT_SIZES.map((size) => [String(size), `${Math.round(size * 100)} %`])}
        onChoose={(size) => page.setTextSize(Number(size))}
      />
      {!phone && (
        <Choice
          label={t('settings.arrangement')}
          value={page.arrangement}
          options={ARRANGEMENTS.map((arrangement) => [arrangement, t(`settings.arrangement_${arrangement}`)])}
          onChoose={(arrangement) => page.setArrangement(arrangement as Arrangement)}
        />
      )}
      <Choice
        label={t('settings.motion')}
        value={page.motion}
        options={MOTIONS.map((motion) => [motion, t(`settings.motion_${motion}`)])}
        onChoose={(motion) => page.setMotion(motion as Motion)}
      />
      <Choice
        label={t('settings.speed')}
        value={String(speed)}
        options={SPEEDS.map((n) => [String(n), `${n}×`])}
        onChoose={(n) => setSpeed(Number(n))}
      />
      <label className="settings-check">
        <input type="checkbox" checked={page.singleKeys} onChange={(event) => page.setSingleKeys(event.target.checked)} />{' '}
        {t('settings.keys')}
      </label>
    </Dialog>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly onChoose: (value: string) => void;
}

/** One of a few, all in sight. */
function Choice({ label, value, options, onChoose }: ChoiceProps) {
  return (
    <fieldset className="choice">
      <legend>{label}</legend>
      <div className="choice-options">
        {options.map(([each, text]) => (
          <label key={each} className="choice-option">
            <input type="radio" name={label} checked={each === value} onChange={() => onChoose(each)} />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
