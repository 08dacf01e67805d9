/** The quality of service class of a Pod (pkg/apis/core/v1/helper/qos). */
import { compareQuantity, parseQuantity } from '../../api/values/quantity.ts';
import type { Container, PodSpec } from '../types.gen.ts';

const COUNTED = ['cpu', 'memory'] as const;

/** Guaranteed: all limits set and equal to the requests; BestEffort: none set; else Burstable. */
export function qosClassOf(spec: PodSpec): 'Guaranteed' | 'Burstable' | 'BestEffort' {
  const containers = [...(spec.containers ?? []), ...(spec.initContainers ?? [])];
  if (containers.every((one) => !asksFor(one))) return 'BestEffort';
  return containers.every(isGuaranteed) ? 'Guaranteed' : 'Burstable';
}

function asksFor({ resources }: Container): boolean {
  return COUNTED.some((name) => isPositive(resources?.requests?.[name]) || isPositive(resources?.limits?.[name]));
}

function isPositive(quantity: string | number | undefined): boolean {
  return quantity !== undefined && parseQuantity(quantity).nano > 0n;
}

function isGuaranteed({ resources }: Container): boolean {
  return COUNTED.every((name) => {
    const [limit, request] = [resources?.limits?.[name], resources?.requests?.[name] ?? resources?.limits?.[name]];
    return isPositive(limit) && compareQuantity(parseQuantity(limit ?? 0), parseQuantity(request ?? 0)) === 0;
  });
}
