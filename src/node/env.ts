/** The environment of a container: image, service links, envFrom, env with its references. */
import { decodeBase64 } from '../kernel/bytes.ts';
import type { ConfigMap, Pod, Secret, Service } from '../kinds/objects.ts';
import type { Container, EnvVar } from '../kinds/types.gen.ts';
import type { KubeObject } from '../world/object.ts';
import { type FieldSource, fieldValue, resourceValue } from './fields.ts';
import type { ResolvedImage } from './images/image.ts';

const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** A container that cannot be created as it is described; `message` in the kubelet's words. `reason`: what its status says. */
export class ConfigError extends Error {
  readonly reason: string;

  constructor(message: string, reason = 'CreateContainerConfigError') {
    super(message);
    this.reason = reason;
  }
}

/** All variables, in the order in which `env` shows them. Throws ConfigError. */
export function environment(source: FieldSource, container: Container, image: ResolvedImage): Record<string, string> {
  const HOSTNAME = hostnameOf(source.pod);
  const services = serviceVariables(source);
  // A literal that ends with one spread: engines are slow with objects that grow name by name.
  if (!container.env && !container.envFrom) return { PATH, HOSTNAME, ...commonVariables(services, image) };
  const own = declared(source, container, services);
  // The container's own variables keep their place and win.
  return { PATH, HOSTNAME, ...image.env, ...own, ...services, ...own, ...homeUnless(own, image) };
}

const homeUnless = (own: Readonly<Record<string, string>>, { env, image }: ResolvedImage): { readonly HOME?: string } =>
  Object.hasOwn(own, 'HOME') || Object.hasOwn(env, 'HOME') ? {} : { HOME: (image.user?.uid ?? 0) === 0 ? '/root' : '/' };

const common = new WeakMap<object, WeakMap<ResolvedImage, Readonly<Record<string, string>>>>();

/** What all containers of an image have that see the same Services and name no variables. */
function commonVariables(services: Readonly<Record<string, string>>, image: ResolvedImage): Readonly<Record<string, string>> {
  let ofServices = common.get(services);
  if (!ofServices) common.set(services, (ofServices = new WeakMap()));
  let made = ofServices.get(image);
  if (!made) ofServices.set(image, (made = { ...image.env, ...services, ...homeUnless({}, image) }));
  return made;
}

/** What the machine calls itself. */
export function hostnameOf(pod: Pod): string {
  const { domain, name } = hostNames(pod);
  return pod.spec.setHostnameAsFQDN && domain ? `${name}.${domain}` : name;
}

/** Name and domain, as /etc/hosts has them. */
export function hostNames({ metadata, spec }: Pod): { readonly name: string; readonly domain: string | undefined } {
  if (spec.hostNetwork) return { name: spec.nodeName ?? '', domain: undefined };
  const name = (spec.hostname ?? metadata.name).slice(0, 63);
  return { name, domain: spec.subdomain && `${spec.subdomain}.${metadata.namespace}.svc.cluster.local` };
}

function declared(source: FieldSource, container: Container, services: Readonly<Record<string, string>>): Record<string, string> {
  const env: Record<string, string> = {};
  for (const { prefix = '', configMapRef, secretRef } of container.envFrom ?? []) {
    const data = configMapRef
      ? configData(source, configMapRef.name ?? '', configMapRef.optional)
      : secretData(source, secretRef?.name ?? '', secretRef?.optional);
    for (const key of Object.keys(data).sort()) env[prefix + key] = data[key] as string;
  }
  for (const variable of container.env ?? []) {
    const value = valueOf(source, container, variable, (name) => env[name] ?? services[name]);
    if (value !== undefined) env[variable.name] = value;
  }
  return env;
}

function valueOf(
  source: FieldSource,
  container: Container,
  variable: EnvVar,
  known: (name: string) => string | undefined,
): string | undefined {
  const from = variable.valueFrom;
  if (!from) return expand(variable.value ?? '', known);
  if (from.fieldRef) return fieldValue(source, from.fieldRef);
  if (from.resourceFieldRef) return resourceValue(source, container, from.resourceFieldRef);
  if (from.configMapKeyRef) {
    const { name = '', key, optional } = from.configMapKeyRef;
    return keyOf(
      configData(source, name, optional),
      key,
      optional,
      `couldn't find key ${key} in ConfigMap ${source.pod.metadata.namespace}/${name}`,
    );
  }
  if (from.secretKeyRef) {
    const { name = '', key, optional } = from.secretKeyRef;
    return keyOf(
      secretData(source, name, optional),
      key,
      optional,
      `couldn't find key ${key} in Secret ${source.pod.metadata.namespace}/${name}`,
    );
  }
  return undefined;
}

function keyOf(data: Readonly<Record<string, string>>, key: string, optional: boolean | undefined, missing: string): string | undefined {
  if (Object.hasOwn(data, key)) return data[key];
  if (optional) return undefined;
  throw new ConfigError(missing);
}

/** The data of a ConfigMap in the Pod's namespace. Throws ConfigError when it is missing and not optional. */
export function configData(source: FieldSource, name: string, optional: boolean | undefined): Readonly<Record<string, string>> {
  const found = objectOf<ConfigMap>(source, 'configmaps', name);
  if (found) return { ...found.data, ...decoded(found.binaryData) };
  if (optional) return {};
  throw new ConfigError(`configmap "${name}" not found`);
}

/** The decoded data of a Secret, likewise. */
export function secretData(source: FieldSource, name: string, optional: boolean | undefined): Readonly<Record<string, string>> {
  const found = objectOf<Secret>(source, 'secrets', name);
  if (found) return decoded(found.data);
  if (optional) return {};
  throw new ConfigError(`secret "${name}" not found`);
}

function objectOf<T extends KubeObject>(
  { world, pod, held }: FieldSource,
  resource: 'configmaps' | 'secrets',
  name: string,
): T | undefined {
  return (held?.[`${resource}/${name}`] as T | undefined) ?? world.store.get<T>(resource, pod.metadata.namespace ?? '', name);
}

function decoded(data: Readonly<Record<string, string>> | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(data ?? {}).map(([key, base64]) => [key, decodeBase64(base64) ?? '']));
}

/** `$(NAME)` becomes the variable's value, `$$` a dollar sign; what is not known stays (third_party/forked/golang/expansion). */
export function expand(text: string, known: (name: string) => string | undefined): string {
  if (!text.includes('$')) return text;
  return text.replace(/\$(?:\$|\(([^)]*)\))/g, (all, name: string | undefined) => (name === undefined ? '$' : (known(name) ?? all)));
}

/** Service links: host and port variables of the Services that existed when the container started. */
function serviceVariables({ world, pod: { metadata, spec } }: FieldSource): Readonly<Record<string, string>> {
  const master = world.store.get<Service>('services', 'default', 'kubernetes');
  const linked =
    spec.enableServiceLinks === false
      ? []
      : world.store.list<Service>('services', metadata.namespace ?? '').filter((service) => service !== master);
  const services = master ? [...linked, master] : linked;
  if (lastServices.length === services.length && services.every((service, at) => service === lastServices[at])) return lastVariables;
  lastServices = services;
  lastVariables = Object.assign({}, ...services.map(variablesOf)) as Readonly<Record<string, string>>;
  return lastVariables;
}

/** The last ones that variables were made of: a thousand containers often see the same. */
let lastServices: readonly Service[] = [];
let lastVariables: Readonly<Record<string, string>> = {};

const variablesByService = new WeakMap<Service, Readonly<Record<string, string>>>();

/** One Service's variables; worked out once for each of its versions, since every container of the namespace gets them. */
function variablesOf(service: Service): Readonly<Record<string, string>> {
  let found = variablesByService.get(service);
  if (!found) variablesByService.set(service, (found = makeVariables(service)));
  return found;
}

function makeVariables({ metadata, spec }: Service): Readonly<Record<string, string>> {
  const variables: Record<string, string> = {};
  const ip = spec.clusterIP;
  const first = spec.ports?.[0];
  if (!ip || ip === 'None' || !first) return variables;
  const prefix = metadata.name.replaceAll('-', '_').toUpperCase();
  variables[`${prefix}_SERVICE_HOST`] = ip;
  variables[`${prefix}_SERVICE_PORT`] = String(first.port);
  for (const { name, port } of spec.ports ?? [])
    if (name) variables[`${prefix}_SERVICE_PORT_${name.replaceAll('-', '_').toUpperCase()}`] = String(port);
  spec.ports?.forEach(({ port, protocol = 'TCP' }, index) => {
    const scheme = protocol.toLowerCase();
    const link = `${prefix}_PORT_${port}_${protocol}`;
    if (index === 0) variables[`${prefix}_PORT`] = `${scheme}://${ip}:${port}`;
    variables[link] = `${scheme}://${ip}:${port}`;
    variables[`${link}_PROTO`] = scheme;
    variables[`${link}_PORT`] = String(port);
    variables[`${link}_ADDR`] = ip;
  });
  return variables;
}
