// Widths of text, so that nothing overlaps. In a page by the browser's own measure; elsewhere by an average letter.
/** By font, then by text. */
const widths = new Map<string, Map<string, number>>();
let context: CanvasRenderingContext2D | null | undefined;

/** Width of a text in px, in a CSS font such as `600 12px sans-serif`. */
export function textWidth(text: string, font: string): number {
  let ofFont = widths.get(font);
  if (!ofFont) widths.set(font, (ofFont = new Map()));
  const known = ofFont.get(text);
  if (known !== undefined) return known;
  if (context === undefined) context = typeof document === 'undefined' ? null : document.createElement('canvas').getContext('2d');
  let width: number;
  if (context) {
    context.font = font;
    width = context.measureText(text).width;
  } else width = text.length * (Number(/(\d+(?:\.\d+)?)px/.exec(font)?.[1] ?? 12) * 0.56);
  if (ofFont.size > 5000) ofFont.clear();
  ofFont.set(text, width);
  return width;
}

/** How many of the given widths fit side by side, when the rest must be told as `+n` in `more` px. */
export function howManyFit(sizes: readonly number[], gap: number, room: number, more: number): number {
  let used = 0;
  for (const [index, size] of sizes.entries()) {
    const next = used + (index > 0 ? gap : 0) + size;
    const rest = index < sizes.length - 1 ? gap + more : 0;
    if (next + rest > room && index > 0) return index;
    used = next;
  }
  return sizes.length;
}
