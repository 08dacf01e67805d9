// Many Pods of one workload on one Node: a card with a square for each. Squares are painted on a canvas, so that a thousand cost little.
import { memo, type PointerEvent, useEffect, useRef, useState } from 'react';
import { useShared } from './context.ts';
import { type FoldBox, live } from './layout.ts';
import type { OwnerView, PodView, Tone } from './model.ts';
import { CardButton, Chips, StateIcon, size, usePlace } from './parts.tsx';
import { isGhost, type Slot } from './slots.ts';
import { useWords } from './texts.ts';

/** The worst state first: it colours the card. */
const WORST: readonly Tone[] = ['bad', 'warn', 'busy', 'gone', 'done', 'ok'];
const PULSE_MS = 1400;

export function worstTone(pods: readonly PodView[]): Tone {
  let worst = WORST.length - 1;
  for (const pod of pods) worst = Math.min(worst, WORST.indexOf(pod.status.tone));
  return WORST[worst]!;
}

interface FoldCardProps {
  readonly fold: FoldBox;
  readonly owner: OwnerView | undefined;
  readonly now: number;
  readonly still: boolean;
}

export const FoldCard = memo(function FoldCard({ fold, owner, now, still }: FoldCardProps) {
  const { t } = useWords();
  const { toggle, point, select, highlight, zoom } = useShared();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [over, setOver] = useState<PodView>();
  const { band, box, cell, gap } = fold;
  const place = usePlace(fold.key);
  const pods = live(band);
  const name = owner?.name ?? t('owner.none');
  const ready = pods.filter((pod) => pod.status.isReady).length;
  const tone = worstTone(pods);
  const shared = commonLabels(pods);
  const width = box.w - 20;
  const perRow = Math.max(1, Math.floor((width + gap) / (cell + gap)));
  const height = Math.ceil(band.slots.length / perRow) * (cell + gap);

  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const scale = zoom * (window.devicePixelRatio || 1);
    element.width = Math.ceil(width * scale);
    element.height = Math.ceil(height * scale);
    const context = element.getContext('2d');
    if (!context) return;
    const colors = readColors(element);
    const busy = !still && pods.some((pod) => pod.status.tone === 'busy' || pod.status.tone === 'gone');
    let frame = 0;
    const draw = (time: number) => {
      context.setTransform(scale, 0, 0, scale, 0, 0);
      context.clearRect(0, 0, width, height);
      const pulse = still ? 1 : 0.62 + 0.38 * Math.sin((time / PULSE_MS) * Math.PI * 2);
      for (const [index, slot] of band.slots.entries()) {
        const x = (index % perRow) * (cell + gap);
        const y = Math.floor(index / perRow) * (cell + gap);
        context.globalAlpha = highlight && !highlight.lit.has(slot.pod.key) ? 0.25 : 1;
        square(context, slot, x, y, cell, colors, pulse, now);
        if (slot.pod === over) {
          context.strokeStyle = colors.focus;
          context.lineWidth = 2;
          context.strokeRect(x - 1, y - 1, cell + 2, cell + 2);
        }
      }
      if (busy) frame = requestAnimationFrame(draw);
    };
    draw(performance.now());
    return () => cancelAnimationFrame(frame);
  });

  if (!fold.folded) {
    return (
      <CardButton
        nav={fold.key}
        place={place}
        className="dd-item dd-unfolded"
        style={size(box)}
        aria-expanded={true}
        onClick={() => toggle(band.key, true)}
        title={t('fold.fold')}
      >
        <span aria-hidden="true">▾</span>
        <b className="dd-cut">{name}</b>
        <span className="dd-sub">{t('fold.count', { count: pods.length })}</span>
      </CardButton>
    );
  }
  const podAt = (event: PointerEvent | React.MouseEvent): PodView | undefined => {
    const bounds = canvas.current!.getBoundingClientRect();
    const col = Math.floor((((event.clientX - bounds.left) / bounds.width) * width) / (cell + gap));
    const row = Math.floor((((event.clientY - bounds.top) / bounds.height) * height) / (cell + gap));
    const slot = col < perRow && event.target === canvas.current ? band.slots[row * perRow + col] : undefined;
    return slot && slot.freedAt === undefined ? slot.pod : undefined;
  };
  const tallies = WORST.map((each) => [each, pods.filter((pod) => pod.status.tone === each)] as const).filter(
    ([, list]) => list.length > 0,
  );
  const text = tallies.map(([, list]) => `${list.length} ${list[0]!.status.word}`).join(', ');
  return (
    <CardButton
      nav={fold.key}
      place={place}
      className={`dd-item dd-fold ${tone}`}
      style={size(box)}
      aria-expanded={false}
      aria-label={t('fold.label', { name, count: pods.length, ready, text })}
      onPointerMove={(event) => {
        const pod = podAt(event);
        if (pod === over) return;
        setOver(pod);
        point({ kind: 'object', key: pod?.key ?? fold.key });
      }}
      onPointerLeave={() => {
        setOver(undefined);
        point(undefined);
      }}
      onClick={(event) => {
        const pod = event.detail > 0 ? podAt(event) : undefined;
        if (pod) select(pod.ref);
        else toggle(band.key, false);
      }}
    >
      <span className="dd-row head">
        <StateIcon tone={tone} />
        <span className="dd-name dd-cut" title={name}>
          {name}
        </span>
        <span className={`dd-word ${tone}`}>
          {ready}/{pods.length}
        </span>
        <span className="dd-unfold" aria-hidden="true">
          ▸
        </span>
      </span>
      <canvas ref={canvas} style={{ width, height }} aria-hidden="true" />
      <span className="dd-row foot">
        {over ? (
          <span className="dd-cut dd-sub">
            {over.name} · {over.status.word}
          </span>
        ) : (
          <Chips labels={shared} room={width} object={fold.key} />
        )}
      </span>
    </CardButton>
  );
});

/** Labels that all the Pods have alike. */
function commonLabels(pods: readonly PodView[]): Record<string, string> {
  const common = { ...pods[0]?.labels };
  for (const pod of pods) for (const key in common) if (pod.labels[key] !== common[key]) delete common[key];
  return common;
}

type Colors = Readonly<Record<Tone | 'ink' | 'border' | 'focus', string>>;

function readColors(element: HTMLElement): Colors {
  const style = getComputedStyle(element);
  const read = (name: string) => style.getPropertyValue(`--dd-${name}`).trim();
  return {
    ok: read('ok'),
    busy: read('busy'),
    warn: read('warn'),
    bad: read('bad'),
    gone: read('muted'),
    done: read('muted'),
    ink: read('panel'),
    border: read('border-strong'),
    focus: read('focus'),
  };
}

/** Filled: fine. Half: not ready. Hollow: on its way or leaving. Crossed: broken. */
function square(
  context: CanvasRenderingContext2D,
  slot: Slot,
  x: number,
  y: number,
  cell: number,
  colors: Colors,
  pulse: number,
  now: number,
): void {
  const { tone } = slot.pod.status;
  const radius = Math.max(1.5, cell * 0.22);
  const shape = (inset: number) => {
    context.beginPath();
    context.roundRect(x + inset, y + inset, cell - inset * 2, cell - inset * 2, radius);
  };
  if (slot.freedAt !== undefined) {
    if (!isGhost(slot, now)) return;
    context.strokeStyle = colors.border;
    context.lineWidth = 1;
    context.setLineDash([2, 2]);
    shape(0.5);
    context.stroke();
    context.setLineDash([]);
    return;
  }
  context.fillStyle = context.strokeStyle = colors[tone];
  context.lineWidth = cell > 10 ? 1.8 : 1.3;
  if (tone === 'ok' || tone === 'bad') {
    shape(0);
    context.fill();
    if (tone === 'bad') {
      const inset = cell * 0.28;
      context.strokeStyle = colors.ink;
      context.beginPath();
      context.moveTo(x + inset, y + inset);
      context.lineTo(x + cell - inset, y + cell - inset);
      context.moveTo(x + cell - inset, y + inset);
      context.lineTo(x + inset, y + cell - inset);
      context.stroke();
    }
    return;
  }
  const alpha = context.globalAlpha;
  if (tone === 'busy' || tone === 'gone') context.globalAlpha = alpha * pulse;
  if (tone === 'gone') context.setLineDash([2, 1.6]);
  shape(context.lineWidth / 2);
  context.stroke();
  context.setLineDash([]);
  if (tone === 'warn') context.fillRect(x + cell / 2, y + 1, cell / 2 - 1, cell - 2);
  if (tone === 'done') context.fillRect(x + cell * 0.28, y + cell * 0.44, cell * 0.44, cell * 0.14);
  context.globalAlpha = alpha;
}
