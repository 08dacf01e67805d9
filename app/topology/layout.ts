// Where everything stands. Pure: model, slots and a width in; boxes in px out. Reads left to right; on a narrow panel top to bottom.
import type { AddressView, Model, NodeView, OwnerView, PodView, ServiceView, SetView } from './model.ts';
import { isApiServer } from './services.ts';
import { type Band, type Slot, type SlotState, WAIT_MS } from './slots.ts';

/**
 * `wide`: outside, Services, Pods in Nodes, owners side by side. `middle`: outside moves above. `narrow`: all below each other, owners
 * become headers above their Pods.
 */
export type Mode = 'wide' | 'middle' | 'narrow';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface NodeBox {
  readonly key: string;
  /** Undefined: the area of Pods without a Node, or a Node that is gone. */
  readonly node: NodeView | undefined;
  readonly name: string;
  readonly pods: number;
  readonly box: Box;
}

export interface PodBox {
  readonly key: string;
  readonly slot: Slot;
  readonly band: Band;
  /** A row with name and state only: one of many that were unfolded. */
  readonly small: boolean;
  readonly box: Box;
}

export interface FoldBox {
  readonly key: string;
  readonly band: Band;
  /** Folded, or the header above the unfolded Pods. */
  readonly folded: boolean;
  readonly cell: number;
  readonly gap: number;
  readonly box: Box;
}

export interface Placed<T> {
  readonly key: string;
  readonly view: T;
  readonly box: Box;
}

export interface LaneBox {
  readonly key: string;
  readonly owner: OwnerView | undefined;
  readonly box: Box;
}

export interface Layout {
  readonly mode: Mode;
  readonly width: number;
  readonly height: number;
  readonly laptop: Box;
  readonly doors: readonly Placed<NodeView>[];
  readonly services: readonly Placed<ServiceView>[];
  readonly nodes: readonly NodeBox[];
  readonly pods: readonly PodBox[];
  readonly folds: readonly FoldBox[];
  readonly lanes: readonly LaneBox[];
  readonly owners: readonly Placed<OwnerView>[];
  readonly addresses: readonly Placed<AddressView>[];
  readonly captions: readonly { readonly id: 'outside' | 'services' | 'pods' | 'owners'; readonly box: Box }[];
  /** Where hints about what to do next may stand. */
  readonly hints: { readonly services: Box; readonly pods: Box };
  /** All boxes by key: `laptop`, `door:NODE`, `svc:..`, `node:..`, `pod:..`, `fold:..`, `lane:..`, `owner:..`, `addr:..`. */
  readonly boxes: ReadonlyMap<string, Box>;
  /** The box that shows a Pod: its own or a folded one. */
  readonly placeOf: ReadonlyMap<string, string>;
  /** x beside the Services along which lines from outside run. */
  readonly gutter: number;
  /** There is room for a word between Services and Pods, at the end of a line. */
  readonly roomy: boolean;
}

export interface LayoutOptions {
  /** px that the panel has. */
  readonly width: number;
  /** A real clock, the same as the slots'. */
  readonly now: number;
  /** What the user folded or unfolded, by band key. */
  readonly folds: ReadonlyMap<string, boolean>;
  readonly shows: (namespace: string) => boolean;
}

export const POD_H = 70;
export const POD_SMALL_H = 26;
export const SERVICE_ROW = { head: 30, ip: 18, port: 26, selector: 26, warn: 16, pad: 8 } as const;
export const QUIET_SERVICE_H = 34;
export const MAX_PORT_ROWS = 4;
export const OWNER_ROW = { head: 56, set: 24, pad: 8 } as const;
export const FOLD_AT = 9;
const FOLD_CARDS_OVER = 80;
const SMALL_OVER = 24;
const MAX_DOORS = 4;
const NODE_HEAD = 32;
const GAP = 8;
const PAD = 10;
const CAPTION = 24;
const MARGIN = 14;
/** Height of the hint about a first command, px. */
const HINT = 132;
/** Narrowest room between Services and Pods, px, and from where it holds a word. */
const FAN = 40;
const ROOMY = 112;

export function modeOf(width: number): Mode {
  return width >= 880 ? 'wide' : width >= 560 ? 'middle' : 'narrow';
}

/** Offsets of a Service card's rows from its top; the card's anatomy for cards, lines and requests alike. */
export function serviceAnatomy(service: ServiceView) {
  if (isApiServer(service))
    return { height: QUIET_SERVICE_H, ports: service.ports.map(() => QUIET_SERVICE_H / 2), selector: QUIET_SERVICE_H / 2 };
  const shown = Math.min(service.ports.length, MAX_PORT_ROWS);
  let y = SERVICE_ROW.head + SERVICE_ROW.ip + 4;
  const ports = service.ports.map((_, index) => y + (Math.min(index, MAX_PORT_ROWS - 1) + 0.5) * SERVICE_ROW.port);
  y += shown * SERVICE_ROW.port + (service.ports.length > MAX_PORT_ROWS ? SERVICE_ROW.warn : 0);
  const selector = y + SERVICE_ROW.selector / 2;
  y += SERVICE_ROW.selector;
  const warnings = service.selector && service.selects === 0 ? (service.nearMiss ? 2 : 1) : 0;
  return { height: y + warnings * SERVICE_ROW.warn + SERVICE_ROW.pad, ports, selector };
}

export const ownerSets = (owner: OwnerView): readonly SetView[] => (owner.kind === 'Deployment' ? owner.sets : []);

export const ownerHeight = (owner: OwnerView): number => {
  const sets = ownerSets(owner).length;
  return OWNER_ROW.head + sets * OWNER_ROW.set + (sets > 0 ? OWNER_ROW.pad : 4);
};

/** Middle of a set's row in its owner's card, from the card's top. */
export function setOffset(owner: OwnerView, uid: string): number {
  const index = ownerSets(owner).findIndex((set) => set.uid === uid);
  return index < 0 ? OWNER_ROW.head / 2 : OWNER_ROW.head + (index + 0.5) * OWNER_ROW.set;
}

/** Column starts and widths for a width: what is left over goes to cards first, then to the room between them. */
function columns(mode: Mode, width: number, entries: boolean) {
  if (mode === 'narrow') {
    const left = entries ? 24 : MARGIN;
    const w = width - left - 40;
    return { left, roomy: false, outside: [left, w], service: [left, w], node: [left, w], owner: [left, w] } as const;
  }
  const wide = mode === 'wide';
  const limited = Math.min(width, 1640);
  const extra = Math.max(0, limited - (wide ? 880 : 560));
  const outside = wide ? 104 + Math.min(56, extra * 0.1) : 0;
  const door = wide ? 40 + Math.min(60, extra * 0.08) : 20;
  const service = wide ? 218 + Math.min(42, extra * 0.1) : Math.min(226, 164 + extra * 0.4);
  const node = wide ? 226 + Math.min(140, extra * 0.3) : Math.min(240, 194 + extra * 0.26);
  const owner = wide ? 150 + Math.min(60, extra * 0.12) : Math.min(156, 96 + extra * 0.38);
  const tail = wide ? 26 + Math.min(60, extra * 0.06) : 22;
  const used = outside + door + service + node + owner + tail + MARGIN * 2;
  const fan = Math.min(300, Math.max(FAN, limited - used));
  const start = Math.max(MARGIN, (width - (used - MARGIN * 2 + fan)) / 2);
  const at = { outside: start, service: start + outside + door, node: start + outside + door + service + fan, owner: 0 };
  at.owner = at.node + node + tail;
  return {
    left: at.service - (wide ? 0 : 6),
    roomy: fan >= ROOMY,
    outside: [at.outside, wide ? outside : at.owner + owner - at.outside],
    service: [at.service, service],
    node: [at.node, node],
    owner: [at.owner, owner],
  } as const;
}

export function layout(model: Model, slots: SlotState, options: LayoutOptions): Layout {
  const { now } = options;
  const width = Math.max(340, options.width);
  const mode = modeOf(width);
  const entries = model.services.some((service) => service.ports.some((port) => port.nodePort) || service.externalIPs.length > 0);
  const column = columns(mode, width, entries);
  const boxes = new Map<string, Box>();
  const put = (key: string, x: number, y: number, w: number, h: number): Box => {
    const box = { x: Math.round(x), y: Math.round(y), w: Math.round(w), h: Math.round(h) };
    boxes.set(key, box);
    return box;
  };
  const captions: Layout['captions'][number][] = [];
  const caption = (id: Layout['captions'][number]['id'], at: readonly [number, number], y: number) =>
    captions.push({ id, box: { x: Math.round(at[0]), y: Math.round(y), w: Math.round(at[1]), h: 16 } });

  // Outside: the laptop, and each Node as a door.
  let top: number = MARGIN;
  caption('outside', column.outside, top);
  const doorNodes = model.nodes.slice(0, MAX_DOORS);
  let laptop: Box;
  const doors: Placed<NodeView>[] = [];
  if (mode === 'wide') {
    const [x, w] = column.outside;
    laptop = put('laptop', x, top + CAPTION, w, 58);
    for (const [index, node] of doorNodes.entries()) {
      doors.push({ key: `door:${node.name}`, view: node, box: put(`door:${node.name}`, x, top + CAPTION + 58 + 28 + index * 50, w, 42) });
    }
  } else {
    const [x, w] = column.outside;
    const laptopW = mode === 'narrow' ? 88 : 112;
    laptop = put('laptop', x, top + CAPTION, laptopW, 42);
    const perRow = Math.max(1, Math.floor((w - laptopW - 20 + GAP) / (118 + GAP)));
    const doorW = Math.min(150, (w - laptopW - 20 - (perRow - 1) * GAP) / perRow);
    for (const [index, node] of doorNodes.entries()) {
      const [row, col] = [Math.floor(index / perRow), index % perRow];
      const box = put(`door:${node.name}`, x + laptopW + 20 + col * (doorW + GAP), top + CAPTION + row * 50, doorW, 42);
      doors.push({ key: `door:${node.name}`, view: node, box });
    }
    top += CAPTION + Math.max(1, Math.ceil(doorNodes.length / perRow)) * 50 + 14;
  }

  // Services.
  caption('services', column.service, top);
  let y = top + CAPTION;
  const services = model.services.map((service): Placed<ServiceView> => {
    const { height } = serviceAnatomy(service);
    const box = put(service.key, column.service[0], y, column.service[1], height);
    y += height + 14;
    return { key: service.key, view: service, box };
  });
  const serviceHint: Box = { x: column.service[0], y, w: column.service[1], h: 110 };
  const onlyQuiet = model.services.every(isApiServer);
  let bottom = y;
  if (mode === 'narrow') top = y + (onlyQuiet && model.pods.length > 0 ? 110 : 0) + 8;

  // Pods in their Nodes.
  caption('pods', column.node, top);
  y = top + CAPTION;
  const pods: PodBox[] = [];
  const folds: FoldBox[] = [];
  const lanes: LaneBox[] = [];
  const nodes: NodeBox[] = [];
  const placeOf = new Map<string, string>();
  const bandY = new Map<string, number>();
  const owners = new Map(model.owners.map((owner) => [owner.key, owner]));
  const counts = new Map<string, number>();
  for (const bands of slots.places.values()) {
    for (const band of bands) if (options.shows(band.namespace)) counts.set(band.key, (counts.get(band.key) ?? 0) + live(band).length);
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const cards = [...counts.values()].reduce((sum, count) => sum + (count < FOLD_AT ? count : 0), 0);
  const foldAt = cards > FOLD_CARDS_OVER ? 2 : FOLD_AT;
  const isFolded = (key: string) => options.folds.get(key) ?? (counts.get(key) ?? 0) >= foldAt;
  const [cell, cellGap] = total <= 150 ? [14, 4] : total <= 600 ? [10, 3] : [8, 2];

  const nodeW = column.node[1];
  const inner = [column.node[0] + PAD, nodeW - PAD * 2] as const;
  function placeBand(place: string, band: Band): void {
    const shown = band.slots.filter((slot) => place !== '' || slot.pod.status.unschedulable || now >= slot.since + WAIT_MS);
    if (shown.length === 0) return;
    const owner = owners.get(band.owner ?? '');
    if (mode === 'narrow') {
      const key = `lane:${place}/${band.key}`;
      lanes.push({ key, owner, box: put(key, inner[0], y, inner[1], 22) });
      y += 26;
    }
    if (!bandY.has(band.key)) bandY.set(band.key, y);
    const many = (counts.get(band.key) ?? 0) >= foldAt || options.folds.has(band.key);
    if (isFolded(band.key)) {
      const key = `fold:${place}/${band.key}`;
      const perRow = Math.max(1, Math.floor((inner[1] - 20 + cellGap) / (cell + cellGap)));
      const rows = Math.ceil(shown.length / perRow);
      const box = put(key, inner[0], y, inner[1], 66 + rows * (cell + cellGap));
      folds.push({ key, band: { ...band, slots: shown }, folded: true, cell, gap: cellGap, box });
      for (const slot of shown) placeOf.set(slot.pod.key, key);
      y += box.h + GAP;
      return;
    }
    if (many && (counts.get(band.key) ?? 0) > 1) {
      const key = `fold:${place}/${band.key}`;
      folds.push({ key, band, folded: false, cell, gap: cellGap, box: put(key, inner[0], y, inner[1], 26) });
      y += 32;
    }
    const small = shown.length > SMALL_OVER;
    for (const slot of shown) {
      const box = put(slot.pod.key, inner[0], y, inner[1], small ? POD_SMALL_H : POD_H);
      pods.push({ key: slot.pod.key, slot, band, small, box });
      placeOf.set(slot.pod.key, slot.pod.key);
      y += box.h + (small ? 3 : GAP);
    }
  }
  function placeNode(place: string, key: string, node: NodeView | undefined): void {
    const startY = y;
    const bands = (slots.places.get(place) ?? []).filter((band) => options.shows(band.namespace));
    y += NODE_HEAD + (node && (node.taints.length > 0 || node.cordoned) ? 20 : 0);
    const before = y;
    for (const [index, band] of bands.entries()) {
      placeBand(place, band);
      if (index < bands.length - 1) y += 4;
    }
    const used = y > before;
    if (!used && place === '') {
      y = startY;
      return;
    }
    y += used ? PAD - GAP + 2 : node || model.pods.length > 0 ? 20 : 0;
    const box = put(key, column.node[0], startY, nodeW, y - startY);
    nodes.push({ key, node, name: place, pods: bands.reduce((sum, band) => sum + live(band).length, 0), box });
    y += 14;
  }
  for (const node of model.nodes) placeNode(node.name, node.key, node);
  const known = new Set(model.nodes.map((node) => node.name));
  for (const place of slots.places.keys()) {
    if (place !== '' && !known.has(place) && slots.places.get(place)!.some((band) => options.shows(band.namespace)))
      placeNode(place, `node:${place}`, undefined);
  }
  placeNode('', 'pending', undefined);
  const podHint: Box = { x: column.node[0], y, w: column.owner[0] + column.owner[1] - column.node[0], h: HINT };
  if (model.pods.length === 0 && model.owners.length === 0) y += HINT;

  // Where Services lead that is no Pod.
  const addresses = model.addresses.map((address): Placed<AddressView> => {
    const box = put(address.key, column.node[0], y, nodeW, 32);
    y += 40;
    return { key: address.key, view: address, box };
  });
  bottom = Math.max(bottom, y);

  // Owners: each beside its first Pods.
  const ownerBoxes: Placed<OwnerView>[] = [];
  const beside = mode !== 'narrow';
  if (beside) caption('owners', column.owner, top);
  let ownerY = beside ? top + CAPTION : y + 4;
  const sorted = beside ? [...model.owners].sort((a, b) => (bandY.get(a.key) ?? Infinity) - (bandY.get(b.key) ?? Infinity)) : model.owners;
  for (const owner of sorted) {
    if (!beside && bandY.has(owner.key)) continue;
    const height = ownerHeight(owner);
    ownerY = Math.max(ownerY, bandY.get(owner.key) ?? 0);
    ownerBoxes.push({ key: owner.key, view: owner, box: put(owner.key, column.owner[0], ownerY, column.owner[1], height) });
    ownerY += height + 12;
  }
  bottom = Math.max(bottom, ownerY);
  bottom = Math.max(bottom, laptop.y + laptop.h, ...doors.map((door) => door.box.y + door.box.h));

  return {
    mode,
    width,
    height: Math.round(bottom + MARGIN),
    laptop,
    doors,
    services,
    nodes,
    pods,
    folds,
    lanes,
    owners: ownerBoxes,
    addresses,
    captions,
    hints: { services: serviceHint, pods: podHint },
    boxes,
    placeOf,
    gutter: column.left,
    roomy: column.roomy,
  };
}

/** The Pods of a band that exist. */
export const live = (band: Band): PodView[] => band.slots.flatMap((slot) => (slot.freedAt === undefined ? [slot.pod] : []));
