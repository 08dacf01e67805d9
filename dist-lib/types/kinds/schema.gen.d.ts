export declare const SCHEMA: ReadonlyArray<readonly [pkg: string, groupVersion: string, lines: string]>;
