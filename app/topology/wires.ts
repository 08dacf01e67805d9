// The lines of the picture: what joins what, from where to where, and how it is painted.

import type { LabelHues } from './labels.ts';
import { type Box, FOLD_SOCKET, type Layout, POD_H, serviceAnatomy, setOffset, shownRules } from './layout.ts';
import type { LinkView, Model, ServiceView } from './model.ts';
import { isApiServer } from './services.ts';

/** A place on a box's edge, from the box's own corner, so that it moves with the box. */
export interface Anchor {
  readonly box: string;
  readonly dx: number;
  readonly dy: number;
}

/** `selects`: labels match. `ready`, `held`: an EndpointSlice holds a ready endpoint, or one that is not. `owns`, `entry`: the rest; `uses` is painted only when lit. */
export type WireKind = 'selects' | 'ready' | 'held' | 'owns' | 'uses' | 'entry' | 'stub';

export interface Wire {
  readonly key: string;
  readonly kind: WireKind;
  readonly from: Anchor;
  readonly to: Anchor;
  /** x of a vertical gutter that the line runs along; undefined: a curve. */
  readonly rail?: number;
  /** How far above its end the line runs before it goes down to it, px. */
  readonly above?: number;
  readonly hue?: number | undefined;
  /** Drawn thin: it is there in every cluster. */
  readonly quiet?: boolean;
  /** Box keys and Pod keys that light it. */
  readonly touches: readonly string[];
  /** How many links it stands for. */
  readonly count: number;
}

/** Pods' anchors: traffic arrives beside the name, a selector at the labels. */
const SOCKET = 18;
const CHIPS = POD_H - 16;
/** The dot at a line's end stands clear of the card, px. */
const CLEAR = 6;

interface Bundle {
  readonly wire: Omit<Wire, 'touches' | 'count'>;
  readonly touches: string[];
  count: number;
}

/** Adds one more link to a wire that is there. */
function join(bundle: Bundle | undefined, target: string): boolean {
  bundle?.touches.push(target);
  if (bundle) bundle.count++;
  return bundle !== undefined;
}

export function buildWires(model: Model, layout: Layout, hues: LabelHues): Wire[] {
  const wires: Wire[] = [];
  const narrow = layout.mode === 'narrow';
  const services = new Map(model.services.map((service) => [service.key, service]));
  const sockets = new Map(layout.pods.map((pod) => [pod.key, pod.small ? [9, 17] : [SOCKET, CHIPS]] as const));
  const railOf = (index: number) => layout.width - 34 + (index % 4) * 8;
  const order = new Map(model.services.map((service, index) => [service.key, index]));

  const socket = (key: string, row: 0 | 1): Anchor | undefined => {
    const box = layout.boxes.get(key);
    if (!box) return undefined;
    const heights = sockets.get(key);
    const dy = heights
      ? heights[row]!
      : key.startsWith('fold:')
        ? row === 0
          ? FOLD_SOCKET
          : Math.min(box.h - 10, 24)
        : box.h / 2 + (row === 0 ? -4 : 4);
    const clear = row === 0 ? CLEAR : 0;
    return { box: key, dx: narrow ? box.w + clear : -clear, dy };
  };
  const outlet = (service: ServiceView, row: 'port' | 'selector', port = 0): Anchor => {
    const anatomy = serviceAnatomy(service, layout.compact);
    const box = layout.boxes.get(service.key)!;
    return { box: service.key, dx: box.w, dy: row === 'selector' ? anatomy.selector : (anatomy.ports[port] ?? anatomy.selector) };
  };

  // Services to Pods and addresses; links to Pods of one folded card make one wire of each kind. Nothing is made for a link but its
  // first of a wire: there are as many as Pods.
  const bundles = new Map<string, Bundle>();
  const of = new Map<string, Partial<Record<WireKind, Bundle>>>();
  const begin = (kind: WireKind, link: LinkView, place: string, ends: Pick<Wire, 'from' | 'to' | 'rail' | 'hue' | 'quiet'>): Bundle => {
    const key = `${kind}/${link.service}>${place}`;
    const bundle = { wire: { key, kind, ...ends }, touches: [link.service, link.target, place], count: 1 };
    bundles.set(key, bundle);
    return bundle;
  };
  for (const link of model.links) {
    const service = services.get(link.service);
    const place = link.target.startsWith('pod:') ? layout.placeOf.get(link.target) : link.target;
    if (!service || !place || !layout.boxes.has(place)) continue;
    const rail = narrow ? railOf(order.get(service.key) ?? 0) : undefined;
    const pair = `${service.key}>${place}`;
    let known = of.get(pair);
    if (!known) of.set(pair, (known = {}));
    if (link.selected && !join(known.selects, link.target)) {
      const [key, value] = Object.entries(service.selector ?? {})[0] ?? ['', ''];
      known.selects = begin('selects', link, place, {
        from: outlet(service, 'selector'),
        to: socket(place, 1)!,
        hue: hues.hue(key, value),
        ...(rail === undefined ? {} : { rail: rail + 3 }),
      });
    }
    const { endpoint } = link;
    const kind = endpoint?.ready ? 'ready' : 'held';
    if (endpoint && !join(known[kind], link.target)) {
      const port = Math.max(
        0,
        service.ports.findIndex((each) => each.resolved.some((number) => endpoint.ports.includes(number))),
      );
      const end = socket(place, 0)!;
      const to = kind === 'held' && place.startsWith('fold:') ? { ...end, dy: end.dy + 5 } : end;
      known[kind] = begin(kind, link, place, {
        from: outlet(service, 'port', port),
        to,
        quiet: isApiServer(service),
        ...(rail === undefined ? {} : { rail }),
      });
    }
  }
  for (const { wire, touches, count } of bundles.values()) wires.push({ ...wire, touches, count });
  for (const service of model.services) {
    if (!service.selector || service.selects > 0) continue;
    const from = outlet(service, 'selector');
    const [key, value] = Object.entries(service.selector)[0] ?? ['', ''];
    wires.push({
      key: `stub/${service.key}`,
      kind: 'stub',
      from,
      to: { ...from, dx: from.dx + (narrow ? 12 : 24) },
      hue: hues.hue(key, value),
      touches: [service.key],
      count: 1,
    });
  }

  // Owners to Pods.
  if (!narrow) {
    const owners = new Map(model.owners.flatMap((owner) => [...owner.sets, { uid: owner.uid }].map((set) => [set.uid, owner] as const)));
    for (const pod of model.pods) {
      const owner = owners.get(pod.controller?.uid ?? '');
      const place = layout.placeOf.get(pod.key);
      const box = place ? layout.boxes.get(place) : undefined;
      if (!owner || !place || !box || !layout.boxes.has(owner.key)) continue;
      const key = `owns/${pod.controller!.uid}>${place}`;
      if (bundles.has(key)) {
        bundles.get(key)!.touches.push(pod.key);
        continue;
      }
      const touches = [owner.key, pod.key, place];
      const wire = {
        key,
        kind: 'owns' as const,
        from: { box: owner.key, dx: 0, dy: setOffset(owner, pod.controller!.uid) },
        to: { box: place, dx: box.w, dy: Math.min(box.h / 2, 32) },
      };
      bundles.set(key, { wire, touches, count: 1 });
      wires.push({ ...wire, touches, count: 1 });
    }
  }

  // What Pods read, beside them.
  for (const { key, view, box } of narrow ? [] : layout.configs) {
    if (box.x < (layout.frames[0]?.box.x ?? 0) + (layout.frames[0]?.box.w ?? 0)) continue;
    for (const user of view.users) {
      const place = layout.placeOf.get(user);
      const target = place ? layout.boxes.get(place) : undefined;
      if (!place || !target) continue;
      const from = { box: key, dx: 0, dy: box.h / 2 };
      const to = { box: place, dx: target.w, dy: Math.min(target.h / 2, 46) };
      wires.push({ key: `uses/${key}>${user}`, kind: 'uses', from, to, touches: [key, user, place], count: 1 });
    }
  }

  // The way in: laptop, the Nodes' addresses, node ports.
  wires.push(...entryWires(model, layout));
  return wires;
}

function entryWires(model: Model, layout: Layout): Wire[] {
  const wires: Wire[] = [];
  const right = (key: string, box: Box): Anchor => ({ box: key, dx: box.w, dy: box.h / 2 });
  const entered = model.services.filter((service) => service.ports.some((port) => port.nodePort));
  const external = model.services.filter((service) => service.externalIPs.length > 0);
  const wide = layout.mode !== 'narrow';
  const left = layout.gutter;

  if (entered.length > 0) {
    for (const [index, door] of layout.doors.entries()) {
      const over = !wide && index > 0; // not through the doors before it
      if (wide && index > 0) {
        const rail = door.box.x - 8;
        const touches = ['laptop', door.key, ...entered.map((each) => each.key)];
        const ends = { from: { box: 'laptop', dx: 2, dy: 29 }, to: { box: door.key, dx: 0, dy: door.box.h / 2 } };
        wires.push({ key: `entry/laptop>${door.key}`, kind: 'entry', ...ends, rail, touches, count: 1 });
        continue;
      }
      const from: Anchor = wide ? { box: 'laptop', dx: 18, dy: layout.laptop.h } : right('laptop', layout.laptop);
      const to: Anchor = wide || over ? { box: door.key, dx: 18, dy: 0 } : { box: door.key, dx: 0, dy: door.box.h / 2 };
      wires.push({
        key: `entry/laptop>${door.key}`,
        kind: 'entry',
        from,
        to,
        ...(over ? { above: 7 } : {}),
        touches: ['laptop', door.key, ...entered.map((each) => each.key)],
        count: 1,
      });
    }
  }
  let rail = 0;
  for (const service of entered) {
    const { ports } = serviceAnatomy(service, layout.compact);
    for (const [index, port] of service.ports.entries()) {
      if (!port.nodePort || index >= 4) continue;
      const to: Anchor = { box: service.key, dx: 0, dy: ports[index]! };
      const x = left - 6 - (rail++ % 3) * 5;
      for (const door of layout.doors) {
        const from: Anchor = wide ? right(door.key, door.box) : { box: door.key, dx: 16 + (rail % 3) * 5, dy: door.box.h };
        wires.push({
          key: `entry/${door.key}>${service.key}/${index}`,
          kind: 'entry',
          from,
          to,
          ...(wide ? {} : { rail: x }),
          touches: [service.key, door.key],
          count: 1,
        });
      }
    }
  }
  for (const { key, view, box } of layout.ingresses) {
    const from: Anchor = { box: 'laptop', dx: 8, dy: layout.laptop.h };
    const to: Anchor = { box: key, dx: 0, dy: 20 };
    wires.push({ key: `entry/laptop>${key}`, kind: 'entry', from, to, rail: box.x - 7, touches: [key, 'laptop'], count: 1 });
    const rows = shownRules(view).length;
    for (const [index, rule] of view.rules.entries()) {
      const service = model.services.find((each) => each.namespace === view.namespace && each.name === rule.service);
      if (!service || !layout.boxes.has(service.key)) continue;
      const { ports } = serviceAnatomy(service, layout.compact);
      const port = Math.max(
        0,
        service.ports.findIndex((each) => String(each.port) === rule.port || each.name === rule.port),
      );
      wires.push({
        key: `entry/${key}>${service.key}/${index}`,
        kind: 'entry',
        from: { box: key, dx: wide ? box.w : 10, dy: wide ? 46 + Math.min(index, rows) * 15 : box.h },
        to: { box: service.key, dx: 0, dy: ports[port] ?? 20 },
        ...(wide ? {} : { rail: left - 6 - (rail++ % 3) * 5 }),
        touches: [service.key, key],
        count: 1,
      });
    }
  }
  for (const service of external) {
    const to: Anchor = { box: service.key, dx: 0, dy: layout.compact ? 15 : 39 };
    const from: Anchor = wide ? right('laptop', layout.laptop) : { box: 'laptop', dx: 14, dy: layout.laptop.h };
    wires.push({
      key: `entry/laptop>${service.key}`,
      kind: 'entry',
      from,
      to,
      ...(wide ? {} : { rail: left - 6 - (rail++ % 3) * 5 }),
      touches: [service.key, 'laptop'],
      count: 1,
    });
  }
  return wires;
}

/** A curve is made of straight stretches of about this length, px: short enough that no corner is to be seen. */
const STRETCH = 12;

export type Point = readonly [x: number, y: number];

/** The wire's course as points, given where its boxes are now. Undefined while a box is missing. */
export function course(
  wire: { readonly from: Anchor; readonly to: Anchor; readonly rail?: number | undefined; readonly above?: number | undefined },
  boxAt: (key: string) => Point | undefined,
): Point[] | undefined {
  const [a, b] = [boxAt(wire.from.box), boxAt(wire.to.box)];
  if (!a || !b) return undefined;
  const start: Point = [a[0] + wire.from.dx, a[1] + wire.from.dy];
  const end: Point = [b[0] + wire.to.dx, b[1] + wire.to.dy];
  if (wire.rail !== undefined) {
    // From the bottom of a door the line first goes down a little, then sideways.
    const corners: Point[] = [start];
    if (wire.rail < Math.min(start[0], end[0]) && wire.from.dx > 0) corners.push([start[0], start[1] + 8], [wire.rail, start[1] + 8]);
    else corners.push([wire.rail, start[1]]);
    corners.push([wire.rail, end[1]], end);
    return rounded(corners, 7);
  }
  if (wire.above !== undefined) {
    const [x, y] = [start[0] + 8, end[1] - wire.above];
    return rounded([start, [x, start[1]], [x, y], [end[0], y], end], 5);
  }
  if (start[1] === end[1] || start[0] === end[0]) return [start, end];
  const reach = Math.max(18, Math.abs(end[0] - start[0]) * 0.5) * Math.sign(end[0] - start[0] || 1);
  const points: Point[] = [];
  const steps = Math.min(60, Math.max(16, Math.ceil(length(start, end) / STRETCH)));
  for (let step = 0; step <= steps; step++)
    points.push(bezier(step / steps, start, [start[0] + reach, start[1]], [end[0] - reach, end[1]], end));
  return points;
}

function bezier(t: number, a: Point, b: Point, c: Point, d: Point): Point {
  const u = 1 - t;
  const [w0, w1, w2, w3] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
  return [w0 * a[0] + w1 * b[0] + w2 * c[0] + w3 * d[0], w0 * a[1] + w1 * b[1] + w2 * c[1] + w3 * d[1]];
}

/** A path along corners, each rounded by up to `radius`. */
function rounded(corners: readonly Point[], radius: number): Point[] {
  const points: Point[] = [corners[0]!];
  for (let i = 1; i < corners.length - 1; i++) {
    const [before, at, after] = [corners[i - 1]!, corners[i]!, corners[i + 1]!];
    const cut = Math.min(radius, length(before, at) / 2, length(at, after) / 2);
    if (cut < 0.5) continue;
    const [p, q] = [towards(at, before, cut), towards(at, after, cut)];
    for (let step = 0; step <= 4; step++) {
      const t = step / 4;
      const u = 1 - t;
      points.push([u * u * p[0] + 2 * u * t * at[0] + t * t * q[0], u * u * p[1] + 2 * u * t * at[1] + t * t * q[1]]);
    }
  }
  points.push(corners.at(-1)!);
  return points;
}

export const length = (a: Point, b: Point) => Math.hypot(b[0] - a[0], b[1] - a[1]);

function towards(from: Point, to: Point, by: number): Point {
  const all = length(from, to) || 1;
  return [from[0] + ((to[0] - from[0]) * by) / all, from[1] + ((to[1] - from[1]) * by) / all];
}
