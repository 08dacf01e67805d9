/** What `minikube start` left on the laptop besides the kubeconfig: the authority of the cluster and the administrator's key pair. */
import { CA_CERTIFICATE, CA_KEY, CLIENT_CERTIFICATE, CLIENT_KEY } from '../api/authority.ts';
import { files } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';

const HOME = '/home/learner/.minikube';
const TEXTS: readonly (readonly [path: string, text: string, mode: number])[] = [
  [`${HOME}/ca.crt`, CA_CERTIFICATE, 0o644],
  [`${HOME}/ca.key`, CA_KEY, 0o600],
  [`${HOME}/profiles/minikube/client.crt`, CLIENT_CERTIFICATE, 0o644],
  [`${HOME}/profiles/minikube/client.key`, CLIENT_KEY, 0o600],
];

/** Puts them there. */
export function* writeMinikubeFiles(): Sys<void> {
  yield* files((tree) => {
    tree.mkdir(`${HOME}/profiles/minikube`, { parents: true });
    for (const [path, text, mode] of TEXTS) tree.write(path, text, { mode });
  });
}
