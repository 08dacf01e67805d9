/** The objects that a volume's files are made of. */
import type { Volume } from '../kinds/types.gen.ts';

/** `configmaps/app`: an object of the Pod's namespace that volumes are made of. */
export function sourceKey(resource: 'configmaps' | 'secrets', name: string): string {
  return `${resource}/${name}`;
}

export function sourceKeys({ configMap, secret, projected }: Volume): readonly string[] {
  const parts = [{ configMap, secret: secret && { name: secret.secretName } }, ...(projected?.sources ?? [])];
  return parts.flatMap((part) => [
    ...(part.configMap ? [sourceKey('configmaps', part.configMap.name ?? '')] : []),
    ...(part.secret ? [sourceKey('secrets', part.secret.name ?? '')] : []),
  ]);
}
