/** Table columns that many kinds share. */
import type { Column } from '../api/kind.ts';
import type { KubeObject } from '../world/object.ts';
export declare const nameColumn: Column<KubeObject>;
export declare const ageColumn: Column<KubeObject>;
/** When the object was made, as a time and not an age. */
export declare const createdAtColumn: Column<KubeObject>;
/** A column of text. `wide`: only with -o wide. */
export declare function text<T>(name: string, cell: (object: T, now: number) => string, wide?: boolean): Column<T>;
export declare function integer<T>(name: string, cell: (object: T) => number, wide?: boolean): Column<T>;
/** How long ago a time was: `5m`; `<unknown>` without one. */
export declare function age(time: string | null | undefined, now: number): string;
/** The names of containers and their images, joined as tables print them. */
export declare function containerColumns<T>(containers: (object: T) => readonly {
    readonly name: string;
    readonly image?: string;
}[]): Column<T>[];
