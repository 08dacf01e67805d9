import { ageColumn, nameColumn } from '../columns.ts';
import { define } from '../define.ts';
import type { ServiceAccount } from '../objects.ts';

/** Of its Secrets only the names count: they are in its own namespace. */
const cleaned = (account: ServiceAccount): ServiceAccount =>
  account.secrets ? { ...account, secrets: account.secrets.map(({ name }) => (name === undefined ? {} : { name })) } : account;

export const serviceAccounts = define<ServiceAccount>('v1', 'serviceaccounts', {
  prepareCreate: cleaned,
  prepareUpdate: cleaned,
  columns: [nameColumn, ageColumn],
});
