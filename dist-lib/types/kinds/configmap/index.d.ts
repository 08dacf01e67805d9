import type { ConfigMap } from '../objects.ts';
/** The limit of ConfigMaps and Secrets, bytes. */
export declare const MAX_DATA_BYTES: number;
export declare const configMaps: import("../../api/kind.ts").Kind<ConfigMap>;
