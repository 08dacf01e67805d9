// Compares what a replay printed with what the real cluster printed, once everything is taken out that a cluster chooses anew on every
// run: ages, times, generated names, addresses, node ports, ids.
import type { RecordedStep, Recording } from '../src/serve/replay.ts';

export interface StepResult {
  readonly index: number;
  readonly run: string;
  readonly ok: boolean;
  readonly want: string;
  readonly got: string;
}

/** The letters and digits of names that Kubernetes generates: no vowels, and none that could be read as another. */
const GENERATED = '[bcdfghjklmnpqrstvwxz2456789]';

/** In order: each pattern and the word that stands for what it matches. */
const RULES: readonly (readonly [pattern: RegExp, word: string])[] = [
  [/\r\n/g, '\n'],
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g, 'UID'],
  [/\b(?:containerd|docker):\/\/[0-9a-f]{64}/g, 'CONTAINER-ID'],
  [/(?:[\w./-]+@)?sha256:[0-9a-f]{64}/g, 'IMAGE-ID'],
  [/\b[0-9a-f]{64}\b/g, 'HEX-ID'],
  [/kubectl-edit-\d+\.yaml/g, 'kubectl-edit-N.yaml'],
  [/\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d \w{3} \d{4} \d\d:\d\d:\d\d [+-]\d{4}/g, 'TIME'],
  [/\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \w{3} +\d+ \d\d:\d\d:\d\d \w+ \d{4}/g, 'TIME'],
  [/"?\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z\b"?/g, 'TIME'],
  [/(resourceVersion"?: ?)"?\d+"?/g, '$1RV'],
  [new RegExp(`kube-api-access-${GENERATED}{5}`, 'g'), 'kube-api-access-XXXXX'],
  [new RegExp(`-${GENERATED}{8,10}-${GENERATED}{5}\\b`, 'g'), '-HASH-XXXXX'],
  [new RegExp(`((?:pod-template-hash|controller-revision-hash)["=: ]+"?)[\\w-]*?${GENERATED}{6,10}\\b`, 'g'), '$1HASH'],
  [new RegExp(`-(?=[a-z]*[2456789])${GENERATED}{8,10}\\b`, 'g'), '-HASH'],
  [new RegExp(`([a-z0-9]-)${GENERATED}{5}\\b`, 'g'), '$1XXXXX'],
  [/\b10\.(?!96\.0\.1\b)\d{1,3}\.\d{1,3}\.\d{1,3}\b/g, 'IP'],
  [/\b3[0-2]\d{3}\b(?!:)/g, 'NODEPORT'],
  [/Image size: \d+ bytes/g, 'Image size: N bytes'],
  [/\(x\d+ over [^)]*\)/g, '(xN over AGE)'],
  [/\b(?:\d+(?:\.\d+)?(?:ms|µs|d|h|m|s|y))(?:\d+(?:\.\d+)?(?:h|m|s|d))*(?: ago)?(?=[\s,)]|$)/gm, 'AGE'],
  [/<(?:unknown|invalid)>(?=\s|$)/gm, 'AGE'],
];

/** The text with everything replaced that changes from run to run; runs of spaces and of dashes count as equal, line ends are trimmed. */
export function normalise(text: string): string {
  const replaced = RULES.reduce((rest, [pattern, word]) => rest.replace(pattern, word), text);
  return replaced
    .replace(/[ \t]{2,}/g, '  ')
    .replace(/-{4,}/g, '----')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n+$/, '\n');
}

const transcript = (step: Pick<RecordedStep, 'out' | 'err' | 'code'>): string =>
  normalise(`${step.out}\n--- stderr\n${step.err}\n--- exit ${step.code}\n`);

/** One result for each step that is compared. */
export function compare(expected: Recording, actual: Recording): StepResult[] {
  return expected.steps.flatMap((step, index) => {
    if (step.prepare || step.unstable) return [];
    const want = transcript(step);
    const got = transcript(actual.steps[index] ?? { out: '', err: '(no such step)', code: -1 });
    return [{ index, run: step.run, ok: want === got, want, got }];
  });
}

/** The lines that only one side has: `- wanted`, `+ got`. */
export function difference({ want, got }: StepResult): string {
  const wanted = want.split('\n');
  const printed = got.split('\n');
  return [
    ...wanted.filter((line) => !printed.includes(line)).map((line) => `- ${line}`),
    ...printed.filter((line) => !wanted.includes(line)).map((line) => `+ ${line}`),
  ].join('\n');
}
