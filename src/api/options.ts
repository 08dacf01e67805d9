/** Rules for the options of requests (source: apimachinery's validation of ListOptions, CreateOptions and their like). */
import { invalidError } from './errors.ts';
import { type FieldError, forbidden, notSupported } from './field-errors.ts';
import { parameter, type Query } from './list.ts';

const GROUP = 'meta.k8s.io';
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

/** Throws Invalid where a write asks for what there is not. */
export function checkWriteOptions(method: string, query: Query): void {
  const dryRun = query['dryRun'] ?? [];
  const wanted = typeof dryRun === 'string' ? [dryRun] : dryRun;
  const validation = parameter(query, 'fieldValidation') ?? '';
  const errors: FieldError[] = [];
  if (wanted.some((one) => one !== 'All')) errors.push(notSupported('dryRun', wanted, ['All']));
  if (method !== 'DELETE' && validation !== '' && !FIELD_VALIDATIONS.includes(validation))
    errors.push(notSupported('fieldValidation', validation, ['', ...FIELD_VALIDATIONS]));
  const kind = WRITE_OPTIONS[method];
  if (kind && errors.length > 0) throw invalidError({ kind, group: GROUP }, '', errors);
}
