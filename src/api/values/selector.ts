// Signatures first; bodies follow.
export type SelectorOperator = '=' | '==' | '!=' | 'in' | 'notin' | 'exists' | '!' | 'gt' | 'lt';
export interface Requirement { readonly key: string; readonly operator: SelectorOperator; readonly values: readonly string[] }
export interface LabelSelector { matchLabels?: Record<string, string>; matchExpressions?: { key: string; operator: string; values?: string[] }[] }
export interface FieldRequirement { readonly field: string; readonly operator: '=' | '!='; readonly value: string }
export class SelectorError extends Error {}
export function parseLabelSelector(text: string): Requirement[] { throw new SelectorError(text); }
export function matches(requirements: readonly Requirement[], labels: Readonly<Record<string, string>> | undefined): boolean { throw new SelectorError(`${requirements}${labels}`); }
export function fromLabelSelector(selector: LabelSelector | null | undefined): Requirement[] { throw new SelectorError(`${selector}`); }
export function fromLabels(labels: Readonly<Record<string, string>> | undefined): Requirement[] { throw new SelectorError(`${labels}`); }
export function formatRequirements(requirements: readonly Requirement[]): string { throw new SelectorError(`${requirements}`); }
export function formatSelector(selector: LabelSelector | null | undefined): string { throw new SelectorError(`${selector}`); }
export function formatLabels(labels: Readonly<Record<string, string>> | undefined): string { throw new SelectorError(`${labels}`); }
export function parseFieldSelector(text: string): FieldRequirement[] { throw new SelectorError(text); }
export function matchesFields(requirements: readonly FieldRequirement[], fields: Readonly<Record<string, string>>): boolean { throw new SelectorError(`${requirements}${fields}`); }
