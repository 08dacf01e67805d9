// What moves: boxes glide to their places, lines form and break on a canvas, requests travel. Holds no facts, only where things are now.
import { drawDots } from './dots.ts';
import type { Box, FoldBox } from './layout.ts';
import { along, type Colors, paintWire, readColors, type WirePath, wirePath } from './paint.ts';
import { course, type Point, type Wire, type WireKind } from './wires.ts';

/** One stretch of a request's way. */
export interface Leg {
  /** Box keys of both ends; a wire that joins them is followed, else a straight line. */
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

export interface Journey {
  readonly id: number;
  readonly legs: readonly Leg[];
  readonly failed: boolean;
  /** Said at the end: the status, or why it failed. */
  readonly end: string;
}

interface Drawn {
  wire: Wire;
  /** 0 to 1: how far it is there. */
  shown: number;
  wanted: boolean;
  /** Its signature. */
  look: string;
  /** Kept from paint to paint while both ends stand still. */
  path?: WirePath | undefined;
}

interface Packet {
  readonly journey: Journey;
  readonly bubble: HTMLElement | undefined;
  leg: number;
  back: boolean;
  at: number;
  /** ms left to stand still at the end. */
  rest: number | undefined;
  text: string;
}

/** A thing that something just happened to: a ring that spreads from its box, with a word. */
interface Ripple {
  readonly key: string;
  readonly text: string;
  readonly tone: 'ok' | 'live' | 'bad';
  /** ms until it begins, then ms that it runs. */
  wait: number;
  age: number;
}

const GLIDE_MS = 85;
const RIPPLE_MS = 900;
const MAX_RIPPLES = 24;
const PULSE_MS = 1400;
/** With more lines than this they have no halo: it costs as much as the line. */
const CROWD = 80;
/** A pulse is slow: it need not be painted in every frame. */
const PULSE_STEP_MS = 70;
/** With more lines than this they form and break at once: each step of one would paint them all again. */
const MANY_LINES = 40;
const LINE_MS = 260;
const LEG_MS = 430;
const BACK_MS = 190;
const REST_MS = 1400;
const REST_FAILED_MS = 4200;
const MAX_PACKETS = 40;
const MAX_BUBBLES = 2;
/** px of the screen around the visible part that the canvas covers, so that native scrolling shows drawn lines. */
const OVERSCAN = 160;
/** While somebody zooms, what is drawn is scaled, and drawn anew no oftener than this, ms. */
const REDRAW_MS = 150;

export class Scene {
  private readonly elements = new Map<string, Set<HTMLElement>>();
  private readonly now = new Map<string, [number, number]>();
  private targets: ReadonlyMap<string, Box> = new Map();
  /** Boxes that are not yet at their place. */
  private readonly moving = new Set<string>();
  private folds: readonly FoldBox[] = [];
  private clock = 0;
  private over: string | undefined;
  private ripples: Ripple[] = [];
  /** What the lines looked like when they were last painted anew. */
  private painted = '';
  private pulsedAt = 0;
  /** What must be painted again as a whole: the lines under the cards, and what lies above them. */
  private dirty = { back: true, front: true };
  /** Folded cards whose squares must be painted again, where the rest of the front need not. */
  private readonly stale = new Set<string>();
  private readonly lines = new Map<string, Drawn>();
  private lit: ReadonlySet<string> | undefined;
  private gone: ReadonlySet<string> = new Set();
  private packets: Packet[] = [];
  private view = { x: 0, y: 0, w: 0, h: 0, zoom: 1 };
  /** When it was last drawn for another part. */
  private viewedAt = 0;
  private frame = 0;
  private last = 0;
  private colors: Colors | undefined;
  private first = true;
  /** No motion: everything is at its place at once, and requests are told in text only. */
  still = false;

  private root: HTMLElement | undefined;
  private back: HTMLCanvasElement | undefined;
  private front: HTMLCanvasElement | undefined;
  private bubbles: HTMLElement | undefined;

  /** Gives it its canvases: one under the cards, one above, and the element that holds what requests say. */
  mount(root: HTMLElement, back: HTMLCanvasElement, front: HTMLCanvasElement, bubbles: HTMLElement): void {
    Object.assign(this, { root, back, front, bubbles });
  }

  /** Connects an element that shows a box; it is moved by its transform. Answers how to disconnect it. */
  attach(key: string, element: HTMLElement): () => void {
    const own = this.elements.get(key) ?? new Set();
    this.elements.set(key, own.add(element));
    const target = this.targets.get(key);
    const at = this.now.get(key) ?? (target && [target.x, target.y]);
    if (at) place(element, at as Point);
    return () => {
      own.delete(element);
      if (own.size === 0 && this.elements.get(key) === own) this.elements.delete(key);
    };
  }

  private move(key: string): void {
    for (const element of this.elements.get(key) ?? []) place(element, this.now.get(key)!);
  }

  /**
   * @param births where a new box comes from: box key -> key of the box it slides out of
   */
  setBoxes(boxes: ReadonlyMap<string, Box>, births: ReadonlyMap<string, string>): void {
    this.targets = boxes;
    let changed = false;
    for (const key of this.now.keys()) {
      if (boxes.has(key)) continue;
      this.now.delete(key);
      this.moving.delete(key);
      changed = true;
    }
    for (const [key, box] of boxes) {
      const at = this.now.get(key);
      if (at && !this.still) {
        if (at[0] === box.x && at[1] === box.y) continue;
        this.moving.add(key);
        changed = true;
        continue;
      }
      if (at && at[0] === box.x && at[1] === box.y) continue;
      changed = true;
      const origin = this.first || this.still ? undefined : boxes.get(births.get(key) ?? '');
      this.now.set(key, origin ? [origin.x, origin.y] : [box.x, box.y]);
      if (origin) this.moving.add(key);
      this.move(key);
    }
    this.first = false;
    if (changed) this.touch('back', 'front');
  }

  /** The lines that should be there; others fade where they are. */
  setWires(wires: readonly Wire[]): void {
    for (const drawn of this.lines.values()) drawn.wanted = false;
    const fresh = this.lines.size === 0;
    const tally: Record<string, number> = {};
    const looks = wires.map(signature);
    const painted = looks.join();
    for (const [index, wire] of wires.entries()) {
      const look = looks[index]!;
      tally[wire.kind] = (tally[wire.kind] ?? 0) + wire.count;
      const drawn = this.lines.get(wire.key);
      if (drawn) Object.assign(drawn, { wire, look, wanted: true });
      else this.lines.set(wire.key, { wire, look, shown: fresh || this.still ? 1 : 0, wanted: true });
    }
    // What is painted can be asked for: by tests, and by whoever looks with the inspector of the browser.
    if (this.back) this.back.dataset['lines'] = JSON.stringify(tally);
    if (painted === this.painted && !this.still) return;
    this.painted = painted;
    this.touch('back');
  }

  /** The folded Pods, painted as squares. `clock` is the real time of the slots. */
  setFolds(folds: readonly FoldBox[], clock: number): void {
    const before = new Map(this.folds.map((fold) => [fold.key, fold]));
    this.folds = folds.filter((fold) => fold.folded);
    this.clock = clock;
    let placesAlike = true;
    for (const fold of this.folds) {
      const old = before.get(fold.key);
      if (!old || !looksAlike(old, fold)) this.stale.add(fold.key);
      placesAlike &&= old !== undefined && old.box.w === fold.box.w && old.box.h === fold.box.h;
      before.delete(fold.key);
    }
    if (!placesAlike || before.size > 0) this.touch('front');
    else if (this.stale.size > 0) this.wake();
  }

  /** The Pod under the pointer, among the squares. */
  setOver(key: string | undefined): void {
    this.over = key;
    this.touch('front');
  }

  /** Shows, one after the other, what happened to boxes: a ring and a word on each. */
  ripple(steps: readonly { readonly key: string; readonly text: string; readonly tone: Ripple['tone']; readonly wait: number }[]): void {
    if (this.still) return;
    for (const step of steps) if (this.ripples.length < MAX_RIPPLES) this.ripples.push({ ...step, age: 0 });
    this.touch('front');
  }

  /** Keys of Pods that are gone: only that they go is still told of them. */
  setGone(keys: ReadonlySet<string>): void {
    this.gone = keys;
  }

  /** Keys that are lit; the lines of others are dimmed. Undefined: nothing is singled out. */
  setLit(lit: ReadonlySet<string> | undefined): void {
    this.lit = lit;
    this.touch('back', 'front');
  }

  /** The visible part, in px of the layout; `moving`: its zoom goes on changing, which is told when it rests. */
  setView(x: number, y: number, w: number, h: number, zoom: number, moving = false): void {
    const { view } = this;
    const now = performance.now();
    if (moving && zoom !== view.zoom && now - this.viewedAt < REDRAW_MS) return;
    const inside = zoom === view.zoom && x >= view.x && y >= view.y && x + w <= view.x + view.w && y + h <= view.y + view.h;
    const over = OVERSCAN / zoom;
    const much = view.w > w + over * 3 || view.h > h + over * 3;
    if (inside && !much) return;
    this.viewedAt = now;
    this.view = { x: Math.max(0, x - over), y: Math.max(0, y - over), w: w + over * 2, h: h + over * 2, zoom };
    const scale = zoom * (window.devicePixelRatio || 1);
    for (const canvas of [this.back, this.front]) {
      if (!canvas) continue;
      // The same for each zoom: new room costs more than what is drawn in it.
      const [width, height] = [Math.round(this.view.w * scale), Math.round(this.view.h * scale)];
      if (canvas.width !== width) canvas.width = width;
      if (canvas.height !== height) canvas.height = height;
      Object.assign(canvas.style, {
        width: `${this.view.w}px`,
        height: `${this.view.h}px`,
        transform: `translate(${this.view.x}px, ${this.view.y}px)`,
      });
    }
    this.dirty = { back: true, front: true };
    this.draw();
  }

  /** Colours changed. */
  repaint(): void {
    this.colors = undefined;
    this.touch('back', 'front');
  }

  /** Sends a request on its way. */
  play(journey: Journey): void {
    if (this.still || journey.legs.length === 0 || this.packets.length >= MAX_PACKETS) return;
    let bubble: HTMLElement | undefined;
    if (this.packets.filter((packet) => packet.bubble).length < MAX_BUBBLES) {
      bubble = document.createElement('div');
      bubble.className = 'dd-bubble';
      this.bubbles?.append(bubble);
    }
    this.packets.push({ journey, bubble, leg: 0, back: false, at: 0, rest: undefined, text: '' });
    this.touch('front');
  }

  dispose(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    for (const packet of this.packets) packet.bubble?.remove();
    this.packets = [];
    this.ripples = [];
    this.root = undefined;
  }

  private touch(...canvases: readonly ('back' | 'front')[]): void {
    for (const canvas of canvases) this.dirty[canvas] = true;
    this.wake();
  }

  /** Goes on in the next frame. */
  private wake(): void {
    if (this.frame || !this.root) return;
    this.last = performance.now();
    this.frame = requestAnimationFrame((time) => this.tick(time));
  }

  private tick(time: number): void {
    this.frame = 0;
    const passed = Math.min(64, Math.max(0, time - this.last));
    this.last = time;
    const moving = this.glide(passed);
    const changing = this.fade(passed);
    const above = this.packets.length > 0 || this.ripples.length > 0;
    this.travel(passed);
    this.spread(passed);
    const pulsing = this.still ? NONE : this.folds.filter((fold) => this.inSight(fold) && pulses(fold));
    if (moving || changing) this.dirty.back = true;
    if (pulsing.length > 0 && time - this.pulsedAt > PULSE_STEP_MS) {
      this.pulsedAt = time;
      for (const fold of pulsing) this.stale.add(fold.key);
    }
    if (moving || above) this.dirty.front = true;
    this.draw();
    if (moving || changing || above || pulsing.length > 0) this.frame = requestAnimationFrame((next) => this.tick(next));
  }

  private glide(passed: number): boolean {
    const part = this.still ? 1 : 1 - Math.exp(-passed / GLIDE_MS);
    for (const key of this.moving) {
      const target = this.targets.get(key)!;
      const at = this.now.get(key)!;
      at[0] += (target.x - at[0]) * part;
      at[1] += (target.y - at[1]) * part;
      if (Math.abs(target.x - at[0]) + Math.abs(target.y - at[1]) < 0.4) {
        [at[0], at[1]] = [target.x, target.y];
        this.moving.delete(key);
      }
      this.move(key);
    }
    return this.moving.size > 0;
  }

  private fade(passed: number): boolean {
    let changing = false;
    const step = this.still || this.lines.size > MANY_LINES ? 1 : passed / LINE_MS;
    for (const [key, drawn] of this.lines) {
      const goal = drawn.wanted ? 1 : 0;
      if (drawn.shown === goal) {
        if (goal === 0) this.lines.delete(key);
        continue;
      }
      drawn.shown = goal > drawn.shown ? Math.min(1, drawn.shown + step) : Math.max(0, drawn.shown - step);
      changing = true;
    }
    return changing;
  }

  private spread(passed: number): void {
    this.ripples = this.ripples.filter((ripple) => {
      if (ripple.wait > 0) ripple.wait -= passed;
      else ripple.age += passed;
      return ripple.age < RIPPLE_MS && this.targets.has(ripple.key) && (ripple.tone === 'bad' || !this.gone.has(ripple.key));
    });
    // The newest on a box takes the place of those before it.
    const newest = new Map(this.ripples.flatMap((ripple) => (ripple.wait > 0 ? [] : [[ripple.key, ripple] as const])));
    this.ripples = this.ripples.filter((ripple) => ripple.wait > 0 || newest.get(ripple.key) === ripple);
  }

  private inSight(fold: FoldBox): boolean {
    return fold.box.y + fold.box.h > this.view.y && fold.box.y < this.view.y + this.view.h;
  }

  private readonly boxAt = (key: string): Point | undefined => this.now.get(key);

  /** The points of one leg: along a wire when one joins its ends, the middle of a box otherwise. */
  private path(leg: Leg): Point[] | undefined {
    for (const kind of ['ready', 'held', 'entry'] satisfies WireKind[]) {
      for (const { wire, wanted } of this.lines.values()) {
        if (!wanted || wire.kind !== kind) continue;
        if (wire.from.box === leg.from && wire.to.box === leg.to) return course(wire, this.boxAt);
        if (wire.from.box === leg.to && wire.to.box === leg.from) return course(wire, this.boxAt)?.reverse();
      }
    }
    const [a, b] = [this.middle(leg.from), this.middle(leg.to)];
    if (!a || !b) return undefined;
    const [from, to] = [this.targets.get(leg.from)!, this.targets.get(leg.to)!];
    const ltr = b[0] - b[2] > a[0] + a[2] - 8;
    const anchor = (side: 'from' | 'to', box: Box) => ({
      box: leg[side],
      dx: ltr === (side === 'from') ? box.w : 0,
      dy: Math.min(box.h / 2, 18),
    });
    if (ltr || b[0] + b[2] < a[0] - a[2] + 8) return course({ from: anchor('from', from), to: anchor('to', to) }, this.boxAt);
    return course(
      { from: { box: leg.from, dx: from.w / 2, dy: from.h / 2 }, to: { box: leg.to, dx: to.w / 2, dy: Math.min(to.h / 2, 18) } },
      this.boxAt,
    );
  }

  private middle(key: string): readonly [x: number, y: number, halfWidth: number] | undefined {
    const at = this.now.get(key);
    const box = this.targets.get(key);
    return at && box && [at[0] + box.w / 2, at[1] + box.h / 2, box.w / 2];
  }

  private travel(passed: number): void {
    this.packets = this.packets.filter((packet) => {
      const { legs, failed, end } = packet.journey;
      if (packet.rest !== undefined) {
        packet.rest -= passed;
        if (packet.rest > 0) return true;
        packet.bubble?.remove();
        return false;
      }
      packet.at += passed / (packet.back ? BACK_MS : LEG_MS);
      while (packet.at >= 1 && packet.rest === undefined) {
        packet.at -= 1;
        if (!packet.back) {
          if (packet.leg < legs.length - 1) packet.leg++;
          else if (failed) [packet.at, packet.rest] = [1, REST_FAILED_MS];
          else packet.back = true;
        } else if (packet.leg > 0) packet.leg--;
        else [packet.at, packet.rest] = [1, REST_MS];
      }
      packet.text = packet.rest !== undefined || packet.back ? end : legs[packet.leg]!.label;
      return true;
    });
  }

  private draw(): void {
    const back = this.back?.getContext('2d');
    const front = this.front?.getContext('2d');
    if (!this.root || !back || !front || this.view.w === 0) return;
    this.colors ??= readColors(this.root);
    const { dirty, lit, over, clock } = this;
    this.dirty = { back: false, front: false };
    const scale = this.view.zoom * (window.devicePixelRatio || 1);
    for (const context of [back, front]) context.setTransform(scale, 0, 0, scale, -this.view.x * scale, -this.view.y * scale);
    const clear = (context: CanvasRenderingContext2D) => context.clearRect(this.view.x, this.view.y, this.view.w + 1, this.view.h + 1);
    if (dirty.back) {
      clear(back);
      for (const kind of ['owns', 'uses', 'entry', 'selects', 'stub', 'held', 'ready'] satisfies WireKind[]) {
        for (const drawn of this.lines.values()) if (drawn.wire.kind === kind) this.drawWire(back, drawn, this.colors);
      }
    }
    if (dirty.front) clear(front);
    else if (this.stale.size === 0) return;
    const pulse = this.still ? 1 : 0.62 + 0.38 * Math.sin((performance.now() / PULSE_MS) * Math.PI * 2);
    for (const fold of this.folds) {
      const at = this.now.get(fold.key);
      if (!at || !this.inSight(fold) || !(dirty.front || this.stale.has(fold.key))) continue;
      if (!dirty.front) front.clearRect(at[0] + 1, at[1] + fold.top - 3, fold.box.w - 2, fold.box.h - fold.top + 2);
      drawDots(front, fold, at, { colors: this.colors.dots, pulse, now: clock, lit, over });
    }
    this.stale.clear();
    if (!dirty.front) return;
    for (const ripple of this.ripples) this.drawRipple(front, ripple, this.colors);
    for (const packet of this.packets) this.drawPacket(front, packet, this.colors);
  }

  private drawWire(context: CanvasRenderingContext2D, drawn: Drawn, colors: Colors): void {
    const { wire, look, shown } = drawn;
    const [from, to] = [this.now.get(wire.from.box), this.now.get(wire.to.box)];
    if (!from || !to || shown === 0 || (wire.kind === 'uses' && !this.lit)) return;
    const dim = this.lit && !(this.lit.has(wire.touches[0]!) && wire.touches.some((key, index) => index > 0 && this.lit!.has(key)));
    if (wire.kind === 'uses' && dim) return;
    const place = `${from[0]},${from[1]},${to[0]},${to[1]},${shown},${look}`;
    if (drawn.path?.place !== place) {
      const points = course(wire, this.boxAt)!;
      drawn.path = wirePath(wire.kind, shown < 1 ? along(points, shown) : points, place);
    }
    context.globalAlpha = shown * (dim ? 0.13 : 1);
    paintWire(context, wire, drawn.path, colors, !dim && this.lines.size < CROWD);
    context.globalAlpha = 1;
  }

  private drawRipple(context: CanvasRenderingContext2D, { key, text, tone, wait, age }: Ripple, colors: Colors): void {
    const at = this.now.get(key);
    const box = this.targets.get(key);
    if (!at || !box || wait > 0) return;
    const part = age / RIPPLE_MS;
    const grow = 2 + 7 * part;
    context.globalAlpha = 1 - part;
    context.strokeStyle = colors[tone];
    context.lineWidth = 3 - 2 * part;
    context.beginPath();
    context.roundRect(at[0] - grow, at[1] - grow, box.w + grow * 2, box.h + grow * 2, 10 + grow);
    context.stroke();
    if (text) {
      context.globalAlpha = Math.min(1, 2.4 * (1 - part));
      context.font = '600 10.5px system-ui, sans-serif';
      const w = context.measureText(text).width + 12;
      const x = at[0] + box.w - w - 6;
      const y = at[1] - 9;
      context.fillStyle = colors[tone];
      context.beginPath();
      context.roundRect(x, y, w, 17, 5);
      context.fill();
      context.fillStyle = colors.panel;
      context.textBaseline = 'middle';
      context.fillText(text, x + 6, y + 9);
    }
    context.globalAlpha = 1;
  }

  private drawPacket(context: CanvasRenderingContext2D, packet: Packet, colors: Colors): void {
    const points = this.path(packet.journey.legs[packet.leg]!);
    if (!points) {
      if (packet.bubble) packet.bubble.style.opacity = '0';
      return;
    }
    const [x, y] = along(points, packet.back || (packet.rest !== undefined && !packet.journey.failed) ? 1 - packet.at : packet.at).at(-1)!;
    const failed = packet.rest !== undefined && packet.journey.failed;
    context.fillStyle = failed ? colors.bad : packet.back || packet.rest !== undefined ? colors.ok : colors.live;
    context.strokeStyle = colors.panel;
    context.lineWidth = 2.5;
    context.beginPath();
    context.arc(x, y, failed ? 9 : 6.5, 0, Math.PI * 2);
    context.stroke();
    context.fill();
    if (failed) {
      context.lineWidth = 2;
      context.beginPath();
      context.moveTo(x - 3.2, y - 3.2);
      context.lineTo(x + 3.2, y + 3.2);
      context.moveTo(x + 3.2, y - 3.2);
      context.lineTo(x - 3.2, y + 3.2);
      context.stroke();
    }
    const { bubble } = packet;
    if (!bubble) return;
    if (bubble.textContent !== packet.text) bubble.textContent = packet.text;
    bubble.classList.toggle('failed', failed);
    bubble.classList.toggle('back', packet.back || (packet.rest !== undefined && !failed));
    const half = bubble.offsetWidth / 2;
    const right = Math.max(half * 2 + 12, this.root!.offsetWidth - 6);
    const bx = Math.min(Math.max(x, half + 6), right - half);
    bubble.style.opacity = '1';
    bubble.style.transform = `translate(${bx - half}px, ${y > 46 ? y - 38 : y + 16}px)`;
  }
}

/** All that decides how a line is painted. */
const signature = (wire: Wire): string =>
  `${wire.key}|${wire.from.dx},${wire.from.dy}|${wire.to.dx},${wire.to.dy}|${wire.hue}|${wire.rail}|${wire.count > 1}`;

/** Tones of Pods that are on their way. */
const PULSING: ReadonlySet<string> = new Set(['busy', 'gone']);
const NONE: readonly FoldBox[] = [];

/** Some square of it pulses. */
const pulses = (fold: FoldBox): boolean => fold.band.slots.some((slot) => slot.freedAt === undefined && PULSING.has(slot.pod.status.tone));

/** Both are painted the same. What a Pod left behind changes with time alone. */
function looksAlike(a: FoldBox, b: FoldBox): boolean {
  const [before, after] = [a.band.slots, b.band.slots];
  return (
    a.perRow === b.perRow &&
    a.cell === b.cell &&
    a.left === b.left &&
    a.top === b.top &&
    before.length === after.length &&
    after.every((slot, index) => slot === before[index] && slot.freedAt === undefined)
  );
}

function place(element: HTMLElement, at: Point): void {
  element.style.transform = `translate(${at[0]}px, ${at[1]}px)`;
}
