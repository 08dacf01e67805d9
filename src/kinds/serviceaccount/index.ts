import { ageColumn, nameColumn } from '../columns.ts';
import { define } from '../define.ts';
import type { ServiceAccount } from '../objects.ts';

export const serviceAccounts = define<ServiceAccount>('v1', 'serviceaccounts', {
  columns: [nameColumn, ageColumn],
});
