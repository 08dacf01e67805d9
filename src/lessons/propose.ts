/** What a stretch of a session came to, as checks that a lesson could make of it: a proposal, for an author to choose from. */
import { API_RESOURCES } from '../kinds/resources.ts';
import type { Cluster } from '../session/index.ts';
import type { Change, KubeObject } from '../world/object.ts';
import { type AnyObject, type Beginning, Facts, type RequestFact } from './facts.ts';
import type { LessonLanguage } from './format.ts';

export interface Proposal {
  /** Distinct among the proposals of a stretch. */
  readonly id: string;
  /** CEL: false when the stretch began, true now. */
  readonly that: string;
  /** CEL: what there is meanwhile. */
  readonly saw?: string;
  /** What is wanted, as a short phrase. */
  readonly says: Readonly<Record<LessonLanguage, string>>;
}

/** The most that is proposed; the first say most. */
const MOST = 12;

/** Whoever works on the laptop: kubectl's field managers. Controllers have other names. */
const isLearner = ({ actor }: Change): boolean => actor.startsWith('kubectl');

/** Proposals for what people did since then: objects made, changed and deleted, requests and where they ended, what was looked at. */
export function propose(cluster: Cluster, since: Beginning): Proposal[] {
  const facts = new Facts(cluster, since);
  const found = [...ofChanges(cluster, since, facts), ...ofRequests(facts.requests())];
  const all = found.length > 0 ? found : [...ofReads(facts)];
  const seen = new Set<string>();
  const ids = new Set<string>();
  return all
    .filter(({ that }) => !seen.has(that) && seen.add(that))
    .slice(0, MOST)
    .map((one) => {
      let id = one.id;
      for (let number = 2; ids.has(id); number++) id = `${one.id}-${number}`;
      ids.add(id);
      return { ...one, id };
    });
}

/** A text as CEL writes it. */
const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;
const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '') || 'check';

interface Named {
  readonly kind: string;
  /** As CEL's functions take it: the short name. */
  readonly short: string;
  readonly ref: string;
  readonly name: string;
}

function named(resource: string, { kind, metadata }: KubeObject): Named | undefined {
  const found = API_RESOURCES.find(({ group, plural }) => resource === (group === '' ? plural : `${plural}.${group}`));
  if (!found) return undefined;
  const { name, namespace } = metadata;
  const ref = found.namespaced && namespace !== undefined && namespace !== 'default' ? `${namespace}/${name}` : name;
  return { kind, short: found.shortNames[0] ?? found.singular, ref, name };
}

function* ofChanges({ world: { store } }: Cluster, { revision }: Beginning, facts: Facts): Generator<Proposal> {
  const touched = new Map<string, { readonly first: Change; deleted: boolean }>();
  for (const change of store.changesSince(revision) ?? []) {
    const { namespace = '', name } = change.object.metadata;
    const key = `${change.resource}/${namespace}/${name}`;
    const before = touched.get(key);
    if (before) before.deleted = change.type === 'DELETED';
    else if (isLearner(change)) touched.set(key, { first: change, deleted: change.type === 'DELETED' });
  }
  for (const { first, deleted } of touched.values()) {
    const object = named(first.resource, first.object);
    if (!object || first.resource === 'events') continue;
    const owned = (first.object.metadata.ownerReferences?.length ?? 0) > 0;
    const before = first.previous as AnyObject | undefined;
    const now = deleted ? null : facts.get(object.short, object.ref);
    if (owned) yield* ofOwned(object, before, now);
    else if (!now) {
      if (before) yield gone(object);
    } else yield* before ? ofChanged(object, before, now) : ofMade(object, now, facts);
  }
}

function gone({ kind, short, ref, name }: Named): Proposal {
  return {
    id: slug(`no-${name}`),
    that: `!exists(${quoted(short)}, ${quoted(ref)})`,
    saw: `list(${quoted(short)}).map(o, o.metadata.name)`,
    says: { en: `There is no ${kind} \`${name}\` any more`, zh: `不再有名为 \`${name}\` 的 ${kind}` },
  };
}

const ROLLS: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'DaemonSet']);

function* ofMade(object: Named, now: AnyObject, facts: Facts): Generator<Proposal> {
  const { kind, short, ref, name } = object;
  const get = `get(${quoted(short)}, ${quoted(ref)})`;
  const names = `list(${quoted(short)}).map(o, o.metadata.name)`;
  if (ROLLS.has(kind) && facts.rolledOut(short, ref))
    yield {
      id: slug(name),
      that: `rolledOut(${quoted(short)}, ${quoted(ref)})`,
      saw: names,
      says: {
        en: `The ${kind} \`${name}\` is there, and all its Pods are available`,
        zh: `${kind} \`${name}\` 已经存在，它的所有 Pod 都可用`,
      },
    };
  else if (kind === 'Pod' && now.status?.conditions?.some((one: AnyObject) => one['type'] === 'Ready' && one.status === 'True'))
    yield {
      id: slug(name),
      that: `isReady(${get})`,
      saw: `${get}.?status.phase.orValue('-')`,
      says: { en: `The Pod \`${name}\` is ready`, zh: `Pod \`${name}\` 已就绪` },
    };
  else if (kind === 'Service')
    yield {
      id: slug(name),
      that: `${get}.spec.type == ${quoted(String(now.spec.type))}`,
      saw: `${get}.?spec.type.orValue('-')`,
      says: { en: `A Service \`${name}\` of type ${now.spec.type}`, zh: `一个名为 \`${name}\`、类型为 ${now.spec.type} 的 Service` },
    };
  else
    yield {
      id: slug(name),
      that: `exists(${quoted(short)}, ${quoted(ref)})`,
      saw: names,
      says: { en: `There is a ${kind} \`${name}\``, zh: `有一个名为 \`${name}\` 的 ${kind}` },
    };
  const replicas = now.spec?.replicas;
  if (typeof replicas === 'number' && replicas !== 1) yield* ofLeaf(object, ['spec', 'replicas'], replicas);
  if (kind === 'Service' && facts.ready(ref).length > 0)
    yield {
      id: slug(`${name}-endpoints`),
      that: `size(ready(${quoted(ref)})) >= 1`,
      saw: `size(ready(${quoted(ref)}))`,
      says: { en: `\`${name}\` has a ready endpoint`, zh: `\`${name}\` 有就绪的端点` },
    };
  if (kind === 'Job' && now.status?.succeeded > 0)
    yield {
      id: slug(`${name}-complete`),
      that: `${get}.status.succeeded >= 1`,
      says: { en: `The Job \`${name}\` has succeeded`, zh: `Job \`${name}\` 已成功` },
    };
}

function* ofChanged(object: Named, before: AnyObject, now: AnyObject): Generator<Proposal> {
  const { kind, short, ref, name } = object;
  for (const [key, value] of newLabels(before, now))
    yield {
      id: slug(`${name}-${key}`),
      that: `hasLabel(get(${quoted(short)}, ${quoted(ref)}), ${quoted(key)}, ${quoted(value)})`,
      says: { en: `The ${kind} \`${name}\` has the label \`${key}=${value}\``, zh: `${kind} \`${name}\` 带有标签 \`${key}=${value}\`` },
    };
  let rolls = false;
  for (const { path, value } of leaves(before, now)) {
    if (path.length === 0) continue;
    rolls ||= ROLLS.has(kind);
    yield* ofLeaf(object, path, value);
  }
  if (rolls)
    yield {
      id: slug(`${name}-rolled-out`),
      that: `rolledOut(${quoted(short)}, ${quoted(ref)})`,
      says: { en: `The ${kind} \`${name}\` is rolled out`, zh: `${kind} \`${name}\` 已完成上线` },
    };
}

/** Pods that something owns have names that nobody chooses: labels tell of them. */
function* ofOwned({ short }: Named, before: AnyObject | undefined, now: AnyObject | null): Generator<Proposal> {
  if (!before) return;
  if (!now) {
    yield {
      id: 'replaced',
      that: `events('Killing').size() >= 1`,
      says: { en: 'A Pod was deleted', zh: '有一个 Pod 被删除了' },
    };
    return;
  }
  for (const [key, value] of newLabels(before, now))
    yield {
      id: slug(`${key}-${value}`),
      that: `list(${quoted(short)}, ${quoted(`${key}=${value}`)}).size() >= 1`,
      saw: `list(${quoted(short)}, ${quoted(key)}).map(o, o.metadata.labels[${quoted(key)}])`,
      says: { en: `A ${now.kind} with the label \`${key}=${value}\``, zh: `一个带有标签 \`${key}=${value}\` 的 ${now.kind}` },
    };
}

function newLabels(before: AnyObject, now: AnyObject): [string, string][] {
  const old = before.metadata.labels ?? {};
  return Object.entries(now.metadata.labels ?? {}).filter(([key, value]) => old[key] !== value);
}

type Path = readonly (string | number)[];
type Leaf = { readonly path: Path; readonly value: string | number | boolean };

/** The single values of a spec (or of data) that differ: where they are, and what they are now. */
function* leaves(before: AnyObject, now: AnyObject): Generator<Leaf> {
  for (const part of ['spec', 'data']) yield* differing(before[part], now[part], [part]);
}

function* differing(before: unknown, now: unknown, path: Path): Generator<Leaf> {
  if (typeof now === 'string' || typeof now === 'number' || typeof now === 'boolean') {
    if (before !== now) yield { path, value: now };
  } else if (typeof now === 'object' && now !== null && path.length < 8) {
    const old = typeof before === 'object' && before !== null ? (before as Readonly<Record<string, unknown>>) : {};
    for (const [key, value] of Object.entries(now)) yield* differing(old[key], value, [...path, Array.isArray(now) ? Number(key) : key]);
  }
}

function* ofLeaf({ kind, short, ref, name }: Named, path: Path, value: string | number | boolean): Generator<Proposal> {
  if (String(value).length > 80) return;
  const field = path.map((step) => (typeof step === 'string' && /^[A-Za-z_]\w*$/.test(step) ? `.${step}` : `[${cel(step)}]`)).join('');
  const said = path.filter((step) => typeof step === 'string').join('.');
  yield {
    id: slug(`${name}-${path.at(-1)}`),
    that: `get(${quoted(short)}, ${quoted(ref)})${field} == ${cel(value)}`,
    saw: `get(${quoted(short)}, ${quoted(ref)})${field}`,
    says: {
      en: `In the ${kind} \`${name}\`, \`${said}\` is \`${value}\``,
      zh: `${kind} \`${name}\` 的 \`${said}\` 是 \`${value}\``,
    },
  };
}

const cel = (value: string | number | boolean): string => (typeof value === 'string' ? quoted(value) : String(value));

/** One proposal for each way in which requests went. */
function* ofRequests(requests: readonly RequestFact[]): Generator<Proposal> {
  for (const { fromKind, via, service, status, failure, ok } of requests) {
    if (fromKind === 'node' || (!ok && status === 0 && failure === '')) continue;
    const where =
      fromKind === 'laptop'
        ? via === ''
          ? ''
          : ` && r.via == ${quoted(via)}`
        : service === ''
          ? ''
          : ` && r.service == ${quoted(service)}`;
    const end = status > 0 ? `r.status == ${status}` : ok ? 'r.ok' : `r.failure == ${quoted(failure)}`;
    const from = fromKind === 'laptop' ? { en: 'your laptop', zh: '你的电脑' } : { en: 'a Pod', zh: '一个 Pod' };
    const to = service === '' ? '' : ` \`${service}\``;
    yield {
      id: slug(`${fromKind}-${status > 0 ? status : ok ? 'ok' : failure}`),
      that: `requests().exists(r, r.fromKind == ${quoted(fromKind)}${where} && ${end})`,
      saw: `requests().filter(r, r.fromKind == ${quoted(fromKind)}).map(r, r.url + ' ' + r.result)`,
      says: ok
        ? { en: `A request from ${from.en} is answered${to && ` by${to}`}`, zh: `从${from.zh}发出的请求得到${to && `${to} 的`}应答` }
        : {
            en: `A request from ${from.en} fails (${failure || status})`,
            zh: `从${from.zh}发出的请求失败（${failure || status}）`,
          },
    };
  }
}

function* ofReads(facts: Facts): Generator<Proposal> {
  for (const { resource, subresource } of facts.reads()) {
    if (!/^[a-z]+$/.test(resource)) continue;
    const what = subresource === '' ? '' : `r.subresource == ${quoted(subresource)}`;
    yield {
      id: slug(`look-${resource}-${subresource}`),
      that: what === '' ? `reads(${quoted(resource)}).size() > 0` : `reads(${quoted(resource)}).exists(r, ${what})`,
      says: {
        en: subresource === 'log' ? 'You have read a log' : `You have looked at the ${resource}`,
        zh: subresource === 'log' ? '你已经看过日志' : `你已经查看过 ${resource}`,
      },
    };
  }
}
