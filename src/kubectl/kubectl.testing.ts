/** kubectl against an API server alone (no controllers, no nodes): for the tests of commands. */
import { ApiServer } from '../api/server.ts';
import type { ApiRequest } from '../api/types.ts';
import { FileSystem, type WrittenFiles } from '../kernel/files.ts';
import { Kernel } from '../kernel/kernel.ts';
import { kinds } from '../kinds/index.ts';
import { rulesCode } from '../kinds/rules-code.ts';
import { World } from '../world/world.ts';
import { kubectl } from './index.ts';
import { DEFAULT_KUBECONFIG } from './kubeconfig.ts';

await rulesCode.load();

export interface Ran {
  readonly out: string;
  readonly err: string;
  readonly code: number | undefined;
}

export class TestKubectl {
  readonly world = new World();
  readonly api = new ApiServer(this.world, kinds);
  readonly kernel = new Kernel(this.world);
  readonly files: FileSystem;
  /** Lines offered to the terminal. */
  readonly suggestions: string[] = [];
  env: Record<string, string> = { HOME: '/home/learner' };

  constructor() {
    const written: WrittenFiles = {};
    this.files = new FileSystem(written, () => this.world.now);
    this.files.mkdir('/home/learner/.kube', { parents: true });
    this.files.mkdir('/tmp');
    this.files.write('/home/learner/.kube/config', DEFAULT_KUBECONFIG);
    this.kernel.register({
      id: 'laptop',
      hostname: 'laptop',
      files: this.files,
      program: (name) => (name === 'kubectl' ? kubectl : undefined),
      programNames: () => ['kubectl'],
    });
    this.kernel.device('apiserver', (request: ApiRequest) => this.api.handle(request));
    this.kernel.device('suggestion', ({ line }: { line: string }) => {
      this.suggestions.push(line);
      return true;
    });
    this.kernel.onCrash = (error) => {
      throw error;
    };
    for (const name of ['default', 'kube-system'])
      this.api.create('namespaces', { apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
  }

  /** Runs `kubectl ...words` for at most `ms` of virtual time; code is undefined when it is still running then, or waits for its code. */
  run(words: readonly string[], { stdin = '', ms = 60_000 } = {}): Ran {
    const ran = this.start(words, stdin);
    this.world.advance(ms, () => ran().code !== undefined);
    return ran();
  }

  /** As `run`, and waits for code that is loaded on the way. */
  async finish(words: readonly string[], { stdin = '', ms = 60_000 } = {}): Promise<Ran> {
    const ran = this.start(words, stdin);
    const end = this.world.now + ms;
    for (;;) {
      this.world.advance(Math.max(0, end - this.world.now), () => ran().code !== undefined);
      if (ran().code !== undefined || !this.kernel.awaiting) return ran();
      await this.kernel.settled();
    }
  }

  private start(words: readonly string[], stdin: string): () => Ran {
    let [out, err] = ['', ''];
    let code: number | undefined;
    const input = this.kernel.hostPipe();
    const outPipe = this.kernel.hostPipe((text) => {
      out += text ?? '';
    });
    const errPipe = this.kernel.hostPipe((text) => {
      err += text ?? '';
    });
    input.push(stdin);
    input.end();
    const onExit = (status: { code: number }): void => {
      code = status.code;
    };
    this.kernel.spawnOn('laptop', {
      program: 'kubectl',
      argv: ['kubectl', ...words],
      env: this.env,
      cwd: '/home/learner',
      stdio: [input.read, outPipe.write, errPipe.write],
      onExit,
    });
    return () => ({ out, err, code });
  }

  /** As `run`, with the words of a line split at blanks ('...' and "..." keep them together). */
  line(line: string, options: { stdin?: string; ms?: number } = {}): Ran {
    return this.run(
      [...line.matchAll(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g)].map(([word]) => word.replace(/'([^']*)'|"([^"]*)"/g, '$1$2')),
      options,
    );
  }
}
