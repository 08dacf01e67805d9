/** A request for a certificate, and how far it got. */
import type { KubeObject } from '../../world/object.ts';

export interface CertificateSigningRequest extends KubeObject {
  readonly spec: {
    /** Base64 of PEM of PKCS #10. */
    readonly request: string;
    readonly signerName: string;
    readonly expirationSeconds?: number;
    readonly usages?: readonly string[];
    readonly username?: string;
    readonly uid?: string;
    readonly groups?: readonly string[];
    readonly extra?: Readonly<Record<string, readonly string[]>>;
  };
  readonly status?: { readonly conditions?: readonly Condition[]; readonly certificate?: string };
}

export interface Condition {
  readonly type: string;
  readonly status: string;
}

/** `Pending`, `Approved`, `Approved,Issued`, `Denied`, ... */
export function stateOf({ status }: CertificateSigningRequest): string {
  const has = (type: string) => status?.conditions?.some((one) => one.type === type);
  const decided = has('Denied') ? 'Denied' : has('Approved') ? 'Approved' : 'Pending';
  return `${decided}${has('Failed') ? ',Failed' : ''}${status?.certificate ? ',Issued' : ''}`;
}
