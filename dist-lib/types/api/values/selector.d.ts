export type SelectorOperator = 'in' | 'notin' | '=' | '==' | '!=' | 'gt' | 'lt' | 'exists' | '!';
/** One condition on a label; a selector is a list of them, all of which must hold. */
export interface Requirement {
    readonly key: string;
    readonly operator: SelectorOperator;
    readonly values: readonly string[];
}
/** The selector of a Deployment, ReplicaSet, ... in an object. */
export interface LabelSelector {
    readonly matchLabels?: Readonly<Record<string, string>>;
    readonly matchExpressions?: readonly {
        readonly key: string;
        readonly operator: string;
        readonly values?: readonly string[];
    }[];
}
export interface FieldRequirement {
    readonly field: string;
    readonly operator: '=' | '!=';
    readonly value: string;
}
type Labels = Readonly<Record<string, string>>;
export declare class SelectorError extends Error {
}
/**
 * The requirements of a selector such as `app=web,tier in (a,b),!old`, sorted by key.
 * Throws SelectorError in the words of the real parser.
 */
export declare function parseLabelSelector(text: string): Requirement[];
/** True when every requirement holds for `labels`. */
export declare function matches(requirements: readonly Requirement[], labels: Labels | undefined): boolean;
/** The requirements of an object's selector. No selector selects nothing, an empty one everything. */
export declare function fromLabelSelector(selector: LabelSelector | null | undefined): Requirement[];
/** One `key=value` requirement a label, as the selector of a Service means it. */
export declare function fromLabels(labels: Labels | undefined): Requirement[];
/** A selector as text that parseLabelSelector reads: `app=web,tier in (a,b)`; empty for none. */
export declare function formatRequirements(requirements: readonly Requirement[]): string;
/** As describe and the SELECTOR column print an object's selector: `<none>` when empty, `<error>` when not valid. */
export declare function formatSelector(selector: LabelSelector | null | undefined): string;
/** `a=1,b=2` in key order, or `<none>`: the LABELS column, and the SELECTOR column of Services. */
export declare function formatLabels(labels: Labels | undefined): string;
/** The requirements of `--field-selector`, such as `status.phase!=Running,metadata.name=web`. */
export declare function parseFieldSelector(text: string): FieldRequirement[];
/** True when every requirement holds for `fields`; a field that is missing counts as empty. */
export declare function matchesFields(requirements: readonly FieldRequirement[], fields: Readonly<Record<string, string>>): boolean;
/** A field selector as text that parseFieldSelector reads. */
export declare function formatFieldSelector(requirements: readonly FieldRequirement[]): string;
export {};
