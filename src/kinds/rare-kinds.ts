/** The kinds of `rare.ts`, by plural. */
import type { KubeObject } from '../world/object.ts';
import { apiServices } from './apiservice/index.ts';
import { certificateSigningRequests } from './certificatesigningrequest/index.ts';
import { BOOTSTRAP } from './clusterrole/bootstrap.ts';
import { componentStatuses } from './componentstatus/index.ts';
import { csiNodes } from './csinode/index.ts';
import type { Behaviour } from './define.ts';
import { flowSchemas } from './flowschema/index.ts';
import { ipAddresses } from './ipaddress/index.ts';
import { priorityLevelConfigurations } from './prioritylevelconfiguration/index.ts';
import { serviceCIDRs } from './servicecidr/index.ts';
import { STORED } from './stored.ts';

const OWN = [
  apiServices,
  certificateSigningRequests,
  componentStatuses,
  csiNodes,
  flowSchemas,
  ipAddresses,
  priorityLevelConfigurations,
  serviceCIDRs,
];

export const RARE_KINDS: ReadonlyMap<string, Behaviour<KubeObject>> = new Map([
  ...OWN.map((kind) => [kind.plural, kind as unknown as Behaviour<KubeObject>] as const),
  ...STORED,
  ...BOOTSTRAP,
]);
