/** Keys for SSH: the curve, and the files that the real ssh-keygen reads. */
import { expect, it } from 'vitest';
import { fromHex, hexPairs } from '../../api/values/der.ts';
import { digests } from '../bytes.ts';
import { runTool } from '../tools.testing.ts';
import { publicOf } from './ed25519.ts';

it('finds the public key of a seed (RFC 8032, 7.1: tests 1 and 3)', () => {
  const of = (seed: string): string =>
    hexPairs(publicOf(fromHex((digests['sha512'] as (bytes: Uint8Array) => string)(fromHex(seed)))))
      .join('')
      .toLowerCase();
  expect(of('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60')).toBe(
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
  );
  expect(of('c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7')).toBe(
    'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
  );
});

it('makes pairs of files that belong together, as the real one names and shows them', () => {
  const { out, files, code } = runTool([
    'bash',
    '-c',
    "ssh-keygen -t ed25519 -f k -N '' -C me@x; ssh-keygen -y -f k | cmp - k.pub; ssh-keygen -lf k.pub",
  ]);
  expect(code).toBe(0);
  expect(out).toMatch(
    /^Generating public\/private ed25519 key pair\.\nYour identification has been saved in k\nYour public key has been saved in k\.pub\nThe key fingerprint is:\n(SHA256:\S{43}) me@x\nThe key's randomart image is:\n\+--\[ED25519 256\]--\+\n(?:\|.{17}\|\n){9}\+----\[SHA256\]-----\+\n256 \1 me@x \(ED25519\)\n$/,
  );
  expect(files.stat('/work/k')?.mode).toBe(0o600);
  expect(files.read('/work/k')).toMatch(/^-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAAB/);
  const rsa = runTool([
    'bash',
    '-c',
    "ssh-keygen -q -t rsa -b 1024 -f r -N '' -C c; cut -d' ' -f1 r.pub; ssh-keygen -lf r; ssh-keygen -t dsa -f d -N ''",
  ]);
  expect(rsa.out).toMatch(/^ssh-rsa\n1024 SHA256:\S+ c \(RSA\)\n$/);
  expect(rsa.err).toBe('keys of the type dsa cannot be made here: only ed25519 and rsa\n');
});
