// Where everything stands. Pure: model, slots and a width in; boxes in px out. Reads left to right; on a narrow panel top to bottom.
import { FIRST_COMMAND } from './first-command.ts';
import { textWidth } from './measure.ts';
import type { AddressView, ConfigView, IngressView, Model, NodeView, OwnerView, PodView, ServiceView, SetView } from './model.ts';
import { isApiServer } from './services.ts';
import { type Band, type Slot, type SlotState, WAIT_MS } from './slots.ts';

/**
 * `wide`: outside, Services, Pods in Nodes, owners side by side. `middle`: owners become headers above their Pods. `narrow`: all below
 * each other.
 */
export type Mode = 'wide' | 'middle' | 'narrow';

/** What the frames around Pods are: Nodes, workloads, or the values of a label (`label:KEY`). */
export type Grouping = 'node' | 'owner' | `label:${string}`;

/** How much is told of each thing; zooming changes it. */
export type Level = 'dots' | 'names' | 'details';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface FrameBox {
  readonly key: string;
  readonly kind: 'node' | 'owner' | 'label' | 'pending';
  /** Undefined: no Node's frame, or a Node that is gone. */
  readonly node: NodeView | undefined;
  readonly owner: OwnerView | undefined;
  /** Name of the Node or workload, value of the label. */
  readonly name: string;
  readonly pods: number;
  readonly ready: number;
  readonly box: Box;
}

export interface PodBox {
  readonly key: string;
  readonly slot: Slot;
  readonly band: Band;
  /** A row with name and state only: one of many that were unfolded. */
  readonly small: boolean;
  readonly details: boolean;
  readonly box: Box;
}

/** Many Pods as squares. The squares stand in rows of `perRow` from `left`, `top` of the box; they are painted by the scene. */
export interface FoldBox {
  readonly key: string;
  readonly band: Band;
  /** Folded, or the header above the unfolded Pods. */
  readonly folded: boolean;
  /** There are rows above and below the squares: the name, and the labels. */
  readonly head: boolean;
  readonly foot: boolean;
  readonly left: number;
  readonly top: number;
  readonly perRow: number;
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

type CaptionId = 'outside' | 'services' | 'pods' | 'workloads' | 'labels' | 'owners' | 'config';

export interface Layout {
  readonly mode: Mode;
  readonly level: Level;
  readonly width: number;
  readonly height: number;
  readonly laptop: Box;
  readonly doors: readonly Placed<NodeView>[];
  /** Nodes that have no door, for lack of room. */
  readonly moreDoors: { readonly count: number; readonly box: Box } | undefined;
  readonly ingresses: readonly Placed<IngressView>[];
  readonly services: readonly Placed<ServiceView>[];
  /** Services have a name and one line of facts only. */
  readonly compact: boolean;
  readonly frames: readonly FrameBox[];
  readonly pods: readonly PodBox[];
  readonly folds: readonly FoldBox[];
  readonly lanes: readonly LaneBox[];
  readonly owners: readonly Placed<OwnerView>[];
  readonly configs: readonly Placed<ConfigView>[];
  readonly addresses: readonly Placed<AddressView>[];
  readonly captions: readonly { readonly id: CaptionId; readonly box: Box }[];
  /** Where hints about what to do next may stand. */
  readonly hints: { readonly services: Box; readonly pods: Box };
  /** All boxes by key: `laptop`, `door:NODE`, `svc:..`, `node:..`, `group:..`, `pod:..`, `fold:..`, `lane:..`, `owner:..`, `addr:..`. */
  readonly boxes: ReadonlyMap<string, Box>;
  /** The box that shows a Pod: its own or a folded one. */
  readonly placeOf: ReadonlyMap<string, string>;
  /** x beside the Services along which lines from outside run, on a narrow panel. */
  readonly gutter: number;
  /** The room between Services and Pods, px. */
  readonly fan: number;
}

export interface LayoutOptions {
  /** px that the panel has. */
  readonly width: number;
  /** A real clock, the same as the slots'. */
  readonly now: number;
  /** What the user folded or unfolded, by band key. */
  readonly folds: ReadonlyMap<string, boolean>;
  readonly shows: (namespace: string) => boolean;
  readonly grouping: Grouping;
  readonly level: Level;
  /** Whether owners stand beside their Pods where there is room. */
  readonly owners: boolean;
  /** Whether there are hints about what to do next, which need room. */
  readonly hints: boolean;
}

export const POD_H = 70;
export const POD_SMALL_H = 26;
export const DETAIL_ROW = 17;
export const SERVICE_ROW = { head: 30, ip: 18, port: 26, selector: 26, warn: 16, pad: 8 } as const;
export const QUIET_SERVICE_H = 34;
export const COMPACT_SERVICE_H = 46;
export const MAX_PORT_ROWS = 4;
export const MAX_RULE_ROWS = 4;
export const OWNER_ROW = { head: 56, set: 24, pad: 8 } as const;
export const FOLD_AT = 9;
const FOLD_CARDS_OVER = 60;
const SMALL_OVER = 24;
const COMPACT_OVER = 10;
/** While it rolls a Deployment has up to a quarter more Pods, by its defaults, beside those that are on their way out. */
const SURGE = 2.2;
/** Squares and gaps that fill the room for those while it is not needed, px; the first that fits. Large ones cost more to paint. */
const ROOMY_SQUARES: readonly (readonly [cell: number, gap: number])[] = [
  [14, 4],
  [10, 5],
  [10, 3],
];
const MAX_DOORS = 4;
const FRAME_HEAD = 32;
/** Where lines arrive at squares, below their top, px. */
export const FOLD_SOCKET = 14;
const GAP = 8;
const PAD = 10;
const CAPTION = 24;
const MARGIN = 14;
/** Height of the hint about a first command and where to begin, px, about: nothing stands below it. */
function hintHeight(width: number): number {
  const lines = Math.ceil(textWidth(FIRST_COMMAND, '400 11.5px monospace') / (width - 20) + 0.5);
  return 24 + (14 + lines * 17.25) + 2 * 42 + GAP;
}
/** From where the room between Services and Pods holds a word, px. */
export const ROOMY = 112;

export function modeOf(width: number): Mode {
  return width >= 750 ? 'wide' : width >= 632 ? 'middle' : 'narrow';
}

/** Offsets of a Service card's rows from its top; the card's anatomy for cards, lines and requests alike. */
export function serviceAnatomy(service: ServiceView, compact: boolean) {
  if (isApiServer(service))
    return { height: QUIET_SERVICE_H, ports: service.ports.map(() => QUIET_SERVICE_H / 2), selector: QUIET_SERVICE_H / 2 };
  if (compact) return { height: COMPACT_SERVICE_H, ports: service.ports.map(() => 32), selector: 15 };
  const shown = Math.min(service.ports.length, MAX_PORT_ROWS);
  let y = SERVICE_ROW.head + SERVICE_ROW.ip + 4;
  const ports = service.ports.map((_, index) => y + (Math.min(index, MAX_PORT_ROWS - 1) + 0.5) * SERVICE_ROW.port);
  y += shown * SERVICE_ROW.port + (service.ports.length > MAX_PORT_ROWS ? SERVICE_ROW.warn : 0);
  const selector = y + SERVICE_ROW.selector / 2;
  y += SERVICE_ROW.selector;
  const warnings = service.selector && service.selects === 0 ? (service.nearMiss ? 2 : 1) : 0;
  return { height: y + warnings * SERVICE_ROW.warn + SERVICE_ROW.pad, ports, selector };
}

export const ownerSets = (owner: OwnerView): readonly SetView[] =>
  owner.kind === 'Deployment' || owner.kind === 'CronJob' ? owner.sets.slice(0, 5) : [];

export const ownerHeight = (owner: OwnerView): number => {
  const sets = ownerSets(owner).length;
  return OWNER_ROW.head + sets * OWNER_ROW.set + (sets > 0 ? OWNER_ROW.pad : 4);
};

/** The rules that an Ingress' card has rows for; where there are more the last row tells how many. */
export const shownRules = ({ rules }: IngressView): IngressView['rules'] =>
  rules.length > MAX_RULE_ROWS ? rules.slice(0, MAX_RULE_ROWS - 1) : rules;

/** Middle of a set's row in its owner's card, from the card's top. */
export function setOffset(owner: OwnerView, uid: string): number {
  const index = ownerSets(owner).findIndex((set) => set.uid === uid);
  return index < 0 ? OWNER_ROW.head / 2 : OWNER_ROW.head + (index + 0.5) * OWNER_ROW.set;
}

/** What a Pod's card tells at the level of details, beyond name, state and labels: a row each. */
export const detailRows = (pod: PodView): number => pod.containers.length + (pod.uses.length > 0 ? 1 : 0) + (pod.message ? 1 : 0);

/** Least width of each column, what it may get more, and its share of what is left over, px. */
const COLUMNS = {
  outside: [112, 50, 0.06],
  gap: [26, 50, 0.06],
  service: [188, 60, 0.14],
  fan: [38, 240, 0.32],
  node: [220, 150, 0.26],
  tail: [16, 50, 0.04],
  owner: [122, 90, 0.12],
} as const;

type Squares = Pick<FoldBox, 'perRow' | 'cell' | 'gap'>;

/** Squares of a size in rows of a width. */
const squaresIn = (width: number, cell: number, gap: number): Squares => ({
  perRow: Math.max(1, Math.floor((width + gap) / (cell + gap))),
  cell,
  gap,
});

/** What the rows of so many take, px. */
const heightOf = (count: number, { perRow, cell, gap }: Squares): number => Math.ceil(count / perRow) * (cell + gap);

/** Column starts and widths for a width. */
function columns(mode: Mode, width: number, beside: boolean, entries: boolean) {
  if (mode === 'narrow') {
    const left = entries ? 24 : MARGIN;
    const all = [left, width - left - 40] as const;
    return { left, fan: 0, outside: all, service: all, node: all, owner: all };
  }
  const limited = Math.min(width, 1640) - MARGIN * 2;
  const names = (['outside', 'gap', 'service', 'fan', 'node', 'tail', 'owner'] as const).slice(0, beside ? 7 : 5);
  const least = names.reduce((sum, name) => sum + COLUMNS[name][0], 0);
  const extra = Math.max(0, limited - least);
  const given = new Map<string, readonly [number, number]>();
  let x = MARGIN;
  for (const name of names) {
    const [base, most, share] = COLUMNS[name];
    const w = base + Math.min(most, extra * share);
    given.set(name, [x, w]);
    x += w;
  }
  const shift = Math.max(0, (width - MARGIN - x) / 2);
  const at = (name: string): readonly [number, number] => {
    const [start, w] = given.get(name) ?? [0, 0];
    return [start + shift, w];
  };
  return {
    left: at('service')[0],
    fan: at('fan')[1],
    outside: at('outside'),
    service: at('service'),
    node: at('node'),
    owner: at('owner'),
  };
}

export function layout(model: Model, slots: SlotState, options: LayoutOptions): Layout {
  const { now, grouping, level } = options;
  const width = Math.max(340, options.width);
  const mode = modeOf(width);
  const narrow = mode === 'narrow';
  const beside = mode === 'wide' && options.owners && grouping !== 'owner' && (model.owners.length > 0 || model.pods.length === 0);
  const entries =
    model.ingresses.length > 0 ||
    model.services.some((service) => service.ports.some((port) => port.nodePort) || service.externalIPs.length > 0);
  const column = columns(mode, width, beside, entries);
  const boxes = new Map<string, Box>();
  const put = (key: string, x: number, y: number, w: number, h: number): Box => {
    const box = { x: Math.round(x), y: Math.round(y), w: Math.round(w), h: Math.round(h) };
    boxes.set(key, box);
    return box;
  };
  const captions: Layout['captions'][number][] = [];
  const caption = (id: CaptionId, at: readonly [number, number], y: number) =>
    captions.push({ id, box: { x: Math.round(at[0]), y: Math.round(y), w: Math.round(at[1]), h: 16 } });

  // Outside: the laptop, each Node as a door, Ingresses.
  let top: number = MARGIN;
  caption('outside', column.outside, top);
  const doorNodes = model.nodes.slice(0, MAX_DOORS);
  const hidden = model.nodes.length - doorNodes.length;
  const doors: Placed<NodeView>[] = [];
  const ingresses: Placed<IngressView>[] = [];
  let moreDoors: Layout['moreDoors'];
  let laptop: Box;
  let bottom: number;
  const [outsideX, outsideW] = column.outside;
  const putIngress = (view: IngressView, x: number, y: number, w: number): number => {
    const h = 44 + Math.min(MAX_RULE_ROWS, view.rules.length) * 15;
    ingresses.push({ key: view.key, view, box: put(view.key, x, y, w, h) });
    return y + h + GAP;
  };
  if (narrow) {
    const laptopW = 108;
    laptop = put('laptop', outsideX, top + CAPTION, laptopW, 42);
    const perRow = Math.max(1, Math.floor((outsideW - laptopW - 20 + GAP) / (118 + GAP)));
    const doorW = Math.min(150, (outsideW - laptopW - 20 - (perRow - 1) * GAP) / perRow);
    for (const [index, node] of doorNodes.entries()) {
      const [row, col] = [Math.floor(index / perRow), index % perRow];
      const box = put(`door:${node.name}`, outsideX + laptopW + 20 + col * (doorW + GAP), top + CAPTION + row * 50, doorW, 42);
      doors.push({ key: `door:${node.name}`, view: node, box });
    }
    top += CAPTION + Math.max(1, Math.ceil(doorNodes.length / perRow)) * 50 + 6;
    for (const ingress of model.ingresses) top = putIngress(ingress, outsideX, top, outsideW);
    top += 8;
    bottom = top;
  } else {
    laptop = put('laptop', outsideX, top + CAPTION, outsideW, 58);
    let y = top + CAPTION + 58 + 28;
    for (const node of doorNodes) {
      doors.push({ key: `door:${node.name}`, view: node, box: put(`door:${node.name}`, outsideX, y, outsideW, 42) });
      y += 50;
    }
    if (hidden > 0) {
      moreDoors = { count: hidden, box: { x: outsideX, y, w: outsideW, h: 16 } };
      y += 24;
    }
    if (model.ingresses.length > 0) y += 14;
    for (const ingress of model.ingresses) y = putIngress(ingress, outsideX, y, outsideW);
    bottom = y;
  }

  // Services.
  caption('services', column.service, top);
  const compact = level === 'dots' || model.services.length > COMPACT_OVER;
  let y = top + CAPTION;
  const serviceGap = compact ? 10 : 14;
  const putService = (service: ServiceView, at: number): number => {
    const { height } = serviceAnatomy(service, compact);
    put(service.key, column.service[0], at, column.service[1], height);
    return at + height + serviceGap;
  };
  // One below the other a Service of one workload stands above it, so that the line between them is short.
  const above = narrow && grouping === 'owner' ? homesOf(model, slots) : new Map<string, string>();
  for (const service of model.services) if (!above.has(service.key)) y = putService(service, y);
  const serviceHint: Box = { x: column.service[0], y: y + 4, w: column.service[1], h: 110 };
  const onlyQuiet = model.services.every(isApiServer);
  bottom = Math.max(bottom, y);
  if (narrow) top = y + (options.hints && onlyQuiet && model.pods.length > 0 ? 110 : 0) + 8;

  // Pods in their frames.
  caption(grouping === 'node' ? 'pods' : grouping === 'owner' ? 'workloads' : 'labels', column.node, top);
  y = top + CAPTION;
  const pods: PodBox[] = [];
  const folds: FoldBox[] = [];
  const lanes: LaneBox[] = [];
  const frames: FrameBox[] = [];
  const placeOf = new Map<string, string>();
  const bandY = new Map<string, number>();
  const owners = new Map(model.owners.map((owner) => [owner.key, owner]));
  const counts = new Map<string, number>();
  for (const bands of slots.places.values()) {
    for (const band of bands) if (options.shows(band.namespace)) counts.set(band.key, (counts.get(band.key) ?? 0) + live(band).length);
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const cards = [...counts.values()].reduce((sum, count) => sum + (count < FOLD_AT ? count : 0), 0);
  const foldAt = level === 'dots' ? 1 : cards > FOLD_CARDS_OVER ? 2 : FOLD_AT;
  const isFolded = (key: string) => (level === 'dots' ? true : (options.folds.get(key) ?? (counts.get(key) ?? 0) >= foldAt));
  const crowd = total > 150 || level === 'dots';
  const [cell, cellGap, largest] = total <= 150 ? [14, 4, 14] : total <= 600 ? [10, 3, 14] : [8, 2, 10];

  const nodeW = column.node[1];
  const inner = [column.node[0] + PAD, nodeW - PAD * 2] as const;
  function placeBand(place: string, band: Band): void {
    const shown = band.slots.filter((slot) => place !== '' || slot.pod.status.unschedulable || now >= slot.since + WAIT_MS);
    if (shown.length === 0) return;
    const owner = owners.get(band.owner ?? '');
    const folded = isFolded(band.key);
    if (!beside && !folded && grouping !== 'owner') {
      const key = `lane:${place}/${band.key}`;
      lanes.push({ key, owner, box: put(key, inner[0], y, inner[1], 22) });
      y += 24;
    }
    if (!bandY.has(band.key)) bandY.set(band.key, y);
    const many = (counts.get(band.key) ?? 0) >= foldAt || options.folds.has(band.key);
    if (folded) {
      const key = `fold:${place}/${band.key}`;
      const head = grouping !== 'owner';
      const foot = !crowd;
      const top = head ? (crowd ? 28 : 34) : crowd ? 4 : 10;
      // Room for a rolling update's surge, so that nothing below moves while it rolls.
      const room = grouping === 'owner' && crowd ? Math.ceil((owner?.desired ?? 0) * SURGE) : 0;
      const usual = squaresIn(inner[1] - 20, cell, cellGap);
      const h = heightOf(Math.max(shown.length, room), usual);
      const fits = ROOMY_SQUARES.map((each) => squaresIn(inner[1] - 20, ...each)).find(
        (each) => each.cell <= largest && each.cell + each.gap > cell + cellGap && heightOf(shown.length, each) <= h,
      );
      const box = put(key, inner[0], y, inner[1], top + h + (foot ? 30 : head ? 6 : 0));
      const squares = (room > 0 && fits) || usual;
      folds.push({ key, band: { ...band, slots: shown }, folded: true, head, foot, left: 10, top, ...squares, box });
      for (const slot of shown) placeOf.set(slot.pod.key, key);
      y += box.h + GAP;
      return;
    }
    if (many && (counts.get(band.key) ?? 0) > 1) {
      const key = `fold:${place}/${band.key}`;
      const box = put(key, inner[0], y, inner[1], 26);
      folds.push({ key, band, folded: false, head: true, foot: false, left: 0, top: 0, perRow: 1, cell, gap: cellGap, box });
      y += 32;
    }
    const small = shown.length > SMALL_OVER;
    const details = level === 'details' && !small;
    for (const slot of shown) {
      const h = small ? POD_SMALL_H : POD_H + (details && slot.freedAt === undefined ? detailRows(slot.pod) * DETAIL_ROW + 4 : 0);
      const box = put(slot.pod.key, inner[0], y, inner[1], h);
      pods.push({ key: slot.pod.key, slot, band, small, details, box });
      placeOf.set(slot.pod.key, slot.pod.key);
      y += box.h + (small ? 3 : GAP);
    }
  }
  function placeFrame(place: string, frame: Pick<FrameBox, 'key' | 'kind' | 'node' | 'owner' | 'name'>): void {
    const startY = y;
    const { node } = frame;
    const bands = (slots.places.get(place) ?? []).filter((band) => options.shows(band.namespace));
    y += FRAME_HEAD + (node && (node.taints.length > 0 || node.cordoned) ? 20 : 0);
    const before = y;
    for (const [index, band] of bands.entries()) {
      placeBand(place, band);
      if (index < bands.length - 1) y += 4;
    }
    const used = y > before;
    if (!used && frame.kind !== 'node') {
      y = startY;
      return;
    }
    y += used ? PAD - GAP + 2 : node || model.pods.length > 0 ? 20 : 0;
    const box = put(frame.key, column.node[0], startY, nodeW, y - startY);
    const alive = bands.flatMap(live);
    frames.push({ ...frame, pods: alive.length, ready: alive.filter((pod) => pod.status.isReady).length, box });
    y += crowd ? GAP : 14;
  }
  if (grouping === 'node') {
    for (const node of model.nodes) placeFrame(node.name, { key: node.key, kind: 'node', node, owner: undefined, name: node.name });
    const known = new Set(model.nodes.map((node) => node.name));
    for (const place of slots.places.keys()) {
      if (place !== '' && !known.has(place) && slots.places.get(place)!.some((band) => options.shows(band.namespace)))
        placeFrame(place, { key: `node:${place}`, kind: 'node', node: undefined, owner: undefined, name: place });
    }
    placeFrame('', { key: 'pending', kind: 'pending', node: undefined, owner: undefined, name: '' });
  } else {
    for (const place of groupsInOrder(model, slots, grouping)) {
      for (const service of model.services) if (above.get(service.key) === place) y = putService(service, y);
      const owner = grouping === 'owner' ? owners.get(place) : undefined;
      const kind = grouping === 'owner' ? 'owner' : 'label';
      placeFrame(place, { key: `group:${place}`, kind, node: undefined, owner, name: owner?.name ?? (kind === 'label' ? place : '') });
    }
  }
  // Where Services lead that is no Pod.
  const addresses = model.addresses.map((address): Placed<AddressView> => {
    const box = put(address.key, column.node[0], y, nodeW, 32);
    y += 40;
    return { key: address.key, view: address, box };
  });

  if (!narrow && grouping === 'owner') {
    // Side by side a Service stands where its workload does, as far as those after it still have room: lines are short and cross nothing.
    const wanted = new Map<string, number>();
    for (const { service, target } of model.links) {
      const box = boxes.get(placeOf.get(target) ?? ''); // a Pod's: addresses stand below all
      if (box) wanted.set(service, Math.min(wanted.get(service) ?? Infinity, box.y));
    }
    let at = top + CAPTION;
    let rest = model.services.reduce((sum, service) => sum + serviceAnatomy(service, compact).height + serviceGap, 0);
    for (const service of model.services) {
      const { height, ports, selector } = serviceAnatomy(service, compact);
      const level = (wanted.get(service.key) ?? 0) + FOLD_SOCKET - (ports[0] ?? selector);
      at = putService(service, Math.max(at, Math.min(level, y - rest)));
      rest -= height + serviceGap;
    }
    bottom = Math.max(bottom, at);
  }
  const services = model.services.map((view): Placed<ServiceView> => ({ key: view.key, view, box: boxes.get(view.key)! }));

  // Owners: each beside its first Pods; without a column of their own, those without Pods come last.
  const ownerBoxes: Placed<OwnerView>[] = [];
  if (beside) caption('owners', column.owner, top);
  const ownerColumn = beside ? column.owner : column.node;
  let ownerY = beside ? top + CAPTION : y + 4;
  const sorted = beside ? [...model.owners].sort((a, b) => (bandY.get(a.key) ?? Infinity) - (bandY.get(b.key) ?? Infinity)) : model.owners;
  for (const owner of sorted) {
    if (!beside && bandY.has(owner.key)) continue;
    const height = ownerHeight(owner);
    ownerY = Math.max(ownerY, beside ? (bandY.get(owner.key) ?? 0) : 0);
    ownerBoxes.push({ key: owner.key, view: owner, box: put(owner.key, ownerColumn[0], ownerY, ownerColumn[1], height) });
    ownerY += height + 12;
  }

  // ConfigMaps, Secrets, volume claims: below the owners, or below all.
  let configY = ownerY + 4;
  const configs: Placed<ConfigView>[] = [];
  if (model.configs.length > 0) {
    caption('config', ownerColumn, configY);
    configY += CAPTION;
    for (const config of model.configs) {
      configs.push({ key: config.key, view: config, box: put(config.key, ownerColumn[0], configY, ownerColumn[1], 40) });
      configY += 40 + GAP;
    }
  }
  // How high a hint is depends on its words: below all, it covers nothing.
  const hintW = (beside ? column.owner[0] + column.owner[1] : column.node[0] + nodeW) - column.node[0];
  const podHint: Box = { x: column.node[0], y: Math.max(y, configY) + 4, w: hintW, h: hintHeight(hintW) };
  if (options.hints && model.pods.length === 0 && model.owners.length === 0) bottom = Math.max(bottom, podHint.y + podHint.h);
  bottom = Math.max(bottom, y, ownerY, configY, laptop.y + laptop.h, ...doors.map((door) => door.box.y + door.box.h));

  return {
    mode,
    level,
    width,
    height: Math.round(bottom + MARGIN),
    laptop,
    doors,
    moreDoors,
    ingresses,
    services,
    compact,
    frames,
    pods,
    folds,
    lanes,
    owners: ownerBoxes,
    configs,
    addresses,
    captions,
    hints: { services: serviceHint, pods: podHint },
    boxes,
    placeOf,
    gutter: column.left,
    fan: column.fan,
  };
}

/** The groups that Pods stand in, from top to bottom: in the order of the list, so that each keeps its place among the others. */
function groupsInOrder(model: Model, slots: SlotState, grouping: Grouping): string[] {
  const all = [...slots.places.keys()];
  if (grouping !== 'owner') return all.sort();
  const owners = model.owners.map((owner) => owner.key).filter((key) => slots.places.has(key));
  const listed = new Set(owners);
  return [...owners, ...all.filter((place) => !listed.has(place))];
}

/** By key of each Pod how many stand above it, whatever part of them is shown. */
export function heightsOf(model: Model, slots: SlotState, grouping: Grouping): Map<string, number> {
  const nodes = model.nodes.map(({ name }) => name);
  const places = grouping === 'node' ? new Set([...nodes, ...slots.places.keys()]) : groupsInOrder(model, slots, grouping);
  const heights = new Map<string, number>();
  for (const place of places)
    for (const band of slots.places.get(place) ?? []) for (const { pod } of band.slots) heights.set(pod.key, heights.size);
  return heights;
}

/** By key of a Service the one frame that all of its Pods stand in, where there is one. */
function homesOf(model: Model, slots: SlotState): Map<string, string> {
  const frames = new Map<string, string>();
  for (const [place, bands] of slots.places) for (const band of bands) for (const { pod } of band.slots) frames.set(pod.key, place);
  const homes = new Map<string, string>();
  const scattered = new Set<string>();
  for (const { service, target } of model.links) {
    const frame = frames.get(target);
    if (frame === undefined || (homes.get(service) ?? frame) !== frame) scattered.add(service);
    else homes.set(service, frame);
  }
  for (const service of scattered) homes.delete(service);
  return homes;
}

/** The Pods of a band that exist. */
export const live = (band: Band): PodView[] => band.slots.flatMap((slot) => (slot.freedAt === undefined ? [slot.pod] : []));
