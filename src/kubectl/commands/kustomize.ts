/** kustomize: prints what a kustomization folder builds */
import type { CommandBody } from '../cli/command.ts';
import { CommandError } from '../errors.ts';
import { metadataOf, textOf } from '../json.ts';
import { buildKustomization } from '../kustomize/build.ts';
import { printYaml } from '../output/yaml.ts';
import { lookAtFiles } from '../resource/files.ts';

const RESTRICTORS = ['LoadRestrictionsRootOnly', 'LoadRestrictionsNone'];

export const kustomize: CommandBody = {
  usage: 'kustomize DIR [flags]',
  examples: [['Build the current working directory', 'kubectl kustomize']],
  flags: [
    { name: 'output', shorthand: 'o', type: 'string', usage: 'If specified, write output to this path.' },
    { name: 'as-current-user', type: 'bool', usage: 'use the uid and gid of the command executor to run the function in the container' },
    { name: 'enable-alpha-plugins', type: 'bool', usage: 'enable kustomize plugins' },
    { name: 'enable-helm', type: 'bool', usage: 'Enable use of the Helm chart inflator generator.' },
    { name: 'env', shorthand: 'e', type: 'array', usage: 'a list of environment variables to be used by functions' },
    { name: 'helm-api-versions', type: 'array', usage: 'Kubernetes api versions used by Helm for Capabilities.APIVersions' },
    { name: 'helm-command', type: 'string', default: 'helm', usage: 'helm command (path to executable)' },
    { name: 'helm-debug', type: 'bool', usage: 'Enable debug output from the Helm chart inflator generator.' },
    { name: 'helm-kube-version', type: 'string', usage: 'Kubernetes version used by Helm for Capabilities.KubeVersion' },
    {
      name: 'load-restrictor',
      type: 'string',
      default: 'LoadRestrictionsRootOnly',
      usage: "if set to 'LoadRestrictionsNone', local kustomizations may load files from outside their root.",
    },
    { name: 'mount', type: 'array', usage: 'a list of storage options read from the filesystem' },
    { name: 'network', type: 'bool', usage: 'enable network access for functions that declare it' },
    { name: 'network-name', type: 'string', default: 'bridge', usage: 'the docker network to run the container in' },
    {
      name: 'reorder',
      type: 'string',
      default: 'legacy',
      usage: 'Reorder the resources just before output.',
      hidden: true,
      deprecated: "use the new 'sortOptions' field in kustomization.yaml instead.",
    },
  ],
  *run(invocation) {
    const { args, flags } = invocation;
    if (args.length > 1) throw new CommandError('specify one path to kustomization.yaml');
    const restrictor = flags.string('load-restrictor');
    if (!RESTRICTORS.includes(restrictor))
      throw new CommandError(`illegal flag value --load-restrictor ${restrictor}; legal values: [${RESTRICTORS.join(' ')}]`);
    const objects = yield* buildKustomization(args[0] ?? '.', {
      warn: (text) => invocation.err(text),
      free: restrictor === 'LoadRestrictionsNone',
      order: flags.string('reorder') === 'none' ? 'fifo' : 'legacy',
      helm: { enabled: flags.bool('enable-helm'), command: flags.string('helm-command') },
    });
    const text = objects.map((object) => printYaml(object)).join('---\n');
    const output = flags.string('output');
    if (output === '') return yield* invocation.out(text);
    yield* lookAtFiles((tree, cwd) => {
      const full = tree.resolve(cwd, output);
      if (!tree.isDirectory(full)) return tree.write(full, text);
      for (const object of objects) {
        const version = textOf(object['apiVersion']).replace('/', '_');
        tree.write(
          `${full}/${`${version}_${textOf(object['kind'])}_${metadataOf(object).name ?? ''}`.toLowerCase()}.yaml`,
          printYaml(object),
        );
      }
    });
  },
};
