import { GraduationCap, Pause, Play, RotateCcw, Search, Settings, StepForward } from 'lucide-react';
import { scenarios } from '../../src/session/index.ts';
import { openDialog } from '../base/dialogs.ts';
import { SPEEDS } from '../base/state.ts';
import { setSpeed, useEngine, useShown } from '../engine/engine.ts';
import { playOrPause, stepForward, usePlayer } from '../engine/play.ts';
import { useTranslation } from '../i18n/index.ts';
import { hidePanel, showPanel, usePanels, usePhone } from '../panels/panels.ts';

export function Header() {
  const { t } = useTranslation();
  return (
    <header className="header">
      <h1 className="brand">
        <img src="./icon.svg" alt="" />
        Drydock <small>{t('tagline')}</small>
      </h1>
      <Lessons />
      <span className="spacer" />
      <Scenario />
      <TimeControls />
      <PageControls />
    </header>
  );
}

function Lessons() {
  const { t } = useTranslation();
  const phone = usePhone();
  /** On a phone another panel may be in front of it: then it comes back. */
  const seen = usePanels((state) => state.open.guide === 'lessons' && (!phone || state.front === 'lessons'));
  return (
    <button
      type="button"
      className="button lessons-button"
      aria-pressed={seen}
      onClick={() => (seen ? hidePanel('lessons') : showPanel('lessons'))}
    >
      <GraduationCap size={17} aria-hidden />
      {t('lessons')}
    </button>
  );
}

function Scenario() {
  const { t } = useTranslation();
  const scenario = useEngine((state) => state.scenario);
  return (
    <div className="group wide-only">
      <select
        className="select"
        aria-label={t('scenario')}
        value={scenario}
        onChange={(event) => openDialog('restart', event.target.value)}
      >
        {scenario.startsWith('lesson:') && <option value={scenario}>{t('scenarioLesson')}</option>}
        {scenarios.map(({ id, titleKey }) => (
          <option key={id} value={id}>
            {t(titleKey)}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="button"
        title={t('restart')}
        aria-label={t('restart')}
        onClick={() => openDialog('restart', scenario)}
      >
        <RotateCcw size={16} aria-hidden />
      </button>
    </div>
  );
}

function TimeControls() {
  const { t } = useTranslation();
  const past = useEngine((state) => state.past !== undefined);
  const playing = usePlayer((state) => state.playing);
  const stopped = useEngine((state) => state.paused);
  const paused = past ? !playing : stopped;
  const speed = useEngine((state) => state.speed);
  return (
    <fieldset className="group" style={{ border: 0, margin: 0, padding: 0 }}>
      <legend className="visually-hidden">{t('time')}</legend>
      <Clock />
      <button
        type="button"
        className="button"
        title={t(paused ? 'resume' : 'pause')}
        aria-label={t(paused ? 'resume' : 'pause')}
        onClick={playOrPause}
      >
        {paused ? <Play size={16} aria-hidden /> : <Pause size={16} aria-hidden />}
      </button>
      <button type="button" className="button wide-only" title={t('step')} aria-label={t('step')} onClick={stepForward}>
        <StepForward size={16} aria-hidden />
      </button>
      <select className="select wide-only" aria-label={t('speed')} value={speed} onChange={(event) => setSpeed(Number(event.target.value))}>
        {SPEEDS.map((n) => (
          <option key={n} value={n}>
            {n}×
          </option>
        ))}
      </select>
    </fieldset>
  );
}

function Clock() {
  const { t } = useTranslation();
  const second = useShown((state) => state.second);
  const past = useEngine((state) => state.past !== undefined);
  const paused = useEngine((state) => state.paused);
  const state = past ? 'past' : paused ? 'paused' : undefined;
  return (
    <time className="clock wide-only" data-state={state} title={`${t('clock')}${state ? ` (${t(state)})` : ''}`}>
      {new Date(second * 1000).toISOString().slice(11, 19)}
    </time>
  );
}

function PageControls() {
  const { t } = useTranslation();
  return (
    <div className="group">
      <button
        type="button"
        className="button"
        title={`${t('commands')} (F1)`}
        aria-label={t('commands')}
        onClick={() => openDialog('palette')}
      >
        <Search size={16} aria-hidden />
      </button>
      <button type="button" className="button" title={t('settings')} aria-label={t('settings')} onClick={() => openDialog('settings')}>
        <Settings size={16} aria-hidden />
      </button>
    </div>
  );
}
