// Whatever is typed behind kubectl: it ends, says why it failed, and never breaks.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TestKubectl } from './kubectl.testing.ts';

const COMMANDS =
  'get create delete apply describe run expose set rollout scale autoscale label annotate patch replace edit diff wait explain taint cordon uncordon drain top cp auth debug events kustomize completion config kuberc certificate cluster-info api-resources api-versions version options plugin alpha help logs exec attach port-forward proxy'.split(
    ' ',
  );
const WORDS = [
  ...COMMANDS,
  ...'deployment configmap secret generic tls service clusterip role rolebinding quota pdb job cronjob ingress token namespace image env resources selector status history undo pause view set-context can-i whoami node pods po deploy/web svc/web web x a=b a- key=value pods,svc nosuch - -- nodes cm/conf /tmp/f.yaml /tmp nothere.yaml'.split(
    ' ',
  ),
  ...'-f -k -l -o -n -A -w -c -it --all --dry-run --dry-run=client --dry-run=bad --force --grace-period=0 --replicas=2 --replicas=x --image=nginx --port=80 --for=condition=Ready --for=jsonpath={.a --timeout=1s --timeout=x --from-literal=a=b --overwrite --type=merge -p {"a":1} -p={ --selector=a=b --selector=a,,b --sort-by={.x --output=yaml -ojson -owide -oname -ojsonpath={.items[*].metadata.name} -ojsonpath={ -ogo-template={{.x}} -ogo-template={{ -ocustom-columns=A:.x -ocustom-columns=A --field-selector=a --server-side --subresource=status --raw=/api --local --recursive --verb=get --resource=pods --for= --watch=false -h --help --v=9 --as=bob --context=none --namespace= --kubeconfig=/nothere ='.split(
    ' ',
  ),
];

describe('any command line', () => {
  const kubectl = new TestKubectl();

  kubectl.files.write('/tmp/f.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: conf}\n');

  const run = async (words: readonly string[], stdin = ''): Promise<void> => {
    kubectl.env = { HOME: '/home/learner', EDITOR: 'true' };
    const { code, out, err } = await kubectl.finish(words, { stdin, ms: 3_600_000 });
    // Watches, proxies and forwards go on until they are stopped.
    if (code === undefined) {
      expect(words.some((word) => /^(-w|--watch|port-forward|proxy|-it|-i)/.test(word))).toBe(true);
      return;
    }
    if (code !== 0 && words.length > 0 && !/^(diff|auth)$/.test(words[0] as string)) expect(out + err).not.toBe('');
    expect(err).not.toMatch(/internal error|TypeError|undefined is not|Cannot read/);
  };

  it('made of known words ends with a clear answer', { timeout: 120_000 }, async () => {
    const line = fc.tuple(fc.constantFrom(...COMMANDS), fc.array(fc.constantFrom(...WORDS), { maxLength: 6 }));
    await fc.assert(
      fc.asyncProperty(line, ([command, words]) => run([command, ...words])),
      { numRuns: 600 },
    );
  });

  it('of any text ends with a clear answer', { timeout: 120_000 }, async () => {
    const word = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom(...WORDS));
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 5 }), (words) => run(words)),
      { numRuns: 300 },
    );
  });

  it('reading any manifest ends with a clear answer', { timeout: 120_000 }, async () => {
    const piece = fc.constantFrom(
      'apiVersion: v1\n',
      'kind: ConfigMap\n',
      'kind: Pod\n',
      'metadata: {name: a}\n',
      'metadata:\n  name: b\n',
      'data: {a: b}\n',
      'spec: {containers: [{name: a, image: b}]}\n',
      '---\n',
      '- x\n',
      '{"a":',
      '}\n',
      '\t',
      ': ',
      '&a ',
      '*a\n',
      '<<: *a\n',
      '"',
      '|\n',
      '? ',
      '!!binary x\n',
      'a: [1, {b: c}]\n',
    );
    const text = fc.oneof(
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
      fc.string(),
      fc.json(),
    );
    const verb = fc.constantFrom('apply', 'create', 'replace', 'delete', 'get', 'diff', 'label', 'patch');
    await fc.assert(
      fc.asyncProperty(verb, text, (command, manifest) =>
        run([command, '-f', '-', ...(command === 'label' ? ['a=b'] : command === 'patch' ? ['-p', '{}'] : [])], manifest),
      ),
      { numRuns: 300 },
    );
  });
});
