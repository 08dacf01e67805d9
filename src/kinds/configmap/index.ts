import { ageColumn, integer, nameColumn } from '../columns.ts';
import { define } from '../define.ts';
import type { ConfigMap } from '../objects.ts';

/** The limit of ConfigMaps and Secrets, bytes. */
export const MAX_DATA_BYTES = 1024 * 1024;

export const configMaps = define<ConfigMap>('v1', 'configmaps', {
  columns: [
    nameColumn,
    integer('Data', ({ data, binaryData }) => Object.keys(data ?? {}).length + Object.keys(binaryData ?? {}).length),
    ageColumn,
  ],
});
