// Colours of labels: one hue for each key and value, the same every time, distinct among those on screen as far as hues last.
import { isMade } from './services.ts';

/** Degrees of oklch hue; far from each other first, clear of the red that means broken and of the accent's blue-green. */
const HUES = [262, 320, 75, 290, 155, 350, 110, 305, 52, 240];

/** Gives out hues; keep one for the life of a picture. */
export class LabelHues {
  private readonly given = new Map<string, number>();
  private readonly used = new Set<number>();

  /** The hue of a label in degrees; undefined for those that controllers add, which stay grey. */
  hue(key: string, value: string): number | undefined {
    if (isMade(key)) return undefined;
    const text = `${key}=${value}`;
    const known = this.given.get(text);
    if (known !== undefined) return known;
    const start = hash(text) % HUES.length;
    let index = start;
    if (this.used.size < HUES.length) while (this.used.has(index)) index = (index + 1) % HUES.length;
    this.used.add(index);
    this.given.set(text, HUES[index]!);
    return HUES[index];
  }
}

function hash(text: string): number {
  let value = 2166136261;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 16777619);
  return (value ^ (value >>> 15)) >>> 0;
}

/** Labels in the order the picture shows them: those that Services select by, others, those that controllers add. `wanted` holds `key=value`. */
export function orderLabels(labels: Readonly<Record<string, string>>, wanted: ReadonlySet<string>): [string, string][] {
  const rank = ([key, value]: readonly [string, string]) => (wanted.has(`${key}=${value}`) ? 0 : isMade(key) ? 2 : 1);
  // Of what controllers add, the shortest says most: job-name=once before its uid.
  const length = (label: readonly [string, string]) => (rank(label) === 2 ? label[0].length + label[1].length : 0);
  return Object.entries(labels).sort((a, b) => rank(a) - rank(b) || length(a) - length(b) || (a[0] < b[0] ? -1 : 1));
}
