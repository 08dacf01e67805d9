import { duplicate, type FieldError, invalid, notSupported, required } from '../../api/field-errors.ts';
import type { Kind } from '../../api/kind.ts';
import { humanDuration } from '../../api/values/duration.ts';
import { ageColumn, nameColumn, text } from '../columns.ts';
import { define } from '../define.ts';
import { type CertificateSigningRequest, type Condition, stateOf } from './state.ts';

const MIN_SECONDS = 600;
const USAGES =
  'any,cert sign,client auth,code signing,content commitment,crl sign,data encipherment,decipher only,digital signature,email protection,encipher only,ipsec end system,ipsec tunnel,ipsec user,key agreement,key encipherment,microsoft sgc,netscape sgc,ocsp signing,s/mime,server auth,signing,timestamping'.split(
    ',',
  );

/** Somebody asks for a certificate; somebody else approves, and a signer issues it. */
export const certificateSigningRequests: Kind<CertificateSigningRequest> = define<CertificateSigningRequest>(
  'certificates.k8s.io/v1',
  'certificatesigningrequests',
  {
    // Whose request it is, and nobody can ask for another, nor change what was asked.
    prepareCreate: (request, { user }) => ({
      ...request,
      spec: {
        ...withoutUser(request.spec),
        ...(user && { username: user.username, groups: user.groups, ...(user.uid && { uid: user.uid }) }),
        ...(user?.extra && { extra: user.extra }),
      },
    }),
    prepareUpdate: (request, old) => ({ ...request, spec: old.spec }),
    selectableFields: { 'spec.signerName': ({ spec }) => spec.signerName },
    validate,
    validateStatus: ({ status }) => exclusive(status?.conditions ?? []),
    columns: [
      nameColumn,
      ageColumn,
      text('SignerName', ({ spec }) => spec.signerName || '<none>'),
      text('Requestor', ({ spec }) => spec.username ?? ''),
      text('RequestedDuration', ({ spec }) => (spec.expirationSeconds ? humanDuration(spec.expirationSeconds * 1000) : '<none>')),
      text('Condition', stateOf),
    ],
  },
);

function withoutUser({ username: _1, uid: _2, groups: _3, extra: _4, ...spec }: CertificateSigningRequest['spec']) {
  return spec;
}

function validate({ spec }: CertificateSigningRequest): FieldError[] {
  const errors: FieldError[] = [];
  const [domain, path] = (spec.signerName ?? '').split(/\/(.*)/s);
  if (!/^-----BEGIN CERTIFICATE REQUEST-----$/m.test(atob(spec.request ?? '')))
    errors.push(invalid('spec.request', spec.request ?? null, 'PEM block type must be CERTIFICATE REQUEST'));
  if (!spec.usages?.length) errors.push(required('spec.usages'));
  for (const [index, usage] of (spec.usages ?? []).entries()) {
    if (!USAGES.includes(usage)) errors.push(notSupported(`spec.usages[${index}]`, usage, USAGES));
    if (spec.usages?.indexOf(usage) !== index) errors.push(duplicate(`spec.usages[${index}]`, usage));
  }
  if (!spec.signerName) errors.push(required('spec.signerName'));
  else if (!domain || !path)
    errors.push(
      invalid('spec.signerName', spec.signerName, "must be a fully qualified domain and path of the form 'example.com/signer-name'"),
    );
  if (spec.expirationSeconds !== undefined && spec.expirationSeconds < MIN_SECONDS)
    errors.push(invalid('spec.expirationSeconds', spec.expirationSeconds, 'may not specify a duration less than 600 seconds (10 minutes)'));
  return errors;
}

function exclusive(conditions: readonly Condition[]): FieldError[] {
  const decisions = conditions.flatMap(({ type }, i) => (type === 'Approved' || type === 'Denied' ? [{ type, i }] : []));
  const other = decisions.find(({ type }) => type !== decisions[0]?.type);
  if (!other) return [];
  return [invalid(`status.conditions[${other.i}].type`, other.type, 'Approved and Denied conditions are mutually exclusive')];
}
