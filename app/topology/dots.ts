// Pods as squares on a canvas. A shape for each state, so that colour is never alone.
import type { FoldBox } from './layout.ts';
import type { Tone } from './model.ts';
import { isGhost } from './slots.ts';
import type { Point } from './wires.ts';

export type DotColors = Readonly<Record<Tone | 'ink' | 'border' | 'focus', string>>;

export interface DotOptions {
  readonly colors: DotColors;
  /** 0 to 1: how strong those are that are on their way. */
  readonly pulse: number;
  /** A real clock, as the slots'. */
  readonly now: number;
  readonly lit: ReadonlySet<string> | undefined;
  /** Key of the Pod under the pointer. */
  readonly over: string | undefined;
}

/** Filled: fine. Half: not ready. Hollow: on its way or leaving. Crossed: broken. Squares of a kind are painted together. */
export function drawDots(context: CanvasRenderingContext2D, fold: FoldBox, at: Point, options: DotOptions): void {
  const { colors, lit, pulse, now, over } = options;
  const { cell, gap, perRow, left, top } = fold;
  /** x and y of each, one after the other: many are made for every frame. */
  const batches = new Map<string, number[]>();
  let index = -1;
  for (const slot of fold.band.slots) {
    index++;
    const x = at[0] + left + (index % perRow) * (cell + gap);
    const y = at[1] + top + Math.floor(index / perRow) * (cell + gap);
    if (slot.freedAt !== undefined && !isGhost(slot, now)) continue;
    const kind = slot.freedAt !== undefined ? 'ghost' : slot.pod.status.tone;
    const key = lit && !lit.has(slot.pod.key) ? `${kind} dim` : kind;
    const batch = batches.get(key);
    if (batch) batch.push(x, y);
    else batches.set(key, [x, y]);
    if (slot.pod.key === over) {
      context.globalAlpha = 1;
      context.strokeStyle = colors.focus;
      context.lineWidth = 2;
      context.strokeRect(x - 1.5, y - 1.5, cell + 3, cell + 3);
    }
  }
  if (cell <= SMALL) return drawSmall(context, batches, cell, options);
  const radius = Math.max(1.5, cell * 0.22);
  const trace = (squares: readonly number[], inset: number): void => {
    context.beginPath();
    each(squares, (x, y) => context.roundRect(x + inset, y + inset, cell - inset * 2, cell - inset * 2, radius));
  };
  for (const [key, squares] of batches) {
    const [kind, dim] = key.split(' ') as [Tone | 'ghost', string | undefined];
    const alpha = dim ? 0.25 : 1;
    context.globalAlpha = alpha;
    context.lineWidth = cell > 10 ? 1.8 : 1.3;
    if (kind === 'ghost') {
      context.strokeStyle = colors.border;
      context.setLineDash([2, 2]);
      trace(squares, 0.5);
      context.stroke();
      context.setLineDash([]);
      continue;
    }
    context.fillStyle = context.strokeStyle = colors[kind];
    if (kind === 'ok' || kind === 'bad') {
      trace(squares, 0);
      context.fill();
      if (kind === 'ok') continue;
      const inset = cell * 0.28;
      context.strokeStyle = colors.ink;
      context.beginPath();
      each(squares, (x, y) => {
        context.moveTo(x + inset, y + inset);
        context.lineTo(x + cell - inset, y + cell - inset);
        context.moveTo(x + cell - inset, y + inset);
        context.lineTo(x + inset, y + cell - inset);
      });
      context.stroke();
      continue;
    }
    if (kind === 'busy' || kind === 'gone') context.globalAlpha = alpha * pulse;
    if (kind === 'gone') context.setLineDash([2, 1.6]);
    trace(squares, context.lineWidth / 2);
    context.stroke();
    context.setLineDash([]);
    each(squares, (x, y) => {
      if (kind === 'warn') context.fillRect(x + cell / 2, y + 1, cell / 2 - 1, cell - 2);
      if (kind === 'done') context.fillRect(x + cell * 0.28, y + cell * 0.44, cell * 0.44, cell * 0.14);
    });
  }
  context.globalAlpha = 1;
}

/** From this size on, px, squares have round corners, dashes and crosses; smaller ones are plain rectangles, which cost far less. */
const SMALL = 10;

function drawSmall(
  context: CanvasRenderingContext2D,
  batches: ReadonlyMap<string, readonly number[]>,
  cell: number,
  options: DotOptions,
): void {
  const { colors, pulse } = options;
  const inner = cell - 4;
  for (const [key, squares] of batches) {
    const [kind, dim] = key.split(' ') as [Tone | 'ghost', string | undefined];
    context.globalAlpha = (dim ? 0.25 : 1) * (kind === 'busy' || kind === 'gone' ? pulse : 1);
    context.fillStyle = kind === 'ghost' ? colors.border : colors[kind];
    if (kind === 'ok' || kind === 'bad') each(squares, (x, y) => context.fillRect(x, y, cell, cell));
    else if (kind === 'gone' || kind === 'ghost') each(squares, (x, y) => context.fillRect(x + 2, y + 2, inner, inner));
    else
      each(squares, (x, y) => {
        context.fillRect(x, y, cell, 2);
        context.fillRect(x, y + cell - 2, cell, 2);
        context.fillRect(x, y + 2, 2, inner);
        context.fillRect(x + cell - 2, y + 2, 2, inner);
        if (kind === 'warn') context.fillRect(x + cell / 2, y + 2, cell / 2 - 2, inner);
        if (kind === 'done') context.fillRect(x + 2, y + cell / 2 - 1, inner, 2);
      });
    if (kind !== 'bad') continue;
    context.fillStyle = colors.ink;
    each(squares, (x, y) => {
      context.fillRect(x + cell / 2 - 1, y + 2, 2, inner);
      context.fillRect(x + 2, y + cell / 2 - 1, inner, 2);
    });
  }
  context.globalAlpha = 1;
}

function each(squares: readonly number[], paint: (x: number, y: number) => void): void {
  for (let at = 0; at < squares.length; at += 2) paint(squares[at] as number, squares[at + 1] as number);
}
