import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { testMachine } from '../../shell/shell.testing.ts';

const MADE = ['ca.key', 'ca.crt', 'web.key', 'web.csr', 'web.crt', 'web.pub'] as const;
const MAKE = `openssl genrsa -out ca.key 1024
openssl req -x509 -new -nodes -key ca.key -subj "/CN=my-ca/O=Org" -days 3650 -out ca.crt
openssl req -newkey rsa:1024 -nodes -keyout web.key -out web.csr -subj "/CN=web/O=team" -addext "subjectAltName=DNS:web.example" 2>/dev/null
printf 'subjectAltName=DNS:web.example,IP:10.0.0.1\nkeyUsage=critical,digitalSignature,keyEncipherment\nextendedKeyUsage=serverAuth,clientAuth\n' > web.cnf
openssl x509 -req -in web.csr -CA ca.crt -CAkey ca.key -CAcreateserial -out web.crt -days 100 -extfile web.cnf 2>/dev/null
openssl rsa -in web.key -pubout -out web.pub 2>/dev/null`;
/** What both must show of what ours made. */
const SHOW = [
  'x509 -in ca.crt -noout -text',
  'x509 -in web.crt -noout -text',
  'x509 -in web.crt -noout -subject -issuer -dates -serial -fingerprint',
  'x509 -in web.crt -noout -sha256 -fingerprint -pubkey',
  'x509 -in web.crt -noout -ext subjectAltName,keyUsage',
  'req -in web.csr -noout -text',
  'rsa -in web.key -noout -check',
  'pkey -in web.key -pubout',
];

const machine = testMachine();
const run = (script: string) => machine.run(['bash', '-c', script], { input: '' });
run(MAKE);

describe('openssl with keys and certificates', () => {
  it('signs what a request asks for, so that its authority verifies it', () => {
    expect(run('openssl verify -CAfile ca.crt web.crt; openssl req -in web.csr -noout -verify -subject')).toEqual({
      out: 'web.crt: OK\nsubject=CN = web, O = team\n',
      err: 'Certificate request self-signature verify OK\n',
      code: 0,
    });
  });

  it('refuses what nobody known has signed', () => {
    expect(run('openssl verify web.crt').err).toContain('error 20 at 0 depth lookup: unable to get local issuer certificate');
    expect(run('openssl verify ca.crt').err).toContain('error 18 at 0 depth lookup: self-signed certificate');
  });

  it('says what it cannot do', () => {
    expect(run('openssl req -x509 -newkey rsa:1024 -subj /CN=a').err).toContain('use -nodes');
    expect(run('openssl req -new -nodes -newkey ec:x -subj /CN=a').err).toContain('only rsa:BITS');
    expect(run('openssl ecparam -genkey').err).toContain('openssl ecparam: this command is not supported here');
    expect(run('openssl x509 -in web.key').err).toContain('Could not read certificate from web.key');
  });

  it.skipIf(spawnSync('openssl', ['version']).stdout?.toString().startsWith('OpenSSL 3.0') !== true)(
    'makes what the real openssl reads, and shows it alike',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'drydock-x509-'));
      for (const name of MADE) writeFileSync(join(folder, name), machine.files.read(`/home/learner/${name}`));
      for (const command of SHOW) {
        const real = spawnSync('openssl', command.split(' '), { cwd: folder, encoding: 'utf8' });
        expect({ command, out: run(`openssl ${command}`).out }).toEqual({ command, out: real.stdout });
      }
      rmSync(folder, { recursive: true });
    },
  );
});
