import { ageColumn, nameColumn } from '../columns.ts';
import { define } from '../define.ts';
import type { ServiceAccount } from '../objects.ts';

/** Who a Pod is for the API server. */
export const serviceAccounts = define<ServiceAccount>('v1', 'serviceaccounts', { columns: [nameColumn, ageColumn] });
