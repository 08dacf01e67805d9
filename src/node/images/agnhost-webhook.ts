/** `agnhost webhook`: the admission webhook of Kubernetes' own tests (source: test/images/agnhost/webhook). */
import { encodeBase64 } from '../../kernel/bytes.ts';
import type { Server } from './family.ts';
import { httpDate, respond, splitPath } from './http.ts';

interface Asked {
  readonly uid?: string;
  readonly object?: {
    readonly metadata?: { readonly name?: string; readonly labels?: Readonly<Record<string, string>> };
    readonly data?: Readonly<Record<string, string>>;
    readonly spec?: { readonly containers?: readonly { readonly name: string }[] };
  } | null;
}
interface Verdict {
  readonly allowed: boolean;
  readonly status?: { readonly metadata: object; readonly message?: string; readonly reason?: string };
  /** What is to be changed, as a JSON patch. */
  readonly patch?: readonly object[];
}

const allowed: Verdict = { allowed: true };
const DISALLOW = 'webhook-disallow';

function denied(message: string): Verdict {
  return { allowed: false, status: { metadata: {}, message } };
}

function judgePod({ object }: Asked): Verdict {
  const named = object?.spec?.containers?.some(({ name }) => name.includes(DISALLOW)) ?? false;
  const labelled = object?.metadata?.labels?.['webhook-e2e-test'] === DISALLOW;
  const waits = object?.spec?.containers?.some(({ name }) => name.includes('wait-forever')) ?? false;
  const message = [
    ...(named ? ['the pod contains unwanted container name; '] : []),
    ...(labelled ? ['the pod contains unwanted label; '] : []),
    ...(waits ? ['the pod response should not be sent; '] : []),
  ].join('');
  return message === '' ? allowed : denied(message);
}

function judgeConfigMap({ object }: Asked): Verdict {
  if (object?.data?.['webhook-e2e-test'] !== DISALLOW) return allowed;
  return { allowed: false, status: { metadata: {}, reason: 'the configmap contains unwanted key and value' } };
}

function changeConfigMap({ object }: Asked): Verdict {
  const stage = (name: string): object => ({ op: 'add', path: `/data/${name}`, value: 'yes' });
  const data = object?.data ?? {};
  const patch = [
    ...(data['mutation-start'] === 'yes' ? [stage('mutation-stage-1')] : []),
    ...(data['mutation-stage-1'] === 'yes' ? [stage('mutation-stage-2')] : []),
  ];
  return { allowed: true, ...(patch.length > 0 && { patch }) };
}

function changePod({ object }: Asked): Verdict {
  if (object?.metadata?.name !== 'webhook-to-be-mutated') return allowed;
  const container = { image: 'webhook-added-image', name: 'webhook-added-init-container', resources: {} };
  return { allowed: true, patch: [{ op: 'add', path: '/spec/initContainers', value: [container] }] };
}

function addLabel({ object }: Asked): Verdict {
  const labels = object?.metadata?.labels ?? {};
  if (labels['added-label'] === 'yes') return allowed;
  if (Object.keys(labels).length === 0)
    return { allowed: true, patch: [{ op: 'add', path: '/metadata/labels', value: { 'added-label': 'yes' } }] };
  const op = labels['added-label'] === undefined ? 'add' : 'replace';
  return { allowed: true, patch: [{ op, path: '/metadata/labels/added-label', value: 'yes' }] };
}

const PATHS: Readonly<Record<string, (asked: Asked) => Verdict>> = {
  '/always-allow-delay-5s': () => allowed,
  '/always-deny': () => denied('this webhook denies all requests'),
  '/add-label': addLabel,
  '/pods': judgePod,
  '/mutating-pods': changePod,
  '/configmaps': judgeConfigMap,
  '/mutating-configmaps': changeConfigMap,
};

/** Answers an AdmissionReview. */
export const webhook: Server = (request, { now }) => {
  const { path } = splitPath(request.path);
  const answer = (status: number, type: string, body: string) => ({
    response: respond(
      status,
      [
        ['Content-Type', type],
        ['Date', httpDate(now)],
      ],
      body,
    ),
  });
  if (path === '/readyz') return answer(200, 'text/plain; charset=utf-8', 'ok');
  const judge = PATHS[path];
  if (!judge) return answer(404, 'text/plain; charset=utf-8', '404 page not found\n');
  let asked: Asked;
  try {
    asked = (JSON.parse(request.body ?? '') as { readonly request?: Asked }).request ?? {};
  } catch {
    return answer(400, 'text/plain; charset=utf-8', 'Request could not be decoded: invalid JSON\n');
  }
  const { patch, ...verdict } = judge(asked);
  const change = patch && { patch: encodeBase64(JSON.stringify(patch)), patchType: 'JSONPatch' };
  const response = { uid: asked.uid ?? '', ...verdict, ...change };
  return answer(200, 'application/json', JSON.stringify({ kind: 'AdmissionReview', apiVersion: 'admission.k8s.io/v1', response }));
};
