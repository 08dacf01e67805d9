export interface GoType {
    /** As Go prints it: `[]v1.Container`. */
    readonly text: string;
    readonly kind: 'string' | 'int' | 'bool' | 'pointer' | 'slice' | 'map' | 'struct' | 'Time' | 'IntOrString' | 'Quantity';
    /** What a pointer points to; the elements of a slice or map. */
    readonly of?: GoType;
    /** The struct's name. */
    readonly struct?: string;
}
export interface GoField {
    readonly name: string;
    /** '' when the field's own fields stand in its place. */
    readonly json: string;
    readonly type: GoType;
}
/** The fields of a struct, in Go's order. */
export declare function goFields(name: string): readonly GoField[];
/** A type by its text, such as `[]Container`. */
export declare function goType(text: string): GoType;
