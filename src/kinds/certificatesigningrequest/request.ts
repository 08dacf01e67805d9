/** What a request for a certificate (PKCS #10) asks for. */
import { type Element, elements, fromPem, OID, oid } from '../../api/values/der.ts';

export interface CertificateRequest {
  /** Name and key as they are: a certificate repeats them. */
  readonly subject: Uint8Array;
  readonly key: Uint8Array;
  /** By the last number of the attribute's OID below 2.5.4. */
  readonly names: ReadonlyMap<number, readonly string[]>;
  readonly alternative: { readonly dns: readonly string[]; readonly email: readonly string[]; readonly ip: readonly string[] };
}

export const COMMON_NAME = 3;
const [DNS, EMAIL, IP] = [0x82, 0x81, 0x87];
const text = new TextDecoder();

/** The request in a `spec.request`: base64 of PEM; undefined when it is none. */
export function readRequest(encoded: string): CertificateRequest | undefined {
  try {
    const der = fromPem(atob(encoded), 'CERTIFICATE REQUEST');
    if (!der) return undefined;
    const [info] = inside(elements(der)[0]);
    const [, subject, key, attributes] = inside(info);
    if (!subject || !key) return undefined;
    return { subject: subject.whole, key: key.whole, names: namesOf(subject), alternative: alternativeOf(attributes) };
  } catch {
    return undefined;
  }
}

function inside(one: Element | undefined): Element[] {
  return one ? elements(one.content) : [];
}

function namesOf(subject: Element): Map<number, string[]> {
  const names = new Map<number, string[]>();
  for (const [type, value] of inside(subject).flatMap(inside).map(inside)) {
    const number = type?.content.at(-1) ?? 0;
    if (value) names.set(number, [...(names.get(number) ?? []), text.decode(value.content)]);
  }
  return names;
}

/** The extension subjectAltName among the attributes, as deep as it is. */
function alternativeOf(attributes: Element | undefined): CertificateRequest['alternative'] {
  const wanted = oid('2.5.29.17').join();
  const find = (list: readonly Element[]): Element | undefined => {
    if (list[0]?.tag === OID && list[0].whole.join() === wanted) return list.at(-1);
    for (const one of list) {
      const found = one.tag & 0x20 ? find(inside(one)) : undefined;
      if (found) return found;
    }
    return undefined;
  };
  const found = inside(inside(find(inside(attributes)))[0]);
  const of = (tag: number) => found.filter((one) => one.tag === tag).map(({ content }) => content);
  return {
    dns: of(DNS).map((one) => text.decode(one)),
    email: of(EMAIL).map((one) => text.decode(one)),
    ip: of(IP)
      .filter(({ length }) => length === 4)
      .map((one) => one.join('.')),
  };
}
