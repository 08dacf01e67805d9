/** Mirror Pods: by them a kubelet shows the API server the static Pods of its node. */
import type { Pod } from '../objects.ts';

/** The annotation of a mirror Pod: the hash of its manifest. */
export const MIRROR = 'kubernetes.io/config.mirror';

/**
 * The uid by which a Pod's node knows it: a mirror Pod has its manifest's, so that what runs does not depend on how often the mirror was
 * deleted and made again (source: pkg/kubelet/types, and the pod manager's translation of uids).
 */
export const kubeletUid = ({ metadata }: Pod): string => metadata.annotations?.[MIRROR] ?? metadata.uid;
