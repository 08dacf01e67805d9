// How lines are painted on the canvas under the cards, and in which colours.
import type { DotColors } from './dots.ts';
import { length, type Point, type Wire, type WireKind } from './wires.ts';

export interface Colors {
  readonly panel: string;
  readonly live: string;
  readonly held: string;
  readonly owns: string;
  readonly entry: string;
  readonly plain: string;
  readonly ok: string;
  readonly bad: string;
  readonly chipL: string;
  readonly chipC: string;
  readonly text: string;
  readonly dots: DotColors;
}

/** A line as the canvas takes it. */
export interface WirePath {
  /** What it was made for: where its ends were. */
  readonly place: string;
  /** To be filled when dotted, else to be stroked. */
  readonly line: Path2D;
  readonly end: Point;
  /** The point before the end. */
  readonly before: Point;
}

/** Side of a dot, px. */
const DOT = 1.7;
/** Length of a stroke and of the gap after it, px. */
const DASHES: Partial<Record<WireKind, readonly [on: number, off: number]>> = {
  selects: [DOT, 3],
  stub: [DOT, 3],
  held: [5, 4],
  uses: [2, 3],
};

/** The path along the points; dots and dashes are laid out here, since the canvas's own dashing costs several times as much. */
export function wirePath(kind: WireKind, points: readonly Point[], place: string): WirePath {
  const line = new Path2D();
  const dash = DASHES[kind];
  if (!dash) {
    line.moveTo(...points[0]!);
    for (const point of points.slice(1)) line.lineTo(...point);
  } else if (isDotted(kind)) dashes(points, dash, (x, y) => line.rect(x - DOT / 2, y - DOT / 2, DOT, DOT));
  else {
    dashes(points, dash, (x, y, dx, dy) => {
      line.moveTo(x, y);
      line.lineTo(x + dx, y + dy);
    });
  }
  const end = points.at(-1)!;
  return { place, line, end, before: points.at(-2) ?? [end[0] - 1, end[1]] };
}

const isDotted = (kind: WireKind): boolean => kind === 'selects' || kind === 'stub';

/** Calls for each dash along the points: where it begins, and how far it goes. */
function dashes(
  points: readonly Point[],
  [on, off]: readonly [number, number],
  dash: (x: number, y: number, dx: number, dy: number) => void,
): void {
  let next = 0; // from the start of the stretch
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1]!, points[i]!];
    const size = length(a, b);
    if (size === 0) continue;
    const [dx, dy] = [(b[0] - a[0]) / size, (b[1] - a[1]) / size];
    for (; next < size; next += on + off) dash(a[0] + dx * next, a[1] + dy * next, dx * on, dy * on);
    next -= size;
  }
}

/** Paints a line and what it ends in. @param halo keep crossing lines apart */
export function paintWire(context: CanvasRenderingContext2D, wire: Wire, path: WirePath, colors: Colors, halo: boolean): void {
  const { kind, quiet, count } = wire;
  const color = colorOf(wire, colors);
  context.lineCap = 'butt';
  context.lineJoin = 'round';
  if (kind === 'ready' && halo && !quiet) {
    context.strokeStyle = colors.panel;
    context.lineWidth = 5;
    context.stroke(path.line);
  }
  context.fillStyle = context.strokeStyle = color;
  context.lineWidth = kind === 'ready' && !quiet ? (count > 1 ? 3 : 2) : 1.4;
  if (isDotted(kind)) context.fill(path.line);
  else context.stroke(path.line);
  const [x, y] = path.end;
  if (kind === 'ready' || kind === 'held') {
    context.beginPath();
    context.arc(x, y, quiet ? 3 : 4.5, 0, Math.PI * 2);
    if (kind === 'held') {
      context.fillStyle = colors.panel;
      context.lineWidth = 1.8;
    }
    context.fill();
    context.stroke();
  } else if (kind === 'stub') {
    context.lineWidth = 1.8;
    context.beginPath();
    context.moveTo(x + 4, y - 4);
    context.lineTo(x - 4, y + 4);
    context.moveTo(x - 4, y - 4);
    context.lineTo(x + 4, y + 4);
    context.stroke();
  } else if (kind === 'entry') {
    const angle = Math.atan2(y - path.before[1], x - path.before[0]);
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(x - 7 * Math.cos(angle - 0.45), y - 7 * Math.sin(angle - 0.45));
    context.lineTo(x - 7 * Math.cos(angle + 0.45), y - 7 * Math.sin(angle + 0.45));
    context.fill();
  }
}

function colorOf({ kind, hue, quiet }: Wire, colors: Colors): string {
  if (isDotted(kind)) return hue === undefined ? colors.plain : `oklch(${colors.chipL} ${colors.chipC} ${hue})`;
  if (kind === 'ready') return quiet ? colors.owns : colors.live;
  return kind === 'held' || kind === 'entry' ? colors[kind] : colors.owns;
}

/** The first part (0 to 1) of a path. */
export function along(points: readonly Point[], part: number): Point[] {
  let total = 0;
  for (let i = 1; i < points.length; i++) total += length(points[i - 1]!, points[i]!);
  let left = total * Math.min(1, Math.max(0, part));
  const taken: Point[] = [points[0]!];
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1]!, points[i]!];
    const size = length(a, b);
    if (size >= left) {
      const t = size === 0 ? 0 : left / size;
      taken.push([a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]);
      return taken;
    }
    left -= size;
    taken.push(b);
  }
  return taken;
}

/** The colours of the theme, as the style sheet has them. */
export function readColors(root: HTMLElement): Colors {
  const style = getComputedStyle(root);
  const read = (name: string) => style.getPropertyValue(`--dd-${name}`).trim();
  return {
    panel: read('ground'),
    live: read('live'),
    held: read('held'),
    owns: read('owns'),
    entry: read('entry'),
    plain: read('muted'),
    ok: read('ok'),
    bad: read('bad'),
    chipL: read('chip-line-l'),
    chipC: read('chip-line-c'),
    text: read('text'),
    dots: {
      ok: read('ok'),
      busy: read('busy'),
      warn: read('warn'),
      bad: read('bad'),
      gone: read('muted'),
      done: read('muted'),
      ink: read('panel'),
      border: read('border-strong'),
      focus: read('focus'),
    },
  };
}
