import { humanDuration } from '../../api/values/duration.ts';
import { formatLabels } from '../../api/values/selector.ts';
import { type Describer, timeText, writeEvents } from '../describe.ts';
import { COMMON_NAME, readRequest } from './request.ts';
import { type CertificateSigningRequest, stateOf } from './state.ts';

const SERIAL_NUMBER = 5;
const OTHERS = [
  ['Organization', 10],
  ['Organizational Unit', 11],
  ['Country', 6],
  ['Locality', 7],
  ['Province', 8],
  ['StreetAddress', 9],
  ['PostalCode', 17],
] as const;

export const describeCertificateSigningRequest: Describer<CertificateSigningRequest> = function* (one, w, context) {
  const { metadata, spec } = one;
  const request = readRequest(spec.request);
  const list = (name: string, values: readonly string[] = []) => {
    if (values.length > 0) w.write(0, `\t${name}:\t${values.join('\n\t\t')}\n`);
  };
  w.write(0, `Name:\t${metadata.name}\n`);
  w.write(0, `Labels:\t${formatLabels(metadata.labels)}\n`);
  w.write(0, `Annotations:\t${formatLabels(metadata.annotations)}\n`);
  w.write(0, `CreationTimestamp:\t${timeText(metadata.creationTimestamp ?? undefined)}\n`);
  w.write(0, `Requesting User:\t${spec.username ?? ''}\n`);
  if (spec.signerName) w.write(0, `Signer:\t${spec.signerName}\n`);
  if (spec.expirationSeconds !== undefined) w.write(0, `Requested Duration:\t${humanDuration(spec.expirationSeconds * 1000)}\n`);
  w.write(0, `Status:\t${stateOf(one)}\n`);
  w.write(0, 'Subject:\n');
  w.write(0, `\tCommon Name:\t${request?.names.get(COMMON_NAME)?.at(-1) ?? ''}\n`);
  w.write(0, `\tSerial Number:\t${request?.names.get(SERIAL_NUMBER)?.at(-1) ?? ''}\n`);
  for (const [name, number] of OTHERS) list(name, request?.names.get(number));
  const { dns = [], email = [], ip = [] } = request?.alternative ?? {};
  if (dns.length + email.length + ip.length > 0) {
    w.write(0, 'Subject Alternative Names:\n');
    list('DNS Names', dns);
    list('Email Addresses', email);
    list('IP Addresses', ip);
  }
  yield* writeEvents(w, one, context);
};
