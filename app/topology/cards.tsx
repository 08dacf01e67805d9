// The cards of the picture, one for each kind of thing.
import { memo } from 'react';
import type { Translate } from '../i18n/index.ts';
import { useShared } from './context.ts';
import type { Box, FrameBox, LaneBox, PodBox } from './layout.ts';
import { MAX_PORT_ROWS, ownerSets, shownRules } from './layout.ts';
import { textWidth } from './measure.ts';
import type { AddressView, ConfigView, IngressView, JobView, NearMiss, NodeView, OwnerView, PodView, ServiceView, Tone } from './model.ts';
import { CardButton, Chips, StateIcon, size, usePlace } from './parts.tsx';
import { isApiServer } from './services.ts';
import { useWords } from './texts.ts';
import type { Why } from './why.ts';

export const LaptopCard = memo(function LaptopCard({ box }: { readonly box: Box }) {
  const { t } = useWords();
  const { highlight } = useShared();
  return (
    <div
      ref={usePlace('laptop')}
      className={`dd-item dd-outside${highlight && !highlight.lit.has('laptop') ? ' dd-dim' : ''}`}
      style={size(box)}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true" className="dd-laptop">
        <rect x="4.5" y="5" width="15" height="10.5" rx="1.6" />
        <path d="M2 18.5h20" />
      </svg>
      <span className="dd-two">
        <b>{t('you')}</b>
        <span className="dd-sub">{t('laptop')}</span>
      </span>
    </div>
  );
});

export const DoorCard = memo(function DoorCard({ node, box }: { readonly node: NodeView; readonly box: Box }) {
  const { t } = useWords();
  const key = `door:${node.name}`;
  const label = t('door.label', { name: node.name, ip: node.ip ?? '?' });
  return (
    <CardButton
      nav={key}
      object={node.ref}
      place={usePlace(key)}
      className="dd-item dd-door"
      style={size(box)}
      aria-label={label}
      title={label}
    >
      <span className="dd-two">
        <b className="dd-cut">{node.name}</b>
        <span className="dd-sub dd-mono dd-cut">{node.ip ?? '–'}</span>
      </span>
    </CardButton>
  );
});

interface ServiceCardProps {
  readonly service: ServiceView;
  readonly compact: boolean;
  readonly box: Box;
}

export const ServiceCard = memo(function ServiceCard({ service, compact, box }: ServiceCardProps) {
  const { t } = useWords();
  const { manyNamespaces, highlight } = useShared();
  const why = highlight?.why.get(service.key);
  const total = service.ready + service.notReady;
  const address = service.type === 'ExternalName' ? service.externalName : service.headless ? t('service.headless') : service.clusterIP;
  const external =
    service.externalIPs.length > 0 ? service.externalIPs.join(', ') : service.type === 'LoadBalancer' ? '<pending>' : undefined;
  const label = describeService(service, t);
  const place = usePlace(service.key);
  const name = (
    <span className="dd-name dd-cut" title={service.name}>
      {manyNamespaces && !isApiServer(service) && <span className="dd-ns">{service.namespace}/</span>}
      {service.name}
    </span>
  );
  const data = {
    'data-kind': 'Service',
    'data-name': service.name,
    'data-selects': service.selects,
    'data-ready': service.ready,
    'data-total': total,
  };
  if (isApiServer(service)) {
    return (
      <CardButton
        nav={service.key}
        object={service.ref}
        place={place}
        className="dd-item dd-service quiet"
        style={size(box)}
        aria-label={label}
        title={label}
        {...data}
      >
        {name}
        <span className="dd-sub dd-mono dd-cut">
          {service.clusterIP}:{service.ports[0]?.port}
        </span>
      </CardButton>
    );
  }
  const tone = total > 0 && service.ready === total ? 'ok' : service.ready > 0 || service.selects > 0 ? 'warn' : 'none';
  const reach = t('service.reach', { ready: service.ready, total });
  const roomForWord = textWidth(service.name, NAME_FONT) + textWidth(reach, REACH_FONT) + 34 < box.w;
  const reached = service.type !== 'ExternalName' && (
    <span className={`dd-reach ${tone}`} title={t('service.reachTitle', { ready: service.ready, total })}>
      {roomForWord ? reach : `${service.ready}/${total}`}
    </span>
  );
  const plain = service.type === 'ExternalName' || service.headless ? ' noip' : '';
  if (compact) {
    const ports = service.ports.map((port) => [port.nodePort, port.port, port.target].filter((each) => each !== undefined).join('→'));
    return (
      <CardButton
        nav={service.key}
        object={service.ref}
        place={place}
        className={`dd-item dd-service compact${plain}`}
        style={size(box)}
        aria-label={label}
        {...data}
      >
        <span className="dd-row head">
          {name}
          {reached}
        </span>
        <span className="dd-row ip">
          {why ? (
            <WhyText why={why} />
          ) : service.selector && service.selects === 0 ? (
            <span className="dd-why warn dd-cut" title={service.nearMiss && missText(service.nearMiss, t)}>
              {t('service.selectsNone')}
              {service.nearMiss && ` · ${missText(service.nearMiss, t)}`}
            </span>
          ) : (
            <span className="dd-sub dd-mono dd-cut" title={ports.join(', ')}>
              {service.type === 'ClusterIP' ? address : service.type} {service.type === 'ExternalName' ? address : ports.join(', ')}
            </span>
          )}
        </span>
      </CardButton>
    );
  }
  return (
    <CardButton
      nav={service.key}
      object={service.ref}
      place={place}
      className={`dd-item dd-service${plain}`}
      style={size(box)}
      aria-label={label}
      {...data}
    >
      <span className="dd-row head">
        {name}
        {reached}
      </span>
      <span className="dd-row ip">
        <span className="dd-badge">{service.type}</span>
        <span
          className={`dd-sub dd-cut${service.headless ? '' : ' dd-mono'}`}
          title={[address, external && t('service.externalTitle', { ip: external })].filter(Boolean).join(' · ')}
        >
          {external ?? address}
        </span>
      </span>
      {service.ports.slice(0, MAX_PORT_ROWS).map((port) => {
        const target = port.resolved.length > 0 ? port.resolved.join(',') : port.target;
        const title = t('service.portTitle', {
          name: port.name ?? '',
          nodePort: port.nodePort ?? '',
          port: port.port,
          target: port.target,
          protocol: port.protocol,
        });
        return (
          <span key={`${port.port}/${port.protocol}`} className="dd-row ports" title={title}>
            {port.nodePort ? <span className="dd-port node">{port.nodePort}</span> : <span className="dd-port blank" />}
            <span className="dd-track" />
            <span className="dd-port">
              {port.name && service.ports.length > 1 && box.w > 200 && <span className="dd-portname">{port.name} </span>}
              {port.port}
              {port.protocol !== 'TCP' && `/${port.protocol}`}
            </span>
            <span className="dd-track arrow" />
            <span className="dd-port target">{target}</span>
          </span>
        );
      })}
      {service.ports.length > MAX_PORT_ROWS && (
        <span className="dd-row dd-sub">{t('service.morePorts', { count: service.ports.length - MAX_PORT_ROWS })}</span>
      )}
      <span className="dd-row selector">
        {why ? (
          <WhyText why={why} />
        ) : service.selector ? (
          <Chips labels={service.selector} room={box.w - 22} object={service.key} />
        ) : (
          <span className="dd-sub dd-cut">{t(service.type === 'ExternalName' ? 'service.cname' : 'service.noSelector')}</span>
        )}
      </span>
      {service.selector && service.selects === 0 && (
        <>
          <span className="dd-row dd-warnrow dd-cut">{t('service.selectsNone')}</span>
          {service.nearMiss && (
            <span className="dd-row dd-warnrow miss dd-cut" title={missText(service.nearMiss, t)}>
              {missText(service.nearMiss, t)}
            </span>
          )}
        </>
      )}
    </CardButton>
  );
});

function missText(miss: NearMiss, t: Translate): string {
  if (miss.kind === 'namespace') return t('miss.namespace', { ...miss, count: miss.pods });
  if (miss.kind === 'missing') return t('miss.missing', { ...miss });
  return miss.key === miss.haveKey ? t('miss.value', { ...miss }) : t('miss.key', { ...miss });
}

/** All that the card shows, as a sentence. */
export function describeService(service: ServiceView, t: Translate): string {
  const ports = service.ports
    .map((port) => [port.nodePort, port.port, port.target].filter((each) => each !== undefined).join(' → '))
    .join(', ');
  const selector = service.selector
    ? Object.entries(service.selector)
        .map(([key, value]) => `${key}=${value}`)
        .join(',')
    : '–';
  const address = service.externalName ?? service.clusterIP ?? 'None';
  const text = t('service.label', {
    name: service.name,
    type: service.type,
    address,
    ports,
    selector,
    selects: service.selects,
    ready: service.ready,
    total: service.ready + service.notReady,
  });
  return service.nearMiss ? `${text} ${missText(service.nearMiss, t)}` : text;
}

export function WhyText({ why }: { readonly why: Why }) {
  const { t } = useWords();
  const text = t(`why.${why.id}`, why.values);
  return (
    <span className={`dd-why ${why.tone} dd-cut`} title={text}>
      {text}
    </span>
  );
}

export function describePod(pod: PodView, services: readonly string[], t: Translate): string {
  const { word, ready, total, restarts } = pod.status;
  const labels = Object.entries(pod.labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(', ');
  return t('pod.label', {
    name: pod.name,
    word,
    ready,
    total,
    restarts,
    node: pod.node ?? '–',
    owner: pod.controller ? `${pod.controller.kind} ${pod.controller.name}` : '–',
    labels: labels || '–',
    services: services.join(', ') || '–',
  });
}

interface PodCardProps {
  readonly placed: PodBox;
  readonly ghost: boolean;
  /** Names of the Services that reach it. */
  readonly services: readonly string[];
  /** The word at the hollow end of a line. */
  readonly held: string | undefined;
  /** There is room for that word beside the card. */
  readonly roomy: boolean;
}

/** What the words "no owner" take of a line, px. */
const ORPHAN_WIDTH = 76;

export const PodCard = memo(function PodCard({ placed, ghost, services, held, roomy }: PodCardProps) {
  const { t } = useWords();
  const { highlight, manyNamespaces } = useShared();
  const { slot, small, details, box } = placed;
  const { pod } = slot;
  const { word, tone, ready, total, restarts } = pod.status;
  const place = usePlace(placed.key);
  const why = highlight?.why.get(pod.key);
  // Of what Pods share in their names a few letters, or nothing.
  const beside = textWidth(pod.name.slice(pod.prefix.length), NAME_FONT) + textWidth(word, REACH_FONT);
  const room = box.w - NAME_BESIDE - beside - (manyNamespaces ? textWidth(`${pod.namespace}/`, SHARED_FONT) : 0);
  const shared = room < LEAST_SHARED ? '' : pod.prefix;
  const own = pod.name.slice(pod.prefix.length);
  const orphan = !pod.controller && placed.band.owner !== undefined;
  if (slot.freedAt !== undefined) {
    return (
      <div ref={place} className={`dd-item dd-pod empty${ghost ? ' ghost' : ''}`} style={size(box)} aria-hidden="true">
        {ghost && <span className="dd-cut">{t('pod.gone', { name: own })}</span>}
      </div>
    );
  }
  const name = (
    <span className="dd-name dd-podname" title={pod.name}>
      {manyNamespaces && <span className="dd-ns dd-cut">{pod.namespace}/</span>}
      {shared && <span className="dd-shared dd-cut">{shared}</span>}
      <span className={shared ? 'dd-own' : 'dd-own dd-cut'}>{own}</span>
    </span>
  );
  const state = (
    <span key={word} className={`dd-word ${tone}`}>
      {word}
    </span>
  );
  const label = describePod(pod, services, t);
  const data = { 'data-kind': 'Pod', 'data-name': pod.name, 'data-status': word };
  const classes = `dd-item dd-pod ${tone}${orphan ? ' orphan' : ''}${small ? ' small' : ''}`;
  if (small) {
    return (
      <CardButton nav={pod.key} object={pod.ref} place={place} className={classes} style={size(box)} aria-label={label} {...data}>
        <StateIcon tone={tone} />
        {name}
        {why ? <WhyText why={why} /> : state}
      </CardButton>
    );
  }
  return (
    <CardButton nav={pod.key} object={pod.ref} place={place} className={classes} style={size(box)} aria-label={label} {...data}>
      <span className="dd-row head">
        <StateIcon tone={tone} />
        {name}
        {state}
      </span>
      <span className="dd-row facts">
        {why ? (
          <WhyText why={why} />
        ) : (
          <>
            {held && !roomy && held !== word && <span className="dd-held inside">{held}</span>}
            <span className={`dd-count${ready < total && tone !== 'done' ? ' low' : ''}`} title={t('pod.readyTitle', { ready, total })}>
              {ready}/{total}
            </span>
            {restarts > 0 && (
              <span className="dd-count low" title={t('pod.restarts', { count: restarts })}>
                ↻{restarts}
              </span>
            )}
            <span className="dd-image" title={pod.images.join('\n')}>
              <span className="dd-cut">{pod.image.name}</span>
              {pod.image.tag && <span className="dd-cut">:{pod.image.tag}</span>}
            </span>
            {pod.ip && <span className="dd-mono dd-podip">{pod.ip}</span>}
          </>
        )}
      </span>
      <span className="dd-row">
        {orphan && <span className="dd-orphan">{t('pod.orphan')}</span>}
        <Chips labels={pod.labels} room={box.w - 22 - (orphan ? ORPHAN_WIDTH : 0)} object={pod.key} />
      </span>
      {details && <PodDetails pod={pod} />}
      {held && roomy && !why && <span className="dd-held">{held}</span>}
    </CardButton>
  );
});

/** As in topology.css, to know what fits. */
/** What stands beside a Pod's name in its row: edges, icon, gaps; and the least of its shared part that says anything, px. */
const NAME_BESIDE = 46;
const LEAST_SHARED = 34;
const NAME_FONT = '600 12.5px system-ui, sans-serif';
const SHARED_FONT = '400 12.5px system-ui, sans-serif';
const REACH_FONT = '600 11px system-ui, sans-serif';
const NODE_FONT = '600 12px system-ui, sans-serif';
const IP_FONT = '400 11px monospace';

/** What a Pod's card tells when there is room for more: a row for each of `detailRows`. */
function PodDetails({ pod }: { readonly pod: PodView }) {
  const { t } = useWords();
  return (
    <span className="dd-details">
      {pod.containers.map((container) => (
        <span key={container.name} className="dd-row" title={`${container.name}: ${container.image}, ${container.word}`}>
          <b className="dd-cut">{container.name}</b>
          <span className="dd-cut">{container.image}</span>
          <span className={`dd-word ${container.ready ? 'ok' : ''}`}>{container.word}</span>
        </span>
      ))}
      {pod.uses.length > 0 && (
        <span className="dd-row dd-cut" title={pod.uses.map((use) => `${use.kind} ${use.name}`).join('\n')}>
          {t('pod.uses', { list: pod.uses.map((use) => use.name).join(', ') })}
        </span>
      )}
      {pod.message && (
        <span className="dd-row dd-cut" title={pod.message}>
          {pod.message}
        </span>
      )}
    </span>
  );
}

export const Frame = memo(function Frame({ frame }: { readonly frame: FrameBox }) {
  const { t } = useWords();
  const { node, owner, name, key, kind, box, pods, ready } = frame;
  const place = usePlace(key);
  if (kind === 'pending') {
    return (
      <div ref={place} className="dd-item dd-node pending" style={size(box)} data-kind="Pending">
        <span className="dd-nodehead dd-cut">{t('node.pending')}</span>
      </div>
    );
  }
  if (kind !== 'node') {
    const jobTone = owner?.job && (JOB_TONES[owner.job.word] ?? 'busy');
    return (
      <div ref={place} className="dd-item dd-node dd-grouped" style={size(box)} data-kind="Group" data-name={name}>
        <span className="dd-nodehead">
          {owner && <span className="dd-kind">{owner.kind}</span>}
          <b className="dd-cut">{name || t(kind === 'owner' ? 'owner.none' : 'group.none')}</b>
          {owner?.job ? (
            <span className={`dd-word ${jobTone}`}>{owner.job.done}</span>
          ) : (
            <span className={`dd-word ${ready === pods ? 'ok' : 'warn'}`}>
              {ready}/{owner?.desired ?? pods}
            </span>
          )}
        </span>
      </div>
    );
  }
  const state = node ? (node.ready ? 'Ready' : 'NotReady') : t('node.gone');
  const room = box.w - 24 - 16 - textWidth(name, NODE_FONT) - textWidth(state, NODE_FONT);
  return (
    <div
      ref={place}
      className={`dd-item dd-node${node?.ready ? '' : ' down'}${node?.cordoned ? ' cordoned' : ''}`}
      style={size(box)}
      data-kind="Node"
      data-name={name}
      data-status={node?.word}
    >
      <span className="dd-nodehead">
        <b className="dd-cut">{name}</b>
        {node?.ip && textWidth(node.ip, IP_FONT) <= room && <span className="dd-mono dd-sub">{node.ip}</span>}
        <span className={`dd-word ${node?.ready ? 'ok' : 'bad'}`}>{state}</span>
      </span>
      {node && (node.cordoned || node.taints.length > 0) && (
        <span className="dd-taints">
          {node.cordoned && <span className="dd-taint">SchedulingDisabled</span>}
          {node.taints.map((taint) => (
            <span key={taint} className="dd-taint dd-cut" title={t('node.taint', { taint })}>
              {taint}
            </span>
          ))}
        </span>
      )}
      {pods === 0 && box.h < 60 && <span className="dd-nodeempty">{t('node.empty')}</span>}
    </div>
  );
});

/** The part of a frame that can be chosen; the frame itself lies under the lines. */
export const FrameHead = memo(function FrameHead({ frame }: { readonly frame: FrameBox }) {
  const { t } = useWords();
  const { node, owner, box } = frame;
  const place = usePlace(frame.key);
  const object = node ?? owner;
  if (!object) return null;
  const label = node
    ? t('node.label', { name: node.name, ip: node.ip ?? '–', word: node.word, taints: node.taints.join(', ') || '–' })
    : describeOwner(owner!, t);
  return (
    <CardButton
      nav={object.key}
      object={object.ref}
      place={place}
      className="dd-item dd-nodebutton"
      style={{ width: box.w, height: 30 }}
      aria-label={label}
      title={label}
    >
      {''}
    </CardButton>
  );
});

export const ConfigCard = memo(function ConfigCard({ config, box }: { readonly config: ConfigView; readonly box: Box }) {
  const { t } = useWords();
  const facts = config.missing ? t('config.missing') : config.word || t('config.keys', { count: config.keys });
  const used = t('config.used', { count: config.users.length });
  return (
    <CardButton
      nav={config.key}
      object={config.missing ? undefined : config.ref}
      place={usePlace(config.key)}
      className={`dd-item dd-config${config.missing ? ' missing' : ''}`}
      style={size(box)}
      aria-label={`${config.kind} ${config.name}, ${facts}, ${used}`}
      title={`${config.kind} ${config.name}, ${facts}, ${used}`}
      data-kind={config.kind}
      data-name={config.name}
    >
      <span className="dd-row">
        <span className="dd-kind">{config.kind === 'PersistentVolumeClaim' ? 'PVC' : config.kind}</span>
        <span className={`dd-sub dd-cut${config.missing ? ' low' : ''}`}>{facts}</span>
      </span>
      <span className="dd-row">
        <span className="dd-name dd-cut">{config.name}</span>
        <span className="dd-sub dd-users">{config.users.length > 0 ? `→${config.users.length}` : ''}</span>
      </span>
    </CardButton>
  );
});

export const IngressCard = memo(function IngressCard({ ingress, box }: { readonly ingress: IngressView; readonly box: Box }) {
  const { t } = useWords();
  const rules = ingress.rules.map((rule) => `${rule.host}${rule.path} → ${rule.service ?? '?'}:${rule.port}`);
  const shown = shownRules(ingress);
  const label = t('ingress.label', { name: ingress.name, address: ingress.address || '–', rules: rules.join(', ') });
  return (
    <CardButton
      nav={ingress.key}
      object={ingress.ref}
      place={usePlace(ingress.key)}
      className="dd-item dd-ingress"
      style={size(box)}
      aria-label={label}
      title={label}
      data-kind="Ingress"
      data-name={ingress.name}
    >
      <span className="dd-row">
        <span className="dd-kind">Ingress</span>
      </span>
      <span className="dd-row">
        <span className="dd-name dd-cut">{ingress.name}</span>
      </span>
      {shown.map((rule, index) => (
        <span key={index} className="dd-row dd-sub dd-mono dd-rule">
          <span className="dd-cut">
            {rule.host === '*' ? '' : rule.host}
            {rule.path}
          </span>
        </span>
      ))}
      {shown.length < rules.length && <span className="dd-row dd-sub">{t('ingress.more', { count: rules.length - shown.length })}</span>}
    </CardButton>
  );
});

/** Of a Job's words those that end it; while it has another it is under way. */
const JOB_TONES: Readonly<Record<string, Tone>> = { Complete: 'ok', Failed: 'bad' };

/** How far it is, in a few letters. */
const jobText = ({ word, done }: JobView): string => `${word} ${done}`;

function describeOwner({ kind, name, ready, desired, schedule, job }: OwnerView, t: Translate): string {
  if (job) return t('owner.job', { kind, name, job: jobText(job) });
  if (schedule !== undefined) return t('owner.scheduled', { kind, name, schedule });
  return t('owner.label', { kind, name, ready, desired: desired ?? '?' });
}

export const OwnerCard = memo(function OwnerCard({ owner, box }: { readonly owner: OwnerView; readonly box: Box }) {
  const { t } = useWords();
  const { manyNamespaces } = useShared();
  const place = usePlace(owner.key);
  const label = describeOwner(owner, t);
  const low = owner.job
    ? owner.job.word === 'Failed'
    : owner.desired !== undefined
      ? owner.ready < owner.desired
      : owner.schedule === undefined;
  const state = owner.job
    ? jobText(owner.job)
    : (owner.schedule ?? t('owner.ready', { ready: owner.ready, desired: owner.desired ?? '?' }));
  return (
    <div ref={place} className="dd-item dd-owner" style={size(box)} data-kind={owner.kind} data-name={owner.name}>
      <CardButton nav={owner.key} object={owner.ref} className="dd-ownerhead" aria-label={label} title={label}>
        <span className="dd-kind">{owner.kind}</span>
        <span className="dd-name dd-cut">
          {manyNamespaces && <span className="dd-ns">{owner.namespace}/</span>}
          {owner.name}
        </span>
        <span className={`dd-sub dd-cut${low ? ' low' : ''}`}>{owner.paused ? t('owner.paused') : state}</span>
      </CardButton>
      {ownerSets(owner).map((set, index) => {
        const text = set.job
          ? t('owner.job', { kind: set.kind, name: set.name, job: jobText(set.job) })
          : t('owner.set', { name: set.name, pods: set.pods, desired: set.desired ?? '?', revision: set.revision ?? '–' });
        return (
          <CardButton
            key={set.key}
            nav={set.key}
            object={set.ref}
            className={`dd-set${index > 0 ? ' old' : ''}`}
            aria-label={text}
            title={text}
          >
            <span className="dd-mono dd-cut">{set.short}</span>
            <span className="dd-sub">{set.job?.done ?? (set.pods === set.desired ? set.pods : `${set.pods}→${set.desired}`)}</span>
          </CardButton>
        );
      })}
    </div>
  );
});

export const LaneHead = memo(function LaneHead({ lane }: { readonly lane: LaneBox }) {
  const { t } = useWords();
  const place = usePlace(lane.key);
  const { owner } = lane;
  if (!owner) {
    return (
      <div ref={place} className="dd-item dd-lane" style={size(lane.box)}>
        <span className="dd-cut">{t('owner.none')}</span>
      </div>
    );
  }
  const label = describeOwner(owner, t);
  return (
    <CardButton
      nav={owner.key}
      object={owner.ref}
      place={place}
      className="dd-item dd-lane"
      style={size(lane.box)}
      aria-label={label}
      title={label}
    >
      <span className="dd-kind">{owner.kind}</span>
      <b className="dd-cut">{owner.name}</b>
      <span className="dd-sub">{owner.job?.done ?? owner.schedule ?? `${owner.ready}/${owner.desired ?? '?'}`}</span>
    </CardButton>
  );
});

export const AddressCard = memo(function AddressCard({ address, box }: { readonly address: AddressView; readonly box: Box }) {
  const { t } = useWords();
  const { highlight } = useShared();
  return (
    <div
      ref={usePlace(address.key)}
      className={`dd-item dd-address${highlight && !highlight.lit.has(address.key) ? ' dd-dim' : ''}`}
      style={size(box)}
      title={address.text}
    >
      <span className="dd-sub">{t(`address.${address.kind}`)}</span>
      <span className="dd-mono dd-cut">{address.text}</span>
    </div>
  );
});
