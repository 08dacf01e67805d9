/**
 * The rest of the cluster: all that has nothing to do until a client asks for something. Loaded with the first request of a client
 * (`Cluster`), so that a page begins with little; being there or not makes no difference to the world (see ARCHITECTURE.md).
 */
import { certificateCode } from '../api/authenticate.ts';
import { badRequest } from '../api/errors.ts';
import { ApiServer } from '../api/server.ts';
import type { Writes } from '../api/writes.ts';
import { controllers } from '../controllers/index.ts';
import { runControllers } from '../controllers/run.ts';
import { rejectionOf } from '../controllers/scheduler/admission.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { type Lazy, lazy } from '../kernel/lazy.ts';
import { HOOKS, hasHooks, hasPolicies, hookCode, POLICIES, policyCode } from '../kinds/admissionpolicy/index.ts';
import { celCode } from '../kinds/customresourcedefinition/cel.ts';
import { CRDS, needsCel } from '../kinds/customresourcedefinition/custom.ts';
import { extensions, kinds } from '../kinds/index.ts';
import { metricsApi } from '../kinds/metrics/index.ts';
import { isRare, rareCode } from '../kinds/rare.ts';
import { rulesCode } from '../kinds/rules-code.ts';
import { minikubeDevice } from '../minikube/device.ts';
import type { MinikubeRequest } from '../minikube/types.ts';
import { asksForYaml, yamlAnswers } from '../network/apiserver.ts';
import { Network } from '../network/network.ts';
import { NodeAgent } from '../node/agent.ts';
import type { World } from '../world/world.ts';
import { machinesOf } from './machines.ts';
import { imageTools } from './programs.ts';

/** For what looks at saved clusters: from here, so that it comes with the same chunk. */
export { kinds };

export interface Rest {
  readonly server: ApiServer;
  readonly network: Network;
  readonly nodes: NodeAgent;
  readonly minikube: (request: MinikubeRequest) => unknown;
  /** The rules for what clients write. */
  readonly rules: Lazy<unknown>;
  /** Code that a request needs besides. */
  readonly codeFor: (request: Asked) => Lazy<unknown> | undefined;
}

/** Adds it to a fresh cluster whose control plane writes through `writes`. It only registers code: no state changes. */
export function addRest(world: World, kernel: Kernel, writes: Writes): Rest {
  const server = new ApiServer(world, kinds, { ...extensions, yaml }, writes);
  const network = new Network(world);
  server.aggregate(metricsApi);
  runControllers(world, server, controllers);
  const nodes = new NodeAgent({ world, server, kernel, network, programs: imageTools, rejects: rejectionOf });
  fetchRules(world, kernel);
  return {
    server,
    network,
    nodes,
    rules: rulesCode,
    codeFor,
    minikube: minikubeDevice(world, server, machinesOf(world, server, nodes)),
  };
}

/** A request, of the API server's or of HTTP. */
interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>> | readonly (readonly [name: string, value: string])[];
  readonly body?: unknown;
  readonly certificate?: string;
}

const yamlCode = lazy(() => import('../kubectl/output/yamlread.ts'));

/** A body in YAML as JSON. */
function yaml(text: string): unknown {
  const { readYaml, YamlError } = yamlCode.value as NonNullable<typeof yamlCode.value>;
  try {
    return readYaml(text)[0];
  } catch (error) {
    throw error instanceof YamlError ? badRequest(`error decoding YAML: ${error.message}`) : error;
  }
}

function headerOf(headers: Asked['headers'] = [], wanted: string): string {
  const pairs = Array.isArray(headers) ? headers : Object.entries(headers);
  return pairs.find(([name]) => name.toLowerCase() === wanted)?.[1] ?? '';
}

/**
 * What a request needs that may not be there yet: policies, and definitions with rules, are checked with their language when they are
 * written.
 */
function codeFor({ method, path, headers, body = '', certificate }: Asked): Lazy<unknown> | undefined {
  if (certificate !== undefined && !certificateCode.value) return certificateCode;
  if (isRare(path) && !rareCode.value) return rareCode;
  if (asksForYaml(headerOf(headers, 'accept')) && !yamlAnswers.value) return yamlAnswers;
  if (method === 'GET') return undefined;
  if (/\byaml\b/.test(headerOf(headers, 'content-type')) && !yamlCode.value) return yamlCode;
  if (path.includes('admissionpolic') && !policyCode.value) return policyCode;
  const ruled = path.includes('customresourcedefinitions') && JSON.stringify(body).includes('x-kubernetes-validations');
  return ruled && !celCode.value ? celCode : rulesCode;
}

/** The language of rules in CustomResourceDefinitions is there before anything is written that they are about. */
function fetchRules(world: World, kernel: Kernel): void {
  const look = (): void => {
    if (needsCel(world)) kernel.need(celCode);
    if (hasPolicies(world)) kernel.need(policyCode);
    if (hasHooks(world)) kernel.need(hookCode);
  };
  world.store.subscribe(look, [CRDS, ...POLICIES, ...HOOKS]);
  world.onSnapshot(() => {}, look);
  look();
}
