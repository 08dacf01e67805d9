/** The kubelet's events. Those about a container name it in `fieldPath`; describe prints that before the message. */
import type { Operations } from '../api/operations.ts';
import type { Pod } from '../kinds/objects.ts';
import { kubeletUid } from '../kinds/pod/mirror.ts';
import type { ContainerKind, ContainerState } from './state.ts';

/** Where a Pod's spec has its containers. */
const LISTS: Readonly<Record<ContainerKind, string>> = {
  init: 'initContainers',
  sidecar: 'initContainers',
  app: 'containers',
  ephemeral: 'ephemeralContainers',
};

/** The Pod as its kubelet knows it. */
function known(pod: Pod): Pod {
  const uid = kubeletUid(pod);
  return uid === pod.metadata.uid ? pod : { ...pod, metadata: { ...pod.metadata, uid } };
}

export class Recorder {
  private readonly api: Operations;

  constructor(api: Operations) {
    this.api = api;
  }

  /** An event about a container of a Pod. */
  container(pod: Pod, container: Pick<ContainerState, 'name' | 'kind'>, type: 'Normal' | 'Warning', reason: string, message: string): void {
    this.api.event(known(pod), type, reason, message, {
      component: 'kubelet',
      host: pod.spec.nodeName ?? '',
      fieldPath: `spec.${LISTS[container.kind]}{${container.name}}`,
    });
  }

  /** That a volume could not be had: the control plane says so of attaching, the kubelet of the rest. */
  volume(pod: Pod, reason: 'FailedMount' | 'FailedAttachVolume', message: string): void {
    if (reason === 'FailedMount') this.pod(pod, 'Warning', reason, message);
    else this.api.event(pod, 'Warning', reason, message, { component: 'attachdetach-controller' });
  }

  /** An event about a Pod as a whole. */
  pod(pod: Pod, type: 'Normal' | 'Warning', reason: string, message: string): void {
    this.api.event(known(pod), type, reason, message, { component: 'kubelet', host: pod.spec.nodeName ?? '' });
  }
}

/** Bytes and durations in event texts. */
export function formatPulled(image: string, ownMs: number, totalMs: number, size: number): string {
  return `Successfully pulled image "${image}" in ${goDuration(ownMs)} (${goDuration(totalMs)} including waiting). Image size: ${size} bytes.`;
}

/** Milliseconds as Go prints a duration: `16ms`, `1.432s`, `1m2.5s`. */
export function goDuration(ms: number): string {
  if (ms < 1000) return `${ms}ms`;
  const seconds = ms / 1000;
  if (seconds < 60) return `${seconds}s`;
  return `${Math.floor(seconds / 60)}m${Number((seconds % 60).toFixed(3))}s`;
}
