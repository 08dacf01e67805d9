/** How a kubeconfig's user shows the API server who it is, and what kubectl refuses before it asks. */
import { CA_CERTIFICATE } from '../api/authority.ts';
import { readCertificate } from '../api/client-certificate.ts';
import { fromPem } from '../api/values/der.ts';
import { readPrivate, readPublic } from '../api/values/rsa.ts';
import { decodeBase64, encodeBase64 } from '../kernel/bytes.ts';
import { files, readLine } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import type { Credentials } from './client.ts';
import { configPath } from './config-write.ts';
import { CommandError, ConnectionError, Exit } from './errors.ts';
import type { Invocation } from './invocation.ts';
import { isObject, textOf } from './json.ts';
import { klog } from './klog.ts';

const ANONYMOUS = { username: 'system:anonymous', groups: ['system:unauthenticated'] };

/** Throws CommandError for what cannot be used, ConnectionError where TLS would fail. */
export function* credentialsOf(invocation: Invocation, server: string): Sys<Credentials> {
  const { flags } = invocation;
  const { user = {}, userName, cluster = {}, clusterName } = yield* invocation.target();
  const secure = !/^http:/.test(server);
  const config = yield* configPath(invocation.process, flags);
  const folder = yield* files((tree, cwd) => tree.resolve(cwd, config).replace(/\/[^/]*$/, ''));
  // A flag's file is found from where one stands, a kubeconfig's from where that lies.
  const pathOf = function* (flag: string, from: Readonly<Record<string, unknown>>): Sys<string> {
    const given = flags.global(flag);
    const path = given !== '' ? given : textOf(from[flag]);
    return path === '' ? '' : yield* files((tree, cwd) => tree.resolve(given === '' ? folder : cwd, path));
  };
  const read = (path: string): Sys<string | undefined> =>
    files((tree) => (tree.exists(path) && !tree.isDirectory(path) ? tree.read(path) : undefined));
  const wrong: string[] = [];
  /** The text of a field or of the file that it names. */
  const textAt = function* (field: string, from: Readonly<Record<string, unknown>>, short: string, whose: string): Sys<string> {
    const path = yield* pathOf(field, from);
    const data = textOf(from[`${field}-data`]);
    if (data !== '') {
      if (path !== '' && short !== field)
        wrong.push(`${short}-data and ${short} are both specified for ${whose}. ${short}-data will override.`);
      return decodeBase64(data) ?? '';
    }
    if (path === '') return '';
    const text = yield* read(path);
    if (text === undefined)
      wrong.push(
        `unable to read ${field === 'client-certificate' ? 'client-cert' : field} ${path} for ${whose} due to open ${path}: no such file or directory`,
      );
    return text ?? '';
  };
  const has = (field: string, from: Readonly<Record<string, unknown>> = user): boolean =>
    flags.global(field) !== '' || textOf(from[field]) !== '' || textOf(from[`${field}-data`]) !== '';
  const token = flags.global('token') || textOf(user['token']);
  const basic = has('username') || has('password');
  const methods = [...(token !== '' || textOf(user['tokenFile']) !== '' ? ['token'] : []), ...(basic ? ['basicAuth'] : [])];
  if (methods.length > 1 && flags.global('token') === '')
    wrong.push(`more than one authentication method found for ${userName}; found [${methods.join(' ')}], only one is allowed`);
  // A token that is asked for by its flag is meant, whatever else the user has.
  const certified = has('client-certificate') && flags.global('token') === '';
  if (certified && !has('client-key'))
    wrong.push(`client-key-data or client-key must be specified for ${userName} to use the clientCert authentication method.`);
  const certificate = certified ? yield* textAt('client-certificate', user, 'client-cert', userName) : '';
  const key = certified ? yield* textAt('client-key', user, 'client-key', userName) : '';
  if (isObject(user['exec'])) checkPlugin(user['exec'], userName, wrong);
  const authority = yield* textAt('certificate-authority', cluster, 'certificate-authority', clusterName);
  if (wrong.length > 1) throw new Exit(1, `Error in configuration: \n${wrong.map((one) => `* ${one}`).join('\n')}`);
  if (wrong.length === 1) throw new CommandError(wrong[0] as string);
  if (isObject(user['exec'])) throw new CommandError(`users[${userName}].exec: credential plugins are not supported here`);
  if (!secure) return token === '' ? {} : { authorization: `Bearer ${token}` };
  if (!certified && methods.length === 0) {
    // Nothing to show: the real kubectl asks for a name and a password.
    return yield* asked(invocation);
  }
  checkAuthority(server, cluster, authority, flags.global('insecure-skip-tls-verify') === 'true');
  if (certified) {
    const why = mismatch(certificate, key);
    if (why !== undefined) {
      yield* klog('E', invocation.process.pid, 'cert_rotation.go:172', `"Loading client cert failed" err="${why}" key="key"`);
      throw notConnected(server, why);
    }
  }
  const tokenFile = textOf(user['tokenFile']);
  const bearer = token || (tokenFile === '' ? '' : (yield* tokenIn(tokenFile, folder)).trim());
  const name = flags.global('username') || textOf(user['username']);
  const password = flags.global('password') || textOf(user['password']);
  const authorization = bearer !== '' ? `Bearer ${bearer}` : basic ? `Basic ${encodeBase64(`${name}:${password}`)}` : '';
  return { ...(certified && { certificate }), ...(authorization !== '' && { authorization }) };
}

function* tokenIn(name: string, folder: string): Sys<string> {
  return yield* files((tree) => {
    const path = tree.resolve(folder, name);
    if (!tree.exists(path)) throw new CommandError(`open ${path}: no such file or directory`);
    return tree.read(path);
  });
}

function checkPlugin(exec: Readonly<Record<string, unknown>>, userName: string, wrong: string[]): void {
  for (const field of ['command', 'apiVersion', 'interactiveMode'])
    if (textOf(exec[field]) === '') wrong.push(`${field} must be specified for ${userName} to use exec authentication plugin`);
}

/** A name and a password from the terminal. Whom the API server could know by them is nobody. */
function* asked(invocation: Invocation): Sys<Credentials> {
  yield* invocation.out('Please enter Username: ');
  const name = yield* readLine(0);
  if (name === null) throw new CommandError('EOF');
  yield* invocation.out('Please enter Password: ');
  const password = yield* readLine(0);
  if (password === null) throw new CommandError('error reading input for Password');
  return name === '' && password === '' ? { user: ANONYMOUS } : { authorization: `Basic ${encodeBase64(`${name}:${password}`)}` };
}

function notConnected(server: string, why: string): ConnectionError {
  return new ConnectionError(`Unable to connect to the server: ${why}`, `Get ${JSON.stringify(`${server}/api?timeout=32s`)}: ${why}`);
}

/** The server's certificate has to be of an authority that the kubeconfig trusts. */
function checkAuthority(server: string, cluster: Readonly<Record<string, unknown>>, authority: string, insecureFlag: boolean): void {
  const insecure = insecureFlag || cluster['insecure-skip-tls-verify'] === true;
  if (insecure && authority !== '') throw new CommandError('specifying a root certificates file with the insecure flag is not allowed');
  if (insecure) return;
  if (authority !== '' && !fromPem(authority, 'CERTIFICATE'))
    throw new CommandError('unable to load root certificates: unable to parse bytes as PEM block');
  if (!authority.includes(CA_CERTIFICATE.trim()))
    throw notConnected(server, 'tls: failed to verify certificate: x509: certificate signed by unknown authority');
}

/** Why certificate and key do not make a pair, in the words of Go's tls. */
function mismatch(certificate: string, key: string): string | undefined {
  if (!fromPem(certificate, 'CERTIFICATE')) return 'tls: failed to find any PEM data in certificate input';
  const mine = readPrivate(key);
  if (!mine) return /-----BEGIN /.test(key) ? undefined : 'tls: failed to find any PEM data in key input';
  const info = readCertificate(certificate)?.key;
  const theirs = info && readPublic(info.whole);
  return theirs && theirs.n !== mine.n ? 'tls: private key does not match public key' : undefined;
}
