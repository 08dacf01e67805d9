import { type Describer, writeHead } from '../describe.ts';
import type { Secret } from '../objects.ts';
import { TOKEN_TYPE } from './index.ts';

// biome-ignore lint/correctness/useYield: describers are generators
export const describeSecret: Describer<Secret> = function* (secret, w) {
  writeHead(w, secret);
  w.write(0, `\nType:\t${secret.type ?? ''}\n`);
  w.write(0, '\nData\n====\n');
  for (const key of Object.keys(secret.data ?? {}).sort()) {
    const value = atob(secret.data?.[key] ?? '');
    w.write(0, `${key}:\t${key === 'token' && secret.type === TOKEN_TYPE ? value : `${value.length} bytes`}\n`);
  }
};
