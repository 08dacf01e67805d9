/** Rules for the options of requests (source: apimachinery's validation of ListOptions, CreateOptions and their like). */
import { invalidError } from './errors.ts';
import { type FieldError, forbidden, invalid, notSupported, required, tooLong } from './field-errors.ts';
import { parameter, type Query } from './list.ts';

const GROUP = 'meta.k8s.io';
const MAX_MANAGER = 128;
const POLICIES = ['Foreground', 'Background', 'Orphan'];
const MATCHES = ['Exact', 'NotOlderThan'];
const FIELD_VALIDATIONS = ['Ignore', 'Strict', 'Warn'];
const WRITE_OPTIONS: Readonly<Record<string, string>> = {
  POST: 'CreateOptions',
  PUT: 'UpdateOptions',
  PATCH: 'PatchOptions',
  DELETE: 'DeleteOptions',
};

/** Throws Invalid where the options of a list or watch contradict each other. */
export function checkListOptions(query: Query, watch: boolean): void {
  const match = parameter(query, 'resourceVersionMatch') ?? '';
  const version = parameter(query, 'resourceVersion') ?? '';
  const goesOn = (parameter(query, 'continue') ?? '') !== '';
  const initial = parameter(query, 'sendInitialEvents') !== undefined;
  const errors: FieldError[] = [];
  const at = 'resourceVersionMatch';
  if (watch) {
    if (initial && match !== 'NotOlderThan')
      errors.push(forbidden(at, 'sendInitialEvents requires setting resourceVersionMatch to NotOlderThan'));
    if (match && !initial) errors.push(forbidden(at, 'resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided'));
    if (match && match !== 'NotOlderThan') errors.push(notSupported(at, match, ['NotOlderThan']));
    if (match && goesOn) errors.push(forbidden(at, 'resourceVersionMatch is forbidden when continue is provided'));
  } else {
    if (match && !version) errors.push(forbidden(at, 'resourceVersionMatch is forbidden unless resourceVersion is provided'));
    if (match && goesOn) errors.push(forbidden(at, 'resourceVersionMatch is forbidden when continue is provided'));
    if (match && !MATCHES.includes(match)) errors.push(notSupported(at, match, [...MATCHES, '']));
    if (match === 'Exact' && version === '0')
      errors.push(forbidden(at, 'resourceVersionMatch "exact" is forbidden for resourceVersion "0"'));
    if (initial) errors.push(forbidden('sendInitialEvents', 'sendInitialEvents is forbidden for list'));
  }
  if (errors.length > 0) throw invalidError({ kind: 'ListOptions', group: GROUP }, '', errors);
}

/**
 * Throws Invalid where a write asks for what there is not.
 * @param type the content type of a patch
 */
export function checkWriteOptions(method: string, query: Query, type: string): void {
  const dryRun = query['dryRun'] ?? [];
  const validation = parameter(query, 'fieldValidation') ?? '';
  const manager = parameter(query, 'fieldManager') ?? '';
  const errors: FieldError[] = [];
  const applies = type.startsWith('application/apply-patch');
  if (method === 'PATCH' && applies && manager === '') errors.push(required('fieldManager', 'is required for apply patch'));
  if (method === 'PATCH' && !applies && parameter(query, 'force') !== undefined)
    errors.push(forbidden('force', 'may not be specified for non-apply patch'));
  if (manager.length > MAX_MANAGER) errors.push(tooLong('fieldManager', MAX_MANAGER));
  errors.push(...dryRunErrors(typeof dryRun === 'string' ? [dryRun] : dryRun));
  if (method !== 'DELETE' && validation !== '' && !FIELD_VALIDATIONS.includes(validation))
    errors.push(notSupported('fieldValidation', validation, ['', ...FIELD_VALIDATIONS]));
  const kind = WRITE_OPTIONS[method];
  if (kind && errors.length > 0) throw invalidError({ kind, group: GROUP }, '', errors);
}

function dryRunErrors(wanted: readonly string[]): FieldError[] {
  return wanted.some((one) => one !== 'All') ? [notSupported('dryRun', wanted, ['All'])] : [];
}

/** What a client may say of a deletion, in the body or in the query. */
export interface GivenDeleteOptions {
  readonly propagationPolicy?: string | undefined;
  readonly orphanDependents?: string | boolean | undefined;
  readonly dryRun?: readonly string[] | undefined;
}

/** Throws Invalid where a deletion asks for what there is not. */
export function checkDeleteOptions({ propagationPolicy: policy, orphanDependents, dryRun = [] }: GivenDeleteOptions): void {
  const at = 'propagationPolicy';
  const errors: FieldError[] = [];
  if (policy !== undefined && orphanDependents !== undefined)
    errors.push(invalid(at, policy, 'orphanDependents and deletionPropagation cannot be both set'));
  if (policy !== undefined && !POLICIES.includes(policy)) errors.push(notSupported(at, policy, [...POLICIES, 'nil']));
  errors.push(...dryRunErrors(dryRun));
  if (errors.length > 0) throw invalidError({ kind: 'DeleteOptions', group: GROUP }, '', errors);
}
