import { controllerOf, type Describer, since, timeText, writeAnnotations, writeEvents, writeLabels } from '../describe.ts';
import type { Pod } from '../objects.ts';
import {
  type FieldResolver,
  writeContainers,
  writeResources,
  writeTolerations,
  writeTopologySpread,
  writeVolumes,
} from './describe-template.ts';
import { kubeletUid } from './mirror.ts';

/** `kubectl describe pod` (order of the lines: kubectl's describe.go). */
export const describePod: Describer<Pod> = function* (pod, w, context) {
  const { metadata, spec, status } = pod;
  w.write(0, `Name:\t${metadata.name}\n`);
  w.write(0, `Namespace:\t${metadata.namespace ?? ''}\n`);
  if (spec.priority !== undefined) w.write(0, `Priority:\t${spec.priority}\n`);
  if (spec.priorityClassName) w.write(0, `Priority Class Name:\t${spec.priorityClassName}\n`);
  if (spec.runtimeClassName) w.write(0, `Runtime Class Name:\t${spec.runtimeClassName}\n`);
  if (spec.serviceAccountName) w.write(0, `Service Account:\t${spec.serviceAccountName}\n`);
  w.write(0, `Node:\t${spec.nodeName ? `${spec.nodeName}/${status.hostIP ?? ''}` : '<none>'}\n`);
  if (status.startTime) w.write(0, `Start Time:\t${timeText(status.startTime)}\n`);
  writeLabels(w, 'Labels', metadata.labels);
  writeAnnotations(w, 'Annotations', metadata.annotations);
  if (metadata.deletionTimestamp && status.phase !== 'Failed' && status.phase !== 'Succeeded') {
    w.write(0, `Status:\tTerminating (lasts ${since(metadata.deletionTimestamp, context.now)})\n`);
    w.write(0, `Termination Grace Period:\t${metadata.deletionGracePeriodSeconds ?? 0}s\n`);
  } else w.write(0, `Status:\t${status.phase ?? ''}\n`);
  if (status.reason) w.write(0, `Reason:\t${status.reason}\n`);
  if (status.message) w.write(0, `Message:\t${status.message}\n`);
  const seccomp = spec.securityContext?.seccompProfile;
  if (seccomp) w.write(0, `SeccompProfile:\t${seccomp.type}\n`);
  if (seccomp?.type === 'Localhost') w.write(0, `LocalhostProfile:\t${seccomp.localhostProfile ?? ''}\n`);
  w.write(0, `IP:\t${status.podIP ?? ''}\n`);
  w.write(0, status.podIPs?.length ? 'IPs:\n' : 'IPs:\t<none>\n');
  for (const { ip } of status.podIPs ?? []) w.write(1, `IP:\t${ip}\n`);
  const controller = controllerOf(pod);
  if (controller !== '') w.write(0, `Controlled By:\t${controller}\n`);
  if (status.nominatedNodeName) w.write(0, `NominatedNodeName:\t${status.nominatedNodeName}\n`);
  if (spec.resources) {
    w.write(0, 'Resources:\n');
    writeResources(w, spec.resources, 1);
  }
  const resolve: FieldResolver = (path) => fieldValue(pod, path);
  if (spec.initContainers?.length)
    writeContainers(w, 'Init Containers', spec.initContainers, status.initContainerStatuses ?? [], '', resolve);
  writeContainers(w, 'Containers', spec.containers, status.containerStatuses ?? [], '', resolve);
  if (spec.ephemeralContainers?.length)
    writeContainers(w, 'Ephemeral Containers', spec.ephemeralContainers, status.ephemeralContainerStatuses ?? [], '', resolve);
  if (spec.readinessGates?.length) {
    w.write(0, 'Readiness Gates:\n  Type\tStatus\n');
    for (const { conditionType } of spec.readinessGates) {
      w.write(1, `${conditionType} \t${status.conditions?.find((one) => one.type === conditionType)?.status ?? '<none>'} \n`);
    }
  }
  if (status.conditions?.length) {
    w.write(0, 'Conditions:\n  Type\tStatus\n');
    for (const condition of status.conditions) w.write(1, `${condition.type} \t${condition.status} \n`);
  }
  writeVolumes(w, spec.volumes, '');
  w.write(0, `QoS Class:\t${status.qosClass ?? 'BestEffort'}\n`);
  writeLabels(w, 'Node-Selectors', spec.nodeSelector);
  writeTolerations(w, 'Tolerations', spec.tolerations);
  writeTopologySpread(w, spec.topologySpreadConstraints, '');
  yield* writeEvents(w, pod, context, { kind: false, uid: kubeletUid(pod) });
};

/** The fields that an env variable may take from its Pod. */
function fieldValue({ metadata }: Pod, path: string): string {
  const [, map, key] = /^metadata\.(labels|annotations)\['(.*)'\]$/.exec(path) ?? [];
  if (map && key !== undefined) return metadata[map as 'labels' | 'annotations']?.[key] ?? '';
  const fields: Readonly<Record<string, string | undefined>> = {
    'metadata.name': metadata.name,
    'metadata.namespace': metadata.namespace,
    'metadata.uid': metadata.uid,
  };
  return fields[path] ?? '';
}
