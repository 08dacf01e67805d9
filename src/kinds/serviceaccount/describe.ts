import { type Describer, writeEvents, writeHead } from '../describe.ts';
import type { ServiceAccount } from '../objects.ts';

export const describeServiceAccount: Describer<ServiceAccount> = function* (account, w, context) {
  writeHead(w, account);
  const label = 'Image pull secrets:';
  const names = (account.imagePullSecrets ?? []).map((secret) => secret.name);
  if (names.length === 0) w.write(0, `${label}\t<none>\n`);
  names.forEach((name, index) => {
    w.write(0, `${index === 0 ? label : ' '.repeat(label.length)}\t${name}\n`);
  });
  yield* writeEvents(w, account, context);
};
