/** The strip on which the past lies: commands as marks, changes by their density, the present at its right end. */
import { ChevronLeft, ChevronRight, CornerDownRight, FastForward, GitCompareArrows, Pause, Play, Redo2, Undo2, X } from 'lucide-react';
import { type KeyboardEvent, memo, type PointerEvent, useMemo, useRef, useState } from 'react';
import type { Mark } from '../../src/world/history.ts';
import { useEngine } from '../engine/engine.ts';
import { useFollow } from '../engine/follow.ts';
import { playOrPause, usePlayer } from '../engine/play.ts';
import { useTranslation } from '../i18n/index.ts';
import { hidePanel, showPanel } from '../panels/panels.ts';
import { continueFromHere, indexShown, lookAt, lookAtNow, lookAtStart, lookBetween, momentsNow, redo, stepTo, undo } from './looking.ts';
import { type Axis, axisOf, densityOf, indexOfPlace, type Moment } from './moments.ts';
import { useTexts } from './texts.ts';
import './time.css';
import { firstLine, labelOf } from './words.ts';

/** The slider's right end: the present. */
const END = 10_000;
/** A cluster in which much happens is followed at this distance, real ms. */
const REST_MS = 250;
/** Bars of the density. */
const PARTS = 160;
/** The slider keeps to a command this near, px. */
const MAGNET = 5;
/** More marks than this are too close to be told apart: the newest are drawn. */
const MOST_MARKS = 200;

export default function Timeline() {
  const { t } = useTexts();
  const cluster = useEngine((state) => state.cluster);
  const past = useEngine((state) => state.past);
  const turn = useFollow(({ revision, second }) => `${revision} ${second}`, REST_MS);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` says when to look again
  const { moments, axis, undoable, redoable } = useMemo(() => {
    const all = momentsNow();
    const { history, world } = cluster;
    return { moments: all, axis: axisOf(all, world.now), undoable: history.undoable, redoable: history.redoable };
  }, [cluster, turn]);
  const index = indexShown(moments);
  const label = labelOf(t, moments, index, past, cluster.world.now);
  return (
    <section className="panel timeline" aria-label={t('title')} data-testid="timeline" data-past={past !== undefined || undefined}>
      <div className="timeline-row">
        <div className="timeline-group">
          <Tool
            icon={Undo2}
            label={undoable ? t('undoLine', { line: firstLine(undoable.text) }) : t('undo')}
            name={t('undo')}
            disabled={!undoable}
            onClick={undo}
          />
          <Tool icon={Redo2} label={t('redo')} disabled={!redoable} onClick={redo} />
          <PlayTool />
          <Tool icon={ChevronLeft} label={t('back')} disabled={moments.length === 0} onClick={() => stepTo(-1)} />
        </div>
        <Track axis={axis} moments={moments} index={index} label={label} />
        <div className="timeline-group">
          <Tool icon={ChevronRight} label={t('forward')} disabled={!past} onClick={() => stepTo(1)} />
          <Tool icon={FastForward} label={t('toNow')} text disabled={!past} primary onClick={lookAtNow} />
          <Tool icon={CornerDownRight} label={t('continue')} hint={t('continueHint')} text disabled={!past} onClick={continueFromHere} />
          <Tool
            icon={GitCompareArrows}
            label={t('compare')}
            hint={t('compareHint')}
            text
            disabled={moments.length === 0}
            onClick={() => showPanel('compare')}
          />
          <Tool icon={X} label={t('close')} onClick={() => hidePanel('time')} />
        </div>
      </div>
    </section>
  );
}

/** For a page without a header. */
function PlayTool() {
  const { t } = useTranslation();
  const playing = useEngine((state) => !state.paused);
  const pastPlaying = usePlayer((state) => state.playing);
  const past = useEngine((state) => state.past !== undefined);
  const moves = past ? pastPlaying : playing;
  return (
    <span className="timeline-play">
      <Tool icon={moves ? Pause : Play} label={t(moves ? 'pause' : 'resume')} onClick={playOrPause} />
    </span>
  );
}

interface ToolProps {
  readonly icon: typeof X;
  readonly label: string;
  /** Its name for those who hear it, where the label changes all the time. */
  readonly name?: string;
  readonly hint?: string;
  /** The label is shown where there is room. */
  readonly text?: boolean;
  readonly primary?: boolean;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

function Tool({ icon: Icon, label, name = label, hint = label, text = false, primary = false, disabled = false, onClick }: ToolProps) {
  return (
    <button
      type="button"
      className={`button${primary && !disabled ? ' primary' : ''}`}
      title={hint}
      aria-label={name}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon size={16} aria-hidden />
      {text && <span className="timeline-text">{label}</span>}
    </button>
  );
}

interface TrackProps {
  readonly axis: Axis;
  readonly moments: readonly Moment[];
  readonly index: number;
  readonly label: string;
}

const Track = memo(function Track({ axis, moments, index, label }: TrackProps) {
  const { t } = useTexts();
  const past = useEngine((state) => state.past);
  const track = useRef<HTMLDivElement>(null);
  const [hovered, setHovered] = useState<{ readonly place: number; readonly text: string }>();
  const place = past ? placeOf(axis, moments, index, past.time) : 1;
  const bars = useMemo(() => barsOf(densityOf(moments, axis, PARTS)), [moments, axis]);
  const marks = useMemo(
    () =>
      moments.flatMap(({ mark }, at): { readonly mark: Mark; readonly at: number }[] => (mark ? [{ mark, at }] : [])).slice(-MOST_MARKS),
    [moments],
  );

  /** The index of the command that the slider keeps to at a place. */
  const commandAt = (wanted: number): number | undefined => {
    const near = MAGNET / (track.current?.clientWidth ?? 1000);
    let best: { readonly at: number; readonly far: number } | undefined;
    for (const { at } of marks) {
      const far = Math.abs((axis.positions[at] ?? 0) - wanted);
      if (far <= near && far < (best?.far ?? 1)) best = { at, far };
    }
    return best?.at;
  };
  const go = (wanted: number): void => {
    const command = commandAt(wanted);
    const moment = command === undefined ? undefined : moments[command];
    if (moment) return lookAt(moment);
    if (wanted >= 1 - MAGNET / (track.current?.clientWidth ?? 1000)) return lookAtNow();
    const at = indexOfPlace(axis, wanted);
    const [from, to] = [axis.positions[at] ?? 0, axis.positions[at + 1] ?? 1];
    lookBetween(moments, at, to > from ? (wanted - from) / (to - from) : 0);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    step(moments);
  };
  const onPointerMove = (event: PointerEvent): void => {
    const bounds = track.current?.getBoundingClientRect();
    if (!bounds || event.pointerType !== 'mouse') return;
    const at = Math.min(1, Math.max(0, (event.clientX - bounds.left) / bounds.width));
    const command = commandAt(at);
    const mark = command === undefined ? undefined : moments[command]?.mark;
    const moment = moments[indexOfPlace(axis, at)];
    const text = mark ? firstLine(mark.text) : moment ? clock(moment.time) : '';
    setHovered(text === '' ? undefined : { place: at, text });
  };

  return (
    <div className="timeline-body">
      <output className="timeline-label">{label}</output>
      <div className="timeline-track" ref={track} onPointerMove={onPointerMove} onPointerLeave={() => setHovered(undefined)}>
        <svg className="timeline-bars" viewBox={`0 0 ${PARTS} 1`} preserveAspectRatio="none" aria-hidden="true">
          <path d={bars} />
        </svg>
        {marks.map(({ mark, at }) => (
          <span
            key={at}
            className="timeline-mark"
            data-changed={mark.changed || undefined}
            style={{ left: `${(axis.positions[at] ?? 0) * 100}%` }}
          />
        ))}
        <span className="timeline-thumb" style={{ left: `${place * 100}%` }} />
        {hovered && (
          <span className="timeline-bubble" style={{ left: `${Math.min(92, Math.max(8, hovered.place * 100))}%` }} aria-hidden="true">
            {hovered.text}
          </span>
        )}
        <input
          type="range"
          min={0}
          max={END}
          value={Math.round(place * END)}
          disabled={moments.length === 0}
          aria-label={t('slider')}
          aria-valuetext={label}
          onChange={(event) => go(Number(event.target.value) / END)}
          onKeyDown={onKeyDown}
        />
      </div>
    </div>
  );
});

const STEPS: Readonly<Record<string, (moments: readonly Moment[]) => void>> = {
  ArrowLeft: () => stepTo(-1),
  ArrowDown: () => stepTo(-1),
  ArrowRight: () => stepTo(1),
  ArrowUp: () => stepTo(1),
  PageDown: () => stepTo(-1, 'line'),
  PageUp: () => stepTo(1, 'line'),
  Home: lookAtStart,
  End: lookAtNow,
  Escape: lookAtNow,
};

const clock = (time: number): string => new Date(time).toISOString().slice(11, 19);

/** Where a time between two moments lies on the line. */
function placeOf({ positions, to }: Axis, moments: readonly Moment[], index: number, time: number): number {
  const [from, until] = [positions[index] ?? 0, positions[index + 1] ?? 1];
  const [begin, end] = [moments[index]?.time ?? time, moments[index + 1]?.time ?? to];
  return from + (end > begin ? Math.min(1, Math.max(0, (time - begin) / (end - begin))) : 0) * (until - from);
}

/** Bars as an outline: a part with a single change can be seen, a hundred are not a hundred times as high. */
function barsOf(counts: readonly number[]): string {
  const most = Math.log1p(Math.max(4, ...counts));
  return counts
    .map((count, at) => (count === 0 ? '' : `M${at} 1V${(1 - Math.max(0.2, Math.log1p(count) / most)).toFixed(3)}h0.72V1Z`))
    .join('');
}
