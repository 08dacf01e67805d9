// The picture: who selects whom, and where a request goes.
import { type CSSProperties, lazy, Suspense, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Trace } from '../../src/network/types.ts';
import type { Change } from '../../src/world/object.ts';
import { openDialog } from '../base/dialogs.ts';
import { usePage } from '../base/state.ts';
import { Words } from '../base/Words.tsx';
import { isMeant, useAttention } from '../panels/look-here.ts';
import { changes, type Fact } from './announce.ts';
import {
  AddressCard,
  ConfigCard,
  DoorCard,
  Frame,
  FrameHead,
  IngressCard,
  LaneHead,
  LaptopCard,
  OwnerCard,
  PodCard,
  ServiceCard,
} from './cards.tsx';
import { CausePlayer } from './causes.ts';
import { refKey, type Shared, SharedContext } from './context.ts';
import { FIRST_COMMAND } from './first-command.ts';
import { type Focus, highlight as highlightOf } from './focus.ts';
import { FoldCard } from './fold.tsx';
import { useReducedMotion, useRested, useSize, useThemeChange } from './hooks.ts';
import { LabelHues } from './labels.ts';
import { type Box, type Grouping, heightsOf, type Level, layout as layoutOf, ROOMY } from './layout.ts';
import { moveAmongCards, useDrag, useZoom } from './looking.ts';
import { asTheyStood, newMemory, type PictureMemory } from './memory.ts';
import { filterModel, type Model, type ObjectRef, type PodView } from './model.ts';
import { showsNamespace } from './namespaces.ts';
import { keysOf, lightOnly, narrowPlaces, narrowTo } from './narrow.ts';
import { NO_ORDER, servicesInOrder } from './order.ts';
import { endText, hopText, RequestLine } from './RequestLine.tsx';
import { journey } from './requests.ts';
import { Scene } from './scene.ts';
import { isApiServer, isMade } from './services.ts';
import { assignSlots, isGhost, NO_SLOTS, type SlotState } from './slots.ts';
import { Toolbar } from './Toolbar.tsx';
import { useWords } from './texts.ts';
import { typedFocus } from './typed.ts';
import { readSearch, useView, type View, zoomToFit } from './view.ts';
import { buildWires } from './wires.ts';
import './topology.css';

const Legend = lazy(() => import('./Legend.tsx'));
const Twin = lazy(() => import('./Twin.tsx'));

export interface TopologyProps {
  readonly model: Model;
  /** What was written to the cluster since the model before this one. */
  readonly written?: readonly Change[];
  /** The line that is being typed: what its selector matches is lit before it runs. */
  readonly typed?: string;
  /** That kubectl takes where the line names none. */
  readonly typedIn?: string | undefined;
  /** Someone chose an object: show it. */
  readonly onSelect?: (ref: ObjectRef) => void;
  /** Where things stood when this cluster was drawn last: they stay there, wherever the picture moves on the page. */
  readonly memory?: PictureMemory;
  /** The object that is shown, to mark it. */
  readonly selected?: ObjectRef | undefined;
  /** Puts a command into the terminal's line, to be run by the person. Without it there are no hints. */
  readonly onSuggest?: (command: string) => void;
  /** Opens the first lesson. Without it none is offered. */
  readonly onLearn?: (() => void) | undefined;
}

/** With more Pods than this, rings around what changes would be noise. */
const CALM = 100;
/** Cards this far outside the visible part are not made, px. */
const BEYOND = 400;
const QUIET_MS = 900;
/** The tables follow the cluster at this distance, ms: seen, or only there to be read out. */
const TABLE_REST_MS = { seen: 250, unseen: 1500 } as const;

export function Topology({
  model: whole,
  written = NO_CHANGES,
  typed = '',
  typedIn,
  onSelect = ignore,
  selected,
  onSuggest,
  onLearn,
  memory: given,
}: TopologyProps) {
  const { t, exists } = useWords();
  const [own] = useState(newMemory);
  const memory = given ?? own;
  const [scene] = useState(() => new Scene());
  const [hues] = useState(() => new LabelHues());
  const [causes] = useState(() => new CausePlayer());
  const scroller = useRef<HTMLDivElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const back = useRef<HTMLCanvasElement>(null);
  const front = useRef<HTMLCanvasElement>(null);
  const bubbles = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(scroller);
  const [scrolled, setScrolled] = useState({ x: 0, y: 0 });
  const view = useView();
  const { namespace, search, onlyMatches } = view;
  const textSize = usePage((state) => state.textSize);
  const zoom = view.zoom * textSize;
  const { zoomTo, before } = useZoom(scroller);
  const laidFor = before ?? view.zoom;
  const [pointed, setPointed] = useState<Focus>();
  const [active, setActive] = useState<string>();
  const [folds, setFolds] = useState<ReadonlyMap<string, boolean>>(new Map());
  const still = useReducedMotion();

  // What to draw.
  const shows = useMemo(() => showsNamespace(namespace), [namespace]);
  const focused = useAttention((state) => state.focused);
  const asked = useMemo(() => readSearch(search), [search]);
  const all = useMemo(() => filterModel(whole, shows), [whole, shows]);
  const part = useMemo(() => {
    let shown = all;
    if (focused.length > 0) {
      shown = narrowTo(
        shown,
        keysOf(shown, (ref, labels) => isMeant(focused, ref, labels)),
      );
    }
    if (onlyMatches && asked.focus) {
      const lit = highlightOf(shown, undefined, asked.focus)?.lit ?? NO_KEYS;
      if (lit.size > 0) shown = narrowTo(shown, lit);
    }
    return view.config ? shown : { ...shown, configs: [] };
  }, [all, focused, onlyMatches, asked, view.config]);
  const grouping = useGrouping(view.grouping, part);
  const slots = useSlots(whole, grouping, memory);
  const now = slots.at;
  const services = useServiceOrder(whole, slots.state, grouping, memory);
  const model = useMemo(() => {
    const places = new Map(services.map((key, place) => [key, place]));
    const place = ({ key }: { readonly key: string }): number => places.get(key) ?? 0;
    return { ...part, services: part.services.toSorted((a, b) => place(a) - place(b)) };
  }, [part, services]);
  const level = levelAt(laidFor);
  const { owners: ownersShown } = view;
  const hints = onSuggest !== undefined;
  const options = useMemo(
    () => ({ now, folds, shows, grouping, level, owners: ownersShown, hints }) as const,
    [now, folds, shows, grouping, level, ownersShown, hints],
  );
  const narrowed = model.pods !== all.pods;
  // Places are kept for all Pods, so that none has left one when they are shown again.
  const places = useMemo(() => (narrowed ? narrowPlaces(slots.state, model) : slots.state), [narrowed, slots.state, model]);
  const layout = useMemo(
    () => layoutOf(model, places, { ...options, width: width > 0 ? width / (Math.min(1, laidFor) * textSize) : 800 }),
    [model, places, width, laidFor, textSize, options],
  );
  const wires = useMemo(() => buildWires(model, layout, hues), [model, layout, hues]);
  const pointedAt = useAttention((state) => state.objects);
  const differing = useAttention((state) => state.differing);
  const meant = useMemo(() => [...pointedAt, ...differing], [pointedAt, differing]);
  const looked = useMemo(() => {
    if (meant.length === 0) return NO_KEYS;
    const keys = keysOf(model, (ref, labels) => isMeant(meant, ref, labels));
    return new Set([...keys].flatMap((key) => [key, layout.placeOf.get(key) ?? key]));
  }, [model, layout, meant]);

  // What is singled out.
  const tried = useMemo(() => typedFocus(typed, model.pods, typedIn), [typed, model.pods, typedIn]) ?? asked.focus;
  const focus = pointed ?? tried;
  const topic = useAttention((state) => state.topic);
  const topical = useMemo(() => {
    const keys = topic.length > 0 ? keysOf(model, (ref, labels) => isMeant(topic, ref, labels)) : NO_KEYS;
    return keys.size > 0 ? lightOnly(narrowTo(model, keys), layout) : undefined;
  }, [model, layout, topic]);
  const highlight = useMemo(() => (focus ? highlightOf(model, layout, focus) : topical), [model, layout, focus, topical]);
  const matched = useMemo(() => {
    if (!tried) return undefined;
    const lit = highlightOf(model, layout, tried)?.lit;
    return model.pods.filter((pod) => lit?.has(pod.key)).length;
  }, [model, layout, tried]);

  const wantedLabels = [
    ...new Set(model.services.flatMap((service) => Object.entries(service.selector ?? {}).map(([key, value]) => `${key}=${value}`))),
  ]
    .sort()
    .join(',');
  const manyNamespaces =
    new Set([...model.pods, ...model.owners, ...model.services.filter((service) => !isApiServer(service))].map((each) => each.namespace))
      .size > 1;

  const point = useCallback((next: Focus | undefined) => {
    setPointed((old) => (next && old && JSON.stringify(next) === JSON.stringify(old) ? old : next));
  }, []);
  const toggle = useCallback((band: string, folded: boolean) => setFolds((old) => new Map(old).set(band, folded)), []);
  const chosen = selected && refKey(selected);
  const firstKey = layout.services[0]?.key ?? layout.doors[0]?.key;
  const current = active && (layout.boxes.has(active) || active.startsWith('set:')) ? active : firstKey;
  const shared = useMemo<Shared>(
    () => ({
      scene,
      hues,
      wanted: new Set(wantedLabels.split(',')),
      highlight,
      looked,
      active: current,
      selected: chosen,
      point,
      select: onSelect,
      toggle,
      manyNamespaces,
    }),
    [scene, hues, wantedLabels, highlight, looked, current, chosen, point, onSelect, toggle, manyNamespaces],
  );

  // The scene follows. Order matters: places first, then the lines between them.
  useLayoutEffect(() => {
    if (!root.current || !back.current || !front.current || !bubbles.current) return;
    scene.mount(root.current, back.current, front.current, bubbles.current);
    return () => scene.dispose();
  }, [scene]);
  useLayoutEffect(() => {
    scene.still = still;
    const births = new Map(layout.pods.flatMap((placed) => (placed.band.owner ? [[placed.key, placed.band.owner] as const] : [])));
    scene.setBoxes(layout.boxes, births);
    scene.setWires(wires);
    scene.setFolds(layout.folds, now);
    scene.setGone(new Set(layout.pods.filter(({ slot }) => slot.freedAt !== undefined).map(({ key }) => key)));
  }, [scene, layout, wires, still, now]);
  useLayoutEffect(() => scene.setLit(highlight?.lit), [scene, highlight]);
  useLayoutEffect(() => {
    if (width > 0) scene.setView(scrolled.x / zoom, scrolled.y / zoom, width / zoom, height / zoom, zoom, before !== undefined);
  }, [scene, scrolled, zoom, width, height, before]);
  useThemeChange(root, () => scene.repaint());

  // What a command set off, one step after the other.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each set of writes
  useEffect(() => {
    if (written.length > 0 && model.pods.length <= CALM)
      causes.play(scene, written, layout, (actor) => t(`actor.${actor}`), performance.now());
  }, [written]);

  // Requests.
  const trace = whole.traces.at(-1);
  const words = {
    hop: (hop: Trace['hops'][number], of: Trace) => hopText(hop, of, t, exists),
    end: (of: Trace) => endText(of, t),
  };
  const seen = useRef(trace?.id ?? 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each new request
  useEffect(() => {
    for (const each of whole.traces) if (each.id > seen.current) scene.play(journey(each, model, layout, words));
    seen.current = trace?.id ?? 0; // the past and another cluster have lower ones
  }, [trace?.id]);

  // What is said after changes.
  const say = useAnnouncements(
    model,
    (fact) => t(`say.${fact.id}`, fact.values),
    (count) => t('say.more', { count }),
  );

  const { reachedBy, held } = useMemo(() => {
    const names = new Map(model.services.map((service) => [service.key, service.name]));
    const reached = new Map<string, string[]>();
    const reasons = new Map<string, string>();
    for (const link of model.links) {
      if (!link.endpoint) continue;
      if (!link.endpoint.ready) reasons.set(link.target, link.endpoint.reason ?? 'NotReady');
      else {
        const known = reached.get(link.target);
        if (known) known.push(names.get(link.service) ?? '');
        else reached.set(link.target, [names.get(link.service) ?? '']);
      }
    }
    return { reachedBy: reached, held: reasons };
  }, [model]);

  // Looking around.
  const drag = useDrag(scroller);
  const fit = () => {
    // Zooming out widens the layout too, and from some point on less is told of each thing.
    const heightAt = (zoom: number) =>
      layoutOf(model, places, { ...options, level: levelAt(zoom), width: width / zoom / textSize }).height * zoom * textSize;
    zoomTo(zoomToFit((zoom) => heightAt(zoom) <= height));
    scroller.current?.scrollTo(0, 0);
  };

  /** Scrolls to the first of them, unless one is in sight. */
  const bringIn = (boxes: readonly Box[]): void => {
    const element = scroller.current;
    const [first] = boxes;
    if (!first || !element) return;
    const isInside = (box: Box): boolean => {
      const [x, y] = [box.x * zoom, box.y * zoom];
      return (
        y >= element.scrollTop &&
        y + box.h * zoom <= element.scrollTop + element.clientHeight &&
        x >= element.scrollLeft &&
        x <= element.scrollLeft + element.clientWidth
      );
    };
    if (boxes.some(isInside)) return;
    const [left, top] = [Math.max(0, first.x * zoom - 60), first.y * zoom - element.clientHeight / 3];
    element.scrollTo({ top, left, behavior: still ? 'auto' : 'smooth' });
  };

  // What a lesson points at comes into sight.
  const lookedFirst: string | undefined = looked.values().next().value;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each thing pointed at
  useEffect(() => {
    const box = lookedFirst && layout.boxes.get(layout.placeOf.get(lookedFirst) ?? lookedFirst);
    if (box) bringIn([box]);
  }, [meant, lookedFirst, layout.mode]);

  // So does what a search finds: a Pod, else whatever there is.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each search
  useEffect(() => {
    const lit = [...((asked.focus && highlightOf(model, layout, asked.focus)?.lit) ?? NO_KEYS)];
    const pods = lit.filter((key) => key.startsWith('pod:')).map((key) => layout.placeOf.get(key) ?? key);
    const boxes = (pods.length > 0 ? pods : lit).flatMap((key) => layout.boxes.get(key) ?? []);
    bringIn(boxes.sort((a, b) => a.y - b.y));
  }, [asked]);

  const visible = (box: { readonly y: number; readonly h: number }) =>
    (box.y + box.h) * zoom > scrolled.y - BEYOND && box.y * zoom < scrolled.y + height + BEYOND;
  const owners = useMemo(() => new Map(model.owners.map((owner) => [owner.key, owner])), [model.owners]);
  const twin = useRested({ model, layout, reachedBy }, view.table ? TABLE_REST_MS.seen : TABLE_REST_MS.unseen);
  const labelKeys = useMemo(
    () => [...new Set(model.pods.flatMap((pod) => Object.keys(pod.labels)))].filter((key) => !isMade(key)).sort(),
    [model.pods],
  );
  const expose = model.owners.find((owner) => owner.kind === 'Deployment');
  const exposed = model.pods.find((pod) => expose?.sets.some((set) => set.uid === pod.controller?.uid));
  // What the Pod declares; else what the tutorial's image listens on, or the web's own port.
  const exposePort = exposed?.ports[0]?.port ?? (exposed?.image.name === 'kubernetes-bootcamp' ? 8080 : 80);

  return (
    <SharedContext value={shared}>
      <section
        className={`dd-topology ${layout.mode} ${layout.level}${still ? ' still' : ''}${highlight && highlight === topical ? ' soft' : ''}`}
        aria-label={t('title')}
      >
        <Toolbar namespaces={whole.namespaces} labelKeys={labelKeys} grouping={grouping} matched={matched} onZoom={zoomTo} onFit={fit} />
        <div className="dd-body">
          {/* biome-ignore lint/a11y/useSemanticElements: nothing of a form */}
          <div
            className="dd-scroller"
            ref={scroller}
            role="group"
            aria-label={t('scene')}
            onScroll={(event) => setScrolled({ x: event.currentTarget.scrollLeft, y: event.currentTarget.scrollTop })}
            onKeyDown={(event) => moveAmongCards(event, setActive, point, zoomTo)}
            onFocus={(event) => {
              const key = (event.target as HTMLElement).dataset['nav'];
              if (key) setActive(key);
            }}
            {...drag}
          >
            <div style={{ width: layout.width * zoom, height: layout.height * zoom }}>
              <div
                className="dd-scene"
                ref={root}
                style={
                  {
                    width: layout.width,
                    height: layout.height,
                    transform: zoom === 1 ? undefined : `scale(${zoom})`,
                    '--dd-fan': `${layout.fan}px`,
                  } as CSSProperties
                }
              >
                {layout.frames.map((frame) => (
                  <Frame key={frame.key} frame={frame} />
                ))}
                <canvas ref={back} className="dd-canvas" data-testid="lines" />
                {layout.captions.map(({ id, box }) => (
                  <span key={id} className="dd-caption" style={{ left: box.x, top: box.y, width: box.w }}>
                    {t(`caption.${id}`)}
                  </span>
                ))}
                <LaptopCard box={layout.laptop} />
                {layout.doors.map((door) => (
                  <DoorCard key={door.key} node={door.view} box={door.box} />
                ))}
                {layout.moreDoors && (
                  <span
                    className="dd-caption"
                    style={{ left: layout.moreDoors.box.x, top: layout.moreDoors.box.y, width: layout.moreDoors.box.w }}
                  >
                    {t('door.more', { count: layout.moreDoors.count })}
                  </span>
                )}
                {layout.ingresses.map(({ key, view: ingress, box }) => (
                  <IngressCard key={key} ingress={ingress} box={box} />
                ))}
                {layout.services
                  .filter((placed) => visible(placed.box))
                  .map(({ key, view: service, box }) => (
                    <ServiceCard key={key} service={service} box={box} compact={layout.compact} />
                  ))}
                {layout.frames.map((frame) => (
                  <FrameHead key={frame.key} frame={frame} />
                ))}
                {layout.lanes
                  .filter((lane) => visible(lane.box))
                  .map((lane) => (
                    <LaneHead key={lane.key} lane={lane} />
                  ))}
                {layout.folds
                  .filter((fold) => visible(fold.box))
                  .map((fold) => (
                    <FoldCard key={fold.key} fold={fold} owner={owners.get(fold.band.owner ?? '')} />
                  ))}
                {layout.pods
                  .filter((placed) => visible(placed.box))
                  .map((placed) => (
                    <PodCard
                      key={placed.key}
                      placed={placed}
                      ghost={isGhost(placed.slot, now)}
                      services={reachedBy.get(placed.key) ?? NONE}
                      held={held.get(placed.key)}
                      roomy={layout.fan >= ROOMY}
                    />
                  ))}
                {layout.addresses.map(({ key, view: address, box }) => (
                  <AddressCard key={key} address={address} box={box} />
                ))}
                {layout.owners.map(({ key, view: owner, box }) => (
                  <OwnerCard key={key} owner={owner} box={box} />
                ))}
                {layout.configs
                  .filter((placed) => visible(placed.box))
                  .map(({ key, view: config, box }) => (
                    <ConfigCard key={key} config={config} box={box} />
                  ))}
                {onSuggest && model.pods.length === 0 && model.owners.length === 0 && focused.length === 0 && (
                  <Hint
                    box={layout.hints.pods}
                    text={t('hint.empty')}
                    command={FIRST_COMMAND}
                    onSuggest={onSuggest}
                    onLearn={onLearn}
                    tour
                  />
                )}
                {onSuggest && expose && model.services.every(isApiServer) && (
                  <Hint
                    box={layout.hints.services}
                    text={t('hint.expose')}
                    command={`kubectl expose deployment/${expose.name} --type=NodePort --port=${exposePort}`}
                    onSuggest={onSuggest}
                  />
                )}
                <canvas ref={front} className="dd-canvas front" />
                <div ref={bubbles} className="dd-bubbles" aria-hidden="true" />
              </div>
            </div>
          </div>
          <Suspense>{view.legend && <Legend />}</Suspense>
          <Suspense>
            <Twin model={twin.model} layout={twin.layout} reachedBy={twin.reachedBy} visible={view.table} />
          </Suspense>
        </div>
        {trace && <RequestLine trace={trace} onReplay={still ? undefined : () => scene.play(journey(trace, model, layout, words))} />}
        <p className="dd-hidden" aria-live="polite">
          {say}
        </p>
      </section>
    </SharedContext>
  );
}

const levelAt = (zoom: number): Level => (zoom < 0.72 ? 'dots' : zoom >= 1.45 ? 'details' : 'names');
const NONE: readonly string[] = [];
const NO_CHANGES: readonly Change[] = [];
const ignore = (): void => {};
const NO_KEYS: ReadonlySet<string> = new Set();

function Hint({
  box,
  text,
  command,
  onSuggest,
  onLearn,
  tour = false,
}: {
  readonly box: { x: number; y: number; w: number };
  readonly text: string;
  readonly command: string;
  readonly onSuggest: (command: string) => void;
  readonly onLearn?: (() => void) | undefined;
  /** Offers the tour too. */
  readonly tour?: boolean;
}) {
  const { t } = useWords();
  return (
    <div className="dd-hint" style={{ left: box.x, top: box.y, width: box.w }}>
      <p>{text}</p>
      <button type="button" className="dd-command" onClick={() => onSuggest(command)} title={t('hint.type')}>
        <code>
          <Words text={command} />
        </code>
      </button>
      {onLearn && (
        <button type="button" className="dd-link dd-tour" onClick={onLearn}>
          {t('hint.learn')}
        </button>
      )}
      {tour && (
        <button type="button" className="dd-link dd-tour" onClick={() => openDialog('tour')}>
          {t('hint.tour')}
        </button>
      )}
    </div>
  );
}

/** The workloads on each Node that would each need a card: from where on grouping by Node is mud, and below which it is clear again. */
const MUD = { from: 40, until: 24 } as const;

/** What `auto` comes to; it does not go to and fro at the border. */
function useGrouping(choice: View['grouping'], model: Model): Grouping {
  const automatic = useRef<'node' | 'owner'>('node');
  const bands = useMemo(() => new Set(model.pods.map((pod) => `${pod.node}/${pod.prefix || pod.key}`)).size, [model.pods]);
  const folded = model.pods.length > 60;
  if (bands >= MUD.from && folded) automatic.current = 'owner';
  else if (bands < MUD.until || !folded) automatic.current = 'node';
  return choice === 'auto' ? automatic.current : choice;
}

/** The slots, kept from model to model; time alone closes freed ones. */
function useSlots(model: Model, grouping: Grouping, memory: PictureMemory): { readonly state: SlotState; readonly at: number } {
  const [tick, setTick] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `tick` says that time has passed
  const result = useMemo(() => {
    const owners = new Map<string, string>();
    for (const owner of model.owners) for (const set of [...owner.sets, owner]) owners.set(set.uid, owner.key);
    const ownerOf = (pod: PodView) => (pod.controller ? owners.get(pod.controller.uid) : undefined);
    const placeOf = (pod: PodView): string => {
      if (grouping === 'node') return pod.node ?? '';
      if (grouping === 'owner') return ownerOf(pod) ?? 'none';
      return pod.labels[grouping.slice('label:'.length)] ?? NO_LABEL;
    };
    const at = performance.now();
    const { slots } = memory;
    const before = slots.grouping === grouping ? slots.state : NO_SLOTS;
    const pods = before === NO_SLOTS ? asTheyStood(model.pods, memory.stood) : model.pods;
    const state = assignSlots(before, pods, ownerOf, placeOf, at, model.now < slots.time);
    memory.slots = { grouping, state, time: model.now };
    return { state, at };
  }, [model, grouping, memory, tick]);
  const { nextAt } = result.state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new result is a new wait
  useEffect(() => {
    if (nextAt === undefined) return;
    const timer = setTimeout(() => setTick((old) => old + 1), Math.max(16, nextAt - performance.now()));
    return () => clearTimeout(timer);
  }, [nextAt, result]);
  return result;
}

/** Keys of the Services from top to bottom, kept from model to model; the one to the API server, which all have, comes last. */
function useServiceOrder(model: Model, slots: SlotState, grouping: Grouping, memory: PictureMemory): readonly string[] {
  return useMemo(() => {
    const heights = heightsOf(model, slots, grouping);
    const targets = new Map<string, number[]>();
    for (const { service, target } of model.links) {
      const known = targets.get(service);
      const height = heights.get(target) ?? heights.size; // addresses stand below all
      if (known) known.push(height);
      else targets.set(service, [height]);
    }
    for (const each of targets.values()) each.sort((a, b) => a - b);
    const [quiet, others] = [model.services.filter(isApiServer), model.services.filter((service) => !isApiServer(service))];
    const before = memory.services.grouping === grouping ? memory.services.order : NO_ORDER;
    const order = servicesInOrder(
      before,
      others.map(({ key }) => key),
      targets,
    );
    memory.services = { grouping, order };
    return [...order.keys, ...quiet.map(({ key }) => key)];
  }, [model, slots, grouping, memory]);
}

/** Where Pods without the label stand: no label has such a value, and it sorts last. */
const NO_LABEL = '\uffff';

/** A sentence about what changed, once it has been quiet for a moment. */
function useAnnouncements(model: Model, phrase: (fact: Fact) => string, more: (count: number) => string): string {
  const told = useRef<Model>(model);
  const [text, setText] = useState('');
  const words = useRef({ phrase, more });
  words.current = { phrase, more };
  useEffect(() => {
    const timer = setTimeout(() => {
      const facts = changes(told.current, model);
      told.current = model;
      if (facts.length === 0) return;
      // What it means for Services comes last and matters most.
      const kept = facts.length > 4 ? [...facts.slice(0, 2), ...facts.slice(-2)] : facts;
      const spoken = kept.map(words.current.phrase);
      if (kept.length < facts.length) spoken.splice(2, 0, words.current.more(facts.length - kept.length));
      setText(spoken.join(' '));
    }, QUIET_MS);
    return () => clearTimeout(timer);
  }, [model]);
  return text;
}
