/** What somebody does in a session becomes a lesson that is proved like any other. */
import { describe, expect, it } from 'vitest';
import { createCluster } from '../session/index.ts';
import { type Draft, type DraftStep, draftFiles, rehearse, startOf } from './draft.ts';
import { beginning } from './facts.ts';
import { checkLesson, formatProblem, readLesson } from './index.ts';
import { propose } from './propose.ts';
import { Typist } from './typist.ts';

/** Does it in a cluster, as an author does, and takes down what came of it. */
async function record(before: string, parts: readonly (readonly string[])[]): Promise<Draft> {
  const cluster = await createCluster();
  const typist = new Typist(cluster);
  if (before !== '') await typist.type(before);
  await typist.wait(5000);
  const start = startOf(cluster);
  const steps: DraftStep[] = [];
  for (const lines of parts) {
    const since = beginning(cluster);
    for (const line of lines) {
      await typist.type(line);
      await typist.wait(3000);
    }
    const commands = lines.map((text) => ({ text, terminal: 1 }));
    steps.push({ title: `Part ${steps.length + 1}`, about: '', commands, checks: propose(cluster, since) });
  }
  return { id: 'mine', title: 'Mine', summary: '', seed: 7, start, files: {}, steps };
}

/** Of the author's own language. */
async function problems(draft: Draft): Promise<string[]> {
  const { 'zh.md': _other, ...files } = draftFiles(draft, 'en');
  return (await checkLesson(files, { allLanguages: false })).problems.map(formatProblem);
}

describe('a recorded session', () => {
  it('is a lesson with checks of what changed, in both languages', async () => {
    const draft = await rehearse(
      await record('kubectl create deployment web --image=nginx', [
        [
          'kubectl expose deployment web --port=80 --type=NodePort',
          'curl -s http://$(minikube ip):$(kubectl get svc web -o jsonpath={.spec.ports[0].nodePort})',
        ],
        ['kubectl scale deployment web --replicas=3', 'kubectl label pods -l app=web tier=front', 'kubectl label deployment web team=blue'],
        ['kubectl delete service web', 'curl http://$(minikube ip):30000'],
        ['kubectl get nodes'],
      ]),
    );
    expect(draft.steps.map(({ checks }) => checks.map(({ that }) => that))).toEqual([
      [
        "get('svc', 'web').spec.type == 'NodePort'",
        "size(ready('web')) >= 1",
        "requests().exists(r, r.fromKind == 'laptop' && r.via == 'nodePort' && r.status == 200)",
      ],
      ["hasLabel(get('deploy', 'web'), 'team', 'blue')", "get('deploy', 'web').spec.replicas == 3", "list('po', 'tier=front').size() >= 1"],
      ["!exists('svc', 'web')", "requests().exists(r, r.fromKind == 'laptop' && r.failure == 'refused')"],
      ["reads('nodes').size() > 0"],
    ]);
    expect(draft.steps[2]?.commands.map(({ fails = false }) => fails)).toEqual([false, true]);
    expect(await problems(draft)).toEqual([]);
    expect(readLesson(draftFiles(draft, 'zh')).steps).toHaveLength(4);

    // The other language has all of it, and the checker says what the author's own words are.
    const files = draftFiles({ ...draft, summary: 'Two lines\nof it.' }, 'en');
    expect(Object.keys(readLesson(files).prose)).toEqual(['en']);
    const { problems: waiting } = await checkLesson(files, { allLanguages: false });
    const lines = (files['zh.md'] ?? '').split('\n');
    expect(waiting.map(({ line }) => lines[line - 1])).toEqual([
      '# TRANSLATE: Mine',
      'TRANSLATE: Two lines',
      'TRANSLATE: of it.',
      ...[1, 2, 3, 4].map((n) => `## TRANSLATE: Part ${n} {#part-${n}-${n}}`),
    ]);
    const translated = { ...files, 'zh.md': lines.join('\n').replaceAll('TRANSLATE: ', '') };
    expect((await checkLesson(translated, { allLanguages: true })).problems.map(formatProblem)).toEqual([]);
  });

  it('has the pauses that its author made, where the cluster needs them', async () => {
    const ask = 'curl -s http://$(minikube ip):$(kubectl get svc web -o jsonpath={.spec.ports[0].nodePort})';
    const draft = await rehearse(
      await record('', [['kubectl create deployment web --image=nginx', 'kubectl expose deployment web --port=80 --type=NodePort', ask]]),
    );
    expect(draft.steps[0]?.commands.map(({ text }) => text).slice(2)).toEqual(['sleep 5', ask]);
    expect(draft.steps[0]?.checks.map(({ id }) => id)).toContain('laptop-200');
    expect(await problems(draft)).toEqual([]);
  });

  it('knows what does not end, and makes no check of what was so before', async () => {
    const recorded = await record('', [['kubectl create configmap mine --from-literal=a=b', 'x=kube; echo ${x}']]);
    const [step] = recorded.steps;
    const draft = await rehearse({
      ...recorded,
      steps: [
        {
          ...(step as DraftStep),
          checks: [...(step as DraftStep).checks, { id: 'nodes', that: "exists('node', 'minikube')", says: { en: 'x', zh: 'x' } }],
        },
        { title: 'Watch', about: 'Look on.', commands: [{ text: 'kubectl get nodes --watch', terminal: 2 }], checks: [] },
      ],
    });
    expect(draft.steps[0]?.checks.map(({ that }) => that)).toEqual(["exists('cm', 'mine')"]);
    expect(draft.steps[1]?.commands).toEqual([{ text: 'kubectl get nodes --watch', terminal: 2, stays: true }]);
    expect(await problems(draft)).toEqual([]);
  });
});
