/** One run of a kubectl command: its words, and what it reaches the cluster with, made when first asked for. */

import { SysError } from '../kernel/error.ts';
import { lazy } from '../kernel/lazy.ts';
import { device, files as inFiles, isatty, load, write } from '../kernel/sys.ts';
import type { Process, Sys } from '../kernel/types.ts';
import { type CommandPath, pathText } from './cli/command.ts';
import type { FlagValues, Parsed } from './cli/parse.ts';
import { Client, type Credentials, requestLog } from './client.ts';
import { type KubeConfig, loadConfig, type Target, targetOf } from './config.ts';
import { CommandError, ConnectionError } from './errors.ts';
import { klog } from './klog.ts';
import { MINIKUBE_SERVER } from './kubeconfig.ts';
import type { LogOptions } from './request-log.ts';
import { loadMapper, type RestMapper } from './resource/mapper.ts';

const colours = lazy(() => import('./output/colour.ts'));
/** Commands whose output is coloured on a terminal. */
const COLOURED: ReadonlySet<string> = new Set(['get', 'describe', 'top', 'events', 'api-resources', 'explain', 'rollout', 'config']);

const credentialsCode = lazy(() => import('./credentials.ts'));
const MINIKUBE_HOME = '/home/learner/.minikube';
/** What the kubeconfig that `minikube start` writes names: the authority's certificate, the administrator's, and its key. */
const FILES = ['/ca.crt', '/profiles/minikube/client.crt', '/profiles/minikube/client.key'].map((file) => MINIKUBE_HOME + file);
const reaching = lazy(() => import('./reach.ts'));
/** How often a command asks what kinds there are before it gives up; it tells of each time. What is named as TYPE/NAME is looked for once less. */
const ATTEMPTS = 5;
const FEWER_ATTEMPTS: Readonly<Record<string, number>> = {
  'api-resources': 1,
  'api-versions': 1,
  diff: 1,
  run: 1,
  auth: 2,
  explain: 2,
  drain: 4,
  exec: 4,
  logs: 4,
  'port-forward': 4,
  // create
  role: 2,
  clusterrole: 2,
  job: 4,
};
const FILE_COMMANDS: ReadonlySet<string> = new Set(['apply', 'create', 'replace']);

export class Invocation {
  readonly process: Process;
  readonly path: CommandPath;
  readonly args: readonly string[];
  /** How many arguments stand before `--`; -1 without `--`. */
  readonly dashAt: number;
  readonly flags: FlagValues;
  private coloured: boolean | undefined;
  private kubeConfig: KubeConfig | undefined;
  private apiClient: Client | undefined;
  private restMapper: RestMapper | undefined;

  /** Takes no virtual time of its own: the look-ups of completion. */
  private readonly instant: boolean;

  constructor(process: Process, parsed: Parsed, instant = false) {
    this.instant = instant;
    this.process = process;
    this.path = parsed.path;
    this.args = parsed.args;
    this.dashAt = parsed.dashAt;
    this.flags = parsed.flags;
  }

  *out(text: string): Sys<void> {
    this.coloured ??= yield* this.wantsColour();
    yield* write(1, this.coloured ? (yield* load(colours)).paint(text) : text);
  }

  /** On a terminal, unless NO_COLOR (no-color.org) or a dumb terminal says otherwise. */
  private *wantsColour(): Sys<boolean> {
    const { env } = this.process;
    return COLOURED.has(this.path[1]?.name ?? '') && !env['NO_COLOR'] && env['TERM'] !== 'dumb' && (yield* isatty(1));
  }

  *err(text: string): Sys<void> {
    yield* write(2, text);
  }

  /** The failure `message`, with the hint where to find help. */
  usageError(message: string): CommandError {
    return new CommandError(`${message}\nSee '${pathText(this.path)} -h' for help and examples`);
  }

  /** The kubectl of the 2019 tutorial, which took forms that v1.36 refuses. */
  get compat2019(): boolean {
    return this.process.env['DRYDOCK_KUBECTL_COMPAT'] === '2019';
  }

  *config(): Sys<KubeConfig> {
    this.kubeConfig ??= yield* loadConfig(this.process, this.flags, this.path[1]?.name !== 'config');
    return this.kubeConfig;
  }

  *target(): Sys<Target> {
    return targetOf(yield* this.config(), this.flags);
  }

  *namespace(): Sys<string> {
    return (yield* this.target()).namespace;
  }

  /** Throws ConnectionError when the API server is not at the server of the kubeconfig. */
  *client(): Sys<Client> {
    if (this.apiClient) return this.apiClient;
    const { server, user, userName } = yield* this.target();
    if (server !== MINIKUBE_SERVER) {
      if (this.instant) throw new ConnectionError('', ''); // nobody waits for the look-ups of completion
      const secure = Boolean(user?.['client-certificate'] ?? user?.['client-certificate-data']);
      try {
        yield* (yield* load(reaching)).reach(server, secure, this.flags.global('request-timeout'));
      } catch (error) {
        if (error instanceof ConnectionError) this.refuseFiles(error);
        throw error;
      }
    }
    const as = this.flags.string('as');
    const groups = this.flags.list('as-group');
    if (as === '' && groups.length > 0)
      throw new CommandError(`requesting uid, groups or user-extra for ${userName} without impersonating a user`);
    const credentials = yield* this.credentials();
    const log = this.instant ? undefined : yield* this.logOptions(server);
    this.apiClient = new Client({
      ...(log && { log }),
      instant: this.instant,
      fieldManager: this.flags.has('field-manager') ? this.flags.string('field-manager') : 'kubectl',
      ...(as !== '' && { impersonate: { user: as, groups, uid: this.flags.string('as-uid') } }),
      credentials,
    });
    return this.apiClient;
  }

  /** What shows the server who asks. What `minikube start` wrote is not looked into, but has to be there. */
  private *credentials(): Sys<Credentials> {
    if (this.instant) return {};
    const { user, cluster, server } = yield* this.target();
    const files = [cluster?.['certificate-authority'], user?.['client-certificate'], user?.['client-key']];
    const usual = FILES.every((path, index) => files[index] === path) && Object.keys(user ?? {}).length === 2;
    const given = ['token', 'username', 'password', 'client-certificate', 'client-key', 'certificate-authority'];
    if (
      usual &&
      given.every((flag) => this.flags.global(flag) === '') &&
      (yield* inFiles((tree) => FILES.every((path) => tree.exists(path))))
    )
      return {};
    return yield* (yield* load(credentialsCode)).credentialsOf(this, server);
  }

  /** From -v=6 on requests are logged; the log begins with what kubectl found where. */
  private *logOptions(server: string): Sys<LogOptions | undefined> {
    const verbosity = Number(this.flags.global('v') || 0);
    if (verbosity < 6) return undefined;
    const options = { verbosity, pid: this.process.pid, server };
    yield* (yield* load(requestLog)).logStart(options, this.process, this.flags);
    return options;
  }

  *mapper(most = Number.POSITIVE_INFINITY): Sys<RestMapper> {
    if (this.restMapper) return this.restMapper;
    const [, command, inner] = this.path.map(({ name }) => name);
    const usual = this.args.some((one) => one.includes('/')) ? ATTEMPTS - 1 : ATTEMPTS;
    const attempts = Math.min(most, FEWER_ATTEMPTS[inner ?? ''] ?? FEWER_ATTEMPTS[command ?? ''] ?? usual);
    for (let attempt = 1; !this.apiClient; attempt++) {
      try {
        yield* this.client();
      } catch (error) {
        if (!(error instanceof ConnectionError)) throw error;
        const text = `"Unhandled Error" err=${JSON.stringify(`couldn't get current server API group list: ${error.why}`)}`;
        if (!this.instant) yield* klog('E', this.process.pid, 'memcache.go:265', text);
        if (attempt === attempts) throw error;
      }
    }
    this.restMapper = yield* loadMapper(this.apiClient, this.instant ? undefined : this.process.env['HOME']);
    return this.restMapper;
  }

  /** Commands that check files by the server's schema ask for that first. */
  private refuseFiles({ why }: ConnectionError): void {
    const [file] = FILE_COMMANDS.has(this.path[1]?.name ?? '') && !this.path[2] ? this.flags.list('filename') : [];
    if (file === undefined || /^(?:ignore|f|false|0)$/i.test(this.flags.string('validate'))) return;
    throw new CommandError(
      `error validating ${JSON.stringify(file === '-' ? 'STDIN' : file)}: error validating data: failed to download openapi: ${why.replace('/api?', '/openapi/v2?')}; if you choose to ignore these errors, turn validation off with --validate=false`,
    );
  }

  /** How many different warnings the server sent. */
  get warningCount(): number {
    return this.apiClient?.warnings.size ?? 0;
  }

  /** Tells the terminal what line would work instead; it offers that by one key. Nothing happens where there is no such device. */
  *suggest(line: string): Sys<void> {
    try {
      yield* device('suggestion', { line });
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
    }
  }
}
