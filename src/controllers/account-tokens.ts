/** Secrets of type kubernetes.io/service-account-token: filled with a token that does not expire, and deleted when the account is gone. */
import { makeToken } from '../api/tokens.ts';
import type { Secret, ServiceAccount } from '../kinds/objects.ts';
import { ACCOUNT_ANNOTATION, TOKEN_TYPE } from '../kinds/secret/index.ts';
import type { World } from '../world/world.ts';
import type { Controller } from './controller.ts';
import { ROOT_CERTIFICATE } from './namespace-defaults.ts';
import { keyOf, splitKey } from './owners.ts';

const ACCOUNT_UID = 'kubernetes.io/service-account.uid';

export const accountTokenController: Controller = {
  name: 'tokens-controller',
  watches: {
    secrets: ({ object }) => (isToken(object as Secret) ? [keyOf(object)] : []),
    serviceaccounts: ({ type, object }, world) => (type === 'DELETED' ? tokensOf(world, object as ServiceAccount) : []),
  },
  reconcile({ world, api }, key) {
    const [namespace, name] = splitKey(key);
    const secret = world.store.get<Secret>('secrets', namespace, name);
    if (!secret || !isToken(secret) || secret.metadata.deletionTimestamp) return;
    const { annotations = {} } = secret.metadata;
    const account = world.store.get<ServiceAccount>('serviceaccounts', namespace, annotations[ACCOUNT_ANNOTATION] ?? '');
    const uid = annotations[ACCOUNT_UID];
    if (!account || (uid !== undefined && uid !== account.metadata.uid)) {
      api.delete('secrets', namespace, name);
      return;
    }
    if (secret.data?.['token']) return;
    const token = makeToken({
      audiences: ['https://kubernetes.default.svc.cluster.local'],
      from: world.now,
      namespace,
      account: account.metadata,
    });
    api.update<Secret>('secrets', {
      ...secret,
      metadata: { ...secret.metadata, annotations: { ...annotations, [ACCOUNT_UID]: account.metadata.uid } },
      data: { ...secret.data, 'ca.crt': btoa(ROOT_CERTIFICATE), namespace: btoa(namespace), token: btoa(token) },
    });
  },
};

function isToken({ type }: Secret): boolean {
  return type === TOKEN_TYPE;
}

function tokensOf(world: World, { metadata: { namespace = '', name } }: ServiceAccount): string[] {
  return world.store
    .list<Secret>('secrets', namespace)
    .filter((secret) => isToken(secret) && secret.metadata.annotations?.[ACCOUNT_ANNOTATION] === name)
    .map(keyOf);
}
