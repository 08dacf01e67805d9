/** The picture of real clusters: what is told, and that nothing it places lies over anything else. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Cluster, createCluster } from '../../src/session/index.ts';
import { stepsOf } from './causes.ts';
import { highlight } from './focus.ts';
import { orderLabels } from './labels.ts';
import { type Box, type Grouping, type Level, layout } from './layout.ts';
import { buildModel, type Model } from './model.ts';
import { showsNamespace } from './namespaces.ts';
import { keysOf, lightOnly, narrowPlaces, narrowTo } from './narrow.ts';
import { objectsOf } from './objects-of.ts';
import { assignSlots, NO_SLOTS } from './slots.ts';
import { readSearch, zoomToFit } from './view.ts';
import { explain } from './why.ts';

let cluster: Cluster;
let model: Model;

const ours = showsNamespace('');
const look = (of: Cluster): Model => buildModel(objectsOf(of), of.traces(), of.world.now);
/** Places are those of all Pods, whatever part of them is shown. */
const placed = (of: Model, width: number, grouping: Grouping = 'node', level: Level = 'names', shown = of) => {
  const owners = new Map(of.owners.flatMap((owner) => [owner, ...owner.sets].map((set) => [set.uid, owner.key] as const)));
  const ownerOf = (pod: Model['pods'][number]) => owners.get(pod.controller?.uid ?? '');
  const placeOf = (pod: Model['pods'][number]) => (grouping === 'node' ? (pod.node ?? '') : (ownerOf(pod) ?? 'none'));
  const slots = assignSlots(NO_SLOTS, of.pods, ownerOf, placeOf, 0);
  return layout(shown, shown === of ? slots : narrowPlaces(slots, shown), {
    width,
    now: 10_000,
    folds: new Map(),
    shows: ours,
    grouping,
    level,
    owners: true,
    hints: true,
  });
};

beforeAll(async () => {
  cluster = await createCluster({ nodes: 2 });
  const shell = cluster.openShell();
  for (const line of [
    'kubectl create deployment web --image=nginx --replicas=3',
    'kubectl create deployment crash --image=busybox -- false',
    'kubectl expose deployment web --port=80 --type=NodePort',
    'kubectl create service clusterip typo --tcp=80:80',
    'kubectl set selector service typo app=wev',
    'kubectl create service externalname ext --external-name example.com',
    'kubectl create configmap settings --from-literal=a=b',
    'kubectl set env deployment/web --from=configmap/settings',
    'kubectl rollout status deployment/web',
    'sleep 20',
  ]) {
    const { code, err } = await shell.run(line);
    expect([line, code, err]).toEqual([line, 0, err]);
  }
  model = look(cluster);
}, 120_000);

it('what to do first is said below all that is there, whatever stands in the columns', async () => {
  const empty = await createCluster();
  await empty.openShell().run('kubectl create configmap a --from-literal=a=b; kubectl create configmap b --from-literal=a=b');
  for (const width of [1200, 680, 640, 380]) {
    const { boxes, hints, height } = placed(look(empty), width);
    for (const box of boxes.values()) expect(hints.pods.y).toBeGreaterThanOrEqual(box.x + box.w > hints.pods.x ? box.y + box.h : 0);
    expect(height).toBeGreaterThan(hints.pods.y + hints.pods.h);
  }
});

it('grouped by workload a Service stands at the level of its Pods, or right above them', async () => {
  const crowd = await createCluster();
  const { code } = await crowd
    .openShell()
    .run(
      'for i in 1 2 3; do kubectl create deployment app$i --image=nginx --replicas=12; kubectl expose deployment app$i --port=80; done; sleep 20',
    );
  expect(code).toBe(0);
  const { services, links } = look(crowd);
  const own = services.filter(({ name }) => name !== 'kubernetes');
  expect(own.map(({ name }) => name)).toEqual(['app1', 'app2', 'app3']);
  for (const width of [1000, 400]) {
    const { boxes, placeOf, frames } = placed(look(crowd), width, 'owner');
    for (const [index, { key }] of own.entries()) {
      const [box, frame] = [boxes.get(key)!, frames[index]!.box];
      const squares = boxes.get(placeOf.get(links.find(({ service }) => service === key)!.target)!)!;
      expect(squares.y).toBeGreaterThan(frame.y);
      if (width === 1000) expect(Math.abs(squares.y - box.y)).toBeLessThan(box.h);
      else expect(frame.y - box.y - box.h).toBeLessThan(20);
    }
  }
});

describe('what is told', () => {
  it('selected and ready are two facts', () => {
    const web = model.services.find((service) => service.name === 'web')!;
    expect([web.selects, web.ready, web.notReady]).toEqual([3, 3, 0]);
    const links = model.links.filter((link) => link.service === web.key);
    expect(links.every((link) => link.selected && link.endpoint?.ready)).toBe(true);
  });

  it('a selector that matches nothing has the nearest label, an alias neither', () => {
    const typo = model.services.find((service) => service.name === 'typo')!;
    expect(typo.nearMiss).toMatchObject({ kind: 'label', key: 'app', want: 'wev', have: 'web' });
    expect(model.services.find((service) => service.name === 'ext')!.nearMiss).toBeUndefined();
  });

  it('why a Pod gets no traffic', () => {
    const web = model.services.find((service) => service.name === 'web')!;
    const crash = model.pods.find((pod) => pod.name.startsWith('crash'))!;
    expect(explain(web, crash, undefined)).toEqual({ tone: 'off', id: 'labelDiffers', values: { key: 'app', want: 'web', have: 'crash' } });
  });

  it('what Pods read', () => {
    expect(model.configs.map((config) => [config.name, config.keys, config.users.length])).toEqual([['settings', 1, 3]]);
  });

  it('searching finds names and labels, a selector only what it matches', () => {
    const found = (text: string) => {
      const lit = highlight(model, undefined, readSearch(text).focus!)!.lit;
      return model.pods.filter((pod) => lit.has(pod.key)).length;
    };
    expect([found('cras'), found('app=web'), found('app!=web'), found('app in (web,crash)')]).toEqual([1, 3, found('app notin (web)'), 4]);
    expect(readSearch('app in (').error).toMatch(/parse/);
  });

  it('keeping to one Service keeps its Pods, their owner and Nodes', () => {
    const kept = narrowTo(
      model,
      keysOf(model, (ref) => ref.resource === 'services' && ref.name === 'web'),
    );
    expect(kept.pods.map((pod) => pod.name.split('-')[0])).toEqual(['web', 'web', 'web']);
    expect([kept.services.map((service) => service.name), kept.owners.map((owner) => owner.name)]).toEqual([['web'], ['web']]);
  });

  it('keeping to one workload draws no Pod of another, and no Node of this cluster as gone', () => {
    for (const owner of model.owners) {
      const kept = narrowTo(
        model,
        keysOf(model, (ref) => ref.resource === 'deployments.apps' && ref.name === owner.name),
      );
      const at = placed(model, 900, 'node', 'names', kept);
      expect(at.pods.map(({ key }) => key).sort()).toEqual(kept.pods.map(({ key }) => key).sort());
      expect(at.frames.filter(({ kind, node }) => kind === 'node' && !node)).toEqual([]);
    }
  });

  it('what a step is about is lit with all it is joined to; the rest stays in its place', () => {
    const web = narrowTo(
      model,
      keysOf(model, (ref) => ref.resource === 'services' && ref.name === 'web'),
    );
    const at = placed(model, 900);
    const { lit } = lightOnly(web, at);
    const shown = (name: string) => model.pods.filter((pod) => pod.name.startsWith(name)).map(({ key }) => lit.has(key));
    expect([shown('web'), new Set(shown('crash'))]).toEqual([[true, true, true], new Set([false])]);
    for (const { key } of model.services) expect(lit.has(key), key).toBe(key === web.services[0]?.key);
    for (const key of ['laptop', web.owners[0]!.key]) expect(lit.has(key), key).toBe(true);
  });

  it('what a command set off, in causal order', async () => {
    const before = cluster.world.store.revision;
    await cluster.openShell().run('kubectl scale deployment web --replicas=4; sleep 5');
    const steps = stepsOf(cluster.world.store.changesSince(before) ?? [], placed(look(cluster), 900));
    const actors = steps.map((step) => step.actor);
    const order = ['api', 'deployment', 'replicaset', 'scheduler', 'kubelet', 'endpointslice'];
    expect(order.map((actor) => actors.indexOf(actor)).every((at, index, all) => at >= 0 && (index === 0 || at > all[index - 1]!))).toBe(
      true,
    );
  });
});

describe('where it stands', () => {
  const overlaps = (a: Box, b: Box) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

  for (const width of [340, 390, 520, 631, 632, 700, 789, 790, 830, 1000, 1300, 2000]) {
    it(`nothing lies over anything else, nor beside the page, at ${width} px`, () => {
      for (const grouping of ['node', 'owner'] as const) {
        for (const level of ['dots', 'names', 'details'] as const) {
          const at = placed(model, width, grouping, level);
          const cards = [...at.boxes].filter(([key]) => !/^(node|group):|^pending$/.test(key));
          for (const [index, [key, box]] of cards.entries()) {
            expect(box.x, key).toBeGreaterThanOrEqual(0);
            expect(box.x + box.w, key).toBeLessThanOrEqual(at.width);
            expect(box.y + box.h, key).toBeLessThanOrEqual(at.height);
            for (const [other, otherBox] of cards.slice(index + 1)) expect(overlaps(box, otherBox), `${key} over ${other}`).toBe(false);
          }
          for (const pod of model.pods) expect(at.placeOf.has(pod.key) || !ours(pod.namespace)).toBe(true);
        }
      }
    });
  }
});

it('squares of a crowd fill the room that is kept for a rolling update, and come closer when it is needed', async () => {
  const crowd = await createCluster({ nodes: 4 });
  const lines = [1, 2, 3, 4].map((n) => `kubectl create deployment app${n} --image=nginx --replicas=50`);
  expect((await crowd.openShell().run(lines.join('; '))).code).toBe(0);
  await crowd.openShell().run('sleep 30');
  const of = look(crowd);
  const first = (at: ReturnType<typeof placed>) => {
    const fold = at.folds.find(({ band }) => band.slots[0]?.pod.name.startsWith('app1-'))!;
    const rows = Math.ceil(fold.band.slots.length / fold.perRow);
    return { fold, filled: fold.top + rows * (fold.cell + fold.gap) };
  };
  const rest = first(placed(of, 700, 'owner'));
  expect(rest.filled / rest.fold.box.h).toBeGreaterThan(0.8);
  // As many as there are at most while it rolls: the same Pods again, on their way out.
  const old = of.pods
    .filter(({ name }) => name.startsWith('app1-'))
    .map((pod) => ({ ...pod, key: `${pod.key}-old`, name: `${pod.name}-old` }));
  const rolling = first(placed({ ...of, pods: [...of.pods, ...old] }, 700, 'owner'));
  expect(rolling.fold.band.slots.length).toBe(100);
  expect(rolling.fold.box).toEqual(rest.fold.box);
  expect(rolling.filled).toBeLessThanOrEqual(rolling.fold.box.h);
});

it('fitting takes the largest zoom at which all is in sight, although less of it is told from some point on', () => {
  // 1000 px at full size; when little is told 400.
  const fitsIn = (height: number) => (zoom: number) => (zoom < 0.72 ? 400 : 1000) * zoom <= height;
  expect([1000, 800, 600, 200, 20].map((height) => zoomToFit(fitsIn(height)))).toEqual([1, 0.8, 0.7, 0.5, 0.3]);
});

it('a Job says how far it is; of labels those that say most come first; a long name keeps its own end', async () => {
  const busy = await createCluster();
  const shell = busy.openShell();
  const long = `${'a'.repeat(50)}-${'b'.repeat(12)}`;
  for (const line of [
    'kubectl create job once --image=busybox -- true',
    'kubectl create job bad --image=busybox -- false',
    `kubectl create deployment ${long} --image=nginx`,
    'sleep 5',
  ])
    expect((await shell.run(line)).err).toBe('');
  const { owners, pods } = look(busy);
  const job = (name: string) => owners.find((owner) => owner.name === name)?.job;
  expect([job('once'), job('bad'), job(long)]).toEqual([{ word: 'Complete', done: '1/1' }, { word: 'Running', done: '0/1' }, undefined]);
  const pod = (name: string) => pods.find((each) => each.name.startsWith(name))!;
  expect(orderLabels(pod('once').labels, new Set())[0]).toEqual(['job-name', 'once']);
  expect(pod(long.slice(0, 58)).name.slice(pod(long.slice(0, 58)).prefix.length)).toMatch(/^[a-z0-9]{5}$/);
});
