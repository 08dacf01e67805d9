/** Rules for webhook configurations (source: pkg/apis/admissionregistration/validation). */
import { duplicate, type FieldError, invalid, required } from '../../api/field-errors.ts';
import { isDNS1035Label, isDNS1123Subdomain, isPortNumber } from '../../api/values/names.ts';
import { validateLabelSelector } from '../selector.ts';
import type { LabelSelector } from '../types.gen.ts';
import type { ResourceRule } from './matching.ts';
import { failurePolicyErrors, matchPolicyErrors, oneOf, ruleErrors } from './rules.ts';

interface Webhook {
  readonly name?: string;
  readonly rules?: readonly ResourceRule[];
  readonly failurePolicy?: string;
  readonly matchPolicy?: string;
  readonly sideEffects?: string;
  readonly timeoutSeconds?: number;
  readonly namespaceSelector?: LabelSelector;
  readonly objectSelector?: LabelSelector;
  readonly clientConfig?: {
    readonly url?: string;
    readonly service?: { readonly name?: string; readonly namespace?: string; readonly port?: number };
  };
  readonly admissionReviewVersions?: readonly string[] | null;
}

const SIDE_EFFECTS = ['None', 'NoneOnDryRun'];
const VERSIONS = ['v1', 'v1beta1'];
const MAX_SECONDS = 30;
const FORM = '; desired format: https://host[/path]';

export function webhookErrors({ webhooks = [] }: { readonly webhooks?: readonly Webhook[] }): FieldError[] {
  return webhooks.flatMap((webhook, index) => {
    const at = `webhooks[${index}]`;
    const { name = '' } = webhook;
    const again = name !== '' && webhooks.findIndex((one) => one.name === name) < index;
    return [
      ...oneErrors(webhook, at),
      ...versionErrors(webhook.admissionReviewVersions ?? [], `${at}.admissionReviewVersions`),
      ...(again ? [duplicate(`${at}.name`, name)] : []),
    ];
  });
}

function oneErrors(webhook: Webhook, at: string): FieldError[] {
  const { name = '', rules = [], sideEffects, timeoutSeconds: seconds, namespaceSelector, objectSelector } = webhook;
  return [
    ...nameErrors(name, `${at}.name`),
    ...rules.flatMap((rule, index) => ruleErrors(rule, `${at}.rules[${index}]`)),
    ...failurePolicyErrors(webhook.failurePolicy, `${at}.failurePolicy`),
    ...matchPolicyErrors(webhook.matchPolicy, `${at}.matchPolicy`),
    ...(sideEffects === undefined
      ? [required(`${at}.sideEffects`, `must specify one of ${SIDE_EFFECTS.join(', ')}`)]
      : oneOf(sideEffects, SIDE_EFFECTS, `${at}.sideEffects`)),
    ...(seconds !== undefined && (seconds < 1 || seconds > MAX_SECONDS)
      ? [invalid(`${at}.timeoutSeconds`, seconds, 'the timeout value must be between 1 and 30 seconds')]
      : []),
    ...validateLabelSelector(namespaceSelector, `${at}.namespaceSelector`),
    ...validateLabelSelector(objectSelector, `${at}.objectSelector`),
    ...clientErrors(webhook.clientConfig ?? {}, `${at}.clientConfig`),
  ];
}

function nameErrors(name: string, at: string): FieldError[] {
  if (name === '') return [required(at)];
  const wrong = isDNS1123Subdomain(name);
  if (wrong.length > 0) return [invalid(at, name, wrong.join(','))];
  return name.split('.').length < 3 ? [invalid(at, name, 'should be a domain with at least three segments separated by dots')] : [];
}

function clientErrors({ url, service }: NonNullable<Webhook['clientConfig']>, at: string): FieldError[] {
  if ((url === undefined) === (service === undefined)) return [required(at, 'exactly one of url or service is required')];
  if (url !== undefined) {
    const [, scheme = '', host = ''] = /^(?:([a-z][a-z0-9+.-]*):)?(?:\/\/([^/?#]*))?/i.exec(url) ?? [];
    return [
      ...(scheme === 'https' ? [] : [invalid(`${at}.url`, scheme, `'https' is the only allowed URL scheme${FORM}`)]),
      ...(host === '' ? [invalid(`${at}.url`, host, `host must be specified${FORM}`)] : []),
    ];
  }
  const { name, namespace, port = 443 } = service ?? {};
  const wrong = isPortNumber(port);
  // The real server takes one for the other: what it calls the name is the namespace.
  return [
    ...(namespace ? [] : [required(`${at}.service.name`)]),
    ...(name ? [] : [required(`${at}.service.namespace`)]),
    ...(wrong.length > 0 ? [invalid(`${at}.service.port`, port, `port is not valid: ${wrong.join(', ')}`)] : []),
  ];
}

function versionErrors(versions: readonly string[], at: string): FieldError[] {
  if (versions.length === 0) return [required(at, `must specify one of ${VERSIONS.join(', ')}`)];
  const errors = versions.flatMap((version, index) =>
    versions.indexOf(version) < index
      ? [invalid(`${at}[${index}]`, version, 'duplicate version')]
      : isDNS1035Label(version).map((why) => invalid(`${at}[${index}]`, version, why)),
  );
  if (versions.some((one) => VERSIONS.includes(one))) return errors;
  return [...errors, invalid(at, versions, `must include at least one of ${VERSIONS.join(', ')}`)];
}
