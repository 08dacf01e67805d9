/** What `kubectl get pods` shows (source of the rules: pkg/printers/internalversion printPod). */
import type { Column } from '../../api/kind.ts';
import { humanDuration, parseTime } from '../../api/values/duration.ts';
import { ageColumn, nameColumn, text } from '../columns.ts';
import type { Pod } from '../objects.ts';
import type { ContainerStatus } from '../types.gen.ts';

/** A Pod in a table's few words. */
export interface PodSummary {
  readonly ready: number;
  readonly total: number;
  /** `Running`, `CrashLoopBackOff`, `Init:0/1`, `Terminating`, ... */
  readonly status: string;
  readonly restarts: number;
  /** When a container ended last, ms; 0 if never. */
  readonly lastRestart: number;
}

const summaries = new WeakMap<Pod, PodSummary>();

/** The summary of a Pod: what the columns READY, STATUS and RESTARTS are made of. */
export function podSummary(pod: Pod): PodSummary {
  let summary = summaries.get(pod);
  if (!summary) summaries.set(pod, (summary = summarise(pod)));
  return summary;
}

interface Count {
  restarts: number;
  last: number;
}

function summarise(pod: Pod): PodSummary {
  const { spec, status, metadata } = pod;
  const sidecars = new Set(spec.initContainers?.filter(({ restartPolicy }) => restartPolicy === 'Always').map(({ name }) => name));
  const total = (spec.containers?.length ?? 0) + sidecars.size;
  const gated = status.conditions?.some(({ type, reason }) => type === 'PodScheduled' && reason === 'SchedulingGated');
  let reason = gated ? 'SchedulingGated' : (status.reason ?? status.phase ?? '');
  let ready = 0;
  const all: Count = { restarts: 0, last: 0 };
  const ofSidecars: Count = { restarts: 0, last: 0 };

  let initializing = false;
  for (const [index, container] of (status.initContainerStatuses ?? []).entries()) {
    count(all, container);
    const isSidecar = sidecars.has(container.name);
    if (isSidecar) count(ofSidecars, container);
    if (container.state?.terminated?.exitCode === 0) continue;
    if (isSidecar && container.started) {
      if (container.ready) ready++;
      continue;
    }
    reason = `Init:${initReason(container) ?? `${index}/${spec.initContainers?.length ?? 0}`}`;
    initializing = true;
    break;
  }
  const initialized = status.conditions?.some(({ type, status: is }) => type === 'Initialized' && is === 'True');
  let counted = all;
  if (!initializing || initialized) {
    counted = ofSidecars;
    let running = false;
    for (const container of (status.containerStatuses ?? []).toReversed()) {
      count(counted, container);
      const { waiting, terminated } = container.state ?? {};
      if (waiting?.reason) reason = waiting.reason;
      else if (terminated) reason = terminated.reason || endOf(terminated);
      else if (container.ready && container.state?.running) {
        running = true;
        ready++;
      }
    }
    if (reason === 'Completed' && running)
      reason = status.conditions?.some(({ type, status: is }) => type === 'Ready' && is === 'True') ? 'Running' : 'NotReady';
  }
  if (metadata.deletionTimestamp) {
    if (status.reason === 'NodeLost') reason = 'Unknown';
    else if (status.phase !== 'Succeeded' && status.phase !== 'Failed') reason = 'Terminating';
  }
  return { ready, total, status: reason, restarts: counted.restarts, lastRestart: counted.last };
}

function count(counted: Count, { restartCount, lastState }: ContainerStatus): void {
  counted.restarts += restartCount;
  const ended = lastState?.terminated?.finishedAt;
  if (ended) counted.last = Math.max(counted.last, parseTime(ended));
}

function initReason({ state }: ContainerStatus): string | undefined {
  const { waiting, terminated } = state ?? {};
  if (terminated) return terminated.reason || endOf(terminated);
  return waiting?.reason && waiting.reason !== 'PodInitializing' ? waiting.reason : undefined;
}

function endOf({ signal, exitCode }: { readonly signal?: number; readonly exitCode: number }): string {
  return signal ? `Signal:${signal}` : `ExitCode:${exitCode}`;
}

function restartsText(pod: Pod, now: number): string {
  const { restarts, lastRestart } = podSummary(pod);
  return restarts > 0 && lastRestart > 0 ? `${restarts} (${humanDuration(now - lastRestart)} ago)` : String(restarts);
}

function readinessGates({ spec, status }: Pod): string {
  const gates = spec.readinessGates ?? [];
  if (gates.length === 0) return '<none>';
  const open = gates.filter(({ conditionType }) =>
    status.conditions?.some(({ type, status: is }) => type === conditionType && is === 'True'),
  );
  return `${open.length}/${gates.length}`;
}

export const podColumns: readonly Column<Pod>[] = [
  nameColumn,
  text('Ready', (pod) => `${podSummary(pod).ready}/${podSummary(pod).total}`),
  text('Status', (pod) => podSummary(pod).status),
  text('Restarts', restartsText),
  ageColumn,
  text('IP', ({ status }) => status.podIPs?.[0]?.ip || status.podIP || '<none>', true),
  text('Node', ({ spec }) => spec.nodeName || '<none>', true),
  text('Nominated Node', ({ status }) => status.nominatedNodeName || '<none>', true),
  text('Readiness Gates', readinessGates, true),
];
